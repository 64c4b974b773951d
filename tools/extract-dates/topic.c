#include "topic.h"

#include <string.h>

#include "context.h"

const struct str topic_names[] = {W("cao điểm"), W("chiến dịch"),
    W("đợt ra quân"), W("đợt tấn công"), W("đợt truy quét"), W("đợt kiểm tra"),
    W("đợt tổng kiểm"), W("tháng hành động"), W("kế hoạch tấn công"),
    {NULL, 0}};

/* What a sentence calls a campaign by, and nothing else. */
static const struct str clear_words[] = {W("đợt cao điểm"), W("mở cao điểm"),
    W("cao điểm tấn công"), W("cao điểm trấn áp"), W("cao điểm đấu tranh"),
    W("cao điểm phòng"), W("cao điểm bảo đảm"), W("cao điểm đảm bảo"),
    W("kế hoạch cao điểm"), W("chiến dịch cao điểm"), W("ngày đêm cao điểm"),
    W("ra quân cao điểm"), W("tháng cao điểm"), W("lễ ra quân"),
    W("đợt ra quân"), W("ra quân tấn công"), W("ra quân trấn áp"),
    W("trấn áp tội phạm"), W("tháng hành động phòng"), {NULL, 0}};

/* What it may call one by. */
static const struct str campaign_words[] = {W("đợt tấn công"),
    W("kế hoạch tấn công"), W("tấn công trấn áp"), W("tấn công, trấn áp"),
    W("tấn công tội phạm"), W("cao điểm"), W("ra quân"),
    W("trấn áp các loại tội phạm"), W("tổng kiểm soát"), W("tổng kiểm tra"),
    W("tổng tấn công"), W("chiến dịch truy quét"), W("chiến dịch trấn áp"),
    W("chiến dịch tấn công"), W("chiến dịch ra quân"), W("tổng truy quét"),
    W("truy quét tội phạm"), W("truy quét các"), W("đợt truy quét"),
    W("đợt kiểm tra"), W("đợt kiểm soát"), W("đợt trấn áp"), W("đợt đấu tranh"),
    W("đợt xử lý"), W("đợt thi đua"), W("đợt phát động"), W("mở đợt"),
    W("đợt vận động"), W("đợt tuần tra"), {NULL, 0}};

/* What only a campaign of the police is called one by. */
const struct str topic_loose_words[] = {W("chiến dịch"), W("kế hoạch"),
    W("chuyên đề"), W("đợt"), W("phát động"), {NULL, 0}};

const struct str topic_police_words[] = {W("tội phạm"), W("trấn áp"),
    W("ma túy"), W("buôn lậu"), W("antt"), W("an ninh trật tự"),
    W("an ninh, trật tự"), W("tệ nạn"), W("trật tự xã hội"), W("ttatgt"),
    W("ttxh"), W("truy nã"), W("tín dụng đen"), W("pháo"), W("công an"),
    W("cảnh sát"), W("csgt"), W("biên phòng"), W("vi phạm"), W("nghiện"),
    W("hàng giả"), W("hàng lậu"), W("gian lận thương mại"), W("mại dâm"),
    W("cờ bạc"), W("đánh bạc"), W("quá tải"), W("lừa đảo"), W("trộm cắp"),
    W("cướp"), W("đua xe"), W("nồng độ cồn"), W("mua bán người"), W("vỉa hè"),
    W("xe dù"), W("vàng tặc"), W("thuốc phiện"), W("vay nặng lãi"), W("iuu"),
    W("lập lại trật tự"), W("giữ rừng"), W("phá rừng"), W("lâm tặc"),
    W("cát tặc"), W("cát lậu"), W("kiểm lâm"), W("hải quan"),
    W("quản lý thị trường"), W("trật tự đô thị"), W("an toàn giao thông"),
    W("phòng cháy"), W("nhập cảnh trái phép"), W("vượt biên"), {NULL, 0}};

/* Phases, and what else a sentence names without repeating the campaign. */
const struct str topic_phase_words[] = {W("giai đoạn 1"), W("giai đoạn 2"),
    W("giai đoạn 3"), W("giai đoạn i"), W("giai đoạn một"), W("giai đoạn hai"),
    W("giai đoạn ba"), W("giai đoạn đầu"), W("giai đoạn cuối"),
    W("giai đoạn này"), W("giai đoạn căng nhất"), W("giai đoạn cao nhất"),
    W("giai đoạn quyết liệt nhất"), W("giai đoạn nước rút"),
    W("giai đoạn cao trào"), W("giai đoạn tiếp theo"), W("giai đoạn sau"),
    W("giai đoạn trước tết"), W("giai đoạn trong tết"), W("giai đoạn sau tết"),
    W("giai đoạn áp tết"), W("giai đoạn cận tết"), W("giai đoạn giáp tết"),
    W("hai giai đoạn"), W("ba giai đoạn"), W("bốn giai đoạn"),
    W("mỗi giai đoạn"), W("giai đoạn thứ"), W("đợt 1"), W("đợt 2"), W("đợt 3"),
    W("đợt i"), W("đợt một"), W("đợt hai"), W("đợt đầu"), W("đợt này"),
    W("đợt trước"), W("đợt cuối"), W("bước 1"), W("bước 2"), W("bước 3"),
    W("bước một"), W("bước hai"), W("bước ba"), W("bước i"), W("chia hai bước"),
    W("chia ba bước"), W("chia làm hai bước"), W("chia làm ba bước"),
    W("chia thành hai bước"), W("chia thành ba bước"), W("chặng đầu"),
    W("chặng cuối"), W("chặng sau"), W("nửa chặng"), W("mốc mở màn"),
    W("mốc khép lại"), W("mốc bắt đầu"), W("mốc kết thúc"), W("chặng còn lại"),
    W("giai đoạn còn lại"), W("chặng tiếp theo"), W("chặng 1"), W("chặng 2"),
    W("chặng mở màn"), W("chặng giữa"), W("chặng một"), W("chặng hai"),
    W("chặng ba"), W("nhịp đầu"), W("nhịp cuối"), W("hai nhịp"), W("ba nhịp"),
    W("mỗi nhịp"), W("hai chặng"), W("ba chặng"), W("mỗi chặng"), W("đợt thứ"),
    W("ngày kết thúc là"), W("ngày bắt đầu là"), W("đợt kế tiếp"),
    W("đợt tiếp theo"), W("đợt mới"), W("đợt sau"), W("chiến dịch này"),
    W("chiến dịch tương tự"), W("đầu của chiến dịch"), W("đầu chiến dịch"),
    W("sau của chiến dịch"), W("cuối của chiến dịch"), W("cuối chiến dịch"),
    W("ngày chuyên đề"), W("nước rút"), W("ngày cao trào"), W("cao trào là"),
    W("thời gian ra quân"), W("thời gian cao điểm"), W("thời gian mở đợt"),
    W("thời gian của đợt"), W("thời gian:"), W("kế hoạch này"), {NULL, 0}};

/* One of these is in each of them. */
const struct str topic_phase_stems[] = {W("đợt"), W("mốc "), W("bước"),
    W("kế hoạch"), W("giai đoạn"), W("chặng"), W("nhịp"), W("nước rút"),
    W("cao trào"), W("thời gian"), W("chiến dịch"), {NULL, 0}};

/* The same words of sport, war, traffic and trade. */
static const struct str other_fields[] = {W("bóng đá"), W("đội bóng"), W("hlv"),
    W("world cup"), W("v-league"), W("tranh cử"), W("quân đội"),
    W("không kích"), W("quân sự"), W("doanh số"), W("truyền thông"),
    W("quảng cáo"), W("vắc xin"), W("vaccine"), W("covid"), W("nắng nóng"),
    W("chuyến bay"), W("bán hàng"), W("tổng thống"), W("tiêm chủng"),
    W("phát sóng"), W("phiến quân"), W("khủng bố is"), W("đại dịch"),
    W("mã vùng"), W("ipo"), W("cổ phần"), W("cổ phiếu"), W("trái phiếu"),
    W("chi viện"), W("sửa chữa tàu"), W("đóng tàu"), W("tuyển sinh"),
    W("chăm sóc khách hàng"), W("khuyến mãi"), W("xét tuyển"), W("nguyện vọng"),
    W("học phí"), W("uống thuốc"), W("liệu trình"), W("bệnh nhân"),
    W("cho con uống"), W("chiến dịch điện biên phủ"),
    W("chiến dịch hồ chí minh"), W("chiến dịch tây nguyên"),
    W("điện biên phủ trên không"), W("quảng bá"), {NULL, 0}};

/* What the police do about football, or in an epidemic. */
static const struct str police_work[] = {W("cá độ"), W("cá cược"),
    W("đánh bạc"), W("các loại tội phạm"), W("tấn công tội phạm"),
    W("trấn áp tội phạm"), W("lâm tặc"), W("vàng tặc"), W("cát tặc"),
    W("buôn lậu"), W("pháo lậu"), {NULL, 0}};

/* Peaks of something else. */
static const struct str other_peaks[] = {W("cao điểm du lịch"),
    W("cao điểm nắng nóng"), W("cao điểm mua sắm"), W("cao điểm đi lại"),
    W("cao điểm hè"), W("cao điểm mưa lũ"), W("cao điểm mưa bão"),
    W("cao điểm mùa mưa"), W("cao điểm sốt xuất huyết"), W("cao điểm dịch"),
    W("cao điểm vận tải"), W("cao điểm rét"), W("trận ra quân"),
    W("du lịch cao điểm"), W("mùa du lịch cao điểm"), W("giờ cao điểm"),
    W("mùa cao điểm"), W("giai đoạn cao điểm"), W("lúc cao điểm"), {NULL, 0}};

/* What a plan tells its time by, as do many papers. */
static const struct str times[] = {W("thời gian thực hiện"),
    W("thời gian triển khai"), W("thời gian diễn ra"), W("thời gian áp dụng"),
    {NULL, 0}};

/* Who hunts somebody counts days and nights, too. */
static const struct str hunts[] = {W("hành trình"), W("tung tích"),
    W("lần theo"), W("truy tìm"), W("mật phục"), W("chuyên án"), W("thi công"),
    W("chạy đua"), W("công nhân"), W("truy bắt kẻ"), W("truy bắt nghi phạm"),
    W("truy bắt hung thủ"), W("xây dựng"), W("giành giật"), W("cứu sống"),
    W("điều trị"), {NULL, 0}};

/* Who counts days and nights has a campaign. */
const struct str topic_day_and_night[] = {W("ngày đêm"), {NULL, 0}};

/* One of these, of topic_phase_stems or topic_loose_words is in whatever the
 * lists above name. */
static const struct str stems[] = {W("cao điểm"), W("ra quân"), W("tấn công"),
    W("trấn áp"), W("tổng "), W("truy quét"), W("ngày đêm"),
    W("tháng hành động"), W("ngày kết thúc"), W("ngày bắt đầu"), {NULL, 0}};

const struct str topic_time_verbs[] = {W("diễn ra"), W("sẽ diễn ra"),
    W("kéo dài"), W("sẽ kéo dài"), W("được phát động"), W("bắt đầu"),
    W("chính thức bắt đầu"), W("mở"), W("được mở"), W("chạy"), W("thực hiện"),
    W("được thực hiện"), W("sẽ được thực hiện"), W("triển khai"),
    W("được triển khai"), W("sẽ được triển khai"),
    W("chính thức được triển khai"), W("được áp dụng"), W("bấm nút"),
    W("bấm giờ"), W("khởi động"), W("mở màn"), W("khai màn"), W("tiến hành"),
    W("được tiến hành"), W("được tổ chức"), W("áp dụng"), W("có hiệu lực"),
    W("kết thúc"), W("sẽ kết thúc"), W("khép lại"), {NULL, 0}};

size_t
topic_phase_start(struct str folded, size_t at)
{
	static const struct str kinds[] = {
	    W("đợt"), W("giai đoạn"), W("chặng"), W("bước"), {NULL, 0}};
	size_t start = context_start(folded, at, topic_phase_words), end = at;

	if (start < at)
		return start;
	while (end > 0 && folded.data[end - 1] == ' ')
		end--;
	start = end;
	while (
	    start > 0 && strchr("0123456789iv", folded.data[start - 1]) != NULL)
		start--;
	if (start == end || start == 0 || folded.data[start - 1] != ' ')
		return at;
	end = context_start(folded, start, kinds);
	return end < start ? end : at;
}

/* "Chiến dịch diễn ra ...", "Theo đó, kế hoạch được thực hiện ...": what a
 * clause tells the time of without saying once more what it is for. */
static bool
is_subject(struct str folded)
{
	static const struct str subjects[] = {
	    W("chiến dịch"), W("kế hoạch"), W("chuyên đề"), {NULL, 0}};

	for (size_t i = 0; subjects[i].data != NULL; i++) {
		size_t at = str_find(folded, subjects[i], 0);

		for (; at < folded.len;
		     at = str_find(folded, subjects[i], at + 1))
			if ((at == 0 ||
				(at > 1 && folded.data[at - 1] == ' ' &&
				    strchr(",:;", folded.data[at - 2]) !=
					NULL)) &&
			    context_after(
				folded, at + subjects[i].len, topic_time_verbs))
				return true;
	}
	return false;
}

/* "Giai đoạn cao điểm: từ 25/1 đến 2/2": of a plan, and no peak of traffic. */
static bool
is_peak_phase(struct str folded)
{
	static const struct str phase[] = {W("giai đoạn cao điểm"), {NULL, 0}};
	static const struct str verbs[] = {W("từ"), W("được xác định"),
	    W("là từ"), W("diễn ra từ"), W("kéo dài từ"), W("bắt đầu từ"),
	    W("thực hiện từ"), {NULL, 0}};
	size_t end = context_end(folded, 0, phase);

	return end > 0 && (context_after(folded, end, verbs) ||
			      (end < folded.len && folded.data[end] == ':'));
}

/* "Chiến dịch làm sạch dữ liệu đất đai diễn ra từ 1/9": one that begins a
 * sentence and is named by what it is for. */
static bool
is_drive(struct str folded)
{
	static const struct str drive[] = {W("chiến dịch"), {NULL, 0}};
	static const struct str verbs[] = {W(" diễn ra "), W(" kéo dài "),
	    W(" khởi động "), W(" bắt đầu "), W(" mở màn "),
	    W(" được triển khai "), W(" được thực hiện "),
	    W(" được tiến hành "), W(" được phát động "), {NULL, 0}};
	size_t start = context_end(folded, 0, drive), end = start;

	while (end < folded.len &&
	       strchr(",;:0123456789", folded.data[end]) == NULL)
		end++;
	return start > 0 && context_holds(str_slice(folded, start, end), verbs);
}

/* How long a plan's line on its time is, at most, in bytes. */
#define TERM_MOST 120

/* "Thực hiện trong 62 ngày, từ 15/12 đến 14/2.": such a line and nothing
 * else. */
static bool
is_term(struct str folded)
{
	static const struct str from[] = {
	    W("thực hiện từ"), W("triển khai từ"), {NULL, 0}};
	static const struct str within[] = {W("thực hiện"), W("triển khai"),
	    W("thực hiện trong"), W("triển khai trong"), {NULL, 0}};
	static const struct str ends[] = {
	    W(", từ "), W(" (từ "), W(", bắt đầu từ "), {NULL, 0}};
	/* "Thời gian từ 11/1 đến 24/2, chia làm ba bước", "Các bước: từ ..." */
	static const struct str plans[] = {W("thời gian từ"),
	    W("thời gian bắt đầu từ"), W("thời gian: từ"), W("các bước: từ"),
	    W("các giai đoạn: từ"), {NULL, 0}};
	size_t end = context_end(folded, 0, within);

	return context_after(folded, 0, plans) ||
	       (folded.len <= TERM_MOST &&
		   (context_after(folded, 0, from) ||
		       (end > 0 && str_digit_at(folded, end + 1) &&
			   context_holds(folded, ends))));
}

/* "Đây là kết quả của đợt cao điểm hè": what only the police report on. */
static const struct str reported[] = {W("kết quả của đợt cao điểm"),
    W("kết quả đợt cao điểm"), W("kết quả của cao điểm"), {NULL, 0}};

/* How far behind a summer's peak it is told whose it is, in bytes. */
#define OWNER_REACH 40

/* "Cao điểm hè 2025 của Công an thành phố": no peak of travel. */
static bool
is_owned(struct str folded)
{
	static const struct str owners[] = {W(" của công an"), W(" của csgt"),
	    W(" của cảnh sát"), W(" của lực lượng công an"),
	    W(" của bộ đội biên phòng"), {NULL, 0}};
	struct str peak = STR("cao điểm hè");
	size_t at = str_find(folded, peak, 0);

	return at < folded.len &&
	       context_holds(
		   str_behind(folded, at + peak.len, OWNER_REACH), owners);
}

/* "Cao điểm phòng, chống dịch và tội phạm từ nay đến Tết": a headline. */
static bool
is_headline(struct str folded)
{
	static const struct str peak[] = {W("cao điểm"), {NULL, 0}};

	return context_after(folded, 0, peak) &&
	       context_holds(folded, topic_police_words) &&
	       !context_holds(folded, other_peaks);
}

enum topic
topic_of(struct str folded)
{
	if (!context_holds(folded, topic_phase_stems) &&
	    !context_holds(folded, stems) &&
	    !context_holds(folded, topic_loose_words))
		return is_term(folded) ? TOPIC_TIME : TOPIC_NONE;
	/* "đợt cao điểm, rồi cao điểm hè của CSGT" */
	if (context_holds(folded, clear_words) &&
	    (!context_holds(folded, other_peaks) ||
		context_holds(folded, topic_police_words)))
		return TOPIC_NAMED;
	if (is_headline(folded) || is_owned(folded) ||
	    context_holds(folded, reported))
		return TOPIC_NAMED;
	if (context_holds(folded, other_fields) &&
	    !context_holds(folded, police_work))
		return TOPIC_NONE;
	if (is_peak_phase(folded))
		return TOPIC_NAMED;
	if (context_holds(folded, other_peaks))
		return TOPIC_NONE;
	if (context_holds(folded, campaign_words) ||
	    context_holds(folded, clear_words))
		return TOPIC_NAMED;
	if (context_holds(folded, topic_police_words) &&
	    context_holds(folded, topic_loose_words))
		return TOPIC_PHASE;
	/* "Thời gian thực hiện từ 1/12 đến 2/3; giai đoạn 2 ..." */
	if (context_after(folded, 0, times))
		return TOPIC_TIME;
	if (context_holds(folded, topic_phase_words) || is_subject(folded) ||
	    is_drive(folded) ||
	    (context_holds(folded, topic_day_and_night) &&
		!context_holds(folded, hunts)))
		return TOPIC_PHASE;
	return context_holds(folded, times) || is_term(folded) ? TOPIC_TIME
							       : TOPIC_NONE;
}
