/* The vector loops of each width that the machine has find what the plain loop
 * finds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/scan.h"
#include "common/vector.h"

#define MOST 512

struct three {
	uint64_t signs[SCAN_WORDS(MOST)], capitals[SCAN_WORDS(MOST)],
	    dirty[SCAN_WORDS(MOST)];
};

static struct scan_masks
masks_of(struct three *t)
{
	return (struct scan_masks){t->signs, t->capitals, t->dirty, 0};
}

static void
compare(const char *text, size_t len)
{
	char padded[SCAN_BEFORE + MOST + SCAN_BEHIND];
	struct three fast, plain;
	struct scan_masks a = masks_of(&fast), b = masks_of(&plain);
	size_t size = SCAN_WORDS(len) * sizeof(uint64_t);
	bool clean;

	memset(padded, ' ', SCAN_BEFORE);
	memcpy(padded + SCAN_BEFORE, text, len);
	memset(padded + SCAN_BEFORE + len, 'a', SCAN_BEHIND);
	clean = scan_text_plainly(padded + SCAN_BEFORE, len, &b);
	for (unsigned width = vector_width(); width >= 16; width /= 2) {
		assert_int_equal(
		    scan_text_by(width, padded + SCAN_BEFORE, len, &a), clean);
		assert_memory_equal(fast.signs, plain.signs, size);
		assert_memory_equal(fast.capitals, plain.capitals, size);
		assert_memory_equal(fast.dirty, plain.dirty, size);
	}
}

static const char *const pieces[] = {"a", "Z", " ", ".", "!", "?", ":", "|",
    ">", "(", ")", "*", "\"", "0", "\n", "\x7F", "Đ", "đ", "Ấ", "ấ", "Ô", "ô",
    "Ư", "ă", "…", "“", "”", "–", "\xC2\xA0", "\xC2\xAD", "\xC2\xBB",
    "\xC3\x90", "\xC3\xB0", "\xCC\x81", "\xCD\xBE", "\xE2\x80\x8B",
    "\xE2\x80\xA8", "\xE2\x84\xAB", "\xEF\xBB\xBF", "\xF0\x9F\x98\x80",
    "\xE1\xBA", "\xE1\x84\x80", "\xE2\x80", "\xC3", "\xFF", "\x80",
    "\xED\xA0\x80", "\xE0\x80\x80"};

static void
test_random(void **unused)
{
	uint64_t state = 7;

	(void)unused;
	for (int i = 0; i < 20000; i++) {
		char text[MOST];
		size_t len = 0, want;

		state = state * UINT64_C(6364136223846793005) + 1;
		want = (size_t)(state >> 40) % (MOST - 8);
		while (len < want) {
			const char *piece;

			state = state * UINT64_C(6364136223846793005) + 1;
			piece = pieces[(state >> 33) %
				       (sizeof(pieces) / sizeof(*pieces))];
			/* long runs of letters as well */
			if ((state >> 60) < 6)
				piece = "a";
			memcpy(text + len, piece, strlen(piece));
			len += strlen(piece);
		}
		compare(text, len);
	}
}

static void
test_bytes(void **unused)
{
	(void)unused;
	/* each pair of bytes at the end and across a word */
	for (unsigned a = 0; a < 256; a++)
		for (unsigned b = 0; b < 256; b++) {
			char text[66];

			memset(text, 'x', sizeof(text));
			text[63] = (char)a;
			text[64] = (char)b;
			compare(text, 66);
			compare(text, 65);
			compare(text + 63, 2);
		}
}

static void
test_next(void **unused)
{
	uint64_t mask[3] = {UINT64_C(1) << 63, 0, 2};

	(void)unused;
	assert_int_equal(scan_next(mask, 190, 0), 63);
	assert_int_equal(scan_next(mask, 190, 63), 63);
	assert_int_equal(scan_next(mask, 190, 64), 129);
	assert_int_equal(scan_next(mask, 190, 130), 190);
	assert_int_equal(scan_next(mask, 190, 190), 190);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_random),
	    cmocka_unit_test(test_bytes),
	    cmocka_unit_test(test_next),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
