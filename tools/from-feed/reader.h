/*
 * What the elements of RSS and Atom mean: expat's handlers, and the place in
 * the feed that they keep.
 */
#ifndef CAODIEM_FROM_FEED_READER_H
#define CAODIEM_FROM_FEED_READER_H

#include <expat.h>

#include "feed.h"

/* Names of the outermost elements, for going on behind a fault. */
#define NAMES_KEPT 4
#define PREFIXES_MOST 16
#define NAME_MOST 64

/* Where the characters of an element go. */
enum field {
	FIELD_NONE,
	FIELD_TITLE,
	FIELD_LINK,
	FIELD_GUID,
	FIELD_SUMMARY,
	FIELD_CONTENT,
	FIELD_PUBLISHED,
	FIELD_UPDATED,
	FIELD_CATEGORY,
	FIELD_FEED_TITLE,
	FIELD_FEED_LINK,
};

struct prefix {
	char name[NAME_MOST];
	const char *known; /* the prefix of namespaces, or "?" */
};

struct reader {
	struct feed *feed;
	XML_Parser parser;
	size_t base_line; /* lines before what the parser reads */
	size_t depth, item_depth, channel_depth;
	char names[NAMES_KEPT][NAME_MOST];
	bool is_feed, is_atom;
	struct prefix prefixes[PREFIXES_MOST];
	size_t prefix_count;
	/* the element whose characters are wanted */
	enum field field;
	size_t field_depth;
	bool field_html;
	struct buf chars;
};

/* Line of the feed at which the parser is. */
size_t reader_line(const struct reader *r);

/* expat's handlers; context is a struct reader. */
void XMLCALL reader_start(
    void *context, const char *raw, const char **attributes);
void XMLCALL reader_end(void *context, const char *name);
void XMLCALL reader_characters(void *context, const char *data, int len);

#endif
