#include "headed.h"

#include <string.h>

#include "context.h"
#include "lasting.h"
#include "topic.h"

/* How long the name of a campaign is, at most, in bytes. */
#define NAME_REACH 160
/* How far from it the first of days may be that are counted behind it. */
#define COUNT_REACH 90

bool
headed_is_named(struct str folded, size_t at)
{
	/* what is told of one is no time of it */
	static const struct str others[] = {W("lễ "), W("kết quả"), W("sơ kết"),
	    W("tổng kết"), W("phát động"), W("hội nghị"), W("trong đợt"),
	    W("trong cao điểm"), W("trong chiến dịch"), W("giờ cao điểm"),
	    W("báo cáo"), {NULL, 0}};
	struct str clause;

	/* most have none anywhere near */
	if (!context_holds(str_before(folded, at, NAME_REACH), topic_names))
		return false;
	clause = str_slice(
	    folded, context_back_to(folded, at, NAME_REACH, ';', ')'), at);
	return context_holds(clause, topic_names) &&
	       !context_holds(clause, others);
}

/* Whether nothing but numbers and words of counting stands in s. */
static bool
is_counting(struct str s)
{
	static const struct str words[] = {W("hai"), W("ba"), W("bốn"),
	    W("năm"), W("trong"), W("các"), W("những"), W("ngày"), W("đêm"),
	    W("và"), W("đến"), W("sáng"), W("tối"), W("vào"), W("là"),
	    {NULL, 0}};
	size_t at = 0;

	while (at < s.len) {
		size_t end = context_end(s, at, words);

		if (end > at)
			at = end;
		else if (strchr(" ,/-.0123456789", s.data[at]) != NULL)
			at++;
		else
			return false;
	}
	return true;
}

/* "Kế hoạch cao điểm phòng, chống ma túy quý IV": the month, quarter or half of
 * a year that ends a campaign's name; a whole year is a part of the name. */
static bool
is_titled(struct str folded, const struct expression *e)
{
	static const struct str others[] = {W("trước"), W("sau"), W("so với"),
	    W("cùng kỳ"), W("hồi"), W("của"), W("báo cáo"), {NULL, 0}};
	size_t at = e->span.start;

	/* "bàn kế hoạch cao điểm chống pháo tháng trước" */
	if (e->from.shifted[UNIT_MONTH] || e->from.shifted[UNIT_QUARTER])
		return false;
	return (e->from.unit == UNIT_MONTH || e->from.unit == UNIT_QUARTER ||
		   e->from.unit == UNIT_HALF) &&
	       at > 0 && headed_is_named(folded, at) &&
	       lasting_is_name(folded, at) &&
	       !context_before(folded, at, others);
}

/* "(tháng 1, tháng 6 và tháng 12)": whether months go on at a place. */
static bool
is_list(struct str folded, size_t at)
{
	static const struct str more[] = {
	    W(", tháng"), W("và tháng"), {NULL, 0}};

	return context_after(folded, at, more);
}

/* "Cao điểm bảo vệ Trung thu: hai ngày 16 và 17/9", "tháng cao điểm phòng,
 * chống ma túy (tháng 6/2020)" */
bool
headed_is_time(struct str folded, const struct expression *e)
{
	size_t at = e->span.start, from;

	if (at > 0 && folded.data[at - 1] == '(')
		return e->from.unit == UNIT_MONTH && e->span.end < folded.len &&
		       (folded.data[e->span.end] == ')' ||
			   is_list(folded, e->span.end)) &&
		       headed_is_named(folded, at);
	if (is_titled(folded, e))
		return true;
	from = context_back_to(folded, at, COUNT_REACH, ':', ':');
	return from > 1 && folded.data[from - 1] == ':' &&
	       is_counting(str_slice(folded, from, at)) &&
	       headed_is_named(folded, from - 1);
}

/* "Cao điểm Tết 2025: 2 tháng bắt 300 đối tượng" */
bool
headed_is_length(struct str folded, const struct expression *e)
{
	size_t at = e->span.start;

	return at > 1 && folded.data[at - 2] == ':' &&
	       (strchr(e->value, 'D') == NULL || lasting_is_long(e)) &&
	       headed_is_named(folded, at - 2);
}
