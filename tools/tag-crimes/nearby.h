/*
 * What stands near a crime and belongs to it, or makes it another one: "để
 * chiếm đoạt tài sản" and places behind it, who suffers it in front of it.
 */
#ifndef TAG_CRIMES_NEARBY_H
#define TAG_CRIMES_NEARBY_H

#include "act.h"

/* Takes in what is near a group's mentions. */
void nearby_take(
    const struct rulebook *book, const struct reading *r, struct group *g);

#endif
