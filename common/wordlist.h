/*
 * A list of words, each with a class, for looking words up by their bytes.
 * The words are lent by the table that they were read from.
 */
#ifndef CAODIEM_WORDLIST_H
#define CAODIEM_WORDLIST_H

#include "table.h"

struct wordlist {
	struct wordlist_entry *entries;
	size_t count, cap;
	/* Open addressing, a power of two: small, so that it stays in the
	 * cache.  The number of an entry plus 1 in the low half, a part of its
	 * hash in the high half; 0: free. */
	uint32_t *slots;
	size_t size;
};

struct wordlist_entry {
	struct str word;
	int class; /* from 1 */
};

/*
 * Reads a table whose columns are word, class and note.  classes ends with
 * NULL; the first is class 1.  false: *fault tells what is wrong.
 */
bool wordlist_read(struct wordlist *list, const struct table *table,
    const char *const *classes, struct fault *fault);

/* The word's class, 0 if it is not in the list. */
int wordlist_find(const struct wordlist *list, struct str word);

void wordlist_free(struct wordlist *list);

#endif
