/*
 * The built-in table, and the rulebook that the build has made of it: reading
 * the table would take longer than reading an article.
 */
#ifndef TAG_CRIMES_PREPARED_H
#define TAG_CRIMES_PREPARED_H

#include "rulebook.h"

/* The one table; name NULL ends. */
extern const struct table prepared_tables[];

/* A rulebook of that table, as rulebook_read() would make it; nothing can be
 * read into it. */
struct rulebook *prepared_rulebook(void);

#endif
