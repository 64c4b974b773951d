#include "scan.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* The bytes from two before a place to two behind it. */
struct view {
	unsigned char before2, before, here, next, next2;
};

static bool
is_word_byte(unsigned char c)
{
	return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9');
}

/* The first byte of a capital letter of Vietnamese. */
static bool
is_capital(const struct view *v)
{
	switch (v->here) {
	case 0xC3:
		return v->next < 0x9F;
	case 0xC4:
		return v->next == 0x90 || v->next == 0x82 || v->next == 0xA8;
	case 0xC5:
		return v->next == 0xA8;
	case 0xC6:
		return v->next == 0xA0 || v->next == 0xAF;
	case 0xE1:
		return (v->next | 1) == 0xBB && (v->next2 & 1) == 0;
	default:
		return v->here >= 'A' && v->here <= 'Z';
	}
}

static bool
is_candidate(const struct view *v)
{
	unsigned char c = v->here;

	if ((c >= '(' && c <= '*') || c == '.' || c == '!' || c == ':' ||
	    c == '>' || c == '?' || c == '|')
		return true;
	if (c == 0xE2)
		return v->next == 0x80 && v->next2 == 0xA6;
	if (!is_capital(v))
		return false;
	if (v->before == ' ')
		return is_word_byte(v->before2) || v->before2 == '"' ||
		       v->before2 == ')';
	return v->before >= 0x80 || (v->before >= 'a' && v->before <= 'z') ||
	       (v->before >= '0' && v->before <= '9');
}

/* Whether a byte needs a closer look. */
static bool
is_dirty(const struct view *v)
{
	unsigned char c = v->here;
	bool tail = (c & 0xC0) == 0x80;
	bool wanted = v->before >= 0xC2 ||
		      v->before2 == 0xE1 || v->before2 == 0xE2;

	if (tail != wanted)
		return true;
	if (c < 0x80)
		return c < 0x20 || c == 0x7F || (c == ' ' && v->before == ' ');
	if (tail)
		return false;
	switch (c) {
	case 0xC2:
		return v->next < 0xA1 || v->next == 0xAD;
	case 0xC3:
		return v->next == 0x90 || v->next == 0xB0;
	case 0xE1:
		return (v->next | 1) != 0xBB;
	case 0xE2:
		return v->next != 0x80 || v->next2 < 0x90 ||
		       (v->next2 >= 0xA8 && v->next2 < 0xB0);
	default:
		return c < 0xC2 || c > 0xCB;
	}
}

size_t
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

static void
set_bit(uint64_t *mask, size_t at)
{
	mask[at / 64] |= UINT64_C(1) << at % 64;
}

bool
scan_text_plainly(const char *text, size_t len, const struct scan_masks *masks)
{
	const unsigned char *s = (const unsigned char *)text;
	bool dirty = false;

	memset(masks->candidates, 0, SCAN_WORDS(len) * sizeof(uint64_t));
	memset(masks->dirty, 0, SCAN_WORDS(len) * sizeof(uint64_t));
	/* two bytes behind the end tell a character that was cut */
	for (size_t i = 0; i < len + 2; i++) {
		struct view v = {
		    s[i - 2], s[i - 1], s[i], s[i + 1], s[i + 2]};

		if (is_dirty(&v)) {
			dirty = true;
			if (len > 0)
				set_bit(masks->dirty, i < len ? i : len - 1);
		}
		if (i < len && is_candidate(&v))
			set_bit(masks->candidates, i);
	}
	return !dirty;
}

#ifdef __SSE2__

typedef __m128i vector;

static vector
load(const unsigned char *at)
{
	return _mm_loadu_si128((const vector *)(const void *)at);
}

static vector
is(vector v, int byte)
{
	return _mm_cmpeq_epi8(v, _mm_set1_epi8((char)byte));
}

/* Bytes from low to high, unsigned. */
static vector
within(vector v, int low, int high)
{
	vector d = _mm_sub_epi8(v, _mm_set1_epi8((char)low));

	return _mm_cmpeq_epi8(
	    _mm_min_epu8(d, _mm_set1_epi8((char)(high - low))), d);
}

static vector
either(vector a, vector b)
{
	return _mm_or_si128(a, b);
}

static vector
both(vector a, vector b)
{
	return _mm_and_si128(a, b);
}

static vector
but_not(vector a, vector b)
{
	return _mm_andnot_si128(b, a);
}

/* BA or BB: the second byte of Vietnamese letters behind E1. */
static vector
is_second(vector next)
{
	return within(next, 0xBA, 0xBB);
}

static vector
capitals(vector here, vector next, vector next2)
{
	vector odd = is(both(next2, _mm_set1_epi8(1)), 1);
	vector c4 = either(either(is(next, 0x90), is(next, 0x82)),
	    is(next, 0xA8));
	vector c6 = either(is(next, 0xA0), is(next, 0xAF));

	return either(
	    either(within(here, 'A', 'Z'),
		both(is(here, 0xC3), within(next, 0x00, 0x9E))),
	    either(either(both(is(here, 0xC4), c4),
		       both(is(here, 0xC6), c6)),
		either(both(is(here, 0xC5), is(next, 0xA8)),
		    both(is(here, 0xE1), but_not(is_second(next), odd)))));
}

static vector
candidates(const unsigned char *s)
{
	vector here = load(s), next = load(s + 1), next2 = load(s + 2);
	vector before = load(s - 1), before2 = load(s - 2);
	vector signs = either(
	    either(within(here, '(', '*'), within(here, '>', '?')),
	    either(either(is(here, '.'), is(here, '!')),
		either(is(here, ':'), is(here, '|'))));
	vector dots = both(is(here, 0xE2),
	    both(is(next, 0x80), is(next2, 0xA6)));
	vector glued = either(within(before, 0x80, 0xFF),
	    either(within(before, 'a', 'z'), within(before, '0', '9')));
	vector word = either(
	    either(within(before2, 0x80, 0xFF), within(before2, 'a', 'z')),
	    either(either(within(before2, '0', '9'), is(before2, '"')),
		either(within(before2, 'A', 'Z'), is(before2, ')'))));

	glued = either(glued, both(is(before, ' '), word));
	return either(
	    either(signs, dots), both(capitals(here, next, next2), glued));
}

static vector
dirt(const unsigned char *s)
{
	vector here = load(s), next = load(s + 1), next2 = load(s + 2);
	vector before = load(s - 1), before2 = load(s - 2);
	vector tail = within(here, 0x80, 0xBF);
	vector wanted = either(within(before, 0xC2, 0xFF),
	    within(before2, 0xE1, 0xE2));
	vector plain = either(
	    either(within(here, 0xC2, 0xCB), tail),
	    either(either(is(here, 0xE1), is(here, 0xE2)),
		within(here, 0x20, 0x7E)));
	vector spaces = both(is(here, ' '), is(before, ' '));
	vector c2 = both(is(here, 0xC2),
	    either(within(next, 0x00, 0xA0), is(next, 0xAD)));
	vector c3 = both(is(here, 0xC3),
	    either(is(next, 0x90), is(next, 0xB0)));
	vector e1 = but_not(is(here, 0xE1), is_second(next));
	vector e2 = but_not(is(here, 0xE2),
	    both(is(next, 0x80), either(within(next2, 0x90, 0xA7),
				     within(next2, 0xB0, 0xFF))));

	return either(
	    either(_mm_xor_si128(tail, wanted),
		_mm_xor_si128(plain, _mm_set1_epi8((char)0xFF))),
	    either(either(spaces, c2), either(c3, either(e1, e2))));
}

static uint64_t
bits(vector v)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(v);
}

bool
scan_text(const char *text, size_t len, const struct scan_masks *masks)
{
	const unsigned char *s = (const unsigned char *)text;
	uint64_t any = 0, valid;
	size_t words = SCAN_WORDS(len);

	for (size_t i = 0; i < words; i++) {
		uint64_t found = 0, dirty = 0;

		for (unsigned j = 0; j < 64; j += 16) {
			const unsigned char *at = s + i * 64 + j;

			found |= bits(candidates(at)) << j;
			dirty |= bits(dirt(at)) << j;
		}
		masks->candidates[i] = found;
		masks->dirty[i] = dirty;
		any |= dirty;
	}
	valid = (UINT64_C(1) << len % 64) - 1;
	masks->candidates[words - 1] &= valid;
	masks->dirty[words - 1] &= valid;
	if (len == 0)
		return true;
	/* the two bytes behind the end tell a character that was cut */
	if ((bits(dirt(s + len)) & 3) != 0) {
		set_bit(masks->dirty, len - 1);
		return false;
	}
	return any == 0;
}

#else

bool
scan_text(const char *text, size_t len, const struct scan_masks *masks)
{
	return scan_text_plainly(text, len, masks);
}

#endif
