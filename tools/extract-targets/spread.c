/* A change that is told once, in front of a list of figures. */
#include "meaning.h"
#include "phrases.h"

/* How much of a list a change reaches over. */
enum spread {
	SPREAD_NONE,
	SPREAD_RATES, /* "giảm mạnh ở quận 7 (16%), huyện Nhà Bè (12%)" */
	SPREAD_RANKED, /* rates behind the first, which it has of itself */
	SPREAD_ALL, /* "giảm cả 3 tiêu chí: 21 vụ, 13 người chết" */
};

/* Bytes of what changes, in front of "cả 3 tiêu chí". */
#define CHANGED_MOST 40

/* "kéo giảm tai nạn giao thông cả 3 tiêu chí": whether the words of a clause, not
 * many of them, tell that all measures change. */
static bool
is_of_all_measures(struct str rest)
{
	static const char *const all[] = {" cả 3 ", " cả ba ", " cả 03 ",
	    " cả 2 ", " cả hai ", " cả 02 ", " cả 4 ", " cả bốn ", NULL};
	static const char *const measures[] = {"tiêu chí", "mặt", NULL};

	for (size_t i = 0; all[i] != NULL; i++) {
		struct str words = str_from(all[i]);
		size_t at = str_find(rest, words, 0);

		if (at <= CHANGED_MOST && at < rest.len)
			return starts_with_one_of(
				   str_from_offset(rest, at + words.len),
				   measures) &&
			       str_find(str_slice(rest, 0, at), STR(","), 0) ==
				   at;
	}
	return false;
}

/* What stands behind the change word that ends at a place. */
static enum spread
spread_at(struct str folded, size_t at)
{
	static const char *const all[] = {", lần lượt ", ", tương ứng ", NULL};
	static const char *const rates[] = {" ở ", " mạnh ở ", " sâu ở ",
	    " tại ", " mạnh tại ", " cao ở ", " gồm", " cao gồm", " mạnh gồm",
	    " cả về ", " (", " rõ rệt (", " sâu (", " mạnh (", " đáng kể (",
	    ": ", " cao: ", " mạnh: ", NULL};
	static const char *const ranked[] = {" nhiều nhất ", " mạnh nhất ",
	    " sâu nhất ", " cao nhất ", " nhanh nhất ", NULL};
	struct str rest = str_from_offset(folded, at);

	return starts_with_one_of(rest, all) || is_of_all_measures(rest)
		   ? SPREAD_ALL
	       : starts_with_one_of(rest, ranked) ? SPREAD_RANKED
	       : starts_with_one_of(rest, rates)  ? SPREAD_RATES
						  : SPREAD_NONE;
}

/* Whether an item leaves a list of changes as it is. */
static bool
goes_on_over(const struct item *item)
{
	switch (item->kind) {
	case ITEM_COMMA:
	case ITEM_COLON:
	case ITEM_OPEN:
	case ITEM_CLOSE:
	case ITEM_FIGURE:
		return true;
	case ITEM_CUE:
		break;
	default:
		return false;
	}
	switch (item->cue_kind) {
	case CUE_OP:
	case CUE_FILL:
	case CUE_FROM:
	case CUE_HEAD:
	case CUE_COMPARE:
	case CUE_SAME:
	case CUE_AND:
		return true;
	case CUE_VERB:
		return item->cue->value == VERB_HARM;
	case CUE_STOP:
		return is_phrase(item, STR("ở")) ||
		       is_phrase(item, STR("tại")) ||
		       is_phrase(item, STR("gồm")) ||
		       is_phrase(item, STR("đều"));
	default:
		return false;
	}
}

/* Bytes of a name between the members of a list. */
#define MEMBER_MOST 48

/* "quận 7 (16%)", "Hải Phòng 41%": whether figure i is all that is told of a
 * member of a list: what stands before it is its name, and a comma, a bracket or
 * the end behind it. */
static bool
is_of_member(const struct items *items, size_t i, struct str folded)
{
	const struct item *figure = &items->list[i], *next = figure + 1;

	if (figure->figure.unit->kind != UNIT_RATE)
		return false;
	if (i > 0 && figure->start > figure[-1].end + MEMBER_MOST)
		return false;
	return i + 1 == items->count
		   ? folded.len <= figure->end + 1
		   : is_adjacent(folded, figure->end, next->start) &&
			 (next->kind != ITEM_CUE || item_is(next, CUE_AND) ||
			     item_is(next, CUE_COMPARE));
}

/* "giảm cả 3 tiêu chí: 21 vụ", "(21 vụ", "cả 3 tiêu chí, số vụ 12%": whether
 * figure i, the first behind the change word at item from, begins what the
 * change is spelt out in. */
static bool
begins_list(const struct items *items, size_t from, size_t i, struct str folded)
{
	bool opens =
	    starts_with_one_of(str_from_offset(folded, items->list[from].end),
		(const char *const[]){", lần lượt ", ", tương ứng ", NULL});

	if (items->list[i].figure.unit->kind == UNIT_RATE)
		return true;
	for (size_t k = from + 1; k < i && !opens; k++)
		opens = items->list[k].kind == ITEM_COLON ||
			items->list[k].kind == ITEM_OPEN;
	return opens;
}

void
spread_changes(struct items *items, struct str folded)
{
	enum spread spread = SPREAD_NONE;
	enum change change = CHANGE_NONE;
	size_t from = 0;
	bool first = false;

	for (size_t i = 0; i < items->count; i++) {
		struct item *item = &items->list[i];

		if (item_is(item, CUE_UP) || item_is(item, CUE_DOWN)) {
			spread = spread_at(folded, item->end);
			change =
			    item_is(item, CUE_UP) ? CHANGE_UP : CHANGE_DOWN;
			from = i;
			first = true;
			continue;
		}
		if (!goes_on_over(item))
			spread = SPREAD_NONE;
		if (item->kind != ITEM_FIGURE || spread == SPREAD_NONE)
			continue;
		if (item->change == change) {
			first = false;
			continue;
		}
		if (item->change != CHANGE_NONE ||
		    (first && spread == SPREAD_RANKED) ||
		    (spread == SPREAD_ALL
			    ? first && !begins_list(items, from, i, folded)
			    : !is_of_member(items, i, folded)) ||
		    (i > 0 && item_is(item - 1, CUE_COMPARE))) {
			spread = SPREAD_NONE;
			continue;
		}
		item->change = change;
		first = false;
	}
}
