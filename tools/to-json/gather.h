/*
 * Gathers the records of a document and writes its JSON when it is over:
 * its end record, another id, another doc record or the end of the input.
 * Holds one document, as JSON text; nothing is kept from one to the next.
 */
#ifndef CAODIEM_TO_JSON_GATHER_H
#define CAODIEM_TO_JSON_GATHER_H

#include "writer.h"
#include "record.h"

enum per {
	PER_DOCUMENT,
	PER_SEGMENT,
	PER_RECORD,
};

struct gatherer;

/* json, file names and context must outlive it. */
struct gatherer *gather_new(
    enum per per, struct writer *writer, fault_fn *tell, void *context);
void gather_free(struct gatherer *g);

/*
 * Takes the next record, read from that file and line; one that is wrong is
 * told and left out.
 */
void gather_take(struct gatherer *g, const struct record *rec, const char *file,
    size_t line);

/* The input is over. */
void gather_finish(struct gatherer *g);

#endif
