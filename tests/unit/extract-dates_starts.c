/* Where words and numbers begin, by vectors of all widths. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "text.h"
#include "tools/extract-dates/starts.h"
#include "vector.h"

/* The places of a text, each marked by a "|" before it. */
static void
assert_marked(const char *marked)
{
	struct starts starts = {0};
	struct buf text = {0}, folded = {0}, got = {0};
	size_t at = 0, from = 0;
	unsigned char class;

	for (const char *c = marked; *c != '\0'; c++)
		if (*c != '|')
			buf_byte(&text, *c);
	text_fold(&folded, buf_str(&text));
	starts_open(&starts, NULL, buf_str(&folded), buf_str(&text));
	while ((at = starts_next(&starts, 0, &class)) < text.len) {
		buf_add(&got, str_slice(buf_str(&text), from, at));
		buf_byte(&got, '|');
		from = at;
	}
	buf_add(&got, str_slice(buf_str(&text), from, text.len));
	buf_byte(&got, '\0');
	assert_string_equal(got.data, marked);
	starts_close(&starts);
	buf_free(&text);
	buf_free(&folded);
	buf_free(&got);
}

static void
finds_words_and_numbers(void **state)
{
	(void)state;
	assert_marked("|Sáng |nay, |ngày |15/12 (|thứ |Sáu)");
	assert_marked("|từ |19|h30 |đến |20|h|Tối");
	assert_marked("“|Đêm” – |cấp|Sáng… |đến |24/7");
	assert_marked("|tin |2023|10/02/2023 - |19:44:00");
	assert_marked("|ĐỘBA |năm");
	assert_marked("|xã |U-22, |gồm |1.213,5 |và |2");
	assert_marked("");
	assert_marked(" – ");
}

/* Also where a sign or a number lies across the blocks of 64 bytes. */
static void
agrees_at_all_widths(void **state)
{
	static const char *const parts[] = {"a", "ngày", " ", "15", "/", "12",
	    "–", "“", "Đ", "đ", "T", "2023", "10/02/2023", ".", "-", "\xC2\xA0",
	    "…", "é", "ế", "H", ",", "0"};
	struct starts fast = {0}, plain = {0};
	uint64_t random = 1;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		struct buf text = {0}, folded = {0};
		size_t count = (size_t)i % 60;

		for (size_t j = 0; j < count; j++) {
			random = random * UINT64_C(6364136223846793005) + 1442;
			buf_text(
			    &text, parts[(random >> 33) %
					 (sizeof(parts) / sizeof(parts[0]))]);
		}
		text_fold(&folded, buf_str(&text));
		starts_open_by(
		    8, &plain, NULL, buf_str(&folded), buf_str(&text));
		for (unsigned width = 16; width <= vector_width(); width *= 2) {
			starts_open_by(width, &fast, NULL, buf_str(&folded),
			    buf_str(&text));
			assert_memory_equal(fast.places, plain.places,
			    fast.blocks * sizeof(*fast.places));
			assert_memory_equal(fast.letters, plain.letters,
			    (fast.blocks + 1) * sizeof(*fast.letters));
		}
		buf_free(&text);
		buf_free(&folded);
	}
	starts_close(&fast);
	starts_close(&plain);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_words_and_numbers),
	    cmocka_unit_test(agrees_at_all_widths),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
