/*
 * The quick look at a place: may a piece begin there?  By a word and the one
 * behind it, or by what stands behind a number.
 */
#ifndef EXTRACT_DATES_OPENERS_H
#define EXTRACT_DATES_OPENERS_H

#include "str.h"

#define OPENER_BITS 14

struct openers {
	uint64_t words[1 << (OPENER_BITS - 6)]; /* by their first 4 bytes */
	uint64_t alone[1 << (OPENER_BITS - 6)]; /* that need no second */
	uint64_t pairs[1 << (OPENER_BITS - 6)];
};

/*
 * Adds a first word and those that may follow it, divided by blanks: "0" is a
 * number, "*" whatever comes.  A first word "0" is a number.
 */
void openers_add(struct openers *o, struct str first, struct str seconds);

/* false: none can begin at the word or number at offset at. */
bool openers_may(const struct openers *o, struct str folded, size_t at);

#endif
