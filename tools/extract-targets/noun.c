/* Goals that are named: "chỉ tiêu", "mục tiêu". */
#include "scope.h"

/* "6/8 chỉ tiêu đạt trên 80%": they are counted, none is set; no "năm 2023 chỉ
 * tiêu 20 vụ". */
static bool
is_counted(const struct fold *f, size_t i)
{
	size_t at = f->items->list[i].start;

	return at > 1 && f->folded.data[at - 1] == ' ' &&
	       str_is_digit(f->folded.data[at - 2]) &&
	       !(at > 5 &&
		   str_ends(str_slice(f->folded, 0, at - 5), STR("năm ")));
}

/* "được giao 12 chỉ tiêu, trong đó: giảm 5% số vụ", "gồm 6 chỉ tiêu cụ thể như:
 * ...": they are counted and then told. */
static bool
is_told_behind(const struct fold *f, size_t i)
{
	static const char *const before[] = {" gồm ", " có ", " đề ra ",
	    " đặt ra ", " giao ", " hướng tới ", " hướng đến ", " còn ",
	    " đăng ký ", NULL};
	static const char *const missed[] = {
	    " chưa đạt là ", " chưa hoàn thành là ", NULL};
	static const char *const behind[] = {", trong đó: ", ", gồm ",
	    ", gồm: ", " gồm: ", " như: ", " cụ thể: ", " cụ thể như: ",
	    ", cụ thể: ", " cơ bản: ", " chính: ", " chủ yếu: ", ": ",
	    " là kéo ", " là giảm ", " là bắt ", NULL};
	size_t at = str_digits_start(f->folded, f->items->list[i].start - 1);
	struct str rest = str_from_offset(f->folded, f->items->list[i].end);

	if (f->reported || f->figures)
		return false;
	if (starts_with_one_of(rest, missed))
		return true;
	return (ends_with_one_of(str_slice(f->folded, 0, at), before) ||
		   str_equal(str_slice(f->folded, 0, at), STR("có "))) &&
	       starts_with_one_of(rest, behind);
}

/* "cao hơn cùng kỳ 3%". */
static bool
is_over_past(const struct fold *f, const struct item *item)
{
	static const char *const past[] = {" cùng kỳ", " so với cùng kỳ", NULL};

	return is_comparison(item) &&
	       starts_with_one_of(str_from_offset(f->folded, item->end), past);
}

/* "4. Chỉ tiêu khám phá án (:) đạt 87%, vượt 7%": what heads the sentence is
 * told to be passed, and not its number. */
static bool
is_answered(const struct fold *f, size_t i)
{
	const struct items *items = f->items;
	size_t end = i + NEAR;

	if (i > 0 && !(i == 1 && items->list[0].kind == ITEM_DASH))
		return false;
	while (++i < items->count && i <= end &&
	       items->list[i].kind == ITEM_CUE &&
	       !item_is(&items->list[i], CUE_REACH))
		;
	if (i + 3 >= items->count ||
	    (!item_is(&items->list[i], CUE_REACH) &&
		(items->list[i].kind != ITEM_COLON ||
		    !item_is(&items->list[i + 1], CUE_REACH))))
		return false;
	while (++i + 1 < items->count && i <= end)
		if (items->list[i].kind == ITEM_COMMA &&
		    exceeds(&items->list[i + 1]))
			return leads_to_figure(f, i + 1) ||
			       items->list[i + 1].kind == ITEM_FIGURE;
		else if (items->list[i].kind == ITEM_COMMA &&
			 is_over_past(f, &items->list[i + 1]))
			return true;
	return false;
}

/* Whether a clause goes on from item i to "đạt". */
static bool
is_reached_behind(const struct fold *f, size_t i)
{
	size_t end = i + NEAR;

	while (++i < f->items->count && i < end &&
	       f->items->list[i].kind == ITEM_CUE) {
		if (item_is(&f->items->list[i], CUE_REACH))
			return true;
		if (item_is(&f->items->list[i], CUE_GOAL))
			return false;
	}
	return false;
}

/* "đạt trên 90%, riêng chỉ tiêu bắt truy nã đạt 61%": one more that is
 * reported. */
static bool
is_singled_out(const struct fold *f, size_t i)
{
	if (!f->figures || f->now.mode != REPORT ||
	    !(str_starts(f->folded, STR("đến nay")) ||
		(prior_to(f, i) != NULL &&
		    is_phrase(prior_to(f, i), STR("riêng")))))
		return false;
	return is_reached_behind(f, i);
}

/* "hai chỉ tiêu sau lần lượt đạt 94,5% và 88%": what was set before is told
 * of. */
static bool
is_pointed_out(const struct fold *f, size_t i)
{
	static const char *const pointing[] = {" sau ", " còn lại ", " này ",
	    " khác ", " đầu tiên ", " thứ hai ", " thứ ba ", NULL};

	return starts_with_one_of(
		   str_from_offset(f->folded, f->items->list[i].end),
		   pointing) &&
	       is_reached_behind(f, i);
}

/* "hoàn thành chỉ tiêu cả năm với 62 vụ", "đã vượt chỉ tiêu được giao khi bắt
 * 45 vụ": the goal is met with what is reported behind it. */
static bool
is_met_with(const struct fold *f, size_t i)
{
	size_t end = i + NEAR;
	const struct item *share = prior_to(f, i);

	/* "đã đạt 35% chỉ tiêu với 14 vụ" */
	if (f->now.mode != REPORT ||
	    (!is_met(f, i) &&
		(share == NULL || share->kind != ITEM_FIGURE ||
		    share->figure.unit->kind != UNIT_RATE || !f->reported)))
		return false;
	while (++i < f->items->count && i < end &&
	       f->items->list[i].kind == ITEM_CUE)
		if (is_phrase(&f->items->list[i], STR("với")) ||
		    is_phrase(&f->items->list[i], STR("khi")))
			return leads_to_figure(f, i) ||
			       number_of_acts(f, i) != NULL;
	return false;
}

/* "không đạt mục tiêu do hụt 2.800 tỷ đồng". */
static bool
is_missed_for(const struct fold *f, size_t i)
{
	return follows_cue(f, i, CUE_COMPARE) && !f->now.against &&
	       tells_why(f, i);
}

/* Bytes around "chỉ tiêu" that tell whose it is. */
#define QUOTA_MOST 120

/* "chỉ tiêu mỗi phương thức xét tuyển": places at schools. */
static bool
is_quota(const struct fold *f, size_t i)
{
	static const char *const schools[] = {"tuyển sinh", "xét tuyển",
	    "học bạ", "mỗi phương thức", "thí sinh", "nguyện vọng", "lớp 10",
	    NULL};
	const struct item *item = &f->items->list[i];
	size_t from = item->start > QUOTA_MOST ? item->start - QUOTA_MOST : 0;
	size_t to = item->end + QUOTA_MOST;

	return str_starts(item->cue->phrase, STR("chỉ tiêu")) &&
	       holds_one_of(str_slice(f->folded, from,
				to < f->folded.len ? to : f->folded.len),
		   schools);
}

void
take_noun(struct fold *f, size_t i)
{
	/* "sẽ đạt số thu theo chỉ tiêu là 18 tỷ đồng" */
	if (f->now.mode == SET && leads_to_figure(f, i))
		f->money_too = true;
	if (f->now.mode == SET || is_answered(f, i) || is_singled_out(f, i) ||
	    is_pointed_out(f, i) || is_met_with(f, i) || is_missed_for(f, i) ||
	    is_quota(f, i))
		return;
	if (is_counted(f, i)) {
		if (is_told_behind(f, i))
			set_goal(f, SET, true);
		return;
	}
	set_goal(f, is_referred(f) ? REFER : SET, true);
	f->now.open = f->now.mode == SET;
	f->headed = f->items->list[i].start == 0;
}
