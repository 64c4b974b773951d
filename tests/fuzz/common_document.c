#define _GNU_SOURCE
/*
 * Any bytes as NDJSON documents through the segmenter: every record that it
 * makes is a good one, each doc has its segments in order and its end, and
 * each segment is what stands at its place in Jansson's reading of the line.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "clean.h"
#include "segment.h"
#include "text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct seen {
	json_t *root; /* of the only line; NULL: there are more, or it is bad */
	struct clean clean;
	size_t segments, last_end;
	bool open;
	struct buf why;
};

static void
check_place(struct seen *seen, const struct record *rec)
{
	bool title = str_starts(rec->attributes, STR("role=title"));
	const json_t *member =
	    json_object_get(seen->root, title ? "title" : "text");
	struct str source = {
	    json_string_value(member), json_string_length(member)};
	struct str text;

	if (rec->start > rec->end || rec->end > source.len)
		abort();
	if (!title && rec->start < seen->last_end)
		abort();
	seen->last_end = title ? 0 : rec->end;
	clean_paragraph(&seen->clean, str_slice(source, rec->start, rec->end));
	text = seen->clean.text;
	if (!str_equal(text, rec->text))
		abort();
}

static void
take(void *context, const struct record *rec)
{
	struct seen *seen = context;
	struct record again;
	struct fault fault = {0};
	bool doc = str_equal(rec->kind, STR("doc"));

	if (!record_parse(rec->line, &again, &fault, &seen->why))
		abort();
	if (doc == seen->open)
		abort();
	if (doc) {
		seen->open = true;
		seen->segments = seen->last_end = 0;
	} else if (str_equal(rec->kind, STR("end"))) {
		if (rec->segment != seen->segments)
			abort();
		seen->open = false;
	} else {
		if (rec->segment != ++seen->segments)
			abort();
		if (seen->root != NULL)
			check_place(seen, rec);
	}
}

static void
tell(void *context, const struct fault *fault)
{
	(void)context;
	if (fault->text == NULL || strchr(fault->text, '\n') != NULL)
		abort();
}

/* To make a segmenter anew each time takes too long. */
static struct segmenter *
segmenter(struct seen *seen)
{
	static struct segmenter *kept;
	static unsigned uses;
	struct segment_options options = {
	    .documents = true, .keep_fields = "a,b", .max_line = 1 << 20};
	struct segment_sink sink = {take, tell, seen};

	if (uses++ % 1000 == 0) {
		segmenter_free(kept);
		kept = segmenter_new(&options, &sink);
	}
	return kept;
}

static void
segment_bytes(const uint8_t *data, size_t size, struct seen *seen)
{
	int fd = memfd_create("fuzz", 0);
	char name[40];
	struct input in;

	if (fd < 0 || write(fd, data, size) != (ssize_t)size ||
	    lseek(fd, 0, SEEK_SET) != 0)
		abort();
	snprintf(name, sizeof(name), "/proc/self/fd/%d", fd);
	if (input_open(&in, name, 1 << 20, NULL) != 0 ||
	    segment_input(segmenter(seen), &in) != 0)
		abort();
	input_close(&in);
	close(fd);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct seen seen;

	seen.root = NULL;
	if (memchr(data, '\n', size) == NULL)
		seen.root =
		    json_loadb((const char *)data, size, JSON_ALLOW_NUL, NULL);
	segment_bytes(data, size, &seen);
	if (seen.open)
		abort();
	json_decref(seen.root);
	return 0;
}
