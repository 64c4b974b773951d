#include "stop.h"

#include <string.h>

#include "kind.h"

/*
 * Whether the straight quote at a place closes.  Blanks tell; where there are
 * none, every quote turns what the last one was.
 */
static bool
quote_closes(struct boundary_scan *scan, size_t at)
{
	struct str s = scan->text;
	bool closes = false;

	if (scan->counted > at)
		scan->counted = at;
	while (scan->counted <= at) {
		size_t i = str_find(
		    (struct str){s.data, at + 1}, STR("\""), scan->counted);
		bool blank_before, blank_behind;

		scan->counted = i + 1;
		if (i > at)
			break;
		blank_before =
		    i == 0 || s.data[i - 1] == ' ' || s.data[i - 1] == '(';
		blank_behind =
		    i + 1 == s.len || kind_is_among(s.data[i + 1], " .,;:!?)");
		closes =
		    blank_before == blank_behind ? scan->quoted : blank_behind;
		scan->quoted = !closes;
	}
	return closes;
}

/* Whether a character at a place closes a quote or bracket; spaced: a blank
 * stands between it and the stop. */
static bool
is_closer(struct boundary_scan *scan, size_t at, bool spaced)
{
	struct str s = scan->text;
	size_t next = at;
	uint32_t c = kind_decode(s, &next);
	enum kind behind = kind_at(s, next);

	if (c == '"')
		return quote_closes(scan, at) &&
		       (!spaced ||
			   (behind != KIND_UPPER && behind != KIND_LOWER));
	if (c == '\'')
		return !spaced && behind != KIND_LOWER && behind != KIND_UPPER;
	return kind_of(c) == KIND_CLOSER && (!spaced || c == 0x201D);
}

static bool
take_closer(struct boundary_scan *scan, struct stop *stop)
{
	struct str s = scan->text;
	size_t at = stop->end;
	bool spaced = kind_byte(s, at) == ' ';
	enum kind kind;

	if (spaced)
		at++;
	if (at >= s.len)
		return false;
	/* what closes and is not ASCII begins with these */
	if ((unsigned char)s.data[at] >= 0x80 && s.data[at] != '\xC2' &&
	    s.data[at] != '\xE2')
		return false;
	kind = kind_at(s, at);
	if ((kind != KIND_CLOSER && kind != KIND_QUOTE) ||
	    !is_closer(scan, at, spaced))
		return false;
	if (s.data[at] == ')' || s.data[at] == ']' || s.data[at] == '}') {
		stop->bracket_closed = true;
		scan->bracket = 0;
	} else {
		stop->quote_closed = true;
	}
	stop->end = kind_after(s, at);
	return true;
}

/* Bytes of the mark at a place; 0: there is none. */
static size_t
mark_length(struct str s, size_t at)
{
	char c = kind_byte(s, at);

	if (c == '.' || c == '!' || c == '?')
		return 1;
	return c == '\xE2' && str_starts(str_from_offset(s, at), STR("…"))
		   ? strlen("…")
		   : 0;
}

static bool
take_mark(struct boundary_scan *scan, struct stop *stop)
{
	struct str s = scan->text;
	size_t length = mark_length(s, stop->end);
	size_t next = stop->end + length;
	char c;

	if (length == 0)
		return false;
	c = s.data[stop->end];
	if (kind_byte(s, next) == '/' && kind_byte(s, next + 1) == '.') {
		stop->final = true;
		next += 2;
	}
	stop->strong |= c == '!' || c == '?';
	stop->ellipsis |= length > 1 || (c == '.' && stop->end > stop->start &&
					    s.data[stop->end - 1] == '.');
	stop->end = next;
	return true;
}

/* "... ra nước ngoài. , Sau đó ...": a comma that is left of two paragraphs
 * made one. */
static void
take_left_comma(struct str s, struct stop *stop)
{
	if (str_starts(str_from_offset(s, stop->end), STR(" , ")) &&
	    kind_at(s, stop->end + 3) == KIND_UPPER)
		stop->end += 2;
}

void
stop_read(struct boundary_scan *scan, size_t at, struct stop *stop)
{
	*stop = (struct stop){.start = at, .end = at};
	while (take_mark(scan, stop) || take_closer(scan, stop))
		;
	take_left_comma(scan->text, stop);
	stop->spaced = kind_byte(scan->text, stop->end) == ' ';
	stop->next = stop->end + (stop->spaced ? 1 : 0);
	stop->follows = kind_at(scan->text, stop->next);
}
