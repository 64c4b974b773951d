/*
 * A text cut into words, as words_next() cuts it, but all at once: bytes are
 * classed BLOCK at a time, and what begins and ends a word falls out of a few
 * operations on bits.
 */
#ifndef TAG_CRIMES_SPLIT_H
#define TAG_CRIMES_SPLIT_H

#include "words.h"

#define SPLIT_SPARE 2

struct split {
	struct str text;
	struct token *items; /* SPLIT_SPARE empty ones behind the last */
	size_t count, cap;
};

/* The text must outlive what is read of it. */
void split_text(struct split *s, struct str text);

/* For the tests: with vectors of so many bytes (vector.h). */
void split_text_by(unsigned width, struct split *s, struct str text);

void split_free(struct split *s);

#endif
