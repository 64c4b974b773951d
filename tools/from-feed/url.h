/* What a document's id needs to know of web addresses. */
#ifndef CAODIEM_FROM_FEED_URL_H
#define CAODIEM_FROM_FEED_URL_H

#include "str.h"

bool url_is_absolute(struct str url);

/* Appends the host in small letters, without port, "www." or "m.". */
void url_host(struct buf *out, struct str url);

/* The article's number at the end of the path; len 0: none. */
struct str url_article(struct str url);

/* Appends the address without fragment and tracking parameters. */
void url_clean(struct buf *out, struct str url);

/* Appends url as it is meant on a page at base. */
void url_resolve(struct buf *out, struct str url, struct str base);

#endif
