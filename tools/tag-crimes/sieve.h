/*
 * The quick look at a sentence: may it hold one of some phrases?  It knows
 * each phrase by its first word and the beginning of its second, as hashes in
 * two bit sets, and passes over a text once.  It only ever says where to
 * look; what is there the lexicon says.
 */
#ifndef TAG_CRIMES_SIEVE_H
#define TAG_CRIMES_SIEVE_H

#include "words.h"

#define SIEVE_BITS 16 /* of a hash: a set has 8 KiB */

struct sieve {
	uint64_t first[1 << (SIEVE_BITS - 6)];
	uint64_t alone[1 << (SIEVE_BITS - 6)]; /* phrases of one word */
	uint64_t pairs[1 << (SIEVE_BITS - 6)];
};

struct sieve *sieve_new(void);
void sieve_free(struct sieve *s);

/* A phrase by its first word and its second; empty: it has one. */
void sieve_add(struct sieve *s, struct str first, struct str second);

/*
 * Whether confirm says yes at one of the words that a phrase may begin with;
 * it is asked for each until it does.
 */
bool sieve_any(const struct sieve *s, struct str text,
    bool (*confirm)(void *context, struct str text, size_t at), void *context);

#endif
