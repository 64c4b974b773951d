#include "prepared.h"

#include <string.h>

static const unsigned char crimes_tsv[] = {
#include "tools/tag-crimes/crimes.tsv.h"
};

const struct table prepared_tables[] = {
    {"crimes.tsv", {(const char *)crimes_tsv, sizeof(crimes_tsv)}},
    {NULL, {NULL, 0}},
};

/* A piece of the table, and the lexicon's arrays: see prepare/prepare.c. */
#define PIECE(offset, length)                                                  \
	{                                                                      \
		(const char *)crimes_tsv + (offset), (length)                  \
	}
#include "tools/tag-crimes/crimes.prepared.h"

struct rulebook *
prepared_rulebook(void)
{
	struct rulebook *book = mem_resize(NULL, 1, sizeof(*book));

	*book = prepared;
	book->patterns =
	    mem_resize(NULL, book->pattern_count, sizeof(*book->patterns));
	memcpy(book->patterns, prepared_patterns, sizeof(prepared_patterns));
	return book;
}
