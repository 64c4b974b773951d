#include "json.h"

#include <string.h>

/* The first byte at or behind at that a string must escape. */
static size_t
plain_end(struct str s, size_t at)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	const uint64_t high = UINT64_C(0x8080808080808080);

	for (; at + 8 <= s.len; at += 8) {
		uint64_t w, quote, slash;

		memcpy(&w, s.data + at, 8);
		quote = w ^ (ones * '"');
		slash = w ^ (ones * '\\');
		/* a borrow out of a byte that is zero, or below a space */
		if ((((quote - ones) & ~quote) | ((slash - ones) & ~slash) |
			((w - ones * ' ') & ~w)) &
		    high)
			break;
	}
	while (at < s.len && s.data[at] != '"' && s.data[at] != '\\' &&
	       (unsigned char)s.data[at] >= ' ')
		at++;
	return at;
}

static void
escape(struct buf *out, unsigned char c)
{
	static const char short_form[] = "b\bf\fn\nr\rt\t\"\"\\\\";

	for (size_t i = 0; i + 1 < sizeof(short_form); i += 2)
		if ((unsigned char)short_form[i + 1] == c) {
			buf_byte(out, '\\');
			buf_byte(out, short_form[i]);
			return;
		}
	buf_printf(out, "\\u%04X", c);
}

void
json_string(struct buf *out, struct str s)
{
	size_t at = 0;

	buf_reserve(out, s.len + 2);
	buf_byte(out, '"');
	for (;;) {
		size_t end = plain_end(s, at);

		buf_add(out, str_slice(s, at, end));
		if (end == s.len)
			break;
		escape(out, (unsigned char)s.data[end]);
		at = end + 1;
	}
	buf_byte(out, '"');
}

static size_t
digits_end(struct str s, size_t at)
{
	while (at < s.len && s.data[at] >= '0' && s.data[at] <= '9')
		at++;
	return at;
}

bool
json_is_number(struct str s)
{
	size_t start = s.len > 0 && s.data[0] == '-' ? 1 : 0;
	size_t end = digits_end(s, start);

	if (end == start || (s.data[start] == '0' && end > start + 1))
		return false;
	if (end < s.len && s.data[end] == '.') {
		start = end + 1;
		end = digits_end(s, start);
		if (end == start)
			return false;
	}
	return end == s.len;
}

static void
new_line(struct json_output *j)
{
	output_add(j->out, STR("\n"));
	for (size_t i = 0; i < j->depth; i++)
		output_add(j->out, STR("  "));
}

/* What stands before c, and c with what stands behind it, outside strings. */
static void
indent_byte(struct json_output *j, char c)
{
	bool opens = c == '{' || c == '[';
	bool closes = c == '}' || c == ']';

	if (closes)
		j->depth--;
	if (closes ? !j->opened : j->opened)
		new_line(j);
	j->opened = opens;
	if (opens)
		j->depth++;
	output_add(j->out, (struct str){&c, 1});
	if (c == ':')
		output_add(j->out, STR(" "));
	else if (c == ',')
		new_line(j);
}

/* Up to behind the string's closing quote, or all. */
static size_t
indent_string(struct json_output *j, struct str s, size_t at)
{
	size_t start = at;

	while (at < s.len && j->in_string) {
		char c = s.data[at++];

		j->in_string = j->escaped || c != '"';
		j->escaped = !j->escaped && c == '\\';
	}
	output_add(j->out, str_slice(s, start, at));
	return at;
}

void
json_add(struct json_output *j, struct str compact)
{
	size_t at = 0;

	if (!j->pretty) {
		output_add(j->out, compact);
		return;
	}
	while (at < compact.len) {
		if (j->in_string) {
			at = indent_string(j, compact, at);
			continue;
		}
		j->in_string = compact.data[at] == '"';
		indent_byte(j, compact.data[at++]);
	}
}

void
json_begin(struct json_output *j)
{
	if (j->array)
		json_add(j, j->count == 0 ? STR("[") : STR(","));
	if (j->array && !j->pretty)
		output_add(j->out, STR("\n"));
	j->count++;
}

void
json_end(struct json_output *j)
{
	if (!j->array)
		output_add(j->out, STR("\n"));
}

void
json_close(struct json_output *j)
{
	if (!j->array)
		return;
	if (j->count == 0)
		json_add(j, STR("["));
	else if (!j->pretty)
		output_add(j->out, STR("\n"));
	json_add(j, STR("]"));
	output_add(j->out, STR("\n"));
}
