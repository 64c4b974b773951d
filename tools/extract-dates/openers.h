/*
 * The quick look at a place: may a piece begin there, and of which class?  By
 * a word and the one behind it, or by what stands behind a number.
 */
#ifndef EXTRACT_DATES_OPENERS_H
#define EXTRACT_DATES_OPENERS_H

#include "str.h"

#define OPENER_SLOTS 4096
#define OPENER_GLANCE_BITS 13

enum {
	OPENER_NONE = 0,
	OPENER_ANY = 255, /* of several classes */
};

struct openers {
	/* by a hash of the first word: whether there may be such */
	bool glances[1 << OPENER_GLANCE_BITS];
	uint64_t pairs[OPENER_SLOTS]; /* hashes of two words; 0: none */
	unsigned char classes[OPENER_SLOTS];
	size_t count;
};

/*
 * Adds a first word and what may follow it, divided by blanks: words; "0" a
 * number; a sign, "-" for all dashes; "*" whatever comes; "+" whatever comes,
 * but only behind a piece.  A first word "0" is a number.  false: there are
 * too many.
 */
bool openers_add(struct openers *o, unsigned char class, struct str first,
    struct str seconds);

/*
 * The class of what begins at the word or number at offset at; behind: a piece
 * ends right before it.  "0" with the second "0" is the class of a year by
 * itself.
 */
unsigned char openers_class(
    const struct openers *o, struct str s, size_t at, bool behind);

static inline uint64_t
openers_hash(uint64_t word)
{
	return word * UINT64_C(0x9E3779B97F4A7C15);
}

/* Of eight bytes in memory the first len, at most all: a word for
 * openers_glance(). */
static inline uint64_t
openers_glanced(uint64_t word, size_t len)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	word = __builtin_bswap64(word);
#endif
	/* in two steps, since none shifts by all 64 bits */
	return word << 4 * (8 - len) << 4 * (8 - len);
}

/* The quickest look: false for most words; 0 is a number. */
static inline bool
openers_glance(const struct openers *o, uint64_t glanced)
{
	return o->glances[openers_hash(glanced) >> (64 - OPENER_GLANCE_BITS)];
}

#endif
