#include "xml.h"

#include <stdlib.h>
#include <string.h>

#include "reader.h"

/* Behind so many faults a feed is given up. */
#define FAULTS_MOST 1000

/* expat copies what it is given, and behind a fault all that in vain. */
#define PIECE 65536

/* false: there is a fault, at the parser's place. */
static bool
parse(XML_Parser parser, struct str s, bool last)
{
	while (s.len > PIECE) {
		if (XML_Parse(parser, s.data, PIECE, 0) != XML_STATUS_OK)
			return false;
		s = str_from_offset(s, PIECE);
	}
	return XML_Parse(parser, s.data, (int)s.len, last) == XML_STATUS_OK;
}

/* Start tags of the elements that the items stand in; their number. */
static size_t
open_outer(struct reader *r, struct buf *tags)
{
	size_t depth = r->is_atom || strcmp(r->names[0], "rss") != 0 ? 1 : 2;

	for (size_t i = 0; i < depth; i++)
		buf_printf(tags, "<%s>",
		    i == 1                 ? "channel"
		    : *r->names[0] != '\0' ? r->names[0]
					   : "rss");
	return depth;
}

/* Offset of the next item's start tag at or behind from; xml.len: none. */
static size_t
next_item(struct str xml, size_t from)
{
	while ((from = str_find(xml, STR("<"), from)) < xml.len) {
		struct str rest = str_from_offset(xml, from);
		size_t len = str_starts(rest, STR("<item"))    ? 5
			     : str_starts(rest, STR("<entry")) ? 6
							       : 0;

		if (len > 0 && rest.len > len &&
		    strchr("> \t\r\n", rest.data[len]) != NULL)
			break;
		from++;
	}
	return from;
}

static size_t
lines_in(struct str s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.len; i++)
		count += s.data[i] == '\n';
	return count;
}

/* Tells the fault of the parser; where to go on. */
static size_t
recover(struct reader *r, struct str xml, size_t from, size_t prefix)
{
	XML_Index index = XML_GetCurrentByteIndex(r->parser);
	const char *why = XML_ErrorString(XML_GetErrorCode(r->parser));
	size_t at = index > (XML_Index)prefix ? from + (size_t)index - prefix
					      : from + 1;
	size_t next = next_item(xml, at < xml.len ? at : xml.len);

	if (r->item_depth != 0)
		feed_drop(r->feed);
	if (!r->is_feed || XML_GetErrorCode(r->parser) == XML_ERROR_ABORTED)
		return xml.len;
	if (next == xml.len && r->depth == 0)
		feed_tell(r->feed, FAULT_WARNING, reader_line(r),
		    "what stands behind the feed's end is left out");
	else if (next < xml.len)
		feed_tell(r->feed, FAULT_ERROR, reader_line(r),
		    "broken XML (%s): left out up to the next item", why);
	else
		feed_break(r->feed, reader_line(r), why);
	return next;
}

static void *
allocate(size_t size)
{
	return mem_resize(NULL, size, 1);
}

static void *
reallocate(void *old, size_t size)
{
	return mem_resize(old, size, 1);
}

/* Running out of memory ends the program; expat would take the XML for
 * broken. */
static const XML_Memory_Handling_Suite memory = {allocate, reallocate, free};

/* Parses from an offset on; where to go on, or xml.len. */
static size_t
read_from(struct reader *r, struct str xml, size_t from)
{
	struct buf outer = {0};
	size_t next = xml.len;

	r->parser = XML_ParserCreate_MM("UTF-8", &memory, NULL);
	if (r->parser == NULL)
		return next;
	XML_SetUserData(r->parser, r);
	r->depth = r->item_depth = r->channel_depth = 0;
	r->field = FIELD_NONE;
	if (from > 0)
		open_outer(r, &outer);
	XML_SetElementHandler(r->parser, reader_start, reader_end);
	XML_SetCharacterDataHandler(r->parser, reader_characters);
	if (!parse(r->parser, buf_str(&outer), false) ||
	    !parse(r->parser, str_from_offset(xml, from), true))
		next = recover(r, xml, from, outer.len);
	XML_ParserFree(r->parser);
	buf_free(&outer);
	return next;
}

bool
xml_read(struct feed *feed, struct str xml)
{
	struct reader r = {.feed = feed};
	size_t from = 0, next, faults = 0;

	while (from < xml.len && faults <= FAULTS_MOST) {
		next = read_from(&r, xml, from);
		r.base_line += lines_in(str_slice(xml, from, next));
		from = next;
		faults++;
	}
	if (from < xml.len)
		feed_tell(feed, FAULT_ERROR, r.base_line + 1,
		    "broken in more than %d places: the rest is left out",
		    FAULTS_MOST);
	buf_free(&r.chars);
	return r.is_feed;
}
