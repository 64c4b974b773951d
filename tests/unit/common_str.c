/* Strings that are searched, against the plainest search. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "str.h"

static size_t
find_plainly(struct str s, struct str needle, size_t from)
{
	for (; from + needle.len <= s.len; from++)
		if (memcmp(s.data + from, needle.data, needle.len) == 0)
			return from;
	return s.len;
}

/* Of two letters, so that there are many near misses, in texts that are
 * shorter and longer than what is looked at at once. */
static void
finds_the_first(void **state)
{
	char text[80], wanted[8];
	uint64_t random = 7;

	(void)state;
	for (int i = 0; i < 200000; i++) {
		struct str s = {text, (size_t)i % (sizeof(text) + 1)};
		struct str needle = {wanted, (size_t)i % 7 % sizeof(wanted)};
		size_t from = (size_t)i % 11;

		random = random * UINT64_C(6364136223846793005) + 1442;
		for (size_t j = 0; j < s.len; j++)
			text[j] = "ab"[(random >> (j % 53 + 5)) & 1];
		for (size_t j = 0; j < needle.len; j++)
			wanted[j] = "ab"[(random >> (j + 20)) & 1];
		assert_int_equal(
		    str_find(s, needle, from), find_plainly(s, needle, from));
	}
}

static void
finds_nothing_behind_the_end(void **state)
{
	(void)state;
	assert_int_equal(str_find(STR("ngày"), STR("ngày 15"), 0), 5);
	assert_int_equal(str_find(STR("ngày"), STR("n"), 9), 5);
	assert_int_equal(str_find(STR("ngày"), STR(""), 2), 2);
}

static void
reads_and_writes_numbers(void **state)
{
	static const struct {
		size_t value, width;
		const char *digits;
	} cases[] = {{0, 1, "0"}, {0, 3, "000"}, {7, 2, "07"}, {123, 2, "123"},
	    {1234, 4, "1234"}, {99999999, 1, "99999999"}};
	struct buf digits = {0};
	size_t value;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		buf_clear(&digits);
		buf_digits(&digits, cases[i].value, cases[i].width);
		assert_true(
		    str_equal(buf_str(&digits), str_from(cases[i].digits)));
		assert_true(str_to_size(buf_str(&digits), &value));
		assert_true(value == cases[i].value);
	}
	buf_clear(&digits);
	buf_number(&digits, SIZE_MAX);
	assert_true(str_to_size(buf_str(&digits), &value));
	assert_true(value == SIZE_MAX);
	digits.data[digits.len - 1]++;
	assert_false(str_to_size(buf_str(&digits), &value));
	assert_false(str_to_size(STR(""), &value));
	assert_false(str_to_size(STR("12a"), &value));
	assert_false(str_to_size(STR("1234567890123456789x"), &value));
	assert_true(str_to_size(STR("00000000000000000000000012"), &value));
	assert_true(value == 12);
	buf_free(&digits);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_the_first),
	    cmocka_unit_test(finds_nothing_behind_the_end),
	    cmocka_unit_test(reads_and_writes_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
