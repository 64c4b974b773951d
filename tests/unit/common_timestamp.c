/* Dates of documents, and syllables and time stamps beside them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/dateline.h"
#include "common/syllable.h"
#include "common/timestamp.h"

static void
expect(const char *from, const char *want)
{
	struct timestamp t;
	struct buf got = {0};

	if (!timestamp_parse(str_from(from), &t))
		buf_text(&got, "-");
	else if (t.precision == TIMESTAMP_TIME)
		timestamp_format(&got, &t);
	else
		timestamp_format_date(&got, &t);
	buf_byte(&got, '\0');
	assert_string_equal(got.data, want);
	buf_free(&got);
}

static void
test_forms(void **unused)
{
	(void)unused;
	expect("2023", "2023");
	expect("2023-02", "2023-02");
	expect("20230210", "2023-02-10");
	expect(" 2023-02-10 ", "2023-02-10");
	expect("2023-02-10T19:44", "2023-02-10T19:44:00+07:00");
	expect("20230210T194401Z", "2023-02-11T02:44:01+07:00");
	expect("2023-02-10T19:44:01.25+0900", "2023-02-10T17:44:01+07:00");
	expect("2023-12-31T20:00:00-03", "2024-01-01T06:00:00+07:00");
	expect("2024-02-29", "2024-02-29");
	expect("2023-02-29", "-");
	expect("2023-13", "-");
	expect("2023-02-10T24:00", "-");
	expect("2023-02-10T10:00+99", "-");
	expect("2023-02-10T10:00 x", "-");
	expect("Fri, 10 Feb 2023 19:44:01 +0700", "2023-02-10T19:44:01+07:00");
	expect("10 Feb 23 19:44 EST", "2023-02-11T07:44:00+07:00");
	expect("10-Feb-2023", "2023-02-10");
	expect(
	    "Fri, 10 February 2023 00:10 GMT+7", "2023-02-10T00:10:00+07:00");
	expect("Fri, 10 Feb 2023 19:44:01 GMT-2", "2023-02-11T04:44:01+07:00");
	expect("Fri, 32 Feb 2023", "-");
	expect("0", "1970-01-01T07:00:00+07:00");
	expect("-1", "1970-01-01T06:59:59+07:00");
	expect("1676032000", "2023-02-10T19:26:40+07:00");
	expect("99999999999999999999", "-");
	expect("", "-");
	expect("hôm qua", "-");
}

static void
test_dateline(void **unused)
{
	static const struct {
		const char *text;
		size_t start, end;
		unsigned year, month, day;
	} cases[] = {
	    {"x 202205/03/2022 - 09:10:11 y", 6, 27, 2022, 3, 5},
	    {"5-3-2022 9:10", 0, 13, 2022, 3, 5},
	    {"09:10 05/03/2022", 0, 16, 2022, 3, 5},
	    {"(05/03/2022, 09:10 GMT+7)", 1, 25, 2022, 3, 5},
	    {"05/03/2022 25:10", 0, 0, 0, 0, 0},
	    {"31/02/2022 09:10", 0, 0, 0, 0, 0},
	    {"05/03-2022 09:10", 0, 0, 0, 0, 0},
	    {"05/03/2022 lúc 09:10", 0, 0, 0, 0, 0},
	    {"tỷ số 2:10", 0, 0, 0, 0, 0},
	};

	(void)unused;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct dateline d;
		bool found = dateline_find(str_from(cases[i].text), 1000, &d);

		assert_int_equal(found, cases[i].year != 0);
		if (!found)
			continue;
		assert_int_equal(d.span.start, cases[i].start);
		assert_int_equal(d.span.end, cases[i].end);
		assert_int_equal(d.year, cases[i].year);
		assert_int_equal(d.month, cases[i].month);
		assert_int_equal(d.day, cases[i].day);
	}
}

static void
test_syllables(void **unused)
{
	static const char *const yes[] = {"Nam", "Thế", "nghiêng", "Ơi", "Đức",
	    "quý", "gì", "KHUYẾT", "y", "Trong", "ảnh", "của"};
	static const char *const no[] = {"Trump", "Viet", "Bush", "Lak", "x",
	    "Messi", "strong", "áá", "Zing", "iPhone", "ngh", "12", "an-"};

	(void)unused;
	for (size_t i = 0; i < sizeof(yes) / sizeof(*yes); i++)
		assert_true(syllable_is_vietnamese(str_from(yes[i])));
	for (size_t i = 0; i < sizeof(no) / sizeof(*no); i++)
		assert_false(syllable_is_vietnamese(str_from(no[i])));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_forms),
	    cmocka_unit_test(test_dateline),
	    cmocka_unit_test(test_syllables),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
