/*
 * Full stops, question marks, ellipses: whether a sentence ends there.
 */
#ifndef CAODIEM_STOP_H
#define CAODIEM_STOP_H

#include "boundary.h"
#include "kind.h"

struct stop {
	size_t start, end; /* of the group */
	bool strong;       /* holds ! or ? */
	bool ellipsis;     /* two dots or more, or the one character */
	bool final;        /* "./." */
	bool quote_closed, bracket_closed;
	bool spaced; /* white space follows */
	size_t next; /* what follows, behind the space */
	enum kind follows;
};

/* Reads the group of stops at a place, and what closes behind it. */
void stop_read(struct boundary_scan *scan, size_t at, struct stop *stop);

/*
 * Reads the group of stops at a place, with the closing quotes and brackets
 * behind it; *end is behind the group.  true: a sentence ends with it.
 */
bool stop_ends(struct boundary_scan *scan, size_t at, size_t *end);

#endif
