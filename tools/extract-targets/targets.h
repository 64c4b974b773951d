/*
 * Targets of one sentence: figures, zeros and aims with their meaning.
 */
#ifndef EXTRACT_TARGETS_TARGETS_H
#define EXTRACT_TARGETS_TARGETS_H

#include "filter.h"

extern const struct annotator targets_annotator;

#endif
