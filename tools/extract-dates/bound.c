#include "bound.h"

#include "context.h"
#include "topic.h"

/* What the first or last day of a campaign stands behind, and in front of. */
static const struct str in_front[] = {W("bắt đầu"), W("bắt đầu từ"),
    W("bắt đầu vào"), W("khởi đầu"), W("mở màn"), W("khởi động"), W("kết thúc"),
    W("kết thúc vào"), W("khép lại"), W("khép lại vào"), W("khép lại là"),
    W("khép lại sau"), W("kết thúc sau"), W("kết thúc là"),
    W("ngày bắt đầu là"), W("kết thúc trước"), W("hoàn thành vào"), W("bế mạc"),
    W("kéo dài đến"), W("kéo dài tới"), W("chấm dứt vào"), W("bắt đầu tính"),
    W("mở từ"), W("mở"), W("mở vào"), W("đóng"), W("đóng vào"), W("dừng ở"),
    W("dừng vào"), W("hạn cuối là"), W("hạn cuối"), W("hạ màn"),
    W("hạ màn vào"), W("thu quân"), W("thu quân vào"), W("rút quân"),
    W("rút quân vào"), W("khai màn"), W("khai màn vào"), W("bắt đầu lúc"),
    W("bắt đầu từ lúc"), W("kết thúc lúc"), W("khép lại lúc"), W("hạ quân"),
    W("hạ quân vào"), W("bắt đầu cao điểm vào"), W("mở cao điểm vào"),
    W("kết thúc cao điểm vào"), W("bấm nút"), W("bấm nút từ"), W("bấm nút vào"),
    W("bấm giờ"), W("bấm giờ từ"), W("kết thúc cao điểm"),
    W("kết thúc đợt cao điểm"), W("kết thúc cao điểm tết"),
    W("kết thúc chiến dịch"), W("kết thúc đợt ra quân"), W("bắt đầu cao điểm"),
    W("bắt đầu đợt cao điểm"), W("bắt đầu chiến dịch"),
    W("khép lại đợt cao điểm"), W("mở màn là"), W("mở màn vào"),
    W("hết thời gian cao điểm"), W("hết đợt cao điểm"), W("hết cao điểm"),
    W("bắt đầu ngay"), W("hạ màn trước"), W("khép lại trước"),
    W("từ khi ra quân"), W("từ khi mở cao điểm"), W("từ khi mở đợt cao điểm"),
    W("ngày đầu ra quân"), W("ngày đầu tiên ra quân"), W("ngày đầu cao điểm"),
    W("ngày đầu đợt cao điểm"), W("ngày đầu của đợt cao điểm"),
    W("ngày đầu tiên của đợt cao điểm"), W("cao điểm phát động"),
    W("cao điểm phát động từ"), W("cao điểm được phát động"),
    W("cao điểm được phát động từ"), W("chiến dịch phát động"),
    W("chiến dịch được phát động"), W("chiến dịch được phát động từ"),
    W("mở màn lúc"), W("hạ màn lúc"), W("khởi động lúc"), W("khai hỏa"),
    W("khai hỏa vào"), W("đóng lại"), W("đóng lại vào"), W("chấm dứt"),
    W("xong vào"), W("đã xong"), W("về đích"), W("về đích vào"),
    W("mốc kết thúc là"), W("mốc kết thúc mới là"), W("kết thúc cao điểm là"),
    W("kết thúc đợt cao điểm là"), W("kết thúc chiến dịch là"),
    W("kết thúc đợt ra quân là"), W("bắt đầu đợt cao điểm là"),
    W("bắt đầu chiến dịch là"), W("ngày kết thúc mới là"), W("nối dài sang"),
    W("kéo dài sang"), W("thu quân lùi sang"), W("kết thúc lùi sang"),
    W("hết vào"), W("khi kết thúc đợt,"), W("kết thúc đợt cao điểm vào"),
    W("khép lại đợt cao điểm vào"), W("kết thúc chiến dịch vào"),
    W("kết thúc đợt ra quân vào"), W("bắt đầu đợt cao điểm vào"),
    W("kết thúc đợt 1 vào"), W("kết thúc đợt một vào"),
    W("kết thúc giai đoạn 1 vào"), W("điểm dừng là"), W("điểm cuối là"),
    W("điểm kết là"), W("giờ g là"), W("thu quân khi hết"),
    W("kết thúc khi hết"), W("khép lại khi hết"), {NULL, 0}};
static const struct str behind[] = {W("mới kết thúc"), W("sẽ kết thúc"),
    W("thì kết thúc"), W("kết thúc"), W("mới khép lại"), W("khép lại"),
    W("sẽ khép lại"), W("thì khép lại"), W("mới dừng"), {NULL, 0}};
static const struct str lasting[] = {W("suốt"), W("trong suốt"), W("trọn"),
    W("trong trọn"), W("trong cả"), W("diễn ra trong"), W("kéo dài trong"),
    W("mở trong"), W("được mở trong"), W("triển khai trong"),
    W("thực hiện trong"), W("thực hiện gọn trong"), W("cao điểm"),
    W("cao điểm trong"), W("diễn ra trong các"), W("kéo dài trong các"),
    W("mở trong các"), W("trong các"), W("ra quân trong"),
    W("chiến dịch trong"), W("gói gọn trong"), W("được ấn định vào"),
    W("nối dài sang"), W("kéo dài sang"), {NULL, 0}};

/* How far before the new end the words may be that an end, or the campaign
 * itself, is moved, in bytes. */
#define MOVED_REACH 100
#define SHIFTED_REACH 160

/* "lùi thời gian kết thúc từ 14/2 sang 28/2": the new end; "đợt ra quân đành
 * lùi sang ngày 10/7 mới bắt đầu", "lùi đợt cao điểm sang tháng 10": the new
 * time. */
static bool
is_moved(struct str folded, size_t at)
{
	static const struct str over[] = {W("sang"), W("sang ngày"), {NULL, 0}};
	static const struct str moved[] = {W("thời gian kết thúc"),
	    W("thời điểm kết thúc"), W("thời hạn"), W("ngày kết thúc"),
	    {NULL, 0}};
	static const struct str shifts[] = {
	    W("lùi "), W("dời "), W("hoãn "), {NULL, 0}};
	struct str near;

	if (!context_before(folded, at, over))
		return false;
	near = str_slice(
	    folded, context_back_to(folded, at, SHIFTED_REACH, ';', ';'), at);
	return (context_holds(near, shifts) &&
		   context_holds(near, topic_names)) ||
	       context_holds(
		   str_slice(folded,
		       context_back_to(folded, at, MOVED_REACH, ',', ';'), at),
		   moved);
}

/* How long a clause may be that tells it, in bytes. */
#define CLAUSE_MOST 120

/* "Đúng 0 giờ ngày 15/12, cao điểm chính thức bắt đầu": whether it is told
 * behind a day that a campaign begins or ends. */
static bool
is_told_behind(struct str folded, const struct expression *e)
{
	static const struct str campaigns[] = {W("cao điểm"), W("đợt cao điểm"),
	    W("đợt ra quân"), W("chiến dịch"), W("đợt cao điểm này"),
	    W("chiến dịch này"), {NULL, 0}};
	static const struct str verbs[] = {W("bắt đầu"),
	    W("chính thức bắt đầu"), W("sẽ bắt đầu"), W("kết thúc"),
	    W("chính thức kết thúc"), W("sẽ kết thúc"), W("mới kết thúc"),
	    W("khép lại"), W("mở màn"), W("chính thức mở màn"),
	    W("chính thức khép lại"), W("hạ màn"), W("mới khép lại"),
	    W("sẽ khép lại"), W("mới hạ màn"), {NULL, 0}};
	/* "Sáng 14/12, công an huyện bắt đầu đợt cao điểm" */
	static const struct str begun[] = {W(" bắt đầu đợt cao điểm"),
	    W(" bắt đầu cao điểm"), W(" bước vào đợt cao điểm"),
	    W(" bước vào cao điểm"), {NULL, 0}};
	size_t at = e->span.end, end;
	struct str clause;

	if (e->from.unit != UNIT_DAY || e->from.holiday != NULL ||
	    at == folded.len)
		return false;
	/* "Hôm nay (15/12), cao điểm ..." */
	at += folded.data[at] == ')';
	at += at < folded.len && folded.data[at] == ',';
	clause = str_behind(folded, at, CLAUSE_MOST);
	clause = str_slice(clause, 0, str_find(clause, STR(","), 0));
	if (context_holds(clause, begun))
		return true;
	end = context_end(folded, at, campaigns);
	if (end == at)
		return false;
	/* "đợt cao điểm trấn áp tội phạm chính thức bắt đầu" */
	clause = str_slice(clause, 0, str_find(clause, STR("."), 0));
	return context_after(folded, end, verbs) ||
	       context_before(clause, clause.len, verbs);
}

/* "trong hai tháng 4 và 5", "trong 2 tháng 4 và 5": where the number of months
 * begins that are told at a place; at: it is not told. */
static size_t
before_count(struct str folded, size_t at)
{
	static const struct str counts[] = {
	    W("hai"), W("cả hai"), W("ba"), W("cả ba"), {NULL, 0}};
	size_t start = context_start(folded, at, counts);

	if (start < at || at == 0 || folded.data[at - 1] != ' ')
		return start;
	start = str_digits_start(folded, at - 1);
	return at - start <= sizeof("02") ? start : at;
}

bool
bound_is_withdrawal(struct str folded, const struct expression *e)
{
	static const struct str withdrawn[] = {
	    W("thu quân"), W("thu quân vào"), {NULL, 0}};

	return e->kind == PIECE_MOMENT && e->from.unit == UNIT_DAY &&
	       context_before(folded, e->span.start, withdrawn);
}

/* "Phiên tòa mở ngày 23-5": what else is opened. */
static bool
is_trial(struct str folded, size_t at)
{
	static const struct str opened[] = {W("phiên tòa mở"),
	    W("phiên toà mở"), W("phiên tòa mở vào"), W("tòa mở"), W("lớp mở"),
	    W("khóa học mở"), {NULL, 0}};

	return context_before(folded, at, opened);
}

bool
bound_is(struct str folded, const struct expression *e)
{
	/* "mở đúng vào tháng Chạp" */
	static const struct str links[] = {W("đúng"), W("đúng vào"),
	    W("ngay vào"), W("ngay từ"), W("rơi vào"), W("rơi đúng vào"),
	    {NULL, 0}};
	/* "kéo dài suốt năm 2019" */
	static const struct str all_year[] = {W("kéo dài suốt"),
	    W("kéo dài trong suốt"), W("kéo dài cả"), {NULL, 0}};
	size_t at = e->span.start;

	if (e->from.unit == UNIT_YEAR && context_before(folded, at, all_year))
		return true;
	if ((e->from.unit == UNIT_MONTH || e->from.unit == UNIT_QUARTER ||
		e->from.unit == UNIT_SEASON || e->from.unit == UNIT_HALF) &&
	    context_before(folded, before_count(folded, at), lasting))
		return true;
	/* "Hết thời gian cao điểm (15/2)" */
	if (at > 1 && folded.data[at - 1] == '(')
		at--;
	at = context_start(folded, at, links);
	if (is_trial(folded, at))
		return false;
	return is_told_behind(folded, e) ||
	       (e->from.holiday == NULL &&
		   (context_before(folded, at, in_front) ||
		       is_moved(folded, at))) ||
	       (e->from.unit == UNIT_DAY && e->from.holiday == NULL &&
		   (context_after(folded, e->span.end, behind) ||
		       context_after(folded, e->span.end, context_made_after)));
}
