/* UTF-8, classes and folding, against simpler definitions of the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "text.h"
#include "vector.h"

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

/* Of the letters that Vietnamese has, and their kin. */
static void
lower_case_is_that_of_the_letter(void **state)
{
	static const uint32_t ranges[][2] = {{0, 0x130}, {0x14A, 0x178},
	    {0x1A0, 0x1A2}, {0x1AF, 0x1B1}, {0x1E00, 0x1F00}};
	struct buf code = {0}, folded = {0}, lower = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++) {
		for (uint32_t c = ranges[i][0]; c < ranges[i][1]; c++) {
			buf_clear(&code);
			buf_clear(&lower);
			text_encode(&code, c);
			text_encode(&lower, text_lower(c));
			text_fold(&folded, buf_str(&code));
			assert_true(
			    str_equal(buf_str(&folded), buf_str(&lower)));
		}
	}
	buf_free(&code);
	buf_free(&folded);
	buf_free(&lower);
}

static const char *const pieces[] = {"a", "Z", " ", "\t", "\x1F", "\x7F", "\n",
    "Đ", "đ", "Ấ", "ấ", "Ô", "Ư", "Ơ", "ă", "…", "hoà", "HOẠ", "Uỷ ", "huỵ",
    "qúy", "QUÝ", "oé", "UÝ.", "o", "u", "à", "ỷ", "\xC2\xA0", "\xC2\x80",
    "\xC2\x9F", "\xC3\x90", "\xC3\xB0", "\xC3\x97", "\xE2\x80\xA8",
    "\xEF\xBB\xBF", "\xF0\x9F\x98\x80", "\xF4\x8F\xBF\xBF", "\xE0\xA4\x85",
    "\xED\x9F\xBF"};
static const char *const bad_pieces[] = {"\xE1\xBA", "\xE2", "\xC3", "\xFF",
    "\x80", "\xBF\xBF", "\xED\xA0\x80", "\xE0\x80\x80", "\xC0\x80", "\xC1\xBF",
    "\xF0\x80\x80\x80", "\xF0\x9F\x98", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80"};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* What text_check_by() finds, a code point at a time; how many there are. */
static size_t
check_slowly(struct str s, bool *good, bool *clean, struct text_tabs *tabs)
{
	size_t at = 0, count = 0;

	*good = *clean = true;
	*tabs = (struct text_tabs){0};
	for (; at < s.len; count++) {
		uint32_t code = text_decode(s, &at);

		*good &= code != TEXT_MALFORMED;
		*clean &= code == '\t' ||
			  (code >= 0x20 && (code < 0x7F || code >= 0xA0));
		if (code != '\t')
			continue;
		if (tabs->count < TEXT_TABS)
			tabs->at[tabs->count] = at - 1;
		tabs->count++;
	}
	*clean &= *good;
	return count;
}

/* What is marked is where TABs and LFs are, and all before it is clean. */
static void
compare_marks(unsigned width, struct str s)
{
	uint32_t marks[400];
	size_t found = text_mark_lines_by(width, s, marks, 400);
	size_t count = 0, start = 0;
	struct text_tabs tabs;
	bool clean = true;

	for (size_t i = 0; i < s.len / 64 * 64 && clean; i++) {
		if (s.data[i] != '\t' && s.data[i] != '\n')
			continue;
		if (s.data[i] == '\n') {
			clean = text_check_by(
			    width, str_slice(s, start, i), false, &tabs);
			start = i + 1;
			/* the fault is behind what is marked */
			assert_true(clean || found <= count);
		}
		if (count < found)
			assert_int_equal(marks[count], i);
		count++;
	}
	assert_true(found <= count);
	/* it goes as far as it can in what is clean */
	for (size_t i = start; clean && i < s.len; i = start) {
		start = str_find(s, STR("\n"), i) + 1;
		clean = text_check_by(
		    width, str_slice(s, i, start - 1), false, &tabs);
	}
	if (clean)
		assert_int_equal(found, count);
}

static void
compare_widths(struct str s, struct buf *folded, struct buf *first)
{
	bool good, clean;
	struct text_tabs want, tabs;
	size_t count = check_slowly(s, &good, &clean, &want);

	if (good)
		assert_int_equal(text_count(s), count);
	for (unsigned width = 8; width <= vector_width(); width *= 2) {
		assert_int_equal(text_check_by(width, s, true, &tabs), good);
		assert_int_equal(text_check_by(width, s, false, &tabs), clean);
		assert_int_equal(tabs.count, want.count);
		for (size_t i = 0; i < want.count && i < TEXT_TABS; i++)
			assert_int_equal(tabs.at[i], want.at[i]);
		compare_marks(width, s);
		if (!good)
			continue;
		text_fold_by(width, folded, s);
		if (width == 8)
			text_fold_by(width, first, s);
		assert_true(str_equal(buf_str(folded), buf_str(first)));
		assert_true(text_is_utf8(buf_str(folded)));
	}
}

/* Vectors of every width find the same, in texts of all lengths. */
static void
widths_agree(void **state)
{
	struct buf text = {0}, folded = {0}, first = {0};
	uint64_t random = 5;

	(void)state;
	for (size_t i = 0; i < 30000; i++) {
		size_t len = i % 300;

		buf_clear(&text);
		while (text.len < len) {
			size_t pick;

			random = random * UINT64_C(6364136223846793005) + 1;
			pick = (size_t)(random >> 33);
			/* long runs of letters as well */
			if (random >> 60 < 6)
				buf_byte(&text, 'a');
			else if (i % 2 == 0 && pick % 64 == 0)
				buf_text(&text,
				    bad_pieces[pick / 64 % COUNT(bad_pieces)]);
			else
				buf_text(&text, pieces[pick % COUNT(pieces)]);
		}
		compare_widths(buf_str(&text), &folded, &first);
	}
	buf_free(&text);
	buf_free(&folded);
	buf_free(&first);
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
	    cmocka_unit_test(lower_case_is_that_of_the_letter),
	    cmocka_unit_test(widths_agree),
	    cmocka_unit_test(folds),
	    cmocka_unit_test(folds_at_every_place),
	    cmocka_unit_test(malformed_is_told_at_every_place),
	    cmocka_unit_test(words_end_between_letters_and_marks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
