/* What the head of a sentence tells: the marks and numbers of lists. */
#include "scope.h"

#include <string.h>

/* The comma of "Một là, ..." or "Thứ hai, ...", or the "là" of "Một là giảm
 * 5%", at the head of the sentence; items->count: there is none. */
static size_t
find_ordinal(const struct fold *f)
{
	static const char *const ordinals[] = {"một là", "hai là", "ba là",
	    "bốn là", "năm là", "sáu là", "bảy là", "tám là", "chín là",
	    "mười là", "thứ nhất", "thứ hai", "thứ ba", "thứ tư", "thứ năm",
	    "thứ sáu", "thứ bảy", "thứ tám", "thứ chín", "thứ mười", NULL};
	const struct items *items = f->items;

	for (size_t i = 0; i < items->count; i++) {
		const struct item *item = &items->list[i];
		bool is = is_phrase(item, STR("là"));
		struct str head =
		    str_slice(f->folded, 0, is ? item->end : item->start);

		if (item->kind != ITEM_COMMA && item->kind != ITEM_COLON && !is)
			continue;
		if (is && next_to(f, i) != NULL &&
		    (item[1].kind == ITEM_COMMA || item[1].kind == ITEM_FIGURE))
			continue;
		return equals_one_of(head, ordinals) ? i : items->count;
	}
	return items->count;
}

/* "- Giảm 5,7% số vụ": what was counted, as no goal has a fraction. */
static bool
is_counted_change(const struct fold *f, const struct item *change)
{
	const struct item *led =
	    led_figure(f, (size_t)(change - f->items->list));

	return led != NULL && led->figure.unit->kind == UNIT_RATE &&
	       led->op == OP_NONE && items_has_fraction(f->items, &led->figure);
}

bool
is_described(const struct fold *f, const struct item *rate)
{
	static const char *const words[] = {
	    " là ", " nhờ ", " xảy ra vào ", " chủ yếu ", NULL};
	struct str rest = str_from_offset(f->folded, rate->end);
	size_t end = 0;

	while (end < rest.len && strchr(",;", rest.data[end]) == NULL)
		end++;
	return rate->op == OP_APPROX || is_paid(f, rate) ||
	       (!is_all(f, rate) &&
		   holds_one_of(str_slice(rest, 0, end), words));
}

/* "- Tuyên truyền: hơn 4.300 lượt người": whether an act is only the name of
 * what is counted behind it. */
static bool
is_label(const struct fold *f, const struct item *act)
{
	size_t i = (size_t)(act - f->items->list);
	const struct item *colon = next_to(f, i), *led = led_figure(f, i);

	return colon != NULL && colon->kind == ITEM_COLON && led != NULL &&
	       led->op == OP_GT && led->figure.unit->kind == UNIT_COUNT;
}

/* Whether what stands behind the mark of a list names a task, perhaps behind
 * its time: "trước ngày 20/1 kiểm tra xong 100% cơ sở". */
static bool
is_task(const struct fold *f, size_t mark, bool ordinal)
{
	const struct items *items = f->items;
	const struct item *next = next_to(f, mark);

	for (size_t i = mark + 1; ordinal && i < items->count; i++) {
		next = &items->list[i];
		/* "Thứ ba, rà soát, đưa 120 người đi cai" */
		if (!item_is(next, CUE_STOP) && next->kind != ITEM_COMMA)
			break;
	}
	if (next != NULL &&
	    (item_is(next, CUE_UP) || item_is(next, CUE_DOWN)) &&
	    is_counted_change(f, next))
		return false;
	return next != NULL && (is_change(next) || item_is(next, CUE_ZERO) ||
				   (is_task_verb(next) && !is_label(f, next)) ||
				   (next->kind == ITEM_FIGURE &&
				       next->figure.unit->kind == UNIT_RATE &&
				       !is_described(f, next)));
}

/* More than these are not set exactly. */
#define FEW 20

/* "- Thu hồi vũ khí: 61 khẩu súng, 15,2 kg thuốc nổ": so exactly only what was
 * counted is told. */
static bool
is_counted_out(const struct fold *f)
{
	for (size_t i = 0; i < f->items->count; i++) {
		const struct item *item = &f->items->list[i];
		size_t number;

		if (item->kind != ITEM_FIGURE || item->op != OP_NONE ||
		    item->figure.form != FIGURE_PLAIN ||
		    item->figure.unit->kind == UNIT_RATE)
			continue;
		if (!items_whole(f->items, &item->figure, &number) ||
		    (number > FEW && number % 5 != 0))
			return true;
	}
	return false;
}

/* "- Số vụ cháy giảm 5%, không để xảy ra cháy lớn": the only figure of a list's
 * item is a round rate, and it is held against nothing. */
static bool
is_held_down(const struct fold *f)
{
	const struct items *items = f->items;
	bool figure = false, zero = false;

	for (size_t i = 1; i < items->count; i++) {
		const struct item *item = &items->list[i];

		/* "không để dịch bệnh theo đường tiểu ngạch vào nội địa" */
		if (reports(f, i) ||
		    (item_is(item, CUE_COMPARE) &&
			!(zero && is_phrase(item, STR("theo")))) ||
		    item_is(item, CUE_REACH) ||
		    (item->kind == ITEM_FIGURE &&
			(figure || !is_round_rate(f, item) ||
			    !follows_cue(f, i, CUE_DOWN))))
			return false;
		figure |= item->kind == ITEM_FIGURE;
		zero |=
		    item_is(item, CUE_ZERO) && item->cue->value == ZERO_GOAL;
	}
	return figure && zero;
}

/* "(1) Bám sát địa bàn, kéo giảm 10% số vụ": a list's item that tells somebody
 * what to do, and first of all its figures by how much a measure is to
 * change. */
static bool
is_told_to_change(const struct fold *f)
{
	static const char *const tasks[] = {"bám sát ", "tăng cường ",
	    "tập trung ", "chủ động ", "đẩy mạnh ", "nâng cao ", "phối hợp ",
	    "rà soát ", "quản lý ", "làm tốt ", "triển khai ", "thực hiện ",
	    NULL};
	const struct items *items = f->items;
	bool found = false;

	if (items->count == 0 || items->list[0].end + 1 >= f->folded.len ||
	    !starts_with_one_of(
		str_from_offset(f->folded, items->list[0].end + 1), tasks))
		return false;
	for (size_t i = 1; i < items->count; i++) {
		const struct item *item = &items->list[i];

		if (reports(f, i))
			return false;
		if (item->kind != ITEM_FIGURE)
			continue;
		if (!found &&
		    (!is_round_rate(f, item) || !follows_cue(f, i, CUE_DOWN)))
			return false;
		found = true;
	}
	return found;
}

/* "Thứ tư, tai nạn giảm cả số vụ, số người chết từ 5-10%": what a list's item
 * reports has one rate only. */
static bool
is_change_in_range(const struct fold *f)
{
	const struct items *items = f->items;
	bool changes = false, police = false;

	for (size_t i = 1; i < items->count; i++) {
		const struct item *item = &items->list[i];

		if (reports(f, i))
			return false;
		if (item->kind == ITEM_FIGURE)
			return changes && police &&
			       item->figure.unit->kind == UNIT_RATE &&
			       item->figure.form == FIGURE_RANGE &&
			       !items_has_fraction(items, &item->figure);
		changes =
		    changes || item_is(item, CUE_UP) || item_is(item, CUE_DOWN);
		police = police || is_police_measure(item);
	}
	return false;
}

/* "hơn 1.200 trường hợp", "5%": nothing that was counted is so round. */
static bool
is_round(const struct fold *f, const struct item *item)
{
	size_t number;

	if (item->figure.unit->kind == UNIT_RATE)
		return is_round_rate(f, item);
	return item->figure.unit->kind == UNIT_COUNT &&
	       item->figure.form == FIGURE_PLAIN &&
	       (item->op == OP_GT || item->op == OP_GE) &&
	       items_whole(f->items, &item->figure, &number) &&
	       number % 10 == 0;
}

/*
 * "- Xử lý hơn 1.200 trường hợp; khởi tố 100% số vụ": the acts of a list's item
 * that reports nothing, one of them on all that there is.
 */
static bool
is_list_of_acts(const struct fold *f)
{
	const struct items *items = f->items;
	bool all = false;

	if (items->count == 0 || next_to(f, 0) == NULL ||
	    !item_is(next_to(f, 0), CUE_VERB))
		return false;
	for (size_t i = 1; i < items->count; i++) {
		const struct item *item = &items->list[i];
		const struct item *behind = next_to(f, i);

		if (item_is(item, CUE_PAST) || item_is(item, CUE_BUT) ||
		    item_is(item, CUE_COMPARE) || item_is(item, CUE_REACH) ||
		    item->kind == ITEM_OPEN ||
		    (item->kind == ITEM_FIGURE && !is_round(f, item)))
			return false;
		if (item->kind == ITEM_FIGURE && behind != NULL &&
		    is_police_measure(behind) && follows_cue(f, i, CUE_VERB) &&
		    is_all(f, item))
			all = true;
	}
	return all;
}

/* "- Từ 98% hồ sơ được tiếp nhận trực tuyến". */
static bool
is_rate_from(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	return item->kind == ITEM_FIGURE && item->op == OP_NONE &&
	       item->figure.unit->kind == UNIT_RATE &&
	       item->figure.form == FIGURE_PLAIN && follows_cue(f, i, CUE_FROM);
}

/* "- Tỷ lệ soi chiếu đạt 8-10%": what was reached has one rate. */
static bool
is_level_in_range(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	return item->kind == ITEM_FIGURE && item->op == OP_NONE &&
	       item->figure.unit->kind == UNIT_RATE &&
	       item->figure.form == FIGURE_RANGE &&
	       !items_has_fraction(f->items, &item->figure) &&
	       follows_cue(f, i, CUE_REACH);
}

/* "- Xã Hòa: kéo giảm số vụ đánh nhau xuống dưới 3 vụ": nobody reports that
 * something was brought below a number. */
static bool
is_brought_below(const struct fold *f)
{
	const struct items *items = f->items;
	bool lowered = false;

	for (size_t i = 1; i < items->count; i++) {
		const struct item *item = &items->list[i];

		if (reports(f, i))
			return false;
		/* "- Giảm xuống còn dưới 3 điểm" */
		lowered = lowered ||
			  (item_is(item, CUE_DOWN) &&
			      str_starts(item->cue->phrase, STR("kéo "))) ||
			  (i == 1 && item_is(item, CUE_LEVEL) &&
			      next_to(f, 0) == item);
		if (item->kind == ITEM_FIGURE)
			return lowered && item->op == OP_LT &&
			       item->figure.unit->kind == UNIT_COUNT;
	}
	return false;
}

/* Bytes of "mỗi đội", "mỗi thị xã", whose portion is a number alone. */
#define EACH_MOST 24

/* "- 11 xã còn lại: mỗi xã vận động đầu thú 01 đối tượng", "- Mỗi huyện, thị
 * xã: 250 trường hợp": what each is to do, but not "mỗi ngày mỗi tổ xử lý 12
 * trường hợp". */
static bool
is_portion_of_each(const struct fold *f)
{
	static const char *const often[] = {"mỗi ngày ", "mỗi đêm ",
	    "mỗi tuần ", "mỗi tháng ", "mỗi ca ", "hằng ngày ", "bình quân mỗi",
	    "trung bình mỗi", NULL};
	const struct items *items = f->items;
	bool each = false, acts = false;
	size_t end = 0;

	if (holds_one_of(f->folded, often))
		return false;
	for (size_t i = 1; i < items->count; i++) {
		const struct item *item = &items->list[i];

		if (reports(f, i) || item_is(item, CUE_REACH) ||
		    item_is(item, CUE_COMPARE) || item->kind == ITEM_OPEN)
			return false;
		if (is_each(f, item)) {
			each = true;
			end = item->end;
		}
		acts = acts ||
		       (each && (item_is(item, CUE_VERB) ||
				    item->kind == ITEM_COLON ||
				    (item->kind == ITEM_FIGURE &&
					item->reach_start <= end + EACH_MOST)));
		if (item->kind == ITEM_FIGURE)
			return acts && item->figure.unit->kind == UNIT_COUNT;
	}
	return false;
}

/* "- Xử lý trên 5.000 trường hợp; số người chết dưới 20 người", "- Kiềm chế số
 * người chết ở mức dưới 6 người": all figures of a list's item are bounds, one
 * of them none that reports have. */
static bool
is_list_of_bounds(const struct fold *f)
{
	static const char *const levels[] = {
	    " ở mức dưới ", " ở mức không quá ", NULL};
	unsigned bounds = 0, firm = 0;

	for (size_t i = 0; i < f->items->count; i++) {
		const struct item *item = &f->items->list[i];
		bool is_firm = item->kind == ITEM_FIGURE &&
			       (item->op == OP_GE || item->op == OP_LT ||
				   item->op == OP_LE || is_rate_from(f, i) ||
				   is_level_in_range(f, i));

		if (reports(f, i) || item_is(item, CUE_COMPARE) ||
		    item_is(item, CUE_BUT))
			return false;
		bounds +=
		    item_is(item, CUE_ZERO) && item->cue->value == ZERO_GOAL;
		if (item->kind != ITEM_FIGURE || item->op == OP_APPROX)
			continue;
		if ((item->op != OP_GT && !is_firm && !is_all(f, item)) ||
		    item->figure.unit->kind == UNIT_MONEY)
			return false;
		bounds++;
		firm += is_firm;
	}
	return firm > 0 && (bounds > 1 || holds_one_of(f->folded, levels));
}

bool
names_doer(const struct fold *f)
{
	static const char *const bodies[] = {"đội ", "phòng ", "công an ",
	    "tổ ", "đồn ", "lực lượng ", "thuế:", "hải quan", "biên phòng",
	    "quản lý thị trường", "kiểm lâm", "cảnh sát", "csgt", "csbv",
	    "cơ quan thuế", "ban chỉ huy quân sự", "các xã", "các phường",
	    "các đơn vị", "ubnd ", NULL};
	const struct items *items = f->items;

	if (items->count == 0 || items->list[0].kind != ITEM_DASH ||
	    items->list[0].end + 1 >= f->folded.len ||
	    !starts_with_one_of(
		str_from_offset(f->folded, items->list[0].end + 1), bodies))
		return false;
	for (size_t i = 1; i < items->count && i < NEAR; i++)
		if (items->list[i].kind != ITEM_CUE &&
		    items->list[i].kind != ITEM_COMMA)
			return items->list[i].kind == ITEM_COLON;
	return false;
}

bool
is_share_of_doer(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	while (i > 0 && item_is(&f->items->list[i - 1], CUE_OP))
		i--;
	return item->op == OP_GT && item->figure.unit->kind == UNIT_COUNT &&
	       follows_cue(f, i, CUE_VERB) && names_doer(f);
}

/* "- Giải tỏa 7 điểm trước ngày 31/5": what has a term is still to be done. */
static bool
has_term(const struct fold *f)
{
	static const char *const terms[] = {
	    " trước ngày ", " trước tháng ", " xong trước ", NULL};
	/* what was so before it is no task */
	static const char *const against[] = {"với ", "như ", "hơn ", "trốn ",
	    "xảy ra ", "gây án ", "phạm tội ", "vi phạm ", "sinh ", "cấp ",
	    "ký ", "tồn tại ", "đã ", "từ ", NULL};
	struct str s = f->folded;
	bool found = false;

	for (size_t i = 0; terms[i] != NULL; i++) {
		struct str term = str_from(terms[i]);
		size_t at = str_find(s, term, 0);

		found = found || (str_digit_at(s, at + term.len) &&
				     !ends_with_one_of(
					 str_slice(s, 0, at + 1), against));
	}
	for (size_t i = 1; found && i < f->items->count; i++)
		if (reports(f, i) || item_is(&f->items->list[i], CUE_COMPARE))
			return false;
	return found;
}

/* Whether the whole of a list's item sets goals. */
static bool
is_listed_task(const struct fold *f)
{
	return is_list_of_acts(f) || is_held_down(f) || is_list_of_bounds(f) ||
	       has_term(f) || is_told_to_change(f) || is_change_in_range(f) ||
	       is_brought_below(f) || is_portion_of_each(f) ||
	       (is_instruction(f) && !is_counted_out(f));
}

void
begin_sentence(struct fold *f)
{
	const struct item *first = f->items->list;
	size_t mark = find_ordinal(f);
	bool ordinal = mark < f->items->count, task;
	bool listed =
	    f->items->count > 0 &&
	    (ordinal || (first->kind == ITEM_DASH && first->start == 0));

	/* among results a task is one that was done */
	if (f->items->count == 0 || f->in_results)
		return;
	if (((listed || f->in_goals) &&
		(is_told_as_done(f) || is_spoken(f) || sets_no_task(f))) ||
	    (f->in_goals && opens_by_past_time(f))) {
		f->in_goals = false;
		return;
	}
	if (f->in_goals) {
		set_goal(f, SET, true);
		f->now.boundary = true;
		return;
	}
	if ((is_order(f, listed) && (listed || !sets_no_task(f))) ||
	    (listed && is_listed_task(f)) || is_phase_of_plan(f))
		set_goal(f, SET, true);
	else if (is_ahead(f))
		set_goal(f, SET, false);
	if (!listed)
		return;
	task = (is_task(f, ordinal ? mark : 0, ordinal) && !is_counted_out(f) &&
		   !is_compared_with_goal(f)) ||
	       holds_down(f, ordinal ? mark : 0);
	set_goal(f, task ? SET : LISTED, task);
	f->now.boundary = true;
}
