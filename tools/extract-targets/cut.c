#include "cut.h"

#include <stdlib.h>

#include "vector.h"

#define BLOCK 64

#define VECTOR_BODY "tools/extract-targets/cut_vector.h"
#include "vector_widths.h"

void
cut_words_by(unsigned width, struct cut *cut, struct str s)
{
	size_t words = SCAN_WORDS(s.len);

	cut->gaps = mem_room(cut->gaps, words, &cut->cap, sizeof(*cut->gaps));
	VECTOR_CALL(width, cut, (s, cut->gaps));
}

void
cut_words(struct cut *cut, struct str s)
{
	cut_words_by(vector_width(), cut, s);
}

void
cut_free(struct cut *cut)
{
	free(cut->gaps);
}
