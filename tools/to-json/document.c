#include "document.h"

#include <stdlib.h>
#include <string.h>

#include "annotation.h"
#include "text.h"
#include "version.h"

/* So many kinds that have no member of their own fit in a segment. */
#define KINDS_MOST 64

/* The annotations of one kind in a segment: their objects, by comma. */
struct group {
	struct buf name, objects;
};

enum {
	GROUP_DATE,
	GROUP_TARGET,
	GROUP_CRIME,
	GROUP_OTHER, /* the first of the others, sorted by name */
};

struct segment {
	bool open, has_text;
	size_t number;
	struct buf members; /* from "n" on, without braces */
	struct buf text;
	/* a place in the text, for counting onwards */
	size_t at, at_cp;
	struct group groups[GROUP_OTHER + KINDS_MOST];
	size_t others;
};

struct document {
	enum per per;
	struct writer *writer;
	fault_fn *tell;
	void *context;
	/* where the record stands that is taken */
	const char *file;
	size_t line;
	/* of the document that is open */
	bool open, has_doc, has_end;
	const char *doc_file;
	size_t doc_line;
	struct buf id, date;
	struct buf head;     /* members of the doc record behind "date" */
	struct buf segments; /* their objects, by comma */
	struct segment segment;
	struct buf annotation, object, why; /* reused */
};

struct document *
document_new(enum per per, struct writer *writer, fault_fn *tell, void *context)
{
	struct document *d = mem_resize(NULL, 1, sizeof(*d));

	*d = (struct document){
	    .per = per, .writer = writer, .tell = tell, .context = context};
	buf_text(&d->segment.groups[GROUP_DATE].name, "dates");
	buf_text(&d->segment.groups[GROUP_TARGET].name, "targets");
	buf_text(&d->segment.groups[GROUP_CRIME].name, "crimes");
	return d;
}

void
document_free(struct document *d)
{
	for (size_t i = 0; i < GROUP_OTHER + KINDS_MOST; i++) {
		buf_free(&d->segment.groups[i].name);
		buf_free(&d->segment.groups[i].objects);
	}
	buf_free(&d->segment.members);
	buf_free(&d->segment.text);
	buf_free(&d->id);
	buf_free(&d->date);
	buf_free(&d->head);
	buf_free(&d->segments);
	buf_free(&d->annotation);
	buf_free(&d->object);
	buf_free(&d->why);
	free(d);
}

static void
set(struct buf *b, struct str s)
{
	buf_clear(b);
	buf_add(b, s);
}

/* Appends ,"key": and the string, unless it is empty. */
static void
add_member(struct buf *out, const char *key, struct str value)
{
	if (value.len == 0)
		return;
	buf_printf(out, ",\"%s\":", key);
	writer_string(out, value);
}

/* {"id":"...","date":"..." as segments and records begin by themselves. */
static void
begin_small_object(struct document *d)
{
	buf_clear(&d->object);
	buf_add(&d->object, STR("{\"id\":"));
	writer_string(&d->object, buf_str(&d->id));
	add_member(&d->object, "date", buf_str(&d->date));
	buf_byte(&d->object, ',');
}

static void
write_object(struct document *d)
{
	writer_begin(d->writer);
	writer_add(d->writer, buf_str(&d->object));
	writer_end(d->writer);
}

static void
add_group(struct buf *out, struct group *group)
{
	writer_string(out, buf_str(&group->name));
	buf_add(out, STR(":["));
	buf_add(out, buf_str(&group->objects));
	buf_byte(out, ']');
	buf_clear(&group->objects);
}

/* The members of the open segment, its annotations behind its text. */
static void
add_segment(struct buf *out, struct segment *s)
{
	buf_add(out, buf_str(&s->members));
	for (size_t i = 0; i < GROUP_OTHER; i++) {
		if (s->groups[i].objects.len == 0)
			continue;
		buf_byte(out, ',');
		add_group(out, &s->groups[i]);
	}
	if (s->others > 0)
		buf_add(out, STR(",\"other\":{"));
	for (size_t i = 0; i < s->others; i++) {
		if (i > 0)
			buf_byte(out, ',');
		add_group(out, &s->groups[GROUP_OTHER + i]);
	}
	if (s->others > 0)
		buf_byte(out, '}');
	buf_byte(out, '}');
	s->others = 0;
}

static void
finish_segment(struct document *d)
{
	if (!d->segment.open)
		return;
	d->segment.open = false;
	if (d->per == PER_RECORD)
		return;
	if (d->per == PER_SEGMENT) {
		begin_small_object(d);
		add_segment(&d->object, &d->segment);
		write_object(d);
		return;
	}
	buf_add(&d->segments, d->segments.len > 0 ? STR(",{") : STR("{"));
	add_segment(&d->segments, &d->segment);
}

static void
start_segment(struct document *d, size_t number)
{
	struct segment *s = &d->segment;

	finish_segment(d);
	s->open = true;
	s->has_text = false;
	s->number = number;
	buf_clear(&s->members);
	buf_add(&s->members, STR("\"n\":"));
	buf_number(&s->members, number);
}

static void
tell_incomplete(struct document *d)
{
	struct fault fault = {FAULT_ERROR, d->doc_file, d->doc_line, 0, NULL};

	buf_clear(&d->why);
	buf_text(&d->why, "document \"");
	text_add_printable(&d->why, buf_str(&d->id));
	buf_text(&d->why, "\" has no end record: a program before this one "
			  "did not finish");
	buf_byte(&d->why, '\0');
	fault.text = d->why.data;
	d->tell(d->context, &fault);
}

static void
write_document(struct document *d)
{
	buf_clear(&d->object);
	buf_add(&d->object,
	    STR("{\"schema\":\"caodiem/1\",\"tool\":\"caodiem " CAODIEM_VERSION
		"\",\"id\":"));
	writer_string(&d->object, buf_str(&d->id));
	add_member(&d->object, "date", buf_str(&d->date));
	buf_add(&d->object, buf_str(&d->head));
	if (d->has_doc)
		buf_add(&d->object, d->has_end ? STR(",\"complete\":true")
					       : STR(",\"complete\":false"));
	buf_add(&d->object, STR(",\"segments\":["));
	writer_begin(d->writer);
	writer_add(d->writer, buf_str(&d->object));
	writer_add(d->writer, buf_str(&d->segments));
	writer_add(d->writer, STR("]}"));
	writer_end(d->writer);
}

void
document_finish(struct document *d)
{
	if (!d->open)
		return;
	finish_segment(d);
	if (d->has_doc && !d->has_end)
		tell_incomplete(d);
	if (d->per == PER_DOCUMENT)
		write_document(d);
	d->open = false;
}

static void
start_document(struct document *d, struct str id)
{
	document_finish(d);
	d->open = true;
	d->has_doc = d->has_end = false;
	set(&d->id, id);
	buf_clear(&d->date);
	buf_clear(&d->head);
	buf_clear(&d->segments);
}

/* Of a doc record: its own attributes, then "meta" with meta.NAME. */
static void
add_head(
    struct document *d, const struct record *rec, const struct attributes *list)
{
	size_t next, from, start;

	add_member(&d->head, "title", rec->text);
	next = attributes_write(&d->head, list, rec, 0, RANK_META);
	from = d->head.len;
	buf_add(&d->head, STR(",\"meta\":"));
	start = d->head.len;
	attributes_write(&d->head, list, rec, next, RANK_END);
	if (d->head.len == start) {
		d->head.len = from;
		return;
	}
	d->head.data[start] = '{'; /* was the comma */
	buf_byte(&d->head, '}');
}

static void
take_doc(
    struct document *d, const struct record *rec, const struct attributes *list)
{
	d->has_doc = true;
	d->doc_file = d->file;
	d->doc_line = d->line;
	set(&d->date, rec->value);
	add_head(d, rec, list);
}

static void
take_segment(
    struct document *d, const struct record *rec, const struct attributes *list)
{
	struct segment *s = &d->segment;

	start_segment(d, rec->segment);
	if (d->date.len == 0)
		set(&d->date, rec->value);
	s->has_text = true;
	s->at = s->at_cp = 0;
	set(&s->text, rec->text);
	if (d->per == PER_RECORD)
		return;
	buf_add(&s->members, STR(",\"span\":["));
	buf_number(&s->members, rec->start);
	buf_byte(&s->members, ',');
	buf_number(&s->members, rec->end);
	buf_add(&s->members, STR("],\"text\":"));
	writer_string(&s->members, rec->text);
	attributes_write(&s->members, list, rec, 0, RANK_END);
}

/* How many code points stand before a byte of the segment's text. */
static size_t
count_to(struct segment *s, size_t byte)
{
	if (byte < s->at)
		s->at = s->at_cp = 0;
	s->at_cp += text_count(str_slice(buf_str(&s->text), s->at, byte));
	s->at = byte;
	return s->at_cp;
}

/* false: the record's text does not stand there in its segment. */
static bool
locate(struct segment *s, const struct record *rec, struct span *place_cp)
{
	struct str text = buf_str(&s->text);

	if (rec->end > text.len ||
	    !str_equal(str_slice(text, rec->start, rec->end), rec->text))
		return false;
	place_cp->start = count_to(s, rec->start);
	place_cp->end = place_cp->start + text_count(rec->text);
	return true;
}

/* Where the kind's objects are gathered; NULL: there are too many kinds. */
static struct buf *
objects_of(struct segment *s, struct str kind)
{
	struct group *others = s->groups + GROUP_OTHER, last;
	size_t at = s->others;

	if (str_equal(kind, STR("date")))
		return &s->groups[GROUP_DATE].objects;
	if (str_equal(kind, STR("target")))
		return &s->groups[GROUP_TARGET].objects;
	if (str_equal(kind, STR("crime")))
		return &s->groups[GROUP_CRIME].objects;
	while (at > 0 && str_compare(kind, buf_str(&others[at - 1].name)) < 0)
		at--;
	if (at > 0 && str_equal(kind, buf_str(&others[at - 1].name)))
		return &others[at - 1].objects;
	if (s->others == KINDS_MOST)
		return NULL;
	last = others[s->others];
	memmove(
	    others + at + 1, others + at, (s->others - at) * sizeof(*others));
	others[at] = last;
	set(&others[at].name, kind);
	s->others++;
	return &others[at].objects;
}

static void
write_record(struct document *d, const struct record *rec)
{
	struct segment *s = &d->segment;

	begin_small_object(d);
	buf_add(&d->object, STR("\"n\":"));
	buf_number(&d->object, rec->segment);
	if (s->has_text) {
		buf_add(&d->object, STR(",\"sentence\":"));
		writer_string(&d->object, buf_str(&s->text));
	}
	buf_add(&d->object, STR(",\"kind\":"));
	writer_string(&d->object, rec->kind);
	buf_byte(&d->object, ',');
	buf_add(&d->object, buf_str(&d->annotation));
	buf_byte(&d->object, '}');
	write_object(d);
}

static bool
gather(struct document *d, struct str kind, struct fault *fault)
{
	struct buf *objects = objects_of(&d->segment, kind);

	if (objects == NULL)
		return record_wrong(
		    fault, &d->why, 3, "more than 64 kinds in a segment", kind);
	buf_add(objects, objects->len > 0 ? STR(",{") : STR("{"));
	buf_add(objects, buf_str(&d->annotation));
	buf_byte(objects, '}');
	return true;
}

static bool
take_annotation(struct document *d, const struct record *rec, bool continues,
    struct fault *fault)
{
	struct segment *s = &d->segment;
	bool inside = continues && s->open && s->number == rec->segment;
	bool placed = inside && s->has_text;
	struct span place_cp;

	if (placed && !locate(s, rec, &place_cp))
		return record_wrong(fault, &d->why, 7,
		    "not what its segment has from start to end", rec->text);
	buf_clear(&d->annotation);
	if (!annotation_write(
		&d->annotation, rec, placed ? &place_cp : NULL, fault, &d->why))
		return false;
	if (!continues)
		start_document(d, rec->doc);
	if (!inside)
		start_segment(d, rec->segment);
	if (d->per == PER_RECORD) {
		write_record(d, rec);
		return true;
	}
	return gather(d, rec->kind, fault);
}

static bool
take(struct document *d, const struct record *rec, struct fault *fault)
{
	bool doc = str_equal(rec->kind, STR("doc"));
	bool seg = str_equal(rec->kind, STR("seg"));
	bool continues =
	    d->open && !doc && str_equal(rec->doc, buf_str(&d->id));
	struct attributes list;

	if (!doc && !seg && !str_equal(rec->kind, STR("end")))
		return take_annotation(d, rec, continues, fault);
	if (!attributes_read(&list, rec, fault, &d->why))
		return false;
	if (!continues)
		start_document(d, rec->doc);
	if (doc) {
		take_doc(d, rec, &list);
	} else if (seg) {
		take_segment(d, rec, &list);
	} else {
		d->has_end = true;
		document_finish(d);
	}
	return true;
}

void
document_take(
    struct document *d, const struct record *rec, const char *file, size_t line)
{
	struct fault fault = {FAULT_ERROR, file, line, 0, NULL};

	d->file = file;
	d->line = line;
	if (!take(d, rec, &fault))
		d->tell(d->context, &fault);
}
