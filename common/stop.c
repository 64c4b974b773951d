#include "stop.h"

#include <string.h>

#include "abbreviation.h"
#include "kind.h"
#include "opening.h"
#include "syllable.h"
#include "text.h"

/* A bracket that opens in a sentence keeps its full stops if it closes again
 * within so many bytes. */
#define BRACKET_MOST 400
/* Bytes of letters before a full stop that make no abbreviation. */
#define PLAIN_WORD 4
/* Bytes of a name like "T.Dũng". */
#define SHORT_NAME 16

/* Where the next ")" stands from a place on; the end if there is none. */
static size_t
next_closing(struct boundary_scan *scan, size_t at)
{
	if (at < scan->asked || at > scan->closing) {
		scan->asked = at;
		scan->closing = str_find(scan->text, STR(")"), at);
	}
	return scan->closing;
}

/* Whether the bracket at a place holds a sentence or a credit of its own. */
static bool
bracket_is_apart(struct boundary_scan *scan, size_t at)
{
	struct str s = scan->text;

	return kind_at(s, kind_after(s, at)) == KIND_UPPER &&
	       next_closing(scan, at) < s.len;
}

/* "iPhone", "eBay", "iOS": a small letter and then a capital one. */
static bool
is_brand(struct str s, size_t at)
{
	size_t next = kind_after(s, at);
	enum kind third = kind_at(s, kind_after(s, next));

	return kind_at(s, next) == KIND_UPPER &&
	       (third == KIND_LOWER || third == KIND_UPPER);
}

/* "069. 292. 8312": whether a stop stands in a number of at least three
 * groups. */
static bool
is_in_number(struct str s, const struct stop *stop)
{
	size_t start = str_digits_start(s, stop->start);
	size_t end = str_digits_end(s, stop->next);

	if (start == stop->start || stop->end != stop->start + 1)
		return false;
	if (kind_byte(s, end) == '.' && kind_byte(s, end + 1) == ' ' &&
	    str_digit_at(s, end + 2))
		return true;
	return start > 2 && s.data[start - 1] == ' ' &&
	       s.data[start - 2] == '.' && str_is_digit(s.data[start - 3]);
}

/* After what surely can end a sentence: does another begin? */
static bool
another_begins(struct boundary_scan *scan, const struct stop *stop)
{
	struct str s = scan->text;
	enum kind inner;

	switch (stop->follows) {
	case KIND_UPPER:
	case KIND_SIGN:
		return true;
	case KIND_DIGIT:
		return !stop->ellipsis && !is_in_number(s, stop);
	case KIND_LOWER:
		return str_starts(
			   str_from_offset(s, stop->next), STR("ảnh:")) ||
		       (!stop->ellipsis && !stop->strong &&
			   is_brand(s, stop->next));
	case KIND_QUOTE:
		inner = kind_at(s, kind_after(s, stop->next));
		return inner == KIND_UPPER || inner == KIND_DIGIT ||
		       (inner != KIND_SPACE && inner != KIND_END &&
			   !stop->ellipsis && !stop->strong);
	case KIND_BRACKET:
		return bracket_is_apart(scan, stop->next) ||
		       (!stop->ellipsis && !stop->strong);
	case KIND_DASH:
		return !stop->quote_closed && !stop->ellipsis &&
		       kind_byte(s, kind_after(s, stop->next)) == ' ';
	default:
		return false;
	}
}

/* Whether a sentence begins behind "chị Th.", and no further name. */
static bool
begins_behind_name(const struct boundary_scan *scan, size_t at)
{
	struct str word = kind_word_at(scan->text, at);
	enum word_class class = opening_class(scan, word);

	if (opening_is_sure(class))
		return true;
	return (class == WORD_MIXED || class == WORD_AGENCY) &&
	       kind_of_next_word(scan->text, at + word.len) == KIND_LOWER;
}

/* "Chị là TS. Anh là KS.", "7 TS. Họ làm việc 3 ngày": the title is what
 * somebody is, and a sentence begins behind it. */
static bool
is_predicate(const struct boundary_scan *scan, const struct stop *stop)
{
	struct str token = abbreviation_token(scan, stop->start);
	size_t at = (size_t)(token.data - scan->text.data);
	struct str before;

	if (at < 2 || !begins_behind_name(scan, stop->next))
		return false;
	before = kind_word_before(scan->text, at - 1);
	return str_equal(before, STR("là")) ||
	       kind_before(scan->text, at - 1) == KIND_DIGIT;
}

static bool
ends_after_abbreviation(const struct boundary_scan *scan,
    const struct stop *stop, enum abbreviation class)
{
	struct str s = scan->text;
	bool quoted = stop->follows == KIND_QUOTE &&
		      kind_at(s, kind_after(s, stop->next)) == KIND_UPPER;

	switch (class) {
	case ABBREVIATION_PLACE:
		if (stop->follows == KIND_UPPER)
			return !opening_is_place_name(scan, stop->next);
		return stop->follows == KIND_SIGN;
	case ABBREVIATION_NUMBER:
		return stop->follows == KIND_UPPER &&
		       opening_begins(scan, stop->next);
	case ABBREVIATION_ETC:
		return stop->follows == KIND_UPPER || quoted;
	case ABBREVIATION_TITLE:
		return stop->follows == KIND_UPPER && is_predicate(scan, stop);
	case ABBREVIATION_NAME:
		return stop->follows == KIND_UPPER &&
		       begins_behind_name(scan, stop->next);
	case ABBREVIATION_COMPANY:
	case ABBREVIATION_INITIAL:
		return quoted || stop->follows == KIND_SIGN ||
		       (stop->follows == KIND_UPPER &&
			   opening_begins(scan, stop->next));
	default:
		return false;
	}
}

/* "Zing.Vn": the end of a name on the web. */
static bool
is_domain(struct str word)
{
	static const struct str words[] = {STR_INIT("Vn"), STR_INIT("Com"),
	    STR_INIT("Net"), STR_INIT("Org"), STR_INIT("Info"), STR_INIT("Edu"),
	    STR_INIT("Gov")};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_equal(word, words[i]))
			return true;
	return false;
}

static bool
is_address(struct str token)
{
	return str_find(token, STR("@"), 0) < token.len ||
	       str_find(token, STR("://"), 0) < token.len ||
	       str_starts(token, STR("www."));
}

/* A Vietnamese word in small letters that no web address holds. */
static bool
is_marked_word(struct str word)
{
	bool marked = false;

	for (size_t i = 0; i < word.len; i++)
		marked |= (unsigned char)word.data[i] >= 0x80;
	return marked && kind_at(word, 0) == KIND_LOWER &&
	       syllable_is_vietnamese(word);
}

/* "T.Dũng": who wrote it, at the end of a paragraph. */
static bool
is_short_name(struct str rest)
{
	size_t dot = str_find(rest, STR("."), 0);
	struct str name;

	if (rest.len > SHORT_NAME || dot > 3 || dot + 1 >= rest.len)
		return false;
	name = kind_word_at(rest, dot + 1);
	return kind_is_capitalised(name) &&
	       (dot + 1 + name.len == rest.len ||
		   (dot + 2 + name.len == rest.len &&
		       rest.data[rest.len - 1] == ' '));
}

/* What kind of abbreviation a stop stands behind. */
static enum abbreviation
class_of(
    const struct boundary_scan *scan, const struct stop *stop, struct str token)
{
	enum abbreviation class;

	if (stop->strong || stop->quote_closed || stop->bracket_closed)
		return ABBREVIATION_NONE;
	class = abbreviation_of(scan, token);
	return stop->ellipsis && class != ABBREVIATION_ETC ? ABBREVIATION_NONE
							   : class;
}

/* "... kết thúc.TP HCM", "... đã bỏ trốn.T.Dũng": a stop before a capital
 * letter with which no capitalised word begins. */
static bool
ends_before_capital(
    const struct boundary_scan *scan, const struct stop *stop, struct str next)
{
	struct str s = scan->text;
	struct str word = kind_word_before(s, stop->start);

	if (is_marked_word(word) &&
	    (next.len > 1 || kind_at(s, stop->next + next.len) == KIND_DIGIT))
		return true;
	/* "... của Nhật Cường.Ở vụ án này" */
	if (word.len > 2 && opening_is_likely(opening_class(scan, next)) &&
	    kind_of_next_word(s, stop->next + next.len) == KIND_LOWER)
		return true;
	return word.len > 1 && is_short_name(str_from_offset(s, stop->next));
}

/* "... đối tượng.Trong": a stop before a capitalised word. */
static bool
ends_before_word(const struct boundary_scan *scan, const struct stop *stop,
    struct str token, struct str next)
{
	struct str s = scan->text;
	enum abbreviation class = class_of(scan, stop, token);

	/* but "Ảnh: Đ.T.Anh" */
	if (class == ABBREVIATION_INITIAL || class == ABBREVIATION_COMPANY)
		return str_find(token, STR("."), 0) < token.len &&
		       kind_at(s, stop->next + next.len) != KIND_END &&
		       opening_is_likely(opening_class(scan, next));
	if (class != ABBREVIATION_NONE && class != ABBREVIATION_ETC)
		return false;
	/* a word, a number, a closing quote or bracket stands before */
	return stop->quote_closed || stop->bracket_closed || stop->strong ||
	       stop->ellipsis || kind_before(s, stop->start) != KIND_UPPER ||
	       (kind_word_before(s, stop->start).len > 2 &&
		   opening_begins(scan, stop->next));
}

/* A stop with no blank behind it. */
static bool
ends_unspaced(const struct boundary_scan *scan, const struct stop *stop)
{
	struct str s = scan->text, token;
	struct str next = kind_word_at(s, stop->next);
	bool capitalised = kind_is_capitalised(next);
	bool ends = false;

	if (stop->follows == KIND_QUOTE)
		ends = kind_is_capitalised(
		    kind_word_at(s, kind_after(s, stop->next)));
	else if (stop->follows == KIND_SIGN)
		ends = !stop->ellipsis && s.data[stop->next] == '>';
	else if (stop->follows == KIND_UPPER)
		ends = capitalised ? !is_domain(next)
				   : ends_before_capital(scan, stop, next);
	if (!ends)
		return false;
	/* "chuyên án 324L.Ảnh: CACC" */
	if (str_equal(next, STR("Ảnh")) &&
	    kind_byte(s, stop->next + next.len) == ':')
		return true;
	token = abbreviation_token(scan, stop->start);
	if (is_address(token))
		return false;
	return capitalised ? ends_before_word(scan, stop, token, next)
			   : class_of(scan, stop, token) == ABBREVIATION_NONE;
}

/* Inside a bracket that opened in this sentence and closes soon. */
static bool
in_bracket(struct boundary_scan *scan, size_t at)
{
	struct str s = scan->text;
	size_t close;

	if (scan->bracket == 0 || scan->bracket - 1 <= scan->start)
		return false;
	if (s.len > at + BRACKET_MOST)
		s.len = at + BRACKET_MOST;
	close = str_find(s, STR(")"), at);
	if (close == s.len || str_find(s, STR("("), at) < close)
		scan->bracket = 0;
	return scan->bracket != 0;
}

static bool
group_ends(struct boundary_scan *scan, const struct stop *stop)
{
	enum abbreviation class;

	if (stop->follows == KIND_END)
		return false;
	if (stop->final)
		return true;
	if (!stop->bracket_closed && in_bracket(scan, stop->end))
		return false;
	/* "(?)" ends nothing, "(?)." does */
	if (kind_before(scan->text, stop->start) == KIND_BRACKET)
		return scan->text.data[stop->end - 1] == '.' && stop->spaced &&
		       another_begins(scan, stop);
	if (!stop->spaced)
		return ends_unspaced(scan, stop);
	/* more is asked behind an abbreviation */
	if (!another_begins(scan, stop))
		return false;
	class = class_of(scan, stop, abbreviation_token(scan, stop->start));
	return class == ABBREVIATION_NONE ||
	       ends_after_abbreviation(scan, stop, class);
}

/* The most usual end of a sentence: "... đối tượng. Trong ...", behind a word
 * that is longer than any abbreviation in small letters. */
static bool
is_plain_end(const struct boundary_scan *scan, size_t at)
{
	struct str s = scan->text;
	uint32_t letters;

	if (scan->bracket != 0 || at < scan->start + PLAIN_WORD ||
	    s.len - at < 3 || s.data[at + 1] != ' ')
		return false;
	/* letters only: bytes of at least 'a' (or one of "{|}~") */
	memcpy(&letters, s.data + at - PLAIN_WORD, PLAIN_WORD);
	if (((((letters & 0x7F7F7F7F) + 0x1F1F1F1F) | letters) & 0x80808080) !=
	    0x80808080)
		return false;
	if (s.data[at + 2] >= 'A' && s.data[at + 2] <= 'Z')
		return true;
	return kind_at(s, at + 2) == KIND_UPPER;
}

/* Whether what news count, or a time, stands behind a number: " tháng". */
static bool
is_counted(struct str s, size_t at)
{
	static const struct str words[] = {STR_INIT("tháng"), STR_INIT("năm"),
	    STR_INIT("ngày"), STR_INIT("vụ"), STR_INIT("đối"), STR_INIT("bị"),
	    STR_INIT("người"), STR_INIT("nhóm"), STR_INIT("tuần")};
	struct str word;

	if (kind_byte(s, at) != ' ')
		return false;
	word = kind_word_at(s, at + 1);
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_equal(word, words[i]))
			return true;
	return false;
}

/* "7h,", "22h30 ": whether an hour's sign stands behind a number. */
static bool
is_clock(struct str s, size_t at)
{
	char next = kind_byte(s, at + 1);

	return kind_byte(s, at) == 'h' &&
	       (next == ' ' || next == ',' || str_is_digit(next));
}

/* "... kết thúc.12 bị can": no blank, and a number that begins a sentence. */
static bool
is_before_number(const struct boundary_scan *scan, size_t at)
{
	struct str s = scan->text, word;
	size_t end = str_digits_end(s, at + 1);

	if ((unsigned char)s.data[at - 1] < 'a')
		return false;
	word = kind_word_before(s, at);
	if (opening_class(scan, word) == WORD_JOINT ||
	    !syllable_is_vietnamese(word))
		return false;
	if (is_clock(s, end) && end - at <= 3)
		return true;
	return (is_marked_word(word) || is_counted(s, end)) && end - at <= 4 &&
	       kind_of_next_word(s, end) == KIND_LOWER;
}

bool
stop_ends(struct boundary_scan *scan, size_t at, size_t *end)
{
	struct str s = scan->text;
	struct stop stop;
	char next = kind_byte(s, at + 1);

	/* most stops that end nothing: 1.213, 15.12, vnexpress.net */
	if (s.data[at] == '.' && str_is_digit(next)) {
		*end = at + 1;
		return at > scan->start && scan->bracket == 0 &&
		       is_before_number(scan, at);
	}
	if (s.data[at] == '.' &&
	    ((next >= 'a' && next <= 'z') || next == ',')) {
		*end = at + 1;
		return false;
	}
	if (s.data[at] == '.' && is_plain_end(scan, at)) {
		*end = at + 1;
		return true;
	}
	stop_read(scan, at, &stop);
	*end = stop.end;
	return group_ends(scan, &stop);
}
