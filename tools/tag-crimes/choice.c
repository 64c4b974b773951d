#include "choice.h"

/* The choices between braces, of which s has neither. */
static size_t
count(struct str s)
{
	size_t n = 1;

	for (size_t i = 0; i < s.len; i++)
		n += s.data[i] == '|';
	return n;
}

static struct str
pick(struct str choices, size_t number)
{
	size_t at = 0, bar;

	for (;;) {
		bar = str_find(choices, STR("|"), at);
		if (number-- == 0)
			return str_slice(choices, at, bar);
		at = bar + 1;
	}
}

/* The next choices from *at on, without their braces, behind plain; false:
 * there are none, and plain is all that is left. */
static bool
next_choices(
    struct str text, size_t *at, struct str *plain, struct str *choices)
{
	size_t open = str_find(text, STR("{"), *at);
	size_t close = str_find(text, STR("}"), open);

	*plain = str_slice(text, *at, open);
	if (open == text.len)
		return false;
	*choices = str_slice(text, open + 1, close);
	*at = close + 1;
	return true;
}

const char *
choice_fault(struct str text)
{
	struct str plain, choices;
	size_t depth = 0, phrases = 1;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.data[i];

		if (c == '{' ? depth++ > 0 : c == '}' && depth-- == 0)
			return c == '{' ? "a choice within a choice"
					: "\"}\" without \"{\"";
	}
	if (depth > 0)
		return "\"{\" without \"}\"";
	for (size_t at = 0; next_choices(text, &at, &plain, &choices);) {
		phrases *= count(choices);
		if (phrases > CHOICE_MAX)
			return "more than 1000 phrases";
	}
	return NULL;
}

bool
choice_phrase(struct str text, size_t number, struct buf *phrase)
{
	struct str plain, choices;
	size_t at = 0;

	buf_clear(phrase);
	while (next_choices(text, &at, &plain, &choices)) {
		size_t n = count(choices);

		buf_add(phrase, plain);
		buf_add(phrase, pick(choices, number % n));
		number /= n;
	}
	buf_add(phrase, plain);
	return number == 0;
}
