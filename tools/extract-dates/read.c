#include "read.h"

#include "context.h"

#include "lunar.h"
#include "reading.h"
#include "words.h"

/* How many units a word of distance goes forward. */
static int
distance(struct str s)
{
	static const struct word words[] = {{W("này"), 0}, {W("nay"), 0},
	    {W("hôm nay"), 0}, {W("năm"), 0}, {W("tháng"), 0},
	    {W("năm nay"), 0}, {W("qua"), -1}, {W("vừa qua"), -1},
	    {W("vừa rồi"), -1}, {W("rồi"), -1}, {W("trước"), -1},
	    {W("ngoái"), -1}, {W("năm ngoái"), -1}, {W("hôm qua"), -1},
	    {W("hôm kia"), -2}, {W("mai"), 1}, {W("ngày mai"), 1},
	    {W("ngày kia"), 2}, {W("ngày mốt"), 2}, {W("tới"), 1},
	    {W("tới đây"), 1}, {W("sắp tới"), 1}, {W("sau"), 1},
	    {{NULL, 0}, 0}};

	return word_value(words, s, 0);
}

static void
read_shifts(const struct reading *r, struct moment *m)
{
	static const struct {
		enum group group;
		enum unit unit;
	} shifts[] = {{GROUP_DAY_SHIFT, UNIT_DAY},
	    {GROUP_WEEK_SHIFT, UNIT_WEEK}, {GROUP_MONTH_SHIFT, UNIT_MONTH},
	    {GROUP_QUARTER_SHIFT, UNIT_QUARTER}, {GROUP_YEAR_SHIFT, UNIT_YEAR}};

	for (size_t i = 0; i < sizeof(shifts) / sizeof(shifts[0]); i++) {
		struct str word = reading_group(r, shifts[i].group);

		if (word.len == 0)
			continue;
		m->shifted[shifts[i].unit] = true;
		m->shift[shifts[i].unit] = distance(word);
		m->bare |= str_equal(word, STR("năm")) ||
			   str_equal(word, STR("tháng"));
	}
}

/* The quarter that a group tells; 0: none. */
static int
quarter_of(const struct reading *r, enum group group)
{
	static const struct word quarters[] = {{W("i"), 1}, {W("ii"), 2},
	    {W("iii"), 3}, {W("iv"), 4}, {W("1"), 1}, {W("2"), 2}, {W("3"), 3},
	    {W("4"), 4}, {W("một"), 1}, {W("hai"), 2}, {W("ba"), 3},
	    {W("tư"), 4}, {W("đầu"), 1}, {W("cuối"), 4}, {{NULL, 0}, 0}};

	return reading_word(r, group, quarters, 0);
}

static void
read_words(const struct reading *r, struct moment *m)
{
	static const struct word parts[] = {{W("sáng"), PART_MORNING},
	    {W("rạng sáng"), PART_MORNING}, {W("rạng"), PART_MORNING},
	    {W("sáng sớm"), PART_MORNING}, {W("trưa"), PART_MIDDAY},
	    {W("chiều"), PART_AFTERNOON}, {W("chiều tối"), PART_EVENING},
	    {W("chiều muộn"), PART_AFTERNOON}, {W("tối"), PART_EVENING},
	    {W("tối muộn"), PART_EVENING}, {W("đêm"), PART_NIGHT},
	    {W("đêm khuya"), PART_NIGHT}, {W("đêm muộn"), PART_NIGHT},
	    {W("nửa đêm"), PART_NIGHT}, {W("khuya"), PART_NIGHT},
	    {{NULL, 0}, 0}};
	static const struct word weekdays[] = {{W("thứ hai"), 1},
	    {W("thứ 2"), 1}, {W("thứ ba"), 2}, {W("thứ 3"), 2},
	    {W("thứ tư"), 3}, {W("thứ 4"), 3}, {W("thứ năm"), 4},
	    {W("thứ 5"), 4}, {W("thứ sáu"), 5}, {W("thứ 6"), 5},
	    {W("thứ bảy"), 6}, {W("thứ bẩy"), 6}, {W("thứ 7"), 6},
	    {W("chủ nhật"), 7}, {{NULL, 0}, 0}};
	static const struct word seasons[] = {{W("xuân"), 1}, {W("hè"), 2},
	    {W("hạ"), 2}, {W("thu"), 3}, {W("đông"), 4}, {{NULL, 0}, 0}};
	static const struct word mods[] = {{W("đầu"), MOD_START},
	    {W("giữa"), MOD_MID}, {W("cuối"), MOD_END}, {{NULL, 0}, 0}};

	m->part = (enum part)reading_word(r, GROUP_PART, parts, PART_NONE);
	m->weekday = reading_word(r, GROUP_WEEKDAY, weekdays, 0);
	m->mod = (enum mod)reading_word(r, GROUP_MOD, mods, MOD_NONE);
	if (m->unit == UNIT_SEASON)
		m->number = reading_word(r, GROUP_SEASON, seasons, 0);
	if (m->unit == UNIT_QUARTER)
		m->number = quarter_of(r, GROUP_QUARTER);
}

static void
read_clock(const struct reading *r, struct moment *m)
{
	if (reading_has(r, GROUP_HOUR))
		m->hour = reading_number(r, GROUP_HOUR);
	if (reading_has(r, GROUP_HOUR_WORD))
		m->hour = words_number(reading_group(r, GROUP_HOUR_WORD));
	if (reading_has(r, GROUP_MINUTE))
		m->minute = reading_number(r, GROUP_MINUTE);
	if (reading_has(r, GROUP_SECOND))
		m->second = reading_number(r, GROUP_SECOND);
	if (m->hour >= 0 && reading_has(r, GROUP_HALF))
		m->minute = 30;
	if (reading_has(r, GROUP_LESS)) {
		m->hour = (m->hour + 23) % 24;
		m->minute = 60 - reading_number(r, GROUP_LESS);
	}
}

/* The month by number or word; Gieng and Chap are the lunar year's. */
static void
read_month(const struct reading *r, struct moment *m)
{
	struct str word = reading_group(r, GROUP_MONTH_WORD);

	m->month = reading_number(r, GROUP_MONTH);
	if (str_equal(word, STR("giêng")) || str_equal(word, STR("chạp"))) {
		m->month = str_equal(word, STR("giêng")) ? 1 : 12;
		m->lunar = true;
	} else if (word.len > 0) {
		m->month = words_number(word);
	}
	m->marked = !m->lunar && reading_has(r, GROUP_LUNAR_MARK);
	m->lunar |= m->marked;
}

static void
read_holiday(const struct reading *r, struct moment *m)
{
	struct str phrase = reading_group(r, GROUP_HOLIDAY);

	if (reading_has(r, GROUP_FULL_MOON)) {
		m->lunar = true;
		m->day = 15;
	}
	if (reading_has(r, GROUP_TET)) {
		m->lunar = true;
		m->month = 1;
	}
	if (reading_has(r, GROUP_EVE)) {
		m->lunar = m->before_tet = true;
		m->month = 12;
		if (m->day == 0) {
			m->day = LAST_DAY;
			m->part = PART_NIGHT;
		}
	}
	/* the night before New Year */
	if (reading_has(r, GROUP_SOLAR)) {
		m->lunar = m->before_tet = false;
		m->day = 31;
		m->year -= m->year != 0;
	}
	if (phrase.len == 0)
		return;
	m->holiday = holidays_find(r->holidays, phrase);
	m->lunar = m->holiday->lunar;
	m->month = m->holiday->month;
	m->day = m->holiday->day;
}

static void
read_date(const struct reading *r, struct moment *m)
{
	struct str word = reading_group(r, GROUP_DAY_WORD);
	struct str pair = reading_group(r, GROUP_CAN_CHI);

	m->year = reading_number(r, GROUP_YEAR);
	if (reading_has(r, GROUP_SHORT_YEAR)) {
		int year = reading_number(r, GROUP_SHORT_YEAR);

		/* "sinh ngày 1/1/90" */
		m->year = year + (year < 50 ? 2000 : 1900);
	}
	m->day =
	    word.len > 0 ? words_number(word) : reading_number(r, GROUP_DAY);
	read_month(r, m);
	read_holiday(r, m);
	if (pair.len > 0) {
		size_t blank = str_find(pair, STR(" "), 0);

		m->cycle = can_chi_index(str_slice(pair, 0, blank),
			       str_from_offset(pair, blank + 1)) +
			   1;
		/* "ngày 10 tháng 3 năm Ất Tỵ" */
		if (m->unit == UNIT_DAY && m->year == 0 && !m->lunar &&
		    m->holiday == NULL)
			m->lunar = m->marked = true;
	}
}

/* "6 tháng đầu năm" is a half, "9 tháng đầu năm" a range of months. */
static bool
read_months(const struct reading *r, struct piece *p)
{
	struct str count = reading_group(r, GROUP_COUNT),
		   edge = reading_group(r, GROUP_EDGE);
	bool quarters = str_equal(reading_group(r, GROUP_UNIT), STR("quý"));
	int most = quarters ? 4 : 12, n;

	n = words_or_digits(count);
	if (str_equal(count, STR("nửa")))
		n = 6;
	if (n < 1 || n > most)
		return false;
	p->second = p->moment;
	if (n == 6 && edge.len > 0 && !quarters) {
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

/* "3 ngày đầu tháng" is from the first to the third. */
static bool
read_days(const struct reading *r, struct piece *p)
{
	p->second = p->moment;
	p->moment.day = 1;
	p->second.day = words_or_digits(reading_group(r, GROUP_COUNT));
	return p->second.day > 1 && p->second.day <= 31;
}

/* The years of a life or a reign at most; of less than that without
 * brackets. */
#define LIFE_MOST 150
#define YEARS_MOST 60

/* "(1907 - 1988)", "giai đoạn 2021-2025": whether two years are a span of time
 * and not numbers. */
static bool
is_span_of_years(const struct reading *r, const struct piece *p)
{
	int years = p->second.year - p->moment.year;
	size_t start = p->span.start, end = p->span.end;

	return (years > 0 && years <= YEARS_MOST) ||
	       (years > 0 && years <= LIFE_MOST && start > 0 &&
		   r->folded.data[start - 1] == '(' && end < r->folded.len &&
		   r->folded.data[end] == ')');
}

static bool
read_range(const struct reading *r, struct piece *p)
{
	if (p->moment.unit == UNIT_DAY && reading_has(r, GROUP_COUNT))
		return read_days(r, p);
	if (reading_has(r, GROUP_COUNT))
		return read_months(r, p);
	p->second = p->moment;
	if (reading_has(r, GROUP_QUARTER_2)) {
		p->second.number = quarter_of(r, GROUP_QUARTER_2);
		return p->second.number > p->moment.number;
	}
	if (reading_has(r, GROUP_DAY_2))
		p->second.day = reading_number(r, GROUP_DAY_2);
	if (reading_has(r, GROUP_MONTH_2))
		p->second.month = reading_number(r, GROUP_MONTH_2);
	if (reading_has(r, GROUP_YEAR_2)) {
		p->second.year = reading_number(r, GROUP_YEAR_2);
		/* "2021/22", "1999/00" */
		if (p->second.year < 100)
			p->second.year += p->moment.year / 100 * 100;
		if (p->second.year < p->moment.year &&
		    p->second.year % 100 == 0)
			p->second.year += 100;
		return is_span_of_years(r, p);
	}
	return p->second.day > p->moment.day ||
	       p->second.month > p->moment.month;
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

/* "Năm" is the fifth of months only where it is written as a name, or in
 * "tháng năm năm 2024". */
static bool
is_month_word(const struct reading *r)
{
	struct span word = r->groups[GROUP_MONTH_WORD];

	return !str_equal(reading_group(r, GROUP_MONTH_WORD), STR("năm")) ||
	       r->text.data[word.start] == 'N' ||
	       (reading_has(r, GROUP_YEAR) &&
		   str_starts(
		       str_from_offset(r->folded, word.end), STR(" năm ")));
}

/* Whether what is read is a day or time that there is. */
static bool
is_possible(const struct reading *r, const struct piece *p)
{
	const struct moment *m = &p->moment;

	if (m->unit == UNIT_DAY && reading_has(r, GROUP_DAY) && m->day == 0)
		return false;
	if (reading_has(r, GROUP_MONTH) && (m->month < 1 || m->month > 12))
		return false;
	return day_exists(m) &&
	       (p->kind != PIECE_RANGE || day_exists(&p->second));
}

bool
read_piece(struct pattern *match, const struct place *place,
    const struct holidays *holidays, struct piece *piece)
{
	struct reading r = {
	    pattern_all_numbered(match), place->folded, place->text, holidays};
	struct moment *m = &piece->moment;

	if (piece->kind == PIECE_DURATION)
		return reading_duration(&r, piece);
	if (piece->kind == PIECE_SET)
		return reading_set(&r, piece);
	read_words(&r, m);
	read_clock(&r, m);
	read_shifts(&r, m);
	read_date(&r, m);
	if ((reading_has(&r, GROUP_CAN_CHI) && m->cycle == 0) ||
	    !is_month_word(&r))
		return false;
	m->decade = (piece->flags & FORM_DECADE) != 0;
	if (m->decade && m->year < 100)
		m->year += m->year < 30 ? 2000 : 1900;
	if (reading_has(&r, GROUP_COMING))
		m->direction = 1;
	if (reading_has(&r, GROUP_GONE))
		m->direction = -1;
	if (reading_has(&r, GROUP_NOW))
		m->shifted[UNIT_DAY] = true;
	m->same = reading_has(&r, GROUP_SAME);
	if (piece->kind == PIECE_RANGE && !read_range(&r, piece))
		return false;
	if (is_possible(&r, piece))
		return true;
	/* what is written as a day is no month either: "31 tháng 11" */
	piece->kind = PIECE_NONE;
	return (piece->flags & FORM_FRACTION) == 0;
}
