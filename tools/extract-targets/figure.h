/*
 * Figures: a number with a unit of units.tsv, as it stands in a folded
 * sentence, and its value.
 */
#ifndef EXTRACT_TARGETS_FIGURE_H
#define EXTRACT_TARGETS_FIGURE_H

#include "lexicon.h"
#include "message.h"
#include "sieve.h"
#include "str.h"
#include "table.h"
#include "units.h"

enum figure_form {
	FIGURE_PLAIN, /* 87 vụ */
	FIGURE_RANGE, /* 5 - 7 % */
	FIGURE_RATIO, /* 28/28 ổ nhóm */
	FIGURE_VAGUE, /* hàng chục vụ */
};

struct figure {
	size_t start, end; /* number and unit */
	size_t unit_start;
	enum figure_form form;
	const struct unit *unit;
	struct span value, second; /* of the reader's strings; second: the
				    * other end of a range, or the total */
};

struct figures;

/* extra: more units, or others for the same surfaces; NULL is none. */
struct figures *figures_open(
    const struct table *table, const struct table *extra, struct fault *fault);
void figures_close(struct figures *f);

/* Everything that can stand right behind a number is told to the sieve.
 * false: it is too much. */
bool figures_sieve(const struct figures *f, struct sieve *sieve);

/* To be called before the first figure of each sentence is read. */
void figures_begin(struct figures *f);

/* Whether a figure may begin here: its number need not be one. */
bool figure_begins(struct figures *f, struct str folded, size_t at);

/*
 * Reads the figure whose number begins at a digit or at "hàng"; its values
 * are appended to strings.
 */
bool figure_read(struct figures *f, struct str folded, size_t at,
    struct figure *figure, struct buf *strings, bool *limit);

#endif
