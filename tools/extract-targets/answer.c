/* What was reached of a goal that stands in front of it. */
#include <string.h>

#include "scope.h"

/* The last figure near in front of item i, if nothing but words and commas
 * stands between; NULL: there is none. */
static const struct item *
figure_before(const struct fold *f, size_t i)
{
	size_t first = i > NEAR ? i - NEAR : 0;

	while (i-- > first) {
		const struct item *item = &f->items->list[i];

		if (item->kind == ITEM_FIGURE)
			return item;
		if (item->kind != ITEM_CUE && item->kind != ITEM_COMMA)
			return NULL;
	}
	return NULL;
}

/* The figure of the clause behind item i, if an act, a change or "đạt" stands
 * in front of it and nothing asks for it; *act: the first of these. */
static const struct item *
told_behind(const struct fold *f, size_t i, const struct item **act)
{
	size_t end = i + NEAR;

	*act = NULL;
	while (++i < f->items->count && i < end) {
		const struct item *item = &f->items->list[i];

		if (item->kind == ITEM_FIGURE)
			return *act != NULL && item->op != OP_GE &&
				       item->op != OP_LE
				   ? item
				   : NULL;
		if (item->kind != ITEM_CUE || item_is(item, CUE_GOAL) ||
		    item_is(item, CUE_ZERO))
			return NULL;
		if (*act == NULL &&
		    (item_is(item, CUE_VERB) || is_change(item)))
			*act = item;
	}
	return NULL;
}

static const char *const bodies[] = {"công an ", "đội ", "phòng ", "đơn vị ",
    "lực lượng ", "toàn ", "cả nước ", "cả tỉnh ", "tỉnh ", "huyện ",
    "thành phố ", "thị xã ", "quận ", "xã ", "phường ", "địa phương ", "đồn ",
    "trạm ", "cảnh sát ", "csgt ", "ta ", "chúng tôi ", NULL};

/* Words of a clause's subject: "Công an tỉnh Bắc Ninh". */
#define SUBJECT_MOST 60

bool
is_actor(struct str s, size_t start, size_t end)
{
	struct str words = str_slice(s, start, end);

	if (start > 0 && words.len > 0 && words.data[0] == ' ')
		words = str_from_offset(words, 1);
	return words.len > 1 && words.len <= SUBJECT_MOST &&
	       starts_with_one_of(words, bodies) &&
	       str_find(words, STR(" đăng ký "), 0) == words.len;
}

/* The same, or the time in which they acted: "6 tháng". */
static bool
is_subject(struct str s, size_t start, size_t end)
{
	struct str words = str_slice(s, start, end);

	return is_actor(s, start, end) ||
	       (str_digit_at(words, 1) && words.len <= SUBJECT_MOST &&
		   str_find(words, STR(" tháng "), 0) < 4);
}

/* "Chỉ tiêu giao Công an huyện bắt 20 đối tượng", "giao các xã giảm 5%":
 * whether the goal of a figure tells who is to reach it. */
static bool
names_who(const struct fold *f, const struct item *goal)
{
	static const char *const each[] = {" các ", " mỗi ", " từng ",
	    " công an ", " đội ", " đơn vị ", " huyện ", " xã ", " phường ",
	    NULL};
	size_t i = (size_t)(goal - f->items->list);
	size_t first = i > NEAR ? i - NEAR : 0;

	while (i-- > first) {
		const struct item *item = &f->items->list[i];

		if (item_is(item, CUE_GOAL) || is_phrase(item, STR("là")))
			return holds_one_of(
			    str_slice(f->folded, item->end, goal->start), each);
	}
	return true;
}

/* "Chỉ tiêu giao 20 vụ, bắt 32 vụ (160%)": whether the figure is told to be
 * more than all that was asked for. */
static bool
is_more_than_all(const struct fold *f, const struct item *figure)
{
	size_t i = (size_t)(figure - f->items->list), number;
	const struct item *open = next_to(f, i), *rate;

	if (open == NULL || open->kind != ITEM_OPEN ||
	    (rate = next_to(f, i + 1)) == NULL || rate->kind != ITEM_FIGURE)
		return false;
	return rate->figure.unit->kind == UNIT_RATE &&
	       items_hundredths(f->items, &rate->figure, &number) &&
	       number > 10000;
}

/* "Chỉ tiêu 30 vụ, triệt được 34 vụ": whether what was told of the goal's
 * number is what the police got. */
static bool
is_got(const struct fold *f, const struct item *goal, const struct item *act,
    const struct item *told)
{
	size_t named = (size_t)(goal - f->items->list);
	const struct item *prior = prior_to(f, (size_t)(told - f->items->list));

	if (named == 0 ||
	    !(prior == act ? str_ends(act->cue->phrase, STR(" được"))
			   : prior == act + 1 && is_phrase(prior, STR("được"))))
		return false;
	goal--;
	/* "yêu cầu bắt 25 đối tượng, bắt được 19 đối tượng" */
	if (named > 1 && item_is(goal, CUE_VERB) &&
	    str_equal(goal->cue->phrase, act->cue->phrase))
		goal--;
	return item_is(goal, CUE_GOAL) &&
	       (goal->cue->value == GOAL_NOUN ||
		   goal->cue->value == GOAL_GIVE ||
		   goal->cue->value == GOAL_ORDER ||
		   str_ends(goal->cue->phrase, STR(" chỉ tiêu")));
}

bool
is_outcome(const struct fold *f, size_t i)
{
	const struct item *act, *goal = figure_before(f, i);
	const struct item *told = told_behind(f, i, &act);

	if (f->depth > 0 || goal == NULL || told == NULL ||
	    goal->status != STATUS_GOAL ||
	    goal->figure.unit != told->figure.unit || names_who(f, goal))
		return false;
	return is_subject(f->folded, f->items->list[i].end, act->start) ||
	       (act == next_to(f, i) &&
		   (is_more_than_all(f, told) || is_got(f, goal, act, told)));
}

bool
is_contrary(const struct fold *f, size_t i)
{
	const struct item *act, *goal = figure_before(f, i);
	const struct item *told = told_behind(f, i, &act), *first;

	if (goal == NULL || told == NULL || goal->status != STATUS_GOAL)
		return false;
	/* "nhưng ca nào cũng xử lý trên 20 trường hợp" */
	if (is_subject(f->folded, f->items->list[i].end, act->start) ||
	    str_ends(str_slice(f->folded, 0, act->start), STR(" cũng ")))
		return true;
	first = goal > f->items->list ? goal - 1 : goal;
	return (item_is(first, CUE_DOWN) && item_is(act, CUE_UP)) ||
	       (item_is(first, CUE_UP) && item_is(act, CUE_DOWN));
}

bool
ends_reference(const struct fold *f, size_t i)
{
	static const char *const givers[] = {"giao", "đề ra", "đặt ra", NULL};
	const struct item *goal = prior_to(f, i), *next = next_to(f, i);

	if (goal == NULL || !item_is(goal, CUE_GOAL) ||
	    !is_phrase(&f->items->list[i], STR("và")) ||
	    i + 1 == f->items->count ||
	    item_is(&f->items->list[i + 1], CUE_GOAL))
		return false;
	return (next != NULL && (item_is(next, CUE_VERB) || is_change(next))) ||
	       (next == NULL && ends_with_one_of(goal->cue->phrase, givers));
}

/* "(55% so với 60%)", "(đạt 68,5%)". */
bool
opens_shortfall(const struct fold *f, size_t i)
{
	const struct items *items = f->items;
	size_t j = i, first = look_back(f, i), end = i + NEAR;
	bool reached;

	if (!follows_cue(f, i, CUE_GOAL) || next_to(f, i) == NULL)
		return false;
	while (j-- > first)
		if (misses(&items->list[j]))
			break;
	if (j == SIZE_MAX || j < first)
		return false;
	reached = item_is(next_to(f, i), CUE_REACH);
	while (++i < items->count && i < end && items->list[i].kind == ITEM_CUE)
		;
	if (i >= items->count || items->list[i].kind != ITEM_FIGURE)
		return false;
	if (reached)
		return items->list[i].op == OP_NONE;
	return next_to(f, i) != NULL &&
	       str_starts(str_from_offset(f->folded, items->list[i].end),
		   STR(" so với "));
}

/* "(đạt 62%, chỉ tiêu 70%)": whether the bracket at item i gives a rate and the
 * goal of it. */
static bool
opens_pair(const struct fold *f, size_t i)
{
	const struct item *reach = next_to(f, i), *comma, *goal;

	if (reach == NULL || !item_is(reach, CUE_REACH) ||
	    !leads_to_figure(f, i + 1))
		return false;
	for (i++; f->items->list[i].kind != ITEM_FIGURE; i++)
		;
	comma = next_to(f, i);
	goal = comma != NULL ? next_to(f, i + 1) : NULL;
	return goal != NULL && comma->kind == ITEM_COMMA &&
	       item_is(goal, CUE_GOAL) &&
	       (goal->cue->value == GOAL_NOUN ||
		   goal->cue->value == GOAL_PLAN ||
		   goal->cue->value == GOAL_ORDER) &&
	       leads_to_figure(f, i + 2);
}

bool
opens_outcome(const struct fold *f, size_t i)
{
	const struct item *prior = prior_to(f, i);

	return f->now.mode == SET &&
	       ((f->now.figure && prior != NULL &&
		    (is_phrase(prior, STR("đạt")) ||
			is_phrase(prior, STR("vượt")) || misses(prior))) ||
		   opens_pair(f, i));
}

bool
tells_why(const struct fold *f, size_t i)
{
	static const char *const causes[] = {
	    " vì ", " do ", " bởi ", " khi ", NULL};
	size_t end = i + NEAR;

	if (!starts_with_one_of(
		str_from_offset(f->folded, f->items->list[i].end), causes))
		return false;
	while (++i < f->items->count && i < end &&
	       f->items->list[i].kind == ITEM_CUE)
		if (item_is(&f->items->list[i], CUE_GOAL))
			return false;
	return i < f->items->count && f->items->list[i].kind == ITEM_FIGURE;
}

bool
opens_cause(const struct fold *f, size_t i)
{
	static const char *const causes[] = {"khi", "do", "bởi", NULL};
	size_t end = i + NEAR;

	if (f->now.mode != SET || !f->now.figure ||
	    !equals_one_of(f->items->list[i].cue->phrase, causes))
		return false;
	while (++i < f->items->count && i < end &&
	       f->items->list[i].kind == ITEM_CUE)
		if (item_is(&f->items->list[i], CUE_GOAL))
			return false;
	return i < f->items->count && f->items->list[i].kind == ITEM_FIGURE &&
	       f->items->list[i].figure.unit->kind == UNIT_RATE &&
	       act_before(f, i) != NULL && is_change(act_before(f, i)) &&
	       items_has_fraction(f->items, &f->items->list[i].figure);
}

bool
is_missed_task(const struct fold *f, size_t i)
{
	const struct item *link = next_to(f, i), *act;

	if (link == NULL || !is_phrase(link, STR("là")))
		return false;
	act = next_to(f, i + 1);
	/* but "không đạt là thu hồi súng: 45 khẩu" */
	return act != NULL && (item_is(act, CUE_VERB) || is_change(act)) &&
	       leads_to_figure(f, i + 2);
}

/* Bytes in front of a goal's name that tell whether it is to be met. */
#define MET_MOST 160

bool
is_met(const struct fold *f, size_t i)
{
	static const char *const met[] = {"hoàn thành ", "hoàn thành các ",
	    "hoàn thành vượt mức ", "vượt ", NULL};
	static const char *const orders[] = {"phấn đấu ", "phải ", "cần ",
	    "sẽ ", "yêu cầu ", "quyết tâm ", "nhằm ", "để ", NULL};
	size_t at = f->items->list[i].start;
	struct str before = str_before(f->folded, at, MET_MOST);

	return ends_with_one_of(before, met) && !holds_one_of(before, orders);
}

bool
is_met_by(const struct fold *f, size_t i)
{
	size_t j = i, first = look_back(f, i);

	if (!f->now.figure || !is_phrase(&f->items->list[i], STR("với")) ||
	    !leads_to_figure(f, i))
		return false;
	while (j-- > first) {
		const struct item *item = &f->items->list[j];

		if (item_is(item, CUE_GOAL))
			return item->cue->value == GOAL_NOUN && is_met(f, j);
		/* "Chỉ tiêu 25 vụ hoàn thành sớm với 27 vụ" */
		if (is_phrase(item, STR("hoàn thành")) && j > 0)
			return !item_is(item - 1, CUE_GOAL);
	}
	return false;
}

/* Where a colon stands with a verdict behind it, "Khởi tố tối thiểu 10 vụ:
 * không đạt, thiếu 1 vụ"; the sentence's length: nowhere. */
static size_t
find_verdict(struct str s)
{
	static const char *const verdicts[] = {": đạt", ": không đạt",
	    ": chưa đạt", ": đã đạt", ": vượt", ": hoàn thành",
	    ": chưa hoàn thành", ": không hoàn thành", ": đã xong", NULL};
	size_t colon = str_find(s, STR(": "), 0);

	for (size_t i = 0; verdicts[i] != NULL; i++) {
		struct str verdict = str_from(verdicts[i]);
		size_t end = colon + verdict.len;

		if (str_starts(str_from_offset(s, colon), verdict) &&
		    (end == s.len || strchr(",;.(", s.data[end]) != NULL ||
			str_starts(str_from_offset(s, end), STR(" ("))))
			return colon;
	}
	return s.len;
}

void
judge_goals(struct fold *f)
{
	size_t colon = find_verdict(f->folded);
	bool judged = false;

	for (size_t i = 0; colon < f->folded.len && i < f->items->count; i++) {
		struct item *item = &f->items->list[i];

		if (item->kind != ITEM_FIGURE)
			continue;
		if (item->start > colon && judged)
			item->status = STATUS_RESULT;
		if (item->start < colon &&
		    (item->op == OP_GE || item->op == OP_LE ||
			item->figure.unit->kind == UNIT_RATE)) {
			item->status = STATUS_GOAL;
			judged = true;
		}
	}
}

void
read_scores(struct fold *f)
{
	size_t depth = 0;

	for (size_t i = 0; i < f->items->count; i++) {
		struct item *item = &f->items->list[i];

		depth += item->kind == ITEM_OPEN;
		depth -= item->kind == ITEM_CLOSE && depth > 0;
		if (item->kind == ITEM_FIGURE)
			item->status = depth > 0 ? STATUS_GOAL : STATUS_RESULT;
	}
}
