#include "starts.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define BLOCK 64 /* bytes that are classed at once */

/* Bits of the bytes of a block: bit 0 is the first byte. */
struct classes {
	uint64_t word; /* small letters, digits, all beyond ASCII */
	uint64_t digit, slash;
	uint64_t capital;        /* a small letter that was a capital */
	uint64_t lead_2, lead_3; /* of signs beyond ASCII: quotes, dashes */
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
class_bytes(const char *folded, const char *text, struct classes *c)
{
	*c = (struct classes){0};
	for (int i = 0; i < BLOCK; i += 16) {
		__m128i x = _mm_loadu_si128((const __m128i *)(folded + i));
		__m128i y = _mm_loadu_si128((const __m128i *)(text + i));
		uint64_t digit = in_range(x, '0', 9);
		uint64_t letter = in_range(x, 'a', 25);

		c->digit |= digit << i;
		c->word |= (digit | letter | (uint64_t)_mm_movemask_epi8(x))
			   << i;
		c->slash |= in_range(x, '/', 0) << i;
		c->capital |=
		    (~(uint64_t)_mm_movemask_epi8(_mm_cmpeq_epi8(x, y)) &
			0xFFFF)
		    << i;
		c->lead_2 |= in_range(x, (char)0xC2, 0) << i;
		c->lead_3 |= in_range(x, (char)0xE2, 0) << i;
	}
}
#else
static void
class_bytes(const char *folded, const char *text, struct classes *c)
{
	*c = (struct classes){0};
	for (int i = 0; i < BLOCK; i++) {
		unsigned char x = (unsigned char)folded[i];
		bool digit = x >= '0' && x <= '9';
		bool word = digit || x >= 0x80 || (x >= 'a' && x <= 'z');

		c->digit |= (uint64_t)digit << i;
		c->word |= (uint64_t)word << i;
		c->slash |= (uint64_t)(x == '/') << i;
		c->capital |= (uint64_t)(folded[i] != text[i]) << i;
		c->lead_2 |= (uint64_t)(x == 0xC2) << i;
		c->lead_3 |= (uint64_t)(x == 0xE2) << i;
	}
}
#endif

/* mask with all bits moved behind by count, those of the block before in. */
static uint64_t
behind(uint64_t mask, uint64_t before, unsigned count)
{
	return mask << count | before >> (BLOCK - count);
}

static void
class_block(struct starts *s)
{
	char folded[BLOCK] = {0}, text[BLOCK] = {0};
	size_t left = s->folded.len - s->block;
	struct classes c;
	uint64_t signs, word, letter, stamp;

	if (left < BLOCK) {
		memcpy(folded, s->folded.data + s->block, left);
		memcpy(text, s->text.data + s->block, left);
		class_bytes(folded, text, &c);
	} else {
		class_bytes(
		    s->folded.data + s->block, s->text.data + s->block, &c);
	}
	/* s->sign: bits of the next block that a sign of this one reaches */
	signs = c.lead_2 | c.lead_2 << 1 | c.lead_3 | c.lead_3 << 1 |
		c.lead_3 << 2 | s->sign;
	s->sign = c.lead_2 >> 63 | c.lead_3 >> 63 | c.lead_3 >> 62;
	s->sign |= (c.lead_3 >> 63) << 1;
	word = c.word & ~signs;
	letter = word & ~c.digit;
	s->mask = word & ~behind(word, s->word, 1);
	/* "15h15chiều" */
	s->mask |= letter & behind(c.digit, s->digit, 1);
	/* a capital behind a small letter */
	s->mask |= c.capital & letter & behind(letter, s->word & ~s->digit, 1) &
		   ~behind(c.capital, s->capital, 1);
	/* the slash behind the day of a glued time stamp */
	stamp = c.slash;
	for (unsigned i = 1; i <= 6; i++)
		stamp &= behind(c.digit, s->digit, i);
	s->mask |= stamp;
	s->letter = letter;
	s->word = word;
	s->digit = c.digit;
	s->capital = c.capital;
}

void
starts_open(struct starts *s, struct str folded, struct str text)
{
	*s = (struct starts){.folded = folded, .text = text};
	if (folded.len > 0)
		class_block(s);
}

static inline bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Whether a number at offset at stands by itself. */
static inline bool
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
	       !is_digit(further);
}

/* As word in class_bytes(), but for digits and signs. */
static inline bool
is_letter(char c)
{
	unsigned char x = (unsigned char)c;

	return (x >= 'a' && x <= 'z') || (x >= 0x80 && x != 0xC2 && x != 0xE2);
}

/* The first eight bytes of the word at a place of the block, and its length.
 * false: it is too near to the text's end. */
static inline bool
word_at(const struct starts *s, size_t place, uint64_t *word, size_t *len)
{
	size_t bit = place - s->block;
	uint64_t rest;

	if (bit >= BLOCK || place + 8 > s->folded.len)
		return false;
	rest = ~(s->letter >> bit);
	*len = rest != 0 ? (size_t)__builtin_ctzll(rest) : BLOCK;
	while (bit + *len >= BLOCK && *len < 8 &&
	       is_letter(s->folded.data[place + *len]))
		++*len;
	memcpy(word, s->folded.data + place, 8);
	if (*len < 8)
		*word &= (UINT64_C(1) << 8 * *len) - 1;
	return true;
}

/* false: no piece can begin at the word; true: it has to be looked at. */
static inline bool
glance(const struct starts *s, const struct openers *openers, size_t place)
{
	uint64_t word, second;
	size_t len, unused, next;

	if (place < s->block || !word_at(s, place, &word, &len))
		return true;
	if (!openers_glance(openers, word))
		return false;
	next = place + len + 1;
	if (s->folded.data[next - 1] != ' ' ||
	    !word_at(s, next, &second, &unused) || unused == 0)
		return true;
	return openers_glance_pair(openers, word, second);
}

static inline bool
may_begin(const struct starts *s, const struct openers *openers, size_t place,
    size_t at)
{
	bool number = is_digit(s->folded.data[place]);

	if (number && !is_free_number(s->folded, place, at))
		return false;
	if (openers == NULL || (place - at <= 1 && at > 0))
		return true;
	if (!number && !glance(s, openers, place))
		return false;
	return openers_may(openers, s->folded, place);
}

size_t
starts_next(struct starts *s, size_t at, const struct openers *openers)
{
	struct str folded = s->folded;

	while (s->block < folded.len) {
		while (s->mask != 0) {
			size_t bit = (size_t)__builtin_ctzll(s->mask);
			size_t place = s->block + bit;

			s->mask &= s->mask - 1;
			if (folded.data[place] == '/')
				place -= 2;
			if (place >= at && may_begin(s, openers, place, at))
				return place;
		}
		s->block += BLOCK;
		if (s->block < folded.len)
			class_block(s);
	}
	return folded.len;
}
