#include "mend.h"

#include <string.h>

/* Elements whose content is text even where it holds markup. */
static const char *const text_elements[] = {
    "title", "description", "encoded", "summary", "content", "body"};

#define TEXT_ELEMENTS (sizeof(text_elements) / sizeof(text_elements[0]))

struct mender {
	const struct entities *entities;
	struct buf *out;
	struct str xml;
	size_t at;
	bool has_dtd; /* with entities */
	size_t dropped;
	/* offset up to which no end tag of a text element is found */
	size_t no_end[TEXT_ELEMENTS];
	bool no_comment_end;
	struct buf decoded; /* reused */
};

static bool
looking_at(const struct mender *m, const char *what)
{
	size_t len = strlen(what);

	return m->xml.len - m->at >= len &&
	       memcmp(m->xml.data + m->at, what, len) == 0;
}

static bool
is_name_start(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
	       c == ':';
}

static bool
is_name(char c)
{
	return is_name_start(c) || (c >= '0' && c <= '9') || c == '-' ||
	       c == '.' || (unsigned char)c >= 0x80;
}

/* Writes character data, its signs escaped; twice where text is markup. */
static void
add_escaped(struct buf *out, struct str s, bool twice)
{
	for (size_t i = 0; i < s.len; i++) {
		char c = s.data[i];

		if (c == '&' || c == '<')
			buf_text(out, twice ? "&amp;" : "&");
		if (c == '&')
			buf_text(out, "amp;");
		else if (c == '<')
			buf_text(out, "lt;");
		else if (c == '>')
			buf_text(out, "&gt;");
		else if (c == '"')
			buf_text(out, "&quot;");
		else
			buf_byte(out, c);
	}
}

/* Keeps the line ends of what is left out up to end. */
static void
skip_to(struct mender *m, size_t end)
{
	for (; m->at < end; m->at++)
		if (m->xml.data[m->at] == '\n')
			buf_byte(m->out, '\n');
}

/* The same amid text, of which the line ends would become a part. */
static void
skip_as_comment(struct mender *m, size_t end)
{
	bool lines = memchr(m->xml.data + m->at, '\n', end - m->at) != NULL;

	if (lines)
		buf_text(m->out, "<!--");
	skip_to(m, end);
	if (lines)
		buf_text(m->out, "-->");
}

/* Behind the next what, or the end. */
static size_t
behind(const struct mender *m, struct str what, size_t from)
{
	size_t end = str_find(m->xml, what, from);

	return end < m->xml.len ? end + what.len : end;
}

/* A reference to an entity that only the DTD can know. */
static size_t
unknown_reference(const struct mender *m)
{
	size_t end = m->at + 1;

	if (!m->has_dtd || end >= m->xml.len ||
	    !is_name_start(m->xml.data[end]))
		return 0;
	while (end < m->xml.len && is_name(m->xml.data[end]))
		end++;
	return end < m->xml.len && m->xml.data[end] == ';' ? end + 1 - m->at
							   : 0;
}

static void
take_reference(struct mender *m, bool twice)
{
	size_t used;

	buf_clear(&m->decoded);
	used = entity_decode(
	    m->entities, str_from_offset(m->xml, m->at), true, &m->decoded);
	if (used > 0) {
		add_escaped(m->out, buf_str(&m->decoded), twice);
		m->at += used;
		return;
	}
	used = unknown_reference(m);
	if (used > 0)
		m->dropped++;
	else
		buf_text(m->out, twice ? "&amp;amp;" : "&amp;");
	m->at += used > 0 ? used : 1;
}

/* <!DOCTYPE ... [ ... ]> */
static void
take_doctype(struct mender *m)
{
	size_t at = m->at, depth = 0;
	bool has_entities = false;

	for (; at < m->xml.len; at++) {
		char c = m->xml.data[at];

		if (c == '"' || c == '\'') {
			const char *close = memchr(
			    m->xml.data + at + 1, c, m->xml.len - at - 1);

			if (close != NULL)
				at = (size_t)(close - m->xml.data);
		} else if (c == '[') {
			depth++;
		} else if (c == ']' && depth > 0) {
			depth--;
		} else if (c == '>' && depth == 0) {
			at++;
			break;
		} else if (c == '!') {
			struct str rest = str_from_offset(m->xml, at);

			has_entities |= str_starts(rest, STR("!ENTITY"));
			if (str_starts(rest, STR("!--")))
				at = behind(m, STR("-->"), at) - 1;
		}
	}
	m->has_dtd |= has_entities;
	skip_to(m, at);
}

static void
take_cdata(struct mender *m)
{
	size_t start = m->at + sizeof("<![CDATA[") - 1;
	size_t end = str_find(m->xml, STR("]]>"), start);

	add_escaped(m->out, str_slice(m->xml, start, end), false);
	m->at = end < m->xml.len ? end + 3 : end;
}

/* What begins with <! or <?; false: it is nothing of XML. */
static bool
take_declaration(struct mender *m)
{
	if (looking_at(m, "<![CDATA[")) {
		take_cdata(m);
	} else if (looking_at(m, "<!--") && !m->no_comment_end) {
		size_t end = behind(m, STR("-->"), m->at + 4);

		m->no_comment_end = end == m->xml.len;
		skip_as_comment(m, end);
	} else if (looking_at(m, "<!DOCTYPE") || looking_at(m, "<!doctype")) {
		take_doctype(m);
	} else if (looking_at(m, "<?")) {
		skip_as_comment(m, behind(m, STR("?>"), m->at));
	} else {
		return false;
	}
	return true;
}

/* A quoted value of a tag. */
static void
take_value(struct mender *m, char quote)
{
	buf_byte(m->out, quote);
	m->at++;
	while (m->at < m->xml.len && m->xml.data[m->at] != quote) {
		char c = m->xml.data[m->at];

		if (c == '&') {
			take_reference(m, false);
			continue;
		}
		if (c == '<')
			buf_text(m->out, "&lt;");
		else
			buf_byte(m->out, c);
		m->at++;
	}
	if (m->at < m->xml.len) {
		buf_byte(m->out, quote);
		m->at++;
	}
}

/* A tag up to its ">", which is the last byte written then. */
static void
take_tag(struct mender *m)
{
	while (m->at < m->xml.len) {
		char c = m->xml.data[m->at];

		if (c == '"' || c == '\'') {
			take_value(m, c);
			continue;
		}
		buf_byte(m->out, c);
		m->at++;
		if (c == '>')
			return;
	}
}

/* Which text element a start tag is, less its prefix; -1: none. */
static int
text_element(struct str name)
{
	size_t colon = str_find(name, STR(":"), 0);

	if (colon < name.len)
		name = str_from_offset(name, colon + 1);
	for (size_t i = 0; i < TEXT_ELEMENTS; i++)
		if (str_equal(name, str_from(text_elements[i])))
			return (int)i;
	return -1;
}

static bool
is_tag_at(struct str xml, size_t at, struct str name)
{
	struct str rest;

	if (at > xml.len)
		return false;
	rest = str_from_offset(xml, at);
	return str_starts(rest, name) &&
	       (rest.len == name.len || !is_name(rest.data[name.len]));
}

/*
 * Offset of the end tag of the text element, m->at being inside it; the end
 * of the input if it is not there before the item is over.
 */
static size_t
find_end(struct mender *m, struct str name, int which)
{
	size_t at = m->at;

	if (at < m->no_end[which])
		return m->xml.len;
	while ((at = str_find(m->xml, STR("<"), at)) < m->xml.len) {
		struct str rest = str_from_offset(m->xml, at);

		if (str_starts(rest, STR("<![CDATA["))) {
			at = behind(m, STR("]]>"), at);
			continue;
		}
		if (str_starts(rest, STR("</")) &&
		    is_tag_at(m->xml, at + 2, name))
			return at;
		if (is_tag_at(m->xml, at, STR("<item")) ||
		    is_tag_at(m->xml, at, STR("</item")) ||
		    is_tag_at(m->xml, at, STR("<entry")) ||
		    is_tag_at(m->xml, at, STR("</entry")))
			break;
		at++;
	}
	m->no_end[which] = at;
	return m->xml.len;
}

/* What a text element holds, up to its end tag. */
static void
take_text(struct mender *m, size_t end, bool xhtml)
{
	while (m->at < end) {
		char c = m->xml.data[m->at];

		if (c == '&') {
			take_reference(m, xhtml);
		} else if (c == '<' && looking_at(m, "<![CDATA[")) {
			take_cdata(m);
		} else {
			add_escaped(m->out, (struct str){&c, 1}, false);
			m->at++;
		}
	}
}

static void
take_element(struct mender *m)
{
	size_t start = m->at + 1, stop = start, from = m->out->len, end;
	struct str name, tag;
	int which;

	while (stop < m->xml.len && is_name(m->xml.data[stop]))
		stop++;
	name = str_slice(m->xml, start, stop);
	take_tag(m);
	which = text_element(name);
	tag = str_from_offset(buf_str(m->out), from);
	if (which < 0 || str_ends(tag, STR("/>")) || !str_ends(tag, STR(">")))
		return;
	end = find_end(m, name, which);
	if (end == m->xml.len)
		return;
	take_text(m, end,
	    str_find(tag, STR("\"xhtml\""), 0) < tag.len ||
		str_find(tag, STR("'xhtml'"), 0) < tag.len);
}

static void
take_markup(struct mender *m)
{
	char next = m->at + 1 < m->xml.len ? m->xml.data[m->at + 1] : '\0';
	char third = m->at + 2 < m->xml.len ? m->xml.data[m->at + 2] : '\0';

	if (is_name_start(next)) {
		take_element(m);
	} else if (next == '/' && is_name_start(third)) {
		take_tag(m);
	} else if (!take_declaration(m)) {
		buf_text(m->out, "&lt;");
		m->at++;
	}
}

void
mend_xml(
    struct buf *out, struct str xml, const struct entities *e, size_t *dropped)
{
	struct mender m = {.entities = e, .out = out, .xml = xml};

	/* no text may stand before the root */
	skip_to(&m, str_find(xml, STR("<"), 0));
	buf_reserve(out, xml.len);
	while (m.at < xml.len) {
		char c = xml.data[m.at];
		size_t end = m.at;

		if (c == '<') {
			take_markup(&m);
			continue;
		}
		if (c == '&') {
			take_reference(&m, false);
			continue;
		}
		while (end < xml.len && xml.data[end] != '<' &&
		       xml.data[end] != '&')
			end++;
		add_escaped(out, str_slice(xml, m.at, end), false);
		m.at = end;
	}
	*dropped = m.dropped;
	buf_free(&m.decoded);
}
