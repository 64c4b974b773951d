#include "campaign.h"

#include "context.h"

static const char *const campaign_words[] = {"cao điểm", "ra quân",
    "chiến dịch", "đợt tấn công", "kế hoạch tấn công", NULL};

static bool
holds(struct str folded, const char *const *words)
{
	for (; *words != NULL; words++)
		if (str_find(folded, str_from(*words), 0) < folded.len)
			return true;
	return false;
}

/* Words in front of the start or end of what lasts. */
static bool
is_bound(struct str folded, const struct expression *e)
{
	static const char *const bounds[] = {"bắt đầu", "bắt đầu từ",
	    "bắt đầu vào", "kết thúc", "kết thúc vào", "kết thúc ngày", NULL};

	return e->kind == PIECE_MOMENT &&
	       context_before(folded, e->span.start, bounds) > 0;
}

static bool
is_other(struct str folded, const struct expression *e)
{
	static const char *const behind[] = {
	    "liền kề", "trước", "qua", "đầu năm", "nghỉ", "gần đây", NULL};

	return context_after(folded, e->span.end, behind) > 0;
}

static bool
may_be(struct str folded, const struct expression *e)
{
	switch (e->kind) {
	case PIECE_RANGE:
		if (e->has_from && e->has_to && !e->from.shifted[UNIT_DAY] &&
		    e->to.shifted[UNIT_DAY])
			return false;
		return e->from.unit != UNIT_YEAR && e->to.unit != UNIT_YEAR;
	case PIECE_DURATION:
		return e->value[1] != 'T' && !is_other(folded, e);
	case PIECE_MOMENT:
		return is_bound(folded, e);
	default:
		return false;
	}
}

void
campaign_mark(struct str folded, struct expressions *expressions)
{
	if (!holds(folded, campaign_words))
		return;
	for (size_t i = 0; i < expressions->count; i++) {
		struct expression *e = &expressions->items[i];

		e->campaign = may_be(folded, e);
	}
}
