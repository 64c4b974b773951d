#include <stdlib.h>
#include <string.h>

#include "segmenter.h"

/* A longer run of text without a boundary is ended at its last space. */
#define RUN_MOST ((size_t)64 << 10)
/* A longer paragraph is taken in parts of so many bytes, */
#define WINDOW ((size_t)128 << 10)
/* of which the last ones only serve to decide what stands before them. */
#define LOOKAHEAD 1024
/* Bytes of a seg record beside its id, date, text and role. */
#define RECORD_ROOM 128

/* The eight decimal digits of a number below 10^8, the first in the lowest
 * byte: halves, then quarters, then single digits, side by side. */
static uint64_t
eight_digits(uint64_t value)
{
	uint64_t tens, x = value / 10000 | value % 10000 << 32;

	tens = (x * 10486 >> 20) & UINT64_C(0x0000007F0000007F);
	x = tens | (x - 100 * tens) << 16;
	tens = (x * 103 >> 10) & UINT64_C(0x000F000F000F000F);
	return tens | (x - 10 * tens) << 8;
}

static char *
put_number(char *at, size_t value)
{
	uint64_t digits;
	unsigned zeros;

	if (value >= 100000000) {
		at = put_number(at, value / 100000000) - 1;
		digits = eight_digits(value % 100000000);
		zeros = 0;
	} else {
		digits = eight_digits(value);
		/* 8 bytes of 0 would leave none */
		zeros = value == 0 ? 7 : (unsigned)__builtin_ctzll(digits) / 8;
	}
	digits = (digits | UINT64_C(0x3030303030303030)) >> zeros * 8;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	digits = __builtin_bswap64(digits);
#endif
	memcpy(at, &digits, sizeof(digits));
	at += 8 - zeros;
	*at++ = '\t';
	return at;
}

static char *
put(char *at, struct str s)
{
	if (s.len > 0)
		memcpy(at, s.data, s.len);
	return at + s.len;
}

/* Writes a seg record: what record_format() would, but at once. */
static void
emit_segment(struct segmenter *s, struct str text, size_t start, size_t end,
    const char *role)
{
	struct record rec = {.segment = ++s->count, .start = start, .end = end};
	struct str doc = buf_str(&s->id), date = buf_str(&s->date);
	struct str name = str_from(role != NULL ? role : "");
	char *data, *at;

	buf_clear(&s->line);
	buf_reserve(&s->line, doc.len + text.len + RECORD_ROOM);
	data = s->line.data;
	at = put(data, doc);
	rec.doc = (struct str){data, doc.len};
	*at++ = '\t';
	rec.number.data = at;
	at = put_number(at, rec.segment);
	rec.number.len = (size_t)(at - rec.number.data) - 1;
	rec.kind = (struct str){at, 3};
	at = put(at, STR("seg\t"));
	at = put_number(at, start);
	at = put_number(at, end);
	rec.value = (struct str){at, date.len};
	at = put(at, date);
	*at++ = '\t';
	rec.text = (struct str){at, text.len};
	at = put(at, text);
	*at++ = '\t';
	rec.attributes.data = at;
	if (name.len > 0)
		at = put(put(at, STR("role=")), name);
	rec.attributes.len = (size_t)(at - rec.attributes.data);
	rec.line = (struct str){data, (size_t)(at - data)};
	*at = '\n';
	s->sink.emit(s->sink.context, &rec);
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

/* Whether a paragraph lies in pending behind the end of another one. */
static bool
may_scan_in_place(const struct segmenter *s, struct str source)
{
	const char *start = s->pending.data;

	return start != NULL && source.data >= start + SCAN_BEFORE &&
	       source.data + source.len <= start + s->pending.len &&
	       (source.data[-1] == '\n' || source.data[-1] == '\f') &&
	       (unsigned char)source.data[-2] < 0xC2;
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

	clean_paragraph(c, source, may_scan_in_place(s, source));
	limit = last ? SIZE_MAX
		     : c->text.len -
			   (c->text.len < LOOKAHEAD ? c->text.len : LOOKAHEAD);
	boundary_start(&scan, s->boundaries, c->text, &c->masks);
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

		while (part.len > 0 &&
		       ((unsigned char)part.data[part.len - 1] & 0xC0) == 0x80)
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
		segment_part(s, str_from_offset(source, done), true, done == 0);
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

void
segmenter_segment(struct segmenter *s, struct str text)
{
	size_t end;

	while ((end = paragraph_end(s, text, 0)) < text.len) {
		segment_paragraph(s, str_slice(text, 0, end), 1);
		text = str_from_offset(text, end + 1);
	}
	segment_paragraph(s, text, 0);
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
	while (
	    at < text.len && ((text.data[at] >= '0' && text.data[at] <= '9') ||
				 text.data[at] == '-'))
		at++;
	if (at == start || at == text.len ||
	    !record_is_date(str_slice(text, start, at)) ||
	    !clean_is_space((unsigned char)text.data[at]))
		return 0;
	*date = str_slice(text, start, at);
	while (at < text.len && clean_is_space((unsigned char)text.data[at]))
		at++;
	return at;
}

/* Begins the document with what is pending; false: it is no text. */
static bool
start_text(struct segmenter *s)
{
	struct str text = buf_str(&s->pending), date = STR("");
	size_t header = header_length(text, &date);

	s->started = true;
	if (segmenter_is_record(text)) {
		segmenter_tell(s, FAULT_ERROR, s->in->name, 1,
		    "a record, not text; give the stream to the annotators as "
		    "it is, without segment or -t");
		return false;
	}
	if (!segmenter_may_begin(s))
		return false;
	buf_clear(&s->id);
	segmenter_add_id(&s->id,
	    str_from(s->options.id != NULL ? s->options.id : s->in->name));
	if (s->id.len == 0)
		buf_byte(&s->id, '-');
	buf_clear(&s->date);
	buf_add(&s->date,
	    s->options.date != NULL ? str_from(s->options.date) : date);
	buf_clear(&s->title);
	buf_clear(&s->attributes);
	segmenter_refine_date(s, text);
	segmenter_begin(s);
	s->offset = header;
	memmove(
	    s->pending.data, s->pending.data + header, s->pending.len - header);
	s->pending.len -= header;
	return true;
}

int
segmenter_read_text(struct segmenter *s)
{
	struct str block;
	enum input_status status;

	s->started = false;
	buf_clear(&s->pending);
	while ((status = decode_block(&s->decoder, &block)) == INPUT_OK) {
		size_t from = s->pending.len;

		buf_add(&s->pending, block);
		buf_reserve(&s->pending, SCAN_BEHIND);
		memset(s->pending.data + s->pending.len, 'a', SCAN_BEHIND);
		if (!s->started) {
			if (s->pending.len < SEGMENTER_HEAD)
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
	segmenter_end(s);
	return 0;
}

void
segmenter_segment_title(struct segmenter *s, struct str title)
{
	struct clean *c = &s->field;
	struct str text;
	size_t start = 0;

	clean_paragraph(c, title, false);
	text = c->text;
	while (text.len > 0 && text.data[text.len - 1] == ' ')
		text.len--;
	while (start < text.len) {
		struct span part = {start, text.len};

		(void)end_run(s, text, &part);
		emit_segment(s, str_slice(text, part.start, part.end),
		    clean_source_start(c, part.start),
		    clean_source_end(c, part.end), "title");
		for (start = part.end;
		     start < text.len && text.data[start] == ' '; start++)
			;
	}
}
