/* Goals that cue words set. */
#include "scope.h"

const struct item *
next_to(const struct fold *f, size_t i)
{
	const struct items *items = f->items;

	if (i + 1 >= items->count || !is_adjacent(f->folded, items->list[i].end,
					 items->list[i + 1].start))
		return NULL;
	return &items->list[i + 1];
}

const struct item *
prior_to(const struct fold *f, size_t i)
{
	return i > 0 && next_to(f, i - 1) != NULL ? &f->items->list[i - 1]
						  : NULL;
}

bool
follows_cue(const struct fold *f, size_t i, enum cue_kind kind)
{
	const struct item *prior = prior_to(f, i);

	return prior != NULL && item_is(prior, kind);
}

bool
is_change(const struct item *item)
{
	return item_is(item, CUE_UP) || item_is(item, CUE_DOWN) ||
	       item_is(item, CUE_REACH);
}

bool
is_task_verb(const struct item *item)
{
	return item_is(item, CUE_VERB) && item->cue->value == VERB_TASK;
}

bool
is_comparison(const struct item *item)
{
	return item_is(item, CUE_NONE) &&
	       str_ends(item->cue->phrase, STR(" hơn"));
}

bool
sets(const struct item *item)
{
	return is_change(item) || is_task_verb(item) ||
	       item_is(item, CUE_LEVEL) || is_comparison(item);
}

/* "sẽ tăng", but "sẽ kéo giảm" is a goal. */
static bool
is_forecast(const struct item *item)
{
	return item_is(item, CUE_UP) ||
	       (item_is(item, CUE_DOWN) &&
		   !str_starts(item->cue->phrase, STR("kéo ")));
}

const struct item *
led_figure(const struct fold *f, size_t i)
{
	const struct items *items = f->items;
	size_t at = items->list[i].end;

	for (i++; i < items->count; i++) {
		const struct item *item = &items->list[i];

		if (!is_adjacent(f->folded, at, item->start))
			return NULL;
		if (item->kind == ITEM_FIGURE)
			return item;
		if (!item_is(item, CUE_OP) && !item_is(item, CUE_FROM) &&
		    !item_is(item, CUE_FILL) && !item_is(item, CUE_AND) &&
		    item->kind != ITEM_COLON &&
		    (item->kind != ITEM_OPEN || i == 0 ||
			!item_is(&items->list[i - 1], CUE_GOAL)))
			return NULL;
		at = item->end;
	}
	return NULL;
}

bool
leads_to_figure(const struct fold *f, size_t i)
{
	return led_figure(f, i) != NULL;
}

bool
is_referred(const struct fold *f)
{
	if (f->now.bracket || (f->figures && f->now.mode == REPORT))
		return true;
	return f->now.compared;
}

void
set_goal(struct fold *f, enum mode mode, bool money_too)
{
	if (f->now.mode == SET || (f->now.mode == REFER && !f->now.boundary))
		return;
	f->now.mode = mode;
	f->now.boundary = f->now.open = false;
	f->money_too = money_too;
}

/* Sets a goal that ends with its clause if it holds no figure, or if what is
 * reported is held against it: "mới đạt 81% trong khi phải đạt 90%". */
static void
set_open(struct fold *f)
{
	if (f->now.mode == SET)
		return;
	if (f->figures && f->now.compared) {
		set_goal(f, REFER, false);
		return;
	}
	set_goal(f, SET, false);
	f->now.open = f->now.mode == SET;
}

/* "phải từ 92% trở lên", "phải có ít nhất 2 vụ", "phải lập biên bản từ 5
 * trường hợp trở lên". */
static bool
is_floor(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	if ((item_is(item, CUE_STOP) || item_is(item, CUE_VERB)) &&
	    next_to(f, i) != NULL)
		item = next_to(f, i);
	if (item->kind == ITEM_FIGURE)
		return item->figure.unit->kind == UNIT_RATE;
	return item_is(item, CUE_FROM) ||
	       (item_is(item, CUE_OP) && item->cue->value != OP_APPROX &&
		   !str_equal(item->cue->phrase, STR("hơn")));
}

bool
is_kept(const struct fold *f, size_t i)
{
	return is_phrase(&f->items->list[i], STR("giữ vững")) &&
	       leads_to_figure(f, i);
}

/* Whether a number that nothing may pass stands behind item i: "dưới 5 vụ",
 * "xuống còn 12 người", "trên 85%". */
static bool
is_limit(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i], *led = led_figure(f, i);

	if (led == NULL || (led->figure.unit->kind != UNIT_COUNT &&
			       led->figure.unit->kind != UNIT_RATE))
		return false;
	if (item_is(item, CUE_OP) && item->cue->value != OP_APPROX)
		return led->figure.unit->kind == UNIT_RATE ||
		       item->cue->value == OP_LT || item->cue->value == OP_LE;
	return item_is(item, CUE_LEVEL);
}

bool
holds_down(const struct fold *f, size_t i)
{
	static const char *const verbs[] = {
	    " kéo ", " giữ ", " khống chế ", " ghìm ", NULL};
	const struct items *items = f->items;
	size_t last = i + NEAR;

	if (!starts_with_one_of(
		str_from_offset(f->folded, items->list[i].end), verbs))
		return false;
	while (++i < items->count && i <= last &&
	       items->list[i].kind == ITEM_CUE &&
	       !item_is(&items->list[i], CUE_PAST) &&
	       !item_is(&items->list[i], CUE_GOAL))
		if (is_limit(f, i))
			return true;
	return false;
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
 * of each, or is still to be done. */
static bool
is_portioned_act(const struct fold *f, size_t i)
{
	static const char *const acts[] = {" bắt ", " bắt giữ ", " truy bắt ",
	    " triệt phá ", " khám phá ", " phát hiện ", " lập ", " xác lập ",
	    " khởi tố ", " xử lý ", " thu giữ ", NULL};

	if (!starts_with_one_of(
		str_from_offset(f->folded, f->items->list[i].end), acts))
		return false;
	if (is_phrase(&f->items->list[i], STR("cần")))
		return next_to(f, i) != NULL && leads_to_figure(f, i + 1);
	return is_phrase(&f->items->list[i], STR("phải")) &&
	       (is_portion(f, i) || asks_bodies(f, i));
}

/* "6/8 chỉ tiêu đạt trên 80%": they are counted, none is set. */
static bool
is_counted(const struct fold *f, size_t i)
{
	size_t at = f->items->list[i].start;

	return at > 1 && f->folded.data[at - 1] == ' ' &&
	       str_is_digit(f->folded.data[at - 2]);
}

static void
take_noun(struct fold *f, size_t i)
{
	/* "sẽ đạt số thu theo chỉ tiêu là 18 tỷ đồng" */
	if (f->now.mode == SET && leads_to_figure(f, i))
		f->money_too = true;
	if (f->now.mode == SET || is_counted(f, i))
		return;
	set_goal(f, is_referred(f) ? REFER : SET, true);
	f->now.open = f->now.mode == SET;
	f->headed = f->items->list[i].start == 0;
}

/* What stands in front of the last member of such a list. */
static bool
is_list_of_crimes(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	return item->kind == ITEM_COMMA || item_is(item, CUE_HEAD) ||
	       (item->kind == ITEM_FIGURE &&
		   (item_is(item + 1, CUE_HEAD) || is_all(f, item)));
}

/* "100% tài xế phải được kiểm tra": the clause's figures, too. */
static void
take_duty(struct fold *f, size_t i)
{
	size_t j = f->clause;

	/* "đã bắt 22 vụ trong tổng số 40 vụ phải bắt", "bằng 44% số phải bắt" */
	for (size_t k = j; k < i; k++)
		if (item_is(&f->items->list[k], CUE_PAST) ||
		    is_phrase(&f->items->list[k], STR("bằng")))
			j = i - 1;
	/* "100% các vụ án giết người, cướp phải được làm rõ", "100% phà, đò
	 * ngang phải được kiểm tra" */
	while (!f->now.figure && j > 0 && is_list_of_crimes(f, j - 1))
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
	    " mua", " thuê", " sống", " đi ", " ở ", " nhập khẩu", " xếp hàng",
	    " chờ", " bán", " chuyển", " dùng", " uống", " ăn", " nộp phạt",
	    NULL};

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
		return figure->op != OP_NONE
			   ? str_starts(str_from_offset(f->folded, figure->end),
				 STR(" số "))
			   : item[1].start > item->end + 1;
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
	    (figure->op != OP_GE && figure->op != OP_LE && !is_all(f, figure)))
		return;
	for (j++; j < i; j++)
		if (!is_of_subject(f, figure, j))
			return;
	figure->status = STATUS_GOAL;
}

/* "Theo kế hoạch, trộm cắp giảm ít nhất 10%": whether a sentence begins so. */
static bool
opens_by_plan(const struct fold *f, size_t i)
{
	const struct item *prior = prior_to(f, i);

	return f->now.mode == REPORT && prior != NULL && prior->start == 0 &&
	       is_phrase(prior, STR("theo"));
}

/* Bytes of an act that no cue names. */
#define ACT_MOST 12

/* "phải gỡ xong 100%", "phải cân tối thiểu 6.000 lượt xe": whether all or a
 * bound stands behind few words. */
static bool
is_of_all(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	if (i + 1 == f->items->count || !is_phrase(item, STR("phải")) ||
	    item[1].start > item->end + ACT_MOST)
		return false;
	return item_is(item + 1, CUE_OP)
		   ? item[1].cue->value == OP_GE || item[1].cue->value == OP_LE
		   : item[1].kind == ITEM_FIGURE && is_all(f, item + 1);
}

/* "phải khởi tố 1-2 vụ": an act and only bounds of its number. */
static bool
is_act_in_range(const struct fold *f, size_t i)
{
	const struct item *act = next_to(f, i), *led;

	if (!is_phrase(&f->items->list[i], STR("phải")) || act == NULL ||
	    !item_is(act, CUE_VERB))
		return false;
	led = led_figure(f, i + 1);
	return led != NULL && led->figure.form == FIGURE_RANGE &&
	       led->figure.unit->kind == UNIT_COUNT;
}

/* Whether something is held against the goal at item i: "đạt 84% yêu cầu", not
 * only "song" in front of it. */
static bool
is_compared(const struct fold *f, size_t i)
{
	size_t first = look_back(f, i);

	if (!f->now.compared)
		return false;
	if (f->clause == 0 || !item_is(&f->items->list[f->clause - 1], CUE_BUT))
		return true;
	while (i-- > first) {
		const struct item *item = &f->items->list[i];

		if (item->kind != ITEM_CUE || item_is(item, CUE_COMPARE) ||
		    item_is(item, CUE_REACH) || item_is(item, CUE_OP) ||
		    is_comparison(item))
			return true;
	}
	return false;
}

/* "mức 8% mà kế hoạch đặt ra": it belongs to the figure before it. */
static bool
is_relative(const struct fold *f, size_t i)
{
	size_t first = look_back(f, i);
	size_t j = i;

	if (!is_given(f, i))
		return false;
	while (j-- > first)
		if (f->items->list[j].kind == ITEM_FIGURE)
			return is_named_behind(f, j);
	return false;
}

/* "đạt trên". */
static bool
reaches(const struct item *item)
{
	return item != NULL && item_is(item, CUE_OP) &&
	       str_starts(item->cue->phrase, STR("đạt "));
}

/* "xóa 7 bến trong khi đề ra chỉ 5 bến": what this clause is set against. */
static bool
is_set_against(const struct fold *f)
{
	const struct item *item = &f->items->list[f->clause];

	return f->clause > 0 && item_is(item - 1, CUE_BUT) &&
	       str_starts(item[-1].cue->phrase, STR("trong khi"));
}

void
take_goal(struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i], *next = next_to(f, i);

	if (is_relative(f, i))
		return;

	switch ((enum goal_kind)item->cue->value) {
	case GOAL_VERB:
		set_goal(f, is_set_against(f) ? REFER : SET, true);
		break;
	case GOAL_ORDER:
		set_goal(f, is_compared(f, i) ? REFER : ASKED, false);
		break;
	case GOAL_WEAK:
		if (f->now.mode == REPORT && !follows_cue(f, i, CUE_PAST))
			set_goal(f, WEAK, false);
		break;
	case GOAL_PLAN:
		if (leads_to_figure(f, i))
			set_goal(f,
			    is_referred(f) || next->kind == ITEM_OPEN ? REFER
								      : SET,
			    true);
		else if (is_told_of_plan(f, i))
			set_goal(f, is_referred(f) ? REFER : SET, true);
		else if (opens_by_plan(f, i))
			set_goal(f, WEAK, false);
		break;
	case GOAL_NOUN:
		take_noun(f, i);
		break;
	case GOAL_MUST:
		oblige_subject(f, i);
		if ((next != NULL && (sets(next) || is_floor(f, i + 1))) ||
		    holds_down(f, i) || is_portioned_act(f, i) ||
		    is_of_all(f, i) || is_act_in_range(f, i))
			set_open(f);
		/* "số thu phải đạt 1.200 tỷ đồng" */
		if (next != NULL && is_phrase(item, STR("phải")) &&
		    is_phrase(next, STR("đạt")))
			f->money_too = true;
		else if (f->named)
			set_goal(f, ASKED, false);
		/* "- Phải tập huấn 18.000 lượt người" */
		if (i == 1 && is_phrase(item, STR("phải")) &&
		    item[-1].kind == ITEM_DASH &&
		    item->start <= item[-1].end + 1)
			set_goal(f, SET, false);
		break;
	case GOAL_WILL:
		if ((next != NULL && sets(next) && !is_forecast(next)) ||
		    reaches(next) || holds_down(f, i))
			set_open(f);
		/* "sẽ đạt 10 tỷ USD" */
		if (next != NULL &&
		    (is_phrase(next, STR("đạt")) || reaches(next)))
			f->money_too = true;
		break;
	case GOAL_GIVE:
		take_give(f, i);
		break;
	case GOAL_ASSIGN:
		take_assign(f, i);
		break;
	case GOAL_DUTY:
		take_duty(f, i);
		break;
	}
}
