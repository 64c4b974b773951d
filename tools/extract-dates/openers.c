#include "openers.h"

#include <string.h>

static bool
is_digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

/* Letters beyond ASCII begin with other bytes than quotes and dashes do. */
static bool
is_letter(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 0x80 && c != 0xC2 && c != 0xE2);
}

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* The highest bit of the bytes that are no letters, right up to the first. */
static uint64_t
others(uint64_t bytes)
{
	uint64_t low = bytes & EACH(0x7F);
	uint64_t small = (low + EACH(0x80 - 'a')) & ~(low + EACH(0x7F - 'z'));
	/* zero where there is one */
	uint64_t sign = (bytes | EACH(0x20)) ^ EACH(0xE2);
	uint64_t no_sign = ~((sign - EACH(1)) & ~sign);

	return ~((small & ~bytes) | (bytes & no_sign)) & EACH(0x80);
}

/* The end of the word whose first eight bytes are letters. */
static size_t
long_end(struct str s, size_t at)
{
	while (at < s.len && is_letter((unsigned char)s.data[at]))
		at++;
	return at;
}

/* The first eight bytes of the word at a place, and its length; a number is
 * the word "0" whatever its length. */
static uint64_t
word_at(struct str s, size_t at, size_t *len)
{
	uint64_t word, ends;
	size_t end = at;

	if (at < s.len && is_digit((unsigned char)s.data[at])) {
		while (end < s.len && is_digit((unsigned char)s.data[end]))
			end++;
		*len = end - at;
		return '0';
	}
	word = str_head(s, at, at < s.len ? s.len - at : 0);
	ends = others(word);
	if (ends == 0) {
		*len = long_end(s, at + 8) - at;
		return word;
	}
	*len = (size_t)__builtin_ctzll(ends) / 8;
	return word & str_head_mask(*len);
}

static void
set(uint64_t *bits, uint64_t hash)
{
	hash >>= 64 - OPENER_BITS;
	bits[hash >> 6] |= UINT64_C(1) << (hash & 63);
}

/* The slot of a word, or the empty one where it belongs. */
static size_t
slot_of(const struct openers *o, uint64_t word)
{
	size_t slot = (size_t)(openers_hash(word) >> 32) % OPENER_SLOTS;

	while (o->slots[slot].word != 0 && o->slots[slot].word != word)
		slot = (slot + 1) % OPENER_SLOTS;
	return slot;
}

bool
openers_add(struct openers *o, int class, struct str first, struct str seconds)
{
	size_t len, at = 0;
	uint64_t word = word_at(first, 0, &len);
	size_t slot = slot_of(o, word);

	if (o->slots[slot].word == 0) {
		if (++o->count == OPENER_SLOTS || word == 0)
			return false;
		o->glances[openers_hash(word == '0' ? 0 : word) >>
			   (64 - OPENER_GLANCE_BITS)] = true;
		o->slots[slot].word = word;
		o->slots[slot].class = class;
	}
	while (at < seconds.len) {
		if (seconds.data[at] == '*')
			set(o->alone, openers_hash(word));
		else
			set(o->pairs,
			    openers_pair(word, word_at(seconds, at, &len)));
		at = str_find(seconds, STR(" "), at) + 1;
	}
	return true;
}

int
openers_class(const struct openers *o, struct str s, size_t at)
{
	size_t len;

	return o->slots[slot_of(o, word_at(s, at, &len))].class;
}

bool
openers_before_word(struct str s, size_t at)
{
	size_t len;
	unsigned char c, next;

	word_at(s, at, &len);
	at += len;
	if (at + 1 >= s.len)
		return at < s.len && is_letter((unsigned char)s.data[at]);
	c = (unsigned char)s.data[at];
	next = (unsigned char)s.data[at + 1];
	return is_letter(c) || (c == ' ' && is_letter(next));
}

/* Whether what stands behind "1.213" or "2,5" can make it a time; at is right
 * behind the sign. */
static bool
may_follow_group(const struct openers *o, struct str s, size_t at)
{
	size_t len, unused;
	char sign = s.data[at - 1];
	unsigned char c;

	word_at(s, at, &len);
	/* 4.2017, 15.12 */
	if (sign == '.' && len != 3)
		return true;
	at += len;
	if (at >= s.len)
		return sign == ',' && len != 3;
	c = (unsigned char)s.data[at];
	if (c == ' ' && at + 1 < s.len &&
	    is_letter((unsigned char)s.data[at + 1]))
		return openers_test(
		    o->pairs, openers_pair('0', word_at(s, at + 1, &unused)));
	if (len != 3)
		return c != '%';
	return c == ' ' || c == '-' || c == 0xE2 || is_letter(c);
}

/* What stands behind a number: the rest of a day, a unit, a list. */
static bool
may_follow_number(const struct openers *o, struct str s, size_t end)
{
	unsigned char c = (unsigned char)s.data[end];
	unsigned char next =
	    end + 1 < s.len ? (unsigned char)s.data[end + 1] : 0;
	unsigned char further =
	    end + 2 < s.len ? (unsigned char)s.data[end + 2] : 0;
	size_t len;

	if (c != ',' && c != '.')
		return c == ' ' || c == '/' || c == '-' || c == ':' ||
		       is_letter(c) || c == 0xE2;
	if (is_digit(next))
		return may_follow_group(o, s, end + 1);
	/* "ngày 15, tháng 12", "đêm 4, rạng sáng 5/3", "5. 3. 2017" */
	return is_letter(next) ||
	       (next == ' ' &&
		   (is_digit(further) ||
		       openers_test(o->pairs,
			   openers_pair('0', word_at(s, end + 2, &len)))));
}

static bool
may_follow(const struct openers *o, struct str s, size_t end, uint64_t word)
{
	unsigned char c, next;
	size_t len;

	if (end >= s.len)
		return false;
	c = (unsigned char)s.data[end];
	next = end + 1 < s.len ? (unsigned char)s.data[end + 1] : 0;
	if (c == ' ' && (is_digit(next) || is_letter(next)))
		return openers_test(
		    o->pairs, openers_pair(word, word_at(s, end + 1, &len)));
	if (word == '0')
		return may_follow_number(o, s, end);
	return c == ' ' || c == '-' || c == '(' || c == 0xE2 || is_digit(c);
}

/* 1000 to 2199: a year by itself */
static bool
is_year(struct str s, size_t at, size_t len)
{
	return len == 4 && (s.data[at] == '1' || s.data[at] == '2');
}

bool
openers_may(const struct openers *o, struct str s, size_t at)
{
	uint64_t word;
	size_t len;

	word = word_at(s, at, &len);
	if (word != o->slots[slot_of(o, word)].word)
		return false;
	if (openers_test(o->alone, openers_hash(word)))
		return true;
	if (word == '0' && is_year(s, at, len))
		return true;
	return may_follow(o, s, at + len, word);
}
