#include "sieve.h"

#include <stdlib.h>

#include "number.h"
#include "scan.h"
#include "vector.h"

/* Bytes that are marked at once, and how far behind its first byte the second
 * one of a pin stands. */
#define BLOCK 64
#define AHEAD 4

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
	uint8_t *first;

	if (unit.len > 4) {
		set(sieve->first, unit.data);
		set(sieve->second, unit.data + 1);
	} else if (unit.len == 4) {
		set(sieve->four, unit.data);
	} else if (unit.len > 0) {
		if (sieve->shorter_count == SIEVE_SHORT)
			return false;
		first = &sieve->short_starts[(unsigned char)unit.data[0]];
		sieve->short_next[sieve->shorter_count] = *first;
		sieve->shorter[sieve->shorter_count++] = unit;
		*first = (uint8_t)sieve->shorter_count;
	}
	return true;
}

static bool
has(const uint64_t *bits, const char *four)
{
	unsigned h = hash(four);

	return (bits[h / 64] >> (h % 64) & 1) != 0;
}

/* A pin for the trigger, if none of the others does. */
static bool
pin(struct sieve *sieve, struct str phrase)
{
	unsigned char first = (unsigned char)phrase.data[0];
	unsigned char second = (unsigned char)phrase.data[AHEAD];
	struct sieve_pin *new = &sieve->pins[sieve->pin_count];

	for (size_t i = 0; i < sieve->pin_count; i++)
		if (sieve->pins[i].first[0] == first &&
		    sieve->pins[i].second[0] == second)
			return true;
	if (sieve->pin_count == SIEVE_PINS)
		return false;
	memset(new->first, first, sizeof(new->first));
	memset(new->second, second, sizeof(new->second));
	sieve->pin_count++;
	return true;
}

bool
sieve_add_trigger(struct sieve *sieve, struct str phrase)
{
	if (sieve->count == SIEVE_WORDS || phrase.len < 8 ||
	    str_is_digit(phrase.data[0]) || !pin(sieve, phrase))
		return false;
	set(sieve->before, phrase.data);
	set(sieve->after, phrase.data + 4);
	sieve->triggers[sieve->count++] = phrase;
	return true;
}

void
sieve_free(struct sieve *sieve)
{
	free(sieve->marks);
}

/* Whether a word goes on with a letter that the grammar takes for one, too; but
 * "kgvà" is a slip. */
static bool
goes_on(struct str s)
{
	unsigned char c = s.len > 0 ? (unsigned char)s.data[0] : ' ';
	unsigned char next = s.len > 1 ? (unsigned char)s.data[1] : ' ';

	switch (c) {
	case 0xC3:
		return next >= 0x9F && next != 0xB7;
	case 0xC4:
	case 0xC5:
	case 0xC6:
		return true;
	case 0xE1:
		return next >= 0xB8 && next <= 0xBB;
	default:
		return c >= 'a' && c <= 'z' && c != 'v';
	}
}

static bool
is_short(const struct sieve *sieve, struct str s, size_t at)
{
	struct str rest = str_from_offset(s, at);
	uint8_t i = sieve->short_starts[(unsigned char)s.data[at]];

	for (; i > 0; i = sieve->short_next[i - 1]) {
		struct str unit = sieve->shorter[i - 1];

		if (!str_starts(rest, unit))
			continue;
		/* "(" may begin the number again: "02 (hai) vụ" */
		if (unit.data[0] == '(' ||
		    !goes_on(str_from_offset(rest, unit.len)))
			return true;
	}
	return false;
}

/* Behind the mark that opens "24 “con bạc”", if there is one. */
static size_t
skip_quote(struct str s, size_t at)
{
	struct str wide = STR("“");

	if (s.data[at] == '"')
		return at + 1;
	return s.data[at] == wide.data[0] &&
		       str_starts(str_from_offset(s, at), wide)
		   ? at + wide.len
		   : at;
}

/* Whether a unit may begin behind a number that ends at end. */
static bool
counts(const struct sieve *sieve, struct str s, size_t end)
{
	size_t at = end < s.len && s.data[end] == ' ' ? end + 1 : end;

	if (at >= s.len)
		return false;
	at = skip_quote(s, at);
	if (at >= s.len)
		return false;
	if (at + 4 <= s.len && has(sieve->four, s.data + at))
		return true;
	if (at + 5 <= s.len && has(sieve->first, s.data + at) &&
	    has(sieve->second, s.data + at + 1))
		return true;
	return is_short(sieve, s, at);
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

/* The place that the marked byte at shows to be one, or SIZE_MAX. */
static size_t
look(const struct sieve *sieve, struct str s, size_t at)
{
	if (!str_is_digit(s.data[at]))
		return is_trigger(sieve, s, at) ? at : SIZE_MAX;
	if (!counts(sieve, s, at + 1))
		return SIZE_MAX;
	/* groups before the last one are of no matter here */
	return str_digits_start(s, at);
}

#define VECTOR_BODY "tools/extract-targets/sieve_vector.h"
#include "vector_widths.h"

void
sieve_mark_by(unsigned width, struct sieve *sieve, struct str s)
{
	size_t words = SCAN_WORDS(s.len);

	sieve->marks =
	    mem_room(sieve->marks, words, &sieve->cap, sizeof(*sieve->marks));
	sieve->marks[words - 1] = 0;
	VECTOR_CALL(width, mark, (sieve, s, sieve->marks));
}

void
sieve_mark(struct sieve *sieve, struct str s)
{
	sieve_mark_by(vector_width(), sieve, s);
}

size_t
sieve_next(const struct sieve *sieve, struct str s, size_t from)
{
	size_t at = scan_next(sieve->marks, s.len, from);

	for (; at < s.len; at = scan_next(sieve->marks, s.len, at + 1)) {
		size_t place = look(sieve, s, at);

		if (place != SIZE_MAX && place >= from)
			return place;
	}
	return SIZE_MAX;
}

/* Behind what joins two numbers; at if nothing does. */
static size_t
skip_joiner(struct str s, size_t at)
{
	static const struct str words[] = {STR_INIT("đến "), STR_INIT("tới "),
	    STR_INIT("cho đến "), STR_INIT("cho tới "), STR_INIT("-"),
	    STR_INIT("/"), STR_INIT("–"), STR_INIT("—"), STR_INIT("÷")};
	size_t start = at < s.len && s.data[at] == ' ' ? at + 1 : at;
	struct str rest = str_from_offset(s, start);

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t end = start + words[i].len;

		if (rest.len == 0 || rest.data[0] != words[i].data[0] ||
		    !str_starts(rest, words[i]))
			continue;
		return end < s.len && s.data[end] == ' ' ? end + 1 : end;
	}
	return at;
}

bool
sieve_may_begin(const struct sieve *sieve, struct str s, size_t at)
{
	size_t end, second;

	if (!str_is_digit(s.data[at]))
		return is_trigger(sieve, s, at);
	end = number_end(s, at);
	if (counts(sieve, s, end))
		return true;
	second = skip_joiner(s, end);
	return second > end && str_digit_at(s, second) &&
	       counts(sieve, s, number_end(s, second));
}
