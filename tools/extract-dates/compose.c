#include "compose.h"

#include <stdio.h>
#include <string.h>

#include "context.h"
#include "deadline.h"
#include "feast.h"
#include "license.h"
#include "open.h"
#include "tense.h"

static const struct str from_words[] = {W("từ"), W("kể từ"), W("từ thời điểm"),
    W("từ khoảng"), W("từ gần"), W("từ lúc"), W("từ hồi"), W("từ sau"),
    W("từ dịp"), {NULL, 0}};
static const struct str until_words[] = {
    W("đến hết"), W("tới hết"), W("cho đến hết"), W("cho tới hết"), {NULL, 0}};
static const struct str count_words[] = {W("tính"), {NULL, 0}};
/* "sinh năm 1960 trở về trước", with or without "từ" */
static const struct str backwards[] = {
    W("trở về trước"), W("trở lại trước"), {NULL, 0}};

static void
to_duration(struct piece *p)
{
	int hour = p->moment.hour, minute = p->moment.minute;

	p->kind = PIECE_DURATION;
	if (minute > 0)
		snprintf(p->value, sizeof(p->value), "PT%dH%dM", hour, minute);
	else
		snprintf(p->value, sizeof(p->value), "PT%dH", hour);
}

static void
add(struct expressions *list, const struct expression *e)
{
	list->items =
	    mem_grow(list->items, list->count, &list->cap, sizeof(*e));
	list->items[list->count++] = *e;
}

static bool
is_bare(const struct piece *p)
{
	return (p->flags &
		   (FORM_FRACTION | FORM_YEAR | FORM_LIST | FORM_BARE)) != 0;
}

static bool
is_point(const struct piece *p)
{
	return p->kind == PIECE_MOMENT &&
	       ((p->flags & FORM_WEAK) == 0 || p->moment.weekday != 0);
}

/* "27/7/1947 - 27/7/2017": the days of an anniversary */
static bool
is_anniversary(const struct piece *a, const struct piece *b)
{
	return a->moment.day != 0 && a->moment.day == b->moment.day &&
	       a->moment.month == b->moment.month && a->moment.year != 0 &&
	       b->moment.year > a->moment.year + 1;
}

/* "giai đoạn 1 đến hết ngày 31/12", "tổ 3 đến ngày 14/3": whether a's number is
 * a phase's or a unit's, and no day. */
static bool
is_numbered(struct str folded, const struct piece *a, const struct piece *b)
{
	static const struct str numbered[] = {W("giai đoạn"), W("đợt"),
	    W("bước"), W("chặng"), W("tổ"), W("đội"), W("mũi"), W("số"),
	    W("cấp độ"), W("cấp"), W("thôn"), W("ấp"), W("khu"), W("khu phố"),
	    W("quận"), W("phường"), W("lớp"), W("khóa"), W("khoá"), W("nhóm"),
	    W("trạm"), W("tuyến"), W("vòng"), {NULL, 0}};
	static const struct str phases[] = {
	    W("giai đoạn"), W("đợt"), W("bước"), W("chặng"), {NULL, 0}};

	if ((a->flags & FORM_BARE) == 0)
		return false;
	/* "giai đoạn 2 đến 14/2", but "giai đoạn 10 đến 14/2" */
	if (str_is_digit(folded.data[b->span.start]))
		return a->moment.day <= 3 && a->span.end - a->span.start == 1 &&
		       context_before(folded, a->span.start, phases);
	return context_before(folded, a->span.start, numbered);
}

/* "km 1998 đến 2001": whether b is the last of numbers that are told from a on
 * and are no years. */
static bool
ends_numbers(struct str folded, const struct piece *a, const struct piece *b)
{
	return is_point(a) && is_point(b) &&
	       (a->flags & b->flags & FORM_YEAR) != 0 &&
	       folded.data[a->span.end] != ',' &&
	       join_is_range(join_glue(folded, a, b));
}

/* Whether a and b, with a range's word between them, are a range's ends. */
static bool
is_range(struct str folded, const struct piece *a, const struct piece *b)
{
	enum glue glue;
	bool from;

	if (!is_point(a) || !is_point(b))
		return false;
	glue = join_glue(folded, a, b);
	if (!join_is_range(glue))
		return join_is_around(folded, a, b) &&
		       context_before(folded, a->span.start, from_words);
	from = context_before(folded, a->span.start, from_words);
	if ((a->flags & b->flags & FORM_YEAR) != 0 &&
	    context_is_numbered(folded, a->span.start))
		return false;
	if ((a->flags & FORM_NOW) != 0)
		return from;
	if (from)
		return (b->flags & FORM_NOW) == 0 || glue != GLUE_DASH;
	/* "sau Tết, đến hết ngày 12/2", "lập năm 2017, đến nay có 5 xã" */
	if (folded.data[a->span.end] == ',')
		return false;
	if ((b->flags & FORM_NOW) != 0)
		return glue != GLUE_DASH;
	if ((a->flags & FORM_LIST) != 0)
		return !is_numbered(folded, a, b);
	/* "9h - 12h ngày 26/6" */
	if (glue == GLUE_DASH && a->moment.unit == UNIT_NONE &&
	    a->moment.hour >= 0 && b->moment.hour >= 0)
		return true;
	if (glue == GLUE_DASH &&
	    (a->moment.unit != b->moment.unit || is_anniversary(a, b)))
		return false;
	if (is_bare(a) && is_bare(b))
		return context_is_free(
		    folded, (struct span){a->span.start, b->span.end});
	return true;
}

/* from_day: "from the start of the year" means its first day. */
static void
start_range(struct str folded, const struct piece *a, bool from_day,
    struct expression *e)
{
	e->kind = PIECE_RANGE;
	e->span = a->span;
	e->span.start = context_start(folded, a->span.start, from_words);
	e->has_from = true;
	e->from = a->moment;
	e->from.at_start = from_day && e->from.mod == MOD_START;
}

/* Words behind a range that opens it: "trở đi", "trở lại đây", "trở về trước".
 */
static void
end_range(struct str folded, struct expression *e)
{
	static const struct str to_now[] = {
	    W("trở lại đây"), W("trở về đây"), W("lại đây"), {NULL, 0}};
	static const struct str onwards[] = {
	    W("trở đi"), W("trở về sau"), {NULL, 0}};
	size_t end = context_end(folded, e->span.end, to_now);
	size_t before = context_end(folded, e->span.end, backwards);

	if (before > e->span.end) {
		e->has_from = false;
		e->has_to = true;
		e->to = e->from;
		e->to.at_start = false;
		e->span.end = before;
	} else if (end > e->span.end) {
		e->has_to = true;
		moment_init(&e->to);
		e->to.unit = UNIT_DAY;
		e->to.shifted[UNIT_DAY] = true;
		e->span.end = end;
	} else {
		e->span.end = context_end(folded, end, onwards);
	}
}

/* A moment alone may be the start or the end of an open range. */
static void
open_range(struct str folded, const struct piece *p, struct expression *e)
{
	/* "phấn đấu đến ngày 15/6" */
	static const struct str striving[] = {W("phấn đấu"), {NULL, 0}};
	static const struct str occasions[] = {W("lễ"), W("dịp"), W("dịp lễ"),
	    W("kỳ nghỉ"), W("kỳ nghỉ lễ"), W("dịp nghỉ lễ"), W("dịp nghỉ"),
	    {NULL, 0}};
	/* "kéo dài đến khoảng ngày 20/6", "đến hết dịp lễ 30/4" */
	size_t at = e->mod == MOD_APPROX
			? context_start(folded, p->span.start, deadline_about)
		    : e->from.holiday != NULL
			? context_start(folded, p->span.start, occasions)
			: p->span.start;
	size_t until = context_start(folded, at, until_words);

	if ((context_before(folded, p->span.start, from_words) &&
		!open_is_left(folded, p->span)) ||
	    context_after(folded, p->span.end, backwards)) {
		start_range(folded, p, true, e);
		end_range(folded, e);
		return;
	}
	if (until == at) {
		until = context_start(folded, at, join_until_words);
		if (until < at &&
		    open_may_end(folded, until, &e->from, p->span.end))
			e->until = p->span.start - until;
		if (until == at ||
		    (!open_lasts(folded, until) &&
			(e->from.unit != UNIT_DAY ||
			    !context_before(folded, until, striving)) &&
			!open_is_counted(folded, until, p->span.end)))
			return;
	}
	e->kind = PIECE_RANGE;
	e->has_to = true;
	e->to = e->from;
	e->to.lasts = open_lasts(folded, until) &&
		      !context_before(folded, until, count_words);
	e->span.start = until;
}

/* "khoảng 13h-16h", but not "trong khoảng từ 1/5 đến 5/5". */
static enum mod
range_mod(struct str folded, size_t at)
{
	static const struct str within[] = {W("trong"), {NULL, 0}};
	size_t about = context_start(folded, at, deadline_about);

	return about < at && !context_before(folded, about, within) ? MOD_APPROX
								    : MOD_NONE;
}

static void
add_single(struct str folded, const struct piece *p, struct expressions *out)
{
	struct expression e = {.span = p->span,
	    .kind = p->kind,
	    .from = p->moment,
	    .to = p->second};

	memcpy(e.value, p->value, sizeof(e.value));
	if (p->kind == PIECE_RANGE) {
		e.has_from = e.has_to = true;
		e.span.start = context_start(folded, e.span.start, from_words);
		e.mod = range_mod(folded, e.span.start);
	}
	if (p->kind == PIECE_MOMENT) {
		tense_of_moment(folded, &e);
		e.mod = deadline_mod(folded, p);
		e.from.lasts = e.mod == MOD_BEFORE &&
			       deadline_is_due(folded, p->span.start);
		if (e.from.holiday == NULL)
			e.from.holiday = feast_of(folded, p);
		/* "từ chiều và đêm 16/10" */
		if ((p->flags & FORM_LISTED) == 0)
			open_range(folded, p, &e);
	}
	/* "từ cuối năm 2021" */
	if (p->kind == PIECE_MOMENT && e.kind == PIECE_RANGE &&
	    (e.mod < MOD_START || e.from.at_start || (e.has_from && e.has_to)))
		e.mod = MOD_NONE;
	add(out, &e);
}

/* "sáng 9/9, 3/5": whether the second can be no day of a list, as it comes
 * before the first, and not across New Year. */
static bool
is_back(const struct moment *first, const struct moment *second)
{
	if (second->unit != UNIT_DAY || second->year != 0 ||
	    (first->month >= 10 && second->month <= 3))
		return false;
	return second->month < first->month ||
	       (second->month == first->month && second->day < first->day);
}

/* Whether it goes on a list of days or years that stand. */
static bool
is_listed(struct str folded, const struct piece *last, const struct piece *p)
{
	enum glue glue;

	if (last == NULL || last->kind != PIECE_MOMENT ||
	    p->kind != PIECE_MOMENT || last->moment.unit != p->moment.unit ||
	    (p->flags & (FORM_FRACTION | FORM_YEAR)) == 0 ||
	    !context_ends_free(folded, p->span) ||
	    context_is_share(folded, p->span.end) ||
	    is_back(&last->moment, &p->moment))
		return false;
	glue = join_glue(folded, last, p);
	return glue == GLUE_AND || glue == GLUE_COMMA;
}

static void
add_range(struct str folded, const struct piece *a, const struct piece *b,
    struct expressions *out)
{
	static const struct str next_day[] = {
	    W("hôm sau"), W("ngày hôm sau"), W("của ngày hôm sau"), {NULL, 0}};
	static const struct str recurring[] = {W("hằng tháng"), W("hàng tháng"),
	    W("mỗi tháng"), W("hằng tuần"), W("hàng tuần"), W("mỗi tuần"),
	    {NULL, 0}};
	static const struct str yearly[] = {
	    W("hằng năm"), W("hàng năm"), W("mỗi năm"), {NULL, 0}};
	static const struct str just_gone[] = {
	    W("vừa qua"), W("vừa rồi"), {NULL, 0}};
	struct expression e = {0};

	/* "từ ngày 15 đến ngày 20 hằng tháng" */
	if (context_after(folded, b->span.end, recurring))
		return;
	start_range(folded, a, join_glue(folded, a, b) != GLUE_DASH, &e);
	e.has_to = true;
	e.to = b->moment;
	e.span.end = b->span.end;
	e.from.every_year = e.to.every_year =
	    context_after(folded, b->span.end, yearly);
	if (tense_is_over(folded, &e))
		e.from.direction = e.to.direction = -1;
	/* "từ năm 2021 đến tháng 9 vừa qua" */
	if (context_after(folded, b->span.end, just_gone))
		e.to.direction = -1;
	/* "7-9h tối" */
	if (a->moment.unit == UNIT_NONE && a->moment.part == PART_NONE &&
	    a->moment.hour >= 0 && a->moment.hour < b->moment.hour)
		e.from.part = b->moment.part;
	/* "từ 22h ngày 4/3 đến 2h sáng hôm sau" */
	if (a->moment.unit == UNIT_DAY && b->moment.unit == UNIT_NONE) {
		e.span.end = context_end(folded, e.span.end, next_day);
		e.to.next_day = e.span.end > b->span.end;
	}
	e.mod = range_mod(folded, e.span.start);
	add(out, &e);
}

/* "từ 15/4 đến hết dịp lễ 30/4 - 1/5": whether a range that b would end goes on
 * to the other holiday of one leave. */
static bool
ends_leave(struct str folded, const struct piece *b, const struct piece *c)
{
	enum glue glue = join_glue(folded, b, c);

	return (glue == GLUE_DASH || glue == GLUE_AND) &&
	       b->kind == PIECE_MOMENT && c->kind == PIECE_MOMENT &&
	       b->moment.unit == UNIT_DAY && c->moment.unit == UNIT_DAY &&
	       b->moment.day == 30 && b->moment.month == 4 &&
	       c->moment.day == 1 && c->moment.month == 5;
}

/* "15 năm đến 20 năm" */
static bool
is_length_range(struct str folded, const struct piece *a, const struct piece *b)
{
	return a->kind == PIECE_DURATION && b->kind == PIECE_DURATION &&
	       folded.data[a->span.end] != ',' &&
	       join_is_range(join_glue(folded, a, b)) &&
	       strchr(a->value, '/') == NULL &&
	       strlen(a->value) + strlen(b->value) + 1 < sizeof(a->value);
}

static void
add_length_range(
    const struct piece *a, const struct piece *b, struct expressions *out)
{
	struct expression e = {
	    .span = {a->span.start, b->span.end}, .kind = PIECE_DURATION};
	size_t len = strlen(a->value);

	memcpy(e.value, a->value, len);
	e.value[len] = '/';
	memcpy(e.value + len + 1, b->value, strlen(b->value));
	add(out, &e);
}

/* "từ 23/1 (tức 26 tháng Chạp) đến hết 5/2": a up to the end of the brackets
 * that b stands in right behind it.  false: it does not. */
static bool
take_aside(struct str folded, const struct piece *a, const struct piece *b,
    struct piece *wide)
{
	static const struct str openings[] = {W(" ("), W("("), W(" (tức "),
	    W(" (nhằm "), W(" (tức là "), W(" (nhằm vào "), W(" (âm lịch là "),
	    {NULL, 0}};
	struct str gap = str_slice(folded, a->span.end, b->span.start);

	if (b->kind != PIECE_MOMENT || b->span.end == folded.len ||
	    folded.data[b->span.end] != ')')
		return false;
	for (size_t i = 0; openings[i].data != NULL; i++)
		if (str_equal(gap, openings[i])) {
			*wide = *a;
			wide->span.end = b->span.end + 1;
			return true;
		}
	return false;
}

/* "mùng 9 Tết (5-2)": whether b, right behind a in brackets, is the same day by
 * the other calendar; the first lunar day is one from 21 January to 20 February.
 */
static bool
is_solar_day(struct str folded, const struct piece *a, const struct piece *b)
{
	const struct moment *lunar = &a->moment, *solar = &b->moment;
	struct piece wide;
	int apart;

	if (a->kind != PIECE_MOMENT || lunar->unit != UNIT_DAY ||
	    !lunar->lunar || lunar->month == 0 || lunar->day == 0 ||
	    (b->flags & FORM_FRACTION) == 0 || solar->unit != UNIT_DAY ||
	    solar->lunar || !take_aside(folded, a, b, &wide))
		return false;
	apart = (304 * solar->month - 295 * lunar->month) / 10 + solar->day -
		lunar->day;
	if (apart < 0)
		apart += 365;
	return apart >= 17 && apart <= 54;
}

/* "từ 19h thứ Sáu đến 24h Chủ nhật hằng tuần": whether the range that begins
 * with p is that of each week. */
static bool
is_weekly_range(
    struct str folded, const struct piece *p, const struct piece *last)
{
	return last - p >= 2 && p->moment.unit == UNIT_DAY &&
	       p[2].moment.weekday != 0 &&
	       join_glue(folded, p + 1, p + 2) == GLUE_PLAIN &&
	       context_is_weekly(folded, p[2].span.end);
}

void
compose(struct str folded, struct str text, struct pieces *pieces,
    struct expressions *out)
{
	const struct piece *last = NULL; /* the piece before, if it stands */

	join_pieces(folded, pieces);
	for (size_t i = 0; i < pieces->count; i++) {
		struct piece *p = &pieces->items[i], wide;

		if (i + 2 < pieces->count &&
		    take_aside(folded, p, p + 1, &wide) &&
		    is_range(folded, &wide, p + 2)) {
			add_range(folded, &wide, p + 2, out);
			last = &pieces->items[i += 2];
			continue;
		}
		if (i + 1 < pieces->count && is_range(folded, p, p + 1)) {
			if (is_weekly_range(
				folded, p, &pieces->items[pieces->count - 1])) {
				last = NULL;
				i++;
				continue;
			}
			i++;
			if (i + 1 < pieces->count &&
			    ends_leave(folded, p + 1, p + 2))
				i++;
			add_range(folded, p, &pieces->items[i], out);
			last = &pieces->items[i];
			continue;
		}
		if (i + 1 < pieces->count &&
		    is_length_range(folded, p, p + 1)) {
			add_length_range(p, p + 1, out);
			last = &pieces->items[++i];
			continue;
		}
		if (i + 1 < pieces->count && ends_numbers(folded, p, p + 1)) {
			last = NULL;
			i++;
			continue;
		}
		if (license_is_hours(folded, p))
			to_duration(p);
		if (!license_stands(folded, text, p) &&
		    !is_listed(folded, last, p) &&
		    (last == NULL || !is_solar_day(folded, last, p))) {
			last = NULL;
			continue;
		}
		add_single(folded, p, out);
		out->items[out->count - 1].aside =
		    last != NULL && last == p - 1 &&
		    last->kind == PIECE_MOMENT &&
		    take_aside(folded, last, p, &wide);
		last = p;
	}
}
