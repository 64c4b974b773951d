/*
 * Puts pieces together: what complete each other become one moment, moments
 * with "từ ... đến ..." or a dash one range; and drops what its context does
 * not bear out.
 */
#ifndef EXTRACT_DATES_COMPOSE_H
#define EXTRACT_DATES_COMPOSE_H

#include "join.h"

struct expression {
	struct span span;
	enum piece_kind kind;
	bool has_from, has_to; /* of a range; a moment is in from */
	struct moment from, to;
	enum mod mod;
	bool campaign;
	bool aside; /* in brackets right behind the one before */
	/* bytes of the "đến " in front of what is an end if it is to come */
	size_t until;
	char value[40]; /* of durations and sets */
};

struct expressions {
	struct expression *items;
	size_t count, cap;
};

/* Rewrites pieces; adds to expressions. */
void compose(struct str folded, struct str text, struct pieces *pieces,
    struct expressions *out);

#endif
