#include "text.h"

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

bool
text_hex(struct str s, size_t at, uint32_t *value)
{
	*value = 0;
	if (s.len < 4 || at > s.len - 4)
		return false;
	for (size_t i = at; i < at + 4; i++) {
		char c = s.data[i], lower = (char)(c | 0x20);

		if (c >= '0' && c <= '9')
			*value = *value << 4 | (uint32_t)(c - '0');
		else if (lower >= 'a' && lower <= 'f')
			*value = *value << 4 | (uint32_t)(lower - 'a' + 10);
		else
			return false;
	}
	return true;
}

size_t
text_count(struct str s)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	size_t tails = 0, i = 0;

	for (; s.len - i >= sizeof(uint64_t); i += sizeof(uint64_t)) {
		uint64_t word;

		/* the highest bit of a byte set, the next one not */
		memcpy(&word, s.data + i, sizeof(word));
		tails += (word >> 7 & ~word >> 6 & ones) * ones >> 56;
	}
	for (; i < s.len; i++)
		tails += ((unsigned char)s.data[i] & 0xC0) == 0x80;
	return s.len - tails;
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
	/* the letters with two marks */
	if (c >= 0x1EA0 && c < 0x1F00)
		return c | 1;
	if (c < 0xC0)
		return c;
	if (c <= 0xDE)
		return c == 0xD7 ? c : c == 0xD0 ? 0x111 : c + 32;
	if (c < 0x100)
		return c == 0xF0 ? 0x111 : c;
	if (c < 0x130 || (c >= 0x132 && c < 0x138) ||
	    (c >= 0x14A && c < 0x178) || (c >= 0x1A0 && c < 0x1A6) ||
	    (c >= 0x1CD && c < 0x1DD) || (c >= 0x1DE && c < 0x1F0) ||
	    (c >= 0x1F8 && c < 0x220) || (c >= 0x1E00 && c < 0x1E96))
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
