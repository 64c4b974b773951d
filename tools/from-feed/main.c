/* from-feed: the items of news feeds become NDJSON documents. */
#include <stdio.h>
#include <unistd.h>

#include "bytes.h"
#include "entity.h"
#include "feed.h"
#include "message.h"
#include "program.h"
#include "publish.h"
#include "record.h"
#include "version.h"

struct from_feed {
	struct messages messages;
	struct output out;
	struct entities *entities;
	struct publisher *publisher;
	struct str since;
	bool sfeed, sandbox;
	size_t max_feed;
	struct workspace workspace;
	struct buf raw; /* reused */
};

static void
usage(FILE *stream)
{
	fputs("usage: from-feed [options] [file ...]\n"
	      "Turns RSS, Atom and JSON feeds into NDJSON documents for "
	      "segment -j.\n\n"
	      "      --since=DATE  only items of that day (month, year) on\n"
	      "      --sfeed       the input is sfeed(5) TSV\n"
	      "      --max-feed=N  largest feed in bytes\n"
	      "      --no-sandbox  do without the kernel's confinement\n"
	      "  -h, --help        this text\n"
	      "  -V, --version     version and table's hash\n",
	    stream);
}

static void
print_version(FILE *stream)
{
	fprintf(stream,
	    "from-feed (caodiem) " CAODIEM_VERSION "\nentities.tsv %016llx\n",
	    (unsigned long long)str_hash(HASH_START, entities_table()));
}

enum {
	OPTION_SINCE = 256,
	OPTION_SFEED,
	OPTION_MAX_FEED,
	OPTION_NO_SANDBOX,
};

static const struct option long_options[] = {
    {"since", required_argument, NULL, OPTION_SINCE},
    {"sfeed", no_argument, NULL, OPTION_SFEED},
    {"max-feed", required_argument, NULL, OPTION_MAX_FEED},
    {"no-sandbox", no_argument, NULL, OPTION_NO_SANDBOX},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, 'V'},
    {NULL, 0, NULL, 0},
};

/* What is wrong with the option's argument, or NULL. */
static const char *
apply(void *self, int letter, const char *argument)
{
	struct from_feed *f = self;

	switch (letter) {
	case OPTION_SINCE:
		f->since = str_from(argument);
		return f->since.len > 0 && record_is_date(f->since)
			   ? NULL
			   : "--since takes YYYY, YYYY-MM or YYYY-MM-DD";
	case OPTION_SFEED:
		f->sfeed = true;
		return NULL;
	case OPTION_MAX_FEED:
		return str_to_size(str_from(argument), &f->max_feed) &&
			       f->max_feed > 0
			   ? NULL
			   : "--max-feed takes a number of bytes";
	default:
		f->sandbox = false;
		return NULL;
	}
}

static const struct program program = {.name = "from-feed",
    .letters = "hV",
    .options = long_options,
    .usage = usage,
    .version = print_version,
    .apply = apply};

/* The whole feed; false: told. */
static bool
read_bytes(struct from_feed *f, struct feed *feed, struct input *in)
{
	struct str block;
	enum input_status status;

	buf_clear(&f->raw);
	while ((status = input_block(in, &block)) == INPUT_OK &&
	       f->raw.len <= f->max_feed)
		buf_add(&f->raw, block);
	if (status == INPUT_FAILED)
		message_errno(&f->messages, in->name, in->error);
	else if (f->raw.len > f->max_feed)
		feed_tell(feed, FAULT_ERROR, 0,
		    "a feed longer than %zu bytes left out; see --max-feed",
		    f->max_feed);
	else
		return true;
	return false;
}

static void
read_feed(struct from_feed *f, struct feed *feed, struct input *in, bool last)
{
	/* iconv(3) opens its tables when a feed names an encoding */
	if (!read_bytes(f, feed, in) || f->raw.len == 0 ||
	    !bytes_decode(&f->workspace, feed, buf_str(&f->raw)))
		return;
	if (last)
		program_confine(&f->messages, f->sandbox, SANDBOX_READING);
	bytes_read_feed(&f->workspace, feed);
	publish(f->publisher, feed);
}

static void
read_sfeed(struct from_feed *f, struct feed *feed, struct input *in, bool last)
{
	struct str line;
	enum input_status status;

	if (last)
		program_confine(&f->messages, f->sandbox, SANDBOX_READING);
	while ((status = input_line(in, &line)) == INPUT_OK ||
	       status == INPUT_TOO_LONG) {
		if (status == INPUT_TOO_LONG) {
			feed_tell(feed, FAULT_ERROR, in->line,
			    "line longer than %zu bytes left out",
			    in->max_line);
			continue;
		}
		if (!bytes_read_sfeed(&f->workspace, feed, line, in->line))
			continue;
		publish(f->publisher, feed);
		feed_drop(feed);
	}
	if (status == INPUT_FAILED)
		message_errno(&f->messages, in->name, in->error);
}

static void
read_file(struct from_feed *f, const char *name, bool last)
{
	struct input in;
	struct feed feed = {
	    .file = name, .tell = message_tell, .context = &f->messages};
	int error = input_open(&in, name, f->max_feed, &f->out);

	if (error != 0) {
		message_errno(&f->messages, name, error);
		return;
	}
	if (f->sfeed)
		read_sfeed(f, &feed, &in, last);
	else
		read_feed(f, &feed, &in, last);
	feed_free(&feed);
	input_close(&in);
}

static void
read_all(struct from_feed *f, int count, char **names)
{
	program_confine(&f->messages, f->sandbox, SANDBOX_OPENING);
	if (count == 0)
		read_file(f, "-", true);
	for (int i = 0; i < count && f->out.error == 0; i++)
		read_file(f, names[i], i + 1 == count);
}

int
main(int argc, char **argv)
{
	struct from_feed f = {.messages = {.tool = "from-feed"},
	    .sandbox = true,
	    .max_feed = RECORD_MAX_LINE};
	int status = program_options(&program, &f, argc, argv), error;

	if (status >= 0)
		return status;
	output_open(&f.out, STDOUT_FILENO);
	f.entities = entities_new();
	f.workspace.entities = f.entities;
	f.publisher = publisher_new(&f.out, f.entities, f.since);
	read_all(&f, argc - optind, argv + optind);
	publisher_free(f.publisher);
	entities_free(f.entities);
	buf_free(&f.raw);
	workspace_free(&f.workspace);
	error = output_close(&f.out);
	if (error != 0)
		message_errno(&f.messages, "standard output", error);
	return message_close(&f.messages);
}
