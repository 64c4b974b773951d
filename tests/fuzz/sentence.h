/*
 * What every annotator must hold for any sentence: the same annotations with
 * and without its prefilter, each a place of whole characters, with a value
 * and attributes that a record can carry.
 */
#ifndef CAODIEM_FUZZ_SENTENCE_H
#define CAODIEM_FUZZ_SENTENCE_H

#include <stdlib.h>

#include "filter.h"
#include "record.h"
#include "text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void
check_annotation(const struct sentence *s, const struct annotations *all,
    const struct annotation *a)
{
	struct str strings = buf_str(&all->strings);
	struct str value = str_slice(strings, a->value.start, a->value.end);
	struct str attributes =
	    str_slice(strings, a->attributes.start, a->attributes.end);

	if (a->start >= a->end || a->end > s->text.len)
		abort();
	if (!text_is_utf8(str_slice(s->text, a->start, a->end)))
		abort();
	if (!text_is_clean(value) || !text_is_clean(attributes) ||
	    str_find(value, STR("\t"), 0) < value.len ||
	    str_find(attributes, STR("\t"), 0) < attributes.len)
		abort();
	/* words of one space between, each key=value */
	for (size_t at = 0; at < attributes.len;) {
		size_t end = str_find(attributes, STR(" "), at);

		if (str_find(str_slice(attributes, at, end), STR("="), 1) >=
		    end - at)
			abort();
		at = end + 1;
	}
}

static inline void
compare_annotations(const struct annotations *a, const struct annotations *b)
{
	if (a->count != b->count ||
	    !str_equal(buf_str(&a->strings), buf_str(&b->strings)))
		abort();
	for (size_t i = 0; i < a->count; i++)
		if (a->items[i].start != b->items[i].start ||
		    a->items[i].end != b->items[i].end)
			abort();
}

/* The first byte chooses the reference date and the section, the rest is the
 * sentence. */
static inline int
fuzz_sentence(const struct annotator *tool, const uint8_t *data, size_t size)
{
	static const char *const references[] = {
	    "", "2023", "2023-12", "2024-02-29", "2007-01-01", "1990-06"};
	static const char *const attributes[] = {"", "section=goals",
	    "section=results", "role=heading section=time"};
	static void *self;
	static struct annotations with, without;
	static const char *none[FILTER_OWN_OPTIONS];
	struct fault fault = {0};
	struct buf folded = {0};
	struct sentence s = {0};

	if (self == NULL)
		self = tool->open(NULL, none, &fault);
	if (self == NULL || size == 0)
		return self == NULL ? (abort(), 0) : 0;
	s.text = (struct str){(const char *)data + 1, size - 1};
	if (!text_is_clean(s.text) || s.text.len > 65536 ||
	    str_find(s.text, STR("\t"), 0) < s.text.len)
		return -1;
	text_fold(&folded, s.text);
	s.folded = buf_str(&folded);
	s.reference = str_from(references[data[0] % 6]);
	s.attributes = str_from(attributes[data[0] / 6 % 4]);
	s.prefilter = true;
	with.count = without.count = 0;
	buf_clear(&with.strings);
	buf_clear(&without.strings);
	tool->find(self, &s, &with);
	s.prefilter = false;
	tool->find(self, &s, &without);
	compare_annotations(&with, &without);
	for (size_t i = 0; i < with.count; i++)
		check_annotation(&s, &with, &with.items[i]);
	buf_free(&folded);
	return 0;
}

#endif
