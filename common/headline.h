/*
 * Headlines to which a sentence is glued.
 */
#ifndef CAODIEM_HEADLINE_H
#define CAODIEM_HEADLINE_H

#include <stdbool.h>
#include <stddef.h>

#include "boundary.h"

/* No headline has fewer bytes. */
#define HEADLINE_LEAST 8

/* Whether what the segment begins with is a headline without a stop and ends
 * where the word at a place begins a sentence: "nhân rộng Chiều 7.2, Ủy
 * viên". */
bool headline_ends(const struct boundary_scan *scan, size_t at);

#endif
