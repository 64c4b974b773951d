/* Commas and colons: what ends a goal or begins one. */
#include "scope.h"

void
end_clause(struct fold *f, size_t i)
{
	f->now.figure = f->now.compared = f->now.against = false;
	f->now.boundary = true;
	f->clause = i + 1;
}

/* "chỉ tiêu giao (bắt 25 vụ, xóa 12 điểm)": whether the comma at item i goes on
 * with acts in the brackets behind a goal's name. */
static bool
is_spelt_out(const struct fold *f, size_t i)
{
	const struct item *next = next_to(f, i);
	const struct scope *outer;

	if (f->depth == 0 || f->depth > DEPTH)
		return false;
	outer = &f->outer[f->depth - 1];
	return outer->mode == REFER && !outer->figure && next != NULL &&
	       item_is(next, CUE_VERB);
}

/* "Chỉ tiêu là 18 người, tức gần 40%": the same in other words. */
static bool
is_said_again(const struct fold *f, size_t i)
{
	const struct item *next = next_to(f, i);

	return next != NULL && item_is(next, CUE_SAME) &&
	       str_starts(next->cue->phrase, STR("tức"));
}

/* ", hiện toàn huyện có 187 người nghiện": what is there. */
static bool
is_state(const struct fold *f, size_t i)
{
	struct str rest = str_from_offset(f->folded, f->items->list[i].end);

	return str_starts(rest, STR(" hiện ")) &&
	       !str_starts(rest, STR(" hiện đại ")) &&
	       !str_starts(rest, STR(" hiện thực "));
}

/* "Thực hiện mục tiêu giảm 5% số vụ, tỉnh xử phạt 45.000 trường hợp": the comma
 * at item i ends a goal that the sentence begins with, and somebody acts. */
static bool
ends_fronted_goal(const struct fold *f, size_t i)
{
	static const char *const fronts[] = {"thực hiện mục tiêu ",
	    "thực hiện chỉ tiêu ", "kiên định mục tiêu ", "với mục tiêu ",
	    "với chỉ tiêu ", "nhằm thực hiện mục tiêu ", "để đạt mục tiêu ",
	    "nhằm đạt mục tiêu ", "hướng tới mục tiêu ", "nhằm hoàn thành ",
	    "để hoàn thành ", "nhằm đạt chỉ tiêu ", "để đạt chỉ tiêu ", NULL};
	const struct item *next = next_to(f, i);

	return f->now.figure && f->depth == 0 &&
	       starts_with_one_of(f->folded, fronts) && !goes_on(f, i) &&
	       (next == NULL || (!item_is(next, CUE_VERB) &&
				    !is_phrase(next, STR("trong đó")) &&
				    !is_phrase(next, STR("riêng"))));
}

/* Bytes in front of a year that are looked over for another one. */
#define YEARS_MOST 160

/* "năm 2021 đạt 40%, năm 2022 đạt 50%", "Chỉ tiêu năm 2023 là 50 vụ, năm 2022
 * là 45 vụ": whether the time at a place is one of several years of a goal. */
static bool
is_step(const struct fold *f, size_t at)
{
	static const struct str year = STR_INIT(" năm ");
	struct str before = str_before(f->folded, at, YEARS_MOST);
	size_t from = str_find(before, year, 0);

	for (; from < before.len; from = str_find(before, year, from + 1)) {
		size_t other = year_at(before, from + 1);

		if (other != 0 && (f->headed || other < year_at(f->folded, at)))
			return true;
	}
	return false;
}

/* "..., năm 2022 là 480 vụ", "...; cùng kỳ 7 vụ": whether what stands behind
 * the comma or semicolon i was in a time gone by, and no step of a plan. */
static bool
is_of_past(const struct fold *f, size_t i)
{
	size_t at = f->items->list[i].end + 1;
	const struct item *next = &f->items->list[i + 1];

	if (at >= f->folded.len || !is_past_time(f, at))
		return false;
	while (next < &f->items->list[f->items->count] &&
	       (is_phrase(next, STR("năm")) || is_phrase(next, STR("như")) ||
		   is_phrase(next, STR("trong"))))
		next++;
	if (next == &f->items->list[f->items->count] || is_change(next))
		return false;
	/* "trong năm 2022" */
	if (str_starts(str_from_offset(f->folded, at), STR("trong ")))
		at += STR("trong ").len;
	return !str_starts(str_from_offset(f->folded, at), STR("năm ")) ||
	       !is_step(f, at);
}

/* "So với mục tiêu triệt phá ít nhất 40 vụ, khởi tố từ 60% số vụ trở lên, ...":
 * whether behind the comma i goes on with bounds what is compared with. */
static bool
is_another_bound(const struct fold *f, size_t i)
{
	const struct item *comma = &f->items->list[i], *verb = next_to(f, i);
	const struct item *number;

	if (i == 0 || verb == NULL || !item_is(verb, CUE_VERB) ||
	    verb->start > comma->end + 1 || comma[-1].kind != ITEM_FIGURE ||
	    comma[-1].op == OP_NONE)
		return false;
	number = led_figure(f, i + 1);
	return number != NULL && number->op != OP_NONE;
}

/* "Phấn đấu đến hết năm, xã ...": whether only by when stands between a goal's
 * verb and the comma i. */
static bool
is_behind_term(const struct fold *f, size_t i)
{
	static const char *const terms[] = {
	    " đến ", " tới ", " từ nay ", " trong ", NULL};
	size_t first = look_back(f, i);

	while (i-- > first && f->items->list[i].kind == ITEM_CUE) {
		const struct item *item = &f->items->list[i];

		if (item_is(item, CUE_GOAL))
			return item->cue->value == GOAL_VERB &&
			       starts_with_one_of(
				   str_from_offset(f->folded, item->end),
				   terms);
		if (item_is(item, CUE_VERB) || item_is(item, CUE_HEAD))
			return false;
	}
	return false;
}

void
take_comma(struct fold *f, size_t i)
{
	bool mark = f->depth > 0 && opens_mark(f, i);

	if (f->now.mode == SET && is_outcome(f, i))
		f->now.mode = REPORT;
	if (is_state(f, i) || ends_fronted_goal(f, i) ||
	    (f->now.mode == SET && is_of_past(f, i))) {
		f->now.aside = f->now.mode == SET;
		f->now.mode = REPORT;
	}
	/* "đạt 84,2% (chỉ tiêu 80%, vượt 4,2%)" */
	if (f->now.mode == REFER && !is_spelt_out(f, i) &&
	    !is_said_again(f, i) && !is_another_bound(f, i) &&
	    (!leads_to_figure(f, i) || ((f->now.figure || f->now.against) &&
					   exceeds(&f->items->list[i + 1]))))
		f->now.mode = REPORT;
	/* "Mục tiêu đến năm 2030, tỷ lệ ... đạt 40%" */
	if (f->now.open && !f->headed && !goes_on(f, i) && !is_list(f, i) &&
	    !is_portion(f, i) && !is_behind_term(f, i))
		f->now.mode = REPORT;
	end_clause(f, i);
	if (mark)
		set_mark(f);
}

void
take_semicolon(struct fold *f, size_t i)
{
	/* "xóa 100% bến bãi, hiện có 14 điểm; kéo giảm ..." */
	if (f->now.aside && f->now.mode == REPORT)
		f->now.mode = SET;
	f->now.aside =
	    f->now.mode == SET && (is_state(f, i) || is_of_past(f, i));
	if (f->now.aside || f->now.mode == REFER ||
	    (f->now.mode == SET && is_outcome(f, i)) ||
	    (f->now.open && !goes_on(f, i)))
		f->now.mode = REPORT;
	end_clause(f, i);
}

/* Bytes of those to whom something is pledged. */
#define TO_MOST 80

/* "Các khu đã đăng ký: khu 1 giảm 20% số vụ; khu 3 xóa 1 tụ điểm", "Huyện đăng
 * ký với Giám đốc: kéo giảm 8%". */
static bool
is_pledge(const struct fold *f, size_t i)
{
	static const char *const words[] = {"đăng ký", "cam kết", NULL};
	static const char *const to[] = {
	    " đăng ký với ", " đăng ký trước ", NULL};
	size_t at = f->items->list[i].start;

	return ends_with_one_of(str_slice(f->folded, 0, at), words) ||
	       (!f->figures &&
		   holds_one_of(str_before(f->folded, at, TO_MOST), to));
}

/* "Nhiệm vụ trọng tâm quý I: khám phá 9 vụ án": whether the colon at item i
 * stands behind a heading of what is to be done. */
static bool
heads_tasks(const struct fold *f, size_t i)
{
	static const char *const heads[] = {"nhiệm vụ ",
	    "nhiệm vụ:", "công tác trọng tâm ", "trọng tâm ", "việc phải làm",
	    "những việc phải làm", "các việc phải làm", "phương hướng ", NULL};
	const struct item *item = f->items->list;

	if (f->reported || f->figures || f->depth > 0 || i > NEAR ||
	    !starts_with_one_of(item_text(f), heads))
		return false;
	for (; item < &f->items->list[i]; item++)
		if (item->kind == ITEM_COLON || item->kind == ITEM_FIGURE)
			return false;
	return true;
}

/* "Thực hiện chỉ tiêu được giao: bắt 41/40 đối tượng": whether behind the colon
 * at item i stands what was done out of what was to be done. */
static bool
opens_account(const struct fold *f, size_t i)
{
	static const char *const heads[] = {"thực hiện chỉ tiêu",
	    "thực hiện các chỉ tiêu", "thực hiện mục tiêu",
	    "thực hiện các mục tiêu", NULL};
	size_t end = i + NEAR;

	if (f->figures || !starts_with_one_of(item_text(f), heads))
		return false;
	while (++i < f->items->count && i < end)
		if (f->items->list[i].kind == ITEM_FIGURE)
			return f->items->list[i].figure.form == FIGURE_RATIO;
	return false;
}

/* Whether the last goal in front of item i is only what somebody will do. */
static bool
is_resolved(const struct fold *f, size_t i)
{
	size_t first = look_back(f, i);

	while (i-- > first)
		if (item_is(&f->items->list[i], CUE_GOAL))
			return is_phrase(&f->items->list[i], STR("quyết"));
	return false;
}

/* "đạt 56% chỉ tiêu:": whether a rate of the goal stands before the colon i. */
static bool
is_share_of_goal(const struct fold *f, size_t i)
{
	const struct item *share;

	if (!follows_cue(f, i, CUE_GOAL))
		return false;
	share = prior_to(f, i - 1);
	return share != NULL && share->kind == ITEM_FIGURE &&
	       share->figure.unit->kind == UNIT_RATE;
}

/* "Số vụ từng huyện phải phát hiện: Hòa Mạc 48 vụ": whether what must be done
 * stands before the colon i. */
static bool
follows_duty(const struct fold *f, size_t i)
{
	const struct item *act = prior_to(f, i), *must;

	if (act == NULL || !item_is(act, CUE_VERB))
		return false;
	must = prior_to(f, i - 1);
	return must != NULL && is_phrase(must, STR("phải"));
}

void
take_colon(struct fold *f, size_t i)
{
	static const char *const met[] = {" đã hoàn thành", " đã đạt",
	    " đã vượt", " đã đạt được", " đã hoàn thành vượt mức", " còn xa",
	    " đã xong", " đã đủ", " đã cạn", " đã về đích", " đã cán đích",
	    " còn dở", " còn dở dang", NULL};
	static const char *const missed[] = {
	    " không về đích ", " chưa về đích ", " hụt ", " lỡ hẹn ", NULL};
	struct str before = str_slice(f->folded, 0, f->items->list[i].start);

	if (is_pledge(f, i) || heads_tasks(f, i) || follows_duty(f, i))
		set_goal(f, SET, true);
	/* "Chỉ tiêu giảm 5% đã hoàn thành: giảm 11%" */
	if (ends_with_one_of(before, met))
		f->now.mode = REPORT;
	/* "Chỉ tiêu duy nhất hụt là giải quyết tin báo: mới xong 140 tin" */
	if (str_starts(before, STR("chỉ tiêu ")) &&
	    holds_one_of(before, missed))
		f->now.mode = REPORT;
	/* "đã vượt chỉ tiêu: bắt 31/30 đối tượng" */
	if (f->now.mode == REFER && !leads_to_figure(f, i) &&
	    !(next_to(f, i) != NULL && sets(next_to(f, i))))
		f->now.mode = REPORT;
	/* "mới đạt 56% chỉ tiêu: 17 vụ" */
	if (f->now.mode == REFER && is_share_of_goal(f, i))
		f->now.mode = REPORT;
	/* "quyết dẹp tín dụng đen: 33 bị can sa lưới" */
	if ((f->now.open && is_resolved(f, i)) || opens_account(f, i))
		f->now.mode = REPORT;
	f->now.open = false;
}
