/* What figures and clauses are under a goal. */
#include "scope.h"

bool
exceeds(const struct item *item)
{
	return item_is(item, CUE_OP) &&
	       str_starts(item->cue->phrase, STR("vượt"));
}

bool
starts_with_one_of(struct str s, const char *const *words)
{
	for (size_t i = 0; words[i] != NULL; i++)
		if (str_starts(s, str_from(words[i])))
			return true;
	return false;
}

bool
follows_colon(const struct fold *f, size_t i)
{
	return i > 0 && f->items->list[i - 1].kind == ITEM_COLON &&
	       next_to(f, i - 1) != NULL;
}

bool
is_round_rate(const struct fold *f, const struct item *item)
{
	struct span value = item->figure.value;
	size_t number;

	return item->figure.unit->kind == UNIT_RATE &&
	       item->figure.form == FIGURE_PLAIN &&
	       str_to_size(str_slice(buf_str(&f->items->strings), value.start,
			       value.end),
		   &number) &&
	       number % 5 == 0;
}

bool
is_each(const struct fold *f, const struct item *item)
{
	static const char *const bodies[] = {"đơn vị", "đội", "tổ", "huyện",
	    "xã", "phường", "quận", "phòng", "công an", "địa phương", "cán bộ",
	    "chốt", "trạm", "tỉnh", "thành phố", "thị xã", "ca trực", NULL};
	static const char *const means[] = {"bình quân", "trung bình", NULL};
	struct str rest = str_from_offset(f->folded, item->end);

	if (!is_phrase(item, STR("mỗi")) || rest.len == 0 ||
	    !starts_with_one_of(str_from_offset(rest, 1), bodies))
		return false;
	for (size_t i = 0; means[i] != NULL; i++)
		if (str_find(f->folded, str_from(means[i]), 0) < f->folded.len)
			return false;
	return true;
}

bool
is_all(const struct fold *f, const struct item *item)
{
	return str_equal(
	    str_slice(f->folded, item->start, item->end), STR("100%"));
}

/* "giao mỗi xã 02 vụ": whether figure i is for each of them. */
static bool
is_portion(const struct fold *f, size_t i)
{
	while (i-- > f->clause)
		if (is_each(f, &f->items->list[i]))
			return true;
	return false;
}

/*
 * "Số vụ, số người chết cùng giảm 10%": that all of them change by one round
 * rate is asked for; what is reported is seldom so even.
 */
static bool
is_joint_change(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];
	unsigned measures = 0;

	if (i < 2 || item->op != OP_NONE || !is_round_rate(f, item) ||
	    next_to(f, i - 1) != item || next_to(f, i - 2) != item - 1 ||
	    (!item_is(item - 1, CUE_UP) && !item_is(item - 1, CUE_DOWN)) ||
	    (!is_phrase(item - 2, STR("cùng")) &&
		!is_phrase(item - 2, STR("đều"))))
		return false;
	for (size_t j = 0; j < i; j++) {
		if (f->items->list[j].kind == ITEM_FIGURE)
			return false;
		measures += item_is(&f->items->list[j], CUE_HEAD);
	}
	return measures > 1;
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
	    (f->now.mode == ASKED || item->op != OP_NONE || is_all(f, item)))
		return true;
	if (f->now.mode == LISTED && is_joint_change(f, i))
		return true;
	if (f->now.mode != LISTED && is_round_rate(f, item) &&
	    follows_colon(f, i))
		return true;
	if (f->now.mode == ASKED && item->figure.unit->kind == UNIT_COUNT &&
	    is_portion(f, i))
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
