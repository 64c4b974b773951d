#include "seen.h"

#include <stdlib.h>

/* The place of the hash, or the free one where it belongs. */
static uint64_t *
place_of(const struct seen *seen, uint64_t hash)
{
	size_t at = (size_t)hash & (seen->cap - 1);

	while (seen->hashes[at] != 0 && seen->hashes[at] != hash)
		at = (at + 1) & (seen->cap - 1);
	return &seen->hashes[at];
}

static void
grow(struct seen *seen)
{
	struct seen larger = {.cap = seen->cap == 0 ? 16 : seen->cap * 2};

	larger.hashes = mem_resize(NULL, larger.cap, sizeof(*larger.hashes));
	memset(larger.hashes, 0, larger.cap * sizeof(*larger.hashes));
	for (size_t i = 0; i < seen->cap; i++)
		if (seen->hashes[i] != 0)
			*place_of(&larger, seen->hashes[i]) = seen->hashes[i];
	larger.count = seen->count;
	free(seen->hashes);
	*seen = larger;
}

bool
seen_add(struct seen *seen, uint64_t hash)
{
	uint64_t *place;

	hash |= hash == 0;
	if (seen->count * 2 >= seen->cap)
		grow(seen);
	place = place_of(seen, hash);
	if (*place == hash)
		return false;
	*place = hash;
	seen->count++;
	return true;
}

void
seen_free(struct seen *seen)
{
	free(seen->hashes);
	*seen = (struct seen){0};
}
