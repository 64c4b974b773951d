#include "openers.h"

#include <string.h>

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

	if (str_digit_at(s, at)) {
		*len = str_digits_end(s, at) - at;
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

/* The hash of a word and the one behind it; never 0. */
static uint64_t
pair_of(uint64_t first, uint64_t second)
{
	return openers_hash(openers_hash(first) ^ second) | 1;
}

/* The slot of a pair, or the empty one where it belongs. */
static size_t
slot_of(const struct openers *o, uint64_t pair)
{
	size_t slot = pair >> 32 & (OPENER_SLOTS - 1);

	while (o->pairs[slot] != 0 && o->pairs[slot] != pair)
		slot = (slot + 1) & (OPENER_SLOTS - 1);
	return slot;
}

static unsigned char
class_of(const struct openers *o, uint64_t first, uint64_t second)
{
	return o->classes[slot_of(o, pair_of(first, second))];
}

/* A byte of a string, 0 behind its end. */
static unsigned char
byte_at(struct str s, size_t at)
{
	return at < s.len ? (unsigned char)s.data[at] : 0;
}

/* A number with a slash behind it. */
#define SLASHED ('0' | '/' << 8)

/* The word at a place, or the sign, or a number and its slash. */
static uint64_t
second_at(struct str s, size_t at)
{
	size_t len;
	uint64_t word = word_at(s, at, &len);

	if (word == '0')
		return byte_at(s, at + len) == '/' ? SLASHED : '0';
	if (len > 0)
		return word;
	return byte_at(s, at) == 0xE2 ? '-' : byte_at(s, at);
}

void
openers_init(struct openers *o)
{
	*o = (struct openers){0};
	for (unsigned letters = 0; letters < 256; letters++)
		o->heads[letters] =
		    str_head_mask((size_t)__builtin_ctz(~letters | 1U << 8));
}

static bool
add_pair(struct openers *o, unsigned char class, uint64_t pair)
{
	size_t slot = slot_of(o, pair);

	if (o->pairs[slot] == pair) {
		if (o->classes[slot] != class)
			o->classes[slot] = OPENER_ANY;
		return true;
	}
	if (++o->count > OPENER_SLOTS / 2)
		return false;
	o->pairs[slot] = pair;
	o->classes[slot] = class;
	return true;
}

bool
openers_add(struct openers *o, unsigned char class, struct str first,
    struct str seconds)
{
	size_t len, at = 0;
	uint64_t word = word_at(first, 0, &len);
	bool good = true;

	o->glances[openers_glance_of(word == '0' ? 0 : word)] = true;
	while (at < seconds.len) {
		good &=
		    add_pair(o, class, pair_of(word, second_at(seconds, at)));
		at = str_find(seconds, STR(" "), at) + 1;
	}
	return good;
}

/* The class of a number and the word at a place. */
static unsigned char
before_word(const struct openers *o, struct str s, size_t at)
{
	size_t len;

	return class_of(o, '0', word_at(s, at, &len));
}

/* The value of a number of one or two digits; others are above all days. */
static unsigned
small_number(struct str s, size_t at, size_t len)
{
	if (len > 2)
		return 100;
	if (len == 1)
		return (unsigned)(s.data[at] - '0');
	return (unsigned)(s.data[at] - '0') * 10 +
	       (unsigned)(s.data[at + 1] - '0');
}

/* The length of the dash at a place; 0: there is none. */
static size_t
dash_len(struct str s, size_t at)
{
	if (byte_at(s, at) == '-')
		return 1;
	if (byte_at(s, at) != 0xE2)
		return 0;
	if (byte_at(s, at + 1) == 0x80 && byte_at(s, at + 2) >= 0x90 &&
	    byte_at(s, at + 2) <= 0x95)
		return 3;
	/* minus */
	return byte_at(s, at + 1) == 0x88 && byte_at(s, at + 2) == 0x92 ? 3 : 0;
}

/* Whether what stands behind "1.213" or "2,5" can make it a time; at is right
 * behind the sign; day: the number before it can be a day's. */
static bool
may_follow_group(const struct openers *o, struct str s, size_t at, bool day)
{
	size_t more;
	unsigned char c;
	bool days;

	word_at(s, at, &more);
	days = day && (more == 4 || small_number(s, at, more) <= 31);
	/* 4.2017, 15.12 */
	if (days && s.data[at - 1] == '.')
		return true;
	at += more;
	at += byte_at(s, at) == ' ';
	c = byte_at(s, at);
	if (is_letter(c))
		return before_word(o, s, at) != OPENER_NONE;
	return dash_len(s, at) > 0 ||
	       (days && (c == '/' || c == '.' || c == ','));
}

/* Whether it is the word of a number that begins at a place. */
static bool
may_be_number(const struct openers *o, struct str s, size_t at)
{
	size_t len;

	return o->glances[openers_glance_of(word_at(s, at, &len))];
}

/* Whether a number of len digits that ends before the sign at a place can be
 * the first of a time. */
static bool
may_stand_before(
    const struct openers *o, struct str s, size_t at, size_t len, bool day)
{
	char sign = s.data[at];
	size_t dash = dash_len(s, at);
	unsigned char next = byte_at(s, at + 1);

	if (dash > 0) {
		at += dash;
		at += byte_at(s, at) == ' ';
		return str_digit_at(s, at) || may_be_number(o, s, at) ||
		       before_word(o, s, at) != OPENER_NONE;
	}
	/* "06 (sáu) tháng" */
	if (sign == '(')
		return may_be_number(o, s, at + 1);
	/* "mùa giải 2021/22" */
	if (sign == '/' && len == 4)
		return str_digit_at(s, at + 1);
	if (sign == '/' || sign == ':')
		return len <= 2;
	if (sign == '&')
		return str_digit_at(s, at + 2);
	if (sign != ',' && sign != '.')
		return false;
	if (str_digit_at(s, at + 1))
		return may_follow_group(o, s, at + 1, day);
	/* "ngày 15, tháng 12", "đêm 4, rạng sáng 5/3", "5. 3. 2017" */
	return is_letter(next) ||
	       (next == ' ' && (str_digit_at(s, at + 2) ||
				   before_word(o, s, at + 2) != OPENER_NONE));
}

/* 1000 to 2199: a year by itself */
static bool
is_year(struct str s, size_t at, size_t len)
{
	return len == 4 && (s.data[at] == '1' || s.data[at] == '2');
}

/* The sign that openers_add() knows one by: a comma inside a number is a
 * point. */
static uint64_t
sign_of(struct str s, size_t at)
{
	if (s.data[at] == ',' && str_digit_at(s, at + 1))
		return '.';
	return second_at(s, at);
}

static unsigned char
number_class(const struct openers *o, struct str s, size_t at, size_t len)
{
	bool day = small_number(s, at, len) <= 31;
	size_t end = at + len;
	unsigned char class = OPENER_NONE;
	unsigned char sign = byte_at(s, end);

	if (sign == ' ')
		sign = byte_at(s, ++end);
	if (is_letter(sign))
		class = before_word(o, s, end);
	else if (sign != 0 && may_stand_before(o, s, end, len, day))
		class = class_of(o, '0', sign_of(s, end));
	if (class == OPENER_NONE && is_year(s, at, len))
		class = class_of(o, '0', '0');
	return class;
}

unsigned char
openers_class(const struct openers *o, struct str s, size_t at, bool behind)
{
	size_t len;
	uint64_t word = word_at(s, at, &len), second;
	unsigned char class;

	if (word == '0')
		return number_class(o, s, at, len);
	at += len;
	/* a blank apart or not */
	second = second_at(s, byte_at(s, at) == ' ' ? at + 1 : at);
	class = class_of(o, word, second);
	if (class == OPENER_NONE && second == SLASHED)
		class = class_of(o, word, '0');
	if (class == OPENER_NONE)
		class = class_of(o, word, '*');
	if (class == OPENER_NONE && behind)
		class = class_of(o, word, '+');
	return class;
}
