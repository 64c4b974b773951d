/* Goals that must be: "phải", "cần". */
#include "scope.h"

/* "phải từ 92% trở lên", "phải có ít nhất 2 vụ", "phải lập biên bản từ 5
 * trường hợp trở lên". */
static bool
is_floor(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];
	bool errand = is_errand(item);

	if ((item_is(item, CUE_STOP) || item_is(item, CUE_VERB)) &&
	    next_to(f, i) != NULL)
		item = next_to(f, i);
	/* "phải trả 30% mỗi tháng" */
	if (item->kind == ITEM_FIGURE)
		return (item->figure.unit->kind == UNIT_RATE && !errand) ||
		       (item->figure.unit->kind == UNIT_COUNT &&
			   item->op == OP_GE);
	return item_is(item, CUE_FROM) ||
	       (item_is(item, CUE_OP) && item->cue->value != OP_APPROX &&
		   !str_equal(item->cue->phrase, STR("hơn")));
}

/* "các đồn phải triệt phá 3 đường dây": whether those who must, at item i, are
 * bodies of the police. */
static bool
asks_bodies(const struct fold *f, size_t i)
{
	static const char *const bodies[] = {"các đơn vị ", "các đội ",
	    "các đồn ", "các phòng ", "công an các ", "các địa phương ",
	    "các xã ", "các phường ", NULL};

	return ends_with_one_of(
	    str_slice(f->folded, 0, f->items->list[i].start), bodies);
}

/* "mỗi đồn phải lập 2 chuyên án", "cần bắt 12 đối tượng": an act that is asked
 * of each or in a list, or is still to be done. */
static bool
is_portioned_act(const struct fold *f, size_t i)
{
	static const char *const acts[] = {" bắt ", " truy bắt ", " triệt phá ",
	    " phá ", " khám phá ", " phát hiện ", " phát hiện, ", " lập ",
	    " xác lập ", " khởi tố ", " xử lý ", " thu giữ ", NULL};

	if (!starts_with_one_of(
		str_from_offset(f->folded, f->items->list[i].end), acts))
		return false;
	if (is_phrase(&f->items->list[i], STR("cần")))
		return next_to(f, i) != NULL && leads_to_figure(f, i + 1);
	return is_phrase(&f->items->list[i], STR("phải")) &&
	       (f->now.mode == LISTED || is_portion(f, i) || asks_bodies(f, i));
}

/* Whether the clause up to item i names nobody but a body of the police. */
static bool
has_body_for_subject(const struct fold *f, size_t i)
{
	const struct items *items = f->items;
	size_t start = f->clause > 0 ? items->list[f->clause - 1].end : 0;

	/* "- Phòng Ma túy" */
	if (f->clause == 0 && i > 0 && items->list[0].kind == ITEM_DASH)
		start = items->list[0].end;
	return is_actor(f->folded, start, items->list[i].start);
}

/* "Công an huyện nhận triệt xóa 4 tụ điểm": what a body of the police takes
 * upon itself, but no "xác nhận bắt 2 đối tượng". */
static bool
is_undertaking(const struct item *item)
{
	return str_starts(item->cue->phrase, STR("nhận "));
}

static bool
is_undertaken(const struct fold *f, size_t i)
{
	static const char *const says[] = {
	    "xác ", "thừa ", "ghi ", "khai ", "công ", "tiếp ", NULL};
	const struct item *led = led_figure(f, i);

	return led != NULL && led->figure.unit->kind != UNIT_MONEY &&
	       has_body_for_subject(f, i) &&
	       !ends_with_one_of(
		   str_slice(f->folded, 0, f->items->list[i].start), says);
}

/* Bytes of an act that no cue names. */
#define ACT_MOST 16

/* "Phòng Ma túy phải đánh 5 chuyên án": a number of what a body of the police
 * has to fight. */
static bool
is_fight(const struct fold *f, size_t i)
{
	static const char *const foes[] = {"chuyên án", "đường dây", "ổ nhóm",
	    "băng nhóm", "băng", "tụ điểm", NULL};
	const struct items *items = f->items;
	size_t figure = i + 1;

	if (!is_phrase(&items->list[i], STR("phải")) || f->figures)
		return false;
	if (figure < items->count && item_is(&items->list[figure], CUE_VERB))
		figure++;
	return figure < items->count &&
	       items->list[figure].kind == ITEM_FIGURE &&
	       items->list[figure].start <= items->list[i].end + ACT_MOST &&
	       equals_one_of(items->list[figure].figure.unit->name, foes) &&
	       has_body_for_subject(f, i);
}

/* What stands in front of the last member of such a list, that which must be at
 * item duty; but "còn 17 đối tượng truy nã, đợt này phải bắt 6 đối tượng". */
static bool
is_list_of_crimes(const struct fold *f, size_t i, size_t duty)
{
	const struct item *item = &f->items->list[i];

	if (item->kind != ITEM_FIGURE)
		return item->kind == ITEM_COMMA || item_is(item, CUE_HEAD);
	return is_all(f, item) || (item_is(item + 1, CUE_HEAD) &&
				      (item->figure.unit->kind == UNIT_RATE ||
					  follows_cue(f, duty, CUE_HEAD)));
}

void
take_duty(struct fold *f, size_t i)
{
	size_t j = f->clause;

	/* "đã bắt 22 vụ trong tổng số 40 vụ phải bắt", "bằng 44% số phải
	 * bắt" */
	for (size_t k = j; k < i; k++)
		if (item_is(&f->items->list[k], CUE_PAST) ||
		    is_phrase(&f->items->list[k], STR("bằng")))
			j = i - 1;
	/* "100% các vụ án giết người, cướp phải được làm rõ", "100% phà, đò
	 * ngang phải được kiểm tra" */
	while (!f->now.figure && j > 0 && is_list_of_crimes(f, j - 1, i))
		j--;
	for (; j < i; j++)
		f->items->list[j].status = STATUS_GOAL;
	f->clause = i;
	set_goal(f, SET, false);
}

/* Hardship, which nobody sets as a goal: "phải nhập viện". */
static bool
is_hardship(struct str s)
{
	static const char *const words[] = {" cách ly", " nhập viện", " di dời",
	    " sơ tán", " thở", " nghỉ", " đóng cửa", " dừng", " ngừng", " bỏ",
	    " chịu", " phẫu thuật", " mổ", " điều trị", " cấp cứu", " vay",
	    " mua", " thuê", " trả ", " sống", " đi ", " ở ", " nhập khẩu",
	    " xếp hàng", " chờ", " bán", " chuyển", " dùng", " uống", " ăn",
	    " nộp phạt", " bồi thường", NULL};

	static const char *const work[] = {
	    " dừng kiểm", " dừng, kiểm", " dừng xe kiểm", NULL};

	return starts_with_one_of(s, words) && !starts_with_one_of(s, work);
}

/* What most of something are told to have or to do: "phải gắn", "phải ký". */
static bool
is_fitted(struct str s)
{
	static const char *const words[] = {" gắn ", " lắp ", " ký ", " đạt ",
	    " đăng ký ", " hoàn thành ", " bảo đảm ", " đảm bảo ", NULL};

	return starts_with_one_of(s, words);
}

/* Whether figure i, with its operator, begins a clause. */
static bool
begins_clause(const struct fold *f, size_t i)
{
	const struct item *prior;

	if (follows_cue(f, i, CUE_OP))
		i--;
	if (i == 0)
		return f->items->list[i].start == 0;
	prior = prior_to(f, i);
	return prior != NULL &&
	       (prior->kind == ITEM_COMMA || prior->kind == ITEM_COLON ||
		   prior->kind == ITEM_SEMICOLON || prior->kind == ITEM_DASH);
}

/* What stands between a rate and its "phải": "số xã, phường". */
static bool
is_of_subject(const struct fold *f, const struct item *figure, size_t i)
{
	const struct item *item = &f->items->list[i];

	/* "100% phà, đò ngang phải" */
	if (item->kind == ITEM_COMMA)
		return item[1].start > item->end + 1 ||
		       (figure->op != OP_NONE &&
			   str_starts(str_from_offset(f->folded, figure->end),
			       STR(" số ")));
	return item->kind == ITEM_CUE && !item_is(item, CUE_PAST) &&
	       !item_is(item, CUE_BUT) && !item_is(item, CUE_COMPARE) &&
	       !item_is(item, CUE_REACH);
}

/* "100% hồ sơ phải trình tòa", "ít nhất 50% số xã, phường phải đạt chuẩn": the
 * rate in front of "phải", item i, is the goal. */
static void
oblige_subject(struct fold *f, size_t i)
{
	struct item *figure = NULL;
	size_t j = i;

	if (!is_phrase(&f->items->list[i], STR("phải")) ||
	    str_ends(str_slice(f->folded, 0, f->items->list[i].start),
		STR("buộc ")) ||
	    is_hardship(str_from_offset(f->folded, f->items->list[i].end)))
		return;
	while (
	    j-- > 0 && i - j <= NEAR && f->items->list[j].kind != ITEM_FIGURE)
		;
	if (j >= i || f->items->list[j].kind != ITEM_FIGURE ||
	    !begins_clause(f, j))
		return;
	figure = &f->items->list[j];
	if (figure->figure.unit->kind != UNIT_RATE ||
	    (figure->op != OP_GE && figure->op != OP_LE && !is_all(f, figure) &&
		!(figure->op == OP_GT && is_fitted(str_from_offset(f->folded,
					     f->items->list[i].end)))))
		return;
	for (j++; j < i; j++)
		if (!is_of_subject(f, figure, j))
			return;
	figure->status = STATUS_GOAL;
	set_goal(f, WEAK, false);
}

/* Bytes of the same, where a bound of what the police count or measure
 * follows. */
#define TASK_MOST 40

/* "phải dừng kiểm soát ít nhất 80 lượt xe". */
static bool
is_floor_of_task(const struct fold *f, size_t i)
{
	const struct item *led = led_figure(f, i + 1);

	return led != NULL && (led->op == OP_GE || led->op == OP_LE) &&
	       (led->figure.unit->kind == UNIT_RATE || is_count_of_cases(led));
}

/* "phải gỡ xong 100%", "phải cân tối thiểu 6.000 lượt xe": whether all or a
 * bound stands behind few words. */
static bool
is_of_all(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i], *led;

	if (i + 1 == f->items->count ||
	    (!is_phrase(item, STR("phải")) &&
		!is_phrase(item, STR("được yêu cầu"))) ||
	    is_hardship(str_from_offset(f->folded, item->end)) ||
	    item[1].start >
		item->end + (is_floor_of_task(f, i) ? TASK_MOST : ACT_MOST))
		return false;
	led = led_figure(f, i + 1);
	/* "phải nạp ít nhất 50 triệu đồng" */
	if (led != NULL && led->figure.unit->kind == UNIT_MONEY)
		return false;
	/* "phải dừng kiểm tra ít nhất 150 lượt xe" */
	if (item_is(item + 1, CUE_VERB))
		return is_floor_of_task(f, i);
	if (item_is(item + 1, CUE_OP))
		return item[1].cue->value == OP_GE ||
		       item[1].cue->value == OP_LE;
	/* "phải phá từ 85% trở lên" */
	if (item_is(item + 1, CUE_FROM))
		return led != NULL && led->op == OP_GE;
	/* "phải nắm được 100% hội nhóm" */
	led = item_is(item + 1, CUE_FILL) ? led_figure(f, i + 1) : item + 1;
	return led != NULL && led->kind == ITEM_FIGURE && is_all(f, led);
}

/* "phải xác lập, đấu tranh ít nhất 1 chuyên án": acts, and a floor of the
 * last. */
static bool
is_floor_of_acts(const struct fold *f, size_t i)
{
	const struct item *act = next_to(f, i), *led;
	size_t end = i + NEAR;

	if (act == NULL || !item_is(act, CUE_VERB))
		return false;
	for (i++; i < end && (act = next_to(f, i)) != NULL; i += 2)
		if (act->kind != ITEM_COMMA ||
		    (act = next_to(f, i + 1)) == NULL ||
		    !item_is(act, CUE_VERB))
			break;
	led = led_figure(f, i);
	return is_count_of_cases(led) && led->op == OP_GE;
}

/* "phải khởi tố 1-2 vụ", "phải thu 3-4 tấn": an act and only bounds of its
 * number. */
static bool
is_act_in_range(const struct fold *f, size_t i)
{
	const struct item *act = next_to(f, i), *number;

	if (!is_phrase(&f->items->list[i], STR("phải")) || act == NULL ||
	    !item_is(act, CUE_VERB))
		return false;
	number = led_figure(f, i + 1);
	return number != NULL && number->figure.form == FIGURE_RANGE &&
	       (number->figure.unit->kind == UNIT_COUNT ||
		   number->figure.unit->kind == UNIT_MEASURE);
}

/* "phải làm nốt 7.900 trường hợp", "phải thu xong 80%", "phải đi được 40% số
 * xã": whether how much is told that is to be brought to an end. */
static bool
is_to_be_ended(const struct fold *f, size_t i)
{
	static const char *const ends[] = {
	    " nốt ", " xong ", " dứt điểm ", " được ", NULL};
	const struct item *must = &f->items->list[i], *figure;

	if (!is_phrase(must, STR("phải")))
		return false;
	figure = figure_behind_cues(f, i);
	return figure != NULL && figure->op == OP_NONE &&
	       figure->start <= must->end + ACT_MOST + STR(" dứt điểm ").len &&
	       (figure->figure.unit->kind == UNIT_RATE ||
		   is_count_of_cases(figure)) &&
	       ends_with_one_of(str_slice(f->folded, 0, figure->start), ends) &&
	       !is_hardship(str_from_offset(f->folded, must->end));
}

/* "hướng tới hỗ trợ 500 lao động", "cố gắng bắt 2 đối tượng": a number of acts
 * that is wished for. */
static bool
is_wished(const struct fold *f, size_t i)
{
	static const char *const wishes[] = {
	    "hướng ", "mong muốn", "kỳ vọng", "cố gắng", "gắng", NULL};
	struct str phrase = f->items->list[i].cue->phrase;
	const struct item *next = next_to(f, i);

	/* "Đăng ký thi đua khám phá 90% số vụ" */
	if (str_ends(phrase, STR("thi đua")))
		return next != NULL && item_is(next, CUE_VERB) &&
		       leads_to_figure(f, i + 1);
	/* "lượng heroin thu giữ hướng đến 20 bánh" */
	if (str_starts(phrase, STR("hướng ")) && next != NULL &&
	    next->kind == ITEM_FIGURE)
		return next->figure.unit->kind != UNIT_MONEY;
	return starts_with_one_of(phrase, wishes) &&
	       number_of_acts(f, i) != NULL;
}

/* "cho được", "cho hết": what stands behind the act that must not fail. */
static bool
is_insistence(const struct item *item)
{
	return str_starts(item->cue->phrase, STR("cho "));
}

bool
is_insisted(const struct fold *f, size_t i)
{
	size_t first = look_back(f, i);
	const struct item *act = NULL;

	if (!item_is(&f->items->list[i], CUE_GOAL) ||
	    !is_insistence(&f->items->list[i]))
		return false;
	while (i-- > first && f->items->list[i].kind == ITEM_CUE) {
		const struct item *item = &f->items->list[i];

		if (item_is(item, CUE_PAST))
			return false;
		if (act == NULL && item_is(item, CUE_VERB))
			act = item;
	}
	return act != NULL && !is_errand(act);
}

/* "phải xử lý đủ 850 trường hợp": whether an act is to be done so often. */
static bool
is_act_in_full(const struct fold *f, size_t i)
{
	const struct item *act = next_to(f, i), *full;

	if (act == NULL || !item_is(act, CUE_VERB) || is_errand(act))
		return false;
	full = next_to(f, i + 1);
	return full != NULL && is_phrase(full, STR("đủ")) &&
	       leads_to_figure(f, i + 2);
}

/* How far before "phải" it may be told until when, in bytes. */
#define TERM_REACH 80

/* "từ nay đến cuối năm, toàn Cục phải thu thêm 118 tỷ đồng": whether an act and
 * its number are to come. */
static bool
is_act_to_come(const struct fold *f, size_t i)
{
	static const char *const terms[] = {
	    "từ nay đến ", "từ nay tới ", "từ giờ đến ", NULL};
	static const char *const feared[] = {
	    "dự báo", "lo ngại", "ước tính", "có thể", NULL};
	const struct item *act = next_to(f, i);
	struct str before =
	    str_before(f->folded, f->items->list[i].start, TERM_REACH);

	return is_phrase(&f->items->list[i], STR("phải")) && act != NULL &&
	       item_is(act, CUE_VERB) && !is_errand(act) &&
	       leads_to_figure(f, i + 1) && holds_one_of(before, terms) &&
	       !holds_one_of(before, feared);
}

void
take_must(struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i], *next = next_to(f, i);

	if (is_insistence(item)) {
		const struct item *led = led_figure(f, i);

		if (led != NULL && led->figure.unit->kind == UNIT_COUNT &&
		    is_insisted(f, i))
			set_open(f);
		return;
	}
	if (is_undertaking(item)) {
		if (is_undertaken(f, i))
			set_open(f);
		return;
	}
	oblige_subject(f, i);
	if ((next != NULL && (sets(next) || is_floor(f, i + 1))) ||
	    holds_down(f, i) || is_portioned_act(f, i) || is_of_all(f, i) ||
	    is_act_in_range(f, i) || is_wished(f, i) || is_fight(f, i) ||
	    is_act_in_full(f, i) || is_floor_of_acts(f, i) ||
	    is_to_be_ended(f, i))
		set_open(f);
	if (is_act_to_come(f, i)) {
		set_open(f);
		f->money_too = true;
	}
	/* "số thu phải đạt 1.200 tỷ đồng" */
	if (next != NULL && is_phrase(item, STR("phải")) &&
	    is_phrase(next, STR("đạt")))
		f->money_too = true;
	else if (f->named)
		set_goal(f, ASKED, false);
	/* "- Phải tập huấn 18.000 lượt người" */
	if (i == 1 && is_phrase(item, STR("phải")) &&
	    item[-1].kind == ITEM_DASH && item->start <= item[-1].end + 1)
		set_goal(f, SET, false);
}
