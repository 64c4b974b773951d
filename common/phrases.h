/* Lists of phrases, which NULL ends. */
#ifndef CAODIEM_PHRASES_H
#define CAODIEM_PHRASES_H

#include "str.h"

bool equals_one_of(struct str s, const char *const *phrases);
bool starts_with_one_of(struct str s, const char *const *phrases);
bool ends_with_one_of(struct str s, const char *const *phrases);

/* Whether one stands anywhere in s, be it inside a word. */
bool holds_one_of(struct str s, const char *const *phrases);

#endif
