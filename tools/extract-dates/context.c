#include "context.h"

#include "text.h"

size_t
context_before(struct str folded, size_t at, const char *const *words)
{
	size_t best = 0;

	while (at > 0 && folded.data[at - 1] == ' ')
		at--;
	for (; *words != NULL; words++) {
		struct str word = str_from(*words);

		if (word.len > best && word.len <= at &&
		    str_ends(str_slice(folded, 0, at), word) &&
		    !text_inside_word(folded, at - word.len))
			best = word.len;
	}
	return best;
}

size_t
context_after(struct str folded, size_t at, const char *const *words)
{
	size_t best = 0;

	while (at < folded.len && folded.data[at] == ' ')
		at++;
	for (; *words != NULL; words++) {
		struct str word = str_from(*words);

		if (word.len > best &&
		    str_starts(str_from_offset(folded, at), word) &&
		    !text_inside_word(folded, at + word.len))
			best = word.len;
	}
	return best;
}

/* Words in front of a number that is a name's, an address's or a paper's. */
static const char *const foreign_before[] = {"số", "đường", "phố", "hẻm", "ngõ",
    "ngách", "kiệt", "tổ", "ấp", "khu phố", "quốc lộ", "ql", "km", "tỉnh lộ",
    "nghị định", "thông tư", "quyết định", "nghị quyết", "chỉ thị", "công văn",
    "luật", "điều", "khoản", "mục", "quảng trường", "công viên", "bệnh viện",
    "trường", "sân vận động", "cầu", "chợ", "làng", "phường", "thửa", "tờ",
    "biển số", "bks", "điện thoại", "đt", "hotline", "tỷ số", "tỉ số", "tỷ lệ",
    "tỉ lệ", "kết quả", "thắng", "thua", "hòa", "hơn", "gần", "chiếm", "dẫn",
    "dẫn trước", "tỷ số là", "loạt", "thắng lợi", "sân", "cúp", "đội hình",
    "sơ đồ", "đạt", "trên", "dưới", "bằng", "mega", "lô", "căn", "phòng", "nhà",
    "block", "version", "phiên bản", "kv", "xổ số", "thang", "phân số", "giảm",
    "tăng", NULL};

/* Words behind a fraction that count things. */
static const char *const counted_after[] = {"vụ", "đối tượng", "bị can",
    "bị cáo", "người", "chỉ tiêu", "tiêu chí", "xã", "phường", "huyện", "tỉnh",
    "địa phương", "ổ nhóm", "băng nhóm", "nhóm", "tụ điểm", "điểm", "đơn vị",
    "trường hợp", "tổng số", "số", "trận", "ván", "hiệp", "bàn", "phiếu",
    "đại biểu", "thành viên", "tin", "cơ sở", "hộ", "dự án", "nước", "quốc gia",
    "thành phố", "quận", "trường", "học sinh", "bài", "câu", "môn", "mẫu", "ca",
    "giờ", "ngày", "tuần", "tháng", "năm", "đường", "lít", "kg", "m", "chặng",
    "vòng", "cán bộ", "chiến sĩ", "ứng viên", "cổ phiếu", "mã", "chuyến", "xe",
    "tàu", "căn", "phòng", "suất", "vé", "giải", "hạng", "doanh nghiệp",
    "ngân hàng", "nhà", "lần", "quý", "ngành", "lĩnh vực", "thí sinh", "hồ sơ",
    "đảng viên", "đồng chí", "cuộc", "bộ", "sở", "ban", "đội", "clb",
    "giáo viên", "bệnh nhân", "kỳ", "khu phố", "thôn", "ấp", "tổ", "khu",
    "công trình", "gói", "hạng mục", "nhiệm vụ", "nội dung", "mục tiêu", "phần",
    "diện tích", "dân số", "cổ đông", "sản phẩm", NULL};

bool
context_is_free(struct str folded, struct span place)
{
	struct str rest = str_from_offset(folded, place.end);

	if (rest.len > 0 && (rest.data[0] == '/' || rest.data[0] == '%'))
		return false;
	if (rest.len > 1 && (rest.data[0] == '-' || rest.data[0] == '.') &&
	    ((rest.data[1] >= '0' && rest.data[1] <= '9') ||
		(rest.data[0] == '-' && rest.data[1] >= 'a')))
		return false;
	if (place.start > 0 &&
	    (folded.data[place.start - 1] == '/' ||
		folded.data[place.start - 1] == '-' ||
		folded.data[place.start - 1] == '.' ||
		folded.data[place.start - 1] == ',') &&
	    place.start > 1 && folded.data[place.start - 2] >= '0' &&
	    folded.data[place.start - 2] <= '9')
		return false;
	return context_before(folded, place.start, foreign_before) == 0 &&
	       context_after(folded, place.end, counted_after) == 0;
}

/* Whether the words behind a score-like 15-12 let it be a day. */
static bool
is_followed_as_day(struct str folded, size_t at)
{
	static const char *const verbs[] = {"đến", "tới", "và", "hoặc", "năm",
	    "này", "vừa qua", "vừa rồi", "tại", "ở", "đã", "sẽ", "do", "theo",
	    "được", "sau khi", "khi", "cho", "là", "có", "bị", "của", "âm lịch",
	    "hằng năm", "hàng năm", "trên", "trở đi", "trở lại", "thì", NULL};
	struct str rest = str_from_offset(folded, at);

	if (rest.len == 0 ||
	    (rest.data[0] != ' ' && (unsigned char)rest.data[0] < 0x80))
		return true;
	if (rest.len > 2 && (rest.data[1] == '-' || rest.data[1] == '('))
		return true;
	return (unsigned char)rest.data[0] >= 0x80 ||
	       context_after(folded, at, verbs) > 0;
}

bool
context_is_day(struct str folded, struct span place, int day, int month)
{
	static const char *const day_before[] = {"từ", "đến", "đến hết", "tới",
	    "tới hết", "hết", "vào", "hôm", "dịp", "lễ", "kể từ", "tính đến",
	    "rạng sáng", "nghỉ", "quốc khánh", "sinh nhật", "ngày", "cuối tuần",
	    "phiên", "tức", "nay", "qua", NULL};
	static const char *const fraction_before[] = {
	    "trước", "sau", "trong", "và", "hoặc", "là", NULL};
	struct str text = str_slice(folded, place.start, place.end);
	bool slash = str_find(text, STR("/"), 0) < text.len;

	if (!context_is_free(folded, place))
		return false;
	/* a proper fraction is not above one; 24/7 is an idiom */
	if (slash && day > month && !(day == 24 && month == 7))
		return true;
	if (!slash && !is_followed_as_day(folded, place.end))
		return false;
	if (context_before(folded, place.start, day_before) > 0)
		return true;
	if (slash && context_before(folded, place.start, fraction_before) > 0)
		return is_followed_as_day(folded, place.end);
	return place.start > 0 && folded.data[place.start - 1] == '(' &&
	       (slash || day > 12);
}

bool
context_is_year(struct str folded, struct span place)
{
	static const char *const year_before[] = {"từ", "từ năm", "giai đoạn",
	    "nhiệm kỳ", "nhiệm kì", "niên khóa", "năm học", "khóa", "sinh",
	    "sinh năm", "mùa giải", "mùa", "niên độ", "thời kỳ", "thời kì",
	    "năm", "kỳ", "vào", "hết", "đến hết", NULL};
	static const char *const work_before[] = {"nhiệm vụ", "kế hoạch",
	    "công tác", "dự toán", "trong", "tính đến", "cùng kỳ", "so với",
	    "mục tiêu", "chỉ tiêu", NULL};
	struct str rest = str_from_offset(folded, place.end);

	if (rest.len > 0 && (rest.data[0] == '/' || rest.data[0] == '%'))
		return false;
	if (context_before(folded, place.start, work_before) > 0)
		return is_followed_as_day(folded, place.end);
	if (place.start > 0 && folded.data[place.start - 1] == '(' &&
	    rest.len > 0 && rest.data[0] == ')')
		return true;
	return context_before(folded, place.start, year_before) > 0;
}
