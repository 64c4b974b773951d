/* The record parser: what it takes, what it says of what it refuses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "record.h"

#define GOOD "a.txt\t1\tseg\t14\t41\t2023-12\tSáng 15/12 bắt 2 vụ.\trole=title"

static void
takes_a_segment(void **state)
{
	struct record rec;
	struct fault fault = {0};
	struct buf why = {0}, line = {0};

	(void)state;
	assert_true(record_parse(STR(GOOD), &rec, &fault, &why));
	assert_int_equal(rec.segment, 1);
	assert_int_equal(rec.start, 14);
	assert_int_equal(rec.end, 41);
	assert_true(str_equal(rec.text, STR("Sáng 15/12 bắt 2 vụ.")));
	assert_true(str_equal(
	    record_attribute(rec.attributes, STR("role")), STR("title")));
	assert_null(record_attribute(rec.attributes, STR("rol")).data);
	record_format(&line, &rec);
	assert_true(str_equal(buf_str(&line), STR(GOOD "\n")));
	buf_free(&line);
	buf_free(&why);
}

static void
refuses(void **state)
{
	static const struct {
		const char *line, *why;
		unsigned field;
	} bad[] = {
	    {"", "not a record (1 field, not 8)", 0},
	    {"a\tb\tc", "not a record (3 fields, not 8)", 0},
	    {GOOD "\t", "not a record (9 fields, not 8)", 0},
	    {"\t1\tseg\t0\t1\t\tx\t", "no document id", 1},
	    {"a\tx\tseg\t0\t1\t\tx\t", "not a number: \"x\"", 2},
	    {"a\t-1\tseg\t0\t1\t\tx\t", "not a number: \"-1\"", 2},
	    {"a\t99999999999999999999\tseg\t0\t1\t\tx\t",
		"not a number: \"99999999999999999999\"", 2},
	    {"a\t0\tseg\t0\t1\t\tx\t", "segments count from 1: \"0\"", 2},
	    {"a\t1\tSeg\t0\t1\t\tx\t",
		"not a kind (small letters, digits, -): \"Seg\"", 3},
	    {"a\t1\tseg\t\t1\t\tx\t", "not a number: \"\"", 4},
	    {"a\t1\tseg\t0\t1.5\t\tx\t", "not a number: \"1.5\"", 5},
	    {"a\t1\tseg\t5\t4\t\tx\t", "start is greater than end: \"5\"", 4},
	    {"a\t1\tseg\t0\t1\t2023-02-29\tx\t",
		"not a date as YYYY, YYYY-MM or YYYY-MM-DD: \"2023-02-29\"", 6},
	    {"a\t1\tdate\t0\t3\t2023\txx\t",
		"its length is not end less start: \"xx\"", 7},
	    {"a\t1\tseg\t0\t1\t\tx\rx\t", "a control character: \"x?x\"", 7},
	    {"a\t1\tseg\t0\t1\t\tx\t\xff", "malformed UTF-8: \"?\"", 8},
	};
	struct record rec;
	struct fault fault = {0};
	struct buf why = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_false(
		    record_parse(str_from(bad[i].line), &rec, &fault, &why));
		assert_string_equal(fault.text, bad[i].why);
		assert_int_equal(fault.field, bad[i].field);
	}
	buf_free(&why);
}

static void
shows_whole_characters_of_a_long_field(void **state)
{
	struct record rec;
	struct fault fault = {0};
	struct buf why = {0};

	(void)state;
	assert_false(record_parse(
	    STR("a\tx12345678901234567890123456789012345678ữ90\tseg\t0\t0\t\t\t"),
	    &rec, &fault, &why));
	assert_string_equal(fault.text,
	    "not a number: \"x12345678901234567890123456789012345678...\"");
	buf_free(&why);
}

static void
knows_dates(void **state)
{
	static const char *const good[] = {
	    "", "2023", "2023-12", "2023-12-31", "2024-02-29", "2000-02-29"};
	static const char *const bad[] = {"23", "2023-", "2023-13", "2023-00",
	    "2023-12-32", "2023-02-29", "1900-02-29", "2023-12-1", "2023/12",
	    "XXXX-12"};

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		assert_true(record_is_date(str_from(good[i])));
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(record_is_date(str_from(bad[i])));
}

static void
writes_attributes(void **state)
{
	struct buf b = {0};

	(void)state;
	record_add_attribute(&b, "status", STR("goal"));
	record_add_attribute(&b, "of", STR("án hình sự"));
	assert_true(str_equal(buf_str(&b), STR("status=goal of=án_hình_sự")));
	assert_true(str_equal(
	    record_attribute(buf_str(&b), STR("of")), STR("án_hình_sự")));
	buf_free(&b);
}

/* A stream of lines, of which some are faulty or too long. */
#define MAX_LINE 3000

static size_t
draw(uint64_t *random, size_t below)
{
	*random = *random * UINT64_C(6364136223846793005) + 1;
	return (size_t)(*random >> 33) % below;
}

static void
add_line(struct buf *stream, uint64_t *random)
{
	static const char *const faulty[] = {"", "a\t1\tseg", "\t\t\t\t\t\t\t",
	    "a\t1\tseg\t0\t2\t\tx\xE1\xBA\t", "a\t1\tseg\t0\t1\t\tx\t\r",
	    "a\t1\tseg\t0\t1\t\t\xC2\x85\t", "a\tx\tseg\t0\t1\t\tx\t",
	    "a\t1\tseg\t0\t1\t\tx\t\t", "a\t1\tdate\t0\t1\t2023\txx\t",
	    "a\t1\tseg\t0\t1\t\t\xF0\x9F\x98\x80\t\xED\xA0\x80",
	    "a\t99999999999999999999\tseg\t0\t1\t\tx\t"};
	size_t len = draw(random, 50) == 0 ? draw(random, 2 * MAX_LINE)
					   : draw(random, 200);

	if (draw(random, 20) == 0) {
		buf_text(stream,
		    faulty[draw(random, sizeof(faulty) / sizeof(faulty[0]))]);
	} else {
		buf_text(stream, "bài.txt\t");
		buf_number(stream, 1 + draw(random, 300));
		buf_text(stream, "\tseg\t1\t7\t2023-12-15\t");
		for (size_t i = 0; i < len; i++)
			buf_text(stream, i % 5 == 0 ? "ữ" : "n");
		buf_text(stream, "\trole=caption");
	}
	buf_byte(stream, '\n');
}

struct told {
	size_t count, last_line;
};

static void
count_fault(void *context, const struct fault *fault)
{
	struct told *told = context;

	assert_non_null(fault->text);
	told->count++;
	told->last_line = fault->line;
}

/* The next good line as record_parse() alone takes it. */
static bool
next_slowly(struct input *in, struct record *rec, struct told *told)
{
	struct fault fault = {0};
	struct buf why = {0};
	struct str line;
	enum input_status status;
	bool found = false;

	while (!found && (status = input_line(in, &line)) != INPUT_END) {
		found =
		    status == INPUT_OK && record_parse(line, rec, &fault, &why);
		fault.line = in->line;
		fault.text = "wrong";
		if (!found)
			count_fault(told, &fault);
	}
	buf_free(&why);
	return found;
}

/* What is known ahead of a line makes no difference. */
static void
reads_a_stream_as_line_by_line(void **state)
{
	struct buf stream = {0}, why = {0};
	char name[] = "/tmp/caodiem-record-XXXXXX";
	int fd = mkstemp(name);
	uint64_t random = 11;
	struct input fast, slow;
	struct record rec, want;
	struct told told = {0}, wanted = {0};

	(void)state;
	assert_true(fd >= 0);
	buf_text(&stream, "\xEF\xBB\xBF");
	for (size_t i = 0; i < 10000; i++)
		add_line(&stream, &random);
	stream.len--; /* the last LF */
	assert_int_equal(write(fd, stream.data, stream.len), stream.len);
	close(fd);
	assert_int_equal(input_open(&fast, name, MAX_LINE, NULL), 0);
	assert_int_equal(input_open(&slow, name, MAX_LINE, NULL), 0);
	unlink(name);
	while (next_slowly(&slow, &want, &wanted)) {
		assert_int_equal(
		    record_next(&fast, &rec, count_fault, &told, &why),
		    RECORD_OK);
		assert_int_equal(fast.line, slow.line);
		assert_int_equal(told.count, wanted.count);
		assert_int_equal(told.last_line, wanted.last_line);
		if (fast.line > 1)
			assert_true(str_equal(rec.line, want.line));
		assert_int_equal(rec.line.data[rec.line.len], '\n');
		assert_true(str_equal(rec.text, want.text));
		assert_true(str_equal(rec.attributes, want.attributes));
		assert_int_equal(rec.segment, want.segment);
	}
	assert_int_equal(
	    record_next(&fast, &rec, count_fault, &told, &why), RECORD_END);
	assert_int_equal(told.count, wanted.count);
	assert_true(told.count > 400 && fast.line > 10000);
	input_close(&fast);
	input_close(&slow);
	buf_free(&stream);
	buf_free(&why);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(takes_a_segment),
	    cmocka_unit_test(refuses),
	    cmocka_unit_test(shows_whole_characters_of_a_long_field),
	    cmocka_unit_test(knows_dates),
	    cmocka_unit_test(writes_attributes),
	    cmocka_unit_test(reads_a_stream_as_line_by_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
