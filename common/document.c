#include "document.h"

#include "json_mend.h"
#include "text.h"

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
	line = json_mend(line, mended, bad);
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
