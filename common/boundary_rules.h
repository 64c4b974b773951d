/*
 * What the rules of boundaries know: the tables, read.
 */
#ifndef CAODIEM_BOUNDARY_RULES_H
#define CAODIEM_BOUNDARY_RULES_H

#include <string.h>

#include "boundary.h"
#include "wordlist.h"

enum abbreviation {
	ABBREVIATION_NONE,
	ABBREVIATION_TITLE,
	ABBREVIATION_PLACE,
	ABBREVIATION_NUMBER,
	ABBREVIATION_ETC,
	ABBREVIATION_INNER,
	ABBREVIATION_COMPANY,
	ABBREVIATION_NAME,
	ABBREVIATION_INITIAL, /* not from the table: "N.V.T" */
	ABBREVIATION_ITEM,    /* the number of an item or article */
};

enum word_class {
	WORD_NONE,
	/* begin sentences even behind a word without a stop */
	WORD_ANY,
	WORD_STRICT,
	WORD_SMALL,
	WORD_DAY,
	WORD_PHRASE,
	WORD_OPENER,
	WORD_MIXED,
	WORD_BOTH,
	WORD_AGENCY,
	WORD_PLACE,
	WORD_JOINT,
	WORD_HONORIFIC,
	WORD_LABEL,
	WORD_CAPTION,
};

/* So many bits tell how words begin. */
#define BOUNDARY_HEADS 65536
#define BOUNDARY_STARTS 4096

struct boundary_rules {
	struct wordlist abbreviations, words;
	/* the words of WORD_ANY to WORD_DAY, and the phrases of WORD_PHRASE and
	 * WORD_CAPTION by their first word and the two bytes behind it,
	 * hashed */
	uint64_t heads[BOUNDARY_HEADS / 64];
	/* their first four bytes, hashed */
	uint64_t starts[BOUNDARY_STARTS / 64];
};

/* Bytes that must be readable where boundary_head() looks. */
#define BOUNDARY_HEAD_BYTES 16

struct boundary_head {
	unsigned word, phrase; /* numbers below BOUNDARY_HEADS */
};

/* The first word at a place, as far as eight bytes tell it, and the same with
 * two bytes of the second word. */
static inline struct boundary_head
boundary_head(const char *at)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
	uint64_t word, blanks, keep;
	uint16_t second;

	memcpy(&word, at, sizeof(word));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	word = __builtin_bswap64(word);
#endif
	/* the highest bit of each byte that is a blank (and perhaps of ones
	 * behind the first) */
	blanks = word ^ ones * ' ';
	blanks = (blanks - ones) & ~blanks & ones * 0x80;
	/* what stands before the first blank, and that is the last bit of it */
	keep = ((blanks & (0 - blanks)) >> 7) - 1;
	word = (word & keep) * factor;
	blanks = blanks == 0 ? 8 : (unsigned)__builtin_ctzll(blanks) / 8;
	memcpy(&second, at + blanks + 1, sizeof(second));
	return (struct boundary_head){(unsigned)(word >> 48),
	    (unsigned)((word + second + 1) * factor >> 48)};
}

/* A number below BOUNDARY_STARTS for four bytes. */
static inline unsigned
boundary_start_of(const char *at)
{
	uint32_t bytes;

	memcpy(&bytes, at, sizeof(bytes));
	return bytes * UINT32_C(2654435761) >> 20;
}

/* What most names are told apart by; they are many. */
static inline bool
boundary_may_begin(const struct boundary_rules *rules, const char *at)
{
	unsigned start = boundary_start_of(at);

	return (rules->starts[start / 64] >> start % 64 & 1) != 0;
}

static inline bool
boundary_is_head(const struct boundary_rules *rules, const char *at)
{
	struct boundary_head head = boundary_head(at);

	return ((rules->heads[head.word / 64] >> head.word % 64 |
		    rules->heads[head.phrase / 64] >> head.phrase % 64) &
		   1) != 0;
}

#endif
