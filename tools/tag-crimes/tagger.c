#include "tagger.h"

#include <stdlib.h>
#include <string.h>

#include "compose.h"
#include "prepared.h"
#include "record.h"

static const char *const own_options[] = {
    "only-tags=TAGS",
    "only these tags and what is below them, by comma",
    NULL,
};

struct tagger {
	struct rulebook *book;
	bool *wanted; /* of each tag */
	struct split split;
	struct reading reading;
	struct mentions mentions;
	struct buf attributes;
};

static void
tagger_close(void *self)
{
	struct tagger *t = self;

	rulebook_free(t->book);
	free(t->wanted);
	split_free(&t->split);
	reading_free(&t->reading);
	free(t->mentions.items);
	buf_free(&t->attributes);
	free(t);
}

/* Which tags are wanted; false: one of the names is no tag. */
static bool
choose_tags(struct tagger *t, const char *names)
{
	struct rulebook *book = t->book;
	struct str list = str_from(names != NULL ? names : "");
	size_t at = 0;

	t->wanted = mem_resize(NULL, book->tag_count + 1, sizeof(*t->wanted));
	for (size_t i = 0; i < book->tag_count; i++)
		t->wanted[i] = names == NULL;
	while (names != NULL && at <= list.len) {
		size_t comma = str_find(list, STR(","), at);
		int tag = rulebook_tag(book, str_slice(list, at, comma));

		if (tag < 0)
			return false;
		for (size_t i = 0; i < book->tag_count; i++)
			t->wanted[i] |=
			    (int)i == tag || book->tags[i].parent == tag;
		at = comma + 1;
	}
	return true;
}

/* The prepared rulebook, or one of both tables; NULL: *fault tells. */
static struct rulebook *
open_book(const struct table *extra, struct fault *fault)
{
	struct rulebook *book;

	if (extra == NULL)
		return prepared_rulebook();
	book = rulebook_new();
	if (rulebook_read(book, &prepared_tables[0], fault)) {
		/* the patterns of the built-in table are known to be good */
		book->check_patterns = true;
		if (rulebook_read(book, extra, fault))
			return book;
	}
	rulebook_free(book);
	return NULL;
}

static void *
tagger_open(
    const struct table *extra, const char *const *own, struct fault *fault)
{
	struct rulebook *book = open_book(extra, fault);
	struct tagger *t;

	if (book == NULL)
		return NULL;
	t = mem_resize(NULL, 1, sizeof(*t));
	*t = (struct tagger){.book = book};
	if (!choose_tags(t, own[0])) {
		*fault = (struct fault){FAULT_ERROR, NULL, 0, 0,
		    "--only-tags: no such tag; --print-table shows them"};
		tagger_close(t);
		return NULL;
	}
	return t;
}

static void
report(struct tagger *t, const struct mention *m, struct annotations *found)
{
	const struct tag *tag = &t->book->tags[m->tag];
	struct span place = {t->reading.places[m->start].start,
	    t->reading.places[m->end - 1].end};

	buf_clear(&t->attributes);
	if (tag->articles.len > 0)
		record_add_attribute(&t->attributes, "code", tag->articles);
	if (tag->iccs.len > 0)
		record_add_attribute(&t->attributes, "iccs", tag->iccs);
	if (m->body)
		record_add_attribute(&t->attributes, "context", STR("body"));
	annotations_add(found, place, tag->name, buf_str(&t->attributes));
}

static bool
tagger_find(
    void *self, const struct sentence *sentence, struct annotations *found)
{
	struct tagger *t = self;
	bool complete;

	split_text(&t->split, sentence->folded);
	if (sentence->prefilter && !rulebook_wakes(t->book, &t->split))
		return true;
	reading_make(&t->reading, t->book, &t->split, sentence->text);
	complete = compose(t->book, &t->reading, &t->mentions);
	for (size_t i = 0; i < t->mentions.count; i++)
		if (t->wanted[t->mentions.items[i].tag])
			report(t, &t->mentions.items[i], found);
	return complete;
}

const struct annotator tagger = {
    .name = "tag-crimes",
    .kind = "crime",
    .purpose = "Tags the crimes that sentences of a record stream name",
    .tables = prepared_tables,
    .own_options = own_options,
    .open = tagger_open,
    .find = tagger_find,
    .close = tagger_close,
};
