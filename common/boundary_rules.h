/*
 * What the rules of boundaries know: the tables, read.
 */
#ifndef CAODIEM_BOUNDARY_RULES_H
#define CAODIEM_BOUNDARY_RULES_H

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
};

struct boundary_rules {
	struct wordlist abbreviations, words;
	/* the first words of WORD_ANY to WORD_PHRASE, hashed */
	uint64_t heads[64];
};

/* A number below 4096 for the first word at a place, as far as eight bytes
 * tell it; so many bytes must be readable. */
unsigned boundary_head(const char *at);

#endif
