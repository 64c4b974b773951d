#include "lexicon.h"

#include <stdlib.h>
#include <string.h>

struct lexicon *
lexicon_new(void)
{
	struct lexicon *l = mem_resize(NULL, 1, sizeof(*l));

	*l = (struct lexicon){.words = words_new(),
	    .sieve = sieve_new(),
	    .edge_room = 32768,
	    .node_cap = 16384,
	    .entry_cap = 8192};
	l->edges = mem_resize(NULL, l->edge_room, sizeof(*l->edges));
	memset(l->edges, 0, l->edge_room * sizeof(*l->edges));
	l->nodes = mem_resize(NULL, l->node_cap, sizeof(*l->nodes));
	l->entries = mem_resize(NULL, l->entry_cap, sizeof(*l->entries));
	return l;
}

void
lexicon_free(struct lexicon *l)
{
	if (l == NULL)
		return;
	words_free(l->words);
	sieve_free(l->sieve);
	free(l->roots);
	free(l->nodes);
	free(l->edges);
	free(l->entries);
	free(l);
}

const struct words *
lexicon_words(const struct lexicon *l)
{
	return l->words;
}

/* The edge of a word, or the free one where it belongs. */
static struct edge *
edge_of(const struct edge *edges, size_t room, uint32_t from, uint32_t word)
{
	uint64_t key = (uint64_t)from << 32 | word;
	size_t i = (key * UINT64_C(0x9E3779B97F4A7C15) >> 32) & (room - 1);

	while (edges[i].to != 0 &&
	       (edges[i].from != from || edges[i].word != word))
		i = (i + 1) & (room - 1);
	return (struct edge *)&edges[i];
}

static void
grow_edges(struct lexicon *l)
{
	size_t room = l->edge_room * 2;
	struct edge *edges = mem_resize(NULL, room, sizeof(*edges));

	memset(edges, 0, room * sizeof(*edges));
	for (size_t i = 0; i < l->edge_room; i++)
		if (l->edges[i].to != 0)
			*edge_of(edges, room, l->edges[i].from,
			    l->edges[i].word) = l->edges[i];
	free(l->edges);
	l->edges = edges;
	l->edge_room = room;
}

static uint32_t
new_node(struct lexicon *l)
{
	l->nodes =
	    mem_grow(l->nodes, l->node_count, &l->node_cap, sizeof(*l->nodes));
	l->nodes[l->node_count] = (struct node){0};
	return FIRST_NODE + (uint32_t)l->node_count++;
}

static struct node *
node_at(const struct lexicon *l, uint32_t node)
{
	return node < FIRST_NODE ? &l->roots[node]
				 : &l->nodes[node - FIRST_NODE];
}

/* The node of a phrase that is one word. */
static uint32_t
root(struct lexicon *l, uint32_t word)
{
	if (word >= l->root_room) {
		size_t room = word < 2048 ? 4096 : (size_t)word * 2;

		l->roots = mem_resize(l->roots, room, sizeof(*l->roots));
		memset(l->roots + l->root_room, 0,
		    (room - l->root_room) * sizeof(*l->roots));
		l->root_room = room;
	}
	return word;
}

static uint64_t
word_bit(uint32_t word)
{
	return UINT64_C(1) << (word & 63);
}

static uint32_t
step(struct lexicon *l, uint32_t from, uint32_t word)
{
	struct edge *e;
	uint32_t to;

	if (from == 0)
		return root(l, word);
	e = edge_of(l->edges, l->edge_room, from, word);
	if (e->to != 0)
		return e->to;
	to = new_node(l);
	node_at(l, from)->next |= word_bit(word);
	*e = (struct edge){from, word, to};
	if (++l->edge_count * 2 > l->edge_room)
		grow_edges(l);
	return to;
}

/* The node that a word leads to; 0: none. */
static uint32_t
follow(const struct lexicon *l, uint32_t from, uint32_t word)
{
	if (from == 0)
		return word < l->root_room ? word : 0;
	if ((node_at(l, from)->next & word_bit(word)) == 0)
		return 0;
	return edge_of(l->edges, l->edge_room, from, word)->to;
}

/* The node of a phrase; 0: it has no words. */
static uint32_t
node_of(struct lexicon *l, struct str phrase)
{
	uint32_t node = 0;
	size_t at = 0;

	for (;;) {
		struct span word = words_next(phrase, &at);

		if (word.start == word.end)
			return node;
		node = step(l, node,
		    words_add(
			l->words, str_slice(phrase, word.start, word.end)));
	}
}

struct entry *
lexicon_add(struct lexicon *l, struct str phrase, enum role role)
{
	const struct entry none = {.role = role,
	    .tag = -1,
	    .other_tag = -1,
	    .item_tag = -1,
	    .rule = -1,
	    .class = -1,
	    .pattern = -1,
	    .apart = -1};
	bool grammar = role > ROLE_LAST_NAME;
	uint32_t node = node_of(l, phrase), *number;
	struct entry *e;

	if (node == 0)
		return NULL;
	number = grammar ? &node_at(l, node)->grammar : &node_at(l, node)->name;
	if (*number == 0) {
		l->entries = mem_grow(l->entries, l->entry_count, &l->entry_cap,
		    sizeof(*l->entries));
		l->entries[l->entry_count++] = none;
		*number = (uint32_t)l->entry_count;
	}
	e = &l->entries[*number - 1];
	if (grammar)
		e->grammar |= UINT32_C(1) << role;
	else
		*e = none;
	return e;
}

struct entry *
lexicon_find(struct lexicon *l, struct str phrase)
{
	uint32_t node = 0;
	size_t at = 0;

	for (;;) {
		struct span word = words_next(phrase, &at);

		if (word.start == word.end)
			break;
		node = follow(l, node,
		    words_find(
			l->words, str_slice(phrase, word.start, word.end)));
		if (node == 0)
			return NULL;
	}
	return node != 0 && node_at(l, node)->name != 0
		   ? &l->entries[node_at(l, node)->name - 1]
		   : NULL;
}

bool
lexicon_list_goods(struct lexicon *l, struct str phrase, int tag)
{
	struct entry *e = lexicon_find(l, phrase);

	if (e == NULL || e->role != ROLE_GOODS || tag < 0)
		return false;
	e->item_tag = tag;
	lexicon_stir(l, phrase);
	return true;
}

bool
lexicon_add_cues(struct lexicon *l, struct str phrase, uint64_t cues)
{
	uint32_t node = node_of(l, phrase);

	if (node != 0)
		node_at(l, node)->cues |= cues;
	return node != 0;
}

struct lexicon_match
lexicon_match(
    const struct lexicon *l, const uint32_t *words, size_t at, size_t count)
{
	struct lexicon_match m = {0};
	uint32_t node = follow(l, 0, words[at]);

	while (node != 0) {
		const struct node *n = node_at(l, node);

		at++;
		m.cues |= n->cues;
		if (n->name != 0) {
			m.name = &l->entries[n->name - 1];
			m.name_end = at;
		}
		if (n->grammar != 0) {
			m.grammar = &l->entries[n->grammar - 1];
			m.grammar_end = at;
		}
		if (at == count || (n->next & word_bit(words[at])) == 0)
			break;
		node = edge_of(l->edges, l->edge_room, node, words[at])->to;
	}
	if (m.grammar != NULL)
		m.roles = m.grammar->grammar;
	return m;
}

/* Adds a phrase's first words to the sieve, from a place on in both
 * spellings. */
static void
add_spellings(struct sieve *s, struct str *words, size_t at, size_t count)
{
	char store[16];
	struct str word;

	if (at == count) {
		sieve_add(s, words, count);
		return;
	}
	add_spellings(s, words, at + 1, count);
	word = words[at];
	words[at] = words_variant(word, store);
	if (words[at].len > 0)
		add_spellings(s, words, at + 1, count);
	words[at] = word;
}

void
lexicon_stir(struct lexicon *l, struct str phrase)
{
	struct str words[SIEVE_WORDS];
	size_t at = 0, count = 0;

	while (count < SIEVE_WORDS) {
		struct span word = words_next(phrase, &at);

		if (word.start == word.end)
			break;
		words[count++] = str_slice(phrase, word.start, word.end);
	}
	add_spellings(l->sieve, words, 0, count);
}

/* The state of a quick look. */
struct look {
	const struct lexicon *lexicon;
	bool (*matches)(void *context, int pattern, struct str text, size_t at);
	void *context;
	bool governed; /* there is a head before */
};

/* Whether the phrase of a node, begun at a byte, wakes. */
static bool
node_wakes(struct look *look, uint32_t node, struct str text, size_t at)
{
	const struct lexicon *l = look->lexicon;
	const struct node *n = node_at(l, node);
	const struct entry *e;

	if (n->grammar != 0) {
		e = &l->entries[n->grammar - 1];
		if (e->wakes)
			return true;
		look->governed |= (e->grammar >> ROLE_HEAD & 1) != 0;
	}
	if (n->name == 0)
		return false;
	e = &l->entries[n->name - 1];
	if (e->role == ROLE_ITEM || e->item_tag >= 0)
		return look->governed;
	return e->wakes && (e->pattern < 0 || look->matches(look->context,
						  e->pattern, text, at));
}

/* Whether a phrase that wakes stands at a place. */
static bool
wakes_at(void *context, const struct split *text, size_t at)
{
	struct look *look = context;
	const struct lexicon *l = look->lexicon;
	size_t start = text->items[at].start;
	uint32_t node = 0;

	for (; at < text->count; at++) {
		node = follow(l, node,
		    words_find_token(l->words, text->text, &text->items[at]));
		if (node == 0)
			return false;
		if (node_wakes(look, node, text->text, start))
			return true;
	}
	return false;
}

bool
lexicon_wakes(const struct lexicon *l, const struct split *text,
    bool (*matches)(void *context, int pattern, struct str text, size_t at),
    void *context)
{
	struct look look = {l, matches, context, false};

	return sieve_any(l->sieve, text, wakes_at, &look);
}
