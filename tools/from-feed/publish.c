#include "publish.h"

#include <jansson.h>
#include <stdlib.h>

#include "date.h"
#include "html.h"
#include "json.h"
#include "text.h"
#include "url.h"

/* So many bytes of a date that is not understood are shown. */
#define SHOWN 60

struct publisher {
	struct output *out;
	const struct entities *entities;
	struct str since;
	/* what was written */
	struct seen seen;
	/* of the item at hand */
	struct buf id, url, source, published, date, title, text;
};

struct publisher *
publisher_new(struct output *out, const struct entities *e, struct str since)
{
	struct publisher *p = mem_resize(NULL, 1, sizeof(*p));

	*p = (struct publisher){.out = out, .entities = e, .since = since};
	json_prepare();
	return p;
}

void
publisher_free(struct publisher *p)
{
	struct buf *bufs[] = {&p->id, &p->url, &p->source, &p->published,
	    &p->date, &p->title, &p->text};

	for (size_t i = 0; i < sizeof(bufs) / sizeof(bufs[0]); i++)
		buf_free(bufs[i]);
	seen_free(&p->seen);
	free(p);
}

/* Whether it is new; then it is no longer. */
static bool
is_new(struct publisher *p)
{
	const struct buf *parts[] = {
	    &p->id, &p->published, &p->date, &p->title, &p->text};
	uint64_t hash = HASH_START;

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		hash = str_hash(hash, buf_str(parts[i]));
		hash = str_hash(hash, STR("\n"));
	}
	return seen_add(&p->seen, hash);
}

/* The order of day and month that one of the feed's dates gives away. */
static enum date_order
order_of(const struct feed *feed)
{
	enum date_order order = DATE_BY_FORM;
	struct date date;

	for (size_t i = 0; i < feed->count; i++) {
		if (!date_parse(&date, buf_str(&feed->items[i].published),
			DATE_BY_FORM) ||
		    date.certain == DATE_BY_FORM)
			continue;
		if (order != DATE_BY_FORM && order != date.certain)
			return DATE_BY_FORM;
		order = date.certain;
	}
	return order;
}

static void
set_dates(struct publisher *p, struct feed *feed, const struct item *item,
    enum date_order order)
{
	struct str first = buf_str(&item->published);
	struct str second = buf_str(&item->updated), shown;
	struct date date;

	buf_clear(&p->published);
	buf_clear(&p->date);
	if (first.len == 0 && second.len == 0)
		return;
	if (!date_parse(&date, first, order) &&
	    !date_parse(&date, second, order)) {
		shown = first.len > 0 ? first : second;
		if (shown.len > SHOWN)
			shown.len = SHOWN;
		while (shown.len > 0 && !text_is_utf8(shown))
			shown.len--;
		feed_tell(feed, FAULT_WARNING, item->line,
		    "date not understood and left out: \"%.*s\"",
		    (int)shown.len, shown.data);
		return;
	}
	if (date.has_time)
		date_write_time(&p->published, &date);
	date_write_day(&p->date, &date);
}

static void
set_text(struct publisher *p, struct buf *out, const struct text *text)
{
	if (text->html)
		html_text(out, buf_str(&text->data), p->entities);
	else
		html_plain(out, buf_str(&text->data), p->entities);
}

static void
set_texts(struct publisher *p, const struct item *item)
{
	size_t used = 0;

	buf_clear(&p->title);
	set_text(p, &p->title, &item->title);
	for (size_t i = 0; i < p->title.len; i++) {
		char c = p->title.data[i];

		if (c == '\n' && used > 0 && p->title.data[used - 1] == ' ')
			continue;
		p->title.data[used++] = (char)(c == '\n' ? ' ' : c);
	}
	p->title.len = used;
	buf_clear(&p->text);
	set_text(p, &p->text, &item->content);
	if (p->text.len == 0)
		set_text(p, &p->text, &item->summary);
}

static bool
is_number(struct str s)
{
	size_t value;

	return str_to_size(s, &value);
}

/* host/number, from a web address with the article's number. */
static bool
set_article_id(struct publisher *p, struct str url)
{
	struct str article = url_article(url);

	if (!url_is_absolute(url) || article.len == 0)
		return false;
	buf_clear(&p->id);
	url_host(&p->id, url);
	buf_byte(&p->id, '/');
	buf_add(&p->id, article);
	return true;
}

/* See from-feed(1): what stays the same when title or address change. */
static void
set_id(struct publisher *p, const struct item *item)
{
	struct str guid = buf_str(&item->guid);
	uint64_t hash = HASH_START;

	if (set_article_id(p, buf_str(&p->url)) || set_article_id(p, guid))
		return;
	buf_clear(&p->id);
	if (url_is_absolute(guid)) {
		url_clean(&p->id, guid);
	} else if (guid.len > 0) {
		/* a number means something on its site only */
		if (is_number(guid) && p->source.len > 0) {
			buf_add(&p->id, buf_str(&p->source));
			buf_byte(&p->id, '/');
		}
		buf_add(&p->id, guid);
	} else if (p->url.len > 0) {
		url_clean(&p->id, buf_str(&p->url));
	} else {
		hash = str_hash(hash, buf_str(&p->date));
		hash = str_hash(hash, STR("\n"));
		hash = str_hash(hash,
		    p->title.len > 0 ? buf_str(&p->title) : buf_str(&p->text));
		buf_printf(&p->id, "h:%016llx", (unsigned long long)hash);
	}
}

static void
set_place(struct publisher *p, const struct feed *feed, const struct item *item)
{
	struct str link = buf_str(&item->link), guid = buf_str(&item->guid);

	buf_clear(&p->url);
	buf_clear(&p->source);
	if (link.len == 0 && url_is_absolute(guid))
		link = guid;
	url_resolve(&p->url, link, buf_str(&feed->link));
	url_host(&p->source,
	    p->url.len > 0 ? buf_str(&p->url) : buf_str(&feed->link));
	if (p->source.len == 0)
		buf_add(&p->source, buf_str(&feed->title));
}

static void
put(json_t *object, const char *key, const struct buf *value)
{
	if (value->len > 0)
		json_object_set_new(
		    object, key, json_stringn(value->data, value->len));
}

static int
write_piece(const char *data, size_t len, void *context)
{
	output_add(context, (struct str){data, len});
	return 0;
}

static void
write_document(struct publisher *p, const struct item *item)
{
	struct str categories = buf_str(&item->categories);
	json_t *object = json_object(), *list = json_array();
	size_t at = 0;

	put(object, "id", &p->id);
	put(object, "url", &p->url);
	put(object, "source", &p->source);
	put(object, "published", &p->published);
	put(object, "date", &p->date);
	put(object, "title", &p->title);
	json_object_set_new(
	    object, "text", json_stringn(buf_str(&p->text).data, p->text.len));
	while (at < categories.len) {
		size_t end = str_find(categories, STR("\n"), at);

		json_array_append_new(
		    list, json_stringn(categories.data + at, end - at));
		at = end + 1;
	}
	if (at > 0)
		json_object_set(object, "categories", list);
	json_dump_callback(object, write_piece, p->out, JSON_COMPACT);
	output_add(p->out, STR("\n"));
	json_decref(list);
	json_decref(object);
}

/* Before --since; 2024 is not before 2024-06. */
static bool
is_old(const struct publisher *p)
{
	struct str since = p->since;

	if (since.len > p->date.len)
		since.len = p->date.len;
	return str_compare(buf_str(&p->date), since) < 0;
}

/* Whether it was written. */
static bool
publish_item(struct publisher *p, struct feed *feed, const struct item *item,
    enum date_order order)
{
	set_dates(p, feed, item, order);
	set_texts(p, item);
	set_place(p, feed, item);
	if (p->title.len == 0 && p->text.len == 0 && p->url.len == 0 &&
	    item->guid.len == 0) {
		feed_tell(feed, FAULT_WARNING, item->line,
		    "an item without title, text, link and id is left out");
		return false;
	}
	set_id(p, item);
	if (is_old(p))
		return false;
	if (!is_new(p))
		return false;
	write_document(p, item);
	return true;
}

void
publish(struct publisher *p, struct feed *feed)
{
	enum date_order order = order_of(feed);
	size_t written = 0;

	for (size_t i = 0; i < feed->count; i++)
		written += publish_item(p, feed, &feed->items[i], order);
	if (feed->broken.len > 0)
		feed_tell(feed, FAULT_ERROR, feed->broken_line,
		    "the feed breaks off (%.*s); %zu item%s written",
		    (int)feed->broken.len, feed->broken.data, written,
		    written == 1 ? "" : "s");
}
