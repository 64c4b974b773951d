#include "sieve.h"

#include <stdlib.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define LONG 32  /* words this long are only compared by their beginning */
#define WINDOW 8 /* bytes of the second word that are looked at */
#define BLOCK 64 /* bytes that are classed at once */

struct sieve *
sieve_new(void)
{
	struct sieve *s = mem_resize(NULL, 1, sizeof(*s));

	memset(s, 0, sizeof(*s));
	return s;
}

void
sieve_free(struct sieve *s)
{
	free(s);
}

/* Hash of a word by its first eight bytes (the rest zero) and its length. */
static uint64_t
hash_of(uint64_t bytes, size_t len)
{
	return (bytes + len) * UINT64_C(0x9E3779B97F4A7C15);
}

static uint64_t
bytes_of(const char *word, size_t len)
{
	uint64_t bytes = 0;

	memcpy(&bytes, word, len < 8 ? len : 8);
	return bytes;
}

/* Hash of a word's hash and the first bytes of the word behind it. */
static uint64_t
pair_hash(uint64_t first, uint64_t second)
{
	return (first ^ second) * UINT64_C(0xD6E8FEB86659FD93);
}

static void
set(uint64_t *bits, uint64_t hash)
{
	hash >>= 64 - SIEVE_BITS;
	bits[hash >> 6] |= UINT64_C(1) << (hash & 63);
}

static bool
has(const uint64_t *bits, uint64_t hash)
{
	hash >>= 64 - SIEVE_BITS;
	return (bits[hash >> 6] >> (hash & 63) & 1) != 0;
}

void
sieve_add(struct sieve *s, struct str first, struct str second)
{
	uint64_t hash = hash_of(bytes_of(first.data, first.len),
	    first.len < LONG ? first.len : LONG);

	set(s->first, hash);
	if (second.len == 0)
		set(s->alone, hash);
	else
		set(s->pairs,
		    pair_hash(hash, bytes_of(second.data, second.len)));
}

/* Bits of the bytes of a block: bit 0 is the first byte. */
struct classes {
	uint64_t word; /* letters, digits, all beyond ASCII */
	uint64_t digit;
	uint64_t lead_2, lead_3; /* of signs beyond ASCII, two or three bytes */
};

#ifdef __SSE2__
static uint64_t
in_range(__m128i x, char low, char count)
{
	__m128i y = _mm_sub_epi8(x, _mm_set1_epi8(low));

	return (uint64_t)_mm_movemask_epi8(
	    _mm_cmpeq_epi8(_mm_min_epu8(y, _mm_set1_epi8(count)), y));
}

static void
class_bytes(const char *p, struct classes *c)
{
	*c = (struct classes){0};
	for (int i = 0; i < BLOCK; i += 16) {
		__m128i x = _mm_loadu_si128((const __m128i *)(p + i));
		uint64_t digit = in_range(x, '0', 9);

		c->digit |= digit << i;
		c->word |=
		    (digit | (uint64_t)_mm_movemask_epi8(x) |
			in_range(_mm_or_si128(x, _mm_set1_epi8(0x20)), 'a', 25))
		    << i;
		c->lead_2 |= in_range(x, (char)0xC2, 0) << i;
		c->lead_3 |= in_range(x, (char)0xE2, 0) << i;
	}
}
#else
static void
class_bytes(const char *p, struct classes *c)
{
	*c = (struct classes){0};
	for (int i = 0; i < BLOCK; i++) {
		unsigned char x = (unsigned char)p[i];
		bool digit = x >= '0' && x <= '9';
		bool word = digit || x >= 0x80 ||
			    ((x | 0x20) >= 'a' && (x | 0x20) <= 'z');

		c->digit |= (uint64_t)digit << i;
		c->word |= (uint64_t)word << i;
		c->lead_2 |= (uint64_t)(x == 0xC2) << i;
		c->lead_3 |= (uint64_t)(x == 0xE2) << i;
	}
}
#endif

/* A place in a text whose bytes are classed block by block. */
struct scan {
	struct str text;
	size_t block; /* where the block begins */
	uint64_t word, digit;
	uint64_t starts; /* of words, not yet looked at */
	/* what the block before leaves: its last byte's class, signs' ends */
	uint64_t last_word, last_digit, sign;
};

static void
class_block(struct scan *scan, size_t block)
{
	char rest[BLOCK] = {0};
	const char *p = scan->text.data + block;
	struct classes c;
	uint64_t signs;

	if (scan->text.len - block < BLOCK) {
		memcpy(rest, p, scan->text.len - block);
		p = rest;
	}
	class_bytes(p, &c);
	signs = c.lead_2 | c.lead_2 << 1 | c.lead_3 | c.lead_3 << 1 |
		c.lead_3 << 2 | scan->sign;
	scan->sign = c.lead_2 >> 63 | c.lead_3 >> 63 | c.lead_3 >> 62;
	scan->sign |= (c.lead_3 >> 63) << 1;
	scan->block = block;
	scan->word = c.word & ~signs;
	scan->digit = c.digit;
	/* behind a sign or a blank, and a letter behind a digit */
	scan->starts =
	    scan->word & (~(scan->word << 1 | scan->last_word) |
			     (~c.digit & (c.digit << 1 | scan->last_digit)));
	scan->last_word = scan->word >> 63;
	scan->last_digit = c.digit >> 63;
}

static bool
is_word_byte(const char *p)
{
	unsigned char c = (unsigned char)*p;

	return (c >= '0' && c <= '9') ||
	       ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
	       (c >= 0x80 && c != 0xC2 && c != 0xE2);
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Length of the word that begins at a place, as words_next() cuts; LONG if it
 * is longer. */
static size_t
word_length(const struct scan *scan, size_t at)
{
	const char *p = scan->text.data;
	size_t bit = at - scan->block, end = at;
	size_t most = scan->text.len - at < LONG ? scan->text.len : at + LONG;
	uint64_t rest = ~scan->word >> bit;

	if (is_digit(p[at])) {
		while (end < most && is_digit(p[end]))
			end++;
		return end - at;
	}
	if (rest != 0) {
		size_t len = (size_t)__builtin_ctzll(rest);

		return len < LONG ? len : LONG;
	}
	end = scan->block + BLOCK;
	while (end < most && is_word_byte(p + end))
		end++;
	return end < most ? end - at : most - at;
}

/* bytes_of() a word of a text, by one load where that stays inside it. */
static uint64_t
load(struct str text, size_t at, size_t len)
{
	uint64_t bytes;

	if (text.len - at < 8)
		return bytes_of(text.data + at, len);
	memcpy(&bytes, text.data + at, 8);
	return len < 8 ? bytes & ((UINT64_C(1) << len * 8) - 1) : bytes;
}

/* The sign or word at a place as the second of a phrase; 0: it is neither, but
 * a quote, a blank, or a word that goes on into another block. */
static size_t
second_length(const struct scan *scan, size_t at)
{
	const char *p = scan->text.data + at;

	if (at + WINDOW >= scan->block + BLOCK || at >= scan->text.len)
		return 0;
	if (is_word_byte(p))
		return word_length(scan, at);
	return (unsigned char)*p < 0x80 && strchr(" \"'`", *p) == NULL;
}

/* Whether what follows a phrase's first word may be its second. */
static bool
goes_on(
    const struct sieve *s, const struct scan *scan, uint64_t hash, size_t end)
{
	struct str text = scan->text;
	size_t at = end < text.len && text.data[end] == ' ' ? end + 1 : end;
	size_t len = second_length(scan, at);

	if (at >= text.len)
		return false;
	/* where that is not plain to see, let the lexicon look */
	return len == 0 || (at == end && is_word_byte(text.data + at)) ||
	       has(s->pairs, pair_hash(hash, load(text, at, len)));
}

static bool
is_candidate(const struct sieve *s, const struct scan *scan, size_t at)
{
	size_t len = word_length(scan, at);
	uint64_t hash = hash_of(load(scan->text, at, len), len);

	return has(s->first, hash) &&
	       (has(s->alone, hash) || goes_on(s, scan, hash, at + len));
}

bool
sieve_any(const struct sieve *s, struct str text,
    bool (*confirm)(void *context, struct str text, size_t at), void *context)
{
	struct scan scan = {.text = text};

	for (size_t block = 0; block < text.len; block += BLOCK) {
		class_block(&scan, block);
		while (scan.starts != 0) {
			size_t at =
			    block + (size_t)__builtin_ctzll(scan.starts);

			scan.starts &= scan.starts - 1;
			if (is_candidate(s, &scan, at) &&
			    confirm(context, text, at))
				return true;
		}
	}
	return false;
}
