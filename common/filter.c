#include "filter.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io.h"
#include "record.h"
#include "segment.h"
#include "text.h"
#include "version.h"

enum mode {
	MODE_ALL,       /* every line, and the own records */
	MODE_ONLY,      /* -o: the own records */
	MODE_SENTENCES, /* -s: these and the lines that they stand in */
	MODE_COUNT,     /* -c: how many */
};

struct filter {
	const struct annotator *tool;
	void *self;
	struct messages messages;
	struct output out;
	struct segment_options segmenting;
	enum mode mode;
	bool from_text, keep, status_of_none, color, prefilter;
	const char *table_name, *own[FILTER_OWN_OPTIONS];
	/* of the input that is read */
	const char *file;
	size_t line, found_in_file, found;
	/* reused from line to line */
	struct buf folded, why, written, held;
	struct annotations annotations;
};

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

static void
write_line(struct filter *f, struct str line)
{
	output_add(&f->out, line);
	output_add(&f->out, STR("\n"));
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
	write_line(f, str_from_offset(rec->line, head + rec->text.len));
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
		buf_add(&f->held, rec->line);
}

static void
write_annotation(
    struct filter *f, const struct record *seg, const struct annotation *a)
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

	record_format(&f->written, &rec);
}

static void
annotate(struct filter *f, const struct record *rec)
{
	struct sentence sentence = {.text = rec->text,
	    .reference = rec->value,
	    .prefilter = f->prefilter};

	text_fold(&f->folded, rec->text);
	sentence.folded = buf_str(&f->folded);
	f->annotations.count = 0;
	buf_clear(&f->annotations.strings);
	if (!f->tool->find(f->self, &sentence, &f->annotations)) {
		struct fault fault = {FAULT_WARNING, f->file, f->line, 0,
		    "a limit ended the search in this sentence early"};

		message_tell(&f->messages, &fault);
	}
	if (f->annotations.count > 1)
		qsort(f->annotations.items, f->annotations.count,
		    sizeof(*f->annotations.items), compare);
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

/* Whether a record equal in fields 1 to 6 was written for this segment. */
static bool
is_written(const struct filter *f, const struct record *rec)
{
	struct str written = buf_str(&f->written);
	struct str key = key_of(rec);
	size_t at = 0;

	while (at < written.len) {
		if (str_starts(str_from_offset(written, at), key))
			return true;
		at = str_find(written, STR("\n"), at) + 1;
	}
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
		write_line(f, buf_str(&f->held));
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

	for (;;) {
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
	write_line(f, buf_str(&line));
	buf_free(&line);
}

static void
filter_file(struct filter *f, struct segmenter *segmenter, const char *name,
    bool several)
{
	struct input in;
	int error = input_open(&in, name, f->segmenting.max_line, &f->out);

	if (error != 0) {
		message_errno(&f->messages, name, error);
		return;
	}
	f->file = name;
	f->found_in_file = 0;
	buf_clear(&f->written);
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

static void
usage(const struct annotator *tool, FILE *stream)
{
	fprintf(stream,
	    "usage: %s [options] [file ...]\n"
	    "%s.\n\n"
	    "  -t, --text         the input is plain text, not records\n"
	    "  -d, --date DATE    with -t: reference date (YYYY[-MM[-DD]])\n"
	    "  -i, --id ID        with -t: id of the document\n"
	    "  -j, --json         with -t: the input is NDJSON documents\n"
	    "  -w, --wrapped      with -t: only an empty line ends a paragraph\n"
	    "      --encoding=NAME, --keep-fields=A,B  with -t: see segment(1)\n"
	    "  -o, --only         write only this tool's own records\n"
	    "  -s, --sentences    these and the seg lines that they stand in\n"
	    "  -c, --count        only the number of own records\n"
	    "  -k, --keep         keep the own records that are there already\n"
	    "  -e, --exit-status  status 1 when nothing was found\n"
	    "  -f, --table FILE   more entries, or others for the built-in\n"
	    "      --print-table  print the built-in table\n"
	    "      --color=WHEN   mark matches: auto, always, never\n"
	    "      --max-line=N   longest line in bytes\n"
	    "      --no-prefilter try a match at every place\n",
	    tool->name, tool->purpose);
	for (const char *const *own = tool->own_options;
	     own != NULL && *own != NULL; own += 2)
		fprintf(stream, "      --%-13s%s\n", own[0], own[1]);
	fprintf(stream, "  -h, --help         this text\n"
			"  -V, --version      version and tables' hashes\n");
}

static void
print_version(const struct annotator *tool)
{
	printf("%s (caodiem) " CAODIEM_VERSION "\n", tool->name);
	for (const struct table *t = tool->tables; t->name != NULL; t++)
		printf("%s %016llx\n", t->name,
		    (unsigned long long)str_hash(HASH_START, t->data));
}

enum {
	OPTION_COLOR = SEGMENT_OPTION_END,
	OPTION_PRINT_TABLE,
	OPTION_NO_PREFILTER,
	OPTION_OWN,
};

#define LETTERS SEGMENT_LETTERS "tosckef:hV"

static const struct option shared_options[] = {
    SEGMENT_LONG_OPTIONS,
    {"text", no_argument, NULL, 't'},
    {"only", no_argument, NULL, 'o'},
    {"sentences", no_argument, NULL, 's'},
    {"count", no_argument, NULL, 'c'},
    {"keep", no_argument, NULL, 'k'},
    {"exit-status", no_argument, NULL, 'e'},
    {"table", required_argument, NULL, 'f'},
    {"color", required_argument, NULL, OPTION_COLOR},
    {"print-table", no_argument, NULL, OPTION_PRINT_TABLE},
    {"no-prefilter", no_argument, NULL, OPTION_NO_PREFILTER},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, 'V'},
};

#define SHARED (sizeof(shared_options) / sizeof(shared_options[0]))

/* Names of the tool's own options, cut at their "=". */
struct all_options {
	struct option list[SHARED + FILTER_OWN_OPTIONS + 1];
	char names[FILTER_OWN_OPTIONS][32];
};

static void
collect_options(struct all_options *all, const struct annotator *tool)
{
	const char *const *own = tool->own_options;

	memset(all, 0, sizeof(*all));
	memcpy(all->list, shared_options, sizeof(shared_options));
	for (int i = 0;
	     i < FILTER_OWN_OPTIONS && own != NULL && own[2 * i] != NULL; i++) {
		size_t len = strcspn(own[2 * i], "=");
		bool argument = own[2 * i][len] == '=';

		if (len >= sizeof(all->names[i]))
			abort();
		memcpy(all->names[i], own[2 * i], len);
		all->list[SHARED + (size_t)i] = (struct option){all->names[i],
		    argument ? required_argument : no_argument, NULL,
		    OPTION_OWN + i};
	}
}

static bool
set_color(struct filter *f, const char *when)
{
	const char *no_color = getenv("NO_COLOR");

	f->color = strcmp(when, "always") == 0 ||
		   (strcmp(when, "auto") == 0 && isatty(STDOUT_FILENO) &&
		       (no_color == NULL || *no_color == '\0'));
	return f->color || strcmp(when, "auto") == 0 ||
	       strcmp(when, "never") == 0;
}

/* Applies one option; false: *why tells what is wrong with it, if known. */
static bool
apply(struct filter *f, int letter, const char *argument, const char **why)
{
	switch (letter) {
	case 't':
		f->from_text = true;
		return true;
	case 'o':
		f->mode = f->mode == MODE_ALL ? MODE_ONLY : f->mode;
		return true;
	case 's':
		f->mode = f->mode == MODE_COUNT ? MODE_COUNT : MODE_SENTENCES;
		return true;
	case 'c':
		f->mode = MODE_COUNT;
		return true;
	case 'k':
		f->keep = true;
		return true;
	case 'e':
		f->status_of_none = true;
		return true;
	case 'f':
		f->table_name = argument;
		return true;
	case OPTION_COLOR:
		*why = "--color takes auto, always or never";
		return set_color(f, argument);
	case OPTION_NO_PREFILTER:
		f->prefilter = false;
		return true;
	default:
		if (letter >= OPTION_OWN) {
			f->own[letter - OPTION_OWN] =
			    argument != NULL ? argument : "";
			return true;
		}
		return segment_option(&f->segmenting, letter, argument, why);
	}
}

/* The answer to -h, -V, --print-table, checked like all output. */
static int
answer(const struct annotator *tool, int letter)
{
	if (letter == 'h')
		usage(tool, stdout);
	else if (letter == 'V')
		print_version(tool);
	else
		fwrite(tool->tables[0].data.data, 1, tool->tables[0].data.len,
		    stdout);
	if (fflush(stdout) == EOF || ferror(stdout)) {
		perror(tool->name);
		return 2;
	}
	return 0;
}

static int
wrong_use(const struct filter *f, const char *why)
{
	if (why != NULL)
		fprintf(stderr, "%s: %s\n", f->tool->name, why);
	fprintf(stderr, "%s: try --help\n", f->tool->name);
	return 2;
}

/* -1: go on; else the status to end with. */
static int
parse_options(struct filter *f, int argc, char **argv)
{
	struct all_options all;
	const char *why = NULL;
	bool segmenting = false;
	int letter;

	collect_options(&all, f->tool);
	while (
	    (letter = getopt_long(argc, argv, LETTERS, all.list, NULL)) != -1) {
		if (letter == 'h' || letter == 'V' ||
		    letter == OPTION_PRINT_TABLE)
			return answer(f->tool, letter);
		if (letter == '?' || !apply(f, letter, optarg, &why))
			return wrong_use(f, why);
		segmenting |= letter == SEGMENT_ENCODING ||
			      letter == SEGMENT_KEEP_FIELDS ||
			      (letter < SEGMENT_ENCODING &&
				  strchr(SEGMENT_LETTERS, letter) != NULL);
	}
	if (segmenting && !f->from_text)
		return wrong_use(f, "-d, -i, -j, -w, --encoding and "
				    "--keep-fields are for -t");
	if (f->segmenting.id != NULL && argc - optind > 1)
		return wrong_use(f, "-i is for one document");
	return -1;
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
	static char standard_input[] = "-";
	char *none[] = {standard_input};
	struct segment_sink sink = {take, tell, f};
	struct segmenter *segmenter = NULL;

	if (f->from_text)
		segmenter = segmenter_new(&f->segmenting, &sink);
	if (count == 0)
		filter_file(f, segmenter, none[0], false);
	for (int i = 0; i < count; i++)
		filter_file(f, segmenter, names[i], count > 1);
	segmenter_free(segmenter);
}

int
filter_main(int argc, char **argv, const struct annotator *tool)
{
	struct filter f = {.tool = tool,
	    .messages = {.tool = tool->name},
	    .segmenting = {.max_line = RECORD_MAX_LINE},
	    .prefilter = true};
	struct buf table_bytes = {0};
	int status, error;

	set_color(&f, "auto");
	status = parse_options(&f, argc, argv);
	if (status >= 0)
		return status;
	output_open(&f.out, STDOUT_FILENO);
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
