/*
 * Whether a moment alone is an end of an open range.
 */
#ifndef EXTRACT_DATES_OPEN_H
#define EXTRACT_DATES_OPEN_H

#include "moment.h"
#include "str.h"

/* Whether "đến 31/7", which begins at until, ends what the words before it tell
 * the time of, and is not when something happened. */
bool open_lasts(struct str folded, size_t until);

/* "Kết quả rà soát đến ngày 10/5: 12 vụ", "Đến ngày 10/5: 12 vụ": whether what
 * is told behind a colon was counted to then. */
bool open_is_counted(struct str folded, size_t until, size_t end);

/* "dời từ 31/10 sang 10/11": whether something is moved from there, and does
 * not begin then. */
bool open_is_left(struct str folded, struct span span);

/* Whether the time is the old or the new one of something that is moved. */
bool open_is_moved(struct str folded, struct span span);

/* "yêu cầu đến 30-9 phải xong": whether "đến" and a moment, from until to end,
 * are an end if the moment is yet to come. */
bool open_may_end(
    struct str folded, size_t until, const struct moment *m, size_t end);

#endif
