/* How far an aim or a zero reaches, by the words of words.tsv. */
#ifndef EXTRACT_TARGETS_EXTENT_H
#define EXTRACT_TARGETS_EXTENT_H

#include "words.h"

/* Items that are looked over from one, such as for a result in front of an
 * aim. */
#define REPORT_REACH 24

enum { OPENER = 1, VERB, BOTH, SORT };

/* Where the longest entry of the class, or of both, at a place ends; 0: there
 * is none. */
size_t entry_end(
    const struct wordlist *words, struct str s, size_t at, int class);

bool stands_at(
    const struct wordlist *words, struct str s, size_t at, int class);

/* Where the clause that begins at item i ends; a quotation stays whole. */
size_t clause_end(const struct items *items, size_t i, struct str folded,
    const struct wordlist *words);

#endif
