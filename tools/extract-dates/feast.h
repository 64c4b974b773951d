/* Holidays that are called by the number of their day: "nghỉ lễ 30/4 và
 * 1/5". */
#ifndef EXTRACT_DATES_FEAST_H
#define EXTRACT_DATES_FEAST_H

#include "grammar.h"

/* The holiday that a piece is; NULL: none, or nothing tells that it is one. */
const struct holiday *feast_of(struct str folded, const struct piece *p);

#endif
