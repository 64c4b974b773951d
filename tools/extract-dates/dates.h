/*
 * The annotator: finds the expressions of time in one sentence.
 */
#ifndef EXTRACT_DATES_DATES_H
#define EXTRACT_DATES_DATES_H

#include "filter.h"

struct dates;

/*
 * The tables of holidays and of lunar years, whose bytes must last, and a
 * user's further holidays or NULL.  NULL: *fault tells what is wrong.
 */
struct dates *dates_open(const struct table *holidays,
    const struct table *lunar, const struct table *extra, struct fault *fault);
void dates_close(struct dates *d);

/* false: a limit ended the search early; what was found is kept. */
bool dates_find(struct dates *d, const struct sentence *sentence,
    struct annotations *found);

#endif
