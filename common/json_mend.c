#include "json_mend.h"

#include "text.h"

/* Copies the escape at a place; a lone surrogate as \ufffd. */
static size_t
mend_escape(struct buf *out, struct str json, size_t at, size_t *bad)
{
	uint32_t first, second;
	size_t len = json.len - at < 2 ? 1 : 2;

	if (len == 2 && json.data[at + 1] == 'u' &&
	    text_hex(json, at + 2, &first) && first >= 0xD800 &&
	    first < 0xE000) {
		if (first < 0xDC00 && json.len - at > 7 &&
		    json.data[at + 6] == '\\' && json.data[at + 7] == 'u' &&
		    text_hex(json, at + 8, &second) && second >= 0xDC00 &&
		    second < 0xE000) {
			len = 12;
		} else {
			++*bad;
			buf_text(out, "\\ufffd");
			return at + 6;
		}
	}
	/* the second byte of an escape can be malformed: left for the loop */
	if (len == 2 && (unsigned char)json.data[at + 1] >= 0x80)
		len = 1;
	buf_add(out, str_slice(json, at, at + len));
	return at + len;
}

/* Copies the JSON with everything replaced that Jansson would refuse. */
static void
mend(struct buf *out, struct str json, size_t *bad)
{
	size_t at = 0;

	buf_clear(out);
	while (at < json.len) {
		size_t from = at;

		if (json.data[at] == '\\') {
			at = mend_escape(out, json, at, bad);
			continue;
		}
		if (text_decode(json, &at) == TEXT_MALFORMED) {
			++*bad;
			buf_text(out, "\xEF\xBF\xBD");
		} else {
			buf_add(out, str_slice(json, from, at));
		}
	}
}

static bool
has_surrogate_escape(struct str json)
{
	size_t at = 0;

	while ((at = str_find(json, STR("\\u"), at)) < json.len) {
		char c = at + 2 < json.len ? json.data[at + 2] : '\0';

		if (c == 'd' || c == 'D')
			return true;
		at += 2;
	}
	return false;
}

struct str
json_mend(struct str json, struct buf *mended, size_t *bad)
{
	if (text_is_utf8(json) && !has_surrogate_escape(json))
		return json;
	mend(mended, json, bad);
	return buf_str(mended);
}
