/*
 * Takes the long strings out of a line of JSON before it is parsed: Jansson
 * reads a string byte by byte, and most of a document is its text.  What is
 * left is a line with a short string in the place of each, which Jansson parses
 * and checks; a string that comes from it is then looked up here.
 */
#ifndef CAODIEM_LONG_STRINGS_H
#define CAODIEM_LONG_STRINGS_H

#include "str.h"

struct long_strings {
	struct buf line;  /* with the short ones */
	struct buf bytes; /* of the long ones */
	struct span *places;
	size_t count, cap;
};

/*
 * line is well-formed UTF-8.  false: there are no long strings, or something is
 * wrong or uncommon; the line is to be parsed as it is.
 */
bool long_strings_take(struct long_strings *l, struct str line);

/* The string that value, from the parsed line, stands for; value itself if it
 * stands for none.  Lent until the next call of the two others. */
struct str long_strings_value(const struct long_strings *l, struct str value);

void long_strings_free(struct long_strings *l);

#endif
