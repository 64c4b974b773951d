#include <stdio.h>
#include <string.h>

#include "context.h"
#include "reading.h"
#include "words.h"

struct unit_word {
	struct str text;
	const char *prefix;
	char letter;
	size_t factor;
};

static const struct unit_word *
unit_of(struct str word)
{
	static const struct unit_word units[] = {{W("ngày đêm"), "P", 'D', 1},
	    {W("ngày"), "P", 'D', 1}, {W("đêm"), "P", 'D', 1},
	    {W("tuần lễ"), "P", 'W', 1}, {W("tuần"), "P", 'W', 1},
	    {W("tháng"), "P", 'M', 1}, {W("quý"), "P", 'M', 3},
	    {W("năm"), "P", 'Y', 1}, {W("giờ đồng hồ"), "PT", 'H', 1},
	    {W("giờ"), "PT", 'H', 1}, {W("h"), "PT", 'H', 1},
	    {W("tiếng đồng hồ"), "PT", 'H', 1}, {W("tiếng"), "PT", 'H', 1},
	    {W("phút"), "PT", 'M', 1}, {W("giây"), "PT", 'S', 1},
	    {W("thập kỷ"), "P", 'Y', 10}, {W("thập niên"), "P", 'Y', 10},
	    {W("thế kỷ"), "P", 'Y', 100}};

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (str_equal(units[i].text, word))
			return &units[i];
	return &units[0];
}

/* Whether the sign in front of the last three digits groups a number of a unit:
 * "1.000", "2,544", but not "0,125", nor "10,125" seconds. */
static bool
is_grouped(struct str s, char unit)
{
	char sign = s.len > 4 ? s.data[s.len - 4] : '\0';

	return sign == '.' || (sign == ',' && s.data[0] != '0' && unit != 'S');
}

/* Appends a number with its leading zeros and grouping gone: "1.000", "02". */
static void
add_number(struct buf *out, struct str s, char unit)
{
	bool grouped;

	s.len = str_find(s, STR(" ("), 0);
	grouped = is_grouped(s, unit);
	if (!str_is_digit(s.data[0])) {
		buf_number(out, (size_t)words_number(s));
		return;
	}
	while (s.data[0] == '0' && str_digit_at(s, 1))
		s = str_from_offset(s, 1);
	for (size_t i = 0; i < s.len; i++)
		if (str_is_digit(s.data[i]))
			buf_byte(out, s.data[i]);
		else if (!grouped)
			buf_byte(out, '.');
}

/* Appends "P45D"; half is "a half" or "and a half". */
static void
add_duration(
    struct buf *out, const struct unit_word *unit, struct str n, bool half)
{
	buf_text(out, unit->prefix);
	if (unit->factor > 1) {
		size_t count = (size_t)words_or_digits(n) * unit->factor;

		buf_number(out, half ? count + unit->factor / 2 : count);
		buf_byte(out, unit->letter);
		return;
	}
	add_number(out, n, unit->letter);
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
add_more(struct buf *out, const struct reading *r, enum group name, char letter)
{
	struct str n = reading_group(r, name);

	if (n.len == 0)
		return;
	add_number(out, n, letter);
	buf_byte(out, letter);
}

bool
reading_duration(const struct reading *r, struct piece *p)
{
	const struct unit_word *unit = unit_of(reading_group(r, GROUP_UNIT));
	struct str n = reading_group(r, GROUP_COUNT),
		   to = reading_group(r, GROUP_COUNT_TO);
	struct span written = r->groups[GROUP_UNIT];
	struct buf value = {0};
	bool fits;

	/* "48h", but "29H" is a number plate */
	if (n.len == 0 || r->text.data[written.start] == 'H')
		return false;
	if (str_equal(n, STR("nửa")))
		add_half(&value, unit);
	else
		add_duration(&value, unit, n, reading_has(r, GROUP_HALF));
	add_more(&value, r, GROUP_COUNT_2,
	    unit->letter == 'H' || unit->letter == 'Y' ? 'M'
	    : unit->prefix[1] == '\0'                  ? 'D'
						       : 'S');
	add_more(&value, r, GROUP_COUNT_3, unit->letter == 'Y' ? 'D' : 'S');
	if (to.len > 0) {
		buf_byte(&value, '/');
		add_duration(&value, unit, to, false);
	}
	fits = value.len < sizeof(p->value) && !str_equal(n, STR("0"));
	if (fits)
		memcpy(p->value, value.data, value.len);
	buf_free(&value);
	return fits;
}

/* "mỗi thứ Năm", "mỗi thứ bảy tụ tập", but not "mỗi thứ năm viên": whether a
 * weekday that comes again is told, and not how much there is of each kind. */
static bool
is_weekday_again(const struct reading *r, const struct piece *p)
{
	static const struct str measures[] = {W("viên"), W("gói"), W("bộ"),
	    W("cái"), W("kg"), W("phần"), W("chiếc"), W("hộp"), W("lạng"),
	    W("gam"), W("gram"), W("triệu"), W("nghìn"), W("tỷ"), W("đồng"),
	    W("khẩu"), W("quả"), W("bánh"), W("thùng"), W("bao"), W("tấn"),
	    W("lít"), W("con"), W("chai"), {NULL, 0}};

	return reading_has(r, GROUP_PART) ||
	       !context_after(r->folded, p->span.end, measures);
}

bool
reading_set(const struct reading *r, struct piece *p)
{
	static const struct str goods[] = {W("ngân"), W("cửa"), W("khách"),
	    W("nhà"), W("mặt"), W("bán"), W("mua"), W("đơn"), W("giao"),
	    W("nhập"), W("lô"), W("gian"), W("đặt"), W("kiện"), W("xếp"),
	    W("chở"), W("xuất"), W("nợ"), W("lấy"), W("trả"), W("nhận"),
	    W("bốc"), W("đòi"), W("thu"), W("kho"), W("hết"), W("loạt"),
	    {NULL, 0}};
	static const struct str income[] = {W("thu nhập"), {NULL, 0}};
	/* "mỗi sáng thứ Bảy" */
	struct str word = reading_has(r, GROUP_WEEKDAY)
			      ? STR("tuần")
			      : reading_group(r, GROUP_UNIT);
	const struct unit_word *unit = unit_of(word);

	if (reading_has(r, GROUP_WEEKDAY) && !is_weekday_again(r, p))
		return false;
	/* "ngân hàng năm 2001" is of a bank, but "thu nhập hàng năm" */
	if (reading_has(r, GROUP_GOODS) &&
	    context_before(r->folded, p->span.start, goods) &&
	    !context_before(r->folded, p->span.start, income))
		return false;
	snprintf(
	    p->value, sizeof(p->value), "R/P%zu%c", unit->factor, unit->letter);
	return true;
}
