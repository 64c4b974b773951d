#include "lists.h"

#include <stdlib.h>
#include <string.h>

#include "context.h"

/* A part of a day alone: "đêm". */
static bool
is_part(const struct moment *m)
{
	return m->unit == UNIT_NONE && m->hour < 0 && m->part != PART_NONE;
}

/* "ngày 25/5 và 26/5/2023", "30/12 và 2/1/2024", but not "cáo trạng ngày 20/5,
 * ngày 3/4/2022". */
static bool
is_dated_with(struct str folded, const struct piece *a, const struct piece *b)
{
	const struct moment *x = &a->moment, *y = &b->moment;
	bool next_year = x->month >= 10 && y->month <= 3 && y->year != 0;

	if (x->day == 0 || x->month == 0 || x->holiday != NULL ||
	    x->hour >= 0 || y->hour >= 0 || y->month == 0 || y->lunar ||
	    (b->flags & FORM_LIST) != 0)
		return false;
	if (join_glue(folded, a, b) == GLUE_COMMA &&
	    (next_year || x->part != PART_NONE || y->part != PART_NONE ||
		!str_is_digit(folded.data[b->span.start])))
		return false;
	return next_year || x->month < y->month ||
	       (x->month == y->month && x->day < y->day);
}

/* "quý I và 6 tháng đầu năm 2024", "quý IV và năm 2023": a quarter of it. */
static bool
is_quarter_of(const struct piece *a, const struct piece *b)
{
	int quarter = a->moment.number;

	if (a->kind != PIECE_MOMENT || a->moment.unit != UNIT_QUARTER ||
	    b->moment.year == 0)
		return false;
	if (b->kind == PIECE_RANGE)
		return b->moment.unit == UNIT_MONTH &&
		       b->moment.month <= quarter * 3 - 2 &&
		       b->second.month >= quarter * 3;
	return b->kind == PIECE_MOMENT &&
	       (b->moment.unit == UNIT_HALF
		       ? (quarter + 1) / 2 == b->moment.number
		       : b->moment.unit == UNIT_YEAR &&
			     b->moment.mod == MOD_NONE &&
			     (b->flags & (FORM_YEAR | FORM_DECADE)) == 0);
}

/* "tháng 2 và tháng 3/2021", "tháng 12, tháng 1/2025", but not "Nghị quyết
 * tháng 7, tháng 10/2022 thì sửa đổi". */
static bool
is_month_before(struct str folded, const struct piece *a, const struct piece *b)
{
	int x = a->moment.month, y = b->moment.month;

	if (y == x % 12 + 1)
		return true;
	return join_glue(folded, a, b) == GLUE_AND && y != 0 &&
	       (x < y || (x >= 10 && y <= 3));
}

/* "tháng 11 và 12/2023", "quý I và II/2023": a month or quarter takes the year
 * of the one it is listed with. */
static void
share_year(struct str folded, struct piece *a, const struct piece *b)
{
	struct moment *m = &a->moment;
	enum glue glue;

	if (m->year != 0 || m->lunar || m->shifted[UNIT_YEAR] ||
	    (b->moment.year == 0 && !b->moment.shifted[UNIT_YEAR]))
		return;
	if (!is_quarter_of(a, b) &&
	    (a->kind != PIECE_MOMENT || b->kind != PIECE_MOMENT ||
		m->unit != b->moment.unit))
		return;
	if (m->unit != UNIT_QUARTER &&
	    (m->unit != UNIT_DAY || !is_dated_with(folded, a, b)) &&
	    (m->unit != UNIT_MONTH || m->month == 0 ||
		((b->flags & (FORM_FRACTION | FORM_MEMBER)) == 0 &&
		    !is_month_before(folded, a, b))))
		return;
	glue = join_glue(folded, a, b);
	if (glue != GLUE_AND && glue != GLUE_COMMA)
		return;
	if (b->moment.year != 0)
		m->year = b->moment.year - (m->month > b->moment.month);
	m->shifted[UNIT_YEAR] = b->moment.shifted[UNIT_YEAR];
	m->shift[UNIT_YEAR] =
	    b->moment.shift[UNIT_YEAR] - (m->month > b->moment.month);
}

/* "đêm 30 rạng sáng 1/12": the night began in the month before. */
static bool
is_night_before(const struct moment *a, const struct moment *b)
{
	return (a->part == PART_EVENING || a->part == PART_NIGHT) &&
	       b->part == PART_MORNING && a->day > b->day;
}

static void
to_month_before(struct moment *m)
{
	if (--m->month > 0)
		return;
	m->month = 12;
	m->year -= m->year != 0;
}

/* "sáng và chiều 9/12": a part of a day is of the day of the one behind it, but
 * not "đêm và rạng sáng 9/12". */
static void
share_part(struct str folded, struct piece *a, const struct piece *b)
{
	static const struct str from[] = {W("từ"), {NULL, 0}};
	enum part part = a->moment.part;
	enum glue glue;
	bool open;

	if (a->kind != PIECE_MOMENT || b->kind != PIECE_MOMENT ||
	    !is_part(&a->moment) || b->moment.unit != UNIT_DAY ||
	    b->moment.part < part || b->moment.hour >= 0 || b->flags != 0)
		return;
	glue = join_glue(folded, a, b);
	open = context_before(folded, a->span.start, from);
	if (glue != GLUE_AND && (glue != GLUE_COMMA || open))
		return;
	a->moment = b->moment;
	a->moment.part = part;
	a->flags = open ? FORM_LISTED : 0;
}

/* "thứ Ba, thứ Tư tuần sau", "thứ Bảy và Chủ nhật tuần này": a day of the week
 * is of the week of the one behind it. */
static void
share_week(struct str folded, struct piece *a, const struct piece *b)
{
	struct moment *m = &a->moment;
	enum glue glue;

	if (a->kind != PIECE_MOMENT || b->kind != PIECE_MOMENT ||
	    m->weekday == 0 || b->moment.weekday <= m->weekday ||
	    m->shifted[UNIT_WEEK] || !b->moment.shifted[UNIT_WEEK])
		return;
	glue = join_glue(folded, a, b);
	if (glue != GLUE_AND && glue != GLUE_COMMA && !join_is_range(glue))
		return;
	m->shifted[UNIT_WEEK] = true;
	m->shift[UNIT_WEEK] = b->moment.shift[UNIT_WEEK];
	a->flags &= ~(unsigned)FORM_WEAK;
}

/* "tháng 2 và tháng 3 âm lịch", "tháng 9, 10 âm lịch": both months are
 * lunar. */
static void
share_moon(struct str folded, struct piece *a, const struct piece *b)
{
	struct moment *m = &a->moment;
	enum glue glue;

	if (a->kind != PIECE_MOMENT || b->kind != PIECE_MOMENT ||
	    m->unit != UNIT_MONTH || b->moment.unit != UNIT_MONTH ||
	    !b->moment.marked || m->year != 0 || m->month >= b->moment.month ||
	    m->shifted[UNIT_YEAR])
		return;
	glue = join_glue(folded, a, b);
	if (glue == GLUE_AND ||
	    (glue == GLUE_COMMA && m->month + 1 == b->moment.month)) {
		m->lunar = m->marked = true;
		m->year = b->moment.year;
	}
}

/* The number of days in the list that begins with piece i. */
static size_t
count_days(struct str folded, const struct pieces *pieces, size_t i)
{
	size_t first = i;

	while (i + 1 < pieces->count &&
	       (pieces->items[i].flags & FORM_LIST) != 0) {
		const struct piece *p = &pieces->items[i++];
		enum glue glue = join_glue(folded, p, p + 1);

		if (glue != GLUE_COMMA && glue != GLUE_AND)
			return 0;
	}
	return i - first + 1;
}

/* How far from a length the days that it counts may stand, in bytes. */
#define COUNT_REACH 40

/* "Hai ngày nghỉ cuối tuần (23, 24/11)", "ba ngày liên tiếp 13, 14, 15/3":
 * whether piece i begins as many days as the length before it tells. */
static bool
is_counted(struct str folded, const struct pieces *pieces, size_t i)
{
	const struct piece *length = &pieces->items[i - 1];
	struct str gap =
	    str_slice(folded, length->span.end, pieces->items[i].span.start);
	size_t count = 0, at = 0;

	if (length->kind != PIECE_DURATION || gap.len > COUNT_REACH)
		return false;
	while (at < gap.len && strchr(".;:/", gap.data[at]) == NULL)
		at++;
	if (at < gap.len)
		return false;
	for (at = 1; str_is_digit(length->value[at]); at++)
		count = count * 10 + (size_t)(length->value[at] - '0');
	return length->value[at] == 'D' && length->value[at + 1] == '\0' &&
	       count == count_days(folded, pieces, i);
}

/* Whether a number alone goes on a list: "26, 27 và 28/11" behind "trong 3 ngày
 * (", "30/11, 1 và 2/12" behind "ngày" or "23 và 24/11" behind "Chủ nhật (" or
 * "cuối tuần qua (". */
static bool
goes_on(struct str folded, const struct pieces *pieces, size_t i)
{
	const struct piece *a = &pieces->items[i], *last;
	enum glue glue;

	if (str_ends(str_slice(folded, 0, a->span.start), STR("ngày (")))
		return context_is_free(folded, a[1].span);
	if (i == 0)
		return false;
	last = a - 1;
	glue = join_glue(folded, last, a);
	if (is_counted(folded, pieces, i) ||
	    (glue == GLUE_BRACKET &&
		(last->moment.weekday != 0 || last->moment.unit == UNIT_WEEK)))
		return context_is_free(folded, a[1].span);
	if ((last->flags & FORM_LIST) != 0)
		return glue != GLUE_NONE;
	/* "30, 31/8 và 1, 2/9" */
	if (i > 1 && (last->flags & FORM_FRACTION) != 0 &&
	    (last[-1].flags & FORM_LIST) != 0)
		return glue == GLUE_COMMA || glue == GLUE_AND;
	return glue == GLUE_COMMA && last->kind == PIECE_MOMENT &&
	       last->moment.unit == UNIT_DAY && last->moment.day != 0 &&
	       last->moment.month != 0 && (last->flags & FORM_FRACTION) == 0;
}

void
lists_share(struct str folded, struct pieces *pieces)
{
	/* "15, 31/1.213": what it goes on with is no day */
	if (pieces->count > 0 &&
	    (pieces->items[pieces->count - 1].flags & FORM_LIST) != 0)
		pieces->items[pieces->count - 1].flags |= FORM_WEAK;
	for (size_t i = pieces->count; i-- > 1;) {
		struct piece *a = &pieces->items[i - 1];
		const struct piece *b = &pieces->items[i];
		enum glue glue;

		share_part(folded, a, b);
		share_week(folded, a, b);
		share_moon(folded, a, b);
		share_year(folded, a, b);
		if ((a->flags & FORM_LIST) == 0)
			continue;
		glue = join_glue(folded, a, b);
		if (b->kind != PIECE_MOMENT || b->moment.unit != UNIT_DAY ||
		    glue == GLUE_NONE || b->moment.month == 0) {
			a->flags |= FORM_WEAK;
			continue;
		}
		if (join_is_range(glue))
			continue;
		/* a number alone must go on a list that begins with a day */
		if ((a->flags & FORM_BARE) != 0 &&
		    goes_on(folded, pieces, i - 1))
			a->flags &= ~(unsigned)FORM_BARE;
		a->moment.month = b->moment.month;
		a->moment.year = b->moment.year;
		a->moment.lunar = b->moment.lunar;
		if (is_night_before(&a->moment, &b->moment))
			to_month_before(&a->moment);
		a->moment.before_tet = b->moment.before_tet;
		/* "ngày 29 và mùng 1 Tết" */
		if (a->moment.lunar && a->moment.month == 1 &&
		    a->moment.day > 20 && b->moment.day < a->moment.day) {
			a->moment.month = 12;
			a->moment.before_tet = true;
		}
	}
}

/* The end of ", 11" or " và 11" at a place, the month that follows another; at:
 * it is not there. */
static size_t
skip_month(struct str s, size_t at, int month, const struct str *separators)
{
	struct str rest = str_from_offset(s, at);

	for (size_t i = 0; separators[i].data != NULL; i++) {
		size_t end = separators[i].len, value;

		if (!str_starts(rest, separators[i]))
			continue;
		while (str_digit_at(rest, end) && end < separators[i].len + 2)
			end++;
		if (str_to_size(
			str_slice(rest, separators[i].len, end), &value) &&
		    value == (size_t)month)
			return at + end;
	}
	return at;
}

/* Whether a list can end there, before what is no number: "tháng 9, 10, ", or
 * "tháng 9, 10 và tháng 11", which is the next. */
static bool
ends_list(struct str s, size_t at, int next)
{
	static const struct str separators[] = {W(" và tháng "),
	    W(" và đầu tháng "), W(" và giữa tháng "), W(" và cuối tháng "),
	    {NULL, 0}};
	struct str rest = str_from_offset(s, at);

	if (rest.len == 0 || str_starts(rest, STR(" (")) ||
	    skip_month(s, at, next, separators) > at)
		return true;
	if (strchr(",.;)", s.data[at]) == NULL)
		return false;
	return at + 1 == s.len || s.data[at] == ')' ||
	       (s.data[at + 1] == ' ' && !str_digit_at(s, at + 2));
}

/* Adds the others of "tháng 9, 10 và 11", which no year tells to be months,
 * where piece i is the first and so many are known, behind all pieces. */
static void
add_months(struct str folded, struct pieces *pieces, size_t i, size_t known)
{
	static const struct str separators[] = {
	    W(", "), W(" và "), W(", và "), {NULL, 0}};
	struct piece month = pieces->items[i];
	size_t at = month.span.end, end, count = 0;
	int next = month.moment.month % 12 + 1;

	while ((end = skip_month(folded, at, next, separators)) > at) {
		at = end;
		next = next % 12 + 1;
		count++;
	}
	if (count == 0 || !ends_list(folded, at, next) ||
	    (i + 1 < known && pieces->items[i + 1].span.start < at))
		return;
	month.moment.mod = MOD_NONE;
	for (size_t n = 0; n < count; n++) {
		next = month.moment.month % 12 + 1;
		month.span.end =
		    skip_month(folded, month.span.end, next, separators);
		month.span.start =
		    month.span.end -
		    (folded.data[month.span.end - 2] == ' ' ? 1 : 2);
		month.moment.month = next;
		pieces->items = mem_grow(pieces->items, pieces->count,
		    &pieces->cap, sizeof(*pieces->items));
		pieces->items[pieces->count++] = month;
	}
}

/* A month that nothing tells the year of. */
static bool
is_bare_month(const struct piece *p)
{
	const struct moment *m = &p->moment;

	return p->kind == PIECE_MOMENT && p->flags == 0 &&
	       m->unit == UNIT_MONTH && m->month != 0 && m->year == 0 &&
	       m->cycle == 0 && !m->lunar && !m->shifted[UNIT_YEAR];
}

static int
compare_places(const void *left, const void *right)
{
	const struct piece *a = left, *b = right;

	return (a->span.start > b->span.start) -
	       (a->span.start < b->span.start);
}

void
lists_add_months(struct str folded, struct pieces *pieces)
{
	size_t known = pieces->count;

	for (size_t i = 0; i < known; i++)
		if (is_bare_month(&pieces->items[i]))
			add_months(folded, pieces, i, known);
	if (pieces->count > known)
		qsort(pieces->items, pieces->count, sizeof(*pieces->items),
		    compare_places);
}
