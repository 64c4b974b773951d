#include "tense.h"

#include "context.h"

/* How far before a quarter, and a month, it may be told that it is to come, in
 * bytes. */
#define WILL_REACH 400
#define PLANNED_REACH 60

void
tense_of_moment(struct str folded, struct expression *e)
{
	static const struct str every_year[] = {W("hằng năm"), W("hàng năm"),
	    W("mỗi năm"), W("các năm"), {NULL, 0}};
	static const struct str past[] = {
	    W("hồi"), W("so với"), W("so với cùng kỳ"), {NULL, 0}};
	/* what is told to end ended just now or will end */
	static const struct str ending[] = {W("kết thúc"), W("kết thúc vào"),
	    W("khép lại"), W("khép lại vào"), W("sẽ kéo dài đến"),
	    W("sẽ kéo dài đến hết"), W("sẽ được kéo dài đến"),
	    W("sẽ được kéo dài đến hết"), W("sẽ được gia hạn đến"),
	    W("sẽ được gia hạn đến hết"), {NULL, 0}};
	static const struct str just_gone[] = {
	    W("vừa qua"), W("vừa rồi"), {NULL, 0}};
	static const struct str to_come[] = {
	    W("tới"), W("tới đây"), W("sắp tới"), {NULL, 0}};
	static const struct str will[] = {W("sẽ"), W("đợt 2 "), W("đợt 2:"),
	    W("đợt hai "), W("giai đoạn 2 "), W("giai đoạn 2:"), {NULL, 0}};
	static const struct str planned[] = {W("dự kiến"), {NULL, 0}};

	e->from.every_year = context_after(folded, e->span.end, every_year);
	e->from.counted =
	    e->from.unit == UNIT_QUARTER && context_is_counted(folded, e->span);
	/* "sẽ mở cao điểm quý III", "đợt 2 trong quý IV" */
	if (context_before(folded, e->span.start, ending) ||
	    (e->from.unit == UNIT_QUARTER &&
		context_holds(
		    str_before(folded, e->span.start, WILL_REACH), will)) ||
	    (e->from.unit == UNIT_MONTH &&
		context_holds(str_slice(folded,
				  context_back_to(folded, e->span.start,
				      PLANNED_REACH, ',', ';'),
				  e->span.start),
		    planned)))
		e->from.direction = 1;
	if (context_before(folded, e->span.start, past) ||
	    context_after(folded, e->span.end, just_gone))
		e->from.direction = -1;
	else if (context_after(folded, e->span.end, to_come))
		e->from.direction = 1;
}

/* How far behind a range of months it may be told that it is over, in bytes. */
#define OVER_REACH 100

bool
tense_is_over(struct str folded, const struct expression *e)
{
	static const struct str done[] = {W(" đã "), {NULL, 0}};
	static const struct str will[] = {W(" sẽ "), {NULL, 0}};
	struct str behind = str_behind(folded, e->span.end, OVER_REACH);

	return e->from.unit == UNIT_MONTH && e->to.unit == UNIT_MONTH &&
	       e->from.year == 0 && e->to.year == 0 &&
	       context_holds(behind, done) && !context_holds(behind, will);
}
