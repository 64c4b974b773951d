/* Words as numbers: where texts are cut, spellings, growth. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tools/tag-crimes/words.h"

/* The words of a text with "|" between. */
static void
expect_words(const char *text, const char *expected)
{
	struct str s = str_from(text);
	struct buf got = {0};
	size_t at = 0;

	for (;;) {
		struct span word = words_next(s, &at);

		if (word.start == word.end)
			break;
		if (got.len > 0)
			buf_byte(&got, '|');
		buf_add(&got, str_slice(s, word.start, word.end));
	}
	assert_int_equal(at, s.len);
	buf_byte(&got, '\0');
	assert_string_equal(got.data, expected);
	buf_free(&got);
}

static void
cuts(void **state)
{
	(void)state;
	expect_words("", "");
	expect_words("  ma   túy ", "ma|túy");
	expect_words("ma \"túy\", 'đá'", "ma|túy|,|đá");
	expect_words("“tín dụng đen”… «x»", "tín|dụng|đen|…|x");
	expect_words("97,4kg pháo", "97|,|4|kg|pháo");
	expect_words("pc04 c47kg", "pc04|c47kg");
	expect_words("hê-rô-in", "hê|-|rô|-|in");
	expect_words("a–b\xc2\xb2", "a|–|b|\xc2\xb2");
	/* cut off inside a sign */
	expect_words("a\xe2\x80", "a|\xe2\x80");
	expect_words("a\xc2", "a|\xc2");
}

static void
spells(void **state)
{
	struct words *w = words_new();
	uint32_t number = words_add(w, STR("quy"));

	(void)state;
	assert_int_not_equal(number, WORD_UNKNOWN);
	assert_int_equal(words_add(w, STR("quy")), number);
	assert_int_equal(words_find(w, STR("qui")), number);
	assert_int_equal(words_find(w, STR("quý")), WORD_UNKNOWN);
	number = words_add(w, STR("kĩ"));
	assert_int_equal(words_find(w, STR("kỹ")), number);
	assert_int_equal(words_find(w, STR("kì")), WORD_UNKNOWN);
	/* other vowels and onsets have one spelling */
	words_add(w, STR("túi"));
	assert_int_equal(words_find(w, STR("túy")), WORD_UNKNOWN);
	words_add(w, STR("bi"));
	assert_int_equal(words_find(w, STR("by")), WORD_UNKNOWN);
	words_add(w, STR("i"));
	assert_int_equal(words_find(w, STR("y")), WORD_UNKNOWN);
	words_free(w);
}

static void
tells_long_words_apart(void **state)
{
	struct words *w = words_new();
	uint32_t a = words_add(w, STR("methamphetamine"));
	uint32_t b = words_add(w, STR("methamphetamin"));
	uint32_t c = words_add(w, STR("methampheta\0ine"));

	(void)state;
	assert_int_not_equal(a, b);
	assert_int_not_equal(a, c);
	assert_int_equal(words_find(w, STR("methamphetamine")), a);
	assert_int_equal(words_find(w, STR("methamph")), WORD_UNKNOWN);
	/* a short word is not the same with zeros behind it */
	a = words_add(w, STR("ma"));
	assert_int_equal(words_find(w, STR("ma\0")), WORD_UNKNOWN);
	assert_int_equal(words_find(w, STR("ma")), a);
	words_free(w);
}

static void
grows(void **state)
{
	struct words *w = words_new();
	struct buf word = {0};

	(void)state;
	for (size_t i = 0; i < 50000; i++) {
		buf_clear(&word);
		buf_printf(&word, "x%zu", i);
		assert_int_equal(words_add(w, buf_str(&word)), i + 1);
	}
	for (size_t i = 0; i < 50000; i += 7) {
		buf_clear(&word);
		buf_printf(&word, "x%zu", i);
		assert_int_equal(words_find(w, buf_str(&word)), i + 1);
	}
	buf_free(&word);
	words_free(w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(cuts),
	    cmocka_unit_test(spells),
	    cmocka_unit_test(tells_long_words_apart),
	    cmocka_unit_test(grows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
