/* By how much a goal was passed or missed. */
#include "scope.h"

/* "cao hơn chỉ tiêu (80%) là 4,5%", "vượt kế hoạch 30 vụ là 4 vụ": whether
 * figure i tells by how much the goal in front of it is passed or missed. */
static bool
is_difference(const struct fold *f, size_t i)
{
	const struct items *items = f->items;
	const struct item *prior = prior_to(f, i);
	size_t j = i;
	bool named = false;

	if (prior != NULL && is_phrase(prior, STR("là")))
		prior = prior_to(f, --j);
	if (prior == NULL || (prior->kind != ITEM_CLOSE &&
				 (j == i || prior->kind != ITEM_FIGURE)))
		return false;
	while (j-- > 0 && i - j <= NEAR) {
		const struct item *item = &items->list[j];

		if (item->kind == ITEM_COMMA || item->kind == ITEM_SEMICOLON)
			return false;
		if (item->kind == ITEM_FIGURE && item->status == STATUS_RESULT)
			return false;
		named = named || item_is(item, CUE_GOAL);
		if (named && (exceeds(item) || is_comparison(item) ||
				 is_phrase(item, STR("kém"))))
			return true;
	}
	return false;
}

/* "đạt 56,4% chỉ tiêu Bộ giao và 53,7% chỉ tiêu phấn đấu". */
static bool
is_share(const struct fold *f, size_t i)
{
	const struct item *figure = &f->items->list[i];

	return figure->figure.unit->kind == UNIT_RATE &&
	       figure->op == OP_NONE && is_before_goal(f, i);
}

/* "còn cách chỉ tiêu 7 đối tượng". */
static bool
falls_short(const struct item *item)
{
	static const char *const words[] = {
	    "kém", "hụt", "còn cách", "còn thiếu", NULL};

	return item->kind == ITEM_CUE &&
	       starts_with_one_of(item->cue->phrase, words);
}

/* "hụt chỉ tiêu truy nã 4 đối tượng": how many are wanting of the goal in
 * front. */
static bool
is_shortfall(const struct fold *f, size_t i)
{
	const struct unit *unit = f->items->list[i].figure.unit;
	bool count =
	    unit->kind == UNIT_COUNT || str_equal(unit->name, STR("điểm %"));

	while (follows_cue(f, i, CUE_HEAD))
		i--;
	return count && follows_cue(f, i, CUE_GOAL) &&
	       prior_to(f, i - 1) != NULL && falls_short(prior_to(f, i - 1));
}

/* "đạt 6,46%, thấp hơn mục tiêu 7,5%", "71 vụ, cao hơn chỉ tiêu 65 vụ": whether
 * figure i, behind what compares it, may be the goal of what was reached. */
static bool
is_near_mark(const struct fold *f, size_t i, const struct item *how)
{
	const struct items *items = f->items;
	const struct item *goal = &items->list[i];
	size_t reached, mark, j = (size_t)(how - items->list);
	size_t first = j > NEAR ? j - NEAR : 0;
	bool over = exceeds(how);
	bool lower = !over && !str_starts(how->cue->phrase, STR("cao"));

	if (goal->figure.form == FIGURE_RANGE)
		return goal->figure.unit->kind == UNIT_RATE;
	while (j > first && items->list[j].kind != ITEM_FIGURE)
		j--;
	if (items->list[j].kind != ITEM_FIGURE ||
	    items->list[j].figure.unit != goal->figure.unit ||
	    !items_hundredths(items, &items->list[j].figure, &reached) ||
	    !items_hundredths(items, &goal->figure, &mark))
		return false;
	if (over)
		return mark < reached && mark > reached / 2;
	return lower ? mark > reached && mark / 4 < reached
		     : mark < reached && mark > reached / 4;
}

/* "vượt chỉ tiêu bắt truy nã 35%", "vượt mức chỉ tiêu từ 5% đến 20%": by how
 * much the goal in front of figure i was passed. */
static bool
is_surplus(const struct fold *f, size_t i)
{
	const struct items *items = f->items;
	const struct item *item = &items->list[i], *prior;
	size_t first = look_back(f, i), number;

	/* "vượt chỉ tiêu trên 40%" */
	if (item->figure.unit->kind != UNIT_RATE || item->op != OP_NONE ||
	    (item->figure.form != FIGURE_RANGE &&
		items_whole(items, &item->figure, &number) && number >= 50))
		return false;
	while (i-- > first) {
		item = &items->list[i];
		/* "vượt mục tiêu giảm 5%" */
		if (item->kind != ITEM_CUE || is_phrase(item, STR("là")) ||
		    is_change(item))
			return false;
		if (!item_is(item, CUE_GOAL) ||
		    (item->cue->value != GOAL_NOUN &&
			item->cue->value != GOAL_PLAN))
			continue;
		prior = prior_to(f, i);
		return prior != NULL && exceeds(prior);
	}
	return false;
}

/* "cao hơn chỉ tiêu giao 11,7%", "vượt yêu cầu Bộ Công an đề ra 9,5%": no goal
 * has a fraction; what is behind its name is how far it was passed or
 * missed. */
static bool
is_distance(const struct fold *f, size_t i)
{
	static const char *const givers[] = {" của ", " do ", " mà ", NULL};
	const struct item *item = &f->items->list[i], *next = next_to(f, i);
	size_t first = look_back(f, i);

	if (item->op != OP_NONE || item->figure.unit->kind != UNIT_RATE ||
	    !items_has_fraction(f->items, &item->figure) ||
	    f->now.mode == ASKED || (next != NULL && item_is(next, CUE_GOAL)) ||
	    starts_with_one_of(str_from_offset(f->folded, item->end), givers) ||
	    !follows_cue(f, i, CUE_GOAL))
		return false;
	while (i-- > first) {
		item = &f->items->list[i];
		if (!item_is(item, CUE_GOAL))
			return exceeds(item) || is_comparison(item);
	}
	return false;
}

/* "bằng 95% chỉ tiêu, 108% so với cùng kỳ": a rate of what was reached before,
 * and no change. */
static bool
is_ratio_to_past(const struct fold *f, size_t i)
{
	static const char *const past[] = {
	    " so với cùng kỳ", " cùng kỳ", " so cùng kỳ", NULL};
	const struct item *item = &f->items->list[i], *prior;

	if (item->figure.unit->kind != UNIT_RATE || f->now.mode == SET ||
	    !starts_with_one_of(str_from_offset(f->folded, item->end), past))
		return false;
	for (prior = prior_to(f, i); prior != NULL; prior = prior_to(f, --i))
		if (!item_is(prior, CUE_OP) && !item_is(prior, CUE_FROM))
			break;
	return prior == NULL ||
	       (!item_is(prior, CUE_UP) && !item_is(prior, CUE_DOWN));
}

bool
is_excess(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i], *how;
	size_t number;

	if ((!f->figures && is_distance(f, i)) || is_ratio_to_past(f, i))
		return true;
	if (f->now.mode != REFER)
		return false;
	if (is_difference(f, i) || is_share(f, i) || is_surplus(f, i))
		return true;
	if (is_shortfall(f, i))
		return true;
	how = follows_cue(f, i, CUE_GOAL) ? prior_to(f, i - 1) : NULL;
	if (how == NULL || how->kind != ITEM_CUE)
		return false;
	/* "thấp hơn mục tiêu 7,5-8%", "2.914 vụ, vượt chỉ tiêu 2.500 vụ" */
	if ((is_comparison(how) || item->figure.unit->kind != UNIT_RATE) &&
	    is_near_mark(f, i, how))
		return false;
	/* "thấp hơn chỉ tiêu 8% được giao" */
	if ((!exceeds(how) && !is_comparison(how)) ||
	    (next_to(f, i) != NULL && item_is(next_to(f, i), CUE_GOAL)))
		return false;
	return item->figure.unit->kind != UNIT_RATE ||
	       !items_whole(f->items, &item->figure, &number) || number < 50;
}

/* Bytes of a clause that are looked over for what compares. */
#define GAP_MOST 120

bool
is_gap(const struct fold *f, const struct item *figure)
{
	static const char *const far[] = {"hụt ", "cách chỉ tiêu", "còn cách",
	    "thấp hơn", "kém ", "thiếu ", "cao hơn", "vượt ", "dưới mức", NULL};
	static const char *const asked[] = {"phải ", "phấn đấu", "ít nhất",
	    "tối thiểu", "sẽ ", "cần ", "mục tiêu ", NULL};
	struct str clause;
	size_t at = 0, next;

	if (!str_equal(figure->figure.unit->name, STR("điểm %")))
		return false;
	clause = str_before(f->folded, figure->start, GAP_MOST);
	while ((next = str_find(clause, STR(", "), at)) < clause.len)
		at = next + 2;
	clause = str_from_offset(clause, at);
	return holds_one_of(clause, far) && !holds_one_of(clause, asked);
}
