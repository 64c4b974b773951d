/*
 * Sections of a text that tell what their lines do not say: the lines below a
 * heading such as "2. Chỉ tiêu" or "III. Thời gian", or behind one that ends with
 * "... các chỉ tiêu sau:".
 */
#ifndef CAODIEM_SECTION_H
#define CAODIEM_SECTION_H

#include "str.h"

/* How a line begins, outermost first: "Phần 2", "II.", "B." or "Điều 5.", "3."
 * or "Ba là", "3.1", "a)", "-", or with none of these. */
enum section_rank {
	SECTION_PART,
	SECTION_LETTER,
	SECTION_NUMBER,
	SECTION_DOTTED,
	SECTION_SMALL,
	SECTION_DASH,
	SECTION_PLAIN,
};

struct section {
	const char *name; /* "goals", "results", "scores", "time"; NULL: none */
	bool begun;       /* an item of it was met */
	bool numbered;    /* its heading has a rank */
	bool tasks;   /* and names tasks, which have headings of their own */
	bool goes_on; /* the last line ended with a colon or semicolon */
	/* that of the heading: it and those before it end the section; else
	 * that of the first item: those before it do */
	enum section_rank rank;
	unsigned plain;    /* lines of it that are no items */
	size_t lines;      /* of the text, that were taken */
	struct buf folded; /* memory to reuse */
};

/* A text begins. */
void section_start(struct section *s);
void section_free(struct section *s);

/* Bytes of a heading. */
#define SECTION_HEADING_MOST 160

/* The slow part of section_take(). */
const char *section_read(struct section *s, struct str line, bool whole);

/* Takes the next line of the text: the name of the section that it stands in,
 * or NULL. whole: it is not only the beginning of a line. */
static inline const char *
section_take(struct section *s, struct str line, bool whole)
{
	char last;

	while (line.len > 0 && line.data[line.len - 1] == ' ')
		line.len--;
	last = line.len > 0 ? line.data[line.len - 1] : '.';
	s->lines += line.len > 0;
	/* most lines are neither headings nor lead to a list */
	if (s->name == NULL &&
	    (last == '.' || (last != ':' && line.len > SECTION_HEADING_MOST)))
		return NULL;
	return line.len > 0 ? section_read(s, line, whole) : s->name;
}

#endif
