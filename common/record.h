/*
 * The record stream of caodiem(5): one record a line, eight fields divided by
 * TAB.  A struct record lends its bytes from the line that it was parsed
 * from.  Offsets are bytes, half-open.
 */
#ifndef CAODIEM_RECORD_H
#define CAODIEM_RECORD_H

#include "io.h"
#include "message.h"
#include "str.h"

#define RECORD_FIELDS 8
#define RECORD_MAX_LINE ((size_t)16 << 20)

struct record {
	struct str line; /* without its LF */
	struct str doc, number, kind, value, text, attributes;
	size_t segment; /* field 2 */
	size_t start, end;
};

/*
 * Parses and checks one line: fields, numbers, lengths, UTF-8, no control
 * characters.  false: *fault tells the field and what is wrong (its text
 * holds until the next call with the same why).
 */
bool record_parse(
    struct str line, struct record *rec, struct fault *fault, struct buf *why);

/*
 * Makes *fault say what is wrong with a field, and shows the start of found
 * (data NULL: nothing to show).  why lends its memory.  Always false.
 */
bool record_wrong(struct fault *fault, struct buf *why, unsigned field,
    const char *what, struct str found);

/* Appends the line of a record with its LF. */
void record_format(struct buf *line, const struct record *rec);

/* "YYYY", "YYYY-MM", "YYYY-MM-DD" of a day that exists, or empty. */
bool record_is_date(struct str value);

/* The attribute key's value among the words; data is NULL if it is absent. */
struct str record_attribute(struct str attributes, struct str key);

/* Appends " key=value", spaces in the value as "_", no space in front of the
 * first. */
void record_add_attribute(
    struct buf *attributes, const char *key, struct str value);

enum record_status {
	RECORD_OK,
	RECORD_END,
	RECORD_FOREIGN, /* the first line is no record; why says it, ends in NUL */
	RECORD_FAILED, /* reading failed: input->error */
};

/*
 * The next good record of an input; bad lines are told and left out.
 * why lends its memory to the faults told.
 */
enum record_status record_next(struct input *in, struct record *rec,
    fault_fn *tell, void *context, struct buf *why);

#endif
