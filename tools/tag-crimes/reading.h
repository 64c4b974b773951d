/*
 * A sentence as its words and what the lexicon knows of each.  The arrays are
 * reused from sentence to sentence; places are word numbers unless they are
 * called bytes.
 */
#ifndef TAG_CRIMES_READING_H
#define TAG_CRIMES_READING_H

#include "rulebook.h"

struct reading {
	const struct rulebook *book;
	struct str text;    /* folded */
	struct str written; /* as it was, the same offsets */
	size_t count;
	const struct token *places; /* each word; lent from the split text */
	uint32_t *words;
	struct lexicon_match *matches;
	bool *governed; /* a member of a head's list may begin here */
	uint64_t cues;  /* context classes in the sentence */
	size_t cap;
};

void reading_free(struct reading *r);

void reading_make(struct reading *r, const struct rulebook *book,
    const struct split *text, struct str written);

/* What the lexicon knows of a place; at < count. */
const struct lexicon_match *reading_match(const struct reading *r, size_t at);

/* Whether the word at is this one; false beyond the end. */
bool reading_is(const struct reading *r, size_t at, struct str word);

/* Whether the grammar slot at a place holds an entry of the role. */
bool reading_role(const struct reading *r, size_t at, enum role role);

/* Whether the word at a place, < count, is a sign between clauses. */
bool reading_ends_clause(const struct reading *r, size_t at);

/* The place behind a number, "1.245", or what it counts too: "6 vụ", "12 trường
 * hợp"; at itself if there is none. */
size_t reading_skip_number(const struct reading *r, size_t at);
size_t reading_skip_count(const struct reading *r, size_t at);

/* The place behind "trái phép" at a place; at itself if there is none. */
size_t reading_skip_illegal(const struct reading *r, size_t at);

/* Whether the name at a place counts there. */
bool reading_accepts(const struct reading *r, size_t at);

/* “Đưa hối lộ”, “Nhận hối lộ”: whether a quote ends before a place and
 * another begins at the next member of the list. */
bool reading_is_quoted_apart(const struct reading *r, size_t at, size_t next);

/* Whether the words from, to - 1 are what somebody is called: Hậu "Pháo". */
bool reading_is_alias(const struct reading *r, size_t from, size_t to);

#endif
