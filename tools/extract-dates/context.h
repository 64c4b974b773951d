/*
 * What stands before and behind a piece: fractions, names and document
 * numbers look like dates, and their neighbours tell.
 */
#ifndef EXTRACT_DATES_CONTEXT_H
#define EXTRACT_DATES_CONTEXT_H

#include "str.h"

/* A member of a list of words, which {NULL, 0} ends. */
#define W(literal)                                                             \
	{                                                                      \
		literal, sizeof(literal) - 1                                   \
	}

/*
 * The length of the longest of words that ends at offset at of a
 * folded sentence, as whole words, a blank between it and at; 0: none.
 */
size_t context_before(struct str folded, size_t at, const struct str *words);

/* The same for words that begin at offset at, blanks in front left out. */
size_t context_after(struct str folded, size_t at, const struct str *words);

/* Whether a fraction or score such as 15/12, 15-12 at place, whose numbers
 * are those of day and month, is used as a day. */
bool context_is_day(struct str folded, struct span place, int day, int month);

/* Whether nothing says that digits at place are part of something else. */
bool context_is_free(struct str folded, struct span place);

/* Whether a bare year such as 2016 at place is used as one. */
bool context_is_year(struct str folded, struct span place);

#endif
