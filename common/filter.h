/*
 * The annotators' shared main: options, reading, pass-through, writing and
 * errors.  A tool gives its name, the kind of its records, and a function
 * that finds the annotations of one sentence.
 */
#ifndef CAODIEM_FILTER_H
#define CAODIEM_FILTER_H

#include "message.h"
#include "str.h"
#include "table.h"

#define FILTER_OWN_OPTIONS 4

struct sentence {
	struct str text;       /* well-formed, NFC, no control characters */
	struct str folded;     /* text_fold() of it: the same offsets */
	struct str reference;  /* the document's date, as precise as known */
	struct str attributes; /* of its seg record */
	bool prefilter;        /* false: try a match at every place */
};

/* The annotations of one sentence, in any order; they are sorted later. */
struct annotations {
	struct annotation *items;
	size_t count, cap;
	struct buf strings; /* values and attributes, one after the other */
};

struct annotation {
	size_t start, end;             /* bytes of the text */
	struct span value, attributes; /* of annotations.strings */
	size_t line;                   /* the filter's: where it is written */
};

/* Copies value and attributes; start < end <= length of the text. */
void annotations_add(struct annotations *a, struct span place, struct str value,
    struct str attributes);

struct annotator {
	const char *name, *kind, *purpose;
	const struct table *tables; /* the built-in ones; name NULL ends */
	/* The tool's own long options and what they are for: pairs
	 * "name" or "name=ARG", help; NULL ends. */
	const char *const *own_options;
	/*
	 * Prepares the tables; extra is the user's (-f) or NULL, and own holds
	 * the own options' arguments in their order (NULL: not given, "" for
	 * one without).  NULL: *fault tells what is wrong.
	 */
	void *(*open)(const struct table *extra, const char *const *own,
	    struct fault *fault);
	/* false: a limit ended the search early; what is found is kept. */
	bool (*find)(void *self, const struct sentence *sentence,
	    struct annotations *found);
	void (*close)(void *self);
};

/* The whole of a tool's main(); the exit status. */
int filter_main(int argc, char **argv, const struct annotator *tool);

#endif
