/* from-feed: the items of news feeds become NDJSON documents. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "decode.h"
#include "entity.h"
#include "feed.h"
#include "jsonfeed.h"
#include "mend.h"
#include "message.h"
#include "publish.h"
#include "record.h"
#include "sfeed.h"
#include "version.h"
#include "xml.h"

struct from_feed {
	struct messages messages;
	struct output out;
	struct entities *entities;
	struct publisher *publisher;
	struct str since;
	bool sfeed;
	size_t max_feed;
	struct buf raw, utf8, xml; /* reused */
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
	      "  -h, --help        this text\n"
	      "  -V, --version     version and table's hash\n",
	    stream);
}

static int
wrong_use(const char *why)
{
	if (why != NULL)
		fprintf(stderr, "from-feed: %s\n", why);
	fputs("from-feed: try --help\n", stderr);
	return 2;
}

/* The answer to -h or -V, checked like all output. */
static int
answer(int letter)
{
	if (letter == 'h')
		usage(stdout);
	else
		printf("from-feed (caodiem) " CAODIEM_VERSION
		       "\nentities.tsv %016llx\n",
		    (unsigned long long)str_hash(HASH_START, entities_table()));
	if (fflush(stdout) == EOF || ferror(stdout)) {
		perror("from-feed");
		return 2;
	}
	return 0;
}

/* -1: go on; else the status to end with. */
static int
parse_options(struct from_feed *f, int argc, char **argv)
{
	enum { SINCE = 256, SFEED, MAX_FEED };
	static const struct option list[] = {
	    {"since", required_argument, NULL, SINCE},
	    {"sfeed", no_argument, NULL, SFEED},
	    {"max-feed", required_argument, NULL, MAX_FEED},
	    {"help", no_argument, NULL, 'h'},
	    {"version", no_argument, NULL, 'V'},
	    {NULL, 0, NULL, 0},
	};
	int letter;

	while ((letter = getopt_long(argc, argv, "hV", list, NULL)) != -1) {
		if (letter == 'h' || letter == 'V')
			return answer(letter);
		if (letter == '?')
			return wrong_use(NULL);
		if (letter == SFEED)
			f->sfeed = true;
		else if (letter == SINCE)
			f->since = str_from(optarg);
		else if (!str_to_size(str_from(optarg), &f->max_feed) ||
			 f->max_feed == 0)
			return wrong_use("--max-feed takes a number of bytes");
		if (letter == SINCE &&
		    (f->since.len == 0 || !record_is_date(f->since)))
			return wrong_use(
			    "--since takes YYYY, YYYY-MM or YYYY-MM-DD");
	}
	return -1;
}

/* Decodes what is raw; false: told. */
static bool
decode_all(struct from_feed *f, struct feed *feed, struct str raw)
{
	char encoding[64];
	size_t malformed = 0;

	buf_clear(&f->utf8);
	if (!decode(&f->utf8, raw, &malformed, encoding)) {
		feed_tell(feed, FAULT_ERROR, 0,
		    "an encoding that iconv(3) does not know: \"%s\"",
		    encoding);
		return false;
	}
	if (malformed > 0)
		feed_tell(feed, FAULT_WARNING, 0,
		    "%zu malformed byte sequence%s replaced by U+FFFD",
		    malformed, malformed == 1 ? "" : "s");
	return true;
}

static bool
read_xml(struct from_feed *f, struct feed *feed)
{
	size_t dropped;

	buf_clear(&f->xml);
	mend_xml(&f->xml, buf_str(&f->utf8), f->entities, &dropped);
	if (dropped > 0)
		feed_tell(feed, FAULT_WARNING, 0,
		    "%zu reference%s to entities of the document type "
		    "declaration left out",
		    dropped, dropped == 1 ? "" : "s");
	return xml_read(feed, buf_str(&f->xml));
}

/* A whole feed; no bytes are no feed and no fault. */
static void
take_feed(struct from_feed *f, struct feed *feed)
{
	struct str start;
	bool is_feed;

	if (f->raw.len == 0 || !decode_all(f, feed, buf_str(&f->raw)))
		return;
	start = feed_trim(buf_str(&f->utf8));
	is_feed = str_starts(start, STR("{"))
		      ? jsonfeed_read(feed, buf_str(&f->utf8))
		      : read_xml(f, feed);
	publish(f->publisher, feed);
	if (!is_feed)
		feed_tell(feed, FAULT_ERROR, 0,
		    "not a feed: neither RSS, Atom nor JSON Feed%s",
		    str_find(start, STR("<html"), 0) < start.len
			? " (an HTML page)"
			: "");
}

static void
read_feed(struct from_feed *f, struct feed *feed, struct input *in)
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
		take_feed(f, feed);
}

static void
read_sfeed(struct from_feed *f, struct feed *feed, struct input *in)
{
	struct str line;
	enum input_status status;

	while ((status = input_line(in, &line)) != INPUT_END) {
		if (status == INPUT_FAILED) {
			message_errno(&f->messages, in->name, in->error);
			return;
		}
		if (status == INPUT_TOO_LONG) {
			feed_tell(feed, FAULT_ERROR, in->line,
			    "line longer than %zu bytes left out",
			    in->max_line);
			continue;
		}
		if (!decode_all(f, feed, line) ||
		    !sfeed_read(feed, buf_str(&f->utf8), in->line))
			continue;
		publish(f->publisher, feed);
		feed_drop(feed);
	}
}

static void
read_file(struct from_feed *f, const char *name)
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
		read_sfeed(f, &feed, &in);
	else
		read_feed(f, &feed, &in);
	feed_free(&feed);
	input_close(&in);
}

int
main(int argc, char **argv)
{
	struct from_feed f = {
	    .messages = {.tool = "from-feed"}, .max_feed = RECORD_MAX_LINE};
	int status = parse_options(&f, argc, argv), error;

	if (status >= 0)
		return status;
	output_open(&f.out, STDOUT_FILENO);
	f.entities = entities_new();
	f.publisher = publisher_new(&f.out, f.entities, f.since);
	if (optind == argc)
		read_file(&f, "-");
	for (int i = optind; i < argc; i++)
		read_file(&f, argv[i]);
	publisher_free(f.publisher);
	entities_free(f.entities);
	buf_free(&f.raw);
	buf_free(&f.utf8);
	buf_free(&f.xml);
	error = output_close(&f.out);
	if (error != 0)
		message_errno(&f.messages, "standard output", error);
	return message_close(&f.messages);
}
