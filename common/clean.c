#include "clean.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "scan.h"
#include "text.h"

/* Code points of one piece that the library composes at once; a longer one
 * (there is none in text) is composed in parts. */
#define PIECE_MOST 256

#define REPLACEMENT STR("\xEF\xBF\xBD")

bool
clean_is_space(uint32_t c)
{
	if (c <= ' ')
		return c == ' ' || (c >= '\t' && c <= '\r');
	if (c < 0x1680)
		return c == 0x85 || c == 0xA0;
	return c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
	       c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 ||
	       c == 0xFEFF;
}

bool
clean_is_invisible(uint32_t c)
{
	return c == 0xAD || (c >= 0x200C && c <= 0x200F) ||
	       (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069);
}

/* Characters that can never change with what stands before them: no marks,
 * nothing that NFC replaces. */
static bool
is_settled(uint32_t c)
{
	return c < 0x300 || (c >= 0x1EA0 && c < 0x1F00) ||
	       (c >= 0x2010 && c < 0x2060) || c == 0xFFFD ||
	       (c >= 0x400 && c < 0x480);
}

static void
add_mark(struct clean *c, size_t source, size_t before)
{
	struct clean_mark *last =
	    c->mark_count > 0 ? &c->marks[c->mark_count - 1] : NULL;

	if (last != NULL && last->text == c->own.len) {
		last->source = source;
		return;
	}
	c->marks = mem_grow(
	    c->marks, c->mark_count, &c->mark_cap, sizeof(*c->marks));
	c->marks[c->mark_count++] =
	    (struct clean_mark){c->own.len, source, before};
}

static void
add_bad(struct clean *c, size_t source)
{
	c->bad = mem_grow(c->bad, c->bad_count, &c->bad_cap, sizeof(*c->bad));
	c->bad[c->bad_count++] = source;
	buf_add(&c->own, REPLACEMENT);
}

/* Eth stands for D with stroke at the start of a Vietnamese word and in
 * abbreviations (H\u00D0ND); elsewhere it is Icelandic. */
static uint32_t
mend_eth(const struct clean *c, uint32_t code)
{
	uint32_t before =
	    c->own.len > 0 ? text_before(buf_str(&c->own), c->own.len) : ' ';

	if (text_is_letter(before) &&
	    (code == 0xF0 || before >= 0x80 ||
		memchr("BCDGHKLMNPQRSTVX", (int)before, 16) == NULL))
		return code;
	return code == 0xD0 ? 0x110 : 0x111;
}

/* Appends well-formed bytes in NFC. */
static void
add_composed(struct buf *out, struct str piece)
{
	utf8proc_int32_t codes[PIECE_MOST * 4];
	utf8proc_ssize_t count;

	count = utf8proc_decompose((const utf8proc_uint8_t *)piece.data,
	    (utf8proc_ssize_t)piece.len, codes, PIECE_MOST * 4,
	    UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
	if (count < 0 || count > PIECE_MOST * 4) {
		buf_add(out, piece);
		return;
	}
	count = utf8proc_normalize_utf32(
	    codes, count, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	for (utf8proc_ssize_t i = 0; i < count; i++)
		text_encode(out, (uint32_t)codes[i]);
}

/*
 * Length of the piece at from that must be composed as a whole: up to the next
 * settled character that is no white space.
 */
static size_t
piece_end(struct str source, size_t from)
{
	size_t at = from;
	unsigned count = 0;

	(void)text_decode(source, &at);
	while (at < source.len && ++count < PIECE_MOST) {
		size_t next = at;
		uint32_t code = text_decode(source, &next);

		if (code == TEXT_MALFORMED || is_settled(code) ||
		    clean_is_space(code) || clean_is_invisible(code))
			break;
		at = next;
	}
	return at;
}

/* Adds what starts at from and is neither white space nor dropped; the source
 * offset behind it. */
static size_t
add_character(struct clean *c, struct str source, size_t from)
{
	size_t at = from, end;
	uint32_t code = text_decode(source, &at);

	if (code == TEXT_MALFORMED || code < 0x20 ||
	    (code >= 0x7F && code < 0xA0)) {
		add_bad(c, from);
	} else if (code == 0xD0 || code == 0xF0) {
		text_encode(&c->own, mend_eth(c, code));
		return at;
	} else if (!is_settled(code) ||
		   (end = piece_end(source, from)) > at) {
		end = piece_end(source, from);
		add_composed(&c->own, str_slice(source, from, end));
		at = end;
	} else {
		buf_add(&c->own, str_slice(source, from, at));
		return at;
	}
	if (at < source.len)
		add_mark(c, at, at);
	return at;
}

static void
clean_slowly(struct clean *c, struct str source)
{
	size_t at = 0, end = 0; /* end: of the last character added */
	bool moved = false;     /* something was dropped since */

	while (at < source.len) {
		size_t next = at;
		uint32_t code = text_decode(source, &next);

		if (code != TEXT_MALFORMED && clean_is_space(code)) {
			bool first = c->own.len == 0 ||
				     c->own.data[c->own.len - 1] == ' ';

			moved |= first || next - at != 1;
			if (!first) {
				if (moved) {
					add_mark(c, at, end);
					moved = next - at != 1;
				}
				buf_byte(&c->own, ' ');
				end = next;
			}
			at = next;
			continue;
		}
		if (code != TEXT_MALFORMED && clean_is_invisible(code)) {
			moved = true;
			at = next;
			continue;
		}
		if (moved)
			add_mark(c, at, end);
		moved = false;
		at = end = add_character(c, source, at);
	}
}

void
clean_paragraph(struct clean *c, struct str source)
{
	c->mark_count = c->bad_count = c->cursor = 0;
	if (scan_is_clean(source)) {
		c->text = source;
		return;
	}
	buf_clear(&c->own);
	clean_slowly(c, source);
	c->text = buf_str(&c->own);
}

/* The last mark whose text is at most at; NULL: there is none. */
static const struct clean_mark *
find_mark(struct clean *c, size_t at)
{
	if (c->mark_count == 0 || c->marks[0].text > at)
		return NULL;
	if (c->marks[c->cursor].text > at)
		c->cursor = 0;
	while (c->cursor + 1 < c->mark_count &&
	       c->marks[c->cursor + 1].text <= at)
		c->cursor++;
	return &c->marks[c->cursor];
}

size_t
clean_source_start(struct clean *c, size_t at)
{
	const struct clean_mark *mark = find_mark(c, at);

	return mark == NULL ? at : mark->source + (at - mark->text);
}

size_t
clean_source_end(struct clean *c, size_t at)
{
	const struct clean_mark *mark = find_mark(c, at);

	if (mark == NULL)
		return at;
	return mark->text == at ? mark->before : mark->source + at - mark->text;
}

void
clean_free(struct clean *c)
{
	buf_free(&c->own);
	free(c->marks);
	free(c->bad);
}
