/* UTF-8, control characters and TABs in one pass, 64 bytes at a time. */
#include "text.h"

#include "vector.h"

/* Bits for the bytes of a block; the first byte's is the lowest. */
struct marks {
	uint64_t high, two, three; /* from 0x80, 0xC0, 0xE0 on */
	uint64_t rare;             /* leads whose second byte is not any tail,
				    * or begin a control character */
	uint64_t stop;             /* TAB, where wanted also LF */
	uint64_t control;          /* any other */
};

/* The text, and what the blocks so far leave: kept in registers, so that its
 * address is given to nobody. */
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

/* Those of the rare leads of the block at that three tails follow. */
static __attribute__((cold)) uint64_t
long_leads(struct str s, uint64_t rare, size_t at)
{
	uint64_t four = 0;

	for (; rare != 0; rare &= rare - 1) {
		size_t i = at + (size_t)__builtin_ctzll(rare);

		if ((unsigned char)s.data[i] >= 0xF0)
			four |= rare & (~rare + 1);
	}
	return four;
}

/* Those of the rare leads that are wrong. */
static __attribute__((cold)) uint64_t
wrong_leads(struct str s, uint64_t rare, size_t at, bool controls)
{
	uint64_t wrong = 0;

	for (; rare != 0; rare &= rare - 1) {
		size_t i = at + (size_t)__builtin_ctzll(rare);

		/* the end comes too early behind any lead */
		if (i + 1 == s.len ||
		    is_wrong_lead((unsigned char)s.data[i],
			(unsigned char)s.data[i + 1], controls))
			wrong |= rare & (~rare + 1);
	}
	return wrong;
}

VECTOR_PART void
take_marks(struct check *c, struct marks m, size_t at)
{
	uint64_t four = 0, due;

	if (__builtin_expect(m.rare != 0, 0)) {
		four = long_leads(c->text, m.rare, at);
		c->wrong |= wrong_leads(c->text, m.rare, at, c->controls);
	}
	due = c->due | m.two << 1 | m.three << 2 | four << 3;
	c->wrong |= (m.high & ~m.two) ^ due;
	c->due = m.two >> 63 | m.three >> 62 | four >> 61;
	if (!c->controls)
		c->wrong |= m.control;
}

VECTOR_PART void
take_line(struct check *c, struct marks m, size_t at, struct text_tabs *tabs)
{
	take_marks(c, m, at);
	for (; m.stop != 0; m.stop &= m.stop - 1) {
		if (tabs->count < TEXT_TABS)
			tabs->at[tabs->count] =
			    at + (size_t)__builtin_ctzll(m.stop);
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
	m->stop >>= by;
	m->control >>= by;
}

/* 63 also for none. */
VECTOR_PART size_t
first_bit(uint64_t bits)
{
	return (size_t)__builtin_ctzll(bits | UINT64_C(1) << 63);
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

size_t
text_mark_lines_by(unsigned width, struct str s, uint32_t *marks, size_t room)
{
	size_t count;

	VECTOR_CALL(width, count = mark_lines, (s, marks, room));
	return count;
}

size_t
text_mark_lines(struct str s, uint32_t *marks, size_t room)
{
	return text_mark_lines_by(vector_width(), s, marks, room);
}
