/*
 * Goal or result: a fold over the items from left to right.  A goal that is
 * set ("phấn đấu") reaches over the rest of the sentence until something is
 * reported; one that is only referred to ("chưa đạt chỉ tiêu đề ra là 90%")
 * ends with its clause.  Brackets begin as what stands around them.
 */
#include "meaning.h"

#define DEPTH 8

enum mode { REPORT, REFER, LISTED, WEAK, ASKED, SET };

struct scope {
	enum mode mode;
	bool figure;   /* one stands in this clause */
	bool boundary; /* a clause ended since the goal was set */
	bool bracket;  /* nothing but the opening bracket stands before */
	bool compared; /* this clause compares with something */
	bool open;     /* a goal is named, and nothing yet set */
	bool against;  /* "so với" it */
};

struct fold {
	struct items *items;
	struct str folded;
	struct scope now, outer[DEPTH];
	size_t depth;
	size_t clause; /* first item of this clause */
	bool figures;  /* some figure is reported before */
	bool reported;
	bool named; /* some goal or plan */
	bool measured; /* what police measure: "số vụ", "tỷ lệ khám phá" */
	bool money_too; /* what was asked for may be money */
};

/* The item right behind item i, or NULL. */
static const struct item *
next_to(const struct fold *f, size_t i)
{
	const struct items *items = f->items;

	if (i + 1 >= items->count || !is_adjacent(f->folded, items->list[i].end,
					 items->list[i + 1].start))
		return NULL;
	return &items->list[i + 1];
}

static bool
is_change(const struct item *item)
{
	return item_is(item, CUE_UP) || item_is(item, CUE_DOWN) ||
	       item_is(item, CUE_REACH);
}

static bool
is_task_verb(const struct item *item)
{
	return item_is(item, CUE_VERB) && item->cue->value == VERB_TASK;
}

/* "cao hơn", "thấp hơn". */
static bool
is_comparison(const struct item *item)
{
	return item_is(item, CUE_NONE) &&
	       str_ends(item->cue->phrase, STR(" hơn"));
}

/* What "phải" makes a goal. */
static bool
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

/* Whether the next thing behind item i is a figure or its operator. */
static bool
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

static void
set_goal(struct fold *f, enum mode mode, bool money_too)
{
	if (f->now.mode == SET || (f->now.mode == REFER && !f->now.boundary))
		return;
	f->now.mode = mode;
	f->now.boundary = f->now.open = false;
	f->money_too = money_too;
}

/* Sets a goal that ends with its clause if it holds no figure. */
static void
set_open(struct fold *f)
{
	if (f->now.mode == SET)
		return;
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

/* "phải từ 92% trở lên", "phải có ít nhất 2 vụ". */
static bool
is_floor(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	if (item_is(item, CUE_STOP) && next_to(f, i) != NULL)
		item = next_to(f, i);
	return item_is(item, CUE_FROM) ||
	       (item_is(item, CUE_OP) && item->cue->value != OP_APPROX);
}

static void
take_goal(struct fold *f, size_t i)
{
	struct items *items = f->items;

	const struct item *next = next_to(f, i);

	switch ((enum goal_kind)items->list[i].cue->value) {
	case GOAL_VERB:
		set_goal(f, SET, true);
		break;
	case GOAL_ORDER:
		set_goal(f, f->now.compared ? REFER : ASKED, false);
		break;
	case GOAL_WEAK:
		if (f->now.mode == REPORT &&
		    !(i > 0 && item_is(&items->list[i - 1], CUE_PAST) &&
			next_to(f, i - 1) != NULL))
			set_goal(f, WEAK, false);
		break;
	case GOAL_PLAN:
		if (leads_to_figure(f, i))
			set_goal(f, is_referred(f) ? REFER : SET, true);
		break;
	case GOAL_NOUN:
		if (f->now.mode == SET)
			break;
		set_goal(f, is_referred(f) ? REFER : SET, true);
		f->now.open = f->now.mode == SET;
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
		if (next != NULL &&
		    (sets(next) || item_is(next, CUE_VERB) ||
			item_is(next, CUE_OP) || next->kind == ITEM_FIGURE))
			set_goal(f, SET, true);
		break;
	case GOAL_DUTY:
		for (size_t j = f->clause; j < i; j++)
			items->list[j].status = STATUS_GOAL;
		f->clause = i;
		set_goal(f, SET, false);
		break;
	}
}

static void
take_past(struct fold *f, size_t i)
{
	const struct item *next = next_to(f, i);
	bool is_time = str_starts(f->items->list[i].cue->phrase, STR("năm "));

	/* "không để xảy ra" reports nothing, nor does "phát sinh mới" */
	if (i > 0 && item_is(&f->items->list[i - 1], CUE_ZERO) &&
	    next_to(f, i - 1) != NULL)
		return;
	if (f->items->list[i].cue->value == PAST_ADVERB &&
	    (next == NULL ||
		(!is_change(next) && !item_is(next, CUE_VERB) &&
		    !item_is(next, CUE_FILL) && next->kind != ITEM_FIGURE)))
		return;
	f->reported = true;
	if ((f->now.open && !is_time) || f->now.mode == WEAK ||
	    (f->now.mode == REFER && f->now.figure) ||
	    (f->now.mode >= LISTED && f->now.boundary && !f->now.figure))
		f->now.mode = REPORT;
	if (f->now.bracket)
		f->now.mode = REPORT;
}

static void
end_clause(struct fold *f, size_t i)
{
	f->now.figure = f->now.compared = f->now.against = false;
	f->now.boundary = true;
	f->clause = i + 1;
}

static bool
exceeds(const struct item *item)
{
	return item_is(item, CUE_OP) &&
	       str_starts(item->cue->phrase, STR("vượt"));
}

/* "so với chỉ tiêu đạt 150%", "chỉ tiêu truy nã vượt 35%" report. */
static void
take_reach(struct fold *f, const struct item *item)
{
	bool reach = item_is(item, CUE_REACH) || exceeds(item);

	if (reach && f->now.mode == REFER && f->now.against)
		f->now.mode = REPORT;
	if (f->now.open && (exceeds(item) || (reach && f->reported)))
		f->now.mode = REPORT;
	f->now.compared = true;
}

static void
take_cue(struct fold *f, size_t i)
{
	struct item *item = &f->items->list[i];

	switch (item->cue->kind) {
	case CUE_GOAL:
		take_goal(f, i);
		f->named = true;
		break;
	case CUE_PAST:
		take_past(f, i);
		break;
	case CUE_COMPARE:
		f->now.compared = true;
		f->now.against = str_starts(item->cue->phrase, STR("so"));
		break;
	case CUE_REACH:
	case CUE_OP:
		take_reach(f, item);
		break;
	case CUE_FILL:
		/* "mục tiêu là": what follows is set */
		f->now.open = false;
		break;
	case CUE_HEAD:
		f->measured = true;
		break;
	case CUE_BUT:
		end_clause(f, i);
		f->now.compared = true;
		/* fall through */
	case CUE_THEN:
		if (f->now.mode == REFER)
			f->now.mode = REPORT;
		break;
	case CUE_ZERO:
		item->status = item->cue->value == ZERO_RESULT ||
				       (f->now.mode == REPORT &&
					   (f->reported || f->figures))
				   ? STATUS_RESULT
				   : STATUS_GOAL;
		if (item->status == STATUS_RESULT)
			f->reported = true;
		else if (f->now.mode == REPORT)
			set_goal(f, WEAK, false);
		break;
	default:
		break;
	}
}

/*
 * Whether a weak cue makes a goal of figure i: a bound, a change or a rate
 * that is to be reached; what is asked for may also be a number of acts.
 */
static bool
is_bound(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];
	const struct item *before =
	    i > 0 && next_to(f, i - 1) == item ? item - 1 : NULL;

	if (item->op == OP_GE || item->op == OP_LE ||
	    (item->op == OP_LT && f->now.mode != LISTED))
		return true;
	if (item->figure.unit->kind == UNIT_RATE &&
	    (f->now.mode == ASKED || item->op != OP_NONE ||
		str_equal(
		    str_slice(f->folded, item->start, item->end), STR("100%"))))
		return true;
	return before != NULL && f->now.mode != LISTED &&
	       (is_change(before) || is_task_verb(before) ||
		   (f->now.mode == ASKED && item_is(before, CUE_VERB)));
}

/* "vượt chỉ tiêu 7 vụ", but "vượt chỉ tiêu 85%". */
static bool
is_excess(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];
	struct str value = buf_str(&f->items->strings);
	size_t number;

	if (f->now.mode != REFER || i < 2 || next_to(f, i - 1) != item ||
	    next_to(f, i - 2) != item - 1 || !item_is(item - 1, CUE_GOAL) ||
	    (!exceeds(item - 2) && !is_comparison(item - 2)))
		return false;
	value =
	    str_slice(value, item->figure.value.start, item->figure.value.end);
	return item->figure.unit->kind != UNIT_RATE ||
	       !str_to_size(value, &number) || number < 50;
}

/*
 * A bound that nobody reports sets a norm by itself: "xử lý tối thiểu 150
 * trường hợp", "tỷ lệ khám phá không được thấp hơn 80%".
 */
static bool
is_norm(const struct fold *f, size_t i)
{
	static const char *const words[] = {"tối thiểu", "không dưới",
	    "không quá", "không thấp hơn", "không vượt quá", "không được",
	    NULL};
	const struct item *item = &f->items->list[i], *before = item - 1;
	const struct unit *unit = item->figure.unit;

	if (i == 0 || f->reported || f->figures || f->now.mode != REPORT ||
	    !item_is(before, CUE_OP) || next_to(f, i - 1) != item ||
	    unit->kind == UNIT_MONEY || str_equal(unit->name, STR("người")) ||
	    (unit->kind == UNIT_RATE && !f->measured))
		return false;
	for (size_t j = 0; words[j] != NULL; j++)
		if (str_starts(before->cue->phrase, str_from(words[j])))
			return true;
	return false;
}

static void
take_figure(struct fold *f, size_t i)
{
	struct item *item = &f->items->list[i];
	bool money = item->figure.unit->kind == UNIT_MONEY;
	enum mode mode = f->now.mode;
	bool forbidden = i > 0 && item_is(item - 1, CUE_ZERO);
	bool weak = mode >= LISTED && mode < SET;
	bool floor = item->op == OP_GE || item->op == OP_LE;

	f->now.figure = true;
	f->now.open = false;
	if (is_norm(f, i) ||
	    (mode != REPORT && (f->money_too || !money || floor) &&
		(!weak || is_bound(f, i)) && !is_excess(f, i))) {
		item->status = STATUS_GOAL;
		if (mode == WEAK && !floor)
			f->now.mode = ASKED;
		else if (weak)
			f->now.mode = SET;
	} else if (forbidden) {
		item->status = (item - 1)->status;
	} else {
		item->status = STATUS_RESULT;
		f->figures = true;
		if (mode == LISTED)
			f->now.mode = REPORT;
	}
}

/* Whether the clause behind comma i may go on with a goal just named. */
static bool
goes_on(const struct fold *f, size_t i)
{
	const struct item *next = next_to(f, i);

	return next != NULL &&
	       (sets(next) || next->kind == ITEM_FIGURE ||
		   item_is(next, CUE_OP) || item_is(next, CUE_HEAD) ||
		   item_is(next, CUE_GOAL) || item_is(next, CUE_ZERO) ||
		   item_is(next, CUE_SAME));
}

/* "chỉ tiêu phát hiện, xử lý 25 vụ": the comma divides two acts. */
static bool
is_list(const struct fold *f, size_t i)
{
	return i > 0 && item_is(&f->items->list[i - 1], CUE_VERB) &&
	       next_to(f, i) != NULL && item_is(next_to(f, i), CUE_VERB);
}

static void
take_item(struct fold *f, size_t i)
{
	struct item *item = &f->items->list[i];

	switch (item->kind) {
	case ITEM_FIGURE:
		take_figure(f, i);
		break;
	case ITEM_CUE:
		take_cue(f, i);
		break;
	case ITEM_COMMA:
		if (f->now.mode == REFER && !leads_to_figure(f, i))
			f->now.mode = REPORT;
		if (f->now.open && !goes_on(f, i) && !is_list(f, i))
			f->now.mode = REPORT;
		end_clause(f, i);
		break;
	case ITEM_COLON:
		f->now.open = false;
		break;
	case ITEM_SEMICOLON:
		if (f->now.mode == REFER || (f->now.open && !goes_on(f, i)))
			f->now.mode = REPORT;
		end_clause(f, i);
		break;
	case ITEM_STOP:
		end_clause(f, i);
		break;
	case ITEM_OPEN:
		if (f->depth < DEPTH)
			f->outer[f->depth] = f->now;
		f->depth++;
		end_clause(f, i);
		f->now.bracket = true;
		return;
	case ITEM_CLOSE:
		if (f->depth > 0 && --f->depth < DEPTH)
			f->now = f->outer[f->depth];
		f->clause = i + 1;
		break;
	default:
		break;
	}
	f->now.bracket = false;
}

/* "tới mức 60% theo chỉ tiêu", "giảm 5% là mục tiêu", but "đạt 60% theo chỉ
 * tiêu" reports. */
static bool
is_named_behind(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	return item->kind == ITEM_FIGURE && next_to(f, i) != NULL &&
	       (item_is(item + 1, CUE_FILL) ||
		   item_is(item + 1, CUE_COMPARE)) &&
	       (str_equal(item[1].cue->phrase, STR("là")) ||
		   str_equal(item[1].cue->phrase, STR("theo"))) &&
	       next_to(f, i + 1) != NULL && item_is(item + 2, CUE_GOAL) &&
	       item[2].cue->value == GOAL_NOUN &&
	       (i == 0 || !item_is(item - 1, CUE_REACH));
}

/*
 * A list's item: one that names a task ("- Triệt xóa 4 tụ điểm") sets goals,
 * another one if it gives a bound.
 */
static void
begin_list(struct fold *f)
{
	const struct item *first = f->items->list, *next;

	if (f->items->count == 0 || first->kind != ITEM_DASH ||
	    first->start != 0)
		return;
	next = next_to(f, 0);
	set_goal(f,
	    next != NULL && (is_change(next) || item_is(next, CUE_ZERO) ||
				is_task_verb(next))
		? SET
		: LISTED,
	    true);
	f->now.boundary = true;
}

void
resolve_status(struct items *items, struct str folded)
{
	struct fold f = {.items = items, .folded = folded};

	begin_list(&f);
	for (size_t i = 0; i < items->count; i++)
		take_item(&f, i);
	for (size_t i = 0; i + 2 < items->count; i++)
		if (is_named_behind(&f, i))
			items->list[i].status = STATUS_GOAL;
	/* "từ 75%" of a goal is a floor */
	for (size_t i = 1; i < items->count; i++) {
		struct item *item = &items->list[i];

		if (item->kind == ITEM_FIGURE && item->status == STATUS_GOAL &&
		    item->op == OP_NONE && item->figure.form == FIGURE_PLAIN &&
		    item_is(&items->list[i - 1], CUE_FROM) &&
		    is_adjacent(folded, items->list[i - 1].end, item->start) &&
		    !(i + 1 < items->count &&
			item_is(&items->list[i + 1], CUE_LEVEL)))
			item->op = OP_GE;
	}
}
