/*
 * The sieve: one quick look at a sentence for the places where a target may
 * begin, so that most sentences cost nothing else and the grammar is tried at
 * few places of the others.
 *
 * It never rejects what the grammar could match: a figure is a number with one
 * of the units or multipliers behind it, if need be behind a second number
 * joined to it, and of these the first four bytes are looked for; an aim, a
 * zero or a vague number begins with one of the triggers, which are looked for
 * whole.
 */
#ifndef EXTRACT_TARGETS_SIEVE_H
#define EXTRACT_TARGETS_SIEVE_H

#include "str.h"

#define SIEVE_WORDS 32
#define SIEVE_SHORT 255
#define SIEVE_BITS 4096
#define SIEVE_PINS 8

/* Two bytes of a trigger, as often as the widest vector holds them. */
struct sieve_pin {
	unsigned char first[64], second[64];
};

struct sieve {
	/* hashes of units: of all four bytes; of the first four and of the
	 * second to fifth byte of longer ones */
	uint64_t four[SIEVE_BITS / 64];
	uint64_t first[SIEVE_BITS / 64], second[SIEVE_BITS / 64];
	struct str shorter[SIEVE_SHORT]; /* units of less than four bytes */
	size_t shorter_count;
	/* numbers of shorter units and 1: the first with that first byte, and
	 * of each the next one; 0: none */
	uint8_t short_starts[256], short_next[SIEVE_SHORT];
	/* hashes of triggers: of the first four bytes and the next four */
	uint64_t before[SIEVE_BITS / 64], after[SIEVE_BITS / 64];
	struct str triggers[SIEVE_WORDS];
	size_t count;
	struct sieve_pin pins[SIEVE_PINS];
	size_t pin_count;
	/* a bit for each byte of the sentence at hand that is the last digit of
	 * a number or the first of a pin's two */
	uint64_t *marks;
	size_t cap;
};

/* Something that can stand behind a number, without the space.  false: too
 * many of them are short. */
bool sieve_add_unit(struct sieve *sieve, struct str unit);

/* A phrase of at least eight bytes.  false: a shorter one, or too many. */
bool sieve_add_trigger(struct sieve *sieve, struct str phrase);

void sieve_free(struct sieve *sieve);

/* Marks the sentence, which all that follow must be given. */
void sieve_mark(struct sieve *sieve, struct str s);

/* For the tests: with vectors of so many bytes (vector.h). */
void sieve_mark_by(unsigned width, struct sieve *sieve, struct str s);

/*
 * The next place at or after from: the last group of digits of a number with a
 * unit behind it, or the start of a trigger; SIZE_MAX if there is none.
 */
size_t sieve_next(const struct sieve *sieve, struct str s, size_t from);

/* Whether a figure may begin with the number or the trigger at a place: "87
 * vụ", "5 - 7%", "28/28 ổ nhóm", "hàng chục", but no "15/12". */
bool sieve_may_begin(const struct sieve *sieve, struct str s, size_t at);

#endif
