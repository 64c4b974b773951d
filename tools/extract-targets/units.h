/*
 * The units of units.tsv: what may stand behind a number to make it a figure.
 */
#ifndef EXTRACT_TARGETS_UNITS_H
#define EXTRACT_TARGETS_UNITS_H

#include "table.h"

/* First bytes of letters, folded, for a class: of all that text_is_letter()
 * takes for one, and of what begins with the same bytes. */
#define UNITS_LETTERS "a-z\\xC3-\\xD4\\xE1"

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
	struct table_kept kept;
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
