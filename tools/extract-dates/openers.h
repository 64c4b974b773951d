/*
 * The quick look at a place: may a piece begin there?  By a word and the one
 * behind it, or by what stands behind a number.
 */
#ifndef EXTRACT_DATES_OPENERS_H
#define EXTRACT_DATES_OPENERS_H

#include "str.h"

#define OPENER_BITS 16
#define OPENER_SLOTS 256
#define OPENER_GLANCE_BITS 13

struct openers {
	/* by a hash of the first word: whether there may be such */
	bool glances[1 << OPENER_GLANCE_BITS];
	uint64_t alone[1 << (OPENER_BITS - 6)]; /* that need no second */
	uint64_t pairs[1 << (OPENER_BITS - 6)];
	struct {
		uint64_t word; /* its first eight bytes; 0: none */
		int class;
	} slots[OPENER_SLOTS];
	size_t count;
};

/*
 * Adds a first word and those that may follow it, divided by blanks: "0" is a
 * number, "*" whatever comes.  A first word "0" is a number.  class (not 0) is
 * what openers_class() gives back; it is that with which the word was first
 * added.  false: there are too many.
 */
bool openers_add(
    struct openers *o, int class, struct str first, struct str seconds);

/* The class of the word or number at offset at; 0: it is none. */
int openers_class(const struct openers *o, struct str s, size_t at);

/* Whether the number at offset at has letters or a word right behind it. */
bool openers_before_word(struct str s, size_t at);

/* false: none can begin at the word or number at offset at. */
bool openers_may(const struct openers *o, struct str s, size_t at);

static inline bool
openers_test(const uint64_t *bits, uint64_t hash)
{
	hash >>= 64 - OPENER_BITS;
	return (bits[hash >> 6] >> (hash & 63) & 1) != 0;
}

static inline uint64_t
openers_hash(uint64_t word)
{
	return word * UINT64_C(0x9E3779B97F4A7C15);
}

/* The hash of a word and the one behind it. */
static inline uint64_t
openers_pair(uint64_t first, uint64_t second)
{
	return openers_hash(openers_hash(first) ^ (second + 1));
}

/* The quickest look: false for most words, of which the first eight bytes are
 * given; 0 is a number. */
static inline bool
openers_glance(const struct openers *o, uint64_t word)
{
	return o->glances[openers_hash(word) >> (64 - OPENER_GLANCE_BITS)];
}

#endif
