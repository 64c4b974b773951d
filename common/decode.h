/*
 * Turns an input's bytes into UTF-8 through iconv(3), block by block.
 */
#ifndef CAODIEM_DECODE_H
#define CAODIEM_DECODE_H

#include <iconv.h>

#include "io.h"

struct decoder {
	struct input *in;
	const char *encoding; /* NULL: UTF-8, or UTF-16 if its mark says so */
	bool started, converting, flushed;
	iconv_t handle;
	size_t unit;          /* bytes that are skipped where nothing fits */
	size_t bad;           /* how many were replaced by U+FFFD */
	struct buf rest, out; /* undecoded, decoded */
};

/* Whether iconv(3) knows the encoding. */
bool decode_knows(const char *encoding);

void decode_open(struct decoder *d, struct input *in, const char *encoding);

/* The next block of UTF-8 (where nothing is converted: as it is). */
enum input_status decode_block(struct decoder *d, struct str *block);

void decode_close(struct decoder *d);

#endif
