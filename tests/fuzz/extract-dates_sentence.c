/* Any sentence through extract-dates. */
#include "sentence.h"
#include "tools/extract-dates/dates.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return fuzz_sentence(&dates_annotator, data, size);
}
