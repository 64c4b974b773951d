#include "sieve.h"

#include <stdlib.h>
#include <string.h>

struct sieve *
sieve_new(void)
{
	struct sieve *s = mem_resize(NULL, 1, sizeof(*s));

	memset(s, 0, sizeof(*s));
	return s;
}

void
sieve_free(struct sieve *s)
{
	free(s);
}

/* Hash of a word by its first eight bytes (the rest zero) and its length. */
static uint64_t
hash_of(uint64_t head, size_t len)
{
	return (head + len) * UINT64_C(0x9E3779B97F4A7C15);
}

/* Hash of words before and the first bytes of the next. */
static uint64_t
hash_next(uint64_t hash, uint64_t head)
{
	return (hash ^ head) * UINT64_C(0xD6E8FEB86659FD93);
}

static void
set(uint64_t *bits, uint64_t hash)
{
	hash >>= 64 - SIEVE_BITS;
	bits[hash >> 6] |= UINT64_C(1) << (hash & 63);
}

/* The bit of a hash as the lowest one. */
static uint64_t
get(const uint64_t *bits, uint64_t hash)
{
	hash >>= 64 - SIEVE_BITS;
	return bits[hash >> 6] >> (hash & 63);
}

void
sieve_add(struct sieve *s, const struct str *words, size_t count)
{
	size_t last = count < SIEVE_WORDS ? count : SIEVE_WORDS;
	uint64_t hash =
	    hash_of(str_head(words[0], 0, words[0].len), words[0].len);

	for (size_t i = 1; i < last; i++)
		hash = hash_next(hash, str_head(words[i], 0, words[i].len));
	set(s->sets[last - 1], hash);
}

bool
sieve_any(const struct sieve *s, const struct split *text,
    bool (*confirm)(void *context, const struct split *text, size_t at),
    void *context)
{
	/* behind the last word there are two with nothing in them */
	const struct token *t = text->items;

	for (size_t i = 0; i < text->count; i++) {
		uint64_t one = hash_of(t[i].head, t[i].end - t[i].start);
		uint64_t two = hash_next(one, t[i + 1].head);
		uint64_t three = hash_next(two, t[i + 2].head);

		/* all at once: there is nothing to guess for the processor */
		if (((get(s->sets[0], one) | get(s->sets[1], two) |
			 get(s->sets[2], three)) &
			1) != 0 &&
		    confirm(context, text, i))
			return true;
	}
	return false;
}
