/* to-json: the record stream becomes JSON, an object a document. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "gather.h"
#include "writer.h"
#include "message.h"
#include "program.h"
#include "record.h"
#include "version.h"

struct options {
	enum per per;
	bool array, pretty, sandbox;
	size_t max_line;
};

static void
usage(FILE *stream)
{
	fputs("usage: to-json [options] [file ...]\n"
	      "Turns records into JSON, one object a document and line.\n\n"
	      "      --per=WHAT    an object a document, segment or record\n"
	      "  -a, --array       one JSON array of all objects\n"
	      "  -p, --pretty      indented\n"
	      "      --max-line=N  longest line in bytes\n"
	      "      --no-sandbox  do without the kernel's confinement\n"
	      "  -h, --help        this text\n"
	      "  -V, --version     version\n",
	    stream);
}

static bool
set_per(struct options *options, const char *what)
{
	static const char *const names[] = {"document", "segment", "record"};

	for (unsigned i = 0; i < 3; i++)
		if (strcmp(what, names[i]) == 0) {
			options->per = (enum per)i;
			return true;
		}
	return false;
}

static void
print_version(FILE *stream)
{
	fputs("to-json (caodiem) " CAODIEM_VERSION "\n", stream);
}

enum {
	OPTION_PER = 256,
	OPTION_MAX_LINE,
	OPTION_NO_SANDBOX,
};

static const struct option long_options[] = {
    {"per", required_argument, NULL, OPTION_PER},
    {"array", no_argument, NULL, 'a'},
    {"pretty", no_argument, NULL, 'p'},
    {"max-line", required_argument, NULL, OPTION_MAX_LINE},
    {"no-sandbox", no_argument, NULL, OPTION_NO_SANDBOX},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, 'V'},
    {NULL, 0, NULL, 0},
};

/* What is wrong with the option's argument, or NULL. */
static const char *
apply(void *self, int letter, const char *argument)
{
	struct options *options = self;

	switch (letter) {
	case 'a':
		options->array = true;
		return NULL;
	case 'p':
		options->pretty = true;
		return NULL;
	case OPTION_PER:
		return set_per(options, argument)
			   ? NULL
			   : "--per takes document, segment or record";
	case OPTION_MAX_LINE:
		return str_to_size(str_from(argument), &options->max_line) &&
			       options->max_line > 0
			   ? NULL
			   : "--max-line takes a number of bytes";
	default:
		options->sandbox = false;
		return NULL;
	}
}

static const struct program program = {.name = "to-json",
    .letters = "aphV",
    .options = long_options,
    .usage = usage,
    .version = print_version,
    .apply = apply};

static void
tell_foreign(struct messages *messages, const struct input *in, struct buf *why)
{
	struct fault fault = {FAULT_ERROR, in->name, in->line, 0, NULL};

	why->len--; /* the NUL */
	buf_text(why, "; pipe plain text through segment, JSON documents "
		      "through segment -j");
	buf_byte(why, '\0');
	fault.text = why->data;
	message_tell(messages, &fault);
}

struct to_json {
	struct options options;
	struct messages messages;
	struct output out;
	struct writer writer;
	struct gatherer *gatherer;
	struct buf why;
};

static void
read_file(struct to_json *t, const char *name, bool last)
{
	struct input in;
	struct record rec;
	enum record_status status;
	int error = input_open(&in, name, t->options.max_line, &t->out);

	if (error != 0) {
		message_errno(&t->messages, name, error);
		return;
	}
	if (last)
		program_confine(
		    &t->messages, t->options.sandbox, SANDBOX_READING);
	while ((status = record_next(&in, &rec, message_tell, &t->messages,
		    &t->why)) == RECORD_OK)
		gather_take(t->gatherer, &rec, name, in.line);
	if (status == RECORD_FOREIGN)
		tell_foreign(&t->messages, &in, &t->why);
	else if (status == RECORD_FAILED)
		message_errno(&t->messages, name, in.error);
	input_close(&in);
}

static void
read_all(struct to_json *t, int count, char **names)
{
	program_confine(&t->messages, t->options.sandbox, SANDBOX_OPENING);
	if (count == 0)
		read_file(t, "-", true);
	for (int i = 0; i < count && t->out.error == 0; i++)
		read_file(t, names[i], i + 1 == count);
	gather_finish(t->gatherer);
	writer_close(&t->writer);
}

int
main(int argc, char **argv)
{
	struct to_json t = {.messages = {.tool = "to-json"},
	    .options = {.max_line = RECORD_MAX_LINE, .sandbox = true}};
	int status = program_options(&program, &t.options, argc, argv), error;

	if (status >= 0)
		return status;
	output_open(&t.out, STDOUT_FILENO);
	t.writer.out = &t.out;
	t.writer.array = t.options.array;
	t.writer.pretty = t.options.pretty;
	t.gatherer =
	    gather_new(t.options.per, &t.writer, message_tell, &t.messages);
	read_all(&t, argc - optind, argv + optind);
	error = output_close(&t.out);
	if (error != 0)
		message_errno(&t.messages, "standard output", error);
	gather_free(t.gatherer);
	buf_free(&t.why);
	return message_close(&t.messages);
}
