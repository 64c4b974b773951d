/* The bytes of a feed, in whatever encoding, as UTF-8. */
#ifndef CAODIEM_FROM_FEED_CHARSET_H
#define CAODIEM_FROM_FEED_CHARSET_H

#include "str.h"

/*
 * Appends raw as well-formed UTF-8 without a BOM and without control
 * characters but TAB, LF and CR: the encoding is the BOM's, else the XML
 * declaration's, else UTF-8.  *malformed counts the sequences that became
 * U+FFFD.  false: iconv(3) knows no such encoding, whose name is in *name.
 */
bool charset_decode(
    struct buf *utf8, struct str raw, size_t *malformed, char name[64]);

/* The same for what is UTF-8, or should be. */
void charset_mend(struct buf *utf8, struct str raw, size_t *malformed);

#endif
