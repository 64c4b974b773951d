#include "boundary_rules.h"

#include <stdlib.h>
#include <string.h>

#define HEAD_BYTES 8
#define HEAD_FACTOR UINT64_C(0x9E3779B97F4A7C15)

static const char *const abbreviation_classes[] = {
    "title", "place", "number", "etc", "inner", "company", NULL};
static const char *const word_classes[] = {"any", "strict", "small", "day", "phrase",
    "opener", "mixed", "both", "agency", "place", "joint", NULL};

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

unsigned
boundary_head(const char *at)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	uint64_t word, blanks, keep;

	memcpy(&word, at, HEAD_BYTES);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	word = __builtin_bswap64(word);
#endif
	/* the highest bit of each byte that is a blank (and perhaps of ones
	 * behind the first) */
	blanks = word ^ ones * ' ';
	blanks = (blanks - ones) & ~blanks & ones * 0x80;
	/* what stands before the first blank */
	keep = blanks == 0 ? ~UINT64_C(0) : (blanks & (0 - blanks)) / 0x80 - 1;
	return (unsigned)((word & keep) * HEAD_FACTOR >> 52);
}

static void
note_heads(struct boundary_rules *rules)
{
	for (size_t i = 0; i < rules->words.count; i++) {
		const struct wordlist_entry *slot = &rules->words.entries[i];
		char bytes[HEAD_BYTES] = "        ";
		unsigned head;

		if (slot->class < WORD_ANY || slot->class > WORD_PHRASE)
			continue;
		memcpy(bytes, slot->word.data,
		    slot->word.len < HEAD_BYTES ? slot->word.len : HEAD_BYTES);
		head = boundary_head(bytes);
		rules->heads[head / 64] |= UINT64_C(1) << head % 64;
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
