/* Goals that cue words set. */
#include "scope.h"

const struct item *
next_to(const struct fold *f, size_t i)
{
	const struct items *items = f->items;

	if (i + 1 >= items->count || !is_adjacent(f->folded, items->list[i].end,
					 items->list[i + 1].start))
		return NULL;
	return &items->list[i + 1];
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

/* "sẽ tăng", but "sẽ kéo giảm" is a goal. */
static bool
is_forecast(const struct item *item)
{
	return item_is(item, CUE_UP) ||
	       (item_is(item, CUE_DOWN) &&
		   !str_starts(item->cue->phrase, STR("kéo ")));
}

bool
leads_to_figure(const struct fold *f, size_t i)
{
	const struct items *items = f->items;
	size_t at = items->list[i].end;

	for (i++; i < items->count; i++) {
		const struct item *item = &items->list[i];

		if (!is_adjacent(f->folded, at, item->start))
			return false;
		if (item->kind == ITEM_FIGURE)
			return true;
		if (!item_is(item, CUE_OP) && !item_is(item, CUE_FROM) &&
		    !item_is(item, CUE_FILL) && !item_is(item, CUE_AND) &&
		    item->kind != ITEM_COLON &&
		    (item->kind != ITEM_OPEN || i == 0 ||
			!item_is(&items->list[i - 1], CUE_GOAL)))
			return false;
		at = item->end;
	}
	return false;
}

/* Whether the goal named at item i is only compared with. */
static bool
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

/* Sets a goal that ends with its clause if it holds no figure, or if what is
 * reported is held against it: "mới đạt 81% trong khi phải đạt 90%". */
static void
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

/* "Công an tỉnh giao các đơn vị kéo giảm 5%"; "Truy nã: giao 25 đối tượng,
 * thực hiện 21 đối tượng". */
static void
take_give(struct fold *f, size_t i)
{
	const struct item *before = i > 0 ? &f->items->list[i - 1] : NULL;
	const struct item *next = next_to(f, i);
	bool past = before != NULL && item_is(before, CUE_PAST) &&
		    next_to(f, i - 1) != NULL;

	if (past || f->now.mode == SET)
		return;
	if (before != NULL &&
	    (before->kind == ITEM_COLON || before->kind == ITEM_OPEN)) {
		f->now.mode = REPORT;
		set_goal(f, REFER, true);
	} else if (next != NULL && (is_change(next) || item_is(next, CUE_OP) ||
				       item_is(next, CUE_FROM))) {
		set_goal(f, SET, true);
	} else {
		set_goal(f, ASKED, false);
	}
}

/* "phải từ 92% trở lên", "phải có ít nhất 2 vụ", "phải lập biên bản từ 5
 * trường hợp trở lên". */
static bool
is_floor(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	if ((item_is(item, CUE_STOP) || item_is(item, CUE_VERB)) &&
	    next_to(f, i) != NULL)
		item = next_to(f, i);
	if (item->kind == ITEM_FIGURE)
		return item->figure.unit->kind == UNIT_RATE;
	return item_is(item, CUE_FROM) ||
	       (item_is(item, CUE_OP) && item->cue->value != OP_APPROX &&
		   !str_equal(item->cue->phrase, STR("hơn")));
}

/* "6/8 chỉ tiêu đạt trên 80%": they are counted, none is set. */
static bool
is_counted(const struct fold *f, size_t i)
{
	size_t at = f->items->list[i].start;

	return at > 1 && f->folded.data[at - 1] == ' ' &&
	       f->folded.data[at - 2] >= '0' && f->folded.data[at - 2] <= '9';
}

static void
take_noun(struct fold *f, size_t i)
{
	/* "sẽ đạt số thu theo chỉ tiêu là 18 tỷ đồng" */
	if (f->now.mode == SET && leads_to_figure(f, i))
		f->money_too = true;
	if (f->now.mode == SET || is_counted(f, i))
		return;
	set_goal(f, is_referred(f) ? REFER : SET, true);
	f->now.open = f->now.mode == SET;
	f->headed = f->items->list[i].start == 0;
}

/* What stands in front of the last member of such a list. */
static bool
is_list_of_crimes(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	return item->kind == ITEM_COMMA || item_is(item, CUE_HEAD) ||
	       (item->kind == ITEM_FIGURE && item_is(item + 1, CUE_HEAD));
}

/* "100% tài xế phải được kiểm tra": the clause's figures, too. */
static void
take_duty(struct fold *f, size_t i)
{
	size_t j = f->clause;

	/* "100% các vụ án giết người, cướp phải được làm rõ" */
	while (!f->now.figure && j > 0 && is_list_of_crimes(f, j - 1))
		j--;
	for (; j < i; j++)
		f->items->list[j].status = STATUS_GOAL;
	f->clause = i;
	set_goal(f, SET, false);
}

/* What "được giao" makes a goal. */
static bool
is_assigned(const struct item *item)
{
	return sets(item) || item_is(item, CUE_VERB) || item_is(item, CUE_OP) ||
	       item->kind == ITEM_FIGURE;
}

void
take_goal(struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i], *next = next_to(f, i);

	switch ((enum goal_kind)item->cue->value) {
	case GOAL_VERB:
		set_goal(f, SET, true);
		break;
	case GOAL_ORDER:
		set_goal(f, f->now.compared ? REFER : ASKED, false);
		break;
	case GOAL_WEAK:
		if (f->now.mode == REPORT &&
		    !(i > 0 && item_is(item - 1, CUE_PAST) &&
			next_to(f, i - 1) != NULL))
			set_goal(f, WEAK, false);
		break;
	case GOAL_PLAN:
		if (leads_to_figure(f, i))
			set_goal(f, is_referred(f) ? REFER : SET, true);
		break;
	case GOAL_NOUN:
		take_noun(f, i);
		break;
	case GOAL_MUST:
		if (next != NULL && (sets(next) || is_floor(f, i + 1)))
			set_open(f);
		else if (f->named)
			set_goal(f, ASKED, false);
		break;
	case GOAL_WILL:
		if (next != NULL && sets(next) && !is_forecast(next))
			set_open(f);
		break;
	case GOAL_GIVE:
		take_give(f, i);
		break;
	case GOAL_ASSIGN:
		if (next != NULL && is_assigned(next))
			set_goal(f, SET, true);
		break;
	case GOAL_DUTY:
		take_duty(f, i);
		break;
	}
}
