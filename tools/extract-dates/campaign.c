#include "campaign.h"

#include "context.h"

static bool
holds(struct str text, const char *const *words)
{
	for (; *words != NULL; words++)
		if (str_find(text, str_from(*words), 0) < text.len)
			return true;
	return false;
}

/* What a sentence calls a campaign by. */
static const char *const campaign_words[] = {"cao điểm", "ra quân",
    "tấn công trấn áp", "tấn công, trấn áp", "trấn áp tội phạm",
    "tấn công tội phạm", "trấn áp các loại tội phạm", "đợt tấn công",
    "kế hoạch tấn công", "tổng kiểm soát", "tổng kiểm tra", "tổng tấn công",
    "tổng truy quét", "truy quét tội phạm", "truy quét các", "đợt truy quét",
    "đợt kiểm tra", "đợt kiểm soát", "đợt trấn áp", "đợt đấu tranh",
    "đợt xử lý", "đợt thi đua", "đợt phát động", "mở đợt", "đợt vận động",
    "đợt tuần tra", NULL};

/* What only a campaign of the police is called one by. */
static const char *const loose_words[] = {
    "chiến dịch", "kế hoạch", "chuyên đề", "đợt", "phát động", NULL};

static const char *const police_words[] = {"tội phạm", "trấn áp", "ma túy",
    "buôn lậu", "antt", "an ninh trật tự", "an ninh, trật tự", "tệ nạn",
    "trật tự xã hội", "ttatgt", "ttxh", "truy nã", "tín dụng đen", "pháo",
    "công an", "cảnh sát", "csgt", "biên phòng", "vi phạm", NULL};

/* Phases, and what else a sentence names without repeating the campaign. */
static const char *const phase_words[] = {"giai đoạn 1", "giai đoạn 2",
    "giai đoạn 3", "giai đoạn i", "giai đoạn một", "giai đoạn hai",
    "giai đoạn ba", "giai đoạn đầu", "giai đoạn cuối", "giai đoạn này",
    "giai đoạn nước rút", "giai đoạn cao trào", "giai đoạn tiếp theo",
    "giai đoạn sau", "giai đoạn thứ", "đợt 1", "đợt 2", "đợt 3", "đợt i",
    "đợt một", "đợt hai", "đợt đầu", "đợt này", "đợt cuối", "chặng đầu",
    "chặng cuối", "chặng 1", "chặng 2", "nước rút", "thời gian thực hiện",
    "thời gian triển khai", "thời gian ra quân", "thời gian cao điểm",
    "thời gian diễn ra", "thời gian mở đợt", "thời gian của đợt",
    "kế hoạch này", "kế hoạch bắt đầu", "kế hoạch kéo dài",
    "kế hoạch được thực hiện", "kế hoạch được triển khai", NULL};

/* The same words of sport, war, traffic and trade. */
static const char *const other_fields[] = {"trận ra quân", "bóng đá", "hlv",
    "world cup", "v-league", "tranh cử", "quân đội", "không kích", "quân sự",
    "du lịch", "giờ cao điểm", "mùa cao điểm", "giai đoạn cao điểm",
    "lúc cao điểm", "doanh số", "truyền thông", "quảng cáo", "vắc xin",
    "vaccine", "covid", "nắng nóng", "chuyến bay", "bán hàng", "tổng thống",
    "tiêm chủng", "phát sóng", "phiến quân", "khủng bố is", "đại dịch",
    "tuyển sinh", "chăm sóc khách hàng", "khuyến mãi", NULL};

/* How clearly the sentence is about a campaign. */
enum topic {
	TOPIC_NONE,
	TOPIC_PHASE, /* it names a phase or the time of something */
	TOPIC_NAMED,
};

static enum topic
topic_of(struct str folded)
{
	if (holds(folded, other_fields))
		return TOPIC_NONE;
	if (holds(folded, campaign_words))
		return TOPIC_NAMED;
	if (holds(folded, loose_words) && holds(folded, police_words))
		return TOPIC_PHASE;
	return holds(folded, phase_words) ? TOPIC_PHASE : TOPIC_NONE;
}

/* How far behind such a word the time may stand, in bytes. */
#define NEAR 60

/* Whether one of words stands near before offset at, in the same part of the
 * sentence. */
static bool
is_near(struct str folded, size_t at, const char *const *words)
{
	size_t start = at;

	while (start > 0 && at - start < NEAR &&
	       folded.data[start - 1] != ';' && folded.data[start - 1] != '(')
		start--;
	return holds(str_slice(folded, start, at), words);
}

static const char *const begins[] = {"bắt đầu", "bắt đầu từ", "bắt đầu vào",
    "khởi đầu", "mở màn", "khởi động", "kết thúc", "kết thúc vào", "khép lại",
    "khép lại vào", "kết thúc trước", "hoàn thành vào", "bế mạc", "kéo dài đến",
    "kéo dài tới", "chấm dứt vào", "bắt đầu tính", "mở từ", NULL};

/* The start or end of what lasts, as a single day. */
static bool
is_bound(struct str folded, const struct expression *e)
{
	return context_before(folded, e->span.start, begins) > 0;
}

/* A range that is reported on or compared with. */
static bool
is_other_range(struct str folded, const struct expression *e)
{
	static const char *const behind[] = {"toàn tỉnh xảy ra",
	    "toàn thành phố xảy ra", "toàn huyện xảy ra", "toàn quốc xảy ra",
	    "cả nước xảy ra", "xảy ra", "trên địa bàn xảy ra", NULL};
	static const char *const before[] = {"so với", "cùng kỳ", "lịch nghỉ",
	    "nghỉ", "liền kề", "lễ", "dịp lễ", "dịp", "kỷ niệm", "giảm", "tăng",
	    "giảm xuống", NULL};

	return context_after(folded, e->span.end, behind) > 0 ||
	       context_before(folded, e->span.start, before) > 0;
}

/* A duration of something else. */
static bool
is_other_length(struct str folded, const struct expression *e)
{
	static const char *const behind[] = {"liền kề", "trước", "qua",
	    "đầu năm", "nghỉ", "gần đây", "tù", "tuổi", "cùng kỳ", "tạm giữ",
	    "làm việc", "trở lại đây", "xảy ra", "tới", "giam", "cải tạo",
	    "sau", NULL};
	static const char *const before[] = {"so với", "cùng kỳ", "trước",
	    "kỷ niệm", "phạt", "mức án", "tuyên phạt", "quá", "thời hạn",
	    "tạm giữ", "cách đây", "mỗi", "kéo dài trên", "liền kề", "nghỉ",
	    "giam", NULL};

	return context_after(folded, e->span.end, behind) > 0 ||
	       context_before(folded, e->span.start, before) > 0;
}

/* Whether a duration is tied to the campaign by its neighbours. */
static bool
is_its_length(struct str folded, const struct expression *e)
{
	static const char *const before[] = {"cao điểm", "chiến dịch",
	    "kế hoạch", "đợt", "kéo dài", "trong", "trong vòng",
	    "trong thời gian", "thời gian", "diễn ra", "diễn ra trong", "qua",
	    "sơ kết", "tổng kết", "suốt", "mở đợt", "ra quân", "hết",
	    "kéo dài trong", "ra quân cao điểm", "nửa", NULL};
	static const char *const behind[] = {"cao điểm", "ra quân", "tấn công",
	    "triển khai", "thực hiện", "mở", "diễn ra", "phát động",
	    "đấu tranh", "trấn áp", "của đợt", "truy quét", "thực hiện đợt",
	    "thi đua", "đồng loạt", "kể từ khi", "chiến dịch", "của cao điểm",
	    "cao trào", "tổng kiểm soát", NULL};

	return context_after(folded, e->span.end, behind) > 0 ||
	       context_before(folded, e->span.start, before) > 0;
}

/* Ends of days or months; "từ đầu năm đến nay" reports. */
static bool
is_its_range(const struct expression *e)
{
	if (e->has_from && e->has_to && !e->from.shifted[UNIT_DAY] &&
	    e->to.shifted[UNIT_DAY])
		return false;
	if (e->has_from && (e->from.unit < UNIT_MONTH || e->from.at_start))
		return false;
	return !e->has_to || e->to.unit >= UNIT_MONTH;
}

/* "(2/9/1945-2/9/2020)" */
static bool
is_anniversary(const struct expression *e)
{
	return e->from.day != 0 && e->from.day == e->to.day &&
	       e->from.month == e->to.month && e->from.year != 0 &&
	       e->to.year > e->from.year + 1;
}

/* Whether it may be a campaign's time, by itself and its neighbours. */
static bool
may_be(struct str folded, const struct expression *e)
{
	switch (e->kind) {
	case PIECE_RANGE:
		return is_its_range(e) && !is_anniversary(e) &&
		       !is_other_range(folded, e);
	case PIECE_DURATION:
		return e->value[1] != 'T' && is_its_length(folded, e) &&
		       !is_other_length(folded, e);
	case PIECE_MOMENT:
		return is_bound(folded, e);
	default:
		return false;
	}
}

void
campaign_mark(struct str folded, struct expressions *expressions)
{
	enum topic topic = TOPIC_NONE;
	bool asked = false, found = false;

	for (size_t i = 0; i < expressions->count; i++) {
		struct expression *e = &expressions->items[i];
		size_t at = e->span.start;

		if (!may_be(folded, e))
			continue;
		if (!asked)
			topic = topic_of(folded);
		asked = true;
		if (topic == TOPIC_NONE)
			return;
		/* the end follows the start: "khép lại vào ngày 3/1" */
		e->campaign = topic == TOPIC_NAMED || found ||
			      is_near(folded, at, phase_words) ||
			      is_near(folded, at, loose_words);
		found |= e->campaign;
	}
}
