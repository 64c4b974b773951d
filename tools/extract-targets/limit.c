/* Bounds and levels that only orders tell. */
#include "scope.h"

#include <string.h>

bool
is_level_from(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	return item->figure.unit->kind == UNIT_RATE &&
	       item->figure.form == FIGURE_PLAIN &&
	       follows_cue(f, i, CUE_FROM) && follows_cue(f, i - 1, CUE_REACH);
}

/* Bytes of what is drawn down: "kéo thiệt hại do lừa đảo qua mạng xuống", "giảm
 * tỷ lệ tái phạm trong số người chấp hành xong án phạt tù xuống". */
#define DRAWN_MOST 320

bool
is_drawn_down(const struct fold *f, size_t i)
{
	static const char *const kept[] = {"giữ số ", "giữ cho số ",
	    "giữ tỷ lệ ", "giữ tỉ lệ ", "kìm số ", "khống chế số ", NULL};
	static const char *const drawn[] = {
	    "kéo ", "giảm tỷ lệ ", "giảm tỉ lệ ", NULL};
	const struct item *item = &f->items->list[i], *bound, *level;
	struct str near, clause;
	size_t colon;

	if ((item->op != OP_LT && item->op != OP_LE) ||
	    !follows_cue(f, i, CUE_OP))
		return false;
	bound = prior_to(f, i);
	near = str_before(f->folded, bound->start, DRAWN_MOST + 2);
	colon = str_find(near, STR(": "), 0);
	clause =
	    colon < near.len ? str_from_offset(near, colon + 2) : item_text(f);
	if (clause.data < near.data || clause.data >= near.data + near.len)
		return false;
	if (starts_with_one_of(clause, kept))
		return true;
	level = prior_to(f, i - 1);
	return level != NULL && item_is(level, CUE_LEVEL) &&
	       str_starts(level->cue->phrase, STR("xuống")) &&
	       starts_with_one_of(clause, drawn) &&
	       !str_starts(clause, STR("kéo được "));
}

bool
is_share_of_wanted(const struct fold *f, size_t i)
{
	static const char *const wanted[] = {" số đối tượng truy nã ",
	    " đối tượng truy nã ", " tổng số đối tượng truy nã ",
	    " số đối tượng có lệnh truy nã ", NULL};
	static const char *const which[] = {
	    "hiện có", "mới phát sinh", "phát sinh", "mới", "cũ", NULL};
	struct str rest = str_from_offset(f->folded, f->items->list[i].end);

	if (!is_round_rate(f, &f->items->list[i]))
		return false;
	for (size_t k = 0; wanted[k] != NULL; k++) {
		struct str whom = str_from(wanted[k]);

		if (str_starts(rest, whom))
			return starts_with_one_of(
			    str_from_offset(rest, whom.len), which);
	}
	return false;
}

/* Where what stands behind the last of the signs begins in s; 0: there is
 * none. */
static size_t
behind_last(struct str s, const char *signs)
{
	size_t at = s.len;

	while (at > 0 && strchr(signs, s.data[at - 1]) == NULL)
		at--;
	return at;
}

/* Bytes of a body's name and of what it begins with, "; Đội Cảnh sát ma
 * túy". */
#define BODY_MOST 60

/* "Đội Ma túy bắt", "; Phòng Cảnh sát hình sự bắt": whether a body of the
 * police, and nothing else, stands before a place in its clause. */
static bool
is_of_body(const struct fold *f, size_t at)
{
	static const char *const bodies[] = {"đội ", "công an ", "phòng ",
	    "cảnh sát ", "lực lượng ", "trạm ", "đồn ", "bộ đội ", NULL};
	static const char *const others[] = {
	    " đã ", " vừa ", " bị ", " mà ", " nếu ", NULL};
	struct str near = str_before(f->folded, at, BODY_MOST);
	size_t from = behind_last(near, ",;:");

	if (from == 0 && near.len == BODY_MOST)
		return false;
	near = str_from_offset(near, from);
	if (str_starts(near, STR(" ")))
		near = str_from_offset(near, 1);
	return starts_with_one_of(near, bodies) && !holds_one_of(near, others);
}

/* Bytes behind a floor where a rule goes on. */
#define RULED_MOST 40

bool
is_floor_of_act(const struct fold *f, size_t i)
{
	static const char *const ruled[] = {" thì ", " bị ", NULL};
	const struct item *item = &f->items->list[i], *act;

	if (item->op != OP_GE || !is_count_of_cases(item) ||
	    !follows_cue(f, i, CUE_FROM))
		return false;
	/* "xử lý từ 3 vụ trở lên thì bị tước giấy phép" */
	if (holds_one_of(str_behind(f->folded, item->end, RULED_MOST), ruled))
		return false;
	act = prior_to(f, i - 1);
	return act != NULL && item_is(act, CUE_VERB) &&
	       act->cue->value != VERB_HARM &&
	       (act->start == 0 || is_of_body(f, act->start) ||
		   (i > 2 &&
		       (act[-1].kind == ITEM_COMMA ||
			   act[-1].kind == ITEM_SEMICOLON) &&
		       act->start <= act[-1].end + 1));
}

/* Items in front of a level in which a measure is looked for. */
#define MEASURE_REACH 96

static bool
measures_before(const struct fold *f, size_t i)
{
	size_t first = i > MEASURE_REACH ? i - MEASURE_REACH : 0;

	while (i-- > first)
		if (is_police_measure(&f->items->list[i]))
			return true;
	return false;
}

/* Bytes in front of a floor in which the work that it is of is looked for. */
#define WORK_MOST 120

/* "khám phá án từ 80% trở lên", "tỷ lệ giải quyết tin báo từ 95% trở lên":
 * whether figure i is a floor of how much of their work the police get done. */
static bool
is_floor_of_work(const struct fold *f, size_t i)
{
	static const char *const work[] = {"khám phá ", "điều tra ",
	    "giải quyết ", "làm rõ ", "xử lý tin báo ", NULL};
	static const char *const others[] = {" thương t", " tổn hại ",
	    " tổn thương ", "khi ", "nếu ", "có tỷ lệ ", NULL};
	struct str near =
	    str_before(f->folded, f->items->list[i].reach_start, WORK_MOST);

	near = str_from_offset(near, behind_last(near, ";:.("));
	return follows_cue(f, i, CUE_FROM) && holds_one_of(near, work) &&
	       !holds_one_of(near, others);
}

bool
is_asked_level(const struct fold *f, size_t i)
{
	const struct item *item = &f->items->list[i];

	if (item->op != OP_GE || item->figure.unit->kind != UNIT_RATE)
		return false;
	if (is_floor_of_work(f, i))
		return true;
	for (item = prior_to(f, i); item != NULL; item = prior_to(f, --i)) {
		if (item_is(item, CUE_REACH))
			return str_starts(item->cue->phrase, STR("đạt"));
		if (item_is(item, CUE_DOWN))
			return measures_before(f, i - 1);
		if (!item_is(item, CUE_OP) && !item_is(item, CUE_FROM))
			return false;
	}
	return false;
}

/* Bytes in front of a floor in which it may be told that something is so. */
#define STATED_MOST 240

bool
is_floor_for_bodies(const struct fold *f, size_t i)
{
	static const char *const bodies[] = {"các xã", "các phường",
	    "các đơn vị", "các đồn", "các huyện", "công an các", "các đội",
	    "các trạm", "các phòng", NULL};
	static const char *const states[] = {
	    " có ", " còn ", " bị ", " gồm ", " mất ", NULL};
	const struct item *item = &f->items->list[i];
	const struct unit *unit = item->figure.unit;

	return item->op == OP_GE &&
	       (unit->kind == UNIT_COUNT || unit->kind == UNIT_MEASURE) &&
	       !str_equal(unit->name, STR("người")) &&
	       starts_with_one_of(item_text(f), bodies) &&
	       !holds_one_of(
		   str_before(f->folded, item->reach_start, STATED_MOST),
		   states);
}

bool
is_level_of_share(const struct fold *f, size_t i)
{
	static const char *const of_past[] = {
	    " của năm ", " của cùng kỳ ", " năm ", " cùng kỳ ", NULL};
	struct str rest = str_from_offset(f->folded, f->items->list[i].end);
	const struct item *level = prior_to(f, i), *share, *before;

	if (level == NULL || !is_phrase(level, STR("mức")) || i < 3)
		return false;
	share = prior_to(f, i - 1);
	if (share == NULL || share->kind != ITEM_FIGURE ||
	    share->figure.unit->kind != UNIT_RATE)
		return false;
	before = prior_to(f, i - 2);
	return before != NULL && !starts_with_one_of(rest, of_past) &&
	       (item_is(before, CUE_REACH) || item_is(before, CUE_SAME));
}
