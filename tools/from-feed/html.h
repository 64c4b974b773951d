/* The text of an HTML fragment as feeds carry it in titles and summaries. */
#ifndef CAODIEM_FROM_FEED_HTML_H
#define CAODIEM_FROM_FEED_HTML_H

#include "entity.h"
#include "str.h"

/*
 * Appends the text: tags away, references decoded, white space folded, an
 * empty line between paragraphs.  Time is linear in the length, whatever the
 * markup.
 */
void html_text(struct buf *out, struct str html, const struct entities *e);

/* Appends plain text: its references decoded, blanks folded, lines kept. */
void html_plain(struct buf *out, struct str text, const struct entities *e);

#endif
