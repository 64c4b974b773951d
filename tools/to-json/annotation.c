#include "annotation.h"

#include <string.h>

#include "writer.h"

/* More articles than the Penal Code has are not written out. */
#define ARTICLES_MOST 500

enum form {
	FORM_TEXT,
	FORM_WORDS,    /* "_" stands for a space */
	FORM_NUMBER,   /* the digits as they are */
	FORM_LIST,     /* a,b */
	FORM_ARTICLES, /* 247-259,256a */
};

/* The attributes of a kind, in their order. */
struct named {
	struct str key;
	enum form form;
};

/* A struct str as it can stand in a table. */
#define KEY(literal)                                                           \
	{                                                                      \
		literal, sizeof(literal) - 1                                   \
	}
#define END                                                                    \
	{                                                                      \
		{NULL, 0}, FORM_TEXT                                           \
	}

static const struct named of_doc[] = {{KEY("url"), FORM_TEXT},
    {KEY("source"), FORM_TEXT}, {KEY("published"), FORM_TEXT}, END};
static const struct named of_seg[] = {
    {KEY("role"), FORM_TEXT}, {KEY("section"), FORM_TEXT}, END};
static const struct named of_date[] = {{KEY("type"), FORM_TEXT},
    {KEY("first"), FORM_TEXT}, {KEY("last"), FORM_TEXT},
    {KEY("mod"), FORM_TEXT}, {KEY("implied"), FORM_LIST},
    {KEY("name"), FORM_TEXT}, {KEY("role"), FORM_TEXT},
    {KEY("conflict"), FORM_TEXT}, END};
static const struct named of_target[] = {{KEY("status"), FORM_TEXT},
    {KEY("class"), FORM_TEXT}, {KEY("op"), FORM_TEXT},
    {KEY("unit"), FORM_WORDS}, {KEY("change"), FORM_TEXT},
    {KEY("previous"), FORM_NUMBER}, {KEY("of"), FORM_WORDS},
    {KEY("base"), FORM_WORDS}, END};
static const struct named of_crime[] = {{KEY("code"), FORM_ARTICLES},
    {KEY("iccs"), FORM_LIST}, {KEY("context"), FORM_TEXT}, END};
static const struct named of_other[] = {END};

/* A target's value stands behind status and class. */
#define RANK_TARGET_VALUE 2

/* taken: the names that the kind's objects have for something else. */
struct kind {
	struct str name;
	const char *taken;
	const struct named *attributes;
};

static const struct kind kinds[] = {
    {KEY("seg"), " id date n span text dates targets crimes other ", of_seg},
    {KEY("doc"), " schema tool id date title complete segments meta ", of_doc},
    {KEY("end"), " ", of_other},
    {KEY("date"), " id date n sentence kind start end text value ", of_date},
    {KEY("target"),
	" id date n sentence kind start end text number min max done total ",
	of_target},
    {KEY("crime"), " id date n sentence kind start end text tag ", of_crime},
    {{NULL, 0}, " id date n sentence kind start end text value ", of_other},
};

static bool
same(struct str a, struct str b)
{
	return a.len == b.len && memcmp(a.data, b.data, a.len) == 0;
}

static const struct kind *
kind_of(const struct record *rec)
{
	const struct kind *kind = kinds;

	while (kind->name.data != NULL && !same(rec->kind, kind->name))
		kind++;
	return kind;
}

static bool
is_taken(const struct kind *kind, struct str key)
{
	const char *at = kind->taken;

	while (*++at != '\0') {
		size_t len = strcspn(at, " ");

		if (same(key, (struct str){at, len}))
			return true;
		at += len;
	}
	return false;
}

static unsigned
rank_of(const struct kind *kind, struct str key)
{
	unsigned rank = 0;

	for (; kind->attributes[rank].key.data != NULL; rank++)
		if (same(key, kind->attributes[rank].key))
			return rank;
	if (kind->attributes == of_doc && str_starts(key, STR("meta.")))
		return RANK_META;
	return RANK_UNKNOWN;
}

/* Keeps the list sorted; false: the key is there already. */
static bool
insert(struct attributes *list, const struct attribute *a)
{
	size_t at = list->count;

	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].rank == a->rank &&
		    str_equal(list->items[i].key, a->key))
			return false;
	for (; at > 0 && list->items[at - 1].rank > a->rank; at--)
		list->items[at] = list->items[at - 1];
	list->items[at] = *a;
	list->count++;
	return true;
}

static const char *
take_word(struct attributes *list, const struct kind *kind, struct str word)
{
	const char *equals = memchr(word.data, '=', word.len);
	struct attribute a;

	if (equals == NULL || equals == word.data)
		return "not key=value";
	a.key = str_slice(word, 0, (size_t)(equals - word.data));
	a.value = str_from_offset(word, a.key.len + 1);
	a.rank = rank_of(kind, a.key);
	if (list->count == ATTRIBUTES_MOST)
		return "more than 64 attributes";
	if (a.rank == RANK_UNKNOWN && is_taken(kind, a.key))
		return "an attribute with the name of another member";
	if (kind->attributes != of_other && a.rank < RANK_UNKNOWN &&
	    kind->attributes[a.rank].form == FORM_NUMBER &&
	    !writer_is_number(a.value))
		return "not a number";
	return insert(list, &a) ? NULL : "an attribute that is there already";
}

bool
attributes_read(struct attributes *list, const struct record *rec,
    struct fault *fault, struct buf *why)
{
	const struct kind *kind = kind_of(rec);
	struct str all = rec->attributes;
	size_t at = 0;

	list->kind = kind;
	list->count = 0;
	while (at < all.len) {
		size_t end = str_find(all, STR(" "), at);
		struct str word = str_slice(all, at, end);
		const char *wrong =
		    word.len > 0 ? take_word(list, kind, word) : NULL;

		if (wrong != NULL)
			return record_wrong(fault, why, 8, wrong, word);
		at = end + 1;
	}
	return true;
}

static void
write_words(struct buf *out, struct str value)
{
	size_t from = out->len;

	writer_string(out, value);
	for (size_t i = from; i < out->len; i++)
		if (out->data[i] == '_')
			out->data[i] = ' ';
}

/* The articles of "247-259" one by one, of which so many more are written out;
 * false: it is no such range, or there are more. */
static bool
write_range(struct buf *out, struct str item, size_t *left)
{
	size_t dash = str_find(item, STR("-"), 0), first, last;

	if (dash == item.len ||
	    !str_to_size(str_slice(item, 0, dash), &first) ||
	    !str_to_size(str_from_offset(item, dash + 1), &last) ||
	    first > last || last - first >= *left)
		return false;
	*left -= last - first + 1;
	for (size_t article = first; article <= last; article++) {
		if (article > first)
			buf_byte(out, ',');
		buf_byte(out, '"');
		buf_number(out, article);
		buf_byte(out, '"');
	}
	return true;
}

static void
write_list(struct buf *out, struct str value, bool articles)
{
	size_t at = 0, left = ARTICLES_MOST;

	buf_byte(out, '[');
	while (at <= value.len) {
		size_t end = str_find(value, STR(","), at);
		struct str item = str_slice(value, at, end);

		if (at > 0)
			buf_byte(out, ',');
		if (!articles || !write_range(out, item, &left))
			writer_string(out, item);
		at = end + 1;
	}
	buf_byte(out, ']');
}

static void
write_value(struct buf *out, enum form form, struct str value)
{
	switch (form) {
	case FORM_TEXT:
		writer_string(out, value);
		break;
	case FORM_WORDS:
		write_words(out, value);
		break;
	case FORM_NUMBER:
		buf_add(out, value);
		break;
	case FORM_LIST:
	case FORM_ARTICLES:
		write_list(out, value, form == FORM_ARTICLES);
		break;
	}
}

size_t
attributes_write(
    struct buf *out, const struct attributes *list, size_t from, unsigned end)
{
	const struct kind *kind = list->kind;

	for (; from < list->count && list->items[from].rank < end; from++) {
		const struct attribute *a = &list->items[from];
		struct str key = a->key;

		if (a->value.len == 0)
			continue;
		if (a->rank == RANK_META)
			key = str_from_offset(key, sizeof("meta.") - 1);
		buf_byte(out, ',');
		writer_string(out, key);
		buf_byte(out, ':');
		write_value(out,
		    a->rank < RANK_UNKNOWN ? kind->attributes[a->rank].form
					   : FORM_TEXT,
		    a->value);
	}
	return from;
}

static void
write_number(struct buf *out, struct str key, struct str digits)
{
	buf_add(out, key);
	buf_add(out, digits);
}

/* Whether a number is less than another; both without a sign or zeros in
 * front. */
static bool
is_less(struct str a, struct str b)
{
	size_t whole_a = str_find(a, STR("."), 0);
	size_t whole_b = str_find(b, STR("."), 0);
	size_t both = a.len < b.len ? a.len : b.len;
	int order;

	if (whole_a != whole_b)
		return whole_a < whole_b;
	order = memcmp(a.data, b.data, both);
	return order < 0 || (order == 0 && a.len < b.len);
}

/* ,"number":2 or ,"min":5,"max":7 (also of "giảm 7 - 5%") or
 * ,"done":28,"total":28 or nothing. */
static bool
write_target_value(struct buf *out, struct str value)
{
	size_t dots = str_find(value, STR(".."), 0);
	size_t slash = str_find(value, STR("/"), 0);
	size_t at = dots < value.len ? dots : slash;
	size_t width = dots < value.len ? 2 : 1;
	struct str first, second;

	if (value.len == 0)
		return true;
	if (at == value.len) {
		write_number(out, STR(",\"number\":"), value);
		return writer_is_number(value);
	}
	first = str_slice(value, 0, at);
	second = str_from_offset(value, at + width);
	if (width == 2 && is_less(second, first)) {
		struct str greater = first;

		first = second;
		second = greater;
	}
	write_number(
	    out, width == 2 ? STR(",\"min\":") : STR(",\"done\":"), first);
	write_number(
	    out, width == 2 ? STR(",\"max\":") : STR(",\"total\":"), second);
	return writer_is_number(first) && writer_is_number(second);
}

static void
write_place(
    struct buf *out, const struct record *rec, const struct span *place_cp)
{
	if (place_cp != NULL) {
		buf_add(out, STR("\"start\":"));
		buf_number(out, place_cp->start);
		buf_add(out, STR(",\"end\":"));
		buf_number(out, place_cp->end);
		buf_byte(out, ',');
	}
	buf_add(out, STR("\"text\":"));
	writer_string(out, rec->text);
}

bool
annotation_write(struct buf *out, const struct record *rec,
    const struct span *place_cp, struct fault *fault, struct buf *why)
{
	struct attributes list;
	size_t from = out->len, next = 0;

	if (!attributes_read(&list, rec, fault, why))
		return false;
	write_place(out, rec, place_cp);
	if (str_equal(rec->kind, STR("target"))) {
		next = attributes_write(out, &list, 0, RANK_TARGET_VALUE);
		if (!write_target_value(out, rec->value)) {
			out->len = from;
			return record_wrong(fault, why, 6,
			    "not a number, MIN..MAX or DONE/TOTAL", rec->value);
		}
	} else if (rec->value.len > 0) {
		buf_add(out, str_equal(rec->kind, STR("crime"))
				 ? STR(",\"tag\":")
				 : STR(",\"value\":"));
		writer_string(out, rec->value);
	}
	attributes_write(out, &list, next, RANK_END);
	return true;
}
