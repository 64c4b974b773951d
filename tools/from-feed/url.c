#include "url.h"

#include <string.h>
#include <strings.h>

/* A shorter number may be a year, a day or a page. */
#define ARTICLE_LEAST 5

static bool
starts_nocase(struct str s, const char *prefix)
{
	size_t len = strlen(prefix);

	return s.len >= len && strncasecmp(s.data, prefix, len) == 0;
}

bool
url_is_absolute(struct str url)
{
	return starts_nocase(url, "http://") || starts_nocase(url, "https://");
}

/* Offset of the first byte at or behind from that is one of signs. */
static size_t
find_any(struct str s, const char *signs, size_t from)
{
	while (from < s.len && strchr(signs, s.data[from]) == NULL)
		from++;
	return from;
}

/* Offset of the authority; s.len if there is none. */
static size_t
authority(struct str url)
{
	size_t at = str_find(url, STR("//"), 0);

	return at < url.len ? at + 2 : at;
}

void
url_host(struct buf *out, struct str url)
{
	size_t start = authority(url), end = find_any(url, "/?#", start), at;
	struct str host;

	at = str_find(str_slice(url, 0, end), STR("@"), start);
	if (at < end)
		start = at + 1;
	host = str_slice(url, start, find_any(url, ":/?#", start));
	if (starts_nocase(host, "www."))
		host = str_from_offset(host, 4);
	else if (starts_nocase(host, "m."))
		host = str_from_offset(host, 2);
	for (size_t i = 0; i < host.len; i++) {
		char c = host.data[i];

		buf_byte(out, (char)(c >= 'A' && c <= 'Z' ? c + 32 : c));
	}
}

/* The number that digits make from a place on. */
static int
number_at(struct str digits, size_t at, size_t count)
{
	int value = 0;

	while (count-- > 0)
		value = value * 10 + (digits.data[at++] - '0');
	return value;
}

static bool
is_day(int year, int month, int day)
{
	return year >= 1990 && year <= 2099 && month >= 1 && month <= 12 &&
	       day >= 1 && day <= 31;
}

/* "tin-an-ninh-20240115" and "15012024": many articles end in the day. */
static bool
is_date(struct str digits)
{
	return digits.len == 8 &&
	       (is_day(number_at(digits, 0, 4), number_at(digits, 4, 2),
		    number_at(digits, 6, 2)) ||
		   is_day(number_at(digits, 4, 4), number_at(digits, 2, 2),
		       number_at(digits, 0, 2)));
}

struct str
url_article(struct str url)
{
	size_t start = find_any(url, "/?#", authority(url));
	size_t end = find_any(url, "?#", start), dot, digits;
	struct str path = str_slice(url, start, end), segment;

	while (str_ends(path, STR("/")))
		path.len--;
	for (start = path.len; start > 0 && path.data[start - 1] != '/';)
		start--;
	segment = str_from_offset(path, start);
	for (dot = segment.len; dot > 0 && segment.data[dot - 1] != '.';)
		dot--;
	if (dot > 1 && segment.len - dot <= 5)
		segment.len = dot - 1;
	for (digits = segment.len;
	     digits > 0 && str_is_digit(segment.data[digits - 1]);)
		digits--;
	segment = str_from_offset(segment, digits);
	return segment.len < ARTICLE_LEAST || is_date(segment)
		   ? (struct str){NULL, 0}
		   : segment;
}

/* Parameters that tell where a reader came from, by their first letters. */
static bool
is_tracking(struct str parameter)
{
	static const char *const names[] = {"utm_",
	    "vn_source=", "vn_medium=", "vn_campaign=", "vn_term=",
	    "vn_content=", "fbclid=", "gclid=", "dclid=", "gbraid=", "wbraid=",
	    "msclkid=", "yclid=", "igshid=", "zarsrc=", "zclid=", "mc_cid=",
	    "mc_eid=", "_ga=", "_gl=", "ref=rss", "source=rss", "from=rss",
	    "src=rss", NULL};

	for (const char *const *name = names; *name != NULL; name++)
		if (starts_nocase(parameter, *name))
			return true;
	return false;
}

void
url_clean(struct buf *out, struct str url)
{
	size_t end = str_find(url, STR("#"), 0);
	size_t at = str_find(str_slice(url, 0, end), STR("?"), 0);
	char sign = '?';

	buf_add(out, str_slice(url, 0, at));
	while (at < end) {
		size_t stop = find_any(str_slice(url, 0, end), "&;", at + 1);
		struct str parameter = str_slice(url, at + 1, stop);

		if (parameter.len > 0 && !is_tracking(parameter)) {
			buf_byte(out, sign);
			buf_add(out, parameter);
			sign = '&';
		}
		at = stop;
	}
}

void
url_resolve(struct buf *out, struct str url, struct str base)
{
	size_t host = authority(base), end;

	if (host == base.len || url.len == 0 ||
	    find_any(url, ":", 0) < find_any(url, "/?#", 0)) {
		buf_add(out, url);
		return;
	}
	if (str_starts(url, STR("//")))
		end = host - 2;
	else if (url.data[0] == '/')
		end = find_any(base, "/?#", host);
	else
		for (end = find_any(base, "?#", host);
		     end > host && base.data[end - 1] != '/';)
			end--;
	if (end == host) { /* a host without a path */
		end = find_any(base, "/?#", host);
		buf_add(out, str_slice(base, 0, end));
		buf_byte(out, '/');
		buf_add(out, url);
		return;
	}
	buf_add(out, str_slice(base, 0, end));
	buf_add(out, url);
}
