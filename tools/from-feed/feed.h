/*
 * A feed that was read: what is common to its items, and the items in order,
 * as the formats' readers leave them.  Everything is UTF-8 without control
 * characters, references of XML decoded, those of HTML not.
 */
#ifndef CAODIEM_FROM_FEED_FEED_H
#define CAODIEM_FROM_FEED_FEED_H

#include "message.h"
#include "seen.h"
#include "str.h"

/* More are left out: the items are kept until all are read, and the smallest
 * take a hundred times their room in the feed. */
#define ITEMS_MOST 100000

struct text {
	struct buf data;
	bool html; /* else plain */
};

struct item {
	size_t line; /* where it begins; 0: not known */
	struct text title, summary, content;
	struct buf link, guid, published, updated;
	struct buf categories; /* each ends with a LF */
	struct seen seen;      /* categories */
};

struct feed {
	const char *file;
	fault_fn *tell; /* for what is wrong with it */
	void *context;
	struct buf link, title;
	struct buf broken; /* why it breaks off; empty: it does not */
	size_t broken_line;
	struct item *items;
	size_t count, cap;
};

/* Whether it has ITEMS_MOST items, which is told as of a line. */
bool feed_is_full(struct feed *feed, size_t line);

struct item *feed_add(struct feed *feed, size_t line);

/* Takes the last item away again. */
void feed_drop(struct feed *feed);
void feed_free(struct feed *feed);

/* It breaks off there: told when it is known how many items are written. */
void feed_break(struct feed *feed, size_t line, const char *why);

void feed_tell(struct feed *feed, enum fault_kind kind, size_t line,
    const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Appends a category unless it is empty or there. */
void item_add_category(struct item *item, struct str category);

/* s without white space at its ends. */
struct str feed_trim(struct str s);

#endif
