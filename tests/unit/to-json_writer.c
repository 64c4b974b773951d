/* Jansson writes the same bytes: strings, and whole streams of records. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "text.h"
#include "tools/to-json/gather.h"
#include "tools/to-json/writer.h"

static void
same_string(struct str s)
{
	struct buf ours = {0};
	json_t *string = json_stringn(s.data, s.len);
	char *theirs = json_dumps(string, JSON_ENCODE_ANY);

	assert_non_null(string);
	writer_string(&ours, s);
	assert_int_equal(ours.len, strlen(theirs));
	assert_memory_equal(ours.data, theirs, ours.len);
	free(theirs);
	json_decref(string);
	buf_free(&ours);
}

/* At each place of the eight bytes that are looked at together. */
static void
every_code_point(void **state)
{
	struct buf text = {0};

	(void)state;
	for (uint32_t code = 0; code <= 0x10FFFF; code++) {
		if (code >= 0xD800 && code <= 0xDFFF)
			continue;
		buf_clear(&text);
		for (size_t i = 0; i < code % 11; i++)
			buf_byte(&text, 'a');
		text_encode(&text, code);
		buf_text(&text, "abcdefghi");
		same_string(buf_str(&text));
	}
	buf_free(&text);
}

static void
ascii_everywhere(void **state)
{
	char text[20];

	(void)state;
	for (int c = 0; c < 128; c++)
		for (size_t at = 0; at < sizeof(text); at++) {
			memset(text, 'x', sizeof(text));
			text[at] = (char)c;
			same_string((struct str){text, sizeof(text)});
			text[sizeof(text) - 1] = '\\';
			same_string((struct str){text, sizeof(text)});
		}
}

static void
numbers(void **state)
{
	static const char *const good[] = {"0", "-0", "7", "10", "17.3", "0.05",
	    "-3", "123456789012345678901234567890"};
	static const char *const bad[] = {"", "-", "07", "00", "1.", ".5",
	    "1,5", "1e5", "+1", " 1", "1 ", "0x1", "1.2.3", "--1", "NaN"};

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		assert_true(writer_is_number(str_from(good[i])));
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(writer_is_number(str_from(bad[i])));
}

/* Draws that are the same on every machine. */
static unsigned
draw(uint64_t *seed, unsigned below)
{
	*seed = *seed * UINT64_C(6364136223846793005) + 1442695040888963407U;
	return (unsigned)(*seed >> 33) % below;
}

static void
draw_text(struct buf *b, uint64_t *seed, unsigned most)
{
	static const char *const pieces[] = {"a", " ", "\"", "\\", "đ", "ộ",
	    "7", "{", "}", "[", "]", ":", ",", "\xf0\x9f\x99\x82", "/", "'"};

	for (unsigned n = draw(seed, most); n > 0; n--)
		buf_text(b, pieces[draw(seed, 16)]);
}

static void
draw_annotation(struct buf *line, uint64_t *seed, struct str text)
{
	static const char *const forms[][3] = {
	    {"date", "2023-12-15/..",
		"type=range first=2023-12-15 "
		"implied=year,month"},
	    {"target", "17.5",
		"status=goal class=figure unit=\xc4\x91"
		"i\xe1\xbb\x83m_%"},
	    {"target", "28/28", "status=result of=a_b previous=12"},
	    {"target", "5..7", ""},
	    {"crime", "drugs", "code=247-259,256a iccs=0601"},
	    {"place", "\"x\"", "k\"=\\ z=1"},
	    {"action", "", "a=1"},
	};
	const char *const *form = forms[draw(seed, 7)];

	buf_printf(line, "d\t1\t%s\t0\t%zu\t%s\t", form[0], text.len, form[1]);
	buf_add(line, text);
	buf_printf(line, "\t%s", form[2]);
}

static void
take_line(struct gatherer *d, const struct buf *line)
{
	struct record rec;
	struct fault fault = {FAULT_ERROR, "-", 1, 0, NULL};
	struct buf why = {0};

	assert_true(record_parse(buf_str(line), &rec, &fault, &why));
	gather_take(d, &rec, "-", 1);
	buf_free(&why);
}

static void
refuse(void *context, const struct fault *fault)
{
	(void)context;
	fail_msg("%s", fault->text);
}

static void
take_document(struct gatherer *d, uint64_t *seed)
{
	struct buf line = {0}, text = {0};
	const char *head = "d\t0\tdoc\t0\t0\t2023-12\t\"T\\\t"
			   "url=u meta.x=\"y\" meta.z={";

	buf_text(&line, head);
	take_line(d, &line);
	for (unsigned n = draw(seed, 5); n > 0; n--) {
		buf_clear(&text);
		draw_text(&text, seed, 40);
		buf_clear(&line);
		buf_text(&line, "d\t1\tseg\t0\t9\t2023-12\t");
		buf_add(&line, buf_str(&text));
		buf_text(&line, "\trole=title");
		take_line(d, &line);
		for (unsigned m = draw(seed, 6); m > 0; m--) {
			buf_clear(&line);
			draw_annotation(&line, seed, buf_str(&text));
			take_line(d, &line);
		}
	}
	buf_clear(&line);
	buf_text(&line, "d\t1\tend\t0\t0\t2023-12\t\t");
	take_line(d, &line);
	buf_free(&line);
	buf_free(&text);
}

/* Writes count documents; what came out, which the caller frees. */
static struct buf
written(struct writer *writer, enum per per, int count)
{
	FILE *file = tmpfile();
	struct output *out = malloc(sizeof(*out));
	struct gatherer *d = gather_new(per, writer, refuse, NULL);
	struct buf result = {0};
	uint64_t seed = 1;

	assert_non_null(file);
	assert_non_null(out);
	output_open(out, dup(fileno(file)));
	writer->out = out;
	for (int i = 0; i < count; i++)
		take_document(d, &seed);
	gather_finish(d);
	writer_close(writer);
	assert_int_equal(output_close(out), 0);
	gather_free(d);
	free(out);
	fseek(file, 0, SEEK_END);
	buf_reserve(&result, (size_t)ftell(file) + 1);
	result.len = (size_t)ftell(file);
	rewind(file);
	assert_int_equal(fread(result.data, 1, result.len, file), result.len);
	fclose(file);
	return result;
}

#define FLAGS (JSON_ENCODE_ANY | JSON_REAL_PRECISION(15))

/* Parses JSON that ends with LF, and wants it written the same again. */
static void
same_json(struct str ours, size_t flags)
{
	json_error_t error;
	json_t *json =
	    json_loadb(ours.data, ours.len, JSON_REJECT_DUPLICATES, &error);
	char *theirs;

	if (json == NULL)
		fail_msg("%s: %.*s", error.text, (int)ours.len, ours.data);
	theirs = json_dumps(json, FLAGS | flags);
	assert_int_equal(ours.len, strlen(theirs) + 1);
	assert_memory_equal(ours.data, theirs, ours.len - 1);
	assert_int_equal(ours.data[ours.len - 1], '\n');
	free(theirs);
	json_decref(json);
}

static void
lines(void **state)
{
	(void)state;
	for (int per = PER_DOCUMENT; per <= PER_RECORD; per++) {
		struct writer writer = {.out = NULL};
		struct buf all = written(&writer, (enum per)per, 300);
		struct str s = buf_str(&all);
		size_t at = 0, count = 0;

		while (at < s.len) {
			size_t end = str_find(s, STR("\n"), at) + 1;

			same_json(str_slice(s, at, end), JSON_COMPACT);
			at = end;
			count++;
		}
		assert_true(count >= 300);
		assert_int_equal(count, writer.count);
		buf_free(&all);
	}
}

static void
indented_array(void **state)
{
	(void)state;
	for (int per = PER_DOCUMENT; per <= PER_RECORD; per++) {
		struct writer writer = {.array = true, .pretty = true};
		struct buf all = written(&writer, (enum per)per, 300);

		same_json(buf_str(&all), JSON_INDENT(2));
		buf_free(&all);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_code_point),
	    cmocka_unit_test(ascii_everywhere),
	    cmocka_unit_test(numbers),
	    cmocka_unit_test(lines),
	    cmocka_unit_test(indented_array),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
