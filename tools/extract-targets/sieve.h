/*
 * The sieve: whether a sentence can hold a target at all.  It only looks for
 * numbers with the beginning of a unit behind them and for the first bytes of
 * the words that aims, zeros and "hàng chục" begin with; what it lets through
 * is read in full, what it holds back has no target.
 */
#ifndef EXTRACT_TARGETS_SIEVE_H
#define EXTRACT_TARGETS_SIEVE_H

#include "str.h"

#define SIEVE_WORDS 64
#define SIEVE_PAIRS (65536 / 64)

struct sieve {
	uint64_t behind[SIEVE_PAIRS]; /* two bytes behind a number */
	uint64_t before[SIEVE_PAIRS]; /* the first two of a trigger */
	struct str triggers[SIEVE_WORDS];
	size_t count;
};

/* Something that can stand behind a number, without the space. */
void sieve_add_unit(struct sieve *sieve, struct str unit);

/* A phrase without which there is no aim or zero.  false: too many. */
bool sieve_add_trigger(struct sieve *sieve, struct str phrase);

bool sieve_passes(const struct sieve *sieve, struct str folded);

#endif
