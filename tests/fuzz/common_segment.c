#define _GNU_SOURCE
/*
 * Any bytes as a file and as NDJSON through the segmenter: every record that
 * it makes is a good one, and the segments lie in order in the source.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "segment.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct seen {
	size_t last_end, limit, records;
	bool documents;
	struct buf why;
};

static void
take(void *context, const struct record *rec)
{
	struct seen *seen = context;
	struct record again;
	struct fault fault = {0};

	seen->records++;
	if (!record_parse(rec->line, &again, &fault, &seen->why))
		abort();
	if (!str_equal(rec->kind, STR("seg")) || seen->documents)
		return;
	if (rec->start < seen->last_end || rec->end > seen->limit)
		abort();
	seen->last_end = rec->end;
}

static void
tell(void *context, const struct fault *fault)
{
	(void)context;
	if (fault->text == NULL || strlen(fault->text) > 1000)
		abort();
}

static void
segment_bytes(const uint8_t *data, size_t size, bool documents, bool wrapped)
{
	struct segment_options options = {
	    .documents = documents, .wrapped = wrapped, .max_line = 1 << 20};
	struct seen seen = {.limit = size, .documents = documents};
	struct segment_sink sink = {take, tell, &seen};
	struct segmenter *s = segmenter_new(&options, &sink);
	int fd = memfd_create("fuzz", 0);
	char name[40];
	struct input in;

	if (fd < 0 || write(fd, data, size) != (ssize_t)size ||
	    lseek(fd, 0, SEEK_SET) != 0)
		abort();
	snprintf(name, sizeof(name), "/proc/self/fd/%d", fd);
	if (input_open(&in, name, 1 << 20, NULL) != 0)
		abort();
	segment_input(s, &in);
	segmenter_free(s);
	input_close(&in);
	close(fd);
	buf_free(&seen.why);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	segment_bytes(data, size, false, false);
	segment_bytes(data, size, false, true);
	segment_bytes(data, size, true, false);
	return 0;
}
