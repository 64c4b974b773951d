/*
 * The fast loop over a paragraph: many bytes at once are checked and those
 * are found at which a boundary may lie.
 */
#ifndef CAODIEM_SCAN_H
#define CAODIEM_SCAN_H

#include "str.h"

/* Bytes that must be readable before and behind the text that is scanned:
 * spaces before it, the letter a behind it. */
#define SCAN_BEFORE 16
#define SCAN_BEHIND 96

/* 64-bit words of a mask over len bytes. */
#define SCAN_WORDS(len) ((len) / 64 + 1)

/*
 * Sets a bit of mask for each byte at which a boundary may have to be decided:
 * stops, colons, bars, brackets, bullets, and capital letters behind a
 * letter, a digit or a blank that follows no punctuation.  More bits than
 * needed may be set, never fewer.
 *
 * true: the text is clean as it stands: well-formed, surely NFC, single spaces
 * only, none in front, nothing invisible.  false: a closer look is needed (the
 * mask is of no use if the text is not well-formed).
 */
bool scan_text(const char *text, size_t len, uint64_t *mask);

/* The same, byte by byte: the oracle of the tests and for other machines. */
bool scan_text_plainly(const char *text, size_t len, uint64_t *mask);

#endif
