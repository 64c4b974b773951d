/*
 * Where the words of a folded sentence end, told for all its bytes at once.
 */
#ifndef EXTRACT_TARGETS_CUT_H
#define EXTRACT_TARGETS_CUT_H

#include "scan.h"
#include "str.h"

/* A bit for each byte that belongs to no word: words are of a to z, digits and
 * the bytes of letters beyond ASCII. */
struct cut {
	uint64_t *gaps;
	size_t cap; /* words of memory */
};

void cut_words(struct cut *cut, struct str s);

/* For the tests: with vectors of so many bytes (vector.h). */
void cut_words_by(unsigned width, struct cut *cut, struct str s);

void cut_free(struct cut *cut);

/* Letters: a to z and the UTF-8 of those with marks; what follows a lead byte
 * goes on with it. */
static inline bool
is_letter_byte(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 0xC3 && c <= 0xCF) || c == 0xE1;
}

/* "tiền1,137 tỷ đồng", "giảm5%": whether a number at a place is glued to a word
 * of letters with marks; "K54" and "U23" are names. */
bool cut_is_glued(struct str s, size_t at);

/* End of the word, or of the mark and what hangs on it, that begins at a
 * place of the sentence. */
static inline size_t
cut_end(const struct cut *cut, struct str s, size_t at)
{
	return scan_next(cut->gaps, s.len, at + 1);
}

#endif
