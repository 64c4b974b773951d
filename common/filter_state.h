/* What filter.c and filter_options.c share; no tool includes it. */
#ifndef CAODIEM_FILTER_STATE_H
#define CAODIEM_FILTER_STATE_H

#include "filter.h"
#include "io.h"
#include "segment.h"

enum mode {
	MODE_ALL,       /* every line, and the own records */
	MODE_ONLY,      /* -o: the own records */
	MODE_SENTENCES, /* -s: these and the lines that they stand in */
	MODE_COUNT,     /* -c: how many */
};

struct filter {
	const struct annotator *tool;
	void *self;
	struct messages messages;
	struct output out;
	struct segment_options segmenting;
	enum mode mode;
	bool from_text, keep, status_of_none, color, prefilter, sandbox;
	const char *table_name, *own[FILTER_OWN_OPTIONS];
	/* of the input that is read */
	const char *file;
	size_t line, found_in_file, found;
	/* reused from line to line */
	struct buf folded, why, written, held;
	struct annotations annotations;
};

/* Takes the command line; -1: go on from optind, else the status to end
 * with. */
int filter_options(struct filter *f, int argc, char **argv);

#endif
