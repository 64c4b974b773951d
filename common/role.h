/*
 * What a segment is that is no sentence.
 */
#ifndef CAODIEM_ROLE_H
#define CAODIEM_ROLE_H

#include "boundary.h"
#include "message.h"
#include "str.h"

struct role_rules;

struct role_rules *role_rules_new(struct fault *fault);
void role_rules_free(struct role_rules *rules);
const struct table *role_table(void);

/*
 * "dateline", "caption", "byline", "heading", "boilerplate", or NULL for a
 * sentence; whole: the segment is its whole line.
 */
const char *role_of(struct role_rules *rules, struct str segment, bool whole);

#endif
