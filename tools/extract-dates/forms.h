/*
 * The grammar's tables: token classes, the forms that are made of them, and
 * what the forms begin with.  To add a form is to add a row.
 */
#ifndef EXTRACT_DATES_FORMS_H
#define EXTRACT_DATES_FORMS_H

#include "grammar.h"

/*
 * What stands at a place, so that only the forms are tried that begin so.  A
 * number's are by what stands behind it.
 */
enum opening {
	OPENING_SLASH = '/',  /* 15/12 */
	OPENING_DASH = '-',   /* 2-3 tháng */
	OPENING_POINT = '.',  /* or a comma or bracket: 15.12, 2,5 năm */
	OPENING_COMMA = ',',  /* 15, 16 và 17/12 */
	OPENING_COLON = ':',  /* 16:30 */
	OPENING_HOUR = 'h',   /* 16h30, 16 giờ */
	OPENING_MONTHS = 'u', /* 2 tháng, 15 tháng 12 */
	OPENING_UNIT = 'v',   /* 2 năm */
	OPENING_AND = 'a',    /* 15 và 16/12 */
	OPENING_YEAR = 'y',   /* nothing of that: 2016 */
	/* words */
	OPENING_DAY = 'd',         /* ngày, hôm, mùng, rằm */
	OPENING_DAY_SLASH = 'D',   /* ngày 15/12 */
	OPENING_EDGE = 'e',        /* đầu, cuối, nửa, những */
	OPENING_LONG = 'l',        /* tháng, quý, tuần */
	OPENING_SEASON = 's',      /* mùa, xuân; sn */
	OPENING_NUMBER = 'n',      /* hai tháng; năm, the year too */
	OPENING_NUMBER_UNIT = 'w', /* hai ngày */
	OPENING_NAM = 'r',         /* năm nay, năm Giáp Thìn */
	OPENING_NAM_YEAR = 'Y',    /* năm 2016 */
	OPENING_PART = 'p',        /* sáng, đêm */
	OPENING_HOLIDAY = 't',     /* tết */
	OPENING_OTHER = 'o',
};

#define OPENING_COUNT 22

/* Their letters, OPENING_COUNT of them. */
extern const char openings[];

/* The tables' ends are rows of NULL; with them they are at most so long. */
#define CLASSES_MOST 56
#define FORMS_MOST 96

extern const struct pattern_class token_classes[];

/* {num}, the number that a form begins with: what it can be at some openings;
 * the last is for all. */
struct first_number {
	const char *openings, *regex;
};

extern const struct first_number first_numbers[];

struct form {
	const char *openings; /* letters of enum opening: what it begins with */
	enum piece_kind kind;
	enum unit unit;
	unsigned flags;
	const char *regex;
};

extern const struct form forms[];

/*
 * What the forms begin with (but for the holidays): the first word and what may
 * follow it, as openers_add() takes them.  A form that begins otherwise must be
 * told here, or it is only tried with --no-prefilter.
 */
struct first_word {
	enum opening opening;
	const char *first, *seconds;
};

extern const struct first_word first_words[];

#endif
