/* Words end where the bytes of letters and digits do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tools/extract-targets/cut.h"
#include "vector.h"

static bool
is_word(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
	       (c >= 0x80 && c != 0xC2 && c < 0xE2);
}

static void
check(struct str s)
{
	struct cut cut = {0};

	for (unsigned width = 8; width <= vector_width(); width *= 2) {
		cut_words_by(width, &cut, s);
		for (size_t at = 0; at < s.len; at++) {
			size_t end = at + 1;

			while (
			    end < s.len && is_word((unsigned char)s.data[end]))
				end++;
			assert_int_equal(cut_end(&cut, s, at), end);
		}
	}
	cut_free(&cut);
}

static void
cuts_words(void **state)
{
	(void)state;
	check(STR(""));
	check(STR("vụ"));
	check(STR("bắt 12 đối tượng, thu 3kg – \"ma túy\"…"));
	check(STR("c\xC2\xA0m² ½ × ờ"));
}

/* Each byte at each place of a block, and sentences of all lengths. */
static void
cuts_at_any_offset(void **state)
{
	char text[140];

	(void)state;
	memset(text, 'a', sizeof(text));
	for (size_t len = 0; len < sizeof(text); len++)
		check((struct str){text, len});
	for (unsigned c = 0x20; c < 0x100; c++)
		for (size_t at = 0; at < sizeof(text); at += 9) {
			text[at] = (char)c;
			check((struct str){text, sizeof(text)});
			text[at] = 'a';
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(cuts_words),
	    cmocka_unit_test(cuts_at_any_offset),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
