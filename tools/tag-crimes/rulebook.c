#include "rulebook.h"

#include <stdlib.h>
#include <string.h>

#include "choice.h"
#include "columns.h"
#include "text.h"

struct rulebook *
rulebook_new(void)
{
	struct rulebook *book = mem_resize(NULL, 1, sizeof(*book));

	*book = (struct rulebook){
	    .lexicon = lexicon_new(), .fake_tag = -1, .last_tag = -1};
	return book;
}

void
rulebook_free(struct rulebook *book)
{
	if (book == NULL)
		return;
	for (size_t i = 0; i < book->pattern_count; i++) {
		pattern_free(book->patterns[i].compiled);
		if (!book->prepared)
			free((char *)book->patterns[i].forms[0]);
	}
	free(book->patterns);
	buf_free(&book->phrase);
	buf_free(&book->folded);
	if (book->prepared) {
		free(book);
		return;
	}
	lexicon_free(book->lexicon);
	free(book->tags);
	free(book->rules);
	free(book->acts);
	free(book->aparts);
	free(book->classes);
	free(book->verbs);
	table_free_kept(&book->kept);
	free(book);
}

int
rulebook_tag(const struct rulebook *book, struct str name)
{
	for (size_t i = 0; i < book->tag_count; i++)
		if (str_equal(book->tags[i].name, name))
			return (int)i;
	return -1;
}

uint64_t
rulebook_class(const struct rulebook *book, struct str name)
{
	for (size_t i = 0; i < book->class_count; i++)
		if (str_equal(book->classes[i], name))
			return UINT64_C(1) << i;
	return 0;
}

int
rulebook_act(const struct rulebook *book, int class, int object)
{
	for (size_t i = book->act_count; i-- > 0;)
		if (book->acts[i].class == class &&
		    book->acts[i].object == object)
			return book->acts[i].tag;
	return object;
}

static bool
compile(struct named_pattern *p)
{
	struct buf why = {0};

	if (p->compiled == NULL)
		p->compiled =
		    pattern_compile(PATTERN_CHARACTERS, NULL, p->forms, &why);
	buf_free(&why);
	return p->compiled != NULL;
}

size_t
rulebook_pattern(
    struct rulebook *book, int number, struct str text, size_t at, bool *limit)
{
	struct named_pattern *p = &book->patterns[number];
	int form;

	if (!compile(p))
		return 0;
	form = pattern_match(p->compiled, text, at);
	*limit |= form == PATTERN_LIMIT;
	return form >= 0 ? pattern_end(p->compiled) : 0;
}

static bool
matches(void *context, int pattern, struct str text, size_t at)
{
	bool limit = false;

	/* the full look tells of the limit */
	return rulebook_pattern(context, pattern, text, at, &limit) != 0 ||
	       limit;
}

bool
rulebook_wakes(struct rulebook *book, const struct split *text)
{
	return lexicon_wakes(book->lexicon, text, matches, book);
}

/* Reading */

/* The next of comma-separated names; false at the end. */
static bool
next_name(struct str list, size_t *at, struct str *name)
{
	size_t comma;

	while (*at < list.len && list.data[*at] == ' ')
		++*at;
	if (*at >= list.len)
		return false;
	comma = str_find(list, STR(","), *at);
	*name = str_slice(list, *at, comma);
	*at = comma + 1;
	return true;
}

/* The classes of a list as bits, new ones made; false: more than there is
 * room for. */
static bool
add_classes(struct rulebook *book, struct str list, uint64_t *bits)
{
	struct str name;

	for (size_t at = 0; next_name(list, &at, &name);) {
		uint64_t bit = rulebook_class(book, name);

		if (bit == 0 && book->class_count == 64)
			return false;
		if (bit == 0) {
			bit = UINT64_C(1) << book->class_count;
			book->classes =
			    mem_grow(book->classes, book->class_count,
				&book->class_cap, sizeof(*book->classes));
			book->classes[book->class_count++] = name;
		}
		*bits |= bit;
	}
	return true;
}

static int
verb_class(struct rulebook *book, struct str name)
{
	for (size_t i = 0; i < book->verb_count; i++)
		if (str_equal(book->verbs[i], name))
			return (int)i;
	book->verbs = mem_grow(book->verbs, book->verb_count, &book->verb_cap,
	    sizeof(*book->verbs));
	book->verbs[book->verb_count] = name;
	return (int)book->verb_count++;
}

static bool
take_tag(
    struct rulebook *book, const struct table_row *row, struct fault *fault)
{
	struct str name = row->column[1];
	size_t slash = str_find(name, STR("/"), 0);
	int number = rulebook_tag(book, name), parent = -1;

	if (name.len == 0)
		return table_wrong(fault, 2, "a tag needs a name");
	if (!columns_is_tag(name))
		return table_wrong(
		    fault, 2, "no tag: a-z, 0-9, \"-\" and one \"/\"");
	if (!columns_are_articles(row->column[2]))
		return table_wrong(fault, 3, "no articles as 174,217a,255-258");
	if (!columns_are_codes(row->column[3]))
		return table_wrong(fault, 4, "no ICCS categories as 0601,0703");
	if (slash < name.len) {
		parent = rulebook_tag(book, str_slice(name, 0, slash));
		if (parent < 0)
			return table_wrong(fault, 2,
			    "the tag's first level must be a tag above it");
	}
	if (number < 0) {
		book->tags = mem_grow(book->tags, book->tag_count,
		    &book->tag_cap, sizeof(*book->tags));
		number = (int)book->tag_count++;
	}
	book->tags[number] = (struct tag){
	    name, row->column[2], row->column[3], parent < 0 ? number : parent};
	return true;
}

static bool
take_rule(
    struct rulebook *book, const struct table_row *row, struct fault *fault)
{
	struct rule rule = {.name = row->column[1]};

	if (!add_classes(book, row->column[2], &rule.needs) ||
	    !add_classes(book, row->column[3], &rule.unless))
		return table_wrong(fault, 3, "more than 64 context classes");
	book->rules = mem_grow(book->rules, book->rule_count, &book->rule_cap,
	    sizeof(*book->rules));
	book->rules[book->rule_count++] = rule;
	return true;
}

static bool
take_cue(
    struct rulebook *book, const struct table_row *row, struct fault *fault)
{
	uint64_t bits = 0;

	if (!add_classes(book, row->column[2], &bits))
		return table_wrong(fault, 3, "more than 64 context classes");
	text_fold(&book->folded, row->column[1]);
	if (!lexicon_add_cues(book->lexicon, buf_str(&book->folded), bits))
		return table_wrong(fault, 2, "no words");
	return true;
}

static bool
take_act(
    struct rulebook *book, const struct table_row *row, struct fault *fault)
{
	struct act act = {verb_class(book, row->column[1]),
	    rulebook_tag(book, row->column[2]),
	    rulebook_tag(book, row->column[3])};

	if (str_equal(row->column[3], STR("-")))
		act.tag = -1;
	else if (act.tag < 0)
		return table_wrong(fault, 4, "no such tag");
	if (act.object < 0)
		return table_wrong(fault, 3, "no such tag");
	book->acts = mem_grow(
	    book->acts, book->act_count, &book->act_cap, sizeof(*book->acts));
	book->acts[book->act_count++] = act;
	return true;
}

static int
find_rule(const struct rulebook *book, struct str name)
{
	for (size_t i = book->rule_count; i-- > 0;)
		if (str_equal(book->rules[i].name, name))
			return (int)i;
	return -1;
}

/* Takes a pattern; the built-in ones are compiled when first needed.  The
 * phrases of a row share theirs. */
static bool
add_pattern(struct rulebook *book, struct str regex, int *number)
{
	struct named_pattern p = {{NULL, NULL}, NULL};
	char *copy;

	if (regex.data == book->last_regex) {
		*number = (int)book->pattern_count - 1;
		return true;
	}
	book->last_regex = regex.data;
	copy = mem_resize(NULL, regex.len + 1, 1);
	memcpy(copy, regex.data, regex.len);
	copy[regex.len] = '\0';
	p.forms[0] = copy;
	book->patterns = mem_grow(book->patterns, book->pattern_count,
	    &book->pattern_cap, sizeof(*book->patterns));
	*number = (int)book->pattern_count;
	book->patterns[book->pattern_count++] = p;
	return !book->check_patterns ||
	       compile(&book->patterns[book->pattern_count - 1]);
}

/* How the columns "value" and "with" of a kind of phrase are read. */
enum column_use {
	USE_NONE,
	USE_TAG,
	USE_RULE,
	USE_CLASS,
	USE_REGEX,
	USE_TRADE, /* what a verb says of goods, or nothing */
};

/* What a phrase does in the quick look at a sentence. */
enum waking {
	SLEEPS,
	STIRS, /* see lexicon_stir() */
	WAKES,
};

static const struct {
	const char *kind;
	enum role role;
	enum waking waking;
	enum column_use value, with;
} phrase_kinds[] = {
    {"phrase", ROLE_PHRASE, WAKES, USE_TAG, USE_RULE},
    {"item", ROLE_ITEM, STIRS, USE_TAG, USE_RULE},
    {"goods", ROLE_GOODS, SLEEPS, USE_TAG, USE_TAG},
    {"not", ROLE_NOT, SLEEPS, USE_NONE, USE_NONE},
    {"head", ROLE_HEAD, STIRS, USE_NONE, USE_NONE},
    {"verb", ROLE_VERB, SLEEPS, USE_CLASS, USE_TRADE},
    {"filler", ROLE_FILLER, SLEEPS, USE_NONE, USE_NONE},
    {"number", ROLE_NUMBER, SLEEPS, USE_NONE, USE_NONE},
    {"illegal", ROLE_ILLEGAL, WAKES, USE_NONE, USE_NONE},
    {"fake", ROLE_FAKE, WAKES, USE_TAG, USE_NONE},
    {"link", ROLE_LINK, SLEEPS, USE_NONE, USE_NONE},
    {"open", ROLE_OPEN, SLEEPS, USE_NONE, USE_NONE},
    {"tally", ROLE_TALLY, SLEEPS, USE_NONE, USE_NONE},
    {"break", ROLE_BREAK, SLEEPS, USE_NONE, USE_NONE},
    {"ring", ROLE_RING, WAKES, USE_TAG, USE_CLASS},
    {"tail", ROLE_TAIL, SLEEPS, USE_TAG, USE_TAG},
    {"body", ROLE_BODY, SLEEPS, USE_NONE, USE_NONE},
    {"victim", ROLE_VICTIM, SLEEPS, USE_CLASS, USE_NONE},
    {"pattern", ROLE_PHRASE, WAKES, USE_TAG, USE_REGEX},
};

#define PHRASE_KINDS (sizeof(phrase_kinds) / sizeof(phrase_kinds[0]))

static bool
take_trade(struct str column, enum trade *trade)
{
	*trade = str_equal(column, STR("illegal")) ? TRADE_ILLEGAL
		 : str_equal(column, STR("fake"))  ? TRADE_FAKE
						   : TRADE_PLAIN;
	return column.len == 0 || *trade != TRADE_PLAIN;
}

/* Neighbouring rows mostly have one tag. */
static int
find_tag(const struct rulebook *book, struct str name)
{
	if (book->last_tag >= 0 &&
	    str_equal(book->tags[book->last_tag].name, name))
		return book->last_tag;
	return rulebook_tag(book, name);
}

/* Reads one column of a phrase into its entry. */
static bool
take_column(struct rulebook *book, struct entry *e, enum column_use use,
    struct str column, int *tag, const char **why)
{
	switch (use) {
	case USE_NONE:
		return true;
	case USE_TAG:
		if (column.len > 0)
			*tag = book->last_tag = find_tag(book, column);
		*why = "no such tag";
		return column.len == 0 || *tag >= 0;
	case USE_RULE:
		e->rule = column.len > 0 ? find_rule(book, column) : -1;
		*why = "no such rule";
		return column.len == 0 || e->rule >= 0;
	case USE_CLASS:
		e->class = verb_class(book, column);
		return true;
	case USE_TRADE:
		*why = "not \"illegal\" or \"fake\"";
		return take_trade(column, &e->trade);
	case USE_REGEX:
		*why = "not a regular expression";
		return add_pattern(book, column, &e->pattern);
	}
	return false;
}

static bool
needs_tag(enum role role)
{
	return role == ROLE_PHRASE || role == ROLE_ITEM || role == ROLE_FAKE ||
	       role == ROLE_TAIL;
}

static bool
take_phrase(struct rulebook *book, const struct table_row *row, size_t kind,
    struct fault *fault)
{
	struct entry *e;
	const char *why = NULL;

	text_fold(&book->folded, row->column[1]);
	if (phrase_kinds[kind].role == ROLE_ITEM &&
	    lexicon_list_goods(book->lexicon, buf_str(&book->folded),
		rulebook_tag(book, row->column[2])))
		return true;
	e = lexicon_add(
	    book->lexicon, buf_str(&book->folded), phrase_kinds[kind].role);
	if (e == NULL)
		return table_wrong(fault, 2, "no words");
	if (!take_column(book, e, phrase_kinds[kind].value, row->column[2],
		&e->tag, &why))
		return table_wrong(fault, 3, why);
	if (!take_column(book, e, phrase_kinds[kind].with, row->column[3],
		&e->other_tag, &why))
		return table_wrong(fault, 4, why);
	if (phrase_kinds[kind].waking == WAKES || e->trade != TRADE_PLAIN)
		e->wakes |= phrase_kinds[kind].role != ROLE_RING || e->tag >= 0;
	if (e->wakes || phrase_kinds[kind].waking == STIRS)
		lexicon_stir(book->lexicon, buf_str(&book->folded));
	if (phrase_kinds[kind].role == ROLE_FAKE)
		book->fake_tag = e->tag;
	if (e->tag < 0)
		return !needs_tag(phrase_kinds[kind].role) ||
		       table_wrong(fault, 3, "a tag is needed");
	e->cues =
	    rulebook_class(book, book->tags[book->tags[e->tag].parent].name);
	return true;
}

static bool
take_apart(
    struct rulebook *book, const struct table_row *row, struct fault *fault)
{
	struct entry *e;

	text_fold(&book->folded, row->column[1]);
	e = lexicon_find(book->lexicon, buf_str(&book->folded));
	if (e == NULL)
		return table_wrong(fault, 2, "not a phrase above this line");
	book->aparts = mem_grow(book->aparts, book->apart_count,
	    &book->apart_cap, sizeof(*book->aparts));
	e->apart = (int)book->apart_count;
	book->aparts[book->apart_count++] =
	    (struct apart){table_fold(&book->kept, row->column[2]),
		table_fold(&book->kept, row->column[3])};
	return true;
}

static bool
take_phrase_row(
    struct rulebook *book, const struct table_row *row, struct fault *fault)
{
	struct str kind = row->column[0];
	size_t same = book->last_kind;

	if (same < PHRASE_KINDS &&
	    str_equal(kind, str_from(phrase_kinds[same].kind)))
		return take_phrase(book, row, same, fault);
	for (size_t i = 0; i < PHRASE_KINDS; i++)
		if (str_equal(kind, str_from(phrase_kinds[i].kind))) {
			book->last_kind = i;
			return take_phrase(book, row, i, fault);
		}
	if (str_equal(kind, STR("cue")))
		return take_cue(book, row, fault);
	if (str_equal(kind, STR("apart")))
		return take_apart(book, row, fault);
	return table_wrong(fault, 1, "no such kind of row; see tag-crimes(1)");
}

/* A row whose text has choices is one for each phrase. */
static bool
take_row(void *context, const struct table_row *row, struct fault *fault)
{
	struct rulebook *book = context;
	struct str kind = row->column[0];
	struct table_row one = *row;
	const char *why;

	if (str_equal(kind, STR("tag")))
		return take_tag(book, row, fault);
	if (str_equal(kind, STR("rule")))
		return take_rule(book, row, fault);
	if (str_equal(kind, STR("act")))
		return take_act(book, row, fault);
	why = choice_fault(row->column[1]);
	if (why != NULL)
		return table_wrong(fault, 2, why);
	for (size_t i = 0; choice_phrase(row->column[1], i, &book->phrase);
	     i++) {
		one.column[1] = buf_str(&book->phrase);
		if (!take_phrase_row(book, &one, fault))
			return false;
	}
	return true;
}

bool
rulebook_read(
    struct rulebook *book, const struct table *table, struct fault *fault)
{
	return table_read(table, RULEBOOK_HEADER, take_row, book, fault);
}
