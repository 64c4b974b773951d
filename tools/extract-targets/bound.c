/* What figures and clauses are under a goal. */
#include "scope.h"

bool
exceeds(const struct item *item)
{
	return item_is(item, CUE_OP) &&
	       str_starts(item->cue->phrase, STR("vượt"));
}

bool
is_bound(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];
	const struct item *before =
	    i > 0 && next_to(f, i - 1) == item ? item - 1 : NULL;

	if (item->op == OP_GE || item->op == OP_LE ||
	    (item->op == OP_LT && f->now.mode != LISTED))
		return true;
	if (item->figure.unit->kind == UNIT_RATE &&
	    (f->now.mode == ASKED || item->op != OP_NONE ||
		str_equal(
		    str_slice(f->folded, item->start, item->end), STR("100%"))))
		return true;
	/* "chỉ đạo ... thu 5 tỷ đồng (tăng 12%)" reports */
	if (f->now.mode == WEAK && f->figures)
		return false;
	return before != NULL && f->now.mode != LISTED &&
	       (is_change(before) || is_task_verb(before) ||
		   (f->now.mode == ASKED && item_is(before, CUE_VERB)));
}

bool
is_excess(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];
	struct str value = buf_str(&f->items->strings);
	size_t number;

	if (f->now.mode != REFER || i < 2 || next_to(f, i - 1) != item ||
	    next_to(f, i - 2) != item - 1 || !item_is(item - 1, CUE_GOAL) ||
	    (!exceeds(item - 2) && !is_comparison(item - 2)))
		return false;
	value =
	    str_slice(value, item->figure.value.start, item->figure.value.end);
	return item->figure.unit->kind != UNIT_RATE ||
	       !str_to_size(value, &number) || number < 50;
}

/* "tối thiểu", "không quá": such an operator in front of figure i. */
static bool
has_norm(const struct fold *f, size_t i)
{
	static const char *const words[] = {"tối thiểu", "không dưới",
	    "không quá", "không thấp hơn", "không vượt quá", "không được",
	    NULL};
	const struct item *before = &f->items->list[i] - 1;

	if (i == 0 || !item_is(before, CUE_OP) ||
	    next_to(f, i - 1) != before + 1)
		return false;
	for (size_t j = 0; words[j] != NULL; j++)
		if (str_starts(before->cue->phrase, str_from(words[j])))
			return true;
	return false;
}

bool
is_norm(const struct fold *f, size_t i, bool measured)
{
	const struct unit *unit = f->items->list[i].figure.unit;

	if (!has_norm(f, i))
		return false;
	/* money only of a task: "thu hồi tối thiểu 50 tỷ đồng" */
	if (unit->kind == UNIT_MONEY)
		return i > 1 && is_task_verb(&f->items->list[i - 2]) &&
		       next_to(f, i - 2) != NULL;
	return !str_equal(unit->name, STR("người")) &&
	       (unit->kind != UNIT_RATE || measured);
}

/* "Về ma túy: ...", "Giai đoạn 2: ...", "Thứ nhất, ...". */
static bool
is_framed(const struct fold *f)
{
	static const char *const openings[] = {
	    "về ", "đối với ", "giai đoạn ", "thứ nhất", "trước hết", NULL};
	bool opens = false;

	for (size_t i = 0; openings[i] != NULL; i++)
		opens |= str_starts(f->folded, str_from(openings[i]));
	for (size_t i = 0; opens && i < f->items->count; i++) {
		const struct item *item = &f->items->list[i];

		if (item->kind == ITEM_COLON || item->kind == ITEM_COMMA)
			return true;
		if (item->kind == ITEM_FIGURE)
			return false;
	}
	return false;
}

/* Of a list: weights and money there are thresholds of the law. */
static bool
is_floor_or_ceiling(const struct item *item)
{
	enum unit_kind kind = item->figure.unit->kind;

	return (item->op == OP_GE || item->op == OP_LE) &&
	       (kind == UNIT_COUNT || kind == UNIT_RATE);
}

/* What the police count and can be told to reach. */
static bool
is_counted_work(const struct item *item, bool measured)
{
	const struct unit *unit = item->figure.unit;

	if (item->op != OP_GE && item->op != OP_LE)
		return false;
	if (unit->kind == UNIT_RATE)
		return measured;
	return unit->kind == UNIT_COUNT && !str_equal(unit->name, STR("người"));
}

bool
is_order(const struct fold *f, bool listed)
{
	const struct items *items = f->items;
	bool measured = false, named = false, found = false;
	unsigned bounds = 0;

	listed = listed || is_framed(f);
	for (size_t i = 0; i < items->count; i++) {
		const struct item *item = &items->list[i];

		if (item_is(item, CUE_PAST) &&
		    item->cue->value != PAST_ADVERB &&
		    !(i > 0 && item_is(item - 1, CUE_ZERO)))
			return false;
		if (item_is(item, CUE_HEAD))
			measured = true;
		/* "thu 412 kg; mục tiêu không dưới 400 kg": of its own */
		if (item_is(item, CUE_GOAL))
			named = true;
		if (item->kind == ITEM_COMMA || item->kind == ITEM_SEMICOLON)
			named = false;
		/* "- Từ 5 đến 10 triệu đồng với vi phạm từ 3 người trở lên" */
		if (item->kind == ITEM_FIGURE && listed && !found &&
		    item->figure.unit->kind == UNIT_MONEY &&
		    !is_norm(f, i, measured))
			return false;
		if (item->kind != ITEM_FIGURE || named)
			continue;
		bounds += is_counted_work(item, measured);
		if (is_norm(f, i, measured) || bounds > 1 ||
		    (listed && is_floor_or_ceiling(item)))
			found = true;
	}
	return found;
}

bool
is_named_behind(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	return item->kind == ITEM_FIGURE && next_to(f, i) != NULL &&
	       (item_is(item + 1, CUE_FILL) ||
		   item_is(item + 1, CUE_COMPARE)) &&
	       (str_equal(item[1].cue->phrase, STR("là")) ||
		   str_equal(item[1].cue->phrase, STR("theo"))) &&
	       next_to(f, i + 1) != NULL && item_is(item + 2, CUE_GOAL) &&
	       (item[2].cue->value == GOAL_NOUN ||
		   item[2].cue->value == GOAL_ORDER) &&
	       (i == 0 || !item_is(item - 1, CUE_REACH));
}

bool
goes_on(const struct fold *f, size_t i)
{
	const struct item *next = next_to(f, i);

	return next != NULL &&
	       (sets(next) || next->kind == ITEM_FIGURE ||
		   item_is(next, CUE_OP) || item_is(next, CUE_HEAD) ||
		   item_is(next, CUE_GOAL) || item_is(next, CUE_ZERO) ||
		   item_is(next, CUE_SAME));
}

bool
is_list(const struct fold *f, size_t i)
{
	return i > 0 && item_is(&f->items->list[i - 1], CUE_VERB) &&
	       next_to(f, i) != NULL && item_is(next_to(f, i), CUE_VERB);
}
