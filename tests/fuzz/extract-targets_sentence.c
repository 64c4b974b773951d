/* Any sentence through extract-targets. */
#include "sentence.h"
#include "tools/extract-targets/targets.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return fuzz_sentence(&targets_annotator, data, size);
}
