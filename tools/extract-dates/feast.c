#include "feast.h"

#include "context.h"

static const struct holiday days[] = {
    {W(""), false, 4, 30, W("reunification-day")},
    {W(""), false, 5, 1, W("labour-day")},
    {W(""), false, 9, 2, W("national-day")},
};

/* What is said of holidays, in front of their numbers. */
static const struct str before[] = {W("lễ"), W("dịp"), W("nghỉ"), W("mừng"),
    W("kỷ niệm"), W("kỷ niệm ngày"), W("lễ và"), W("30/4 và"), W("30.4 và"),
    W("30-4 và"), W("30/4,"), W("30-4,"), W("giỗ tổ,"), W("giỗ tổ hùng vương,"),
    W("ngày lễ"), W("kỳ nghỉ"), W("đại lễ"), W("ngày độc lập"),
    W("ngày chiến thắng"), W("ngày giải phóng"), W("ngày thống nhất"),
    W("ngày quốc khánh"), W("pháo hoa"), W("diễu binh"), W("diễu hành"),
    W("duyệt binh"), W("đặc xá"), W("đặc xá nhân"), W("đặc xá dịp"), {NULL, 0}};

/* The same, but what a score or a number may follow, too. */
static const struct str loose_before[] = {W("phục vụ"), W("nhân"), W("vé xe"),
    W("vé tàu"), W("vé máy bay"), W("vé tàu xe"), W("cao điểm"), W("thời tiết"),
    W("sơ duyệt"), W("tổng duyệt"), {NULL, 0}};

const struct holiday *
feast_of(struct str folded, const struct piece *p)
{
	const struct moment *m = &p->moment;

	if (p->kind != PIECE_MOMENT || m->unit != UNIT_DAY || m->lunar ||
	    m->hour >= 0)
		return NULL;
	for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++)
		if (days[i].month == m->month && days[i].day == m->day &&
		    (context_before(folded, p->span.start, before) ||
			(context_has_slash(folded, p->span) &&
			    context_before(
				folded, p->span.start, loose_before))))
			return &days[i];
	return NULL;
}
