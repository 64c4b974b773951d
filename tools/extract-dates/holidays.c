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

/* Whether a name can be an attribute's value. */
static bool
is_name(struct str s)
{
	return str_find(s, STR(" "), 0) == s.len &&
	       str_find(s, STR("="), 0) == s.len;
}

/* false: *fault tells what is wrong with the row. */
static bool
read_row(const struct table_row *row, struct holiday *item, struct fault *fault)
{
	size_t month, day, most;

	if (!table_is_phrase(row->column[0]))
		return table_wrong(fault, 1, "no phrase, or a blank too many");
	item->lunar = str_equal(row->column[1], STR("lunar"));
	if (!item->lunar && !str_equal(row->column[1], STR("solar")))
		return table_wrong(fault, 2, "not lunar or solar");
	if (!str_to_size(row->column[2], &month) || month < 1 || month > 12)
		return table_wrong(fault, 3, "no month");
	/* a year with a 29th of February; lunar months have 30 days at most */
	most = item->lunar ? 30 : (size_t)calendar_month_days(2000, (int)month);
	if (!str_to_size(row->column[3], &day) || day < 1 || day > most)
		return table_wrong(fault, 4, "no day of the month");
	if (!is_name(row->column[4]))
		return table_wrong(fault, 5, "a name with a blank or \"=\"");
	item->month = (int)month;
	item->day = (int)day;
	item->name = row->column[4];
	return true;
}

/* A later row for a phrase replaces the one before. */
static bool
take(void *context, const struct table_row *row, struct fault *fault)
{
	struct holidays *h = context;
	struct holiday item, *place;

	if (!read_row(row, &item, fault))
		return false;
	item.phrase = table_fold(&h->kept, row->column[0]);
	place = find(h, item.phrase);
	if (place == NULL) {
		h->items =
		    mem_grow(h->items, h->count, &h->cap, sizeof(*h->items));
		place = &h->items[h->count++];
	}
	*place = item;
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
	table_free_kept(&h->kept);
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
