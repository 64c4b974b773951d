#define _GNU_SOURCE
/*
 * Any bytes as a text through the segmenter: every record that it makes is a
 * good one, and the segments lie in order in the source.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "segment.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct seen {
	size_t last_end, limit;
	struct buf why;
};

static void
take(void *context, const struct record *rec)
{
	struct seen *seen = context;
	struct record again;
	struct fault fault = {0};

	if (!record_parse(rec->line, &again, &fault, &seen->why))
		abort();
	if (!str_equal(rec->kind, STR("seg")))
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

/* The segmenter of an option; to make one anew each time takes too long. */
static struct segmenter *
segmenter(bool wrapped, struct seen *seen)
{
	static struct segmenter *kept[2];
	static unsigned uses[2];
	struct segment_options options = {
	    .wrapped = wrapped, .max_line = 1 << 20};
	struct segment_sink sink = {take, tell, seen};

	if (uses[wrapped]++ % 1000 == 0) {
		segmenter_free(kept[wrapped]);
		kept[wrapped] = segmenter_new(&options, &sink);
	}
	return kept[wrapped];
}

static void
segment_bytes(const uint8_t *data, size_t size, bool wrapped)
{
	static struct seen seen;
	int fd = memfd_create("fuzz", 0);
	char name[40];
	struct input in;

	/* offsets count UTF-8, of which UTF-16 can make more */
	seen.limit =
	    size > 1 && data[0] + data[1] == 0xFE + 0xFF ? 3 * size : size;
	seen.last_end = 0;
	if (fd < 0 || write(fd, data, size) != (ssize_t)size ||
	    lseek(fd, 0, SEEK_SET) != 0)
		abort();
	snprintf(name, sizeof(name), "/proc/self/fd/%d", fd);
	if (input_open(&in, name, 1 << 20, NULL) != 0 ||
	    segment_input(segmenter(wrapped, &seen), &in) != 0)
		abort();
	input_close(&in);
	close(fd);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	segment_bytes(data, size, false);
	segment_bytes(data, size, true);
	return 0;
}
