#include "feed.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MESSAGE_LENGTH 400

bool
feed_is_full(struct feed *feed, size_t line)
{
	if (feed->count < ITEMS_MOST)
		return false;
	feed_tell(feed, FAULT_ERROR, line,
	    "more than %d items: the rest is left out", ITEMS_MOST);
	return true;
}

struct item *
feed_add(struct feed *feed, size_t line)
{
	struct item *item;

	feed->items = mem_grow(
	    feed->items, feed->count, &feed->cap, sizeof(*feed->items));
	item = &feed->items[feed->count++];
	*item = (struct item){.line = line};
	return item;
}

void
feed_drop(struct feed *feed)
{
	struct item *item = &feed->items[--feed->count];

	buf_free(&item->title.data);
	buf_free(&item->summary.data);
	buf_free(&item->content.data);
	buf_free(&item->link);
	buf_free(&item->guid);
	buf_free(&item->published);
	buf_free(&item->updated);
	buf_free(&item->categories);
	seen_free(&item->seen);
}

void
feed_free(struct feed *feed)
{
	while (feed->count > 0)
		feed_drop(feed);
	free(feed->items);
	buf_free(&feed->link);
	buf_free(&feed->title);
	buf_free(&feed->broken);
}

void
feed_break(struct feed *feed, size_t line, const char *why)
{
	buf_text(&feed->broken, why);
	feed->broken_line = line;
}

void
feed_tell(struct feed *feed, enum fault_kind kind, size_t line,
    const char *format, ...)
{
	char text[MESSAGE_LENGTH];
	struct fault fault = {kind, feed->file, line, 0, text};
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	for (char *c = text; *c != '\0'; c++)
		if (*c == '\n' || *c == '\r' || *c == '\t')
			*c = ' '; /* a message is one line */
	feed->tell(feed->context, &fault);
}

void
item_add_category(struct item *item, struct str category)
{
	category = feed_trim(category);
	if (category.len == 0 || memchr(category.data, '\n', category.len) ||
	    !seen_add(&item->seen, str_hash(HASH_START, category)))
		return;
	buf_add(&item->categories, category);
	buf_byte(&item->categories, '\n');
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct str
feed_trim(struct str s)
{
	while (s.len > 0 && is_space(s.data[0]))
		s = str_from_offset(s, 1);
	while (s.len > 0 && is_space(s.data[s.len - 1]))
		s.len--;
	return s;
}
