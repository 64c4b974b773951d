/*
 * Puts pieces together that complete each other: "16 giờ 30" + "chiều" +
 * "15/12" is one moment.
 */
#ifndef EXTRACT_DATES_JOIN_H
#define EXTRACT_DATES_JOIN_H

#include "grammar.h"

struct pieces {
	struct piece *items;
	size_t count, cap;
};

/* What may stand between two pieces. */
enum glue {
	GLUE_NONE,
	GLUE_PLAIN,   /* nothing or a blank */
	GLUE_COMMA,   /* also a dash with blanks: apposition */
	GLUE_BRACKET, /* the second piece is in brackets */
	GLUE_AT,      /* lúc */
	GLUE_DASH,    /* of a range, or an apposition */
	GLUE_RANGE,   /* đến */
	GLUE_AND,
};

/* "đến", "tới": what a range's end stands behind. */
extern const struct str join_until_words[];

/* What stands between two pieces. */
enum glue join_glue(
    struct str folded, const struct piece *a, const struct piece *b);

/* Whether the ends of a range stand on both sides. */
static inline bool
join_is_range(enum glue glue)
{
	return glue == GLUE_DASH || glue == GLUE_RANGE;
}

/* Joins what can be; then the days of lists share their month and year. */
void join_pieces(struct str folded, struct pieces *pieces);

/* "25/10 (thời điểm phát lệnh) đến 13/12": whether a and b are the ends of a
 * range around words that are put between them. */
bool join_is_around(
    struct str folded, const struct piece *a, const struct piece *b);

#endif
