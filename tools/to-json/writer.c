#include "writer.h"

#include <string.h>

#include "vector.h"

/* Strings are searched BLOCK bytes at a time by comparisons alone. */
#define BLOCK 32

/* The first byte that a string must escape lies less than BLOCK behind. */
VECTOR_CLONES static size_t
plain_blocks(struct str s, size_t at)
{
	for (; at + BLOCK <= s.len; at += BLOCK) {
		const unsigned char *p = (const unsigned char *)s.data + at;
		unsigned char found = 0;

		for (int i = 0; i < BLOCK; i++)
			found |= (unsigned char)((p[i] == '"') |
						 (p[i] == '\\') | (p[i] < ' '));
		if (found != 0)
			break;
	}
	return at;
}

#define ONES UINT64_C(0x0101010101010101)

/* Not zero if a byte of the word is. */
static inline uint64_t
zeros(uint64_t word)
{
	return (word - ONES) & ~word & ONES << 7;
}

/* Whether no byte of the eight at p must be escaped. */
static inline bool
is_plain_word(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof(word));
	return (zeros(word ^ ONES * '"') | zeros(word ^ ONES * '\\') |
		   ((word - ONES * ' ') & ~word & ONES << 7)) == 0;
}

/* The first byte at or behind at that a string must escape. */
static size_t
plain_end(struct str s, size_t at)
{
	if (at + BLOCK <= s.len)
		at = plain_blocks(s, at);
	while (s.len - at >= sizeof(uint64_t) && is_plain_word(s.data + at))
		at += sizeof(uint64_t);
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
writer_string(struct buf *out, struct str s)
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

bool
writer_is_number(struct str s)
{
	size_t start = s.len > 0 && s.data[0] == '-' ? 1 : 0;
	size_t end = str_digits_end(s, start);

	if (end == start || (s.data[start] == '0' && end > start + 1))
		return false;
	if (end < s.len && s.data[end] == '.') {
		start = end + 1;
		end = str_digits_end(s, start);
		if (end == start)
			return false;
	}
	return end == s.len;
}

static void
new_line(struct writer *w)
{
	output_add(w->out, STR("\n"));
	for (size_t i = 0; i < w->depth; i++)
		output_add(w->out, STR("  "));
}

/* What stands before c, and c with what stands behind it, outside strings. */
static void
indent_byte(struct writer *w, char c)
{
	bool opens = c == '{' || c == '[';
	bool closes = c == '}' || c == ']';

	if (closes)
		w->depth--;
	if (closes ? !w->opened : w->opened)
		new_line(w);
	w->opened = opens;
	if (opens)
		w->depth++;
	output_add(w->out, (struct str){&c, 1});
	if (c == ':')
		output_add(w->out, STR(" "));
	else if (c == ',')
		new_line(w);
}

/* Up to behind the string's closing quote, or all. */
static size_t
indent_string(struct writer *w, struct str s, size_t at)
{
	size_t start = at;

	while (at < s.len && w->in_string) {
		char c = s.data[at++];

		w->in_string = w->escaped || c != '"';
		w->escaped = !w->escaped && c == '\\';
	}
	output_add(w->out, str_slice(s, start, at));
	return at;
}

void
writer_add(struct writer *w, struct str compact)
{
	size_t at = 0;

	if (!w->pretty) {
		output_add(w->out, compact);
		return;
	}
	while (at < compact.len) {
		if (w->in_string) {
			at = indent_string(w, compact, at);
			continue;
		}
		w->in_string = compact.data[at] == '"';
		indent_byte(w, compact.data[at++]);
	}
}

void
writer_begin(struct writer *w)
{
	if (w->array)
		writer_add(w, w->count == 0 ? STR("[") : STR(","));
	if (w->array && !w->pretty)
		output_add(w->out, STR("\n"));
	w->count++;
}

void
writer_end(struct writer *w)
{
	if (!w->array)
		output_add(w->out, STR("\n"));
}

void
writer_close(struct writer *w)
{
	if (!w->array)
		return;
	if (w->count == 0)
		writer_add(w, STR("["));
	else if (!w->pretty)
		output_add(w->out, STR("\n"));
	writer_add(w, STR("]"));
	output_add(w->out, STR("\n"));
}
