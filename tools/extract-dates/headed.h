/* Times that stand behind the name of a campaign: "Cao điểm Tết 2025: 2 tháng
 * bắt 300 đối tượng". */
#ifndef EXTRACT_DATES_HEADED_H
#define EXTRACT_DATES_HEADED_H

#include "compose.h"

/* Whether a campaign is named in the clause right before a place. */
bool headed_is_named(struct str folded, size_t at);

/* Whether a moment, or a duration, is so a campaign's. */
bool headed_is_time(struct str folded, const struct expression *e);
bool headed_is_length(struct str folded, const struct expression *e);

#endif
