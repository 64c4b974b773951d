/*
 * What a figure measures: the noun phrase behind it ("5% số vụ phạm pháp hình
 * sự"), else the one that it is said of ("tỷ lệ khám phá án đạt 85%"), else,
 * where nothing is named again, that of the figure before it.
 */
#include "meaning.h"
#include "text.h"

static bool
is_space(char c)
{
	return c == ' ' || c == ',' || c == '"';
}

struct span
trim_phrase(struct str s, size_t start, size_t end)
{
	while (start < end && is_space(s.data[start]))
		start++;
	while (end > start && is_space(s.data[end - 1]))
		end--;
	/* "(+" and the like name nothing, nor do quotes */
	for (size_t i = start; i < end; i++) {
		unsigned char c = (unsigned char)s.data[i];

		if (c < 0x80 ? (c | 0x20) >= 'a' : c >= 0xC3 && c != 0xE2)
			return (struct span){start, end};
	}
	return (struct span){start, start};
}

bool
is_empty(struct span s)
{
	return s.start >= s.end;
}

static bool
begins_measure(const struct item *item)
{
	return (item_is(item, CUE_HEAD) && item->cue->value == HEAD_MEASURE) ||
	       (item_is(item, CUE_SAME) &&
		   str_ends(item->cue->phrase, STR(" lệ")));
}

bool
is_phrase(const struct item *item, struct str phrase)
{
	return item->kind == ITEM_CUE && str_equal(item->cue->phrase, phrase);
}

bool
is_number_of(const struct item *item)
{
	return item_is(item, CUE_HEAD) &&
	       str_starts(item->cue->phrase, STR("số "));
}

bool
is_measure_list(const struct items *items, size_t i, struct str s)
{
	if (items->list[i].kind != ITEM_COMMA || i + 1 == items->count ||
	    !is_number_of(&items->list[i + 1]) ||
	    !is_adjacent(s, items->list[i].end, items->list[i + 1].start))
		return false;
	while (i-- > 0 && items->list[i].kind == ITEM_CUE)
		if (is_number_of(&items->list[i]))
			return true;
	return false;
}

/* Whether the phrase behind a figure ends in front of item j. */
static bool
ends_phrase(const struct items *items, size_t j, struct str s)
{
	const struct item *item = &items->list[j];

	if (item->kind != ITEM_CUE)
		return item->kind != ITEM_QUOTE;
	switch (item->cue_kind) {
	case CUE_HEAD:
	case CUE_NONE:
		return false;
	case CUE_FILL:
		return is_phrase(item, STR("là")) ||
		       is_phrase(item, STR("được"));
	case CUE_PAST:
		/* "nông thôn mới", "số hiện có" */
		return item->cue->value != PAST_ADVERB &&
		       !is_phrase(item, STR("hiện có"));
	case CUE_AND:
		/* "ma túy và mại dâm", but "5 vụ và 3 đối tượng" */
		return !is_phrase(item, STR("và")) ||
		       str_digit_at(s, item->end + 1) ||
		       (j + 1 < items->count &&
			   (items->list[j + 1].kind == ITEM_FIGURE ||
			       item_is(&items->list[j + 1], CUE_OP) ||
			       item_is(&items->list[j + 1], CUE_VERB) ||
			       (item_is(&items->list[j + 1], CUE_STOP) &&
				   is_adjacent(s, item->end,
				       items->list[j + 1].start))));
	case CUE_VERB:
		/* an act that is counted: "vụ cướp", "mua bán ma túy" */
		return item->cue->value == VERB_TASK;
	default:
		return true;
	}
}

/* The phrase right behind the number and unit of figure i. */
static struct span
phrase_behind(const struct items *items, size_t i, struct str s)
{
	size_t start = items->list[i].end, end = s.len;

	for (size_t j = i + 1; j < items->count; j++) {
		const struct item *item = &items->list[j];

		/* "5% trở lên số vụ" */
		if (j == i + 1 && item_is(item, CUE_AFTER) &&
		    items->list[i].figure.unit->kind == UNIT_RATE &&
		    is_adjacent(s, start, item->start)) {
			start = item->end;
			continue;
		}
		if (item->start > start + PHRASE_LONGEST)
			return (struct span){start, start};
		/* "tăng 21% và trị giá tăng 25%" */
		if (item_is(item, CUE_AND) &&
		    is_adjacent(s, start, item->start))
			return (struct span){start, start};
		if (ends_phrase(items, j, s)) {
			end = item->start;
			break;
		}
	}
	if (end - start > PHRASE_LONGEST)
		return (struct span){start, start};
	return trim_phrase(s, start, end);
}

/* What may stand between a measure and its number. */
static bool
is_between(const struct item *item)
{
	if (item->kind != ITEM_CUE)
		return false;
	switch (item->cue_kind) {
	case CUE_OP:
	case CUE_FROM:
	case CUE_FILL:
	case CUE_REACH:
	case CUE_UP:
	case CUE_DOWN:
	case CUE_LEVEL:
	case CUE_PAST:
	case CUE_GOAL:
	case CUE_SAME:
	case CUE_COMPARE:
	case CUE_AND:
		return true;
	case CUE_NONE:
		/* "cao hơn" */
		return str_ends(item->cue->phrase, STR(" hơn"));
	default:
		return false;
	}
}

static bool
is_wall(const struct item *item)
{
	switch (item->kind) {
	case ITEM_FIGURE:
	case ITEM_SEMICOLON:
	case ITEM_COLON:
	case ITEM_OPEN:
	case ITEM_CLOSE:
	case ITEM_STOP:
	case ITEM_DASH:
		return true;
	case ITEM_CUE:
		return item->cue_kind == CUE_GOAL ||
		       item->cue_kind == CUE_BUT || item->cue_kind == CUE_ZERO;
	default:
		return false;
	}
}

/* Acts that a number may be of: "khởi tố 47 vụ". */
static bool
is_act(const struct item *item)
{
	return item_is(item, CUE_VERB) || is_phrase(item, STR("xảy ra")) ||
	       is_phrase(item, STR("ghi nhận"));
}

/* First of the acts that end with item j: "phát hiện, bắt giữ, xử lý". */
static size_t
first_act(const struct items *items, size_t j, struct str s)
{
	while (j >= 2 && items->list[j - 1].kind == ITEM_COMMA &&
	       is_act(&items->list[j - 2]) &&
	       is_adjacent(s, items->list[j - 1].end, items->list[j].start) &&
	       is_adjacent(s, items->list[j - 2].end, items->list[j - 1].start))
		j -= 2;
	return items->list[j].start;
}

/* Without the adverbs of a verb behind: "tỷ lệ khám phá cũng". */
static struct span
strip_end(struct str s, struct span p)
{
	static const struct str words[] = {STR_INIT(" chỉ"), STR_INIT(" cũng"),
	    STR_INIT(" đều"), STR_INIT(" vẫn"), STR_INIT(" đã"),
	    STR_INIT(" và"), STR_INIT(" nên"), STR_INIT(" thì")};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (str_ends(str_slice(s, p.start, p.end), words[i]) &&
		    !str_ends(str_slice(s, p.start, p.end), STR("đình chỉ")))
			p.end -= words[i].len;
	return p;
}

/* Words in front of a phrase that do not belong to it. */
static struct span
strip(struct str s, struct span p)
{
	static const struct str words[] = {STR_INIT("và "), STR_INIT("với "),
	    STR_INIT("còn "), STR_INIT("riêng "), STR_INIT("trong đó "),
	    STR_INIT("trong đó, "), STR_INIT("đã "), STR_INIT("song "),
	    STR_INIT("nhưng "), STR_INIT("đồng thời "), STR_INIT("cùng "),
	    STR_INIT("vì vậy, "), STR_INIT("kết quả "), STR_INIT("của "),
	    STR_INIT("về ")};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]);) {
		if (str_starts(str_slice(s, p.start, p.end), words[i])) {
			p.start += words[i].len;
			i = 0;
		} else {
			i++;
		}
	}
	return strip_end(s, trim_phrase(s, p.start, p.end));
}

/* Where what may be measured begins in front of a number. */
struct places {
	size_t measure, thing, act, act_end, comma, wall;
};

/* Reads back from item j to the last figure or other wall. */
static struct places
find_places(const struct items *items, size_t j, struct str s)
{
	struct places p = {SIZE_MAX, SIZE_MAX, SIZE_MAX, 0, SIZE_MAX, 0};

	while (j > 0 && !is_wall(&items->list[j - 1])) {
		const struct item *item = &items->list[--j];

		if (item->kind == ITEM_COMMA && p.measure != SIZE_MAX)
			break;
		if (begins_measure(item))
			p.measure = item->start;
		else if (item_is(item, CUE_HEAD) &&
			 item->cue->value == HEAD_THING)
			p.thing = item->start;
		else if (item->kind == ITEM_COMMA && p.comma == SIZE_MAX)
			p.comma = item->end;
		else if (is_act(item) && p.comma == SIZE_MAX &&
			 p.act == SIZE_MAX) {
			p.act = first_act(items, j, s);
			p.act_end = item->end;
		}
	}
	p.wall = j > 0 ? items->list[j - 1].end : 0;
	return p;
}

static size_t
choose(const struct places *p, bool rate)
{
	bool far = p->comma != SIZE_MAX && p->measure < p->comma;

	if (p->measure != SIZE_MAX && (rate || !far || p->act == SIZE_MAX))
		return p->measure;
	if (rate && p->thing != SIZE_MAX &&
	    (p->act == SIZE_MAX || p->thing < p->act))
		return p->thing;
	if (p->act != SIZE_MAX)
		return p->act;
	if (!rate)
		return p->comma == SIZE_MAX ? p->thing : SIZE_MAX;
	return p->comma != SIZE_MAX ? p->comma : p->wall;
}

/* "khám phá trên 85%": short for the rate of it. */
static bool
is_rated(struct str act)
{
	return str_starts(act, STR("khám phá")) ||
	       str_starts(act, STR("điều tra")) ||
	       str_starts(act, STR("giải quyết")) ||
	       str_equal(act, STR("bắt truy nã"));
}

/*
 * The phrase that the number at item i, or what the bracket at item i holds,
 * is said of.  rate: it may be any subject, not only a measure or an act.
 */
static struct span
phrase_before(const struct items *items, size_t i, bool rate, struct str s)
{
	size_t j = i, end = items->list[i].start, start;
	struct places places;
	struct span phrase;

	/* over the colon of "án giết người: 100%", too */
	while (j > 0 &&
	       (is_between(&items->list[j - 1]) ||
		   (rate && items->list[j - 1].kind == ITEM_COLON)) &&
	       !is_act(&items->list[j - 1]) &&
	       is_adjacent(s, items->list[j - 1].end, end))
		end = items->list[--j].start;
	places = find_places(items, j, s);
	start = choose(&places, rate);
	if (start == SIZE_MAX || end <= start || end - start > PHRASE_LONGEST)
		return (struct span){end, end};
	/* a verb alone is no measure */
	if (start == places.act && start != places.measure &&
	    end <= places.act_end + 1 &&
	    !(rate && is_rated(str_slice(s, start, end))))
		return (struct span){end, end};
	phrase = trim_phrase(s, start, end);
	return is_empty(phrase) ? phrase : strip(s, phrase);
}

/* Units whose name belongs to the phrase: "đối tượng truy nã". */
static bool
names_things(const struct unit *unit)
{
	static const struct str measures[] = {STR_INIT("viên"),
	    STR_INIT("bánh"), STR_INIT("khẩu"), STR_INIT("quả"),
	    STR_INIT("bao"), STR_INIT("gói")};

	if (unit->kind != UNIT_COUNT)
		return false;
	for (size_t i = 0; i < sizeof(measures) / sizeof(measures[0]); i++)
		if (str_equal(unit->name, measures[i]))
			return false;
	return true;
}

/* The bracket that opens right in front of figure i; SIZE_MAX if none. */
static size_t
bracket_of(const struct items *items, size_t i)
{
	while (i > 0 && is_between(&items->list[i - 1]))
		i--;
	return i > 0 && items->list[i - 1].kind == ITEM_OPEN ? i - 1 : SIZE_MAX;
}

static bool
same_unit(const struct item *a, const struct item *b)
{
	return str_equal(a->figure.unit->name, b->figure.unit->name);
}

/*
 * The figure whose measure goes on in figure i: what is co-ordinated with the
 * last one or restates it has its measure, else it is that of the last one of
 * the same unit.  SIZE_MAX if none.
 */
static size_t
inherits_from(const struct items *items, size_t i, size_t last)
{
	const struct item *item = &items->list[i], *before;
	bool rate = item->figure.unit->kind == UNIT_RATE;
	size_t least = i > 24 ? i - 24 : 0;

	if (last == SIZE_MAX)
		return last;
	before = &items->list[last];
	if (item->status != before->status ||
	    (!rate && item->change != before->change))
		for (size_t j = i; j-- > least;)
			if (items->list[j].kind == ITEM_FIGURE &&
			    same_unit(item, &items->list[j]))
				return j;
	if (rate || bracket_of(items, i) != SIZE_MAX ||
	    (names_things(item->figure.unit) &&
		names_things(before->figure.unit)))
		return last;
	return SIZE_MAX;
}

/* "vụ buôn lậu", for other things than vụ: "buôn lậu". */
static struct span
without_unit(const struct item *item, struct span of, struct str s)
{
	static const char *const more[] = {"án", "việc", NULL};
	struct str name = item->figure.unit->name;
	struct str phrase = str_slice(s, of.start, of.end);

	if (!str_starts(phrase, name))
		return of;
	of.start += name.len;
	of = trim_phrase(s, of.start, of.end);
	for (size_t i = 0; more[i] != NULL; i++)
		if (str_starts(
			str_slice(s, of.start, of.end), str_from(more[i])))
			of.start += str_from(more[i]).len;
	return trim_phrase(s, of.start, of.end);
}

/* Whether a phrase behind a figure goes on with the sentence: "đạt 10 tỷ USD
 * vào năm 2018". */
static bool
is_aside(struct str phrase)
{
	static const char *const words[] = {"vào ", "đến ", "tới ", "nếu ",
	    "vì ", "chứ ", "từ ", "hồi ", "kể từ ", "ngay ", "nêu ", "tùy ",
	    "tuỳ ", "dành ", "khiến ", "thay vì ", "trừ ", "dù ", "không ",
	    "trên ", "còn ", "nào ", "thôi ", "chẳng ", "tính ", "nằm ", "là ",
	    "hòng ", "dựa ", "hôm ", "cuối ", "giúp ", "hiện ", "mới ", "vừa ",
	    NULL};

	for (size_t i = 0; words[i] != NULL; i++) {
		struct str word = str_from(words[i]);

		if (str_starts(phrase, word) ||
		    str_equal(phrase, str_slice(word, 0, word.len - 1)))
			return true;
	}
	return false;
}

/* The measure of figure i, where last is the figure before it. */
static struct span
measure_of(const struct items *items, size_t i, size_t last, struct str s)
{
	const struct item *item = &items->list[i];
	bool rate = item->figure.unit->kind == UNIT_RATE ||
		    item->figure.form == FIGURE_RATIO;
	size_t bracket = bracket_of(items, i);
	struct span of = strip(s, phrase_behind(items, i, s));

	if (!is_empty(of) && !is_aside(str_slice(s, of.start, of.end))) {
		if (names_things(item->figure.unit))
			of.start = item->figure.unit_start;
		return of;
	}
	of = phrase_before(items, i, rate, s);
	if (is_empty(of) && bracket != SIZE_MAX)
		of = phrase_before(items, bracket, rate, s);
	if (!is_empty(of))
		return of;
	last = inherits_from(items, i, last);
	if (last != SIZE_MAX)
		of = items->list[last].of;
	if (!is_empty(of) && !rate && !same_unit(item, &items->list[last]))
		of = without_unit(&items->list[last], of, s);
	if (is_empty(of) && names_things(item->figure.unit))
		return (struct span){item->figure.unit_start, item->end};
	return of;
}

void
resolve_measures(struct items *items, struct str folded)
{
	size_t last = SIZE_MAX;

	for (size_t i = 0; i < items->count; i++) {
		if (items->list[i].kind != ITEM_FIGURE)
			continue;
		items->list[i].of = measure_of(items, i, last, folded);
		last = i;
	}
}
