/*
 * What kind of character stands at a place of a sentence, and which word.  The
 * text is well-formed; offsets are bytes.
 */
#ifndef CAODIEM_KIND_H
#define CAODIEM_KIND_H

#include "str.h"
#include "text.h"

/* Longest word that is looked at, in bytes. */
#define KIND_WORD_MOST 64

enum kind {
	KIND_END,
	KIND_LOWER,
	KIND_UPPER,
	KIND_DIGIT,
	KIND_QUOTE,   /* opening, or straight */
	KIND_CLOSER,  /* closing quote or bracket */
	KIND_BRACKET, /* opening */
	KIND_DASH,
	KIND_PUNCTUATION, /* after which a sentence goes on: , ; : / % */
	KIND_STOP,        /* . ! ? and the ellipsis */
	KIND_SPACE,
	KIND_SIGN, /* bullets, arrows, bars, pictures */
};

enum kind kind_of(uint32_t code);

/* The kinds of ASCII, in its order. */
extern const unsigned char kind_ascii[128];

/* As text_decode(), of text that is known to be well-formed. */
static inline uint32_t
kind_decode(struct str s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s.data + *at;

	if (p[0] < 0x80) {
		*at += 1;
		return p[0];
	}
	if (p[0] < 0xE0) {
		*at += 2;
		return (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
	}
	if (p[0] < 0xF0) {
		*at += 3;
		return (uint32_t)(p[0] & 0x0F) << 12 |
		       (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
	}
	return text_decode(s, at);
}

static inline enum kind
kind_at(struct str s, size_t at)
{
	if (at >= s.len)
		return KIND_END;
	if ((unsigned char)s.data[at] < 0x80)
		return (enum kind)kind_ascii[(unsigned char)s.data[at]];
	return kind_of(kind_decode(s, &at));
}

/* The offset of the character before a place. */
static inline size_t
kind_back(struct str s, size_t at)
{
	do
		at--;
	while (at > 0 && ((unsigned char)s.data[at] & 0xC0) == 0x80);
	return at;
}

static inline enum kind
kind_before(struct str s, size_t at)
{
	if (at == 0)
		return KIND_END;
	if ((unsigned char)s.data[at - 1] < 0x80)
		return (enum kind)kind_ascii[(unsigned char)s.data[at - 1]];
	at = kind_back(s, at);
	return kind_of(kind_decode(s, &at));
}

/* Whether a character is one of a string's; NUL never is. */
bool kind_is_among(char c, const char *set);

/* NUL beyond the end. */
static inline char
kind_byte(struct str s, size_t at)
{
	return at < s.len ? s.data[at] : '\0';
}

/* The offset after the character at a place. */
static inline size_t
kind_after(struct str s, size_t at)
{
	if (at < s.len)
		(void)kind_decode(s, &at);
	return at;
}

/* Bytes of the letter at a place before the end; 0: it is none. */
size_t kind_letter(struct str s, size_t at);

/* The letters at, resp. before, a place. */
struct str kind_word_at(struct str s, size_t at);
struct str kind_word_before(struct str s, size_t at);

/* A capital letter and then only small ones, at least one. */
bool kind_is_capitalised(struct str word);

/* The kind of the word behind one that ends at end and one space. */
enum kind kind_of_next_word(struct str s, size_t end);

#endif
