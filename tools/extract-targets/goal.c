/* Goals that cue words set. */
#include "scope.h"

/* Bytes behind "nêu rõ" that are looked over for what was. */
#define TOLD_MOST 160

const struct item *
next_to(const struct fold *f, size_t i)
{
	const struct items *items = f->items;

	if (i + 1 >= items->count || !is_adjacent(f->folded, items->list[i].end,
					 items->list[i + 1].start))
		return NULL;
	return &items->list[i + 1];
}

const struct item *
prior_to(const struct fold *f, size_t i)
{
	return i > 0 && next_to(f, i - 1) != NULL ? &f->items->list[i - 1]
						  : NULL;
}

bool
follows_cue(const struct fold *f, size_t i, enum cue_kind kind)
{
	const struct item *prior = prior_to(f, i);

	return prior != NULL && item_is(prior, kind);
}

bool
is_change(const struct item *item)
{
	return item_is(item, CUE_UP) || item_is(item, CUE_DOWN) ||
	       item_is(item, CUE_REACH);
}

bool
is_task_verb(const struct item *item)
{
	return item_is(item, CUE_VERB) && item->cue->value == VERB_TASK;
}

bool
is_comparison(const struct item *item)
{
	return item_is(item, CUE_NONE) &&
	       str_ends(item->cue->phrase, STR(" hơn"));
}

bool
sets(const struct item *item)
{
	return is_change(item) || is_task_verb(item) ||
	       item_is(item, CUE_LEVEL) || is_comparison(item);
}

/* "sẽ tăng", "sẽ chiếm", but "sẽ kéo giảm" is a goal. */
static bool
is_forecast(const struct item *item)
{
	return item_is(item, CUE_UP) || is_phrase(item, STR("ở mức")) ||
	       (item_is(item, CUE_REACH) &&
		   str_starts(item->cue->phrase, STR("chiếm"))) ||
	       (item_is(item, CUE_DOWN) &&
		   !str_starts(item->cue->phrase, STR("kéo ")));
}

const struct item *
led_figure(const struct fold *f, size_t i)
{
	const struct items *items = f->items;
	size_t at = items->list[i].end;

	for (i++; i < items->count; i++) {
		const struct item *item = &items->list[i];

		if (!is_adjacent(f->folded, at, item->start))
			return NULL;
		if (item->kind == ITEM_FIGURE)
			return item;
		if (!item_is(item, CUE_OP) && !item_is(item, CUE_FROM) &&
		    !item_is(item, CUE_FILL) && !item_is(item, CUE_AND) &&
		    item->kind != ITEM_COLON &&
		    (item->kind != ITEM_OPEN || i == 0 ||
			!item_is(&items->list[i - 1], CUE_GOAL)))
			return NULL;
		at = item->end;
	}
	return NULL;
}

const struct item *
figure_behind_cues(const struct fold *f, size_t i)
{
	const struct items *items = f->items;
	size_t end = i + 1;

	while (end < items->count && end < i + NEAR &&
	       items->list[end].kind == ITEM_CUE)
		end++;
	return end < items->count && items->list[end].kind == ITEM_FIGURE
		   ? &items->list[end]
		   : NULL;
}

const struct item *
number_of_acts(const struct fold *f, size_t i)
{
	const struct item *act = next_to(f, i), *number;

	if (act == NULL || !item_is(act, CUE_VERB))
		return NULL;
	number = led_figure(f, i + 1);
	return number != NULL && number->figure.unit->kind == UNIT_COUNT
		   ? number
		   : NULL;
}

bool
leads_to_figure(const struct fold *f, size_t i)
{
	return led_figure(f, i) != NULL;
}

bool
is_referred(const struct fold *f)
{
	if (f->now.bracket || (f->figures && f->now.mode == REPORT))
		return true;
	return f->now.compared;
}

void
set_goal(struct fold *f, enum mode mode, bool money_too)
{
	if (f->now.mode == SET || (f->now.mode == REFER && !f->now.boundary))
		return;
	f->now.mode = mode;
	f->now.boundary = f->now.open = false;
	f->money_too = money_too;
}

void
set_open(struct fold *f)
{
	if (f->now.mode == SET)
		return;
	if (f->figures && f->now.compared) {
		set_goal(f, REFER, false);
		return;
	}
	set_goal(f, SET, false);
	f->now.open = f->now.mode == SET;
}

bool
is_kept(const struct fold *f, size_t i)
{
	static const char *const before[] = {
	    "tiếp tục ", "bảo đảm ", "đảm bảo ", "nhằm ", "phải ", NULL};
	const struct item *item = &f->items->list[i];
	struct str head = str_slice(f->folded, 0, item->start);

	/* "giữ vững ổn định" */
	if (is_phrase(item, STR("ổn định")) && i > 0 &&
	    str_ends(head, STR("giữ vững ")))
		return is_kept(f, i - 1);
	if (!is_phrase(item, STR("giữ vững")))
		return false;
	return leads_to_figure(f, i) || item->start == 0 ||
	       (i == 1 && item[-1].kind == ITEM_DASH) ||
	       ends_with_one_of(head, before);
}

/* Whether a number that nothing may pass stands behind item i: "dưới 5 vụ",
 * "xuống còn 12 người", "trên 85%". */
static bool
is_limit(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i], *led = led_figure(f, i);

	if (led == NULL || (led->figure.unit->kind != UNIT_COUNT &&
			       led->figure.unit->kind != UNIT_RATE))
		return false;
	if (item_is(item, CUE_OP) && item->cue->value != OP_APPROX)
		return led->figure.unit->kind == UNIT_RATE ||
		       item->cue->value == OP_LT || item->cue->value == OP_LE;
	return item_is(item, CUE_LEVEL);
}

bool
holds_down(const struct fold *f, size_t i)
{
	static const char *const verbs[] = {
	    " kéo ", " giữ ", " khống chế ", " ghìm ", NULL};
	const struct items *items = f->items;
	size_t last = i + NEAR;

	if (!starts_with_one_of(
		str_from_offset(f->folded, items->list[i].end), verbs))
		return false;
	while (++i < items->count && i <= last &&
	       items->list[i].kind == ITEM_CUE &&
	       !item_is(&items->list[i], CUE_PAST) &&
	       !item_is(&items->list[i], CUE_GOAL))
		if (is_limit(f, i))
			return true;
	return false;
}

/* "Theo kế hoạch, trộm cắp giảm ít nhất 10%": whether a sentence begins so. */
static bool
opens_by_plan(const struct fold *f, size_t i)
{
	const struct item *prior = prior_to(f, i);

	return f->now.mode == REPORT && prior != NULL && prior->start == 0 &&
	       is_phrase(prior, STR("theo"));
}

/* Whether something is held against the goal at item i: "đạt 84% yêu cầu", not
 * only "song" in front of it. */
static bool
is_compared(const struct fold *f, size_t i)
{
	size_t first = look_back(f, i);

	if (!f->now.compared)
		return false;
	if (f->clause == 0 || !item_is(&f->items->list[f->clause - 1], CUE_BUT))
		return true;
	while (i-- > first) {
		const struct item *item = &f->items->list[i];

		if (item->kind != ITEM_CUE || item_is(item, CUE_COMPARE) ||
		    item_is(item, CUE_REACH) || item_is(item, CUE_OP) ||
		    is_comparison(item))
			return true;
	}
	return false;
}

/* "mức 8% mà kế hoạch đặt ra": it belongs to the figure before it. */
static bool
is_relative(const struct fold *f, size_t i)
{
	size_t first = look_back(f, i);
	size_t j = i;

	if (!is_given(f, i))
		return false;
	while (j-- > first)
		if (f->items->list[j].kind == ITEM_FIGURE)
			return is_named_behind(f, j);
	return false;
}

/* "đạt trên". */
static bool
reaches(const struct item *item)
{
	return item != NULL && item_is(item, CUE_OP) &&
	       str_starts(item->cue->phrase, STR("đạt "));
}

bool
is_set_against(const struct fold *f)
{
	const struct item *item = &f->items->list[f->clause];

	return f->clause > 0 && item_is(item - 1, CUE_BUT) &&
	       str_starts(item[-1].cue->phrase, STR("trong khi"));
}

/* "thấp hơn yêu cầu từ 90%", "đạt 86%, yêu cầu trên 80%", "bằng 70% yêu cầu":
 * whether what was asked for is only held against what is reported. */
static bool
is_held_against(const struct fold *f, size_t i)
{
	const struct item *prior = prior_to(f, i), *next = next_to(f, i);

	if (f->figures && is_set_against(f))
		return true;
	if (prior == NULL)
		return false;
	if (prior->kind == ITEM_FIGURE)
		return prior->figure.unit->kind == UNIT_RATE && next != NULL &&
		       next->kind == ITEM_OPEN;
	if (prior->kind == ITEM_COMMA || prior->kind == ITEM_SEMICOLON)
		return f->figures && f->now.mode == REPORT &&
		       leads_to_figure(f, i);
	return is_comparison(prior);
}

/* "sẽ bóc gỡ 5 đến 7 đường dây", "Theo kế hoạch, đợt cao điểm sẽ bắt 50 đối
 * tượng": an act in a range, or what a plan foresees. */
static bool
will_act(const struct fold *f, size_t i)
{
	const struct item *number = number_of_acts(f, i);

	return number != NULL &&
	       (f->now.mode == WEAK || number->figure.form == FIGURE_RANGE);
}

/* "sẽ giảm ít nhất 5%", "sẽ lập chốt, xử lý ít nhất 500 trường hợp": whether
 * a floor of what is done follows item i; forecasts have none. */
static bool
will_do_at_least(const struct fold *f, size_t i)
{
	const struct items *items = f->items;
	size_t k = i + 1;

	while (k < items->count && k < i + NEAR &&
	       (items->list[k].kind == ITEM_COMMA ||
		   (items->list[k].kind == ITEM_CUE &&
		       !item_is(&items->list[k], CUE_BUT) &&
		       !item_is(&items->list[k], CUE_PAST))))
		k++;
	if (k >= items->count || k < i + 3 ||
	    items->list[k].kind != ITEM_FIGURE || items->list[k].op != OP_GE ||
	    items->list[k].figure.unit->kind == UNIT_MONEY)
		return false;
	return item_is(&items->list[k - 2], CUE_VERB) ||
	       item_is(&items->list[k - 2], CUE_DOWN);
}

/* "Đối tượng đề ra mức giá": what criminals set is no goal. */
static bool
is_set_by_gang(const struct fold *f, size_t i)
{
	static const char *const gangs[] = {
	    "đối tượng ", "chúng ", "bọn ", "hắn ", "tên này ", NULL};
	const struct item *item = &f->items->list[i];

	return starts_with_one_of(item->cue->phrase,
		   (const char *const[]){"đề ra", "đặt ra", NULL}) &&
	       ends_with_one_of(str_slice(f->folded, 0, item->start), gangs);
}

/* "đã phải tăng", "lẽ ra phải bắt xong": what was done, or was not. */
static bool
had_to(const struct fold *f, size_t i)
{
	static const char *const had[] = {" đã ", " lẽ ra ", " đáng lẽ ", NULL};
	struct str must = f->items->list[i].cue->phrase;

	return ends_with_one_of(
		   str_slice(f->folded, 0, f->items->list[i].start), had) &&
	       (str_starts(must, STR("phải")) || str_ends(must, STR("gắng")));
}

/* "Đối chiếu kế hoạch (kiểm tra 200 vụ, nộp ngân sách 3 tỷ đồng)": whether a
 * bracket behind the plan at item i spells it out. */
static bool
is_spelt_out(const struct fold *f, size_t i)
{
	const struct item *open = next_to(f, i), *act;

	if (open == NULL || open->kind != ITEM_OPEN)
		return false;
	act = next_to(f, i + 1);
	return act != NULL && (item_is(act, CUE_VERB) || is_change(act)) &&
	       leads_to_figure(f, i + 2);
}

/* "Chỉ thị nêu rõ, quý I các lực lượng phát hiện 118 vụ": whether an order
 * tells at item i what was. */
static bool
tells_of_past(const struct fold *f, size_t i)
{
	static const char *const times[] = {", quý ", ", trong quý ", ", năm ",
	    ", trong năm ", ", tháng ", ", trong tháng ", ", thời gian qua",
	    ", vừa qua", ", từ đầu năm", ": quý ", ": trong quý ", ": năm ",
	    ": thời gian qua", ": từ đầu năm", NULL};
	static const char *const acts[] = {
	    " phát hiện ", " xảy ra ", " ghi nhận ", " đã ", NULL};
	const struct item *item = &f->items->list[i];
	struct str rest = str_behind(f->folded, item->end, TOLD_MOST);

	return str_ends(item->cue->phrase, STR("nêu rõ")) &&
	       starts_with_one_of(rest, times) &&
	       holds_one_of(
		   str_slice(rest, 0, str_find(rest, STR(","), 1)), acts);
}

/* "còn thiếu 3 đối tượng so với kế hoạch giảm 50%", "So với kế hoạch thu
 * 300kg": whether a plan is compared with at item i by what it wants. */
static bool
is_compared_change(const struct fold *f, size_t i)
{
	const struct item *next = next_to(f, i);

	return f->now.against && next != NULL &&
	       (is_change(next) || item_is(next, CUE_VERB)) &&
	       leads_to_figure(f, i + 1);
}

/* "định mức 2 triệu đồng/ha", which nobody has to reach. */
static bool
is_norm_of_money(const struct fold *f, size_t i)
{
	const struct item *led = led_figure(f, i);

	return led != NULL && led->figure.unit->kind == UNIT_MONEY &&
	       str_starts(f->items->list[i].cue->phrase, STR("định mức"));
}

/* "kế hoạch", which sets something only where it tells what. */
static void
take_plan(struct fold *f, size_t i)
{
	if (is_norm_of_money(f, i))
		return;
	if (leads_to_figure(f, i))
		set_goal(f,
		    is_referred(f) || next_to(f, i)->kind == ITEM_OPEN ? REFER
								       : SET,
		    true);
	else if (is_spelt_out(f, i) || is_compared_change(f, i))
		set_goal(f, REFER, true);
	else if (is_told_of_plan(f, i) || is_plan_of_acts(f, i))
		set_goal(f, is_referred(f) ? REFER : SET, true);
	else if (opens_by_plan(f, i))
		set_goal(f, WEAK, false);
}

/* "sẽ kéo giảm", "sẽ đạt 10 tỷ USD". */
static void
take_will(struct fold *f, size_t i)
{
	const struct item *next = next_to(f, i);

	if ((next != NULL && sets(next) && !is_forecast(next)) ||
	    reaches(next) || holds_down(f, i) || will_act(f, i) ||
	    will_do_at_least(f, i))
		set_open(f);
	if (next != NULL && (is_phrase(next, STR("đạt")) || reaches(next)))
		f->money_too = true;
}

void
take_goal(struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	if (is_relative(f, i))
		return;

	switch ((enum goal_kind)item->cue->value) {
	case GOAL_VERB:
		if (is_set_by_gang(f, i))
			break;
		set_goal(f, is_set_against(f) ? REFER : SET, true);
		break;
	case GOAL_ORDER:
		if (tells_of_past(f, i))
			break;
		set_goal(f,
		    is_compared(f, i) || is_held_against(f, i) ? REFER : ASKED,
		    false);
		break;
	case GOAL_WEAK:
		/* "đã có 8.500 hộ ký cam kết" */
		if (f->reported && is_phrase(item, STR("cam kết")) &&
		    str_ends(str_slice(f->folded, 0, item->start), STR("ký ")))
			break;
		if (f->now.mode == REPORT &&
		    (!f->in_results || is_phrase(item, STR("chỉ cho phép"))) &&
		    !follows_cue(f, i, CUE_PAST))
			set_goal(f, WEAK, false);
		break;
	case GOAL_PLAN:
		take_plan(f, i);
		break;
	case GOAL_NOUN:
		take_noun(f, i);
		break;
	case GOAL_MUST:
		if (!had_to(f, i))
			take_must(f, i);
		break;
	case GOAL_WILL:
		take_will(f, i);
		break;
	case GOAL_GIVE:
		take_give(f, i);
		break;
	case GOAL_ASSIGN:
		take_assign(f, i);
		break;
	case GOAL_DUTY:
		if (!had_to(f, i))
			take_duty(f, i);
		break;
	}
}
