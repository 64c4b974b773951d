#include "kind.h"

#include <string.h>

#include "text.h"

const unsigned char kind_ascii[128] = {
#define FOUR(k) (k), (k), (k), (k)
#define EIGHT(k) FOUR(k), FOUR(k)
    EIGHT(KIND_SIGN),
    EIGHT(KIND_SIGN),
    EIGHT(KIND_SIGN),
    EIGHT(KIND_SIGN),
    /* blank ! " # $ % & ' */
    KIND_SPACE,
    KIND_STOP,
    KIND_QUOTE,
    KIND_SIGN,
    KIND_SIGN,
    KIND_PUNCTUATION,
    KIND_PUNCTUATION,
    KIND_QUOTE,
    /* ( ) * + , - . / */
    KIND_BRACKET,
    KIND_CLOSER,
    KIND_SIGN,
    KIND_SIGN,
    KIND_PUNCTUATION,
    KIND_DASH,
    KIND_STOP,
    KIND_PUNCTUATION,
    /* 0 to 9 : ; < = > ? */
    EIGHT(KIND_DIGIT),
    KIND_DIGIT,
    KIND_DIGIT,
    KIND_PUNCTUATION,
    KIND_PUNCTUATION,
    KIND_SIGN,
    KIND_PUNCTUATION,
    KIND_SIGN,
    KIND_STOP,
    /* @ A to Z [ \ ] ^ _ */
    KIND_PUNCTUATION,
    EIGHT(KIND_UPPER),
    EIGHT(KIND_UPPER),
    EIGHT(KIND_UPPER),
    KIND_UPPER,
    KIND_UPPER,
    KIND_BRACKET,
    KIND_PUNCTUATION,
    KIND_CLOSER,
    KIND_SIGN,
    KIND_PUNCTUATION,
    /* ` a to z { | } ~ */
    KIND_SIGN,
    EIGHT(KIND_LOWER),
    EIGHT(KIND_LOWER),
    EIGHT(KIND_LOWER),
    KIND_LOWER,
    KIND_LOWER,
    KIND_BRACKET,
    KIND_SIGN,
    KIND_CLOSER,
    KIND_SIGN,
    KIND_SIGN,
#undef FOUR
#undef EIGHT
};

enum kind
kind_of(uint32_t c)
{
	if (c < 0x80)
		return (enum kind)kind_ascii[c];
	/* the letters with two marks */
	if (c >= 0x1EA0 && c < 0x1EFA)
		return (c & 1) == 0 ? KIND_UPPER : KIND_LOWER;
	if (text_is_letter(c))
		return text_is_upper(c) ? KIND_UPPER : KIND_LOWER;
	switch (c) {
	case 0xAB:
	case 0x2018:
	case 0x201C:
	case 0x201E:
	case 0x2039:
		return KIND_QUOTE;
	case 0xBB:
	case 0x2019:
	case 0x201D:
	case 0x203A:
		return KIND_CLOSER;
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2015:
		return KIND_DASH;
	case 0x2026:
		return KIND_STOP;
	default:
		return KIND_SIGN;
	}
}

bool
kind_is_among(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

/* Of ASCII. */
static bool
is_letter(unsigned char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

size_t
kind_letter(struct str s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.data + at;
	size_t next = at;

	if (p[0] < 0x80)
		return is_letter(p[0]);
	/* but for the signs of multiplication and division */
	if (p[0] >= 0xC3 && p[0] <= 0xC8)
		return p[0] == 0xC3 && (p[1] | 0x20) == 0xB7 ? 0 : 2;
	if (p[0] == 0xE1 && p[1] >= 0xB8 && p[1] <= 0xBB)
		return 3;
	return text_is_letter(text_decode(s, &next)) ? next - at : 0;
}

struct str
kind_word_at(struct str s, size_t at)
{
	size_t end = at;

	while (end < s.len && end - at < KIND_WORD_MOST) {
		unsigned char c = (unsigned char)s.data[end];
		size_t length = c < 0x80 ? is_letter(c) : kind_letter(s, end);

		if (length == 0)
			break;
		end += length;
	}
	return str_slice(s, at, end);
}

struct str
kind_word_before(struct str s, size_t at)
{
	size_t start = at;

	while (start > 0 && at - start < KIND_WORD_MOST &&
	       text_is_letter(text_before(s, start)))
		start = kind_back(s, start);
	return str_slice(s, start, at);
}

bool
kind_is_capitalised(struct str word)
{
	size_t first = kind_after(word, 0), at = first;

	if (kind_at(word, 0) != KIND_UPPER || first == word.len)
		return false;
	for (; at < word.len; at = kind_after(word, at))
		if (kind_at(word, at) == KIND_UPPER)
			return false;
	return true;
}

enum kind
kind_of_next_word(struct str s, size_t end)
{
	return kind_byte(s, end) == ' ' ? kind_at(s, end + 1)
					: KIND_PUNCTUATION;
}
