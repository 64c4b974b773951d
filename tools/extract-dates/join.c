#include "join.h"

#include <string.h>

#include "context.h"
#include "lists.h"
#include "years.h"

/* Longer than all that may stand between two pieces, in bytes. */
#define GLUE_MOST 40

static const struct {
	struct str text;
	enum glue glue;
} glues[] = {
    {W(" "), GLUE_PLAIN},
    {W(" ngày "), GLUE_PLAIN},
    {W(" của ngày "), GLUE_PLAIN},
    {W(" (giờ địa phương) "), GLUE_PLAIN},
    {W(" (giờ địa phương), "), GLUE_PLAIN},
    {W(" (theo giờ địa phương) "), GLUE_PLAIN},
    {W(" (giờ việt nam) "), GLUE_PLAIN},
    {W(" (theo giờ việt nam) "), GLUE_PLAIN},
    {W(" (giờ gmt) "), GLUE_PLAIN},
    {W(" (theo giờ gmt) "), GLUE_PLAIN},
    {W(" giờ địa phương "), GLUE_PLAIN},
    {W(" cùng "), GLUE_PLAIN}, /* sáng cùng ngày 15/10 */
    {W(" của "), GLUE_PLAIN},
    {W(","), GLUE_COMMA},
    {W(", "), GLUE_COMMA},
    {W(", ngày "), GLUE_COMMA},
    {W(" , "), GLUE_COMMA},
    {W(" , ngày "), GLUE_COMMA},
    {W(" | "), GLUE_COMMA},
    {W(" ("), GLUE_BRACKET},
    {W("("), GLUE_BRACKET},
    {W(" (ngày "), GLUE_BRACKET},
    {W(" ["), GLUE_BRACKET},
    {W(" lúc "), GLUE_AT},
    {W(" vào lúc "), GLUE_AT},
    {W(" khoảng "), GLUE_AT},
    {W(" lúc khoảng "), GLUE_AT},
    {W(", lúc "), GLUE_AT},
    {W(", vào lúc "), GLUE_AT},
    {W(", vào khoảng "), GLUE_AT},
    {W(", hồi "), GLUE_AT},
    {W(" hồi "), GLUE_AT},
    {W(" vào hồi "), GLUE_AT},
    {W("-"), GLUE_DASH},
    {W("–"), GLUE_DASH},
    {W("—"), GLUE_DASH},
    {W("‑"), GLUE_DASH},
    {W("‒"), GLUE_DASH},
    {W("―"), GLUE_DASH},
    {W("−"), GLUE_DASH},
    {W(" − "), GLUE_DASH},
    {W("->"), GLUE_DASH},
    {W(" -> "), GLUE_DASH},
    {W("~"), GLUE_DASH},
    {W(" ~ "), GLUE_DASH},
    {W("→"), GLUE_DASH},
    {W(" → "), GLUE_DASH},
    {W("đến "), GLUE_RANGE},
    {W("đến ngày "), GLUE_RANGE},
    {W(" - "), GLUE_DASH},
    {W(" -"), GLUE_DASH},
    {W("- "), GLUE_DASH},
    {W(" – "), GLUE_DASH},
    {W(" — "), GLUE_DASH},
    {W(" tù đến "), GLUE_RANGE},
    {W(" - hết "), GLUE_RANGE},
    {W(" – hết "), GLUE_RANGE},
    {W(" và "), GLUE_AND},
    {W(" và ngày "), GLUE_AND},
    {W(" & "), GLUE_AND},
    {W(" hoặc "), GLUE_AND},
};

const struct str join_until_words[] = {W("đến"), W("tới"), {NULL, 0}};

/* The words behind "đến" that still come before what ends a range. */
static const struct str end_words[] = {W("hết"), W("khoảng"), W("tận"),
    W("lúc"), W("trước"), W("sau"), W("dịp"), W("lễ"), W("ngày"), W("kỳ"),
    W("nghỉ"), W("bầu cử"), W("khai giảng"), {NULL, 0}};

/* The end of what stands at a place, behind a blank; at: nothing of words. */
static size_t
skip_words(struct str s, size_t at, const struct str *words)
{
	for (; words->data != NULL; words++) {
		struct str rest = str_from_offset(s, at);

		if (rest.len > words->len && rest.data[0] == ' ' &&
		    str_starts(str_from_offset(rest, 1), *words) &&
		    (rest.len == words->len + 1 ||
			rest.data[words->len + 1] == ' '))
			return at + 1 + words->len;
	}
	return at;
}

/* The end of " cho đến" at a place; at: it is not there. */
static size_t
skip_until(struct str gap, size_t at)
{
	static const struct str fore[] = {W("cho"), {NULL, 0}};
	size_t next = skip_words(gap, at, fore), end;

	end = skip_words(gap, next, join_until_words);
	return end > next ? end : at;
}

/* The end of the comma or dash that may stand before "đến". */
static size_t
skip_sign(struct str gap)
{
	static const struct str dashes[] = {W(" - "), W(" – "), {NULL, 0}};

	for (size_t i = 0; dashes[i].data != NULL; i++)
		if (str_starts(gap, dashes[i]))
			return dashes[i].len - 1;
	return gap.data[0] == ',';
}

/* " đến ", ", cho tới hết ", " - đến ", " đến trước dịp lễ ", " này đến hết ",
 * " cùng ngày đến ". */
static bool
is_until(struct str gap)
{
	static const struct str pointing[] = {W("này"), W("tới đây"),
	    W("sắp tới"), W("tới"), W("vừa qua"), W("vừa rồi"), W("cùng ngày"),
	    W("hôm trước"), W("ngày hôm trước"), {NULL, 0}};
	size_t from = skip_sign(gap);
	size_t at = skip_words(gap, from, pointing);
	size_t next = skip_until(gap, at);

	/* "tới" may be that of the range */
	if (next == at && at > from) {
		at = from;
		next = skip_until(gap, at);
	}
	if (next == at)
		return false;
	do {
		at = next;
		next = skip_words(gap, at, end_words);
	} while (next > at);
	return at + 1 == gap.len && gap.data[at] == ' ';
}

/* How long what is put between a range's ends is, at most, in bytes. */
#define ASIDE_MOST 90

bool
join_is_around(struct str folded, const struct piece *a, const struct piece *b)
{
	static const struct str signs[][2] = {
	    {W(" ("), W(")")}, {W(" - "), W(" -")}, {W(" – "), W(" –")}};
	struct str gap = str_slice(folded, a->span.end, b->span.start);

	if (gap.len > ASIDE_MOST)
		return false;
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		size_t open = signs[i][0].len, end;

		if (!str_starts(gap, signs[i][0]))
			continue;
		end = str_find(gap, signs[i][1], open);
		if (end == gap.len)
			return false;
		for (size_t at = open; at < end; at++)
			if (strchr(".;:()0123456789", gap.data[at]) != NULL)
				return false;
		return is_until(str_from_offset(gap, end + signs[i][1].len));
	}
	return false;
}

enum glue
join_glue(struct str folded, const struct piece *a, const struct piece *b)
{
	struct str gap = str_slice(folded, a->span.end, b->span.start);

	if (gap.len == 0)
		return GLUE_PLAIN;
	if (gap.len > GLUE_MOST)
		return GLUE_NONE;
	for (size_t i = 0; i < sizeof(glues) / sizeof(glues[0]); i++)
		if (glues[i].text.len == gap.len &&
		    glues[i].text.data[0] == gap.data[0] &&
		    str_equal(glues[i].text, gap))
			return glues[i].glue;
	return is_until(gap) ? GLUE_RANGE : GLUE_NONE;
}

/* A day that is pointed at, not named: hôm nay, thứ hai. */
static bool
is_pointer(const struct moment *m)
{
	return m->unit == UNIT_DAY && m->day == 0;
}

static bool
may_join(const struct piece *a, const struct piece *b, enum glue glue)
{
	const struct moment *x = &a->moment, *y = &b->moment;

	if (a->kind != PIECE_MOMENT || b->kind != PIECE_MOMENT ||
	    (a->flags & FORM_NOW) != 0 ||
	    /* "rạng sáng mùng 1", but "nay" is alone */
	    ((b->flags & FORM_NOW) != 0 && y->day == 0))
		return false;
	if (y->hour >= 0 && x->unit == UNIT_DAY)
		return glue == GLUE_AT ||
		       ((b->flags & FORM_STAMP) != 0 && glue != GLUE_NONE &&
			   glue != GLUE_AND) ||
		       /* "16/10/2024 - 08h15" */
		       (glue == GLUE_DASH && x->year != 0 && x->hour < 0 &&
			   y->minute >= 0);
	if (x->unit == UNIT_NONE && y->unit == UNIT_NONE)
		return x->hour >= 0 && y->part != PART_NONE &&
		       b->span.start - a->span.end <= 1;
	if (y->unit != UNIT_DAY)
		return false;
	if (x->unit == UNIT_NONE && x->hour < 0)
		return glue == GLUE_PLAIN || glue == GLUE_BRACKET;
	/* "08:15 - 16/10/2024" */
	if (x->unit == UNIT_NONE && (a->flags & FORM_STAMP) != 0 &&
	    glue == GLUE_DASH)
		return y->year != 0;
	if (x->unit == UNIT_NONE)
		return glue == GLUE_PLAIN || glue == GLUE_COMMA ||
		       glue == GLUE_BRACKET;
	/* "tối mai (rằm tháng Tám)" are two names of one day, "thứ bảy và chủ
	 * nhật (23 và 24/11)" two of two */
	if (is_pointer(x) && glue == GLUE_BRACKET &&
	    (y->lunar || (b->flags & FORM_BARE) != 0))
		return false;
	if (is_pointer(x))
		return glue == GLUE_PLAIN || glue == GLUE_COMMA ||
		       glue == GLUE_BRACKET || glue == GLUE_DASH;
	if (is_pointer(y) && y->weekday != 0)
		return glue == GLUE_BRACKET || glue == GLUE_COMMA;
	return x->holiday != NULL &&
	       (glue == GLUE_PLAIN || (glue == GLUE_BRACKET && x->lunar));
}

/* What is left of the joined pieces' weakness. */
static unsigned
joined_flags(const struct piece *a, const struct piece *b)
{
	unsigned both = a->flags & b->flags & FORM_WEAK;
	unsigned list = b->flags & (FORM_LIST | FORM_NOW);

	return both | list |
	       (a->moment.unit == UNIT_NONE && b->moment.unit == UNIT_NONE
		       ? a->flags
		       : 0);
}

/* "đêm 16-17/10": a part of a day is that of both days of
 * the range behind it. */
static bool
join_range(struct piece *a, const struct piece *b, enum glue glue)
{
	struct span span = {a->span.start, b->span.end};
	enum part part = a->moment.part;

	if (a->kind != PIECE_MOMENT || a->moment.unit != UNIT_NONE ||
	    a->moment.hour >= 0 || part == PART_NONE || glue != GLUE_PLAIN ||
	    b->kind != PIECE_RANGE || b->moment.unit != UNIT_DAY)
		return false;
	*a = *b;
	a->span = span;
	a->moment.part = a->second.part = part;
	return true;
}

static bool
join(struct str folded, struct piece *a, const struct piece *b)
{
	static const struct str monthly[] = {
	    W("hằng tháng"), W("hàng tháng"), W("mỗi tháng"), {NULL, 0}};
	static const struct str dated[] = {W("ngày"), {NULL, 0}};
	static const struct str habits[] = {W("ban"), {NULL, 0}};
	enum glue glue = join_glue(folded, a, b);

	if (join_range(a, b, glue))
		return true;
	if (glue == GLUE_NONE || !may_join(a, b, glue))
		return false;
	/* "kiểm tra ban đêm (15/7 - 15/9)" */
	if (glue == GLUE_BRACKET &&
	    context_before(folded, a->span.start, habits))
		return false;
	/* "đường 30/4 lúc 19h30" */
	if ((a->flags & FORM_FRACTION) != 0 && b->moment.hour >= 0 &&
	    !context_is_free(folded, a->span))
		return false;
	/* "đêm 16/4 tổ của anh", "23h đêm 16/4 nhóm này", but "sáng 5-6
	 * người" */
	if ((b->flags & FORM_FRACTION) != 0 &&
	    !(a->moment.unit == UNIT_NONE && a->moment.part != PART_NONE &&
		context_has_slash(folded, b->span)) &&
	    !context_is_free(folded, b->span))
		return false;
	/* "15h00 ngày 20 hằng tháng" */
	if (a->moment.hour >= 0 && (b->flags & FORM_DAY_ONLY) != 0 &&
	    context_after(folded, b->span.end, monthly))
		return false;
	/* "16 giờ thứ Năm hằng tuần", but not "họp hằng tuần, lúc 8h thứ Hai
	 * ngày 11/12" */
	if (a->moment.hour >= 0 && b->moment.weekday != 0 &&
	    (context_is_weekly(folded, b->span.end) ||
		(context_has_weekly(folded, a->span.start) &&
		    !context_after(folded, b->span.end, dated))))
		return false;
	if (!moment_unify(&a->moment, &b->moment))
		return false;
	a->flags = joined_flags(a, b);
	a->span.end = b->span.end;
	if (glue == GLUE_BRACKET && a->span.end < folded.len &&
	    (folded.data[a->span.end] == ')' ||
		folded.data[a->span.end] == ']'))
		a->span.end++;
	return true;
}

static void
join_neighbours(struct str folded, struct pieces *pieces)
{
	size_t kept = 0;

	for (size_t i = 0; i < pieces->count; i++) {
		struct piece *last = &pieces->items[kept];

		if (kept > 0 && join(folded, &last[-1], &pieces->items[i]))
			continue;
		if (kept < i)
			*last = pieces->items[i];
		kept++;
	}
	pieces->count = kept;
}

void
join_pieces(struct str folded, struct pieces *pieces)
{
	lists_add_months(folded, pieces);
	join_neighbours(folded, pieces);
	years_point_back(folded, pieces);
	lists_share(folded, pieces);
}
