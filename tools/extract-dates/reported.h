/*
 * Ranges that are no campaign's.
 */
#ifndef EXTRACT_DATES_REPORTED_H
#define EXTRACT_DATES_REPORTED_H

#include <stdbool.h>

#include "compose.h"
#include "str.h"

/* "so với cùng kỳ (15/10 - 14/11)", "Đến hết 28/12, công an đã bắt ...":
 * whether a range is only reported on, compared with or free of work. */
bool reported_range(struct str folded, const struct expression *e);

#endif
