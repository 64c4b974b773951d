/*
 * Where sentences end: the boundaries inside one clean paragraph.
 */
#ifndef CAODIEM_BOUNDARY_H
#define CAODIEM_BOUNDARY_H

#include "message.h"
#include "scan.h"
#include "str.h"
#include "table.h"

struct boundary_rules;

/* The built-in tables, read; NULL: *fault tells what is wrong. */
struct boundary_rules *boundary_rules_new(struct fault *fault);
void boundary_rules_free(struct boundary_rules *rules);

/* The tables' names and bytes; name NULL ends. */
const struct table *boundary_tables(void);

struct boundary_scan {
	const struct boundary_rules *rules;
	struct str text;                    /* the paragraph, clean */
	const uint32_t *first, *candidates; /* and the next one */
	size_t base;    /* place of the text's first byte among candidates */
	size_t start;   /* of the segment that is looked for */
	size_t at;      /* everything before is decided */
	size_t bracket; /* where the last one opened, plus 1; 0: none */
	size_t credit;  /* colon of the last picture's credit */
	/* the next closing bracket from asked on */
	size_t asked, closing;
	/* straight quotes, up to counted: whether the last one opened */
	size_t counted;
	bool quoted;
};

/* The places at which a boundary has to be decided, in order; the last one is
 * BOUNDARY_NONE. */
struct boundary_marks {
	uint32_t *places;
	size_t cap;
};

#define BOUNDARY_NONE UINT32_MAX

/* Finds those of a text; text and masks are those of scan_text(). */
void boundary_mark(struct boundary_marks *marks,
    const struct boundary_rules *rules, struct str text,
    const struct scan_masks *masks);
void boundary_marks_free(struct boundary_marks *marks);

/*
 * Looks into a paragraph whose first byte stands at base in the text that was
 * marked; candidates are its places from there or from before on.
 */
void boundary_start(struct boundary_scan *scan,
    const struct boundary_rules *rules, struct str paragraph,
    const uint32_t *candidates, size_t base);

/* The next segment, without white space around it; false: no more. */
bool boundary_next(struct boundary_scan *scan, struct span *segment);

/* Ends the last segment earlier: the next one begins at or behind at. */
void boundary_cut(struct boundary_scan *scan, size_t at);

#endif
