/* The days, months and quarters that a sentence gives to a campaign that it
 * tells of by its object: "mở cao điểm trấn áp tội phạm trộm cắp trong tháng
 * 12". */
#ifndef EXTRACT_DATES_WINDOW_H
#define EXTRACT_DATES_WINDOW_H

#include "compose.h"

/* Whether a moment is such a month or quarter, or the first of such days. */
bool window_is_given(struct str folded, const struct expression *e);

/* Whether an expression is the next of a list that has begun with one that is a
 * campaign's: "trong tháng 12/2023 và tháng 1/2024". */
bool window_goes_on(struct str folded, const struct expression *e,
    const struct expression *before);

/* Whether a range is that of a plan's peak: "...; giai đoạn cao điểm: từ
 * 5/1". */
bool window_is_peak(struct str folded, const struct expression *e);

/* Whether a range of days stands right behind "cao điểm", but that of an hour
 * or a season. */
bool window_is_of_peak(struct str folded, const struct expression *e);

/* Whether a line begins with a range and goes on with when it is reviewed:
 * "15/12/2021 - 15/2/2022; sơ kết ngày 10/1". */
bool window_is_reviewed(struct str folded, const struct expression *e);

/* Whether a campaign is opened behind an open range that begins a sentence: "Từ
 * đầu tháng 12, công an tỉnh mở đợt cao điểm". */
bool window_is_begun(struct str folded, const struct expression *e);

/* Whether a range up to now at a place is that of a campaign so far: "Từ 15/11
 * đến nay, thực hiện đợt cao điểm", "đợt cao điểm này (từ 15/11 đến nay)". */
bool window_is_so_far(struct str folded, struct span span);

/* Whether a length ends the words that open a campaign: "mở đợt cao điểm truy
 * quét buôn lậu, hàng giả 2 tháng". */
bool window_is_opened_for(struct str folded, const struct expression *e);

#endif
