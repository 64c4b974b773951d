/*
 * Dates of documents: ISO 8601, RFC 822, seconds since 1970.  Vietnam's time
 * is seven hours east of UTC all year.
 */
#ifndef CAODIEM_TIMESTAMP_H
#define CAODIEM_TIMESTAMP_H

#include "str.h"

enum timestamp_precision {
	TIMESTAMP_YEAR,
	TIMESTAMP_MONTH,
	TIMESTAMP_DAY,
	TIMESTAMP_TIME,
};

/* In Vietnam's time; what is beyond the precision is 0. */
struct timestamp {
	enum timestamp_precision precision;
	int year;
	unsigned month, day, hour, minute, second;
};

/*
 * Reads any of the forms: a time with an offset is turned to Vietnam's, one
 * without is Vietnamese.  Digits are a date if they are four or eight of
 * them, else seconds.  false: none of the forms, or no such day.
 */
bool timestamp_parse(struct str s, struct timestamp *t);
bool timestamp_of_seconds(int64_t seconds, struct timestamp *t);

/* Appends YYYY, YYYY-MM or YYYY-MM-DD. */
void timestamp_format_date(struct buf *out, const struct timestamp *t);

/* Appends YYYY-MM-DDTHH:MM:SS+07:00; only for TIMESTAMP_TIME. */
void timestamp_format(struct buf *out, const struct timestamp *t);

#endif
