/*
 * UTF-8 text: checking, character classes, and the folding under which words
 * are compared.  Offsets are bytes; folding keeps them.
 */
#ifndef CAODIEM_TEXT_H
#define CAODIEM_TEXT_H

#include "str.h"

#define TEXT_MALFORMED UINT32_C(0xFFFFFFFF)

/* Well-formed UTF-8: no surrogates, no overlong forms, up to U+10FFFF. */
bool text_is_utf8(struct str s);

/* Well-formed UTF-8 that holds no control character but TAB. */
bool text_is_clean(struct str s);

/* The TABs of a line: how many, and where the first of them are. */
#define TEXT_TABS 8
struct text_tabs {
	size_t count, at[TEXT_TABS];
};

/* text_is_clean(), and finds the TABs on the way, whatever it returns. */
bool text_is_clean_line(struct str s, struct text_tabs *tabs);

/*
 * Where the TABs and LFs of the lines are with which s begins, as many as there
 * is room for; how many.  Up to the last of them s is clean: it ends before
 * what is not, and may end up to 127 bytes too early.  s is shorter than 4 GiB.
 */
size_t text_mark_lines(struct str s, uint32_t *marks, size_t room);

/* The four hexadecimal digits at a place, as in the "\u00e1" of JSON; false:
 * there are not four. */
bool text_hex(struct str s, size_t at, uint32_t *value);

/*
 * The code point at *at, which moves behind it; *at < s.len.  Malformed:
 * TEXT_MALFORMED, and *at moves over the maximal ill-formed part (at least
 * one byte).
 */
uint32_t text_decode(struct str s, size_t *at);
void text_encode(struct buf *b, uint32_t code);

/* The code point that ends before at; 0 < at, s well-formed. */
uint32_t text_before(struct str s, size_t at);

/* How many code points well-formed bytes hold. */
size_t text_count(struct str s);

/* Appends s with malformed bytes and control characters as "?". */
void text_add_printable(struct buf *b, struct str s);

/* Letters as Vietnamese text has them: Latin with marks, also Greek and
 * Cyrillic; not digits. */
bool text_is_letter(uint32_t code);
bool text_is_upper(uint32_t code);
uint32_t text_lower(uint32_t code);

/* Whether a word (letters, digits) goes on over the place at. */
bool text_inside_word(struct str s, size_t at);

/*
 * Replaces folded by s in lower case, with D with stroke in its one form and
 * the tone of open oa, oe, uy on the first vowel (hoa\u0300 -> ho\u0300a,
 * tuy\u0301 -> tu\u0301y, but quy\u0301), as long as that keeps each letter
 * pair's length in bytes.  So every offset into folded is one into s.
 * s is well-formed.
 */
void text_fold(struct buf *folded, struct str s);

/* So many bytes around s are looked at by text_fold_inside(). */
#define TEXT_BEFORE 2
#define TEXT_BEHIND 68

/*
 * The same of a text inside of another, which spares a copy: those bytes around
 * it can be read, and it stands between TABs, blanks or the like.
 */
void text_fold_inside(struct buf *folded, struct str s);

/*
 * For the tests, with vectors of so many bytes (vector.h): folding, marking, and
 * whether s is well-formed and, unless they are allowed, without controls.
 */
void text_fold_by(unsigned width, struct buf *folded, struct str s);
bool text_check_by(
    unsigned width, struct str s, bool controls, struct text_tabs *tabs);

size_t text_mark_lines_by(
    unsigned width, struct str s, uint32_t *marks, size_t room);

#endif
