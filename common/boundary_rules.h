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
	WORD_LABEL,
};

struct boundary_rules {
	struct wordlist abbreviations, words;
	/* the first words of WORD_ANY to WORD_PHRASE, hashed */
	uint64_t heads[64];
};

#define BOUNDARY_HEAD_BYTES 8

/* A number below 4096 for the first word at a place, as far as eight bytes
 * tell it; so many bytes must be readable. */
static inline unsigned
boundary_head(const char *at)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	uint64_t word, blanks, keep;

	memcpy(&word, at, BOUNDARY_HEAD_BYTES);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	word = __builtin_bswap64(word);
#endif
	/* the highest bit of each byte that is a blank (and perhaps of ones
	 * behind the first) */
	blanks = word ^ ones * ' ';
	blanks = (blanks - ones) & ~blanks & ones * 0x80;
	/* what stands before the first blank */
	keep = blanks == 0 ? ~UINT64_C(0) : (blanks & (0 - blanks)) / 0x80 - 1;
	return (unsigned)((word & keep) * UINT64_C(0x9E3779B97F4A7C15) >> 52);
}

#endif
