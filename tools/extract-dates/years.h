/* Years that point back: "tháng 3/2020 ..., tháng 10 cùng năm". */
#ifndef EXTRACT_DATES_YEARS_H
#define EXTRACT_DATES_YEARS_H

#include "join.h"

/* Days and months "of the same year" take it from what is told before them. */
void years_point_back(struct str folded, struct pieces *pieces);

#endif
