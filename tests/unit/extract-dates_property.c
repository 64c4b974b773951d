/*
 * What must hold of every record, tried with 100,000 expressions put together
 * at random: first <= last, the value can be read back, and what it covers
 * begins on first and ends on last; and all forms compile.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "record.h"
#include "text.h"
#include "tools/extract-dates/calendar.h"
#include "tools/extract-dates/dates.h"
#include "tools/extract-dates/grammar.h"

#define EXPRESSIONS 100000

/* Deterministic, so that a failure can be seen again. */
static uint32_t
next(uint32_t *seed, uint32_t below)
{
	*seed = *seed * 1664525 + 1013904223;
	return (*seed >> 8) % below;
}

static void
pick(struct buf *out, uint32_t *seed, const char *const *words, uint32_t count)
{
	buf_text(out, words[next(seed, count)]);
}

#define PICK(out, seed, ...)                                                   \
	do {                                                                   \
		static const char *const words[] = {__VA_ARGS__};              \
		pick(out, seed, words, sizeof(words) / sizeof(words[0]));      \
	} while (0)

static void
add_day(struct buf *out, uint32_t *seed)
{
	uint32_t kind = next(seed, 8);
	unsigned day = 1 + next(seed, 31), month = 1 + next(seed, 12);

	PICK(out, seed, "", "sáng ", "chiều ", "đêm ", "7 giờ 30 sáng ",
	    "19h30 ", "rạng sáng ");
	if (kind < 4) {
		char sep = "/-./"[kind];

		buf_printf(out, "ngày %u%c%u", day, sep, month);
		if (next(seed, 2) == 0)
			buf_printf(out, "%c%u", sep, 1950 + next(seed, 100));
	} else if (kind == 4) {
		buf_printf(out, "ngày %u tháng %u năm %u", day, month,
		    1950 + next(seed, 100));
	} else if (kind == 5) {
		buf_printf(out, "mùng %u Tết", 1 + next(seed, 10));
	} else if (kind == 6) {
		PICK(out, seed, "hôm nay", "hôm qua", "ngày mai",
		    "rằm tháng Giêng", "30 Tết", "23 tháng Chạp",
		    "Tết Nguyên đán Giáp Thìn", "Tết Trung thu");
	} else {
		buf_printf(out, "ngày %u/%u âm lịch", day, month);
	}
}

static void
add_unit(struct buf *out, uint32_t *seed)
{
	PICK(out, seed, "", "đầu ", "giữa ", "cuối ", "những tháng cuối ");
	switch (next(seed, 5)) {
	case 0:
		buf_printf(out, "tháng %u", 1 + next(seed, 12));
		break;
	case 1:
		buf_printf(out, "tháng %u/%u", 1 + next(seed, 12),
		    1950 + next(seed, 100));
		break;
	case 2:
		buf_printf(out, "năm %u", 1950 + next(seed, 100));
		break;
	case 3:
		PICK(out, seed, "năm nay", "năm ngoái", "tháng trước",
		    "quý tới", "tuần này", "tuần trước", "năm Quý Mão");
		break;
	default:
		PICK(out, seed, "quý I", "quý IV/2022", "quý 3 năm 2021");
	}
}

static void
add_span(struct buf *out, uint32_t *seed)
{
	switch (next(seed, 6)) {
	case 0:
		buf_printf(out, "%u tháng đầu năm", 1 + next(seed, 12));
		break;
	case 1:
		buf_printf(out, "%u tháng năm %u", 1 + next(seed, 12),
		    1950 + next(seed, 100));
		break;
	case 2:
		buf_printf(out, "%u-%u/%u", 1 + next(seed, 31),
		    1 + next(seed, 31), 1 + next(seed, 12));
		break;
	case 3:
		buf_printf(out, "giai đoạn %u-%u", 1950 + next(seed, 50),
		    1990 + next(seed, 60));
		break;
	case 4:
		PICK(out, seed, "từ đầu năm đến nay", "từ nay đến Tết",
		    "từ nay đến cuối năm", "từ năm 2015 trở lại đây",
		    "6 tháng cuối năm 2020");
		break;
	default:
		buf_printf(out, "%u %s", 1 + next(seed, 60),
		    next(seed, 2) == 0 ? "ngày đêm" : "tháng tù");
	}
}

static void
make_sentence(struct buf *out, uint32_t *seed)
{
	buf_clear(out);
	PICK(out, seed, "Công an huyện cho biết, ", "Theo kế hoạch, ",
	    "Số liệu ", "");
	switch (next(seed, 6)) {
	case 0:
	case 1:
		add_day(out, seed);
		break;
	case 2:
		PICK(out, seed, "từ ", "", "kể từ ");
		add_day(out, seed);
		PICK(out, seed, " đến ", " - ", " đến hết ", " và ", ", ");
		add_day(out, seed);
		break;
	case 3:
		add_unit(out, seed);
		break;
	case 4:
		PICK(out, seed, "từ ", "trong ");
		add_unit(out, seed);
		PICK(out, seed, " đến ", "–", " tới hết ");
		add_unit(out, seed);
		break;
	default:
		add_span(out, seed);
	}
	PICK(out, seed, ".", ", đơn vị ra quân.", " trở đi.", "");
}

struct days {
	bool known;
	long first, last;
};

/* The number of digits' value; -1: there is an X among them. */
static int
part(struct str s, size_t from, size_t len)
{
	size_t value;

	assert_true(from + len <= s.len);
	if (str_find(str_slice(s, from, from + len), STR("X"), 0) < len)
		return -1;
	assert_true(str_to_size(str_slice(s, from, from + len), &value));
	return (int)value;
}

static struct days
month_days(int year, int first, int last)
{
	return (struct days){true,
	    calendar_number((struct date){year, first, 1}),
	    calendar_number(
		(struct date){year, last, calendar_month_days(year, last)})};
}

/* Reads a value without "/" back. */
static struct days
read_moment(struct str s)
{
	size_t time = str_find(s, STR("T"), 0);
	struct days none = {false, 0, 0};
	struct date d;
	int year;

	if (time == 0)
		return none;
	s.len = time;
	assert_in_range(s.len, 4, 10);
	year = part(s, 0, 4);
	assert_true(year == -1 || (year >= 1000 && year <= 2199));
	if (year < 0)
		return none;
	if (s.len == 4)
		return month_days(year, 1, 12);
	assert_int_equal(s.data[4], '-');
	if (s.data[5] == 'H')
		return month_days(
		    year, part(s, 6, 1) * 6 - 5, part(s, 6, 1) * 6);
	if (s.data[5] == 'Q')
		return month_days(
		    year, part(s, 6, 1) * 3 - 2, part(s, 6, 1) * 3);
	if (s.data[5] == 'W') {
		long monday =
		    calendar_first_week(year) + (part(s, 6, 2) - 1) * 7;

		return (struct days){true, monday, monday + 6};
	}
	if (s.data[5] == 'S' || s.data[5] == 'F')
		return none;
	d = (struct date){year, part(s, 5, 2), s.len == 10 ? part(s, 8, 2) : 1};
	if (d.month < 0 || d.day < 0)
		return none;
	assert_true(calendar_has(d));
	if (s.len == 7)
		return month_days(year, d.month, d.month);
	return (struct days){true, calendar_number(d), calendar_number(d)};
}

static bool
attribute_day(struct str attributes, const char *key, long *number)
{
	struct str value = record_attribute(attributes, str_from(key));

	if (value.data == NULL)
		return false;
	assert_int_equal(value.len, 10);
	assert_true(record_is_date(value));
	*number = calendar_number((struct date){
	    part(value, 0, 4), part(value, 5, 2), part(value, 8, 2)});
	return true;
}

static void
check(struct str value, struct str attributes)
{
	struct str type = record_attribute(attributes, STR("type"));
	size_t slash = str_find(value, STR("/"), 0);
	struct str from = str_slice(value, 0, slash), to = from;
	struct days a, b;
	long first = 0, last = 0;
	bool has_first = attribute_day(attributes, "first", &first);
	bool has_last = attribute_day(attributes, "last", &last);

	if (str_equal(type, STR("duration")) || str_equal(type, STR("set"))) {
		assert_false(has_first || has_last);
		assert_true(value.data[0] == 'P' || value.data[0] == 'R');
		return;
	}
	if (slash < value.len)
		to = str_from_offset(value, slash + 1);
	if (str_equal(from, STR(".."))) {
		assert_false(has_first);
		from = to;
	}
	if (str_equal(to, STR(".."))) {
		assert_false(has_last);
		to = from;
	}
	a = read_moment(from);
	b = read_moment(to);
	assert_true(!has_first || !has_last || first <= last);
	assert_true(!has_first || (a.known && a.first == first));
	assert_true(!has_last || (b.known && b.last == last));
}

static void
holds_of_every_record(void **state)
{
	static const char *const references[] = {
	    "", "2023", "2023-12", "2024-02-29", "2022-01", "2017-06-15"};
	const char *none[FILTER_OWN_OPTIONS] = {NULL};
	struct fault fault = {0};
	void *self = dates_annotator.open(NULL, none, &fault);
	struct annotations found = {0};
	struct buf text = {0}, folded = {0};
	static const char *const attributes[] = {"", "section=time"};
	uint32_t seed = 20231215;
	size_t count = 0;

	(void)state;
	assert_non_null(self);
	for (int i = 0; i < EXPRESSIONS; i++) {
		struct sentence s;

		make_sentence(&text, &seed);
		text_fold(&folded, buf_str(&text));
		s = (struct sentence){.text = buf_str(&text),
		    .folded = buf_str(&folded),
		    .reference = str_from(references[next(&seed, 6)]),
		    .attributes = str_from(attributes[next(&seed, 2)]),
		    .prefilter = true};
		found.count = 0;
		buf_clear(&found.strings);
		assert_true(dates_annotator.find(self, &s, &found));
		for (size_t j = 0; j < found.count; j++) {
			const struct annotation *a = &found.items[j];
			struct str strings = buf_str(&found.strings);

			assert_true(a->start < a->end && a->end <= s.text.len);
			check(str_slice(strings, a->value.start, a->value.end),
			    str_slice(strings, a->attributes.start,
				a->attributes.end));
		}
		count += found.count;
	}
	/* nearly all of them are found */
	assert_true(count > EXPRESSIONS * 9 / 10);
	dates_annotator.close(self);
	free(found.items);
	buf_free(&found.strings);
	buf_free(&text);
	buf_free(&folded);
}

static void
forms_compile(void **state)
{
	struct holidays holidays = {0};
	struct fault fault;
	const char *why = NULL;
	struct buf form = {0};
	struct grammar *g;

	(void)state;
	assert_true(
	    holidays_add(&holidays, &dates_annotator.tables[0], &fault));
	g = grammar_open(&holidays, &why);
	assert_non_null(g);
	if (!grammar_compile(g, &form))
		fail_msg("%.*s", (int)form.len, form.data);
	grammar_close(g);
	holidays_close(&holidays);
	buf_free(&form);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(forms_compile),
	    cmocka_unit_test(holds_of_every_record),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
