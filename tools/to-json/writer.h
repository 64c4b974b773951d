/*
 * Writing JSON as a stream, byte for byte as Jansson would write the same
 * tree with JSON_COMPACT or JSON_INDENT(2): no tree is built.
 */
#ifndef CAODIEM_TO_JSON_WRITER_H
#define CAODIEM_TO_JSON_WRITER_H

#include "io.h"
#include "str.h"

/* Appends s, well-formed UTF-8, as a JSON string with its quotes. */
void writer_string(struct buf *out, struct str s);

/* Whether s can stand as a JSON number: no sign +, no leading zeros. */
bool writer_is_number(struct str s);

struct writer {
	struct output *out;
	bool array;   /* one array of all objects, not one object a line */
	bool pretty;  /* indented by two spaces */
	size_t count; /* of the objects begun */
	/* of the indenting */
	size_t depth;
	bool in_string, escaped, opened;
};

/* Around each object; what stands between goes through writer_add(). */
void writer_begin(struct writer *w);
void writer_end(struct writer *w);

/* Writes a piece of compact JSON; pieces may end anywhere. */
void writer_add(struct writer *w, struct str compact);

/* Behind the last object. */
void writer_close(struct writer *w);

#endif
