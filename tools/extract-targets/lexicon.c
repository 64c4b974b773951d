#include "lexicon.h"

#include <stdlib.h>

#include "cut.h"
#include "text.h"

#define SLOTS 2048 /* a power of two, well above the number of first words */

/* The cues with one first word, longest first. */
struct slot {
	uint64_t key; /* the word's first eight bytes */
	uint16_t first;
	uint8_t len; /* of the word; 255 for longer ones, too */
	uint8_t count;
};

/* What tells most cues with one first word apart: the eight bytes behind it,
 * zero behind the phrase, and which of them are the phrase's. */
struct tail {
	uint64_t bytes, mask;
};

struct lexicon {
	struct cue *cues;   /* by first word, then longest first */
	struct tail *tails; /* of each */
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
static const char *const past_names[] = {"", "adverb", "firm", NULL};
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
	struct cue cue = {0};
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

static uint8_t
short_len(size_t len)
{
	return (uint8_t)(len < UINT8_MAX ? len : UINT8_MAX);
}

/* By first word, then longest first. */
static int
compare(const void *left, const void *right)
{
	struct str a = ((const struct cue *)left)->phrase;
	struct str b = ((const struct cue *)right)->phrase;
	int words = str_compare(first_word(a), first_word(b));

	if (words != 0)
		return words;
	if (a.len != b.len)
		return a.len > b.len ? -1 : 1;
	return str_compare(a, b);
}

/* Number of the slot of a first word, or of the free one for it. */
static inline size_t
find_slot(const struct lexicon *l, uint64_t key, uint8_t len)
{
	uint64_t hash = (key ^ len) * UINT64_C(0x9E3779B97F4A7C15);
	size_t i = (size_t)(hash >> 40) & (SLOTS - 1);

	while (l->slots[i].count > 0 &&
	       (l->slots[i].key != key || l->slots[i].len != len))
		i = (i + 1) & (SLOTS - 1);
	return i;
}

/* Enters cue i; false: too many have its first word. */
static bool
enter(struct lexicon *l, size_t i)
{
	struct str phrase = l->cues[i].phrase;
	struct str word = first_word(phrase);
	uint64_t key = str_head(phrase, 0, word.len);
	struct slot *slot = &l->slots[find_slot(l, key, short_len(word.len))];
	size_t more = phrase.len - word.len;

	if (slot->count == 0)
		*slot = (struct slot){key, (uint16_t)i, short_len(word.len), 0};
	l->tails[i] = (struct tail){
	    str_head(phrase, word.len, more), str_head_mask(more)};
	return ++slot->count < UINT8_MAX && slot->first + slot->count == i + 1;
}

/* Fills the slots; false: a phrase stands twice, or there are too many. */
static bool
index_cues(struct lexicon *l)
{
	if (l->count > UINT16_MAX || l->count == 0)
		return false;
	l->tails = mem_resize(NULL, l->count, sizeof(*l->tails));
	for (size_t i = 0; i < l->count; i++) {
		if (i > 0 &&
		    str_equal(l->cues[i].phrase, l->cues[i - 1].phrase))
			return false;
		if (!enter(l, i))
			return false;
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
	free(l->tails);
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

/* Whether the word goes on behind a cue that ends at a place. */
static bool
goes_on(struct str s, size_t at)
{
	unsigned char c = at < s.len ? (unsigned char)s.data[at] : ' ';

	return (c >= 0x80 || (c >= 'a' && c <= 'z') ||
		   (c >= '0' && c <= '9')) &&
	       text_inside_word(s, at) && !cut_is_glued(s, at);
}

/* Whether the key and the tail are the whole of a phrase. */
static bool
is_short(struct str phrase, size_t word)
{
	return word <= 8 && phrase.len <= word + 8;
}

const struct cue *
lexicon_match(const struct lexicon *l, struct str folded, size_t at, size_t end)
{
	uint64_t key = str_head(folded, at, end - at), next;
	const struct slot *slot =
	    &l->slots[find_slot(l, key, short_len(end - at))];
	struct str rest = str_from_offset(folded, at);

	if (slot->count == 0)
		return NULL;
	next = str_head(folded, end, folded.len - end);
	for (size_t i = slot->first; i < (size_t)slot->first + slot->count;
	     i++) {
		struct str phrase = l->cues[i].phrase;

		if ((next & l->tails[i].mask) == l->tails[i].bytes &&
		    (is_short(phrase, end - at) || str_starts(rest, phrase)) &&
		    !goes_on(folded, at + phrase.len))
			return &l->cues[i];
	}
	return NULL;
}
