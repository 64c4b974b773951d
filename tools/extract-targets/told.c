/* Items of lists that tell what was done, or what somebody says. */
#include "scope.h"

bool
is_compared_with_goal(const struct fold *f)
{
	static const char *const words[] = {"đúng bằng ", "bằng đúng ", NULL};

	for (size_t i = 0; i < f->items->count; i++)
		if (item_is(&f->items->list[i], CUE_PAST) &&
		    starts_with_one_of(f->items->list[i].cue->phrase, words))
			return true;
	return false;
}

/* "345/367 tin báo, đạt 94%", "12/15 tụ điểm (80%)": whether what share that is
 * stands behind figure i. */
static bool
is_rate_behind(const struct fold *f, size_t i)
{
	for (i++; i < f->items->count; i++) {
		const struct item *item = &f->items->list[i];

		/* "22/22 nhóm, răn đe 100% đối tượng" are two things */
		if (item->kind == ITEM_FIGURE)
			return item->figure.unit->kind == UNIT_RATE &&
			       is_adjacent(
				   f->folded, item[-1].end, item->start);
		if (item->kind != ITEM_COMMA && item->kind != ITEM_OPEN &&
		    !item_is(item, CUE_HEAD) &&
		    !(item_is(item, CUE_REACH) && is_phrase(item, STR("đạt"))))
			return false;
	}
	return false;
}

/* "giảm 37,5% so với cùng kỳ", "giảm 2 tụ điểm so với đầu năm": nobody asks for
 * so exact a change. */
static bool
is_exact_change(const struct fold *f, const struct item *item)
{
	static const char *const past[] = {" so với cùng kỳ", " so với đầu năm",
	    " so với đầu kỳ", " so với năm trước", NULL};

	if (item->kind == ITEM_FIGURE && item->op == OP_NONE &&
	    item->figure.unit->kind == UNIT_COUNT &&
	    item->figure.form == FIGURE_PLAIN &&
	    (item_is(item - 1, CUE_UP) || item_is(item - 1, CUE_DOWN)) &&
	    starts_with_one_of(str_from_offset(f->folded, item->end), past))
		return true;
	return item->kind == ITEM_FIGURE && item->op == OP_NONE &&
	       item->figure.unit->kind == UNIT_RATE &&
	       item->figure.form == FIGURE_PLAIN &&
	       items_has_fraction(f->items, &item->figure) &&
	       str_starts(str_from_offset(f->folded, item->end),
		   STR(" so với cùng kỳ"));
}

/* "tạm giữ 18 con bạc": no goal is so told. */
static bool
is_custody(const struct item *item)
{
	return (is_phrase(item, STR("tạm giữ")) ||
		   is_phrase(item, STR("tạm giam"))) &&
	       item[1].kind == ITEM_FIGURE && item[1].op == OP_NONE;
}

bool
is_told_as_done(const struct fold *f)
{
	static const char *const words[] = {"giảm được ", "tăng được ",
	    " vượt chỉ tiêu", " vượt mục tiêu", " trong 6 tháng đầu năm",
	    " trong nửa đầu năm", " trong 9 tháng đầu năm", " cho biết", NULL};
	const struct items *items = f->items;
	size_t at;

	if (holds_one_of(f->folded, words))
		return true;
	for (size_t i = 1; i + 1 < items->count; i++) {
		const struct item *item = &items->list[i];

		at = item->end;
		if (item->kind == ITEM_OPEN &&
		    items->list[i - 1].kind != ITEM_OPEN &&
		    (str_starts(str_from_offset(f->folded, at), STR("-")) ||
			str_starts(str_from_offset(f->folded, at), STR("+"))) &&
		    str_digit_at(f->folded, at + 1))
			return true;
		if (item->kind == ITEM_FIGURE &&
		    item->figure.form == FIGURE_RATIO && is_rate_behind(f, i))
			return true;
		if (is_exact_change(f, item) || is_custody(item))
			return true;
	}
	return false;
}

bool
is_spoken(const struct fold *f)
{
	static const char *const openings[] = {"vâng", "dạ ", "thưa ",
	    "theo tôi", "tôi ", "phóng viên", "pv:", "được biết", "chúng tôi",
	    "đúng vậy", NULL};
	static const char *const speaker = ": chúng tôi ";
	const struct item *first = f->items->list;
	size_t at = first->end;

	if (first->kind != ITEM_DASH)
		return false;
	if (at < f->folded.len && f->folded.data[at] == ' ')
		at++;
	return starts_with_one_of(str_from_offset(f->folded, at), openings) ||
	       str_find(f->folded, str_from(speaker), 0) < f->folded.len;
}
