/* The items of a feed become NDJSON documents, as segment -j reads them. */
#ifndef CAODIEM_FROM_FEED_PUBLISH_H
#define CAODIEM_FROM_FEED_PUBLISH_H

#include "entity.h"
#include "feed.h"
#include "io.h"

struct publisher;

/* since: YYYY, YYYY-MM or YYYY-MM-DD, or empty.  All must outlive it. */
struct publisher *publisher_new(
    struct output *out, const struct entities *e, struct str since);
void publisher_free(struct publisher *p);

/*
 * Writes the items in order; one that was written before in the same words
 * is left out.  Items without date are never too old.  Tells how many were
 * written of a feed that breaks off.
 */
void publish(struct publisher *p, struct feed *feed);

#endif
