/* Numbers that look like dates: of names, addresses, shares and scores. */
#include "context.h"

#include <string.h>

#include "deadline.h"
#include "open.h"
#include "text.h"

const struct str context_streets[] = {W("đường"), W("phố"), W("đại lộ"),
    W("quảng trường"), W("công viên"), W("cầu"), W("nhà hát"), W("chợ"),
    W("rạp"), W("giao lộ"), W("ngã tư"), W("ngã ba"), W("ngã sáu"),
    W("nút giao"), W("vòng xoay"), W("ngã năm"), W("cầu vượt"), {NULL, 0}};

/* Other words in front of a number that is a name's, an address's or a
 * paper's. */
static const struct str foreign_before[] = {W("số"), W("địa chỉ"), W("tại số"),
    W("hẻm"), W("ngõ"), W("ngách"), W("kiệt"), W("tổ"), W("ấp"), W("khu phố"),
    W("quốc lộ"), W("ql"), W("km"), W("tỉnh lộ"), W("nghị định"), W("thông tư"),
    W("quyết định"), W("nghị quyết"), W("chỉ thị"), W("công văn"), W("luật"),
    W("điều"), W("khoản"), W("mục"), W("bệnh viện"), W("trường"),
    W("sân vận động"), W("làng"), W("phường"), W("thửa"), W("tờ"), W("biển số"),
    W("bks"), W("điện thoại"), W("đt"), W("hotline"), W("tỷ số"), W("tỉ số"),
    W("tỷ lệ"), W("tỉ lệ"), W("kết quả"), W("thắng"), W("thua"), W("hòa"),
    W("hơn"), W("gần"), W("chiếm"), W("dẫn"), W("dẫn trước"), W("tỷ số là"),
    W("loạt"), W("thắng lợi"), W("sân"), W("cúp"), W("đội hình"), W("sơ đồ"),
    W("đạt"), W("trên"), W("dưới"), W("bằng"), W("mega"), W("lô"), W("căn"),
    W("phòng"), W("nhà"), W("block"), W("lớp"), W("trú"), W("ngụ"),
    W("version"), W("phiên bản"), W("kv"), W("xổ số"), W("thang"), W("phân số"),
    W("giảm"), W("tăng"), W("tượng đài"), W("nhà văn hóa"), W("nhà văn hoá"),
    W("công ty"), W("bến xe"), W("tiểu học"), W("mầm non"), W("thcs"),
    W("thpt"), W("mtv"), W("tnhh"), W("xí nghiệp"), W("hợp tác xã"), W("htx"),
    W("thôn"), W("câu lạc bộ"), W("clb"), W("hồ bơi"), W("nhà máy"),
    W("khách sạn"), W("nhà hàng"), W("thị trấn"), W("tập thể"), W("cp"),
    W("cổ phần"), W("giải báo chí"), {NULL, 0}};

/* But here it is a day's: "hơn" counts, "không muộn hơn" does not. */
static const struct str certain_before[] = {
    W("ngày chiến thắng"), W("không muộn hơn"), {NULL, 0}};

/* Words behind a fraction that count things. */
static const struct str counted_after[] = {W("vụ"), W("đối tượng"), W("bị can"),
    W("bị cáo"), W("người"), W("chỉ tiêu"), W("tiêu chí"), W("xã"), W("phường"),
    W("huyện"), W("tỉnh"), W("địa phương"), W("ổ nhóm"), W("băng nhóm"),
    W("nhóm"), W("tụ điểm"), W("điểm"), W("đơn vị"), W("trường hợp"),
    W("tổng số"), W("số"), W("trận"), W("ván"), W("hiệp"), W("bàn"), W("phiếu"),
    W("đại biểu"), W("thành viên"), W("tin"), W("cơ sở"), W("hộ"), W("dự án"),
    W("nước"), W("quốc gia"), W("thành phố"), W("quận"), W("trường"),
    W("học sinh"), W("bài"), W("câu"), W("môn"), W("mẫu"), W("ca"), W("giờ"),
    W("ngày"), W("tuần"), W("tháng"), W("năm"), W("đường"), W("lít"), W("kg"),
    W("m"), W("chặng"), W("vòng"), W("cán bộ"), W("chiến sĩ"), W("ứng viên"),
    W("cổ phiếu"), W("mã"), W("chuyến"), W("xe"), W("tàu"), W("căn"),
    W("phòng"), W("suất"), W("vé"), W("giải"), W("hạng"), W("doanh nghiệp"),
    W("ngân hàng"), W("nhà"), W("phố"), W("hẻm"), W("ngõ"), W("lần"), W("quý"),
    W("ngành"), W("lĩnh vực"), W("thí sinh"), W("hồ sơ"), W("đảng viên"),
    W("đồng chí"), W("cuộc"), W("bộ"), W("sở"), W("ban"), W("đội"), W("clb"),
    W("giáo viên"), W("bệnh nhân"), W("kỳ"), W("khu phố"), W("thôn"), W("ấp"),
    W("tổ"), W("khu"), W("công trình"), W("gói"), W("hạng mục"), W("nhiệm vụ"),
    W("nội dung"), W("so với"), W("mục tiêu"), W("phần"), W("diện tích"),
    W("dân số"), W("cổ đông"), W("sản phẩm"), {NULL, 0}};

/* But these only begin like them: "trước 31/3 giải quyết", "từ 1/7 Bộ Công
 * an". */
static const struct str others_after[] = {W("lần lượt"), W("lần đầu"),
    W("lần đầu tiên"), W("giải quyết"), W("giải ngân"), W("giải phóng"),
    W("giải tỏa"), W("giải toả"), W("giải trình"), W("giải thể"), W("giải tán"),
    W("bàn giao"), W("bàn bạc"), W("ban hành"), W("căn cứ"), W("tuần tra"),
    W("điểm danh"), W("số hóa"), W("số hoá"), W("mã hóa"), W("mã hoá"),
    W("phòng chống"), W("phòng, chống"), W("phòng ngừa"), W("phòng cháy"),
    W("tổ chức xong"), W("tổ chức ra quân"), W("tổ chức cao điểm"),
    W("tổ chức đợt"), W("tổ chức hội nghị"), W("tổ chức lễ"),
    W("tổ chức sơ kết"), W("tổ chức tổng kết"), W("tổ chức tuần tra"),
    W("tổ chức kiểm tra"), W("tổ chức triển khai"), W("tổ chức thực hiện"),
    W("bộ công an"), W("bộ đội"), W("bộ trưởng"), W("bộ tư lệnh"),
    W("bộ chỉ huy"), W("bộ quốc phòng"), W("bộ y tế"), W("bộ giáo dục"),
    W("bộ tài chính"), W("bộ giao thông"), W("bộ gtvt"), W("bộ công thương"),
    W("bộ nội vụ"), W("bộ xây dựng"), W("bộ tư pháp"), W("sở y tế"),
    W("sở giáo dục"), W("sở giao thông"), W("sở gtvt"), W("sở công thương"),
    W("sở xây dựng"), W("sở tài chính"), W("sở nội vụ"), W("ban chỉ đạo"),
    W("ban chỉ huy"), W("ban quản lý"), W("ban tổ chức"), W("ban giám đốc"),
    W("phòng cảnh sát"), W("phòng csgt"), W("đội cảnh sát"), W("đội csgt"),
    W("ngành công an"), W("ngành y tế"), W("ngành giáo dục"), W("ngành thuế"),
    W("nhà nước"), W("nhà trường"), W("nhà chức trách"), W("nhà thầu"),
    {NULL, 0}};

/* "ngã ba 30/4 - 3/2", "đường 3/2 và 30/4": where the first of the fractions
 * begins that is joined to what is at a place. */
static size_t
first_joined(struct str folded, size_t at)
{
	static const char signs[] = "0123456789/";
	struct str before = str_slice(folded, 0, at);
	size_t from;

	if (str_ends(before, STR(" - ")))
		from = at - 3;
	else if (str_ends(before, STR(" và ")))
		from = at - (sizeof(" và ") - 1);
	else
		return at;
	while (from > 0 && strchr(signs, folded.data[from - 1]) != NULL)
		from--;
	return str_find(str_slice(folded, from, at), STR("/"), 0) < at - from
		   ? from
		   : at;
}

/* How far from a crossing's word its second street may stand, in bytes. */
#define CROSSING_REACH 50

bool
context_is_crossing(struct str folded, size_t at)
{
	static const struct str crossings[] = {W("giao lộ "), W("ngã ba "),
	    W("ngã tư "), W("ngã năm "), W("ngã sáu "), W("nút giao "),
	    W("vòng xoay "), W("đường "), {NULL, 0}};
	struct str before = str_slice(folded, 0, at);
	size_t end, from;

	if (!str_ends(before, STR(" - ")) && !str_ends(before, STR(" – ")))
		return false;
	end = at - (str_ends(before, STR(" - ")) ? 3 : sizeof(" – ") - 1);
	from = end;
	while (from > 0 && end - from < CROSSING_REACH &&
	       strchr(",.;:()0123456789", folded.data[from - 1]) == NULL)
		from--;
	return context_holds(str_slice(folded, from, end), crossings);
}

/* "Dịp lễ 2/9 người dân được nghỉ", "Dịp 30/4 và 1/5 học sinh ..." */
static bool
is_occasion(struct str folded, struct span place)
{
	static const struct str occasions[] = {W("dịp"), W("lễ"), W("dịp lễ"),
	    W("30/4 và"), W("30/4,"), W("30.4 và"), {NULL, 0}};
	static const struct str people[] = {W("người dân"), W("người lao động"),
	    W("học sinh"), W("cán bộ"), W("giáo viên"), W("hộ kinh doanh"),
	    {NULL, 0}};

	return context_before(folded, place.start, occasions) &&
	       context_after(folded, place.end, people);
}

bool
context_ends_free(struct str folded, struct span place)
{
	struct str rest = str_from_offset(folded, place.end);

	if (rest.len > 0 && (rest.data[0] == '/' || rest.data[0] == '%'))
		return false;
	if (rest.len > 1 && (rest.data[0] == '-' || rest.data[0] == '.') &&
	    (str_is_digit(rest.data[1]) ||
		(rest.data[0] == '-' && rest.data[1] >= 'a' &&
		    !str_starts(rest, STR("-pv")))))
		return false;
	/* "nhà trọ 12/7b" */
	if (rest.len > 0 && rest.data[0] >= 'a' && rest.data[0] <= 'z' &&
	    !text_inside_word(folded, place.end + 1))
		return false;
	return !context_after(folded, place.end, counted_after) ||
	       context_after(folded, place.end, others_after) ||
	       is_occasion(folded, place);
}

bool
context_is_free(struct str folded, struct span place)
{
	size_t at = first_joined(folded, place.start);

	if (place.start > 1 &&
	    strchr("/-.,", folded.data[place.start - 1]) != NULL &&
	    str_is_digit(folded.data[place.start - 2]))
		return false;
	if ((context_before(folded, at, foreign_before) ||
		context_before(folded, at, context_streets)) &&
	    !context_before(folded, place.start, certain_before))
		return false;
	if (context_is_crossing(folded, place.start))
		return false;
	return context_ends_free(folded, place);
}

bool
context_is_followed(struct str folded, size_t at)
{
	static const struct str verbs[] = {W("đến"), W("tới"), W("và"),
	    W("hoặc"), W("năm"), W("này"), W("vừa qua"), W("vừa rồi"), W("tại"),
	    W("ở"), W("đã"), W("sẽ"), W("do"), W("theo"), W("được"),
	    W("sau khi"), W("khi"), W("cho"), W("là"), W("có"), W("bị"),
	    W("của"), W("âm lịch"), W("hằng năm"), W("hàng năm"), W("trên"),
	    W("trở đi"), W("trở lại"), W("thì"), {NULL, 0}};
	struct str rest = str_from_offset(folded, at);

	if (rest.len == 0 ||
	    (rest.data[0] != ' ' && (unsigned char)rest.data[0] < 0x80))
		return true;
	if (rest.len > 2 && (rest.data[1] == '-' || rest.data[1] == '('))
		return true;
	return (unsigned char)rest.data[0] >= 0x80 ||
	       context_after(folded, at, verbs);
}

static bool
ends_clause(struct str folded, size_t at)
{
	return at == folded.len || folded.data[at] == '.' ||
	       folded.data[at] == ',' || folded.data[at] == ';';
}

/* "Từ 1/7 xã, phường đi vào hoạt động", but not "từ 5/8 xã lên 7/8 xã": whether
 * those that may be counted do something from then on. */
static bool
is_subject(struct str folded, struct span place, bool improper)
{
	static const struct str terms[] = {
	    W("từ"), W("kể từ"), W("trước"), {NULL, 0}};
	static const struct str subjects[] = {W("xã"), W("phường"), W("huyện"),
	    W("tỉnh"), W("hộ"), W("hộ kinh doanh"), W("cán bộ"), W("người"),
	    W("học sinh"), W("giáo viên"), W("thí sinh"), W("doanh nghiệp"),
	    W("thành phố"), W("ngân hàng"), {NULL, 0}};
	static const struct str shares[] = {W("đạt"), W("lên"), W("xuống"),
	    W("có"), W("còn"), W("chưa"), W("bị"), W("được"), W("trúng"),
	    W("chết"), W("nghèo"), W("thoát"), W("trở lên"), W("là"), W("thì"),
	    W("tham gia"), W("đến"), W("và"), W("trên"), W("trong"), W("của"),
	    W("tại"), W("ở"), W("về"), {NULL, 0}};
	size_t end = context_end(folded, place.end, subjects);

	/* no share is above one */
	if (end == place.end || improper)
		return end > place.end;
	return context_before(folded, place.start, terms) && end < folded.len &&
	       folded.data[end] != '.' && !context_after(folded, end, shares);
}

/* "Từ 1/7 người dân dùng VNeID", "..., trước 20/12 đơn vị phải báo cáo": a term
 * that begins a clause, in front of those who have to do with it. */
static bool
opens_time(struct str folded, struct span place, bool slash, bool improper)
{
	static const struct str terms[] = {W("từ"), W("kể từ"), W("đến"),
	    W("tính đến"), W("trước"), W("sau"), W("hết"), W("hạn chót"),
	    {NULL, 0}};
	static const struct str doers[] = {W("người dân"), W("người lao động"),
	    W("người nộp thuế"), W("người vi phạm"), W("đơn vị phải"),
	    W("đối tượng phải"), W("đối tượng nào"), W("tổ công tác"),
	    W("xe máy"), W("xe tải"), W("xe khách"), W("vụ án"), W("số vụ"),
	    W("doanh nghiệp phải"), W("cơ sở phải"), {NULL, 0}};
	/* "từ 1-11 mở tiếp đợt cao điểm" */
	static const struct str opening[] = {
	    W("mở tiếp"), W("mở đợt"), W("mở cao điểm"), {NULL, 0}};
	size_t at = context_start(folded, place.start, terms);
	struct str before = str_slice(folded, 0, at);

	return at < place.start &&
	       (at == 0 || str_ends(before, STR(", ")) ||
		   str_ends(before, STR("; "))) &&
	       (context_after(folded, place.end, opening) ||
		   (slash && (context_after(folded, place.end, doers) ||
				 is_subject(folded, place, improper))));
}

/* What a day in figures stands behind. */
const struct str context_day_before[] = {W("từ"), W("đến"), W("đến hết"),
    W("tới"), W("tới hết"), W("hết"), W("vào"), W("hôm"), W("dịp"), W("lễ"),
    W("kể từ"), W("tính đến"), W("rạng sáng"), W("nghỉ"), W("kỷ niệm"),
    W("lùi sang"), W("dời sang"), W("quốc khánh"), W("noel"), W("giáng sinh"),
    W("tết dương lịch"), W("sinh nhật"), W("ngày"), W("cuối tuần"), W("phiên"),
    W("tức"), W("nay"), W("qua"), W("mai"), W("ra quân"), W("khai mạc"),
    W("bế mạc"), W("mở màn"), W("hạ màn"), W("bắt đầu"), W("kết thúc"),
    W("bữa sáng"), W("bữa trưa"), W("bữa tối"), W("bầu cử"), W("khai giảng"),
    W("khánh thành"), W("tin nóng"), W("điểm tin"), W("tử vi"), W("thời tiết"),
    W("phiên tòa"), W("phiên toà"), W("phiên giao dịch"), W("miền bắc"),
    W("miền nam"), W("năm học mới"), W("miền trung"), W("giá vàng"),
    W("tỷ giá usd"), W("giá usd"), W("tin an ninh"), W("tin tức"), {NULL, 0}};
/* names of days: "Ngày Nhà giáo Việt Nam 20-11" */
static const struct str memorial_before[] = {W("an ninh tổ quốc"),
    W("bảo vệ antq"), W("quân đội nhân dân việt nam"), W("qđnd việt nam"),
    W("công an nhân dân việt nam"), W("cand việt nam"),
    W("phòng, chống ma túy"), W("phòng chống ma túy"), W("phòng, chống ma tuý"),
    W("phòng chống ma tuý"), W("toàn dân pccc"),
    W("toàn dân phòng cháy chữa cháy"), W("toàn dân phòng cháy, chữa cháy"),
    W("toàn dân phòng cháy và chữa cháy"), W("nhà giáo việt nam"),
    W("thầy thuốc việt nam"), W("báo chí cách mạng việt nam"),
    W("phụ nữ việt nam"), W("quốc tế phụ nữ"), W("pháp luật việt nam"),
    W("doanh nhân việt nam"), W("gia đình việt nam"),
    W("thương binh - liệt sĩ"), W("thương binh, liệt sĩ"),
    W("thương binh liệt sĩ"), W("giải phóng miền nam"), W("giải phóng thủ đô"),
    W("giải phóng tỉnh"), W("giải phóng quê hương"), W("quốc tế lao động"),
    W("quốc tế thiếu nhi"), W("thành lập đảng"), W("thành lập đoàn"),
    W("toàn quốc kháng chiến"), W("chiến thắng điện biên phủ"),
    W("chống mua bán người"), W("biên phòng toàn dân"),
    W("môi trường thế giới"), W("người cao tuổi việt nam"),
    W("người khuyết tật việt nam"), W("chuyển đổi số quốc gia"), {NULL, 0}};
static const struct str end_before[] = {W("từ"), W("đến"), W("đến hết"),
    W("tới hết"), W("trước"), W("kể từ"), W("tính đến"), {NULL, 0}};
static const struct str change_before[] = {W("giảm tới"), W("giảm đến"),
    W("tăng tới"), W("tăng đến"), W("lên tới"), W("lên đến"), W("chiếm tới"),
    W("chiếm đến"), W("mất tới"), W("có tới"), W("có đến"), W("hơn"),
    W("tới hơn"), {NULL, 0}};
const struct str context_made_after[] = {W("làm ngày mở màn"),
    W("làm ngày xuất phát"), W("làm ngày bắt đầu"), W("làm ngày ra quân"),
    W("làm ngày kết thúc"), W("làm ngày chốt sổ"), {NULL, 0}};
/* What a day in figures, or a share, may stand behind. */
static const struct str event_before[] = {
    W("khép lại"), W("rơi vào"), W("rơi đúng"), W("rơi đúng vào"), {NULL, 0}};
static const struct str fraction_before[] = {
    W("trước"), W("sau"), W("trong"), W("và"), W("hoặc"), W("là"), {NULL, 0}};

/* How far behind the start of a sentence a game may be told of, in bytes. */
#define GAME_REACH 200

/* "10-2: Hà Nội bảo đảm an toàn lễ hội" begins with its day, "2-1: Hà Nội ghi
 * bàn" and "11-9: Tiến Minh dẫn điểm" with a score. */
static bool
heads_line(struct str folded, struct span place, int day)
{
	static const struct str games[] = {W("bàn thắng"), W("ghi bàn"),
	    W("tỷ số"), W("tỉ số"), W("dẫn điểm"), W("dẫn trước"), W("điểm số"),
	    W("hiệp 1"), W("hiệp 2"), W(" set "), W(" ván "), W("bóng"),
	    W("trận đấu"), W("thắng trận"), W("tay vợt"), {NULL, 0}};

	/* no score begins with a zero and one more figure */
	return place.start == 0 && place.end < folded.len &&
	       (day >= 10 || (day > 0 && folded.data[0] == '0')) &&
	       folded.data[place.end] == ':' &&
	       !context_holds(str_behind(folded, place.end, GAME_REACH), games);
}

/* Whether something is to be done by then. */
static bool
is_deadline(struct str folded, struct span place, int day)
{
	static const struct str last[] = {W("hạn chót"), W("hạn chót là"),
	    W("hạn cuối"), W("hạn cuối là"), {NULL, 0}};
	static const struct str before[] = {W("trước"), {NULL, 0}};
	static const struct str after[] = {
	    W("về"), W("phải"), W("để"), {NULL, 0}};
	/* "chậm nhất 15.5 giây" */
	static const struct str measures[] = {W("giây"), W("phút"), W("giờ"),
	    W("tấn"), W("kg"), W("mg"), W("%"), W("triệu"), W("tỷ"), W("nghìn"),
	    W("lần"), W("m"), W("km"), W("ngày"), {NULL, 0}};
	bool goes_on = context_after(folded, place.end, after);

	/* "báo cáo muộn nhất 5-2 về Phòng", "chậm nhất 20-6 triển khai" */
	if (context_before(folded, place.start, deadline_latest) ||
	    context_before(folded, place.start, last))
		return goes_on || context_is_followed(folded, place.end) ||
		       (day > 12 &&
			   !context_after(folded, place.end, measures));
	/* "gửi báo cáo trước 10-10.", "trước 30.6 phải xong" */
	return context_before(folded, place.start, before) &&
	       (ends_clause(folded, place.end) || (day > 12 && goes_on));
}

bool
context_is_day(struct str folded, struct span place, int day, int month)
{
	struct str text = str_slice(folded, place.start, place.end);
	bool slash = context_has_slash(folded, place);

	if (opens_time(folded, place, slash, day > month))
		return true;
	if (!context_is_free(folded, place))
		return false;
	if (context_before(folded, place.start, memorial_before))
		return true;
	/* a proper fraction is not above one; 24/7 is an idiom */
	if (slash && day > month && !(day == 24 && month == 7))
		return true;
	/* "đến 30-6 cấp 400 thẻ", but "từ 5-6", "từ 31.5" may count */
	if (str_find(text, STR("-"), 0) < text.len && day > 12 && day > month &&
	    context_before(folded, place.start, end_before) &&
	    !context_before(folded, place.start, change_before))
		return true;
	/* "7/12, Công an bắt ...", "10/12: Giá vàng đảo chiều" */
	if (slash && place.start == 0 && place.end < folded.len &&
	    (folded.data[place.end] == ',' || folded.data[place.end] == ':'))
		return true;
	if (!slash && heads_line(folded, place, day))
		return true;
	if (is_deadline(folded, place, day))
		return true;
	/* "lấy 15.5 làm ngày xuất phát", "dời từ 14.6 sang 30.6" */
	if (context_after(folded, place.end, context_made_after) ||
	    (day > 12 && open_is_moved(folded, place)))
		return true;
	if (!slash && !context_is_followed(folded, place.end))
		return false;
	if (context_before(folded, place.start, change_before))
		return false;
	if (context_before(folded, place.start, context_day_before))
		return true;
	if (context_before(folded, place.start, event_before))
		return context_is_followed(folded, place.end);
	if ((slash || day > 12) &&
	    context_before(folded, place.start, fraction_before))
		return context_is_followed(folded, place.end);
	return place.start > 0 && folded.data[place.start - 1] == '(' &&
	       (slash ? day != 24 || month != 7 : day > 12);
}

bool
context_is_share(struct str folded, size_t at)
{
	/* besides those that no day stands in front of */
	static const struct str parts[] = {W("nạn nhân"), W("nghi phạm"),
	    W("nghi can"), W("thi thể"), W("tử thi"), W("thuyền viên"),
	    W("ngư dân"), W("em"), W("cháu"), W("bé"), W("trẻ"), W("chị em"),
	    W("công nhân"), W("học viên"), W("sinh viên"), W("gia đình"),
	    W("cầu thủ"), W("phụ nữ"), W("du khách"), W("hành khách"),
	    W("tài xế"), W("lái xe"), W("phạm nhân"), W("đương sự"),
	    W("thuyền"), W("bản"), W("buôn"), W("làng"), W("sà lan"), W("mũi"),
	    W("tuyến"), W("dân"), W("thùng"), W("kiện"), W("con"), W("chiếc"),
	    W("ngôi nhà"), W("thủy thủ"), W("thuỷ thủ"), W("ủy viên"),
	    W("uỷ viên"), W("khu vực"), W("bị hại"), W("chuyên án"), W("mục"),
	    W("tiêu chuẩn"), W("container"), W("là người"), {NULL, 0}};

	return context_after(folded, at, parts);
}
