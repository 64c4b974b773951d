/*
 * The table of holidays, their phrases folded.  Names, and phrases that are so
 * in the table, lend its bytes.
 */
#ifndef EXTRACT_DATES_HOLIDAYS_H
#define EXTRACT_DATES_HOLIDAYS_H

#include "moment.h"
#include "table.h"

struct holidays {
	struct holiday *items;
	size_t count, cap;
	struct table_kept kept;
};

/* Adds a table's rows; false: *fault tells what is wrong. */
bool holidays_add(
    struct holidays *h, const struct table *table, struct fault *fault);
void holidays_close(struct holidays *h);

/* By phrase; NULL: none. */
const struct holiday *holidays_find(
    const struct holidays *h, struct str phrase);

/* Appends an alternation of all phrases, longest first. */
void holidays_regex(const struct holidays *h, struct buf *regex);

#endif
