#include "excluded.h"

#include "number.h"
#include "text.h"

#define NEAR                                                                   \
	((size_t)120) /* bytes around a figure that tell what its unit is */

/* The second number of 15/12, 7.2 or 24-7, or of a name: Covid-19. */
static bool
is_second(struct str s, size_t at)
{
	char mark = at >= 2 ? s.data[at - 1] : ' ';

	if (mark != '/' && mark != '-' && mark != '.')
		return false;
	return str_is_digit(s.data[at - 2]) ||
	       (mark == '-' && is_letter_byte((unsigned char)s.data[at - 2]));
}

/* Words in front of a number that make it a name or a date, and the range
 * of such numbers. */
static const struct {
	struct str word;
	size_t least, most;
} names[] = {
    {STR_INIT("ngày"), 1, 31},
    {STR_INIT("tháng"), 1, 12},
    {STR_INIT("năm"), 1900, 2100},
    {STR_INIT("quý"), 1, 4},
    {STR_INIT("quận"), 1, 12},
    {STR_INIT("phường"), 1, 30},
    {STR_INIT("khoản"), 1, 20},
    {STR_INIT("khóa"), 1, 40},
    {STR_INIT("kỳ họp"), 1, 40},
    {STR_INIT("lần"), 1, 9},
    {STR_INIT("thứ"), 2, 99},
    {STR_INIT("quốc lộ"), 1, 999},
    {STR_INIT("tỉnh lộ"), 1, 999},
    {STR_INIT("km"), 1, 999},
    {STR_INIT("giai đoạn"), 1, 9},
    {STR_INIT("bước"), 1, 9},
    {STR_INIT("khu phố"), 1, 99},
    {STR_INIT("ấp"), 1, 99},
    {STR_INIT("lúc"), 0, 24},
    {STR_INIT("đợt"), 1, 9},
    {STR_INIT("nghị quyết"), 1, 999},
    {STR_INIT("nghị định"), 1, 999},
    {STR_INIT("chỉ thị"), 1, 999},
    {STR_INIT("mùng"), 1, 10},
    {STR_INIT("bão số"), 1, 20},
};

static const struct str days[] = {STR_INIT("ngày"), STR_INIT("sáng"),
    STR_INIT("trưa"), STR_INIT("chiều"), STR_INIT("tối"), STR_INIT("đêm"),
    STR_INIT("hôm"), STR_INIT("lễ"), STR_INIT("dịp"), STR_INIT("mùng"),
    STR_INIT("rạng sáng")};

static bool
follows(struct str s, size_t at, struct str word)
{
	return at > word.len && s.data[at - 1] == ' ' &&
	       str_equal(str_slice(s, at - 1 - word.len, at - 1), word) &&
	       !text_inside_word(s, at - 1 - word.len);
}

static bool
is_named(struct str s, size_t at)
{
	size_t value, end = number_end(s, at);

	if (at < 2 || s.data[at - 1] != ' ')
		return false;
	if (!str_to_size(str_slice(s, at, end), &value))
		return false;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct str word = names[i].word;
		size_t before = at - 1 - word.len;

		if (s.data[at - 2] != word.data[word.len - 1] ||
		    value < names[i].least || value > names[i].most ||
		    !follows(s, at, word))
			continue;
		/* "mỗi ngày 5 vụ", "một tháng 10 vụ", "cùng lúc 6 tên",
		 * "chiếm đoạt tài khoản 8 vụ" */
		return !follows(s, before, STR("mỗi")) &&
		       !follows(s, before, STR("tài")) &&
		       !follows(s, before, STR("cùng")) &&
		       !follows(s, before, STR("một")) &&
		       !follows(s, before, STR("trong"));
	}
	return false;
}

static bool
holds_listed(struct str s, struct str words)
{
	size_t at = 0;

	while (at < words.len) {
		size_t end = str_find(words, STR("|"), at);

		if (str_find(s, str_slice(words, at, end), 0) < s.len)
			return true;
		at = end + 1;
	}
	return false;
}

/* Whether words near the figure make its unit another thing. */
static bool
is_elsewhere(struct str s, const struct figure *f)
{
	size_t from = f->start > NEAR ? f->start - NEAR : 0;
	size_t to = f->end + NEAR < s.len ? f->end + NEAR : s.len;
	struct str behind = str_slice(s, f->end, to);

	if (f->unit->not_in.len == 0)
		return false;
	to = f->end + str_find(behind, STR(";"), 0);
	return holds_listed(str_slice(s, from, to), f->unit->not_in);
}

/* "869%/tháng" of a loan. */
static bool
is_interest(struct str s, const struct figure *f)
{
	struct str rest = str_from_offset(s, f->end);
	size_t from = f->start > 2 * NEAR ? f->start - 2 * NEAR : 0;
	size_t to = f->end + NEAR < s.len ? f->end + NEAR : s.len;

	if (f->unit->kind != UNIT_RATE)
		return false;
	if (rest.len > 0 && rest.data[0] == ' ')
		rest = str_from_offset(rest, 1);
	return str_starts(rest, STR("/")) &&
	       holds_listed(
		   str_slice(s, from, to), STR("lãi|vay|chậm nộp|tiền gửi"));
}

/* Items between two ratios of a list: "5/7 người chết (-2 người),". */
#define RATIO_REACH 8

/* Whether "số vụ" stands right in front of a ratio, or another one and a
 * comma. */
static bool
is_of_ratios(const struct items *items, const struct figure *f)
{
	size_t i = items->count;
	size_t first = i > RATIO_REACH ? i - RATIO_REACH : 0;

	if (i == 0 || items->list[i - 1].end + 1 != f->start)
		return false;
	if (item_is(&items->list[i - 1], CUE_HEAD))
		return true;
	if (items->list[i - 1].kind != ITEM_COMMA)
		return false;
	while (i-- > first)
		if (items->list[i].kind == ITEM_FIGURE &&
		    items->list[i].figure.form == FIGURE_RATIO)
			return true;
	return false;
}

/* "tối 12/3 nhóm": a day, as nothing is done out of less. */
static bool
is_day(const struct items *items, const struct sentence *sentence,
    const struct figure *f)
{
	size_t done, total;

	if (f->form != FIGURE_RATIO)
		return false;
	for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++)
		if (follows(sentence->folded, f->start, days[i]))
			return true;
	/* "giảm 12/10 vụ"; "xóa 11/10 điểm": more than was asked for */
	if (items->count > 0) {
		const struct item *last = &items->list[items->count - 1];

		if (item_is(last, CUE_UP) || item_is(last, CUE_DOWN) ||
		    ((item_is(last, CUE_VERB) || item_is(last, CUE_OP)) &&
			last->end + 1 == f->start))
			return false;
	}
	/* "Số vụ 10/8 vụ, 5/3 người chết" */
	if (is_of_ratios(items, f))
		return false;
	/* "tăng 3 vụ (15/12 vụ)" */
	if (f->start > 0 && sentence->folded.data[f->start - 1] == '(')
		return false;
	return items_whole(items, f, &done) &&
	       str_to_size(items_value(items, f->second), &total) &&
	       done > total && total <= 12;
}

/* A bare year in front of a word that is a unit elsewhere: "Olympic 2020 tổ
 * chức". */
static bool
is_year(const struct sentence *sentence, const struct figure *f)
{
	struct str s = sentence->folded, text = sentence->text;
	size_t value, at = f->start;

	if (!str_to_size(str_slice(s, at, number_end(s, at)), &value) ||
	    value < 1900 || value > 2100 || at < 2)
		return false;
	for (at--; at > 0 && s.data[at - 1] != ' '; at--)
		;
	/* "2020 tổ chức" at the head of a sentence, too */
	return (at > 0 && text.data[at] != s.data[at]) ||
	       str_equal(f->unit->name, STR("tổ chức"));
}

/* "Ban Chỉ đạo 389 tổ chức đoàn kiểm tra": the number is of a body's name, and
 * "tổ chức" what it does. */
static bool
is_organiser(struct str s, const struct figure *f)
{
	static const struct str bodies[] = {STR_INIT("số"), STR_INIT("đoàn"),
	    STR_INIT("đội"), STR_INIT("games"), STR_INIT("chỉ đạo"),
	    STR_INIT("ban"), STR_INIT("khu vực"), STR_INIT("vùng"),
	    STR_INIT("quân khu"), STR_INIT("cảnh sát biển"), STR_INIT("phòng"),
	    STR_INIT("cụm"), STR_INIT("bệnh xá"), STR_INIT("bệnh viện"),
	    STR_INIT("trạm"), STR_INIT("đồn"), STR_INIT("hải quan"),
	    STR_INIT("tổ")};

	if (!str_equal(f->unit->name, STR("tổ chức")) || f->start == 0)
		return false;
	for (size_t i = 0; i < sizeof(bodies) / sizeof(bodies[0]); i++)
		if (follows(s, f->start, bodies[i]))
			return true;
	return false;
}

/* "200.000 đồng/1kg", "1 triệu đồng/ 1 người": for one of what a price is. */
static bool
is_per_one(const struct items *items, const struct sentence *sentence,
    const struct figure *f)
{
	static const struct str money[] = {STR_INIT("đồng"), STR_INIT("đ"),
	    STR_INIT("usd"), STR_INIT("vnđ"), STR_INIT("vnd"),
	    STR_INIT("người")};
	struct str s = sentence->folded;
	size_t at = f->start;

	if (f->form != FIGURE_PLAIN || at < 2 ||
	    !str_equal(items_value(items, f->value), STR("1")))
		return false;
	at -= s.data[at - 1] == ' ';
	if (s.data[at - 1] != '/')
		return false;
	for (size_t i = 0; i < sizeof(money) / sizeof(money[0]); i++)
		if (str_ends(str_slice(s, 0, at - 1), money[i]))
			return true;
	return false;
}

/* "1 000 người": the thousands, cut off. */
static bool
is_tail(struct str s, const struct figure *f)
{
	return f->start > 1 && s.data[f->start - 1] == ' ' &&
	       str_is_digit(s.data[f->start - 2]) &&
	       str_starts(str_from_offset(s, f->start), STR("000"));
}

/* "15 đ.tượng": a word that is cut short. */
static bool
is_cut_short(struct str s, const struct figure *f)
{
	return f->unit->kind == UNIT_MONEY && f->end + 1 < s.len &&
	       s.data[f->end] == '.' && f->end - f->unit_start < 3 &&
	       is_letter_byte((unsigned char)s.data[f->end + 1]);
}

/* "4G", "2.5G", "9,5 G" are no weights, where "16,8G" is. */
static bool
is_name_with_g(const struct sentence *sentence, const struct figure *f)
{
	struct str number =
	    str_slice(sentence->folded, f->start, f->unit_start);

	return str_equal(f->unit->name, STR("g")) &&
	       f->end == f->unit_start + 1 &&
	       sentence->text.data[f->unit_start] == 'G' &&
	       (str_ends(number, STR(" ")) ||
		   str_find(number, STR(","), 0) == number.len);
}

bool
is_excluded(const struct items *items, const struct sentence *sentence,
    const struct figure *f)
{
	struct str s = sentence->folded;
	struct str unit = f->unit->name;

	if (is_second(s, f->start) || is_interest(s, f) ||
	    is_day(items, sentence, f) || is_elsewhere(s, f))
		return true;
	if (is_name_with_g(sentence, f))
		return true;
	if (is_per_one(items, sentence, f) || is_tail(s, f) ||
	    is_cut_short(s, f))
		return true;
	/* "chuyên án 0524Đ": no amount begins with a zero */
	if (f->unit->kind == UNIT_MONEY && s.data[f->start] == '0' &&
	    number_end(s, f->start) == f->unit_start &&
	    f->unit_start > f->start + 1 && str_is_digit(s.data[f->start + 1]))
		return true;
	if (f->unit->kind != UNIT_COUNT)
		return false;
	if (str_equal(unit, STR("điểm")) && items_has_fraction(items, f))
		return true; /* marks and indices, not places */
	return is_named(s, f->start) || is_year(sentence, f) ||
	       is_organiser(s, f);
}
