#include "wordlist.h"

#include <stdlib.h>
#include <string.h>

/* So many fit in half a slot. */
#define WORDS_MOST 0xFFFF
#define HASH_FACTOR UINT64_C(0x9E3779B97F4A7C15)

struct reading {
	struct wordlist *list;
	const char *const *classes;
};

/* Eight bytes at a time: words are short and looked up often. */
static uint64_t
hash_of(struct str word)
{
	uint64_t hash = word.len, chunk;

	for (; word.len > 8; word = str_from_offset(word, 8)) {
		memcpy(&chunk, word.data, 8);
		hash = (hash ^ chunk) * HASH_FACTOR;
		hash ^= hash >> 32;
	}
	chunk = 0;
	memcpy(&chunk, word.data, word.len);
	hash = (hash ^ chunk) * HASH_FACTOR;
	return hash ^ hash >> 32;
}

/* The slot of the word, or the free one where it belongs. */
static uint32_t *
find_slot(const struct wordlist *list, struct str word, uint64_t hash)
{
	size_t i = (size_t)hash & (list->size - 1);

	for (; list->slots[i] != 0; i = (i + 1) & (list->size - 1)) {
		uint32_t slot = list->slots[i];

		if (slot >> 16 == hash >> 48 &&
		    str_equal(list->entries[(slot & 0xFFFF) - 1].word, word))
			break;
	}
	return &list->slots[i];
}

/* Twice the slots; entry i is put where it belongs. */
static void
grow(struct wordlist *list)
{
	list->size = list->size == 0 ? 64 : 2 * list->size;
	list->slots = mem_resize(list->slots, list->size, sizeof(*list->slots));
	memset(list->slots, 0, list->size * sizeof(*list->slots));
	for (size_t i = 0; i < list->count; i++) {
		struct str word = list->entries[i].word;
		uint64_t hash = hash_of(word);

		*find_slot(list, word, hash) =
		    (uint32_t)(hash >> 48 << 16 | (i + 1));
	}
}

/* Adds a word or changes its class; false: there is no room for it. */
static bool
add(struct wordlist *list, struct str word, int class)
{
	uint64_t hash = hash_of(word);
	uint32_t *slot;

	if (4 * (list->count + 1) > list->size)
		grow(list);
	slot = find_slot(list, word, hash);
	if (*slot != 0) {
		list->entries[(*slot & 0xFFFF) - 1].class = class;
		return true;
	}
	if (list->count == WORDS_MOST)
		return false;
	list->entries = mem_grow(
	    list->entries, list->count, &list->cap, sizeof(*list->entries));
	list->entries[list->count++] = (struct wordlist_entry){word, class};
	*slot = (uint32_t)(hash >> 48 << 16 | list->count);
	return true;
}

static bool
take_row(void *context, const struct table_row *row, struct fault *fault)
{
	struct reading *reading = context;
	struct wordlist *list = reading->list;
	int class = 0;

	while (reading->classes[class] != NULL &&
	       !str_equal(row->column[1], str_from(reading->classes[class])))
		class ++;
	if (reading->classes[class] == NULL) {
		fault->field = 2;
		fault->text = "not a class of this table";
		return false;
	}
	if (!add(list, row->column[0], class + 1)) {
		fault->field = 1;
		fault->text = "more words than a table can hold";
		return false;
	}
	return true;
}

bool
wordlist_read(struct wordlist *list, const struct table *table,
    const char *const *classes, struct fault *fault)
{
	struct reading reading = {list, classes};

	*list = (struct wordlist){0};
	grow(list);
	return table_read(
	    table, "word\tclass\tnote", take_row, &reading, fault);
}

int
wordlist_find(const struct wordlist *list, struct str word)
{
	uint32_t slot;

	if (word.len == 0)
		return 0;
	slot = *find_slot(list, word, hash_of(word));
	return slot == 0 ? 0 : list->entries[(slot & 0xFFFF) - 1].class;
}

void
wordlist_free(struct wordlist *list)
{
	free(list->entries);
	free(list->slots);
	*list = (struct wordlist){0};
}
