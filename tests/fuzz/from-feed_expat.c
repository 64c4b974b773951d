/*
 * Where expat alone takes the bytes as they are, the pass in front of it
 * changes nothing: the same items, with the same fields, come out.
 */
#include <expat.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"
#include "tools/from-feed/mend.h"
#include "tools/from-feed/xml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is well-formed and yet meant to be read otherwise: markup inside the
 * elements whose content is text, and a document type. */
struct look {
	size_t depth, text_depth;
	bool other;
};

static void XMLCALL
look_start(void *context, const char *name, const char **attributes)
{
	static const char *const texts[] = {
	    "title", "description", "encoded", "summary", "content", "body"};
	struct look *look = context;
	const char *colon = strchr(name, ':');

	(void)attributes;
	look->depth++;
	/* letters beyond ASCII begin no name of a feed's elements */
	look->other |= look->text_depth > 0 || (unsigned char)*name >= 0x80;
	name = colon != NULL ? colon + 1 : name;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (strcmp(name, texts[i]) == 0)
			look->text_depth = look->depth;
}

static void XMLCALL
look_end(void *context, const char *name)
{
	struct look *look = context;

	(void)name;
	if (look->text_depth == look->depth--)
		look->text_depth = 0;
}

static void XMLCALL
look_comment(void *context, const char *text)
{
	struct look *look = context;

	(void)text;
	look->other |= look->text_depth > 0;
}

static void XMLCALL
look_instruction(void *context, const char *target, const char *text)
{
	(void)text;
	look_comment(context, target);
}

static void XMLCALL
look_doctype(void *context, const char *name, const char *system,
    const char *public, int internal)
{
	struct look *look = context;

	(void)name;
	(void)system;
	(void)public;
	(void)internal;
	look->other = true;
}

static bool
is_plain_xml(struct str s)
{
	XML_Parser parser = XML_ParserCreate("UTF-8");
	struct look look = {0};
	bool good;

	if (parser == NULL)
		abort();
	XML_SetUserData(parser, &look);
	XML_SetElementHandler(parser, look_start, look_end);
	XML_SetCommentHandler(parser, look_comment);
	XML_SetProcessingInstructionHandler(parser, look_instruction);
	XML_SetStartDoctypeDeclHandler(parser, look_doctype);
	good = XML_Parse(parser, s.data, (int)s.len, 1) == XML_STATUS_OK;
	XML_ParserFree(parser);
	return good && !look.other;
}

static void
ignore(void *context, const struct fault *fault)
{
	(void)context;
	if (fault->text == NULL)
		abort();
}

static bool
same(const struct buf *a, const struct buf *b)
{
	return str_equal(buf_str(a), buf_str(b));
}

static bool
same_text(const struct text *a, const struct text *b)
{
	return a->html == b->html && same(&a->data, &b->data);
}

static void
compare(const struct feed *a, const struct feed *b, bool lines)
{
	if (a->count != b->count || !same(&a->title, &b->title) ||
	    !same(&a->link, &b->link))
		abort();
	for (size_t i = 0; i < a->count; i++) {
		const struct item *x = &a->items[i], *y = &b->items[i];

		if ((lines && x->line != y->line) ||
		    !same_text(&x->title, &y->title) ||
		    !same_text(&x->summary, &y->summary) ||
		    !same_text(&x->content, &y->content) ||
		    !same(&x->link, &y->link) || !same(&x->guid, &y->guid) ||
		    !same(&x->published, &y->published) ||
		    !same(&x->updated, &y->updated) ||
		    !same(&x->categories, &y->categories))
			abort();
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct entities *entities;
	struct str bytes = {(const char *)data, size};
	struct feed alone = {.file = "-", .tell = ignore};
	struct feed mended = {.file = "-", .tell = ignore};
	struct buf xml = {0};
	size_t dropped;

	if (entities == NULL)
		entities = entities_new();
	if (!text_is_utf8(bytes) || !is_plain_xml(bytes))
		return 0;
	mend_xml(&xml, bytes, entities, &dropped);
	if (xml_read(&alone, bytes) != xml_read(&mended, buf_str(&xml)) ||
	    dropped > 0)
		abort();
	/* a CR alone ends a line for expat, and only there */
	compare(&alone, &mended, memchr(data, '\r', size) == NULL);
	feed_free(&alone);
	feed_free(&mended);
	buf_free(&xml);
	return 0;
}
