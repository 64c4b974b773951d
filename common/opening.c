#include "opening.h"

#include "kind.h"
#include "syllable.h"

enum word_class
opening_class(const struct boundary_scan *scan, struct str word)
{
	return (enum word_class)wordlist_find(&scan->rules->words, word);
}

bool opening_is_sure(enum word_class class)
{
	return class == WORD_ANY || class == WORD_STRICT ||
	       class == WORD_SMALL || class == WORD_DAY ||
	       class == WORD_OPENER || class == WORD_BOTH;
}

bool opening_is_likely(enum word_class class)
{
	return opening_is_sure(class) || class == WORD_MIXED;
}

bool
opening_begins(const struct boundary_scan *scan, size_t at)
{
	struct str word = kind_word_at(scan->text, at);
	enum kind next = kind_of_next_word(scan->text, at + word.len);

	if (opening_is_sure(opening_class(scan, word)))
		return true;
	/* "... Hồ Văn C. Bà Lan khai" */
	if (next == KIND_UPPER)
		return str_equal(word, STR("Bà")) ||
		       str_equal(word, STR("Chị")) ||
		       str_equal(word, STR("Cháu"));
	return next == KIND_LOWER && kind_is_capitalised(word) &&
	       syllable_is_vietnamese(word);
}

bool
opening_is_place_name(const struct boundary_scan *scan, size_t at)
{
	struct str word = kind_word_at(scan->text, at);
	enum word_class class = opening_class(scan, word);
	enum kind next = kind_of_next_word(scan->text, at + word.len);

	if (class == WORD_PLACE)
		return true;
	if (opening_is_sure(class))
		return false;
	if (!kind_is_capitalised(word) || !syllable_is_vietnamese(word))
		return true;
	return next != KIND_LOWER && next != KIND_DIGIT;
}

/* The words at a place, at most count of them. */
static struct str
words_at(struct str s, size_t at, int count)
{
	size_t end = at;

	for (;;) {
		end += kind_word_at(s, end).len;
		if (--count == 0 || kind_byte(s, end) != ' ')
			return str_slice(s, at, end);
		end++;
	}
}

/* What makes a time of a part of the day: "Chiều 7.2", "Sáng nay". */
static bool
goes_on_as_day(struct str s, size_t at)
{
	struct str word = kind_word_at(s, at);

	return kind_at(s, at) == KIND_DIGIT || str_equal(word, STR("nay")) ||
	       str_equal(word, STR("qua")) || str_equal(word, STR("ngày")) ||
	       str_equal(words_at(s, at, 2), STR("cùng ngày"));
}

/* Whether a number of four digits stands at a place. */
static bool
is_year(struct str s, size_t at)
{
	return str_digits_end(s, at) == at + 4;
}

bool
opening_begins_anyhow(const struct boundary_scan *scan, size_t at)
{
	struct str s = scan->text, word = kind_word_at(s, at);
	size_t next = at + word.len + 1;
	enum kind kind = kind_of_next_word(s, at + word.len);
	enum word_class class;

	if (kind != KIND_LOWER && kind != KIND_DIGIT && kind != KIND_UPPER)
		return false;
	class = opening_class(scan, word);
	if (class == WORD_ANY)
		return true;
	if (class == WORD_STRICT && kind == KIND_UPPER)
		return kind_at(kind_word_before(s, at - 1), 0) == KIND_LOWER;
	if (class == WORD_STRICT || class == WORD_SMALL)
		return kind != KIND_UPPER;
	if (class == WORD_DAY &&
	    (str_equal(word, STR("Năm")) ? is_year(s, next)
					 : goes_on_as_day(s, next)))
		return true;
	return kind != KIND_UPPER &&
	       (opening_class(scan, words_at(s, at, 2)) == WORD_PHRASE ||
		   opening_class(scan, words_at(s, at, 3)) == WORD_PHRASE);
}

/* Words of a caption. */
#define CAPTION_LEAST 3
#define CAPTION_MOST 4

size_t
opening_caption_end(const struct boundary_scan *scan, size_t at)
{
	for (int count = CAPTION_LEAST; count <= CAPTION_MOST; count++) {
		struct str words = words_at(scan->text, at, count);

		if (opening_class(scan, words) == WORD_CAPTION)
			return at + words.len;
	}
	return 0;
}
