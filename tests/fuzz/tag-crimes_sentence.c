/* Any sentence through tag-crimes. */
#include "sentence.h"
#include "tools/tag-crimes/tagger.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return fuzz_sentence(&tagger, data, size);
}
