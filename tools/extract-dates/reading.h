/*
 * The groups of a matched form, by number.
 */
#ifndef EXTRACT_DATES_READING_H
#define EXTRACT_DATES_READING_H

#include "grammar.h"
#include "words.h"

/* What the named groups of forms.c hold. */
enum group {
	GROUP_CAN_CHI,
	GROUP_COMING,
	GROUP_COUNT,
	GROUP_COUNT_2,
	GROUP_COUNT_3,
	GROUP_COUNT_TO,
	GROUP_DAY,
	GROUP_DAY_2,
	GROUP_DAY_SHIFT,
	GROUP_DAY_WORD,
	GROUP_EDGE,
	GROUP_EVE,
	GROUP_FULL_MOON,
	GROUP_GONE,
	GROUP_GOODS,
	GROUP_HALF,
	GROUP_HOLIDAY,
	GROUP_HOUR,
	GROUP_HOUR_WORD,
	GROUP_LESS,
	GROUP_LUNAR_MARK,
	GROUP_MINUTE,
	GROUP_MOD,
	GROUP_MONTH,
	GROUP_MONTH_2,
	GROUP_MONTH_SHIFT,
	GROUP_MONTH_WORD,
	GROUP_NOW,
	GROUP_PART,
	GROUP_QUARTER,
	GROUP_QUARTER_2,
	GROUP_QUARTER_SHIFT,
	GROUP_SAME,
	GROUP_SEASON,
	GROUP_SECOND,
	GROUP_SHORT_YEAR,
	GROUP_SOLAR,
	GROUP_TET,
	GROUP_UNIT,
	GROUP_WEEKDAY,
	GROUP_WEEK_SHIFT,
	GROUP_YEAR,
	GROUP_YEAR_2,
	GROUP_YEAR_SHIFT,
};

/* Their names in the forms, for pattern_number_groups(). */
extern const char *const group_names[];

struct reading {
	const struct span *groups; /* by enum group */
	struct str folded, text;
	const struct holidays *holidays;
};

static inline bool
reading_has(const struct reading *r, enum group group)
{
	return r->groups[group].start <= r->groups[group].end;
}

/* The group's text; empty if it took no part. */
static inline struct str
reading_group(const struct reading *r, enum group group)
{
	if (!reading_has(r, group))
		return STR("");
	return str_slice(
	    r->folded, r->groups[group].start, r->groups[group].end);
}

/* The value of the group's word; none: it is not there or not of words. */
static inline int
reading_word(const struct reading *r, enum group group,
    const struct word *words, int none)
{
	return reading_has(r, group)
		   ? word_value(words, reading_group(r, group), none)
		   : none;
}

/* The number in a group of digits; 0: absent. */
int reading_number(const struct reading *r, enum group group);

/* Fill a duration's or set's value; false: the words mean none. */
bool reading_duration(const struct reading *r, struct piece *p);
bool reading_set(const struct reading *r, struct piece *p);

#endif
