/* The months and quarters that a sentence gives to a campaign that it tells of
 * by its object: "mở cao điểm trấn áp tội phạm trộm cắp trong tháng 12". */
#ifndef EXTRACT_DATES_WINDOW_H
#define EXTRACT_DATES_WINDOW_H

#include "compose.h"

/* Whether a moment is such a month or quarter. */
bool window_is_given(struct str folded, const struct expression *e);

/* Whether a campaign is opened behind an open range that begins a sentence: "Từ
 * đầu tháng 12, công an tỉnh mở đợt cao điểm". */
bool window_is_begun(struct str folded, const struct expression *e);

#endif
