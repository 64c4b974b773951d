/*
 * Whether a piece that may be something else (a fraction, an ordinal, a number
 * of hours) is a time where it stands.
 */
#ifndef EXTRACT_DATES_LICENSE_H
#define EXTRACT_DATES_LICENSE_H

#include "grammar.h"

/* Whether a clock time such as "2 giờ" is a number of hours. */
bool license_is_hours(struct str folded, const struct piece *p);

/* Whether the piece is a mention by itself. */
bool license_stands(struct str folded, struct str text, const struct piece *p);

#endif
