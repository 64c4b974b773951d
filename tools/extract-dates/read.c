#include "read.h"

#include <stdio.h>
#include <string.h>

#include "context.h"
#include "lunar.h"
#include "text.h"

struct reading {
	struct pattern *match;
	struct str folded, text;
	const struct holidays *holidays;
	struct piece *piece;
};

static struct str
group(const struct reading *r, const char *name)
{
	struct span s = pattern_group(r->match, name);

	if (s.start > s.end)
		return (struct str){NULL, 0};
	return str_slice(r->folded, s.start, s.end);
}

/* The number in a group of digits; 0: absent. */
static int
number(const struct reading *r, const char *name)
{
	size_t value = 0;

	str_to_size(group(r, name), &value);
	return (int)value;
}

struct word {
	const char *text;
	int value;
};

/* The value of a word in a table that NULL ends, or none. */
static int
word_value(const struct word *words, struct str s, int none)
{
	for (; words->text != NULL; words++)
		if (str_equal(str_from(words->text), s))
			return words->value;
	return none;
}

static const struct word digit_words[] = {{"một", 1}, {"mốt", 1}, {"hai", 2},
    {"ba", 3}, {"bốn", 4}, {"tư", 4}, {"năm", 5}, {"lăm", 5}, {"nhăm", 5},
    {"sáu", 6}, {"bảy", 7}, {"bẩy", 7}, {"tám", 8}, {"chín", 9}, {"mười", 10},
    {"mươi", 10}, {NULL, 0}};

/* A number in words up to 99: "mười hai", "hai mươi mốt". */
static int
words_number(struct str s)
{
	int value = 0;
	size_t at = 0;

	while (at < s.len) {
		size_t end = str_find(s, STR(" "), at);
		struct str word = str_slice(s, at, end);
		int one = word_value(digit_words, word, 0);

		if (str_equal(word, STR("mươi")))
			value *= 10;
		else
			value += one;
		at = end + 1;
	}
	return value;
}

/* How many units a word of distance goes forward. */
static int
distance(struct str s)
{
	static const struct word words[] = {{"này", 0}, {"nay", 0},
	    {"hôm nay", 0}, {"năm", 0}, {"tháng", 0}, {"năm nay", 0},
	    {"qua", -1}, {"vừa qua", -1}, {"vừa rồi", -1}, {"rồi", -1},
	    {"trước", -1}, {"ngoái", -1}, {"năm ngoái", -1}, {"hôm qua", -1},
	    {"hôm kia", -2}, {"mai", 1}, {"ngày mai", 1}, {"ngày kia", 2},
	    {"ngày mốt", 2}, {"tới", 1}, {"tới đây", 1}, {"sắp tới", 1},
	    {"sau", 1}, {"kế tiếp", 1}, {"tiếp theo", 1}, {NULL, 0}};

	return word_value(words, s, 0);
}

static void
read_shifts(const struct reading *r, struct moment *m)
{
	static const struct {
		const char *name;
		enum unit unit;
	} shifts[] = {{"drel", UNIT_DAY}, {"wrel", UNIT_WEEK},
	    {"mrel", UNIT_MONTH}, {"qrel", UNIT_QUARTER}, {"yrel", UNIT_YEAR}};

	for (size_t i = 0; i < sizeof(shifts) / sizeof(shifts[0]); i++) {
		struct str word = group(r, shifts[i].name);

		if (word.data == NULL)
			continue;
		m->shifted[shifts[i].unit] = true;
		m->shift[shifts[i].unit] = distance(word);
	}
}

static void
read_words(const struct reading *r, struct moment *m)
{
	static const struct word parts[] = {{"sáng", PART_MORNING},
	    {"rạng sáng", PART_MORNING}, {"sáng sớm", PART_MORNING},
	    {"trưa", PART_MIDDAY}, {"chiều", PART_AFTERNOON},
	    {"chiều tối", PART_EVENING}, {"chiều muộn", PART_AFTERNOON},
	    {"tối", PART_EVENING}, {"tối muộn", PART_EVENING},
	    {"đêm", PART_NIGHT}, {"đêm khuya", PART_NIGHT},
	    {"đêm muộn", PART_NIGHT}, {"nửa đêm", PART_NIGHT},
	    {"khuya", PART_NIGHT}, {NULL, 0}};
	static const struct word weekdays[] = {{"thứ hai", 1}, {"thứ 2", 1},
	    {"thứ ba", 2}, {"thứ 3", 2}, {"thứ tư", 3}, {"thứ 4", 3},
	    {"thứ năm", 4}, {"thứ 5", 4}, {"thứ sáu", 5}, {"thứ 6", 5},
	    {"thứ bảy", 6}, {"thứ bẩy", 6}, {"thứ 7", 6}, {"chủ nhật", 7},
	    {NULL, 0}};
	static const struct word seasons[] = {{"xuân", 1}, {"hè", 2}, {"hạ", 2},
	    {"thu", 3}, {"đông", 4}, {NULL, 0}};
	static const struct word mods[] = {{"đầu", MOD_START},
	    {"giữa", MOD_MID}, {"cuối", MOD_END}, {NULL, 0}};
	static const struct word quarters[] = {{"i", 1}, {"ii", 2}, {"iii", 3},
	    {"iv", 4}, {"1", 1}, {"2", 2}, {"3", 3}, {"4", 4}, {"một", 1},
	    {"hai", 2}, {"ba", 3}, {"tư", 4}, {NULL, 0}};

	m->part = (enum part)word_value(parts, group(r, "part"), PART_NONE);
	m->weekday = word_value(weekdays, group(r, "wd"), 0);
	m->mod = (enum mod)word_value(mods, group(r, "mod"), MOD_NONE);
	if (m->unit == UNIT_SEASON)
		m->number = word_value(seasons, group(r, "season"), 0);
	if (m->unit == UNIT_QUARTER)
		m->number = word_value(quarters, group(r, "q"), 0);
}

static void
read_clock(const struct reading *r, struct moment *m)
{
	if (group(r, "h").data != NULL)
		m->hour = number(r, "h");
	if (group(r, "hw").data != NULL)
		m->hour = words_number(group(r, "hw"));
	if (group(r, "mi").data != NULL)
		m->minute = number(r, "mi");
	if (group(r, "s").data != NULL)
		m->second = number(r, "s");
}

/* The month by number or word; Gieng and Chap are the lunar year's. */
static void
read_month(const struct reading *r, struct moment *m)
{
	struct str word = group(r, "mw");

	m->month = number(r, "m");
	if (str_equal(word, STR("giêng")) || str_equal(word, STR("chạp"))) {
		m->month = str_equal(word, STR("giêng")) ? 1 : 12;
		m->lunar = true;
	} else if (word.data != NULL) {
		m->month = words_number(word);
	}
	if (group(r, "al").data != NULL)
		m->lunar = true;
}

static void
read_holiday(const struct reading *r, struct moment *m)
{
	struct str phrase = group(r, "holiday");

	if (group(r, "full").data != NULL) {
		m->lunar = true;
		m->day = 15;
	}
	if (group(r, "tet").data != NULL) {
		m->lunar = true;
		m->month = 1;
	}
	if (group(r, "eve").data != NULL) {
		m->lunar = m->before_tet = true;
		m->month = 12;
		if (m->day == 0) {
			m->day = LAST_DAY;
			m->part = PART_NIGHT;
		}
	}
	if (phrase.data == NULL)
		return;
	m->holiday = holidays_find(r->holidays, phrase);
	m->lunar = m->holiday->lunar;
	m->month = m->holiday->month;
	m->day = m->holiday->day;
}

static void
read_date(const struct reading *r, struct moment *m)
{
	struct str word = group(r, "dw");
	struct str pair = group(r, "canchi");

	m->year = number(r, "y");
	if (group(r, "yy").data != NULL)
		m->year = 2000 + number(r, "yy");
	m->day = word.data != NULL ? words_number(word) : number(r, "d");
	read_month(r, m);
	read_holiday(r, m);
	if (pair.data != NULL) {
		size_t blank = str_find(pair, STR(" "), 0);

		m->cycle = can_chi_index(str_slice(pair, 0, blank),
			       str_from_offset(pair, blank + 1)) +
			   1;
	}
}

/* "6 tháng đầu năm" is a half, "9 tháng đầu năm" a range of months. */
static bool
read_months(const struct reading *r, struct piece *p)
{
	struct str count = group(r, "n"), edge = group(r, "edge");
	bool quarters = str_equal(group(r, "unit"), STR("quý"));
	int most = quarters ? 4 : 12, n;
	size_t value = 0;

	n = str_to_size(count, &value) ? (int)value : words_number(count);
	if (str_equal(count, STR("nửa")))
		n = 6;
	if (n < 1 || n > most)
		return false;
	p->second = p->moment;
	if (n == 6 && edge.data != NULL && !quarters) {
		p->kind = PIECE_MOMENT;
		p->moment.unit = UNIT_HALF;
		p->moment.number = str_equal(edge, STR("đầu")) ? 1 : 2;
		return true;
	}
	p->moment.unit = p->second.unit = quarters ? UNIT_QUARTER : UNIT_MONTH;
	if (str_equal(edge, STR("cuối"))) {
		*(quarters ? &p->moment.number : &p->moment.month) =
		    most - n + 1;
		*(quarters ? &p->second.number : &p->second.month) = most;
	} else {
		*(quarters ? &p->moment.number : &p->moment.month) = 1;
		*(quarters ? &p->second.number : &p->second.month) = n;
	}
	return true;
}

static bool
read_range(const struct reading *r, struct piece *p)
{
	if (group(r, "n").data != NULL)
		return read_months(r, p);
	p->second = p->moment;
	if (group(r, "d2").data != NULL)
		p->second.day = number(r, "d2");
	if (group(r, "m2").data != NULL)
		p->second.month = number(r, "m2");
	if (group(r, "y2").data != NULL) {
		p->second.year = number(r, "y2");
		return p->moment.year < p->second.year &&
		       p->second.year - p->moment.year <= 60;
	}
	return p->second.day > p->moment.day ||
	       p->second.month > p->moment.month;
}

struct unit_word {
	const char *text;
	const char *prefix;
	char letter;
};

static const struct unit_word *
unit_of(struct str word)
{
	static const struct unit_word units[] = {{"ngày đêm", "P", 'D'},
	    {"ngày", "P", 'D'}, {"đêm", "P", 'D'}, {"tuần lễ", "P", 'W'},
	    {"tuần", "P", 'W'}, {"tháng", "P", 'M'}, {"quý", "P", 'Q'},
	    {"năm", "P", 'Y'}, {"giờ đồng hồ", "PT", 'H'}, {"giờ", "PT", 'H'},
	    {"tiếng đồng hồ", "PT", 'H'}, {"tiếng", "PT", 'H'},
	    {"phút", "PT", 'M'}, {"giây", "PT", 'S'}};

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (str_equal(str_from(units[i].text), word))
			return &units[i];
	return &units[0];
}

/* Appends a number with its leading zeros and grouping gone: "1.000", "02". */
static void
add_number(struct buf *out, struct str s)
{
	size_t bracket = str_find(s, STR(" ("), 0);
	bool grouped;

	s.len = bracket;
	grouped = s.len > 4 && s.data[s.len - 4] == '.';
	if (s.data[0] < '0' || s.data[0] > '9') {
		buf_number(out, (size_t)words_number(s));
		return;
	}
	while (s.len > 1 && s.data[0] == '0' && s.data[1] >= '0' &&
	       s.data[1] <= '9')
		s = str_from_offset(s, 1);
	for (size_t i = 0; i < s.len; i++)
		if (s.data[i] == ',')
			buf_byte(out, '.');
		else if (s.data[i] != '.' || !grouped)
			buf_byte(out, s.data[i]);
}

/* Appends "P45D"; half is "a half" or "and a half". */
static void
add_duration(
    struct buf *out, const struct unit_word *unit, struct str n, bool half)
{
	buf_text(out, unit->prefix);
	if (unit->letter == 'Q') {
		size_t quarters = 0;

		if (!str_to_size(n, &quarters))
			quarters = (size_t)words_number(n);
		buf_number(out, quarters * 3);
		buf_byte(out, 'M');
		return;
	}
	add_number(out, n);
	if (half && unit->letter == 'Y') {
		buf_text(out, "Y6M");
		return;
	}
	if (half && unit->letter == 'H') {
		buf_text(out, "H30M");
		return;
	}
	if (half)
		buf_text(out, ".5");
	buf_byte(out, unit->letter);
}

static void
add_half(struct buf *out, const struct unit_word *unit)
{
	const char *value = unit->letter == 'Y'   ? "P6M"
			    : unit->letter == 'H' ? "PT30M"
			    : unit->letter == 'D' ? "PT12H"
						  : "P0.5M";

	buf_text(out, value);
}

static void
add_more(
    struct buf *out, const struct reading *r, const char *name, char letter)
{
	struct str n = group(r, name);

	if (n.data == NULL)
		return;
	add_number(out, n);
	buf_byte(out, letter);
}

static bool
read_duration(const struct reading *r, struct piece *p)
{
	const struct unit_word *unit = unit_of(group(r, "unit"));
	struct str n = group(r, "n"), to = group(r, "to");
	struct buf value = {0};
	bool fits;

	if (str_equal(n, STR("nửa")))
		add_half(&value, unit);
	else
		add_duration(&value, unit, n, group(r, "half").data != NULL);
	add_more(&value, r, "n2",
	    unit->letter == 'H' || unit->letter == 'Y' ? 'M' : 'S');
	add_more(&value, r, "n3", 'S');
	if (to.data != NULL) {
		buf_byte(&value, '/');
		add_duration(&value, unit, to, false);
	}
	fits = value.len < sizeof(p->value) && !str_equal(n, STR("0"));
	if (fits)
		memcpy(p->value, value.data, value.len);
	buf_free(&value);
	return fits;
}

static bool
read_set(const struct reading *r, struct piece *p)
{
	static const char *const goods[] = {"ngân", "cửa", "khách", "nhà",
	    "mặt", "bán", "mua", "đơn", "giao", "nhập", "lô", "gian", "đặt",
	    "kiện", "xếp", "chở", "xuất", "nợ", "lấy", "trả", "nhận", "bốc",
	    "đòi", "thu", "kho", "hết", "loạt", NULL};
	const struct unit_word *unit = unit_of(group(r, "unit"));

	/* "ngân hàng năm 2001" is of a bank */
	if (group(r, "goods").data != NULL &&
	    context_before(r->folded, p->span.start, goods) > 0)
		return false;
	if (unit->letter == 'Q')
		memcpy(p->value, "R/P3M", 6);
	else
		sprintf(p->value, "R/P1%c", unit->letter);
	return true;
}

static bool
day_exists(const struct moment *m)
{
	if (m->lunar)
		return m->day <= 30 || m->day == LAST_DAY;
	return m->month == 0 || m->day == 0 ||
	       calendar_has((struct date){
		   m->year != 0 ? m->year : 2000, m->month, m->day});
}

/* "Năm" is the fifth of months only where it is written as a name. */
static bool
is_month_word(const struct reading *r)
{
	struct span word = pattern_group(r->match, "mw");

	if (word.start > word.end || !str_equal(group(r, "mw"), STR("năm")))
		return true;
	return r->text.data[word.start] == 'N';
}

bool
read_piece(struct pattern *match, struct str folded, struct str text,
    const struct holidays *holidays, struct piece *piece)
{
	struct reading r = {match, folded, text, holidays, piece};
	struct moment *m = &piece->moment;

	if (piece->kind == PIECE_DURATION)
		return read_duration(&r, piece);
	if (piece->kind == PIECE_SET)
		return read_set(&r, piece);
	read_words(&r, m);
	read_clock(&r, m);
	read_shifts(&r, m);
	read_date(&r, m);
	if (group(&r, "canchi").data != NULL && m->cycle == 0)
		return false;
	if (group(&r, "now").data != NULL)
		m->shifted[UNIT_DAY] = true;
	if (piece->kind == PIECE_RANGE)
		return read_range(&r, piece) && day_exists(m) &&
		       day_exists(&piece->second);
	if (m->unit == UNIT_DAY && group(&r, "d").data != NULL && m->day == 0)
		return false;
	if (group(&r, "m").data != NULL && (m->month < 1 || m->month > 12))
		return false;
	return day_exists(m) && is_month_word(&r);
}
