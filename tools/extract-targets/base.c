/* What changes are against: "so với cùng kỳ". */
#include "meaning.h"

static bool
ends_base(const struct item *item)
{
	if (item->kind != ITEM_CUE)
		return item->kind != ITEM_QUOTE && item->kind != ITEM_SLASH;
	switch (item->cue_kind) {
	case CUE_AND:
		return !is_phrase(item, STR("cùng"));
	case CUE_UP:
	case CUE_DOWN:
	case CUE_BUT:
	case CUE_THEN:
	case CUE_OP:
	case CUE_REACH:
	case CUE_SAME:
	case CUE_COMPARE:
	case CUE_VERB:
		return true;
	default:
		return false;
	}
}

/* The phrase behind "so với". */
static struct span
base_behind(const struct items *items, size_t i, struct str s)
{
	size_t start = items->list[i].end, end = s.len;

	for (size_t j = i + 1; j < items->count; j++)
		if (ends_base(&items->list[j])) {
			end = items->list[j].start;
			break;
		}
	while (
	    end > start && (s.data[end - 1] == '.' || s.data[end - 1] == '/'))
		end--;
	if (end - start > PHRASE_LONGEST)
		return (struct span){start, start};
	return trim_phrase(s, start, end);
}

static bool
is_against(const struct item *item)
{
	return item_is(item, CUE_COMPARE) &&
	       str_starts(item->cue->phrase, STR("so"));
}

/* A base with a comma behind it. */
static struct span
leading_base(const struct items *items, size_t i, struct str s)
{
	struct span base = base_behind(items, i, s);

	if (base.end < s.len && s.data[base.end] == ',')
		return base;
	return (struct span){0, 0};
}

/* "So với cùng kỳ, số vụ giảm 5%": the base of what has none behind it. */
static void
resolve_leading_base(struct items *items, struct str folded)
{
	struct span base = {0, 0};

	for (size_t i = 0; i < items->count; i++) {
		struct item *item = &items->list[i];

		if (item->kind == ITEM_FIGURE && is_empty(base))
			return;
		if (item->kind == ITEM_STOP)
			base = (struct span){0, 0};
		else if (is_against(item) && i + 1 < items->count &&
			 !item_is(&items->list[i + 1], CUE_GOAL))
			base = leading_base(items, i, folded);
		else if (item->kind == ITEM_FIGURE &&
			 item->change != CHANGE_NONE && is_empty(item->base))
			item->base = base;
	}
}

void
resolve_bases(struct items *items, struct str folded)
{
	struct span base = {0, 0};

	/* "giảm 22 vụ (-14,4%) so với cùng kỳ" */
	for (size_t i = items->count; i-- > 0;) {
		struct item *item = &items->list[i];

		if (is_against(item))
			base = base_behind(items, i, folded);
		else if (item->kind == ITEM_FIGURE &&
			 item->change != CHANGE_NONE)
			item->base = base;
		else if (item->kind == ITEM_SEMICOLON ||
			 item->kind == ITEM_STOP || item_is(item, CUE_GOAL) ||
			 (item_is(item, CUE_VERB) &&
			     item->cue->value != VERB_HARM))
			base = (struct span){0, 0};
	}
	resolve_leading_base(items, folded);
}
