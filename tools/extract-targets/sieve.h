/*
 * The sieve: a quick look at a sentence for places where a target may begin:
 * numbers with the beginning of a unit behind them, and the words that aims,
 * zeros and vague numbers begin with.  It only ever finds too many.
 */
#ifndef EXTRACT_TARGETS_SIEVE_H
#define EXTRACT_TARGETS_SIEVE_H

#include "str.h"

#define SIEVE_WORDS 24
#define SIEVE_BITS 4096

struct sieve {
	/* hashes of units: of all four bytes; of the first four and of the
	 * second to fifth byte of longer ones */
	uint64_t four[SIEVE_BITS / 64];
	uint64_t first[SIEVE_BITS / 64], second[SIEVE_BITS / 64];
	struct str shorter[SIEVE_WORDS]; /* units of less than four bytes */
	size_t shorter_count;
	bool short_starts[256];
	/* hashes of triggers: of the first four bytes and the next four */
	uint64_t before[SIEVE_BITS / 64], after[SIEVE_BITS / 64];
	struct str triggers[SIEVE_WORDS];
	size_t count;
	char letters[8]; /* that triggers begin with; at most 8 */
	size_t letter_count;
};

/* Something that can stand behind a number, without the space.  false: too
 * many of them are short. */
bool sieve_add_unit(struct sieve *sieve, struct str unit);

/* A phrase of at least eight bytes that begins with a letter a to z.  false:
 * another one, or too many. */
bool sieve_add_trigger(struct sieve *sieve, struct str phrase);

/*
 * The next place at or after from: the last digits of a number or the start
 * of a trigger; SIZE_MAX if there is none.
 */
size_t sieve_next(const struct sieve *sieve, struct str s, size_t from);

#endif
