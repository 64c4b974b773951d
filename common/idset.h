/*
 * The ids that were met, by their hashes, in bounded memory: an archive has as
 * many as it likes.
 */
#ifndef CAODIEM_IDSET_H
#define CAODIEM_IDSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define IDSET_SLOTS ((size_t)1 << 19)
/* So many of the last ids that were added are known in any case. */
#define IDSET_KEPT (IDSET_SLOTS / 4 * 3)

/* All zero: empty. */
struct idset {
	/* open addressing, 0: free; those before these, when they were full */
	uint64_t *ids, *older;
	size_t count, slots; /* of ids */
};

void idset_free(struct idset *s);

/* Adds the hash of an id; whether it is known to have been added before.  Ends
 * the program if memory is short. */
bool idset_add(struct idset *s, uint64_t hash);

#endif
