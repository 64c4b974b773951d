/*
 * The quick look at a sentence: may it hold one of some phrases?  It knows
 * each phrase by its first word and the beginning of its second, as hashes in
 * two bit sets, and passes over a text once.  It only ever says where to
 * look; what is there the lexicon says.
 */
#ifndef TAG_CRIMES_SIEVE_H
#define TAG_CRIMES_SIEVE_H

#include "words.h"

struct sieve;

struct sieve *sieve_new(void);
void sieve_free(struct sieve *s);

/* A phrase by its first word and its second; empty: it has one. */
void sieve_add(struct sieve *s, struct str first, struct str second);

/*
 * The first word at or after from that one of the phrases may begin with;
 * text.len if there is none.  from must not be inside a word.
 */
size_t sieve_find(const struct sieve *s, struct str text, size_t from);

#endif
