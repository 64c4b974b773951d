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
	/* by which of eight bytes are letters: those of the word that begins
	 * with them */
	uint64_t heads[256];
	uint64_t pairs[OPENER_SLOTS]; /* hashes of two words; 0: none */
	unsigned char classes[OPENER_SLOTS];
	size_t count;
};

/* Before all else. */
void openers_init(struct openers *o);

/*
 * Adds a first word and what may follow it, divided by blanks: words; "0" a
 * number, "0/" one with a slash behind it; a sign, "-" for all dashes; "*"
 * whatever comes; "+" whatever comes, but only behind a piece.  A first word "0"
 * is a number.  false: there are
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

/* Which of the glances is a word's, of which the first eight bytes are
 * given. */
static inline size_t
openers_glance_of(uint64_t word)
{
	return openers_hash(word) >> (64 - OPENER_GLANCE_BITS);
}

/*
 * The quickest look at eight bytes in memory: false for most words.  letters
 * tells which of them are letters, the first by its lowest bit; none for a
 * number.
 */
static inline bool
openers_glance(const struct openers *o, uint64_t bytes, unsigned char letters)
{
	return o->glances[openers_glance_of(bytes & o->heads[letters])];
}

#endif
