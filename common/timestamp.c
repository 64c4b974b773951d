#include "timestamp.h"

#include "calendar_days.h"

#define DAY_SECONDS INT64_C(86400)
#define HOUR_SECONDS INT64_C(3600)
#define VIETNAM_OFFSET (7 * HOUR_SECONDS)

/* A place in what is parsed. */
struct reader {
	struct str s;
	size_t at;
};

static char
peek(const struct reader *r)
{
	return r->at < r->s.len ? r->s.data[r->at] : '\0';
}

static bool
take(struct reader *r, char c)
{
	if (r->at >= r->s.len || r->s.data[r->at] != c)
		return false;
	r->at++;
	return true;
}

/* least to most digits. */
static bool
take_number(struct reader *r, unsigned least, unsigned most, unsigned *value)
{
	unsigned count = 0;

	*value = 0;
	for (; count < most && str_is_digit(peek(r)); count++)
		*value = *value * 10 + (unsigned)(r->s.data[r->at++] - '0');
	return count >= least && !str_is_digit(peek(r));
}

/* Exactly so many, whatever follows. */
static bool
take_digits(struct reader *r, unsigned count, unsigned *value)
{
	*value = 0;
	for (; count > 0; count--) {
		if (!str_is_digit(peek(r)))
			return false;
		*value = *value * 10 + (unsigned)(r->s.data[r->at++] - '0');
	}
	return true;
}

static void
skip_blanks(struct reader *r)
{
	while (peek(r) == ' ' || peek(r) == '\t' || peek(r) == '\n' ||
	       peek(r) == '\r')
		r->at++;
}

/* Whether nothing but blanks is left. */
static bool
at_end(const struct reader *r)
{
	struct reader rest = *r;

	skip_blanks(&rest);
	return rest.at == rest.s.len;
}

/* Whether the day, as far as it is known, exists. */
static bool
exists(const struct timestamp *t)
{
	int month = t->precision < TIMESTAMP_MONTH ? 1 : (int)t->month;
	int day = t->precision < TIMESTAMP_DAY ? 1 : (int)t->day;

	return t->year >= 1 && calendar_has_day(t->year, month, day);
}

bool
timestamp_of_seconds(int64_t seconds, struct timestamp *t)
{
	int64_t days;
	unsigned rest;
	int month, day;

	/* the years 1 to 9999 */
	if (seconds < -INT64_C(62135596800) || seconds > INT64_C(253402214399))
		return false;
	seconds += VIETNAM_OFFSET;
	days = seconds / DAY_SECONDS - (seconds % DAY_SECONDS < 0);
	rest = (unsigned)(seconds - days * DAY_SECONDS);
	*t = (struct timestamp){.precision = TIMESTAMP_TIME,
	    .hour = rest / HOUR_SECONDS,
	    .minute = rest / 60 % 60,
	    .second = rest % 60};
	calendar_day_date((long)days, &t->year, &month, &day);
	t->month = (unsigned)month;
	t->day = (unsigned)day;
	return true;
}

/* +07, +0700, +07:00, +7, behind the sign; in seconds. */
static bool
take_offset(struct reader *r, int *offset)
{
	int sign = take(r, '-') ? -1 : 1;
	unsigned hours, minutes = 0, digits = 0;

	if (sign > 0 && !take(r, '+'))
		return false;
	while (str_digit_at(r->s, r->at + digits))
		digits++;
	if (digits == 0 || digits > 4 || digits == 3 ||
	    !take_digits(r, digits > 2 ? 2 : digits, &hours))
		return false;
	if ((digits == 4 || take(r, ':')) && !take_digits(r, 2, &minutes))
		return false;
	if (hours > 14 || minutes > 59)
		return false;
	*offset = sign * (int)(hours * HOUR_SECONDS + minutes * INT64_C(60));
	return true;
}

static bool
take_zone_name(struct reader *r, int *offset)
{
	static const struct {
		const char *name;
		int hours;
	} zones[] = {{"GMT", 0}, {"UTC", 0}, {"UT", 0}, {"Z", 0}, {"EST", -5},
	    {"EDT", -4}, {"CST", -6}, {"CDT", -5}, {"MST", -7}, {"MDT", -6},
	    {"PST", -8}, {"PDT", -7}, {"ICT", 7}};

	for (size_t i = 0; i < sizeof(zones) / sizeof(*zones); i++) {
		struct str name = str_from(zones[i].name);

		if (!str_starts(str_from_offset(r->s, r->at), name))
			continue;
		r->at += name.len;
		*offset = zones[i].hours * HOUR_SECONDS;
		/* "GMT+7" is seven hours east */
		return (peek(r) != '+' && peek(r) != '-') ||
		       take_offset(r, offset);
	}
	return false;
}

/* An offset or zone, or none; then nothing more. */
static bool
finish_time(struct reader *r, struct timestamp *t)
{
	int offset = VIETNAM_OFFSET;
	int64_t seconds;

	if (t->hour > 23 || t->minute > 59 || t->second > 60 || !exists(t))
		return false;
	skip_blanks(r);
	if (peek(r) == '+' || peek(r) == '-') {
		if (!take_offset(r, &offset))
			return false;
	} else if (r->at < r->s.len && !take_zone_name(r, &offset)) {
		return false;
	}
	if (!at_end(r))
		return false;
	seconds = calendar_day_number(t->year, (int)t->month, (int)t->day) *
		      DAY_SECONDS +
		  t->hour * HOUR_SECONDS + t->minute * INT64_C(60) + t->second -
		  offset;
	return timestamp_of_seconds(seconds, t);
}

/* HH:MM[:SS[.fraction]] or, compact, HHMM[SS]. */
static bool
take_clock(struct reader *r, struct timestamp *t, bool compact)
{
	if (!take_digits(r, 2, &t->hour) || (!compact && !take(r, ':')) ||
	    !take_digits(r, 2, &t->minute))
		return false;
	t->precision = TIMESTAMP_TIME;
	if (compact ? !str_is_digit(peek(r)) : !take(r, ':'))
		return true;
	if (!take_digits(r, 2, &t->second))
		return false;
	if (take(r, '.') || take(r, ','))
		while (str_is_digit(peek(r)))
			r->at++;
	return true;
}

static bool
parse_iso(struct reader r, struct timestamp *t)
{
	unsigned year;
	bool compact = false;

	*t = (struct timestamp){.precision = TIMESTAMP_YEAR};
	if (!take_digits(&r, 4, &year))
		return false;
	t->year = (int)year;
	if (at_end(&r))
		return exists(t);
	compact = str_is_digit(peek(&r));
	if ((!compact && !take(&r, '-')) || !take_digits(&r, 2, &t->month))
		return false;
	t->precision = TIMESTAMP_MONTH;
	if (!compact && at_end(&r))
		return exists(t);
	if ((!compact && !take(&r, '-')) || !take_digits(&r, 2, &t->day))
		return false;
	t->precision = TIMESTAMP_DAY;
	if (at_end(&r))
		return exists(t);
	if (!take(&r, 'T') && !take(&r, 't') && !take(&r, ' '))
		return false;
	return take_clock(&r, t, compact) && finish_time(&r, t);
}

static bool
take_month_name(struct reader *r, unsigned *month)
{
	static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
	char name[3];

	for (int i = 0; i < 3; i++) {
		name[i] = (char)(peek(r) | 0x20);
		if (name[i] < 'a' || name[i] > 'z')
			return false;
		r->at++;
	}
	while ((peek(r) | 0x20) >= 'a' && (peek(r) | 0x20) <= 'z')
		r->at++;
	for (*month = 1; *month <= 12; ++*month)
		if (str_equal((struct str){name, 3},
			(struct str){names + (size_t)3 * (*month - 1), 3}))
			return true;
	return false;
}

/* [Fri,] 10 Feb 2023 19:44[:00] +0700 */
static bool
parse_rfc822(struct reader r, struct timestamp *t)
{
	unsigned year;
	size_t comma = str_find(r.s, STR(","), 0);

	*t = (struct timestamp){.precision = TIMESTAMP_DAY};
	if (comma < r.s.len && comma < 12)
		r.at = comma + 1;
	skip_blanks(&r);
	if (!take_number(&r, 1, 2, &t->day))
		return false;
	while (peek(&r) == ' ' || peek(&r) == '-')
		r.at++;
	if (!take_month_name(&r, &t->month))
		return false;
	while (peek(&r) == ' ' || peek(&r) == '-')
		r.at++;
	if (!take_number(&r, 2, 4, &year))
		return false;
	/* two digits, as the RFC of 1982 wrote years */
	t->year = (int)(year < 50    ? year + 2000
			: year < 100 ? year + 1900
				     : year);
	if (at_end(&r))
		return exists(t);
	skip_blanks(&r);
	return take_clock(&r, t, false) && finish_time(&r, t);
}

static bool
parse_seconds(struct reader r, struct timestamp *t)
{
	bool negative = take(&r, '-');
	int64_t value = 0;

	if (!str_is_digit(peek(&r)) || r.s.len - r.at > 13)
		return false;
	while (str_is_digit(peek(&r)))
		value = value * 10 + (r.s.data[r.at++] - '0');
	return at_end(&r) && timestamp_of_seconds(negative ? -value : value, t);
}

bool
timestamp_parse(struct str s, struct timestamp *t)
{
	struct reader r = {s, 0};

	skip_blanks(&r);
	return parse_iso(r, t) || parse_rfc822(r, t) || parse_seconds(r, t);
}

void
timestamp_format_date(struct buf *out, const struct timestamp *t)
{
	buf_printf(out, "%04d", t->year);
	if (t->precision >= TIMESTAMP_MONTH)
		buf_printf(out, "-%02u", t->month);
	if (t->precision >= TIMESTAMP_DAY)
		buf_printf(out, "-%02u", t->day);
}

void
timestamp_format(struct buf *out, const struct timestamp *t)
{
	timestamp_format_date(out, t);
	buf_printf(out, "T%02u:%02u:%02u+07:00", t->hour, t->minute, t->second);
}
