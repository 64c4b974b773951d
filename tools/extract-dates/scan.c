#include "scan.h"

enum kind {
	KIND_OTHER,
	KIND_DIGIT,
	KIND_LETTER,
};

/* By the first byte of a character: what Vietnamese text holds. */
static enum kind
kind_of(unsigned char lead)
{
	static const unsigned char kinds[256] = {['0'] = 1,
	    1,
	    1,
	    1,
	    1,
	    1,
	    1,
	    1,
	    1,
	    1,
	    ['a'] = 2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    ['n'] = 2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    /* Latin, Greek, Cyrillic, marks; 0xE1 has the letters with two */
	    [0xC3] = 2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    2,
	    [0xE1] = 2};

	return (enum kind)kinds[lead];
}

static size_t
length_of(unsigned char lead)
{
	return lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

static bool
is_digit(struct str s, size_t at)
{
	return at < s.len && s.data[at] >= '0' && s.data[at] <= '9';
}

/* Whether the character at offset at was a capital. */
static bool
is_folded(struct str folded, struct str text, size_t at)
{
	return folded.data[at] != text.data[at] ||
	       ((unsigned char)folded.data[at] >= 0xC0 &&
		   folded.data[at + 1] != text.data[at + 1]);
}

/* Whether a number at offset at stands by itself. */
static bool
is_free_number(struct str s, size_t at, size_t last_end)
{
	char before, further;

	if (at < 2)
		return true;
	before = s.data[at - 1];
	further = s.data[at - 2];
	if (before == '-' && at - 1 != last_end &&
	    ((unsigned char)further >= 0x80 ||
		(further >= 'a' && further <= 'z')))
		return false; /* "U-22", "Covid-19" */
	if (before != '/' && before != '.' && before != ',' && before != ':' &&
	    before != '-')
		return true;
	return !is_digit(s, at - 2) || at - 1 == last_end;
}

static bool
is_glued_stamp(struct str s, size_t at)
{
	return at >= 4 && is_digit(s, at - 1) && is_digit(s, at - 2) &&
	       is_digit(s, at - 3) && is_digit(s, at - 4) &&
	       is_digit(s, at + 1) && at + 2 < s.len && s.data[at + 2] == '/';
}

size_t
scan_start(struct str folded, struct str text, size_t at, size_t last_end)
{
	enum kind before = KIND_OTHER;
	size_t last = at; /* of the character before at */

	if (at > 0 && at < folded.len) {
		last = at - 1;
		while (last > 0 &&
		       ((unsigned char)folded.data[last] & 0xC0) == 0x80)
			last--;
		before = kind_of((unsigned char)folded.data[last]);
	}
	while (at < folded.len) {
		unsigned char lead = (unsigned char)folded.data[at];
		enum kind kind = kind_of(lead);

		if (kind == KIND_DIGIT && before == KIND_DIGIT) {
			if (is_glued_stamp(folded, at))
				return at;
		} else if (kind == KIND_DIGIT && before == KIND_OTHER) {
			if (is_free_number(folded, at, last_end))
				return at;
		} else if (kind == KIND_LETTER &&
			   (before == KIND_OTHER ||
			       (before == KIND_LETTER &&
				   is_folded(folded, text, at) &&
				   !is_folded(folded, text, last)))) {
			return at;
		}
		before = kind;
		last = at;
		at += length_of(lead);
	}
	return folded.len;
}

/* The first eight bytes of a word. */
static uint64_t
key_of(struct str s, size_t at)
{
	uint64_t key = 0;

	for (unsigned i = 0; i < 8 && at + i < s.len; i++) {
		unsigned char c = (unsigned char)s.data[at + i];

		if (c < 'a' || (c >= 0xC0 && kind_of(c) != KIND_LETTER))
			break;
		key |= (uint64_t)c << 8 * i;
	}
	return key;
}

static size_t
slot_of(uint64_t key)
{
	return (size_t)((key * UINT64_C(0x9E3779B97F4A7C15)) >> 56);
}

void
openers_add(struct openers *o, struct str words)
{
	uint64_t key = key_of(words, 0);
	size_t slot = slot_of(key);

	if (key == 0 || o->count >= OPENER_SLOTS / 2)
		return;
	while (o->slots[slot] != 0 && o->slots[slot] != key)
		slot = (slot + 1) % OPENER_SLOTS;
	o->count += o->slots[slot] == 0;
	o->slots[slot] = key;
}

bool
openers_has(const struct openers *o, struct str folded, size_t at)
{
	uint64_t key = key_of(folded, at);
	size_t slot = slot_of(key);

	if (o->count >= OPENER_SLOTS / 2)
		return true;
	while (o->slots[slot] != 0 && o->slots[slot] != key)
		slot = (slot + 1) % OPENER_SLOTS;
	return o->slots[slot] == key && key != 0;
}
