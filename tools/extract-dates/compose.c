#include "compose.h"

#include "context.h"
#include "text.h"

/* What may stand between two pieces. */
enum glue {
	GLUE_NONE,
	GLUE_PLAIN,   /* nothing or a blank */
	GLUE_COMMA,   /* also a dash with blanks: apposition */
	GLUE_BRACKET, /* the second piece is in brackets */
	GLUE_AT,      /* lúc */
	GLUE_RANGE,   /* đến, a dash */
	GLUE_AND,
};

static const struct {
	struct str text;
	enum glue glue;
} glues[] = {
    {W(""), GLUE_PLAIN},
    {W(" "), GLUE_PLAIN},
    {W(" ngày "), GLUE_PLAIN},
    {W(" của ngày "), GLUE_PLAIN},
    {W(" của "), GLUE_PLAIN},
    {W(","), GLUE_COMMA},
    {W(", "), GLUE_COMMA},
    {W(", ngày "), GLUE_COMMA},
    {W(" ("), GLUE_BRACKET},
    {W("("), GLUE_BRACKET},
    {W(", ("), GLUE_BRACKET},
    {W(" (ngày "), GLUE_BRACKET},
    {W(" lúc "), GLUE_AT},
    {W(" vào lúc "), GLUE_AT},
    {W(" khoảng "), GLUE_AT},
    {W(" lúc khoảng "), GLUE_AT},
    {W("-"), GLUE_RANGE},
    {W("–"), GLUE_RANGE},
    {W("—"), GLUE_RANGE},
    {W(" - "), GLUE_RANGE},
    {W(" -"), GLUE_RANGE},
    {W("- "), GLUE_RANGE},
    {W(" – "), GLUE_RANGE},
    {W(" — "), GLUE_RANGE},
    {W(" đến "), GLUE_RANGE},
    {W(" đến hết "), GLUE_RANGE},
    {W(" đến khoảng "), GLUE_RANGE},
    {W(" đến tận "), GLUE_RANGE},
    {W(" đến lúc "), GLUE_RANGE},
    {W(" đến trước "), GLUE_RANGE},
    {W(" đến sau "), GLUE_RANGE},
    {W(" đến dịp "), GLUE_RANGE},
    {W(" cho đến "), GLUE_RANGE},
    {W(" cho đến hết "), GLUE_RANGE},
    {W(" cho tới "), GLUE_RANGE},
    {W(" tới "), GLUE_RANGE},
    {W(" tới hết "), GLUE_RANGE},
    {W(", đến "), GLUE_RANGE},
    {W(", đến hết "), GLUE_RANGE},
    {W(" và "), GLUE_AND},
    {W(" và ngày "), GLUE_AND},
    {W(" hoặc "), GLUE_AND},
};

static enum glue
glue_between(struct str folded, const struct piece *a, const struct piece *b)
{
	struct str gap = str_slice(folded, a->span.end, b->span.start);

	for (size_t i = 0; i < sizeof(glues) / sizeof(glues[0]); i++)
		if (str_equal(glues[i].text, gap))
			return glues[i].glue;
	return GLUE_NONE;
}

static bool
is_dash(struct str folded, const struct piece *a, const struct piece *b)
{
	return glue_between(folded, a, b) == GLUE_RANGE &&
	       b->span.start - a->span.end <= 5 &&
	       str_find(str_slice(folded, a->span.end, b->span.start), STR("n"),
		   0) == b->span.start - a->span.end &&
	       str_find(str_slice(folded, a->span.end, b->span.start), STR("t"),
		   0) == b->span.start - a->span.end;
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
	    ((a->flags | b->flags) & FORM_NOW) != 0)
		return false;
	if (y->hour >= 0 && x->unit == UNIT_DAY)
		return glue == GLUE_AT ||
		       ((b->flags & FORM_STAMP) != 0 && glue != GLUE_NONE &&
			   glue != GLUE_AND);
	if (x->unit == UNIT_NONE && y->unit == UNIT_NONE)
		return x->hour >= 0 && y->part != PART_NONE &&
		       glue == GLUE_PLAIN;
	if (y->unit != UNIT_DAY)
		return false;
	if (x->unit == UNIT_NONE && x->hour < 0)
		return glue == GLUE_PLAIN || glue == GLUE_BRACKET;
	if (x->unit == UNIT_NONE)
		return glue == GLUE_PLAIN || glue == GLUE_COMMA ||
		       glue == GLUE_BRACKET;
	if (is_pointer(x))
		return glue == GLUE_PLAIN || glue == GLUE_COMMA ||
		       glue == GLUE_BRACKET || glue == GLUE_RANGE;
	if (is_pointer(y) && y->weekday != 0)
		return glue == GLUE_BRACKET || glue == GLUE_COMMA;
	return x->holiday != NULL && glue == GLUE_PLAIN;
}

/* What is left of the joined pieces' weakness. */
static unsigned
joined_flags(const struct piece *a, const struct piece *b)
{
	unsigned both = a->flags & b->flags & FORM_WEAK;
	unsigned list = b->flags & FORM_LIST;

	return both | list |
	       (a->moment.unit == UNIT_NONE && b->moment.unit == UNIT_NONE
		       ? a->flags
		       : 0);
}

static bool
join(struct str folded, struct piece *a, const struct piece *b)
{
	enum glue glue = glue_between(folded, a, b);

	if (glue == GLUE_NONE || !may_join(a, b, glue))
		return false;
	if ((b->flags & FORM_FRACTION) != 0 &&
	    !context_is_free(folded, (struct span){b->span.start, b->span.end}))
		return false;
	if (!moment_unify(&a->moment, &b->moment))
		return false;
	a->flags = joined_flags(a, b);
	a->span.end = b->span.end;
	if (glue == GLUE_BRACKET && a->span.end < folded.len &&
	    folded.data[a->span.end] == ')')
		a->span.end++;
	return true;
}

static void
join_all(struct str folded, struct pieces *pieces)
{
	size_t kept = 0;

	for (size_t i = 0; i < pieces->count; i++) {
		struct piece *last = &pieces->items[kept];

		if (kept > 0 && join(folded, &last[-1], &pieces->items[i]))
			continue;
		*last = pieces->items[i];
		kept++;
	}
	pieces->count = kept;
}

static const struct str from_words[] = {W("từ"), W("kể từ"), W("từ thời điểm"),
    W("từ khoảng"), W("từ lúc"), W("từ hồi"), W("từ trước"), W("từ sau"),
    W("từ dịp"), {NULL, 0}};
static const struct str until_words[] = {
    W("đến hết"), W("tới hết"), W("cho đến hết"), W("cho tới hết"), {NULL, 0}};
static const struct str until_short[] = {W("đến"), W("tới"), {NULL, 0}};
static const struct str before_words[] = {W("trước"), W("chậm nhất"),
    W("chậm nhất là"), W("chậm nhất vào"), W("muộn nhất"), W("muộn nhất là"),
    W("muộn nhất vào"), {NULL, 0}};
static const struct str after_words[] = {W("sau"), {NULL, 0}};
static const struct str approx_words[] = {
    W("khoảng"), W("gần"), W("tầm"), {NULL, 0}};

/* The hour of a clock time may be a number of hours. */
static bool
is_hours(struct str folded, const struct piece *p)
{
	static const struct str long_before[] = {W("trong"), W("trong vòng"),
	    W("trong suốt"), W("mất"), W("kéo dài"), W("suốt"), W("hoãn"),
	    W("bay"), W("thêm"), W("chậm"), W("sớm"), W("muộn"), W("trễ"),
	    W("cách đây"), W("tối đa"), W("tối thiểu"), W("đủ"), W("cần"),
	    W("liên tục"), W("không quá"), W("chưa đầy"), W("sau hơn"),
	    W("sau gần"), W("hơn"), W("các"), W("những"), {NULL, 0}};
	static const struct str hours_before[] = {W("sau"), W("gần"), W("trên"),
	    W("dưới"), W("quá"), W("mỗi"), W("chỉ"), W("cách"), W("cách nhau"),
	    W("tới"), {NULL, 0}};
	static const struct str clock_before[] = {W("lúc"), W("vào"), W("hồi"),
	    W("từ"), W("đến"), W("khoảng"), W("trước"), W("tầm"), W("đúng"),
	    W("mốc"), W("khung giờ"), W("đến gần"), W("lúc gần"), W("đến hơn"),
	    W("lúc hơn"), {NULL, 0}};
	static const struct str clock_after[] = {W("cùng ngày"), W("hôm sau"),
	    W("ngày hôm sau"), W("ngày"), W("kém"), {NULL, 0}};
	size_t at = p->span.start;
	bool hours = (p->flags & FORM_HOURS) != 0;

	if (p->moment.unit != UNIT_NONE || p->moment.part != PART_NONE ||
	    (p->flags & (FORM_CLOCK | FORM_HOURS)) == 0 ||
	    context_after(folded, p->span.end, clock_after) > 0 ||
	    context_before(folded, at, clock_before) > 0)
		return false;
	if (context_before(folded, at, long_before) > 0 || p->moment.hour == 24)
		return true;
	if (p->moment.hour >= 13)
		return false;
	return hours || context_before(folded, at, hours_before) > 0;
}

static void
to_duration(struct piece *p)
{
	struct buf value = {0};

	p->kind = PIECE_DURATION;
	buf_printf(&value, "PT%dH", p->moment.hour);
	if (p->moment.minute > 0)
		buf_printf(&value, "%dM", p->moment.minute);
	buf_byte(&value, '\0');
	for (size_t i = 0; i < value.len; i++)
		p->value[i] = value.data[i];
	buf_free(&value);
}

/* "Thứ Hai" is a day of the week, "thứ hai" mostly is an ordinal. */
static bool
is_weekday(struct str folded, struct str text, const struct piece *p)
{
	static const struct str before[] = {W("hôm"), W("vào"), W("ngày"),
	    W("sáng"), W("chiều"), W("tối"), W("đêm"), {NULL, 0}};
	static const struct str many_before[] = {W("các ngày"), W("mỗi"),
	    W("các"), W("những ngày"), W("các tối"), W("mọi"), W("hằng"),
	    {NULL, 0}};
	static const struct str many_after[] = {W("hằng tuần"), W("hàng tuần"),
	    W("mỗi tuần"), W("các tuần"), {NULL, 0}};
	struct str words = str_slice(folded, p->span.start, p->span.end);
	size_t second = str_find(words, STR(" "), 0) + 1;
	char c;

	if (p->moment.weekday == 0 ||
	    context_before(folded, p->span.start, many_before) > 0 ||
	    context_after(folded, p->span.end, many_after) > 0)
		return false;
	if (context_before(folded, p->span.start, before) > 0 ||
	    p->moment.weekday == 7)
		return true;
	c = text.data[p->span.start + second];
	return c >= 'A' && c <= 'Z';
}

/* The units that only one of can be meant: not "những năm qua". */
static bool
is_one(struct str folded, const struct piece *p)
{
	static const struct str many_before[] = {W("những"), W("các"),
	    W("nhiều"), W("vài"), W("mấy"), W("bao"), W("từng"), W("hàng"),
	    W("hằng"), W("trăm"), W("nghìn"), W("ngàn"), W("chục"),
	    W("bao nhiêu"), W("mọi"), W("mỗi"), W("vạn"), W("triệu"),
	    {NULL, 0}};

	return context_before(folded, p->span.start, many_before) == 0;
}

static bool
is_lone_day(struct str folded, const struct piece *p)
{
	static const struct str before[] = {W("từ"), W("đến"), W("vào"),
	    W("trước"), W("sau"), W("hết"), W("sáng"), W("chiều"), W("tối"),
	    W("đêm"), {NULL, 0}};
	static const struct str after[] = {W("hằng"), W("hàng"), W("mỗi"),
	    W("của"), W("tháng"), W("đầu"), W("cuối"), W("trong"), {NULL, 0}};

	return context_before(folded, p->span.start, before) > 0 &&
	       context_after(folded, p->span.end, after) == 0;
}

static bool
is_alone(struct str folded, struct str text, const struct piece *p)
{
	static const struct str name_before[] = {
	    W("cách mạng"), W("cmt"), {NULL, 0}};

	if ((p->flags & (FORM_NOW | FORM_BARE)) != 0)
		return false;
	/* Cách mạng Tháng Tám is a street, a party, a revolution */
	if (p->moment.unit == UNIT_MONTH && p->moment.year == 0 &&
	    context_before(folded, p->span.start, name_before) > 0)
		return false;
	if ((p->flags & FORM_WEAK) != 0)
		return is_weekday(folded, text, p);
	if ((p->flags & FORM_FRACTION) != 0 && p->moment.unit == UNIT_MONTH)
		return context_is_day(folded, p->span, 0, 0);
	if ((p->flags & FORM_FRACTION) != 0)
		return context_is_day(
		    folded, p->span, p->moment.day, p->moment.month);
	if ((p->flags & FORM_YEAR) != 0)
		return context_is_year(folded, p->span);
	if ((p->flags & FORM_DAY_ONLY) != 0)
		return is_lone_day(folded, p);
	if ((p->flags & FORM_ONE) != 0)
		return is_one(folded, p);
	return true;
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

/* Whether a and b, with a range's word between them, are a range's ends. */
static bool
is_range(struct str folded, const struct piece *a, const struct piece *b)
{
	bool from = context_before(folded, a->span.start, from_words) > 0;

	if (!is_point(a) || !is_point(b) ||
	    glue_between(folded, a, b) != GLUE_RANGE)
		return false;
	if ((a->flags & FORM_NOW) != 0)
		return from;
	if ((b->flags & FORM_NOW) != 0)
		return !is_dash(folded, a, b);
	if (from)
		return true;
	if ((a->flags & FORM_LIST) != 0)
		return true;
	if (is_dash(folded, a, b) && a->moment.unit != b->moment.unit)
		return false;
	if (is_bare(a) && is_bare(b))
		return context_is_free(folded, a->span) &&
		       context_is_free(folded, b->span);
	return true;
}

static void
start_range(struct str folded, const struct piece *a, struct expression *e)
{
	size_t word = context_before(folded, a->span.start, from_words);

	e->kind = PIECE_RANGE;
	e->span = a->span;
	if (word > 0)
		e->span.start = a->span.start - word - 1;
	e->has_from = true;
	e->from = a->moment;
	e->from.at_start = e->from.mod == MOD_START;
}

/* Words behind a range that opens it: "trở đi", "trở lại đây". */
static void
end_range(struct str folded, struct expression *e)
{
	static const struct str to_now[] = {
	    W("trở lại đây"), W("trở về đây"), W("lại đây"), {NULL, 0}};
	static const struct str onwards[] = {
	    W("trở đi"), W("trở về sau"), {NULL, 0}};
	size_t word = context_after(folded, e->span.end, to_now);

	if (word > 0) {
		e->has_to = true;
		moment_init(&e->to);
		e->to.unit = UNIT_DAY;
		e->to.shifted[UNIT_DAY] = true;
	} else {
		word = context_after(folded, e->span.end, onwards);
	}
	if (word > 0)
		e->span.end += word + 1;
}

/* Whether "đến 31/7" ends what the words before it tell the time of, and is
 * not when something happened. */
static bool
is_end(struct str folded, size_t until)
{
	static const struct str lasting[] = {W("giai đoạn"), W("đợt"),
	    W("cao điểm"), W("kéo dài"), W("thời gian"), W("diễn ra"),
	    W("thực hiện"), W("chiến dịch"), W("hiệu lực"), W("áp dụng"),
	    W("tính"), W("hạn"), W("từ nay"), W("duy trì"), {NULL, 0}};
	/* how far back such a word may stand, in bytes */
	size_t from = until > 40 ? until - 40 : 0;

	for (size_t i = from; i < until; i++)
		if (folded.data[i] == ',' || folded.data[i] == ';' ||
		    folded.data[i] == '.')
			from = i + 1;
	for (size_t i = 0; lasting[i].data != NULL; i++)
		if (str_find(str_slice(folded, from, until), lasting[i], 0) <
		    until - from)
			return true;
	return false;
}

static void
add_single(struct str folded, const struct piece *p, struct expressions *out)
{
	static const struct str every_year[] = {W("hằng năm"), W("hàng năm"),
	    W("mỗi năm"), W("các năm"), {NULL, 0}};
	struct expression e = {.span = p->span, .kind = p->kind};
	size_t at = p->span.start, word;

	e.from = p->moment;
	e.to = p->second;
	e.has_from = e.has_to = p->kind == PIECE_RANGE;
	for (size_t i = 0; i < sizeof(e.value); i++)
		e.value[i] = p->value[i];
	if (p->kind == PIECE_RANGE &&
	    (word = context_before(folded, at, from_words)) > 0)
		e.span.start -= word + 1;
	e.from.every_year = context_after(folded, p->span.end, every_year) > 0;
	if (p->kind == PIECE_MOMENT) {
		e.mod = p->moment.mod;
		if (context_before(folded, at, from_words) > 0) {
			start_range(folded, p, &e);
			end_range(folded, &e);
		} else if ((word = context_before(folded, at, until_words)) >
			       0 ||
			   ((word = context_before(folded, at, until_short)) >
				   0 &&
			       is_end(folded, at - word - 1))) {
			e.kind = PIECE_RANGE;
			e.has_to = true;
			e.to = p->moment;
			e.span.start -= word + 1;
		} else if (e.mod == MOD_NONE && p->moment.holiday == NULL) {
			e.mod = context_before(folded, at, before_words) > 0
				    ? MOD_BEFORE
				: context_before(folded, at, after_words) > 0
				    ? MOD_AFTER
				: context_before(folded, at, approx_words) > 0
				    ? MOD_APPROX
				    : MOD_NONE;
		}
	}
	if (e.kind == PIECE_RANGE)
		e.mod = MOD_NONE;
	add(out, &e);
}

/* Members of a list of days take month and year from the last. */
static void
share_list(struct str folded, struct pieces *pieces)
{
	for (size_t i = pieces->count; i-- > 1;) {
		struct piece *a = &pieces->items[i - 1];
		const struct piece *b = &pieces->items[i];
		enum glue glue = glue_between(folded, a, b);

		if ((a->flags & FORM_LIST) == 0)
			continue;
		if (b->kind != PIECE_MOMENT || b->moment.unit != UNIT_DAY ||
		    glue == GLUE_NONE || b->moment.month == 0) {
			a->flags |= FORM_WEAK;
			continue;
		}
		if (glue == GLUE_RANGE)
			continue;
		/* a number alone must go on a list that begins with a day */
		if ((a->flags & FORM_BARE) != 0 && i > 1 &&
		    (a[-1].flags & FORM_LIST) != 0 &&
		    glue_between(folded, a - 1, a) != GLUE_NONE)
			a->flags &= ~(unsigned)FORM_BARE;
		a->moment.month = b->moment.month;
		a->moment.year = b->moment.year;
		a->moment.lunar = b->moment.lunar;
	}
}

void
compose(struct str folded, struct str text, struct pieces *pieces,
    struct expressions *out)
{
	join_all(folded, pieces);
	share_list(folded, pieces);
	for (size_t i = 0; i < pieces->count; i++) {
		struct piece *a = &pieces->items[i];
		struct piece *b = i + 1 < pieces->count ? a + 1 : NULL;

		if (b != NULL && is_range(folded, a, b)) {
			struct expression e = {0};

			start_range(folded, a, &e);
			e.has_to = true;
			e.to = b->moment;
			e.span.end = b->span.end;
			add(out, &e);
			i++;
			continue;
		}
		if (is_hours(folded, a))
			to_duration(a);
		if (is_alone(folded, text, a)) {
			add_single(folded, a, out);
		}
	}
}
