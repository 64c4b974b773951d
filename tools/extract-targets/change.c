/* Change: tăng and giảm, signs, and what they reach over. */
#include "meaning.h"

#include <string.h>

#include "phrases.h"

/* Plain words between a change and its number, in bytes. */
#define RATE_REACH 90
#define COUNT_REACH 10
/* The same, of what is told to change. */
#define MEASURE_REACH 26
/* Words of a measure that follow one another. */
#define HEADS_MOST 4

/* "mức giảm" is a measure, too. */
static enum change
change_of(const struct item *item)
{
	if (item_is(item, CUE_HEAD) && is_phrase(item, STR("mức giảm")))
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

/* "kéo giảm số vụ trộm cắp": whether a change is told right in front of item j, or
 * of what it is of. */
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

/* The change word in front of figure i, over operators and its measure. */
static enum change
read_before(struct items *items, size_t i, struct str folded)
{
	struct item *figure = &items->list[i];
	size_t reach =
	    figure->figure.unit->kind == UNIT_RATE ? RATE_REACH : COUNT_REACH;
	size_t words = 0, at = figure->start;
	bool joined = true;

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
		/* "giảm so với mức 80%": what it is against; a comma only in
		 * "giảm số vụ, số người chết và số người bị thương 5%" */
		if ((!may_stand_between(item) &&
			!is_measure_list(items, j, folded) &&
			!is_crime_list(items, j, folded) &&
			!(joined && is_made_precise(items, i, j, folded))) ||
		    (joined && item_is(item, CUE_COMPARE)))
			return CHANGE_NONE;
		if (item_is(item, CUE_HEAD))
			words = 0;
		at = item->start;
	}
	return CHANGE_NONE;
}

/* "11 người chết (-15,4%)": a level whose change stands in brackets. */
static bool
has_own_change(const struct items *items, size_t j, struct str folded)
{
	size_t k = j + 1, at;

	/* "người chết": what befell them stands before the bracket */
	while (k < items->count && item_is(&items->list[k], CUE_VERB) &&
	       items->list[k].cue->value == VERB_HARM)
		k++;
	if (k >= items->count || items->list[k].kind != ITEM_OPEN)
		return false;
	at = items->list[k].end;
	return at < folded.len &&
	       (folded.data[at] == '-' || folded.data[at] == '+' ||
		   (k + 1 < items->count &&
		       change_of(&items->list[k + 1]) != CHANGE_NONE &&
		       is_adjacent(folded, at, items->list[k + 1].start)));
}

/* Items that are looked over for what stands before brackets. */
#define BRACKET_MOST 32

/* The sign of the change in brackets behind a figure; 0: none is there. */
static char
own_sign(const struct items *items, size_t j, struct str folded)
{
	size_t end = j + 1;

	while (end < items->count && items->list[end].kind == ITEM_CUE)
		end++;
	if (end == items->count || items->list[end].kind != ITEM_OPEN ||
	    items->list[end].end == folded.len)
		return 0;
	return folded.data[items->list[end].end];
}

/* "giảm 15 vụ (-12,3%), 3 người chết (-10%)": both are changes, as the first one
 * is told as such and by its sign. */
static bool
are_signed_alike(
    const struct items *items, size_t i, size_t j, struct str folded)
{
	size_t first = i > BRACKET_MOST ? i - BRACKET_MOST : 0;
	char sign;

	/* the figure in the brackets stands between */
	while (i > first && items->list[i].kind != ITEM_OPEN)
		i--;
	while (i > first && items->list[i].kind != ITEM_FIGURE)
		i--;
	sign = own_sign(items, i, folded);
	if (items->list[i].kind != ITEM_FIGURE ||
	    items->list[i].change == CHANGE_NONE ||
	    (sign != '-' && sign != '+') || own_sign(items, j, folded) != sign)
		return false;
	/* but of "19 vụ, giảm 6 vụ (-24%), 11 người chết (-15%)" these too are
	 * levels */
	while (i-- > first)
		if (items->list[i].kind == ITEM_FIGURE &&
		    items->list[i].change == CHANGE_NONE)
			return false;
	return true;
}

/* Bytes of a part of a sentence that are looked over. */
#define PART_MOST ((size_t)160)

/* "giảm 5% số vụ, 100% tin báo được giải quyết", "..., 15 đối tượng đã ra đầu thú":
 * whether something else is told of a figure in its part of the sentence. */
static bool
is_told_apart(const struct item *figure, struct str folded)
{
	static const char *const told[] = {" được ", " phải ", " đã ",
	    " không có ", " sạch ", " bị bắt", " bị triệt", " bị khởi tố",
	    " bị phạt", " bị xử lý", " bị chiếm đoạt", " bị tạm giữ", NULL};
	struct str rest = str_from_offset(folded, figure->end), part;
	size_t end = 0;

	if (rest.len > PART_MOST)
		rest.len = PART_MOST;
	/* "tăng 15% số vụ, 20% số đối tượng bị bắt" */
	if (figure->figure.unit->kind == UNIT_RATE &&
	    str_starts(rest, STR(" số ")))
		return false;
	while (end < rest.len && strchr(",;.:()", rest.data[end]) == NULL)
		end++;
	part = str_slice(rest, 0, end);
	part.len = str_find(part, STR(" so với"), 0);
	return holds_one_of(part, told);
}

/* "vượt 23% chỉ tiêu", "vượt 7% so với chỉ tiêu". */
static bool
is_of_goal(const struct item *figure, struct str folded)
{
	static const char *const goals[] = {" chỉ tiêu", " mục tiêu",
	    " kế hoạch", " so với chỉ tiêu", " so với mục tiêu",
	    " so với kế hoạch", " so với yêu cầu", NULL};

	return starts_with_one_of(str_from_offset(folded, figure->end), goals);
}

/* "giảm 8 vụ, chiếm 24,3% so với cùng kỳ" restates the change. */
static bool
is_share(const struct items *items, size_t k, size_t j)
{
	return item_is(&items->list[k], CUE_REACH) && j + 1 < items->count &&
	       item_is(&items->list[j + 1], CUE_COMPARE) &&
	       str_starts(items->list[k].cue->phrase, STR("chiếm"));
}

/* "156 vụ (tăng 38 vụ), 73 vụ khác": whether the change of figure i is told in
 * brackets only, and they end before figure j. */
static bool
is_shut_in(const struct items *items, size_t i, size_t j)
{
	size_t depth = 0, k = i;
	size_t first = i > BRACKET_MOST ? i - BRACKET_MOST : 0;

	while (++k < j && !(items->list[k].kind == ITEM_CLOSE && depth == 0)) {
		depth += items->list[k].kind == ITEM_OPEN;
		depth -= items->list[k].kind == ITEM_CLOSE;
	}
	if (k >= j)
		return false;
	/* "giảm 20% (96/120 vụ), 10% số người": it goes on what stands before */
	while (i > first && items->list[i].kind != ITEM_OPEN)
		i--;
	while (i-- > first)
		if (items->list[i].kind == ITEM_FIGURE)
			return items->list[i].change == CHANGE_NONE;
	return true;
}

/* "tỷ lệ khám phá 85%" is a level. */
static bool
is_rate_head(const struct item *item)
{
	return str_starts(item->cue->phrase, STR("tỷ lệ")) ||
	       str_starts(item->cue->phrase, STR("tỉ lệ"));
}

/* "số vụ tăng 15%, số đối tượng 20%", "cướp giảm 3 vụ, cướp giật 11 vụ": whether
 * item k is what changed by figure j, and figure i tells the same of another. */
static bool
is_measured_likewise(const struct items *items, size_t i, size_t j, size_t k)
{
	const struct item *a = &items->list[i], *b = &items->list[j];
	size_t head = i;

	/* the measure of figure i stands before it, or before its change */
	if (head > 0 && change_of(&items->list[head - 1]) != CHANGE_NONE)
		head--;
	return k + 1 == j && k == i + 2 && head > 0 &&
	       (items->list[i + 1].kind == ITEM_COMMA ||
		   item_is(&items->list[i + 1], CUE_AND)) &&
	       item_is(&items->list[k], CUE_HEAD) &&
	       item_is(&items->list[head - 1], CUE_HEAD) &&
	       !is_rate_head(&items->list[k]) &&
	       a->figure.unit == b->figure.unit;
}

/* Whether a is a rate, and b is none. */
static bool
is_count_behind(const struct item *a, const struct item *b)
{
	return a->figure.unit->kind == UNIT_RATE &&
	       b->figure.unit->kind != UNIT_RATE;
}

/* Bytes of what a change is against. */
#define BASE_MOST 60
/* A rate of less than that is hardly what is left. */
#define HALF 50

/* "giảm 5 vụ so với cùng kỳ = 10%", "..., bằng 10%": whether nothing but what the
 * change of figure i is against stands between it and the rate j. */
static bool
is_behind_base(const struct items *items, size_t i, size_t j, struct str folded)
{
	const struct item *a = &items->list[i], *b = &items->list[j];
	const struct item *same = b - 1;
	size_t number;

	if (a->change == CHANGE_NONE || same <= a ||
	    same->start > a->end + BASE_MOST ||
	    !is_adjacent(folded, same->end, b->start) ||
	    !str_starts(str_from_offset(folded, a->end), STR(" so với ")))
		return false;
	for (size_t k = i + 1; k < j; k++)
		if (items->list[k].kind != ITEM_CUE &&
		    (items->list[k].kind != ITEM_COMMA || k + 2 != j))
			return false;
	return is_phrase(same, STR("=")) ||
	       (is_phrase(same, STR("bằng")) &&
		   items_whole(items, &b->figure, &number) && number < HALF);
}

/*
 * Whether the change of figure i goes on to figure j: co-ordinated with
 * nothing else between, or restated as a rate ("giảm 157 vụ, tỷ lệ 6,5%").
 */
static bool
reaches(const struct items *items, size_t i, size_t j, struct str folded)
{
	const struct item *a = &items->list[i], *b = &items->list[j];
	bool rate = b->figure.unit->kind == UNIT_RATE &&
		    a->figure.unit->kind != UNIT_RATE;
	bool rates =
	    b->figure.unit->kind == UNIT_RATE &&
	    a->figure.unit->kind == UNIT_RATE && i + 1 < j &&
	    !str_equal(items_value(items, b->figure.value), STR("100"));
	size_t k = j, at = b->start;
	bool same = false;

	if (is_told_apart(b, folded) || is_of_goal(b, folded))
		return false;
	if ((has_own_change(items, j, folded) &&
		!are_signed_alike(items, i, j, folded)) ||
	    is_shut_in(items, i, j))
		return false;
	if (rate && is_behind_base(items, i, j, folded))
		return true;
	while (k > i + 1) {
		const struct item *item = &items->list[k - 1];

		if (!is_adjacent(folded, item->end, at))
			return false;
		if (item->kind == ITEM_OPEN &&
		    (!rate || b->figure.form == FIGURE_RATIO))
			return false;
		/* "giảm 7% với 22 đối tượng", "giảm 40%, tương đương 59 đối
		 * tượng" */
		if ((is_phrase(item, STR("với")) || item_is(item, CUE_SAME)) &&
		    is_count_behind(a, b))
			return false;
		if (item->kind == ITEM_COMMA || item->kind == ITEM_OPEN ||
		    item->kind == ITEM_SLASH || item_is(item, CUE_AND))
			break;
		if (!item_is(item, CUE_OP) && !item_is(item, CUE_FROM) &&
		    !item_is(item, CUE_FILL) && !item_is(item, CUE_SAME) &&
		    !is_share(items, k - 1, j) &&
		    !is_measured_likewise(items, i, j, k - 1))
			return false;
		same = same || (item_is(item, CUE_SAME) &&
				   !is_phrase(item, STR("bằng")));
		at = item->start;
		k--;
	}
	/* "giảm 15 vụ = 11,1%", but not "bằng 80% kế hoạch" */
	if (k == i + 1)
		return rate && same && is_adjacent(folded, a->end, at);
	/* what stands between them before the comma; an act is counted in "số vụ
	 * phá rừng làm nương" */
	for (k--; k-- > i + 1;) {
		const struct item *item = &items->list[k];

		if (item->kind == ITEM_SEMICOLON ||
		    (item_is(item, CUE_VERB) && item->cue->value != VERB_HARM &&
			!(rates && is_number_of(&items->list[i + 1]))) ||
		    item_is(item, CUE_PAST) || item_is(item, CUE_LEVEL) ||
		    item_is(item, CUE_REACH) || item_is(item, CUE_GOAL) ||
		    item_is(item, CUE_BUT))
			return false;
	}
	return true;
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
	return reaches(items, last, i, folded) ? items->list[last].change
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
		if (item->change == CHANGE_NONE &&
		    (teller = change_over_commas(items, i, folded)) != SIZE_MAX)
			item->change = change_of(&items->list[teller]);
		restates = item->change == CHANGE_NONE && last != SIZE_MAX &&
			   is_restated(items, last, i, folded);
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
