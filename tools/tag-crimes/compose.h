/*
 * The mentions of a sentence: names that count, acts made of verbs and
 * things, rings and what they do; none overlaps another.
 */
#ifndef TAG_CRIMES_COMPOSE_H
#define TAG_CRIMES_COMPOSE_H

#include "act.h"

struct mentions {
	struct mention *items;
	size_t count, cap;
};

/* false: a limit ended a pattern early. */
bool compose(
    struct rulebook *book, const struct reading *r, struct mentions *found);

#endif
