#include "bytes.h"

#include "charset.h"
#include "json_mend.h"
#include "jsonfeed.h"
#include "mend.h"
#include "sfeed.h"
#include "xml.h"

void
workspace_free(struct workspace *w)
{
	buf_free(&w->utf8);
	buf_free(&w->mended);
}

static void
tell_malformed(struct feed *feed, size_t line, size_t malformed)
{
	if (malformed > 0)
		feed_tell(feed, FAULT_WARNING, line,
		    "%zu malformed byte sequence%s replaced by U+FFFD",
		    malformed, malformed == 1 ? "" : "s");
}

bool
bytes_decode(struct workspace *w, struct feed *feed, struct str bytes)
{
	char encoding[64];
	size_t malformed = 0;

	buf_clear(&w->utf8);
	if (!charset_decode(&w->utf8, bytes, &malformed, encoding)) {
		feed_tell(feed, FAULT_ERROR, 0,
		    "an encoding that iconv(3) does not know: \"%s\"",
		    encoding);
		return false;
	}
	tell_malformed(feed, 0, malformed);
	return true;
}

static bool
read_xml(struct workspace *w, struct feed *feed)
{
	size_t dropped;

	buf_clear(&w->mended);
	mend_xml(&w->mended, buf_str(&w->utf8), w->entities, &dropped);
	if (dropped > 0)
		feed_tell(feed, FAULT_WARNING, 0,
		    "%zu reference%s to entities of the document type "
		    "declaration left out",
		    dropped, dropped == 1 ? "" : "s");
	return xml_read(feed, buf_str(&w->mended));
}

static bool
read_json(struct workspace *w, struct feed *feed)
{
	size_t malformed = 0;
	struct str json = json_mend(buf_str(&w->utf8), &w->mended, &malformed);

	tell_malformed(feed, 0, malformed);
	return jsonfeed_read(feed, json);
}

void
bytes_read_feed(struct workspace *w, struct feed *feed)
{
	struct str start;
	bool is_feed;

	start = feed_trim(buf_str(&w->utf8));
	is_feed = str_starts(start, STR("{")) ? read_json(w, feed)
					      : read_xml(w, feed);
	if (!is_feed)
		feed_tell(feed, FAULT_ERROR, 0,
		    "not a feed: neither RSS, Atom nor JSON Feed%s",
		    str_find(start, STR("<html"), 0) < start.len
			? " (an HTML page)"
			: "");
}

bool
bytes_read_sfeed(
    struct workspace *w, struct feed *feed, struct str line, size_t number)
{
	size_t malformed = 0;

	buf_clear(&w->utf8);
	charset_mend(&w->utf8, line, &malformed);
	tell_malformed(feed, number, malformed);
	return sfeed_read(feed, buf_str(&w->utf8), number);
}
