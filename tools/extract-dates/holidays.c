#include "holidays.h"

#include <stdlib.h>
#include <string.h>

static struct holiday *
find(const struct holidays *h, struct str phrase)
{
	for (size_t i = 0; i < h->count; i++)
		if (str_equal(h->items[i].phrase, phrase))
			return &h->items[i];
	return NULL;
}

/* A later row for a phrase replaces the one before. */
static bool
take(void *context, const struct table_row *row, struct fault *fault)
{
	struct holidays *h = context;
	struct holiday *item;
	size_t month, day;

	if (row->column[0].len == 0 ||
	    (unsigned char)row->column[0].data[0] < 'a')
		return table_wrong(fault, 1, "no phrase in small letters");
	if (!str_equal(row->column[1], STR("lunar")) &&
	    !str_equal(row->column[1], STR("solar")))
		return table_wrong(fault, 2, "not lunar or solar");
	if (!str_to_size(row->column[2], &month) || month < 1 || month > 12)
		return table_wrong(fault, 3, "no month");
	if (!str_to_size(row->column[3], &day) || day < 1 || day > 31)
		return table_wrong(fault, 4, "no day");
	item = find(h, row->column[0]);
	if (item == NULL) {
		h->items =
		    mem_grow(h->items, h->count, &h->cap, sizeof(*h->items));
		item = &h->items[h->count++];
	}
	item->phrase = row->column[0];
	item->lunar = str_equal(row->column[1], STR("lunar"));
	item->month = (int)month;
	item->day = (int)day;
	item->name = row->column[4];
	return true;
}

/* Longer phrases first, so that they win in an alternation. */
static int
compare(const void *left, const void *right)
{
	const struct holiday *a = left, *b = right;

	if (a->phrase.len != b->phrase.len)
		return a->phrase.len > b->phrase.len ? -1 : 1;
	return str_compare(a->phrase, b->phrase);
}

bool
holidays_add(struct holidays *h, const struct table *table, struct fault *fault)
{
	if (!table_read(
		table, "phrase\tcalendar\tmonth\tday\tname", take, h, fault))
		return false;
	if (h->count > 1)
		qsort(h->items, h->count, sizeof(*h->items), compare);
	return true;
}

void
holidays_close(struct holidays *h)
{
	free(h->items);
}

const struct holiday *
holidays_find(const struct holidays *h, struct str phrase)
{
	return find(h, phrase);
}

void
holidays_regex(const struct holidays *h, struct buf *regex)
{
	for (size_t i = 0; i < h->count; i++) {
		struct str phrase = h->items[i].phrase;

		if (i > 0)
			buf_byte(regex, '|');
		for (size_t at = 0; at < phrase.len; at++) {
			char c = phrase.data[at];

			/* of ASCII only what a pattern could take for its
			 * own */
			if ((unsigned char)c < 0x80 && c != ' ' &&
			    strchr("\\^$.[]|()?*+{}-", c) != NULL)
				buf_byte(regex, '\\');
			buf_byte(regex, c);
		}
	}
	if (h->count == 0)
		buf_text(regex, "(?!)");
}
