/* Days without a year that say again, or more closely, when the time in front
 * of them is: "Tết 2014 (từ 29/1 đến 5/2)", "Năm 2020, từ tháng 3 đến tháng
 * 9". */
#ifndef EXTRACT_DATES_ANCHOR_H
#define EXTRACT_DATES_ANCHOR_H

#include "compose.h"
#include "resolve.h"

struct anchor {
	bool set; /* of the expression before */
	struct reference reference;
};

/*
 * Whether e, which is yet to be resolved, does so of the resolved expression
 * before it, or goes on a list that does; what completes it in place of the
 * reference date is then in *anchor.
 */
bool anchor_holds(struct str folded, const struct expression *before,
    const struct expression *e, struct anchor *anchor);

/* Of e, resolved against an anchor: what the reference date supplied is what it
 * supplied to the expression before. */
void anchor_imply(const struct expression *before, struct expression *e);

#endif
