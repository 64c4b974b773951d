#include "campaign.h"

#include <string.h>

#include "bound.h"
#include "context.h"
#include "event.h"
#include "headed.h"
#include "lasting.h"
#include "reported.h"
#include "topic.h"
#include "window.h"

/* How far from such a word the time may stand, in bytes. */
#define NEAR 90

/* Whether one of words stands near before or behind an expression, in the
 * same part of the sentence. */
static bool
is_near(struct str folded, struct span span, const struct str *words)
{
	size_t start = context_back_to(folded, span.start, NEAR, ';', ';');
	size_t end = span.end;

	while (end < folded.len && end - span.end < NEAR &&
	       folded.data[end] != ';')
		end++;
	return context_holds(str_slice(folded, start, span.start), words) ||
	       context_holds(str_slice(folded, span.end, end), words);
}

/* "mở tiếp đợt hai vào quý IV", but not "giải ngân đợt hai vào quý IV" */
static bool
is_opened_phase(struct str folded, size_t at)
{
	static const struct str within[] = {
	    W("vào"), W("trong"), W("từ"), W("ngay trong"), {NULL, 0}};
	static const struct str opening[] = {W("mở"), W("mở tiếp"), W("mở ra"),
	    W("phát động"), W("phát động tiếp"), W("ra quân"), W("bước vào"),
	    {NULL, 0}};
	size_t end = context_start(folded, at, within);

	return context_before(folded, topic_phase_start(folded, end), opening);
}

/* How far from a phase's month its name may stand, in bytes; where it begins a
 * part of the sentence. */
#define PHASE_REACH 30
#define PHASE_PART_MOST 80

/* "; bước hai kiểm tra, xử lý trong tháng 11": whether what a part of the
 * sentence begins with is a phase. */
static bool
is_in_part_of_phase(struct str folded, size_t at)
{
	size_t from = context_back_to(folded, at, PHASE_PART_MOST, ';', ':');

	return from > 0 && strchr(";:", folded.data[from - 1]) != NULL &&
	       context_after(folded, from, topic_phase_words);
}

/* How far before a phase's month its list may begin, in bytes. */
#define LISTED_REACH 800

/* "gồm ba bước: tuyên truyền (tháng 9); kiểm tra (tháng 10)": whether a month
 * in brackets is that of a phase that is told what it is for. */
static bool
is_listed_phase(struct str folded, const struct expression *e)
{
	static const struct str heads[] = {W(" bước: "), W(" giai đoạn: "),
	    W(" đợt: "), W(" chặng: "), {NULL, 0}};
	struct str before;

	if (e->span.start == 0 || folded.data[e->span.start - 1] != '(' ||
	    e->span.end == folded.len || folded.data[e->span.end] != ')')
		return false;
	before = str_before(folded, e->span.start, LISTED_REACH);
	return str_find(before, STR(": "), 0) < before.len &&
	       context_holds(before, heads);
}

/* "đợt hai trong tháng 6" */
static bool
is_phase(struct str folded, const struct expression *e)
{
	/* "bước hai sẽ được sơ kết vào giữa tháng 8" */
	static const struct str reviews[] = {
	    W("sơ kết"), W("tổng kết"), W("báo cáo"), {NULL, 0}};
	struct str before = str_before(folded, e->span.start, PHASE_REACH);

	if (e->from.unit != UNIT_QUARTER && e->from.unit != UNIT_MONTH)
		return false;
	if (is_listed_phase(folded, e))
		return true;
	if (context_holds(before, reviews))
		return false;
	if (is_in_part_of_phase(folded, e->span.start))
		return true;
	if (e->from.unit == UNIT_QUARTER)
		return is_opened_phase(folded, e->span.start);
	return context_holds(before, topic_phase_stems) &&
	       context_holds(before, topic_phase_words);
}

/* Whether the sentence up to the expression leaves no doubt of what it is. */
static bool
is_told(struct str folded, const struct expression *e)
{
	if (e->kind == PIECE_DURATION)
		return (e->span.start == 0 && lasting_is_long(e)) ||
		       lasting_counts_nights(folded, e);
	return e->kind == PIECE_MOMENT &&
	       context_holds(
		   str_slice(folded, 0, e->span.start), topic_loose_words);
}

/* The year before which the police held no campaigns. */
#define OLDEST 1990

/* "11 tháng năm 2024", "9 tháng đầu năm", "ba quý đầu năm": what is reported
 * on. */
static bool
is_year_so_far(struct str folded, const struct expression *e)
{
	if (!e->has_from || !e->has_to)
		return false;
	if (e->from.unit == UNIT_QUARTER)
		return e->from.number == 1;
	return e->from.unit == UNIT_MONTH && e->from.month == 1 &&
	       e->to.unit == UNIT_MONTH && str_digit_at(folded, e->span.start);
}

/* Ends of days or months; "từ đầu năm đến nay" reports. */
static bool
is_its_range(const struct expression *e)
{
	if (e->has_from && e->has_to && !e->from.shifted[UNIT_DAY] &&
	    e->to.shifted[UNIT_DAY])
		return false;
	/* "từ đầu tháng 9 đến hết tháng 11", but "từ đầu năm", "từ đầu tháng
	 * 9" */
	if (e->has_from &&
	    (e->from.unit < (e->has_to ? UNIT_QUARTER : UNIT_MONTH) ||
		(e->from.at_start && !e->has_to)))
		return false;
	if ((e->has_from && e->from.year != 0 && e->from.year < OLDEST) ||
	    (e->has_to && e->to.year != 0 && e->to.year < OLDEST))
		return false;
	/* "từ 30/8 đến hết năm 2023" */
	return !e->has_to || e->to.unit >= UNIT_QUARTER ||
	       (e->has_from &&
		   (e->from.shifted[UNIT_DAY] ||
		       (e->from.unit == UNIT_DAY && e->to.unit == UNIT_YEAR)));
}

/* "cao điểm sẽ kéo dài đến cuối năm", but not "đến hết năm, 100% xã ..." */
static bool
is_to_year(struct str folded, const struct expression *e)
{
	static const struct str lasting[] = {W("kéo dài"), W("gia hạn"),
	    W("diễn ra"), W("kéo dài cao điểm"), W("kéo dài đợt cao điểm"),
	    W("gia hạn cao điểm"), W("gia hạn đợt cao điểm"),
	    W("kéo dài chiến dịch"), W("gia hạn chiến dịch"), {NULL, 0}};

	size_t at = e->span.start;

	return !e->has_from && e->to.unit == UNIT_YEAR &&
	       context_before(folded, at, lasting) &&
	       context_holds(
		   str_slice(
		       folded, context_back_to(folded, at, NEAR, ',', ';'), at),
		   topic_names);
}

/* "bắt đầu từ 15/12/2021, đến nay đã được một tháng" */
static bool
is_begun(struct str folded, const struct expression *e)
{
	static const struct str start[] = {W("bắt đầu"), W("khởi động"),
	    W("mở màn"), W("được phát động"), {NULL, 0}};

	/* "Riêng đợt cao điểm truy quét từ giữa tháng 9 đến nay" */
	if (e->has_from &&
	    (e->from.unit == UNIT_MONTH ||
		(e->from.unit == UNIT_DAY && e->from.month != 0)) &&
	    e->to.shifted[UNIT_DAY] && lasting_is_name(folded, e->span.start))
		return true;
	return e->has_from && e->from.unit == UNIT_DAY && e->from.month != 0 &&
	       e->to.shifted[UNIT_DAY] &&
	       (context_before(folded, e->span.start, start) ||
		   window_is_so_far(folded, e->span));
}

static bool
has_both_ends(const struct expression *e)
{
	return e->kind == PIECE_RANGE && e->has_from && e->has_to;
}

/* "mở đợt hai từ quý IV", "Đợt hai dự kiến triển khai từ quý IV" */
static bool
is_opened_from(struct str folded, const struct expression *e)
{
	size_t at = e->span.start;

	return e->has_from && !e->has_to && e->from.unit == UNIT_QUARTER &&
	       (is_opened_phase(folded, at) ||
		   (context_after(folded, 0, topic_phase_words) &&
		       context_before(folded, at, topic_time_verbs)));
}

/* How far before a clause of its time a campaign may be named, in bytes. */
#define CLAUSE_REACH 800

/* "phát động chiến dịch phòng, chống ma túy, diễn ra từ 4/3 đến 2/5": a clause
 * that only tells how long what was named before it takes, or a sentence that
 * begins with the name. */
static bool
is_time_clause(struct str folded, const struct expression *e)
{
	size_t at;
	struct str before;

	if (!has_both_ends(e))
		return false;
	at = context_start(folded, e->span.start, topic_time_verbs);
	if (at < 2 || at == e->span.start)
		return false;
	before = str_before(folded, at, CLAUSE_REACH);
	return context_after(folded, 0, topic_names) ||
	       (str_ends(before, STR(", ")) &&
		   context_holds(before, topic_names));
}

/* Whether it may be a campaign's time, by itself and its neighbours. */
static bool
may_be(struct str folded, const struct expression *e)
{
	switch (e->kind) {
	case PIECE_RANGE:
		return (is_its_range(e) || is_to_year(folded, e) ||
			   window_is_begun(folded, e) || is_begun(folded, e) ||
			   is_opened_from(folded, e)) &&
		       !is_year_so_far(folded, e) && !reported_range(folded, e);
	case PIECE_DURATION:
		return (e->value[1] != 'T' || lasting_is_days(e)) &&
		       strchr(e->value, 'Y') == NULL &&
		       (lasting_is_its(folded, e) ||
			   headed_is_length(folded, e) ||
			   window_is_opened_for(folded, e)) &&
		       !lasting_is_other(folded, e);
	case PIECE_MOMENT:
		return bound_is(folded, e) || is_phase(folded, e) ||
		       headed_is_time(folded, e) || window_is_given(folded, e);
	default:
		return false;
	}
}

/* How far behind a number of days the first of them may be, in bytes. */
#define COUNTED_REACH 40

/* "từ 15/12 đến 14/2 (60 ngày)", "khép lại vào rằm tháng Giêng (17/2)" */
static bool
restates(struct str folded, const struct expression *e,
    const struct expression *before)
{
	if (!before->campaign)
		return false;
	return (e->aside && before->kind == PIECE_MOMENT) ||
	       (e->kind == PIECE_DURATION &&
		   e->span.start <= before->span.end + 2 &&
		   folded.data[e->span.start - 1] == '(');
}

/* "khép lại ngày 5/2, sau hơn 80 ngày": how long what ended on a day had been
 * going on. */
static bool
is_length_up_to(struct str folded, const struct expression *e,
    const struct expression *before)
{
	static const struct str gaps[] = {W(", sau "), W(" sau "),
	    W(", sau hơn "), W(" sau hơn "), W(", sau gần "), W(" sau gần "),
	    W(", sau đúng "), W(", sau tròn "), {NULL, 0}};
	struct str gap = str_slice(folded, before->span.end, e->span.start);

	if (!before->campaign || before->kind != PIECE_MOMENT ||
	    e->kind != PIECE_DURATION || !lasting_is_long(e))
		return false;
	return context_is_one_of(gap, gaps);
}

/* "Trong 3 ngày ra quân (18, 19 và 20/3)": the first of days or months that are
 * counted right before them. */
static bool
is_counted_out(struct str folded, const struct expression *e,
    const struct expression *before)
{
	static const struct str more[] = {W(","), W("và"), {NULL, 0}};

	return before->campaign && before->kind == PIECE_DURATION &&
	       e->kind == PIECE_MOMENT &&
	       (e->from.unit == UNIT_DAY || e->from.unit == UNIT_MONTH) &&
	       folded.data[e->span.start - 1] == '(' &&
	       e->span.start <= before->span.end + COUNTED_REACH &&
	       context_after(folded, e->span.end, more);
}

/* "Giai đoạn 1 (16 ngày, từ 20/8 đến 4/9)", "Sau 16 ngày (20/8 - 4/9) ra quân":
 * a length right before the ends that it counts, in the same brackets or
 * theirs. */
static bool
is_restated(struct str folded, const struct expression *e,
    const struct expression *next)
{
	struct str gap = str_slice(folded, e->span.end, next->span.start);

	if (!has_both_ends(next) || !next->campaign ||
	    e->kind != PIECE_DURATION || e->span.start == 0)
		return false;
	return str_equal(gap, STR(" (")) ||
	       (folded.data[e->span.start - 1] == '(' &&
		   str_equal(gap, STR(", ")));
}

/* "mở đợt cao điểm chống buôn lậu 75 ngày, bắt đầu từ 20/7": a length whose
 * start follows at once. */
static bool
is_dated(struct str folded, const struct expression *e,
    const struct expression *next)
{
	static const struct str gaps[] = {W(", "), W(" "), W(", bắt đầu "),
	    W(" bắt đầu "), W(", tính "), {NULL, 0}};
	/* a term by itself is anything's */
	static const struct str terms[] = {
	    W(", thời hạn"), W(", trong thời hạn"), {NULL, 0}};
	struct str gap = str_slice(folded, e->span.end, next->span.start);

	if (e->kind != PIECE_DURATION || next->kind != PIECE_RANGE ||
	    !next->has_from || !is_its_range(next) || !lasting_is_long(e) ||
	    (lasting_is_other(folded, e) &&
		!context_before(folded, e->span.start, terms)) ||
	    !headed_is_named(folded, e->span.start))
		return false;
	return context_is_one_of(gap, gaps);
}

/* "02 tháng, bắt đầu từ 1/9, trong đó hai tuần đầu ...": a part of the last
 * length or range before it, which is the campaign's. */
static bool
is_part_of(struct str folded, const struct expressions *all, size_t i)
{
	if (!lasting_is_part(folded, &all->items[i]))
		return false;
	while (i > 0 && all->items[i - 1].kind == PIECE_MOMENT)
		i--;
	return i > 0 && all->items[i - 1].campaign;
}

/* Bytes of "- ", "a) ", "• ". */
#define MARK_MOST 4

/* "Trong 92 ngày ấy (1/7 - 30/9), các lực lượng bắt ...": whether days that are
 * pointed to, and their range in brackets, are told of the police. */
static bool
is_pointed_to(struct str folded, const struct expression *length,
    const struct expression *range, bool in_time)
{
	static const struct str caught[] = {W("các lực lượng"), W("đối tượng"),
	    W("tội phạm"), W("vi phạm"), W("bắt"), {NULL, 0}};
	static const struct str pointing[] = {W("ấy"), W("đó"), W("này"),
	    W("thực hiện"), W("triển khai"), W("ra quân"), {NULL, 0}};
	size_t end = context_end(folded, length->span.end, pointing);

	return end > length->span.end && lasting_is_long(length) &&
	       (in_time || context_holds(folded, caught) ||
		   context_holds(folded, topic_police_words)) &&
	       has_both_ends(range) && range->span.start == end + 2 &&
	       is_its_range(range);
}

/* "83 ngày, từ 15/11/2022 đến 5/2/2023, công an các huyện bắt ...": what a
 * sentence of the police, or of a section on time, begins with so is told of a
 * campaign. */
static bool
is_spelt_out(
    struct str folded, const struct expressions *expressions, bool in_time)
{
	static const struct str phases[] = {W("chia làm 2 giai đoạn"),
	    W("chia làm 02 giai đoạn"), W("chia làm hai giai đoạn"),
	    W("chia làm 3 giai đoạn"), W("chia làm 03 giai đoạn"),
	    W("chia làm ba giai đoạn"), W("chia thành 2 giai đoạn"),
	    W("chia thành 02 giai đoạn"), W("chia thành hai giai đoạn"),
	    W("chia thành 3 giai đoạn"), W("chia thành ba giai đoạn"),
	    W("chia làm 2 đợt"), W("chia làm 02 đợt"), W("chia làm hai đợt"),
	    {NULL, 0}};
	const struct expression *length = expressions->items, *range;

	if (expressions->count < 2 || length->kind != PIECE_DURATION)
		return false;
	range = length + 1;
	if (is_pointed_to(folded, length, range, in_time))
		return true;
	return length->span.start <= (in_time ? MARK_MOST : 0) &&
	       (in_time || lasting_is_long(length)) && has_both_ends(range) &&
	       range->span.start <= length->span.end + 2 &&
	       is_its_range(range) &&
	       (in_time || context_holds(folded, topic_police_words) ||
		   context_holds(folded, phases));
}

void
campaign_mark(struct str folded, struct expressions *expressions, bool in_time)
{
	enum topic topic = TOPIC_NONE;
	bool asked = false, found = false;
	struct police police = {false, false};

	if (is_spelt_out(folded, expressions, in_time))
		expressions->items[0].campaign =
		    expressions->items[1].campaign = found = true;
	for (size_t i = 0; i < expressions->count; i++) {
		struct expression *e = &expressions->items[i];

		if ((i > 0 && (restates(folded, e, e - 1) ||
				  is_length_up_to(folded, e, e - 1) ||
				  is_counted_out(folded, e, e - 1) ||
				  window_goes_on(folded, e, e - 1))) ||
		    is_part_of(folded, expressions, i) ||
		    lasting_is_ordered(folded, e) ||
		    lasting_is_ordered_range(folded, e) ||
		    bound_is_withdrawal(folded, e) ||
		    (has_both_ends(e) && (window_is_peak(folded, e) ||
					     window_is_of_peak(folded, e) ||
					     window_is_reviewed(folded, e)))) {
			e->campaign = true;
			continue;
		}
		if (!may_be(folded, e) &&
		    !(i + 1 < expressions->count && is_dated(folded, e, e + 1)))
			continue;
		if (!asked)
			topic = topic_of(folded);
		asked = true;
		/* "15/12 - 14/2; sơ kết ngày 10/1" */
		if (topic == TOPIC_NONE && in_time &&
		    e->span.start <= MARK_MOST)
			topic = TOPIC_TIME;
		if (topic == TOPIC_NONE && !found &&
		    !lasting_is_planned(folded, e, &police))
			continue;
		if (e->kind == PIECE_RANGE && event_has(folded, e))
			continue;
		/* "Thời gian thực hiện từ 5/9, kết thúc ngày 13/12" */
		if (topic == TOPIC_TIME && !found &&
		    e->kind != PIECE_DURATION && !has_both_ends(e) &&
		    (i + 1 == expressions->count || !may_be(folded, e + 1)))
			continue;
		/* the end follows the start: "khép lại vào ngày 3/1" */
		e->campaign =
		    topic == TOPIC_NAMED || topic == TOPIC_TIME || found ||
		    lasting_is_planned(folded, e, &police) ||
		    is_told(folded, e) || is_time_clause(folded, e) ||
		    (is_near(folded, e->span, topic_phase_stems) &&
			is_near(folded, e->span, topic_phase_words)) ||
		    is_near(folded, e->span, topic_loose_words);
		found |= e->campaign;
		if (i > 0 && is_restated(folded, e - 1, e))
			e[-1].campaign = true;
	}
}
