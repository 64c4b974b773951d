#include "starts.h"

#include <stdlib.h>
#include <string.h>

#include "vector.h"

#define BLOCK 64 /* bytes that are classed at once */

/* Bits of the bytes of a block: bit 0 is the first byte. */
struct classes {
	uint64_t word; /* small letters, digits, all beyond ASCII */
	uint64_t digit;
	uint64_t capital; /* what differs from the text as written */
	uint64_t first;   /* of a character */
	uint64_t sign;    /* a slash, or the first byte of a quote or dash */
	uint64_t tails;   /* bytes of the next block that a sign reaches */
};

/* mask with all bits moved behind by count, those of the block before in. */
VECTOR_PART uint64_t
behind(uint64_t mask, uint64_t before, unsigned count)
{
	return mask << count | before >> (BLOCK - count);
}

static void
set_place(struct starts *s, size_t at)
{
	s->places[at / BLOCK] |= UINT64_C(1) << at % BLOCK;
}

/* The day of a time stamp that is glued to other digits begins two before the
 * slash: "202310/02/2023". */
static bool
is_stamp(struct str folded, size_t slash)
{
	static const char shape[] = "dddddd/dd/dddd";
	size_t from = slash - 6;

	if (slash < 6 || folded.len - from < sizeof(shape) - 1)
		return false;
	for (size_t i = 0; i < sizeof(shape) - 1; i++)
		if (shape[i] == 'd' ? !str_is_digit(folded.data[from + i])
				    : folded.data[from + i] != shape[i])
			return false;
	return true;
}

/* Takes the signs beyond ASCII out of the words of block i, and sets the
 * places of its time stamps. */
static void
take_signs(struct starts *s, size_t i, struct classes *c, uint64_t tails)
{
	uint64_t signs = tails;

	for (uint64_t left = c->sign; left != 0; left &= left - 1) {
		size_t bit = (size_t)__builtin_ctzll(left);
		size_t at = i * BLOCK + bit;
		unsigned len = s->folded.data[at] == '\xC2'   ? 2
			       : s->folded.data[at] == '\xE2' ? 3
							      : 0;
		uint64_t bytes = (UINT64_C(1) << len) - 1;

		if (len == 0 && is_stamp(s->folded, at))
			set_place(s, at - 2);
		signs |= bytes << bit;
		if (bit + len > BLOCK)
			c->tails |= bytes >> (BLOCK - bit);
	}
	c->word &= ~signs;
}

/* Sets the places and letters of block i; before: the block before it, and then
 * this one. */
VECTOR_PART void
set_places(
    struct starts *s, size_t i, struct classes *c, struct classes *before)
{
	uint64_t letter;

	s->places[i] = 0;
	if ((c->sign | before->tails) != 0)
		take_signs(s, i, c, before->tails);
	letter = c->word & ~c->digit;
	/* "15h15chiều"; a capital behind a small letter */
	s->places[i] |= (c->word & ~behind(c->word, before->word, 1)) |
			(letter & behind(c->digit, before->digit, 1)) |
			(c->capital & c->first & letter &
			    behind(letter, before->word & ~before->digit, 1) &
			    ~behind(c->capital, before->capital, 1));
	s->letters[i] = letter;
	*before = *c;
}

/* Block i of a string; one that is not whole is copied to edge. */
VECTOR_PART const char *
block_at(struct str text, size_t i, char edge[BLOCK])
{
	size_t left = text.len - i * BLOCK;

	if (left >= BLOCK)
		return text.data + i * BLOCK;
	memset(edge, 0, BLOCK);
	memcpy(edge, text.data + i * BLOCK, left);
	return edge;
}

#define VECTOR_BODY "tools/extract-dates/starts_vector.h"
#include "vector_widths.h"

/* Lists the places of a block that are worth a second look; how many.  Which
 * they are cannot be foretold, so nothing branches on it. */
static size_t
list_block(const struct starts *s, size_t i, uint32_t *found)
{
	const struct openers *openers = s->openers;
	const char *text = s->folded.data + i * BLOCK;
	uint64_t here = s->letters[i], next = s->letters[i + 1];
	size_t count = 0;

	for (uint64_t places = s->places[i]; places != 0;
	     places &= places - 1) {
		unsigned bit = (unsigned)__builtin_ctzll(places);
		uint64_t letters = here >> bit | next << 1 << (63 - bit), bytes;

		memcpy(&bytes, text + bit, sizeof(bytes));
		found[count] = (uint32_t)(i * BLOCK) + bit;
		count += openers == NULL ||
			 openers_glance(openers, bytes, (unsigned char)letters);
	}
	return count;
}

static void
list_places(struct starts *s)
{
	s->next = s->count = 0;
	for (size_t i = 0; i < s->blocks; i++) {
		s->found = mem_room(
		    s->found, s->count + BLOCK, &s->room, sizeof(*s->found));
		s->count += list_block(s, i, s->found + s->count);
	}
}

void
starts_open_by(unsigned width, struct starts *s, const struct openers *openers,
    struct str folded, struct str text)
{
	s->folded = folded;
	s->text = text;
	s->openers = openers;
	s->blocks = (folded.len + BLOCK - 1) / BLOCK;
	if (s->blocks + 1 > s->cap) {
		s->cap = 2 * s->blocks + 16;
		s->places = mem_resize(s->places, s->cap, sizeof(*s->places));
		s->letters =
		    mem_resize(s->letters, s->cap, sizeof(*s->letters));
	}
	s->letters[s->blocks] = 0;
	VECTOR_CALL(width, class_blocks, (s));
	list_places(s);
}

void
starts_open(struct starts *s, const struct openers *openers, struct str folded,
    struct str text)
{
	starts_open_by(vector_width(), s, openers, folded, text);
}

void
starts_close(struct starts *s)
{
	free(s->places);
	free(s->letters);
	free(s->found);
}

/* Whether a number at offset at stands by itself. */
static bool
is_free_number(struct str s, size_t at, size_t from)
{
	char before, further;

	if (at < 2 || at - 1 == from)
		return true;
	before = s.data[at - 1];
	further = s.data[at - 2];
	if (before == '-' && ((unsigned char)further >= 0x80 ||
				 (further >= 'a' && further <= 'z')))
		return false; /* "U-22", "Covid-19" */
	return (before != '/' && before != '.' && before != ',' &&
		   before != ':' && before != '-') ||
	       !str_is_digit(further);
}

/* The class of the piece that may begin at a place that is a start. */
static unsigned char
class_at(const struct starts *s, size_t place, size_t at)
{
	if (str_is_digit(s->folded.data[place]) &&
	    !is_free_number(s->folded, place, at))
		return OPENER_NONE;
	if (s->openers == NULL)
		return OPENER_ANY;
	return openers_class(
	    s->openers, s->folded, place, place - at <= 1 && at > 0);
}

size_t
starts_next(struct starts *s, size_t at, unsigned char *class)
{
	while (s->next < s->count) {
		size_t place = s->found[s->next++];

		if (place < at)
			continue;
		*class = class_at(s, place, at);
		if (*class != OPENER_NONE)
			return place;
	}
	return s->folded.len;
}
