/*
 * The pass in front of the XML parser: well-formed UTF-8 that means to be XML
 * becomes XML that expat takes, and the line numbers stay.
 *
 * Away: the XML declaration, comments, instructions and the whole document
 * type declaration, so that no entity but a character is ever expanded.
 * Mended: a bare "&", HTML's named characters, "<" that begins no tag.  CDATA
 * sections, and markup that stands inside titles and texts, become character
 * data.
 */
#ifndef CAODIEM_FROM_FEED_MEND_H
#define CAODIEM_FROM_FEED_MEND_H

#include "entity.h"
#include "str.h"

/* Appends; *dropped counts the references to entities of the DTD. */
void mend_xml(
    struct buf *out, struct str xml, const struct entities *e, size_t *dropped);

#endif
