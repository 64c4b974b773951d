#include "dateline.h"

#include "kind.h"
#include "record.h"
#include "text.h"

/* Bytes between day and clock time. */
#define GAP_MOST 8

/* Two bytes' digits or one's as a number. */
static unsigned
number(struct str s, size_t start, size_t end)
{
	unsigned value = 0;

	for (; start < end; start++)
		value = value * 10 + (unsigned)(s.data[start] - '0');
	return value;
}

static size_t
digits_after(struct str s, size_t at, size_t most)
{
	size_t end = at;

	while (end - at < most && str_digit_at(s, end))
		end++;
	return end;
}

static size_t
digits_before(struct str s, size_t at, size_t most)
{
	size_t start = at;

	while (at - start < most && start > 0 && str_digit_at(s, start - 1))
		start--;
	return start;
}

/* Blanks and the signs that divide day and time, from at on. */
static size_t
skip_gap(struct str s, size_t at)
{
	size_t from = at;

	while (at < s.len && at - from < GAP_MOST) {
		size_t next = at;
		uint32_t c = text_decode(s, &next);

		if (c >= 0x80 ? c != 0x2013 && c != 0x2014 && c != 0xA0
			      : !kind_is_among((char)c, " -,|.()\t"))
			break;
		at = next;
	}
	return at;
}

static size_t
skip_gap_back(struct str s, size_t at)
{
	size_t from = at;

	while (at > 0 && from - at < GAP_MOST) {
		uint32_t c = text_before(s, at);

		if (c >= 0x80 ? c != 0x2013 && c != 0x2014 && c != 0xA0
			      : !kind_is_among((char)c, " -,|.()\t"))
			break;
		at -= c >= 0x800 ? 3 : c >= 0x80 ? 2 : 1;
	}
	return at;
}

/* Fits the numbers of a day together. */
static bool
set_day(struct dateline *d, unsigned day, unsigned month, unsigned year)
{
	char iso[12];

	if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 ||
	    day > 31)
		return false;
	iso[0] = (char)('0' + year / 1000);
	iso[1] = (char)('0' + year / 100 % 10);
	iso[2] = (char)('0' + year / 10 % 10);
	iso[3] = (char)('0' + year % 10);
	iso[4] = iso[7] = '-';
	iso[5] = (char)('0' + month / 10);
	iso[6] = (char)('0' + month % 10);
	iso[8] = (char)('0' + day / 10);
	iso[9] = (char)('0' + day % 10);
	*d = (struct dateline){d->span, year, month, day};
	return record_is_date((struct str){iso, 10});
}

/* A day d/m/yyyy that ends at end; *start is where it begins. */
static bool
day_before(struct str s, size_t end, size_t *start, struct dateline *d)
{
	size_t year = digits_before(s, end, 5), month, day, run;
	char sign;

	if (end - year != 4 || year < 4)
		return false;
	sign = s.data[year - 1];
	month = digits_before(s, year - 1, 3);
	if ((sign != '/' && sign != '-') || year - 1 - month < 1 ||
	    year - 1 - month > 2 || month < 2 || s.data[month - 1] != sign)
		return false;
	run = digits_before(s, month - 1, 7);
	day = run;
	/* glued to a year: 2023|10/02/2023 */
	if (month - 1 - run > 4)
		day = run + 4;
	if (month - 1 - day < 1 || month - 1 - day > 2)
		return false;
	*start = day;
	return set_day(d, number(s, day, month - 1), number(s, month, year - 1),
	    number(s, year, end));
}

/* A day d/m/yyyy that starts at start; *end is behind it. */
static bool
day_after(struct str s, size_t start, size_t *end, struct dateline *d)
{
	size_t day = digits_after(s, start, 3), month, year;

	if (day - start < 1 || day - start > 2 || day >= s.len ||
	    (s.data[day] != '/' && s.data[day] != '-'))
		return false;
	month = digits_after(s, day + 1, 3);
	if (month - day - 1 < 1 || month - day - 1 > 2 || month >= s.len ||
	    s.data[month] != s.data[day])
		return false;
	year = digits_after(s, month + 1, 5);
	if (year - month - 1 < 4)
		return false;
	year = month + 5;
	*end = year;
	return set_day(d, number(s, start, day), number(s, day + 1, month),
	    number(s, month + 1, year));
}

/* The clock time h:mm or h:mm:ss around its first colon. */
static bool
clock_at(struct str s, size_t colon, struct span *clock)
{
	size_t start = digits_before(s, colon, 3);
	size_t end = digits_after(s, colon + 1, 3);

	if (colon - start < 1 || colon - start > 2 || end - colon != 3 ||
	    number(s, start, colon) > 23 || number(s, colon + 1, end) > 59)
		return false;
	if (end < s.len && s.data[end] == ':' &&
	    digits_after(s, end + 1, 2) == end + 3)
		end += 3;
	*clock = (struct span){start, end};
	return true;
}

/* "GMT+7", in brackets or not, belongs to the stamp. */
static size_t
skip_zone(struct str s, size_t at)
{
	size_t zone = at;

	while (zone < s.len && (s.data[zone] == ' ' || s.data[zone] == '('))
		zone++;
	if (!str_starts(str_from_offset(s, zone), STR("GMT+7")))
		return at;
	zone += 5;
	return zone < s.len && s.data[zone] == ')' ? zone + 1 : zone;
}

bool
dateline_at(struct str text, size_t colon, struct dateline *found)
{
	struct span clock;
	size_t start, end;

	if (!clock_at(text, colon, &clock))
		return false;
	end = skip_gap_back(text, clock.start);
	if (end < clock.start && day_before(text, end, &start, found)) {
		found->span = (struct span){start, skip_zone(text, clock.end)};
		return true;
	}
	start = skip_gap(text, clock.end);
	if (start == clock.end || !day_after(text, start, &end, found))
		return false;
	found->span = (struct span){clock.start, skip_zone(text, end)};
	return true;
}

bool
dateline_find(struct str text, size_t limit, struct dateline *found)
{
	if (text.len > limit)
		text.len = limit;
	for (size_t at = str_find(text, STR(":"), 0); at < text.len;
	     at = str_find(text, STR(":"), at + 1))
		if (at > 0 && str_digit_at(text, at - 1) &&
		    dateline_at(text, at, found))
			return true;
	return false;
}
