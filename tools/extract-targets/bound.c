/* What figures and clauses are under a goal. */
#include "scope.h"

bool
exceeds(const struct item *item)
{
	return item_is(item, CUE_OP) &&
	       str_starts(item->cue->phrase, STR("vượt"));
}

bool
follows_colon(const struct fold *f, size_t i)
{
	const struct item *prior = prior_to(f, i);

	return prior != NULL && prior->kind == ITEM_COLON;
}

bool
is_round_rate(const struct fold *f, const struct item *item)
{
	size_t number;

	return item->figure.unit->kind == UNIT_RATE &&
	       item->figure.form == FIGURE_PLAIN &&
	       items_whole(f->items, &item->figure, &number) && number % 5 == 0;
}

/* Bytes around "mỗi đội" in which it may be told that it is a mean. */
#define MEAN_MOST 240

bool
is_each(const struct fold *f, const struct item *item)
{
	static const char *const bodies[] = {"đơn vị", "đội", "tổ", "huyện",
	    "xã", "phường", "quận", "phòng", "công an", "địa phương", "cán bộ",
	    "chốt", "trạm", "tỉnh", "thành phố", "thị xã", "ca trực", "đồn",
	    "hải đội", "hải đoàn", "chi cục", "cụm", "trinh sát",
	    "điều tra viên", "chiến sĩ", NULL};
	static const char *const means[] = {"bình quân", "trung bình", NULL};
	struct str rest = str_from_offset(f->folded, item->end);

	return is_phrase(item, STR("mỗi")) && rest.len > 0 &&
	       starts_with_one_of(str_from_offset(rest, 1), bodies) &&
	       !holds_one_of(
		   str_before(f->folded, item->start, MEAN_MOST), means) &&
	       !holds_one_of(
		   str_behind(f->folded, item->end, MEAN_MOST), means);
}

bool
is_all(const struct fold *f, const struct item *item)
{
	return str_equal(
	    str_slice(f->folded, item->start, item->end), STR("100%"));
}

bool
is_portion(const struct fold *f, size_t i)
{
	size_t first = look_back(f, i);

	while (i-- > first)
		if (is_each(f, &f->items->list[i]))
			return true;
	return false;
}

/*
 * "Số vụ, số người chết cùng giảm 10%": that all of them change by one round
 * rate is asked for; what is reported is seldom so even.
 */
static bool
is_joint_change(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i], *joint;
	unsigned measures = 0;

	if (item->op != OP_NONE || !is_round_rate(f, item) ||
	    (!follows_cue(f, i, CUE_UP) && !follows_cue(f, i, CUE_DOWN)))
		return false;
	joint = prior_to(f, i - 1);
	if (joint == NULL ||
	    (!is_phrase(joint, STR("cùng")) && !is_phrase(joint, STR("đều"))))
		return false;
	for (size_t j = 0; j < i; j++) {
		if (f->items->list[j].kind == ITEM_FIGURE)
			return false;
		measures += item_is(&f->items->list[j], CUE_HEAD);
	}
	return measures > 1;
}

const struct item *
act_before(const struct fold *f, size_t i)
{
	const struct item *act = prior_to(f, i);

	while (act != NULL &&
	       (item_is(act, CUE_FILL) || item_is(act, CUE_FROM) ||
		   (item_is(act, CUE_OP) && act->cue->value != OP_APPROX)))
		act = prior_to(f, --i);
	return act;
}

bool
is_toll(const struct fold *f, size_t i)
{
	const struct item *next = next_to(f, i);

	return f->items->list[i].op == OP_GE && next != NULL &&
	       item_is(next, CUE_VERB) && next->cue->value == VERB_HARM;
}

/* "- Sở Y tế: tuyên truyền đến 9.000 lượt hộ dân theo chỉ tiêu đã giao":
 * whether the clause of figure i tells behind it that a task was given. */
static bool
is_by_goal(const struct fold *f, size_t i)
{
	size_t end = i + NEAR;

	while (++i + 1 < f->items->count && i < end) {
		const struct item *item = &f->items->list[i];

		if (item->kind == ITEM_COMMA)
			continue;
		if (item->kind != ITEM_CUE || item_is(item, CUE_PAST))
			return false;
		if (is_phrase(item, STR("theo")))
			return is_given(f, i + 1);
	}
	return false;
}

/* "không để ...; nâng tỷ lệ vụ việc được xử lý dứt điểm lên 95%": whether a
 * rate is to be raised to figure i in a clause of its own. */
static bool
is_raised_in_clause(const struct fold *f, size_t i)
{
	static const char *const heads[] = {
	    " nâng tỷ lệ ", " nâng tỉ lệ ", NULL};
	size_t start = f->clause > 0 ? f->items->list[f->clause - 1].end : 0;

	return f->now.mode == WEAK && is_round_rate(f, &f->items->list[i]) &&
	       follows_cue(f, i, CUE_LEVEL) &&
	       starts_with_one_of(str_from_offset(f->folded, start), heads);
}

bool
is_bound(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];
	const struct item *before = prior_to(f, i);
	const struct item *act;

	/* "- Ký cam kết: 96,2% hộ dân" was counted */
	if (f->now.mode < ASKED && item->op == OP_NONE &&
	    item->figure.unit->kind == UNIT_RATE &&
	    item->figure.form == FIGURE_PLAIN &&
	    items_has_fraction(f->items, &item->figure))
		return false;
	act = act_before(f, i);
	if (is_toll(f, i) || is_ownership(f, item) ||
	    (f->now.mode == LISTED &&
		(is_threshold(f, i) || is_paid(f, item) ||
		    (act != NULL && is_phrase(act, STR("chiếm tỷ trọng"))))))
		return false;
	if (item->op == OP_GE || item->op == OP_LE ||
	    (item->op == OP_LT && f->now.mode != LISTED))
		return true;
	/* "- Có khoảng 30% số vụ ..." describes */
	if (item->figure.unit->kind == UNIT_RATE &&
	    (f->now.mode == ASKED || is_all(f, item) ||
		(item->op != OP_NONE &&
		    (f->now.mode != LISTED || !is_described(f, item)))))
		return true;
	if (f->now.mode == LISTED && is_joint_change(f, i))
		return true;
	if (f->now.mode == LISTED && act != NULL && is_task_verb(act) &&
	    is_by_goal(f, i))
		return true;
	if (f->now.mode != LISTED && is_round_rate(f, item) &&
	    follows_colon(f, i))
		return true;
	if (f->now.mode == ASKED && item->figure.unit->kind == UNIT_COUNT &&
	    is_portion(f, i))
		return true;
	/* "yêu cầu từ 15 tụ điểm" */
	if (before != NULL && f->now.mode == ASKED &&
	    item_is(before, CUE_FROM) && follows_cue(f, i - 1, CUE_GOAL))
		return true;
	/* "Yêu cầu của tuần đó là 2.500 trường hợp" */
	if (before != NULL && f->now.mode == ASKED &&
	    item->figure.unit->kind == UNIT_COUNT &&
	    is_phrase(before, STR("là")))
		return true;
	/* "chỉ đạo ... thu 5 tỷ đồng (tăng 12%)" reports */
	if (f->now.mode == WEAK && f->figures)
		return false;
	if (is_raised_in_clause(f, i))
		return true;
	return act != NULL && f->now.mode != LISTED &&
	       (is_change(act) || is_task_verb(act) ||
		   (f->now.mode == ASKED && item_is(act, CUE_VERB)));
}

bool
is_before_goal(const struct fold *f, size_t i)
{
	const struct item *next = next_to(f, i);

	return next != NULL && item_is(next, CUE_GOAL) &&
	       (next->cue->value == GOAL_NOUN || next->cue->value == GOAL_PLAN);
}

/* "giảm 5% là mục tiêu", "60% theo chỉ tiêu", "lấy mốc 90 vụ làm đích". */
static bool
is_called_goal(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	return next_to(f, i) != NULL && item->figure.form != FIGURE_RATIO &&
	       (is_phrase(item + 1, STR("là")) ||
		   is_phrase(item + 1, STR("làm")) ||
		   is_phrase(item + 1, STR("theo"))) &&
	       next_to(f, i + 1) != NULL && item_is(item + 2, CUE_GOAL) &&
	       (item[2].cue->value == GOAL_NOUN ||
		   (item[2].cue->value == GOAL_PLAN &&
		       is_phrase(item + 1, STR("làm"))) ||
		   item[2].cue->value == GOAL_ORDER) &&
	       (i == 0 || !item_is(item - 1, CUE_REACH));
}

/* Whether nothing of the clause stands behind item i. */
static bool
ends_clause(const struct fold *f, size_t i)
{
	static const char *const terms[] = {" cho cả ", " cho giai đoạn ",
	    " cho đợt ", " cho quý ", " cho năm ", " ban đầu", NULL};
	const struct item *next = next_to(f, i);

	/* "mức 600 trường hợp giao cho giai đoạn một" */
	if (next == NULL)
		return f->items->list[i].end == f->folded.len ||
		       starts_with_one_of(
			   str_from_offset(f->folded, f->items->list[i].end),
			   terms);
	/* "mức 75% được giao trong quý I" */
	if (is_phrase(next, STR("trong")) || is_phrase(next, STR("năm")))
		return !leads_to_figure(f, i + 1);
	return next->kind == ITEM_COMMA || next->kind == ITEM_SEMICOLON ||
	       next->kind == ITEM_STOP || next->kind == ITEM_CLOSE;
}

bool
is_given(const struct fold *f, size_t i)
{
	static const char *const words[] = {"được giao", "giao", "đề ra",
	    "đặt ra", "yêu cầu", "kế hoạch yêu cầu", NULL};
	const struct item *item = &f->items->list[i];

	return item_is(item, CUE_GOAL) && ends_clause(f, i) &&
	       (item->cue->value == GOAL_NOUN ||
		   starts_with_one_of(item->cue->phrase, words));
}

/* "mức 8%", "so với 20 vụ", "cao hơn mức giảm tối thiểu 8%": a figure that
 * something is held against. */
static bool
is_mark(const struct fold *f, size_t i)
{
	const struct item *item = prior_to(f, i);

	for (; item != NULL; item = prior_to(f, --i)) {
		if (is_phrase(item, STR("mức")) ||
		    is_phrase(item, STR("so với")) ||
		    is_phrase(item, STR("mức giảm")) ||
		    (item_is(item, CUE_OP) &&
			str_ends(item->cue->phrase, STR(" mức"))))
			return true;
		if (!item_is(item, CUE_OP) && !item_is(item, CUE_FILL) &&
		    !item_is(item, CUE_UP) && !item_is(item, CUE_DOWN))
			return false;
	}
	return false;
}

/* Bytes of the name of those who gave it: "mức 3% Tỉnh ủy đề ra". */
#define GIVER_MOST 32

/* "bỏ xa con số 600kg phải đạt", "75% số 12 vụ phải khởi tố": whether what must
 * be done ends the clause at item i. */
static bool
is_owed(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i], *next = next_to(f, i);

	if (!item_is(item, CUE_GOAL))
		return false;
	if (item->cue->value == GOAL_DUTY)
		return ends_clause(f, i);
	return is_phrase(item, STR("phải")) && next != NULL &&
	       (item_is(next, CUE_REACH) || item_is(next, CUE_VERB)) &&
	       ends_clause(f, i + 1);
}

/* "mức 50 khẩu được giao", "mức giảm tối thiểu 8% mà kế hoạch đặt ra". */
static bool
is_given_mark(const struct fold *f, size_t i)
{
	static const char *const written[] = {" ghi trong ", " nêu trong ",
	    " đặt ra trong ", " đã đăng ký", " đã hứa", " đã cam kết",
	    " mà kế hoạch ", " mà nghị quyết ", NULL};
	const struct items *items = f->items;
	const struct item *prior = prior_to(f, i);
	bool clause = false;

	if (items->list[i].figure.form == FIGURE_RATIO ||
	    (!is_mark(f, i) &&
		(prior == NULL || (!is_phrase(prior, STR("số")) &&
				      !is_phrase(prior, STR("tổng số")) &&
				      !is_phrase(prior, STR("con số"))))))
		return false;
	/* "mức 80% ghi trong nghị quyết" */
	if (starts_with_one_of(
		str_from_offset(f->folded, items->list[i].end), written))
		return true;
	for (size_t j = i + 1; j < items->count; j++) {
		const struct item *item = &items->list[j];

		if (item->kind != ITEM_CUE)
			return false;
		if (is_owed(f, j))
			return true;
		if (is_given(f, j))
			return clause ||
			       item->start <= items->list[i].end + GIVER_MOST;
		/* "vượt mức 500kg của kế hoạch" */
		if (item_is(item, CUE_GOAL) && is_phrase(item - 1, STR("của")))
			return item->cue->value == GOAL_PLAN;
		clause = clause || is_phrase(item, STR("mà")) ||
			 is_phrase(item, STR("do")) ||
			 is_phrase(item, STR("theo"));
	}
	return false;
}

/* "đạt 84,5%/80% chỉ tiêu", "164 vụ/170 vụ được giao". */
static bool
is_denominator(const struct fold *f, size_t i)
{
	const struct item *slash = prior_to(f, i), *of;

	if (slash == NULL || slash->kind != ITEM_SLASH)
		return false;
	of = prior_to(f, i - 1);
	return of != NULL && of->kind == ITEM_FIGURE &&
	       (is_before_goal(f, i) ||
		   (next_to(f, i) != NULL && is_given(f, i + 1)));
}

bool
is_named_behind(const struct fold *f, size_t i)
{
	return f->items->list[i].kind == ITEM_FIGURE &&
	       (is_called_goal(f, i) || is_given_mark(f, i) ||
		   is_denominator(f, i));
}

/* "Giảm 20% vi phạm - mục tiêu của CSGT", "Bắt 30 đối tượng: Chỉ tiêu không
 * dễ": whether the goal's name at item i is all that is told of it. */
static bool
is_title_of_goal(const struct fold *f, size_t i)
{
	static const char *const behind[] = {" của ", " không ", " khó",
	    " trong ", " đến ", " có ", " cho ", " lớn", " trọng tâm",
	    " hàng đầu", " năm ", NULL};

	return starts_with_one_of(
		   str_from_offset(f->folded, f->items->list[i].end), behind) &&
	       !leads_to_figure(f, i);
}

/* "... là một trong những chỉ tiêu", "... cũng nằm trong mục tiêu", "... là yêu
 * cầu": whether "là" or "trong" at item i calls what stands before it a
 * goal. */
static bool
calls_goal(const struct fold *f, size_t i)
{
	static const char *const names[] = {" chỉ tiêu", " mục tiêu",
	    " một chỉ tiêu", " một mục tiêu", " một trong những chỉ tiêu",
	    " một trong những mục tiêu", " một trong các chỉ tiêu",
	    " một trong các mục tiêu", " các chỉ tiêu", " các mục tiêu",
	    " những chỉ tiêu", " những mục tiêu", " nhiệm vụ được giao", NULL};
	const struct item *item = &f->items->list[i];
	struct str behind = str_from_offset(f->folded, item->end);

	if (is_phrase(item, STR("trong")))
		return str_ends(str_slice(f->folded, 0, item->start),
			   STR(" nằm ")) &&
		       starts_with_one_of(behind, names);
	return is_before_goal(f, i) || starts_with_one_of(behind, names) ||
	       (next_to(f, i) != NULL && item_is(item + 1, CUE_GOAL) &&
		   item[1].cue->value == GOAL_ORDER);
}

/* "..., huyện A đặt mục tiêu.": whether the goal's verb at item i, behind a
 * comma, ends the sentence. */
static bool
sets_at_end(const struct fold *f, size_t i)
{
	static const char *const verbs[] = {
	    "đặt mục tiêu", "đặt chỉ tiêu", "đề ra mục tiêu", NULL};
	const struct item *item = &f->items->list[i];

	return item_is(item, CUE_GOAL) &&
	       starts_with_one_of(item->cue->phrase, verbs) &&
	       item->end + 1 >= f->folded.len && i > 0 &&
	       item[-1].kind == ITEM_COMMA;
}

size_t
find_calling(const struct fold *f)
{
	const struct items *items = f->items;
	const struct item *first = items->list;

	if (items->count == 0 || first->start > 0 ||
	    (!is_change(first) && !item_is(first, CUE_VERB) &&
		!item_is(first, CUE_OP) && first->kind != ITEM_FIGURE))
		return 0;
	for (size_t i = 1; i < items->count; i++) {
		const struct item *item = &items->list[i];

		if ((item->kind == ITEM_DASH || item->kind == ITEM_COLON) &&
		    is_before_goal(f, i))
			return is_title_of_goal(f, i + 1) ? i : 0;
		if (reports(f, i) || item->kind == ITEM_OPEN ||
		    item->kind == ITEM_SEMICOLON || item_is(item, CUE_COMPARE))
			return 0;
		if (sets_at_end(f, i) ||
		    (is_phrase(item, STR("trong")) && calls_goal(f, i)))
			return i;
		if (is_phrase(item, STR("là")))
			return calls_goal(f, i) ? i : 0;
	}
	return 0;
}

bool
goes_on(const struct fold *f, size_t i)
{
	const struct item *next = next_to(f, i);

	return next != NULL &&
	       (sets(next) || next->kind == ITEM_FIGURE ||
		   item_is(next, CUE_OP) || item_is(next, CUE_HEAD) ||
		   item_is(next, CUE_GOAL) || item_is(next, CUE_ZERO) ||
		   item_is(next, CUE_SAME));
}

/* Bytes of an act that no cue names, behind the comma of a list. */
#define LIST_MOST 20

bool
is_list(const struct fold *f, size_t i)
{
	const struct item *next = &f->items->list[i + 1];

	if (i == 0 || i + 1 == f->items->count ||
	    !item_is(&f->items->list[i - 1], CUE_VERB))
		return false;
	/* "chỉ tiêu xác lập, đấu tranh 5 chuyên án" */
	return (next_to(f, i) != NULL && item_is(next, CUE_VERB)) ||
	       ((next->kind == ITEM_FIGURE || item_is(next, CUE_OP)) &&
		   next->start > f->items->list[i].end + 1 &&
		   next->start <= f->items->list[i].end + LIST_MOST);
}
