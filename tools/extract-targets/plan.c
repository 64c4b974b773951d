/* Plans that tell what is to be done. */
#include "scope.h"

/* Whether an act or a change, perhaps one of several, and its number stand behind
 * item i: "bắt giữ, xử lý ít nhất 120 vụ". */
static bool
is_act_behind(const struct fold *f, size_t i)
{
	const struct items *items = f->items;
	const struct item *next = next_to(f, i);
	size_t end = i + NEAR;

	if (next == NULL || (!item_is(next, CUE_VERB) && !is_change(next)))
		return false;
	while (++i + 1 < items->count && i < end) {
		next = &items->list[i + 1];
		if (next->kind == ITEM_FIGURE)
			return true;
		if (!item_is(next, CUE_VERB) && !item_is(next, CUE_OP) &&
		    !item_is(next, CUE_FROM) && next->kind != ITEM_COMMA)
			return false;
	}
	return false;
}

/* Bytes of "đến cuối tháng 12" or "mỗi xã, phường". */
#define FRAME_MOST 40

/* "là đến cuối tháng 12 đưa 30 người", ": mỗi xã, phường kiểm tra 100% nhà trọ", ":
 * tháng 12 bắt 15 đối tượng": the same behind when it is to be done or who is each
 * to do it. */
static bool
is_framed_act_behind(const struct fold *f, size_t i)
{
	static const char *const frames[] = {" đến ", " từ nay ", " trong ",
	    " trước ", " mỗi ", " từng ", " tháng ", " tuần ", " quý ", " đợt ",
	    NULL};
	const struct items *items = f->items;
	size_t from = items->list[i].end;

	if (!starts_with_one_of(str_from_offset(f->folded, from), frames))
		return false;
	while (++i < items->count &&
	       items->list[i].start <= from + FRAME_MOST &&
	       items->list[i].kind != ITEM_FIGURE) {
		const struct item *item = &items->list[i];

		if (item_is(item, CUE_PAST) || item_is(item, CUE_GOAL) ||
		    item->kind == ITEM_SEMICOLON)
			return false;
		if (item_is(item, CUE_VERB) || is_change(item))
			return leads_to_figure(f, i);
	}
	return false;
}

/* "Kế hoạch của bọn cướp là bắt cóc 2 người": theirs is none. */
static bool
is_of_gang(struct str rest)
{
	static const char *const gangs[] = {" của nhóm", " của bọn",
	    " của chúng ", " của hắn", " của đối tượng", " của y ", " của kẻ",
	    " của tên ", NULL};

	return starts_with_one_of(rest, gangs);
}

bool
is_plan_of_acts(const struct fold *f, size_t i)
{
	static const char *const times[] = {
	    " năm ", " quý ", " tháng ", " đợt ", " cả năm ", NULL};
	const struct items *items = f->items;
	const struct item *item = &items->list[i];
	struct str rest = str_from_offset(f->folded, item->end);
	bool head = item->start == 0 || (i == 1 && item[-1].kind == ITEM_DASH);
	/* "kế hoạch năm" */
	bool timed = !is_phrase(item, STR("kế hoạch")) ||
		     starts_with_one_of(rest, times);
	size_t end = i + NEAR;

	/* "công an có kế hoạch kiểm tra hành chính ít nhất 35 điểm" */
	if (!head && i + 2 < items->count && is_task_verb(item + 1) &&
	    next_to(f, i) != NULL && item_is(item + 2, CUE_OP) &&
	    str_ends(str_slice(f->folded, 0, item->start), STR("có ")))
		return true;
	if ((!head && !timed) || is_of_gang(rest))
		return false;
	if (head && is_act_behind(f, i))
		return true;
	while (++i < items->count && i < end) {
		item = &items->list[i];
		if (item->kind == ITEM_COLON || is_phrase(item, STR("là")))
			return is_act_behind(f, i) ||
			       is_framed_act_behind(f, i);
		/* "Kế hoạch ban đầu chỉ đặt 8 chuyên án" */
		if (item->kind == ITEM_FIGURE)
			return head && str_ends(str_slice(f->folded, 0,
						    item->reach_start),
					   STR(" đặt "));
		if (item->kind == ITEM_COMMA || item->kind == ITEM_SEMICOLON ||
		    item_is(item, CUE_PAST))
			return false;
	}
	return false;
}
