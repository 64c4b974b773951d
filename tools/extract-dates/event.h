/* What happened in a campaign, or before it, has a time of its own: "Trong đợt
 * cao điểm, công an bắt nhóm cho vay lãi nặng từ tháng 3 đến tháng 12". */
#ifndef EXTRACT_DATES_EVENT_H
#define EXTRACT_DATES_EVENT_H

#include "compose.h"

/* Whether a range is the time of something else than the campaign that the
 * sentence names. */
bool event_has(struct str folded, const struct expression *e);

#endif
