/* A record that parses is written back byte for byte and parses again. */
#include <stdlib.h>
#include <string.h>

#include "record.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str line = {(const char *)data, size};
	struct record rec, again;
	struct fault fault = {0};
	struct buf why = {0}, written = {0};

	if (record_parse(line, &rec, &fault, &why)) {
		record_format(&written, &rec);
		written.len--;
		if (!record_parse(buf_str(&written), &again, &fault, &why))
			abort();
		if (!str_equal(rec.text, again.text) ||
		    !str_equal(rec.attributes, again.attributes) ||
		    rec.start != again.start || rec.end != again.end)
			abort();
	} else if (fault.text == NULL || strlen(fault.text) > 200) {
		abort();
	}
	buf_free(&why);
	buf_free(&written);
	return 0;
}
