/*
 * Writing JSON as a stream, byte for byte as Jansson would write the same
 * tree with JSON_COMPACT or JSON_INDENT(2): no tree is built.
 */
#ifndef CAODIEM_TO_JSON_JSON_H
#define CAODIEM_TO_JSON_JSON_H

#include "io.h"
#include "str.h"

/* Appends s, well-formed UTF-8, as a JSON string with its quotes. */
void json_string(struct buf *out, struct str s);

/* Whether s can stand as a JSON number: no sign +, no leading zeros. */
bool json_is_number(struct str s);

struct json_output {
	struct output *out;
	bool array;   /* one array of all objects, not one object a line */
	bool pretty;  /* indented by two spaces */
	size_t count; /* of the objects begun */
	/* of the indenting */
	size_t depth;
	bool in_string, escaped, opened;
};

/* Around each object; what stands between goes through json_add(). */
void json_begin(struct json_output *j);
void json_end(struct json_output *j);

/* Writes a piece of compact JSON; pieces may end anywhere. */
void json_add(struct json_output *j, struct str compact);

/* Behind the last object. */
void json_close(struct json_output *j);

#endif
