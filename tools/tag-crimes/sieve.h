/*
 * The quick look at a sentence: may it hold one of some phrases?  It knows
 * each phrase by its first three words, as hashes in bit sets, and passes over
 * the words of a text once.  It only ever says where to
 * look; what is there the lexicon says.
 */
#ifndef TAG_CRIMES_SIEVE_H
#define TAG_CRIMES_SIEVE_H

#include "split.h"

#define SIEVE_BITS 16 /* of a hash: a set has 8 KiB */
#define SIEVE_WORDS 3 /* of a phrase that are looked at */

struct sieve {
	uint64_t firsts[1 << (SIEVE_BITS - 6)]; /* words that begin one */
	/* phrases of one word, two, and more */
	uint64_t sets[SIEVE_WORDS][1 << (SIEVE_BITS - 6)];
};

struct sieve *sieve_new(void);
void sieve_free(struct sieve *s);

/* A phrase by its first words, count of them. */
void sieve_add(struct sieve *s, const struct str *words, size_t count);

/*
 * Whether confirm says yes at one of the words that a phrase may begin with;
 * it is asked for each until it does.
 */
bool sieve_any(const struct sieve *s, const struct split *text,
    bool (*confirm)(void *context, const struct split *text, size_t at),
    void *context);

#endif
