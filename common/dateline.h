/*
 * Time stamps of articles: a day d/m/yyyy or d-m-yyyy beside a clock time.
 */
#ifndef CAODIEM_DATELINE_H
#define CAODIEM_DATELINE_H

#include "str.h"

struct dateline {
	struct span span; /* bytes of the text, all that belongs to the stamp */
	unsigned year, month, day;
};

/*
 * The time stamp around the clock time whose first colon stands at colon.  The
 * day may be glued to a year before it (202310/02/2023).
 */
bool dateline_at(struct str text, size_t colon, struct dateline *found);

/* The first time stamp within the first limit bytes. */
bool dateline_find(struct str text, size_t limit, struct dateline *found);

#endif
