#include "jsonfeed.h"

#include <jansson.h>
#include <string.h>

#define BLANKS " \t\r\n"

/* A place in the feed. */
struct reader {
	struct feed *feed;
	struct str json;
	size_t at;
	size_t lines, counted; /* lines that end in the bytes counted */
	json_error_t error;
	json_t *head; /* the members that are strings */
	bool has_items;
	struct buf quoted; /* reused */
};

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

static size_t
skip(struct str s, size_t at, const char *bytes)
{
	while (at < s.len && strchr(bytes, s.data[at]) != NULL)
		at++;
	return at;
}

/* Behind the string with content at a place. */
static size_t
string_end(struct str json, size_t at)
{
	while (at < json.len && json.data[at] != '"')
		at += json.data[at] == '\\' ? 2 : 1;
	return at < json.len ? at + 1 : json.len;
}

/* The comma or bracket behind the value at a place, be it broken; json.len: the
 * feed ends before. */
static size_t
value_end(struct str json, size_t at)
{
	size_t depth = 0;

	while (at < json.len) {
		char c = json.data[at];

		if (depth == 0 && (c == ',' || c == '}' || c == ']'))
			break;
		if (c == '{' || c == '[')
			depth++;
		else if (c == '}' || c == ']')
			depth--;
		at = c == '"' ? string_end(json, at + 1) : at + 1;
	}
	return at;
}

static bool
take(struct reader *r, char c)
{
	if (r->at >= r->json.len || r->json.data[r->at] != c)
		return false;
	r->at++;
	return true;
}

/* Numbers become strings: none is too large, and an id keeps its digits. */
static void
quote_numbers(struct buf *out, struct str json)
{
	size_t at = 0, end;

	while (at < json.len) {
		bool is_number =
		    str_is_digit(json.data[at]) || json.data[at] == '-';

		end = at + 1;
		if (is_number)
			end = skip(json, end, "0123456789+-.eE");
		else if (json.data[at] == '"')
			end = string_end(json, end);
		if (is_number)
			buf_byte(out, '"');
		buf_add(out, str_slice(json, at, end));
		if (is_number)
			buf_byte(out, '"');
		at = end;
	}
}

static json_t *
parse(struct reader *r, struct str json)
{
	return json_loadb(json.data, json.len,
	    JSON_ALLOW_NUL | JSON_DECODE_ANY | JSON_DISABLE_EOF_CHECK,
	    &r->error);
}

/* The value at the place, which moves behind it; NULL: r->error tells why. */
static json_t *
next_value(struct reader *r)
{
	json_t *value = parse(r, str_from_offset(r->json, r->at));
	size_t end = r->at + (size_t)r->error.position;

	if (value == NULL &&
	    json_error_code(&r->error) == json_error_numeric_overflow) {
		end = value_end(r->json, r->at);
		buf_clear(&r->quoted);
		quote_numbers(&r->quoted, str_slice(r->json, r->at, end));
		value = parse(r, buf_str(&r->quoted));
	}
	if (value != NULL)
		r->at = end;
	return value;
}

/* Line of the feed at which the last error is. */
static size_t
error_line(struct reader *r)
{
	for (; r->counted < r->at; r->counted++)
		r->lines += r->json.data[r->counted] == '\n';
	return r->lines + (size_t)r->error.line;
}

/* Goes on behind a broken item; false: the feed has no more. */
static bool
leave_out(struct reader *r)
{
	size_t end = value_end(r->json, r->at);

	if (end == r->at || end == r->json.len)
		return false;
	feed_tell(r->feed, FAULT_ERROR, error_line(r),
	    "broken JSON (%s): left out up to the next item", r->error.text);
	r->at = end;
	return true;
}

/* The rest of the array, an item at a time: the values of all of them would
 * take a hundred times the room of the feed.  false: broken. */
static bool
read_items(struct reader *r)
{
	json_t *value;
	bool full = false;

	for (;;) {
		r->at = skip(r->json, r->at, BLANKS ",");
		if (take(r, ']'))
			return true;
		value = next_value(r);
		if (value == NULL && !leave_out(r))
			return false;
		if (json_is_object(value) && !full)
			full = feed_is_full(r->feed, 0);
		if (json_is_object(value) && !full)
			add_item(r->feed, value);
		json_decref(value);
	}
}

/* The value of a member of the feed; false: broken. */
static bool
read_member(struct reader *r, const char *name)
{
	json_t *value;

	if (strcmp(name, "items") == 0 && take(r, '[')) {
		r->has_items = true;
		return read_items(r);
	}
	value = next_value(r);
	if (value == NULL)
		return false;
	if (json_is_string(value))
		json_object_set(r->head, name, value);
	json_decref(value);
	return true;
}

/* false: broken. */
static bool
read_root(struct reader *r)
{
	json_t *name;
	bool whole = true;

	r->at = skip(r->json, 0, BLANKS) + 1; /* "{" */
	while (whole) {
		r->at = skip(r->json, r->at, BLANKS ",");
		if (take(r, '}'))
			return true;
		name = next_value(r);
		if (name != NULL && !json_is_string(name))
			r->error = (json_error_t){
			    .line = 1, .text = "a name expected"};
		r->at = skip(r->json, r->at, BLANKS ":");
		whole = json_is_string(name) &&
			read_member(r, json_string_value(name));
		json_decref(name);
	}
	return false;
}

/* Behind the "[" of the member items; json.len: it is not there. */
static size_t
find_items(struct str json)
{
	size_t at = 0;

	while ((at = str_find(json, STR("\"items\""), at)) < json.len) {
		at = skip(json, at + 7, BLANKS);
		if (at == json.len || json.data[at] != ':')
			continue;
		at = skip(json, at + 1, BLANKS);
		if (at < json.len && json.data[at] == '[')
			return at + 1;
	}
	return at;
}

static bool
is_feed(const struct reader *r)
{
	struct str version = member(r->head, "version");

	return r->has_items ||
	       str_find(version, STR("jsonfeed.org"), 0) < version.len;
}

/* Says where it is broken; the items behind a broken head are there. */
static void
recover(struct reader *r)
{
	char why[JSON_ERROR_TEXT_LENGTH];
	size_t line = error_line(r);

	memcpy(why, r->error.text, sizeof(why));
	if (!r->has_items) {
		r->at = find_items(r->json);
		r->has_items = r->at < r->json.len;
		read_items(r);
	}
	if (is_feed(r))
		feed_break(r->feed, line, why);
}

bool
jsonfeed_read(struct feed *feed, struct str json)
{
	struct reader r = {.feed = feed, .json = json, .head = json_object()};
	bool found;

	if (!read_root(&r))
		recover(&r);
	else if (is_feed(&r) && skip(r.json, r.at, BLANKS) < r.json.len)
		feed_tell(feed, FAULT_WARNING, 0,
		    "what stands behind the feed's end is left out");
	found = is_feed(&r);
	set(&feed->link, r.head, "home_page_url", "feed_url");
	set(&feed->title, r.head, "title", NULL);
	json_decref(r.head);
	buf_free(&r.quoted);
	return found;
}
