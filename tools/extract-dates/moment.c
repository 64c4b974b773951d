#include "moment.h"

void
moment_init(struct moment *m)
{
	*m = (struct moment){.hour = -1, .minute = -1, .second = -1};
}

/* Whether a day is said outright, not by its distance or its weekday. */
static bool
names_day(const struct moment *m)
{
	return m->day != 0;
}

bool
moment_is_christmas(const struct moment *m)
{
	return m->holiday != NULL &&
	       str_equal(m->holiday->name, STR("christmas"));
}

static bool
clash(const struct moment *a, const struct moment *b)
{
	/* "Quốc khánh 2/9", "Giỗ Tổ Hùng Vương 10/3", but not "Tết 1/1" */
	bool same_holiday =
	    a->holiday != NULL && !b->lunar && (!a->lunar || a->month > 1) &&
	    a->month == b->month &&
	    (a->day == b->day || (moment_is_christmas(a) &&
				     a->part == PART_NIGHT && b->day == 24));

	if (a->hour >= 0 && b->hour >= 0)
		return true;
	if (a->part != PART_NONE && b->part != PART_NONE)
		return true;
	if (a->weekday != 0 && b->weekday != 0)
		return true;
	if (a->shifted[UNIT_DAY] && b->shifted[UNIT_DAY])
		return true;
	if (names_day(a) && names_day(b) && !same_holiday)
		return true;
	/* units of their own: month and month, Tet and year */
	return a->unit != UNIT_NONE && b->unit != UNIT_NONE &&
	       (a->unit != UNIT_DAY || b->unit != UNIT_DAY);
}

bool
moment_unify(struct moment *m, const struct moment *more)
{
	if (clash(m, more))
		return false;
	if (more->unit != UNIT_NONE)
		m->unit = more->unit;
	if (names_day(more)) {
		m->written = m->holiday != NULL;
		m->day = more->day;
		m->month = more->month;
		m->year = more->year != 0 ? more->year : m->year;
		m->lunar = more->lunar || (m->lunar && m->holiday != NULL);
		m->before_tet = more->before_tet;
		m->cycle = more->cycle;
	}
	if (m->holiday == NULL)
		m->holiday = more->holiday;
	if (more->weekday != 0) {
		m->weekday = more->weekday;
		m->direction = more->direction;
	}
	if (more->part != PART_NONE)
		m->part = more->part;
	if (more->hour >= 0) {
		m->hour = more->hour;
		m->minute = more->minute;
		m->second = more->second;
	}
	for (int u = 0; u < UNIT_COUNT; u++) {
		if (!more->shifted[u])
			continue;
		m->shifted[u] = true;
		m->shift[u] = more->shift[u];
	}
	if (more->mod > m->mod)
		m->mod = more->mod;
	return true;
}

/* Bounds of months from to to of the year. */
static void
months(const struct moment *m, int from, int to, long *first, long *last)
{
	*first = calendar_number((struct date){m->year, from, 1});
	*last = calendar_number(
	    (struct date){m->year, to, calendar_month_days(m->year, to)});
}

void
moment_set_date(struct moment *m, long number)
{
	struct date d = calendar_date(number);

	m->year = d.year;
	m->month = d.month;
	m->day = d.day;
}

bool
moment_bounds(const struct moment *m, long *first, long *last)
{
	if (m->year == 0 || m->decade)
		return false;
	switch (m->unit) {
	case UNIT_YEAR:
		months(m, 1, 12, first, last);
		return true;
	case UNIT_HALF:
		months(m, m->number * 6 - 5, m->number * 6, first, last);
		return true;
	case UNIT_QUARTER:
		months(m, m->number * 3 - 2, m->number * 3, first, last);
		return true;
	case UNIT_MONTH:
		if (m->month == 0)
			return false;
		months(m, m->month, m->month, first, last);
		return true;
	case UNIT_WEEK:
		if (m->number == 0)
			return false;
		*first = calendar_first_week(m->year) + (m->number - 1L) * 7;
		*last = *first + 6;
		return true;
	case UNIT_DAY:
		if (m->month == 0 || m->day == 0)
			return false;
		*first = *last =
		    calendar_number((struct date){m->year, m->month, m->day});
		return true;
	default:
		return false;
	}
}

static void
format_clock(struct buf *out, const struct moment *m)
{
	buf_byte(out, 'T');
	buf_digits(out, (size_t)m->hour, 2);
	if (m->minute >= 0) {
		buf_byte(out, ':');
		buf_digits(out, (size_t)m->minute, 2);
	}
	if (m->second >= 0) {
		buf_byte(out, ':');
		buf_digits(out, (size_t)m->second, 2);
	}
}

static void
format_number(struct buf *out, int value)
{
	buf_byte(out, '-');
	if (value == 0)
		buf_text(out, "XX");
	else
		buf_digits(out, (size_t)value, 2);
}

void
moment_format(struct buf *out, const struct moment *m)
{
	static const char *const seasons[] = {"", "SP", "SU", "FA", "WI"};
	static const char *const parts[] = {
	    "", "TMO", "TMI", "TAF", "TEV", "TNI"};

	if (m->unit != UNIT_NONE) {
		if (m->decade) {
			buf_digits(out, (size_t)(m->year / 10), 3);
			buf_byte(out, 'X');
		} else if (m->year == 0) {
			buf_text(out, "XXXX");
		} else {
			buf_digits(out, (size_t)m->year, 4);
		}
	}
	if (m->unit == UNIT_HALF)
		buf_printf(out, "-H%d", m->number);
	else if (m->unit == UNIT_QUARTER && m->number == 0)
		buf_text(out, "-QX");
	else if (m->unit == UNIT_QUARTER)
		buf_printf(out, "-Q%d", m->number);
	else if (m->unit == UNIT_SEASON)
		buf_printf(out, "-%s", seasons[m->number]);
	else if (m->unit == UNIT_WEEK && m->number == 0)
		buf_text(out, "-WXX");
	else if (m->unit == UNIT_WEEK)
		buf_printf(out, "-W%02d", m->number);
	else if (m->unit >= UNIT_MONTH)
		format_number(out, m->month);
	if (m->unit == UNIT_DAY)
		format_number(out, m->day);
	if (m->hour >= 0)
		format_clock(out, m);
	else
		buf_text(out, parts[m->part]);
}
