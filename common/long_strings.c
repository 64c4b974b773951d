#include "long_strings.h"

#include <stdlib.h>

#include "text.h"
#include "vector.h"

/* A string is long from so many bytes on. */
#define LONG 128

/* Begins the short strings, before their number; no string that is left as it
 * is can hold it. */
#define MARK '\x1A'
#define MARK_ESCAPED "\\u001a"

#define VECTOR_BODY "long_strings_vector.h"
#include "vector_widths.h"

static bool
is_stop(char c)
{
	return c == '"' || c == '\\' || (unsigned char)c < 0x20;
}

/* The next quote, backslash or control character; the end. */
static size_t
find_stop(struct str line, size_t at)
{
	size_t run;

	VECTOR_CALL(vector_width(), run = plain, (str_from_offset(line, at)));
	at += run;
	while (at < line.len && !is_stop(line.data[at]))
		at++;
	return at;
}

/* The quote that ends the string with content at start; the end of the line:
 * there is none, or a control character before it. */
static size_t
string_end(struct str line, size_t start, bool *escapes)
{
	size_t at = find_stop(line, start);

	*escapes = false;
	while (at < line.len && line.data[at] == '\\') {
		*escapes = true;
		if (line.len - at < 2 ||
		    (unsigned char)line.data[at + 1] < 0x20)
			return line.len;
		at = find_stop(line, at + 2);
	}
	return at < line.len && line.data[at] == '"' ? at : line.len;
}

/* Appends what the "\u" behind which *at is stands for, and moves behind it. */
static bool
add_code(struct buf *out, struct str s, size_t *at)
{
	uint32_t code, low;

	if (!text_hex(s, *at, &code) || (code >= 0xDC00 && code < 0xE000))
		return false;
	*at += 4;
	if (code >= 0xD800 && code < 0xDC00) {
		if (!str_starts(str_from_offset(s, *at), STR("\\u")) ||
		    !text_hex(s, *at + 2, &low) || low < 0xDC00 ||
		    low >= 0xE000)
			return false;
		*at += 6;
		code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
	}
	text_encode(out, code);
	return true;
}

/* Appends the string with its escapes resolved; false: a wrong one. */
static bool
unescape(struct buf *out, struct str s)
{
	static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
	size_t at = 0;

	for (;;) {
		size_t stop = str_find(s, STR("\\"), at);
		const char *letter;

		buf_add(out, str_slice(s, at, stop));
		if (stop == s.len)
			return true;
		/* string_end() has seen that something follows */
		at = stop + 2;
		letter = strchr(letters, s.data[stop + 1]);
		if (letter != NULL)
			buf_byte(out, meant[letter - letters]);
		else if (s.data[stop + 1] != 'u' || !add_code(out, s, &at))
			return false;
	}
}

static bool
is_key(struct str line, size_t end)
{
	size_t at = end + 1;

	while (
	    at < line.len && (line.data[at] == ' ' || line.data[at] == '\t' ||
				 line.data[at] == '\r'))
		at++;
	return at < line.len && line.data[at] == ':';
}

static bool
take_string(struct long_strings *l, struct str string)
{
	size_t start = l->bytes.len;

	if (!unescape(&l->bytes, string))
		return false;
	l->places = mem_grow(l->places, l->count, &l->cap, sizeof(*l->places));
	l->places[l->count] = (struct span){start, l->bytes.len};
	buf_text(&l->line, "\"" MARK_ESCAPED);
	buf_number(&l->line, l->count++);
	buf_byte(&l->line, '"');
	return true;
}

bool
long_strings_take(struct long_strings *l, struct str line)
{
	size_t at = 0, open, end;
	bool escapes;

	buf_clear(&l->line);
	buf_clear(&l->bytes);
	l->count = 0;
	while ((open = str_find(line, STR("\""), at)) < line.len) {
		struct str string;

		buf_add(&l->line, str_slice(line, at, open));
		end = string_end(line, open + 1, &escapes);
		if (end == line.len)
			return false;
		string = str_slice(line, open + 1, end);
		at = end + 1;
		if (string.len >= LONG && !is_key(line, end)) {
			if (!take_string(l, string))
				return false;
			continue;
		}
		if (escapes && str_find(string, STR("\\u001"), 0) < string.len)
			return false;
		buf_add(&l->line, str_slice(line, open, at));
	}
	buf_add(&l->line, str_from_offset(line, at));
	return l->count > 0;
}

struct str
long_strings_value(const struct long_strings *l, struct str value)
{
	size_t number;

	if (value.len < 2 || value.data[0] != MARK || l->count == 0 ||
	    !str_to_size(str_from_offset(value, 1), &number) ||
	    number >= l->count)
		return value;
	return str_slice(
	    buf_str(&l->bytes), l->places[number].start, l->places[number].end);
}

void
long_strings_free(struct long_strings *l)
{
	buf_free(&l->line);
	buf_free(&l->bytes);
	free(l->places);
	*l = (struct long_strings){0};
}
