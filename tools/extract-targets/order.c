/*
 * Sentences that set goals without a word that says so: norms, lists of round
 * rates, what is told to each.
 */
#include "number.h"
#include "scope.h"

/* "Về ma túy: ...", "Giai đoạn 2: ...", "Trước hết, ...". */
static bool
is_framed(const struct fold *f)
{
	static const char *const openings[] = {"về ", "đối với ", "giai đoạn ",
	    "trước hết", "hằng năm", "hàng năm", "hằng tháng", "hàng tháng",
	    "hằng quý", "định kỳ", NULL};
	bool opens = starts_with_one_of(f->folded, openings);

	for (size_t i = 0; opens && i < f->items->count; i++) {
		const struct item *item = &f->items->list[i];

		if (item->kind == ITEM_COLON || item->kind == ITEM_COMMA)
			return true;
		if (item->kind == ITEM_FIGURE)
			return false;
	}
	return false;
}

/* Of a list: weights and money there are thresholds of the law. */
static bool
is_floor_or_ceiling(const struct item *item)
{
	enum unit_kind kind = item->figure.unit->kind;

	return (item->op == OP_GE || item->op == OP_LE) &&
	       (kind == UNIT_COUNT || kind == UNIT_RATE);
}

/* What the police count and can be told to reach. */
static bool
is_counted_work(const struct item *item, bool measured)
{
	if (item->op != OP_GE && item->op != OP_LE)
		return false;
	return item->figure.unit->kind == UNIT_RATE ? measured
						    : is_count_of_cases(item);
}

/* "Kéo giảm tội phạm từ 5 đến 10%", "Tiếp tục kéo giảm tai nạn ít nhất 5%":
 * whether a change of a measure begins the sentence. */
static bool
is_head_of_change(const struct fold *f)
{
	const struct item *first = f->items->list;
	struct str before = str_slice(f->folded, 0, first->start);

	return (before.len == 0 || str_equal(before, STR("tiếp tục ")) ||
		   str_ends(before, STR(": tiếp tục "))) &&
	       is_change(first) && next_to(f, 0) != NULL &&
	       is_police_measure(next_to(f, 0));
}

/* "Tỷ lệ tái phạm giảm từ 2% đến 3%": whether figure i tells between what rates
 * those who offend again are to become fewer. */
static bool
is_range_of_change(const struct fold *f, size_t i)
{
	static const char *const measures[] = {
	    "tỷ lệ tái phạm ", "tỉ lệ tái phạm ", NULL};
	const struct item *figure = &f->items->list[i];

	return figure->figure.form == FIGURE_RANGE &&
	       !items_has_fraction(f->items, &figure->figure) &&
	       follows_cue(f, i, CUE_FROM) && follows_cue(f, i - 1, CUE_DOWN) &&
	       starts_with_one_of(f->folded, measures);
}

/* "giảm từ 5 đến 10% số vụ", "tăng ít nhất 5% số vụ": a change in front of
 * what changes is asked for, as no report gives a range. */
static bool
is_asked_change(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i], *behind = next_to(f, i);
	bool range = item->figure.form == FIGURE_RANGE || item->op == OP_GE ||
		     names_doer(f);

	if (!range || item->figure.unit->kind != UNIT_RATE)
		return false;
	if (is_head_of_change(f) || is_range_of_change(f, i))
		return true;
	/* "từ 5% trở lên số vụ" */
	if (behind != NULL && item_is(behind, CUE_AFTER))
		behind = next_to(f, i + 1);
	if (behind == NULL || !is_police_measure(behind))
		return false;
	for (item = prior_to(f, i); item != NULL; item = prior_to(f, --i)) {
		if (item_is(item, CUE_UP) || item_is(item, CUE_DOWN))
			return true;
		if (!item_is(item, CUE_OP) && !item_is(item, CUE_FROM))
			return false;
	}
	return false;
}

/* "mỗi đội triệt xóa 3 - 4 tụ điểm": a task, range or bound for each. */
static bool
is_allotted(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i], *prior = prior_to(f, i);
	bool task = prior != NULL && is_task_verb(prior);
	bool acts = false, states = false;

	if (!is_count_of_cases(item) ||
	    (!task && item->figure.form != FIGURE_RANGE && item->op != OP_GE))
		return false;
	while (i-- > 0) {
		item = &f->items->list[i];
		if (item->kind != ITEM_CUE && item->kind != ITEM_COMMA)
			return false;
		acts |= item_is(item, CUE_VERB);
		states |=
		    item_is(item, CUE_LEVEL) || is_phrase(item, STR("có")) ||
		    is_phrase(item, STR("gồm")) || is_phrase(item, STR("bị"));
		if (is_each(f, item))
			return acts || !states;
	}
	return false;
}

/* Whether item i is none that a scale of rates holds. */
static bool
breaks_scale(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	if (item->kind == ITEM_FIGURE)
		return !is_round_rate(f, item);
	return item->kind == ITEM_OPEN || item_is(item, CUE_UP) ||
	       item_is(item, CUE_DOWN) || item_is(item, CUE_GOAL) ||
	       item_is(item, CUE_COMPARE) || item_is(item, CUE_BUT) ||
	       reports(f, i);
}

/*
 * "Án giết người: 100%, cướp giật: 80%", "khám phá án trên 75%; trọng án trên
 * 95%": rates of crimes that are all round and stand behind a colon or are
 * bounds; what is reported is seldom so even.  One is enough for an item of a
 * list.
 */
static bool
is_scale(const struct fold *f, bool listed)
{
	const struct items *items = f->items;
	unsigned bounds = 0;
	bool measured = false, colon = false;

	for (size_t i = 0; i < items->count; i++) {
		const struct item *item = &items->list[i];

		if (item->kind == ITEM_COLON)
			colon = true;
		if (breaks_scale(f, i))
			return false;
		if (item_is(item, CUE_HEAD) &&
		    (item->cue->value != HEAD_MEASURE ||
			str_starts(item->cue->phrase, STR("tỷ lệ "))))
			measured = true;
		if (item->kind == ITEM_FIGURE &&
		    (item->op == OP_GT || item->op == OP_GE ||
			(listed && colon) || follows_colon(f, i)))
			bounds++;
	}
	return measured && bounds > (listed ? 0 : 1);
}

/* "triệt xóa dứt điểm". */
static bool
is_for_good(const struct item *item)
{
	return item_is(item, CUE_VERB) &&
	       str_ends(item->cue->phrase, STR(" dứt điểm"));
}

/* "Giảm 5% số vụ cháy; không để xảy ra cháy lớn", "Bảo đảm 100% tin báo được
 * xác minh": how the sentence begins. */
static bool
is_imperative(const struct fold *f)
{
	const struct items *items = f->items;
	const struct item *first = items->list;

	if (items->count == 0 || first->start > 0 || !leads_to_figure(f, 0))
		return false;
	if (is_phrase(first, STR("bảo đảm")) ||
	    is_phrase(first, STR("đảm bảo")) ||
	    (is_phrase(first, STR("giữ vững")) && is_all(f, led_figure(f, 0))))
		return true;
	/* "Vận động ít nhất 2 đối tượng ra đầu thú", "Triệt phá dứt điểm 9 tụ
	 * điểm" */
	if (is_task_verb(first) &&
	    (led_figure(f, 0)->op == OP_GE || is_for_good(first)))
		return true;
	if (!item_is(first, CUE_UP) && !item_is(first, CUE_DOWN))
		return false;
	for (size_t i = 1; i < items->count; i++)
		if (item_is(&items->list[i], CUE_ZERO) &&
		    items->list[i].cue->value == ZERO_GOAL)
			return true;
	return false;
}

/* "- Truy bắt, vận động đầu thú 35 - 40% số đối tượng": a range of all that
 * there are, of what the item begins with doing. */
static bool
is_range_of_all(const struct fold *f, size_t i)
{
	const struct items *items = f->items;
	const struct item *behind = next_to(f, i);

	if (behind == NULL || !is_police_measure(behind) || i < 2 ||
	    next_to(f, 0) == NULL || !item_is(next_to(f, 0), CUE_VERB))
		return false;
	while (i-- > 1)
		if (!item_is(&items->list[i], CUE_VERB) &&
		    !item_is(&items->list[i], CUE_OP) &&
		    !item_is(&items->list[i], CUE_FROM) &&
		    !is_phrase(&items->list[i], STR("ra")) &&
		    items->list[i].kind != ITEM_COMMA)
			return false;
	return true;
}

/* "- Bắt giữ từ 3 - 4 vụ ma túy": a number of acts that is only bounded. */
static bool
is_range_of_acts(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	if (item->figure.form != FIGURE_RANGE)
		return false;
	if (item->figure.unit->kind == UNIT_RATE)
		return is_range_of_all(f, i);
	if (item->figure.unit->kind != UNIT_COUNT)
		return false;
	if (follows_cue(f, i, CUE_FROM))
		i--;
	return follows_cue(f, i, CUE_VERB);
}

/* "- Tội phạm giảm 5 - 7%", "- Tỷ lệ giải quyết tin báo 90 - 95%": a measure of
 * the police and only bounds of its rate. */
static bool
is_range_of_measure(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];
	bool measured = false;

	if (item->figure.form != FIGURE_RANGE ||
	    item->figure.unit->kind != UNIT_RATE)
		return false;
	while (i-- > 1) {
		item = &f->items->list[i];
		if (item->kind != ITEM_CUE || item_is(item, CUE_LEVEL) ||
		    (item_is(item, CUE_REACH) &&
			str_starts(item->cue->phrase, STR("chiếm"))))
			return false;
		measured = measured || is_police_measure(item);
	}
	return measured;
}

/* "100% tin báo được xác minh trong 48 giờ", "100% cơ sở được kiểm tra trước
 * ngày 31/12": all there are, by a time. */
static bool
is_all_in_time(const struct fold *f)
{
	static const char *const times[] = {" trong vòng ", " trước ", NULL};
	static const char *const most[] = {" hầu hết ", " phần lớn ", NULL};
	const struct item *first = f->items->list;
	struct str s = f->folded;

	if (f->items->count == 0 || first->start > 0 ||
	    first->kind != ITEM_FIGURE || !is_all(f, first) ||
	    str_find(s, STR(" được "), 0) == s.len || holds_one_of(s, most))
		return false;
	return str_digit_at(
		   s, str_find(s, STR(" trong "), 0) + STR(" trong ").len) ||
	       holds_one_of(s, times);
}

/* "100% hộ dân ký cam kết; phấn đấu 70% số buôn ...", "...; số vụ cháy phải
 * dưới 5 vụ": all there are, in front of a goal. */
static bool
is_all_before_goal(const struct fold *f)
{
	static const char *const told[] = {" đã ", " mới ", NULL};
	static const char *const goals[] = {"; phấn đấu ", " phải dưới ",
	    " phải đạt ", " phải giảm ", " phải không quá ", NULL};
	const struct item *first = f->items->list;
	size_t end;

	if (f->items->count == 0 || first->start > 0 ||
	    first->kind != ITEM_FIGURE || !is_all(f, first))
		return false;
	end = str_find(f->folded, STR("; "), 0);
	return holds_one_of(str_from_offset(f->folded, end), goals) &&
	       !holds_one_of(str_slice(f->folded, 0, end), told);
}

/* "Từ 23 tháng Chạp đến mùng 5 Tết, trực 100% quân số": who is on duty, as it
 * is told to them. */
static bool
is_roster(const struct fold *f)
{
	static const char *const acts[] = {
	    "trực ", "ứng trực ", "bố trí ", "duy trì ", NULL};
	struct str s = item_text(f), besides = STR("ngoài ra, ");
	size_t at;

	if (str_starts(s, besides))
		s = str_from_offset(s, besides.len);
	if (!str_starts(s, STR("từ ")))
		return false;
	at = str_find(s, STR(", "), 0);
	if (at == s.len || str_find(s, STR(" đến "), 0) > at)
		return false;
	s = str_from_offset(s, at + 2);
	/* "Công an các huyện trực" */
	if (str_starts(s, STR("công an ")))
		s = str_from_offset(s, str_find(s, STR("trực "), 0));
	for (size_t i = 0; acts[i] != NULL; i++)
		if (str_starts(s, str_from(acts[i])))
			s = str_from_offset(s, str_from(acts[i]).len);
	return str_digit_at(s, 0) && str_find(s, STR(" đã "), 0) == s.len &&
	       str_starts(
		   str_from_offset(s, number_end(s, 0)), STR("% quân số"));
}

/* "Ít nhất 755 vụ", "giảm ít nhất 5%", "từ 85% trở lên": a bound and nothing
 * else, as a plan's table has it. */
static bool
is_bare_bound(const struct fold *f)
{
	static const char *const of_money[] = {"tối thiểu", "không dưới", NULL};
	const struct items *items = f->items;
	const struct item *figure;
	size_t i = 0, end = 0;

	while (i < items->count && items->list[i].kind == ITEM_CUE &&
	       (change_of(&items->list[i]) != CHANGE_NONE ||
		   item_is(&items->list[i], CUE_OP) ||
		   item_is(&items->list[i], CUE_FROM)))
		i++;
	if (i == 0 || i == items->count || items->list[i].kind != ITEM_FIGURE)
		return false;
	figure = &items->list[i];
	if (i + 1 < items->count && item_is(figure + 1, CUE_AFTER))
		i++;
	/* and no words between them */
	for (size_t k = 0; k <= i; k++) {
		if (!is_adjacent(f->folded, end, items->list[k].start))
			return false;
		end = items->list[k].end;
	}
	return i + 1 == items->count && end == f->folded.len &&
	       (figure->op == OP_GE || figure->op == OP_LE) &&
	       (figure->figure.unit->kind == UNIT_RATE ||
		   (figure->figure.unit->kind == UNIT_COUNT
			   ? !str_equal(figure->figure.unit->name, STR("người"))
			   : starts_with_one_of(
				 items->list[0].cue->phrase, of_money)));
}

/* "triệt xóa ít nhất 2 đường dây", "bắt từ 3 - 4 vụ". */
static bool
is_bounded_task(const struct fold *f, size_t i)
{
	return (is_floor_or_ceiling(&f->items->list[i]) && !is_toll(f, i)) ||
	       is_range_of_acts(f, i);
}

/* "Tập trung truy bắt ít nhất 20 đối tượng", but "Tập trung tại quán có ít nhất
 * 20 đối tượng". */
static bool
is_of_first_task(const struct fold *f, size_t i)
{
	const struct item *act = act_before(f, i);

	return act != NULL && item_is(act, CUE_VERB) && begins_with_task(f);
}

/* "Về phường, xã: 41/54 xã hoàn thành từ 80% trở lên": whether it is told of
 * some out of all, which is a report. */
static bool
is_told_of_some(const struct fold *f)
{
	static const char *const ways[] = {
	    " đến", " tới", " -", " –", ":", ",", NULL};
	struct str s = item_text(f);
	size_t colon = str_find(s, STR(": "), 0), at, slash, end, some, all;

	at = colon < s.len && !str_digit_at(s, 0) ? colon + STR(": ").len : 0;
	if (!str_digit_at(s, at))
		return false;
	slash = number_end(s, at);
	if (slash == s.len || s.data[slash] != '/' ||
	    !str_digit_at(s, slash + 1) ||
	    !str_to_size(str_slice(s, at, slash), &some))
		return false;
	end = number_end(s, slash + 1);
	/* "1/7 đến 30/9" are days */
	return str_to_size(str_slice(s, slash + 1, end), &all) && some < all &&
	       !starts_with_one_of(str_from_offset(s, end), ways);
}

bool
is_order(const struct fold *f, bool listed)
{
	const struct items *items = f->items;
	bool measured = false, named = false;
	bool found = is_imperative(f) || is_all_in_time(f) ||
		     is_all_before_goal(f) || is_roster(f) || is_bare_bound(f);
	unsigned bounds = 0, depth = 0;

	if (is_scale(f, listed))
		return true;
	if (is_told_of_some(f))
		return false;
	listed = listed || is_framed(f);
	for (size_t i = 0; i < items->count; i++) {
		const struct item *item = &items->list[i];

		if (reports(f, i))
			return false;
		if (item_is(item, CUE_HEAD))
			measured = true;
		/* "- Tuần tra 3 lượt/đêm, xử lý dứt điểm 4 nhóm" */
		if ((listed && is_for_good(item)) ||
		    (item_is(item, CUE_PAST) && is_allowed(f, i)) ||
		    (item_is(item, CUE_GOAL) && is_insisted(f, i) &&
			!leads_to_figure(f, i)))
			found = true;
		/* "thu 412 kg; mục tiêu không dưới 400 kg": of its own */
		if (item_is(item, CUE_GOAL) && item->cue->value != GOAL_MUST)
			named = true;
		if (item->kind == ITEM_COMMA || item->kind == ITEM_SEMICOLON)
			named = false;
		/* "- Từ 5 đến 10 triệu đồng với vi phạm từ 3 người trở lên" */
		if (item->kind == ITEM_FIGURE && listed && !found &&
		    item->figure.unit->kind == UNIT_MONEY &&
		    !is_norm(f, i, measured) && !is_drawn_down(f, i))
			return false;
		/* "thấp hơn mức cho phép (không quá 1,5%)" */
		depth += item->kind == ITEM_OPEN;
		depth -= item->kind == ITEM_CLOSE && depth > 0;
		if (item->kind != ITEM_FIGURE || named || depth > 0 ||
		    is_named_behind(f, i))
			continue;
		bounds += is_counted_work(item, measured);
		if (is_norm(f, i, measured) || bounds > 1 ||
		    is_asked_change(f, i) || is_asked_level(f, i) ||
		    is_allotted(f, i) || is_raised_rate(f, i) || is_due(f, i) ||
		    is_beyond_now(f, i) || is_drawn_down(f, i) ||
		    is_share_of_wanted(f, i) || is_floor_for_bodies(f, i) ||
		    is_floor_of_act(f, i) ||
		    (is_bounded_task(f, i) &&
			(listed || is_of_first_task(f, i))) ||
		    (listed && (is_share_of_doer(f, i) || is_level_from(f, i) ||
				   is_range_of_measure(f, i))))
			found = true;
	}
	return found;
}
