#include "entity.h"

#include <stdlib.h>

#include "table.h"
#include "text.h"

/* No name is longer. */
#define NAME_MOST 32

static const unsigned char bytes[] = {
#include "tools/from-feed/entities.tsv.h"
};

struct entity {
	struct str name, codes; /* of the table's bytes */
	bool bare;
};

struct entities {
	struct entity *items;
	size_t count, cap;
};

struct str
entities_table(void)
{
	return (struct str){(const char *)bytes, sizeof(bytes)};
}

static bool
take_row(void *context, const struct table_row *row, struct fault *fault)
{
	struct entities *e = context;

	(void)fault;
	e->items = mem_grow(e->items, e->count, &e->cap, sizeof(*e->items));
	e->items[e->count++] = (struct entity){
	    row->column[0], row->column[1], row->column[2].len > 0};
	return true;
}

static int
compare(const void *a, const void *b)
{
	return str_compare(
	    ((const struct entity *)a)->name, ((const struct entity *)b)->name);
}

struct entities *
entities_new(void)
{
	struct entities *e = mem_resize(NULL, 1, sizeof(*e));
	struct table table = {"entities.tsv", entities_table()};
	struct fault fault;

	*e = (struct entities){0};
	/* the table is built in and right: a test reads it */
	if (!table_read(&table, "name\tcodes\tbare", take_row, e, &fault))
		abort();
	qsort(e->items, e->count, sizeof(*e->items), compare);
	return e;
}

void
entities_free(struct entities *e)
{
	free(e->items);
	free(e);
}

static const struct entity *
find(const struct entities *e, struct str name)
{
	struct entity key = {.name = name};

	return bsearch(&key, e->items, e->count, sizeof(key), compare);
}

static int
digit_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 99;
}

/* What pages mean by the controls from 0x80 on: windows-1252. */
static uint32_t
repair(uint32_t code)
{
	static const uint16_t meant[] = {0x20AC, 0x81, 0x201A, 0x192, 0x201E,
	    0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D,
	    0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
	    0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178};

	if (code >= 0x80 && code < 0xA0)
		code = meant[code - 0x80];
	if (code == '\t' || code == '\n' || code == '\r')
		return code;
	if (code < 0x20 || (code >= 0x7F && code < 0xA0))
		return ' ';
	if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000) ||
	    (code & 0xFFFE) == 0xFFFE)
		return 0xFFFD;
	return code;
}

/* &#225; or &#xE1; */
static size_t
decode_number(struct str s, bool strict, struct buf *out)
{
	bool hex = s.len > 2 && (s.data[2] | 0x20) == 'x';
	size_t start = hex ? 3 : 2, at = start;
	uint32_t code = 0;
	int base = hex ? 16 : 10;

	for (; at < s.len && digit_of(s.data[at]) < base; at++)
		if (code <= 0x10FFFF)
			code = code * (uint32_t)base +
			       (uint32_t)digit_of(s.data[at]);
	if (at == start)
		return 0;
	if (at < s.len && s.data[at] == ';')
		at++;
	else if (strict)
		return 0;
	text_encode(out, repair(code));
	return at;
}

static void
add_codes(struct buf *out, struct str codes)
{
	uint32_t code = 0;

	for (size_t i = 0; i <= codes.len; i++)
		if (i == codes.len || codes.data[i] == ' ') {
			text_encode(out, code);
			code = 0;
		} else {
			code = code * 16 + (uint32_t)digit_of(codes.data[i]);
		}
}

static bool
is_name_byte(char c)
{
	return (c >= '0' && c <= '9') ||
	       ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

size_t
entity_decode(
    const struct entities *e, struct str s, bool strict, struct buf *out)
{
	size_t at = 1;
	const struct entity *entity;

	if (s.len > 1 && s.data[1] == '#')
		return decode_number(s, strict, out);
	while (at < s.len && at <= NAME_MOST && is_name_byte(s.data[at]))
		at++;
	entity = find(e, str_slice(s, 1, at));
	if (entity == NULL)
		return 0;
	if (at < s.len && s.data[at] == ';')
		at++;
	else if (strict || !entity->bare || (at < s.len && s.data[at] == '='))
		return 0;
	add_codes(out, entity->codes);
	return at;
}
