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

/* Bytes of a word that a number may be glued to. */
#define GLUED_LEAST 4
#define GLUED_MOST 16

bool
cut_is_glued(struct str s, size_t at)
{
	size_t start = at;
	bool marked = false;

	if (!str_digit_at(s, at))
		return false;
	while (start > 0 && at - start < GLUED_MOST) {
		unsigned char c = (unsigned char)s.data[start - 1];

		if (c < 0x80 && (c < 'a' || c > 'z'))
			break;
		marked = marked || c >= 0x80;
		start--;
	}
	return marked && at - start >= GLUED_LEAST && at - start < GLUED_MOST;
}
