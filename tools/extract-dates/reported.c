#include "reported.h"

#include "context.h"

/* How far from its range the words may be that compare, in bytes. */
#define COMPARED_REACH 100

/* "so với thời gian liền kề trước đợt cao điểm (từ 15/10 đến 14/11)": what a
 * campaign's figures are compared with. */
static bool
is_compared(struct str folded, size_t at)
{
	static const struct str others[] = {
	    W(" trước "), W("cùng kỳ"), W("liền kề"), {NULL, 0}};
	/* "so với đợt cao điểm trước (10/6 - 9/7)" */
	static const struct str campaigns[] = {W("đợt cao điểm trước"),
	    W("cao điểm trước"), W("đợt ra quân trước"), W("chiến dịch trước"),
	    W("đợt truy quét trước"), W("đợt trước"), {NULL, 0}};
	struct str clause;
	size_t from;

	if (at < 2 || folded.data[at - 1] != '(' ||
	    context_before(folded, at - 1, campaigns))
		return false;
	clause = str_slice(folded,
	    context_back_to(folded, at - 1, COMPARED_REACH, ',', ')'), at - 1);
	from = str_find(clause, STR("so với "), 0);
	return from < clause.len &&
	       context_holds(str_from_offset(clause, from), others);
}

/* How far behind it the words may be that report up to a day, in bytes. */
#define REPORT_REACH 79

/* "Đến hết 28/12, sau hai tuần cao điểm, CSGT xử lý ...", "Đến hết 28/12, công
 * an đã bắt ...": a sentence that reports up to a day, which is no end. */
static bool
is_reported(struct str folded, const struct expression *e)
{
	static const struct str behind[] = {W("sau"), W("sau gần"), W("qua"),
	    W("trải qua"), W("chỉ sau"), W("mới sau"), {NULL, 0}};
	static const struct str done[] = {W(" đã "), {NULL, 0}};
	static const struct str over[] = {W("kết thúc"), W("khép lại"),
	    W("hoàn thành"), W("chấm dứt"), {NULL, 0}};
	size_t at = e->span.end;
	struct str clause;

	if (e->has_from || e->span.start != 0 || at + 1 >= folded.len ||
	    folded.data[at] != ',')
		return false;
	if (context_after(folded, at + 1, behind))
		return true;
	clause = str_behind(folded, at + 1, REPORT_REACH);
	clause = str_slice(clause, 0, str_find(clause, STR(","), 0));
	return context_holds(clause, done) && !context_holds(clause, over);
}

/* How long the name of a holiday is, at most, in bytes. */
#define HOLIDAY_REACH 60

bool
reported_range(struct str folded, const struct expression *e)
{
	static const struct str behind[] = {W("toàn tỉnh xảy ra"),
	    W("toàn thành phố xảy ra"), W("toàn huyện xảy ra"),
	    W("toàn quốc xảy ra"), W("cả nước xảy ra"), W("xảy ra"),
	    W("trên địa bàn xảy ra"), {NULL, 0}};
	static const struct str before[] = {W("so với"), W("cùng kỳ"),
	    W("lịch nghỉ"), W("nghỉ"), W("liền kề"), W("lễ"), W("dịp lễ"),
	    W("dịp"), W("kỷ niệm"), W("giảm"), W("tăng"), W("giảm xuống"),
	    {NULL, 0}};
	static const struct str off_duty[] = {W("nghỉ"), {NULL, 0}};
	/* "tính đến 17 giờ ngày 16-12" reports */
	static const struct str counted[] = {W("tính"), {NULL, 0}};
	size_t end = e->span.end;

	if (!e->has_from && context_before(folded, e->span.start, counted))
		return true;
	if (is_compared(folded, e->span.start) || is_reported(folded, e))
		return true;
	/* "kỳ nghỉ Tết (14-2 đến hết 22-2)" */
	if (e->span.start > 0 && folded.data[e->span.start - 1] == '(' &&
	    context_holds(str_slice(folded,
			      context_back_to(folded, e->span.start - 1,
				  HOLIDAY_REACH, ',', ';'),
			      e->span.start),
		off_duty))
		return true;
	if (end < folded.len && folded.data[end] == ',')
		end++;
	return context_after(folded, end, behind) ||
	       context_before(folded, e->span.start, before);
}
