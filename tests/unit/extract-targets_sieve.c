/* The sieve finds every place where a target may begin. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tools/extract-targets/sieve.h"

static void
fill(struct sieve *sieve)
{
	*sieve = (struct sieve){0};
	assert_true(sieve_add_unit(sieve, STR("%")));
	assert_true(sieve_add_unit(sieve, STR("g")));
	assert_true(sieve_add_unit(sieve, STR("(")));
	assert_true(sieve_add_unit(sieve, STR("vụ")));
	assert_true(sieve_add_unit(sieve, STR("người")));
	assert_true(sieve_add_trigger(sieve, STR("không để")));
	assert_true(sieve_add_trigger(sieve, STR("mục tiêu")));
}

static void
finds(void **state)
{
	static const struct {
		const char *text;
		size_t place;
	} rows[] = {
	    {"", SIZE_MAX},
	    {"5 vụ", 0},
	    {"5vụ", 0},
	    {"5  vụ", SIZE_MAX},
	    {"tăng 17,3%", 8 + 1},
	    {"12g", 0},
	    {"12giờ", SIZE_MAX},
	    {"02 (hai) vụ", 0},
	    {"12 ngày", SIZE_MAX},
	    {"12 người", 0},
	    {"15/12", SIZE_MAX},
	    {"5", SIZE_MAX},
	    {"phải không để lọt", 7},
	    {"nói không", SIZE_MAX},
	    {"các mục tiêu", 5},
	};
	struct sieve sieve;

	(void)state;
	fill(&sieve);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(sieve_next(&sieve, str_from(rows[i].text), 0),
		    rows[i].place);
}

/* Wherever it stands among the blocks of a long sentence. */
static void
finds_at_any_offset(void **state)
{
	static const char *const needles[] = {
	    "5 vụ", "7%", "không để", "mục tiêu", "33 người"};
	struct buf text = {0};
	struct sieve sieve;

	(void)state;
	fill(&sieve);
	for (size_t n = 0; n < sizeof(needles) / sizeof(needles[0]); n++)
		for (size_t before = 0; before < 70; before++)
			for (size_t after = 0; after < 20; after++) {
				buf_clear(&text);
				for (size_t i = 0; i < before; i++)
					buf_byte(&text, i % 5 == 4 ? ' ' : '.');
				buf_text(&text, needles[n]);
				for (size_t i = 0; i < after; i++)
					buf_byte(&text, i % 3 == 0 ? ' ' : 'x');
				assert_int_equal(
				    sieve_next(&sieve, buf_str(&text), 0),
				    before);
			}
	buf_free(&text);
}

static void
refuses_what_does_not_fit(void **state)
{
	struct sieve sieve = {0};

	(void)state;
	assert_false(sieve_add_trigger(&sieve, STR("ạ")));
	assert_false(sieve_add_trigger(&sieve, STR("")));
	for (int i = 0; i < SIEVE_WORDS; i++)
		assert_true(sieve_add_unit(&sieve, STR("kg")));
	assert_false(sieve_add_unit(&sieve, STR("kg")));
	assert_true(sieve_add_unit(&sieve, STR("người")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds),
	    cmocka_unit_test(finds_at_any_offset),
	    cmocka_unit_test(refuses_what_does_not_fit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
