/* JSON from anywhere made such that Jansson reads its strings. */
#ifndef CAODIEM_JSON_MEND_H
#define CAODIEM_JSON_MEND_H

#include "str.h"

/*
 * The JSON with malformed bytes and lone surrogates ("\ud83d") as U+FFFD, each
 * adding one to *bad: itself if there are none, else in mended, whose memory is
 * reused.
 */
struct str json_mend(struct str json, struct buf *mended, size_t *bad);

#endif
