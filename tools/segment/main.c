/*
 * Text files or NDJSON documents to sentences: the first stage of the
 * pipeline.
 */
#include <stdio.h>
#include <unistd.h>

#include "boundary.h"
#include "program.h"
#include "role.h"
#include "segment.h"
#include "table.h"
#include "version.h"

struct tool {
	struct messages messages;
	struct output out;
	bool sandbox;
};

static void
usage(FILE *stream)
{
	fputs(
	    "usage: segment [options] [file ...]\n"
	    "Cuts Vietnamese news into sentences, one record a line.\n\n"
	    "  -d, --date DATE        reference date (YYYY[-MM[-DD]])\n"
	    "  -i, --id ID            id of the one document\n"
	    "  -j, --json             the input is NDJSON documents\n"
	    "  -w, --wrapped          only an empty line ends a paragraph\n"
	    "      --encoding=NAME    the input is not UTF-8 (see iconv -l)\n"
	    "      --keep-fields=A,B  with -j: members to keep as meta.A, meta.B\n"
	    "      --max-line=N       with -j: longest document in bytes\n"
	    "      --no-sandbox       do without the kernel's confinement\n"
	    "      --print-table      print the table of abbreviations\n"
	    "  -h, --help             this text\n"
	    "  -V, --version          version and tables' hashes\n",
	    stream);
}

static void
print_hash(const struct table *t)
{
	printf("%s %016llx\n", t->name,
	    (unsigned long long)str_hash(HASH_START, t->data));
}

static int
answer(int letter)
{
	const struct table *tables = boundary_tables();

	if (letter == 'h') {
		usage(stdout);
	} else if (letter == 'V') {
		puts("segment (caodiem) " CAODIEM_VERSION);
		for (; tables->name != NULL; tables++)
			print_hash(tables);
		print_hash(role_table());
	} else {
		fwrite(tables->data.data, 1, tables->data.len, stdout);
	}
	if (fflush(stdout) == EOF || ferror(stdout)) {
		perror("segment");
		return 2;
	}
	return 0;
}

static char *
room(void *context, size_t size)
{
	return output_room(&((struct tool *)context)->out, size);
}

static void
emit(void *context, const struct record *rec)
{
	struct tool *tool = context;

	output_add(&tool->out, (struct str){rec->line.data, rec->line.len + 1});
}

static void
tell(void *context, const struct fault *fault)
{
	struct tool *tool = context;

	message_tell(&tool->messages, fault);
}

static void
segment_file(struct tool *tool, struct segmenter *segmenter, const char *name,
    size_t max_line, bool last)
{
	struct input in;
	int error = input_open(&in, name, max_line, &tool->out);

	if (error == 0) {
		if (last)
			program_confine(
			    &tool->messages, tool->sandbox, SANDBOX_READING);
		error = segment_input(segmenter, &in);
		input_close(&in);
	}
	if (error != 0)
		message_errno(&tool->messages, name, error);
}

static int
wrong_use(const char *why)
{
	if (why != NULL)
		fprintf(stderr, "segment: %s\n", why);
	fputs("segment: try --help\n", stderr);
	return 2;
}

enum { OPTION_PRINT_TABLE = SEGMENT_OPTION_END, OPTION_NO_SANDBOX };

static const struct option long_options[] = {
    SEGMENT_LONG_OPTIONS,
    {"print-table", no_argument, NULL, OPTION_PRINT_TABLE},
    {"no-sandbox", no_argument, NULL, OPTION_NO_SANDBOX},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, 'V'},
    {NULL, 0, NULL, 0},
};

/* -1: go on; else the status to end with. */
static int
parse_options(
    struct tool *tool, struct segment_options *options, int argc, char **argv)
{
	const char *why = NULL;
	int letter;

	while ((letter = getopt_long(argc, argv, SEGMENT_LETTERS "hV",
		    long_options, NULL)) != -1) {
		if (letter == 'h' || letter == 'V' ||
		    letter == OPTION_PRINT_TABLE)
			return answer(letter);
		if (letter == OPTION_NO_SANDBOX)
			tool->sandbox = false;
		else if (letter == '?' ||
			 !segment_option(options, letter, optarg, &why))
			return wrong_use(why);
	}
	if (options->id != NULL && argc - optind > 1)
		return wrong_use("-i is for one document");
	return -1;
}

static void
segment_all(struct tool *tool, const struct segment_options *options, int count,
    char **names)
{
	struct segment_sink sink = {emit, tell, tool};
	struct segmenter *segmenter;

	program_confine(&tool->messages, tool->sandbox, SANDBOX_OPENING);
	segmenter = segmenter_new(options, &sink);
	segment_lend(segmenter, room);
	if (count == 0)
		segment_file(tool, segmenter, "-", options->max_line, true);
	for (int i = 0; i < count && tool->out.error == 0; i++)
		segment_file(tool, segmenter, names[i], options->max_line,
		    i + 1 == count);
	segmenter_free(segmenter);
}

int
main(int argc, char **argv)
{
	struct tool tool = {.messages = {.tool = "segment"}, .sandbox = true};
	struct segment_options options = {.max_line = RECORD_MAX_LINE};
	int error, status = parse_options(&tool, &options, argc, argv);

	if (status >= 0)
		return status;
	output_open(&tool.out, STDOUT_FILENO);
	segment_all(&tool, &options, argc - optind, argv + optind);
	error = output_close(&tool.out);
	if (error != 0)
		message_errno(&tool.messages, "standard output", error);
	return message_close(&tool.messages);
}
