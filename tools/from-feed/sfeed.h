/* The TSV of sfeed(5): an item a line. */
#ifndef CAODIEM_FROM_FEED_SFEED_H
#define CAODIEM_FROM_FEED_SFEED_H

#include "feed.h"

/* Adds the item; false: the line is none, which was told. */
bool sfeed_read(struct feed *feed, struct str line, size_t number);

#endif
