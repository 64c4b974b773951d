/* What must not, or did not, happen: whether it is a goal. */
#include "number.h"
#include "scope.h"

/* Bytes in front of a zero that are looked over for what it is told with. */
#define TOLD_MOST 320
/* And behind it, for how long it may last. */
#define LIMIT_MOST 120

static struct str
told_before(const struct fold *f, const struct item *zero)
{
	return str_before(f->folded, zero->start, TOLD_MOST);
}

/* Where the last of the words ends that stand in s; 0: there is none. */
static size_t
last_end(struct str s, const char *const *words)
{
	size_t last = 0;

	for (size_t i = 0; words[i] != NULL; i++) {
		struct str word = str_from(words[i]);
		size_t at = str_find(s, word, 0);

		while (at < s.len) {
			last = at + word.len > last ? at + word.len : last;
			at = str_find(s, word, at + 1);
		}
	}
	return last;
}

/* "không để tồn tại tụ điểm quá 30 ngày": how long what happens may last. */
static bool
has_limit(const struct fold *f, const struct item *zero)
{
	static const struct str over = STR_INIT(" quá ");
	struct str behind = str_behind(f->folded, zero->end, LIMIT_MOST);
	size_t at, end;

	at = str_find(behind, over, 0) + over.len;
	if (!str_digit_at(behind, at))
		return false;
	end = number_end(behind, at);
	return str_starts(str_from_offset(behind, end), STR(" ngày")) ||
	       str_starts(str_from_offset(behind, end), STR(" giờ"));
}

/* "sẽ huy động 100% quân số, kiên quyết không để xảy ra đua xe", "đã chỉ rõ các
 * việc cần rút kinh nghiệm, không để tái diễn": a zero that is to come, be some
 * figure in front of it. */
static bool
is_still_asked(const struct fold *f, const struct item *zero)
{
	static const char *const duties[] = {" sẽ ", " cần ", " phải ",
	    " từ nay đến ", " từ nay tới ", " yêu cầu ", " chỉ đạo các ",
	    " chỉ đạo công an ", " chỉ đạo lực lượng ", NULL};
	static const char *const done[] = {" đã ", " đã phải ", " không cần ",
	    " không phải ", " kết quả ", NULL};
	static const char *const firm[] = {
	    "kiên quyết ", "quyết không", "tuyệt đối ", NULL};
	struct str before = told_before(f, zero);
	size_t told = last_end(before, done);

	if (last_end(before, duties) > told || has_limit(f, zero))
		return true;
	return told == 0 && (!f->reported || str_ends(before, STR(": "))) &&
	       starts_with_one_of(zero->cue->phrase, firm);
}

/* "11 tháng năm 2024 huyện không để xảy ra cháy lớn": whether months that are
 * counted are told of in s. */
static bool
counts_months(struct str s)
{
	for (size_t i = 0; months_gone[i] != NULL; i++) {
		size_t at = str_find(s, str_from(months_gone[i]), 0);

		if (at > 0 && at < s.len && str_digit_at(s, at - 1) &&
		    str_find(s, STR(":"), at) == s.len)
			return true;
	}
	return false;
}

/* "Ba năm liên tiếp, xã không để xảy ra trọng án", "Điểm sáng của năm là không
 * để xảy ra cháy lớn": words in front that tell what has been. */
static bool
is_told_of_past(const struct fold *f, const struct item *zero)
{
	static const char *const words[] = {"năm liên tiếp", "tháng liên tiếp",
	    "thứ hai liên tiếp", "thứ ba liên tiếp", "thứ tư liên tiếp",
	    "thứ năm liên tiếp", "năm liền", "tháng liền", "tuần liền",
	    "ngày liền", "ngày đêm liền", "nhiều năm nay", "điểm sáng",
	    "thành tích", "vừa qua, ", "tổng kết", "diễn ra an toàn",
	    "được bảo vệ an toàn", "được bảo vệ tuyệt đối",
	    "được giải quyết kịp thời", "được xử lý kịp thời",
	    "được triển khai chặt chẽ", "được triển khai đồng bộ",
	    "được triển khai hiệu quả", "được thực hiện tốt",
	    "đạt hiệu quả cao", "đạt kết quả cao", NULL};
	static const char *const results[] = {"là kết quả", "là điểm sáng",
	    "là thành tích", "là thành công", "là một trong những kết quả",
	    "là một trong những điểm sáng", "là một trong những thành tích",
	    NULL};
	struct str behind = str_behind(f->folded, zero->end, TOLD_MOST);

	return str_starts(f->folded, STR("cả đợt ")) ||
	       holds_one_of(told_before(f, zero), words) ||
	       counts_months(told_before(f, zero)) ||
	       holds_one_of(behind, results);
}

/* "Bảo đảm không xảy ra cháy nổ", "Yêu cầu bảo đảm an toàn, không xảy ra cháy
 * nổ": whether that is demanded, and nothing reported. */
static bool
is_ensured(const struct fold *f, const struct item *zero)
{
	static const char *const ensured[] = {"bảo đảm ", "đảm bảo ",
	    "bảo đảm tuyệt đối ", "đảm bảo tuyệt đối ", NULL};
	static const char *const asked[] = {
	    "yêu cầu bảo đảm ", "yêu cầu đảm bảo ", NULL};
	static const char *const told[] = {
	    "đã ", "được ", "luôn ", "góp phần ", "qua đó ", NULL};
	struct str before = told_before(f, zero);

	return !f->reported && !f->figures && !holds_one_of(before, told) &&
	       (ends_with_one_of(before, ensured) ||
		   holds_one_of(before, asked));
}

/* Items between two zeros of a list's item. */
#define ZEROS_MOST 8

/* "- An toàn: không xảy ra cháy, không để ai trốn thoát": whether a zero of
 * such a status stands in front of another one, behind a comma. */
static bool
follows_zero(const struct fold *f, const struct item *zero, enum status status)
{
	size_t i = (size_t)(zero - f->items->list);
	size_t first = i > ZEROS_MOST ? i - ZEROS_MOST : 0;

	while (i-- > first) {
		const struct item *item = &f->items->list[i];

		if (item_is(item, CUE_ZERO))
			return item->status == status;
		if (item->kind != ITEM_CUE && item->kind != ITEM_COMMA)
			return false;
	}
	return false;
}

enum status
status_of_zero(const struct fold *f, const struct item *zero)
{
	bool reports = zero->cue->value == ZERO_RESULT;

	if (f->now.mode == SET || (!reports && f->in_goals) ||
	    (reports && f->now.mode == ASKED && !f->now.boundary) ||
	    (reports && is_ensured(f, zero)) ||
	    (!reports && (is_still_asked(f, zero) ||
			     follows_zero(f, zero, STATUS_GOAL))))
		return STATUS_GOAL;
	if (reports ||
	    (f->now.mode == LISTED && follows_zero(f, zero, STATUS_RESULT)) ||
	    (f->now.mode == REPORT &&
		(f->in_results || f->reported || f->figures || is_bygone(f) ||
		    opens_by_past_time(f) || is_told_of_past(f, zero))))
		return STATUS_RESULT;
	return STATUS_GOAL;
}

/* Bytes of "không để" and what happens in front of how many. */
#define ZERO_REACH 32

const struct item *
find_zero(const struct fold *f, size_t i)
{
	size_t at = f->items->list[i].reach_start;

	while (i-- > f->clause && f->items->list[i].kind == ITEM_CUE)
		if (item_is(&f->items->list[i], CUE_ZERO))
			return at <= f->items->list[i].end + ZERO_REACH
				   ? &f->items->list[i]
				   : NULL;
	return NULL;
}

void
report_zeros(struct fold *f)
{
	static const char *const times[] = {"trong tháng ", "trong quý ",
	    "trong tuần ", "trong năm ", "trong đợt ", NULL};
	bool result = false;

	if (f->named || !starts_with_one_of(f->folded, times))
		return;
	for (size_t i = 0; i < f->items->count; i++) {
		const struct item *item = &f->items->list[i];

		result = result || (item->kind == ITEM_FIGURE &&
				       item->status == STATUS_RESULT);
	}
	for (size_t i = 0; result && i < f->items->count; i++)
		if (item_is(&f->items->list[i], CUE_ZERO))
			f->items->list[i].status = STATUS_RESULT;
}
