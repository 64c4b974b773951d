/*
 * Dates as feeds write them: what common/timestamp reads, with the same value
 * but the offset kept, and d/m/yyyy and m/d/yyyy with a clock time, words,
 * milliseconds.  Nothing is taken from the clock.
 */
#ifndef CAODIEM_FROM_FEED_DATE_H
#define CAODIEM_FROM_FEED_DATE_H

#include "str.h"

/* Minutes east of UTC: Vietnam's, and of a time that names no zone. */
#define DATE_VIETNAM 420

/* How 10/2/2026 is to be read. */
enum date_order {
	DATE_BY_FORM, /* month first with AM or PM, else day first */
	DATE_DAY_FIRST,
	DATE_MONTH_FIRST,
};

struct date {
	int year, month, day; /* month or day 0: not known */
	int hour, minute, second;
	int offset; /* minutes east of UTC */
	bool has_time;
	/* what the numbers leave no doubt about; DATE_BY_FORM: nothing */
	enum date_order certain;
};

/* false: not a date, or one that does not exist. */
bool date_parse(struct date *date, struct str s, enum date_order order);

/* Appends YYYY-MM-DDThh:mm:ss+hh:mm, in the zone that the date has. */
void date_write_time(struct buf *out, const struct date *date);

/* Appends YYYY-MM-DD, the day in Vietnam, or YYYY-MM or YYYY. */
void date_write_day(struct buf *out, const struct date *date);

#endif
