/*
 * Days as numbers, as calendar_days.h counts them, and ISO 8601's weeks.
 */
#ifndef EXTRACT_DATES_CALENDAR_H
#define EXTRACT_DATES_CALENDAR_H

#include "calendar_days.h"
#include "str.h"

struct date {
	int year, month, day;
};

bool calendar_has(struct date d);
long calendar_number(struct date d);
struct date calendar_date(long number);

/* 1 Monday to 7 Sunday. */
int calendar_weekday(long number);

/* The Monday with which week 1 of an ISO week-numbering year begins. */
long calendar_first_week(int year);

/* The number that len digits tell at a place of a day as 2023-12-15. */
int calendar_digits(struct str s, size_t from, size_t len);

/* Appends a day as 2023-12-15. */
void calendar_format(struct buf *out, struct date d);

#endif
