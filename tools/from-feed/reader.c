#include "reader.h"

#include <stdio.h>
#include <string.h>

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

size_t
reader_line(const struct reader *r)
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

void XMLCALL
reader_start(void *context, const char *raw, const char **attributes)
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
		r->is_feed = true;
		if (feed_is_full(r->feed, reader_line(r))) {
			XML_StopParser(r->parser, XML_FALSE);
			return;
		}
		r->item_depth = r->depth;
		feed_add(r->feed, reader_line(r));
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

void XMLCALL
reader_end(void *context, const char *name)
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

void XMLCALL
reader_characters(void *context, const char *data, int len)
{
	struct reader *r = context;

	if (r->field != FIELD_NONE && r->depth == r->field_depth)
		buf_add(&r->chars, (struct str){data, (size_t)len});
}
