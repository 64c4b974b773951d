#include "figure.h"

#include <stdlib.h>

#include "number.h"
#include "pattern.h"
#include "phrases.h"

/* A percentage whose number is longer is left to the pattern. */
#define NUMBER_MOST 64

struct figures {
	struct units units;
	struct pattern *pattern;
	struct buf why;
	const struct unit *percent; /* NULL: "%" needs the pattern */
	/* the last match in the sentence at hand; SIZE_MAX: none yet */
	size_t tried;
	int form;
	/* of a percentage, which the pattern did not match: its number's end
	 * and its own; else 0 */
	size_t number_end, end;
};

/* The forms below, in this order. */
enum { LARGE, PLAIN, VAGUE };

static const char *const forms[] = {
    /* 500 triệu đến 1 tỷ đồng; 2 tỷ 300 triệu đồng; 1 tỷ 234 triệu 567 nghìn */
    "(?<n1>{num}) ?(?<m1>{mult})(?:(?<to>{to})(?<n2>{num}) ?(?<m2>{mult})|"
    " (?<n2>{num}) ?(?<m2>{less})(?: (?<n3>{num}) ?(?<m3>nghìn|ngàn))?| đồng (?<n2>{num}) ?(?<m2>{less})(?= ?đồng))"
    " ?(?<unit>{Unit}){end}",
    /* 87 vụ, 5 - 7%, 28/28 ổ nhóm, 2,5 triệu đồng, 02 (hai) vụ, 5% đến 10%,
     * 24 "con bạc" */
    "(?<n1>{num})(?:{to}(?<n2>{num})| ?/ ?(?<total>{num}))?"
    "(?: ?(?<m1>{mult}))?(?: \\({word}(?: {word})*\\))? ?{quote}?"
    "(?<unit>{Unit}){end}"
    "(?:{to}(?<n3>{num})(?: ?(?<m3>{mult}))? ?\\k<unit>{end})?",
    "hàng (?<m1>{mult})(?: (?<m2>{mult}))? (?<unit>{Unit}){end}",
    NULL,
};

/* The groups of the forms, in the order of group_names. */
enum group { N1, N2, N3, M1, M2, M3, TO, TOTAL, UNIT };

static const char *const group_names[] = {
    "n1", "n2", "n3", "m1", "m2", "m3", "to", "total", "unit", NULL};

/* "%", if no other unit begins with it and nothing may not follow it. */
static const struct unit *
find_percent(const struct figures *f)
{
	const struct unit *percent = units_find(&f->units, STR("%"));

	for (size_t i = 0; i < f->units.count; i++)
		if (f->units.items[i].surface.data[0] == '%' &&
		    (f->units.items[i].surface.len > 1 ||
			f->units.items[i].not_before.len > 0))
			return NULL;
	return percent;
}

static void
compile(struct figures *f, struct str units)
{
	struct pattern_class classes[] = {
	    {"num", "[0-9]++(?:[.,][0-9]++)*+"},
	    {"mult",
		"(?:nghìn|ngàn) t(?:ỷ|ỉ)|triệu t(?:ỷ|ỉ)|trăm "
		"(?:nghìn|ngàn|triệu|t(?:ỷ|ỉ))|chục "
		"(?:nghìn|ngàn|triệu|t(?:ỷ|ỉ))|nghìn|ngàn|triệu|t(?:ỷ|ỉ)(?! "
		"lệ)|vạn|trăm|chục"},
	    {"less", "(?:trăm |chục )?(?:nghìn|ngàn|triệu)(?! t(?:ỷ|ỉ))"},
	    {"word", "(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|"
		     "chín|mười|mươi|linh|lẻ|trăm|nghìn|ngàn|triệu|t(?:ỷ|ỉ))"},
	    {"Unit", units.data},
	    {"to", " ?(?:-|–|—|÷) ?| đến | tới | cho (?:đến|tới) "},
	    /* 24 “con bạc” */
	    {"quote", "(?:\"|“)(?=con bạc|ổ nhóm|băng nhóm|đường dây|tụ điểm)"},
	    /* "vụvới" is a slip that occurs */
	    {"end", "(?![0-9" UNITS_LETTERS "])|(?=với|và|÷)"},
	    {NULL, NULL},
	};

	f->pattern = pattern_compile(PATTERN_BYTES, classes, forms, &f->why);
	if (f->pattern != NULL)
		pattern_number_groups(f->pattern, group_names);
	f->tried = SIZE_MAX;
}

struct figures *
figures_open(
    const struct table *table, const struct table *extra, struct fault *fault)
{
	struct figures *f = mem_resize(NULL, 1, sizeof(*f));
	struct buf regex = {0};

	*f = (struct figures){0};
	if (!units_read(&f->units, table, extra, fault)) {
		figures_close(f);
		return NULL;
	}
	f->percent = find_percent(f);
	units_add_regex(&f->units, &regex);
	compile(f, buf_str(&regex));
	buf_free(&regex);
	if (f->pattern == NULL) {
		*fault = (struct fault){FAULT_ERROR,
		    extra != NULL ? extra->name : table->name, 0, 0,
		    "its units do not compile"};
		figures_close(f);
		return NULL;
	}
	return f;
}

void
figures_close(struct figures *f)
{
	if (f == NULL)
		return;
	pattern_free(f->pattern);
	buf_free(&f->why);
	units_free(&f->units);
	free(f);
}

bool
figures_sieve(const struct figures *f, struct sieve *sieve)
{
	static const char *const others[] = {"nghìn", "ngàn", "triệu", "tỷ",
	    "tỉ", "vạn", "trăm", "chục", "(", NULL};
	bool fits = true;

	for (size_t i = 0; i < f->units.count; i++)
		fits &= sieve_add_unit(sieve, f->units.items[i].surface);
	for (size_t i = 0; others[i] != NULL; i++)
		fits &= sieve_add_unit(sieve, str_from(others[i]));
	return fits;
}

static struct str
group(const struct figures *f, struct str folded, enum group number)
{
	struct span s = pattern_numbered(f->pattern, number);

	return s.start <= s.end ? str_slice(folded, s.start, s.end) : STR("");
}

/* The power of ten of multiplier words: "nghìn tỷ" is 12. */
static unsigned
tens_of(struct str words)
{
	static const struct {
		struct str word;
		unsigned tens;
	} table[] = {{STR_INIT("chục"), 1}, {STR_INIT("trăm"), 2},
	    {STR_INIT("nghìn"), 3}, {STR_INIT("ngàn"), 3}, {STR_INIT("vạn"), 4},
	    {STR_INIT("triệu"), 6}, {STR_INIT("tỷ"), 9}, {STR_INIT("tỉ"), 9}};
	unsigned tens = 0;
	size_t at = 0;

	while (at < words.len) {
		size_t end = str_find(words, STR(" "), at);
		struct str word = str_slice(words, at, end);

		for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
			if (str_equal(word, table[i].word))
				tens += table[i].tens;
		at = end + 1;
	}
	return tens;
}

static bool
add_value(struct buf *strings, struct str digits, struct str multiplier,
    const struct unit *unit, struct span *value)
{
	bool whole = (unit->kind == UNIT_COUNT || unit->kind == UNIT_MONEY) &&
		     multiplier.len == 0;

	value->start = strings->len;
	if (!number_format(strings, digits,
		whole ? NUMBER_COUNT : NUMBER_MEASURE, tens_of(multiplier)))
		return false;
	value->end = strings->len;
	return true;
}

/* "2 tỷ 300 triệu": the sum of whole numbers. */
static bool
add_sum(struct buf *strings, struct figure *figure)
{
	struct str all = buf_str(strings);
	size_t a, b;

	if (!str_to_size(
		str_slice(all, figure->value.start, figure->value.end), &a) ||
	    !str_to_size(
		str_slice(all, figure->second.start, figure->second.end), &b) ||
	    a > SIZE_MAX - b)
		return false;
	figure->value.start = strings->len;
	buf_number(strings, a + b);
	figure->value.end = strings->len;
	return true;
}

static bool
read_large(struct figures *f, struct str folded, struct figure *figure,
    struct buf *strings)
{
	if (!add_value(strings, group(f, folded, N1), group(f, folded, M1),
		figure->unit, &figure->value) ||
	    !add_value(strings, group(f, folded, N2), group(f, folded, M2),
		figure->unit, &figure->second))
		return false;
	figure->form = FIGURE_RANGE;
	if (group(f, folded, TO).len > 0)
		return true;
	figure->form = FIGURE_PLAIN;
	if (!add_sum(strings, figure))
		return false;
	return group(f, folded, N3).len == 0 ||
	       (add_value(strings, group(f, folded, N3), group(f, folded, M3),
		    figure->unit, &figure->second) &&
		   add_sum(strings, figure));
}

/* "100-200.000 đồng" is from 100.000 on. */
static bool
is_short_of_thousands(
    struct str first, struct str second, const struct unit *unit)
{
	return unit->kind == UNIT_MONEY && first.len <= 3 &&
	       str_ends(second, STR(".000")) && second.len <= 7;
}

/* "500.000 đến 3 triệu đồng": the first is no number of millions. */
static bool
is_written_out(struct str first, struct str second)
{
	return str_ends(first, STR(".000")) && second.len <= 3;
}

static bool
read_plain(struct figures *f, struct str folded, struct figure *figure,
    struct buf *strings)
{
	struct str m1 = group(f, folded, M1), m2 = m1;
	struct str second = group(f, folded, N2);

	figure->form = second.len > 0 ? FIGURE_RANGE : FIGURE_PLAIN;
	if (second.len == 0) {
		second = group(f, folded, TOTAL);
		figure->form = second.len > 0 ? FIGURE_RATIO : FIGURE_PLAIN;
	}
	if (second.len == 0 && group(f, folded, N3).len > 0) {
		second = group(f, folded, N3);
		m2 = group(f, folded, M3);
		figure->form = FIGURE_RANGE;
	}
	if (figure->form == FIGURE_RANGE && m1.len == 0 &&
	    is_short_of_thousands(group(f, folded, N1), second, figure->unit))
		m1 = STR("nghìn");
	if (figure->form == FIGURE_RANGE &&
	    is_written_out(group(f, folded, N1), second))
		m1 = STR("");
	return add_value(strings, group(f, folded, N1), m1, figure->unit,
		   &figure->value) &&
	       (second.len == 0 || add_value(strings, second, m2, figure->unit,
				       &figure->second));
}

static bool
read_vague(struct figures *f, struct str folded, struct figure *figure,
    struct buf *strings)
{
	unsigned tens =
	    tens_of(group(f, folded, M1)) + tens_of(group(f, folded, M2));

	figure->form = FIGURE_VAGUE;
	figure->value.start = strings->len;
	if (!number_format(strings, STR("1"), NUMBER_COUNT, tens))
		return false;
	figure->value.end = strings->len;
	return true;
}

void
figures_begin(struct figures *f)
{
	f->tried = SIZE_MAX;
}

/* Whether a place behind a percentage is its end, and no other number goes on
 * from there, as "5% đến 10%" does; false where that is for the pattern. */
static bool
ends_percentage(struct str s, size_t at)
{
	unsigned char c;

	if (at < s.len && s.data[at] == ' ')
		at++;
	else if (str_digit_at(s, at))
		return false;
	if (at == s.len)
		return true;
	c = (unsigned char)s.data[at];
	return c < 0x80 && c != '-' && c != 't' &&
	       !(c == 'c' && str_starts(str_from_offset(s, at), STR("cho "))) &&
	       (s.data[at - 1] == ' ' || c < 'a' || c > 'z');
}

/* Matches the most usual form as the pattern does: "5%", "12,5 %". */
static bool
match_percentage(struct figures *f, struct str folded, size_t at)
{
	size_t number = number_end(folded, at);
	size_t unit = number;

	f->end = 0;
	if (unit < folded.len && folded.data[unit] == ' ')
		unit++;
	if (f->percent == NULL || !str_digit_at(folded, at) ||
	    number - at > NUMBER_MOST || unit >= folded.len ||
	    folded.data[unit] != '%' || !ends_percentage(folded, unit + 1))
		return false;
	f->number_end = number;
	f->end = unit + 1;
	return true;
}

static bool
read_percentage(const struct figures *f, struct str folded, size_t at,
    struct figure *figure, struct buf *strings)
{
	*figure = (struct figure){.start = at,
	    .end = f->end,
	    .unit_start = f->end - 1,
	    .form = FIGURE_PLAIN,
	    .unit = f->percent};
	return add_value(strings, str_slice(folded, at, f->number_end), STR(""),
	    f->percent, &figure->value);
}

/* The form at a place, of a match that may be the last one. */
static int
match(struct figures *f, struct str folded, size_t at)
{
	if (f->tried != at) {
		f->form = match_percentage(f, folded, at)
			      ? PLAIN
			      : pattern_match(f->pattern, folded, at);
		f->tried = at;
	}
	return f->form;
}

bool
figure_begins(struct figures *f, struct str folded, size_t at)
{
	return match(f, folded, at) != PATTERN_NONE;
}

/* The end of 24 “con bạc” with the mark that closes it. */
static size_t
quoted_end(struct str s, const struct figure *figure)
{
	static const char *const marks[] = {"\"", "“", "”", NULL};
	struct str before = str_slice(s, figure->start, figure->unit_start);
	struct str rest = str_from_offset(s, figure->end);

	if (str_ends(before, STR(" ")) || !ends_with_one_of(before, marks))
		return figure->end;
	for (size_t i = 0; marks[i] != NULL; i++)
		if (str_starts(rest, str_from(marks[i])))
			return figure->end + str_from(marks[i]).len;
	return figure->end;
}

bool
figure_read(struct figures *f, struct str folded, size_t at,
    struct figure *figure, struct buf *strings, bool *limit)
{
	int form = match(f, folded, at);
	struct span unit;

	if (form == PATTERN_LIMIT)
		*limit = true;
	if (form < 0)
		return false;
	if (f->end > 0)
		return read_percentage(f, folded, at, figure, strings);
	unit = pattern_numbered(f->pattern, UNIT);
	*figure = (struct figure){0};
	figure->start = at;
	figure->end = pattern_end(f->pattern);
	figure->unit_start = figure->end - (unit.end - unit.start);
	if (form == PLAIN)
		figure->end = quoted_end(folded, figure);
	figure->unit =
	    units_find(&f->units, str_slice(folded, unit.start, unit.end));
	if (figure->unit == NULL)
		return false;
	switch (form) {
	case LARGE:
		return read_large(f, folded, figure, strings);
	case PLAIN:
		return read_plain(f, folded, figure, strings);
	default:
		return read_vague(f, folded, figure, strings);
	}
}
