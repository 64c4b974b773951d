
#include "segmenter.h"
#include "timestamp.h"

/* A longer title is not repeated in the doc record. */
#define TITLE_MOST ((size_t)64 << 10)

/* The clean text of a short field: title, url; lent until the next call. */
static struct str
clean_field(struct segmenter *s, struct str field)
{
	struct str text;

	clean_paragraph(&s->field, field);
	s->bad += s->field.bad_count;
	text = s->field.text;
	if (str_ends(text, STR(" ")))
		text.len--;
	return text;
}

static void
add_attribute(struct segmenter *s, const char *key, struct str value)
{
	value = clean_field(s, value);
	if (value.len > 0)
		record_add_attribute(&s->attributes, key, value);
}

/* The members that --keep-fields names. */
static void
add_kept(struct segmenter *s)
{
	struct str names = str_from(
	    s->options.keep_fields != NULL ? s->options.keep_fields : "");
	struct buf key = {0}, value = {0};
	size_t at = 0;

	while (at < names.len) {
		size_t comma = str_find(names, STR(","), at);
		struct str name = str_slice(names, at, comma);

		buf_clear(&value);
		buf_clear(&key);
		buf_text(&key, "meta.");
		segmenter_add_id(&key, name);
		buf_byte(&key, '\0');
		if (document_scalar(&s->document, name, &value))
			add_attribute(s, key.data, buf_str(&value));
		at = comma + 1;
	}
	buf_free(&key);
	buf_free(&value);
}

/* The reference date and published= of a document. */
static void
take_dates(struct segmenter *s)
{
	const struct document *doc = &s->document;
	struct timestamp t = {.precision = TIMESTAMP_YEAR}, p;
	struct buf published = {0};
	bool dated = false;

	buf_clear(&s->date);
	if (doc->has_seconds)
		dated = doc->seconds >= 1000 && doc->seconds <= 9999
			    ? (t.year = (int)doc->seconds, true)
			    : timestamp_of_seconds(doc->seconds, &t);
	else if (doc->date.len > 0)
		dated = timestamp_parse(doc->date, &t);
	else if (doc->published.len > 0)
		dated = timestamp_parse(doc->published, &t);
	if (dated)
		timestamp_format_date(&s->date, &t);
	else if (doc->has_seconds || doc->date.len > 0)
		segmenter_tell(s, FAULT_WARNING, s->in->name, s->in->line,
		    "date left out: not ISO 8601, RFC 822 or seconds");
	if (doc->published.len > 0 && timestamp_parse(doc->published, &p) &&
	    p.precision == TIMESTAMP_TIME)
		timestamp_format(&published, &p);
	else if (dated && t.precision == TIMESTAMP_TIME)
		timestamp_format(&published, &t);
	if (published.len > 0)
		record_add_attribute(
		    &s->attributes, "published", buf_str(&published));
	buf_free(&published);
	if (s->options.date != NULL) {
		buf_clear(&s->date);
		buf_text(&s->date, s->options.date);
	}
}

static void
take_id(struct segmenter *s)
{
	const struct document *doc = &s->document;
	uint64_t hash = HASH_START;

	buf_clear(&s->id);
	if (s->options.id != NULL)
		segmenter_add_id(&s->id, str_from(s->options.id));
	if (s->id.len == 0 && doc->id.len > 0)
		segmenter_add_id(&s->id, doc->id);
	if (s->id.len == 0 && doc->url.len > 0)
		segmenter_add_id(&s->id, doc->url);
	if (s->id.len > 0)
		return;
	hash = str_hash(hash, doc->date);
	hash = str_hash(hash, (struct str){"", 1});
	hash = str_hash(hash, doc->title);
	hash = str_hash(hash, (struct str){"", 1});
	hash = str_hash(hash, doc->text);
	buf_printf(&s->id, "h:%016llx", (unsigned long long)hash);
}

static void
segment_document(struct segmenter *s)
{
	const struct document *doc = &s->document;

	buf_clear(&s->attributes);
	add_attribute(s, "url", doc->url);
	add_attribute(s, "source", doc->source);
	take_dates(s);
	add_kept(s);
	take_id(s);
	segmenter_refine_date(s, doc->text);
	buf_clear(&s->title);
	buf_add(&s->title, clean_field(s, doc->title));
	if (s->title.len > TITLE_MOST)
		s->title.len = 0;
	segmenter_begin(s);
	segmenter_segment_title(s, doc->title);
	segmenter_segment(s, doc->text);
	segmenter_end(s);
}

/* One line of NDJSON; false: nothing more is to be read. */
static bool
take_line(struct segmenter *s, struct str line)
{
	bool blank = true;

	for (size_t i = 0; i < line.len && blank; i++)
		blank = line.data[i] == ' ' || line.data[i] == '\t' ||
			line.data[i] == '\r';
	if (blank)
		return true;
	if (s->in->line == 1 && segmenter_is_record(line)) {
		segmenter_tell(s, FAULT_ERROR, s->in->name, 1,
		    "a record, not a document; give the stream to the "
		    "annotators as it is, without segment or -t");
		return false;
	}
	if (document_parse(&s->document, line, &s->mended, &s->bad, &s->why)) {
		if (!segmenter_may_begin(s)) {
			document_free(&s->document);
			return false;
		}
		segment_document(s);
	} else {
		segmenter_tell(
		    s, FAULT_ERROR, s->in->name, s->in->line, s->why.data);
	}
	document_free(&s->document);
	return true;
}

static void
tell_too_long(struct segmenter *s)
{
	buf_clear(&s->why);
	buf_printf(&s->why, "document longer than %zu bytes left out",
	    s->options.max_line);
	buf_byte(&s->why, '\0');
	segmenter_tell(s, FAULT_ERROR, s->in->name, s->in->line, s->why.data);
}

static int
read_lines(struct segmenter *s)
{
	struct str line;

	for (;;) {
		switch (input_line(s->in, &line)) {
		case INPUT_OK:
			if (s->in->line == 1 &&
			    str_starts(line, STR("\xEF\xBB\xBF")))
				line = str_from_offset(line, 3);
			if (!take_line(s, line))
				return 0;
			break;
		case INPUT_TOO_LONG:
			tell_too_long(s);
			break;
		case INPUT_FAILED:
			return s->in->error;
		case INPUT_END:
			return 0;
		}
	}
}

/* NDJSON in another encoding: lines are put together here. */
static int
decode_documents(struct segmenter *s)
{
	struct str block;
	enum input_status status;
	bool skipping = false;

	buf_clear(&s->pending);
	s->in->line = 0;
	do {
		status = decode_block(&s->decoder, &block);
		if (status == INPUT_FAILED)
			return s->in->error;
		if (status == INPUT_END)
			block = s->pending.len > 0 || skipping ? STR("\n")
							       : STR("");
		while (block.len > 0) {
			size_t lf = str_find(block, STR("\n"), 0);

			buf_add(&s->pending, str_slice(block, 0, lf));
			skipping |= s->pending.len > s->options.max_line;
			if (skipping)
				buf_clear(&s->pending);
			if (lf == block.len)
				break;
			s->in->line++;
			if (skipping)
				tell_too_long(s);
			else if (!take_line(s, buf_str(&s->pending)))
				return 0;
			skipping = false;
			buf_clear(&s->pending);
			block = str_from_offset(block, lf + 1);
		}
	} while (status != INPUT_END);
	return 0;
}

int
segmenter_read_documents(struct segmenter *s)
{
	return s->options.encoding != NULL ? decode_documents(s)
					   : read_lines(s);
}
