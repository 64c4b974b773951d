#include "resolve.h"

#include <stdlib.h>

/* Days that a reference date may be off: an article is often dated by its
 * month, or by its year, which is taken by its middle. */
#define SLACK 62
#define YEAR_SLACK 183

/* The years that a reference may be of: what is told of has four digits, too,
 * and "năm Giáp Tý" may be 30 years on. */
#define YEAR_FIRST 1000
#define YEAR_LAST 9969

struct reference
reference_parse(struct str value)
{
	struct reference ref = {0};

	if (value.len < 4)
		return ref;
	ref.date = (struct date){calendar_digits(value, 0, 4), 7, 2};
	if (ref.date.year < YEAR_FIRST || ref.date.year > YEAR_LAST)
		return (struct reference){0};
	ref.unit = UNIT_YEAR;
	if (value.len >= 7) {
		ref.unit = UNIT_MONTH;
		ref.date.month = calendar_digits(value, 5, 2);
		ref.date.day = 15;
	}
	if (value.len >= 10) {
		ref.unit = UNIT_DAY;
		ref.date.day = calendar_digits(value, 8, 2);
	}
	ref.middle = calendar_number(ref.date);
	return ref;
}

/* What is left of a deictic when the reference is coarser than its unit. */
static void
coarsen(const struct reference *ref, struct moment *m)
{
	m->unit = ref->unit;
	m->year = ref->date.year;
	m->month = ref->unit == UNIT_MONTH ? ref->date.month : 0;
	m->day = m->number = 0;
	m->part = PART_NONE;
	m->hour = -1;
	m->mod = MOD_NONE; /* it was of what is left out */
	m->at_start = false;
	m->implied |= IMPLIED_YEAR;
	if (m->month != 0)
		m->implied |= IMPLIED_MONTH;
}

static void
shift_day(const struct reference *ref, struct moment *m)
{
	if (ref->unit != UNIT_DAY) {
		coarsen(ref, m);
		return;
	}
	moment_set_date(m, ref->middle + m->shift[UNIT_DAY]);
	m->implied |= IMPLIED_YEAR | IMPLIED_MONTH | IMPLIED_DAY;
}

static void
set_week(struct moment *m, long monday)
{
	long thursday = monday + 3;

	m->year = calendar_date(thursday).year;
	m->number = (int)((monday - calendar_first_week(m->year)) / 7) + 1;
}

static void
shift_week(const struct reference *ref, struct moment *m)
{
	long monday = ref->middle - calendar_weekday(ref->middle) + 1 +
		      7L * m->shift[UNIT_WEEK];

	if (ref->unit != UNIT_DAY) {
		coarsen(ref, m);
		return;
	}
	m->implied |= IMPLIED_YEAR | IMPLIED_MONTH | IMPLIED_DAY;
	if (m->weekday == 0) {
		set_week(m, monday);
		return;
	}
	m->unit = UNIT_DAY;
	moment_set_date(m, monday + m->weekday - 1);
}

/* A month or quarter (of 1 or 3 months) by its distance. */
static void
shift_months(const struct reference *ref, struct moment *m, enum unit unit)
{
	int size = unit == UNIT_QUARTER ? 3 : 1, index;

	if (ref->unit < UNIT_MONTH) {
		if (m->day == 0)
			coarsen(ref, m);
		return;
	}
	index =
	    (ref->date.year * 12 + ref->date.month - 1) / size + m->shift[unit];
	m->year = index * size / 12;
	if (unit == UNIT_QUARTER)
		m->number = index % 4 + 1;
	else
		m->month = index % 12 + 1;
	m->implied |= IMPLIED_YEAR | IMPLIED_MONTH;
}

static int
cycle_year(const struct reference *ref, int cycle)
{
	int from = ref->unit == UNIT_NONE ? 1990 : ref->date.year - 29;

	while (can_chi_of_year(from) != cycle - 1)
		from++;
	return from;
}

static void
set_year(const struct reference *ref, struct moment *m)
{
	if (m->cycle != 0 && m->year != 0)
		m->conflict = can_chi_of_year(m->year) != m->cycle - 1;
	else if (m->cycle != 0)
		m->year = cycle_year(ref, m->cycle);
	else if (m->shifted[UNIT_YEAR] && ref->unit != UNIT_NONE) {
		m->year = ref->date.year + m->shift[UNIT_YEAR];
		m->implied |= IMPLIED_YEAR;
	}
}

/* The day of a lunar month of the given year; false: not in the table. */
static bool
lunar_number(
    const struct lunar *lunar, const struct moment *m, int year, long *number)
{
	long first;
	/* a month counts as its middle */
	int days, day = m->day != 0 ? m->day : 15;

	if (!lunar_month(lunar, m->before_tet ? year - 1 : year, m->month,
		&first, &days))
		return false;
	/* "30 Tet" is the last day, also of a month of 29 */
	if (day > days)
		day = days;
	*number = first + day - 1;
	return true;
}

/* The day in the given year; false: there is none. */
static bool
number_in(
    const struct lunar *lunar, const struct moment *m, int year, long *number)
{
	struct date d = {year, m->month, m->day};

	if (m->lunar)
		return lunar_number(lunar, m, year, number);
	/* a month or so counts as its middle */
	if (m->unit == UNIT_MONTH)
		d.day = 15;
	else if (m->unit == UNIT_QUARTER)
		d = (struct date){year, m->number * 3 - 1, 15};
	else if (m->unit == UNIT_HALF)
		d = (struct date){year, m->number * 6 - 2, 1};
	if (!calendar_has(d))
		return false;
	*number = calendar_number(d);
	return true;
}

/* Days after which nobody tells to when something lasted. */
#define LONG_AGO 120

/* The days that a moment may lie on the wrong side of the reference: "Tết vừa
 * qua" is not the coming one. */
static long
slack_of(const struct reference *ref, const struct moment *m)
{
	/* half of it, and a day: what will be in a quarter may be in this
	 * one */
	if (m->unit == UNIT_QUARTER)
		return 46;
	if (ref->unit == UNIT_YEAR)
		return YEAR_SLACK;
	if (m->holiday == NULL || m->direction >= 0 || ref->unit < UNIT_MONTH)
		return SLACK;
	return ref->unit == UNIT_DAY ? 0 : 15;
}

/* The year that brings the moment nearest to the reference. */
static void
nearest_year(
    const struct lunar *lunar, const struct reference *ref, struct moment *m)
{
	long best = 0, near = ref->middle, slack = slack_of(ref, m);
	int around = ref->date.year;

	/* the 29th of February may be four years away */
	for (int year = around - 4; year <= around + 4; year++) {
		long number;

		if (!number_in(lunar, m, year, &number) ||
		    (number - near) * m->direction < -slack)
			continue;
		if (m->year == 0 || labs(number - near) < labs(best - near)) {
			best = number;
			m->year = year;
		}
	}
	/* "quý I là 74 vụ", told in November */
	if (m->counted && m->direction == 0 && best - near > slack)
		m->year--;
	/* "áp dụng đến hết ngày 31/12", told in June */
	if (m->lasts && m->direction == 0 && near - best > LONG_AGO)
		m->year++;
}

/* The month that brings a day of the month nearest to the reference. */
static void
nearest_month(const struct reference *ref, struct moment *m)
{
	int index = ref->date.year * 12 + ref->date.month - 1;
	long best = 0;

	for (int i = index - 2; i <= index + 2; i++) {
		struct date d = {i / 12, i % 12 + 1, m->day};

		if (!calendar_has(d) ||
		    (m->month != 0 && labs(calendar_number(d) - ref->middle) >=
					  labs(best - ref->middle)))
			continue;
		best = calendar_number(d);
		m->year = d.year;
		m->month = d.month;
	}
	m->implied |= IMPLIED_YEAR | IMPLIED_MONTH;
}

/* The last of that weekday before the reference, or the next behind it. */
static void
nearest_weekday(const struct reference *ref, struct moment *m)
{
	long back = (calendar_weekday(ref->middle) - m->weekday + 7) % 7;

	if (m->direction > 0)
		moment_set_date(m, ref->middle + 7 - back);
	else
		moment_set_date(m, ref->middle - (back == 0 ? 7 : back));
	m->implied |= IMPLIED_YEAR | IMPLIED_MONTH | IMPLIED_DAY;
}

/* Fills what is still open from the reference alone. */
static void
complete(
    const struct lunar *lunar, const struct reference *ref, struct moment *m)
{
	bool dated =
	    m->unit == UNIT_DAY ? m->day != 0 : m->number + m->month != 0;

	if (m->unit == UNIT_DAY && m->day == 0) {
		if (m->shifted[UNIT_DAY])
			shift_day(ref, m);
		else if (m->shifted[UNIT_WEEK])
			shift_week(ref, m);
		else if (m->weekday != 0 && ref->unit == UNIT_DAY)
			nearest_weekday(ref, m);
		return;
	}
	if (m->unit == UNIT_WEEK && m->shifted[UNIT_WEEK])
		shift_week(ref, m);
	else if (m->shifted[UNIT_QUARTER])
		shift_months(ref, m, UNIT_QUARTER);
	else if (m->shifted[UNIT_MONTH])
		shift_months(ref, m, UNIT_MONTH);
	else if (m->unit == UNIT_DAY && m->month == 0 &&
		 ref->unit >= UNIT_MONTH)
		nearest_month(ref, m);
	else if (m->year == 0 && dated && !m->every_year &&
		 (m->unit != UNIT_DAY || m->month)) {
		nearest_year(lunar, ref, m);
		m->implied |= m->year != 0 ? IMPLIED_YEAR : 0;
	}
}

/* Turns a lunar day, or the first or last one of a lunar month, into a solar
 * one; what is out of the table stays open. */
static void
to_solar(const struct lunar *lunar, struct moment *m)
{
	long number;

	if (!m->lunar || (m->unit != UNIT_DAY && m->unit != UNIT_MONTH))
		return;
	if (m->unit == UNIT_MONTH)
		m->day = m->at_end ? LAST_DAY : 1;
	m->unit = UNIT_DAY;
	m->lunar = false;
	if (m->year != 0 && lunar_number(lunar, m, m->year, &number))
		moment_set_date(m, number);
	else
		m->month = m->day = 0;
	m->before_tet = false;
}

/* The hour of the day as its part of day tells: 3 in the afternoon is 15. */
static void
set_hour(struct moment *m)
{
	bool late = m->part == PART_EVENING || m->part == PART_NIGHT;

	if (m->hour < 0 || m->hour > 12)
		return;
	if ((m->part == PART_AFTERNOON && m->hour < 12) ||
	    (late && m->hour >= 5) || (m->part == PART_MIDDAY && m->hour < 3))
		m->hour += 12;
}

/* "From the start of the year" is from its first day on. */
static void
to_first_day(struct moment *m)
{
	long first, last;

	if (!m->at_start || m->decade)
		return;
	if (moment_bounds(m, &first, &last)) {
		moment_set_date(m, first);
	} else {
		if (m->unit == UNIT_YEAR)
			m->month = 1;
		if (m->unit == UNIT_YEAR || m->unit == UNIT_MONTH)
			m->day = 1;
	}
	m->unit = UNIT_DAY;
	m->at_start = false;
}

bool
resolve_moment(
    const struct lunar *lunar, const struct reference *ref, struct moment *m)
{
	set_hour(m);
	if (m->unit == UNIT_NONE)
		return true;
	set_year(ref, m);
	if (ref->unit != UNIT_NONE)
		complete(lunar, ref, m);
	to_solar(lunar, m);
	/* "đêm Noel" is the one before it, unless its day is written; "2h đêm
	 * Noel" is of the day itself */
	if (moment_is_christmas(m) && m->part == PART_NIGHT && !m->written &&
	    m->month == 12 && m->day == 25 && (m->hour < 0 || m->hour >= 12))
		m->day = 24;
	to_first_day(m);
	/* a weekday means nothing without a day to count from */
	if (m->unit == UNIT_DAY && m->weekday != 0 && m->day == 0)
		return false;
	if (m->unit != UNIT_DAY || m->month == 0 || m->day == 0)
		return true;
	/* without a year the longest February will do */
	return calendar_has(
	    (struct date){m->year != 0 ? m->year : 2000, m->month, m->day});
}

static bool
is_day(const struct moment *m)
{
	return m->unit == UNIT_DAY && m->month != 0 && m->day != 0;
}

/* Gives a lunar day the year in which it is a solar one; false: there is
 * none. */
static bool
set_lunar_year(
    const struct lunar *lunar, struct moment *m, const struct date *solar)
{
	long number, wanted = calendar_number(*solar);

	if (!calendar_has(*solar))
		return false;
	for (int year = solar->year - 1; year <= solar->year + 1; year++)
		if (lunar_number(lunar, m, year, &number) && number == wanted) {
			m->year = year;
			return true;
		}
	return false;
}

void
resolve_year_of_both(const struct lunar *lunar, const struct reference *ref,
    struct moment *a, struct moment *b)
{
	/* the nearest first */
	static const int steps[] = {0, -1, 1, -2, 2};
	struct moment *moon = a->lunar ? a : b, *sun = a->lunar ? b : a, known;
	struct date solar = {0, sun->month, sun->day};

	if (!moon->lunar || sun->lunar || !is_day(moon) || !is_day(sun))
		return;
	known = moon->year != 0 || moon->cycle != 0 ? *moon : *sun;
	if (!resolve_moment(lunar, ref, &known) || known.year == 0)
		return;
	solar.year = known.year;
	if (moon->year != 0 || moon->cycle != 0) {
		if (sun->year == 0 && known.month == sun->month &&
		    known.day == sun->day)
			sun->year = known.year;
		return;
	}
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		solar.year = known.year + steps[i];
		if ((i > 0 && sun->year != 0) ||
		    !set_lunar_year(lunar, moon, &solar))
			continue;
		sun->implied |= known.implied;
		moon->implied |= known.implied;
		sun->year = solar.year;
		return;
	}
}
