/*
 * Where words and numbers begin in a sentence: the only places at which a
 * piece may begin.  And which words can begin one at all.
 */
#ifndef EXTRACT_DATES_SCAN_H
#define EXTRACT_DATES_SCAN_H

#include "str.h"

/*
 * The first place at or after at where a word or number begins; folded.len if
 * there is none.  Also where a capital follows a small letter ("cấpSáng"), and
 * at the day of a time stamp that is glued to other digits
 * ("202310/02/2023 - 19:44:00").  last_end is where the last piece ended:
 * a number may follow it behind "-", not inside "1.213,5" or "24/24".
 */
size_t scan_start(
    struct str folded, struct str text, size_t at, size_t last_end);

#define OPENER_SLOTS 256

/* A set of words, by their first eight bytes; starts as {0}. */
struct openers {
	uint64_t slots[OPENER_SLOTS];
	size_t count;
};

/* Adds the first word of words; less than half the slots are ever used. */
void openers_add(struct openers *o, struct str words);

/* Whether the word at offset at is in the set. */
bool openers_has(const struct openers *o, struct str folded, size_t at);

#endif
