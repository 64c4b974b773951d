/*
 * What stands before a full stop and keeps it from ending a sentence.
 */
#ifndef CAODIEM_ABBREVIATION_H
#define CAODIEM_ABBREVIATION_H

#include "boundary_rules.h"

/* What a full stop stands behind: from the last blank, quote or bracket of the
 * segment. */
struct str abbreviation_token(const struct boundary_scan *scan, size_t at);

enum abbreviation abbreviation_of(
    const struct boundary_scan *scan, struct str token);

#endif
