/*
 * Gathers the records of a document and writes its JSON when it is over:
 * its end record, another id, another doc record or the end of the input.
 * Holds one document, as JSON text; nothing is kept from one to the next.
 */
#ifndef CAODIEM_TO_JSON_DOCUMENT_H
#define CAODIEM_TO_JSON_DOCUMENT_H

#include "writer.h"
#include "record.h"

enum per {
	PER_DOCUMENT,
	PER_SEGMENT,
	PER_RECORD,
};

struct document;

/* json, file names and context must outlive it. */
struct document *document_new(
    enum per per, struct writer *writer, fault_fn *tell, void *context);
void document_free(struct document *d);

/*
 * Takes the next record, read from that file and line; one that is wrong is
 * told and left out.
 */
void document_take(struct document *d, const struct record *rec,
    const char *file, size_t line);

/* The input is over. */
void document_finish(struct document *d);

#endif
