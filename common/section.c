#include "section.h"

#include <string.h>

#include "text.h"

/* Bytes of a heading without a number; of what leads to a list, that are looked
 * at. */
#define BARE_HEADING_MOST 80
#define LEAD_MOST 240
/* Bytes in front of "Thời gian", "Tình hình": "III. ". */
#define MARK_MOST 6
/* Bytes before the colon of "Công an huyện Bình Hòa: ...". */
#define LABEL_MOST 80
/* Bytes of a plain line that is no sentence: "650 vụ". */
#define CELL_MOST 60

static const char name_goals[] = "goals", name_results[] = "results",
		  name_time[] = "time";

static const char *const goals[] = {"chỉ tiêu", "mục tiêu", NULL};
static const struct str demand = STR_INIT("yêu cầu");

/* What else leads to a list of goals. */
static const char *const leads[] = {
    "phấn đấu", "quyết tâm", "phải đạt", "phải hoàn thành", NULL};

/* A heading with one of these tells what was reached, or means another thing. */
static const char *const reports[] = {"kết quả", "đạt được", "đã ", "đối chiếu",
    "đánh giá", "tiến độ", "so với", "sơ kết", "tổng kết", "chưa đạt",
    "không đạt", "vượt chỉ tiêu", "vượt mục tiêu", "đạt chỉ tiêu",
    "thực hiện chỉ tiêu", "thực hiện các chỉ tiêu", "thực hiện mục tiêu",
    "hoàn thành chỉ tiêu", "hoàn thành các chỉ tiêu", "bảo vệ", "tuyển sinh",
    "xét tuyển", "tuyển dụng", "thí sinh", "ứng viên", "đưa ra yêu cầu",
    "bị hại", "của nhóm", "của băng", "của bọn", "của chúng", "của đối tượng",
    "của các đối tượng", "của kẻ", "của hung thủ", "kê khai", "tờ khai",
    "ghi vào", "chỉ tiêu này", NULL};

/* One with one of these tells what was reached, unless it only has to be told. */
static const char *const results[] = {
    "kết quả", "đạt được", "đối chiếu", "thành tích", NULL};
static const char *const no_results[] = {
    "báo cáo kết quả", "phải đạt", "cần đạt", NULL};

/* What may stand behind "thời gian" in a heading of when something is done. */
static const char *const of_time[] = {" thực hiện", " triển khai", " tiến hành",
    " cao điểm", " mở ", " và ", NULL};

static bool
holds_one_of(struct str s, const char *const *phrases)
{
	for (; *phrases != NULL; phrases++)
		if (str_find(s, str_from(*phrases), 0) < s.len)
			return true;
	return false;
}

/* The end of digits at a place. */
static size_t
digits_end(struct str s, size_t at)
{
	while (str_digit_at(s, at))
		at++;
	return at;
}

/* Whether a number's sign, and a blank or a word, stand at a place. */
static bool
is_number_sign(struct str s, size_t at)
{
	return at + 1 < s.len && strchr(".)/:", s.data[at]) != NULL &&
	       !str_digit_at(s, at + 1);
}

/* "2.", "2)", "2/", "2.1.", "2.1 Công an xã". */
static enum section_rank
rank_of_number(struct str s)
{
	size_t at = digits_end(s, 0), levels = 1;

	if (at > 2)
		return SECTION_PLAIN;
	while (at < s.len && s.data[at] == '.' && str_digit_at(s, at + 1)) {
		at = digits_end(s, at + 1);
		levels++;
	}
	if (levels > 1)
		return at < s.len &&
			       (s.data[at] == ' ' || is_number_sign(s, at))
			   ? SECTION_DOTTED
			   : SECTION_PLAIN;
	return is_number_sign(s, at) ? SECTION_NUMBER : SECTION_PLAIN;
}

/* "II.", "B.", "a)". */
static enum section_rank
rank_of_letter(struct str s)
{
	size_t at = 0;

	while (at < s.len && strchr("IVX", s.data[at]) != NULL)
		at++;
	if (at > 0 && at <= 5 && is_number_sign(s, at))
		return SECTION_LETTER;
	if (!is_number_sign(s, 1))
		return SECTION_PLAIN;
	if (s.data[0] >= 'A' && s.data[0] <= 'Z')
		return SECTION_LETTER;
	return s.data[0] >= 'a' && s.data[0] <= 'z' ? SECTION_SMALL
						    : SECTION_PLAIN;
}

/* "Phần thứ hai", "Điều 5.", "Ba là", "Hai:", "Thứ nhất,". */
static enum section_rank
rank_of_words(struct str s)
{
	static const char *const ordinals[] = {"Một", "Hai", "Ba", "Bốn", "Năm",
	    "Sáu", "Bảy", "Tám", "Chín", "Mười", NULL};
	static const struct str article = STR_INIT("Điều ");

	if (str_starts(s, STR("Phần ")) || str_starts(s, STR("PHẦN ")) ||
	    str_starts(s, STR("Chương ")) || str_starts(s, STR("CHƯƠNG ")))
		return SECTION_PART;
	/* "Điều 5. Mục tiêu" */
	if (str_starts(s, article) && str_digit_at(s, article.len))
		return SECTION_LETTER;
	if (str_starts(s, STR("Thứ nhất")) || str_starts(s, STR("Thứ hai,")) ||
	    str_starts(s, STR("Thứ ba,")) || str_starts(s, STR("Thứ tư,")) ||
	    str_starts(s, STR("Thứ năm,")))
		return SECTION_NUMBER;
	for (size_t i = 0; ordinals[i] != NULL; i++) {
		struct str word = str_from(ordinals[i]), rest;

		if (!str_starts(s, word))
			continue;
		rest = str_from_offset(s, word.len);
		if (str_starts(rest, STR(" là")) || str_starts(rest, STR(":")))
			return SECTION_NUMBER;
	}
	return SECTION_PLAIN;
}

static enum section_rank
rank_of(struct str s)
{
	static const char *const marks[] = {
	    "-", "+", "*", "–", "—", "•", "●", "·", "▪", NULL};
	enum section_rank rank;
	char first = s.data[0];

	if (str_is_digit(first))
		return rank_of_number(s);
	if ((first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z')) {
		rank = rank_of_letter(s);
		return rank == SECTION_PLAIN &&
			       strchr("PCTMHBNS", first) != NULL
			   ? rank_of_words(s)
			   : rank;
	}
	for (size_t i = 0; marks[i] != NULL; i++)
		if (str_starts(s, str_from(marks[i])))
			return SECTION_DASH;
	return rank_of_words(s);
}

static bool
has_digit(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (str_is_digit(s.data[i]))
			return true;
	return false;
}

/* "Công an thị xã: 12 vụ", "Hải quan | 40 vụ | 3 tỷ đồng", "40 vụ". */
static bool
is_row(struct str line)
{
	size_t colon = str_find(line, STR(":"), 0);

	return (colon < LABEL_MOST && colon + 1 < line.len) ||
	       str_find(line, STR("|"), 0) < line.len ||
	       (line.len <= CELL_MOST && line.data[line.len - 1] != '.' &&
		   has_digit(line));
}

/* Whether a line goes on with the open section. */
static bool
belongs(struct section *s, struct str line, enum section_rank rank)
{
	if (rank == SECTION_PLAIN)
		return s->goes_on || is_row(line) || (s->numbered && !s->begun);
	if (!s->numbered && !s->begun)
		s->rank = rank;
	s->begun = true;
	return s->numbered ? rank > s->rank : rank >= s->rank;
}

/* "I. TÌNH HÌNH", "1. Tình hình, kết quả". */
static bool
names_situation(struct str folded)
{
	return str_find(folded, STR("tình hình"), 0) <= MARK_MOST &&
	       !holds_one_of(folded, goals);
}

/* "3. Thời gian", "B. Thời gian, phạm vi", "Thời gian thực hiện:". */
static bool
names_time(struct str folded)
{
	static const struct str time = STR_INIT("thời gian");
	size_t at = str_find(folded, time, 0), end = at + time.len;
	struct str rest;

	if (at > MARK_MOST)
		return false;
	rest = str_from_offset(folded, end);
	if (rest.len == 0 || rest.data[0] == ',' || str_equal(rest, STR(":")))
		return true;
	for (size_t i = 0; of_time[i] != NULL; i++)
		if (str_starts(rest, str_from(of_time[i])))
			return true;
	return false;
}

/* What is below a heading or behind a lead of these words; NULL: neither. */
static const char *
name_of(struct str folded, bool lead)
{
	bool article = str_starts(folded, STR("điều "));

	if (holds_one_of(folded, results) && !holds_one_of(folded, no_results))
		return name_results;
	/* "Trong hai tháng, Công an huyện đã:" */
	if (lead ? str_ends(folded, STR(" đã:")) : names_situation(folded))
		return name_results;
	/* "Điều 7. Yêu cầu về an toàn" heads a text of law */
	if (holds_one_of(folded, goals) ||
	    (!article && str_find(folded, demand, 0) < folded.len) ||
	    (lead && holds_one_of(folded, leads)))
		return holds_one_of(folded, reports) ? NULL : name_goals;
	return names_time(folded) ? name_time : NULL;
}

/* What a line without a stop is the heading of. */
static const char *
heading_of(struct section *s, struct str line)
{
	uint32_t last = text_before(line, line.len);
	enum section_rank rank;

	if (s->lines == 1 || line.len > SECTION_HEADING_MOST ||
	    !(text_is_letter(last) || last == ')' || str_is_digit((char)last)))
		return NULL;
	rank = rank_of(line);
	if (rank == SECTION_DASH ||
	    (rank == SECTION_PLAIN && line.len > BARE_HEADING_MOST))
		return NULL;
	text_fold(&s->folded, line);
	return name_of(buf_str(&s->folded), false);
}

/* "... yêu cầu các đơn vị phấn đấu đạt các chỉ tiêu sau:" */
static const char *
lead_of(struct section *s, struct str line)
{
	size_t from = line.len > LEAD_MOST ? line.len - LEAD_MOST : 0;

	while (((unsigned char)line.data[from] & 0xC0) == 0x80)
		from++;
	text_fold(&s->folded, str_from_offset(line, from));
	return name_of(buf_str(&s->folded), true);
}

void
section_start(struct section *s)
{
	s->name = NULL;
	s->lines = 0;
}

void
section_free(struct section *s)
{
	buf_free(&s->folded);
}

const char *
section_read(struct section *s, struct str line, bool whole)
{
	const char *opened = NULL;

	if (whole)
		opened = line.data[line.len - 1] == ':' ? lead_of(s, line)
							: heading_of(s, line);
	if (s->name != NULL && belongs(s, line, rank_of(line)) &&
	    (opened == NULL || opened == s->name)) {
		s->goes_on = line.data[line.len - 1] == ';';
		return s->name;
	}
	s->name = opened;
	if (opened != NULL) {
		s->begun = false;
		s->rank = rank_of(line);
		s->numbered = s->rank != SECTION_PLAIN;
		s->goes_on = line.data[line.len - 1] == ':';
	}
	/* it stands above its section */
	return NULL;
}
