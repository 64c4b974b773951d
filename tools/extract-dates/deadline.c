#include "deadline.h"

#include <string.h>

#include "context.h"

static const struct str before_words[] = {W("trước"), {NULL, 0}};
const struct str deadline_latest[] = {W("chậm nhất"), W("chậm nhất là"),
    W("chậm nhất vào"), W("muộn nhất"), W("muộn nhất là"), W("muộn nhất vào"),
    W("chậm nhất đến"), W("muộn nhất đến"), W("chậm nhất trước"),
    W("không muộn hơn"), {NULL, 0}};
static const struct str finished_words[] = {W("xong trước"),
    W("hoàn thành trước"), W("hoàn tất trước"), W("kết thúc trước"), {NULL, 0}};
static const struct str after_words[] = {W("sau"), {NULL, 0}};
/* "liền kề sau 2/9" is the day next to it; around a day is neither. */
static const struct str next_words[] = {W("liền kề sau"), W("liền kề trước"),
    W("trước và sau"), W("trước, trong và sau"), {NULL, 0}};
const struct str deadline_about[] = {W("khoảng"), W("gần"), W("tầm"),
    W("khoảng hơn"), W("khoảng gần"), {NULL, 0}};

/* How far before a holiday the goal may be that is to be met by it, in
 * bytes. */
#define GOAL_REACH ((size_t)120)

/* "phấn đấu giảm 50% đối tượng truy nã trước Tết", but not "phấn đấu bắt 10 đối
 * tượng trong dịp trước Tết": whether a figure is to be met by a holiday. */
static bool
is_term_of_goal(struct str folded, size_t at)
{
	static const struct str due[] = {W("trước"), {NULL, 0}};
	static const struct str goals[] = {
	    W("phấn đấu "), W("quyết tâm "), W("hoàn thành "), {NULL, 0}};
	/* what comes before a holiday, or is done in that time */
	static const struct str periods[] = {W("dịp"), W("ngày"), W("tuần"),
	    W("tháng"), W("thời gian"), W("thời điểm"), W("giai đoạn"),
	    W("cao điểm"), W("từ"), W("giai đoạn này"), W("đợt"), W("so với"),
	    {NULL, 0}};
	size_t end = context_start(folded, at, due);
	size_t from = end, goal = 0;
	struct str clause;

	if (end == at || context_before(folded, end, periods))
		return false;
	while (from > 0 && end - from < GOAL_REACH &&
	       strchr(";:", folded.data[from - 1]) == NULL &&
	       !str_ends(str_slice(folded, 0, from), STR(", ")))
		from--;
	clause = str_slice(folded, from, end);
	for (size_t i = 0; goals[i].data != NULL; i++) {
		size_t found = str_find(clause, goals[i], 0);

		if (found < clause.len && found + goals[i].len > goal)
			goal = found + goals[i].len;
	}
	if (goal == 0)
		return false;
	clause = str_from_offset(clause, goal);
	for (size_t i = 0; i < clause.len; i++)
		if (str_is_digit(clause.data[i]))
			return true;
	return false;
}

/* How far before a day it may be told what is due, in bytes. */
#define DUE_REACH 60

bool
deadline_is_due(struct str folded, size_t at)
{
	static const struct str due[] = {
	    W("báo cáo"), W("gửi "), W("hoàn thành"), W("nộp "), {NULL, 0}};

	return context_holds(str_before(folded, at, DUE_REACH), due);
}

enum mod
deadline_mod(struct str folded, const struct piece *p)
{
	size_t at = p->span.start;
	enum mod mod = MOD_NONE;

	/* "phải xong trước Noel" */
	if (p->moment.holiday != NULL &&
	    (context_before(folded, at, finished_words) ||
		is_term_of_goal(folded, at)))
		return MOD_BEFORE;
	/* the start of a week is none of its parts that are told */
	if (p->moment.mod != MOD_NONE || p->moment.holiday != NULL)
		return p->moment.unit == UNIT_WEEK ? MOD_NONE : p->moment.mod;
	if (context_before(folded, at, before_words) ||
	    context_before(folded, at, deadline_latest))
		mod = MOD_BEFORE;
	else if (context_before(folded, at, after_words))
		mod = MOD_AFTER;
	if (mod != MOD_NONE)
		return context_before(folded, at, next_words) ? MOD_NONE : mod;
	return context_before(folded, at, deadline_about) ? MOD_APPROX
							  : MOD_NONE;
}
