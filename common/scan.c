#include "scan.h"

#include <stdlib.h>
#include <string.h>

#include "vector.h"

void
scan_masks_reserve(struct scan_masks *masks, size_t len)
{
	size_t words = SCAN_WORDS(len);

	if (words <= masks->words)
		return;
	masks->words = words;
	masks->signs = mem_resize(masks->signs, words, sizeof(uint64_t));
	masks->capitals = mem_resize(masks->capitals, words, sizeof(uint64_t));
	masks->dirty = mem_resize(masks->dirty, words, sizeof(uint64_t));
}

void
scan_masks_free(struct scan_masks *masks)
{
	free(masks->signs);
	free(masks->capitals);
	free(masks->dirty);
}

/* The bytes from two before a place to two behind it. */
struct view {
	unsigned char before2, before, here, next, next2;
};

/* The first byte of a capital letter with which sentences begin, or of a sign
 * that looks like one. */
static bool
is_capital(const struct view *v)
{
	switch (v->here) {
	case 0xC3:
		return (v->next & 0x20) == 0;
	case 0xC4:
		return (v->next & 0xDF) == 0x90;
	case 0xE1:
		return (v->next | 1) == 0xBB && (v->next2 & 1) == 0;
	default:
		return v->here >= 0x40 && v->here < 0x60;
	}
}

/* A word or bracket may end with it. */
static bool
may_end(unsigned char c)
{
	return (c | 0x20) >= 'a' || (c >= '0' && c <= '9') || c == '"' ||
	       c == ')';
}

static bool
is_sign(const struct view *v)
{
	unsigned char c = v->here;

	if (c == 0xE2)
		return v->next == 0x80 && v->next2 == 0xA6;
	return c != '\0' && strchr("!()*.:>?|", c) != NULL;
}

static bool
is_joined_capital(const struct view *v)
{
	if (!is_capital(v))
		return false;
	if (v->before == ' ')
		return may_end(v->before2);
	return v->before >= 'a' || (v->before >= '0' && v->before <= '9');
}

/* Whether the character before a place goes on there, whatever stands there. */
static bool
lacks_tail(const struct view *v)
{
	return v->before >= 0xC2 || v->before2 == 0xE1 || v->before2 == 0xE2;
}

/* Whether a byte needs a closer look. */
static bool
is_dirty(const struct view *v)
{
	unsigned char c = v->here;
	bool tail = (c & 0xC0) == 0x80;

	if (tail != lacks_tail(v))
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

	memset(masks->signs, 0, SCAN_WORDS(len) * sizeof(uint64_t));
	memset(masks->capitals, 0, SCAN_WORDS(len) * sizeof(uint64_t));
	memset(masks->dirty, 0, SCAN_WORDS(len) * sizeof(uint64_t));
	for (size_t i = 0; i <= len; i++) {
		struct view v = {s[i - 2], s[i - 1], s[i], s[i + 1], s[i + 2]};

		/* behind the end only a tail that is missing counts */
		if (i < len ? is_dirty(&v) : lacks_tail(&v) && len > 0) {
			dirty = true;
			set_bit(masks->dirty, i < len ? i : len - 1);
		}
		if (i < len && is_sign(&v))
			set_bit(masks->signs, i);
		if (i < len && is_joined_capital(&v))
			set_bit(masks->capitals, i);
	}
	return !dirty;
}

typedef const unsigned char (*rows_of_bytes)[64];

/* What the bytes before a block of 64 mean for it: each shifted to the bits
 * that it concerns. */
struct carry {
	uint64_t lead, three, blank, inner, ending, joint;
};

static struct carry
carry_of(const char *text)
{
	unsigned char before = (unsigned char)text[-1];
	unsigned char before2 = (unsigned char)text[-2];

	return (struct carry){.lead = before >= 0xC2,
	    .three = (uint64_t)(before2 == 0xE1 || before2 == 0xE2) |
		     (uint64_t)(before == 0xE1 || before == 0xE2) << 1,
	    .blank = before == ' ',
	    .inner = before >= 'a' || (before >= '0' && before <= '9'),
	    .ending = may_end(before),
	    .joint = before == ' ' && may_end(before2)};
}

#define PARTS (64 / sizeof(VECTOR))
/* Loops that are not unrolled would keep the parts in memory. */
#define EACH_PART _Pragma("GCC unroll 8") for (unsigned i = 0; i < PARTS; i++)
#define INLINE VECTOR_TARGET static inline __attribute__((always_inline))
#define HIGH(b) VECTOR_NAME(high)(b)
#define IS(b, byte) VECTOR_NAME(is)(b, byte, all)
#define LEAST(b, byte) VECTOR_NAME(least)(b, byte, all)
#define WITHIN(b, low, high) VECTOR_NAME(within)(b, low, high, all)
#define AND(b, mask) VECTOR_NAME(keep)(b, mask, all)

#define VECTOR_BODY "scan_vector.h"
#include "vector_widths.h"

bool
scan_text_by(unsigned width, const char *text, size_t len,
    const struct scan_masks *masks)
{
	size_t last = SCAN_WORDS(len) - 1;
	uint64_t valid = (UINT64_C(1) << len % 64) - 1;
	unsigned char end = len > 0 ? (unsigned char)text[len - 1] : 0;
	bool clean;

	VECTOR_CALL(width, scan, (text, len, masks));
	masks->signs[last] &= valid;
	masks->capitals[last] &= valid;
	masks->dirty[last] &= valid;
	clean = true;
	for (size_t i = 0; i <= last; i++)
		clean &= masks->dirty[i] == 0;
	/* a character that the end cuts, told by bytes behind it */
	if (end >= 0xC2 ||
	    (len > 1 && ((unsigned char)text[len - 2] == 0xE1 ||
			    (unsigned char)text[len - 2] == 0xE2))) {
		set_bit(masks->dirty, len - 1);
		return false;
	}
	return clean;
}

bool
scan_text(const char *text, size_t len, const struct scan_masks *masks)
{
	return scan_text_by(vector_width(), text, len, masks);
}
