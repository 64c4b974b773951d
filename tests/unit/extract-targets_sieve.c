/* The sieve finds every place where a target may begin. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scan.h"
#include "tools/extract-targets/sieve.h"
#include "vector.h"

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

static size_t
first_place(struct sieve *sieve, struct str s)
{
	sieve_mark(sieve, s);
	return sieve_next(sieve, s, 0);
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
	    {"12gờ", SIZE_MAX},
	    {"12gvà", 0},
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
		assert_int_equal(
		    first_place(&sieve, str_from(rows[i].text)), rows[i].place);
	sieve_free(&sieve);
}

static void
finds_all(void **state)
{
	struct str s = STR("phạt 5 người, 12 vụ, không để 7% và 33 ngày");
	static const char *const needles[] = {"5 ", "12 ", "không", "7%"};
	struct sieve sieve;
	size_t at = 0;

	(void)state;
	fill(&sieve);
	sieve_mark(&sieve, s);
	for (size_t i = 0; i < 4; i++) {
		at = sieve_next(&sieve, s, at);
		assert_int_equal(at, str_find(s, str_from(needles[i]), 0));
		at++;
	}
	assert_int_equal(sieve_next(&sieve, s, at), SIZE_MAX);
	sieve_free(&sieve);
}

/* Numbers with a unit behind them, if need be behind a second one. */
static void
tells_beginnings(void **state)
{
	static const struct {
		const char *text;
		bool may;
	} rows[] = {
	    {"5 vụ", true},
	    {"1.213 vụ", true},
	    {"1.213, vụ", false},
	    {"5-7%", true},
	    {"5 – 7%", true},
	    {"5 đến 7%", true},
	    {"5 tới 7%", true},
	    {"28/28 người", true},
	    {"28 / 28 người", true},
	    {"15/12/2023", false},
	    {"15/12", false},
	    {"5 đến nay", false},
	    {"5 -", false},
	    {"5 ", false},
	    {"5", false},
	    {"không để", true},
	    {"không ai", false},
	};
	struct sieve sieve;

	(void)state;
	fill(&sieve);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(
		    sieve_may_begin(&sieve, str_from(rows[i].text), 0),
		    rows[i].may);
	sieve_free(&sieve);
}

/* What the widest vectors of the machine find is what the others do. */
static void
marks_by_every_width(struct sieve *sieve, struct str s)
{
	struct sieve other;

	sieve_mark(sieve, s);
	for (unsigned width = 8; width <= vector_width(); width *= 2) {
		other = *sieve;
		other.marks = NULL;
		other.cap = 0;
		sieve_mark_by(width, &other, s);
		for (size_t at = 0; at < s.len; at++)
			assert_int_equal(scan_next(sieve->marks, s.len, at),
			    scan_next(other.marks, s.len, at));
		sieve_free(&other);
	}
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
				    first_place(&sieve, buf_str(&text)),
				    before);
				marks_by_every_width(&sieve, buf_str(&text));
			}
	buf_free(&text);
	sieve_free(&sieve);
}

static void
refuses_what_does_not_fit(void **state)
{
	struct sieve sieve = {0};

	(void)state;
	assert_false(sieve_add_trigger(&sieve, STR("ạ")));
	assert_false(sieve_add_trigger(&sieve, STR("")));
	for (int i = 0; i < SIEVE_SHORT; i++)
		assert_true(sieve_add_unit(&sieve, STR("kg")));
	assert_false(sieve_add_unit(&sieve, STR("kg")));
	assert_true(sieve_add_unit(&sieve, STR("người")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds),
	    cmocka_unit_test(finds_all),
	    cmocka_unit_test(tells_beginnings),
	    cmocka_unit_test(finds_at_any_offset),
	    cmocka_unit_test(refuses_what_does_not_fit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
