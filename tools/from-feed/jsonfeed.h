/* JSON Feed 1.0 and 1.1, read by Jansson. */
#ifndef CAODIEM_FROM_FEED_JSONFEED_H
#define CAODIEM_FROM_FEED_JSONFEED_H

#include "feed.h"

/*
 * Adds the items; what is broken is told, with the complete items kept.
 * false: it is no feed, and nothing was told.
 */
bool jsonfeed_read(struct feed *feed, struct str json);

#endif
