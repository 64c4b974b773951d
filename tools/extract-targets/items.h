/*
 * A sentence as a row of items: figures, cue words and the marks that divide
 * clauses.  What lies between two items is plain words.
 */
#ifndef EXTRACT_TARGETS_ITEMS_H
#define EXTRACT_TARGETS_ITEMS_H

#include "cut.h"
#include "figure.h"
#include "filter.h"
#include "lexicon.h"

enum item_kind {
	ITEM_FIGURE,
	ITEM_CUE,
	ITEM_COMMA,
	ITEM_SEMICOLON,
	ITEM_COLON,
	ITEM_DASH,  /* with a space before and behind it, or a list's mark */
	ITEM_SLASH, /* between two figures */
	ITEM_OPEN,
	ITEM_CLOSE,
	ITEM_QUOTE, /* either kind */
	ITEM_STOP,  /* . ! ? … */
};

enum status { STATUS_RESULT, STATUS_GOAL };
enum change { CHANGE_NONE, CHANGE_UP, CHANGE_DOWN };

struct item {
	enum item_kind kind;
	enum cue_kind cue_kind; /* of ITEM_CUE, else CUE_KINDS */
	const struct cue *cue;  /* of ITEM_CUE */
	size_t start, end;
	enum status status;
	/* of ITEM_FIGURE: */
	enum change change;
	enum op op;
	size_t reach_start, reach_end; /* with operators and change word */
	struct span of, base;          /* of the sentence; empty: unknown */
	struct figure figure;
};

struct items {
	struct item *list;
	size_t count, cap;
	struct buf strings; /* the figures' values */
	struct cut cut;     /* of the sentence */
};

void items_free(struct items *items);

/* sieve: of the sentence, or NULL to try a figure at every number.  false: a
 * limit ended the search in this sentence early. */
bool items_read(struct items *items, const struct sentence *sentence,
    struct figures *figures, const struct sieve *sieve,
    const struct lexicon *lexicon);

/* A figure's value or the second part of it. */
static inline struct str
items_value(const struct items *items, struct span part)
{
	return str_slice(buf_str(&items->strings), part.start, part.end);
}

/* Whether its value is no whole number: "5.7". */
bool items_has_fraction(const struct items *items, const struct figure *figure);

/* Its value as a number; false: it is no whole one, or too large. */
bool items_whole(
    const struct items *items, const struct figure *figure, size_t *number);

/* The same in hundredths, what is smaller left out. */
bool items_hundredths(
    const struct items *items, const struct figure *figure, size_t *number);

static inline bool
item_is(const struct item *item, enum cue_kind kind)
{
	return item->cue_kind == kind;
}

#endif
