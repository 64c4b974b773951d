/*
 * Where words and numbers begin in a sentence: the only places at which a
 * piece may begin.
 */
#ifndef EXTRACT_DATES_STARTS_H
#define EXTRACT_DATES_STARTS_H

#include "openers.h"

struct starts {
	struct str folded, text;
	const struct openers *openers;
	/* a bit a byte: where words begin, and what are letters */
	uint64_t *places, *letters;
	size_t blocks, cap; /* in words of those */
	/* the places that starts_next() looks at */
	uint32_t *found;
	size_t next, count, room;
};

/*
 * text is the sentence as written, folded it in small letters, shorter than
 * 4 GiB; both must stay while starts_next() is called.  openers, if not NULL,
 * leave out the places where no piece can begin.  What s held of another
 * sentence is reused, so it begins as zeros and is freed once.
 */
void starts_open(struct starts *s, const struct openers *openers,
    struct str folded, struct str text);
/* The same by vectors of so many bytes: see vector_width(). */
void starts_open_by(unsigned width, struct starts *s,
    const struct openers *openers, struct str folded, struct str text);
void starts_close(struct starts *s);

/*
 * The next place, at or after at, where a word or number begins; folded.len if
 * there is none.  Also where a letter follows a digit ("15h15chiều") or a
 * capital a small letter ("cấpSáng"), and at the day of a time stamp that is
 * glued to other digits ("202310/02/2023 - 19:44:00").  A number inside another
 * ("1.213,5", "24/24") or behind a word's "-" ("U-22") is none, unless at is
 * right before it.
 *
 * at is where the last piece ended, 0 before the first.  The class of what may
 * begin is the openers', OPENER_ANY without them.
 */
size_t starts_next(struct starts *s, size_t at, unsigned char *class);

#endif
