/*
 * A segment with its annotations, gathered as JSON text.
 */
#ifndef CAODIEM_TO_JSON_ANNOTATED_H
#define CAODIEM_TO_JSON_ANNOTATED_H

#include "annotation.h"
#include "record.h"

/* So many kinds that have no member of their own fit in a segment. */
#define KINDS_MOST 64

/* The annotations of one kind in a segment: their objects, by comma. */
struct group {
	struct buf name, objects;
};

enum {
	GROUP_DATE,
	GROUP_TARGET,
	GROUP_CRIME,
	GROUP_OTHER, /* the first of the others, sorted by name */
};

struct annotated {
	bool open, has_text;
	size_t number;
	struct buf members; /* from "n" on, without braces */
	struct buf text;
	/* a place in the text, for counting onwards */
	size_t at, at_cp;
	struct group groups[GROUP_OTHER + KINDS_MOST];
	size_t others;
};

void annotated_init(struct annotated *s);
void annotated_free(struct annotated *s);

/* A new segment, without text. */
void annotated_start(struct annotated *s, size_t number);

/* Its seg record. */
void annotated_set_text(struct annotated *s, const struct record *rec,
    const struct attributes *list);

/* Where the record stands; false: its text is not what stands there. */
bool annotated_locate(
    struct annotated *s, const struct record *rec, struct span *place_cp);

/* Where the kind's objects are gathered; NULL: there are too many kinds. */
struct buf *annotated_objects(struct annotated *s, struct str kind);

/* Appends the members, the annotations behind the text, and "}"; then the
 * annotations are gone. */
void annotated_write(struct buf *out, struct annotated *s);

#endif
