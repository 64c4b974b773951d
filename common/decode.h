/*
 * Turns an input's bytes into UTF-8, block by block: through iconv(3) from a
 * named encoding, and from UTF-16 where its mark tells it.
 */
#ifndef CAODIEM_DECODE_H
#define CAODIEM_DECODE_H

#include <iconv.h>

#include "io.h"

enum decode_form {
	DECODE_NOT, /* the bytes are handed on as they are */
	DECODE_ICONV,
	DECODE_UTF16LE,
	DECODE_UTF16BE,
};

struct decoder {
	bool named;     /* an encoding was named: */
	iconv_t handle; /* from it */
	size_t unit;    /* bytes that are skipped where nothing fits */
	size_t bad;     /* how many were replaced by U+FFFD */
	/* of the input */
	struct input *in;
	enum decode_form form;
	bool started, ended;
	struct buf rest, out; /* undecoded, decoded */
};

/* Whether iconv(3) knows the encoding. */
bool decode_knows(const char *encoding);

/* encoding is one that decode_knows(), or NULL for UTF-8. */
void decode_open(struct decoder *d, const char *encoding);
void decode_close(struct decoder *d);

/* What is decoded from now on. */
void decode_start(struct decoder *d, struct input *in);

/* The next block of UTF-8; lent until the next call. */
enum input_status decode_block(struct decoder *d, struct str *block);

#endif
