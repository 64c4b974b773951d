/* The solar and lunar calendars and the can-chi cycle against known facts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tools/extract-dates/calendar.h"
#include "tools/extract-dates/dates.h"
#include "tools/extract-dates/lunar.h"

static void
counts_days(void **state)
{
	(void)state;
	assert_int_equal(calendar_number((struct date){1970, 1, 1}), 0);
	assert_int_equal(calendar_number((struct date){1969, 12, 31}), -1);
	assert_int_equal(calendar_number((struct date){2000, 3, 1}), 11017);
	assert_int_equal(calendar_number((struct date){1000, 1, 1}), -354285);
	for (long n = calendar_number((struct date){1000, 1, 1});
	     n <= calendar_number((struct date){2199, 12, 31}); n++) {
		struct date d = calendar_date(n);

		assert_true(calendar_has(d));
		assert_int_equal(calendar_number(d), n);
	}
}

static void
knows_the_lengths_of_months(void **state)
{
	(void)state;
	assert_int_equal(calendar_month_days(2023, 2), 28);
	assert_int_equal(calendar_month_days(2024, 2), 29);
	assert_int_equal(calendar_month_days(1900, 2), 28);
	assert_int_equal(calendar_month_days(2000, 2), 29);
	assert_int_equal(calendar_month_days(2023, 4), 30);
	assert_false(calendar_has((struct date){2023, 2, 29}));
	assert_false(calendar_has((struct date){2023, 13, 1}));
	assert_false(calendar_has((struct date){2023, 0, 1}));
	assert_false(calendar_has((struct date){2023, 4, 31}));
}

static void
knows_weekdays_and_weeks(void **state)
{
	static const struct {
		struct date date;
		int weekday;
	} days[] = {{{1945, 9, 2}, 7}, {{1954, 5, 7}, 5}, {{1975, 4, 30}, 3},
	    {{2000, 1, 1}, 6}, {{2017, 1, 28}, 6}, {{2024, 2, 10}, 6},
	    {{2026, 2, 17}, 2}};

	(void)state;
	for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++)
		assert_int_equal(
		    calendar_weekday(calendar_number(days[i].date)),
		    days[i].weekday);
	/* ISO 8601: week 1 of 2021 began on 4 January, of 2020 on 30
	 * December */
	assert_int_equal(calendar_first_week(2021),
	    calendar_number((struct date){2021, 1, 4}));
	assert_int_equal(calendar_first_week(2020),
	    calendar_number((struct date){2019, 12, 30}));
}

static void
open_lunar(struct lunar *lunar)
{
	struct fault fault;

	assert_true(lunar_open(lunar, &dates_annotator.tables[1], &fault));
}

static void
knows_tet(void **state)
{
	/* from calendars that were printed and broadcast in those years */
	static const struct date tet[] = {{1991, 2, 15}, {1995, 1, 31},
	    {1999, 2, 16}, {2000, 2, 5}, {2003, 2, 1}, {2005, 2, 9},
	    {2007, 2, 17}, {2008, 2, 7}, {2009, 1, 26}, {2010, 2, 14},
	    {2011, 2, 3}, {2012, 1, 23}, {2013, 2, 10}, {2014, 1, 31},
	    {2015, 2, 19}, {2016, 2, 8}, {2017, 1, 28}, {2018, 2, 16},
	    {2019, 2, 5}, {2020, 1, 25}, {2021, 2, 12}, {2022, 2, 1},
	    {2023, 1, 22}, {2024, 2, 10}, {2025, 1, 29}, {2026, 2, 17},
	    {2027, 2, 6}, {2030, 2, 2}};
	struct lunar lunar;
	long first;
	int days;

	(void)state;
	open_lunar(&lunar);
	for (size_t i = 0; i < sizeof(tet) / sizeof(tet[0]); i++) {
		assert_true(lunar_month(&lunar, tet[i].year, 1, &first, &days));
		assert_int_equal(first, calendar_number(tet[i]));
	}
	lunar_close(&lunar);
}

static void
knows_other_lunar_days(void **state)
{
	static const struct {
		int year, month, day;
		struct date date;
	} days[] = {{2023, 8, 15, {2023, 9, 29}}, {2024, 8, 15, {2024, 9, 17}},
	    {2020, 8, 15, {2020, 10, 1}}, {2023, 3, 10, {2023, 4, 29}},
	    {2024, 3, 10, {2024, 4, 18}}, {2025, 3, 10, {2025, 4, 7}},
	    {2025, 7, 15, {2025, 9, 6}}, {2024, 1, 15, {2024, 2, 24}},
	    {2023, 12, 23, {2024, 2, 2}}};
	struct lunar lunar;
	long first;
	int length;

	(void)state;
	open_lunar(&lunar);
	for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++) {
		assert_true(lunar_month(
		    &lunar, days[i].year, days[i].month, &first, &length));
		assert_int_equal(
		    first + days[i].day - 1, calendar_number(days[i].date));
	}
	/* the last month of 2021, 2024 and 2025 had 29 days, of 2023 30 */
	assert_true(lunar_month(&lunar, 2021, 12, &first, &length));
	assert_int_equal(length, 29);
	assert_true(lunar_month(&lunar, 2024, 12, &first, &length));
	assert_int_equal(length, 29);
	assert_true(lunar_month(&lunar, 2025, 12, &first, &length));
	assert_int_equal(length, 29);
	assert_true(lunar_month(&lunar, 2023, 12, &first, &length));
	assert_int_equal(length, 30);
	assert_false(lunar_month(&lunar, 1988, 1, &first, &length));
	assert_false(lunar_month(&lunar, 2051, 1, &first, &length));
	lunar_close(&lunar);
}

/* Each year's last day is the day before the next year's first. */
static void
has_no_gaps(void **state)
{
	struct lunar lunar;

	(void)state;
	open_lunar(&lunar);
	for (int year = 1989; year < 2050; year++) {
		long last, next;
		int days, unused;

		assert_true(lunar_month(&lunar, year, 12, &last, &days));
		assert_true(lunar_month(&lunar, year + 1, 1, &next, &unused));
		assert_int_equal(last + days, next);
	}
	lunar_close(&lunar);
}

static void
knows_the_cycle_of_sixty(void **state)
{
	static const char *const years[60] = {"giáp tý", "ất sửu", "bính dần",
	    "đinh mão", "mậu thìn", "kỷ tỵ", "canh ngọ", "tân mùi", "nhâm thân",
	    "quý dậu", "giáp tuất", "ất hợi", "bính tý", "đinh sửu", "mậu dần",
	    "kỷ mão", "canh thìn", "tân tỵ", "nhâm ngọ", "quý mùi", "giáp thân",
	    "ất dậu", "bính tuất", "đinh hợi", "mậu tý", "kỷ sửu", "canh dần",
	    "tân mão", "nhâm thìn", "quý tỵ", "giáp ngọ", "ất mùi", "bính thân",
	    "đinh dậu", "mậu tuất", "kỷ hợi", "canh tý", "tân sửu", "nhâm dần",
	    "quý mão", "giáp thìn", "ất tỵ", "bính ngọ", "đinh mùi", "mậu thân",
	    "kỷ dậu", "canh tuất", "tân hợi", "nhâm tý", "quý sửu", "giáp dần",
	    "ất mão", "bính thìn", "đinh tỵ", "mậu ngọ", "kỷ mùi", "canh thân",
	    "tân dậu", "nhâm tuất", "quý hợi"};

	(void)state;
	for (int i = 0; i < 60; i++) {
		struct str name = str_from(years[i]);
		size_t blank = str_find(name, STR(" "), 0);
		int index = can_chi_index(str_slice(name, 0, blank),
		    str_from_offset(name, blank + 1));

		assert_int_equal(index, can_chi_of_year(1984 + i));
		assert_int_equal(index, can_chi_of_year(1924 + i));
	}
	/* of the pairs half do not exist */
	assert_int_equal(can_chi_index(STR("giáp"), STR("sửu")), -1);
	assert_int_equal(can_chi_index(STR("quý"), STR("rồng")), -1);
	assert_int_equal(can_chi_index(STR("quí"), STR("mẹo")),
	    can_chi_index(STR("quý"), STR("mão")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(counts_days),
	    cmocka_unit_test(knows_the_lengths_of_months),
	    cmocka_unit_test(knows_weekdays_and_weeks),
	    cmocka_unit_test(knows_tet),
	    cmocka_unit_test(knows_other_lunar_days),
	    cmocka_unit_test(has_no_gaps),
	    cmocka_unit_test(knows_the_cycle_of_sixty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
