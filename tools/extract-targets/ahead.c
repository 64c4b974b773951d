/* Years to come, and years that something is held against. */
#include "number.h"
#include "scope.h"

/* How far ahead plans reach. */
#define YEARS_AHEAD 50

/* "Năm 2026, ...", "Trong năm 2026, ...": whether "năm" at a place begins the
 * sentence as its time. */
static bool
is_head(struct str s, size_t at)
{
	static const char *const heads[] = {"", "trong ", "theo kế hoạch ",
	    "trong kế hoạch ", "sang ", "bước sang ", "bước vào ", "riêng ",
	    NULL};

	return equals_one_of(str_slice(s, 0, at), heads);
}

/* "đến năm 2030", "tới năm 2030": by when something is to be. */
static bool
is_term(struct str s, size_t at)
{
	static const char *const words[] = {"đến ", "đến hết ", "tới ", NULL};

	return ends_with_one_of(str_slice(s, 0, at), words);
}

size_t
year_at(struct str s, size_t at)
{
	size_t number = at + STR("năm ").len, end = number_end(s, number);
	size_t year;

	return end == number + 4 &&
		       str_to_size(str_slice(s, number, end), &year)
		   ? year
		   : 0;
}

/* "tỷ lệ che phủ đạt 80%, phấn đấu đến năm 2025 đạt 82%": whether a figure
 * stands in front of the goal that the year at a place is of. */
static bool
is_set_behind_level(const struct fold *f, size_t at)
{
	bool figure = false;

	for (size_t i = 0; i < f->items->count && f->items->list[i].start < at;
	     i++) {
		const struct item *item = &f->items->list[i];

		figure = figure || item->kind == ITEM_FIGURE;
		if (figure && item_is(item, CUE_GOAL) &&
		    item->cue->value == GOAL_VERB)
			return true;
	}
	return false;
}

bool
is_ahead(const struct fold *f)
{
	static const char *const forecasts[] = {
	    "dự báo", "dự kiến", "ước tính", "có thể", NULL};
	const struct items *items = f->items;
	struct str s = f->folded;
	size_t at = f->year == 0 ? s.len : str_find(s, STR("năm "), 0);

	while (at < s.len) {
		size_t year = year_at(s, at);

		if ((is_head(s, at) || is_term(s, at)) && year > f->year &&
		    year < f->year + YEARS_AHEAD)
			break;
		at = str_find(s, STR("năm "), at + 1);
	}
	if (at >= s.len || holds_one_of(s, forecasts) ||
	    is_set_behind_level(f, at))
		return false;
	for (size_t i = 0; i < items->count; i++)
		if (reports(f, i) ||
		    (item_is(&items->list[i], CUE_COMPARE) &&
			!(i == 0 && is_phrase(items->list, STR("theo")))))
			return false;
	return true;
}

/* Bytes that a sentence's head is looked for in. */
#define HEAD_MOST 160

bool
is_bygone(const struct fold *f)
{
	struct str head = str_behind(f->folded, 0, HEAD_MOST);
	size_t at = str_find(head, STR("năm "), 0);
	size_t year = at < head.len ? year_at(f->folded, at) : 0;

	return year != 0 && year < f->year && is_head(f->folded, at);
}

bool
is_past_time(const struct fold *f, size_t at)
{
	static const char *const times[] = {"cùng kỳ", "năm trước", "năm ngoái",
	    "quý trước", "tháng trước", "tuần trước", "kỳ trước", "đợt trước",
	    "lần trước", "cùng đợt năm", "đợt năm ngoái", "đợt năm trước",
	    NULL};
	/* "tháng trước Tết" */
	static const char *const until[] = {
	    "trước tết", "trước khi", "trước ngày", "trước mắt", NULL};
	static const char *const begins[] = {"như ", "trong ", "của ", NULL};
	struct str s;
	size_t year;

	if (at >= f->folded.len)
		return false;
	s = str_from_offset(f->folded, at);
	for (size_t i = 0; begins[i] != NULL; i++)
		if (str_starts(s, str_from(begins[i])))
			s = str_from_offset(s, str_from(begins[i]).len);
	if (starts_with_one_of(s, times))
		return !starts_with_one_of(
		    str_from_offset(s, str_find(s, STR(" "), 0) + 1), until);
	year = str_starts(s, STR("năm ")) ? year_at(s, 0) : 0;
	return year != 0 && year < f->year;
}

bool
opens_by_past_time(const struct fold *f)
{
	return is_past_time(f, f->folded.len - item_text(f).len);
}

/* "(hiện nay 2,8%)", "(hiện có 12 điểm)". */
static bool
opens_now(const struct fold *f, size_t i)
{
	static const char *const now[] = {"hiện nay ", "hiện tại ", "hiện là ",
	    "hiện có ", "hiện còn ", "hiện đạt ", "hiện mới ", "hiện đang ",
	    "hiện ở ", "đang quản lý ", NULL};
	struct str rest = str_from_offset(f->folded, f->items->list[i].end);

	return starts_with_one_of(rest, now) ||
	       (str_starts(rest, STR("hiện ")) &&
		   str_digit_at(rest, STR("hiện ").len));
}

/* What stands in the bracket in front of its number. */
#define NOW_MOST 4

bool
is_beyond_now(const struct fold *f, size_t i)
{
	static const char *const down[] = {
	    "giảm", "xuống", "còn", "hạ", "kéo xuống", "về ", "tụt", NULL};
	const struct items *items = f->items;
	const struct item *level = act_before(f, i), *open = next_to(f, i);
	const struct item *item = &items->list[i];
	size_t aim, now, last = i + 1 + NOW_MOST;

	if (level == NULL || open == NULL || open->kind != ITEM_OPEN ||
	    (!item_is(level, CUE_LEVEL) && !item_is(level, CUE_REACH)) ||
	    !opens_now(f, i + 1) || is_bygone(f))
		return false;
	for (i += 2; i < items->count && i <= last; i++)
		if (items->list[i].kind == ITEM_FIGURE)
			break;
	if (i >= items->count || items->list[i].kind != ITEM_FIGURE ||
	    items->list[i].figure.unit != item->figure.unit ||
	    !items_hundredths(items, &item->figure, &aim) ||
	    !items_hundredths(items, &items->list[i].figure, &now))
		return false;
	return starts_with_one_of(level->cue->phrase, down) ? aim < now
							    : aim > now;
}

/* A text without the year at its end, if there is one, and the blank behind
 * it. */
static struct str
without_year(struct str text)
{
	struct str years = STR("2016-2020 ");

	/* "giai đoạn 2016-2020 (31 vụ)" */
	if (text.len > years.len && str_digit_at(text, text.len - years.len) &&
	    text.data[text.len - 6] == '-' && str_digit_at(text, text.len - 2))
		return str_slice(text, 0, text.len - years.len);
	if (text.len > 5 && str_is_digit(text.data[text.len - 2]))
		return str_slice(text, 0, text.len - 5);
	return text;
}

/* "cùng kỳ năm 2017 (14 vụ)", but not "cùng kỳ (giảm ít nhất 12 vụ)": whether a
 * time before stands before the bracket at item i, and bare counts in it. */
static bool
opens_counts_of_past(const struct fold *f, size_t i)
{
	static const char *const times[] = {
	    "cùng kỳ ", "cùng kỳ năm ", "cùng kì ", "cùng kì năm ", NULL};
	const struct item *figure = next_to(f, i);
	struct str text = str_slice(f->folded, 0, f->items->list[i].start);

	if (figure == NULL || figure->kind != ITEM_FIGURE ||
	    figure->op != OP_NONE || figure->figure.unit->kind == UNIT_RATE)
		return false;
	return ends_with_one_of(without_year(text), times);
}

/* Bytes of a holiday's name: "Tết Nguyên đán Canh Dần". */
#define HOLIDAY_MOST 40

/* "phải dưới 5 người (Tết Canh Dần là 12 người)": whether another Tết's figure
 * opens a bracket. */
static bool
opens_holiday(const struct fold *f, size_t i)
{
	static const char *const states[] = {" là ", ": ", " có ", NULL};
	static const char *const names[] = {
	    "tết ", "mùa tết ", "dịp tết ", "kỳ nghỉ tết ", NULL};
	struct str rest = str_from_offset(f->folded, f->items->list[i].end);
	struct str name = str_behind(rest, 0, HOLIDAY_MOST);

	if (!starts_with_one_of(rest, names))
		return false;
	for (size_t k = 0; states[k] != NULL; k++) {
		struct str state = str_from(states[k]);
		size_t at = str_find(name, state, 0);

		if (at < name.len && str_digit_at(rest, at + state.len))
			return true;
	}
	return false;
}

/* "(tháng 1 là 31%)", "(quý 4/2011 có 15 vụ)": whether s begins with a month or
 * quarter and what was in it. */
static bool
opens_month(struct str s)
{
	static const char *const heads[] = {"tháng ", "quý ", NULL};
	static const char *const states[] = {" là ", ": ", " có ", NULL};

	for (size_t i = 0; heads[i] != NULL; i++) {
		size_t end, number = str_from(heads[i]).len;

		if (!str_starts(s, str_from(heads[i])))
			continue;
		end = str_digits_end(s, number);
		if (end > number && end < s.len && s.data[end] == '/')
			end = str_digits_end(s, end + 1);
		return end > number &&
		       starts_with_one_of(str_from_offset(s, end), states);
	}
	return false;
}

const char *const months_gone[] = {
    " tháng năm ", " tháng đầu năm", " tháng qua", NULL};

/* "(11 tháng năm 2019: 186 vụ)": whether s begins with months that are gone by,
 * which a colon stands behind. */
static bool
opens_months(struct str s)
{
	size_t end = number_end(s, 0);
	struct str near = str_behind(s, end, HOLIDAY_MOST);

	return end > 0 && starts_with_one_of(near, months_gone) &&
	       str_find(near, STR(": "), 0) < near.len;
}

bool
opens_base(const struct fold *f, size_t i)
{
	static const char *const past[] = {
	    " cùng kỳ ", " trước ", " ngoái ", " vừa qua ", NULL};
	static const char *const terms[] = {" năm ", " giai đoạn ", NULL};
	/* "(năm 2017 chỉ được cấp 45 triệu đồng)" */
	static const char *const told[] = {" chỉ ", " mới ", " đã ", NULL};
	struct str rest = str_from_offset(f->folded, f->items->list[i].end);
	struct str before = str_slice(f->folded, 0, f->items->list[i].start);
	struct str dated = without_year(before);

	if (is_past_time(f, f->items->list[i].end) || opens_now(f, i) ||
	    opens_month(rest) || opens_months(rest) ||
	    opens_counts_of_past(f, i) || opens_holiday(f, i))
		return true;
	if (str_starts(rest, STR("năm "))) {
		size_t year = year_at(rest, 0);

		return year != 0 &&
		       (f->year == 0 || year < f->year ||
			   (year == f->year &&
			       starts_with_one_of(
				   str_from_offset(rest, STR("năm 2017").len),
				   told)));
	}
	/* "phải cao hơn năm 2022 (78,2%) ít nhất 2 điểm %" */
	if (before.len > 5 &&
	    str_ends(str_slice(before, 0, before.len - 5), STR(" hơn năm ")))
		return true;
	if (!f->now.against || !f->now.figure || next_to(f, i) == NULL ||
	    next_to(f, i)->kind != ITEM_FIGURE)
		return false;
	/* "so với hè trước (18 ca)", "so với năm 2022 (18 ca)" */
	return ends_with_one_of(before, past) ||
	       (dated.len < before.len && ends_with_one_of(dated, terms));
}

bool
is_base_of(const struct fold *f, size_t i)
{
	static const char *const times[] = {" của năm", " năm ", " của cùng kỳ",
	    " của đợt này", " của đợt trước", " của quý", NULL};
	const struct item *prior = prior_to(f, i);
	enum unit_kind kind = f->items->list[i].figure.unit->kind;
	bool level = prior != NULL && is_phrase(prior, STR("mức"));

	/* "so với con số 412 vụ của năm 2022", "so với mức 58,3% của đợt
	 * này" */
	if (prior != NULL && item_is(prior, CUE_FILL))
		prior = prior_to(f, i - 1);
	return prior != NULL && is_phrase(prior, STR("so với")) &&
	       (kind == UNIT_COUNT || (level && kind == UNIT_RATE)) &&
	       starts_with_one_of(
		   str_from_offset(f->folded, f->items->list[i].end), times);
}

bool
is_level_before(const struct fold *f, size_t i)
{
	static const char *const of_past[] = {
	    " của ", " năm ", " hiện nay ", " hiện tại ", NULL};
	const struct items *items = f->items;
	const struct item *item = &items->list[i];
	size_t end = i + NEAR;

	/* "nâng từ 66% lên 80%", "từ 45 vụ xuống còn 30 vụ", but not "chỉ tiêu
	 * được nâng từ 40% lên 50%" */
	if (follows_cue(f, i, CUE_FROM) && next_to(f, i) != NULL &&
	    !str_ends(str_slice(f->folded, 0, items->list[i - 1].start),
		STR("được nâng ")) &&
	    item_is(next_to(f, i), CUE_LEVEL) &&
	    is_adjacent(f->folded, item->end, next_to(f, i)->start) &&
	    led_figure(f, i + 1) != NULL &&
	    led_figure(f, i + 1)->figure.unit == item->figure.unit)
		return true;
	if (!follows_cue(f, i, CUE_FROM) ||
	    !starts_with_one_of(str_from_offset(f->folded, item->end), of_past))
		return false;
	while (++i < items->count && i < end && items->list[i].kind == ITEM_CUE)
		if (item_is(&items->list[i], CUE_LEVEL))
			return led_figure(f, i) != NULL &&
			       led_figure(f, i)->figure.unit ==
				   item->figure.unit;
	return false;
}
