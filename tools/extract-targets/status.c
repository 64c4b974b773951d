/*
 * Goal or result: a fold over the items from left to right.  A goal that is
 * set ("phấn đấu") reaches over the rest of the sentence until something is
 * reported; one that is only referred to ("chưa đạt chỉ tiêu đề ra là 90%")
 * ends with its clause.  Brackets begin as what stands around them.
 */
#include "scope.h"

/* "thì đơn vị đã bắt 31 vụ", "thì mới được 8 người": whether "đã" stands
 * between item i and the next figure, or "mới" right behind it. */
static bool
precedes_done(const struct fold *f, size_t i)
{
	size_t end = i + NEAR;

	if (next_to(f, i) != NULL && item_is(next_to(f, i), CUE_PAST) &&
	    str_starts(next_to(f, i)->cue->phrase, STR("mới")))
		return true;
	/* "thì làm được 33 vụ" */
	if (next_to(f, i) != NULL && item_is(next_to(f, i), CUE_VERB) &&
	    next_to(f, i + 1) != NULL &&
	    is_phrase(next_to(f, i + 1), STR("được"))) {
		const struct item *led = led_figure(f, i + 2);

		return led != NULL && led->op == OP_NONE;
	}
	while (++i < f->items->count && i < end &&
	       f->items->list[i].kind == ITEM_CUE)
		if (is_phrase(&f->items->list[i], STR("đã")))
			return true;
	return false;
}

/* What begins as "chỉ" does, and does not tell how little was done. */
static const char *const other[] = {
    " chỉ tiêu", " chỉ đạo", " chỉ huy", " chỉ thị", " chỉ được", NULL};

/* Bytes behind "nhưng" that are looked over for how little was done. */
#define TOLD_MOST 320

/* "nhưng chỉ bắt được 6 đối tượng", "song số vụ chỉ giảm 2%": whether the
 * clause behind item i tells how little was done. */
static bool
tells_only(const struct fold *f, size_t i)
{
	struct str rest = str_from_offset(f->folded, f->items->list[i].end);
	struct str only = STR(" chỉ ");
	size_t at;

	rest = rest.len > TOLD_MOST ? str_slice(rest, 0, TOLD_MOST) : rest;
	rest = str_slice(rest, 0, str_find(rest, STR(","), 0));
	at = str_find(rest, only, 0);
	return at < rest.len &&
	       !starts_with_one_of(str_from_offset(rest, at), other);
}

/* "Chỉ tiêu 10 vụ mà mới bắt 4 vụ": how little was done. */
static bool
is_scolded(const struct fold *f, size_t i)
{
	static const char *const little[] = {" mới ", " chỉ ", " giờ ",
	    " đến nay ", " tới nay ", " vẫn ", " làm có ", " làm được ",
	    " bắt được ", NULL};
	struct str rest = str_from_offset(f->folded, f->items->list[i].end);

	return is_phrase(&f->items->list[i], STR("mà")) &&
	       starts_with_one_of(rest, little) &&
	       !starts_with_one_of(rest, other);
}

/* "chưa đạt chỉ tiêu (55% so với 60%)", "so với". */
static void
take_comparison(struct fold *f, size_t i)
{
	if (is_missed(f, i) && !is_missed_task(f, i) &&
	    (f->now.open || tells_why(f, i)))
		f->now.mode = REPORT;
	if (f->now.missed && f->now.figure)
		f->now.mode = REFER;
	f->now.compared = true;
	f->now.against = str_starts(f->items->list[i].cue->phrase, STR("so"));
}

/* "phải kiểm tra, nhưng phát hiện 3%", "trong khi năm ngoái bắt được 74 đối
 * tượng". */
static void
take_but(struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	end_clause(f, i);
	f->now.compared = true;
	if (f->now.open || tells_only(f, i) || is_contrary(f, i) ||
	    (str_starts(item->cue->phrase, STR("trong khi")) &&
		str_starts(
		    str_from_offset(f->folded, item->end), STR(" năm "))))
		f->now.mode = REPORT;
}

/* "chỉ tiêu giao 60% thì đạt 63,5%". */
static void
take_then(struct fold *f, size_t i)
{
	const struct item *next = next_to(f, i);

	if (f->now.mode == REFER ||
	    (f->now.figure && (precedes_done(f, i) ||
				  (next != NULL && item_is(next, CUE_REACH)))))
		f->now.mode = REPORT;
}

static void
take_cue(struct fold *f, size_t i)
{
	struct item *item = &f->items->list[i];

	switch (item->cue_kind) {
	case CUE_GOAL:
		take_goal(f, i);
		f->named = true;
		break;
	case CUE_PAST:
		take_past(f, i);
		break;
	case CUE_COMPARE:
		take_comparison(f, i);
		break;
	case CUE_REACH:
		if (f->now.boundary && is_reached(f, i))
			f->now.mode = REPORT;
		/* fall through */
	case CUE_OP:
		take_reach(f, i);
		break;
	case CUE_FILL:
		/* "mục tiêu là": what follows is set */
		f->now.open = false;
		break;
	case CUE_BUT:
		take_but(f, i);
		/* fall through */
	case CUE_THEN:
		take_then(f, i);
		break;
	case CUE_AND:
		if (f->now.mode != REPORT &&
		    ((f->now.mode == REFER && ends_reference(f, i)) ||
			is_met_by(f, i)))
			f->now.mode = REPORT;
		break;
	case CUE_STOP:
		if (is_time_of_report(f, i))
			take_past(f, i);
		else if (f->now.figure &&
			 (is_scolded(f, i) || opens_cause(f, i)))
			f->now.mode = REPORT;
		break;
	case CUE_ZERO:
		item->status = status_of_zero(f, item);
		if (item->status == STATUS_RESULT)
			f->reported = true;
		else if (f->now.mode == REPORT)
			set_goal(f, WEAK, false);
		break;
	default:
		break;
	}
}

/* "quản lý 46 đối tượng", "100% quân số": what the police do all the time, and
 * with whom, reports nothing. */
static bool
is_watched(const struct fold *f, const struct item *figure)
{
	static const char *const words[] = {
	    " giám sát ", " quản lý ", " theo dõi ", NULL};

	return ends_with_one_of(
		   str_slice(f->folded, 0, figure->reach_start), words) ||
	       str_starts(
		   str_from_offset(f->folded, figure->end), STR(" quân số"));
}

/* "điều tra 39 vụ (tăng 35,89%)": the change is told of what was counted. */
static bool
is_restated(const struct fold *f, size_t i)
{
	const struct item *open = next_to(f, i), *change;

	if (open == NULL || open->kind != ITEM_OPEN ||
	    next_to(f, i + 1) == NULL || !is_change(open + 1))
		return false;
	change = next_to(f, i + 2);
	return change != NULL && change->kind == ITEM_FIGURE &&
	       items_has_fraction(f->items, &change->figure);
}

/* "giao mỗi chi cục thu nộp ngân sách 3,5 tỷ đồng": money that is a task. */
static bool
is_revenue(const struct fold *f, const struct item *figure)
{
	return str_ends(
	    str_slice(f->folded, 0, figure->reach_start), STR("ngân sách "));
}

/* More than all. */
static bool
is_above_all(const struct fold *f, const struct item *figure)
{
	size_t number;

	return figure->figure.unit->kind == UNIT_RATE &&
	       items_whole(f->items, &figure->figure, &number) && number > 100;
}

/* "cao hơn mức 76,5% đã đạt năm 2023", "thấp hơn mức 26 vụ hiện nay". */
static bool
is_attained(const struct fold *f, size_t i)
{
	static const char *const words[] = {
	    " đã đạt", " đạt được năm", " đã thực hiện", NULL};
	static const char *const now[] = {" hiện nay", " hiện tại", NULL};
	static const char *const before[] = {"mức ", "so với ", NULL};
	static const char *const than[] = {", thấp hơn mức ", ", cao hơn mức ",
	    " so với mức ", ", gấp rưỡi mức ", ", gấp đôi mức ",
	    ", gấp hai lần mức ", NULL};
	const struct item *item = &f->items->list[i];
	struct str head = str_slice(f->folded, 0, item->start);
	struct str rest = str_from_offset(f->folded, item->end);

	/* "phải là 98%, chứ không phải 91%" */
	if (str_ends(head, STR(" chứ không phải ")))
		return true;
	if (ends_with_one_of(head, than) &&
	    (starts_with_one_of(rest, now) || is_past_time(f, item->end + 1)))
		return true;
	return ends_with_one_of(head, before) &&
	       starts_with_one_of(rest, words);
}

/* "bắt 50% trong tổng số 120 đối tượng", "Trong số 52 đối tượng, phải bắt quá
 * nửa": all that there are. */
static bool
is_stock(const struct fold *f, const struct item *figure)
{
	static const char *const words[] = {
	    " trong tổng số ", " trong số ", " trên tổng số ", NULL};
	static const char *const heads[] = {
	    "trong tổng số ", "trong số ", NULL};
	static const char *const there[] = {" hiện còn", " hiện có", NULL};
	struct str before = str_slice(f->folded, 0, figure->reach_start);

	/* "bắt 14 đối tượng/35 đối tượng hiện còn" */
	if (str_ends(before, STR("/")) &&
	    starts_with_one_of(str_from_offset(f->folded, figure->end), there))
		return true;
	return f->now.mode != REPORT && (ends_with_one_of(before, words) ||
					    equals_one_of(before, heads));
}

/* "khắc phục hậu quả vụ tai nạn làm 8 người chết", "vụ cháy làm chết 3 người":
 * whom something befell. */
static bool
is_befallen(const struct fold *f, size_t i)
{
	const struct item *prior = prior_to(f, i), *next = next_to(f, i);

	if (prior == NULL || !item_is(prior, CUE_VERB) ||
	    f->items->list[i].op != OP_NONE)
		return false;
	if (is_phrase(prior, STR("làm")))
		return next != NULL && item_is(next, CUE_VERB) &&
		       next->cue->value == VERB_HARM;
	return str_starts(prior->cue->phrase, STR("làm ")) &&
	       prior->cue->value == VERB_HARM;
}

/* "đơn vị để xảy ra từ 2 vụ trở lên bị kiểm điểm": how much nobody asks for. */
static bool
is_let_happen(const struct fold *f, size_t i)
{
	const struct item *item = act_before(f, i);

	return item != NULL && is_phrase(item, STR("xảy ra")) &&
	       (f->items->list[i].op == OP_GE ||
		   f->items->list[i].op == OP_GT) &&
	       str_ends(str_slice(f->folded, 0, item->start), STR(" để "));
}

/* "tuần này chỉ bắt được 3 đối tượng": how little was done. */
static bool
is_only_done(const struct fold *f, size_t i)
{
	const struct item *prior = prior_to(f, i), *act;

	if (prior == NULL || !is_phrase(prior, STR("được")))
		return false;
	act = prior_to(f, i - 1);
	return act != NULL && item_is(act, CUE_VERB) &&
	       str_ends(str_slice(f->folded, 0, act->start), STR(" chỉ "));
}

/* Bytes of what is sold: "mức giá cho thuê là". */
#define PRICE_MOST 32

/* "mức giá cho thuê là 200.000 đồng": a price in a clause of its own. */
static bool
is_price(const struct fold *f, const struct item *figure)
{
	static const char *const words[] = {" mức giá ", " với giá ", NULL};
	size_t at = figure->start;

	return figure->figure.unit->kind == UNIT_MONEY &&
	       f->now.mode != REPORT && f->now.boundary &&
	       holds_one_of(str_slice(f->folded,
				at > PRICE_MOST ? at - PRICE_MOST : 0, at),
		   words);
}

/* "Đợt này, PC47 đăng ký 35 vụ": how many cases somebody has put himself down
 * for. */
static bool
is_put_down(const struct fold *f, size_t i)
{
	static const char *const words[] = {
	    " đăng ký ", " đăng ký phá ", " đăng ký bắt ", NULL};
	static const char *const cases[] = {"vụ", "chuyên án", "đường dây",
	    "tụ điểm", "đối tượng", "ổ nhóm", "băng nhóm", NULL};
	const struct item *item = &f->items->list[i];

	return item->figure.form == FIGURE_PLAIN &&
	       equals_one_of(item->figure.unit->name, cases) &&
	       ends_with_one_of(
		   str_slice(f->folded, 0, item->reach_start), words);
}

static void
take_figure(struct fold *f, size_t i)
{
	struct item *item = &f->items->list[i];
	bool money =
	    item->figure.unit->kind == UNIT_MONEY && !is_revenue(f, item);
	enum mode mode = f->now.mode;
	const struct item *zero = find_zero(f, i);
	bool excess = is_excess(f, i);
	bool weak = mode >= LISTED && mode < SET;
	bool restated = weak && is_restated(f, i);
	bool floor = (item->op == OP_GE || item->op == OP_LE) && mode != LISTED;

	/* "không để quá 5 vụ" */
	if (zero != NULL && item->op == OP_GT)
		item->op = OP_LE;
	f->now.figure = true;
	f->now.open = false;
	/* "đạt 95% kế hoạch (95/100 đối tượng)" */
	if (mode == REFER && f->now.bracket &&
	    item->figure.form == FIGURE_RATIO)
		mode = f->now.mode = REPORT;
	/* "Chỉ tiêu bắt truy nã đạt 120%" */
	if ((f->headed || mode == REFER) && follows_cue(f, i, CUE_REACH) &&
	    is_above_all(f, item))
		mode = f->now.mode = REPORT;
	if (is_only_done(f, i)) {
		f->now.aside = mode == SET;
		mode = f->now.mode = REPORT;
	}
	if (is_level_of_share(f, i) || is_put_down(f, i)) {
		item->status = STATUS_GOAL;
		return;
	}
	if (is_attained(f, i) || is_level_before(f, i)) {
		item->status = STATUS_RESULT;
		item->op = OP_NONE;
		item->reach_start = item->start;
		return;
	}
	if (is_base_of(f, i) || is_gap(f, item) || is_price(f, item) ||
	    is_stock(f, item) || is_befallen(f, i) ||
	    (zero == NULL && is_let_happen(f, i))) {
		item->status = STATUS_RESULT;
		return;
	}
	if (mode != REPORT && (f->money_too || !money || floor) &&
	    (!weak || (is_bound(f, i) && !restated)) && !excess) {
		item->status = STATUS_GOAL;
		if (mode == WEAK && !floor)
			f->now.mode = ASKED;
		else if (weak)
			f->now.mode = SET;
	} else if (zero != NULL && !excess) {
		item->status = zero->status;
	} else {
		item->status = STATUS_RESULT;
		f->figures = f->figures || !is_watched(f, item);
		/* "vượt kế hoạch 8 vụ, 12 đối tượng" */
		if (mode == LISTED || excess || restated)
			f->now.mode = REPORT;
	}
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
		take_comma(f, i);
		break;
	case ITEM_COLON:
		take_colon(f, i);
		break;
	case ITEM_SEMICOLON:
		take_semicolon(f, i);
		break;
	case ITEM_STOP:
		end_clause(f, i);
		break;
	case ITEM_OPEN:
		take_open(f, i);
		return;
	case ITEM_CLOSE:
		take_close(f, i);
		break;
	default:
		break;
	}
	f->now.bracket = false;
}

/* "vượt mức 85% mà Bộ giao", "chưa tới mức 45% được giao": what is exceeded or
 * missed is the goal itself. */
static void
name_goal(struct items *items, size_t i)
{
	struct item *figure = &items->list[i];
	bool missed;

	if (i > 0 && is_phrase(&items->list[i - 1], STR("mức")))
		i--;
	missed = i > 0 && item_is(&items->list[i - 1], CUE_OP) &&
		 str_starts(items->list[i - 1].cue->phrase, STR("chưa "));
	figure->status = STATUS_GOAL;
	/* "trên 90% là mục tiêu" */
	if (figure->reach_start == 0)
		return;
	if (figure->op == OP_GT || missed) {
		figure->op = OP_NONE;
		figure->reach_start = figure->start;
	}
}

void
resolve_status(
    struct items *items, struct str folded, size_t year, enum within within)
{
	struct fold f = {.items = items,
	    .folded = folded,
	    .year = year,
	    .in_goals = within == WITHIN_GOALS,
	    .in_results = within >= WITHIN_RESULTS};

	for (size_t i = 0; i < items->count; i++)
		if (items->list[i].kind == ITEM_FIGURE)
			f.last_figure = i;
	begin_sentence(&f);
	for (size_t i = 0; i < items->count; i++)
		take_item(&f, i);
	for (size_t i = 0; i < items->count; i++)
		if (is_named_behind(&f, i))
			name_goal(items, i);
	report_zeros(&f);
	judge_goals(&f);
	if (within == WITHIN_SCORES)
		read_scores(&f);
	for (size_t i = find_calling(&f); i-- > 0;)
		if (items->list[i].kind == ITEM_FIGURE)
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
