#include "filter_state.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdlib.h>
#include <unistd.h>

#include "program.h"
#include "record.h"
#include "text.h"

void
annotations_add(struct annotations *a, struct span place, struct str value,
    struct str attributes)
{
	struct annotation *item;

	a->items = mem_grow(a->items, a->count, &a->cap, sizeof(*a->items));
	item = &a->items[a->count++];
	item->start = place.start;
	item->end = place.end;
	item->value.start = a->strings.len;
	buf_add(&a->strings, value);
	item->value.end = item->attributes.start = a->strings.len;
	buf_add(&a->strings, attributes);
	item->attributes.end = a->strings.len;
}

/* By start, then by end descending, then as found. */
static int
compare(const void *left, const void *right)
{
	const struct annotation *a = left, *b = right;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	return (a->value.start > b->value.start) -
	       (a->value.start < b->value.start);
}

/* They are mostly found in their order. */
static void
sort(struct annotations *a)
{
	for (size_t i = 1; i < a->count; i++) {
		if (compare(&a->items[i - 1], &a->items[i]) <= 0)
			continue;
		qsort(a->items, a->count, sizeof(*a->items), compare);
		return;
	}
}

/* A line as it was read, with the LF that stands behind it. */
static void
write_line(struct filter *f, struct str line)
{
	line.len++;
	if (f->from_text)
		output_add(&f->out, line);
	else
		output_lend(&f->out, line);
}

/* The seg line with every match marked, as far as they do not overlap. */
static void
write_colored(struct filter *f, const struct record *rec)
{
	size_t head = (size_t)(rec->text.data - rec->line.data), at = 0;

	output_add(&f->out, str_slice(rec->line, 0, head));
	for (size_t i = 0; i < f->annotations.count; i++) {
		const struct annotation *a = &f->annotations.items[i];

		if (a->start < at)
			continue;
		output_add(&f->out, str_slice(rec->text, at, a->start));
		output_add(&f->out, STR("\033[1;31m"));
		output_add(&f->out, str_slice(rec->text, a->start, a->end));
		output_add(&f->out, STR("\033[m"));
		at = a->end;
	}
	output_add(&f->out, str_from_offset(rec->text, at));
	output_add(&f->out, str_from_offset(rec->line, head + rec->text.len));
	output_add(&f->out, STR("\n"));
}

static void
write_segment(struct filter *f, const struct record *rec)
{
	bool wanted = f->mode == MODE_ALL ||
		      (f->mode == MODE_SENTENCES && f->annotations.count > 0);

	buf_clear(&f->held);
	if (wanted && f->color)
		write_colored(f, rec);
	else if (wanted)
		write_line(f, rec->line);
	else if (f->mode == MODE_SENTENCES && f->keep)
		buf_add(
		    &f->held, (struct str){rec->line.data, rec->line.len + 1});
}

static void
write_annotation(
    struct filter *f, const struct record *seg, struct annotation *a)
{
	struct str strings = buf_str(&f->annotations.strings);
	struct record rec = {.doc = seg->doc,
	    .segment = seg->segment,
	    .kind = str_from(f->tool->kind),
	    .start = a->start,
	    .end = a->end,
	    .value = str_slice(strings, a->value.start, a->value.end),
	    .text = str_slice(seg->text, a->start, a->end),
	    .attributes =
		str_slice(strings, a->attributes.start, a->attributes.end)};

	a->line = f->written.len;
	record_format(&f->written, &rec);
}

_Static_assert(INPUT_BEHIND >= TEXT_BEHIND, "a line can be folded in place");

static void
annotate(struct filter *f, const struct record *rec)
{
	struct sentence sentence = {.text = rec->text,
	    .reference = rec->value,
	    .attributes = rec->attributes,
	    .prefilter = f->prefilter};

	if (f->from_text)
		text_fold(&f->folded, rec->text);
	else
		text_fold_inside(&f->folded, rec->text);
	sentence.folded = buf_str(&f->folded);
	f->annotations.count = 0;
	buf_clear(&f->annotations.strings);
	if (!f->tool->find(f->self, &sentence, &f->annotations)) {
		struct fault fault = {FAULT_WARNING, f->file, f->line, 0,
		    "a limit ended the search in this sentence early"};

		message_tell(&f->messages, &fault);
	}
	sort(&f->annotations);
	write_segment(f, rec);
	buf_clear(&f->written);
	for (size_t i = 0; i < f->annotations.count; i++)
		write_annotation(f, rec, &f->annotations.items[i]);
	if (f->mode != MODE_COUNT)
		output_add(&f->out, buf_str(&f->written));
	f->found_in_file += f->annotations.count;
}

/* Fields 1 to 6 with the TAB behind them. */
static struct str
key_of(const struct record *rec)
{
	return str_slice(
	    rec->line, 0, (size_t)(rec->text.data - rec->line.data));
}

/* The first annotation of the segment that does not come before a place. */
static size_t
first_at(const struct annotations *all, size_t start, size_t end)
{
	size_t low = 0, high = all->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct annotation *a = &all->items[middle];

		if (a->start < start || (a->start == start && a->end > end))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Whether a record equal in fields 1 to 6 was written for this segment. */
static bool
is_written(const struct filter *f, const struct record *rec)
{
	const struct annotations *all = &f->annotations;
	struct str written = buf_str(&f->written), key = key_of(rec);

	for (size_t i = first_at(all, rec->start, rec->end);
	     i < all->count && all->items[i].start == rec->start &&
	     all->items[i].end == rec->end;
	     i++)
		if (str_starts(
			str_from_offset(written, all->items[i].line), key))
			return true;
	return false;
}

static void
take_own(struct filter *f, const struct record *rec)
{
	if (!f->keep || is_written(f, rec))
		return;
	f->found_in_file++;
	if (f->mode == MODE_COUNT)
		return;
	if (f->held.len > 0)
		output_add(&f->out, buf_str(&f->held));
	buf_clear(&f->held);
	write_line(f, rec->line);
}

static void
take(void *context, const struct record *rec)
{
	struct filter *f = context;

	if (str_equal(rec->kind, STR("seg")))
		annotate(f, rec);
	else if (str_equal(rec->kind, str_from(f->tool->kind)))
		take_own(f, rec);
	else if (f->mode == MODE_ALL)
		write_line(f, rec->line);
}

static void
tell(void *context, const struct fault *fault)
{
	struct filter *f = context;

	message_tell(&f->messages, fault);
}

static void
tell_foreign(struct filter *f, const struct input *in)
{
	struct fault fault = {FAULT_ERROR, in->name, in->line, 0, NULL};

	f->why.len--; /* the NUL */
	buf_text(&f->why, "; for plain text use -t or pipe through segment");
	buf_byte(&f->why, '\0');
	fault.text = f->why.data;
	message_tell(&f->messages, &fault);
}

static void
filter_records(struct filter *f, struct input *in)
{
	struct record rec;

	while (f->out.error == 0) {
		switch (record_next(in, &rec, tell, f, &f->why)) {
		case RECORD_OK:
			f->line = in->line;
			take(f, &rec);
			break;
		case RECORD_FOREIGN:
			tell_foreign(f, in);
			return;
		case RECORD_FAILED:
			message_errno(&f->messages, in->name, in->error);
			return;
		case RECORD_END:
			return;
		}
	}
}

static void
filter_text(struct filter *f, struct segmenter *segmenter, struct input *in)
{
	int error;

	f->line = 0;
	error = segment_input(segmenter, in);
	if (error != 0)
		message_errno(&f->messages, in->name, error);
}

static void
write_count(struct filter *f, bool several)
{
	struct buf line = {0};

	if (several)
		buf_printf(&line, "%s:", f->file);
	buf_number(&line, f->found_in_file);
	buf_byte(&line, '\n');
	output_add(&f->out, buf_str(&line));
	buf_free(&line);
}

static void
filter_file(struct filter *f, struct segmenter *segmenter, const char *name,
    bool several, bool last)
{
	struct input in;
	int error = input_open(&in, name, f->segmenting.max_line, &f->out);

	if (error != 0) {
		message_errno(&f->messages, name, error);
		return;
	}
	if (last)
		program_confine(&f->messages, f->sandbox, SANDBOX_READING);
	f->file = name;
	f->found_in_file = 0;
	f->annotations.count = 0;
	buf_clear(&f->held);
	if (f->from_text)
		filter_text(f, segmenter, &in);
	else
		filter_records(f, &in);
	if (f->mode == MODE_COUNT)
		write_count(f, several);
	f->found += f->found_in_file;
	input_close(&in);
}

static bool
open_tool(struct filter *f, struct buf *table_bytes)
{
	struct table extra;
	struct fault fault = {FAULT_ERROR, NULL, 0, 0, "out of memory"};
	int error;

	if (f->table_name != NULL) {
		error = table_load(&extra, f->table_name, table_bytes);
		if (error != 0) {
			message_errno(&f->messages, f->table_name, error);
			return false;
		}
	}
	f->self = f->tool->open(
	    f->table_name != NULL ? &extra : NULL, f->own, &fault);
	if (f->self == NULL)
		message_tell(&f->messages, &fault);
	return f->self != NULL;
}

static void
filter_all(struct filter *f, int count, char **names)
{
	static const char standard_input[] = "-";
	struct segment_sink sink = {take, tell, f};
	struct segmenter *segmenter = NULL;

	if (f->from_text)
		segmenter = segmenter_new(&f->segmenting, &sink);
	if (count == 0)
		filter_file(f, segmenter, standard_input, false, true);
	for (int i = 0; i < count && f->out.error == 0; i++)
		filter_file(f, segmenter, names[i], count > 1, i + 1 == count);
	segmenter_free(segmenter);
}

int
filter_main(int argc, char **argv, const struct annotator *tool)
{
	struct filter f = {.tool = tool, .messages = {.tool = tool->name}};
	struct buf table_bytes = {0};
	int status, error;

	status = filter_options(&f, argc, argv);
	if (status >= 0)
		return status;
#ifdef M_TRIM_THRESHOLD
	/* what compiling patterns frees is soon wanted again */
	mallopt(M_TRIM_THRESHOLD, 4 << 20);
#endif
	output_open(&f.out, STDOUT_FILENO);
	program_confine(&f.messages, f.sandbox, SANDBOX_OPENING);
	if (open_tool(&f, &table_bytes)) {
		filter_all(&f, argc - optind, argv + optind);
		tool->close(f.self);
		error = output_close(&f.out);
		if (error != 0)
			message_errno(&f.messages, "standard output", error);
	}
	buf_free(&table_bytes);
	buf_free(&f.folded);
	buf_free(&f.why);
	buf_free(&f.written);
	buf_free(&f.held);
	buf_free(&f.annotations.strings);
	free(f.annotations.items);
	status = message_close(&f.messages);
	return status == 0 && f.status_of_none && f.found == 0 ? 1 : status;
}
