#include "segment.h"

#include <stdlib.h>
#include <string.h>

#include "dateline.h"
#include "json.h"
#include "segmenter.h"
#include "text.h"
#include "timestamp.h"

void
segmenter_tell(struct segmenter *s, enum fault_kind kind, const char *file,
    size_t line, const char *text)
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
	/* both open files, which a sandbox may soon refuse */
	decode_open(&s->decoder, options->encoding);
	if (options->documents)
		json_prepare();
	return s;
}

void
segment_lend(struct segmenter *s, segment_room_fn *room)
{
	s->room = room;
}

void
segmenter_add_id(struct buf *id, struct str s)
{
	size_t at = 0;

	while (at < s.len) {
		size_t from = at;
		uint32_t c = text_decode(s, &at);

		if (c == TEXT_MALFORMED || c < 0x20 ||
		    (c >= 0x7F && c < 0xA0) || clean_is_space(c) ||
		    clean_is_invisible(c)) {
			for (; from < at; from++)
				buf_printf(
				    id, "%%%02X", (unsigned char)s.data[from]);
		} else {
			buf_add(id, str_slice(s, from, at));
		}
	}
}

/* Remembers the document's id and whether it was met before. */
static void
note_id(struct segmenter *s)
{
	uint64_t hash = str_hash(HASH_START, buf_str(&s->id));

	if (idset_add(&s->ids, hash) && s->repeated++ == 0)
		buf_add(&s->first_repeated, buf_str(&s->id));
}

void
segmenter_refine_date(struct segmenter *s, struct str text)
{
	struct dateline line;
	struct timestamp day = {.precision = TIMESTAMP_DAY};
	struct buf full = {0};

	if (s->date.len < 10 && dateline_find(text, SEGMENTER_HEAD, &line)) {
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

/* Writes a doc or end record. */
static void
emit(struct segmenter *s, struct record *rec)
{
	struct buf *line = &s->line;
	size_t text;

	buf_clear(line);
	rec->doc = buf_str(&s->id);
	rec->value = buf_str(&s->date);
	record_format(line, rec);
	rec->line = (struct str){line->data, line->len - 1};
	text = rec->line.len - 1 - rec->attributes.len - rec->text.len;
	rec->text = str_slice(rec->line, text, text + rec->text.len);
	s->sink.emit(s->sink.context, rec);
}

void
segmenter_begin(struct segmenter *s)
{
	struct record rec = {.kind = STR("doc"),
	    .text = buf_str(&s->title),
	    .attributes = buf_str(&s->attributes)};

	s->documents++;
	s->offset = 0;
	section_start(&s->section);
	note_id(s);
	segmenter_write_start(s);
	emit(s, &rec);
}

void
segmenter_end(struct segmenter *s)
{
	struct record rec = {.segment = s->count,
	    .kind = STR("end"),
	    .text = STR(""),
	    .attributes = STR("")};

	emit(s, &rec);
}

bool
segmenter_may_begin(struct segmenter *s)
{
	if (s->options.id == NULL || s->documents == 0)
		return true;
	segmenter_tell(s, FAULT_ERROR, s->in->name, 0,
	    "-i is for one document, and there are more");
	return false;
}

/* "ID TAB N TAB KIND TAB N
 * TAB N TAB". */
bool
segmenter_is_record(struct str text)
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

bool
segmenter_is_object(struct str text)
{
	size_t lf = str_find(text, STR("\n"), 0);
	struct str line = str_slice(text, 0, lf);

	return str_starts(line, STR("{\"")) &&
	       str_find(line, STR("\":"), 0) < line.len;
}

/* Remembers the input if it is the first one in which something grew. */
static void
note_first(const char **file, const struct input *in, bool grew)
{
	if (*file == NULL && grew)
		*file = in->name;
}

int
segment_input(struct segmenter *s, struct input *in)
{
	size_t bad = s->decoder.bad, all_bad = s->bad, runs = s->runs;
	int error;

	s->in = in;
	decode_start(&s->decoder, in);
	error = s->options.documents ? segmenter_read_documents(s)
				     : segmenter_read_text(s);
	s->bad += s->decoder.bad - bad;
	note_first(&s->bad_file, in, s->bad > all_bad);
	note_first(&s->runs_file, in, s->runs > runs);
	return error;
}

static void
tell_count(struct segmenter *s, size_t count, const char *file, const char *one,
    const char *several)
{
	if (count == 0)
		return;
	buf_clear(&s->why);
	buf_printf(&s->why, "%zu %s", count, count == 1 ? one : several);
	if (strcmp(file, "-") != 0) {
		buf_text(&s->why, ", the first in ");
		text_add_printable(&s->why, str_from(file));
	}
	buf_byte(&s->why, '\0');
	segmenter_tell(s, FAULT_WARNING, NULL, 0, s->why.data);
}

/* What is told once, for the whole run. */
static void
tell_counts(struct segmenter *s)
{
	tell_count(s, s->bad, s->bad_file,
	    "malformed byte sequence or control character replaced by U+FFFD",
	    "malformed byte sequences and control characters replaced by "
	    "U+FFFD");
	tell_count(s, s->runs, s->runs_file,
	    "run of 64 KiB without the end of a sentence was cut at a space",
	    "runs of 64 KiB without the end of a sentence were cut at a space");
	if (s->repeated == 0)
		return;
	buf_clear(&s->why);
	buf_printf(&s->why,
	    "%zu document%s with an id met before; the first: ", s->repeated,
	    s->repeated == 1 ? "" : "s");
	buf_add(&s->why, buf_str(&s->first_repeated));
	buf_byte(&s->why, '\0');
	segmenter_tell(s, FAULT_WARNING, NULL, 0, s->why.data);
}

void
segmenter_free(struct segmenter *s)
{
	if (s == NULL)
		return;
	tell_counts(s);
	boundary_rules_free(s->boundaries);
	role_rules_free(s->roles);
	section_free(&s->section);
	run_on_free(&s->run_on);
	decode_close(&s->decoder);
	clean_free(&s->clean);
	clean_free(&s->field);
	scan_masks_free(&s->masks);
	boundary_marks_free(&s->marks);
	boundary_marks_free(&s->clean_marks);
	buf_free(&s->lead);
	buf_free(&s->dated);
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
	idset_free(&s->ids);
	free(s);
}

/* "A,B": what can be the keys of attributes. */
static bool
are_names(struct str list)
{
	size_t at = 0, end;

	do {
		struct str name, other;
		size_t from = 0;

		end = str_find(list, STR(","), at);
		name = str_slice(list, at, end);
		if (name.len == 0)
			return false;
		for (size_t i = 0; i < name.len; i++)
			if ((unsigned char)name.data[i] < ' ' ||
			    name.data[i] == '=')
				return false;
		for (; from < at; from += other.len + 1) {
			other = str_slice(
			    list, from, str_find(list, STR(","), from));
			if (str_equal(other, name))
				return false;
		}
		at = end + 1;
	} while (end < list.len);
	return true;
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
		return argument[0] != '\0' && decode_knows(argument);
	case SEGMENT_KEEP_FIELDS:
		options->keep_fields = argument;
		*why = "--keep-fields takes names, each once, without =";
		return are_names(str_from(argument));
	case SEGMENT_MAX_LINE:
		*why = "--max-line takes a number of bytes";
		return str_to_size(str_from(argument), &options->max_line) &&
		       options->max_line > 0;
	default:
		*why = NULL;
		return false;
	}
}
