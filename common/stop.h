/*
 * Full stops, question marks, ellipses: whether a sentence ends there.
 */
#ifndef CAODIEM_STOP_H
#define CAODIEM_STOP_H

#include "boundary.h"
#include "kind.h"
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
	WORD_STRICT,
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
	/* the first bytes of strict, day and phrase words, hashed */
	uint64_t heads[64];
};

/* The word's class; a phrase's by its words. */
enum word_class word_class(const struct boundary_scan *scan, struct str word);

/* Begins sentences: opener or better, or one that begins names too. */
bool word_opens(enum word_class class);
bool word_opens_surely(enum word_class class);

/*
 * Reads the group of stops at a place, with the closing quotes and brackets
 * behind it; *end is behind the group.  true: a sentence ends with it.
 */
bool stop_ends(struct boundary_scan *scan, size_t at, size_t *end);

#endif
