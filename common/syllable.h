/*
 * What a Vietnamese word looks like, by its letters alone.
 */
#ifndef CAODIEM_SYLLABLE_H
#define CAODIEM_SYLLABLE_H

#include "str.h"

/*
 * Whether the letters, in NFC and whatever case, spell a possible Vietnamese
 * syllable: onset, one to three vowels, coda, at most one tone mark, and one
 * of the two tones that p, t, c and ch allow ("Nam", "Th\u1ebf", but not
 * "Trump", "Viet").
 */
bool syllable_is_vietnamese(struct str word);

/* Whether a code point is a vowel of Vietnamese, in whatever case. */
bool syllable_is_vowel(uint32_t code);

#endif
