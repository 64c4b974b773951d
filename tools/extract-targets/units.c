#include "units.h"

#include <stdlib.h>
#include <string.h>

#include "text.h"

static bool
take_unit(void *context, const struct table_row *row, struct fault *fault)
{
	static const char *const kinds[] = {
	    "rate", "count", "measure", "money"};
	struct units *u = context;
	struct unit unit = {table_fold(&u->kept, row->column[0]),
	    row->column[1], table_fold(&u->kept, row->column[3]),
	    table_fold(&u->kept, row->column[4]), UNIT_RATE};
	size_t kind = 0, i = 0;

	while (kind < 4 && !str_equal(row->column[2], str_from(kinds[kind])))
		kind++;
	if (!table_is_phrase(unit.surface))
		return table_wrong(fault, 1, "empty, or a blank too many");
	if (unit.name.len == 0)
		return table_wrong(fault, 2, "empty");
	if (kind == 4)
		return table_wrong(
		    fault, 3, "not rate, count, measure or money");
	unit.kind = (enum unit_kind)kind;
	while (i < u->count && !str_equal(u->items[i].surface, unit.surface))
		i++;
	if (i == u->count) {
		u->items =
		    mem_grow(u->items, u->count, &u->cap, sizeof(*u->items));
		u->count++;
	}
	u->items[i] = unit;
	return true;
}

/* Place of a surface's number in the index, or of the free one for it. */
static uint32_t *
find_place(const struct units *u, struct str surface)
{
	size_t i = surface.len * 31;

	for (size_t j = 0; j < surface.len && j < 12; j++)
		i = i * 31 + (unsigned char)surface.data[j];
	i &= u->index_size - 1;
	while (u->index[i] != 0 &&
	       !str_equal(u->items[u->index[i] - 1].surface, surface))
		i = (i + 1) & (u->index_size - 1);
	return &u->index[i];
}

const struct unit *
units_find(const struct units *u, struct str surface)
{
	uint32_t number = *find_place(u, surface);

	return number == 0 ? NULL : &u->items[number - 1];
}

static void
index_units(struct units *u)
{
	u->index_size = 256;
	while (u->index_size < 2 * u->count)
		u->index_size *= 2;
	u->index = mem_resize(NULL, u->index_size, sizeof(*u->index));
	memset(u->index, 0, u->index_size * sizeof(*u->index));
	for (size_t i = 0; i < u->count; i++)
		*find_place(u, u->items[i].surface) = (uint32_t)(i + 1);
}

/* By first letter, then longest first. */
static int
compare(const void *left, const void *right)
{
	const struct unit *a = left, *b = right;
	size_t i = 0, j = 0;
	uint32_t first = text_decode(a->surface, &i);
	uint32_t second = text_decode(b->surface, &j);

	if (first != second)
		return first < second ? -1 : 1;
	if (a->surface.len != b->surface.len)
		return a->surface.len > b->surface.len ? -1 : 1;
	return str_compare(a->surface, b->surface);
}

static void
add_unit(struct buf *regex, const struct unit *unit, size_t from)
{
	buf_text(regex, "\\Q");
	buf_add(regex, str_from_offset(unit->surface, from));
	buf_text(regex, "\\E");
	if (unit->not_before.len > 0) {
		buf_text(regex, "(?! (?:");
		buf_add(regex, unit->not_before);
		buf_text(regex, ")(?![" UNITS_LETTERS "]))");
	}
}

void
units_add_regex(const struct units *u, struct buf *regex)
{
	for (size_t i = 0; i < u->count; i++) {
		struct str first = u->items[i].surface;
		size_t letter = 0, before = 0;
		bool begins;

		text_decode(first, &letter);
		begins =
		    i == 0 || text_decode(u->items[i - 1].surface, &before) !=
				  text_decode(first, &(size_t){0});
		if (begins && i > 0)
			buf_text(regex, ")|");
		if (begins) {
			buf_text(regex, "\\Q");
			buf_add(regex, str_slice(first, 0, letter));
			buf_text(regex, "\\E(?:");
		} else {
			buf_byte(regex, '|');
		}
		add_unit(regex, &u->items[i], letter);
	}
	buf_text(regex, ")");
	buf_byte(regex, '\0');
}

bool
units_read(struct units *u, const struct table *table,
    const struct table *extra, struct fault *fault)
{
	static const char header[] = "surface\tunit\tkind\tnot-before\tnot-in";

	*u = (struct units){0};
	if (!table_read(table, header, take_unit, u, fault) ||
	    (extra != NULL && !table_read(extra, header, take_unit, u, fault)))
		return false;
	qsort(u->items, u->count, sizeof(*u->items), compare);
	index_units(u);
	return true;
}

void
units_free(struct units *u)
{
	free(u->index);
	free(u->items);
	table_free_kept(&u->kept);
}
