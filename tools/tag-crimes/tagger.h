/*
 * tag-crimes as an annotator: the built-in table, a user's own, and the
 * sentence's mentions as records.
 */
#ifndef TAG_CRIMES_TAGGER_H
#define TAG_CRIMES_TAGGER_H

#include "filter.h"

extern const struct annotator tagger;

#endif
