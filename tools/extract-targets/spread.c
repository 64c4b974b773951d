/* A change that is told once: in front of a list of figures, or of a measure
 * that is a list. */
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
#define CHANGED_MOST ((size_t)40)

/* "kéo giảm tai nạn giao thông cả 3 tiêu chí": whether the words of a clause,
 * not many of them, tell that all measures change. */
static bool
is_of_all_measures(struct str rest)
{
	static const char *const all[] = {" cả 3 ", " cả ba ", " cả 03 ",
	    " cả 2 ", " cả hai ", " cả 02 ", " cả 4 ", " cả bốn ", NULL};
	static const char *const measures[] = {"tiêu chí", "mặt", NULL};

	rest = str_behind(rest, 0, 2 * CHANGED_MOST);
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

/* " so với 2 tháng liền kề: ": whether s is what something is against, and a
 * colon. */
static bool
is_against(struct str s)
{
	struct str near = str_behind(s, 0, 2 * CHANGED_MOST);

	return str_starts(s, STR(" so với ")) &&
	       str_find(near, STR(": "), 0) < str_find(near, STR(","), 0);
}

/* What stands behind the change word that ends at a place. */
static enum spread
spread_at(struct str folded, size_t at)
{
	static const char *const all[] = {", lần lượt ", ", tương ứng ",
	    " cả số vụ (", " cả về số vụ (", " về số vụ (", NULL};
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
	       : starts_with_one_of(rest, rates) || is_against(rest)
		   ? SPREAD_RATES
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
		       is_phrase(item, STR("mỗi")) ||
		       is_phrase(item, STR("đều")) ||
		       is_phrase(item, STR("tháng"));
	default:
		return false;
	}
}

/* Bytes of a name between the members of a list. */
#define MEMBER_MOST 48

/* "quận 7 (16%)", "Hải Phòng 41%": whether figure i is all that is told of a
 * member of a list: what stands before it is its name, and a comma, a bracket
 * or the end behind it. */
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

/* "giảm cả 3 tiêu chí: 21 vụ", "(21 vụ", ", lần lượt 21 vụ", ", số vụ 12%":
 * whether figure i, the first behind the change word at item from, begins what
 * the change is spelt out in. */
static bool
begins_list(const struct items *items, size_t from, size_t i, struct str folded)
{
	static const char *const in_turn[] = {
	    ", lần lượt ", ", tương ứng ", NULL};
	bool opens = holds_one_of(
	    str_slice(folded, items->list[from].end, items->list[i].start),
	    in_turn);

	if (items->list[i].figure.unit->kind == UNIT_RATE)
		return true;
	for (size_t k = from + 1; k < i && !opens; k++)
		opens = items->list[k].kind == ITEM_COLON ||
			items->list[k].kind == ITEM_OPEN;
	return opens;
}

/* Items of such a measure, and its bytes. */
#define MEASURE_ITEMS 12
#define MEASURE_MOST 110

/* "số vụ", "tỷ lệ": what a number of acts is measured by. */
static bool
measures_acts(const struct item *item)
{
	return (item_is(item, CUE_HEAD) && item->cue->value == HEAD_MEASURE) ||
	       is_phrase(item, STR("tỷ lệ")) || is_phrase(item, STR("tỉ lệ"));
}

/* Whether item j may stand in a measure that is a list, behind the change word
 * at item from. */
static bool
is_of_measure(
    const struct items *items, size_t from, size_t j, struct str folded)
{
	const struct item *item = &items->list[j], *first;

	if (item->kind == ITEM_COMMA)
		return j > from + 1 || item->start > items->list[from].end + 1;
	if (item->kind != ITEM_CUE)
		return false;
	first = &items->list[from + 1];
	switch (item->cue_kind) {
	case CUE_HEAD:
		/* "giảm số vụ, tỷ lệ khám phá 92%" */
		return j == from + 1 ||
		       (!str_starts(item->cue->phrase, STR("tỷ lệ")) &&
			   !str_starts(item->cue->phrase, STR("tỉ lệ")));
	case CUE_VERB:
		/* "số vụ phát hiện, khởi tố", "số người chết, bị thương", but
		 * not "giảm tội phạm, công an xử lý 12%" */
		return item->cue->value == VERB_HARM ||
		       (measures_acts(first) &&
			   is_adjacent(folded, item[-1].end, item->start));
	case CUE_SAME:
		return j == from + 1 && measures_acts(item);
	case CUE_OP:
	case CUE_FROM:
	case CUE_AND:
	case CUE_NONE:
		return true;
	case CUE_FILL:
		return is_phrase(item, STR("được"));
	case CUE_STOP:
		return is_phrase(item, STR("do"));
	default:
		return false;
	}
}

size_t
change_over_commas(const struct items *items, size_t i, struct str folded)
{
	const struct item *figure = &items->list[i];
	size_t first = i > MEASURE_ITEMS ? i - MEASURE_ITEMS : 0, from = i;
	size_t last = i;
	bool comma = false, measure = false;

	if (figure->kind != ITEM_FIGURE ||
	    figure->figure.unit->kind != UNIT_RATE)
		return SIZE_MAX;
	while (from > first && !item_is(&items->list[from], CUE_UP) &&
	       !item_is(&items->list[from], CUE_DOWN))
		from--;
	if ((!item_is(&items->list[from], CUE_UP) &&
		!item_is(&items->list[from], CUE_DOWN)) ||
	    figure->start > items->list[from].end + MEASURE_MOST)
		return SIZE_MAX;
	for (size_t j = from + 1; j < i; j++) {
		if (!is_of_measure(items, from, j, folded))
			return SIZE_MAX;
		comma = comma || items->list[j].kind == ITEM_COMMA;
		measure = measure || item_is(&items->list[j], CUE_HEAD) ||
			  item_is(&items->list[j], CUE_SAME);
	}
	if (!comma || !measure)
		return SIZE_MAX;
	/* "giảm tội phạm, 92% số vụ được làm rõ" */
	while (
	    last > from + 1 && (item_is(&items->list[last - 1], CUE_OP) ||
				   item_is(&items->list[last - 1], CUE_FROM)))
		last--;
	if (items->list[last - 1].kind == ITEM_COMMA &&
	    is_adjacent(
		folded, items->list[last - 1].end, items->list[last].start))
		return SIZE_MAX;
	return from;
}

/* Items of a list and of the brackets behind it. */
#define LIST_ITEMS 40

/* "giảm cả 3 tiêu chí: 198 vụ, 97 người chết (so với năm 2022 giảm 21 vụ)":
 * whether by how much is told in brackets behind the list whose first figure is
 * i, so that the list itself is of all that happened. */
static bool
is_told_in_brackets(const struct items *items, size_t i)
{
	size_t last =
	    i + LIST_ITEMS < items->count ? i + LIST_ITEMS : items->count;
	bool against = false;

	for (i++; i < last; i++) {
		const struct item *item = &items->list[i];

		if (item->kind == ITEM_OPEN)
			break;
		if (item->kind != ITEM_COMMA && item->kind != ITEM_FIGURE &&
		    item->kind != ITEM_CUE)
			return false;
	}
	while (++i < last && items->list[i].kind != ITEM_CLOSE) {
		if (change_of(&items->list[i]) != CHANGE_NONE)
			return against;
		against = against || item_is(&items->list[i], CUE_COMPARE);
	}
	return false;
}

/* A change word and the list behind it, as far as it goes. */
struct list {
	size_t from; /* its item; SIZE_MAX: there is none, or the list ended */
	bool known;  /* what it reaches over */
	enum spread spread;
	enum change change;
	bool first; /* no figure stands behind it yet */
};

/* Whether the list's change is that of figure i, which tells none of itself. */
static bool
is_member(
    struct list *list, const struct items *items, size_t i, struct str folded)
{
	const struct item *item = &items->list[i];

	if (!list->known)
		list->spread = spread_at(folded, items->list[list->from].end);
	list->known = true;
	if (i > 0 && item_is(item - 1, CUE_COMPARE))
		return false;
	switch (list->spread) {
	case SPREAD_ALL:
		return !list->first ||
		       (begins_list(items, list->from, i, folded) &&
			   !is_told_in_brackets(items, i));
	case SPREAD_RANKED:
		return !list->first && is_of_member(items, i, folded);
	case SPREAD_RATES:
		return is_of_member(items, i, folded);
	default:
		return false;
	}
}

void
spread_changes(struct items *items, struct str folded)
{
	struct list list = {.from = SIZE_MAX};

	for (size_t i = 0; i < items->count; i++) {
		struct item *item = &items->list[i];

		if (item_is(item, CUE_UP) || item_is(item, CUE_DOWN)) {
			list = (struct list){.from = i,
			    .change =
				item_is(item, CUE_UP) ? CHANGE_UP : CHANGE_DOWN,
			    .first = true};
			continue;
		}
		if (list.from == SIZE_MAX)
			continue;
		if (!goes_on_over(item))
			list.from = SIZE_MAX;
		if (item->kind != ITEM_FIGURE || list.from == SIZE_MAX)
			continue;
		if (item->change == CHANGE_NONE &&
		    is_member(&list, items, i, folded))
			item->change = list.change;
		if (item->change != list.change)
			list.from = SIZE_MAX;
		list.first = false;
	}
}
