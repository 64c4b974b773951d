/*
 * The fast loop over a paragraph: many bytes at once are checked and those
 * are found at which a boundary may lie.
 */
#ifndef CAODIEM_SCAN_H
#define CAODIEM_SCAN_H

#include "str.h"

/* Bytes that must be readable before and behind the text that is scanned.
 * What they are matters little: the two before it are no leads of characters,
 * and the last of them is a blank or the text does not begin with one. */
#define SCAN_BEFORE 16
#define SCAN_BEHIND 96

/* 64-bit words of a mask over len bytes. */
#define SCAN_WORDS(len) ((len) / 64 + 1)

/*
 * Sets bits for the bytes at which a boundary may have to be decided: of signs
 * for stops, colons, bars, brackets and bullets, of capitals for capital
 * letters behind a letter, a digit, or a blank that follows no punctuation.
 * More bits than needed may be set, never fewer.
 *
 * Sets a bit of dirty for each byte that needs a closer look: what is no
 * well-formed UTF-8, what may not be NFC, a second space, control and invisible
 * characters.  A bit can stand up to three bytes behind what it is set for.
 *
 * true: no bit of dirty is set, the text is clean as it stands.
 */
struct scan_masks {
	uint64_t *signs, *capitals, *dirty; /* SCAN_WORDS() each */
	size_t words;                       /* room in each */
};

/* Room for a text of len bytes; all zero at first. */
void scan_masks_reserve(struct scan_masks *masks, size_t len);
void scan_masks_free(struct scan_masks *masks);

bool scan_text(const char *text, size_t len, const struct scan_masks *masks);

/* The same by vectors of so many bytes, see vector_width(): for the tests. */
bool scan_text_by(unsigned width, const char *text, size_t len,
    const struct scan_masks *masks);

/* The same, byte by byte: the oracle of the tests. */
bool scan_text_plainly(
    const char *text, size_t len, const struct scan_masks *masks);

/* The first set bit at or behind at; len if there is none. */
static inline size_t
scan_next(const uint64_t *mask, size_t len, size_t at)
{
	size_t word = at / 64, last = len / 64;
	uint64_t bits;

	if (at >= len)
		return len;
	bits = mask[word] & ~UINT64_C(0) << at % 64;
	while (bits == 0) {
		if (word == last)
			return len;
		bits = mask[++word];
	}
	return word * 64 + (size_t)__builtin_ctzll(bits);
}

#endif
