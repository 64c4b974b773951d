#include "date.h"

#include <string.h>

#include "calendar_days.h"
#include "timestamp.h"

/* A year beyond is a fault of the feed: "0001-01-01T00:00:00". */
#define YEAR_FIRST 1900
#define YEAR_LAST 9998

enum meaning {
	NOTHING, /* a word that dates are written with */
	DAY,     /* of the week, which says nothing new */
	MONTH,
	MONTH_WORD, /* the next number is one */
	AM,
	PM,
	ZONE, /* minutes east of UTC; an offset may follow GMT and UTC */
};

/* English words by their first three letters, others whole. */
static const struct word {
	const char *name;
	enum meaning meaning;
	int value;
} words[] = {
    {"jan", MONTH, 1},
    {"feb", MONTH, 2},
    {"mar", MONTH, 3},
    {"apr", MONTH, 4},
    {"may", MONTH, 5},
    {"jun", MONTH, 6},
    {"jul", MONTH, 7},
    {"aug", MONTH, 8},
    {"sep", MONTH, 9},
    {"oct", MONTH, 10},
    {"nov", MONTH, 11},
    {"dec", MONTH, 12},
    {"mon", DAY, 0},
    {"tue", DAY, 0},
    {"wed", DAY, 0},
    {"thu", DAY, 0},
    {"fri", DAY, 0},
    {"sat", DAY, 0},
    {"sun", DAY, 0},
    {"t", NOTHING, 0},
    {"at", NOTHING, 0},
    {"thứ", NOTHING, 0},
    {"hai", NOTHING, 0},
    {"ba", NOTHING, 0},
    {"tư", NOTHING, 0},
    {"năm", NOTHING, 0},
    {"sáu", NOTHING, 0},
    {"bảy", NOTHING, 0},
    {"chủ", NOTHING, 0},
    {"nhật", NOTHING, 0},
    {"cn", NOTHING, 0},
    {"ngày", NOTHING, 0},
    {"lúc", NOTHING, 0},
    {"tháng", MONTH_WORD, 0},
    {"thg", MONTH_WORD, 0},
    {"th", MONTH_WORD, 0},
    {"am", AM, 0},
    {"pm", PM, 0},
    {"sa", AM, 0},
    {"ch", PM, 0},
    {"z", ZONE, 0},
    {"ut", ZONE, 0},
    {"utc", ZONE, 0},
    {"gmt", ZONE, 0},
    {"ict", ZONE, DATE_VIETNAM},
    {"est", ZONE, -300},
    {"edt", ZONE, -240},
    {"cst", ZONE, -360},
    {"cdt", ZONE, -300},
    {"mst", ZONE, -420},
    {"mdt", ZONE, -360},
    {"pst", ZONE, -480},
    {"pdt", ZONE, -420},
};

struct reader {
	struct str s;
	size_t at;
	enum date_order order;
	struct date *date;
	bool has_zone, month_next, am, pm;
	int first, second; /* of a date d/m/y or m/d/y; 0: none */
};

static char
peek(const struct reader *r, size_t ahead)
{
	return ahead < r->s.len - r->at ? r->s.data[r->at + ahead] : '\0';
}

static bool
is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (unsigned char)c >= 0x80;
}

/* Up to most digits; how many there were. */
static int
number(struct reader *r, int most, int *value)
{
	int count = 0;

	for (*value = 0; count < most && str_is_digit(peek(r, 0)); count++)
		*value = *value * 10 + (r->s.data[r->at++] - '0');
	return count;
}

static bool
read_clock(struct reader *r, int hour)
{
	struct date *d = r->date;
	int fraction;

	if (d->has_time)
		return false;
	d->has_time = true;
	d->hour = hour;
	r->at++;
	if (number(r, 2, &d->minute) == 0)
		return false;
	if (peek(r, 0) == ':') {
		r->at++;
		if (number(r, 2, &d->second) == 0)
			return false;
	}
	if ((peek(r, 0) == '.' || peek(r, 0) == ',') &&
	    str_is_digit(peek(r, 1))) {
		r->at++;
		while (number(r, 6, &fraction) > 0)
			;
	}
	return true;
}

static int
full_year(int year, int digits)
{
	if (digits > 2)
		return year;
	return year + (year < 50 ? 2000 : 1900);
}

/* The rest of a/b/c, a-b-c or a.b.c. */
static bool
read_numeric(struct reader *r, int a, int digits)
{
	struct date *d = r->date;
	char sign = r->s.data[r->at++];
	int b, c, count;

	if (d->day != 0 || d->month != 0 || number(r, 2, &b) == 0 ||
	    peek(r, 0) != sign)
		return false;
	r->at++;
	count = number(r, 4, &c);
	if (digits == 4) {
		d->year = a;
		d->month = b;
		d->day = c;
		return count == 1 || count == 2;
	}
	d->year = full_year(c, count);
	r->first = a;
	r->second = b;
	return count == 2 || count == 4;
}

static bool
read_number(struct reader *r)
{
	struct date *d = r->date;
	int value, digits = number(r, 5, &value);
	char next = peek(r, 0);

	if (digits == 5)
		return false;
	if (next == ':' && digits <= 2)
		return read_clock(r, value);
	if ((next == '/' || next == '-' || next == '.') &&
	    str_is_digit(peek(r, 1)) && !r->month_next && d->month == 0)
		return read_numeric(r, value, digits);
	if (r->month_next) {
		r->month_next = false;
		d->month = value;
		return value >= 1 && value <= 12;
	}
	if (digits <= 2 && d->day == 0) {
		d->day = value;
		return true;
	}
	if (d->year != 0 || (digits != 2 && digits != 4))
		return false;
	d->year = full_year(value, digits);
	return true;
}

/* +7, +07, +0700, +07:00 behind a time. */
static bool
read_offset(struct reader *r)
{
	int sign = r->s.data[r->at++] == '-' ? -1 : 1;
	int hours, minutes = 0;

	if (number(r, 2, &hours) == 0)
		return false;
	if (peek(r, 0) == ':')
		r->at++;
	if (str_is_digit(peek(r, 0)) && number(r, 2, &minutes) != 2)
		return false;
	r->date->offset = sign * (hours * 60 + minutes);
	r->has_zone = true;
	return hours <= 14 && minutes < 60;
}

/* "a" is in small letters; English ones may go on ("sept", "october"). */
static bool
is_word(const struct word *w, const char *a, size_t len)
{
	bool english = w->meaning == MONTH || w->meaning == DAY;

	if (strncmp(a, w->name, strlen(w->name)) != 0)
		return false;
	return len == strlen(w->name) || english;
}

static bool
take_word(struct reader *r, const struct word *w)
{
	char sign = peek(r, 0);

	switch (w->meaning) {
	case NOTHING:
	case DAY:
		return true;
	case MONTH:
		if (r->date->month != 0)
			return false;
		r->date->month = w->value;
		return true;
	case MONTH_WORD:
		r->month_next = true;
		return r->date->month == 0;
	case AM:
		r->am = true;
		return r->date->has_time;
	case PM:
		r->pm = true;
		return r->date->has_time;
	case ZONE:
		r->date->offset = w->value;
		r->has_zone = true;
		if (w->value == 0 && (sign == '+' || sign == '-'))
			return read_offset(r);
		return true;
	}
	return false;
}

static bool
read_word(struct reader *r)
{
	char word[16];
	size_t len = 0;

	while (is_word_byte(peek(r, 0))) {
		char c = r->s.data[r->at++];

		if (len == sizeof(word) - 1)
			return false;
		word[len++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
		/* T between day and time stands against both, and in T7
		 * (Saturday) in front of its number */
		if (len == 1 && word[0] == 't' && str_is_digit(peek(r, 0))) {
			if (r->date->day == 0 && !str_is_digit(peek(r, 1)))
				r->at++;
			break;
		}
	}
	word[len] = '\0';
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (is_word(&words[i], word, len))
			return take_word(r, &words[i]);
	return false;
}

static bool
read_part(struct reader *r)
{
	char c = peek(r, 0);

	if (str_is_digit(c))
		return read_number(r);
	if (is_word_byte(c))
		return read_word(r);
	if ((c == '+' || c == '-') && r->date->has_time &&
	    str_is_digit(peek(r, 1)))
		return !r->has_zone && read_offset(r);
	r->at++;
	return c == ' ' || c == ',' || c == '(' || c == ')' || c == '-' ||
	       c == '.' || c == '|' || c == '\t' || c == '\n' || c == '\r';
}

/* Which of first and second is the day. */
static void
settle_order(struct reader *r)
{
	struct date *d = r->date;
	bool month_first = r->order == DATE_MONTH_FIRST ||
			   (r->order == DATE_BY_FORM && (r->am || r->pm));

	if (r->first > 12)
		d->certain = DATE_DAY_FIRST;
	else if (r->second > 12)
		d->certain = DATE_MONTH_FIRST;
	if (d->certain != DATE_BY_FORM)
		month_first = d->certain == DATE_MONTH_FIRST;
	d->month = month_first ? r->first : r->second;
	d->day = month_first ? r->second : r->first;
}

static bool
exists(const struct date *d)
{
	return d->year >= YEAR_FIRST && d->year <= YEAR_LAST &&
	       calendar_has_day(d->year, d->month, d->day) && d->hour < 24 &&
	       d->minute < 60 && d->second <= 60;
}

/* The day that lies minutes of a day before or behind the date's midnight. */
static void
move(struct date *d, int minutes)
{
	for (; minutes < 0; minutes += 1440) {
		if (--d->day > 0)
			continue;
		if (--d->month == 0) {
			d->month = 12;
			d->year--;
		}
		d->day = calendar_month_days(d->year, d->month);
	}
	for (; minutes >= 1440; minutes -= 1440) {
		if (++d->day <= calendar_month_days(d->year, d->month))
			continue;
		d->day = 1;
		if (++d->month == 13) {
			d->month = 1;
			d->year++;
		}
	}
	d->hour = minutes / 60;
	d->minute = minutes % 60;
}

/* The forms of feeds; the offset is kept. */
static bool
read_form(struct date *date, struct str s, enum date_order order)
{
	struct reader r = {.s = s, .order = order, .date = date};

	*date = (struct date){.offset = DATE_VIETNAM};
	while (r.at < s.len)
		if (!read_part(&r))
			return false;
	if (r.first != 0)
		settle_order(&r);
	if (r.am || r.pm) {
		if (date->hour < 1 || date->hour > 12 || (r.am && r.pm))
			return false;
		date->hour = date->hour % 12 + (r.pm ? 12 : 0);
	}
	if (!exists(date))
		return false;
	if (date->second == 60) { /* a leap second */
		date->second = 0;
		move(date, date->hour * 60 + date->minute + 1);
	}
	return true;
}

/* What else segment -j reads: "20240115", "2024-01", seconds. */
static bool
read_timestamp(struct date *date, struct str s)
{
	struct timestamp t;

	if (!timestamp_parse(s, &t))
		return false;
	*date = (struct date){.year = t.year,
	    .month = (int)t.month,
	    .day = (int)t.day,
	    .hour = (int)t.hour,
	    .minute = (int)t.minute,
	    .second = (int)t.second,
	    .offset = DATE_VIETNAM,
	    .has_time = t.precision == TIMESTAMP_TIME};
	return t.year >= YEAR_FIRST && t.year <= YEAR_LAST;
}

bool
date_parse(struct date *date, struct str s, enum date_order order)
{
	if (s.len == 13 && str_digits_end(s, 0) == 13)
		s.len = 10; /* milliseconds */
	return read_form(date, s, order) || read_timestamp(date, s);
}

void
date_write_time(struct buf *out, const struct date *d)
{
	int offset = d->offset < 0 ? -d->offset : d->offset;

	buf_printf(out, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", d->year,
	    d->month, d->day, d->hour, d->minute, d->second,
	    d->offset < 0 ? '-' : '+', offset / 60, offset % 60);
}

void
date_write_day(struct buf *out, const struct date *date)
{
	struct date d = *date;

	if (d.has_time)
		move(&d, d.hour * 60 + d.minute + DATE_VIETNAM - d.offset);
	buf_printf(out, "%04d", d.year);
	if (d.month > 0)
		buf_printf(out, "-%02d", d.month);
	if (d.day > 0)
		buf_printf(out, "-%02d", d.day);
}
