/*
 * A moment: a point or unit of the calendar as precisely as a text gives it,
 * first with holes (what the text leaves out), then resolved.
 */
#ifndef EXTRACT_DATES_MOMENT_H
#define EXTRACT_DATES_MOMENT_H

#include "calendar.h"
#include "str.h"

/* The finest unit of the calendar that is named, coarse to fine. */
enum unit {
	UNIT_NONE, /* a clock time without a day */
	UNIT_YEAR,
	UNIT_HALF,
	UNIT_SEASON,
	UNIT_QUARTER,
	UNIT_MONTH,
	UNIT_WEEK,
	UNIT_DAY,
	UNIT_COUNT,
};

enum part {
	PART_NONE,
	PART_MORNING,
	PART_MIDDAY,
	PART_AFTERNOON,
	PART_EVENING,
	PART_NIGHT,
};

/* The later one wins where two meet. */
enum mod {
	MOD_NONE,
	MOD_APPROX,
	MOD_BEFORE,
	MOD_AFTER,
	MOD_START,
	MOD_MID,
	MOD_END,
};

/* What the reference date supplied. */
enum {
	IMPLIED_YEAR = 1,
	IMPLIED_MONTH = 2,
	IMPLIED_DAY = 4,
};

struct holiday {
	struct str phrase;
	bool lunar;
	int month, day;
	struct str name; /* empty: not named */
};

#define LAST_DAY 32 /* the last of a lunar month, whichever it is */

struct moment {
	enum unit unit;
	int year, month, day; /* 0: left out */
	int number;           /* of a half, quarter, season or week, from 1 */
	int weekday;          /* 1 Monday to 7 Sunday; 0: none */
	enum part part;
	int hour, minute, second; /* -1: none */
	/* Against the reference's unit: "last month" has -1 of UNIT_MONTH. */
	bool shifted[UNIT_COUNT];
	int shift[UNIT_COUNT];
	int cycle;       /* 1 to 60: the can-chi year; 0: none */
	bool lunar;      /* month and day (if any) are lunar until resolved */
	bool marked;     /* as lunar, by words that may be of a whole range */
	bool before_tet; /* year is that of the Tet behind the month */
	bool at_start;   /* a range from its first day on */
	bool at_end;     /* a range to its last day */
	bool lasts;      /* what lasts to it is told of before it ends */
	bool same;       /* a range to the end of its start's unit */
	bool bare;       /* which year or month is not said: "đầu năm" */
	bool next_day;   /* the day behind a range's start */
	bool every_year; /* a day that no year belongs to */
	bool counted;    /* what happened in it is counted */
	int direction; /* -1: in the past ("hồi"), 1: to come; 0: not said */
	bool decade;   /* year is the first of ten */
	bool conflict; /* can-chi and year contradict each other */
	const struct holiday *holiday;
	bool written; /* the holiday's day stands beside its name */
	enum mod mod;
	unsigned implied;
};

void moment_init(struct moment *m);

/*
 * Adds to *m what more says about the same time; false, and *m as it was:
 * both say something about one thing.
 */
bool moment_unify(struct moment *m, const struct moment *more);

/* Whether a moment is told by the name of Christmas. */
bool moment_is_christmas(const struct moment *m);

/* Sets the day to that of a number of calendar_number(). */
void moment_set_date(struct moment *m, long number);

/* The first and last day covered; false: not known. */
bool moment_bounds(const struct moment *m, long *first, long *last);

/* Appends the value: "2023-12-15TMO", "XXXX-12-15", "T16:30". */
void moment_format(struct buf *out, const struct moment *m);

#endif
