/* Numbers with a unit behind them that are no figures: days, names, parts. */
#ifndef EXTRACT_TARGETS_EXCLUDED_H
#define EXTRACT_TARGETS_EXCLUDED_H

#include "items.h"

/* items: those in front of the figure. */
bool is_excluded(const struct items *items, const struct sentence *sentence,
    const struct figure *f);

#endif
