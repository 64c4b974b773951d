/*
 * Makes the text of one paragraph clean: well-formed UTF-8 in NFC, each run of
 * white space one space, no control characters, D with stroke in its one form.
 * Remembers where every byte came from.  Offsets are bytes.
 */
#ifndef CAODIEM_CLEAN_H
#define CAODIEM_CLEAN_H

#include "scan.h"
#include "str.h"

/* From text on, the bytes are those from source on, up to the next mark. */
struct clean_mark {
	size_t text, source;
	size_t before; /* where the source of what stands before text ends */
};

struct clean {
	struct str text;         /* the clean text, in own or in the source */
	struct scan_masks masks; /* of the text, but for clean_take() */
	struct buf own, piece;
	struct clean_mark *marks;
	size_t mark_count, mark_cap;
	size_t *bad; /* source offsets of what became U+FFFD */
	size_t bad_count, bad_cap;
	size_t cursor; /* mark last used by clean_source_*() */
};

/* White space, among it no-break and zero-width space, BOM and line ends. */
bool clean_is_space(uint32_t code);

/* Characters that show nothing and are dropped: soft hyphen, joiners. */
bool clean_is_invisible(uint32_t code);

/*
 * Cleans a copy of source.  No white space stands at the start of the text, at
 * most one space at its end; SCAN_BEHIND bytes behind it can be read.
 */
void clean_paragraph(struct clean *c, struct str source);

/* The same where it is known what of source needs a closer look: dirty is what
 * scan_text() found in a text in which source begins at base. */
void clean_dirty(
    struct clean *c, struct str source, const uint64_t *dirty, size_t base);

/* Takes source, which scan_text() found to be clean, for the text. */
void clean_take(struct clean *c, struct str source);

/* Source offset of the character that starts at an offset of the text. */
size_t clean_source_start(struct clean *c, size_t at);

/* Source offset after the character that ends at an offset of the text. */
size_t clean_source_end(struct clean *c, size_t at);

void clean_free(struct clean *c);

#endif
