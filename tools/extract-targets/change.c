/* Change: tăng and giảm, signs, and what they reach over. */
#include "meaning.h"

#include "phrases.h"

/* Plain words between a change and its number, in bytes. */
#define RATE_REACH 90
#define COUNT_REACH 10
/* The same, of what is told to change. */
#define MEASURE_REACH 26
/* Words of a measure that follow one another; the same and brackets. */
#define HEADS_MOST 4
#define NAME_ITEMS 6

enum change
change_of(const struct item *item)
{
	if (item_is(item, CUE_HEAD) && is_phrase(item, STR("mức giảm")))
		return CHANGE_DOWN;
	/* "đăng ký kéo giảm" */
	if (item_is(item, CUE_GOAL) &&
	    str_ends(item->cue->phrase, STR(" kéo giảm")))
		return CHANGE_DOWN;
	return item_is(item, CUE_UP)     ? CHANGE_UP
	       : item_is(item, CUE_DOWN) ? CHANGE_DOWN
					 : CHANGE_NONE;
}

/* "(-24,25%)": the sign is not the dash of a range. */
static enum change
read_sign(struct item *figure, struct str folded)
{
	size_t at = figure->start, sign;
	char c;

	if (at > 0 && folded.data[at - 1] == ' ')
		at--;
	if (at == 0)
		return CHANGE_NONE;
	sign = at - 1;
	while (sign > 0 && ((unsigned char)folded.data[sign] & 0xC0) == 0x80)
		sign--;
	if (sign == 0 ||
	    (folded.data[sign - 1] != '(' &&
		(folded.data[sign - 1] != ' ' || at != figure->start)))
		return CHANGE_NONE;
	c = folded.data[sign];
	if (c != '+' && c != '-' && (unsigned char)c != 0xE2)
		return CHANGE_NONE;
	if ((unsigned char)c == 0xE2 &&
	    !str_equal(str_slice(folded, sign, at), STR("−")) &&
	    !str_equal(str_slice(folded, sign, at), STR("–")))
		return CHANGE_NONE;
	figure->reach_start = sign;
	return c == '+' ? CHANGE_UP : CHANGE_DOWN;
}

static bool
may_stand_between(const struct item *item)
{
	if (item->kind != ITEM_CUE)
		return false;
	switch (item->cue_kind) {
	case CUE_GOAL:
		return is_phrase(item, STR("bằng được"));
	case CUE_VERB:
		/* "giảm số người chết và bị thương 5%" */
		return item->cue->value == VERB_HARM;
	case CUE_OP:
	case CUE_FILL:
	case CUE_FROM:
	case CUE_HEAD:
	case CUE_COMPARE:
	case CUE_NONE:
	case CUE_STOP:
	case CUE_SAME:
	case CUE_AND:
		return true;
	default:
		return false;
	}
}

/* "giảm sâu, ít nhất 10% so với năm 2023": the comma between a change and how
 * much it is, if nothing else is said of figure i. */
static bool
is_made_precise(
    const struct items *items, size_t i, size_t j, struct str folded)
{
	const struct item *comma = &items->list[j], *figure = &items->list[i];
	bool follows = i + 1 < items->count &&
		       is_adjacent(folded, figure->end, figure[1].start);

	if (comma->kind != ITEM_COMMA || j == 0 || j + 1 >= i ||
	    figure->figure.unit->kind != UNIT_RATE ||
	    change_of(comma - 1) == CHANGE_NONE ||
	    !is_adjacent(folded, comma[-1].end, comma->start) ||
	    (!item_is(comma + 1, CUE_OP) && !item_is(comma + 1, CUE_FILL)))
		return false;
	return follows ? figure[1].kind != ITEM_CUE ||
			     item_is(figure + 1, CUE_COMPARE)
		       : figure->end == folded.len;
}

/* "số vụ cướp, cướp giật": the comma between two that are measured. */
static bool
is_crime_list(const struct items *items, size_t i, struct str folded)
{
	return items->list[i].kind == ITEM_COMMA && i > 0 &&
	       i + 1 < items->count && item_is(&items->list[i - 1], CUE_HEAD) &&
	       item_is(&items->list[i + 1], CUE_HEAD) &&
	       is_adjacent(
		   folded, items->list[i - 1].end, items->list[i].start) &&
	       is_adjacent(
		   folded, items->list[i].end, items->list[i + 1].start);
}

/* "kéo giảm số vụ trộm cắp": whether a change is told right in front of item j,
 * or of what it is of. */
static bool
is_told_of(const struct items *items, size_t j, struct str folded)
{
	size_t first = j > HEADS_MOST ? j - HEADS_MOST : 0;

	while (
	    j > first && item_is(&items->list[j], CUE_HEAD) &&
	    is_adjacent(folded, items->list[j - 1].end, items->list[j].start))
		if (change_of(&items->list[--j]) != CHANGE_NONE)
			return true;
	return false;
}

/* "số vụ giảm (9 vụ)", "tăng số người bị thương (5 người)": the change word in
 * front of the brackets that hold figure i alone, over nothing but its
 * measure. */
static enum change
read_before_bracket(const struct items *items, size_t i, struct str folded)
{
	size_t j = i - 1, first = i > NAME_ITEMS ? i - NAME_ITEMS : 1;

	if (i < 2 || items->list[j].kind != ITEM_OPEN ||
	    !is_adjacent(folded, items->list[j].end, items->list[i].start) ||
	    i + 1 == items->count || items->list[i + 1].kind != ITEM_CLOSE)
		return CHANGE_NONE;
	for (; j >= first; j--) {
		const struct item *item = &items->list[j - 1];

		if (!is_adjacent(folded, item->end, items->list[j].start))
			return CHANGE_NONE;
		if (change_of(item) != CHANGE_NONE)
			return change_of(item);
		if (!item_is(item, CUE_HEAD) &&
		    (!item_is(item, CUE_VERB) || item->cue->value != VERB_HARM))
			return CHANGE_NONE;
	}
	return CHANGE_NONE;
}

/* Bytes of what changes, between the change word and its brackets. */
#define NAME_MOST 60

/* "giảm sâu trộm cắp, cướp giật (từ 10% trở lên)": the change word in front of
 * what changes, if figure i is a rate that has the brackets behind it to
 * itself. */
static enum change
read_before_name(const struct items *items, size_t i)
{
	size_t open = i, close = i + 1;

	if (items->list[i].figure.unit->kind != UNIT_RATE)
		return CHANGE_NONE;
	while (open > 0 && (item_is(&items->list[open - 1], CUE_OP) ||
			       item_is(&items->list[open - 1], CUE_FROM)))
		open--;
	/* "10% trở lên" */
	while (close < items->count && item_is(&items->list[close], CUE_AFTER))
		close++;
	if ((open == i && close == i + 1) || open < 2 ||
	    items->list[--open].kind != ITEM_OPEN || close == items->count ||
	    items->list[close].kind != ITEM_CLOSE)
		return CHANGE_NONE;
	for (size_t j = open; j-- > 0;) {
		const struct item *item = &items->list[j];

		if (items->list[open].start > item->end + NAME_MOST)
			return CHANGE_NONE;
		if (change_of(item) != CHANGE_NONE)
			return change_of(item);
		if (item->kind != ITEM_COMMA && !item_is(item, CUE_HEAD) &&
		    !item_is(item, CUE_NONE) && !item_is(item, CUE_AND))
			return CHANGE_NONE;
	}
	return CHANGE_NONE;
}

/* The change word in front of figure i, over operators and its measure. */
static enum change
read_before(struct items *items, size_t i, struct str folded)
{
	struct item *figure = &items->list[i];
	size_t reach =
	    figure->figure.unit->kind == UNIT_RATE ? RATE_REACH : COUNT_REACH;
	size_t words = 0, at = figure->start;
	bool joined = true, in_turn = false, added = false;

	if (i > 0 && items->list[i - 1].kind == ITEM_OPEN)
		return read_before_bracket(items, i, folded);
	for (size_t j = i; j-- > 0;) {
		const struct item *item = &items->list[j];
		enum change change = change_of(item);

		words += at - item->end;
		joined = joined && is_adjacent(folded, item->end, at);
		/* "mức giảm dao động từ 3 đến 8 vụ" */
		if (change != CHANGE_NONE && item_is(item, CUE_HEAD))
			reach = RATE_REACH;
		/* "kéo giảm tội phạm đường phố 32 vụ", "giảm số người nghiện đi
		 * 45 người" */
		if (reach < MEASURE_REACH && is_told_of(items, j, folded))
			reach = MEASURE_REACH;
		if (words > reach)
			return CHANGE_NONE;
		if (change != CHANGE_NONE) {
			if (joined)
				figure->reach_start = item->start;
			return change;
		}
		/* "nâng tỷ lệ khám phá thêm 3 điểm %" */
		added = added || is_phrase(item, STR("thêm"));
		if (added && is_phrase(item, STR("nâng")))
			return CHANGE_UP;
		/* "giảm so với mức 80%": what it is against; a comma only in
		 * "giảm số vụ, số người chết và số người bị thương 5%" */
		if ((!may_stand_between(item) &&
			!is_measure_list(items, j, folded) &&
			!is_crime_list(items, j, folded) &&
			!(joined && is_made_precise(items, i, j, folded))) ||
		    (joined && !in_turn && item_is(item, CUE_COMPARE)))
			return CHANGE_NONE;
		/* "tăng so với cùng kỳ lần lượt 62 vụ và 81 đối tượng" */
		if (is_phrase(item, STR("lần lượt"))) {
			in_turn = true;
			reach = RATE_REACH;
		}
		if (item_is(item, CUE_HEAD))
			words = 0;
		at = item->start;
	}
	return CHANGE_NONE;
}

/* The whole part of a number; false: there is none that can be counted with. */
static bool
read_whole(const struct items *items, struct span part, size_t *number)
{
	struct str s = items_value(items, part);

	s = str_slice(s, 0, str_find(s, STR("."), 0));
	return str_to_size(s, number) && *number <= SIZE_MAX / 1000;
}

/*
 * Whether figure b gives what the change of figure a was counted from: the
 * difference, or about the rate.  Without that a rise is one where close: what
 * was done out of all is never more than all.
 */
static bool
is_counted_from(const struct items *items, const struct item *a,
    const struct item *b, bool close)
{
	size_t stated, now, before, differ;

	if (!read_whole(items, a->figure.value, &stated) || stated > 1000 ||
	    !read_whole(items, b->figure.value, &now) ||
	    !read_whole(items, b->figure.second, &before) ||
	    (a->change == CHANGE_UP ? now <= before : now >= before))
		return false;
	differ = now > before ? now - before : before - now;
	if (a->figure.unit->kind != UNIT_RATE)
		return differ == stated;
	if (close && a->change == CHANGE_UP)
		return true;
	/* the rate is rounded, or "hơn" */
	return differ * 100 + 2 * before >= stated * before &&
	       differ * 100 <= (stated + 3) * before;
}

/* "tăng 7,9% (518/480 vụ)", "giảm 12% so với cùng kỳ (88/100 vụ)": whether
 * figure j, first in brackets, restates the change of figure i before them. */
static bool
is_restated(const struct items *items, size_t i, size_t j, struct str folded)
{
	const struct item *a = &items->list[i], *b = &items->list[j];
	const struct item *open = b - 1;

	if (a->change == CHANGE_NONE || a->figure.form != FIGURE_PLAIN ||
	    b->figure.form != FIGURE_RATIO || open->kind != ITEM_OPEN ||
	    !is_adjacent(folded, open->end, b->start))
		return false;
	for (size_t k = i + 1; &items->list[k] < open; k++) {
		const struct item *item = &items->list[k];

		if (!item_is(item, CUE_HEAD) && !item_is(item, CUE_COMPARE) &&
		    !item_is(item, CUE_PAST) && !item_is(item, CUE_STOP) &&
		    !item_is(item, CUE_NONE))
			return false;
	}
	return is_counted_from(
	    items, a, b, is_adjacent(folded, a->end, open->start));
}

/* Items in front of a change in which it may be told how many there are now;
 * and what a rate may be off from theirs, in hundredths of a per cent, as it is
 * rounded. */
#define NOW_ITEMS 16
#define ROUNDED_MOST 60

/* "xảy ra 168 vụ, giảm 12,5% (24 vụ)": whether figure i, alone in brackets
 * behind the rate of a change, is by how many it changed, as those that there
 * are now tell. */
static bool
is_difference(
    const struct items *items, size_t last, size_t i, struct str folded)
{
	const struct item *a = &items->list[last], *b = &items->list[i];
	size_t first = last > NOW_ITEMS ? last - NOW_ITEMS : 0, j = last;
	size_t rate, now, differ, before, told;

	if (i != last + 2 || i + 1 >= items->count ||
	    items->list[last + 1].kind != ITEM_OPEN ||
	    items->list[i + 1].kind != ITEM_CLOSE ||
	    !is_adjacent(folded, a->end, items->list[last + 1].start) ||
	    a->change == CHANGE_NONE || a->figure.unit->kind != UNIT_RATE ||
	    b->figure.unit->kind != UNIT_COUNT ||
	    b->figure.form != FIGURE_PLAIN)
		return false;
	while (
	    j > first && !(items->list[j - 1].kind == ITEM_FIGURE &&
			     items->list[j - 1].figure.form == FIGURE_PLAIN &&
			     items->list[j - 1].figure.unit == b->figure.unit))
		j--;
	if (j == first || !items_hundredths(items, &a->figure, &rate) ||
	    !items_whole(items, &items->list[j - 1].figure, &now) ||
	    !items_whole(items, &b->figure, &differ) ||
	    now > SIZE_MAX / 20000 || differ > SIZE_MAX / 20000 ||
	    (a->change == CHANGE_UP && now <= differ))
		return false;
	before = a->change == CHANGE_UP ? now - differ : now + differ;
	told = before == 0 ? 0 : differ * 10000 / before;
	return told <= rate + ROUNDED_MOST && rate <= told + ROUNDED_MOST;
}

/* The change of figure i that the last figure before it gives. */
static enum change
read_last(const struct items *items, size_t last, bool restated, size_t i,
    struct str folded)
{
	const struct figure *figure = &items->list[i].figure;

	if (items->list[last].change == CHANGE_NONE)
		return CHANGE_NONE;
	/* "giảm 12% (88/100 vụ), 5% số người chết", but no number of things */
	if (restated && figure->unit->kind != UNIT_RATE)
		return CHANGE_NONE;
	return change_reaches(items, last, i, folded) ? items->list[last].change
						      : CHANGE_NONE;
}

void
resolve_changes(struct items *items, struct str folded)
{
	size_t last = SIZE_MAX;
	bool restated = false;

	for (size_t i = 0; i < items->count; i++) {
		struct item *item = &items->list[i];
		size_t reach, teller;
		bool restates;

		if (item->kind != ITEM_FIGURE)
			continue;
		reach = item->op != OP_NONE ? item->reach_start : item->start;
		item->change = read_sign(item, folded);
		if (item->change == CHANGE_NONE)
			item->change = read_before(items, i, folded);
		if (item->change == CHANGE_NONE)
			item->change = read_before_name(items, i);
		if (item->change == CHANGE_NONE &&
		    (teller = change_over_commas(items, i, folded)) != SIZE_MAX)
			item->change = change_of(&items->list[teller]);
		restates = item->change == CHANGE_NONE && last != SIZE_MAX &&
			   (is_restated(items, last, i, folded) ||
			       is_difference(items, last, i, folded));
		if (restates)
			item->change = items->list[last].change;
		else if (item->change == CHANGE_NONE && last != SIZE_MAX)
			item->change =
			    read_last(items, last, restated, i, folded);
		if (is_level(items, i, folded)) {
			item->change = CHANGE_NONE;
			item->reach_start = reach;
		}
		last = i;
		restated = restates;
	}
}
