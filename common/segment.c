#include "segment.h"

#include <stdlib.h>
#include <string.h>

#include "boundary.h"
#include "clean.h"
#include "dateline.h"
#include "decode.h"
#include "document.h"
#include "role.h"
#include "text.h"
#include "timestamp.h"

/* Bytes that are looked through for the header and the dateline. */
#define HEAD_SIZE 1000
/* A longer run of text without a boundary is ended at its last space. */
#define RUN_MOST ((size_t)64 << 10)
/* A longer paragraph is taken in parts of so many bytes, */
#define WINDOW ((size_t)128 << 10)
/* of which the last ones only serve to decide what stands before them. */
#define LOOKAHEAD 1024
/* Bytes of a record beside its id, text and attributes. */
#define RECORD_ROOM 128

struct segmenter {
	struct segment_options options;
	struct segment_sink sink;
	struct boundary_rules *boundaries;
	struct role_rules *roles;
	/* the input */
	struct input *in;
	struct buf pending; /* of the paragraph that is being read */
	/* the document */
	struct buf id, date, title, attributes;
	size_t count;  /* segments written */
	size_t offset; /* of what pending begins with, in the document */
	size_t documents;
	bool started;
	/* of the run: told at its end */
	size_t bad, bad_codes, runs, repeated;
	struct buf first_repeated;
	uint64_t *ids; /* hashes of the ids met, open addressing */
	size_t id_count, id_size;
	/* reused */
	struct clean clean, field;
	struct document document;
	struct buf line, mended, why;
};

static void
tell(struct segmenter *s, enum fault_kind kind, const char *file, size_t line,
    const char *text)
{
	struct fault fault = {kind, file, line, 0, text};

	s->sink.tell(s->sink.context, &fault);
}

struct segmenter *
segmenter_new(
    const struct segment_options *options, const struct segment_sink *sink)
{
	struct segmenter *s = mem_resize(NULL, 1, sizeof(*s));
	struct fault fault;

	memset(s, 0, sizeof(*s));
	s->options = *options;
	s->sink = *sink;
	s->boundaries = boundary_rules_new(&fault);
	s->roles = s->boundaries != NULL ? role_rules_new(&fault) : NULL;
	/* the tables are built in: the tests have read them */
	if (s->roles == NULL)
		abort();
	return s;
}

/* Writes a record; only its fields behind doc and but value are set. */
static void
emit(struct segmenter *s, struct record *rec)
{
	struct buf *line = &s->line;
	size_t text;

	buf_clear(line);
	buf_reserve(line, s->id.len + rec->text.len + rec->attributes.len +
			      RECORD_ROOM);
	rec->doc = buf_str(&s->id);
	rec->value = buf_str(&s->date);
	record_format(line, rec);
	rec->line = (struct str){line->data, line->len - 1};
	text = rec->line.len - 1 - rec->attributes.len - rec->text.len;
	rec->text = str_slice(rec->line, text, text + rec->text.len);
	s->sink.emit(s->sink.context, rec);
}

static void
emit_segment(struct segmenter *s, struct str text, size_t start, size_t end,
    const char *role)
{
	char attribute[32] = "role=";
	struct record rec = {.segment = ++s->count,
	    .kind = STR("seg"),
	    .start = start,
	    .end = end,
	    .text = text,
	    .attributes = STR("")};

	if (role != NULL) {
		memcpy(attribute + 5, role, strlen(role));
		rec.attributes = (struct str){attribute, 5 + strlen(role)};
	}
	emit(s, &rec);
}

/*
 * Ends a run that is too long at its last space; false: it is short enough.
 */
static bool
end_run(struct segmenter *s, struct str text, struct span *segment)
{
	size_t end = segment->start + RUN_MOST, cut;

	if (segment->end <= end)
		return false;
	for (cut = end; cut > segment->start && text.data[cut] != ' '; cut--)
		;
	if (cut == segment->start)
		for (cut = end; ((unsigned char)text.data[cut] & 0xC0) == 0x80;
		     cut--)
			;
	segment->end = cut;
	s->runs++;
	return true;
}

/*
 * Writes the segments of a paragraph, or of a part of it whose last segments
 * are left for the next part.  Returns how many bytes of source are done.
 */
static size_t
segment_part(struct segmenter *s, struct str source, bool last, bool first)
{
	struct boundary_scan scan;
	struct span segment;
	struct clean *c = &s->clean;
	size_t limit, done = source.len;

	clean_paragraph(c, source);
	limit = last ? SIZE_MAX
		     : c->text.len - (c->text.len < LOOKAHEAD ? c->text.len
							      : LOOKAHEAD);
	boundary_start(&scan, s->boundaries, c->text, c->masks.candidates);
	while (boundary_next(&scan, &segment)) {
		bool whole = first && last && segment.start == 0 &&
			     segment.end + 1 >= c->text.len;
		bool cut = end_run(s, c->text, &segment);
		struct str text;
		size_t start;

		if (!cut && segment.end > limit) {
			done = clean_source_start(c, segment.start);
			break;
		}
		text = str_slice(c->text, segment.start, segment.end);
		start = clean_source_start(c, segment.start);
		emit_segment(s, text, s->offset + start,
		    s->offset + clean_source_end(c, segment.end),
		    role_of(s->roles, text, whole && !cut));
		if (cut)
			boundary_cut(&scan, segment.end);
	}
	for (size_t i = 0; i < c->bad_count; i++)
		s->bad += c->bad[i] < done;
	return done;
}

/* Writes what of a paragraph longer than a window is sure; what is done. */
static size_t
segment_windows(struct segmenter *s, struct str source)
{
	size_t done = 0;

	while (source.len - done > WINDOW) {
		struct str part = str_slice(source, done, done + WINDOW);
		size_t got;

		while (part.len > 0 && ((unsigned char)part.data[part.len - 1] &
					   0xC0) == 0x80)
			part.len--;
		if (part.len + 4 > WINDOW && part.len > 0 &&
		    (unsigned char)part.data[part.len - 1] >= 0xC0)
			part.len--;
		else
			part.len = WINDOW;
		got = segment_part(s, part, false, false);
		done += got;
		s->offset += got;
	}
	return done;
}

/* Writes the segments of the rest of a paragraph and of its line end. */
static void
segment_paragraph(struct segmenter *s, struct str source, size_t mark)
{
	size_t done = segment_windows(s, source);

	if (done < source.len)
		segment_part(
		    s, str_from_offset(source, done), true, done == 0);
	s->offset += source.len - done + mark;
}

/* Where the paragraph ends that starts the text; text.len: not in it. */
static size_t
paragraph_end(const struct segmenter *s, struct str text, size_t from)
{
	size_t at, feed;

	if (!s->options.wrapped) {
		at = str_find(text, STR("\n"), from);
		feed = str_find((struct str){text.data, at}, STR("\f"), from);
		return feed;
	}
	for (at = from; at < text.len; at++) {
		if (text.data[at] == '\f')
			return at;
		if (text.data[at] == '\n') {
			size_t next = at + 1;

			while (next < text.len && (text.data[next] == ' ' ||
						      text.data[next] == '\t' ||
						      text.data[next] == '\r'))
				next++;
			if (next < text.len && text.data[next] == '\n')
				return at;
		}
	}
	return text.len;
}

/* Segments what is pending as far as it is complete. */
static void
segment_pending(struct segmenter *s, size_t from, bool last)
{
	struct str rest = buf_str(&s->pending);
	size_t end;

	while ((end = paragraph_end(s, rest, from)) < rest.len) {
		segment_paragraph(s, str_slice(rest, 0, end), 1);
		rest = str_from_offset(rest, end + 1);
		from = 0;
	}
	if (last) {
		segment_paragraph(s, rest, 0);
		rest.len = 0;
	} else if (rest.len > WINDOW) {
		rest = str_from_offset(rest, segment_windows(s, rest));
	}
	if (rest.len > 0)
		memmove(s->pending.data, rest.data, rest.len);
	s->pending.len = rest.len;
}

/* Segments a text that is there as a whole. */
static void
segment_text(struct segmenter *s, struct str text)
{
	size_t end;

	while ((end = paragraph_end(s, text, 0)) < text.len) {
		segment_paragraph(s, str_slice(text, 0, end), 1);
		text = str_from_offset(text, end + 1);
	}
	segment_paragraph(s, text, 0);
}

/* Appends an id; what no field may hold as %XX. */
static void
add_id(struct buf *id, struct str s)
{
	size_t at = 0;

	while (at < s.len) {
		size_t from = at;
		uint32_t c = text_decode(s, &at);

		if (c == TEXT_MALFORMED || c < 0x20 || (c >= 0x7F && c < 0xA0) ||
		    clean_is_space(c) || clean_is_invisible(c)) {
			for (; from < at; from++)
				buf_printf(id, "%%%02X",
				    (unsigned char)s.data[from]);
		} else {
			buf_add(id, str_slice(s, from, at));
		}
	}
}

static uint64_t *
id_slot(const struct segmenter *s, uint64_t hash)
{
	size_t i = (size_t)(hash ^ hash >> 32) & (s->id_size - 1);

	while (s->ids[i] != 0 && s->ids[i] != hash)
		i = (i + 1) & (s->id_size - 1);
	return &s->ids[i];
}

/* Remembers the document's id and whether it was met before. */
static void
note_id(struct segmenter *s)
{
	uint64_t hash = str_hash(HASH_START, buf_str(&s->id)) | 1;
	uint64_t *old = s->ids, *slot;
	size_t size = s->id_size;

	if (2 * (s->id_count + 1) > size) {
		s->id_size = size == 0 ? 64 : 2 * size;
		s->ids = mem_resize(NULL, s->id_size, sizeof(*s->ids));
		memset(s->ids, 0, s->id_size * sizeof(*s->ids));
		for (size_t i = 0; i < size; i++)
			if (old[i] != 0)
				*id_slot(s, old[i]) = old[i];
		free(old);
	}
	slot = id_slot(s, hash);
	if (*slot == 0) {
		*slot = hash;
		s->id_count++;
		return;
	}
	if (s->repeated++ == 0)
		buf_add(&s->first_repeated, buf_str(&s->id));
}

/* A day of a dateline refines a date that is less precise and holds it. */
static void
refine_date(struct segmenter *s, struct str text)
{
	struct dateline line;
	struct timestamp day = {.precision = TIMESTAMP_DAY};
	struct buf full = {0};

	if (s->date.len < 10 && dateline_find(text, HEAD_SIZE, &line)) {
		day.year = (int)line.year;
		day.month = line.month;
		day.day = line.day;
		timestamp_format_date(&full, &day);
		if (str_starts(buf_str(&full), buf_str(&s->date))) {
			buf_clear(&s->date);
			buf_add(&s->date, buf_str(&full));
		}
	}
	buf_free(&full);
}

static void
begin_document(struct segmenter *s)
{
	struct record rec = {.kind = STR("doc"),
	    .text = buf_str(&s->title),
	    .attributes = buf_str(&s->attributes)};

	s->documents++;
	s->count = s->offset = 0;
	note_id(s);
	emit(s, &rec);
}

static void
end_document(struct segmenter *s)
{
	struct record rec = {.segment = s->count,
	    .kind = STR("end"),
	    .text = STR(""),
	    .attributes = STR("")};

	emit(s, &rec);
}

/* "-i" names one document; false: this is another one. */
static bool
may_begin(struct segmenter *s)
{
	if (s->options.id == NULL || s->documents == 0)
		return true;
	tell(s, FAULT_ERROR, s->in->name, 0,
	    "-i is for one document, and there are more");
	return false;
}

/*
 * The header " date YYYY[-MM[-DD]] " of a text: its length, 0 if there is
 * none.
 */
static size_t
header_length(struct str text, struct str *date)
{
	size_t at = str_starts(text, STR("\xEF\xBB\xBF")) ? 3 : 0, start;

	while (at < text.len && clean_is_space((unsigned char)text.data[at]))
		at++;
	if (!str_starts(str_from_offset(text, at), STR("date ")))
		return 0;
	start = at += 5;
	while (at < text.len && text.data[at] != '\0' &&
	       strchr("0123456789-", text.data[at]) != NULL)
		at++;
	*date = str_slice(text, start, at);
	if (date->len == 0 || !record_is_date(*date) || at == text.len ||
	    !clean_is_space((unsigned char)text.data[at]))
		return 0;
	while (at < text.len && clean_is_space((unsigned char)text.data[at]))
		at++;
	return at;
}

/* Whether a text begins with a record of a stream: "ID TAB N TAB KIND TAB N
 * TAB N TAB". */
static bool
is_record(struct str text)
{
	struct str field[5];
	size_t at = 0, number, lf = str_find(text, STR("\n"), 0);

	text.len = lf;
	for (int i = 0; i < 5; i++) {
		size_t tab = str_find(text, STR("\t"), at);

		if (tab == text.len)
			return false;
		field[i] = str_slice(text, at, tab);
		at = tab + 1;
	}
	return field[0].len > 0 && str_to_size(field[1], &number) &&
	       str_to_size(field[3], &number) &&
	       str_to_size(field[4], &number) && field[2].len >= 3 &&
	       field[2].data[0] >= 'a' && field[2].data[0] <= 'z';
}

/* Begins the document with what is pending; false: it is no text. */
static bool
start_text(struct segmenter *s)
{
	struct str text = buf_str(&s->pending), date = STR("");
	size_t header = header_length(text, &date);

	s->started = true;
	if (is_record(text)) {
		tell(s, FAULT_ERROR, s->in->name, 1,
		    "a record, not text; give the stream to the annotators as "
		    "it is, without segment or -t");
		return false;
	}
	if (!may_begin(s))
		return false;
	buf_clear(&s->id);
	add_id(&s->id,
	    str_from(s->options.id != NULL ? s->options.id : s->in->name));
	if (s->id.len == 0)
		buf_byte(&s->id, '-');
	buf_clear(&s->date);
	buf_add(&s->date,
	    s->options.date != NULL ? str_from(s->options.date) : date);
	buf_clear(&s->title);
	buf_clear(&s->attributes);
	refine_date(s, text);
	begin_document(s);
	s->offset = header;
	memmove(s->pending.data, s->pending.data + header,
	    s->pending.len - header);
	s->pending.len -= header;
	return true;
}

static int
read_text(struct segmenter *s, struct decoder *decoder)
{
	struct str block;
	enum input_status status;

	s->started = false;
	buf_clear(&s->pending);
	while ((status = decode_block(decoder, &block)) == INPUT_OK) {
		size_t from = s->pending.len;

		buf_add(&s->pending, block);
		if (!s->started) {
			if (s->pending.len < HEAD_SIZE)
				continue;
			if (!start_text(s))
				return 0;
			from = 0;
		}
		segment_pending(s, s->options.wrapped ? 0 : from, false);
	}
	if (status == INPUT_FAILED)
		return s->in->error;
	if (!s->started && (s->pending.len == 0 || !start_text(s)))
		return 0;
	segment_pending(s, 0, true);
	end_document(s);
	return 0;
}

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
		add_id(&key, name);
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
		tell(s, FAULT_WARNING, s->in->name, s->in->line,
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
		add_id(&s->id, str_from(s->options.id));
	if (s->id.len == 0 && doc->id.len > 0)
		add_id(&s->id, doc->id);
	if (s->id.len == 0 && doc->url.len > 0)
		add_id(&s->id, doc->url);
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
segment_title(struct segmenter *s)
{
	struct clean *c = &s->field;
	struct str title;
	size_t start = 0;

	/* again: the attributes used the same memory */
	title = clean_field(s, s->document.title);
	s->bad -= c->bad_count;
	while (start < title.len) {
		struct span part = {start, title.len};

		(void)end_run(s, title, &part);
		emit_segment(s, str_slice(title, part.start, part.end),
		    clean_source_start(c, part.start),
		    clean_source_end(c, part.end), "title");
		for (start = part.end;
		     start < title.len && title.data[start] == ' '; start++)
			;
	}
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
	refine_date(s, doc->text);
	buf_clear(&s->title);
	buf_add(&s->title, clean_field(s, doc->title));
	if (s->title.len > RUN_MOST)
		s->title.len = 0;
	begin_document(s);
	segment_title(s);
	segment_text(s, doc->text);
	end_document(s);
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
	if (s->in->line == 1 && is_record(line)) {
		tell(s, FAULT_ERROR, s->in->name, 1,
		    "a record, not a document; give the stream to the "
		    "annotators as it is, without segment or -t");
		return false;
	}
	if (document_parse(
		&s->document, line, &s->mended, &s->bad, &s->why)) {
		if (!may_begin(s)) {
			document_free(&s->document);
			return false;
		}
		segment_document(s);
	} else {
		tell(s, FAULT_ERROR, s->in->name, s->in->line, s->why.data);
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
	tell(s, FAULT_ERROR, s->in->name, s->in->line, s->why.data);
}

static int
read_documents(struct segmenter *s)
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
decode_documents(struct segmenter *s, struct decoder *decoder)
{
	struct str block;
	enum input_status status;
	bool skipping = false;

	buf_clear(&s->pending);
	s->in->line = 0;
	do {
		status = decode_block(decoder, &block);
		if (status == INPUT_FAILED)
			return s->in->error;
		if (status == INPUT_END)
			block = s->pending.len > 0 ? STR("\n") : STR("");
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
segment_input(struct segmenter *s, struct input *in)
{
	struct decoder decoder;
	int error;

	s->in = in;
	if (s->options.documents && s->options.encoding == NULL)
		return read_documents(s);
	decode_open(&decoder, in, s->options.encoding);
	error = s->options.documents ? decode_documents(s, &decoder)
				     : read_text(s, &decoder);
	s->bad += decoder.bad;
	decode_close(&decoder);
	return error;
}

static void
tell_count(struct segmenter *s, size_t count, const char *one,
    const char *several)
{
	if (count == 0)
		return;
	buf_clear(&s->why);
	buf_printf(&s->why, "%zu %s", count, count == 1 ? one : several);
	buf_byte(&s->why, '\0');
	tell(s, FAULT_WARNING, NULL, 0, s->why.data);
}

/* What is told once, for the whole run. */
static void
tell_counts(struct segmenter *s)
{
	tell_count(s, s->bad,
	    "malformed byte sequence or control character replaced by U+FFFD",
	    "malformed byte sequences and control characters replaced by "
	    "U+FFFD");
	tell_count(s, s->runs,
	    "run of 64 KiB without the end of a sentence was cut at a space",
	    "runs of 64 KiB without the end of a sentence were cut at a space");
	if (s->repeated == 0)
		return;
	buf_clear(&s->why);
	buf_printf(&s->why, "%zu document%s with an id met before; the first: ",
	    s->repeated, s->repeated == 1 ? "" : "s");
	buf_add(&s->why, buf_str(&s->first_repeated));
	buf_byte(&s->why, '\0');
	tell(s, FAULT_WARNING, NULL, 0, s->why.data);
}

void
segmenter_free(struct segmenter *s)
{
	if (s == NULL)
		return;
	tell_counts(s);
	boundary_rules_free(s->boundaries);
	role_rules_free(s->roles);
	clean_free(&s->clean);
	clean_free(&s->field);
	buf_free(&s->pending);
	buf_free(&s->id);
	buf_free(&s->date);
	buf_free(&s->title);
	buf_free(&s->attributes);
	buf_free(&s->first_repeated);
	buf_free(&s->line);
	buf_free(&s->mended);
	buf_free(&s->why);
	buf_free(&s->document.number);
	free(s->ids);
	free(s);
}

bool
segment_option(struct segment_options *options, int letter,
    const char *argument, const char **why)
{
	switch (letter) {
	case 'd':
		options->date = argument;
		*why = "-d takes a date: YYYY, YYYY-MM or YYYY-MM-DD";
		return *argument != '\0' && record_is_date(str_from(argument));
	case 'i':
		options->id = argument;
		*why = "-i takes an id that is not empty";
		return *argument != '\0';
	case 'j':
		options->documents = true;
		return true;
	case 'w':
		options->wrapped = true;
		return true;
	case SEGMENT_ENCODING:
		options->encoding = argument;
		*why = "--encoding takes a name that iconv -l knows";
		return decode_knows(argument);
	case SEGMENT_KEEP_FIELDS:
		options->keep_fields = argument;
		return true;
	case SEGMENT_MAX_LINE:
		*why = "--max-line takes a number of bytes";
		return str_to_size(str_from(argument), &options->max_line) &&
		       options->max_line > 0;
	default:
		*why = NULL;
		return false;
	}
}
