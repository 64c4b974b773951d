/*
 * Where sentences end: the boundaries inside one clean paragraph.
 */
#ifndef CAODIEM_BOUNDARY_H
#define CAODIEM_BOUNDARY_H

#include "message.h"
#include "str.h"

struct boundary_rules;

/* The built-in tables, compiled; NULL: *fault tells what is wrong. */
struct boundary_rules *boundary_rules_new(struct fault *fault);
void boundary_rules_free(struct boundary_rules *rules);

/* The tables' names and bytes, for --version and --print-table. */
const struct table *boundary_tables(void);

struct boundary_scan {
	const struct boundary_rules *rules;
	struct str text; /* the paragraph, clean */
	size_t start;    /* of the segment that is being looked for */
	size_t at;       /* everything before is decided */
	size_t bracket;  /* where the last bracket opened, plus 1; 0: none */
	size_t quotes;   /* how many straight quotes stand before counted */
	size_t counted;
};

void boundary_start(struct boundary_scan *scan,
    const struct boundary_rules *rules, struct str text);

/* The next segment, without white space around it; false: no more. */
bool boundary_next(struct boundary_scan *scan, struct span *segment);

#endif
