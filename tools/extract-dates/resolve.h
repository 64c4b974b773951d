/*
 * Completes moments: from the reference date, from each other, from the lunar
 * calendar.  Nothing is ever taken from the clock.
 */
#ifndef EXTRACT_DATES_RESOLVE_H
#define EXTRACT_DATES_RESOLVE_H

#include "lunar.h"
#include "moment.h"

struct reference {
	enum unit unit; /* UNIT_DAY, UNIT_MONTH, UNIT_YEAR; UNIT_NONE: none */
	struct date date;
	long middle; /* its day, or the middle day of its month or year */
};

struct reference reference_parse(struct str value);

/* false: the day does not exist. */
bool resolve_moment(
    const struct lunar *lunar, const struct reference *ref, struct moment *m);

/* Before they are resolved: a lunar and a solar day that are told to be one, as
 * in "ngày 6/1/2020 (12 tháng Chạp)", are of the year in which they are. */
void resolve_year_of_both(const struct lunar *lunar,
    const struct reference *ref, struct moment *a, struct moment *b);

/* The two ends of a range, so that the first is not after the last; false:
 * a day does not exist, or the ends cannot be in this order. */
bool resolve_range(const struct lunar *lunar, const struct reference *ref,
    struct moment *from, struct moment *to);

#endif
