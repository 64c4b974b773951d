/*
 * Whether words around a time tell that it is gone by or to come.
 */
#ifndef EXTRACT_DATES_TENSE_H
#define EXTRACT_DATES_TENSE_H

#include <stdbool.h>

#include "compose.h"
#include "str.h"

/* What the neighbours say about a moment without changing its kind: whether it
 * is counted, of every year, and its direction. */
void tense_of_moment(struct str folded, struct expression *e);

/* "từ tháng 2 đến tháng 7, nhóm cầu thủ đã dàn xếp": whether a range of months
 * without a year is told of as gone by. */
bool tense_is_over(struct str folded, const struct expression *e);

#endif
