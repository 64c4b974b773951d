#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "filter_state.h"
#include "version.h"

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
	    "      --no-prefilter try a match at every place\n"
	    "      --no-sandbox   do without the kernel's confinement\n",
	    tool->name, tool->purpose);
	for (const char *const *own = tool->own_options;
	     own != NULL && *own != NULL; own += 2)
		fprintf(stream, "      --%-12s %s\n", own[0], own[1]);
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
	OPTION_NO_SANDBOX,
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
    {"no-sandbox", no_argument, NULL, OPTION_NO_SANDBOX},
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
	for (size_t i = 0;
	     i < FILTER_OWN_OPTIONS && own != NULL && own[2 * i] != NULL; i++) {
		size_t len = strcspn(own[2 * i], "=");
		bool argument = own[2 * i][len] == '=';

		if (len >= sizeof(all->names[i]))
			abort();
		memcpy(all->names[i], own[2 * i], len);
		all->list[SHARED + i] = (struct option){all->names[i],
		    argument ? required_argument : no_argument, NULL,
		    OPTION_OWN + (int)i};
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
		*why = "-f takes one table";
		if (f->table_name != NULL)
			return false;
		f->table_name = argument;
		return true;
	case OPTION_COLOR:
		*why = "--color takes auto, always or never";
		return set_color(f, argument);
	case OPTION_NO_PREFILTER:
		f->prefilter = false;
		return true;
	case OPTION_NO_SANDBOX:
		f->sandbox = false;
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

int
filter_options(struct filter *f, int argc, char **argv)
{
	struct all_options all;
	const char *why = NULL;
	bool segmenting = false;
	int letter;

	f->segmenting.max_line = RECORD_MAX_LINE;
	f->prefilter = true;
	f->sandbox = true;
	set_color(f, "auto");
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
