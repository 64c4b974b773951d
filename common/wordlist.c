#include "wordlist.h"

#include <stdlib.h>
#include <string.h>

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
static struct wordlist_entry *
find_slot(const struct wordlist *list, struct str word)
{
	size_t i = (size_t)hash_of(word) & (list->size - 1);

	while (list->slots[i].class != 0 &&
	       !str_equal(list->slots[i].word, word))
		i = (i + 1) & (list->size - 1);
	return &list->slots[i];
}

static void
grow(struct wordlist *list)
{
	struct wordlist old = *list;

	list->size = old.size == 0 ? 64 : 2 * old.size;
	list->slots = mem_resize(NULL, list->size, sizeof(*list->slots));
	memset(list->slots, 0, list->size * sizeof(*list->slots));
	for (size_t i = 0; i < old.size; i++)
		if (old.slots[i].class != 0)
			*find_slot(list, old.slots[i].word) = old.slots[i];
	free(old.slots);
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
	if (4 * (list->count + 1) > list->size)
		grow(list);
	list->count++;
	*find_slot(list, row->column[0]) =
	    (struct wordlist_entry){row->column[0], class + 1};
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
	return word.len == 0 ? 0 : find_slot(list, word)->class;
}

void
wordlist_free(struct wordlist *list)
{
	free(list->slots);
	*list = (struct wordlist){0};
}
