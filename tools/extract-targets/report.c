/* What reports, and so ends a goal: "đã", "đạt được", "sau 20 ngày". */
#include "number.h"
#include "scope.h"

/* "giảm 5% số vụ và sau 20 ngày đã": whether "và" stands between the last
 * figure and item i. */
static bool
is_joined(const struct fold *f, size_t i)
{
	size_t first = look_back(f, i);

	while (i-- > first && f->items->list[i].kind == ITEM_CUE)
		if (is_phrase(&f->items->list[i], STR("và")))
			return f->now.figure;
	return false;
}

/* "thực hiện: 97,2%", but "tổ chức thực hiện: ...". */
static bool
is_headline(const struct fold *f, size_t i)
{
	const struct item *prior = prior_to(f, i);

	return f->items->list[i + 1].kind == ITEM_COLON &&
	       (prior == NULL || prior->kind != ITEM_CUE);
}

/* "so với dịp Tết năm trước", "so với hiện nay": what is compared with. */
static bool
is_against(const struct fold *f, size_t i)
{
	static const char *const times[] = {"năm trước", "năm ngoái",
	    "cùng kỳ năm", "hiện nay", "hiện tại", NULL};

	return f->now.against &&
	       starts_with_one_of(f->items->list[i].cue->phrase, times);
}

/* "mục tiêu giảm 5% khó khả thi vì 5 tháng qua tăng 9%": whether a figure was
 * set, and the past at item i, with another one behind it, tells why that is
 * hard. */
static bool
is_reason(const struct fold *f, size_t i)
{
	static const char *const causes[] = {
	    " vì ", " do ", " bởi ", " khi ", NULL};
	const struct items *items = f->items;
	size_t set = i, first = look_back(f, i);

	if (!f->now.figure)
		return false;
	while (set > first && items->list[set].kind != ITEM_FIGURE)
		set--;
	return items->list[set].kind == ITEM_FIGURE &&
	       figure_behind_cues(f, i) != NULL &&
	       holds_one_of(str_slice(f->folded, items->list[set].end,
				items->list[i].start),
		   causes);
}

/* "không để tái lập các điểm đã xóa", "không để phát sinh xã mới có ma túy":
 * what must not happen reports nothing. */
static bool
is_within_zero(const struct fold *f, size_t i)
{
	size_t first = look_back(f, i);

	if (!is_phrase(&f->items->list[i], STR("đã")) &&
	    !is_phrase(&f->items->list[i], STR("mới có")))
		return false;
	while (i-- > first && f->items->list[i].kind == ITEM_CUE)
		if (item_is(&f->items->list[i], CUE_ZERO))
			return f->items->list[i].status == STATUS_GOAL;
	return false;
}

/* "làm rõ số vụ xảy ra trên địa bàn": what happened, behind what is done about
 * it. */
static bool
is_dealt_with(const struct fold *f, size_t i)
{
	const struct item *prior = prior_to(f, i);

	return is_phrase(&f->items->list[i], STR("xảy ra")) && prior != NULL &&
	       item_is(prior, CUE_HEAD) && follows_cue(f, i - 1, CUE_VERB) &&
	       !leads_to_figure(f, i);
}

/* "khi xảy ra thì giải quyết ngay", "nếu xảy ra cháy", but "sau khi xảy ra". */
static bool
is_supposed(const struct fold *f, size_t i)
{
	static const char *const when[] = {"khi ", "nếu ", NULL};
	static const char *const was[] = {
	    "sau khi ", "từ khi ", "kể khi ", "trước khi ", NULL};
	static const char *const until[] = {
	    "trước khi ", "đến khi ", "tới khi ", NULL};
	const struct item *item = &f->items->list[i];
	struct str before = str_slice(f->folded, 0, item->start);

	/* "còn dưới 5 điểm trước khi kết thúc cao điểm" */
	if (str_starts(item->cue->phrase, STR("kết thúc ")) ||
	    is_phrase(item, STR("khép lại")))
		return ends_with_one_of(before, until);
	return is_phrase(item, STR("xảy ra")) &&
	       ends_with_one_of(before, when) &&
	       !ends_with_one_of(before, was) && !leads_to_figure(f, i);
}

/* "án mới khám phá trên 85%", "vụ mới xảy ra điều tra làm rõ trên 80%": which
 * ones, and nothing that was just done. */
static bool
tells_which(const struct fold *f, size_t i)
{
	static const char *const things[] = {
	    "án ", "vụ ", "vụ việc ", "tin ", "tin báo ", NULL};
	static const char *const also_new[] = {"án ", "vụ ", "vụ việc ",
	    "án mới ", "vụ mới ", "vụ việc mới ", NULL};
	const struct item *item = &f->items->list[i], *next = next_to(f, i);
	struct str before = str_slice(f->folded, 0, item->start);

	if (is_phrase(item, STR("mới")))
		return ends_with_one_of(before, things);
	return is_dealt_with(f, i) || is_supposed(f, i) ||
	       (is_phrase(item, STR("xảy ra")) && next != NULL &&
		   item_is(next, CUE_VERB) &&
		   ends_with_one_of(before, also_new));
}

bool
is_allowed(const struct fold *f, size_t i)
{
	static const char *const told[] = {
	    "đã để ", "còn để ", "vẫn để ", "chỉ để ", "không để ", NULL};
	const struct item *item = &f->items->list[i], *next;
	struct str before = str_slice(f->folded, 0, item->start);

	if (!item_is(item, CUE_PAST) || !is_phrase(item, STR("xảy ra")))
		return false;
	next = next_to(f, i);
	return next != NULL && item_is(next, CUE_OP) &&
	       leads_to_figure(f, i + 1) &&
	       (next->cue->value == OP_LE || next->cue->value == OP_LT) &&
	       str_ends(before, STR("để ")) && !ends_with_one_of(before, told);
}

/* "của năm ngoái", "so với cùng kỳ năm trước": what something is against. */
static bool
is_base(const struct fold *f, size_t i)
{
	static const char *const times[] = {"năm ", "hiện ", "cùng kỳ", NULL};
	const struct item *prior = prior_to(f, i);

	return prior != NULL &&
	       (item_is(prior, CUE_COMPARE) || is_phrase(prior, STR("của"))) &&
	       starts_with_one_of(f->items->list[i].cue->phrase, times);
}

/* "(cùng kỳ xảy ra 05 vụ)": whether item i stands in a bracket that tells what
 * something is against. */
static bool
is_in_base(const struct fold *f, size_t i)
{
	size_t first = i > NEAR ? i - NEAR : 0;

	while (i-- > first && f->items->list[i].kind != ITEM_CLOSE)
		if (f->items->list[i].kind == ITEM_OPEN)
			return opens_base(f, i);
	return false;
}

bool
is_at_hand(const struct item *item)
{
	static const char *const there[] = {"hiện có", "hiện còn", NULL};

	return item_is(item, CUE_PAST) &&
	       starts_with_one_of(item->cue->phrase, there);
}

/* "triệt xóa 3/5 điểm hiện có": whether item i only tells of what is there. */
static bool
is_there(const struct fold *f, size_t i)
{
	/* "số đối tượng truy nã hiện có và 50% số đối tượng mới" */
	return is_at_hand(&f->items->list[i]) &&
	       (!leads_to_figure(f, i) ||
		   (next_to(f, i) != NULL && item_is(next_to(f, i), CUE_AND)));
}

bool
reports(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	if (!item_is(item, CUE_PAST) || item->cue->value == PAST_ADVERB ||
	    is_there(f, i))
		return false;
	return !is_kept(f, i) && !(i > 0 && item_is(item - 1, CUE_ZERO)) &&
	       !is_base(f, i) && !is_in_base(f, i) && !tells_which(f, i) &&
	       !is_allowed(f, i) &&
	       (!is_phrase(item, STR("đã")) || i < f->last_figure);
}

/* Among goals "để xảy ra 3 vụ" and "số vụ xảy ra trên địa bàn" report
 * nothing. */
static bool
is_to_happen(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	return f->in_goals && is_phrase(item, STR("xảy ra")) &&
	       (str_ends(str_slice(f->folded, 0, item->start), STR("để ")) ||
		   !leads_to_figure(f, i));
}

/* "chỉ tiêu thu hồi pháo: mới được 15 kg": whether "mới" at item i tells how
 * little there is. */
static bool
is_little(const struct fold *f, size_t i)
{
	const struct item *next = next_to(f, i), *prior = prior_to(f, i);

	if (!is_phrase(&f->items->list[i], STR("mới")) || next == NULL)
		return false;
	if (is_phrase(next, STR("được")))
		return leads_to_figure(f, i + 1);
	return prior != NULL && next->kind == ITEM_FIGURE &&
	       (prior->kind == ITEM_COMMA || prior->kind == ITEM_COLON ||
		   prior->kind == ITEM_SEMICOLON);
}

/* "Mục tiêu khi kết thúc đợt là ...", "Chỉ tiêu sau một tháng là ...": whether
 * the end at item i is the term of a goal that is named, as "là" behind it
 * tells. */
static bool
is_term_of_goal(const struct fold *f, size_t i)
{
	static const char *const ends[] = {
	    "kết thúc ", "khép lại", "sau ", NULL};
	size_t end = i + NEAR;

	if (!f->now.open ||
	    !starts_with_one_of(f->items->list[i].cue->phrase, ends))
		return false;
	while (++i < f->items->count && i < end &&
	       f->items->list[i].kind == ITEM_CUE &&
	       !item_is(&f->items->list[i], CUE_PAST) &&
	       !item_is(&f->items->list[i], CUE_REACH))
		if (is_phrase(&f->items->list[i], STR("là")))
			return true;
	return false;
}

/* "Về chỉ tiêu giảm án: toàn tỉnh xảy ra 512 vụ": whether it is counted at item
 * i, in the first clause behind a colon, what happened. */
static bool
is_count_of_past(const struct fold *f, size_t i)
{
	const struct item *next = next_to(f, i);

	if (!is_phrase(&f->items->list[i], STR("xảy ra")) || next == NULL ||
	    next->kind != ITEM_FIGURE || f->now.figure || f->in_goals ||
	    str_ends(
		str_slice(f->folded, 0, f->items->list[i].start), STR("để ")))
		return false;
	while (i-- > 0 && f->items->list[i].kind == ITEM_CUE)
		;
	return i != SIZE_MAX && f->items->list[i].kind == ITEM_COLON;
}

/* "Phấn đấu đến hết năm, xã giữ vững danh hiệu": what a goal without a figure
 * yet asks to be kept. */
static bool
is_to_be_kept(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	return f->now.mode == SET && !f->now.figure &&
	       is_phrase(item, STR("giữ vững")) &&
	       !str_ends(str_slice(f->folded, 0, item->start), STR("được "));
}

void
take_past(struct fold *f, size_t i)
{
	static const char *const there[] = {"hiện có", "hiện còn", "hiện toàn ",
	    "hiện cả ", "hiện trên ", NULL};
	const struct item *next = next_to(f, i);
	bool is_time = str_starts(f->items->list[i].cue->phrase, STR("năm "));

	/* "không để xảy ra" reports nothing, nor does "phát sinh mới" */
	if (is_kept(f, i) || is_to_be_kept(f, i) || is_against(f, i) ||
	    follows_cue(f, i, CUE_ZERO) || is_within_zero(f, i) ||
	    tells_which(f, i) || is_to_happen(f, i) || is_allowed(f, i) ||
	    is_term_of_goal(f, i) || is_there(f, i))
		return;
	if (f->items->list[i].cue->value == PAST_ADVERB &&
	    (next == NULL ||
		(!is_change(next) && !item_is(next, CUE_VERB) &&
		    (!item_is(next, CUE_FILL) ||
			str_equal(next->cue->phrase, STR("là"))) &&
		    next->kind != ITEM_FIGURE && !is_headline(f, i))))
		return;
	f->reported = true;
	if (f->now.mode == SET &&
	    starts_with_one_of(f->items->list[i].cue->phrase, there) &&
	    leads_to_figure(f, i))
		f->now.aside = true;
	if ((f->now.open && !is_time) || f->now.mode == WEAK ||
	    (f->now.mode == REFER &&
		(f->now.figure ||
		    f->items->list[i].cue->value == PAST_ADVERB)) ||
	    (f->now.mode >= LISTED &&
		(is_joined(f, i) || (f->now.boundary && !f->now.figure))))
		f->now.mode = REPORT;
	/* "Chỉ tiêu bắt truy nã: đã bắt 34/50 đối tượng", "vẫn tăng 0,8%" */
	if (f->now.bracket || is_count_of_past(f, i) ||
	    (is_phrase(&f->items->list[i], STR("vẫn")) && next != NULL &&
		(item_is(next, CUE_UP) || item_is(next, CUE_DOWN)) &&
		leads_to_figure(f, i + 1)) ||
	    (is_phrase(&f->items->list[i], STR("đã")) && follows_colon(f, i)) ||
	    f->items->list[i].cue->value == PAST_FIRM || is_little(f, i) ||
	    (f->now.mode == SET && is_reason(f, i)))
		f->now.mode = REPORT;
}

/* "phải đạt 90%", "sẽ đạt 90%": its own verb sets it, whatever is reported
 * before; "sẽ chiếm 40%" is a forecast. */
static bool
is_demanded(const struct fold *f, size_t i)
{
	const struct item *goal = prior_to(f, i);

	return goal != NULL && item_is(goal, CUE_GOAL) &&
	       (goal->cue->value == GOAL_MUST ||
		   (goal->cue->value == GOAL_WILL &&
		       !str_starts(
			   f->items->list[i].cue->phrase, STR("chiếm"))));
}

/* "so với chỉ tiêu đạt 150%", "chỉ tiêu truy nã vượt 35%" report. */
void
take_reach(struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];
	bool reach = item_is(item, CUE_REACH) || exceeds(item);

	/* "nhưng chỉ đạt 88,9%" */
	if (item_is(item, CUE_REACH) &&
	    str_starts(item->cue->phrase, STR("chỉ ")))
		f->now.mode = REPORT;
	if (reach && f->now.mode == REFER && !is_demanded(f, i) &&
	    (f->now.against || str_starts(item->cue->phrase, STR("chiếm"))))
		f->now.mode = REPORT;
	if (f->now.open && !is_demanded(f, i) &&
	    (exceeds(item) || (reach && f->reported) ||
		is_phrase(item, STR("ước đạt"))))
		f->now.mode = REPORT;
	f->now.compared = true;
}

/* "sau 20 ngày", "qua 1 tháng ra quân", "6 tháng đầu năm": they report. */
static bool
is_elapsed(const struct fold *f, const struct item *item)
{
	static const char *const units[] = {
	    "ngày", "tuần", "tháng", "quý", "năm", "đợt", NULL};
	static const char *const about[] = {"hơn ", "gần ", "khoảng ", NULL};
	struct str s = f->folded;
	size_t at = item->end + 1, end;

	if (is_phrase(item, STR("tháng")) &&
	    str_starts(str_from_offset(s, item->end), STR(" đầu năm")))
		return true;
	if ((!is_phrase(item, STR("sau")) && !is_phrase(item, STR("qua"))) ||
	    at >= s.len)
		return false;
	for (size_t i = 0; about[i] != NULL; i++)
		if (str_starts(str_from_offset(s, at), str_from(about[i])))
			at += str_from(about[i]).len;
	end = number_end(s, at);
	if (!str_digit_at(s, at) || end >= s.len)
		return false;
	return starts_with_one_of(str_from_offset(s, end + 1), units);
}

/* "Nhờ tuần tra khép kín, ...", "Suốt 3 ngày Tết, ...", "- Xã A: suốt đợt
 * ...". */
static bool
is_opening_of_report(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i], *prior = prior_to(f, i);

	return (is_phrase(item, STR("nhờ")) || is_phrase(item, STR("suốt"))) &&
	       (item->start == 0 ||
		   (prior != NULL && (prior->kind == ITEM_COMMA ||
					 prior->kind == ITEM_COLON)));
}

bool
is_time_of_report(const struct fold *f, size_t i)
{
	/* "phải đạt sau 31 ngày" is to come */
	return (is_elapsed(f, &f->items->list[i]) &&
		   !follows_cue(f, i, CUE_REACH)) ||
	       is_opening_of_report(f, i);
}

/* "Chỉ tiêu là 80%; đạt 84,5%": no goal has a fraction. */
bool
is_reached(const struct fold *f, size_t i)
{
	const struct item *prior = prior_to(f, i), *next = next_to(f, i);

	return next != NULL && next->kind == ITEM_FIGURE &&
	       next->figure.unit->kind == UNIT_RATE && prior != NULL &&
	       (prior->kind == ITEM_COMMA || prior->kind == ITEM_SEMICOLON) &&
	       items_has_fraction(f->items, &next->figure);
}

bool
misses(const struct item *item)
{
	static const char *const words[] = {"chưa đạt", "không đạt",
	    "chưa hoàn thành", "không hoàn thành", NULL};

	return item_is(item, CUE_COMPARE) &&
	       starts_with_one_of(item->cue->phrase, words);
}

/* "Chỉ tiêu duy nhất chưa đạt": what follows is what was reached of it. */
bool
is_missed(const struct fold *f, size_t i)
{
	size_t first = look_back(f, i);

	if (!misses(&f->items->list[i]))
		return false;
	while (i-- > first)
		if (item_is(&f->items->list[i], CUE_GOAL))
			return f->items->list[i].cue->value == GOAL_NOUN;
	return false;
}
