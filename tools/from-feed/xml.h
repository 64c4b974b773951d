/* RSS 0.9x, 1.0 and 2.0 and Atom 1.0, read by expat. */
#ifndef CAODIEM_FROM_FEED_XML_H
#define CAODIEM_FROM_FEED_XML_H

#include "feed.h"

/*
 * Adds the items of mended XML; what is broken is told, and reading goes on
 * with the next item.  false: it is no feed, and nothing was told.
 */
bool xml_read(struct feed *feed, struct str xml);

#endif
