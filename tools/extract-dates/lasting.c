#include "lasting.h"

#include <string.h>

#include "context.h"
#include "phrases.h"
#include "topic.h"

/* Ten days or more, told in days. */
bool
lasting_is_long(const struct expression *e)
{
	return strlen(e->value) >= sizeof("P10D") - 1 &&
	       strchr(e->value, 'D') != NULL;
}

bool
lasting_is_days(const struct expression *e)
{
	static const char *const days[] = {"PT48H", "PT72H", "PT96H", NULL};

	return equals_one_of(str_from(e->value), days);
}

/* "45 ngày đêm"; three of them may be anything. */
bool
lasting_counts_nights(struct str folded, const struct expression *e)
{
	return lasting_is_long(e) &&
	       context_holds(str_slice(folded, e->span.start, e->span.end),
		   topic_day_and_night);
}

/* What days are named by: "45 ngày truy quét". */
static const struct str drives[] = {W("truy quét"), W("trấn áp"),
    W("tấn công tội phạm"), W("ra quân"), W("cao điểm"), W("tổng kiểm soát"),
    W("tổng kiểm tra"), W("siết chặt"), W("kéo giảm"), W("quét sạch"),
    W("truy bắt"), W("làm sạch"), W("giữ bình yên"), W("giữ vững bình yên"),
    {NULL, 0}};

/* The same, if it is the police that do so. */
static const struct str fights[] = {W("chống"), W("phòng chống"),
    W("phòng, chống"), W("đánh"), W("đánh mạnh"), W("đấu tranh"), W("truy"),
    W("xóa"), W("xoá"), W("đẩy lùi"), W("siết"), W("dẹp"), W("chặn"),
    W("ngăn chặn"), W("xóa sổ"), W("nói không"), W("“nói không”"), {NULL, 0}};

/* "sớm hơn kế hoạch 10 ngày" */
static const struct str ahead[] = {W("trước kế hoạch"), W("sớm hơn kế hoạch"),
    W("so với kế hoạch"), W("chậm hơn kế hoạch"), {NULL, 0}};

static bool
tells_of_police(struct str folded, struct police *police)
{
	if (!police->asked)
		police->told = context_holds(folded, topic_police_words);
	police->asked = true;
	return police->told;
}

/* "Kế hoạch 100 ngày", "45 ngày truy quét cát lậu", "90 ngày chống mua bán
 * người": whatever it is for, it takes so long. */
bool
lasting_is_planned(
    struct str folded, const struct expression *e, struct police *police)
{
	static const struct str plans[] = {
	    W("kế hoạch"), W("chiến dịch"), W("đợt"), {NULL, 0}};

	if (e->kind != PIECE_DURATION || !lasting_is_long(e))
		return false;
	return context_after(folded, e->span.end, drives) ||
	       (context_after(folded, e->span.end, fights) &&
		   tells_of_police(folded, police)) ||
	       (context_before(folded, e->span.start, plans) &&
		   !context_before(folded, e->span.start, ahead));
}

/* "Cao điểm 2 tháng trước Tết", but not "so với 2 tháng trước" */
static bool
is_around_tet(struct str folded, struct span span)
{
	static const struct str before[] = {W("cao điểm"), W("đợt cao điểm"),
	    W("chiến dịch"), W("đợt ra quân"), {NULL, 0}};
	static const struct str behind[] = {W("trước tết"),
	    W("trước và sau tết"), W("trước, trong và sau tết"), W("sau tết"),
	    {NULL, 0}};

	/* "Cao điểm chống pháo lậu: 45 ngày trước Tết" */
	return (context_before(folded, span.start, before) ||
		   (span.start > 1 && folded.data[span.start - 2] == ':')) &&
	       context_after(folded, span.end, behind);
}

/* A duration of something else. */
bool
lasting_is_other(struct str folded, const struct expression *e)
{
	static const struct str behind[] = {W("liền kề"), W("trước"), W("qua"),
	    W("đầu năm"), W("nghỉ"), W("gần đây"), W("tù"), W("tuổi"),
	    W("cùng kỳ"), W("tạm giữ"), W("làm việc"), W("trở lại đây"),
	    W("xảy ra"), W("tới"), W("giam"), W("cải tạo"), W("sau"),
	    {NULL, 0}};
	static const struct str rest[] = {W("còn lại"), {NULL, 0}};
	static const struct str of_campaign[] = {W("của đợt cao điểm"),
	    W("của cao điểm"), W("của chiến dịch"), W("của đợt ra quân"),
	    {NULL, 0}};
	static const struct str before[] = {W("so với"), W("cùng kỳ"),
	    W("trước"), W("kỷ niệm"), W("phạt"), W("mức án"), W("tuyên phạt"),
	    W("quá"), W("thời hạn"), W("tạm giữ"), W("cách đây"), W("mỗi"),
	    W("kéo dài trên"), W("vụ án kéo dài"), W("chuyên án kéo dài"),
	    W("phiên tòa kéo dài"), W("điều tra kéo dài"), W("liền kề"),
	    W("nghỉ"), W("giam"), W("ngày ra quân"), W("lễ ra quân"),
	    W("trước khi ra quân"), W("trước cao điểm"),
	    W("trước đợt cao điểm"), W("trước đợt ra quân"),
	    W("trước chiến dịch"), W("xác minh trong"), W("giải quyết trong"),
	    W("xử lý trong"), W("trả lời trong"), {NULL, 0}};
	static const struct str at_most[] = {
	    W("mỗi đợt không quá"), W("kéo dài không quá"), {NULL, 0}};
	size_t end;

	if (context_before(folded, e->span.start, ahead))
		return true;
	if (context_before(folded, e->span.start, at_most))
		return false;
	/* "sáu tháng còn lại" are the year's, those "của đợt cao điểm" are
	 * not */
	end = context_end(folded, e->span.end, rest);
	if (e->value[strlen(e->value) - 1] == 'M' && end > e->span.end &&
	    !context_after(folded, end, of_campaign))
		return true;
	return (context_after(folded, e->span.end, behind) &&
		   !is_around_tet(folded, e->span)) ||
	       context_before(folded, e->span.start, before);
}

/* How long the name of a campaign is, at most, in bytes. */
#define NAME_REACH ((size_t)160)

static const struct str names[] = {W("cao điểm"), W("chiến dịch"),
    W("đợt ra quân"), W("đợt tấn công"), W("đợt truy quét"), W("kế hoạch"),
    {NULL, 0}};

/* "đợt cao điểm tấn công, trấn áp tội phạm" */
bool
lasting_is_name(struct str folded, size_t at)
{
	static const struct str aims[] = {W("tấn công"), W("trấn áp"),
	    W("đấu tranh"), W("phòng"), W("phòng chống"), W("bảo đảm"),
	    W("đảm bảo"), W("bảo vệ"), W("xử lý"), W("tuyên truyền"),
	    W("kiểm tra"), W("kiểm soát"), W("tổng kiểm soát"), W("truy quét"),
	    W("chống"), W("truy bắt"), W("truy bắt đối tượng"), W("vận động"),
	    W("thu hồi"), {NULL, 0}};
	/* what is told of one, and may have a length itself */
	static const struct str told[] = {W("bắt "), W("phát hiện"),
	    W("khởi tố"), W("tạm giữ"), W("đối tượng"), W(" bị "), W(" đã "),
	    W("nghỉ"), W(" vụ "), W(" được "), {NULL, 0}};
	size_t from = at;

	while (from > 0 && at - from < NAME_REACH &&
	       strchr(";:()0123456789", folded.data[from - 1]) == NULL)
		from--;
	for (size_t i = 0; names[i].data != NULL; i++) {
		struct str clause = str_slice(folded, from, at);
		size_t found = str_find(clause, names[i], 0);
		size_t end = found + names[i].len;
		size_t aim =
		    found < clause.len ? context_end(clause, end, aims) : end;

		if (aim > end &&
		    !context_holds(str_from_offset(clause, aim), told))
			return true;
	}
	return false;
}

/* "Trong đợt cao điểm (76 ngày)", "chiến dịch dài 2 tháng": whether a
 * campaign's name ends right before a length. */
static bool
is_called(struct str folded, const struct expression *e)
{
	static const struct str long_words[] = {W("dài"), W("dài gần"),
	    W("dài hơn"), W("dài tới"), W("là"), {NULL, 0}};
	static const struct str pointing[] = {W("này"), W("lần này"),
	    W("nói trên"), W("trên"), W("mới"), W("tết"), {NULL, 0}};
	size_t at = e->span.start, end;

	if (at > 0 && folded.data[at - 1] == '(' && e->span.end < folded.len &&
	    strchr("),", folded.data[e->span.end]) != NULL)
		end = at - 1;
	else
		end = context_start(folded, at, long_words);
	if (end == at)
		return false;
	return context_before(
		   folded, context_start(folded, end, pointing), names) ||
	       lasting_is_name(folded, end);
}

/* "Đợt 1 (40 ngày): ...", "Giai đoạn 2: 15 ngày, ...", "; bước hai là 40 ngày":
 * whether a clause begins with a phase whose length it is. */
static bool
is_of_phase(struct str folded, const struct expression *e)
{
	static const struct str is[] = {
	    W("là"), W("dài"), W("kéo dài"), W("gồm"), {NULL, 0}};
	size_t at = e->span.start, end = at,
	       start = context_start(folded, at, is);
	char sign = end > 1 ? folded.data[end - 1] : '\0';

	if (start < at)
		end = start;
	else if (sign == '(' && folded.data[end - 2] == ' ')
		end--;
	else if (sign == ' ' && folded.data[end - 2] == ':' &&
		 (e->span.end == folded.len ||
		     strchr(",;.", folded.data[e->span.end]) != NULL))
		end -= 2;
	else
		return false;
	start = topic_phase_start(folded, end);
	if (start == end)
		return false;
	/* "- Đợt 1", "; đợt 2", ": đợt 1" */
	while (start > 0 && folded.data[start - 1] == ' ')
		start--;
	return start == 0 || strchr("-+*,;:", folded.data[start - 1]) != NULL;
}

/* "..., trong đó hai tuần đầu chủ yếu nhắc nhở": whether a length is the first
 * or last part of what was told of. */
bool
lasting_is_part(struct str folded, const struct expression *e)
{
	static const struct str parts[] = {W("đầu"), W("đầu tiên"), W("cuối"),
	    W("cuối cùng"), W("còn lại"), W("trước tết"), W("sau tết"),
	    {NULL, 0}};
	static const struct str units[] = {W("năm"), W("tháng"), W("quý"),
	    W("tuần"), W("mùa"), W("kỳ"), W("kì"), W("của"), {NULL, 0}};
	static const struct str within[] = {W("trong đó"), W("trong"),
	    W("riêng"), W("sau"), W("qua"), W("và"), W("gồm"), {NULL, 0}};
	size_t at = e->span.start,
	       end = context_end(folded, e->span.end, parts);

	if (e->kind != PIECE_DURATION || e->value[1] == 'T' ||
	    strchr(e->value, 'Y') != NULL || end == e->span.end ||
	    context_after(folded, end, units))
		return false;
	return context_before(folded, at, within) ||
	       (at > 1 && folded.data[at - 1] == ' ' &&
		   strchr(",;:", folded.data[at - 2]) != NULL);
}

/* How far behind a length it is looked for what must be done in it, in
 * bytes. */
#define ORDER_REACH 160

/* Whether it is told behind a place, up to a semicolon, that the police must
 * reach something: "phải bắt ít nhất 3 vụ ma túy", ", Công an huyện tập trung
 * xóa điểm nóng". */
static bool
is_order(struct str folded, size_t at)
{
	static const struct str catches[] = {W("phải bắt"), W("phải triệt"),
	    W("phải xóa"), W("phải xoá"), W("phải kéo giảm"), W("phải truy"),
	    W("phải khám phá"), {NULL, 0}};
	static const struct str doers[] = {W(", công an"), W(", cảnh sát"),
	    W(", csgt"), W(", bộ đội biên phòng"), W(", biên phòng"),
	    W(", đồn biên phòng"), W(", lực lượng công an"),
	    W(", lực lượng csgt"), W(", toàn lực lượng"), {NULL, 0}};
	static const struct str units[] = {W(", các đơn vị"), W("các đơn vị"),
	    W(", các lực lượng"), W("các lực lượng"), W(", ưu tiên"),
	    W(", tập trung"), W(", tăng cường"), {NULL, 0}};
	static const struct str goals[] = {W("ít nhất"), W("tối thiểu"),
	    W("phấn đấu"), W("quyết tâm"), W("tập trung"), W("ưu tiên"),
	    W("phải đạt"), W("100% quân số"), W("tăng cường"), {NULL, 0}};
	static const struct str done[] = {W(" đã "), {NULL, 0}};
	static const struct str acts[] = {W("tội phạm"), W("đối tượng"),
	    W("số vụ"), W("nhóm"), W("tụ điểm"), W("bắt"), W("khám phá"),
	    W("triệt phá"), W("phá án"), W("vi phạm"), W("nghiện"), W("tệ nạn"),
	    W("ma túy"), W("trộm"), W("cướp"), W("nồng độ cồn"), W("pháo"),
	    W("phải đạt"), {NULL, 0}};
	static const struct str paperwork[] = {W("căn cước"), W("cccd"),
	    W("vneid"), W("định danh"), W("dữ liệu"), W("hồ sơ"),
	    W("điều tra vụ"), W("vụ án"), W("y tế"), W("tiêm"), W("dịch bệnh"),
	    {NULL, 0}};
	struct str clause = str_behind(folded, at, ORDER_REACH);

	clause = str_slice(clause, 0, str_find(clause, STR(";"), 0));
	if (context_holds(clause, paperwork) || context_holds(clause, done))
		return false;
	return (context_holds(clause, catches) &&
		   context_holds(clause, topic_police_words)) ||
	       (context_holds(clause, goals) &&
		   (context_after(clause, 0, doers) ||
		       (context_after(clause, 0, units) &&
			   context_holds(clause, acts))));
}

/* "Trong 76 ngày tới, quận nào cũng phải bắt ít nhất 3 vụ ma túy": whether the
 * police are given an order for so many days to come. */
bool
lasting_is_ordered(struct str folded, const struct expression *e)
{
	static const struct str within[] = {W("trong"), W("trong vòng"),
	    W("trong suốt"), W("chỉ trong"), {NULL, 0}};
	static const struct str coming[] = {
	    W("tới"), W("sắp tới"), W("tới đây"), W("còn lại"), {NULL, 0}};
	static const struct str others[] = {W("của năm"), W("của quý"),
	    W("của tháng"), W("của nhiệm kỳ"), W("trước"), {NULL, 0}};
	size_t end;

	/* fewer days are a term */
	if (e->kind != PIECE_DURATION || !lasting_is_long(e) ||
	    (strlen(e->value) < sizeof("P100D") - 1 && e->value[1] < '3'))
		return false;
	end = context_end(folded, e->span.end, coming);
	return end > e->span.end &&
	       context_before(folded, e->span.start, within) &&
	       !context_after(folded, end, others) && is_order(folded, end);
}

/* "kéo dài đợt cao điểm thêm 15 ngày", but not "gia hạn tạm giam thêm 1 tháng":
 * whether a length is added to a campaign. */
static bool
is_added(struct str folded, size_t at)
{
	static const struct str more[] = {
	    W("thêm"), W("thêm gần"), W("thêm hơn"), {NULL, 0}};
	static const struct str verbs[] = {W("gia hạn"), W("kéo dài"),
	    W("gia hạn đợt"), W("kéo dài đợt"), W("nối dài"), W("nối dài đợt"),
	    W("gia hạn thời gian"), W("kéo dài thời gian"),
	    W("gia hạn kế hoạch"), W("kéo dài kế hoạch"), {NULL, 0}};
	size_t end = context_start(folded, at, more), from = end;

	if (end == at)
		return false;
	while (from > 0 && end - from < NAME_REACH &&
	       strchr(";:()0123456789", folded.data[from - 1]) == NULL)
		from--;
	for (size_t i = 0; names[i].data != NULL; i++) {
		size_t found =
		    str_find(str_slice(folded, 0, end), names[i], from);

		if (found < end && context_before(folded, found, verbs) &&
		    str_find(str_slice(folded, found, end), STR(","), 0) ==
			end - found)
			return true;
	}
	return false;
}

/* "Tổng kiểm soát xe khách: một tháng xử lý 2.400 trường hợp": whether a
 * headline tells how long a campaign has been going on. */
static bool
is_headlined(struct str folded, const struct expression *e)
{
	static const struct str results[] = {W("xử lý"), W("bắt"), W("bắt giữ"),
	    W("phát hiện"), W("triệt phá"), W("khởi tố"), W("thu giữ"),
	    W("lập biên bản"), W("xử phạt"), {NULL, 0}};
	static const struct str headlines[] = {W("tổng kiểm soát"),
	    W("cao điểm"), W("tổng kiểm tra"), W("ra quân"), W("truy quét"),
	    {NULL, 0}};
	size_t at = e->span.start;

	return str_ends(str_slice(folded, 0, at), STR(": ")) &&
	       context_after(folded, 0, headlines) &&
	       context_after(folded, e->span.end, results);
}

/* Whether a duration is tied to the campaign by its neighbours. */
bool
lasting_is_its(struct str folded, const struct expression *e)
{
	static const struct str before[] = {W("cao điểm"), W("chiến dịch"),
	    W("kế hoạch"), W("kế hoạch chạy"), W("đợt"), W("kéo dài"),
	    W("trong"), W("trong vòng"), W("trong thời gian"), W("thời gian"),
	    W("diễn ra"), W("diễn ra trong"), W("qua"), W("sơ kết"),
	    W("tổng kết"), W("suốt"), W("mở đợt"), W("ra quân"), W("hết"),
	    W("kéo dài trong"), W("ra quân cao điểm"), W("nửa"), W("thực hiện"),
	    W("triển khai"), W("tức"), W("tức chỉ"), W("tổng cộng"),
	    W("tức là"), W("nghĩa là"), W("dự kiến"), W("dự kiến trong"),
	    W("gia hạn"), W("gia hạn thêm"), W("kéo thêm"), W("rút còn"),
	    W("rút xuống còn"), W("rút ngắn còn"), W("rút ngắn xuống còn"),
	    W("kéo dài thêm"), W("duy trì thêm"), W("nối thêm"), W("liền"),
	    W("chạy liền"), W("ròng rã"), W("cao điểm là"), W("thời gian là"),
	    W("thực hiện là"), W("triển khai là"), W("tròn"), W("hạn định"),
	    W("chạy"), W("dự trù"), W("dự trù tới"), W("chỉ có"), W("chỉ mất"),
	    W("có thời lượng"), W("thời lượng"), W("ấn định là"),
	    W("được ấn định là"), W("thời hạn là"), W("được ấn định"),
	    W("ấn định"), W("được chốt"), W("được xác định"), W("gói trong"),
	    W("gói gọn trong"), W("cao trào là"), W("mỗi giai đoạn"),
	    W("mỗi chặng"), W("mỗi đợt"), W("mỗi bước"), W("mỗi nhịp"),
	    W("nới thêm"), W("trải dài"), W(", dài"), W("trọn"),
	    W("khép lại sau"), W("kết thúc sau"), W("hạ màn sau"),
	    W("về đích sau"), W("của chiến dịch dành"),
	    W("của đợt cao điểm dành"), W("của cao điểm dành"), {NULL, 0}};
	static const struct str about[] = {W("hơn"), W("gần"), W("khoảng"),
	    W("đúng"), W("không quá"), W("tối đa"), {NULL, 0}};
	static const struct str behind[] = {W("cao điểm"), W("ra quân"),
	    W("tấn công"), W("triển khai"), W("thực hiện"), W("mở"),
	    W("diễn ra"), W("phát động"), W("đấu tranh"), W("trấn áp"),
	    W("của đợt"), W("truy quét"), W("thực hiện đợt"), W("thi đua"),
	    W("đồng loạt"), W("kể từ khi"), W("chiến dịch"), W("của cao điểm"),
	    W("cao trào"), W("tổng kiểm soát"), W("không nghỉ"), W("liên tục"),
	    W("đầu cao điểm"), W("đầu đợt cao điểm"), W("đầu của cao điểm"),
	    W("đầu của đợt cao điểm"), W("đầu ra quân"), W("đầu đợt ra quân"),
	    W("đầu tiên ra quân"), W("đầu tiên của đợt cao điểm"),
	    W("cuối cao điểm"), W("cuối đợt cao điểm"), W("cuối của cao điểm"),
	    W("cuối của đợt cao điểm"), {NULL, 0}};
	size_t at = context_start(folded, e->span.start, about);

	/* "thời gian: 60 ngày" */
	if (at > 1 && folded.data[at - 1] == ' ' && folded.data[at - 2] == ':')
		at -= 2;
	/* as a headline begins: "200 ngày “vây” lừa đảo" */
	return (e->span.start == 0 && lasting_is_long(e)) ||
	       lasting_counts_nights(folded, e) || is_called(folded, e) ||
	       is_added(folded, e->span.start) || is_of_phase(folded, e) ||
	       is_headlined(folded, e) ||
	       context_after(folded, e->span.end, behind) ||
	       context_after(folded, e->span.end, drives) ||
	       context_after(folded, e->span.end, fights) ||
	       context_before(folded, at, drives) ||
	       context_before(folded, at, before);
}

/* Months that a campaign may go on into. */
#define MONTHS_MOST 6

/* "từ 16/12 đến 28/2", "từ nay đến hết 20/7": whether a range of days ends in
 * one of the next months, or goes on from now. */
static bool
is_of_months(const struct expression *e)
{
	int months = e->to.month - e->from.month;

	if (e->kind != PIECE_RANGE || !e->has_from || !e->has_to ||
	    e->from.unit != UNIT_DAY || e->to.month <= 0)
		return false;
	if (e->from.shifted[UNIT_DAY] && e->from.month == 0)
		return e->from.shift[UNIT_DAY] == 0;
	/* "từ 23 tháng Chạp đến mùng 5 Tết" */
	if (e->to.lunar && (e->from.lunar || e->from.month == 0))
		return e->from.day != 0 && e->to.day != 0;
	if (e->from.month <= 0)
		return false;
	months += months < 0 ? 12 : 0;
	return months >= 1 && months <= MONTHS_MOST;
}

bool
lasting_is_ordered_range(struct str folded, const struct expression *e)
{
	return is_of_months(e) && is_order(folded, e->span.end);
}
