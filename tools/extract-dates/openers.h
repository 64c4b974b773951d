/*
 * The quick look at a place: may a piece begin there?  By a word and the one
 * behind it, or by what stands behind a number.
 */
#ifndef EXTRACT_DATES_OPENERS_H
#define EXTRACT_DATES_OPENERS_H

#include "str.h"

#define OPENER_BITS 16
#define OPENER_SHORT 4
#define OPENER_SLOTS 256

struct openers {
	uint64_t words[1 << (OPENER_BITS - 6)]; /* by their first 4 bytes */
	uint64_t alone[1 << (OPENER_BITS - 6)]; /* that need no second */
	uint64_t pairs[1 << (OPENER_BITS - 6)];
	/* words of two bytes, which the first 4 bytes do not tell */
	unsigned shorts[OPENER_SHORT];
	size_t short_count;
	struct {
		uint64_t word; /* 0: none */
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

/* The quickest look: false for most words. */
static inline bool
openers_glance(const struct openers *o, struct str s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.data + at;
	uint32_t four;
	bool found = false;

	if (s.len - at < 4)
		return true;
	four = p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	       (uint32_t)p[3] << 24;
	for (size_t i = 0; i < o->short_count; i++)
		found |= (four & 0xFFFF) == o->shorts[i];
	return found | openers_test(o->words, openers_hash(four));
}

#endif
