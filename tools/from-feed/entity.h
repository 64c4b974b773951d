/*
 * Character references of HTML, which feeds use in XML too: names by the
 * built-in table, and numbers.
 */
#ifndef CAODIEM_FROM_FEED_ENTITY_H
#define CAODIEM_FROM_FEED_ENTITY_H

#include "str.h"

struct entities;

struct entities *entities_new(void);
void entities_free(struct entities *e);

/* The table's bytes, as they are in the source tree. */
struct str entities_table(void);

/*
 * Appends what the reference at the start of s, which begins with "&", stands
 * for; its length, or 0 and nothing appended if there is none.  strict: only
 * with a semicolon.
 */
size_t entity_decode(
    const struct entities *e, struct str s, bool strict, struct buf *out);

#endif
