/* Forms and classes, groups, and the limits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "pattern.h"

static const struct pattern_class classes[] = {
    {"day", "0?[1-9]|[12][0-9]|3[01]"},
    {"month", "0?[1-9]|1[0-2]"},
    {"date", "(?<day>{day})/(?<month>{month})(?![0-9])"},
    {NULL, NULL},
};

static void
tells_forms_and_groups(void **state)
{
	static const char *const forms[] = {
	    "ngày {date}", "{date}", "[0-9]{4}", NULL};
	struct buf why = {0};
	struct pattern *p =
	    pattern_compile(PATTERN_CHARACTERS, classes, forms, &why);
	static const char *const names[] = {"day", "month", NULL};
	struct str s = STR("ngày 15/12 và 9/2 2024");

	(void)state;
	assert_non_null(p);
	pattern_number_groups(p, names);
	/* over and over, so that JIT takes part */
	for (int i = 0; i < 20000; i++) {
		assert_int_equal(pattern_match(p, s, 0), 0);
		assert_int_equal(pattern_end(p), sizeof("ngày 15/12") - 1);
		assert_int_equal(pattern_numbered(p, 0).start, 6);
		assert_int_equal(pattern_numbered(p, 0).end, 8);
		assert_int_equal(pattern_match(p, s, 6), 1);
		assert_int_equal(pattern_numbered(p, 1).start, 9);
		assert_int_equal(pattern_match(p, s, 1), PATTERN_NONE);
		assert_int_equal(pattern_match(p, s, s.len - 4), 2);
		assert_true(
		    pattern_numbered(p, 0).start > pattern_numbered(p, 0).end);
		assert_int_equal(pattern_match(p, s, s.len), PATTERN_NONE);
	}
	pattern_free(p);
	buf_free(&why);
}

/* What one dot takes of a letter of two bytes. */
static void
takes_characters_or_bytes(void **state)
{
	static const char *const forms[] = {"qu.", NULL};
	static const char *const spelled[] = {"qu(?:ý|í) [1-4]", NULL};
	struct str s = STR("quý 3");
	struct buf why = {0};
	struct pattern *p =
	    pattern_compile(PATTERN_CHARACTERS, NULL, forms, &why);

	(void)state;
	assert_int_equal(pattern_match(p, s, 0), 0);
	assert_int_equal(pattern_end(p), sizeof("quý") - 1);
	pattern_free(p);
	p = pattern_compile(PATTERN_BYTES, NULL, forms, &why);
	assert_int_equal(pattern_match(p, s, 0), 0);
	assert_int_equal(pattern_end(p), 3);
	pattern_free(p);
	p = pattern_compile(PATTERN_BYTES, NULL, spelled, &why);
	assert_int_equal(pattern_match(p, s, 0), 0);
	assert_int_equal(pattern_end(p), s.len);
	pattern_free(p);
	buf_free(&why);
}

/* A group that the form refers back to takes part in finding it. */
static void
refers_back_to_a_group(void **state)
{
	static const char *const forms[] = {
	    "(?<a>[0-9]+)(?<unit>kg|vụ) (?<b>[0-9]+)\\k<unit>", "[0-9]+", NULL};
	struct buf why = {0};
	static const char *const names[] = {"b", NULL};
	struct pattern *p =
	    pattern_compile(PATTERN_CHARACTERS, NULL, forms, &why);

	(void)state;
	assert_non_null(p);
	pattern_number_groups(p, names);
	assert_int_equal(pattern_match(p, STR("3kg 14kg"), 0), 0);
	assert_int_equal(pattern_numbered(p, 0).start, 4);
	assert_int_equal(pattern_match(p, STR("3kg 14vụ"), 0), 1);
	pattern_free(p);
	buf_free(&why);
}

static void
tells_what_is_wrong(void **state)
{
	static const char *const unknown[] = {"{hour}", NULL};
	static const char *const broken[] = {"a", "(b", NULL};
	struct buf why = {0};

	(void)state;
	assert_null(
	    pattern_compile(PATTERN_CHARACTERS, classes, unknown, &why));
	assert_true(str_equal(buf_str(&why), STR("no class hour")));
	buf_clear(&why);
	assert_null(pattern_compile(PATTERN_CHARACTERS, classes, broken, &why));
	assert_true(str_starts(buf_str(&why), STR("missing closing")));
	buf_free(&why);
}

static void
gives_up_at_the_limit(void **state)
{
	static const char *const forms[] = {"(?:a|aa)+b", NULL};
	struct buf why = {0}, s = {0};
	struct pattern *p =
	    pattern_compile(PATTERN_CHARACTERS, NULL, forms, &why);

	(void)state;
	for (int i = 0; i < 100; i++)
		buf_byte(&s, 'a');
	buf_text(&s, "cb");
	assert_int_equal(pattern_match(p, buf_str(&s), 0), PATTERN_LIMIT);
	s.data[0] = 'b';
	assert_int_equal(pattern_match(p, buf_str(&s), 0), PATTERN_NONE);
	buf_clear(&s);
	buf_text(&s, "aaab");
	assert_int_equal(pattern_match(p, buf_str(&s), 0), 0);
	pattern_free(p);
	buf_free(&why);
	buf_free(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(tells_forms_and_groups),
	    cmocka_unit_test(takes_characters_or_bytes),
	    cmocka_unit_test(refers_back_to_a_group),
	    cmocka_unit_test(tells_what_is_wrong),
	    cmocka_unit_test(gives_up_at_the_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
