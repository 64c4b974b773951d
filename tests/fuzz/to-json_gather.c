/* Whatever records come, in whatever order, JSON comes out. */
#include <jansson.h>
#include <stdlib.h>

#include "record.h"
#include "tools/to-json/gather.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
ignore(void *context, const struct fault *fault)
{
	(void)context;
	if (fault->text == NULL)
		abort();
}

static void
check(struct str s)
{
	json_error_t error;
	json_t *json = json_loadb(s.data, s.len,
	    JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL, &error);

	/* JSON knows no greatest number, Jansson does */
	if (!json_is_array(json) &&
	    json_error_code(&error) != json_error_numeric_overflow)
		abort();
	json_decref(json);
}

static void
run(struct str lines, enum per per, bool pretty, struct output *out)
{
	struct writer writer = {.out = out, .array = true, .pretty = pretty};
	struct gatherer *g = gather_new(per, &writer, ignore, NULL);
	struct fault fault = {0};
	struct buf why = {0};
	struct record rec;
	size_t at = 0;

	while (at < lines.len) {
		size_t end = str_find(lines, STR("\n"), at);

		if (record_parse(str_slice(lines, at, end), &rec, &fault, &why))
			gather_take(g, &rec, "-", 1);
		at = end + 1;
	}
	gather_finish(g);
	writer_close(&writer);
	gather_free(g);
	buf_free(&why);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct output *out = malloc(sizeof(*out));
	struct str lines = {(const char *)data, size};

	if (out == NULL)
		abort();
	for (int i = 0; i < 6; i++) {
		/* what does not fit in the buffer fails */
		output_open(out, -1);
		run(lines, (enum per)(i % 3), i > 2, out);
		if (out->error == 0)
			check((struct str){out->data, out->used});
	}
	free(out);
	return 0;
}
