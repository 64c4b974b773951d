#include "words.h"

#include "context.h"

int
word_value(const struct word *words, struct str s, int none)
{
	/* most groups of a form took no part */
	if (s.len == 0)
		return none;
	for (; words->text.data != NULL; words++)
		if (str_equal(words->text, s))
			return words->value;
	return none;
}

static const struct word digit_words[] = {{W("một"), 1}, {W("mốt"), 1},
    {W("hai"), 2}, {W("ba"), 3}, {W("bốn"), 4}, {W("tư"), 4}, {W("năm"), 5},
    {W("lăm"), 5}, {W("nhăm"), 5}, {W("sáu"), 6}, {W("bảy"), 7}, {W("bẩy"), 7},
    {W("tám"), 8}, {W("chín"), 9}, {W("mười"), 10}, {W("mươi"), 10},
    {{NULL, 0}, 0}};

int
words_number(struct str s)
{
	int value = 0;
	size_t at = 0;

	while (at < s.len) {
		size_t end = str_find(s, STR(" "), at);
		struct str word = str_slice(s, at, end);
		int one = word_value(digit_words, word, 0);

		if (str_equal(word, STR("mươi")))
			value *= 10;
		else
			value += one;
		at = end + 1;
	}
	return value;
}

int
words_or_digits(struct str s)
{
	size_t value = 0;

	return str_to_size(s, &value) ? (int)value : words_number(s);
}
