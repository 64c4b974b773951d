#include "json.h"

#include <jansson.h>
#include <stdlib.h>

#include "str.h"

static void *
allocate(size_t size)
{
	return mem_resize(NULL, size, 1);
}

void
json_prepare(void)
{
	json_set_alloc_funcs(allocate, free);
	json_object_seed(0);
}
