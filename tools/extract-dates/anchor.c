#include "anchor.h"

#include "context.h"

/* The last time that an expression covers or names. */
static const struct moment *
end_of(const struct expression *e)
{
	return e->kind == PIECE_RANGE && e->has_to ? &e->to : &e->from;
}

/* Whether the text says the year of a resolved expression: "2019", "năm
 * ngoái". */
static bool
says_year(struct str folded, const struct expression *e)
{
	static const struct str years[] = {
	    W("năm ngoái"), W("năm trước"), {NULL, 0}};
	const struct moment *m = end_of(e);

	return (e->kind == PIECE_MOMENT || e->kind == PIECE_RANGE) &&
	       m->year != 0 && !m->decade &&
	       ((m->implied & IMPLIED_YEAR) == 0 || m->shifted[UNIT_YEAR] ||
		   context_before(folded, e->span.end, years));
}

static bool
is_holiday(const struct expression *e)
{
	return e->kind == PIECE_MOMENT && e->from.holiday != NULL;
}

/* Whether only the year of a day or month is left out; of a day in a month that
 * is told, the month, too. */
static bool
lacks_year(const struct moment *m, bool in_month)
{
	for (int u = 0; u < UNIT_COUNT; u++)
		if (m->shifted[u])
			return false;
	return m->year == 0 && m->cycle == 0 && m->holiday == NULL &&
	       (m->month != 0 || (in_month && m->day != 0));
}

/* "Năm 2020, từ tháng 3 đến tháng 9", "Trong Tết 2014, khoảng mùng 4 Tết":
 * whether a year or a holiday heads the sentence and a time in it follows. */
static bool
heads(struct str folded, const struct expression *before, struct str gap)
{
	static const struct str fronts[] = {STR_INIT(""), STR_INIT("trong "),
	    STR_INIT("vào "), STR_INIT("vào dịp "), STR_INIT("dịp "),
	    STR_INIT("đến "), STR_INIT("sang "), {NULL, 0}};
	static const struct str gaps[] = {STR_INIT(", "), STR_INIT(", vào "),
	    STR_INIT(", khoảng "), STR_INIT(", vào khoảng "),
	    STR_INIT(", trong "), STR_INIT(", đến "), {NULL, 0}};

	return (before->from.unit == UNIT_YEAR || is_holiday(before)) &&
	       before->kind == PIECE_MOMENT &&
	       context_is_one_of(
		   str_slice(folded, 0, before->span.start), fronts) &&
	       context_is_one_of(gap, gaps);
}

/* "6 tháng đầu năm 2019 (16/12 đến 15/6)": whether a time stands in brackets
 * behind a longer one or a holiday. */
static bool
is_bracketed(struct str folded, const struct expression *before,
    const struct expression *e, struct str gap)
{
	static const struct str gaps[] = {STR_INIT(" ("), STR_INIT("("),
	    STR_INIT(" (tính "), STR_INIT(" (tức "), STR_INIT(" (vào "),
	    STR_INIT(" (trong "), STR_INIT(" (gồm "), {NULL, 0}};

	return (before->from.unit <= UNIT_MONTH || is_holiday(before)) &&
	       context_is_one_of(gap, gaps) && e->span.end < folded.len &&
	       folded.data[e->span.end] == ')';
}

/* How far behind a Tet or a campaign its days may be, in bytes. */
#define OWN_REACH 60

/* "Tết Bính Thân, trong hai ngày 30 Tết và mùng 1", "Đợt cao điểm năm 2021 phải
 * gia hạn đến 15/11": whether a time is of the Tet or campaign before it. */
static bool
is_its_own(struct str folded, const struct expression *before,
    const struct expression *e, struct str gap)
{
	static const struct str campaigns[] = {W("cao điểm"), W("đợt cao điểm"),
	    W("đợt ra quân"), W("chiến dịch"), {NULL, 0}};
	bool lunar = e->kind == PIECE_RANGE && !e->has_from ? e->to.lunar
							    : e->from.lunar;

	if (gap.len > OWN_REACH || str_find(gap, STR(";"), 0) < gap.len)
		return false;
	if (is_holiday(before))
		return lunar && before->from.holiday->lunar;
	return before->kind == PIECE_MOMENT && before->from.unit == UNIT_YEAR &&
	       context_before(folded, before->span.start, campaigns);
}

/* A reference in the middle of what an expression covers; false: it is not
 * known. */
static bool
set_middle(const struct expression *e, struct reference *reference)
{
	long first, last, unused;
	struct moment middle = {0};

	if (!moment_bounds(&e->from, &first, &unused) ||
	    !moment_bounds(end_of(e), &unused, &last))
		return false;
	moment_set_date(&middle, first + (last - first + 1) / 2);
	reference->unit = e->from.unit == UNIT_MONTH ? UNIT_MONTH : UNIT_DAY;
	reference->date = (struct date){middle.year, middle.month, middle.day};
	reference->middle = calendar_number(reference->date);
	return true;
}

/* Whether an expression leaves only its year open, which an anchor may give. */
static bool
is_open(const struct expression *e, bool in_month)
{
	if (e->kind == PIECE_MOMENT)
		return lacks_year(&e->from, in_month);
	return e->kind == PIECE_RANGE &&
	       (!e->has_from || lacks_year(&e->from, in_month)) &&
	       (!e->has_to ||
		   /* "từ 23 tháng Chạp đến mùng 5" */
		   lacks_year(&e->to, in_month || e->from.lunar));
}

/* "Năm 2019, ngày 3/4 và ngày 5/6" */
static bool
goes_on(struct str gap, const struct expression *e)
{
	static const struct str gaps[] = {STR_INIT(" và "), STR_INIT(", "),
	    STR_INIT(" và vào "), STR_INIT(", vào "), {NULL, 0}};

	return is_open(e, false) && context_is_one_of(gap, gaps);
}

bool
anchor_holds(struct str folded, const struct expression *before,
    const struct expression *e, struct anchor *anchor)
{
	struct str gap = str_slice(folded, before->span.end, e->span.start);
	bool in_month =
	    before->kind == PIECE_MOMENT && before->from.unit == UNIT_MONTH;

	if (anchor->set && goes_on(gap, e))
		return true;
	return says_year(folded, before) && is_open(e, in_month) &&
	       (heads(folded, before, gap) ||
		   is_bracketed(folded, before, e, gap) ||
		   is_its_own(folded, before, e, gap)) &&
	       set_middle(before, &anchor->reference);
}

void
anchor_imply(const struct expression *before, struct expression *e)
{
	e->from.implied = e->to.implied =
	    before->from.implied | before->to.implied;
}
