#include "sieve.h"

#include <stdlib.h>
#include <string.h>

#define AT_ONCE 64 /* words that are looked at before any is looked up */

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

	set(s->firsts, hash);
	for (size_t i = 1; i < last; i++)
		hash = hash_next(hash, str_head(words[i], 0, words[i].len));
	set(s->sets[last - 1], hash);
}

/* Lists which of the words from a place on begin a phrase; how many.  It cannot
 * be foretold, so nothing branches on it. */
static size_t
list_firsts(const struct sieve *s, const struct split *text, size_t from,
    size_t found[AT_ONCE])
{
	size_t count = 0;
	size_t end =
	    text->count - from < AT_ONCE ? text->count : from + AT_ONCE;

	for (size_t i = from; i < end; i++) {
		const struct token *t = &text->items[i];

		found[count] = i;
		count +=
		    get(s->firsts, hash_of(t->head, t->end - t->start)) & 1;
	}
	return count;
}

/* Behind the last word of a text there are two with nothing in them. */
static bool
may_be_phrase(const struct sieve *s, const struct token *t)
{
	uint64_t one = hash_of(t[0].head, t[0].end - t[0].start);
	uint64_t two = hash_next(one, t[1].head);
	uint64_t three = hash_next(two, t[2].head);

	/* all at once: there is nothing to guess for the processor */
	return ((get(s->sets[0], one) | get(s->sets[1], two) |
		    get(s->sets[2], three)) &
		   1) != 0;
}

bool
sieve_any(const struct sieve *s, const struct split *text,
    bool (*confirm)(void *context, const struct split *text, size_t at),
    void *context)
{
	size_t found[AT_ONCE] = {0};

	for (size_t from = 0; from < text->count; from += AT_ONCE) {
		size_t count = list_firsts(s, text, from, found);

		for (size_t i = 0; i < count; i++)
			if (may_be_phrase(s, &text->items[found[i]]) &&
			    confirm(context, text, found[i]))
				return true;
	}
	return false;
}
