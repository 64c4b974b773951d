/* Dates of feeds: forms, zones, days that do not exist. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

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
    {"01 Jan 70 00:00:00 GMT", "1970-01-01T00:00:00+00:00", "1970-01-01"},
    {"01 Jan 69 00:00:00 GMT", "2069-01-01T00:00:00+00:00", "2069-01-01"},
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
    {"19:40 | 19/12/2023", "2023-12-19T19:40:00+07:00", "2023-12-19"},
    {"7:40:38 CH 19/12/2023", "2023-12-19T19:40:38+07:00", "2023-12-19"},
    {"29 Feb 2024 23:59:60 +0700", "2024-02-29T23:59:59+07:00", "2024-02-29"},
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
    {"2023", NULL, NULL},
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
	    cmocka_unit_test(order_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
