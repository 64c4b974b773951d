#include "idset.h"

#include <stdlib.h>
#include <string.h>

#include "str.h"

#define SLOTS_FIRST 64

void
idset_free(struct idset *s)
{
	free(s->ids);
	free(s->older);
	*s = (struct idset){0};
}

/* Where an id is, or would be. */
static uint64_t *
slot_of(uint64_t *ids, size_t slots, uint64_t id)
{
	size_t i = (size_t)(id ^ id >> 32) & (slots - 1);

	while (ids[i] != 0 && ids[i] != id)
		i = (i + 1) & (slots - 1);
	return &ids[i];
}

static uint64_t *
new_ids(size_t slots)
{
	uint64_t *ids = mem_resize(NULL, slots, sizeof(*ids));

	memset(ids, 0, slots * sizeof(*ids));
	return ids;
}

static void
grow(struct idset *s)
{
	size_t slots = s->slots == 0 ? SLOTS_FIRST : 2 * s->slots;
	uint64_t *ids = new_ids(slots);

	for (size_t i = 0; i < s->slots; i++)
		if (s->ids[i] != 0)
			*slot_of(ids, slots, s->ids[i]) = s->ids[i];
	free(s->ids);
	s->ids = ids;
	s->slots = slots;
}

/* Forgets the older ids; those of now are the older from now on. */
static void
turn_over(struct idset *s)
{
	uint64_t *ids = s->older;

	s->older = s->ids;
	if (ids == NULL)
		ids = new_ids(IDSET_SLOTS);
	else
		memset(ids, 0, IDSET_SLOTS * sizeof(*ids));
	s->ids = ids;
	s->count = 0;
}

bool
idset_add(struct idset *s, uint64_t hash)
{
	uint64_t id = hash | 1, *slot;
	bool known;

	if (4 * (s->count + 1) > 3 * s->slots) {
		if (s->slots < IDSET_SLOTS)
			grow(s);
		else
			turn_over(s);
	}
	slot = slot_of(s->ids, s->slots, id);
	known = *slot != 0;
	if (!known) {
		*slot = id;
		s->count++;
	}
	return known ||
	       (s->older != NULL && *slot_of(s->older, IDSET_SLOTS, id) != 0);
}
