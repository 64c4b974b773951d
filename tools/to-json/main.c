/* to-json: the record stream becomes JSON, an object a document. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "document.h"
#include "writer.h"
#include "message.h"
#include "record.h"
#include "version.h"

struct options {
	enum per per;
	bool array, pretty;
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

static int
wrong_use(const char *why)
{
	if (why != NULL)
		fprintf(stderr, "to-json: %s\n", why);
	fputs("to-json: try --help\n", stderr);
	return 2;
}

/* The answer to -h or -V, checked like all output. */
static int
answer(int letter)
{
	if (letter == 'h')
		usage(stdout);
	else
		puts("to-json (caodiem) " CAODIEM_VERSION);
	if (fflush(stdout) == EOF || ferror(stdout)) {
		perror("to-json");
		return 2;
	}
	return 0;
}

/* -1: go on; else the status to end with. */
static int
parse_options(struct options *options, int argc, char **argv)
{
	enum { PER = 256, MAX_LINE };
	static const struct option list[] = {
	    {"per", required_argument, NULL, PER},
	    {"array", no_argument, NULL, 'a'},
	    {"pretty", no_argument, NULL, 'p'},
	    {"max-line", required_argument, NULL, MAX_LINE},
	    {"help", no_argument, NULL, 'h'},
	    {"version", no_argument, NULL, 'V'},
	    {NULL, 0, NULL, 0},
	};
	int letter;

	while ((letter = getopt_long(argc, argv, "aphV", list, NULL)) != -1) {
		if (letter == 'h' || letter == 'V')
			return answer(letter);
		if (letter == 'a')
			options->array = true;
		else if (letter == 'p')
			options->pretty = true;
		else if (letter == PER && !set_per(options, optarg))
			return wrong_use(
			    "--per takes document, segment or record");
		else if (letter == MAX_LINE &&
			 (!str_to_size(str_from(optarg), &options->max_line) ||
			     options->max_line == 0))
			return wrong_use("--max-line takes a number of bytes");
		else if (letter == '?')
			return wrong_use(NULL);
	}
	return -1;
}

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

static void
read_file(struct document *document, const char *name,
    const struct options *options, struct output *out,
    struct messages *messages)
{
	struct input in;
	struct record rec;
	struct buf why = {0};
	enum record_status status;
	int error = input_open(&in, name, options->max_line, out);

	if (error != 0) {
		message_errno(messages, name, error);
		return;
	}
	while ((status = record_next(
		    &in, &rec, message_tell, messages, &why)) == RECORD_OK)
		document_take(document, &rec, name, in.line);
	if (status == RECORD_FOREIGN)
		tell_foreign(messages, &in, &why);
	else if (status == RECORD_FAILED)
		message_errno(messages, name, in.error);
	input_close(&in);
	buf_free(&why);
}

int
main(int argc, char **argv)
{
	struct options options = {.max_line = RECORD_MAX_LINE};
	struct messages messages = {.tool = "to-json"};
	struct output out;
	struct writer writer = {.out = &out};
	struct document *document;
	int status = parse_options(&options, argc, argv), error;

	if (status >= 0)
		return status;
	output_open(&out, STDOUT_FILENO);
	writer.array = options.array;
	writer.pretty = options.pretty;
	document = document_new(options.per, &writer, message_tell, &messages);
	if (optind == argc)
		read_file(document, "-", &options, &out, &messages);
	for (int i = optind; i < argc; i++)
		read_file(document, argv[i], &options, &out, &messages);
	document_finish(document);
	writer_close(&writer);
	error = output_close(&out);
	if (error != 0)
		message_errno(&messages, "standard output", error);
	document_free(document);
	return message_close(&messages);
}
