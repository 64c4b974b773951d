#include "boundary_rules.h"

#include <stdlib.h>
#include <string.h>

static const char *const abbreviation_classes[] = {
    "title", "place", "number", "etc", "inner", "company", "name", NULL};
static const char *const word_classes[] = {"any", "strict", "small", "day",
    "phrase", "opener", "mixed", "both", "agency", "place", "joint",
    "honorific", "label", "caption", NULL};

static const unsigned char abbreviations_tsv[] = {
#include "common/abbreviations.tsv.h"
};
static const unsigned char words_tsv[] = {
#include "common/words.tsv.h"
};

static const struct table tables[] = {
    {"abbreviations.tsv",
	{(const char *)abbreviations_tsv, sizeof(abbreviations_tsv)}},
    {"words.tsv", {(const char *)words_tsv, sizeof(words_tsv)}},
    {NULL, {NULL, 0}},
};

const struct table *
boundary_tables(void)
{
	return tables;
}

static void
note_heads(struct boundary_rules *rules)
{
	for (size_t i = 0; i < rules->words.count; i++) {
		const struct wordlist_entry *slot = &rules->words.entries[i];
		char bytes[2 * BOUNDARY_HEAD_BYTES] = "";
		struct boundary_head head;
		bool phrase =
		    slot->class == WORD_PHRASE || slot->class == WORD_CAPTION;
		unsigned bit, start;

		if (!phrase &&
		    (slot->class < WORD_ANY || slot->class > WORD_DAY))
			continue;
		memset(bytes, ' ', sizeof(bytes));
		memcpy(bytes, slot->word.data,
		    slot->word.len < sizeof(bytes) ? slot->word.len
						   : sizeof(bytes));
		head = boundary_head(bytes);
		bit = phrase ? head.phrase : head.word;
		rules->heads[bit / 64] |= UINT64_C(1) << bit % 64;
		/* a shorter word has its blank among them */
		start = boundary_start_of(bytes);
		rules->starts[start / 64] |= UINT64_C(1) << start % 64;
	}
}

struct boundary_rules *
boundary_rules_new(struct fault *fault)
{
	struct boundary_rules *rules = mem_resize(NULL, 1, sizeof(*rules));

	memset(rules, 0, sizeof(*rules));
	if (wordlist_read(&rules->abbreviations, &tables[0],
		abbreviation_classes, fault) &&
	    wordlist_read(&rules->words, &tables[1], word_classes, fault)) {
		note_heads(rules);
		return rules;
	}
	boundary_rules_free(rules);
	return NULL;
}

void
boundary_rules_free(struct boundary_rules *rules)
{
	if (rules == NULL)
		return;
	wordlist_free(&rules->abbreviations);
	wordlist_free(&rules->words);
	free(rules);
}
