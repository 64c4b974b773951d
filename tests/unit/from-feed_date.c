/* Dates of feeds: forms, zones, days that do not exist. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "common/timestamp.h"
#include "tools/from-feed/date.h"

/* time and day as written, or NULL for what is no date */
static const struct {
	const char *from, *time, *day;
} forms[] = {
    {"Tue, 19 Dec 2023 19:40:38 +0700", "2023-12-19T19:40:38+07:00",
	"2023-12-19"},
    {"Tue, 19 Dec 2023 19:40:38 +07", "2023-12-19T19:40:38+07:00",
	"2023-12-19"},
    {"Tue, 19 Dec 2023 19:40:38 +7", "2023-12-19T19:40:38+07:00", "2023-12-19"},
    {"Tue, 19 Dec 2023 19:40:38 +07:00", "2023-12-19T19:40:38+07:00",
	"2023-12-19"},
    {"Tue, 19 Dec 2023 19:40:38 GMT+7", "2023-12-19T19:40:38+07:00",
	"2023-12-19"},
    {"Tue, 19 Dec 2023 19:40:38 GMT+0700", "2023-12-19T19:40:38+07:00",
	"2023-12-19"},
    {"Tue, 19 Dec 2023 19:40:38 UTC+7", "2023-12-19T19:40:38+07:00",
	"2023-12-19"},
    {"Tue, 19 Dec 2023 19:40:38 GMT-5", "2023-12-19T19:40:38-05:00",
	"2023-12-20"},
    {"Tue, 19 Dec 2023 19:40:38 GMT", "2023-12-19T19:40:38+00:00",
	"2023-12-20"},
    {"Tue, 19 Dec 2023 19:40:38 Z", "2023-12-19T19:40:38+00:00", "2023-12-20"},
    {"Tue, 19 Dec 2023 19:40:38 EST", "2023-12-19T19:40:38-05:00",
	"2023-12-20"},
    {"Tue, 19 Dec 2023 19:40:38 ICT", "2023-12-19T19:40:38+07:00",
	"2023-12-19"},
    {"Tue, 19 Dec 2023 19:40:38", "2023-12-19T19:40:38+07:00", "2023-12-19"},
    {"19 December 2023 9:05", "2023-12-19T09:05:00+07:00", "2023-12-19"},
    {"Tues, 19 Sept 23 19:40:38 +0000", "2023-09-19T19:40:38+00:00",
	"2023-09-20"},
    {"01 Jan 50 00:00:00 GMT", "1950-01-01T00:00:00+00:00", "1950-01-01"},
    {"01 Jan 49 00:00:00 gmt", "2049-01-01T00:00:00+00:00", "2049-01-01"},
    {"Tue Dec 19 19:40:38 2023", "2023-12-19T19:40:38+07:00", "2023-12-19"},
    {"Tue Dec 19 19:40:38 +0700 2023", "2023-12-19T19:40:38+07:00",
	"2023-12-19"},
    {"19-Dec-2023 19:40", "2023-12-19T19:40:00+07:00", "2023-12-19"},
    {"2023-12-19T19:40:38+07:00", "2023-12-19T19:40:38+07:00", "2023-12-19"},
    {"2023-12-19T19:40:38.123456789Z", "2023-12-19T19:40:38+00:00",
	"2023-12-20"},
    {"2023-12-19T17:00:00Z", "2023-12-19T17:00:00+00:00", "2023-12-20"},
    {"2023-12-19T16:59:59Z", "2023-12-19T16:59:59+00:00", "2023-12-19"},
    {"2023-12-31T17:00:00Z", "2023-12-31T17:00:00+00:00", "2024-01-01"},
    {"2024-03-01T01:00:00+14:00", "2024-03-01T01:00:00+14:00", "2024-02-29"},
    {"2024-01-01T01:00:00+09:00", "2024-01-01T01:00:00+09:00", "2023-12-31"},
    {"2023-12-19 19:40", "2023-12-19T19:40:00+07:00", "2023-12-19"},
    {"2023/12/19 19:40:00", "2023-12-19T19:40:00+07:00", "2023-12-19"},
    {"2023-12-19", "", "2023-12-19"},
    {"19/12/2023", "", "2023-12-19"},
    {"1.2.2023 7:05", "2023-02-01T07:05:00+07:00", "2023-02-01"},
    {"10/2/2026 9:25:00 AM", "2026-10-02T09:25:00+07:00", "2026-10-02"},
    {"10/2/2026 12:25:00 AM", "2026-10-02T00:25:00+07:00", "2026-10-02"},
    {"10/2/2026 12:25:00 PM", "2026-10-02T12:25:00+07:00", "2026-10-02"},
    {"13/2/2026 9:25:00 PM", "2026-02-13T21:25:00+07:00", "2026-02-13"},
    {"10/2/2026 9:25:00", "2026-02-10T09:25:00+07:00", "2026-02-10"},
    {"2/13/2026 9:25", "2026-02-13T09:25:00+07:00", "2026-02-13"},
    {"10/02/26 09:25", "2026-02-10T09:25:00+07:00", "2026-02-10"},
    {"Thứ ba, 19/12/2023, 19:40 (GMT+7)", "2023-12-19T19:40:00+07:00",
	"2023-12-19"},
    {"Chủ nhật, ngày 28 tháng 1, 2024 06:15", "2024-01-28T06:15:00+07:00",
	"2024-01-28"},
    {"T3, 19/12/2023 19:40", "2023-12-19T19:40:00+07:00", "2023-12-19"},
    {"CN 17/12/2023 7:40", "2023-12-17T07:40:00+07:00", "2023-12-17"},
    {"Thứ Bảy, 16 Thg12 2023 7:40", "2023-12-16T07:40:00+07:00", "2023-12-16"},
    {"Dec 19, 2023 7:40 PM", "2023-12-19T19:40:00+07:00", "2023-12-19"},
    {"19/12/2023 19:40:38 +07:00", "2023-12-19T19:40:38+07:00", "2023-12-19"},
    {"19:40 | 19/12/2023", "2023-12-19T19:40:00+07:00", "2023-12-19"},
    {"7:40:38 CH 19/12/2023", "2023-12-19T19:40:38+07:00", "2023-12-19"},
    {"29 Feb 2024 23:59:60 +0700", "2024-03-01T00:00:00+07:00", "2024-03-01"},
    {"2016-12-31T23:59:60Z", "2017-01-01T00:00:00+00:00", "2017-01-01"},
    {"20231219", "", "2023-12-19"},
    {"20231219T194038Z", "2023-12-20T02:40:38+07:00", "2023-12-20"},
    {"2023-12", "", "2023-12"},
    {"2023", "", "2023"},
    {"0", "1970-01-01T07:00:00+07:00", "1970-01-01"},
    {"-1", "1970-01-01T06:59:59+07:00", "1970-01-01"},
    {"999999999", "2001-09-09T08:46:39+07:00", "2001-09-09"},
    {"17029896380", "2509-08-28T13:46:20+07:00", "2509-08-28"},
    {"1702989638", "2023-12-19T19:40:38+07:00", "2023-12-19"},
    {"1702989638000", "2023-12-19T19:40:38+07:00", "2023-12-19"},
    {"29 Feb 2023 10:00 +0700", NULL, NULL},
    {"31/4/2023", NULL, NULL},
    {"0/1/2023", NULL, NULL},
    {"13/13/2023", NULL, NULL},
    {"19 Dec 2023 24:00:00", NULL, NULL},
    {"19 Dec 2023 19:60:00", NULL, NULL},
    {"19 Dec 2023 13:00 PM", NULL, NULL},
    {"19 Dec 2023 10:00 +2500", NULL, NULL},
    {"19 Dec 2023 10:00 +0700 +0700", NULL, NULL},
    {"19 Dec", NULL, NULL},
    {"0001-01-01T00:00:00", NULL, NULL},
    {"1899", NULL, NULL},
    {"2023-13", NULL, NULL},
    {"17029896380000", NULL, NULL},
    {"10:00", NULL, NULL},
    {"hôm qua", NULL, NULL},
    {"19 Dex 2023", NULL, NULL},
    {"19 Dec 20235", NULL, NULL},
    {"19/12/2023/1", NULL, NULL},
    {"\xff", NULL, NULL},
    {"", NULL, NULL},
};

static void
reads_and_writes(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		struct date date;
		struct buf time = {0}, day = {0};
		struct str from = str_from(forms[i].from);
		bool read = date_parse(&date, from, DATE_BY_FORM);

		if (read != (forms[i].day != NULL))
			fail_msg(
			    "%s: %s", forms[i].from, read ? "read" : "not");
		if (!read)
			continue;
		if (date.has_time)
			date_write_time(&time, &date);
		date_write_day(&day, &date);
		if (!str_equal(buf_str(&time), str_from(forms[i].time)) ||
		    !str_equal(buf_str(&day), str_from(forms[i].day)))
			fail_msg("%s: %.*s, %.*s", forms[i].from, (int)time.len,
			    time.data, (int)day.len, day.data);
		buf_free(&time);
		buf_free(&day);
	}
}

/* What segment -j reads too has the value that it has there. */
static void
agrees_with_timestamp(void **state)
{
	size_t both = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		struct timestamp there, here;
		struct date date;
		struct buf text = {0};
		struct str from = str_from(forms[i].from);

		if (!date_parse(&date, from, DATE_BY_FORM) ||
		    !timestamp_parse(from, &there))
			continue;
		if (date.has_time)
			date_write_time(&text, &date);
		else
			date_write_day(&text, &date);
		assert_true(timestamp_parse(buf_str(&text), &here));
		if (memcmp(&here, &there, sizeof(here)) != 0)
			fail_msg("%s", forms[i].from);
		both++;
		buf_free(&text);
	}
	assert_true(both > 20);
}

static void
order_is_told(void **state)
{
	struct date date;

	(void)state;
	assert_true(date_parse(&date, STR("13/2/2026"), DATE_BY_FORM));
	assert_int_equal(date.certain, DATE_DAY_FIRST);
	assert_true(date_parse(&date, STR("2/13/2026"), DATE_BY_FORM));
	assert_int_equal(date.certain, DATE_MONTH_FIRST);
	assert_true(date_parse(&date, STR("2/3/2026 1:00 AM"), DATE_DAY_FIRST));
	assert_int_equal(date.certain, DATE_BY_FORM);
	assert_int_equal(date.day, 2);
	assert_true(date_parse(&date, STR("2/3/2026"), DATE_MONTH_FIRST));
	assert_int_equal(date.day, 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_and_writes),
	    cmocka_unit_test(agrees_with_timestamp),
	    cmocka_unit_test(order_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
