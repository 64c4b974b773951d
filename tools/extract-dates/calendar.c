#include "calendar.h"

bool
calendar_has(struct date d)
{
	return calendar_has_day(d.year, d.month, d.day);
}

long
calendar_number(struct date d)
{
	return calendar_day_number(d.year, d.month, d.day);
}

struct date
calendar_date(long number)
{
	struct date d;

	calendar_day_date(number, &d.year, &d.month, &d.day);
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
