/* UTF-8, control characters and TABs in one pass, 64 bytes at a time. */
#include "text.h"

#include <string.h>

#include "vector.h"

/* Bits for the bytes of a block; the first byte's is the lowest. */
struct marks {
	uint64_t high, two, three; /* from 0x80, 0xC0, 0xE0 on */
	uint64_t rare;             /* leads whose second byte is not any tail,
				    * or begin a control character */
	uint64_t control, tab;     /* TAB is also a control */
};

struct check {
	struct str text;
	bool controls;  /* are good */
	uint64_t due;   /* tails that the next block must begin with */
	uint64_t wrong; /* 0: all is good so far */
};

/* Whether a rare lead is none, or must not stand before the next byte. */
static bool
is_wrong_lead(unsigned char lead, unsigned char next, bool controls)
{
	switch (lead) {
	case 0xC2:
		return !controls && next < 0xA0;
	case 0xE0:
		return next < 0xA0;
	case 0xED:
		return next > 0x9F;
	case 0xF0:
		return next < 0x90;
	case 0xF4:
		return next > 0x8F;
	default:
		return lead < 0xC2 || lead > 0xF4;
	}
}

/* Looks at the rare leads of the block at; those that three tails follow. */
static uint64_t
take_rare(struct check *c, uint64_t rare, size_t at)
{
	const unsigned char *s = (const unsigned char *)c->text.data;
	uint64_t four = 0;

	for (; rare != 0; rare &= rare - 1) {
		uint64_t bit = rare & (~rare + 1);
		size_t i = at + (size_t)__builtin_ctzll(rare);

		if (s[i] >= 0xF0)
			four |= bit;
		/* at the end a tail is missing, which is seen elsewhere */
		if (i + 1 == c->text.len ||
		    is_wrong_lead(s[i], s[i + 1], c->controls))
			c->wrong |= bit;
	}
	return four;
}

VECTOR_PART void
take_marks(struct check *c, struct marks m, size_t at, struct text_tabs *tabs)
{
	uint64_t four = m.rare != 0 ? take_rare(c, m.rare, at) : 0;
	uint64_t due = c->due | m.two << 1 | m.three << 2 | four << 3;

	c->wrong |= (m.high & ~m.two) ^ due;
	c->due = m.two >> 63 | m.three >> 62 | four >> 61;
	if (!c->controls)
		c->wrong |= m.control & ~m.tab;
	for (; m.tab != 0; m.tab &= m.tab - 1) {
		if (tabs->count < TEXT_TABS)
			tabs->at[tabs->count] =
			    at + (size_t)__builtin_ctzll(m.tab);
		tabs->count++;
	}
}

VECTOR_PART void
shift_marks(struct marks *m, size_t by)
{
	m->high >>= by;
	m->two >>= by;
	m->three >>= by;
	m->rare >>= by;
	m->control >>= by;
	m->tab >>= by;
}

#define VECTOR_BODY "text_check_vector.h"
#include "vector_widths.h"

bool
text_check_by(
    unsigned width, struct str s, bool controls, struct text_tabs *tabs)
{
	bool good;

	tabs->count = 0;
	VECTOR_CALL(width, good = check, (s, controls, tabs));
	return good;
}

bool
text_is_utf8(struct str s)
{
	struct text_tabs unused;

	return text_check_by(vector_width(), s, true, &unused);
}

bool
text_is_clean(struct str s)
{
	struct text_tabs unused;

	return text_check_by(vector_width(), s, false, &unused);
}

bool
text_is_clean_line(struct str s, struct text_tabs *tabs)
{
	return text_check_by(vector_width(), s, false, tabs);
}
