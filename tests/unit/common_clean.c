/* Where the bytes of clean text came from. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "common/clean.h"

/* The Greek question mark becomes ";", behind what was one byte long. */
static void
test_sign_behind_replacement(void **unused)
{
	struct clean c = {0};
	struct str text;

	(void)unused;
	clean_paragraph(&c, STR("\xFF\xCD\xBE x"));
	text = c.text;
	assert_true(str_equal(text, STR("\xEF\xBF\xBD; x")));
	assert_int_equal(clean_source_start(&c, 0), 0);
	assert_int_equal(clean_source_end(&c, 3), 1);
	assert_int_equal(clean_source_start(&c, 3), 1);
	assert_int_equal(clean_source_end(&c, 4), 3);
	assert_int_equal(clean_source_start(&c, 5), 4);
	clean_free(&c);
}

/* A mark still joins the letter before it, over what is dropped. */
static void
test_mark_over_joiner(void **unused)
{
	struct clean c = {0};

	(void)unused;
	clean_paragraph(&c, STR("a\xE2\x80\x8D\xCC\x80 b"));
	assert_true(str_equal(c.text, STR("\xC3\xA0 b")));
	assert_int_equal(clean_source_end(&c, 2), 6);
	assert_int_equal(clean_source_start(&c, 3), 7);
	clean_free(&c);
}

/* It joins the letter over another mark, too, which it does not touch. */
static void
test_mark_over_mark(void **unused)
{
	struct clean c = {0};

	(void)unused;
	clean_paragraph(&c, STR("o\xCC\xAF\xC2\xAD\xCC\x80 b"));
	assert_true(str_equal(c.text, STR("\xC3\xB2\xCC\xAF b")));
	assert_int_equal(clean_source_start(&c, 5), 8);
	/* and where there is no letter, takes its place among them */
	clean_paragraph(&c, STR("\xCC\x80\xC2\xAD\xCC\xA3"));
	assert_true(str_equal(c.text, STR("\xCC\xA3\xCC\x80")));
	clean_free(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_sign_behind_replacement),
	    cmocka_unit_test(test_mark_over_joiner),
	    cmocka_unit_test(test_mark_over_mark),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
