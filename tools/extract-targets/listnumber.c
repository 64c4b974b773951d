#include "listnumber.h"

#include <string.h>

/* The end of one or two digits at a place. */
static size_t
short_number_end(struct str s, size_t at)
{
	size_t end = str_digits_end(s, at);

	return end - at <= 2 ? end : at;
}

/* The end of what a list's number begins with: "12", "a", "IV". */
static size_t
first_of_number(const struct sentence *sentence, size_t at)
{
	static const char romans[] = "ivx";
	struct str s = sentence->folded;
	size_t end = at;

	if (str_digit_at(s, at))
		return short_number_end(s, at);
	if (str_starts(str_from_offset(s, at), STR("đ")))
		return at + STR("đ").len;
	while (end < s.len && s.data[end] != sentence->text.data[end] &&
	       strchr(romans, s.data[end]) != NULL)
		end++;
	if (end > at + 1)
		return end;
	return at < s.len && s.data[at] >= 'a' && s.data[at] <= 'z' ? at + 1
								    : at;
}

size_t
list_number_end(const struct sentence *sentence)
{
	struct str s = sentence->folded;
	size_t head = s.len > 0 && s.data[0] == '(', next;
	size_t at = first_of_number(sentence, head), levels = 1;
	char sign;

	if (at == head)
		return 0;
	for (; at < s.len && s.data[at] == '.' && str_digit_at(s, at + 1);
	     levels++) {
		next = short_number_end(s, at + 1);
		if (next == at + 1)
			return 0;
		at = next;
	}
	sign = at < s.len ? s.data[at] : ' ';
	next = sign == ' ' ? at + 1 : at + 2;
	if (next >= s.len || s.data[next - 1] != ' ' ||
	    (head > 0 && sign != ')'))
		return 0;
	if (sign == ' ')
		return levels > 1 && at == 2 * levels - 1 &&
			       s.data[next] != sentence->text.data[next]
			   ? at
			   : 0;
	if (sign == '.' || sign == ')')
		return at + 1;
	/* "5- 7%" */
	return (sign == '-' || sign == '/') && !str_is_digit(s.data[next])
		   ? at + 1
		   : 0;
}
