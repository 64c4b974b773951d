#include "extent.h"

#include "meaning.h"
#include "phrases.h"

#define PHRASE 3 /* words of an entry of words.tsv at most */

static const char *const classes[] = {"opener", "verb", "both", "sort", NULL};

bool
words_read(
    struct wordlist *words, const struct table *table, struct fault *fault)
{
	return wordlist_read(words, table, classes, fault);
}

size_t
entry_end(const struct wordlist *words, struct str s, size_t at, int class)
{
	size_t end = at, longest = 0;

	for (int i = 0; i < PHRASE && end < s.len; i++) {
		int found;

		end += end > at; /* the space */
		while (end < s.len && s.data[end] != ' ' &&
		       s.data[end] != ':' &&
		       !(s.data[end] >= '!' && s.data[end] <= '/'))
			end++;
		found = wordlist_find(words, str_slice(s, at, end));
		if (found == class || (found == BOTH && class != SORT))
			longest = end;
	}
	return longest;
}

bool
stands_at(const struct wordlist *words, struct str s, size_t at, int class)
{
	return entry_end(words, s, at, class) > 0;
}

static bool
opens_clause(const struct wordlist *words, struct str folded, size_t at)
{
	while (at < folded.len && folded.data[at] == ' ')
		at++;
	return stands_at(words, folded, at, OPENER);
}

/* Whether what follows the comma, up to the next mark, holds a figure. */
static bool
counts(const struct items *items, size_t comma)
{
	for (size_t j = comma + 1; j < items->count; j++)
		if (items->list[j].kind != ITEM_CUE)
			return items->list[j].kind == ITEM_FIGURE;
	return false;
}

/* "mỗi đội phát hiện, bắt giữ từ 3 vụ": the comma at item j divides acts. */
static bool
is_between_acts(const struct items *items, size_t j, struct str folded)
{
	return j > 0 && j + 1 < items->count &&
	       item_is(&items->list[j - 1], CUE_VERB) &&
	       item_is(&items->list[j + 1], CUE_VERB) &&
	       items->list[j - 1].end == items->list[j].start &&
	       is_adjacent(
		   folded, items->list[j].end, items->list[j + 1].start);
}

/* Bytes of a time, " trong quý I", and of a longer one, " trong 9 ngày nghỉ
 * Tết". */
#define UNTIL_MOST 30
#define FAR_MOST 60

/* "mục tiêu đến năm 2030, ...": nothing is aimed at before the comma. */
static bool
is_until(struct str s)
{
	static const char *const words[] = {
	    " đến ", " trong ", " năm ", " quý ", " từ nay ", NULL};
	static const char *const far[] = {" từ nay", " trong ", NULL};

	if (s.len < 2 || s.len >= FAR_MOST ||
	    (s.len >= UNTIL_MOST &&
		(!starts_with_one_of(s, far) ||
		    str_find(s, STR(" không "), 0) < s.len)))
		return false;
	return starts_with_one_of(s, words) || str_is_digit(s.data[1]);
}

/* Bytes of a verb, "kiềm chế"; of a clause with a comma behind it that holds no
 * more than that, or a measure. */
#define VERB_MOST 16
#define LONE_MOST 400

/* "mục tiêu của đợt là kiềm chế, kéo giảm 10%", "phấn đấu kiềm chế, kéo giảm
 * 10%": the comma divides two verbs. */
static bool
is_lone_verb(struct str s)
{
	size_t at;

	if (s.len > LONE_MOST)
		return false;
	at = str_find(s, STR(" là "), 0);
	if (at == s.len)
		return s.len <= 1 + VERB_MOST &&
		       str_find(s, STR(" "), 1) < s.len;
	return s.len - at <= STR(" là ").len + VERB_MOST &&
	       str_find(s, STR(","), 0) > at;
}

/* "phấn đấu tỷ lệ điều tra, khám phá án đạt 85%": of what is measured nothing
 * is said before the comma at item j. */
static bool
is_only_measured(
    const struct items *items, size_t i, size_t j, struct str clause)
{
	static const char *const measures[] = {
	    " tỷ lệ ", " tỉ lệ ", " số ", " tổng số ", NULL};

	if (clause.len > LONE_MOST || !starts_with_one_of(clause, measures))
		return false;
	while (++i < j)
		if (items->list[i].kind == ITEM_FIGURE ||
		    item_is(&items->list[i], CUE_UP) ||
		    item_is(&items->list[i], CUE_DOWN) ||
		    item_is(&items->list[i], CUE_REACH) ||
		    item_is(&items->list[i], CUE_LEVEL))
			return false;
	return true;
}

/* "phấn đấu bắt, vận động đầu thú 40%", "phấn đấu tiếp nhận, giải quyết tin
 * báo": nothing but an act stands between item i and the comma at item j. */
static bool
is_lone_act(const struct items *items, size_t i, size_t j, struct str folded)
{
	const struct item *act = &items->list[i + 1];

	return j == i + 2 && item_is(act, CUE_VERB) &&
	       is_adjacent(folded, items->list[i].end, act->start) &&
	       is_adjacent(folded, act->end, items->list[j].start);
}

/*
 * "phấn đấu thu hồi tài sản trong các vụ án tham nhũng, kinh tế đạt 60%": what
 * stands behind the comma at item j is one more of what is measured, and its
 * number that of all.
 */
static bool
shares_predicate(const struct items *items, size_t j, struct str folded)
{
	static const char *const subjects[] = {
	    " tỷ lệ ", " tỉ lệ ", " số ", " tổng ", NULL};
	bool reached = false;
	size_t comma = j;

	if (starts_with_one_of(
		str_from_offset(folded, items->list[j].end), subjects))
		return false;
	for (j++; j < items->count; j++) {
		const struct item *item = &items->list[j];

		/* "kiềm chế số vụ ở mức dưới 150 vụ" is an act of its own */
		if (item_is(item, CUE_HEAD) &&
		    (j > comma + 1 || !is_adjacent(folded,
					  items->list[comma].end, item->start)))
			return false;
		if (item->kind == ITEM_FIGURE)
			return reached;
		if (item->kind != ITEM_CUE || item_is(item, CUE_VERB) ||
		    item_is(item, CUE_UP) || item_is(item, CUE_DOWN) ||
		    item_is(item, CUE_PAST) || item_is(item, CUE_GOAL) ||
		    item_is(item, CUE_STOP))
			return false;
		reached = reached || item_is(item, CUE_REACH) ||
			  item_is(item, CUE_LEVEL) || item_is(item, CUE_OP);
	}
	return false;
}

/* "phấn đấu giảm tội phạm, tệ nạn xã hội 5%": whether the comma at item j is in
 * the measure of what changes behind item i. */
static bool
is_in_measure(const struct items *items, size_t i, size_t j, struct str folded)
{
	size_t from, most = j + REPORT_REACH;

	while (
	    j < items->count && j < most && items->list[j].kind != ITEM_FIGURE)
		j++;
	from =
	    j < items->count ? change_over_commas(items, j, folded) : SIZE_MAX;
	return from != SIZE_MAX && from > i;
}

/* Whether the clause that begins at item i ends at the comma at item j. */
static bool
ends_at_comma(const struct items *items, size_t i, size_t j, struct str folded,
    const struct wordlist *words)
{
	const struct item *comma = &items->list[j];
	struct str clause = str_slice(folded, items->list[i].end, comma->start);

	if (is_between_acts(items, j, folded) ||
	    is_only_measured(items, i, j, clause) ||
	    is_lone_act(items, i, j, folded) ||
	    is_in_measure(items, i, j, folded) ||
	    (counts(items, j) && (is_lone_verb(clause) || is_until(clause) ||
				     shares_predicate(items, j, folded))))
		return false;
	return opens_clause(words, folded, comma->end) ||
	       (counts(items, j) && !is_measure_list(items, j, folded));
}

/* "không để tái lập tụ điểm và phấn đấu xóa 22 điểm", "... và giảm 5% số vụ":
 * whether "và" at item j begins what is no more of the zero at item i. */
static bool
ends_zero(const struct items *items, size_t i, size_t j, struct str folded)
{
	const struct item *and = &items->list[j], *next = and+1;

	if (!item_is(&items->list[i], CUE_ZERO) || !is_phrase(and, STR("và")) ||
	    j + 2 >= items->count ||
	    !is_adjacent(folded, and->end, next->start))
		return false;
	if (item_is(next, CUE_GOAL))
		return next->cue->value == GOAL_VERB;
	return (item_is(next, CUE_UP) || item_is(next, CUE_DOWN)) &&
	       next[1].kind == ITEM_FIGURE &&
	       is_adjacent(folded, next->end, next[1].start);
}

size_t
clause_end(const struct items *items, size_t i, struct str folded,
    const struct wordlist *words)
{
	bool quoted = false;

	for (size_t j = i + 1; j < items->count; j++) {
		const struct item *item = &items->list[j];

		switch (item->kind) {
		case ITEM_QUOTE:
			/* one that closes what was opened before the clause */
			if (!quoted && item->start > 0 &&
			    folded.data[item->start - 1] != ' ' &&
			    folded.data[item->start - 1] != '(')
				return item->start;
			quoted = !quoted;
			break;
		case ITEM_DASH:
			if (item->start > 1 &&
			    str_is_digit(folded.data[item->start - 2]))
				break;
			return item->start;
		case ITEM_SEMICOLON:
		case ITEM_OPEN:
		case ITEM_CLOSE:
		case ITEM_STOP:
			return item->start;
		case ITEM_COMMA:
			/* "để không xảy ra sự cố, ..." */
			if (items->list[i].start == 0 &&
			    item_is(&items->list[i], CUE_ZERO) &&
			    str_starts(items->list[i].cue->phrase, STR("để ")))
				return item->start;
			if (ends_at_comma(items, i, j, folded, words))
				return item->start;
			break;
		case ITEM_CUE:
			if (item->cue_kind == CUE_BUT ||
			    item->cue_kind == CUE_ZERO ||
			    ends_zero(items, i, j, folded))
				return item->start;
			break;
		default:
			break;
		}
	}
	return folded.len;
}
