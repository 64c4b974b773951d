/*
 * Turns the named groups of a matched form into a piece.
 */
#ifndef EXTRACT_DATES_READ_H
#define EXTRACT_DATES_READ_H

#include "grammar.h"

/*
 * Fills the piece, whose kind, unit, flags and span are set, from the last
 * match.  false: the words fit the form but mean nothing (31/2, 45/13).
 */
bool read_piece(struct pattern *match, const struct place *place,
    const struct holidays *holidays, struct piece *piece);

#endif
