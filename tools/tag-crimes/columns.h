/*
 * What the columns of rows may hold, so that the records and the JSON made of
 * them can be read.
 */
#ifndef TAG_CRIMES_COLUMNS_H
#define TAG_CRIMES_COLUMNS_H

#include "str.h"

/* "drugs", "drugs/trafficking": small letters, digits and dashes, and two
 * levels at most. */
bool columns_is_tag(struct str s);

/* Numbers divided by commas, or nothing. */
bool columns_are_codes(struct str s);

/* The same, but "217a" and "255-258" too. */
bool columns_are_articles(struct str s);

#endif
