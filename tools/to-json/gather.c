#include "gather.h"

#include <stdlib.h>

#include "annotated.h"
#include "annotation.h"
#include "text.h"
#include "version.h"

/* So many bytes of an id are shown in a message. */
#define ID_SHOWN 200

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
	struct annotated segment;
	struct buf annotation, object, why; /* reused */
};

struct gatherer *
gather_new(enum per per, struct writer *writer, fault_fn *tell, void *context)
{
	struct gatherer *g = mem_resize(NULL, 1, sizeof(*g));

	*g = (struct gatherer){
	    .per = per, .writer = writer, .tell = tell, .context = context};
	annotated_init(&g->segment);
	return g;
}

void
gather_free(struct gatherer *g)
{
	annotated_free(&g->segment);
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
finish_segment(struct gatherer *g)
{
	if (!g->segment.open)
		return;
	g->segment.open = false;
	if (g->per == PER_RECORD)
		return;
	if (g->per == PER_SEGMENT) {
		begin_small_object(g);
		annotated_write(&g->object, &g->segment);
		write_object(g);
		return;
	}
	buf_add(&g->segments, g->segments.len > 0 ? STR(",{") : STR("{"));
	annotated_write(&g->segments, &g->segment);
}

static void
start_segment(struct gatherer *g, size_t number)
{
	finish_segment(g);
	annotated_start(&g->segment, number);
}

static void
tell_incomplete(struct gatherer *g)
{
	struct fault fault = {FAULT_ERROR, g->doc_file, g->doc_line, 0, NULL};
	struct str id = buf_str(&g->id);

	while (id.len > ID_SHOWN || !text_is_utf8(id))
		id.len--;
	buf_clear(&g->why);
	buf_text(&g->why, "document \"");
	text_add_printable(&g->why, id);
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
	start_segment(g, rec->segment);
	annotated_set_text(&g->segment, rec, list);
	if (g->date.len == 0)
		set(&g->date, rec->value);
}

static void
write_record(struct gatherer *g, const struct record *rec)
{
	struct annotated *s = &g->segment;

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
	struct buf *objects = annotated_objects(&g->segment, kind);

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
	struct annotated *s = &g->segment;
	bool inside = continues && s->open && s->number == rec->segment;
	bool placed = inside && s->has_text;
	struct span place_cp;

	if (placed && !annotated_locate(s, rec, &place_cp))
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

/* A document that was written may lack what comes behind its end: lines that
 * were sorted. */
static void
tell_behind(struct gatherer *g, const struct record *rec)
{
	struct fault fault = {FAULT_ERROR, g->file, g->line, 0, NULL};

	record_wrong(&fault, &g->why, 1,
	    "behind the end record of its document; "
	    "records must stay in order (sort -s -k1,1)",
	    rec->doc);
	g->tell(g->context, &fault);
}

static bool
take(struct gatherer *g, const struct record *rec, struct fault *fault)
{
	bool doc = str_equal(rec->kind, STR("doc"));
	bool seg = str_equal(rec->kind, STR("seg"));
	bool continues =
	    g->open && !doc && str_equal(rec->doc, buf_str(&g->id));
	struct attributes list;

	if (!g->open && g->has_end && !doc &&
	    str_equal(rec->doc, buf_str(&g->id)))
		tell_behind(g, rec);
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
