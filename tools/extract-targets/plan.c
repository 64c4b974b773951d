/* Plans that tell what is to be done. */
#include "number.h"
#include "scope.h"

/* Whether an act or a change, perhaps one of several, and its number stand
 * behind item i: "bắt giữ, xử lý ít nhất 120 vụ". */
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

/* "là đến cuối tháng 12 đưa 30 người", ": mỗi xã, phường kiểm tra 100% nhà
 * trọ", ": tháng 12 bắt 15 đối tượng": the same behind when it is to be done or
 * who is each to do it. */
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

/* Whether a figure is what a plan at the sentence's head sets or gives. */
static bool
is_set_by_plan(const struct fold *f, const struct item *figure)
{
	static const char *const given[] = {" chỉ giao ", " mới giao ", NULL};
	struct str before = str_slice(f->folded, 0, figure->reach_start);

	return str_ends(before, STR(" đặt ")) || holds_one_of(before, given);
}

bool
is_plan_of_acts(const struct fold *f, size_t i)
{
	static const char *const times[] = {
	    " năm ", " quý ", " tháng ", " đợt ", " cả năm ", NULL};
	const struct items *items = f->items;
	const struct item *item = &items->list[i];
	struct str rest = str_from_offset(f->folded, item->end);
	/* "(giảm 14 vụ; kế hoạch giảm 5-7%)" */
	bool head = item->start == 0 ||
		    (i == 1 && item[-1].kind == ITEM_DASH) ||
		    (follows_colon(f, i) && is_act_behind(f, i)) ||
		    (f->depth > 0 && item[-1].kind == ITEM_SEMICOLON);
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
		/* "Kế hoạch ban đầu chỉ đặt 8 chuyên án", "chỉ giao phá 5" */
		if (item->kind == ITEM_FIGURE)
			return head && is_set_by_plan(f, item);
		if (item->kind == ITEM_COMMA || item->kind == ITEM_SEMICOLON ||
		    item_is(item, CUE_PAST))
			return false;
	}
	return false;
}

/* Bytes between a figure and the day by which it is due. */
#define DUE_MOST 60

/* "ngày 15/9", "31/5", "23 tháng Chạp": whether a day in figures begins a
 * text. */
static bool
is_day(struct str s)
{
	static const struct str day = STR_INIT("ngày ");
	static const char *const months[] = {
	    " tháng chạp", " tháng giêng", " tết", NULL};
	size_t at = str_starts(s, day) ? day.len : 0, end;

	if (!str_digit_at(s, at))
		return false;
	end = number_end(s, at);
	return end < s.len &&
	       (strchr("/.-", s.data[end]) != NULL ||
		   starts_with_one_of(str_from_offset(s, end), months));
}

/* "trước ngày 15/9", "trước 31/5": whether a day by which is told behind item
 * i, in its part of the sentence. */
static bool
has_due_day(const struct fold *f, const struct item *item)
{
	static const struct str by = STR_INIT(" trước ");
	/* "300 khẩu súng sản xuất trước 30/4/1975" */
	static const char *const older[] = {" từ", "sản xuất", "xảy ra", "tồn",
	    "tồn đọng", "ban hành", "cấp", "khởi tố", "trốn", "sinh", "gây án",
	    "thành lập", "có", NULL};
	struct str rest = str_behind(f->folded, item->end, DUE_MOST);
	size_t at = str_find(rest, by, 0);

	if (at == rest.len || ends_with_one_of(str_slice(rest, 0, at), older))
		return false;
	for (size_t i = 0; i < at; i++)
		if (strchr(",;.:()", rest.data[i]) != NULL)
			return false;
	return is_day(str_from_offset(rest, at + by.len));
}

/* "Trước ngày 30/6, đưa 120 người đi cai nghiện": whether a day by which opens
 * the sentence, in front of what is to be done. */
static bool
opens_by_due_day(const struct fold *f)
{
	static const struct str by = STR_INIT("trước ");
	struct str s = item_text(f), opening = str_behind(s, 0, DUE_MOST);

	if (!str_starts(s, by) ||
	    str_find(opening, STR(", "), 0) == opening.len)
		return false;
	return is_day(str_from_offset(s, by.len));
}

/* "phá xong trong tháng tới": whether a time to come stands behind item i, in
 * its part of the sentence. */
static bool
has_coming_time(const struct fold *f, const struct item *item)
{
	static const char *const times[] = {" trong tháng tới",
	    " trong tuần tới", " trong quý tới", " trong thời gian tới", NULL};
	struct str rest = str_behind(f->folded, item->end, DUE_MOST);

	return holds_one_of(
	    str_slice(rest, 0, str_find(rest, STR(","), 0)), times);
}

bool
is_due(const struct fold *f, size_t i)
{
	size_t first = look_back(f, i);
	bool opened = opens_by_due_day(f);

	if (!opened && !has_due_day(f, &f->items->list[i]) &&
	    !has_coming_time(f, &f->items->list[i]))
		return false;
	/* "thu hồi hết 60 khẩu", "gọi hỏi 100% đối tượng" */
	if (opened && (is_all(f, &f->items->list[i]) ||
			  (prior_to(f, i) != NULL &&
			      is_phrase(prior_to(f, i), STR("hết")))))
		return true;
	while (i-- > first && f->items->list[i].kind == ITEM_CUE) {
		if (item_is(&f->items->list[i], CUE_PAST))
			return false;
		if (is_task_verb(&f->items->list[i]))
			return true;
	}
	return false;
}
