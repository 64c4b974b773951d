#include "charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "text.h"

/* The declaration is looked for in so many bytes. */
#define DECLARATION_MOST 1024

void
charset_mend(struct buf *utf8, struct str raw, size_t *malformed)
{
	size_t at = 0;

	buf_reserve(utf8, raw.len);
	while (at < raw.len) {
		size_t from = at;
		uint32_t code = text_decode(raw, &at);

		if (code == TEXT_MALFORMED) {
			++*malformed;
			text_encode(utf8, 0xFFFD);
		} else if ((code < 0x20 && code != '\t' && code != '\n' &&
			       code != '\r') ||
			   (code >= 0x7F && code < 0xA0)) {
			buf_byte(utf8, ' ');
		} else if (code == 0xFFFE || code == 0xFFFF || code == 0xFEFF) {
			continue;
		} else {
			buf_add(utf8, str_slice(raw, from, at));
		}
	}
}

static bool
starts(struct str raw, const char *bytes, size_t len)
{
	return raw.len >= len && memcmp(raw.data, bytes, len) == 0;
}

/* The encoding that the first bytes show; NULL: none. */
static const char *
from_bytes(struct str raw)
{
	static const struct {
		const char *name, *bytes;
		size_t len;
	} marks[] = {
	    {"UTF-8", "\xEF\xBB\xBF", 3},
	    {"UTF-32LE", "\xFF\xFE\0\0", 4},
	    {"UTF-32BE", "\0\0\xFE\xFF", 4},
	    {"UTF-16LE", "\xFF\xFE", 2},
	    {"UTF-16BE", "\xFE\xFF", 2},
	    {"UTF-32LE", "<\0\0\0", 4},
	    {"UTF-32BE", "\0\0\0<", 4},
	    {"UTF-16LE", "<\0", 2},
	    {"UTF-16BE", "\0<", 2},
	    {"UTF-16LE", "{\0", 2},
	    {"UTF-16BE", "\0{", 2},
	};

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (starts(raw, marks[i].bytes, marks[i].len))
			return marks[i].name;
	return NULL;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The value of encoding="..." in the XML declaration; len 0: none. */
static struct str
from_declaration(struct str raw)
{
	struct str none = {NULL, 0}, head = raw;
	size_t start, end;
	char quote;

	head.len = raw.len < DECLARATION_MOST ? raw.len : DECLARATION_MOST;
	start = str_find(head, STR("<?xml"), 0);
	head.len = str_find(head, STR("?>"), start);
	start = str_find(head, STR("encoding"), start) + 8;
	while (start < head.len && is_space(head.data[start]))
		start++;
	if (start >= head.len || head.data[start++] != '=')
		return none;
	while (start < head.len && is_space(head.data[start]))
		start++;
	if (start >= head.len)
		return none;
	quote = head.data[start++];
	if (quote != '"' && quote != '\'')
		return none;
	for (end = start; end < head.len && head.data[end] != quote &&
			  head.data[end] > ' ' && head.data[end] < 0x7F;)
		end++;
	return str_slice(head, start, end);
}

/* Declared as what it is not: UTF-8 bytes, or no zero byte in UTF-16. */
static bool
is_utf8_anyway(struct str raw, const char *name)
{
	if (strncasecmp(name, "UTF-8", 5) == 0 ||
	    strncasecmp(name, "UTF8", 4) == 0)
		return true;
	if (strncasecmp(name, "UTF", 3) == 0 ||
	    strncasecmp(name, "UCS", 3) == 0 ||
	    strncasecmp(name, "ISO-10646", 9) == 0)
		return memchr(raw.data, '\0', raw.len) == NULL;
	return text_is_utf8(raw);
}

/* iconv(3) in blocks; each unit of bytes that it refuses becomes U+FFFD. */
static void
convert(iconv_t converter, size_t unit, struct buf *utf8, struct str raw,
    size_t *malformed)
{
	/* iconv(3) only reads what its argument points to */
	char *in = (char *)(uintptr_t)raw.data; /* NOLINT(*-no-int-to-ptr) */
	char block[4096];
	size_t left = raw.len;
	bool flushed = false;

	while (!flushed) {
		char *out = block;
		size_t room = sizeof(block), result, skipped;

		flushed = left == 0;
		result = iconv(converter, flushed ? NULL : &in,
		    flushed ? NULL : &left, &out, &room);
		buf_add(utf8, (struct str){block, sizeof(block) - room});
		if (result != (size_t)-1 || errno == E2BIG)
			continue;
		++*malformed;
		text_encode(utf8, 0xFFFD);
		skipped = left < unit ? left : unit;
		in += skipped;
		left -= skipped;
	}
}

/* Bytes of an encoding's smallest character. */
static size_t
unit_of(const char *name)
{
	if (strncasecmp(name, "UTF-32", 6) == 0 ||
	    strncasecmp(name, "UCS-4", 5) == 0)
		return 4;
	return strncasecmp(name, "UTF-16", 6) == 0 ||
		       strncasecmp(name, "UCS-2", 5) == 0
		   ? 2
		   : 1;
}

bool
charset_decode(
    struct buf *utf8, struct str raw, size_t *malformed, char name[64])
{
	const char *shown = from_bytes(raw);
	struct str declared = from_declaration(raw);
	struct buf converted = {0};
	iconv_t converter;

	if (shown != NULL)
		snprintf(name, 64, "%s", shown);
	else
		snprintf(name, 64, "%.*s", (int)declared.len,
		    declared.len > 0 ? declared.data : "");
	if (*name == '\0' || is_utf8_anyway(raw, name)) {
		charset_mend(utf8, raw, malformed);
		return true;
	}
	converter = iconv_open("UTF-8", name);
	/* iconv_open(3) tells failure by this value alone */
	if (converter == (iconv_t)-1) /* NOLINT(performance-no-int-to-ptr) */
		return false;
	convert(converter, unit_of(name), &converted, raw, malformed);
	iconv_close(converter);
	charset_mend(utf8, buf_str(&converted), malformed);
	buf_free(&converted);
	return true;
}
