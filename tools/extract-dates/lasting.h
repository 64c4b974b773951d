/* How long a police campaign lasts: "45 ngày đêm ra quân". */
#ifndef EXTRACT_DATES_LASTING_H
#define EXTRACT_DATES_LASTING_H

#include "compose.h"

/* Whether a sentence tells of the police; {false, false}: not asked yet. */
struct police {
	bool asked, told;
};

/* Ten days or more, told in days. */
bool lasting_is_long(const struct expression *e);

/* "72 giờ": whether a length in hours is of some days. */
bool lasting_is_days(const struct expression *e);

/* "45 ngày đêm"; three of them may be anything. */
bool lasting_counts_nights(struct str folded, const struct expression *e);

/* "Kế hoạch 100 ngày", "45 ngày truy quét cát lậu": whatever it is for, it
 * takes so long. */
bool lasting_is_planned(
    struct str folded, const struct expression *e, struct police *police);

/* Whether a duration is of something else, or tied to the campaign, by its
 * neighbours. */
bool lasting_is_other(struct str folded, const struct expression *e);
bool lasting_is_its(struct str folded, const struct expression *e);

/* Whether a duration is the first or last part of what was told of before
 * it. */
bool lasting_is_part(struct str folded, const struct expression *e);

/* Whether the police are told what to reach in a length that is to come. */
bool lasting_is_ordered(struct str folded, const struct expression *e);

/* "Từ 16/12 đến 28/2, toàn lực lượng phải tập trung ...": the same for a range
 * of days. */
bool lasting_is_ordered_range(struct str folded, const struct expression *e);

/* Whether the name of a campaign, with what it is for, ends at a place. */
bool lasting_is_name(struct str folded, size_t at);

#endif
