#include "decode.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

#include "text.h"

#define REPLACEMENT STR("\xEF\xBF\xBD")

/* iconv_open(3) tells failure by this value alone. */
static bool
is_open(iconv_t handle)
{
	return handle != (iconv_t)-1; /* NOLINT(performance-no-int-to-ptr) */
}

bool
decode_knows(const char *encoding)
{
	iconv_t handle = iconv_open("UTF-8", encoding);

	if (!is_open(handle))
		return false;
	iconv_close(handle);
	return true;
}

void
decode_open(struct decoder *d, const char *encoding)
{
	*d = (struct decoder){.unit = 1};
	if (encoding == NULL)
		return;
	d->handle = iconv_open("UTF-8", encoding);
	d->named = is_open(d->handle);
	if (strncasecmp(encoding, "UTF-16", 6) == 0 ||
	    strncasecmp(encoding, "UTF16", 5) == 0)
		d->unit = 2;
	else if (strncasecmp(encoding, "UTF-32", 6) == 0)
		d->unit = 4;
}

void
decode_close(struct decoder *d)
{
	if (d->named)
		iconv_close(d->handle);
	buf_free(&d->rest);
	buf_free(&d->out);
}

void
decode_start(struct decoder *d, struct input *in)
{
	d->in = in;
	d->started = d->ended = false;
	buf_clear(&d->rest);
	if (d->named)
		iconv(d->handle, NULL, NULL, NULL, NULL);
}

static void
replace(struct decoder *d)
{
	d->bad++;
	buf_add(&d->out, REPLACEMENT);
}

/* Forgets what of rest is decoded. */
static void
drop(struct decoder *d, size_t count)
{
	d->rest.len -= count;
	if (count > 0 && d->rest.len > 0)
		memmove(d->rest.data, d->rest.data + count, d->rest.len);
}

/* Appends what rest decodes to; what is incomplete stays there. */
static void
convert(struct decoder *d)
{
	char *from = d->rest.data;
	size_t left = d->rest.len;

	for (;;) {
		char *to;
		size_t room, got;
		bool all = left == 0;

		buf_reserve(&d->out, left * 2 + 64);
		to = d->out.data + d->out.len;
		room = d->out.cap - d->out.len;
		/* at the end, what it holds back to compose is asked for */
		got = !all       ? iconv(d->handle, &from, &left, &to, &room)
		      : d->ended ? iconv(d->handle, NULL, NULL, &to, &room)
				 : 0;
		d->out.len = (size_t)(to - d->out.data);
		if (all && got != (size_t)-1)
			break;
		if (got != (size_t)-1 || errno == E2BIG)
			continue;
		if (errno == EINVAL && !d->ended)
			break;
		got = left < d->unit ? left : d->unit;
		from += got;
		left -= got;
		replace(d);
	}
	drop(d, d->rest.len - left);
}

static uint32_t
unit_at(const struct decoder *d, size_t at)
{
	unsigned char a = (unsigned char)d->rest.data[at];
	unsigned char b = (unsigned char)d->rest.data[at + 1];

	return d->form == DECODE_UTF16LE ? (uint32_t)(b << 8 | a)
					 : (uint32_t)(a << 8 | b);
}

/* The same for UTF-16; lone surrogates are replaced. */
static void
convert_utf16(struct decoder *d)
{
	size_t at = 0, len = d->rest.len;

	while (len - at >= 2) {
		uint32_t code = unit_at(d, at), low;

		if (code < 0xD800 || code >= 0xE000) {
			text_encode(&d->out, code);
			at += 2;
			continue;
		}
		if (code < 0xDC00 && len - at < 4 && !d->ended)
			break;
		low = code < 0xDC00 && len - at >= 4 ? unit_at(d, at + 2) : 0;
		at += 2;
		if (low < 0xDC00 || low >= 0xE000) {
			replace(d);
			continue;
		}
		text_encode(&d->out,
		    0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00));
		at += 2;
	}
	if (d->ended && at < len) {
		replace(d);
		at = len;
	}
	drop(d, at);
}

/* The first block; a mark that comes byte by byte is waited for. */
static enum input_status
first_block(struct decoder *d, struct str *block)
{
	enum input_status status = input_block(d->in, block);
	unsigned char mark[2] = {0, 0};

	d->form = d->named ? DECODE_ICONV : DECODE_NOT;
	if (status != INPUT_OK)
		return status;
	if (!d->named && block->len == 1 &&
	    ((unsigned char)block->data[0] & 0xFE) == 0xFE) {
		buf_clear(&d->out);
		buf_add(&d->out, *block);
		status = input_block(d->in, block);
		if (status == INPUT_FAILED)
			return status;
		if (status == INPUT_OK)
			buf_add(&d->out, *block);
		*block = buf_str(&d->out);
	}
	if (!d->named && block->len >= 2)
		memcpy(mark, block->data, 2);
	if (mark[0] == 0xFF && mark[1] == 0xFE)
		d->form = DECODE_UTF16LE;
	else if (mark[0] == 0xFE && mark[1] == 0xFF)
		d->form = DECODE_UTF16BE;
	else
		return INPUT_OK;
	*block = str_from_offset(*block, 2);
	return INPUT_OK;
}

enum input_status
decode_block(struct decoder *d, struct str *block)
{
	for (;;) {
		enum input_status status = d->started
					       ? input_block(d->in, block)
					       : first_block(d, block);

		d->started = true;
		if (status == INPUT_FAILED || d->form == DECODE_NOT)
			return status;
		if (status == INPUT_OK)
			buf_add(&d->rest, *block);
		else if (d->ended)
			return INPUT_END;
		d->ended = status == INPUT_END;
		buf_clear(&d->out);
		if (d->form == DECODE_ICONV)
			convert(d);
		else
			convert_utf16(d);
		*block = buf_str(&d->out);
		if (block->len > 0)
			return INPUT_OK;
	}
}
