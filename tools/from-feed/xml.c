#include "xml.h"

#include <expat.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

/* Names of the outermost elements, for going on behind a fault. */
#define NAMES_KEPT 4
#define PREFIXES_MOST 16
#define NAME_MOST 64

/* The namespaces that are known, by the prefix that they have here. */
static const struct namespace
{
	const char *prefix, *name;
}
namespaces[] = {
    {"", "http://www.w3.org/2005/Atom"},
    {"", "http://purl.org/atom/ns#"},
    {"", "http://purl.org/rss/1.0/"},
    {"", "http://purl.org/rss/0.9/"},
    {"", "http://my.netscape.com/rdf/simple/0.9/"},
    {"", "http://channel.netscape.com/rdf/simple/0.9/"},
    {"", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"content", "http://purl.org/rss/1.0/modules/content/"},
    {"dc", "http://purl.org/dc/elements/1.1/"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"xhtml", "http://www.w3.org/1999/xhtml"},
};

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

static const struct element {
	const char *name;
	enum field field;
} elements[] = {
    {"title", FIELD_TITLE},
    {"link", FIELD_LINK},
    {"guid", FIELD_GUID},
    {"id", FIELD_GUID},
    {"description", FIELD_SUMMARY},
    {"summary", FIELD_SUMMARY},
    {"content:encoded", FIELD_CONTENT},
    {"content", FIELD_CONTENT},
    {"xhtml:body", FIELD_CONTENT},
    {"pubDate", FIELD_PUBLISHED},
    {"pubdate", FIELD_PUBLISHED},
    {"published", FIELD_PUBLISHED},
    {"issued", FIELD_PUBLISHED},
    {"dc:date", FIELD_PUBLISHED},
    {"dcterms:issued", FIELD_PUBLISHED},
    {"dcterms:created", FIELD_PUBLISHED},
    {"updated", FIELD_UPDATED},
    {"modified", FIELD_UPDATED},
    {"dcterms:modified", FIELD_UPDATED},
    {"category", FIELD_CATEGORY},
    {"dc:subject", FIELD_CATEGORY},
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

static size_t
line_of(const struct reader *r)
{
	return r->base_line + (size_t)XML_GetCurrentLineNumber(r->parser);
}

static void
copy_name(char to[NAME_MOST], const char *name)
{
	size_t len = strlen(name);

	if (len >= NAME_MOST)
		len = 0;
	memcpy(to, name, len);
	to[len] = '\0';
}

static const char *
attribute(const char **attributes, const char *name)
{
	for (; *attributes != NULL; attributes += 2)
		if (strcmp(attributes[0], name) == 0)
			return attributes[1];
	return NULL;
}

static void
declare(struct reader *r, const char *name, const char *uri)
{
	struct prefix *p = r->prefixes;
	size_t i = 0;

	while (i < r->prefix_count && strcmp(p[i].name, name) != 0)
		i++;
	if (i == PREFIXES_MOST)
		return;
	copy_name(p[i].name, name);
	p[i].known = "?";
	for (size_t n = 0; n < sizeof(namespaces) / sizeof(namespaces[0]); n++)
		if (strcmp(uri, namespaces[n].name) == 0)
			p[i].known = namespaces[n].prefix;
	if (i == r->prefix_count)
		r->prefix_count++;
}

static void
declare_all(struct reader *r, const char **attributes)
{
	for (; *attributes != NULL; attributes += 2)
		if (strncmp(attributes[0], "xmlns:", 6) == 0)
			declare(r, attributes[0] + 6, attributes[1]);
}

/* The name with the prefix that its namespace has here. */
static void
resolve(const struct reader *r, const char *name, char resolved[NAME_MOST])
{
	const char *colon = strchr(name, ':'), *known = NULL;

	copy_name(resolved, name);
	if (colon == NULL)
		return;
	for (size_t i = 0; i < r->prefix_count; i++)
		if (strncmp(r->prefixes[i].name, name,
			(size_t)(colon - name)) == 0 &&
		    r->prefixes[i].name[colon - name] == '\0')
			known = r->prefixes[i].known;
	if (known == NULL) /* not declared: as if it were the usual one */
		known = strncmp(name, "atom:", 5) == 0 ||
				strncmp(name, "rdf:", 4) == 0 ||
				strncmp(name, "rss:", 4) == 0
			    ? ""
			    : NULL;
	if (known == NULL)
		return;
	if (*known == '\0')
		copy_name(resolved, colon + 1);
	else
		snprintf(resolved, NAME_MOST, "%s%s", known, colon);
}

static struct item *
current(struct reader *r)
{
	return &r->feed->items[r->feed->count - 1];
}

static void
set_once(struct buf *b, struct str s)
{
	s = feed_trim(s);
	if (b->len == 0)
		buf_add(b, s);
}

/* Atom's link: the page itself, not its image or comments. */
static void
take_href(struct reader *r, const char **attributes)
{
	const char *href = attribute(attributes, "href");
	const char *rel = attribute(attributes, "rel");

	if (href == NULL || (rel != NULL && strcmp(rel, "alternate") != 0))
		return;
	if (r->item_depth != 0)
		set_once(&current(r)->link, str_from(href));
	else
		set_once(&r->feed->link, str_from(href));
}

static bool
is_html(const struct reader *r, const char **attributes)
{
	const char *type = attribute(attributes, "type");

	if (type == NULL)
		return !r->is_atom;
	return strstr(type, "html") != NULL;
}

static void
want(struct reader *r, enum field field, const char **attributes)
{
	r->field = field;
	r->field_depth = r->depth;
	r->field_html = is_html(r, attributes);
	buf_clear(&r->chars);
}

static void
start_field(struct reader *r, const char *name, const char **attributes)
{
	const char *term = attribute(attributes, "term");

	for (size_t i = 0; i < sizeof(elements) / sizeof(elements[0]); i++) {
		enum field field = elements[i].field;

		if (strcmp(elements[i].name, name) != 0)
			continue;
		if (field == FIELD_LINK)
			take_href(r, attributes);
		if (field == FIELD_CATEGORY && term != NULL)
			item_add_category(current(r), str_from(term));
		else
			want(r, field, attributes);
		return;
	}
}

static void
start_of_feed(struct reader *r, const char *name, const char **attributes)
{
	if (strcmp(name, "title") == 0) {
		want(r, FIELD_FEED_TITLE, attributes);
	} else if (strcmp(name, "link") == 0) {
		take_href(r, attributes);
		want(r, FIELD_FEED_LINK, attributes);
	}
}

static void XMLCALL
start(void *context, const char *raw, const char **attributes)
{
	struct reader *r = context;
	char name[NAME_MOST];

	if (r->depth < NAMES_KEPT)
		copy_name(r->names[r->depth], raw);
	r->depth++;
	declare_all(r, attributes);
	resolve(r, raw, name);
	if (r->depth == 1 && strcmp(name, "feed") == 0)
		r->is_atom = true;
	if (r->depth == 1)
		r->is_feed |= r->is_atom || strcmp(name, "rss") == 0 ||
			      strcmp(name, "RDF") == 0;
	if (strcmp(name, "channel") == 0 || strcmp(name, "feed") == 0)
		r->channel_depth = r->depth;
	if (r->item_depth != 0) {
		if (r->depth == r->item_depth + 1)
			start_field(r, name, attributes);
	} else if (strcmp(name, "item") == 0 || strcmp(name, "entry") == 0) {
		r->item_depth = r->depth;
		r->is_feed = true;
		feed_add(r->feed, line_of(r));
	} else if (r->channel_depth != 0 && r->depth == r->channel_depth + 1) {
		start_of_feed(r, name, attributes);
	}
}

static void
set_text(struct text *text, const struct reader *r)
{
	if (feed_trim(buf_str(&text->data)).len > 0)
		return;
	buf_clear(&text->data);
	buf_add(&text->data, buf_str(&r->chars));
	text->html = r->field_html;
}

static void
end_field(struct reader *r)
{
	struct str chars = buf_str(&r->chars);
	struct item *item;

	if (r->field == FIELD_FEED_TITLE || r->field == FIELD_FEED_LINK) {
		set_once(r->field == FIELD_FEED_TITLE ? &r->feed->title
						      : &r->feed->link,
		    chars);
		return;
	}
	item = current(r);
	switch (r->field) {
	case FIELD_TITLE:
		set_text(&item->title, r);
		break;
	case FIELD_SUMMARY:
		set_text(&item->summary, r);
		break;
	case FIELD_CONTENT:
		set_text(&item->content, r);
		break;
	case FIELD_LINK:
		set_once(&item->link, chars);
		break;
	case FIELD_GUID:
		set_once(&item->guid, chars);
		break;
	case FIELD_PUBLISHED:
		set_once(&item->published, chars);
		break;
	case FIELD_UPDATED:
		set_once(&item->updated, chars);
		break;
	case FIELD_CATEGORY:
		item_add_category(item, chars);
		break;
	default:
		break;
	}
}

static void XMLCALL
end(void *context, const char *name)
{
	struct reader *r = context;

	(void)name;
	if (r->field != FIELD_NONE && r->depth == r->field_depth) {
		end_field(r);
		r->field = FIELD_NONE;
	}
	if (r->depth == r->item_depth)
		r->item_depth = 0;
	if (r->depth == r->channel_depth)
		r->channel_depth = 0;
	r->depth--;
}

static void XMLCALL
characters(void *context, const char *data, int len)
{
	struct reader *r = context;

	if (r->field != FIELD_NONE && r->depth == r->field_depth)
		buf_add(&r->chars, (struct str){data, (size_t)len});
}

/* false: there is a fault, at the parser's place. */
static bool
parse(XML_Parser parser, struct str s, bool last)
{
	while (s.len > INT_MAX / 2) {
		if (XML_Parse(parser, s.data, INT_MAX / 2, 0) != XML_STATUS_OK)
			return false;
		s = str_from_offset(s, INT_MAX / 2);
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
	if (!r->is_feed)
		return xml.len;
	if (next == xml.len && r->depth == 0)
		feed_tell(r->feed, FAULT_WARNING, line_of(r),
		    "what stands behind the feed's end is left out");
	else if (next < xml.len)
		feed_tell(r->feed, FAULT_ERROR, line_of(r),
		    "broken XML (%s): left out up to the next item", why);
	else
		feed_tell(r->feed, FAULT_ERROR, line_of(r),
		    "the feed breaks off (%s); it has %zu complete item%s", why,
		    r->feed->count, r->feed->count == 1 ? "" : "s");
	return next;
}

/* Parses from an offset on; where to go on, or xml.len. */
static size_t
read_from(struct reader *r, struct str xml, size_t from)
{
	struct buf outer = {0};
	size_t next = xml.len;

	r->parser = XML_ParserCreate("UTF-8");
	if (r->parser == NULL)
		return next;
	XML_SetUserData(r->parser, r);
	r->depth = r->item_depth = r->channel_depth = 0;
	r->field = FIELD_NONE;
	if (from > 0)
		open_outer(r, &outer);
	XML_SetElementHandler(r->parser, start, end);
	XML_SetCharacterDataHandler(r->parser, characters);
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
	size_t from = 0, next;

	while (from < xml.len) {
		next = read_from(&r, xml, from);
		r.base_line += lines_in(str_slice(xml, from, next));
		from = next;
	}
	buf_free(&r.chars);
	return r.is_feed;
}
