/* Character references: the whole built-in table, numbers, what is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "text.h"
#include "tools/from-feed/entity.h"

static void
want(const struct entities *e, const char *from, bool strict, size_t used,
    const char *to)
{
	struct buf out = {0};
	size_t got = entity_decode(e, str_from(from), strict, &out);

	if (got != used || !str_equal(buf_str(&out), str_from(to)))
		fail_msg("%s: %zu, \"%.*s\"", from, got, (int)out.len,
		    out.len > 0 ? out.data : "");
	buf_free(&out);
}

static void
names(void **state)
{
	struct entities *e = entities_new();

	(void)state;
	want(e, "&aacute;m", true, 8, "\xc3\xa1");
	want(e, "&ocirc;", true, 7, "\xc3\xb4");
	want(e, "&Aacute;", true, 8, "\xc3\x81");
	want(e, "&nGt;", true, 5, "\xe2\x89\xab\xe2\x83\x92");
	want(e, "&nbsp", true, 0, "");
	want(e, "&nbsp", false, 5, "\xc2\xa0");
	want(e, "&copy=1", false, 0, "");
	want(e, "&hellip x", false, 0, "");
	want(e, "&", false, 0, "");
	want(e, "&;", false, 0, "");
	want(e, "&xyz;", false, 0, "");
	want(
	    e, "&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;", false, 0, "");
	entities_free(e);
}

static void
numbers(void **state)
{
	struct entities *e = entities_new();

	(void)state;
	want(e, "&#7881;", true, 7, "\xe1\xbb\x89");
	want(e, "&#x1EA1;", true, 8, "\xe1\xba\xa1");
	want(e, "&#X1ea1;", true, 8, "\xe1\xba\xa1");
	want(e, "&#7881 ", false, 6, "\xe1\xbb\x89");
	want(e, "&#7881 ", true, 0, "");
	want(e, "&#147;", true, 6, "\xe2\x80\x9c");
	want(e, "&#0;", true, 4, " ");
	want(e, "&#11;", true, 5, " ");
	want(e, "&#xD800;", true, 8, "\xef\xbf\xbd");
	want(e, "&#xFFFF;", true, 8, "\xef\xbf\xbd");
	want(e, "&#99999999999999999999;", true, 23, "\xef\xbf\xbd");
	want(e, "&#;", true, 0, "");
	want(e, "&#x;", true, 0, "");
	entities_free(e);
}

/* Every row decodes, with its semicolon, to well-formed text. */
static void
table(void **state)
{
	struct entities *e = entities_new();
	struct str all = entities_table();
	size_t at = 0, count = 0;

	(void)state;
	while (at < all.len) {
		size_t lf = str_find(all, STR("\n"), at);
		struct str line = str_slice(all, at, lf);
		struct buf from = {0}, out = {0};

		at = lf + 1;
		if (line.data[0] == '#' || str_starts(line, STR("name\t")))
			continue;
		buf_byte(&from, '&');
		buf_add(
		    &from, str_slice(line, 0, str_find(line, STR("\t"), 0)));
		buf_byte(&from, ';');
		assert_int_equal(
		    entity_decode(e, buf_str(&from), true, &out), from.len);
		assert_true(out.len > 0 && text_is_utf8(buf_str(&out)));
		buf_free(&from);
		buf_free(&out);
		count++;
	}
	assert_int_equal(count, 2125);
	entities_free(e);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(names),
	    cmocka_unit_test(numbers),
	    cmocka_unit_test(table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
