/* Bounds and levels that only orders tell. */
#include "scope.h"

bool
is_level_from(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	return item->figure.unit->kind == UNIT_RATE &&
	       item->figure.form == FIGURE_PLAIN &&
	       follows_cue(f, i, CUE_FROM) && follows_cue(f, i - 1, CUE_REACH);
}

/* Bytes of what is drawn down: "kéo thiệt hại do lừa đảo qua mạng xuống". */
#define DRAWN_MOST 80

bool
is_drawn_down(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i], *level;
	struct str near, clause;
	size_t colon;

	if ((item->op != OP_LT && item->op != OP_LE) ||
	    !follows_cue(f, i, CUE_OP))
		return false;
	level = prior_to(f, i - 1);
	if (level == NULL || !item_is(level, CUE_LEVEL) ||
	    !str_starts(level->cue->phrase, STR("xuống")))
		return false;
	near = str_before(f->folded, level->start, DRAWN_MOST + 2);
	colon = str_find(near, STR(": "), 0);
	clause =
	    colon < near.len ? str_from_offset(near, colon + 2) : item_text(f);
	return clause.data >= near.data && clause.data < near.data + near.len &&
	       str_starts(clause, STR("kéo ")) &&
	       !str_starts(clause, STR("kéo được "));
}

/* Items in front of a level in which a measure is looked for. */
#define MEASURE_REACH 96

static bool
measures_before(const struct fold *f, size_t i)
{
	size_t first = i > MEASURE_REACH ? i - MEASURE_REACH : 0;

	while (i-- > first)
		if (is_police_measure(&f->items->list[i]))
			return true;
	return false;
}

bool
is_asked_level(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	if (item->op != OP_GE || item->figure.unit->kind != UNIT_RATE)
		return false;
	for (item = prior_to(f, i); item != NULL; item = prior_to(f, --i)) {
		if (item_is(item, CUE_REACH))
			return str_starts(item->cue->phrase, STR("đạt"));
		if (item_is(item, CUE_DOWN))
			return measures_before(f, i - 1);
		if (!item_is(item, CUE_OP) && !item_is(item, CUE_FROM))
			return false;
	}
	return false;
}

bool
is_floor_for_bodies(const struct fold *f, size_t i)
{
	static const char *const bodies[] = {"các xã", "các phường",
	    "các đơn vị", "các đồn", "các huyện", "công an các", "các đội",
	    "các trạm", "các phòng", NULL};
	static const char *const states[] = {
	    " có ", " còn ", " bị ", " gồm ", " mất ", NULL};
	const struct item *item = &f->items->list[i];
	const struct unit *unit = item->figure.unit;

	return item->op == OP_GE &&
	       (unit->kind == UNIT_COUNT || unit->kind == UNIT_MEASURE) &&
	       !str_equal(unit->name, STR("người")) &&
	       starts_with_one_of(item_text(f), bodies) &&
	       !holds_one_of(
		   str_slice(f->folded, 0, item->reach_start), states);
}
