#include "event.h"

#include "context.h"
#include "topic.h"

/* How far around a range it is looked for what it is the time of, in bytes: a
 * sentence may have a range in each of its many thousand clauses. */
#define LOOK_MOST 160

/* What a campaign does, or is told to last by. */
static const struct str works[] = {W("cao điểm"), W("đợt"), W("chiến dịch"),
    W("kế hoạch"), W("giai đoạn"), W("thời gian"), W("ra quân"), W("diễn ra"),
    W("kéo dài"), W("thực hiện"), W("triển khai"), W("tiến hành"),
    W("phát động"), W("bắt đầu"), W("kết thúc"), W("khởi động"), W("áp dụng"),
    W("duy trì"), W("tuần tra"), W("kiểm soát"), W("kiểm tra"), W("xử lý"),
    W("trấn áp"), W("truy quét"), W("tập trung"), W("huy động"),
    W("tăng cường"), W("tổ chức tuyên truyền"), W("phân công"), W("ứng trực"),
    {NULL, 0}};

/* Where the last of words begins in s; s.len: none does. */
static size_t
last_of(struct str s, const struct str *words)
{
	size_t last = s.len;

	for (; words->data != NULL; words++) {
		size_t at = str_find(s, *words, 0);

		for (; at < s.len; at = str_find(s, *words, at + 1))
			if (last == s.len || at > last)
				last = at;
	}
	return last;
}

/* "truy nã từ", "vụ án xảy ra từ", "khai nhận từ": whether the time is that of
 * what stands right before it. */
static bool
is_act(struct str folded, size_t at)
{
	static const struct str acts[] = {W("truy nã"), W("truy nã đặc biệt"),
	    W("trốn truy nã"), W("bỏ trốn"), W("lẩn trốn"), W("xảy ra"),
	    W("khai nhận"), W("khai rằng"), W("đã thuê"), W("thuê nhà"),
	    W("quen nhau"), W("quen biết"), W("tạm trú"), W("nghiện ma túy"),
	    W("nghiện ma tuý"), W("sử dụng ma túy"), W("sử dụng ma tuý"),
	    W("nợ"), W("chung sống"), W("góp vốn"), W("tạm giam"),
	    W("đã gây án"), W("đã hoạt động"), {NULL, 0}};

	return context_before(folded, at, acts);
}

/* "bị bắt trong đợt cao điểm khai đã mua bán ma túy từ": whether somebody tells
 * of it behind the campaign's name. */
static bool
is_confessed(struct str before)
{
	static const struct str confessions[] = {W(" khai đã "),
	    W(" khai nhận "), W(" khai rằng "), W(" khai báo "),
	    W(" thừa nhận "), {NULL, 0}};
	/* "triển khai đã", "công khai đã" */
	static const struct str others[] = {W("triển"), W("công"), {NULL, 0}};
	size_t at = last_of(before, confessions);

	return at < before.len && !context_before(before, at, others) &&
	       !context_holds(str_from_offset(before, at), works);
}

/* ", khi pháo lậu ồ ạt về từ": whether a clause of something else is at the end
 * of what stands before the time. */
static bool
is_aside(struct str before)
{
	static const struct str asides[] = {W(", khi "), W(", trong khi "),
	    W(", vì "), W(", bởi "), W(", do "), {NULL, 0}};
	size_t at = last_of(before, asides);
	struct str clause;

	if (at == before.len)
		return false;
	clause = str_from_offset(before, at + 1);
	return !context_holds(clause, works) &&
	       str_find(clause, STR(","), 0) == clause.len;
}

/* "trùng với vòng chung kết Euro diễn ra từ": whether the time is that of what
 * falls into the campaign's. */
static bool
is_coincident(struct str before)
{
	static const struct str both[] = {
	    W(" trùng "), W(" cùng thời "), {NULL, 0}};
	static const struct str meetings[] = {W(" trùng với "),
	    W(" trùng dịp "), W(" trùng thời gian "), W(" trùng thời điểm "),
	    W(" cùng thời gian với "), W(" cùng thời điểm với "), {NULL, 0}};
	size_t at = context_holds(before, both) ? last_of(before, meetings)
						: before.len;
	struct str rest = str_from_offset(before, at);

	return at < before.len && !context_holds(rest, topic_names) &&
	       str_find(rest, STR(","), 0) == rest.len;
}

/* "Đại hội Đảng diễn ra từ 20 đến 28/1", "đợt giãn cách xã hội (1/4 - 22/4)",
 * "Mức phạt mới áp dụng từ 1/1": whether the time is that of what is named
 * right before it, and no campaign is. */
static bool
is_meeting(struct str before)
{
	static const struct str held[] = {W("diễn ra"), W("được tổ chức"),
	    W("tổ chức"), W("khai mạc"), W("áp dụng"), W("có hiệu lực"),
	    {NULL, 0}};
	static const struct str meetings[] = {W("đại hội"), W("hội nghị"),
	    W("kỳ họp"), W("lễ hội"), W("kỳ thi"), W("vòng chung kết"),
	    W("sea games"), W("nghị định"), W("thông tư"), W("mức phạt"),
	    {NULL, 0}};
	static const struct str distancing[] = {W("giãn cách xã hội ("),
	    W("giãn cách ("), W("cách ly xã hội ("), {NULL, 0}};
	/* "Quyết định lập đoàn kiểm tra đợt cao điểm có hiệu lực từ" */
	static const struct str orders[] = {
	    W("quyết định"), W("nghị định"), W("thông tư"), {NULL, 0}};
	static const struct str force[] = {W("có hiệu lực"), {NULL, 0}};
	size_t at = context_start(before, before.len, held);

	for (size_t i = 0; distancing[i].data != NULL; i++)
		if (str_ends(before, distancing[i]))
			return true;
	if (context_before(before, before.len, force) &&
	    context_holds(before, orders))
		return true;
	return at < before.len &&
	       context_holds(str_slice(before, 0, at), meetings) &&
	       !context_holds(before, topic_names);
}

/* The end of the phrase that a sentence begins with and that names a campaign:
 * "Trong đợt cao điểm, công an ..."; 0: it begins otherwise. */
static size_t
fronted_end(struct str sentence)
{
	static const struct str openings[] = {W("trong"), W("ngay trong"),
	    W("chỉ trong"), W("qua"), W("sau"), W("nhờ"), {NULL, 0}};
	/* a name may have commas, but not before one who does something */
	static const struct str doers[] = {W("công an"), W("cảnh sát"),
	    W("csgt"), W("lực lượng"), W("các"), W("đơn vị"), W("tổ công tác"),
	    W("đội"), W("phòng cảnh sát"), W("phòng csgt"), W("bộ công an"),
	    W("đồn"), W("bộ đội"), W("toàn"), W("cơ quan"), W("tòa"), W("toà"),
	    W("viện kiểm sát"), W("hải quan"), W("quản lý thị trường"),
	    W("ubnd"), W("bến xe"), W("ga"), W("sân bay"), W("giá"), W("lượng"),
	    W("nhóm"), W("đối tượng"), W("số vụ"), W("nhiều"), W("người dân"),
	    W("hành khách"), W("bị cáo"), W("bị can"), {NULL, 0}};
	struct str folded = str_behind(sentence, 0, LOOK_MOST);
	size_t start = context_end(folded, 0, openings);
	size_t at = str_find(folded, STR(", "), start);

	while (start > 0 && at < folded.len) {
		if (context_after(folded, at + 1, doers))
			return context_holds(
				   str_slice(folded, start, at), topic_names)
				   ? at
				   : 0;
		at = str_find(folded, STR(", "), at + 1);
	}
	return 0;
}

/* "Trong cao điểm, giá vé tăng 40% từ": whether the time is in a clause behind
 * the campaign's name that tells of no campaign. */
static bool
is_behind_front(struct str folded, size_t at)
{
	static const struct str speaking[] = {
	    W("cho biết"), W("yêu cầu"), W("mở"), W("từ"), {NULL, 0}};
	size_t end;

	/* ", từ 15/12 đến 14/2, công an", "(15/12 - 14/2)" */
	if (at < 2 || folded.data[at - 1] != ' ' ||
	    folded.data[at - 2] == ',' || folded.data[at - 2] == ';' ||
	    folded.data[at - 2] == ':')
		return false;
	end = fronted_end(folded);
	if (end == 0 || end + 1 >= at)
		return false;
	return !context_holds(str_before(str_from_offset(folded, end), at - end,
				  LOOK_MOST),
		   works) &&
	       !context_before(folded, at, speaking);
}

/* "từ nay đến hết tháng 7, 100% quận phải xây dựng xong kế hoạch": whether it
 * is when a plan must be made. */
static bool
is_due(struct str folded, struct span span)
{
	static const struct str due[] = {W("xây dựng xong kế hoạch"),
	    W("xây dựng kế hoạch"), W("lập kế hoạch"), W("lập xong kế hoạch"),
	    W("hoàn thành kế hoạch"), W("hoàn thiện kế hoạch"),
	    W("trình kế hoạch"), W("gửi kế hoạch"), {NULL, 0}};

	return context_holds(str_behind(folded, span.end, LOOK_MOST), due) &&
	       !context_holds(str_before(folded, span.start, LOOK_MOST), works);
}

/* ", công cụ hỗ trợ và pháo (", ", bảo vệ Tết (": whether what stands between a
 * comma of a campaign's name and the bracket is still of the name. */
static bool
is_of_name(struct str rest)
{
	static const struct str aims[] = {W("bảo vệ"), W("bảo đảm"),
	    W("đảm bảo"), W("phục vụ"), W("phòng"), W("chống"), W("trấn áp"),
	    W("vũ khí"), W("vật liệu nổ"), W("công cụ hỗ trợ"), W("pháo"),
	    W("các loại"), W("ma túy"), W("ma tuý"), W("tội phạm"),
	    W("đối tượng"), W("tệ nạn"), W("gian lận thương mại"),
	    W("hàng giả"), W("an toàn"), W("trật tự"), W("xử lý"), W("truy"),
	    W("giữ gìn"), W("cờ bạc"), W("mại dâm"), W("vi phạm"), {NULL, 0}};

	return str_ends(rest, STR("(")) && context_after(rest, 0, aims);
}

/* "Sau cao điểm, toàn lực lượng phấn đấu từ nay đến hết năm": whether the time
 * is told of what comes when the campaign is over. */
static bool
is_afterwards(struct str folded, struct str before, const struct expression *e)
{
	static const struct str over[] = {
	    W("sau "), W("kết thúc "), W("hết "), {NULL, 0}};
	static const struct str campaigns[] = {W("sau cao điểm"),
	    W("sau đợt cao điểm"), W("sau chiến dịch"), W("sau đợt ra quân"),
	    W("kết thúc cao điểm"), W("kết thúc đợt cao điểm"),
	    W("kết thúc chiến dịch"), W("kết thúc đợt ra quân"),
	    W("hết cao điểm"), W("hết đợt cao điểm"), W("hết chiến dịch"),
	    {NULL, 0}};
	size_t at, next;
	struct str rest;

	/* most have none of the first words */
	if (!context_holds(before, over))
		return false;
	at = last_of(before, campaigns);
	if (at == before.len)
		return false;
	rest = str_from_offset(before, at);
	next = str_find(rest, STR(","), 0);
	/* "Kết thúc cao điểm chống pháo, vũ khí (15/12 - 14/2), ..." */
	if (next == rest.len || is_of_name(str_from_offset(rest, next + 1)))
		return false;
	rest = str_from_offset(rest, next + 1);
	if (e->from.shifted[UNIT_DAY])
		return !context_holds(rest, topic_names) &&
		       !context_holds(
			   str_behind(folded, e->span.end, LOOK_MOST),
			   topic_names);
	/* "Kết thúc cao điểm, từ 15/12 đến 14/2, công an bắt ..." is its own */
	return rest.len > 1 && !context_holds(rest, works);
}

/* "22h đêm 15/12 đến 3h sáng 16/12, tổ tuần tra bắt ... trong đợt cao điểm":
 * whether the time is that of one night or day, and nothing says that it is a
 * drive's. */
static bool
is_shift(struct str folded, struct str before, const struct expression *e)
{
	const struct moment *from = &e->from, *to = &e->to;

	if (!e->has_from || !e->has_to || from->hour < 0 || to->hour < 0 ||
	    from->month != to->month || to->day < from->day ||
	    to->day > from->day + 1)
		return false;
	return !context_holds(before, topic_names) &&
	       !context_before(folded, e->span.start, topic_time_verbs);
}

bool
event_has(struct str folded, const struct expression *e)
{
	struct str before = str_before(folded, e->span.start, LOOK_MOST);

	return is_act(folded, e->span.start) || is_confessed(before) ||
	       is_aside(before) || is_coincident(before) ||
	       is_meeting(before) || is_afterwards(folded, before, e) ||
	       is_shift(folded, before, e) ||
	       is_behind_front(folded, e->span.start) ||
	       is_due(folded, e->span);
}
