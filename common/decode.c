#include "decode.h"

#include <errno.h>
#include <strings.h>

#define REPLACEMENT STR("\xEF\xBF\xBD")

bool
decode_knows(const char *encoding)
{
	iconv_t handle = iconv_open("UTF-8", encoding);

	/* iconv_open(3) tells failure by this value alone */
	if (handle == (iconv_t)-1) /* NOLINT(performance-no-int-to-ptr) */
		return false;
	iconv_close(handle);
	return true;
}

void
decode_open(struct decoder *d, struct input *in, const char *encoding)
{
	*d = (struct decoder){.in = in, .encoding = encoding, .unit = 1};
}

static void
convert_from(struct decoder *d, const char *encoding)
{
	d->handle = iconv_open("UTF-8", encoding);
	d->converting =
	    d->handle != (iconv_t)-1; /* NOLINT(performance-no-int-to-ptr) */
	d->unit = strncasecmp(encoding, "UTF-16", 6) == 0   ? 2
		  : strncasecmp(encoding, "UTF-32", 6) == 0 ? 4
							    : 1;
}

/* Appends what rest decodes to; what is incomplete stays there. */
static void
convert(struct decoder *d, bool last)
{
	char *from = d->rest.data;
	size_t left = d->rest.len;

	for (;;) {
		char *to;
		size_t room, got;

		buf_reserve(&d->out, left * 2 + 64);
		to = d->out.data + d->out.len;
		room = d->out.cap - d->out.len;
		got = left > 0 ? iconv(d->handle, &from, &left, &to, &room)
			       : iconv(d->handle, NULL, NULL, &to, &room);
		d->out.len = (size_t)(to - d->out.data);
		if (got != (size_t)-1 && (left == 0 || !last))
			break;
		if (got != (size_t)-1 || errno == E2BIG)
			continue;
		if (errno == EINVAL && !last)
			break;
		got = left < d->unit ? left : d->unit;
		from += got;
		left -= got;
		d->bad++;
		buf_add(&d->out, REPLACEMENT);
		if (left == 0 && !last)
			break;
	}
	for (size_t i = 0; i < left; i++)
		d->rest.data[i] = from[i];
	d->rest.len = left;
}

/* Finds out what the input is; false: not enough of it is there. */
static void
start(struct decoder *d, struct str *block)
{
	const unsigned char *b = (const unsigned char *)block->data;

	d->started = true;
	if (d->encoding != NULL) {
		convert_from(d, d->encoding);
	} else if (block->len >= 2 && b[0] == 0xFF && b[1] == 0xFE) {
		convert_from(d, "UTF-16LE");
		*block = str_from_offset(*block, 2);
	} else if (block->len >= 2 && b[0] == 0xFE && b[1] == 0xFF) {
		convert_from(d, "UTF-16BE");
		*block = str_from_offset(*block, 2);
	}
}

/* The first two bytes may come one by one. */
static enum input_status
first_block(struct decoder *d, struct str *block)
{
	enum input_status status = input_block(d->in, block);

	if (status != INPUT_OK || d->encoding != NULL || block->len > 1 ||
	    ((unsigned char)block->data[0] & 0xFE) != 0xFE)
		return status;
	buf_add(&d->out, *block);
	status = input_block(d->in, block);
	if (status == INPUT_OK)
		buf_add(&d->out, *block);
	else if (status == INPUT_FAILED)
		return status;
	*block = buf_str(&d->out);
	return INPUT_OK;
}

enum input_status
decode_block(struct decoder *d, struct str *block)
{
	enum input_status status;

	if (!d->started) {
		status = first_block(d, block);
		if (status != INPUT_OK)
			return status;
		start(d, block);
		if (!d->converting)
			return INPUT_OK;
		buf_add(&d->rest, *block);
	} else {
		status = input_block(d->in, block);
		if (!d->converting)
			return status;
		if (status == INPUT_OK)
			buf_add(&d->rest, *block);
		else if (status != INPUT_END || d->flushed)
			return status;
	}
	do {
		buf_clear(&d->out);
		d->flushed = status == INPUT_END;
		convert(d, d->flushed);
		*block = buf_str(&d->out);
		if (block->len > 0 || d->flushed)
			break;
		status = input_block(d->in, block);
		if (status == INPUT_FAILED)
			return status;
		if (status == INPUT_OK)
			buf_add(&d->rest, *block);
	} while (true);
	return block->len > 0 ? INPUT_OK : INPUT_END;
}

void
decode_close(struct decoder *d)
{
	if (d->converting)
		iconv_close(d->handle);
	buf_free(&d->rest);
	buf_free(&d->out);
}
