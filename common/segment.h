/*
 * The segmenter: text or NDJSON documents in, doc, seg and end records out.
 * All text becomes clean here (NFC, one space, no control characters).  Used
 * by segment(1) and by the annotators' -t.
 */
#ifndef CAODIEM_SEGMENT_H
#define CAODIEM_SEGMENT_H

#include <getopt.h>

#include "io.h"
#include "message.h"
#include "record.h"

struct segment_options {
	const char *date;        /* -d: reference date of every document */
	const char *id;          /* -i: id of the one document */
	const char *encoding;    /* --encoding: for iconv(3); NULL is UTF-8 */
	const char *keep_fields; /* --keep-fields: members, comma-separated */
	bool documents;          /* -j: NDJSON documents, not plain text */
	bool wrapped;            /* -w: a line end is no boundary */
	size_t max_line;         /* of an NDJSON document */
};

/* The options' letters and long names, for getopt_long(3). */
#define SEGMENT_LETTERS "d:i:jw"
enum {
	SEGMENT_ENCODING = 256,
	SEGMENT_KEEP_FIELDS,
	SEGMENT_MAX_LINE,
	SEGMENT_OPTION_END,
};
#define SEGMENT_LONG_OPTIONS                                                   \
	{"date", required_argument, NULL, 'd'},                                \
	    {"id", required_argument, NULL, 'i'},                              \
	    {"json", no_argument, NULL, 'j'},                                  \
	    {"wrapped", no_argument, NULL, 'w'},                               \
	    {"encoding", required_argument, NULL, SEGMENT_ENCODING},           \
	    {"keep-fields", required_argument, NULL, SEGMENT_KEEP_FIELDS},     \
	{                                                                      \
		"max-line", required_argument, NULL, SEGMENT_MAX_LINE          \
	}

/*
 * Takes one option that getopt_long() gave; false: it is not one of these, or
 * *why tells what is wrong with its argument.
 */
bool segment_option(struct segment_options *options, int letter,
    const char *argument, const char **why);

/* What the segmenter hands on.  A record holds during the call only; its line
 * has its LF behind it in memory. */
struct segment_sink {
	void (*emit)(void *context, const struct record *rec);
	fault_fn *tell;
	void *context;
};

struct segmenter;

struct segmenter *segmenter_new(
    const struct segment_options *options, const struct segment_sink *sink);

/* Memory for the line, of size bytes at most, of the record that is emitted
 * next, which then need not be copied; NULL: there is none. */
typedef char *segment_room_fn(void *context, size_t size);

/* Makes the segmenter ask the sink for room. */
void segment_lend(struct segmenter *s, segment_room_fn *room);

/*
 * Segments one input to its end.  0, or the errno of a failed read: then the
 * document that it broke off has no end record.
 */
int segment_input(struct segmenter *s, struct input *in);
void segmenter_free(struct segmenter *s);

#endif
