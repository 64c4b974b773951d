/*
 * Words of folded text as numbers, so that phrases are compared by number.
 * A word is a run of letters (with digits behind them), of digits, or one
 * other sign that is neither a blank nor a quote: those stand between words and
 * are skipped.  The list owns copies of its words.
 */
#ifndef TAG_CRIMES_WORDS_H
#define TAG_CRIMES_WORDS_H

#include "str.h"

/* The number of a word that no phrase holds. */
#define WORD_UNKNOWN 0

/* A word of a text, shorter than 4 GiB: its first eight bytes, padded with
 * zeros, and its place. */
struct token {
	uint64_t head;
	uint32_t start, end;
};

/* A word of the list: likewise. */
struct word_slot {
	uint64_t head;
	uint32_t number; /* WORD_UNKNOWN: free */
	uint32_t len, place;
};

struct words {
	struct word_slot *slots;
	size_t room, used; /* room is a power of two */
	uint32_t last;
	struct buf bytes;
};

struct words *words_new(void);
void words_free(struct words *w);

/* The next word at or after *at, which moves behind it; empty at the end. */
struct span words_next(struct str text, size_t *at);

uint32_t words_find(const struct words *w, struct str word);

/* The same of a word of a text. */
uint32_t words_find_token(
    const struct words *w, struct str text, const struct token *t);

/*
 * The number of a word, a new one if need be.  Spellings with i and y for one
 * vowel (ky, ki with their tones) get the same number.
 */
uint32_t words_add(struct words *w, struct str word);

/* The other spelling with i for y or y for i; empty if there is none. */
struct str words_variant(struct str word, char store[16]);

#endif
