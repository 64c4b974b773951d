#include "calendar.h"

static bool
is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int
calendar_month_days(int year, int month)
{
	static const int days[] = {
	    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return days[month - 1] + (month == 2 && is_leap(year));
}

bool
calendar_has(struct date d)
{
	return d.month >= 1 && d.month <= 12 && d.day >= 1 &&
	       d.day <= calendar_month_days(d.year, d.month);
}

/* Years begin in March here, so that the leap day is a year's last. */
long
calendar_number(struct date d)
{
	long year = d.year - (d.month <= 2);
	long era = (year >= 0 ? year : year - 399) / 400;
	long of_era = year - era * 400;
	long of_year =
	    (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 +
	       of_year - 719468;
}

struct date
calendar_date(long number)
{
	long days = number + 719468;
	long era = (days >= 0 ? days : days - 146096) / 146097;
	long of_era = days - era * 146097;
	long year =
	    (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	long of_year = of_era - (365 * year + year / 4 - year / 100);
	long month = (5 * of_year + 2) / 153;
	struct date d;

	d.day = (int)(of_year - (153 * month + 2) / 5 + 1);
	d.month = (int)(month < 10 ? month + 3 : month - 9);
	d.year = (int)(year + era * 400 + (d.month <= 2));
	return d;
}

int
calendar_weekday(long number)
{
	/* 1970-01-01 was a Thursday */
	long from_monday = (number + 3) % 7;

	return (int)(from_monday < 0 ? from_monday + 8 : from_monday + 1);
}

long
calendar_first_week(int year)
{
	/* the week that holds the 4th of January */
	long fourth = calendar_number((struct date){year, 1, 4});

	return fourth - calendar_weekday(fourth) + 1;
}

int
calendar_digits(struct str s, size_t from, size_t len)
{
	size_t value = 0;

	str_to_size(str_slice(s, from, from + len), &value);
	return (int)value;
}

void
calendar_format(struct buf *out, struct date d)
{
	buf_digits(out, (size_t)d.year, 4);
	buf_byte(out, '-');
	buf_digits(out, (size_t)d.month, 2);
	buf_byte(out, '-');
	buf_digits(out, (size_t)d.day, 2);
}
