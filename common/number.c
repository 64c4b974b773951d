#include "number.h"

#include <string.h>

/* Whether all that follows the first mark comes in groups of three; no group
 * follows a mere zero ("0.125"). */
static bool
is_grouped(struct str s, char mark)
{
	size_t run = 0;
	bool seen = false;

	if (s.len > 0 && s.data[0] == '0')
		return false;

	for (size_t i = 0; i < s.len; i++) {
		if (str_is_digit(s.data[i])) {
			run++;
			continue;
		}
		if (s.data[i] != mark || run == 0 || run > 3 ||
		    (seen && run != 3))
			return false;
		seen = true;
		run = 0;
	}
	return seen && run == 3;
}

/* Place of the mark between whole and fraction; s.len if all is whole. */
static size_t
decimal_mark(struct str s, enum number_use use)
{
	size_t dot = str_find(s, STR("."), 0);
	size_t comma = str_find(s, STR(","), 0);

	if (dot < s.len && comma < s.len)
		return dot < comma ? comma : dot;
	if (dot < s.len)
		return is_grouped(s, '.') ? s.len : dot;
	if (comma < s.len) {
		bool several = str_find(s, STR(","), comma + 1) < s.len;

		if (is_grouped(s, ',') && (several || use == NUMBER_COUNT))
			return s.len;
	}
	return comma;
}

static bool
is_whole(struct str s)
{
	size_t size = 0;

	for (size_t i = 0; i < s.len; i++)
		size += str_is_digit(s.data[i]) ? 1 : 0;
	return size == s.len || is_grouped(s, '.') || is_grouped(s, ',');
}

static void
add_digits(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (str_is_digit(s.data[i]))
			buf_byte(out, s.data[i]);
}

/* Drops leading zeros of what was added from start on. */
static void
trim_front(struct buf *out, size_t start)
{
	size_t zeros = 0;

	while (start + zeros + 1 < out->len &&
	       out->data[start + zeros] == '0' &&
	       str_is_digit(out->data[start + zeros + 1]))
		zeros++;
	memmove(out->data + start, out->data + start + zeros,
	    out->len - start - zeros);
	out->len -= zeros;
}

bool
number_format(
    struct buf *out, struct str digits, enum number_use use, unsigned tens)
{
	size_t mark = decimal_mark(digits, use);
	struct str whole = str_slice(digits, 0, mark);
	struct str rest = mark < digits.len ? str_from_offset(digits, mark + 1)
					    : (struct str){"", 0};
	size_t start = out->len, point;

	if (whole.len == 0 || !str_is_digit(whole.data[0]) ||
	    !is_whole(whole) || (mark < digits.len && rest.len == 0))
		return false;
	for (size_t i = 0; i < rest.len; i++)
		if (!str_is_digit(rest.data[i]))
			return false;
	add_digits(out, whole);
	for (; tens > 0; tens--) {
		buf_byte(out, rest.len > 0 ? rest.data[0] : '0');
		if (rest.len > 0)
			rest = str_from_offset(rest, 1);
	}
	trim_front(out, start);
	point = out->len;
	if (rest.len > 0)
		buf_byte(out, '.');
	add_digits(out, rest);
	while (out->len > point && (out->data[out->len - 1] == '0' ||
				       out->data[out->len - 1] == '.')) {
		bool was_point = out->data[out->len - 1] == '.';

		out->len--;
		if (was_point)
			break;
	}
	return true;
}

size_t
number_end(struct str s, size_t at)
{
	size_t i = at;

	while (i < s.len && (str_is_digit(s.data[i]) ||
				((s.data[i] == '.' || s.data[i] == ',') &&
				    i > at && str_digit_at(s, i + 1))))
		i++;
	return i > at ? i : at + 1;
}
