#include "open.h"

#include "context.h"

/* How far back a word may stand that tells of an end, in bytes. */
#define NEAR ((size_t)40)

bool
open_lasts(struct str folded, size_t until)
{
	static const struct str lasting[] = {W("giai đoạn"), W("đợt"),
	    W("cao điểm"), W("kéo dài"), W("thời gian"), W("diễn ra"),
	    W("thực hiện"), W("chiến dịch"), W("hiệu lực"), W("áp dụng"),
	    W("tính"), W("hạn"), W("chặng"), W("bước 1"), W("bước 2"),
	    W("bước 3"), W("bước một"), W("kéo một mạch"), W("kéo liền"),
	    W("từ nay"), W("duy trì"), W("kéo thêm"), {NULL, 0}};
	static const struct str drawn[] = {W("kéo"), W("kéo luôn"), {NULL, 0}};
	size_t from = until > NEAR ? until - NEAR : 0, end = until, at;

	/* "..., kéo đến giữa tháng 10", but no "kéo giảm" */
	at = context_start(folded, until, drawn);
	if (at < until && str_ends(str_slice(folded, 0, at), STR(", ")) &&
	    !str_digit_at(folded, str_find(folded, STR(" "), until) + 1))
		return true;
	/* "kéo dài thêm 1 tháng, đến 15.9" */
	if (end > 1 && folded.data[end - 2] == ',')
		end -= 2;
	for (size_t i = from; i < end; i++)
		if (folded.data[i] == ',' || folded.data[i] == ';' ||
		    folded.data[i] == '.')
			from = i + 1;
	return context_holds(str_slice(folded, from, until), lasting);
}

bool
open_is_counted(struct str folded, size_t until, size_t end)
{
	static const struct str reports[] = {W("kết quả"), W("số liệu"),
	    W("lũy kế"), W("luỹ kế"), W("thống kê"), W("tiến độ"), {NULL, 0}};
	struct str clause =
	    str_slice(folded, until > NEAR ? until - NEAR : 0, until);

	return end < folded.len && folded.data[end] == ':' &&
	       (until == 0 || (context_holds(clause, reports) &&
				  str_find(clause, STR(","), 0) == clause.len));
}

/* How far before its old and new time it may be told that something is moved,
 * in bytes. */
#define MOVED_REACH 80

static const struct str to_new_time[] = {W("sang"), {NULL, 0}};

static bool
is_told_to_move(struct str folded, size_t at, const struct str *moves)
{
	return context_holds(str_before(folded, at, MOVED_REACH), moves);
}

bool
open_is_left(struct str folded, struct span span)
{
	static const struct str moves[] = {W("lùi"), W("dời"), W("hoãn"),
	    W("đổi"), W("chuyển"), W("dịch"), {NULL, 0}};
	static const struct str units[] = {W("ngày"), W("tháng"), W("năm"),
	    W("quý"), W("tuần"), W("đầu"), W("giữa"), W("cuối"), {NULL, 0}};
	size_t end = context_end(folded, span.end, to_new_time);

	return end > span.end &&
	       (str_digit_at(folded, end + 1) ||
		   context_after(folded, end, units)) &&
	       is_told_to_move(folded, span.start, moves);
}

bool
open_is_moved(struct str folded, struct span span)
{
	/* nothing but times: "vận chuyển sang 16.5 tấn" */
	static const struct str moves[] = {
	    W("lùi "), W("dời "), W("hoãn "), {NULL, 0}};

	return (context_before(folded, span.start, to_new_time) ||
		   context_after(folded, span.end, to_new_time)) &&
	       is_told_to_move(folded, span.start, moves);
}

/* How far behind such a time it may be told, in bytes. */
#define DUTY_REACH 120

/* "Đến 30/6, tỷ lệ khám phá án phải đạt 80%": whether what has to be then
 * follows a time that its part of the sentence begins with. */
static bool
is_term_of_duty(struct str folded, size_t until, size_t end)
{
	static const struct str duties[] = {W("phải"), W("không vượt quá"),
	    W("không được"), W("tối thiểu"), W("ít nhất"), {NULL, 0}};
	static const struct str told[] = {W(" đã "), W(" bị "), {NULL, 0}};
	struct str behind = str_behind(folded, end, DUTY_REACH);

	while (until > 0 && strchr(" -+*", folded.data[until - 1]) != NULL)
		until--;
	return (until == 0 || folded.data[until - 1] == ';') &&
	       str_starts(behind, STR(", ")) && context_holds(behind, duties) &&
	       !context_holds(behind, told);
}

bool
open_may_end(
    struct str folded, size_t until, const struct moment *m, size_t end)
{
	/* what is to be met by then */
	static const struct str goals[] = {W("yêu cầu"), W("phấn đấu"),
	    W("chỉ tiêu"), W("đề ra"), W("quyết tâm"), W("đòi hỏi"), {NULL, 0}};
	static const struct str behind[] = {W("phải"), W("phấn đấu"),
	    W(", phấn đấu"), W(", phải"), W("cơ bản"), {NULL, 0}};
	static const struct str aim[] = {W("mục tiêu"), {NULL, 0}};
	static const struct str moves[] = {W("lùi "), W("dời "), W("hoãn "),
	    W("gia hạn "), W("chuyển vé"), {NULL, 0}};
	size_t from = context_back_to(folded, until, NEAR, ',', ';');
	struct str clause = str_slice(folded, from, until);

	if (m->mod != MOD_NONE)
		return false;
	if (m->unit == UNIT_YEAR)
		return m->year != 0;
	return (m->unit == UNIT_MONTH || m->unit == UNIT_DAY) && !m->lunar &&
	       m->part == PART_NONE &&
	       (context_after(folded, end, behind) ||
		   is_term_of_duty(folded, until, end) ||
		   context_before(folded, until, aim) ||
		   (context_holds(clause, goals) &&
		       !context_holds(clause, moves)));
}
