/* The two ends of a range, resolved together. */
#include "resolve.h"

#include <stdlib.h>

/* Whether the year is not said, so that the other end may supply it. */
static bool
lacks_year(const struct moment *m)
{
	return m->year == 0 && m->cycle == 0 && m->unit != UNIT_NONE &&
	       (m->month != 0 || m->number != 0);
}

static bool
is_ordered(const struct moment *from, const struct moment *to)
{
	long first, last, unused;

	return !moment_bounds(from, &first, &unused) ||
	       !moment_bounds(to, &unused, &last) || first <= last;
}

/* Takes the month of an end that only has a day from the other end. */
static void
share_month(struct moment *bare, const struct moment *full, bool bare_is_first)
{
	/* "từ ngày 5 đến hết tháng 11" */
	bool within = bare_is_first && full->unit == UNIT_MONTH;
	int before = bare_is_first && !within && bare->day > full->day;
	int after = !bare_is_first && bare->day < full->day;
	int month;

	if (bare->unit != UNIT_DAY || bare->day == 0 || bare->month != 0 ||
	    full->month == 0 || (full->day == 0 && !within) ||
	    bare->shifted[UNIT_MONTH])
		return;
	month = full->month - before + after;
	bare->month = month < 1 ? 12 : month > 12 ? 1 : month;
	bare->lunar = full->lunar;
	bare->before_tet = full->before_tet && month == full->month;
	if (full->year != 0 && month >= 1 && month <= 12)
		bare->year = full->year;
}

/* "từ tháng 9 đến tháng 11 âm lịch": both are lunar months; of Giêng and Chạp,
 * which always are, the end tells nothing.  "từ 5/9 đến rằm tháng Tám âm lịch"
 * would be nearly a year. */
static void
share_lunar(struct moment *from, const struct moment *to)
{
	bool most_of_a_year = from->month > to->month && to->month > 3;

	if (to->marked && from->unit == to->unit && from->month != 0 &&
	    from->holiday == NULL && !most_of_a_year)
		from->lunar = true;
}

/* Clock times without a day take the other end's. */
static void
share_day(struct moment *bare, const struct moment *full)
{
	if (bare->unit != UNIT_NONE || full->unit != UNIT_DAY)
		return;
	bare->unit = UNIT_DAY;
	bare->year = full->year;
	bare->month = full->month;
	bare->day = full->day;
	bare->lunar = full->lunar;
	bare->before_tet = full->before_tet;
	for (int u = 0; u < UNIT_COUNT; u++) {
		bare->shifted[u] = full->shifted[u];
		bare->shift[u] = full->shift[u];
	}
}

/* "từ 22h đến 5h sáng 12/1": whether midnight is between resolved hours. */
static bool
is_over_midnight(const struct moment *from, const struct moment *to)
{
	return from->hour > to->hour && to->hour >= 0 && to->hour <= 8 &&
	       (from->hour >= 12 || to->hour <= 4);
}

/* The last lunar months mostly fall into the next year; whether the one before
 * may be the first behind another day. */
static bool
ends_next_year(const struct moment *m)
{
	return m->lunar && m->month >= 11 && !m->before_tet;
}

static void
set_year_near(struct moment *m, int year, int other)
{
	m->year = year;
	if (!m->lunar && m->unit == UNIT_DAY &&
	    !calendar_has((struct date){year, m->month, m->day}))
		m->year = other;
}

/* A range's ends, and whether their years are still to be found. */
struct ends {
	struct moment *from, *to;
	bool open_from, open_to;
};

static bool
resolve_ends(const struct lunar *lunar, const struct reference *ref,
    const struct ends *ends)
{
	return resolve_moment(lunar, ref, ends->from) &&
	       resolve_moment(lunar, ref, ends->to);
}

/* Resolves the ends with one of them moved back (step -1) or ahead (1) from
 * what it was, open, by a year at a time.  The year of a lunar month may not be
 * that of its days, then the next one over will do. */
static bool
move_end(const struct lunar *lunar, const struct reference *ref,
    const struct ends *ends, const struct moment *open, int step)
{
	struct moment *moved = step < 0 ? ends->from : ends->to;
	int year = open->year != 0 ? open->year : moved->year;
	int most = open->lunar ? 2 : 1;

	for (int i = 1; i <= most; i++) {
		*moved = *open;
		moved->year = year + i * step;
		if (resolve_ends(lunar, ref, ends) &&
		    is_ordered(ends->from, ends->to))
			return true;
	}
	return false;
}

/* "1/7 - 30/9", told in March: whether a resolved start is nearer to the
 * reference than the end, which then is of the start's year. */
static bool
is_nearer(const struct reference *ref, const struct moment *from,
    const struct moment *to)
{
	long first, last, unused;

	return ref->unit != UNIT_NONE && !from->lunar && !to->lunar &&
	       moment_bounds(from, &first, &unused) &&
	       moment_bounds(to, &unused, &last) &&
	       labs(first - ref->middle) < labs(last - ref->middle);
}

/* Resolves the ends, one of which may be a year off: 15/12 to 14/2 is across
 * New Year. */
static bool
order_ends(const struct lunar *lunar, const struct reference *ref,
    const struct ends *ends)
{
	struct moment first = *ends->from, last = *ends->to;

	if (!resolve_ends(lunar, ref, ends))
		return false;
	if (is_ordered(ends->from, ends->to))
		return true;
	if (ends->open_from && ends->open_to &&
	    is_nearer(ref, ends->from, ends->to)) {
		last.implied |= IMPLIED_YEAR;
		return move_end(lunar, ref, ends, &last, 1);
	}
	if (ends->open_from &&
	    (!ends->open_to || ends->from->year >= ends->to->year)) {
		first.implied |= ends->open_to ? IMPLIED_YEAR : 0;
		return move_end(lunar, ref, ends, &first, -1);
	}
	return ends->open_to && move_end(lunar, ref, ends, &last, 1);
}

/* "từ 18/9 đến hết tháng": the end is that of the month, quarter or year that
 * the start is in. */
static bool
resolve_same(const struct lunar *lunar, const struct reference *ref,
    struct moment *from, struct moment *to)
{
	if (!resolve_moment(lunar, ref, from))
		return false;
	if (from->month == 0 || from->unit < UNIT_MONTH)
		to->unit = UNIT_YEAR;
	to->year = from->year;
	to->month = to->unit == UNIT_MONTH ? from->month : 0;
	to->number = to->unit == UNIT_QUARTER ? (from->month + 2) / 3 : 0;
	to->implied = from->implied;
	return true;
}

/* "từ 5/6/2023 đến cuối năm": the end of what the start is in, too. */
static bool
is_same(const struct moment *from, const struct moment *to)
{
	return to->same ||
	       (to->bare && to->mod == MOD_END &&
		   (from->unit == UNIT_DAY ||
		       (from->unit == UNIT_MONTH && to->unit == UNIT_YEAR)));
}

/* "Từ đầu năm đến 15/12/2020", told in 2021: an end that comes before what the
 * reference would begin with is of the year or month that begins.  false: it
 * does not. */
static bool
resolve_to_end(const struct lunar *lunar, const struct reference *ref,
    struct moment *from, struct moment *to)
{
	struct moment first = *from, last = *to;

	if (!from->bare || !from->at_start || to->holiday != NULL ||
	    (to->year == 0 && to->month == 0 && to->number == 0) ||
	    !resolve_moment(lunar, ref, &last) || last.year == 0 ||
	    (from->unit == UNIT_MONTH && last.month == 0))
		return false;
	if (ref->unit != UNIT_NONE &&
	    (!resolve_moment(lunar, ref, &first) || is_ordered(&first, &last)))
		return false;
	*to = last;
	from->year = last.year;
	from->month = from->unit == UNIT_MONTH ? last.month : 0;
	from->shifted[from->unit] = false;
	from->implied = last.implied;
	return resolve_moment(lunar, ref, from);
}

/* Moves a resolved day by so many. */
static void
move_day(struct moment *m, int days)
{
	struct date d = {m->year, m->month, m->day};

	if (m->unit != UNIT_DAY || m->lunar || !calendar_has(d))
		return;
	moment_set_date(m, calendar_number(d) + days);
}

bool
resolve_range(const struct lunar *lunar, const struct reference *ref,
    struct moment *from, struct moment *to)
{
	struct ends ends = {.from = from, .to = to};
	bool hours = from->unit == UNIT_NONE && to->unit == UNIT_DAY;
	bool same_day = from->unit == UNIT_DAY && to->unit == UNIT_NONE;

	if (is_same(from, to))
		return resolve_same(lunar, ref, from, to);
	if (resolve_to_end(lunar, ref, from, to))
		return true;
	share_lunar(from, to);
	share_month(from, to, true);
	share_month(to, from, false);
	share_day(from, to);
	share_day(to, from);
	ends.open_from = lacks_year(from) && !from->shifted[UNIT_YEAR];
	ends.open_to = lacks_year(to) && !to->shifted[UNIT_YEAR];
	if (ends.open_from && !ends.open_to) {
		if (!resolve_moment(lunar, ref, to))
			return false;
		set_year_near(from, to->year, to->year - 1);
	} else if (ends.open_to && !ends.open_from) {
		if (!resolve_moment(lunar, ref, from))
			return false;
		/* what is just gone is told by the reference */
		if (to->direction == 0)
			set_year_near(to,
			    from->year -
				(ends_next_year(to) && from->year != 0),
			    from->year + 1);
	}
	if (!order_ends(lunar, ref, &ends))
		return false;
	if (to->next_day || (same_day && is_over_midnight(from, to)))
		move_day(to, 1);
	if (hours && is_over_midnight(from, to))
		move_day(from, -1);
	return true;
}
