#include "jsonfeed.h"

#include <jansson.h>
#include <string.h>

static struct str
string_of(const json_t *value)
{
	return (struct str){
	    json_string_value(value), json_string_length(value)};
}

static struct str
member(const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	return json_is_string(value) ? string_of(value) : STR("");
}

/* The first of these members that is there. */
static void
set(struct buf *b, const json_t *object, const char *key, const char *other)
{
	struct str s = feed_trim(member(object, key));

	if (s.len == 0 && other != NULL)
		s = feed_trim(member(object, other));
	buf_add(b, s);
}

/* JSON can hold what XML cannot. */
static void
set_text(struct text *text, const json_t *object, const char *key, bool html)
{
	struct str s = member(object, key);

	if (s.len == 0 || text->data.len > 0)
		return;
	text->html = html;
	buf_add(&text->data, s);
	for (size_t i = 0; i < text->data.len; i++) {
		unsigned char c = (unsigned char)text->data.data[i];

		if (c < 0x20 && c != '\n' && c != '\t' && c != '\r')
			text->data.data[i] = ' ';
	}
}

static void
add_item(struct feed *feed, const json_t *object)
{
	struct item *item = feed_add(feed, 0);
	const json_t *id = json_object_get(object, "id"), *tag;
	size_t i;

	set(&item->link, object, "url", "external_url");
	set(&item->guid, object, "id", NULL);
	if (json_is_integer(id))
		buf_printf(
		    &item->guid, "%lld", (long long)json_integer_value(id));
	set_text(&item->title, object, "title", false);
	set_text(&item->content, object, "content_html", true);
	set_text(&item->content, object, "content_text", false);
	set_text(&item->summary, object, "summary", false);
	set(&item->published, object, "date_published", NULL);
	set(&item->updated, object, "date_modified", NULL);
	json_array_foreach(
	    json_object_get(object, "tags"), i, tag) if (json_is_string(tag))
	    item_add_category(item, string_of(tag));
}

static bool
read_whole(struct feed *feed, const json_t *root)
{
	const json_t *items = json_object_get(root, "items"), *object;
	struct str version = member(root, "version");
	size_t i;

	if (!json_is_array(items) &&
	    str_find(version, STR("jsonfeed.org"), 0) == version.len)
		return false;
	set(&feed->link, root, "home_page_url", "feed_url");
	set(&feed->title, root, "title", NULL);
	json_array_foreach(items, i, object) if (json_is_object(object))
	    add_item(feed, object);
	return true;
}

static size_t
skip(struct str s, size_t at, const char *bytes)
{
	while (at < s.len && strchr(bytes, s.data[at]) != NULL)
		at++;
	return at;
}

/* Behind the "[" of the member items; json.len: it is not there. */
static size_t
find_items(struct str json)
{
	size_t at = 0;

	while ((at = str_find(json, STR("\"items\""), at)) < json.len) {
		at = skip(json, at + 7, " \t\r\n");
		if (at == json.len || json.data[at] != ':')
			continue;
		at = skip(json, at + 1, " \t\r\n");
		if (at < json.len && json.data[at] == '[')
			return at + 1;
	}
	return at;
}

/* The items up to the place where the feed is broken. */
static bool
read_items(struct feed *feed, struct str json, const json_error_t *broken)
{
	size_t at = find_items(json), count = feed->count;
	json_error_t error;
	json_t *object;

	if (at == json.len)
		return false;
	while ((at = skip(json, at, " \t\r\n,")) < json.len) {
		object = json_loadb(json.data + at, json.len - at,
		    JSON_DISABLE_EOF_CHECK, &error);
		if (!json_is_object(object)) {
			json_decref(object);
			break;
		}
		add_item(feed, object);
		json_decref(object);
		at += (size_t)error.position;
	}
	count = feed->count - count;
	feed_tell(feed, FAULT_ERROR, (size_t)broken->line,
	    "the feed breaks off (%s); it has %zu complete item%s",
	    broken->text, count, count == 1 ? "" : "s");
	return true;
}

bool
jsonfeed_read(struct feed *feed, struct str json)
{
	json_error_t error;
	json_t *root = json_loadb(json.data, json.len, JSON_ALLOW_NUL, &error);
	bool is_feed;

	if (root == NULL)
		return read_items(feed, json, &error);
	is_feed = read_whole(feed, root);
	json_decref(root);
	return is_feed;
}
