/* Documents whose long strings are taken out first, against Jansson alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/document.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static size_t
draw(uint64_t *random, size_t below)
{
	*random = *random * UINT64_C(6364136223846793005) + 1;
	return (size_t)(*random >> 33) % below;
}

/* The content of a string, now and then a wrong one. */
static void
add_content(struct buf *b, uint64_t *random)
{
	static const char *const pieces[] = {"Công an ", "ma túy", "\\n",
	    "\\\"", "\\\\", "\\/", "\\t", "\\u1ea1", "\\u00E1",
	    "\\ud83d\\ude00", "\\u0000", "\xF0\x9F\x98\x80", "\x7F", "{[:,]}",
	    "\\b\\f\\r"};
	static const char *const uncommon[] = {"\\u001a0", "\\u001A1", "\\x",
	    "\\u12", "\\u12g4", "\t", "\x1A", "\"", "\\", "\\u001"};
	size_t len =
	    draw(random, 3) == 0 ? draw(random, 600) : draw(random, 60);
	bool odd = draw(random, 12) == 0;
	size_t end = b->len + len;

	while (b->len < end) {
		if (odd && draw(random, 10) == 0)
			buf_text(b, uncommon[draw(random, COUNT(uncommon))]);
		else
			buf_text(b, pieces[draw(random, COUNT(pieces))]);
	}
}

static void
add_string(struct buf *b, uint64_t *random)
{
	buf_byte(b, '"');
	add_content(b, random);
	buf_byte(b, '"');
}

static void
add_document(struct buf *b, uint64_t *random)
{
	static const char *const names[] = {"text", "title", "url", "x", "y"};
	static const char *const colons[] = {":", " : ", "\t:", ""};
	size_t members = 1 + draw(random, 6);

	buf_clear(b);
	buf_byte(b, '{');
	for (size_t i = 0; i < members; i++) {
		if (draw(random, 10) == 0)
			add_string(b, random);
		else
			buf_printf(
			    b, "\"%s\"", names[draw(random, COUNT(names))]);
		buf_text(
		    b, colons[draw(random, 40) == 0 ? 3 : draw(random, 3)]);
		if (draw(random, 10) == 0) {
			buf_text(b, "[1, {\"text\":");
			add_string(b, random);
			buf_text(b, "}]");
		} else {
			add_string(b, random);
		}
		buf_text(b, i + 1 < members ? "," : "}");
	}
	if (draw(random, 30) == 0)
		buf_byte(b, ',');
}

static void
compare_member(const struct document *doc, const json_t *root, const char *name)
{
	const json_t *member = json_object_get(root, name);
	struct buf value = {0};

	assert_int_equal(document_scalar(doc, str_from(name), &value),
	    json_is_string(member));
	if (json_is_string(member))
		assert_true(str_equal(
		    buf_str(&value), (struct str){json_string_value(member),
					 json_string_length(member)}));
	buf_free(&value);
}

static bool
is_text(const json_t *root, const char *name)
{
	const json_t *member = json_object_get(root, name);

	return member == NULL || json_is_string(member);
}

/* 1: it is a good document. */
static size_t
compare(struct str line)
{
	struct document doc = {0};
	struct buf mended = {0}, why = {0};
	json_error_t error;
	json_t *root = json_loadb(line.data, line.len, JSON_ALLOW_NUL, &error);
	size_t bad = 0;
	bool good = document_parse(&doc, line, &mended, &bad, &why);
	char position[40];

	if (bad > 0) {
		/* not the same line */
	} else if (root == NULL) {
		assert_false(good);
		snprintf(
		    position, sizeof(position), "(byte %d)", error.position);
		assert_non_null(strstr(why.data, position));
	} else {
		assert_int_equal(good, is_text(root, "text") &&
					   is_text(root, "title") &&
					   is_text(root, "url"));
		compare_member(&doc, root, "text");
		compare_member(&doc, root, "x");
		compare_member(&doc, root, "y");
	}
	if (bad == 0 && good && doc.text.data != NULL)
		assert_int_equal(doc.text.len,
		    json_string_length(json_object_get(root, "text")));
	json_decref(root);
	document_free(&doc);
	buf_free(&mended);
	buf_free(&why);
	return good && bad == 0;
}

static void
reads_what_jansson_reads(void **state)
{
	struct buf line = {0};
	uint64_t random = 3;
	size_t good = 0;

	(void)state;
	for (size_t i = 0; i < 20000; i++) {
		add_document(&line, &random);
		good += compare(buf_str(&line));
		/* cut anywhere */
		compare(str_slice(buf_str(&line), 0, draw(&random, line.len)));
	}
	assert_true(good > 5000 && good < 19000);
	buf_free(&line);
}

static void
mends_long_strings(void **state)
{
	struct document doc = {0};
	struct buf line = {0}, mended = {0}, why = {0};
	size_t bad = 0;

	(void)state;
	buf_text(&line, "{\"text\":\"");
	for (size_t i = 0; i < 100; i++)
		buf_text(&line, "Khởi tố\xE1\xBA \\ud800.\\n");
	buf_text(&line, "\"}");
	assert_true(document_parse(&doc, buf_str(&line), &mended, &bad, &why));
	assert_int_equal(bad, 200);
	assert_int_equal(
	    doc.text.len, 100 * strlen("Khởi tố\xEF\xBF\xBD \xEF\xBF\xBD.\n"));
	assert_true(
	    str_starts(doc.text, STR("Khởi tố\xEF\xBF\xBD \xEF\xBF\xBD.\nK")));
	document_free(&doc);
	buf_free(&line);
	buf_free(&mended);
	buf_free(&why);
}

/* What looks like a name for a long string is none. */
static void
keeps_marks(void **state)
{
	static const char *const marks[] = {
	    "\\u001a0", "\\u001A0", "\\u001a1", "0", ""};
	struct buf line = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(marks); i++) {
		buf_clear(&line);
		buf_printf(&line, "{\"x\":\"%s\",\"text\":\"", marks[i]);
		for (size_t j = 0; j < 60; j++)
			buf_text(&line, "vụ án ");
		buf_printf(&line, "\",\"y\":\"%s\"}", marks[i]);
		assert_int_equal(compare(buf_str(&line)), 1);
	}
	buf_free(&line);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_what_jansson_reads),
	    cmocka_unit_test(mends_long_strings),
	    cmocka_unit_test(keeps_marks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
