/*
 * The check by blocks agrees with decoding code point by code point; folding
 * keeps length, well-formedness, and is the same when done twice.
 */
#include <stdlib.h>

#include "text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str s = {(const char *)data, size};
	struct buf once = {0}, twice = {0};
	bool good = true, clean = true;
	size_t count = 0;

	for (size_t at = 0; at < s.len; count++) {
		uint32_t code = text_decode(s, &at);

		good &= code != TEXT_MALFORMED;
		clean &= code == '\t' ||
			 (code >= 0x20 && (code < 0x7F || code >= 0xA0));
	}
	if (text_is_utf8(s) != good || text_is_clean(s) != (good && clean))
		abort();
	text_add_printable(&once, s);
	if (!text_is_clean(buf_str(&once)))
		abort();
	if (good) {
		text_fold(&once, s);
		if (text_count(s) != count || once.len != s.len ||
		    !text_is_utf8(buf_str(&once)))
			abort();
		text_fold(&twice, buf_str(&once));
		if (!str_equal(buf_str(&once), buf_str(&twice)))
			abort();
	}
	buf_free(&once);
	buf_free(&twice);
	return 0;
}
