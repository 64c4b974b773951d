/* The bytes of a feed, whatever its format and encoding, become its items. */
#ifndef CAODIEM_FROM_FEED_BYTES_H
#define CAODIEM_FROM_FEED_BYTES_H

#include "entity.h"
#include "feed.h"

/* Memory that is reused from feed to feed. */
struct workspace {
	const struct entities *entities;
	struct buf utf8, mended;
};

void workspace_free(struct workspace *w);

/*
 * Makes w->utf8 of a feed's bytes; malformed ones are told.  false: told that
 * the encoding is not known.
 */
bool bytes_decode(struct workspace *w, struct feed *feed, struct str bytes);

/*
 * Adds the items of the feed in w->utf8; faults are told, one of them being
 * that it is no feed.
 */
void bytes_read_feed(struct workspace *w, struct feed *feed);

/* Adds the item of a line of sfeed(5); false: it is none, which was told. */
bool bytes_read_sfeed(
    struct workspace *w, struct feed *feed, struct str line, size_t number);

#endif
