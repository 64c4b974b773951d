/* Numbers that are levels, though a change word stands in front of them. */
#include "meaning.h"

#include "phrases.h"

/* Items between the first and the last of several levels. */
#define LEVELS_MOST 8

/* "từ 12 vụ năm 2022 đến 25 vụ", "từ 120 vụ (2021), 100 vụ (2022) đến 80 vụ":
 * whether the levels that figure i begins end with "đến" and another one. */
static bool
ends_with_level(const struct items *items, size_t i, struct str folded)
{
	const struct unit *unit = items->list[i].figure.unit;
	size_t end = i + LEVELS_MOST;

	while (++i + 1 < items->count && i <= end) {
		const struct item *item = &items->list[i];

		if (is_phrase(item, STR("đến")) ||
		    is_phrase(item, STR("tới"))) {
			while (++i + 1 < items->count &&
			       item_is(&items->list[i], CUE_OP))
				;
			return items->list[i].kind == ITEM_FIGURE &&
			       items->list[i].figure.unit == unit &&
			       is_adjacent(folded, items->list[i - 1].end,
				   items->list[i].start);
		}
		if (item->kind == ITEM_FIGURE ? item->figure.unit != unit
		    : item->kind == ITEM_CUE
			? !item_is(item, CUE_STOP) && !item_is(item, CUE_PAST)
			: item->kind != ITEM_COMMA && item->kind != ITEM_OPEN &&
			      item->kind != ITEM_CLOSE)
			return false;
	}
	return false;
}

/* "tăng 5%, lên tới 450 vụ" */
static bool
is_raised_to(const struct items *items, size_t i, struct str folded)
{
	const struct item *fill;

	if (i < 2)
		return false;
	fill = &items->list[i - 1];
	return fill[-1].kind == ITEM_COMMA && item_is(fill, CUE_FILL) &&
	       str_starts(fill->cue->phrase, STR("lên ")) &&
	       is_adjacent(folded, fill[-1].end, fill->start) &&
	       is_adjacent(folded, fill->end, fill[1].start);
}

bool
is_level(const struct items *items, size_t i, struct str folded)
{
	size_t before = i, behind = i + 1;

	if (is_raised_to(items, i, folded))
		return true;
	while (before > 0 &&
	       (item_is(&items->list[before - 1], CUE_FILL) ||
		   item_is(&items->list[before - 1], CUE_OP)) &&
	       is_adjacent(folded, items->list[before - 1].end,
		   items->list[before].start))
		before--;
	if (before == 0 || !item_is(&items->list[before - 1], CUE_FROM) ||
	    !is_adjacent(
		folded, items->list[before - 1].end, items->list[before].start))
		return false;
	if (items->list[i].change != CHANGE_NONE &&
	    ends_with_level(items, i, folded))
		return true;
	/* "(năm 2022)" */
	while (behind < items->count &&
	       (items->list[behind].kind == ITEM_SLASH ||
		   items->list[behind].kind == ITEM_OPEN ||
		   items->list[behind].kind == ITEM_CLOSE ||
		   item_is(&items->list[behind], CUE_STOP) ||
		   item_is(&items->list[behind], CUE_COMPARE) ||
		   is_phrase(&items->list[behind], STR("cùng")) ||
		   item_is(&items->list[behind], CUE_PAST)))
		behind++;
	return behind < items->count &&
	       item_is(&items->list[behind], CUE_LEVEL);
}
