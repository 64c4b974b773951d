/*
 * Writes seg records: what record_format() would write, but at once, into
 * memory that has room for more than is written, so that bytes are moved in
 * blocks of one size.
 */
#include <string.h>

#include "segmenter.h"

#define BLOCK 64
/* Bytes of a record beside its id and text, and of blocks behind them. */
#define RECORD_ROOM 256

_Static_assert(BLOCK <= SCAN_BEHIND, "a block is read behind the text");

/* The four decimal digits of a number below 10^4, the first in the lowest
 * byte: halves, then single digits, side by side. */
static uint32_t
four_digits(uint32_t value)
{
	uint32_t tens = value * 5243 >> 19, x = tens | (value - 100 * tens)
							   << 16;

	tens = (x * 103 >> 10) & 0x000F000F;
	return tens | (x - 10 * tens) << 8;
}

static char *
put_four(char *at, uint32_t digits)
{
	digits |= 0x30303030;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	digits = __builtin_bswap32(digits);
#endif
	memcpy(at, &digits, sizeof(digits));
	return at + sizeof(digits);
}

/* Notes the digits of a number less its last four. */
static void
note_high(struct segment_number *n, size_t high)
{
	char digits[sizeof(n->digits)];
	size_t at = sizeof(digits);

	n->high = high;
	for (; high > 0; high /= 10)
		digits[--at] = (char)('0' + high % 10);
	n->len = sizeof(digits) - at;
	memcpy(n->digits, digits + at, n->len);
}

/* A number and TAB; those that follow each other differ in few digits. */
static char *
put_number(struct segment_number *n, char *at, size_t value)
{
	size_t high = value / 10000;
	uint32_t digits = four_digits((uint32_t)(value % 10000));

	if (high != n->high)
		note_high(n, high);
	if (high > 0) {
		memcpy(at, n->digits, sizeof(n->digits));
		at = put_four(at + n->len, digits);
	} else {
		/* 4 bytes of 0 would leave none */
		unsigned zeros =
		    (unsigned)__builtin_ctz(digits | UINT32_C(1) << 24) / 8;

		at = put_four(at, digits >> zeros * 8) - zeros;
	}
	*at = '\t';
	return at + 1;
}

/* Counts one more in decimal digits. */
static void
count_segment(struct segment_number *n)
{
	size_t at = n->len;

	while (at > 0 && n->digits[at - 1] == '9')
		n->digits[--at] = '0';
	if (at > 0) {
		n->digits[at - 1]++;
		return;
	}
	/* 9, 99 or nothing before; the digits behind are zeros */
	n->digits[n->len++] = '0';
	n->digits[0] = '1';
}

/* Reads and writes whole blocks. */
static char *
put_blocks(char *at, struct str s)
{
	for (size_t i = 0; i < s.len; i += BLOCK)
		memcpy(at + i, s.data + i, BLOCK);
	return at + s.len;
}

/* A key with its "=", and a value, behind those from first on. */
static inline char *
put_attribute(char *at, const char *first, struct str key, const char *value)
{
	size_t len = strlen(value);

	if (at > first)
		*at++ = ' ';
	memcpy(at, key.data, key.len);
	at += key.len;
	memcpy(at, value, len);
	return at + len;
}

void
segmenter_write(struct segmenter *s, struct str text, size_t start, size_t end,
    const char *role, const char *section)
{
	struct record rec = {.segment = ++s->count, .start = start, .end = end};
	size_t room = s->lead.len + text.len + RECORD_ROOM;
	char *data = s->room != NULL ? s->room(s->sink.context, room) : NULL;
	char *at;

	if (data == NULL) {
		buf_clear(&s->line);
		buf_reserve(&s->line, room);
		data = s->line.data;
	}
	at = put_blocks(data, buf_str(&s->lead));
	rec.doc = (struct str){data, s->lead.len - 1};
	rec.number.data = at;
	count_segment(&s->number);
	memcpy(at, s->number.digits, sizeof(s->number.digits));
	rec.number.len = s->number.len;
	at += rec.number.len;
	rec.kind = (struct str){at + 1, 3};
	memcpy(at, "\tseg\t", 5);
	at = put_number(&s->place, at + 5, start);
	at = put_number(&s->place, at, end);
	rec.value = (struct str){at, s->dated.len - 1};
	at = put_blocks(at, buf_str(&s->dated));
	rec.text = (struct str){at, text.len};
	at = put_blocks(at, text);
	*at++ = '\t';
	rec.attributes.data = at;
	if (role != NULL)
		at = put_attribute(at, rec.attributes.data, STR("role="), role);
	if (section != NULL)
		at = put_attribute(
		    at, rec.attributes.data, STR("section="), section);
	rec.attributes.len = (size_t)(at - rec.attributes.data);
	rec.line = (struct str){data, (size_t)(at - data)};
	*at = '\n';
	s->sink.emit(s->sink.context, &rec);
}

/* A field and its TAB, with a block of room behind it. */
static void
set_field(struct buf *field, const struct buf *value)
{
	buf_clear(field);
	buf_add(field, buf_str(value));
	buf_byte(field, '\t');
	buf_reserve(field, BLOCK);
}

void
segmenter_write_start(struct segmenter *s)
{
	s->count = s->number.len = 0;
	set_field(&s->lead, &s->id);
	set_field(&s->dated, &s->date);
}
