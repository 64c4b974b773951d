/* Any bytes are a feed or none; what comes out is valid NDJSON. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "tools/from-feed/bytes.h"
#include "tools/from-feed/publish.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
look_at(void *context, const struct fault *fault)
{
	(void)context;
	if (fault->text == NULL || strchr(fault->text, '\n') != NULL)
		abort();
}

static void
check_lines(struct str s)
{
	size_t at = 0;

	while (at < s.len) {
		size_t end = str_find(s, STR("\n"), at);
		json_t *json = json_loadb(s.data + at, end - at, 0, NULL);

		if (json == NULL ||
		    json_string_length(json_object_get(json, "id")) == 0)
			abort();
		json_decref(json);
		at = end + 1;
	}
}

static void
run(struct workspace *w, struct str bytes, bool sfeed, struct output *out)
{
	struct feed feed = {.file = "-", .tell = look_at};
	struct publisher *p = publisher_new(out, w->entities, STR(""));

	if (sfeed)
		bytes_read_sfeed(w, &feed, bytes, 1);
	else if (bytes_decode(w, &feed, bytes))
		bytes_read_feed(w, &feed);
	publish(p, &feed);
	publisher_free(p);
	feed_free(&feed);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct entities *entities;
	struct workspace w = {0};
	struct output *out = malloc(sizeof(*out));
	struct str bytes = {(const char *)data, size};

	if (entities == NULL)
		entities = entities_new();
	if (out == NULL)
		abort();
	w.entities = entities;
	output_open(out, -1); /* what does not fit in the buffer fails */
	run(&w, bytes, size > 0 && data[0] == '\t', out);
	if (out->error == 0)
		check_lines((struct str){out->data, out->used});
	free(out);
	workspace_free(&w);
	return 0;
}
