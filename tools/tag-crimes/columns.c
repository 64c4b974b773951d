#include "columns.h"

static bool
is_level(struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		char c = s.data[i];

		if (!(c >= 'a' && c <= 'z') && !str_is_digit(c) && c != '-')
			return false;
	}
	return s.len > 0;
}

bool
columns_is_tag(struct str s)
{
	size_t slash = str_find(s, STR("/"), 0);

	return is_level(str_slice(s, 0, slash)) &&
	       (slash == s.len || is_level(str_from_offset(s, slash + 1)));
}

static bool
is_code(struct str s)
{
	return s.len > 0 && str_digits_end(s, 0) == s.len;
}

static bool
is_article(struct str s)
{
	size_t end = str_digits_end(s, 0), first, last;

	if (end == 0 || end == s.len)
		return end > 0;
	if (end + 1 == s.len)
		return s.data[end] >= 'a' && s.data[end] <= 'z';
	return s.data[end] == '-' &&
	       str_to_size(str_slice(s, 0, end), &first) &&
	       str_to_size(str_from_offset(s, end + 1), &last) && first < last;
}

static bool
are_all(struct str list, bool (*is)(struct str item))
{
	size_t at = 0;

	while (at <= list.len && list.len > 0) {
		size_t comma = str_find(list, STR(","), at);

		if (!is(str_slice(list, at, comma)))
			return false;
		at = comma + 1;
	}
	return true;
}

bool
columns_are_codes(struct str s)
{
	return are_all(s, is_code);
}

bool
columns_are_articles(struct str s)
{
	return are_all(s, is_article);
}
