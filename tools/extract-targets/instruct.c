/* What tells somebody what to do, without a word that says so. */
#include "scope.h"

/* "phát hiện 5 vụ", "thu giữ 2 kg": an act that is counted when it is done. */
static bool
is_done(const struct item *item)
{
	static const char *const acts[] = {"phát hiện", "bắt", "khởi tố",
	    "thu giữ", "xử phạt", "phạt", "lập biên bản", "tạm giữ", "tạm giam",
	    "khám phá", "làm rõ", "triệt phá", "cứu", "chuyển", "nhận", NULL};

	return item_is(item, CUE_VERB) &&
	       starts_with_one_of(item->cue->phrase, acts);
}

/* Whether item i tells what was, or against what it is held. */
static bool
tells_of_work(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	return reports(f, i) || is_done(item) || is_change(item) ||
	       is_phrase(item, STR("đã")) || item_is(item, CUE_BUT) ||
	       item_is(item, CUE_COMPARE) || item->kind == ITEM_OPEN ||
	       (item->kind == ITEM_FIGURE &&
		   (item->figure.form == FIGURE_RATIO ||
		       item->figure.unit->kind == UNIT_MONEY));
}

bool
is_instruction(const struct fold *f)
{
	static const char *const orders[] = {"; xử lý nghiêm ",
	    ", xử lý nghiêm ", " kiểm soát chặt", " quản lý chặt", " nắm chắc ",
	    " kiên quyết ", " trong 24 giờ", " trong 48 giờ", " trong 72 giờ",
	    " chủ trì;", NULL};
	static const char *const past[] = {
	    "qua đó", "chúng tôi", " vừa ", " ngày qua", "nhờ ", NULL};
	static const char *const times[] = {" ngày ", " sáng ", " chiều ",
	    " tối ", " đêm ", " trong ", " qua ", " sau ", " từ ", NULL};
	bool several = false;

	for (size_t i = 0; i < f->items->count; i++) {
		if (tells_of_work(f, i))
			return false;
		several |= f->items->list[i].kind == ITEM_SEMICOLON;
	}
	return several && holds_one_of(f->folded, orders) &&
	       !holds_one_of(f->folded, past) &&
	       !starts_with_one_of(
		   str_from_offset(f->folded, f->items->list[0].end), times);
}

/* Bytes of "giai đoạn 1 (từ 15/12/2023 đến 14/1/2024):". */
#define PHASE_MOST 80

static const char *const phases[] = {"bước ", "giai đoạn ", "đợt ", NULL};

/* "...; đợt 2 (từ 16/12 đến 10/2): ...": whether the bracket at item i gives
 * the time of one more phase. */
static bool
is_time_of_phase(const struct fold *f, size_t i)
{
	size_t end = f->items->list[i].start, first = i > NEAR ? i - NEAR : 0;
	size_t at = end;

	while (i-- > first && at == end)
		if (f->items->list[i].kind == ITEM_SEMICOLON)
			at = f->items->list[i].end + 1;
	return at < end && end - at <= STR("giai đoạn 10 ").len &&
	       starts_with_one_of(str_from_offset(f->folded, at), phases);
}

bool
is_phase_of_plan(const struct fold *f)
{
	static const char *const past[] = {"qua đó", " vừa ", "nhờ ", NULL};
	struct str head = str_behind(f->folded, 0, PHASE_MOST);
	size_t colon = str_find(head, STR(":"), 0);

	if (!starts_with_one_of(item_text(f), phases) || colon == head.len ||
	    holds_one_of(f->folded, past))
		return false;
	for (size_t i = 0; i < f->items->count; i++)
		if (f->items->list[i].start > colon && tells_of_work(f, i) &&
		    !(f->items->list[i].kind == ITEM_OPEN &&
			is_time_of_phase(f, i)))
			return false;
	return true;
}

/* Whether those who act stand behind a comma: "Tập trung truy xét, Công an
 * huyện". */
static bool
names_actor(const struct fold *f)
{
	for (size_t i = 0; i + 1 < f->items->count && i < NEAR; i++) {
		const struct item *item = &f->items->list[i];

		if (item->kind == ITEM_FIGURE)
			return false;
		if (item->kind == ITEM_COMMA &&
		    is_actor(f->folded, item->end, item[1].start))
			return true;
	}
	return false;
}

bool
begins_with_task(const struct fold *f)
{
	static const char *const heads[] = {
	    "tập trung ", "chủ động ", "tăng cường ", "đẩy mạnh ", NULL};

	return starts_with_one_of(f->folded, heads) && !names_actor(f);
}

/* Bytes of "Nâng tỷ lệ khám phá án hình sự lên". */
#define RATE_MOST 160

bool
is_raised_rate(const struct fold *f, size_t i)
{
	static const char *const heads[] = {
	    "nâng tỷ lệ ", "nâng tỉ lệ ", "hạ tỷ lệ ", "hạ tỉ lệ ", NULL};
	static const char *const work[] = {" khám phá", " điều tra",
	    " giải quyết", " thu hồi", " làm rõ", " nghiện", " án ",
	    " tội phạm", NULL};
	const struct item *item = &f->items->list[i], *next = next_to(f, i);

	return item->figure.unit->kind == UNIT_RATE && item->op != OP_NONE &&
	       item->op != OP_APPROX && starts_with_one_of(f->folded, heads) &&
	       (next == NULL || !item_is(next, CUE_COMPARE)) &&
	       item->reach_start < RATE_MOST &&
	       holds_one_of(str_slice(f->folded, 0, item->reach_start), work);
}
