#include "window.h"

#include <string.h>

#include "context.h"
#include "number.h"
#include "topic.h"

/* How long a campaign's name and object are, at most, in bytes. */
#define OBJECT_REACH 160
/* How long those are who open one. */
#define OPENER_REACH 80

/* The last of the campaigns' names before a place; empty: there is none. */
static struct span
last_name(struct str folded, size_t at)
{
	struct span last = {0, 0};
	struct str before = str_slice(folded, 0, at);

	for (const struct str *n = topic_names; n->data != NULL; n++) {
		size_t from = at > OBJECT_REACH ? at - OBJECT_REACH : 0;

		for (; (from = str_find(before, *n, from)) < at; from++)
			if (from + n->len > last.end)
				last = (struct span){from, from + n->len};
	}
	return last;
}

/* Whether s, between a campaign's name and a month, tells what the campaign is
 * for, and reports nothing: "trấn áp tội phạm trộm cắp, cướp giật", but not ",
 * công an bắt 5 vụ". */
static bool
is_object(struct str s)
{
	static const struct str reports[] = {W(", công an"), W(", cảnh sát"),
	    W(", lực lượng"), W(", đơn vị"), W(", các"), W(", số"), W(", toàn"),
	    W(", tổ"), W(" đã "), W("so với"), W("xảy ra"), W("kết quả"),
	    W(";"), W(")"), W(": "), {NULL, 0}};
	static const struct str days[] = {
	    W("ngày"), W("ngày đêm"), W("đêm"), W("tuần"), {NULL, 0}};

	if (context_holds(s, reports) || (s.len > 0 && str_ends(s, STR(","))))
		return false;
	for (size_t at = 0; at < s.len; at++) {
		if (!str_is_digit(s.data[at]))
			continue;
		at = str_digits_end(s, at);
		/* "cao điểm 30 ngày" */
		if (!context_after(s, at, days))
			return false;
	}
	return true;
}

/* "mở đợt cao điểm trấn áp tội phạm", "Đợt cao điểm tuyên truyền về pháo được
 * tiến hành": whether what ends at a place opens a campaign or tells of one's
 * time. */
static bool
is_opened(struct str folded, size_t at)
{
	static const struct str kinds[] = {W("đợt"), W("các đợt"), W("một đợt"),
	    W("kế hoạch"), W("đợt ra quân"), W("tháng"), W("chiến dịch"),
	    W("hai"), W("hai đợt"), W("ba"), W("ba đợt"), {NULL, 0}};
	static const struct str opening[] = {W("mở"), W("mở ngay"),
	    W("triển khai ngay"), W("tổ chức ngay"), W("triển khai"),
	    W("tổ chức"), W("thực hiện"), W("tiến hành"), W("phát động"),
	    W("ra quân"), {NULL, 0}};
	static const struct str others[] = {W("lễ phát động"), W("lễ ra quân"),
	    W("kết quả thực hiện"), W("kết quả triển khai"), W("lễ mở"),
	    {NULL, 0}};
	struct span name = last_name(folded, at);
	size_t start = context_start(folded, name.start, kinds);

	if (name.end == 0 || !is_object(str_slice(folded, name.end, at)) ||
	    context_before(folded, start, others))
		return false;
	return context_before(folded, start, opening) ||
	       (start == 0 && context_before(folded, at, topic_time_verbs));
}

/* How far behind a month it may be told what it is made, in bytes. */
#define MADE_REACH 120

/* "lấy tháng 9 làm tháng cao điểm", "Tháng 7 và tháng 8 được tỉnh chọn làm hai
 * tháng cao điểm" */
static bool
is_made_one(struct str folded, size_t at)
{
	static const struct str made[] = {W("làm tháng cao điểm"),
	    W("làm hai tháng cao điểm"), W("làm 2 tháng cao điểm"),
	    W("làm ba tháng cao điểm"), W("làm 3 tháng cao điểm"),
	    W("làm thời gian cao điểm"), W("làm đợt cao điểm"),
	    W("làm tháng hành động"), {NULL, 0}};
	static const struct str more[] = {W("và tháng"), W("và"), {NULL, 0}};
	static const struct str other = W(" tháng ");
	size_t from = context_end(folded, at, more), end;

	/* "tháng 7 và tháng 8", but not "tháng 8 bắt ... và chọn tháng 9" */
	if (from > at && str_digit_at(folded, from + 1))
		from = number_end(folded, from + 1);
	for (end = from; end < folded.len && end - at < MADE_REACH &&
			 folded.data[end] != ',';
	     end++)
		if (str_starts(str_from_offset(folded, end), other) &&
		    str_digit_at(folded, end + other.len))
			break;
	return context_holds(str_slice(folded, from, end), made);
}

/* "Tháng 12 là tháng cao điểm trấn áp tội phạm", but not "tháng cao điểm của
 * tội phạm". */
static bool
is_called_one(struct str folded, size_t at)
{
	static const struct str months[] = {W("là tháng cao điểm"),
	    W("được chọn là tháng cao điểm"), W("là tháng hành động"),
	    W("được chọn là tháng hành động"), {NULL, 0}};
	static const struct str peak[] = {W("là cao điểm"),
	    W("là đợt cao điểm"), W("là thời gian cao điểm"), {NULL, 0}};
	static const struct str work[] = {W("về an toàn"), W("về trật tự"),
	    W("về pháo"), W("về ma túy"), W("về phòng"), W("phòng chống"),
	    W("phòng, chống"), W("tấn công"), W("trấn áp"), W("xử lý"),
	    W("kiểm tra"), W("tuyên truyền"), W("bảo đảm"), W("đảm bảo"),
	    W("truy quét"), {NULL, 0}};
	static const struct str others[] = {W("của"), W("buôn lậu"),
	    W("mua sắm"), W("tiêu dùng"), W("du lịch"), W("sản xuất"),
	    {NULL, 0}};
	size_t end = context_end(folded, at, months);

	if (is_made_one(folded, at))
		return true;
	if (end > at)
		return !context_after(folded, end, others);
	/* "Riêng tháng 9 là cao điểm về an toàn giao thông" */
	end = context_end(folded, at, peak);
	return end > at && context_after(folded, end, work);
}

/* Where "trong hai ", "trong các ", "trong 3 " begins before the first of days
 * that are counted; at: it is not there. */
static size_t
before_counted(struct str folded, size_t at)
{
	static const struct str counts[] = {W("trong hai"), W("trong ba"),
	    W("trong bốn"), W("trong năm"), W("trong các"), W("trong cả hai"),
	    W("suốt hai"), W("suốt ba"), W("suốt bốn"), W("suốt các"),
	    {NULL, 0}};
	static const struct str within[] = {
	    W("trong"), W("suốt"), W("trong suốt"), {NULL, 0}};
	size_t start = context_start(folded, at, counts), from = at;

	if (start < at)
		return start;
	if (from > 0 && folded.data[from - 1] == ' ')
		from--;
	from = str_digits_start(folded, from);
	start = context_start(folded, from, within);
	return from + 1 < at && start < from ? start : at;
}

/* "Đợt ra quân diễn ra trong hai ngày 15 và 16/7": the first of its days. */
static bool
is_first_day(struct str folded, const struct expression *e)
{
	size_t at;

	if (e->from.unit != UNIT_DAY || e->from.holiday != NULL)
		return false;
	at = before_counted(folded, e->span.start);
	return at > 1 && at < e->span.start && is_opened(folded, at - 1);
}

/* "thực hiện tháng cao điểm phòng, chống ma túy (tháng 6/2020)": whether what
 * stands in brackets at a place is the month that is called so. */
static bool
is_in_brackets(struct str folded, struct span span)
{
	static const struct str month[] = {W("tháng"), {NULL, 0}};
	size_t at = span.start;
	struct span name;

	if (at < 2 || folded.data[at - 1] != '(' || span.end == folded.len ||
	    folded.data[span.end] != ')')
		return false;
	name = last_name(folded, at);
	return name.end > 0 && context_before(folded, name.start, month) &&
	       is_object(str_slice(folded, name.end, at - 2));
}

/* The place behind " và tháng 10" at a place, or that place. */
static size_t
skip_month(struct str folded, size_t at)
{
	static const struct str more = STR_INIT(" và tháng ");
	size_t end;

	if (!str_starts(str_from_offset(folded, at), more))
		return at;
	end = str_digits_end(folded, at + more.len);
	if (end == at + more.len)
		return at;
	/* "tháng 10 và tháng 11/2024" */
	if (end < folded.len && folded.data[end] == '/')
		end = str_digits_end(folded, end + 1);
	return end;
}

/* The end of what is told in one breath from a place on; a number goes on only
 * where campaigns are counted: "mở 02 đợt cao điểm". */
static size_t
breath_end(struct str folded, size_t at)
{
	size_t end = at + 1;

	while (end < folded.len && end - at < OPENER_REACH &&
	       folded.data[end] != ',') {
		size_t number = str_digits_end(folded, end);

		if (number > end &&
		    !str_starts(str_from_offset(folded, number), STR(" đợt ")))
			break;
		end = number > end ? number : end + 1;
	}
	return end;
}

/* ", Công an tỉnh mở đợt cao điểm", " tổ chức 02 đợt cao điểm": whether what
 * begins at a place tells that a campaign is opened, or some. */
static bool
is_opening(struct str folded, size_t at)
{
	static const struct str opened[] = {W("mở đợt cao điểm"),
	    W("mở cao điểm"), W("triển khai đợt cao điểm"),
	    W("triển khai cao điểm"), W("triển khai kế hoạch cao điểm"),
	    W("mở đợt ra quân"), W("ra quân cao điểm"), W("mở chiến dịch"),
	    W("phát động đợt cao điểm"), W("phát động chiến dịch"),
	    W("mở đợt truy quét"), W("ra quân đợt cao điểm"),
	    W("tổ chức đợt cao điểm"), W("mở đợt tấn công, trấn áp"),
	    W("mở đợt tấn công trấn áp"), W("mở đợt tấn công tội phạm"),
	    W("mở đợt tấn công mạnh"), W("mở đợt tấn công vào tội phạm"),
	    W("mở đợt tổng kiểm tra"), W("mở đợt tổng kiểm soát"), {NULL, 0}};
	static const struct str verbs[] = {
	    W("mở"), W("tổ chức"), W("triển khai"), W("phát động"), {NULL, 0}};
	/* also "02", "03" */
	static const struct str several[] = {W("2 đợt cao điểm"),
	    W("hai đợt cao điểm"), W("3 đợt cao điểm"), W("ba đợt cao điểm"),
	    {NULL, 0}};
	struct str told;

	at = skip_month(folded, at);
	if (at == folded.len ||
	    (folded.data[at] != ',' && !context_after(folded, at, verbs)))
		return false;
	told = str_slice(folded, at, breath_end(folded, at));
	return context_holds(told, opened) ||
	       (context_holds(told, verbs) && context_holds(told, several));
}

/* "- 15/12", "1. 15/12": whether nothing but a list's mark stands before what
 * begins at a place. */
static bool
line_begins(struct str folded, size_t at)
{
	size_t sign = at;

	while (sign > 0 && strchr("-+*.) ", folded.data[sign - 1]) != NULL)
		sign--;
	/* "a) ", "12. " */
	return sign == 0 || (sign < at && (sign == 1 || str_digits_start(folded,
							    sign) == 0));
}

/* "đợt ra quân cùng loại hồi tháng 3": the month that a campaign was in. */
static bool
is_recalled(struct str folded, size_t at)
{
	static const struct str then[] = {W("hồi"), {NULL, 0}};
	/* clauses of what else was then */
	static const struct str clauses[] = {
	    W(" khi "), W(" mà "), W(" theo "), W(" do "), {NULL, 0}};
	size_t end = context_start(folded, at, then);
	struct span name = last_name(folded, end);
	struct str object;

	if (end == 0 || end == at || name.end == 0)
		return false;
	object = str_slice(folded, name.end, end);
	return is_object(object) && !context_holds(object, clauses);
}

bool
window_is_given(struct str folded, const struct expression *e)
{
	static const struct str within[] = {
	    W("trong"), W("vào"), W("trong các"), W("ngay trong"), {NULL, 0}};
	size_t at;

	if (is_first_day(folded, e))
		return true;
	if (e->from.unit != UNIT_MONTH && e->from.unit != UNIT_QUARTER)
		return false;
	if (is_called_one(folded, e->span.end) ||
	    (e->from.unit == UNIT_MONTH &&
		(is_in_brackets(folded, e->span) ||
		    is_recalled(folded, e->span.start))))
		return true;
	at = context_start(folded, e->span.start, within);
	/* "Trong quý IV, Công an tỉnh mở đợt cao điểm" */
	if (line_begins(folded, at) && e->span.start > at)
		return is_opening(folded, e->span.end);
	return at > 1 && at < e->span.start && is_opened(folded, at - 1);
}

bool
window_goes_on(struct str folded, const struct expression *e,
    const struct expression *before)
{
	struct str gap = str_slice(folded, before->span.end, e->span.start);
	bool both = str_equal(gap, STR(" và "));

	if (e->kind != PIECE_MOMENT || !before->campaign ||
	    (!both && !str_equal(gap, STR(", "))))
		return false;
	if (before->kind == PIECE_RANGE)
		return both && e->from.unit == UNIT_MONTH &&
		       before->to.unit == UNIT_MONTH;
	return before->kind == PIECE_MOMENT &&
	       before->from.unit == e->from.unit &&
	       (e->from.unit == UNIT_MONTH || e->from.unit == UNIT_QUARTER ||
		   (e->from.unit == UNIT_DAY &&
		       str_digit_at(folded, e->span.start)));
}

bool
window_is_peak(struct str folded, const struct expression *e)
{
	static const struct str peak[] = {W("giai đoạn cao điểm"), {NULL, 0}};
	size_t at = e->span.start, start;

	if (at < 2 || folded.data[at - 2] != ':')
		return false;
	start = context_start(folded, at - 2, peak);
	return start < at - 2 &&
	       (start == 0 || str_ends(str_slice(folded, 0, start), STR("; ")));
}

bool
window_is_of_peak(struct str folded, const struct expression *e)
{
	static const struct str peaks[] = {W("cao điểm"), W("đợt cao điểm"),
	    W("mở cao điểm"), W("tăng cường cao điểm"), {NULL, 0}};
	static const struct str others[] = {W("giờ"), W("mùa"), W("du lịch"),
	    W("lúc"), W("thời điểm"), W("thời gian"), W("giai đoạn"), W("ngày"),
	    W("dịp"), W("khung giờ"), W("những ngày"), W("tuần"), {NULL, 0}};
	size_t at = context_start(folded, e->span.start, peaks);

	return e->from.unit == UNIT_DAY && at < e->span.start &&
	       !context_before(folded, at, others);
}

bool
window_is_reviewed(struct str folded, const struct expression *e)
{
	static const struct str reviews[] = {W("sơ kết"), W("tổng kết"),
	    W("họp sơ kết"), W("họp tổng kết"), W("sơ kết, tổng kết"),
	    W("sơ kết và tổng kết"), W("báo cáo sơ kết"), W("báo cáo tổng kết"),
	    {NULL, 0}};
	static const struct str others[] = {W("năm"), W("học kỳ"), W("học kì"),
	    W("nhiệm kỳ"), W("nhiệm kì"), W("mùa"), W("giải"), W("công tác"),
	    W("cuộc thi"), W("hội thi"), {NULL, 0}};
	size_t at = e->span.end + 1, end;

	if (!line_begins(folded, e->span.start) || at >= folded.len ||
	    (folded.data[at - 1] != ';' && folded.data[at - 1] != ','))
		return false;
	end = context_end(folded, at, reviews);
	return end > at && !context_after(folded, end, others);
}

bool
window_is_begun(struct str folded, const struct expression *e)
{
	return e->span.start == 0 && e->has_from && !e->has_to &&
	       is_opening(folded, e->span.end);
}

bool
window_is_so_far(struct str folded, struct span span)
{
	static const struct str carried[] = {W("thực hiện đợt cao điểm"),
	    W("thực hiện cao điểm"), W("triển khai đợt cao điểm"),
	    W("triển khai cao điểm"), {NULL, 0}};
	static const struct str peaks[] = {W("đợt cao điểm"),
	    W("đợt cao điểm này"), W("đợt cao điểm vừa qua"),
	    W("đợt ra quân này"), {NULL, 0}};
	size_t at = span.end;

	if (span.start == 0)
		return at < folded.len && folded.data[at] == ',' &&
		       context_after(folded, at + 1, carried);
	return folded.data[span.start - 1] == '(' &&
	       context_before(folded, span.start - 1, peaks);
}

bool
window_is_opened_for(struct str folded, const struct expression *e)
{
	return e->span.start > 1 && is_opened(folded, e->span.start - 1);
}
