#include "license.h"

#include "context.h"
#include "feast.h"

/* "Sau khoảng 2 giờ", "khoảng 4 giờ nữa", but "đến khoảng 2 giờ": whether an
 * hour that is told roughly is a number of hours. */
static bool
is_about_hours(struct str folded, const struct piece *p)
{
	static const struct str about[] = {W("khoảng"), W("chừng"), W("tầm"),
	    W("khoảng hơn"), W("khoảng gần"), {NULL, 0}};
	static const struct str before[] = {W("sau"), W("trong"),
	    W("trong vòng"), W("mất"), W("hết"), W("kéo dài"), W("suốt"),
	    W("hoãn"), W("bay"), W("thêm"), W("chậm"), W("trễ"), W("cần"),
	    W("liên tục"), W("cách"), W("cách đây"), W("cách đó"),
	    W("trước đó"), W("cách nhau"), W("mỗi"), W("ùn tắc"), W("kẹt xe"),
	    W("chờ"), W("đợi"), W("ngâm"), W("ủ"), {NULL, 0}};
	static const struct str behind[] = {
	    W("nữa"), W("trước khi"), {NULL, 0}};
	size_t at = context_start(folded, p->span.start, about);

	return at < p->span.start && p->moment.hour < 13 &&
	       (context_before(folded, at, before) ||
		   context_after(folded, p->span.end, behind));
}

/* "báo trước 8 giờ khi xếp dỡ hàng" */
static bool
is_ahead(struct str folded, struct span span)
{
	static const struct str before[] = {W("trước"), {NULL, 0}};
	static const struct str behind[] = {W("khi"), {NULL, 0}};

	return context_before(folded, span.start, before) &&
	       context_after(folded, span.end, behind);
}

/* Whether a place is behind a comma that words are in front of. */
static bool
is_behind_comma(struct str folded, size_t at)
{
	return str_ends(str_slice(folded, 0, at), STR(", "));
}

/* The hour of a clock time may be a number of hours. */
bool
license_is_hours(struct str folded, const struct piece *p)
{
	static const struct str long_before[] = {W("trong"), W("trong vòng"),
	    W("trong suốt"), W("mất"), W("kéo dài"), W("suốt"), W("hoãn"),
	    W("bay"), W("thêm"), W("chậm"), W("sớm"), W("muộn"), W("trễ"),
	    W("cách đây"), W("tối đa"), W("tối thiểu"), W("đủ"), W("cần"),
	    W("liên tục"), W("không quá"), W("chưa đầy"), W("sau hơn"),
	    W("sau gần"), W("chỉ sau"), W("làm rõ sau"), W("phá án sau"),
	    W("bắt giữ sau"), W("bắt được sau"), W("hơn"), W("trên"), W("dưới"),
	    W("các"), W("những"), {NULL, 0}};
	static const struct str hours_before[] = {W("sau"), W("gần"), W("quá"),
	    W("mỗi"), W("chỉ"), W("cách"), W("cách nhau"), W("tới"), {NULL, 0}};
	static const struct str clock_before[] = {W("lúc"), W("vào"), W("hồi"),
	    W("từ"), W("đến"), W("khoảng"), W("khoảng hơn"), W("khoảng gần"),
	    W("trước"), W("tầm"), W("đúng"), W("mốc"), W("khung giờ"),
	    W("đến gần"), W("lúc gần"), W("đến hơn"), W("lúc hơn"), {NULL, 0}};
	static const struct str clock_after[] = {W("cùng ngày"), W("hôm sau"),
	    W("ngày hôm sau"), W("ngày"), W("kém"), W("điều tra viên"),
	    W("mới đóng"), W("mới mở"), W("mới về"), W("mới được"), {NULL, 0}};
	static const struct str length_after[] = {W("qua"), W("điều tra"),
	    W("ráo riết"), W("ròng rã"), W("tích cực"), W("khẩn trương"),
	    W("truy xét"), W("truy bắt"), W("truy đuổi"), W("truy lùng"),
	    W("lẩn trốn"), W("bỏ trốn"), W("gây án"), {NULL, 0}};
	static const struct str later_after[] = {
	    W("sau,"), W("sau đó"), W("sau khi"), {NULL, 0}};
	size_t at = p->span.start;
	bool hours = (p->flags & FORM_HOURS) != 0;

	if (p->moment.unit != UNIT_NONE || p->moment.part != PART_NONE ||
	    (p->flags & (FORM_CLOCK | FORM_HOURS)) == 0 ||
	    (p->moment.hour == 0 && p->moment.minute <= 0) ||
	    context_after(folded, p->span.end, clock_after))
		return false;
	if (is_about_hours(folded, p) || (hours && is_ahead(folded, p->span)))
		return true;
	if (hours && context_after(folded, p->span.end, later_after))
		return true;
	if (context_before(folded, at, clock_before) ||
	    (at == 0 &&
		str_starts(str_from_offset(folded, p->span.end), STR(", "))))
		return false;
	/* "Tối qua, 22h truy bắt" */
	if ((!is_behind_comma(folded, at) &&
		context_after(folded, p->span.end, length_after)) ||
	    context_before(folded, at, long_before) ||
	    (p->moment.hour == 24 &&
		(hours || context_before(folded, at, hours_before))))
		return true;
	if (p->moment.hour >= 13)
		return false;
	return hours || context_before(folded, at, hours_before);
}

/* "Thứ Hai" is a day of the week, "thứ hai" mostly is an ordinal. */
static bool
is_weekday(struct str folded, struct str text, const struct piece *p)
{
	static const struct str before[] = {W("hôm"), W("vào"), W("ngày"),
	    W("sáng"), W("chiều"), W("tối"), W("đêm"), {NULL, 0}};
	static const struct str many_before[] = {W("các ngày"), W("thứ bảy,"),
	    W("thứ bảy và"), W("thứ 7,"), W("thứ 7 và"), W("mỗi"), W("các"),
	    W("những ngày"), W("các tối"), W("mọi"), W("hằng"), {NULL, 0}};
	static const struct str day[] = {W("ngày"), {NULL, 0}};
	/* "sang ngày thứ tư", "ngày thứ hai xét xử" count the days */
	static const struct str ordinal_before[] = {W("sang ngày"),
	    W("bước vào ngày"), W("qua ngày"), W("đã là ngày"), W("những ngày"),
	    {NULL, 0}};
	static const struct str ordinal_after[] = {W("xét xử"),
	    W("của phiên tòa"), W("của phiên toà"), W("của đợt"),
	    W("của kỳ nghỉ"), W("liên tiếp"), W("ra quân"), W("diễn ra"),
	    W("thi đấu"), W(", phiên tòa"), {NULL, 0}};
	/* but Saturdays are worked on or free */
	static const struct str work_after[] = {
	    W("làm việc"), W("nghỉ"), {NULL, 0}};
	/* "thứ Hai và thứ Năm mỗi tuần" */
	static const struct str next[] = {W("và thứ hai"), W("và thứ ba"),
	    W("và thứ tư"), W("và thứ năm"), W("và thứ sáu"), W("và thứ bảy"),
	    W("và chủ nhật"), {NULL, 0}};
	struct str words = str_slice(folded, p->span.start, p->span.end);
	size_t second = str_find(words, STR(" "), 0) + 1;
	char c;

	if (p->moment.weekday == 0 ||
	    context_before(folded, p->span.start, many_before) ||
	    context_is_weekly(folded, context_end(folded, p->span.end, next)) ||
	    context_has_weekly(folded, p->span.start))
		return false;
	c = text.data[p->span.start + second];
	if ((c < 'A' || c > 'Z') &&
	    context_before(folded, p->span.start, day) &&
	    (context_before(folded, p->span.start, ordinal_before) ||
		context_after(folded, p->span.end, ordinal_after) ||
		(p->moment.weekday < 6 &&
		    context_after(folded, p->span.end, work_after))))
		return false;
	if (context_before(folded, p->span.start, before) ||
	    p->moment.weekday == 7 || p->moment.part != PART_NONE)
		return true;
	/* "Thứ 7, ..."; "Thứ 2, ..." counts */
	return (c >= 'A' && c <= 'Z') ||
	       (c == '7' && text.data[p->span.start] == 'T');
}

/* How far "năm trước" may stand from "năm sau", in bytes. */
#define COMPARED_REACH 50

/* "năm sau luôn cao hơn năm trước": every year, and none of the calendar. */
static bool
is_each(struct str folded, struct span span)
{
	static const struct str than[] = {W("hơn"), W("so với"), {NULL, 0}};
	static const struct str after[] = {W("hơn năm trước"),
	    W("so với năm trước"), W("hơn tháng trước"),
	    W("so với tháng trước"), W("hơn tuần trước"), {NULL, 0}};
	static const struct str before[] = {
	    W("năm sau "), W("tháng sau "), W("tuần sau "), {NULL, 0}};
	struct str words = str_slice(folded, span.start, span.end);

	if (str_ends(words, STR(" sau")))
		return context_holds(
		    str_behind(folded, span.end, COMPARED_REACH), after);
	return str_ends(words, STR(" trước")) &&
	       context_before(folded, span.start, than) &&
	       context_holds(
		   str_before(folded, span.start, COMPARED_REACH), before);
}

/* The units that only one of can be meant: not "những năm qua". */
static bool
is_one(struct str folded, const struct piece *p)
{
	static const struct str many_before[] = {W("những"), W("các"),
	    W("nhiều"), W("vài"), W("mấy"), W("bao"), W("từng"), W("hàng"),
	    W("hằng"), W("trăm"), W("nghìn"), W("ngàn"), W("chục"),
	    W("bao nhiêu"), W("mọi"), W("mỗi"), W("vạn"), W("triệu"),
	    {NULL, 0}};

	/* "10 kg/tuần rồi" */
	return !context_before(folded, p->span.start, many_before) &&
	       !is_each(folded, p->span) &&
	       (p->span.start == 0 || folded.data[p->span.start - 1] != '/');
}

static bool
is_lone_day(struct str folded, const struct piece *p)
{
	static const struct str before[] = {W("từ"), W("đến"), W("vào"),
	    W("trước"), W("sau"), W("hết"), W("sáng"), W("chiều"), W("tối"),
	    W("đêm"), W("ngay"), {NULL, 0}};
	static const struct str after[] = {W("hằng"), W("hàng"), W("mỗi"),
	    W("của"), W("tháng"), W("đầu"), W("cuối"), W("trong"), {NULL, 0}};

	return context_before(folded, p->span.start, before) &&
	       !context_after(folded, p->span.end, after);
}

/* "tập trung thu hút", mooncakes and people called Quốc Khánh are no
 * holidays. */
static bool
is_holiday(struct str folded, struct str text, const struct piece *p)
{
	static const struct str feast_before[] = {W("lễ"), W("ngày"), W("dịp"),
	    W("mừng"), W("chào mừng"), W("tết"), W("nghỉ"), W("kỷ niệm"),
	    W("đại lễ"), W("năm"), {NULL, 0}};
	static const struct str other_before[] = {
	    W("tập"), W("bánh"), {NULL, 0}};
	/* what else is called so */
	static const struct str other_after[] = {W("trồng cây"),
	    W("chôl chnăm thmây"), W("chol chnam thmay"), W("chôl"),
	    W("bunpimay"), W("lào"), W("thái"), W("té nước"), W("thiếu nhi"),
	    W("độc lập"), W("đoan ngọ"), W("thanh minh"), W("hàn thực"),
	    W("khmer"), W("katê"), {NULL, 0}};
	struct str words = str_slice(folded, p->span.start, p->span.end);
	size_t second = str_find(words, STR("quốc khánh"), 0) + sizeof("quốc");

	if (str_equal(words, STR("tết")) &&
	    context_after(folded, p->span.end, other_after))
		return false;
	if (str_equal(words, STR("quốc khánh")) &&
	    text.data[p->span.start + second] == 'K')
		return context_before(folded, p->span.start, feast_before);
	return !str_starts(words, STR("trung thu")) ||
	       !context_before(folded, p->span.start, other_before);
}

/* "365% một năm", "20 triệu đồng một tháng" */
static bool
is_rate(struct str folded, struct span span)
{
	static const struct str amounts[] = {W("đồng"), W("usd"), W("triệu"),
	    W("tỷ"), W("tỉ"), W("euro"), W("đô la"), {NULL, 0}};
	static const struct str gone[] = {W("trước"), W("qua"), W("sau"),
	    W("nay"), W("nữa"), W("liền"), W("tù"), W("tới"), {NULL, 0}};
	struct str before = str_slice(folded, 0, span.start);
	size_t at = span.start;

	if (!str_starts(str_from_offset(folded, at), STR("một ")) &&
	    !str_starts(str_from_offset(folded, at), STR("1 ")))
		return false;
	if (str_ends(before, STR("% ")))
		return true;
	/* "65.146 USD (hơn 1,6 tỷ đồng) một năm" */
	if (str_ends(before, STR(") ")))
		at -= 2;
	return context_before(folded, at, amounts) &&
	       !context_after(folded, span.end, gone);
}

/* "2020 là một năm khó khăn": what the year was, and no length. */
static bool
is_year_itself(struct str folded, struct span span)
{
	static const struct str copula[] = {
	    W("là"), W("thực sự là"), W("đúng là"), {NULL, 0}};
	static const struct str this_year[] = {
	    W("năm nay"), W("năm qua"), W("năm ngoái"), {NULL, 0}};
	size_t at = context_start(folded, span.start, copula);

	if (at == span.start || at < 5 ||
	    !str_equal(str_slice(folded, span.start, span.end), STR("một năm")))
		return false;
	if (context_before(folded, at, this_year))
		return true;
	return folded.data[at - 1] == ' ' &&
	       str_is_digit(folded.data[at - 2]) &&
	       str_is_digit(folded.data[at - 3]) &&
	       str_is_digit(folded.data[at - 4]) &&
	       str_is_digit(folded.data[at - 5]);
}

/* "vào một ngày" is some day, not a length; "những năm tháng" are years and
 * months, not five. */
static bool
is_length(struct str folded, const struct piece *p)
{
	static const struct str on[] = {W("vào"), {NULL, 0}};
	/* "một ngày cuối tháng 5" */
	static const struct str some_day[] = {W("trong tháng"), W("cuối tháng"),
	    W("giữa tháng"), W("trung tuần"), W("hạ tuần"), W("thượng tuần"),
	    W("cuối năm"), W("đầu năm"), {NULL, 0}};
	static const struct str of_age[] = {W("tuổi"), {NULL, 0}};
	static const struct str lasting[] = {W("trong"), W("hơn"), W("gần"),
	    W("sau"), W("khoảng"), W("được"), W("vòng"), W("kéo dài"), W("tới"),
	    W("đến"), W("giam"), W("quá"), W("mất"), W("cách đây"), W("còn"),
	    W("đã"), W("thêm"), W("chừng"), W("hạn"), {NULL, 0}};
	static const struct str gone[] = {W("qua"), W("trước"), W("nữa"),
	    W("liên tục"), W("đầu năm"), W("cuối năm"), {NULL, 0}};
	static const struct str many[] = {W("những"), W("các"), W("bao"),
	    W("cùng"), W("qua"), W("suốt"), W("theo"), {NULL, 0}};
	struct str words = str_slice(folded, p->span.start, p->span.end);

	if (is_rate(folded, p->span) || is_year_itself(folded, p->span))
		return false;
	/* "2 lần/1 đêm", "05 tuổi 01 tháng" */
	if ((p->span.start > 0 && folded.data[p->span.start - 1] == '/') ||
	    context_before(folded, p->span.start, of_age))
		return false;
	if (str_equal(words, STR("năm tháng")))
		return context_before(folded, p->span.start, lasting) ||
		       (context_after(folded, p->span.end, gone) &&
			   !context_before(folded, p->span.start, many) &&
			   !str_starts(str_from_offset(folded, p->span.end),
			       STR(" qua đi")));
	return (!str_equal(words, STR("một ngày")) &&
		   !str_equal(words, STR("một đêm"))) ||
	       (!context_before(folded, p->span.start, on) &&
		   !context_after(folded, p->span.end, some_day));
}

/* "12/9 Nguyễn Trãi" */
static bool
is_address(struct str folded, struct str text, const struct piece *p)
{
	size_t next = p->span.end + 1;

	return next < text.len && text.data[next - 1] == ' ' &&
	       text.data[next] != folded.data[next] &&
	       !context_before(folded, p->span.start, context_day_before);
}

/* "kế hoạch hành động 2016 - 2017", but no number of a paper. */
static bool
is_span_of_years(struct str folded, const struct piece *p)
{
	return p->kind == PIECE_RANGE && p->moment.year >= 1990 &&
	       p->second.year <= p->moment.year + 10 && p->span.start > 0 &&
	       !context_is_numbered(folded, p->span.start) &&
	       folded.data[p->span.start - 1] == ' ' &&
	       context_is_free(folded, p->span);
}

/* "liên tục 40 năm, 1942-1982": whether so many years are told before. */
static bool
is_counted_span(struct str folded, const struct piece *p)
{
	static const struct str years[] = {W("năm,"), W("năm"), {NULL, 0}};
	size_t end = context_start(folded, p->span.start, years), at;
	size_t count = 0;

	if (p->kind != PIECE_RANGE || end == p->span.start || end < 2 ||
	    !context_is_free(folded, p->span))
		return false;
	at = --end;
	while (at > 0 && end - at < 4 && str_is_digit(folded.data[at - 1]))
		at--;
	return str_to_size(str_slice(folded, at, end), &count) &&
	       (size_t)(p->second.year - p->moment.year) == count;
}

/* "Pháo hoa 2/9", "Kỳ nghỉ 2-9 kéo dài", but not "nghỉ 2-9 ngày". */
static bool
is_feast(struct str folded, const struct piece *p)
{
	return feast_of(folded, p) != NULL &&
	       context_is_free(folded, p->span) &&
	       !context_is_share(folded, p->span.end);
}

/* "hồi 11/2018", "hồi 5/6", but not "thu hồi 3/5 khẩu súng". */
static bool
is_recalled(struct str folded, size_t at)
{
	static const struct str then[] = {W("hồi"), {NULL, 0}};
	static const struct str others[] = {W("thu"), W("phục"), W("khôi"),
	    W("truy"), W("đòi"), W("phản"), W("triệu"), W("bồi"), W("vãn"),
	    {NULL, 0}};
	size_t start = context_start(folded, at, then);

	return start < at && !context_before(folded, start, others);
}

/* "đường 3 Tháng 2", "phố Ba Tháng Hai": streets that are called by a day. */
static bool
is_street(struct str folded, struct str text, const struct piece *p)
{
	struct str words = str_slice(folded, p->span.start, p->span.end);
	size_t month;

	if (p->kind == PIECE_DURATION
		? words.data[words.len - 1] != 'g'
		: p->moment.day == 0 || words.data[0] == 'n')
		return false;
	month = str_find(words, STR(" tháng"), 0) + 1;
	if (month > words.len || (p->kind == PIECE_DURATION &&
				     text.data[p->span.start + month] != 'T'))
		return false;
	return context_before(folded, p->span.start, context_streets) ||
	       context_is_crossing(folded, p->span.start);
}

/* "phường Tháng Tám", "quán Tháng Chín": whether a month that is written as a
 * name is that of a place. */
static bool
is_named_so(struct str folded, struct str text, const struct piece *p)
{
	static const struct str places[] = {W("phường"), W("đường"), W("phố"),
	    W("quán"), W("quảng trường"), W("công viên"), W("khu phố"),
	    W("rạp"), W("trường"), W("nhà hàng"), {NULL, 0}};
	size_t start = p->span.start;
	size_t word =
	    start +
	    str_find(str_slice(folded, start, p->span.end), STR(" "), 0) + 1;

	return p->moment.unit == UNIT_MONTH && p->moment.year == 0 &&
	       word < p->span.end && !str_is_digit(folded.data[word]) &&
	       text.data[start] != folded.data[start] &&
	       text.data[word] != folded.data[word] &&
	       context_before(folded, start, places);
}

bool
license_stands(struct str folded, struct str text, const struct piece *p)
{
	static const struct str name_before[] = {
	    W("cách mạng"), W("cmt"), {NULL, 0}};
	static const struct str programmes[] = {W("xem nhanh"), W("thời sự"),
	    W("bản tin"), W("bản tin an ninh"), W("bản tin thời sự"),
	    W("tin tức"), W("chuyển động"), {NULL, 0}};

	if (p->kind == PIECE_NONE || (p->flags & (FORM_NOW | FORM_BARE)) != 0)
		return false;
	/* Cách mạng Tháng Tám is a street, a party, a revolution */
	if (p->moment.unit == UNIT_MONTH && p->moment.year == 0 &&
	    context_before(folded, p->span.start, name_before))
		return false;
	/* "Xem nhanh 20h" is a programme */
	if ((p->flags & FORM_CLOCK) != 0 && p->moment.unit == UNIT_NONE &&
	    context_before(folded, p->span.start, programmes))
		return false;
	/* "Tin pháp luật 24h" is a paper */
	if ((p->flags & FORM_CLOCK) != 0 && p->moment.unit == UNIT_NONE &&
	    p->moment.hour == 24 && p->kind == PIECE_MOMENT)
		return false;
	if (is_street(folded, text, p) || is_named_so(folded, text, p))
		return false;
	if (p->kind == PIECE_DURATION)
		return is_length(folded, p);
	if (p->moment.holiday != NULL)
		return is_holiday(folded, text, p);
	if ((p->flags & FORM_WEAK) != 0)
		return is_weekday(folded, text, p);
	if ((p->flags & FORM_FRACTION) != 0 &&
	    is_recalled(folded, p->span.start))
		return context_is_free(folded, p->span);
	if ((p->flags & FORM_FRACTION) != 0 && p->moment.unit == UNIT_MONTH)
		return context_is_day(folded, p->span, 0, 0);
	if ((p->flags & FORM_FRACTION) != 0 && is_feast(folded, p))
		return true;
	if ((p->flags & FORM_FRACTION) != 0 && is_address(folded, text, p))
		return false;
	if ((p->flags & FORM_FRACTION) != 0)
		return context_is_day(
		    folded, p->span, p->moment.day, p->moment.month);
	if ((p->flags & FORM_YEAR) != 0)
		return context_is_year(folded, p->span) ||
		       is_span_of_years(folded, p) ||
		       is_counted_span(folded, p);
	if ((p->flags & FORM_DAY_ONLY) != 0)
		return is_lone_day(folded, p);
	if ((p->flags & FORM_ONE) != 0)
		return is_one(folded, p);
	return true;
}
