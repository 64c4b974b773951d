/* What is formatted reads back as the same number, by itself and in tens. */
#include <stdlib.h>
#include <string.h>

#include "number.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str digits = {(const char *)data, size};
	struct buf once = {0}, twice = {0};

	for (int use = NUMBER_COUNT; use <= NUMBER_MEASURE; use++) {
		buf_clear(&once);
		buf_clear(&twice);
		if (!number_format(&once, digits, (enum number_use)use, 0)) {
			if (once.len != 0)
				abort();
			continue;
		}
		/* a point with three digits behind it would be a group's */
		for (size_t i = 0; i < once.len; i++)
			if (once.data[i] == '.')
				once.data[i] = ',';
		if (!number_format(&twice, buf_str(&once), NUMBER_MEASURE, 0))
			abort();
		for (size_t i = 0; i < twice.len; i++)
			if (twice.data[i] == '.')
				twice.data[i] = ',';
		if (!str_equal(buf_str(&once), buf_str(&twice)))
			abort();
	}
	buf_free(&once);
	buf_free(&twice);
	return 0;
}
