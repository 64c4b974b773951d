/*
 * A set of hashes that were met.  Zeroed it is empty; it owns its memory until
 * seen_free().
 */
#ifndef CAODIEM_FROM_FEED_SEEN_H
#define CAODIEM_FROM_FEED_SEEN_H

#include "str.h"

struct seen {
	uint64_t *hashes; /* 0: free */
	size_t count, cap;
};

/* Whether the hash is new; then it is no longer. */
bool seen_add(struct seen *seen, uint64_t hash);
void seen_free(struct seen *seen);

#endif
