#include "split.h"

#include <stdlib.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define BLOCK 64 /* bytes that are classed at once */
#define BEHIND 2 /* that are looked at behind a block */

/* Bits of the bytes of a block: bit 0 is the first byte. */
struct classes {
	uint64_t word; /* letters, digits, all beyond ASCII */
	uint64_t digit;
	uint64_t blank; /* blanks and quotes of ASCII */
	/* first bytes of signs beyond ASCII, of two and three bytes; quotes
	 * among them */
	uint64_t lead_2, lead_3, quote;
};

#ifdef __SSE2__
static __m128i
load(const char *p)
{
	return _mm_loadu_si128((const __m128i *)p);
}

static __m128i
is(__m128i x, char byte)
{
	return _mm_cmpeq_epi8(x, _mm_set1_epi8(byte));
}

static __m128i
in_range(__m128i x, char low, char count)
{
	__m128i y = _mm_sub_epi8(x, _mm_set1_epi8(low));

	return _mm_cmpeq_epi8(_mm_min_epu8(y, _mm_set1_epi8(count)), y);
}

static uint64_t
bits(__m128i x)
{
	return (uint64_t)_mm_movemask_epi8(x);
}

static uint64_t
class_quotes(const char *p)
{
	uint64_t quote = 0;

	for (int i = 0; i < BLOCK; i += 16) {
		__m128i x = load(p + i), x1 = load(p + i + 1);
		__m128i two = _mm_and_si128(is(x, (char)0xC2),
		    _mm_or_si128(is(x1, (char)0xAB), is(x1, (char)0xBB)));
		__m128i three = _mm_and_si128(
		    _mm_and_si128(is(x, (char)0xE2), is(x1, (char)0x80)),
		    in_range(load(p + i + 2), (char)0x98, 7));

		quote |= bits(_mm_or_si128(two, three)) << i;
	}
	return quote;
}

static void
class_bytes(const char *p, struct classes *c)
{
	*c = (struct classes){0};
	for (int i = 0; i < BLOCK; i += 16) {
		__m128i x = load(p + i);
		__m128i digit = in_range(x, '0', 9);
		__m128i letter =
		    in_range(_mm_or_si128(x, _mm_set1_epi8(0x20)), 'a', 25);
		__m128i blank =
		    _mm_or_si128(_mm_or_si128(is(x, ' '), is(x, '"')),
			_mm_or_si128(is(x, '\''), is(x, '`')));

		c->digit |= bits(digit) << i;
		/* the highest bit tells what is beyond ASCII */
		c->word |= bits(_mm_or_si128(_mm_or_si128(digit, letter), x))
			   << i;
		c->blank |= bits(blank) << i;
		c->lead_2 |= bits(is(x, (char)0xC2)) << i;
		c->lead_3 |= bits(is(x, (char)0xE2)) << i;
	}
	if ((c->lead_2 | c->lead_3) != 0)
		c->quote = class_quotes(p);
}
#else
static void
class_bytes(const char *p, struct classes *c)
{
	const unsigned char *b = (const unsigned char *)p;

	*c = (struct classes){0};
	for (int i = 0; i < BLOCK; i++) {
		unsigned char x = b[i];
		bool digit = x >= '0' && x <= '9';
		bool word = digit || x >= 0x80 ||
			    ((x | 0x20) >= 'a' && (x | 0x20) <= 'z');
		bool blank = x == ' ' || x == '"' || x == '\'' || x == '`';
		bool quote =
		    (x == 0xC2 && (b[i + 1] == 0xAB || b[i + 1] == 0xBB)) ||
		    (x == 0xE2 && b[i + 1] == 0x80 && b[i + 2] >= 0x98 &&
			b[i + 2] <= 0x9F);

		c->digit |= (uint64_t)digit << i;
		c->word |= (uint64_t)word << i;
		c->blank |= (uint64_t)blank << i;
		c->lead_2 |= (uint64_t)(x == 0xC2) << i;
		c->lead_3 |= (uint64_t)(x == 0xE2) << i;
		c->quote |= (uint64_t)quote << i;
	}
}
#endif

/* What a block leaves to the next: bits that fall off its end. */
struct carry {
	uint64_t word;  /* its last byte is of a word */
	uint64_t digit; /* of digits that a word begins with */
	uint64_t sign;  /* bytes that belong to a sign */
	uint64_t end;   /* places behind a sign */
};

/* Where words begin, and the places behind them. */
struct edges {
	uint64_t starts, ends;
};

/*
 * A word is a run of word bytes; digits that it begins with are a word of
 * their own ("12kg").  A sum carries from the first digit of such a run to the
 * place behind the last.
 */
static void
word_edges(struct edges *e, uint64_t word, uint64_t digit, struct carry *carry)
{
	uint64_t before = word << 1 | carry->word;
	uint64_t start = word & ~before;
	uint64_t first = start & digit, sum = digit + first, behind;

	behind = (sum + carry->digit) & ~digit & word;
	carry->digit = sum < first || sum + carry->digit < sum;
	carry->word = word >> 63;
	e->starts |= start | behind;
	e->ends |= (~word & before) | behind;
}

/* Signs beyond ASCII; *sign: their bytes. */
static void
long_sign_edges(struct edges *e, const struct classes *c, uint64_t *sign,
    struct carry *carry)
{
	uint64_t two = c->lead_2 & ~c->quote, three = c->lead_3 & ~c->quote;

	*sign = c->lead_2 | c->lead_2 << 1 | c->lead_3 | c->lead_3 << 1 |
		c->lead_3 << 2 | carry->sign;
	carry->sign = c->lead_2 >> 63 | c->lead_3 >> 63 | c->lead_3 >> 62;
	carry->sign |= c->lead_3 >> 63 << 1;
	e->starts |= two | three;
	e->ends |= two << 2 | three << 3 | carry->end;
	carry->end = two >> 62 | three >> 61;
}

static struct edges
find_edges(const struct classes *c, struct carry *carry)
{
	struct edges e = {0, 0};
	uint64_t sign, one;

	long_sign_edges(&e, c, &sign, carry);
	one = ~(c->word | c->blank | sign);
	e.starts |= one;
	e.ends |= one << 1;
	carry->end |= one >> 63;
	word_edges(&e, c->word & ~sign, c->digit & ~sign, carry);
	return e;
}

/* The bytes of a block and those behind it, in place or as a copy that has
 * blanks behind the text. */
static const char *
block_bytes(struct str text, size_t block, char copy[BLOCK + BEHIND])
{
	size_t left = text.len - block;

	if (left >= BLOCK + BEHIND)
		return text.data + block;
	memset(copy, ' ', BLOCK + BEHIND);
	if (left > 0)
		memcpy(copy, text.data + block, left);
	return copy;
}

/* Where words begin and end; their number. */
static size_t
find_places(struct token *items, struct str text)
{
	char copy[BLOCK + BEHIND];
	struct carry carry = {0};
	size_t started = 0, ended = 0;

	/* a word that ends with the text ends at the blank behind it */
	for (size_t block = 0; block <= text.len; block += BLOCK) {
		struct classes c;
		struct edges e;

		class_bytes(block_bytes(text, block, copy), &c);
		e = find_edges(&c, &carry);
		for (; e.starts != 0; e.starts &= e.starts - 1)
			items[started++].start =
			    block + (size_t)__builtin_ctzll(e.starts);
		for (; e.ends != 0; e.ends &= e.ends - 1)
			items[ended++].end =
			    block + (size_t)__builtin_ctzll(e.ends);
	}
	/* a sign that the text cuts off */
	while (ended < started)
		items[ended++].end = text.len;
	if (started > 0 && items[started - 1].end > text.len)
		items[started - 1].end = text.len;
	return started;
}

void
split_text(struct split *s, struct str text)
{
	if (s->cap < text.len + SPLIT_SPARE) {
		s->cap = text.len * 2 + 256;
		s->items = mem_resize(s->items, s->cap, sizeof(*s->items));
	}
	s->text = text;
	s->count = find_places(s->items, text);
	for (size_t i = 0; i < s->count; i++)
		s->items[i].head = str_head(text, s->items[i].start,
		    s->items[i].end - s->items[i].start);
	for (size_t i = 0; i < SPLIT_SPARE; i++)
		s->items[s->count + i] = (struct token){0, text.len, text.len};
}

void
split_free(struct split *s)
{
	free(s->items);
}
