/* Texts cut all at once are cut as words_next() cuts them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tools/tag-crimes/split.h"
#include "vector.h"

static void
check_width(struct split *s, struct str text, unsigned width)
{
	size_t at = 0;

	split_text_by(width, s, text);
	for (size_t i = 0; i < s->count; i++) {
		struct span word = words_next(text, &at);
		const struct token *t = &s->items[i];

		assert_int_equal(t->start, word.start);
		assert_int_equal(t->end, word.end);
		assert_true(
		    t->head == str_head(str_slice(text, word.start, word.end),
				   0, word.end - word.start));
	}
	assert_int_equal(words_next(text, &at).start, text.len);
	for (size_t i = 0; i < SPLIT_SPARE; i++)
		assert_true(s->items[s->count + i].head == 0);
}

static void
check(struct split *s, struct str text)
{
	for (unsigned width = 8; width <= vector_width(); width *= 2)
		check_width(s, text, width);
}

/* At every place of a block, and behind blocks that end at every place. */
static void
cuts_as_words_next(void **state)
{
	static const char *const texts[] = {"", " ", "a", "ma túy",
	    "ma \"túy\", 'đá' `x`", "“tín dụng đen”… «x» ‘y’", "97,4kg pháo",
	    "pc04 c47kg 12 3x4", "hê-rô-in", "a–b\xc2\xb2", "a\xe2\x80",
	    "a\xc2",
	    "methamphetaminemethamphetaminemethamphetaminemethamphetaminemethx",
	    "0123456789012345678901234567890123456789012345678901234567890123456"
	    "789kg",
	    "(!?)", "123", "túy\""};
	struct split s = {0};
	struct buf text = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		for (size_t before = 0; before < 140; before++)
			for (int kind = 0; kind < 3; kind++) {
				buf_clear(&text);
				for (size_t j = 0; j < before; j++)
					buf_byte(&text, " x7"[kind]);
				buf_text(&text, texts[i]);
				check(&s, buf_str(&text));
			}
	buf_free(&text);
	split_free(&s);
}

static void
cuts_anything(void **state)
{
	static const char *const bits[] = {"ma", "túy", "đ", " ", " ", "  ",
	    ",", "\"", "“", "…", "5", "12", "kg", "\xc2\xab", "\xc2\xb2", "-",
	    "–", "methamphetamine", ")"};
	struct split s = {0};
	struct buf text = {0};
	uint32_t random = 7;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		buf_clear(&text);
		for (int i = 0; i < round % 120; i++) {
			random = random * 1664525 + 1013904223;
			buf_text(&text, bits[(random >> 16) %
					     (sizeof(bits) / sizeof(bits[0]))]);
		}
		check(&s, buf_str(&text));
	}
	buf_free(&text);
	split_free(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(cuts_as_words_next),
	    cmocka_unit_test(cuts_anything),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
