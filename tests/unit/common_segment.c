/*
 * The promise of the offsets: the bytes of the source between a segment's
 * offsets, normalised, give its text; and the segments are all of the text.
 * Over dirt of every kind, over random bytes, and over the documents of
 * $SHARED/corpus/news.ndjson where they are at hand.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <jansson.h>
#include <utf8proc.h>

#include "common/segment.h"
#include "common/text.h"

static bool
is_blank(uint32_t c)
{
	return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 ||
	       c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
	       c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 ||
	       c == 0xFEFF;
}

static bool
is_dropped(uint32_t c)
{
	return c == 0xAD || (c >= 0x200C && c <= 0x200F) ||
	       (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069);
}

/* The slow and simple way to clean text; eth is D with stroke. */
static char *
normalise(struct str s)
{
	struct buf b = {0};
	size_t at = 0;
	char *composed;

	while (at < s.len) {
		uint32_t c = text_decode(s, &at);

		if (c != TEXT_MALFORMED && is_blank(c)) {
			if (b.len > 0 && b.data[b.len - 1] != ' ')
				buf_byte(&b, ' ');
		} else if (c == TEXT_MALFORMED || c < 0x20 ||
			   (c >= 0x7F && c < 0xA0)) {
			text_encode(&b, 0xFFFD);
		} else if (!is_dropped(c)) {
			text_encode(&b, c == 0xD0   ? 0x110
					: c == 0xF0 ? 0x111
						    : c);
		}
	}
	while (b.len > 0 && b.data[b.len - 1] == ' ')
		b.len--;
	buf_byte(&b, '\0');
	composed = (char *)utf8proc_NFC((const utf8proc_uint8_t *)b.data);
	buf_free(&b);
	return composed;
}

struct checked {
	struct str text, title; /* the source */
	size_t end;             /* of the last segment */
	size_t segments, title_segments;
};

static void
check_gap(struct str text, size_t from, size_t to)
{
	char *between = normalise(str_slice(text, from, to));

	assert_string_equal(between, "");
	free(between);
}

static void
check(void *context, const struct record *rec)
{
	struct checked *c = context;
	bool title = str_equal(rec->attributes, STR("role=title"));
	struct str source = title ? c->title : c->text;
	struct buf text = {0};
	char *got, *want;

	if (!str_equal(rec->kind, STR("seg")))
		return;
	assert_true(rec->start < rec->end && rec->end <= source.len);
	assert_true(text_is_clean(rec->line));
	buf_add(&text, rec->text);
	want = normalise(str_slice(source, rec->start, rec->end));
	got = normalise(rec->text);
	assert_string_equal(got, want);
	/* but for eth the text is normal already */
	assert_int_equal(strlen(got), rec->text.len);
	free(want);
	free(got);
	buf_free(&text);
	c->segments++;
	if (title) {
		c->title_segments++;
		return;
	}
	check_gap(source, c->end, rec->start);
	c->end = rec->end;
}

static void
ignore(void *context, const struct fault *fault)
{
	(void)context;
	(void)fault;
}

/* Segments what a pipe or file holds. */
static void
segment_file(FILE *f, struct checked *c, bool documents)
{
	struct segment_options options = {
	    .documents = documents, .max_line = RECORD_MAX_LINE};
	struct segment_sink sink = {check, ignore, c};
	struct segmenter *s = segmenter_new(&options, &sink);
	struct input in;

	rewind(f);
	assert_int_equal(dup2(fileno(f), STDIN_FILENO), STDIN_FILENO);
	assert_int_equal(input_open(&in, "-", RECORD_MAX_LINE, NULL), 0);
	assert_int_equal(segment_input(s, &in), 0);
	input_close(&in);
	segmenter_free(s);
}

static void
check_text(struct str text)
{
	struct checked c = {.text = text};
	FILE *f = tmpfile();

	assert_non_null(f);
	fwrite(text.data, 1, text.len, f);
	fflush(f);
	segment_file(f, &c, false);
	check_gap(text, c.end, text.len);
	fclose(f);
}

static const char *const dirt[] = {"Công an", " ", "  ", ".", ". ", "\n",
    "\r\n", "\t", "\xC2\xA0", "\xE2\x80\x8B", "\xC2\xAD", "\xEF\xBB\xBF",
    "\x01", "\x7F", "\xC2\x85", "\xFF", "\xE1\xBA", "\xC3", "e\xCC\x82\xCC\xA3",
    "\xC3\xAA\xCC\xA3", "o\xCC\x9B\xCC\x80", "a\xCD\x81", "\xCD\xBE",
    "\xCC\x81", "\xC3\x90\xC3\xA0 N\xE1\xBA\xB5ng", "H\xC3\x90ND", "vụ",
    "Ảnh: Hà An", "\xE2\x80\xA6", "\xE2\x80\x9C", "\xE2\x80\x9D", "\"", "(",
    ")", "12", "?", "\xE1\x84\x80\xE1\x85\xA1", "\xE3\x80\x80",
    "\xF0\x9F\x98\x80", "\xED\xA0\x80", "Theo", "TP.", "\f", "|",
    "\xE2\x80\xA8", "\xE2\x84\xAB", "x"};

static unsigned
next_random(uint64_t *state)
{
	*state = *state * UINT64_C(6364136223846793005) + 1442695040888963407u;
	return (unsigned)(*state >> 33);
}

static void
test_dirt(void **unused)
{
	uint64_t state = 1;

	(void)unused;
	for (int i = 0; i < 400; i++) {
		struct buf b = {0};

		for (unsigned n = next_random(&state) % 300; n > 0; n--)
			buf_text(&b, dirt[next_random(&state) %
					  (sizeof(dirt) / sizeof(*dirt))]);
		check_text(buf_str(&b));
		buf_free(&b);
	}
}

static void
test_bytes(void **unused)
{
	uint64_t state = 2;

	(void)unused;
	for (int i = 0; i < 200; i++) {
		struct buf b = {0};

		for (unsigned n = next_random(&state) % 600; n > 0; n--) {
			unsigned r = next_random(&state);

			buf_byte(&b,
			    (r & 0x100) != 0 ? (char)r : " aA.\n\xC3"[r % 6]);
		}
		check_text(buf_str(&b));
		buf_free(&b);
	}
}

/* Longer than a window, with and without boundaries, clean and not. */
static void
test_windows(void **unused)
{
	static const char *const parts[] = {"Công an bắt 2 vụ. ", "xin chào ",
	    "Công\xC2\xA0"
	    "an bắt 2  vụ. ",
	    "khong-co-dau-cach", "e\xCC\x82\xCC\xA3"};

	(void)unused;
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		struct buf b = {0};

		while (b.len < 700000)
			buf_text(&b, parts[i]);
		check_text(buf_str(&b));
		buf_free(&b);
	}
}

static void
test_corpus(void **unused)
{
	const char *shared = getenv("SHARED");
	struct buf path = {0};
	char *line = NULL;
	size_t cap = 0, documents = 0;
	ssize_t len;
	FILE *f;

	(void)unused;
	if (shared == NULL)
		skip();
	buf_printf(&path, "%s/corpus/news.ndjson", shared);
	buf_byte(&path, '\0');
	f = fopen(path.data, "r");
	buf_free(&path);
	assert_non_null(f);
	while ((len = getline(&line, &cap, f)) > 0) {
		json_t *doc = json_loadb(line, (size_t)len, 0, NULL);
		json_t *text = json_object_get(doc, "text");
		json_t *title = json_object_get(doc, "title");
		struct checked c = {
		    .text = {json_string_value(text), json_string_length(text)},
		    .title = {
			json_string_value(title), json_string_length(title)}};
		FILE *one = tmpfile();

		assert_non_null(one);
		fwrite(line, 1, (size_t)len, one);
		fflush(one);
		segment_file(one, &c, true);
		check_gap(c.text, c.end, c.text.len);
		assert_true(c.title_segments == 1 || c.title.len == 0);
		fclose(one);
		json_decref(doc);
		documents++;
	}
	free(line);
	fclose(f);
	assert_true(documents > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_dirt),
	    cmocka_unit_test(test_bytes),
	    cmocka_unit_test(test_windows),
	    cmocka_unit_test(test_corpus),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
