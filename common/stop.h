/*
 * Full stops, question marks, ellipses: whether a sentence ends there.
 */
#ifndef CAODIEM_STOP_H
#define CAODIEM_STOP_H

#include "boundary.h"

/*
 * Reads the group of stops at a place, with the closing quotes and brackets
 * behind it; *end is behind the group.  true: a sentence ends with it.
 */
bool stop_ends(struct boundary_scan *scan, size_t at, size_t *end);

#endif
