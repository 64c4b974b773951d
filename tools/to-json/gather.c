#include "gather.h"

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

struct gatherer {
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

struct gatherer *
gather_new(enum per per, struct writer *writer, fault_fn *tell, void *context)
{
	struct gatherer *g = mem_resize(NULL, 1, sizeof(*g));

	*g = (struct gatherer){
	    .per = per, .writer = writer, .tell = tell, .context = context};
	buf_text(&g->segment.groups[GROUP_DATE].name, "dates");
	buf_text(&g->segment.groups[GROUP_TARGET].name, "targets");
	buf_text(&g->segment.groups[GROUP_CRIME].name, "crimes");
	return g;
}

void
gather_free(struct gatherer *g)
{
	for (size_t i = 0; i < GROUP_OTHER + KINDS_MOST; i++) {
		buf_free(&g->segment.groups[i].name);
		buf_free(&g->segment.groups[i].objects);
	}
	buf_free(&g->segment.members);
	buf_free(&g->segment.text);
	buf_free(&g->id);
	buf_free(&g->date);
	buf_free(&g->head);
	buf_free(&g->segments);
	buf_free(&g->annotation);
	buf_free(&g->object);
	buf_free(&g->why);
	free(g);
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
begin_small_object(struct gatherer *g)
{
	buf_clear(&g->object);
	buf_add(&g->object, STR("{\"id\":"));
	writer_string(&g->object, buf_str(&g->id));
	add_member(&g->object, "date", buf_str(&g->date));
	buf_byte(&g->object, ',');
}

static void
write_object(struct gatherer *g)
{
	writer_begin(g->writer);
	writer_add(g->writer, buf_str(&g->object));
	writer_end(g->writer);
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
finish_segment(struct gatherer *g)
{
	if (!g->segment.open)
		return;
	g->segment.open = false;
	if (g->per == PER_RECORD)
		return;
	if (g->per == PER_SEGMENT) {
		begin_small_object(g);
		add_segment(&g->object, &g->segment);
		write_object(g);
		return;
	}
	buf_add(&g->segments, g->segments.len > 0 ? STR(",{") : STR("{"));
	add_segment(&g->segments, &g->segment);
}

static void
start_segment(struct gatherer *g, size_t number)
{
	struct segment *s = &g->segment;

	finish_segment(g);
	s->open = true;
	s->has_text = false;
	s->number = number;
	buf_clear(&s->members);
	buf_add(&s->members, STR("\"n\":"));
	buf_number(&s->members, number);
}

static void
tell_incomplete(struct gatherer *g)
{
	struct fault fault = {FAULT_ERROR, g->doc_file, g->doc_line, 0, NULL};

	buf_clear(&g->why);
	buf_text(&g->why, "document \"");
	text_add_printable(&g->why, buf_str(&g->id));
	buf_text(&g->why, "\" has no end record: a program before this one "
			  "did not finish");
	buf_byte(&g->why, '\0');
	fault.text = g->why.data;
	g->tell(g->context, &fault);
}

static void
write_document(struct gatherer *g)
{
	buf_clear(&g->object);
	buf_add(&g->object,
	    STR("{\"schema\":\"caodiem/1\",\"tool\":\"caodiem " CAODIEM_VERSION
		"\",\"id\":"));
	writer_string(&g->object, buf_str(&g->id));
	add_member(&g->object, "date", buf_str(&g->date));
	buf_add(&g->object, buf_str(&g->head));
	if (g->has_doc)
		buf_add(&g->object, g->has_end ? STR(",\"complete\":true")
					       : STR(",\"complete\":false"));
	buf_add(&g->object, STR(",\"segments\":["));
	writer_begin(g->writer);
	writer_add(g->writer, buf_str(&g->object));
	writer_add(g->writer, buf_str(&g->segments));
	writer_add(g->writer, STR("]}"));
	writer_end(g->writer);
}

void
gather_finish(struct gatherer *g)
{
	if (!g->open)
		return;
	finish_segment(g);
	if (g->has_doc && !g->has_end)
		tell_incomplete(g);
	if (g->per == PER_DOCUMENT)
		write_document(g);
	g->open = false;
}

static void
start_document(struct gatherer *g, struct str id)
{
	gather_finish(g);
	g->open = true;
	g->has_doc = g->has_end = false;
	set(&g->id, id);
	buf_clear(&g->date);
	buf_clear(&g->head);
	buf_clear(&g->segments);
}

/* Of a doc record: its own attributes, then "meta" with meta.NAME. */
static void
add_head(
    struct gatherer *g, const struct record *rec, const struct attributes *list)
{
	size_t next, from, start;

	add_member(&g->head, "title", rec->text);
	next = attributes_write(&g->head, list, 0, RANK_META);
	from = g->head.len;
	buf_add(&g->head, STR(",\"meta\":"));
	start = g->head.len;
	attributes_write(&g->head, list, next, RANK_END);
	if (g->head.len == start) {
		g->head.len = from;
		return;
	}
	g->head.data[start] = '{'; /* was the comma */
	buf_byte(&g->head, '}');
}

static void
take_doc(
    struct gatherer *g, const struct record *rec, const struct attributes *list)
{
	g->has_doc = true;
	g->doc_file = g->file;
	g->doc_line = g->line;
	set(&g->date, rec->value);
	add_head(g, rec, list);
}

static void
take_segment(
    struct gatherer *g, const struct record *rec, const struct attributes *list)
{
	struct segment *s = &g->segment;

	start_segment(g, rec->segment);
	if (g->date.len == 0)
		set(&g->date, rec->value);
	s->has_text = true;
	s->at = s->at_cp = 0;
	set(&s->text, rec->text);
	if (g->per == PER_RECORD)
		return;
	buf_add(&s->members, STR(",\"span\":["));
	buf_number(&s->members, rec->start);
	buf_byte(&s->members, ',');
	buf_number(&s->members, rec->end);
	buf_add(&s->members, STR("],\"text\":"));
	writer_string(&s->members, rec->text);
	attributes_write(&s->members, list, 0, RANK_END);
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
write_record(struct gatherer *g, const struct record *rec)
{
	struct segment *s = &g->segment;

	begin_small_object(g);
	buf_add(&g->object, STR("\"n\":"));
	buf_number(&g->object, rec->segment);
	if (s->has_text) {
		buf_add(&g->object, STR(",\"sentence\":"));
		writer_string(&g->object, buf_str(&s->text));
	}
	buf_add(&g->object, STR(",\"kind\":"));
	writer_string(&g->object, rec->kind);
	buf_byte(&g->object, ',');
	buf_add(&g->object, buf_str(&g->annotation));
	buf_byte(&g->object, '}');
	write_object(g);
}

static bool
add_object(struct gatherer *g, struct str kind, struct fault *fault)
{
	struct buf *objects = objects_of(&g->segment, kind);

	if (objects == NULL)
		return record_wrong(
		    fault, &g->why, 3, "more than 64 kinds in a segment", kind);
	buf_add(objects, objects->len > 0 ? STR(",{") : STR("{"));
	buf_add(objects, buf_str(&g->annotation));
	buf_byte(objects, '}');
	return true;
}

static bool
take_annotation(struct gatherer *g, const struct record *rec, bool continues,
    struct fault *fault)
{
	struct segment *s = &g->segment;
	bool inside = continues && s->open && s->number == rec->segment;
	bool placed = inside && s->has_text;
	struct span place_cp;

	if (placed && !locate(s, rec, &place_cp))
		return record_wrong(fault, &g->why, 7,
		    "not what its segment has from start to end", rec->text);
	buf_clear(&g->annotation);
	if (!annotation_write(
		&g->annotation, rec, placed ? &place_cp : NULL, fault, &g->why))
		return false;
	if (!continues)
		start_document(g, rec->doc);
	if (!inside)
		start_segment(g, rec->segment);
	if (g->per == PER_RECORD) {
		write_record(g, rec);
		return true;
	}
	return add_object(g, rec->kind, fault);
}

static bool
take(struct gatherer *g, const struct record *rec, struct fault *fault)
{
	bool doc = str_equal(rec->kind, STR("doc"));
	bool seg = str_equal(rec->kind, STR("seg"));
	bool continues =
	    g->open && !doc && str_equal(rec->doc, buf_str(&g->id));
	struct attributes list;

	if (!doc && !seg && !str_equal(rec->kind, STR("end")))
		return take_annotation(g, rec, continues, fault);
	if (!attributes_read(&list, rec, fault, &g->why))
		return false;
	if (!continues)
		start_document(g, rec->doc);
	if (doc) {
		take_doc(g, rec, &list);
	} else if (seg) {
		take_segment(g, rec, &list);
	} else {
		g->has_end = true;
		gather_finish(g);
	}
	return true;
}

void
gather_take(
    struct gatherer *g, const struct record *rec, const char *file, size_t line)
{
	struct fault fault = {FAULT_ERROR, file, line, 0, NULL};

	g->file = file;
	g->line = line;
	if (!take(g, rec, &fault))
		g->tell(g->context, &fault);
}
