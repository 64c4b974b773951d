#include "sieve.h"

#include <stdlib.h>
#include <string.h>

#define BITS 16  /* a set of 8 KiB */
#define WINDOW 4 /* bytes of the second word that are looked at */

enum byte_class { SEPARATOR, DIGIT, LETTER, SIGN_2, SIGN_3 };

struct sieve {
	uint64_t alone[1 << (BITS - 6)]; /* phrases of one word */
	uint64_t first[1 << (BITS - 6)];
	uint64_t pairs[1 << (BITS - 6)];
	unsigned char classes[256];
};

struct sieve *
sieve_new(void)
{
	struct sieve *s = mem_resize(NULL, 1, sizeof(*s));

	memset(s, 0, sizeof(*s));
	for (int c = 0; c < 256; c++)
		if (c >= '0' && c <= '9')
			s->classes[c] = DIGIT;
		else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
			 c >= 0x80)
			s->classes[c] = LETTER;
	s->classes[0xC2] = SIGN_2;
	s->classes[0xE2] = SIGN_3;
	return s;
}

void
sieve_free(struct sieve *s)
{
	free(s);
}

/* The first bytes of a word, at most eight, and how long it is. */
static uint64_t
key_of(struct str word)
{
	uint64_t key = 0;

	memcpy(&key, word.data, word.len < 8 ? word.len : 8);
	return (key + word.len) * UINT64_C(0x9E3779B97F4A7C15);
}

static uint64_t
pair_of(uint64_t first, struct str second)
{
	uint32_t key = 0;

	memcpy(&key, second.data, second.len < WINDOW ? second.len : WINDOW);
	return (first ^ key) * UINT64_C(0x9E3779B97F4A7C15);
}

static void
set(uint64_t *bits, uint64_t hash)
{
	hash >>= 64 - BITS;
	bits[hash >> 6] |= UINT64_C(1) << (hash & 63);
}

static bool
has(const uint64_t *bits, uint64_t hash)
{
	hash >>= 64 - BITS;
	return (bits[hash >> 6] >> (hash & 63) & 1) != 0;
}

void
sieve_add(struct sieve *s, struct str first, struct str second)
{
	uint64_t key = key_of(first);

	set(s->first, key);
	if (second.len == 0)
		set(s->alone, key);
	else
		set(s->pairs, pair_of(key, second));
}

static enum byte_class
class_at(const struct sieve *s, struct str text, size_t at)
{
	return at < text.len ? s->classes[(unsigned char)text.data[at]]
			     : SEPARATOR;
}

/* The word that begins at a place, cut as words_next() cuts. */
static struct str
word_at(const struct sieve *s, struct str text, size_t at)
{
	size_t end = at;

	if (class_at(s, text, at) == DIGIT)
		while (class_at(s, text, end) == DIGIT)
			end++;
	else
		while (class_at(s, text, end) == LETTER ||
		       class_at(s, text, end) == DIGIT)
			end++;
	return str_slice(text, at, end);
}

/* Whether the word in front of end and what follows may be a phrase's. */
static bool
is_candidate(const struct sieve *s, struct str text, uint64_t key, size_t end)
{
	enum byte_class next = class_at(s, text, end + 1);

	if (has(s->alone, key))
		return true;
	/* quotes or punctuation between: let the lexicon see */
	if (end >= text.len || text.data[end] != ' ' ||
	    (next != LETTER && next != DIGIT))
		return true;
	return has(s->pairs, pair_of(key, word_at(s, text, end + 1)));
}

size_t
sieve_find(const struct sieve *s, struct str text, size_t from)
{
	size_t at = from;

	while (at < text.len) {
		struct str word;
		uint64_t key;

		switch (class_at(s, text, at)) {
		case SEPARATOR:
			at++;
			continue;
		case SIGN_2:
			at += 2;
			continue;
		case SIGN_3:
			at += 3;
			continue;
		default:
			word = word_at(s, text, at);
		}
		key = key_of(word);
		if (has(s->first, key) &&
		    is_candidate(s, text, key, at + word.len))
			return at;
		at += word.len;
	}
	return text.len;
}
