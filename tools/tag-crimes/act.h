/*
 * Acts: verbs and the thing that they make a crime of ("mua bán, vận chuyển
 * 14 kg ma túy"), and goods that are traded against the law or fake.  Places
 * are words of the reading.
 */
#ifndef TAG_CRIMES_ACT_H
#define TAG_CRIMES_ACT_H

#include "reading.h"

struct mention {
	size_t start, end;
	int tag;
	bool weak; /* counts only where its clause names no other crime */
	bool body; /* in the name of an authority */
};

/* Verbs that share a thing. */
#define MOST_VERBS 8

/* What was found at one place: at most one for each verb. */
struct group {
	struct mention parts[MOST_VERBS];
	size_t count, end;
	int class;        /* of the verb that other things share; -1: none */
	enum trade trade; /* what the verb says of goods */
	bool counted;     /* a quantity stands before the thing */
	bool goods;       /* which the verbs trade against the law, or fake */
};

/* The act that begins at a place; false: there is none. */
bool act_find(const struct reading *r, size_t at, struct group *g);

/*
 * The place behind what stands between verb and thing: "trái phép", "các",
 * "14 kg".  *trade takes in what that says of the goods.
 */
size_t act_skip_fillers(const struct reading *r, size_t at, enum trade *trade);

/* The tag of the thing at a place; -1: there is none. */
int act_thing(
    const struct reading *r, size_t at, enum trade trade, size_t *end);

/* The same of goods; nothing makes a crime of them: -1. */
int act_goods(
    const struct reading *r, size_t at, enum trade trade, size_t *end);

bool act_is_number(const struct reading *r, size_t at);

/* Whether one of the places from, to - 1 counts: "14", "hàng trăm". */
bool act_has_quantity(const struct reading *r, size_t from, size_t to);

#endif
