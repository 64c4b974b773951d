#include "lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "text.h"

#define SLOTS 2048 /* a power of two, well above the number of first words */

/* The cues with one first word, longest first. */
struct slot {
	uint64_t key;
	size_t first, count;
};

struct lexicon {
	struct cue *cues; /* by first word, then longest first */
	size_t count, cap;
	struct slot slots[SLOTS]; /* open addressing; count 0: free */
};

static const char *const kind_names[CUE_KINDS] = {"op", "after", "from", "fill",
    "reach", "same", "up", "down", "level", "none", "goal", "compare", "but",
    "then", "and", "past", "verb", "head", "stop", "zero"};
static const char *const op_names[] = {
    "", "gt", "ge", "lt", "le", "approx", NULL};
static const char *const goal_names[] = {"verb", "order", "weak", "noun",
    "plan", "must", "will", "give", "assign", "duty", NULL};
static const char *const zero_names[] = {"goal", "result", NULL};
static const char *const past_names[] = {"", "adverb", NULL};
static const char *const verb_names[] = {"", "task", "harm", NULL};
static const char *const head_names[] = {"", "thing", "crime", NULL};
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
	case CUE_HEAD:
		return head_names;
	default:
		return no_names;
	}
}

/* A row's phrases, divided by "|". */
static bool
add_phrases(struct lexicon *l, struct cue cue, struct str phrases)
{
	size_t at = 0;

	while (at < phrases.len) {
		size_t end = str_find(phrases, STR("|"), at);

		cue.phrase = str_slice(phrases, at, end);
		if (cue.phrase.len == 0)
			return false;
		l->cues =
		    mem_grow(l->cues, l->count, &l->cap, sizeof(*l->cues));
		l->cues[l->count++] = cue;
		at = end + 1;
	}
	return phrases.len > 0;
}

static bool
take_row(void *context, const struct table_row *row, struct fault *fault)
{
	struct lexicon *l = context;
	struct cue cue = {{"", 0}, CUE_OP, 0, 0};
	int kind = 0;

	while (kind < CUE_KINDS &&
	       !str_equal(row->column[0], str_from(kind_names[kind])))
		kind++;
	if (kind == CUE_KINDS) {
		fault->field = 1;
		fault->text = "no such kind of cue";
		return false;
	}
	cue.kind = (enum cue_kind)kind;
	cue.value = find_name(values_of(cue.kind), row->column[1]);
	if (cue.value < 0) {
		fault->field = 2;
		fault->text = "no such value for this kind of cue";
		return false;
	}
	if (!add_phrases(l, cue, row->column[2])) {
		fault->field = 3;
		fault->text = "an empty phrase";
		return false;
	}
	return true;
}

static struct str
first_word(struct str phrase)
{
	size_t space = str_find(phrase, STR(" "), 0);
	size_t comma = str_find(phrase, STR(","), 0);

	return str_slice(phrase, 0, comma < space ? comma : space);
}

/* Of a word's first eight bytes and its length: words that share it are told
 * apart by their phrases. */
static uint64_t
key_of(struct str s, size_t start, size_t end)
{
	size_t len = end - start;
	uint64_t bytes = 0;

	if (start + 8 <= s.len) {
		memcpy(&bytes, s.data + start, 8);
		if (len < 8)
			bytes &= (UINT64_C(1) << (8 * len)) - 1;
	} else {
		memcpy(&bytes, s.data + start, len < 8 ? len : 8);
	}
	return (bytes ^ len) * UINT64_C(0x9E3779B97F4A7C15);
}

/* By first word, then longest first. */
static int
compare(const void *left, const void *right)
{
	const struct cue *a = left, *b = right;

	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	if (a->phrase.len != b->phrase.len)
		return a->phrase.len > b->phrase.len ? -1 : 1;
	return str_compare(a->phrase, b->phrase);
}

/* Number of the slot of a first word, or of the free one for it. */
static size_t
find_slot(const struct lexicon *l, uint64_t key)
{
	size_t i = (size_t)(key >> 40) & (SLOTS - 1);

	while (l->slots[i].count > 0 && l->slots[i].key != key)
		i = (i + 1) & (SLOTS - 1);
	return i;
}

/* Fills the slots; false: a phrase stands twice, or there are too many. */
static bool
index_cues(struct lexicon *l)
{
	size_t words = 0;

	for (size_t i = 0; i < l->count; i++) {
		uint64_t key = l->cues[i].key;
		struct slot *slot;

		if (i > 0 &&
		    str_equal(l->cues[i].phrase, l->cues[i - 1].phrase))
			return false;
		slot = &l->slots[find_slot(l, key)];
		if (slot->count++ == 0) {
			slot->key = key;
			slot->first = i;
			if (++words > SLOTS / 2)
				return false;
		}
	}
	return true;
}

struct lexicon *
lexicon_open(const struct table *table, struct fault *fault)
{
	struct lexicon *l = mem_resize(NULL, 1, sizeof(*l));

	*l = (struct lexicon){0};
	if (!table_read(table, "kind\tvalue\tphrases", take_row, l, fault)) {
		lexicon_close(l);
		return NULL;
	}
	for (size_t i = 0; i < l->count; i++) {
		struct str word = first_word(l->cues[i].phrase);

		l->cues[i].key = key_of(word, 0, word.len);
	}
	qsort(l->cues, l->count, sizeof(*l->cues), compare);
	if (!index_cues(l)) {
		*fault = (struct fault){FAULT_ERROR, table->name, 0, 0,
		    "a phrase stands there twice, or there are too many"};
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
	free(l->cues);
	free(l);
}

const struct cue *
lexicon_next(const struct lexicon *l, enum cue_kind kind, size_t *next)
{
	while (*next < l->count)
		if (l->cues[(*next)++].kind == kind)
			return &l->cues[*next - 1];
	return NULL;
}

const struct cue *
lexicon_match(const struct lexicon *l, struct str folded, size_t at, size_t end)
{
	const struct slot *slot =
	    &l->slots[find_slot(l, key_of(folded, at, end))];
	struct str rest = str_from_offset(folded, at);

	for (size_t i = 0; i < slot->count; i++) {
		const struct cue *cue = &l->cues[slot->first + i];

		if (str_starts(rest, cue->phrase) &&
		    !text_inside_word(folded, at + cue->phrase.len))
			return cue;
	}
	return NULL;
}
