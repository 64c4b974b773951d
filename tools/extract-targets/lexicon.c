#include "lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "pattern.h"
#include "text.h"

#define FILTER_BITS 12
#define FILTER_WORDS ((size_t)1 << (FILTER_BITS - 6))

struct lexicon {
	struct cue *cues;
	size_t count, cap;
	struct pattern *pattern; /* form n is cues[n] */
	struct buf why;
	uint64_t filter[FILTER_WORDS]; /* hashes of first words */
};

static const char *const kind_names[CUE_KINDS] = {"op", "after", "from", "fill",
    "reach", "same", "up", "down", "level", "none", "goal", "compare", "but",
    "then", "and", "past", "verb", "head", "zero"};
static const char *const op_names[] = {
    "", "gt", "ge", "lt", "le", "approx", NULL};
static const char *const goal_names[] = {
    "verb", "order", "weak", "noun", "plan", "must", "will", "assign", "duty", NULL};
static const char *const zero_names[] = {"goal", "result", NULL};
static const char *const past_names[] = {"", "adverb", NULL};
static const char *const verb_names[] = {"", "task", NULL};
static const char *const no_names[] = {"", NULL};

/* Place of name in a list that ends with NULL; -1 if it is not there. */
static int
find_name(const char *const *names, struct str name)
{
	for (int i = 0; names[i] != NULL; i++)
		if (str_equal(str_from(names[i]), name))
			return i;
	return -1;
}

static const char *const *
values_of(enum cue_kind kind)
{
	switch (kind) {
	case CUE_OP:
	case CUE_AFTER:
		return op_names;
	case CUE_GOAL:
		return goal_names;
	case CUE_ZERO:
		return zero_names;
	case CUE_PAST:
		return past_names;
	case CUE_VERB:
		return verb_names;
	default:
		return no_names;
	}
}

static bool
take_row(void *context, const struct table_row *row, struct fault *fault)
{
	struct lexicon *l = context;
	struct cue cue = {.phrase = row->column[0]};
	int kind = 0;

	while (kind < CUE_KINDS && !str_equal(row->column[1],
				       str_from(kind_names[kind])))
		kind++;
	if (cue.phrase.len == 0 || kind == CUE_KINDS) {
		fault->field = kind == CUE_KINDS ? 2 : 1;
		fault->text = "no phrase, or no such kind of cue";
		return false;
	}
	cue.kind = (enum cue_kind)kind;
	cue.value = find_name(values_of(cue.kind), row->column[2]);
	if (cue.value < 0) {
		fault->field = 3;
		fault->text = "no such value for this kind of cue";
		return false;
	}
	l->cues = mem_grow(l->cues, l->count, &l->cap, sizeof(*l->cues));
	l->cues[l->count++] = cue;
	return true;
}

static unsigned
word_hash(struct str word)
{
	uint64_t h = HASH_START;

	h = str_hash(h, word);
	return (unsigned)(h >> (64 - FILTER_BITS));
}

static size_t
word_end(struct str s)
{
	size_t end = str_find(s, STR(" "), 0);
	size_t comma = str_find(s, STR(","), 0);

	return comma < end ? comma : end;
}

/* Longest first, so that the alternation takes the longest. */
static int
by_length(const void *left, const void *right)
{
	const struct cue *a = left, *b = right;

	if (a->phrase.len != b->phrase.len)
		return a->phrase.len > b->phrase.len ? -1 : 1;
	return str_compare(a->phrase, b->phrase);
}

static bool
compile(struct lexicon *l)
{
	const char **forms =
	    mem_resize(NULL, l->count + 1, sizeof(*forms));
	struct buf regex = {0};
	size_t *starts = mem_resize(NULL, l->count, sizeof(*starts));

	for (size_t i = 0; i < l->count; i++) {
		starts[i] = regex.len;
		buf_text(&regex, "\\Q");
		buf_add(&regex, l->cues[i].phrase);
		buf_text(&regex, "\\E(?![\\p{L}\\p{N}])");
		buf_byte(&regex, '\0');
	}
	for (size_t i = 0; i < l->count; i++)
		forms[i] = regex.data + starts[i];
	forms[l->count] = NULL;
	l->pattern = pattern_compile(NULL, forms, &l->why);
	free(starts);
	free(forms);
	buf_free(&regex);
	return l->pattern != NULL;
}

struct lexicon *
lexicon_open(const struct table *table, struct fault *fault)
{
	struct lexicon *l = mem_resize(NULL, 1, sizeof(*l));

	*l = (struct lexicon){0};
	if (!table_read(table, "phrase\tkind\tvalue", take_row, l, fault)) {
		lexicon_close(l);
		return NULL;
	}
	qsort(l->cues, l->count, sizeof(*l->cues), by_length);
	for (size_t i = 0; i < l->count; i++) {
		struct str p = l->cues[i].phrase;
		unsigned h = word_hash(str_slice(p, 0, word_end(p)));

		l->filter[h / 64] |= UINT64_C(1) << (h % 64);
	}
	if (!compile(l)) {
		*fault = (struct fault){FAULT_ERROR, table->name, 0, 0,
		    "its phrases do not compile"};
		lexicon_close(l);
		return NULL;
	}
	return l;
}

void
lexicon_close(struct lexicon *l)
{
	if (l == NULL)
		return;
	pattern_free(l->pattern);
	buf_free(&l->why);
	free(l->cues);
	free(l);
}

bool
lexicon_begins(const struct lexicon *l, struct str word)
{
	unsigned h = word_hash(word);

	return (l->filter[h / 64] >> (h % 64) & 1) != 0;
}

const struct cue *
lexicon_match(struct lexicon *l, struct str folded, size_t at, bool *limit)
{
	int form = pattern_match(l->pattern, folded, at);

	if (form == PATTERN_LIMIT)
		*limit = true;
	return form < 0 ? NULL : &l->cues[form];
}
