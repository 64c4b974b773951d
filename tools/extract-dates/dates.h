/*
 * The annotator of calendar time.  Its tables are the holidays, to which -f
 * adds, and the lunar years.
 */
#ifndef EXTRACT_DATES_DATES_H
#define EXTRACT_DATES_DATES_H

#include "filter.h"

extern const struct annotator dates_annotator;

#endif
