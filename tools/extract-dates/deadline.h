/* What a preposition makes of a moment: a deadline, or about then. */
#ifndef EXTRACT_DATES_DEADLINE_H
#define EXTRACT_DATES_DEADLINE_H

#include "grammar.h"

/* "trước ngày 15/12", "khoảng tháng 5": the mod of a piece, that of its own
 * words among them. */
enum mod deadline_mod(struct str folded, const struct piece *p);

/* "gửi báo cáo trước 15/12": whether something is due by a day at a place. */
bool deadline_is_due(struct str folded, size_t at);

/* "khoảng", "gần": words for context_before(). */
extern const struct str deadline_about[];

/* "chậm nhất", "muộn nhất": the same. */
extern const struct str deadline_latest[];

#endif
