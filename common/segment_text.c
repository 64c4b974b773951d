#include <string.h>

#include "segmenter.h"

/* A document that is there as a whole is taken in parts of so many bytes. */
#define PART ((size_t)64 << 10)

static bool
is_line_end(char c)
{
	return c == '\n' || c == '\f';
}

/* Behind the last line end in a text, looked for down to from; from: none. */
static size_t
behind_lines(struct str text, size_t from)
{
	size_t at = text.len;

	/* a long paragraph has none */
	if (str_find(text, STR("\n"), from) == at &&
	    str_find(text, STR("\f"), from) == at)
		return from;
	while (at > from && !is_line_end(text.data[at - 1]))
		at--;
	return at;
}

/* Whether a character may be cut at the borders of a paragraph: then what the
 * scan of them all found is not to be relied upon. */
static bool
has_cut_border(const char *start, const char *end)
{
	return (unsigned char)start[-2] >= 0xC2 ||
	       (unsigned char)end[-1] >= 0xC2 ||
	       ((unsigned char)end[-2] | 3) == 0xE3;
}

/* Segments a paragraph of a text that has been scanned; clean: as it stands. */
static void
segment_scanned(struct segmenter *s, struct str text, struct span place,
    bool clean, const uint32_t **candidates)
{
	struct str source = str_slice(text, place.start, place.end);

	if (source.len > SEGMENTER_WINDOW ||
	    has_cut_border(source.data, source.data + source.len)) {
		segmenter_segment_paragraph(s, source, 0);
		return;
	}
	if (clean) {
		clean_take(&s->clean, source);
		segmenter_write_segments(
		    s, candidates, place.start, true, true);
	} else {
		clean_dirty(&s->clean, source, s->masks.dirty, place.start);
		segmenter_write_cleaned(s, source.len, true, true);
	}
	s->offset += source.len;
}

/*
 * Segments paragraphs that lie in pending, each with a line end behind it;
 * that of the last one counts mark bytes.  They are scanned all at once; line
 * ends are among the control characters for which the scan sets a bit.
 */
static void
segment_lines(struct segmenter *s, struct str text, size_t mark)
{
	const uint64_t *dirty;
	const uint32_t *candidates;
	struct span place = {0, 0};

	scan_masks_reserve(&s->masks, text.len);
	(void)scan_text(text.data, text.len, &s->masks);
	boundary_mark(&s->marks, s->boundaries, text, &s->masks);
	dirty = s->masks.dirty;
	candidates = s->marks.places;
	for (; place.start < text.len; place.start = place.end + 1) {
		bool clean = true;

		for (; text.data[place.start] == ' '; place.start++)
			s->offset++;
		for (place.end = scan_next(dirty, text.len, place.start);
		     !is_line_end(text.data[place.end]);
		     place.end = scan_next(dirty, text.len, place.end + 1))
			clean = false;
		if (place.end > place.start)
			segment_scanned(s, text, place, clean, &candidates);
		s->offset += place.end + 1 == text.len ? mark : 1;
	}
}

/* The text that is pending. */
static struct str
pending_text(const struct segmenter *s)
{
	return str_from_offset(buf_str(&s->pending), SCAN_BEFORE);
}

static void
clear_pending(struct segmenter *s)
{
	static const char blanks[SCAN_BEFORE + 1] = "                ";

	buf_clear(&s->pending);
	buf_add(&s->pending, (struct str){blanks, SCAN_BEFORE});
}

/* Puts a line end behind what is pending that is none of it. */
static void
end_pending(struct segmenter *s)
{
	char *end;

	buf_reserve(&s->pending, SCAN_BEHIND + 1);
	end = s->pending.data + s->pending.len;
	*end = '\n';
	memset(end + 1, 'a', SCAN_BEHIND);
}

static void
add_pending(struct segmenter *s, struct str text)
{
	buf_add(&s->pending, text);
	end_pending(s);
}

/* Forgets what of the pending text is done. */
static void
drop_pending(struct segmenter *s, size_t done)
{
	struct str rest = str_from_offset(pending_text(s), done);

	if (done == 0)
		return;
	memmove(s->pending.data + SCAN_BEFORE, rest.data, rest.len);
	s->pending.len = SCAN_BEFORE + rest.len;
	end_pending(s);
}

/* Where the paragraph ends that starts a text in which only an empty line ends
 * one; text.len: not in it. */
static size_t
wrapped_end(struct str text)
{
	for (size_t at = 0; at < text.len; at++) {
		size_t next = at + 1;

		if (text.data[at] == '\f')
			return at;
		if (text.data[at] != '\n')
			continue;
		while (next < text.len &&
		       (text.data[next] == ' ' || text.data[next] == '\t' ||
			   text.data[next] == '\r'))
			next++;
		if (next < text.len && text.data[next] == '\n')
			return at;
	}
	return text.len;
}

/* Segments the paragraphs that end in a text; how much of it is done. */
static size_t
segment_wrapped(struct segmenter *s, struct str text)
{
	struct str rest = text;
	size_t end;

	while ((end = wrapped_end(rest)) < rest.len) {
		segmenter_segment_paragraph(s, str_slice(rest, 0, end), 1);
		rest = str_from_offset(rest, end + 1);
	}
	return text.len - rest.len;
}

/* Segments what is pending as far as it is complete; from is where line ends
 * can be. */
static void
segment_pending(struct segmenter *s, size_t from)
{
	struct str text = pending_text(s);
	size_t done;

	if (s->options.wrapped) {
		done = segment_wrapped(s, text);
	} else {
		done = behind_lines(text, from);
		if (done > from)
			segment_lines(s, str_slice(text, 0, done), 1);
		else
			done = 0;
	}
	if (text.len - done > SEGMENTER_WINDOW)
		done +=
		    segmenter_segment_windows(s, str_from_offset(text, done));
	drop_pending(s, done);
}

/* Segments what is pending at the end. */
static void
segment_rest(struct segmenter *s)
{
	struct str text = pending_text(s);

	if (s->options.wrapped)
		segmenter_segment_paragraph(
		    s, str_from_offset(text, segment_wrapped(s, text)), 0);
	else if (text.len > 0)
		/* with the line end that is none of it */
		segment_lines(s, (struct str){text.data, text.len + 1}, 0);
}

/* Segments the first paragraphs, or the first one, of a long text; how much of
 * it is done. */
static size_t
segment_front(struct segmenter *s, struct str text)
{
	size_t end = behind_lines(str_slice(text, 0, PART), 0);

	if (end > 0) {
		clear_pending(s);
		add_pending(s, str_slice(text, 0, end));
		segment_lines(s, pending_text(s), 1);
		return end;
	}
	for (end = PART; end < text.len && !is_line_end(text.data[end]); end++)
		;
	segmenter_segment_paragraph(s, str_slice(text, 0, end), 1);
	return end < text.len ? end + 1 : end;
}

void
segmenter_segment(struct segmenter *s, struct str text)
{
	if (s->options.wrapped) {
		size_t done = segment_wrapped(s, text);

		segmenter_segment_paragraph(s, str_from_offset(text, done), 0);
		return;
	}
	while (text.len > PART)
		text = str_from_offset(text, segment_front(s, text));
	clear_pending(s);
	add_pending(s, text);
	segment_rest(s);
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
	while (at < text.len &&
	       (str_is_digit(text.data[at]) || text.data[at] == '-'))
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
	struct str text = pending_text(s), date = STR("");
	size_t header = header_length(text, &date);

	s->started = true;
	if (segmenter_is_record(text)) {
		segmenter_tell(s, FAULT_ERROR, s->in->name, 1,
		    "a record, not text; give the stream to the annotators as "
		    "it is, without segment or -t");
		return false;
	}
	if (segmenter_is_object(text)) {
		segmenter_tell(s, FAULT_ERROR, s->in->name, 1,
		    "a JSON document, not text; -j reads those");
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
	drop_pending(s, header);
	return true;
}

int
segmenter_read_text(struct segmenter *s)
{
	struct str block;
	enum input_status status;

	s->started = false;
	clear_pending(s);
	while ((status = decode_block(&s->decoder, &block)) == INPUT_OK) {
		size_t from = pending_text(s).len;

		add_pending(s, block);
		if (!s->started) {
			if (pending_text(s).len < SEGMENTER_HEAD)
				continue;
			if (!start_text(s))
				return 0;
			from = 0;
		}
		segment_pending(s, from);
	}
	if (status == INPUT_FAILED)
		return s->in->error;
	if (!s->started && (pending_text(s).len == 0 || !start_text(s)))
		return 0;
	segment_rest(s);
	segmenter_end(s);
	return 0;
}

void
segmenter_segment_title(struct segmenter *s, struct str title)
{
	struct clean *c = &s->field;
	struct str text;
	size_t start = 0;

	clean_paragraph(c, title);
	text = c->text;
	while (text.len > 0 && text.data[text.len - 1] == ' ')
		text.len--;
	while (start < text.len) {
		struct span part = {start, text.len};

		(void)segmenter_end_run(s, text, &part);
		segmenter_write(s, str_slice(text, part.start, part.end),
		    clean_source_start(c, part.start),
		    clean_source_end(c, part.end), "title", NULL);
		for (start = part.end;
		     start < text.len && text.data[start] == ' '; start++)
			;
	}
}
