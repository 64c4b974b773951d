#include "sieve.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define BLOCK 16

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static unsigned
hash(const char *four)
{
	uint32_t bytes;

	memcpy(&bytes, four, 4);
	return (unsigned)(bytes * UINT32_C(0x9E3779B1) >> 20);
}

static void
set(uint64_t *bits, const char *four)
{
	unsigned h = hash(four);

	bits[h / 64] |= UINT64_C(1) << (h % 64);
}

bool
sieve_add_unit(struct sieve *sieve, struct str unit)
{
	if (unit.len > 4) {
		set(sieve->first, unit.data);
		set(sieve->second, unit.data + 1);
	} else if (unit.len == 4) {
		set(sieve->four, unit.data);
	} else if (unit.len > 0) {
		if (sieve->shorter_count == SIEVE_WORDS)
			return false;
		sieve->shorter[sieve->shorter_count++] = unit;
		sieve->short_starts[(unsigned char)unit.data[0]] = true;
	}
	return true;
}

static bool
has(const uint64_t *bits, const char *four)
{
	unsigned h = hash(four);

	return (bits[h / 64] >> (h % 64) & 1) != 0;
}

bool
sieve_add_trigger(struct sieve *sieve, struct str phrase)
{
	char first = phrase.len >= 8 ? phrase.data[0] : '\0';

	if (sieve->count == SIEVE_WORDS || first < 'a' || first > 'z')
		return false;
	if (memchr(sieve->letters, first, sieve->letter_count) == NULL) {
		if (sieve->letter_count == sizeof(sieve->letters))
			return false;
		sieve->letters[sieve->letter_count++] = first;
	}
	set(sieve->before, phrase.data);
	set(sieve->after, phrase.data + 4);
	sieve->triggers[sieve->count++] = phrase;
	return true;
}

static bool
is_short(const struct sieve *sieve, struct str s, size_t at)
{
	struct str rest = str_from_offset(s, at);

	for (size_t i = 0; i < sieve->shorter_count; i++) {
		struct str unit = sieve->shorter[i];

		char next;

		if (!str_starts(rest, unit))
			continue;
		/* no unit goes on as a word, but "kgvà" is a slip; "(" may
		 * begin the number again: "02 (hai) vụ" */
		if (unit.data[0] == '(')
			return true;
		next = unit.len < rest.len ? rest.data[unit.len] : ' ';
		if (next < 'a' || next > 'z' || next == 'v')
			return true;
	}
	return false;
}

/* Whether a unit may begin behind a number that ends at end. */
static bool
counts(const struct sieve *sieve, struct str s, size_t end)
{
	size_t at = end < s.len && s.data[end] == ' ' ? end + 1 : end;

	if (at >= s.len)
		return false;
	if (at + 4 <= s.len && has(sieve->four, s.data + at))
		return true;
	if (at + 5 <= s.len && has(sieve->first, s.data + at) &&
	    has(sieve->second, s.data + at + 1))
		return true;
	return sieve->short_starts[(unsigned char)s.data[at]] &&
	       is_short(sieve, s, at);
}

static bool
is_trigger(const struct sieve *sieve, struct str s, size_t at)
{
	struct str rest = str_from_offset(s, at);

	if (rest.len < 8 || !has(sieve->before, rest.data) ||
	    !has(sieve->after, rest.data + 4))
		return false;
	for (size_t i = 0; i < sieve->count; i++)
		if (str_starts(rest, sieve->triggers[i]))
			return true;
	return false;
}

/* The place that the byte at shows to be one, or SIZE_MAX. */
static size_t
look(const struct sieve *sieve, struct str s, size_t at)
{
	if (!is_digit(s.data[at]))
		return is_trigger(sieve, s, at) ? at : SIZE_MAX;
	if ((at + 1 < s.len && is_digit(s.data[at + 1])) ||
	    !counts(sieve, s, at + 1))
		return SIZE_MAX;
	/* groups before the last one are of no matter here */
	while (at > 0 && is_digit(s.data[at - 1]))
		at--;
	return at;
}

/*
 * Bit i: byte i of the block is a digit, or the first letter of a trigger with
 * no letter a to z in front of it.  The byte before the block is known unless
 * it is the first.
 */
static unsigned
mark(const struct sieve *sieve, const char *block, bool first)
{
#ifdef __SSE2__
	__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)block);
	__m128i before =
	    first ? _mm_slli_si128(bytes, 1)
		  : _mm_loadu_si128((const __m128i *)(const void *)(block - 1));
	__m128i from_a = _mm_sub_epi8(before, _mm_set1_epi8('a'));
	__m128i inside =
	    _mm_cmpeq_epi8(_mm_min_epu8(from_a, _mm_set1_epi8(25)), from_a);
	__m128i from_zero = _mm_sub_epi8(bytes, _mm_set1_epi8('0'));
	__m128i digits = _mm_cmpeq_epi8(
	    _mm_min_epu8(from_zero, _mm_set1_epi8(9)), from_zero);
	__m128i letters = _mm_setzero_si128();

	for (size_t i = 0; i < sieve->letter_count; i++)
		letters = _mm_or_si128(letters,
		    _mm_cmpeq_epi8(bytes, _mm_set1_epi8(sieve->letters[i])));
	return (unsigned)_mm_movemask_epi8(
	    _mm_or_si128(digits, _mm_andnot_si128(inside, letters)));
#else
	unsigned marked = 0;

	for (unsigned i = 0; i < BLOCK; i++) {
		char before = i > 0 || !first ? block[(int)i - 1] : ' ';

		if (is_digit(block[i]) || ((before < 'a' || before > 'z') &&
					      memchr(sieve->letters, block[i],
						  sieve->letter_count) != NULL))
			marked |= 1U << i;
	}
	return marked;
#endif
}

size_t
sieve_next(const struct sieve *sieve, struct str s, size_t from)
{
	for (size_t at = from; at < s.len; at += BLOCK) {
		char last[BLOCK + 1] = {0};
		unsigned marked;

		if (at + BLOCK <= s.len) {
			marked = mark(sieve, s.data + at, at == 0);
		} else {
			if (at > 0)
				last[0] = s.data[at - 1];
			memcpy(last + 1, s.data + at, s.len - at);
			marked = mark(sieve, last + 1, false);
		}
		for (; marked != 0; marked &= marked - 1) {
			size_t place = look(
			    sieve, s, at + (unsigned)__builtin_ctz(marked));

			if (place != SIZE_MAX && place >= from)
				return place;
		}
	}
	return SIZE_MAX;
}
