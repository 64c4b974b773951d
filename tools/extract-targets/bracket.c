/* What a bracket opens and closes. */
#include "scope.h"

/* "50% số đối tượng hiện có (tương ứng 17 đối tượng)". */
static bool
opens_with_same(const struct fold *f, size_t i)
{
	const struct item *next = next_to(f, i);

	return next != NULL && item_is(next, CUE_SAME);
}

/* "Hai chỉ tiêu còn dở là thu hồi vũ khí (35/50 khẩu)": whether the bracket at
 * item i holds how many of all and nothing else. */
static bool
opens_ratio(const struct fold *f, size_t i)
{
	const struct item *item = next_to(f, i);

	return item != NULL && item->kind == ITEM_FIGURE &&
	       item->figure.form == FIGURE_RATIO && i + 2 < f->items->count &&
	       f->items->list[i + 2].kind == ITEM_CLOSE;
}

/* "15% số đối tượng truy nã hiện có (25/162 đối tượng)": whether the bracket at
 * item i tells how many the share of those who are there is that was set. */
static bool
opens_share(const struct fold *f, size_t i)
{
	const struct item *prior = prior_to(f, i);

	return f->now.mode == SET && f->now.figure && opens_ratio(f, i) &&
	       prior != NULL && is_at_hand(prior);
}

/* "(bắt 13 đối tượng, kế hoạch 20 đối tượng)": whether the bracket at item i
 * holds what was done, and behind a comma what was to be done. */
static bool
opens_tally(const struct fold *f, size_t i)
{
	const struct item *item = next_to(f, i), *goal;

	if (item != NULL &&
	    (item_is(item, CUE_VERB) || item_is(item, CUE_FILL)))
		item = next_to(f, ++i);
	if (item == NULL || item->kind != ITEM_FIGURE ||
	    next_to(f, i + 1) == NULL || item[1].kind != ITEM_COMMA)
		return false;
	goal = next_to(f, i + 2);
	return goal != NULL && item_is(goal, CUE_GOAL) &&
	       (goal->cue->value == GOAL_NOUN ||
		   goal->cue->value == GOAL_PLAN) &&
	       leads_to_figure(f, i + 3);
}

/* "đạt 93% kế hoạch (vượt 3% so với năm trước)". */
static bool
opens_excess(const struct fold *f, size_t i)
{
	return f->now.mode == REFER && next_to(f, i) != NULL &&
	       exceeds(next_to(f, i));
}

bool
opens_mark(const struct fold *f, size_t i)
{
	static const char *const words[] = {
	    "sàn ", "trần ", "cần ", "giao ", "đích ", "mức giao ", NULL};
	const struct items *items = f->items;
	size_t at = items->list[i].end;
	bool named = false;

	if (items->list[i].kind == ITEM_COMMA && at < f->folded.len)
		at++;
	for (size_t k = 0; words[k] != NULL; k++)
		if (str_starts(
			str_from_offset(f->folded, at), str_from(words[k])) &&
		    str_digit_at(f->folded, at + str_from(words[k]).len))
			named = true;
	for (i++; named && i < items->count; i++)
		if (items->list[i].kind == ITEM_FIGURE)
			return f->now.figure && i + 1 < items->count &&
			       items->list[i + 1].kind == ITEM_CLOSE;
	return false;
}

void
set_mark(struct fold *f)
{
	f->now.mode = REFER;
	f->money_too = true;
}

void
take_open(struct fold *f, size_t i)
{
	if (f->depth < DEPTH)
		f->outer[f->depth] = f->now;
	f->depth++;
	/* "so với cùng kỳ năm trước (152 vụ)" */
	if (!opens_share(f, i) &&
	    ((follows_cue(f, i, CUE_PAST) && !opens_with_same(f, i)) ||
		opens_base(f, i) || opens_excess(f, i) || opens_outcome(f, i) ||
		opens_ratio(f, i) || opens_tally(f, i)))
		f->now.mode = REPORT;
	f->now.missed = opens_shortfall(f, i);
	if (f->now.missed)
		f->now.mode = REPORT;
	if (opens_mark(f, i))
		set_mark(f);
	end_clause(f, i);
	f->now.bracket = true;
}

void
take_close(struct fold *f, size_t i)
{
	if (f->depth > 0 && --f->depth < DEPTH)
		f->now = f->outer[f->depth];
	f->clause = i + 1;
}
