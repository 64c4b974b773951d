/* JSON Feed 1.0 and 1.1, read by Jansson. */
#ifndef CAODIEM_FROM_FEED_JSONFEED_H
#define CAODIEM_FROM_FEED_JSONFEED_H

#include "feed.h"

/*
 * Adds the items of mended JSON; what is broken is told, and reading goes on
 * with the next item.  false: it is no feed, and nothing was told.
 */
bool jsonfeed_read(struct feed *feed, struct str json);

#endif
