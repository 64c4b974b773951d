/*
 * The Gregorian calendar, years before 1582 too.  Days are numbers, 0 being
 * 1970-01-01.
 */
#ifndef CAODIEM_CALENDAR_DAYS_H
#define CAODIEM_CALENDAR_DAYS_H

#include <stdbool.h>

/* How many days a month, 1 to 12, has. */
int calendar_month_days(int year, int month);

bool calendar_has_day(int year, int month, int day);
long calendar_day_number(int year, int month, int day);
void calendar_day_date(long number, int *year, int *month, int *day);

#endif
