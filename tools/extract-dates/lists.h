/*
 * Lists of days, months and weeks, whose members share what only the last one
 * tells: "15, 16 và 17/12".
 */
#ifndef EXTRACT_DATES_LISTS_H
#define EXTRACT_DATES_LISTS_H

#include "join.h"

/* Adds the months that follow one by number alone: "tháng 9, 10 và 11". */
void lists_add_months(struct str folded, struct pieces *pieces);

/* Members of a list take month, year, part of day or week from the one behind
 * them; a day that cannot is marked as weak. */
void lists_share(struct str folded, struct pieces *pieces);

#endif
