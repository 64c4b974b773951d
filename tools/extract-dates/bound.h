/* Days on which something begins or ends: "khép lại vào ngày 14/2". */
#ifndef EXTRACT_DATES_BOUND_H
#define EXTRACT_DATES_BOUND_H

#include "compose.h"

/* Whether a moment is the start or end of what lasts, as a single day, or the
 * month that it takes. */
bool bound_is(struct str folded, const struct expression *e);

/* Whether it is the day on which the police withdraw: "thu quân ngày 22/7". */
bool bound_is_withdrawal(struct str folded, const struct expression *e);

#endif
