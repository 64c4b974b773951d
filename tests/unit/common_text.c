/* UTF-8, classes and folding, against simpler definitions of the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "text.h"

static void
every_code_point_round_trips(void **state)
{
	struct buf b = {0};

	(void)state;
	for (uint32_t c = 0; c < 0x110000; c++) {
		size_t at = 0;

		if (c >= 0xD800 && c < 0xE000)
			continue;
		buf_clear(&b);
		text_encode(&b, c);
		assert_true(text_is_utf8(buf_str(&b)));
		assert_int_equal(text_decode(buf_str(&b), &at), c);
		assert_int_equal(at, b.len);
		assert_int_equal(text_before(buf_str(&b), b.len), c);
		assert_int_equal(text_is_clean(buf_str(&b)),
		    c == '\t' || (c >= 0x20 && (c < 0x7F || c >= 0xA0)));
	}
	buf_free(&b);
}

static void
malformed_is_told(void **state)
{
	static const char *const bad[] = {"\x80", "\xC3", "\xC0\x80",
	    "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xED\xA0\x80",
	    "\xED\xBF\xBF", "\xE1\xBA", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
	    "\xF5\x80\x80\x80", "\xFF", "\xC3(", "\xE1\xBA(", "\xF0\x9F\x98("};
	struct buf long_run = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		size_t at = 0;

		assert_false(text_is_utf8(str_from(bad[i])));
		assert_int_equal(
		    text_decode(str_from(bad[i]), &at), TEXT_MALFORMED);
		assert_true(at >= 1 && at <= strlen(bad[i]));
	}
	/* a control character at every place of a run that is read by words */
	for (size_t i = 0; i < 40; i++) {
		buf_clear(&long_run);
		for (size_t j = 0; j < 40; j++)
			buf_byte(&long_run, j == i ? '\x1F' : 'a');
		assert_false(text_is_clean(buf_str(&long_run)));
		long_run.data[i] = '\x7F';
		assert_false(text_is_clean(buf_str(&long_run)));
		long_run.data[i] = '\x80';
		assert_false(text_is_utf8(buf_str(&long_run)));
		long_run.data[i] = ' ';
		assert_true(text_is_clean(buf_str(&long_run)));
	}
	buf_free(&long_run);
}

static void
lower_case_keeps_length(void **state)
{
	struct buf code = {0}, folded = {0};

	(void)state;
	for (uint32_t c = 0; c < 0x3000; c++) {
		if (c >= 0xD800 && c < 0xE000)
			continue;
		buf_clear(&code);
		text_encode(&code, c);
		text_fold(&folded, buf_str(&code));
		assert_int_equal(folded.len, code.len);
		assert_true(text_is_utf8(buf_str(&folded)));
	}
	buf_free(&code);
	buf_free(&folded);
}

static void
folds(void **state)
{
	static const char *const pairs[][2] = {
	    {"MA TUÝ", "ma túy"},
	    {"Ma túy", "ma túy"},
	    {"HOÀ GIẢI", "hòa giải"},
	    {"Hoàn", "hoàn"},
	    {"Quý Mão", "quý mão"},
	    {"Qúy Mão", "quý mão"},
	    {"QUỶ quỵ", "quỷ quỵ"},
	    {"huỷ hoại", "hủy hoại"},
	    {"huỳnh", "huỳnh"},
	    {"Ðông", "đông"},
	    {"ĐẶC BIỆT", "đặc biệt"},
	    {"ƯỚC Ở", "ước ở"},
	    {"toả, loé, hoạ", "tỏa, lóe, họa"},
	    {"20KG…”", "20kg…”"},
	    {"", ""},
	};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		text_fold(&b, str_from(pairs[i][0]));
		assert_true(str_equal(buf_str(&b), str_from(pairs[i][1])));
		text_fold(&b, str_from(pairs[i][1]));
		assert_true(str_equal(buf_str(&b), str_from(pairs[i][1])));
	}
	buf_free(&b);
}

/* Wherever a syllable stands in a long sentence, it folds as it does alone. */
static void
folds_at_every_place(void **state)
{
	static const char *const words[][2] = {
	    {"HUỶ", "hủy"}, {"hoà", "hòa"}, {"Qúy", "quý"}, {"Ðề", "đề"}};
	struct buf sentence = {0}, folded = {0};

	(void)state;
	for (size_t w = 0; w < sizeof(words) / sizeof(words[0]); w++) {
		for (size_t at = 0; at < 150; at++) {
			buf_clear(&sentence);
			for (size_t i = 0; i < at; i++)
				buf_byte(&sentence, '.');
			buf_text(&sentence, words[w][0]);
			buf_text(&sentence, at % 2 == 0 ? "" : " Ở Q.1 N");
			text_fold(&folded, buf_str(&sentence));
			assert_true(
			    str_starts(str_from_offset(buf_str(&folded), at),
				str_from(words[w][1])));
			assert_int_equal(folded.len, sentence.len);
		}
	}
	buf_free(&sentence);
	buf_free(&folded);
}

/* One malformed byte is found at every place of texts of every length. */
static void
malformed_is_told_at_every_place(void **state)
{
	static const char *const bad[] = {"\xBA", "\xC3", "\xE1\xBA",
	    "\xF0\x9F\x98", "\xC0\x80", "\xED\xA0\x80", "\xFF"};
	struct buf b = {0};

	(void)state;
	for (size_t w = 0; w < sizeof(bad) / sizeof(bad[0]); w++) {
		for (size_t len = 0; len < 200; len++) {
			buf_clear(&b);
			for (size_t i = 0; i < len; i++)
				buf_byte(&b, 'x');
			buf_text(&b, bad[w]);
			assert_false(text_is_utf8(buf_str(&b)));
			buf_text(&b, "n" + len % 2);
			for (size_t i = len; i < 140; i++)
				buf_text(&b, "ữ");
			assert_false(text_is_utf8(buf_str(&b)));
		}
	}
	buf_free(&b);
}

static void
words_end_between_letters_and_marks(void **state)
{
	struct str s = STR("sát nhân 47vụ,ở");

	(void)state;
	assert_false(text_inside_word(s, 0));
	assert_true(text_inside_word(s, 1));
	assert_false(text_inside_word(s, strlen("sát")));
	assert_true(text_inside_word(s, strlen("sát nhân 47")));
	assert_false(text_inside_word(s, strlen("sát nhân 47vụ")));
	assert_false(text_inside_word(s, s.len));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_code_point_round_trips),
	    cmocka_unit_test(malformed_is_told),
	    cmocka_unit_test(lower_case_keeps_length),
	    cmocka_unit_test(folds),
	    cmocka_unit_test(folds_at_every_place),
	    cmocka_unit_test(malformed_is_told_at_every_place),
	    cmocka_unit_test(words_end_between_letters_and_marks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
