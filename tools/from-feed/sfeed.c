#include "sfeed.h"

enum {
	FIELD_TIME,
	FIELD_TITLE,
	FIELD_LINK,
	FIELD_CONTENT,
	FIELD_CONTENT_TYPE,
	FIELD_ID,
	FIELD_AUTHOR,
	FIELD_ENCLOSURE,
	FIELD_CATEGORY,
	FIELDS,
};

/* The category came with sfeed 0.9.20; later fields are left out. */
#define FIELDS_LEAST FIELD_CATEGORY

static unsigned
split(struct str line, struct str field[FIELDS])
{
	unsigned count = 0;
	size_t at = 0;

	while (at <= line.len) {
		size_t tab = str_find(line, STR("\t"), at);

		if (count < FIELDS)
			field[count] = str_slice(line, at, tab);
		count++;
		at = tab + 1;
	}
	return count;
}

/* Content has \n, \t and \\ escaped. */
static void
unescape(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		char next = i + 1 < s.len ? s.data[i + 1] : '\0';

		if (s.data[i] != '\\' ||
		    (next != 'n' && next != 't' && next != '\\')) {
			buf_byte(out, s.data[i]);
			continue;
		}
		buf_byte(out, next == 'n' ? '\n' : next == 't' ? '\t' : '\\');
		i++;
	}
}

bool
sfeed_read(struct feed *feed, struct str line, size_t number)
{
	struct str field[FIELDS] = {{NULL, 0}};
	unsigned count = split(line, field);
	struct item *item;
	size_t at = 0;

	if (count < FIELDS_LEAST) {
		feed_tell(feed, FAULT_ERROR, number,
		    "not a line of sfeed(5) (%u field%s, not 9)", count,
		    count == 1 ? "" : "s");
		return false;
	}
	item = feed_add(feed, number);
	buf_add(&item->published, field[FIELD_TIME]);
	buf_add(&item->title.data, field[FIELD_TITLE]);
	buf_add(&item->link, feed_trim(field[FIELD_LINK]));
	unescape(&item->content.data, field[FIELD_CONTENT]);
	item->content.html = str_equal(field[FIELD_CONTENT_TYPE], STR("html"));
	buf_add(&item->guid, feed_trim(field[FIELD_ID]));
	while (at < field[FIELD_CATEGORY].len) {
		size_t bar = str_find(field[FIELD_CATEGORY], STR("|"), at);

		item_add_category(
		    item, str_slice(field[FIELD_CATEGORY], at, bar));
		at = bar + 1;
	}
	return true;
}
