/* Numbers as Vietnamese text writes them, and what is printed read back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "number.h"

struct example {
	const char *digits;
	enum number_use use;
	unsigned tens;
	const char *value; /* NULL: no number */
};

static const struct example examples[] = {
    {"87", NUMBER_COUNT, 0, "87"},
    {"0", NUMBER_COUNT, 0, "0"},
    {"00", NUMBER_COUNT, 0, "0"},
    {"07", NUMBER_COUNT, 0, "7"},
    {"1.213", NUMBER_COUNT, 0, "1213"},
    {"10.780.988", NUMBER_COUNT, 0, "10780988"},
    {"1,831", NUMBER_COUNT, 0, "1831"},
    {"1,831", NUMBER_MEASURE, 0, "1.831"},
    {"1,831,200", NUMBER_MEASURE, 0, "1831200"},
    {"17,3", NUMBER_COUNT, 0, "17.3"},
    {"17,30", NUMBER_MEASURE, 0, "17.3"},
    {"17,00", NUMBER_MEASURE, 0, "17"},
    {"100", NUMBER_MEASURE, 0, "100"},
    {"7.42", NUMBER_MEASURE, 0, "7.42"},
    {"0.125", NUMBER_MEASURE, 0, "0.125"},
    {"0,125", NUMBER_COUNT, 0, "0.125"},
    {"5.604,243", NUMBER_MEASURE, 0, "5604.243"},
    {"5,604.25", NUMBER_MEASURE, 0, "5604.25"},
    {"2,5", NUMBER_MEASURE, 9, "2500000000"},
    {"30,117", NUMBER_MEASURE, 9, "30117000000"},
    {"131,65", NUMBER_MEASURE, 1, "1316.5"},
    {"0,5", NUMBER_MEASURE, 1, "5"},
    {"0,05", NUMBER_MEASURE, 1, "0.5"},
    {"1.000", NUMBER_COUNT, 12, "1000000000000000"},
    {"", NUMBER_COUNT, 0, NULL},
    {",5", NUMBER_MEASURE, 0, NULL},
    {"5,", NUMBER_MEASURE, 0, NULL},
    {"5.", NUMBER_COUNT, 0, NULL},
    {"2,216,8", NUMBER_MEASURE, 0, NULL},
    {"1.2.3", NUMBER_MEASURE, 0, NULL},
    {"1..2", NUMBER_MEASURE, 0, NULL},
    {"6.2203,19", NUMBER_MEASURE, 0, NULL},
    {"a", NUMBER_COUNT, 0, NULL},
    {"5a", NUMBER_COUNT, 0, NULL},
};

static void
formats(void **state)
{
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(examples) / sizeof(examples[0]); i++) {
		const struct example *e = &examples[i];
		bool good;

		buf_clear(&b);
		buf_text(&b, "=");
		good = number_format(&b, str_from(e->digits), e->use, e->tens);
		buf_byte(&b, '\0');
		if (e->value == NULL) {
			assert_false(good);
			assert_string_equal(b.data, "=");
		} else {
			assert_true(good);
			assert_string_equal(b.data + 1, e->value);
		}
	}
	buf_free(&b);
}

/* Tells value in a Vietnamese hand: groups by dots, a comma, and zeros. */
static void
write_number(struct buf *b, unsigned value, unsigned fraction)
{
	char digits[16];
	int len = snprintf(digits, sizeof(digits), "%u", value);

	for (int i = 0; i < len; i++) {
		if (i > 0 && (len - i) % 3 == 0)
			buf_byte(b, '.');
		buf_byte(b, digits[i]);
	}
	if (fraction > 0)
		buf_printf(b, ",%02u", fraction);
}

/* What is written is read as it was meant, and reads back as itself. */
static void
reads_what_is_written(void **state)
{
	struct buf written = {0}, value = {0}, wanted = {0};

	(void)state;
	for (unsigned n = 0; n < 2000000; n = n * 7 / 5 + 1) {
		unsigned fraction = n * 37 % 100;

		buf_clear(&written);
		buf_clear(&value);
		buf_clear(&wanted);
		write_number(&written, n, fraction);
		buf_number(&wanted, n);
		if (fraction > 0)
			buf_printf(&wanted,
			    fraction % 10 == 0 ? ".%u" : ".%02u",
			    fraction % 10 == 0 ? fraction / 10 : fraction);
		assert_true(number_format(
		    &value, buf_str(&written), NUMBER_MEASURE, 0));
		assert_true(str_equal(buf_str(&value), buf_str(&wanted)));
	}
	buf_free(&written);
	buf_free(&value);
	buf_free(&wanted);
}

static void
knows_the_end(void **state)
{
	static const struct {
		const char *text;
		size_t at, end;
	} cases[] = {
	    {"87 vụ", 0, 2},
	    {"1.213, 5", 0, 5},
	    {"gồm 17,3%", 6, 10},
	    {"năm 2023.", 5, 9},
	    {"5.", 0, 1},
	    {"1..2", 0, 1},
	    {",5", 0, 1}, /* none begins here: the next byte */
	    {"a5", 0, 1},
	    {"", 0, 1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(
		    number_end(str_from(cases[i].text), cases[i].at),
		    cases[i].end);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(formats),
	    cmocka_unit_test(reads_what_is_written),
	    cmocka_unit_test(knows_the_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
