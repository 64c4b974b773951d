/* How far a change reaches over the figures behind it. */
#include "meaning.h"
#include "phrases.h"

/* "11 người chết (-15,4%)": a level whose change stands in brackets. */
static bool
has_own_change(const struct items *items, size_t j, struct str folded)
{
	size_t k = j + 1, at;

	/* "người chết": what befell them stands before the bracket */
	while (k < items->count && item_is(&items->list[k], CUE_VERB) &&
	       items->list[k].cue->value == VERB_HARM)
		k++;
	if (k >= items->count || items->list[k].kind != ITEM_OPEN)
		return false;
	at = items->list[k].end;
	return at < folded.len &&
	       (folded.data[at] == '-' || folded.data[at] == '+' ||
		   (k + 1 < items->count &&
		       change_of(&items->list[k + 1]) != CHANGE_NONE &&
		       is_adjacent(folded, at, items->list[k + 1].start)));
}

/* Items that are looked over for what stands before brackets. */
#define BRACKET_MOST 32

/* The sign of the change in brackets behind a figure; 0: none is there. */
static char
own_sign(const struct items *items, size_t j, struct str folded)
{
	size_t end = j + 1;

	while (end < items->count && items->list[end].kind == ITEM_CUE)
		end++;
	if (end == items->count || items->list[end].kind != ITEM_OPEN ||
	    items->list[end].end == folded.len)
		return 0;
	return folded.data[items->list[end].end];
}

/* "giảm 15 vụ (-12,3%), 3 người chết (-10%)": both are changes, as the first
 * one is told as such and by its sign. */
static bool
are_signed_alike(
    const struct items *items, size_t i, size_t j, struct str folded)
{
	size_t first = i > BRACKET_MOST ? i - BRACKET_MOST : 0;
	char sign;

	/* the figure in the brackets stands between */
	while (i > first && items->list[i].kind != ITEM_OPEN)
		i--;
	while (i > first && items->list[i].kind != ITEM_FIGURE)
		i--;
	sign = own_sign(items, i, folded);
	if (items->list[i].kind != ITEM_FIGURE ||
	    items->list[i].change == CHANGE_NONE ||
	    (sign != '-' && sign != '+') || own_sign(items, j, folded) != sign)
		return false;
	/* but of "19 vụ, giảm 6 vụ (-24%), 11 người chết (-15%)" these too are
	 * levels; not in "19 vụ; so với tháng trước giảm 6 vụ (-24%), ..." */
	while (i-- > first) {
		if (items->list[i].kind == ITEM_SEMICOLON &&
		    item_is(&items->list[i + 1], CUE_COMPARE))
			return true;
		if (items->list[i].kind == ITEM_FIGURE &&
		    items->list[i].change == CHANGE_NONE)
			return false;
	}
	return true;
}

/* Bytes of a part of a sentence that are looked over. */
#define PART_MOST 160

/* "giảm 5% số vụ, 100% tin báo được giải quyết", "..., 15 đối tượng đã ra đầu
 * thú": whether something else is told of a figure in its part of the
 * sentence. */
static bool
is_told_apart(const struct item *figure, struct str folded)
{
	static const char *const share[] = {" tuổi", " là ", NULL};
	static const char *const told[] = {" được ", " phải ", " đã ",
	    " không có ", " sạch ", " bị bắt", " bị triệt", " bị khởi tố",
	    " bị phạt", " bị xử lý", " bị chiếm đoạt", " bị tạm giữ", NULL};
	struct str rest = str_behind(folded, figure->end, PART_MOST), part;
	size_t end = 0;

	/* "tăng 15% số vụ, 20% số đối tượng bị bắt" */
	if (figure->figure.unit->kind == UNIT_RATE &&
	    str_starts(rest, STR(" số ")))
		return false;
	while (end < rest.len && strchr(",;.:()", rest.data[end]) == NULL)
		end++;
	part = str_slice(rest, 0, end);
	part.len = str_find(part, STR(" so với"), 0);
	/* "tăng 5 vụ, 41% dưới 25 tuổi" */
	if (figure->figure.unit->kind == UNIT_RATE && holds_one_of(part, share))
		return true;
	return holds_one_of(part, told);
}

/* "vượt 23% chỉ tiêu", "vượt 7% so với chỉ tiêu". */
static bool
is_of_goal(const struct item *figure, struct str folded)
{
	static const char *const goals[] = {" chỉ tiêu", " mục tiêu",
	    " kế hoạch", " so với chỉ tiêu", " so với mục tiêu",
	    " so với kế hoạch", " so với yêu cầu", NULL};

	return starts_with_one_of(str_from_offset(folded, figure->end), goals);
}

/* "giảm 8 vụ, chiếm 24,3% so với cùng kỳ" restates the change. */
static bool
is_share(const struct items *items, size_t k, size_t j)
{
	return item_is(&items->list[k], CUE_REACH) && j + 1 < items->count &&
	       item_is(&items->list[j + 1], CUE_COMPARE) &&
	       str_starts(items->list[k].cue->phrase, STR("chiếm"));
}

/* "156 vụ (tăng 38 vụ), 73 vụ khác": whether the change of figure i is told in
 * brackets only, and they end before figure j. */
static bool
is_shut_in(const struct items *items, size_t i, size_t j)
{
	size_t depth = 0, k = i;
	size_t first = i > BRACKET_MOST ? i - BRACKET_MOST : 0;

	while (++k < j && !(items->list[k].kind == ITEM_CLOSE && depth == 0)) {
		depth += items->list[k].kind == ITEM_OPEN;
		depth -= items->list[k].kind == ITEM_CLOSE;
	}
	if (k >= j)
		return false;
	/* "giảm 20% (96/120 vụ), 10% số người": it goes on what stands
	 * before */
	while (i > first && items->list[i].kind != ITEM_OPEN)
		i--;
	while (i-- > first)
		if (items->list[i].kind == ITEM_FIGURE)
			return items->list[i].change == CHANGE_NONE;
	return true;
}

/* "tỷ lệ khám phá 85%" is a level. */
static bool
is_rate_head(const struct item *item)
{
	return str_starts(item->cue->phrase, STR("tỷ lệ")) ||
	       str_starts(item->cue->phrase, STR("tỉ lệ"));
}

/* A rate of less than that is hardly what is left, nor what is reached. */
#define HALF 50

/* Whether the measure of figure i, a head, stands before it or its change. */
static bool
has_head_before(const struct items *items, size_t i)
{
	while (i > 0 && (change_of(&items->list[i - 1]) != CHANGE_NONE ||
			    item_is(&items->list[i - 1], CUE_FROM) ||
			    item_is(&items->list[i - 1], CUE_OP) ||
			    item_is(&items->list[i - 1], CUE_GOAL)))
		i--;
	return i > 0 && item_is(&items->list[i - 1], CUE_HEAD);
}

/* "số vụ tăng 15%, số đối tượng 20%", "cướp giảm 3 vụ, cướp giật 11 vụ":
 * whether item k is what changed by figure j, and figure i tells the same of
 * another. */
static bool
is_measured_likewise(const struct items *items, size_t i, size_t j, size_t k)
{
	const struct item *a = &items->list[i], *b = &items->list[j];
	size_t comma = i + 1, number;

	/* "giảm từ 5% trở lên, số người chết 10%" */
	if (item_is(&items->list[comma], CUE_AFTER))
		comma++;
	if (k + 1 != j || k != comma + 1 ||
	    (items->list[comma].kind != ITEM_COMMA &&
		!item_is(&items->list[comma], CUE_AND)) ||
	    !item_is(&items->list[k], CUE_HEAD) ||
	    is_rate_head(&items->list[k]) || a->figure.unit != b->figure.unit)
		return false;
	/* "phạm pháp hình sự giảm 3%, trọng án 95%": a level */
	if (a->figure.unit->kind == UNIT_RATE &&
	    b->figure.form == FIGURE_PLAIN &&
	    items_whole(items, &b->figure, &number) && number >= HALF &&
	    items_whole(items, &a->figure, &number) && number < HALF)
		return false;
	return has_head_before(items, i) ||
	       (a->change != CHANGE_NONE && a->figure.unit->kind == UNIT_RATE);
}

/* Whether a is a rate, and b is none. */
static bool
is_count_behind(const struct item *a, const struct item *b)
{
	return a->figure.unit->kind == UNIT_RATE &&
	       b->figure.unit->kind != UNIT_RATE;
}

/* Bytes of what a change is against. */
#define BASE_MOST 60
/* "giảm 5 vụ so với cùng kỳ = 10%", "..., bằng 10%": whether nothing but what
 * the change of figure i is against stands between it and the rate j. */
static bool
is_behind_base(const struct items *items, size_t i, size_t j, struct str folded)
{
	const struct item *a = &items->list[i], *b = &items->list[j];
	const struct item *same = b - 1;
	size_t number;

	if (a->change == CHANGE_NONE || same <= a ||
	    same->start > a->end + BASE_MOST ||
	    !is_adjacent(folded, same->end, b->start) ||
	    !str_starts(str_from_offset(folded, a->end), STR(" so với ")))
		return false;
	for (size_t k = i + 1; k < j; k++)
		if (items->list[k].kind != ITEM_CUE &&
		    (items->list[k].kind != ITEM_COMMA || k + 2 != j))
			return false;
	return is_phrase(same, STR("=")) ||
	       (is_phrase(same, STR("bằng")) &&
		   items_whole(items, &b->figure, &number) && number < HALF);
}

/* "tăng 54 vụ (78 đối tượng) so với", "tăng 22 vụ - 32 bị can": whether figure
 * j tells how many people the cases are that figure i tells. */
static bool
is_people_of(const struct items *items, size_t i, size_t j, struct str folded)
{
	static const char *const people[] = {
	    "đối tượng", "bị can", "bị cáo", "người", "nghi phạm", NULL};
	const struct item *a = &items->list[i], *b = &items->list[j];
	struct str gap = str_slice(folded, a->end, b->start);

	if (!str_equal(a->figure.unit->name, STR("vụ")) ||
	    !equals_one_of(b->figure.unit->name, people))
		return false;
	return str_equal(gap, STR(" - ")) || str_equal(gap, STR(" – ")) ||
	       (str_equal(gap, STR(" (")) &&
		   str_starts(str_from_offset(folded, b->end), STR(")")));
}

/* "giảm 15%, 100% hộ ký cam kết", but not "giảm 2 vụ, 100% so với cùng kỳ":
 * whether what a rate is of stands behind it. */
static bool
is_of_things(const struct item *figure, struct str folded)
{
	static const char *const others[] = {
	    " so với ", " và ", " trở ", " trong ", " theo ", " (", NULL};
	struct str rest = str_from_offset(folded, figure->end);

	return rest.len > 1 && rest.data[0] == ' ' &&
	       !starts_with_one_of(rest, others);
}

/* "tăng 27%, gần 695.000 gói bị thu giữ": whether something happened to what is
 * counted, which is no change then. */
static bool
is_suffered(const struct item *figure, struct str folded)
{
	return figure->figure.unit->kind == UNIT_COUNT &&
	       str_starts(
		   str_from_offset(folded, figure->end), STR(" bị thu giữ"));
}

/* Whether nothing that ends a change stands behind figure i up to item k;
 * rates: it goes on from one rate to another. An act is counted in "số vụ phá
 * rừng làm nương". */
static bool
is_bare_between(const struct items *items, size_t i, size_t k, bool rates)
{
	while (k-- > i + 1) {
		const struct item *item = &items->list[k];

		if (item->kind == ITEM_SEMICOLON ||
		    (item_is(item, CUE_VERB) && item->cue->value != VERB_HARM &&
			!(rates && is_number_of(&items->list[i + 1]))) ||
		    item_is(item, CUE_PAST) || item_is(item, CUE_LEVEL) ||
		    item_is(item, CUE_REACH) || item_is(item, CUE_GOAL) ||
		    item_is(item, CUE_BUT))
			return false;
	}
	return true;
}

bool
change_reaches(const struct items *items, size_t i, size_t j, struct str folded)
{
	const struct item *a = &items->list[i], *b = &items->list[j];
	bool rate = b->figure.unit->kind == UNIT_RATE &&
		    a->figure.unit->kind != UNIT_RATE;
	bool all = b->figure.unit->kind == UNIT_RATE &&
		   str_equal(items_value(items, b->figure.value), STR("100"));
	bool rates = b->figure.unit->kind == UNIT_RATE &&
		     a->figure.unit->kind == UNIT_RATE && i + 1 < j && !all;
	size_t k = j, at = b->start;
	bool same = false;

	if (is_told_apart(b, folded) || is_of_goal(b, folded) ||
	    is_suffered(b, folded) ||
	    (all && b[-1].kind == ITEM_COMMA && is_of_things(b, folded)))
		return false;
	if (is_people_of(items, i, j, folded))
		return true;
	if ((has_own_change(items, j, folded) &&
		!are_signed_alike(items, i, j, folded)) ||
	    is_shut_in(items, i, j))
		return false;
	if (rate && is_behind_base(items, i, j, folded))
		return true;
	while (k > i + 1) {
		const struct item *item = &items->list[k - 1];

		if (!is_adjacent(folded, item->end, at))
			return false;
		if (item->kind == ITEM_OPEN &&
		    (!rate || b->figure.form == FIGURE_RATIO))
			return false;
		/* "giảm 7% với 22 đối tượng", "giảm 40%, tương đương 59 đối
		 * tượng" */
		if ((is_phrase(item, STR("với")) || item_is(item, CUE_SAME)) &&
		    is_count_behind(a, b))
			return false;
		if (item->kind == ITEM_COMMA || item->kind == ITEM_OPEN ||
		    item->kind == ITEM_SLASH || item_is(item, CUE_AND))
			break;
		if (!item_is(item, CUE_OP) && !item_is(item, CUE_FROM) &&
		    !item_is(item, CUE_FILL) && !item_is(item, CUE_SAME) &&
		    !is_share(items, k - 1, j) &&
		    !is_measured_likewise(items, i, j, k - 1))
			return false;
		same = same || (item_is(item, CUE_SAME) &&
				   !is_phrase(item, STR("bằng")));
		at = item->start;
		k--;
	}
	/* "giảm 15 vụ = 11,1%", but not "bằng 80% kế hoạch" */
	if (k == i + 1)
		return rate && same && is_adjacent(folded, a->end, at);
	return is_bare_between(items, i, k - 1, rates);
}
