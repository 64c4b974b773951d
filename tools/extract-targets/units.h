/*
 * The units of units.tsv: what may stand behind a number to make it a figure.
 */
#ifndef EXTRACT_TARGETS_UNITS_H
#define EXTRACT_TARGETS_UNITS_H

#include "table.h"

/* What text_is_letter() takes for one, folded. */
#define UNITS_LETTER                                                           \
	"[a-z\\x{DF}-\\x{F6}\\x{F8}-\\x{24F}\\x{300}-\\x{37D}"                 \
	"\\x{37F}-\\x{386}\\x{388}-\\x{52F}\\x{1E00}-\\x{1EFF}]"

enum unit_kind { UNIT_RATE, UNIT_COUNT, UNIT_MEASURE, UNIT_MONEY };

struct unit {
	struct str surface, name, not_before, not_in;
	enum unit_kind kind;
};

struct units {
	struct unit *items; /* by first letter, then longest first */
	size_t count, cap;
	uint32_t *index;   /* by surface: number + 1; open addressing */
	size_t index_size; /* a power of two */
};

/*
 * Reads a table, and one more that adds units or gives others for the same
 * surfaces (NULL: none).  The tables' text must last.  false: *fault tells;
 * units_free() also then.
 */
bool units_read(struct units *u, const struct table *table,
    const struct table *extra, struct fault *fault);
void units_free(struct units *u);

/* The unit that is written so, or NULL. */
const struct unit *units_find(const struct units *u, struct str surface);

/* Appends a pattern for all of them, and a NUL. */
void units_add_regex(const struct units *u, struct buf *regex);

#endif
