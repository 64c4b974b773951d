#include "words.h"

int
word_value(const struct word *words, struct str s, int none)
{
	for (; words->text != NULL; words++)
		if (str_equal(str_from(words->text), s))
			return words->value;
	return none;
}

static const struct word digit_words[] = {{"một", 1}, {"mốt", 1}, {"hai", 2},
    {"ba", 3}, {"bốn", 4}, {"tư", 4}, {"năm", 5}, {"lăm", 5}, {"nhăm", 5},
    {"sáu", 6}, {"bảy", 7}, {"bẩy", 7}, {"tám", 8}, {"chín", 9}, {"mười", 10},
    {"mươi", 10}, {NULL, 0}};

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
