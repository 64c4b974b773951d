/* The table reader and what it says of rows that are wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "table.h"

static bool
collect(void *context, const struct table_row *row, struct fault *fault)
{
	struct buf *seen = context;

	if (row->column[0].len == 0) {
		fault->field = 1;
		fault->text = "no surface";
		return false;
	}
	buf_printf(seen, "%zu:%.*s=%.*s;", row->line, (int)row->column[0].len,
	    row->column[0].data, (int)row->column[1].len, row->column[1].data);
	return true;
}

static void
reads_rows(void **state)
{
	struct table t = {"t.tsv",
	    STR("# units\n\nsurface\tunit\r\nvụ\tvụ\nkg\n# x\ngam\tg")};
	struct buf seen = {0};
	struct fault fault;

	(void)state;
	assert_true(table_read(&t, "surface\tunit", collect, &seen, &fault));
	assert_true(str_equal(buf_str(&seen), STR("4:vụ=vụ;5:kg=;7:gam=g;")));
	buf_free(&seen);
}

static void
tells_the_wrong_row(void **state)
{
	static const struct {
		struct str data;
		size_t line;
		unsigned field;
		const char *text;
	} bad[] = {
	    {STR_INIT("a\tb\n"), 1, 0,
		"the first line must name the columns as that of "
		"--print-table does"},
	    {STR_INIT("surface\tunit\nx\ty\tz\n"), 2, 3,
		"more fields than columns"},
	    {STR_INIT("surface\tunit\n\n\ty\n"), 3, 1, "no surface"},
	    {STR_INIT("surface\tunit\n\xff\n"), 2, 0,
		"malformed UTF-8 or a control character"},
	    {STR_INIT("# no more\n"), 0, 0,
		"no line names the columns as that of --print-table does"},
	    {STR_INIT(""), 0, 0,
		"no line names the columns as that of --print-table does"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct table t = {"t.tsv", bad[i].data};
		struct buf seen = {0};
		struct fault fault;

		assert_false(
		    table_read(&t, "surface\tunit", collect, &seen, &fault));
		assert_string_equal(fault.file, "t.tsv");
		assert_int_equal(fault.line, bad[i].line);
		assert_int_equal(fault.field, bad[i].field);
		assert_string_equal(fault.text, bad[i].text);
		buf_free(&seen);
	}
}

static void
folds_what_is_not_folded(void **state)
{
	struct table_kept kept = {0};
	struct str small = STR("hòa"), other = STR("Hoà");

	(void)state;
	assert_ptr_equal(table_fold(&kept, small).data, small.data);
	assert_int_equal(kept.count, 0);
	for (size_t i = 1; i <= 20; i++) {
		assert_true(str_equal(table_fold(&kept, other), small));
		assert_int_equal(kept.count, i);
	}
	table_free_kept(&kept);
}

static void
knows_what_can_stand_in_text(void **state)
{
	static const char *const good[] = {"xe", "%", "xe máy", "Đ"};
	static const char *const bad[] = {"", " ", " xe", "xe ", "xe  máy",
	    "xe\xc2\xa0máy", "xe\xc2\xad", "xe\t"};

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		assert_true(table_is_phrase(str_from(good[i])));
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(table_is_phrase(str_from(bad[i])));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_rows),
	    cmocka_unit_test(tells_the_wrong_row),
	    cmocka_unit_test(folds_what_is_not_folded),
	    cmocka_unit_test(knows_what_can_stand_in_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
