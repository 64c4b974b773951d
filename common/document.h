/*
 * NDJSON documents: one JSON object a line with any of the members id, url,
 * source, date, published, title and text.
 */
#ifndef CAODIEM_DOCUMENT_H
#define CAODIEM_DOCUMENT_H

#include <jansson.h>

#include "long_strings.h"
#include "str.h"

/* What the line says; lent until document_free(). */
struct document {
	json_t *root;
	struct str id, url, source, title, text; /* absent: data is NULL */
	struct str date, published;
	bool has_seconds; /* the date is a number: */
	json_int_t seconds;
	struct buf number; /* an id that is a number */
	struct long_strings strings;
};

/*
 * Parses one line.  Malformed bytes and lone surrogates become U+FFFD, each
 * adding one to *bad.  mended is memory to reuse.  false: *why tells what is
 * wrong and ends with NUL.
 */
bool document_parse(struct document *doc, struct str line, struct buf *mended,
    size_t *bad, struct buf *why);

/* The scalar member of that name as text, appended; false: there is none. */
bool document_scalar(
    const struct document *doc, struct str name, struct buf *value);

void document_free(struct document *doc);

#endif
