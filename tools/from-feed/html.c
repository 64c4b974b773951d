#include "html.h"

#include <string.h>
#include <strings.h>

/* What divides the last word and the next one. */
enum gap {
	GAP_NONE,
	GAP_BLANK,
	GAP_LINE,
	GAP_PARAGRAPH,
};

struct stripper {
	const struct entities *entities;
	struct buf *out;
	size_t start; /* of the text in out */
	enum gap gap;
	bool lines; /* a line end in the source is one */
	bool in_cdata;
	bool no_comment_end; /* none from here on: not looked for again */
};

static void
widen(struct stripper *s, enum gap gap)
{
	if (gap > s->gap)
		s->gap = gap;
}

/* Appends bytes that hold no white space, behind the gap before them. */
static void
add(struct stripper *s, struct str bytes)
{
	static const char *const gaps[] = {"", " ", "\n", "\n\n"};

	if (s->out->len > s->start)
		buf_text(s->out, gaps[s->gap]);
	s->gap = GAP_NONE;
	buf_add(s->out, bytes);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Adds a run of text in which references are decoded. */
static void
add_run(struct stripper *s, struct str run)
{
	size_t at = 0;

	while (at < run.len) {
		size_t end = at;

		if (is_blank(run.data[at])) {
			widen(s, s->lines && run.data[at] == '\n' ? GAP_LINE
								  : GAP_BLANK);
			at++;
			continue;
		}
		if (str_starts(str_from_offset(run, at), STR("\xc2\xa0"))) {
			widen(s, GAP_BLANK);
			at += 2;
			continue;
		}
		do
			end++;
		while (end < run.len && !is_blank(run.data[end]) &&
		       run.data[end] != '\xc2');
		add(s, str_slice(run, at, end));
		at = end;
	}
}

/* A reference, or the "&" alone.  News means "&amp;quot;" as a quote. */
static size_t
add_reference(struct stripper *s, struct str html, size_t at)
{
	struct buf decoded = {0};
	size_t used = entity_decode(
	    s->entities, str_from_offset(html, at), false, &decoded);

	if (used > 0 && str_equal(buf_str(&decoded), STR("&")) &&
	    at + used < html.len) {
		struct buf again = {0};
		size_t rest;

		/* the ";" before is a byte that can stand for the "&" */
		buf_byte(&again, '&');
		buf_add(&again,
		    str_slice(html, at + used,
			html.len - at - used > 40 ? at + used + 40 : html.len));
		buf_clear(&decoded);
		rest =
		    entity_decode(s->entities, buf_str(&again), true, &decoded);
		if (rest > 0)
			used += rest - 1;
		else
			buf_byte(&decoded, '&');
		buf_free(&again);
	}
	if (used == 0) {
		buf_byte(&decoded, '&');
		used = 1;
	}
	add_run(s, buf_str(&decoded));
	buf_free(&decoded);
	return at + used;
}

static bool
is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Behind the ">" of the tag that begins at, or html.len. */
static size_t
tag_end(struct str html, size_t at)
{
	size_t first = str_find(html, STR(">"), at);

	while (at < html.len) {
		char c = html.data[at++];

		if (c == '>')
			return at;
		if (c == '"' || c == '\'') {
			const char *close =
			    memchr(html.data + at, c, html.len - at);

			if (close == NULL) /* then the quote means nothing */
				return first < html.len ? first + 1 : first;
			at = (size_t)(close - html.data) + 1;
		}
	}
	return at;
}

static bool
is_one_of(const char *const *names, struct str name)
{
	for (; *names != NULL; names++)
		if (strlen(*names) == name.len &&
		    strncasecmp(*names, name.data, name.len) == 0)
			return true;
	return false;
}

static enum gap
gap_of(struct str name)
{
	static const char *const paragraphs[] = {"p", "div", "h1", "h2", "h3",
	    "h4", "h5", "h6", "ul", "ol", "dl", "table", "section", "article",
	    "aside", "header", "footer", "main", "nav", "blockquote", "figure",
	    "figcaption", "pre", "hr", "form", "address", NULL};
	static const char *const lines[] = {
	    "br", "li", "tr", "dt", "dd", "caption", "option", NULL};
	static const char *const blanks[] = {"td", "th", NULL};

	if (is_one_of(paragraphs, name))
		return GAP_PARAGRAPH;
	if (is_one_of(lines, name))
		return GAP_LINE;
	return is_one_of(blanks, name) ? GAP_BLANK : GAP_NONE;
}

/* Behind the end tag of an element whose content is no text. */
static size_t
skip_element(struct str html, size_t at, struct str name)
{
	while ((at = str_find(html, STR("</"), at)) < html.len) {
		at += 2;
		if (html.len - at >= name.len &&
		    strncasecmp(html.data + at, name.data, name.len) == 0)
			return tag_end(html, at);
	}
	return at;
}

static size_t
take_tag(struct stripper *s, struct str html, size_t at)
{
	static const char *const no_text[] = {"script", "style", "iframe",
	    "svg", "template", "noscript", "head", NULL};
	bool closes = html.data[at + 1] == '/';
	size_t start = at + 1 + (size_t)closes, end = start;
	struct str name;

	while (end < html.len &&
	       (is_letter(html.data[end]) || html.data[end] == ':' ||
		   html.data[end] == '-' ||
		   (html.data[end] >= '0' && html.data[end] <= '9')))
		end++;
	name = str_slice(html, start, end);
	/* "a<b, c" is no tag */
	if (end < html.len && !is_blank(html.data[end]) &&
	    html.data[end] != '/' && html.data[end] != '>') {
		add(s, STR("<"));
		return at + 1;
	}
	end = tag_end(html, end);
	widen(s, gap_of(name));
	if (name.len == 3 && strncasecmp(name.data, "pre", 3) == 0)
		s->lines = !closes;
	if (!closes && html.data[end - 1] == '>' && html.data[end - 2] != '/' &&
	    is_one_of(no_text, name))
		return skip_element(html, end, name);
	return end;
}

/* A comment, declaration or CDATA mark. */
static size_t
take_declaration(struct stripper *s, struct str html, size_t at)
{
	struct str rest = str_from_offset(html, at);
	size_t end;

	if (str_starts(rest, STR("<![CDATA["))) {
		s->in_cdata = true;
		return at + 9;
	}
	if (str_starts(rest, STR("<!--")) && !s->no_comment_end) {
		end = str_find(html, STR("-->"), at + 4);
		if (end < html.len)
			return end + 3;
		s->no_comment_end = true;
	}
	end = str_find(html, STR(">"), at);
	return end < html.len ? end + 1 : end;
}

/* What begins with "<". */
static size_t
take_markup(struct stripper *s, struct str html, size_t at)
{
	char next = at + 1 < html.len ? html.data[at + 1] : '\0';
	char third = at + 2 < html.len ? html.data[at + 2] : '\0';

	if (is_letter(next) || (next == '/' && is_letter(third)))
		return take_tag(s, html, at);
	if (next == '!' || next == '?')
		return take_declaration(s, html, at);
	add(s, STR("<"));
	return at + 1;
}

void
html_text(struct buf *out, struct str html, const struct entities *e)
{
	struct stripper s = {.entities = e, .out = out, .start = out->len};
	size_t at = 0;

	while (at < html.len) {
		char c = html.data[at];
		size_t end = at;

		if (c == '<') {
			at = take_markup(&s, html, at);
			continue;
		}
		if (c == '&') {
			at = add_reference(&s, html, at);
			continue;
		}
		if (s.in_cdata &&
		    str_starts(str_from_offset(html, at), STR("]]>"))) {
			s.in_cdata = false;
			at += 3;
			continue;
		}
		do
			end++;
		while (end < html.len && html.data[end] != '<' &&
		       html.data[end] != '&' && html.data[end] != ']');
		add_run(&s, str_slice(html, at, end));
		at = end;
	}
}

void
html_plain(struct buf *out, struct str text, const struct entities *e)
{
	struct stripper s = {
	    .entities = e, .out = out, .start = out->len, .lines = true};
	size_t at = 0;

	while (at < text.len) {
		size_t end = str_find(text, STR("&"), at);

		add_run(&s, str_slice(text, at, end));
		at = end < text.len ? add_reference(&s, text, end) : end;
	}
}
