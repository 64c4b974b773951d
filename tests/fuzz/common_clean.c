/*
 * Clean text is what utf8proc alone makes of the characters: those that show
 * nothing dropped, white space folded, all of it put into NFC at once.  It is
 * the same when cleaned again, and every sign of it has its place in the source.
 */
#include <stdlib.h>
#include <utf8proc.h>

#include "clean.h"
#include "text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Longer runs of marks are composed in parts. */
#define MARKS_MOST 200

/* Eth and D with stroke, which depend on the word, are one here. */
static uint32_t
one_d(uint32_t code)
{
	return code == 0xD0 ? 0x110 : code == 0xF0 ? 0x111 : code;
}

/* What the text should be; false: too many marks in a row. */
static bool
expect(struct buf *out, struct str source)
{
	struct buf codes = {0};
	utf8proc_uint8_t *composed;
	size_t at = 0, marks = 0;
	bool space = true;

	while (at < source.len) {
		uint32_t code = text_decode(source, &at);

		if (code == TEXT_MALFORMED) {
			code = 0xFFFD;
		} else if (clean_is_invisible(code)) {
			continue;
		} else if (clean_is_space(code)) {
			if (!space)
				buf_byte(&codes, ' ');
			space = true;
			continue;
		} else if (code < 0x20 || (code >= 0x7F && code < 0xA0)) {
			code = 0xFFFD;
		}
		space = false;
		marks = code < 0x300 ? 0 : marks + 1;
		if (marks > MARKS_MOST)
			break;
		text_encode(&codes, one_d(code));
	}
	buf_byte(&codes, '\0');
	composed = utf8proc_NFC((const utf8proc_uint8_t *)codes.data);
	if (composed == NULL)
		abort();
	buf_text(out, (const char *)composed);
	free(composed);
	buf_free(&codes);
	return marks <= MARKS_MOST;
}

static void
compare(struct str expected, struct str text)
{
	struct buf same = {0};
	size_t at = 0;

	while (at < text.len)
		text_encode(&same, one_d(text_decode(text, &at)));
	if (!str_equal(expected, buf_str(&same)))
		abort();
	buf_free(&same);
}

static void
check_places(struct clean *c, struct str source)
{
	size_t last = 0;

	for (size_t at = 0; at < c->text.len; at++) {
		size_t start, end;

		/* segments begin at spaces and signs, not amid what composes */
		if ((unsigned char)c->text.data[at] >= 0x80)
			continue;
		start = clean_source_start(c, at);
		end = clean_source_end(c, at);
		if (start < last || start >= source.len || end > start)
			abort();
		last = start;
	}
	if (clean_source_end(c, c->text.len) > source.len)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct clean once, twice;
	struct str source = {(const char *)data, size};
	struct buf expected = {0};

	clean_paragraph(&once, source);
	if (!text_is_clean(once.text))
		abort();
	check_places(&once, source);
	if (expect(&expected, source)) {
		compare(buf_str(&expected), once.text);
		clean_paragraph(&twice, once.text);
		if (!str_equal(once.text, twice.text) || twice.bad_count > 0)
			abort();
	}
	buf_free(&expected);
	return 0;
}
