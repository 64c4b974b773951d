/* Numbers of four digits that are years by themselves. */
#include <string.h>

#include "context.h"

/* "đến 2030, cả nước ...", "trước 1975", but not "lên đến 2000 người": whether
 * a bare year is a term. */
static bool
is_term(struct str folded, struct span place)
{
	static const struct str until[] = {W("đến"), W("tới"), {NULL, 0}};
	static const struct str amounts[] = {W("lên"), W("tăng"), W("giảm"),
	    W("giá"), W("hơn"), W("số"), W("điểm"), W("khoảng"), W("cao"),
	    {NULL, 0}};
	static const struct str beside[] = {W("trước"), W("sau"), {NULL, 0}};
	static const struct str units[] = {
	    W("năm"), W("tháng"), W("tuần"), W("ngày"), W("lần"), {NULL, 0}};
	static const struct str verbs[] = {W("mới"), W("phải"), W("hoàn tất"),
	    W("hoàn thành"), W("cả nước"), W("toàn"), W("vẫn"), {NULL, 0}};
	struct str year = str_slice(folded, place.start, place.end);
	size_t to = context_start(folded, place.start, until);
	size_t at = context_start(folded, place.start, beside);

	return ((to < place.start && !context_before(folded, to, amounts)) ||
		   (at < place.start && !context_before(folded, at, units))) &&
	       str_compare(year, STR("1900")) > 0 &&
	       !str_ends(year, STR("00")) &&
	       (context_is_followed(folded, place.end) ||
		   context_after(folded, place.end, verbs));
}

bool
context_is_numbered(struct str folded, size_t at)
{
	static const struct str from[] = {W("từ"), {NULL, 0}};
	static const struct str marks[] = {W("mốc"), W("mốc số"), W("mốc giới"),
	    W("mốc giới số"), W("mốc quốc giới"), W("mốc biên giới"),
	    {NULL, 0}};
	static const struct str plots[] = {W("tiểu khu"), W("khoảnh"),
	    W("thửa"), W("mã số"), W("số báo danh"), W("các phòng"),
	    W("các lô"), W("thẻ số"), W("hồ sơ số"), W("cọc số"), W("trụ số"),
	    {NULL, 0}};
	size_t before = context_start(folded, at, from);

	if (context_before(folded, before, plots))
		return true;
	/* but "mốc 1945" is one of history */
	return context_before(folded, before, marks) &&
	       str_compare(str_behind(folded, at, 2), STR("19")) < 0;
}

/* How far before a year of a list it may be told that there are years in it. */
#define LIST_REACH 240

/* "năm 2013: 12 vụ; 2014: 15 vụ": whether a bare year heads a part of such a
 * list. */
static bool
heads_part(struct str folded, struct span place)
{
	static const struct str years[] = {W("năm"), {NULL, 0}};
	struct str year = str_slice(folded, place.start, place.end);

	return str_starts(str_from_offset(folded, place.end), STR(": ")) &&
	       str_ends(str_slice(folded, 0, place.start), STR("; ")) &&
	       str_compare(year, STR("1950")) > 0 &&
	       str_compare(year, STR("2099")) < 0 &&
	       context_holds(
		   str_before(folded, place.start, LIST_REACH), years);
}

/* How far before a year the campaign may be named that is of it, in bytes. */
#define NAMED_REACH 70

bool
context_is_year(struct str folded, struct span place)
{
	static const struct str year_before[] = {W("từ"), W("từ năm"),
	    W("giai đoạn"), W("nhiệm kỳ"), W("nhiệm kì"), W("niên khóa"),
	    W("năm học"), W("khóa"), W("sinh"), W("sinh năm"), W("mùa giải"),
	    W("mùa"), W("hanh khô"), W("mùa khô"), W("niên vụ"), W("niên độ"),
	    W("thời kỳ"), W("thời kì"), W("năm"), W("kỳ"), W("vào"), W("hồi"),
	    W("hết"), W("đến hết"), W("cùng kỳ"), W("cùng kì"), W("năm mới"),
	    W("tầm nhìn"), W("tầm nhìn đến"), W("định hướng đến"),
	    W("định hướng"), W("quy hoạch đến"), W("lộ trình đến"),
	    W("nghỉ lễ"), W("năm an toàn giao thông"), W("năm atgt"),
	    {NULL, 0}};
	/* "từ 1500 trở lên" */
	static const struct str numbers_after[] = {
	    W("trở lên"), W("trở xuống"), {NULL, 0}};
	static const struct str work_before[] = {W("nhiệm vụ"), W("kế hoạch"),
	    W("công tác"), W("dự toán"), W("trong"), W("tính đến"), W("so với"),
	    W("mục tiêu"), W("chỉ tiêu"), {NULL, 0}};
	static const struct str named[] = {
	    W("tháng hành động"), W("tháng cao điểm"), {NULL, 0}};
	static const struct str is_year_after[] = {
	    W("là năm"), W("là một năm"), {NULL, 0}};
	static const struct str home_after[] = {W(", trú"), W(", thường trú"),
	    W(", tạm trú"), W(", ngụ"), W(", ở"), W(", quê"), W(", hktt"),
	    {NULL, 0}};
	struct str rest = str_from_offset(folded, place.end);

	if (context_is_numbered(folded, place.start))
		return false;
	/* "Tháng hành động phòng, chống ma túy 2018: ..." */
	if ((rest.len == 0 || strchr(":,", rest.data[0]) != NULL) &&
	    context_holds(str_before(folded, place.start, NAMED_REACH), named))
		return true;
	/* "2020 là năm bản lề" */
	if (place.start == 0 && context_after(folded, place.end, is_year_after))
		return true;
	if ((rest.len > 0 && (rest.data[0] == '/' || rest.data[0] == '%')) ||
	    context_after(folded, place.end, numbers_after))
		return false;
	/* "công tác 1389" is a board's */
	if (context_before(folded, place.start, work_before))
		return str_compare(str_slice(folded, place.start, place.end),
			   STR("1900")) >= 0 &&
		       context_is_followed(folded, place.end);
	/* "(1945)", "(1990, trú xã A)", but "(1331)" is an account */
	if (place.start > 0 && folded.data[place.start - 1] == '(' &&
	    rest.len > 0 &&
	    (rest.data[0] == ')' ||
		context_after(folded, place.end, home_after)))
		return str_compare(str_slice(folded, place.start, place.end),
			   STR("1800")) >= 0;
	return context_before(folded, place.start, year_before) ||
	       is_term(folded, place) || heads_part(folded, place);
}
