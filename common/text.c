#include "text.h"

#include <string.h>

#include "vector.h"

static bool
is_tail(struct str s, size_t at)
{
	return at < s.len && ((unsigned char)s.data[at] & 0xC0) == 0x80;
}

/* The least second byte after a lead, and the greatest. */
static void
second_range(unsigned char lead, unsigned char *low, unsigned char *high)
{
	*low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
	*high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
}

uint32_t
text_decode(struct str s, size_t *at)
{
	unsigned char lead = (unsigned char)s.data[(*at)++];
	unsigned char low, high;
	unsigned tails;
	uint32_t code;

	if (lead < 0x80)
		return lead;
	if (lead < 0xC2 || lead > 0xF4)
		return TEXT_MALFORMED;
	tails = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
	code = lead & (0x3FU >> tails);
	second_range(lead, &low, &high);
	if (*at >= s.len || (unsigned char)s.data[*at] < low ||
	    (unsigned char)s.data[*at] > high)
		return TEXT_MALFORMED;
	for (; tails > 0; tails--) {
		if (!is_tail(s, *at))
			return TEXT_MALFORMED;
		code = code << 6 | ((unsigned char)s.data[(*at)++] & 0x3F);
	}
	return code;
}

/*
 * Bytes are checked BLOCK at a time by comparisons alone, each with the three
 * before it, so that the compiler can use vector instructions.
 */
#define BLOCK 64

/* Nonzero if one of the bytes p[0] to p[BLOCK - 1] is wrong where it stands. */
VECTOR_CLONES static unsigned char
malformed(const unsigned char *p)
{
	unsigned char wrong = 0;

	for (int i = 0; i < BLOCK; i++) {
		unsigned char b = p[i], b1 = p[i - 1], b2 = p[i - 2],
			      b3 = p[i - 3];
		unsigned char tail = (b & 0xC0) == 0x80;
		unsigned char due =
		    (unsigned char)((b1 >= 0xC0) | (b2 >= 0xE0) | (b3 >= 0xF0));

		wrong |= tail ^ due;
		wrong |=
		    (unsigned char)((b == 0xC0) | (b == 0xC1) | (b >= 0xF5));
		wrong |= (unsigned char)(((b1 == 0xE0) & (b < 0xA0)) |
					 ((b1 == 0xED) & (b > 0x9F)) |
					 ((b1 == 0xF0) & (b < 0x90)) |
					 ((b1 == 0xF4) & (b > 0x8F)));
	}
	return wrong;
}

/* Nonzero if a control character other than TAB is among them. */
VECTOR_CLONES static unsigned char
controls(const unsigned char *p)
{
	unsigned char found = 0;

	for (int i = 0; i < BLOCK; i++) {
		unsigned char b = p[i], b1 = p[i - 1];

		found |=
		    (unsigned char)(((b < 0x20) & (b != '\t')) | (b == 0x7F) |
				    ((b1 == 0xC2) & (b < 0xA0)));
	}
	return found;
}

/* The same, a code point at a time. */
static bool
check_slowly(struct str s, size_t *at, size_t until, bool allow_controls)
{
	while (*at < until) {
		uint32_t code = text_decode(s, at);

		if (code == TEXT_MALFORMED)
			return false;
		if (!allow_controls && code != '\t' &&
		    (code < 0x20 || (code >= 0x7F && code < 0xA0)))
			return false;
	}
	return true;
}

static bool
check(struct str s, bool allow_controls)
{
	const unsigned char *p = (const unsigned char *)s.data;
	size_t at = 0, last;
	unsigned char wrong = 0;

	if (s.len < BLOCK + 4)
		return check_slowly(s, &at, s.len, allow_controls);
	/* three bytes before the first block, and the last one overlaps */
	if (!check_slowly(s, &at, 3, allow_controls))
		return false;
	for (last = s.len - BLOCK;; at += BLOCK) {
		if (at > last)
			at = last;
		wrong |= malformed(p + at);
		if (!allow_controls)
			wrong |= controls(p + at);
		if (at == last || wrong != 0)
			break;
	}
	/* nothing may be due behind the end */
	return wrong == 0 && p[s.len - 1] < 0xC0 && p[s.len - 2] < 0xE0 &&
	       p[s.len - 3] < 0xF0;
}

bool
text_is_utf8(struct str s)
{
	return check(s, true);
}

bool
text_is_clean(struct str s)
{
	return check(s, false);
}

void
text_encode(struct buf *b, uint32_t code)
{
	char c[4];
	size_t len = code < 0x80      ? 1
		     : code < 0x800   ? 2
		     : code < 0x10000 ? 3
				      : 4;
	static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};

	for (size_t i = len; i-- > 1; code >>= 6)
		c[i] = (char)(0x80 | (code & 0x3F));
	c[0] = (char)(lead[len] | code);
	buf_add(b, (struct str){c, len});
}

uint32_t
text_before(struct str s, size_t at)
{
	do
		at--;
	while (at > 0 && is_tail(s, at));
	return text_decode(s, &at);
}

size_t
text_count(struct str s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.len; i++)
		count += ((unsigned char)s.data[i] & 0xC0) != 0x80;
	return count;
}

void
text_add_printable(struct buf *b, struct str s)
{
	size_t at = 0;

	while (at < s.len) {
		size_t from = at;
		uint32_t code = text_decode(s, &at);

		if (code == TEXT_MALFORMED || code < 0x20 ||
		    (code >= 0x7F && code < 0xA0))
			buf_byte(b, '?');
		else
			buf_add(b, str_slice(s, from, at));
	}
}

bool
text_is_letter(uint32_t c)
{
	if (c < 0x80)
		return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	if (c < 0x250)
		return c >= 0xC0 && c != 0xD7 && c != 0xF7;
	/* combining marks belong to their letter */
	return (c >= 0x300 && c < 0x370) ||
	       (c >= 0x370 && c < 0x530 && c != 0x37E && c != 0x387) ||
	       (c >= 0x1E00 && c < 0x1F00);
}

bool
text_is_upper(uint32_t c)
{
	return text_lower(c) != c;
}

uint32_t
text_lower(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	if (c >= 0xC0 && c <= 0xDE)
		return c == 0xD7 ? c : c == 0xD0 ? 0x111 : c + 32;
	if (c == 0xF0)
		return 0x111;
	if ((c >= 0x100 && c < 0x130) || (c >= 0x132 && c < 0x138) ||
	    (c >= 0x14A && c < 0x178) || (c >= 0x1A0 && c < 0x1A6) ||
	    (c >= 0x1CD && c < 0x1DD) || (c >= 0x1DE && c < 0x1F0) ||
	    (c >= 0x1F8 && c < 0x220) || (c >= 0x1E00 && c < 0x1E96) ||
	    (c >= 0x1EA0 && c < 0x1F00))
		return c >= 0x1CD && c < 0x1DD ? c + (c & 1) : c | 1;
	if ((c >= 0x139 && c < 0x149) || (c >= 0x179 && c < 0x17F) ||
	    c == 0x1AF)
		return c + (c & 1);
	if (c >= 0x391 && c < 0x3AA && c != 0x3A2)
		return c + 32;
	if (c >= 0x410 && c < 0x430)
		return c + 32;
	return c >= 0x400 && c < 0x410 ? c + 80 : c;
}

bool
text_inside_word(struct str s, size_t at)
{
	uint32_t a, b;
	size_t next = at;

	if (at == 0 || at >= s.len)
		return false;
	a = text_before(s, at);
	b = text_decode(s, &next);
	return (text_is_letter(a) || (a >= '0' && a <= '9')) &&
	       (text_is_letter(b) || (b >= '0' && b <= '9'));
}
