#include "clean.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "kind.h"
#include "scan.h"
#include "text.h"

/* Code points of one piece that the library composes at once; a longer one
 * (there is none in text) is composed in parts. */
#define PIECE_MOST 256
/* Marks behind one character that a mark behind something dropped joins. */
#define MARKS_MOST 30
/* No letter decomposes into more than four. */
#define CODES_MOST ((utf8proc_ssize_t)PIECE_MOST * 4)

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

static size_t
text_length(const struct clean *c)
{
	return c->own.len - SCAN_BEFORE;
}

static void
add_mark(struct clean *c, size_t source, size_t before)
{
	struct clean_mark *last =
	    c->mark_count > 0 ? &c->marks[c->mark_count - 1] : NULL;

	if (last != NULL && last->text == text_length(c)) {
		last->source = source;
		return;
	}
	c->marks =
	    mem_grow(c->marks, c->mark_count, &c->mark_cap, sizeof(*c->marks));
	c->marks[c->mark_count++] =
	    (struct clean_mark){text_length(c), source, before};
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
	uint32_t before = text_before(buf_str(&c->own), c->own.len);

	if (text_is_letter(before) &&
	    (code == 0xF0 || before >= 0x80 ||
		!kind_is_among((char)before, "BCDGHKLMNPQRSTVX")))
		return code;
	return code == 0xD0 ? 0x110 : 0x111;
}

/* Appends well-formed bytes in NFC. */
static void
add_composed(struct buf *out, struct str piece)
{
	utf8proc_int32_t codes[CODES_MOST];
	utf8proc_ssize_t count;

	count = utf8proc_decompose((const utf8proc_uint8_t *)piece.data,
	    (utf8proc_ssize_t)piece.len, codes, CODES_MOST,
	    UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
	if (count < 0 || count > CODES_MOST) {
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

/* Where what is composed with a piece begins: the last character and the marks
 * behind it, not many. */
static size_t
composed_from(const struct clean *c)
{
	size_t base = c->own.len;

	for (unsigned marks = 0; marks < MARKS_MOST; marks++) {
		uint32_t code = text_before(buf_str(&c->own), base);

		if (code == ' ')
			break;
		do
			base--;
		while (((unsigned char)c->own.data[base] & 0xC0) == 0x80);
		if (utf8proc_get_property((utf8proc_int32_t)code)
			->combining_class == 0)
			break;
	}
	return base;
}

/*
 * Adds the piece from..end in NFC.  A mark that stood behind something that was
 * dropped belongs to the character before that.
 */
static void
add_piece(struct clean *c, struct str source, size_t from, size_t end)
{
	size_t base = composed_from(c), whole = c->own.len;

	buf_clear(&c->piece);
	buf_add(&c->piece, str_from_offset(buf_str(&c->own), base));
	buf_add(&c->piece, str_slice(source, from, end));
	c->own.len = base;
	add_composed(&c->own, buf_str(&c->piece));
	/* behind a base that stays as it is the piece keeps its place */
	if (c->own.len >= whole &&
	    memcmp(c->own.data + base, c->piece.data, whole - base) == 0)
		base = whole;
	while (c->mark_count > 0 &&
	       c->marks[c->mark_count - 1].text > base - SCAN_BEFORE)
		c->mark_count--;
}

/* Adds what starts at from and is neither white space nor dropped; the source
 * offset behind it. */
static size_t
add_character(struct clean *c, struct str source, size_t from)
{
	size_t at = from;
	uint32_t code = text_decode(source, &at);

	if (code == TEXT_MALFORMED || code < 0x20 ||
	    (code >= 0x7F && code < 0xA0)) {
		add_bad(c, from);
	} else if (!is_settled(code)) {
		at = piece_end(source, from);
		add_piece(c, source, from, at);
	} else if (code == 0xD0 || code == 0xF0) {
		text_encode(&c->own, mend_eth(c, code));
		return at;
	} else {
		buf_add(&c->own, str_slice(source, from, at));
		return at;
	}
	add_mark(c, at, at);
	return at;
}

/* Where a source is being cleaned. */
struct place {
	size_t at;
	size_t end; /* of the last character added */
	bool moved; /* something was dropped or replaced since */
};

/* White space: one space, none at the start. */
static void
take_space(struct clean *c, struct place *p, size_t next)
{
	bool first = c->own.data[c->own.len - 1] == ' ';
	bool narrow = next - p->at == 1;

	p->moved |= first || !narrow;
	if (!first) {
		if (p->moved) {
			add_mark(c, p->at, p->end);
			p->moved = !narrow;
		}
		buf_byte(&c->own, ' ');
		p->end = next;
	}
	p->at = next;
}

static void
take_character(struct clean *c, struct str source, struct place *p)
{
	size_t next = p->at;
	uint32_t code = text_decode(source, &next);

	if (code != TEXT_MALFORMED && clean_is_space(code)) {
		take_space(c, p, next);
	} else if (code != TEXT_MALFORMED && clean_is_invisible(code)) {
		p->moved = true;
		p->at = next;
	} else {
		if (p->moved)
			add_mark(c, p->at, p->end);
		p->moved = false;
		p->at = p->end = add_character(c, source, p->at);
	}
}

/* Copies what is clean up to some bytes before the next dirty one. */
static void
take_run(struct clean *c, struct str source, struct place *p, size_t dirty)
{
	size_t end = dirty < source.len ? dirty - 4 : source.len;

	while (end > p->at && end < source.len &&
	       ((unsigned char)source.data[end] & 0xC0) == 0x80)
		end--;
	if (end <= p->at)
		return;
	if (source.data[p->at] == ' ')
		take_space(c, p, p->at + 1);
	if (p->moved)
		add_mark(c, p->at, p->end);
	p->moved = false;
	buf_add(&c->own, str_slice(source, p->at, end));
	p->at = p->end = end;
}

/* Cleans source; bit base of dirty is that of its first byte. */
static void
clean_slowly(
    struct clean *c, struct str source, const uint64_t *dirty, size_t base)
{
	struct place p = {0, 0, false};

	while (p.at < source.len) {
		/* the tail of a lead that is dirty has no bit of its own */
		bool tail = ((unsigned char)source.data[p.at] & 0xC0) == 0x80;
		size_t next =
		    tail ? p.at
			 : scan_next(dirty, base + source.len, base + p.at) -
			       base;

		if (next > source.len)
			next = source.len;
		if (next >= p.at + 16 || next == source.len)
			take_run(c, source, &p, next);
		while (p.at <= next && p.at < source.len)
			take_character(c, source, &p);
	}
}

/* Scans the text; whether it is clean. */
static bool
scan_own(struct clean *c)
{
	buf_reserve(&c->own, SCAN_BEHIND);
	memset(c->own.data + c->own.len, 'a', SCAN_BEHIND);
	c->text = (struct str){c->own.data + SCAN_BEFORE, text_length(c)};
	scan_masks_reserve(&c->masks, c->text.len);
	return scan_text(c->text.data, c->text.len, &c->masks);
}

static void
start(struct clean *c)
{
	static const char blanks[SCAN_BEFORE + 1] = "                ";

	c->mark_count = c->bad_count = c->cursor = 0;
	buf_clear(&c->own);
	buf_add(&c->own, (struct str){blanks, SCAN_BEFORE});
}

void
clean_paragraph(struct clean *c, struct str source)
{
	start(c);
	buf_add(&c->own, source);
	if (scan_own(c))
		return;
	c->own.len = SCAN_BEFORE;
	clean_slowly(c, source, c->masks.dirty, 0);
	(void)scan_own(c);
}

void
clean_dirty(
    struct clean *c, struct str source, const uint64_t *dirty, size_t base)
{
	start(c);
	clean_slowly(c, source, dirty, base);
	(void)scan_own(c);
}

void
clean_take(struct clean *c, struct str source)
{
	c->mark_count = c->bad_count = c->cursor = 0;
	c->text = source;
}

/* The last mark whose text is at most at; NULL: there is none. */
static const struct clean_mark *
find_mark(struct clean *c, size_t at)
{
	if (c->mark_count == 0 || c->marks[0].text > at)
		return NULL;
	if (c->marks[c->cursor].text > at)
		c->cursor = 0;
	while (
	    c->cursor + 1 < c->mark_count && c->marks[c->cursor + 1].text <= at)
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
	buf_free(&c->piece);
	free(c->marks);
	free(c->bad);
	scan_masks_free(&c->masks);
}
