/* Goals that somebody is given: "giao", "được giao". */
#include "scope.h"

/* Bytes of the act between "được giao" and its figure. */
#define ACT_MOST 9
/* The same, where a bound or all that there are follow. */
#define TASK_MOST 28

bool
is_errand(const struct item *next)
{
	static const char *const words[] = {"vận chuyển", "mua", "bán",
	    "chuyển", "nhận", "trả", "chi", "nộp", NULL};

	return next != NULL && item_is(next, CUE_VERB) &&
	       starts_with_one_of(next->cue->phrase, words);
}

/* Bytes between a price and what is delivered at it. */
#define PRICE_MOST 60

/* "giá quặng sắt giao sang cảng", "giá vàng thế giới giao": what is sold. */
static bool
is_delivered(const struct fold *f, size_t i)
{
	size_t at = f->items->list[i].start;
	struct str before = str_before(f->folded, at, PRICE_MOST);

	return str_find(before, STR("giá "), 0) < before.len &&
	       str_find(before, STR("đánh giá "), 0) == before.len &&
	       str_find(before, STR("trị giá "), 0) == before.len;
}

/* "bị bắt khi đang giao 3 bánh heroin", "giao ma túy cho khách": goods. */
static bool
is_handed_over(const struct fold *f, size_t i)
{
	static const char *const goods[] = {" ma túy", " ma tuý", " heroin",
	    " hêrôin", " cần sa", " hồng phiến", " thuốc lắc", " thuốc phiện",
	    " ketamin", " cocain", " pháo", " hàng cấm", " hàng lậu", NULL};
	static const char *const pieces[] = {
	    "bánh", "viên", "gói", "khẩu", "quả", "bao", NULL};
	const struct item *next = next_to(f, i);
	size_t end = f->items->list[i].end;

	if (next != NULL && next->kind == ITEM_FIGURE) {
		end = next->end;
		if (next->figure.unit->kind != UNIT_MEASURE &&
		    !equals_one_of(next->figure.unit->name, pieces))
			return false;
	}
	return starts_with_one_of(str_from_offset(f->folded, end), goods);
}

/* "Kế hoạch cấp trên giao là 40 vụ": whether the plan gives item i. */
static bool
is_of_plan(const struct fold *f, size_t i)
{
	size_t first = look_back(f, i);

	while (i-- > first && f->items->list[i].kind != ITEM_FIGURE)
		if (item_is(&f->items->list[i], CUE_GOAL) &&
		    f->items->list[i].cue->value == GOAL_PLAN)
			return true;
	return false;
}

bool
is_told_of_plan(const struct fold *f, size_t i)
{
	while (++i < f->items->count) {
		const struct item *item = &f->items->list[i];

		if (is_phrase(item, STR("là")))
			return leads_to_figure(f, i);
		if (!item_is(item, CUE_HEAD) && !item_is(item, CUE_STOP) &&
		    !item_is(item, CUE_FILL) && !is_phrase(item, STR("thu")))
			return false;
	}
	return false;
}

/* "được Tổng cục giao thu ngân sách là 1.150 tỷ đồng". */
static bool
is_received(const struct fold *f, size_t i)
{
	size_t first = look_back(f, i);
	const struct item *next = next_to(f, i);

	if (next == NULL ||
	    (!item_is(next, CUE_HEAD) && !is_phrase(next, STR("thu"))))
		return false;
	while (i-- > first && f->items->list[i].kind == ITEM_CUE)
		if (is_phrase(&f->items->list[i], STR("được")))
			return true;
	return false;
}

/* "bắt 16 đối tượng; giao 20 đối tượng.": whether the clause of the cue at item
 * i only tells how many of what was counted right before it were wanted. */
static bool
is_quota_told(const struct fold *f, size_t i)
{
	const struct items *items = f->items;
	const struct item *prior = prior_to(f, i), *figure = next_to(f, i);
	const struct item *behind;
	size_t first = i > NEAR ? i - NEAR : 0, told = i;

	if (f->now.mode != REPORT || prior == NULL ||
	    (prior->kind != ITEM_COMMA && prior->kind != ITEM_SEMICOLON) ||
	    figure == NULL || figure->kind != ITEM_FIGURE ||
	    figure->op != OP_NONE)
		return false;
	behind = i + 2 < items->count ? figure + 1 : NULL;
	while (--told > first && items->list[told].kind != ITEM_FIGURE)
		;
	return items->list[told].kind == ITEM_FIGURE &&
	       items->list[told].figure.unit == figure->figure.unit &&
	       (behind == NULL ? f->folded.len <= figure->end + 1
			       : behind->start == figure->end &&
				     behind->kind != ITEM_CUE);
}

/* "Công an tỉnh giao các đơn vị kéo giảm 5%"; "Truy nã: giao 25 đối tượng,
 * thực hiện 21 đối tượng". */
void
take_give(struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i], *next = next_to(f, i);

	if (follows_cue(f, i, CUE_PAST) || f->now.mode == SET ||
	    is_errand(next) || is_delivered(f, i) || is_handed_over(f, i))
		return;
	/* "đạt 76,6% trong khi nghị quyết giao 80%" */
	if (f->figures && is_set_against(f) && leads_to_figure(f, i)) {
		set_goal(f, REFER, true);
		return;
	}
	if (is_of_plan(f, i) && leads_to_figure(f, i)) {
		set_goal(f, is_referred(f) ? REFER : SET, true);
	} else if (i > 0 &&
		   (item[-1].kind == ITEM_COLON || item[-1].kind == ITEM_OPEN ||
		       is_quota_told(f, i))) {
		f->now.mode = REPORT;
		set_goal(f, REFER, true);
	} else if (next != NULL &&
		   (is_change(next) || item_is(next, CUE_OP) ||
		       item_is(next, CUE_FROM) || is_received(f, i))) {
		set_goal(f, SET, true);
	} else if (is_given(f, i) && f->now.against) {
		/* "So với nghị quyết giao, tăng 5%" */
		set_goal(f, REFER, true);
	} else if (!is_given(f, i) || !f->now.figure || f->now.mode != REPORT) {
		/* but "đạt 140% dự toán Bộ Tài chính giao" */
		set_goal(f, ASKED, false);
	}
}

/* Whether the next thing behind item i that a cue names is an act and its
 * number. */
static bool
is_task_behind(const struct fold *f, size_t i)
{
	const struct item *act = &f->items->list[i + 1];

	return act->start <= act[-1].end + TASK_MOST &&
	       item_is(act, CUE_VERB) && !is_errand(act) &&
	       leads_to_figure(f, i + 1);
}

/* "được giao mỗi tháng tuyên truyền cho ít nhất 200 lượt người": whether what
 * is to be done time and again follows. */
static bool
is_task_of_each(const struct fold *f, size_t i)
{
	static const char *const each[] = {" mỗi tháng ", " mỗi tuần ",
	    " hằng tháng ", " hàng tháng ", " mỗi đợt ", " mỗi quý ", NULL};
	const struct items *items = f->items;
	size_t last = i + NEAR;

	if (!starts_with_one_of(
		str_from_offset(f->folded, items->list[i].end), each))
		return false;
	while (
	    ++i < items->count && i <= last && items->list[i].kind == ITEM_CUE)
		if (item_is(&items->list[i], CUE_VERB))
			return !is_errand(&items->list[i]);
	return false;
}

bool
is_count_of_cases(const struct item *figure)
{
	return figure != NULL && figure->figure.unit->kind == UNIT_COUNT &&
	       !str_equal(figure->figure.unit->name, STR("người"));
}

/* Bytes of a task without a number, in front of one with a floor. */
#define FIRST_TASK_MOST 120

/* "được giao rà soát doanh nghiệp, truy thu không dưới 12 tỷ đồng": whether a
 * task with a floor stands behind one without a number. */
static bool
is_task_listed(const struct fold *f, size_t i)
{
	const struct items *items = f->items;
	const struct item *comma = &items->list[i + 1];

	if (i + 1 >= items->count || comma->kind != ITEM_COMMA ||
	    comma->start > items->list[i].end + FIRST_TASK_MOST)
		return false;
	for (i += 2; i < items->count && items->list[i].kind == ITEM_CUE; i++)
		if (!item_is(&items->list[i], CUE_VERB) &&
		    !item_is(&items->list[i], CUE_OP))
			return false;
	return i < items->count && items->list[i].kind == ITEM_FIGURE &&
	       items->list[i].op == OP_GE &&
	       items->list[i].start <= comma->end + TASK_MOST;
}

/* Whether what "được giao", item i, makes a goal follows. */
static bool
is_assigned(const struct fold *f, size_t i)
{
	static const char *const acts[] = {" lập ", " mở ", " xây ", " phá ",
	    " diệt ", " gỡ ", " chặn ", " rà ", " bóc ", NULL};
	static const char *const manners[] = {" phối hợp ", " chủ trì ",
	    " trực tiếp ", " chủ động ", " chủ công ", NULL};
	static const char *const levels[] = {
	    " đưa tỷ lệ ", " hạ tỷ lệ ", " kéo tỷ lệ ", NULL};
	static const char *const revenue[] = {
	    " dự toán thu", " thu ngân sách", " thu nộp ngân sách", NULL};
	const struct item *item = &f->items->list[i], *next = next_to(f, i);

	/* "được giao dự toán thu ngân sách 450 tỷ đồng" */
	if (starts_with_one_of(str_from_offset(f->folded, item->end), revenue))
		return true;
	if (is_task_of_each(f, i) || is_task_listed(f, i) ||
	    str_ends(item->cue->phrase, STR(" tỷ lệ")) ||
	    starts_with_one_of(str_from_offset(f->folded, item->end), levels))
		return true;
	/* "được giao mức tối thiểu 6.000 trường hợp" */
	if (next != NULL && is_phrase(next, STR("mức")))
		return leads_to_figure(f, i);
	/* "được giao tăng qua các năm" */
	if (next != NULL && item_is(next, CUE_UP) && !leads_to_figure(f, i + 1))
		return false;
	/* "được giao thêm 2 chuyên án", "số vụ được giao là 20 vụ" */
	if (next != NULL &&
	    (is_phrase(next, STR("thêm")) || is_phrase(next, STR("là"))) &&
	    is_count_of_cases(led_figure(f, i)))
		return true;
	if (next != NULL)
		return sets(next) || item_is(next, CUE_VERB) ||
		       item_is(next, CUE_OP) || next->kind == ITEM_FIGURE ||
		       is_police_measure(next);
	if (i + 1 == f->items->count)
		return false;
	/* "được giao khắc phục xong 3 điểm đen" */
	if (item[1].start <= item->end + TASK_MOST &&
	    item[1].kind == ITEM_FIGURE &&
	    str_ends(str_slice(f->folded, 0, item[1].start), STR(" xong ")))
		return true;
	/* "được giao chuẩn hóa 100% thuê bao" */
	if (item[1].start <= item->end + TASK_MOST &&
	    (item_is(item + 1, CUE_OP) ||
		(item[1].kind == ITEM_FIGURE && is_all(f, item + 1))))
		return true;
	/* "được giao đấu tranh thành công từ 1 đến 2 chuyên án" */
	if (str_starts(
		str_from_offset(f->folded, item->end), STR(" đấu tranh ")) &&
	    item[1].start <= item->end + TASK_MOST &&
	    (item_is(item + 1, CUE_FROM) || item[1].kind == ITEM_FIGURE))
		return true;
	/* "được giao phối hợp triệt phá 4 đường dây" */
	if (starts_with_one_of(str_from_offset(f->folded, item->end), manners))
		return is_task_behind(f, i);
	/* "được giao lập 5 chuyên án", but "được giao giữ 5 khẩu súng" */
	return item[1].start <= item->end + ACT_MOST &&
	       (item_is(item + 1, CUE_OP) || item[1].kind == ITEM_FIGURE) &&
	       starts_with_one_of(str_from_offset(f->folded, item->end), acts);
}

void
take_assign(struct fold *f, size_t i)
{
	const struct item *next = next_to(f, i);

	/* "được giao vận chuyển 20 kg ma túy" */
	if (is_errand(next) && led_figure(f, i + 1) != NULL &&
	    led_figure(f, i + 1)->figure.unit->kind == UNIT_MEASURE)
		return;
	/* "Truy nã: được giao 35 đối tượng, bắt 29 đối tượng" */
	if (leads_to_figure(f, i) &&
	    (next->kind == ITEM_OPEN || follows_colon(f, i) ||
		is_set_against(f)))
		set_goal(f, REFER, true);
	else if (is_assigned(f, i))
		set_goal(f, SET, true);
}
