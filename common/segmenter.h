/*
 * Inside the segmenter: what segment.c, segment_text.c, segment_record.c and
 * segment_documents.c share.
 */
#ifndef CAODIEM_SEGMENTER_H
#define CAODIEM_SEGMENTER_H

#include "boundary.h"
#include "clean.h"
#include "decode.h"
#include "document.h"
#include "idset.h"
#include "role.h"
#include "run_on.h"
#include "section.h"
#include "segment.h"

/* Bytes that are looked through for the header and the dateline. */
#define SEGMENTER_HEAD 1000

/* The digits of a number that was written, less its last four. */
struct segment_number {
	size_t high, len;
	char digits[16];
};

struct segmenter {
	struct segment_options options;
	struct segment_sink sink;
	segment_room_fn *room; /* of the sink; may be NULL */
	struct boundary_rules *boundaries;
	struct role_rules *roles;
	struct decoder decoder;
	struct section section;
	struct run_on run_on;
	/* the input */
	struct input *in;
	/* the paragraph or line that is being read; of text, with SCAN_BEFORE
	 * bytes before it and SCAN_BEHIND behind it */
	struct buf pending;
	/* the document */
	struct buf id, date, title, attributes;
	size_t count;  /* segments written */
	size_t offset; /* of what is segmented next, in the document */
	size_t documents;
	bool started;
	/* of the run: told at its end, the first two with the first input that
	 * has any (NULL: none has) */
	size_t bad, runs, repeated;
	const char *bad_file, *runs_file;
	struct buf first_repeated;
	struct idset ids; /* those met */
	/* reused */
	struct clean clean, field;
	struct scan_masks masks; /* of the paragraphs that are pending */
	struct boundary_marks marks, clean_marks; /* of these; of clean */
	struct buf lead, dated; /* fields 1 and 6 of its seg records */
	struct segment_number number, place;
	struct document document;
	struct buf line, mended, why;
};

/* segment.c */
void segmenter_tell(struct segmenter *s, enum fault_kind kind, const char *file,
    size_t line, const char *text);

/* Appends an id; what no field may hold as %XX. */
void segmenter_add_id(struct buf *id, struct str s);

/* "-i" names one document; false, and told: this is another one. */
bool segmenter_may_begin(struct segmenter *s);

/* Writes the doc and end records of the document that is set up. */
void segmenter_begin(struct segmenter *s);
void segmenter_end(struct segmenter *s);

/* A time stamp at the beginning of a text refines a date less precise. */
void segmenter_refine_date(struct segmenter *s, struct str text);

/* Whether a text begins with a record of a stream, or with a JSON object. */
bool segmenter_is_record(struct str text);
bool segmenter_is_object(struct str text);

/* segment_paragraph.c */
/* A longer paragraph is taken in parts of so many bytes. */
#define SEGMENTER_WINDOW ((size_t)128 << 10)

/* Ends a run that is too long at its last space; false: it is short enough. */
bool segmenter_end_run(
    struct segmenter *s, struct str text, struct span *segment);

/*
 * Writes the segments of the paragraph in s->clean, or of a part of it whose
 * last segments are left for the next part.  candidates and base are those of
 * boundary_start().  Returns how many bytes of its source are done.
 */
size_t segmenter_write_segments(struct segmenter *s,
    const uint32_t **candidates, size_t base, bool last, bool first);

/* The same for what was made clean in s->clean, from len bytes. */
size_t segmenter_write_cleaned(
    struct segmenter *s, size_t len, bool last, bool first);

/* Writes what of a paragraph longer than a window is sure; what is done. */
size_t segmenter_segment_windows(struct segmenter *s, struct str source);

/* Writes the segments of a paragraph, or of the rest of one, whose line end
 * counts mark bytes. */
void segmenter_segment_paragraph(
    struct segmenter *s, struct str source, size_t mark);

/* segment_text.c */
int segmenter_read_text(struct segmenter *s);

/* Segments a text that is there as a whole. */
void segmenter_segment(struct segmenter *s, struct str text);

/* Writes a title as segments. */
void segmenter_segment_title(struct segmenter *s, struct str title);

/* segment_record.c */
/* Takes over the id and date that are set up. */
void segmenter_write_start(struct segmenter *s);

/* Writes a seg record. SCAN_BEHIND bytes behind the text can be read. section:
 * the name of the one that it stands in, or NULL. */
void segmenter_write(struct segmenter *s, struct str text, size_t start,
    size_t end, const char *role, const char *section);

/* segment_documents.c */
int segmenter_read_documents(struct segmenter *s);

#endif
