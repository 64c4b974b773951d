#include "document.h"

#include "text.h"

/* Copies the escape at a place; a lone surrogate as \ufffd. */
static size_t
mend_escape(struct buf *out, struct str line, size_t at, size_t *bad)
{
	uint32_t first, second;
	size_t len = line.len - at < 2 ? 1 : 2;

	if (len == 2 && line.data[at + 1] == 'u' &&
	    text_hex(line, at + 2, &first) && first >= 0xD800 &&
	    first < 0xE000) {
		if (first < 0xDC00 && line.len - at > 7 &&
		    line.data[at + 6] == '\\' && line.data[at + 7] == 'u' &&
		    text_hex(line, at + 8, &second) && second >= 0xDC00 &&
		    second < 0xE000) {
			len = 12;
		} else {
			++*bad;
			buf_text(out, "\\ufffd");
			return at + 6;
		}
	}
	/* the second byte of an escape can be malformed: left for the loop */
	if (len == 2 && (unsigned char)line.data[at + 1] >= 0x80)
		len = 1;
	buf_add(out, str_slice(line, at, at + len));
	return at + len;
}

/* Copies the line with everything replaced that Jansson would refuse. */
static void
mend(struct buf *out, struct str line, size_t *bad)
{
	size_t at = 0;

	buf_clear(out);
	while (at < line.len) {
		size_t from = at;

		if (line.data[at] == '\\') {
			at = mend_escape(out, line, at, bad);
			continue;
		}
		if (text_decode(line, &at) == TEXT_MALFORMED) {
			++*bad;
			buf_text(out, "\xEF\xBF\xBD");
		} else {
			buf_add(out, str_slice(line, from, at));
		}
	}
}

static bool
has_surrogate_escape(struct str line)
{
	size_t at = 0;

	while ((at = str_find(line, STR("\\u"), at)) < line.len) {
		char c = at + 2 < line.len ? line.data[at + 2] : '\0';

		if (c == 'd' || c == 'D')
			return true;
		at += 2;
	}
	return false;
}

/* Jansson's words, without what could be unprintable. */
static void
explain(struct buf *why, const json_error_t *error)
{
	buf_clear(why);
	buf_text(why, "not JSON: ");
	text_add_printable(why, str_from(error->text));
	buf_printf(why, " (byte %d)", error->position);
	buf_byte(why, '\0');
}

static bool
wrong(struct buf *why, const char *text)
{
	buf_clear(why);
	buf_text(why, text);
	buf_byte(why, '\0');
	return false;
}

static struct str
string_of(const struct document *doc, const json_t *value)
{
	return long_strings_value(&doc->strings,
	    (struct str){json_string_value(value), json_string_length(value)});
}

static bool
take_string(const struct document *doc, const char *name, struct str *s,
    struct buf *why)
{
	const json_t *value = json_object_get(doc->root, name);

	if (value == NULL || json_is_null(value))
		return true;
	if (!json_is_string(value)) {
		buf_clear(why);
		buf_printf(why, "member %s is no string", name);
		buf_byte(why, '\0');
		return false;
	}
	*s = string_of(doc, value);
	return true;
}

static bool
take_id(struct document *doc, struct buf *why)
{
	const json_t *value = json_object_get(doc->root, "id");

	if (!json_is_integer(value))
		return take_string(doc, "id", &doc->id, why);
	buf_clear(&doc->number);
	buf_printf(
	    &doc->number, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	doc->id = buf_str(&doc->number);
	return true;
}

static bool
take_date(struct document *doc, struct buf *why)
{
	const json_t *value = json_object_get(doc->root, "date");

	if (json_is_integer(value)) {
		doc->has_seconds = true;
		doc->seconds = json_integer_value(value);
		return true;
	}
	if (json_is_real(value)) {
		double seconds = json_real_value(value);

		doc->has_seconds = true;
		doc->seconds = seconds > -1e15 && seconds < 1e15
				   ? (json_int_t)seconds
				   : INT64_MAX;
		return true;
	}
	return take_string(doc, "date", &doc->date, why);
}

/* Parses the line as it is. */
static json_t *
parse(struct str line, json_error_t *error)
{
	json_t *root = json_loadb(line.data, line.len, JSON_ALLOW_NUL, error);

	if (root == NULL &&
	    json_error_code(error) == json_error_numeric_overflow)
		root = json_loadb(line.data, line.len,
		    JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, error);
	return root;
}

bool
document_parse(struct document *doc, struct str line, struct buf *mended,
    size_t *bad, struct buf *why)
{
	json_error_t error;

	*doc = (struct document){.number = doc->number};
	if (!text_is_utf8(line) || has_surrogate_escape(line)) {
		mend(mended, line, bad);
		line = buf_str(mended);
	}
	if (long_strings_take(&doc->strings, line))
		doc->root = parse(buf_str(&doc->strings.line), &error);
	if (doc->root == NULL) {
		/* also to tell a fault at the place where it is */
		doc->strings.count = 0;
		doc->root = parse(line, &error);
	}
	if (doc->root == NULL) {
		explain(why, &error);
		return false;
	}
	if (!json_is_object(doc->root))
		return wrong(why, "not a JSON object");
	return take_id(doc, why) && take_date(doc, why) &&
	       take_string(doc, "url", &doc->url, why) &&
	       take_string(doc, "source", &doc->source, why) &&
	       take_string(doc, "published", &doc->published, why) &&
	       take_string(doc, "title", &doc->title, why) &&
	       take_string(doc, "text", &doc->text, why);
}

bool
document_scalar(const struct document *doc, struct str name, struct buf *value)
{
	const json_t *member = json_object_getn(doc->root, name.data, name.len);

	if (json_is_string(member)) {
		buf_add(value, string_of(doc, member));
	} else if (json_is_integer(member)) {
		buf_printf(
		    value, "%" JSON_INTEGER_FORMAT, json_integer_value(member));
	} else if (json_is_real(member)) {
		buf_printf(value, "%.15g", json_real_value(member));
	} else if (json_is_boolean(member)) {
		buf_text(value, json_is_true(member) ? "true" : "false");
	} else {
		return false;
	}
	return true;
}

void
document_free(struct document *doc)
{
	json_decref(doc->root);
	doc->root = NULL;
	long_strings_free(&doc->strings);
}
