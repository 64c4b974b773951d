/*
 * The Vietnamese lunar calendar of the years in lunar.tsv, and the cycle of
 * sixty stem-and-branch (can-chi) years.  Days are calendar.h's numbers.
 */
#ifndef EXTRACT_DATES_LUNAR_H
#define EXTRACT_DATES_LUNAR_H

#include <stdbool.h>

#include "message.h"
#include "table.h"

#define LUNAR_MONTHS 13

struct lunar_year {
	long first; /* its first day, Tet */
	int leap;   /* the month that comes twice; 0: none */
	int months; /* 12 or 13 */
	bool is_long[LUNAR_MONTHS];
};

struct lunar {
	int first_year, count;
	struct lunar_year *years;
};

/* false: *fault tells what is wrong with the table.  lunar_close() anyway. */
bool lunar_open(
    struct lunar *lunar, const struct table *table, struct fault *fault);
void lunar_close(struct lunar *lunar);

/*
 * First day and length of a month (1 to 12, the first of two that have the
 * same name); false: a year out of the table.
 */
bool lunar_month(
    const struct lunar *lunar, int year, int month, long *first, int *days);

/* 0 to 59 of lower-case names such as "quy" and "mao" with their tones; -1:
 * no such year. */
int can_chi_index(struct str stem, struct str branch);
int can_chi_of_year(int year);

#endif
