/*
 * One record as members of a JSON object: what the kinds' values and
 * attributes become.  Nothing here knows of documents.
 */
#ifndef CAODIEM_TO_JSON_ANNOTATION_H
#define CAODIEM_TO_JSON_ANNOTATION_H

#include "record.h"

#define ATTRIBUTES_MOST 64

struct attribute {
	struct str key, value;
	unsigned rank; /* its place among the attributes of the kind */
};

/* Sorted by rank; those that the kind does not name come last, as found. */
struct attributes {
	const struct kind *kind; /* of the record */
	struct attribute items[ATTRIBUTES_MOST];
	size_t count;
};

/*
 * Reads the attributes of any record.  false: *fault tells that one is not
 * key=value, stands twice, has the name of another member or is one too many.
 */
bool attributes_read(struct attributes *list, const struct record *rec,
    struct fault *fault, struct buf *why);

/*
 * Appends "key":value for those from index from on whose rank is below end,
 * each behind a comma, in the form that the kind gives them; the index of the
 * first one left.
 */
size_t attributes_write(
    struct buf *out, const struct attributes *list, size_t from, unsigned end);

#define RANK_UNKNOWN 100 /* of an attribute that its kind does not name */
#define RANK_META 101    /* of meta.NAME of a doc record */
#define RANK_END 102

/*
 * Appends the members of an annotation without braces or a comma in front.
 * place is its place in code points, or NULL if its sentence is not known.
 * false: *fault tells what is wrong with its value or attributes, and nothing
 * is appended.
 */
bool annotation_write(struct buf *out, const struct record *rec,
    const struct span *place_cp, struct fault *fault, struct buf *why);

#endif
