#include "split.h"

#include <stdlib.h>
#include <string.h>

#include "vector.h"

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

/* What follows is part of find_places(): a call out of it would leave wide
 * registers in use, which slows what comes after. */

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
VECTOR_PART void
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
VECTOR_PART void
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

VECTOR_PART struct edges
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

#define VECTOR_BODY "tools/tag-crimes/split_vector.h"
#include "vector_widths.h"

void
split_text_by(unsigned width, struct split *s, struct str text)
{
	s->items = mem_room(
	    s->items, text.len + SPLIT_SPARE, &s->cap, sizeof(*s->items));
	s->text = text;
	VECTOR_CALL(width, s->count = find_places, (s->items, text));
	for (size_t i = 0; i < s->count; i++)
		s->items[i].head = str_head(text, s->items[i].start,
		    s->items[i].end - s->items[i].start);
	for (size_t i = 0; i < SPLIT_SPARE; i++)
		s->items[s->count + i] =
		    (struct token){0, (uint32_t)text.len, (uint32_t)text.len};
}

void
split_text(struct split *s, struct str text)
{
	split_text_by(vector_width(), s, text);
}

void
split_free(struct split *s)
{
	free(s->items);
}
