/*
 * The pieces that expressions of time are made of: "16 giờ 30", "chiều",
 * "ngày 15/12", "quý IV/2022", "45 ngày đêm".  The grammar is two tables:
 * token classes and forms.
 */
#ifndef EXTRACT_DATES_GRAMMAR_H
#define EXTRACT_DATES_GRAMMAR_H

#include "holidays.h"
#include "moment.h"
#include "openers.h"
#include "pattern.h"

enum piece_kind {
	PIECE_MOMENT,
	PIECE_RANGE,    /* moment to second */
	PIECE_DURATION, /* value */
	PIECE_SET,      /* value */
	PIECE_NONE,     /* something else that looks like one */
};

/* How a piece may stand. */
enum {
	FORM_WEAK = 1 << 0, /* no mention by itself, only as a part of one */
	FORM_FRACTION = 1 << 1, /* or a score, share: needs its context */
	FORM_YEAR = 1 << 2,     /* a bare year: needs its context */
	FORM_NOW = 1 << 3,   /* "nay", "mùng 6": only as the end of a range */
	FORM_CLOCK = 1 << 4, /* may also be a duration */
	FORM_STAMP = 1 << 5, /* a clock time with colons */
	FORM_LIST = 1 << 6,  /* a day that takes its month from what follows */
	FORM_HOURS = 1 << 7, /* a duration that may also be a clock time */
	FORM_DAY_ONLY = 1 << 8, /* "ngày 15": needs its context */
	FORM_BARE = 1 << 9,     /* a number alone, in a list */
	FORM_ONE = 1 << 10,     /* not behind a plural: những năm qua */
	FORM_DECADE = 1 << 11,  /* the years that begin so: những năm 1980 */
	FORM_MEMBER = 1 << 12,  /* a month in a list, by its number alone */
	FORM_LISTED = 1 << 13,  /* a part of a day in a list: no range begins */
};

struct piece {
	struct span span;
	enum piece_kind kind;
	unsigned flags;
	struct moment moment, second;
	char value[40];
};

struct grammar;

/* holidays must last.  NULL: *why tells what is wrong. */
struct grammar *grammar_open(const struct holidays *holidays, const char **why);
void grammar_close(struct grammar *g);

/* Compiles at once what else is compiled when it is first needed.  false: *why
 * tells which form is wrong. */
bool grammar_compile(struct grammar *g, struct buf *why);

enum grammar_result {
	GRAMMAR_NONE,
	GRAMMAR_FOUND,
	GRAMMAR_LIMIT,
};

/* A place in a sentence, folded and as written, and what starts_next() tells
 * of it. */
struct place {
	struct str folded, text;
	size_t at;
	unsigned char opening;
};

/* The piece that begins at a place. */
enum grammar_result grammar_match(
    struct grammar *g, const struct place *place, struct piece *piece);

/* What the forms begin with, for starts_next(). */
const struct openers *grammar_openers(const struct grammar *g);

#endif
