#include "section.h"

#include <string.h>

#include "phrases.h"
#include "run_on.h"
#include "text.h"

/* Bytes of a heading without a number; of what leads to a list, that are looked
 * at. */
#define BARE_HEADING_MOST 80
#define LEAD_MOST 240
/* Bytes in front of "Thời gian", "Tình hình": "Phần thứ ba: ". */
#define MARK_MOST 20
/* Plain lines below a heading with a number that has no items. */
#define PLAIN_MOST 3
/* Bytes before the colon of "Công an huyện Bình Hòa: ...". */
#define LABEL_MOST 80
/* Bytes of a plain line that is no sentence: "650 vụ". */
#define CELL_MOST 60

static const char name_goals[] = "goals", name_results[] = "results",
		  name_time[] = "time", name_scores[] = "scores";

static const char *const goals[] = {
    "chỉ tiêu", "mục tiêu", "con số phải đạt", NULL};
static const struct str demand = STR_INIT("yêu cầu");

/* What else leads to a list of goals. */
static const char *const leads[] = {"phấn đấu", "quyết tâm", "phải đạt",
    "phải hoàn thành", "tiếp tục thực hiện các nhiệm vụ",
    "tập trung thực hiện các nhiệm vụ", "phần việc", "chia việc", "giao việc",
    "phân việc", "giao ước", "phân bổ", "giao khoán", "lộ trình", NULL};

/* A heading with one of these tells what was reached, */
static const char *const reports[] = {"kết quả", "đạt được", "đã ", "đối chiếu",
    "đánh giá", "tiến độ", "so với", "sơ kết", "tổng kết", "chưa đạt",
    "không đạt", "vượt chỉ tiêu", "vượt mục tiêu", "đạt chỉ tiêu",
    "thực hiện chỉ tiêu", "thực hiện các chỉ tiêu", "thực hiện mục tiêu",
    "hoàn thành chỉ tiêu", "hoàn thành các chỉ tiêu", "chỉ tiêu hoàn thành",
    "chỉ tiêu đạt", "chỉ tiêu vượt", "mục tiêu hoàn thành", "chưa hoàn thành",
    NULL};

/* and one with these means goals of others, or no goals. */
static const char *const of_others[] = {"bảo vệ", "tuyển sinh", "xét tuyển",
    "dự tuyển", "tuyển dụng", "thí sinh", "ứng viên", "đưa ra yêu cầu",
    "bị hại", "nạn nhân", "bồi thường", "tống tiền", "tấn công của", "của nhóm",
    "của băng", "của bọn", "của chúng", "của đối tượng", "của các đối tượng",
    "của kẻ", "của hung thủ", "kê khai", "tờ khai", "ghi vào", "chỉ tiêu này",
    NULL};

/* Results are told where one of these is, */
static const char *const results[] = {"kết quả", "đạt được", "đối chiếu",
    "thành tích", "so sánh", "chỉ tiêu hoàn thành", "chỉ tiêu không đạt",
    "chỉ tiêu chưa đạt", "chỉ tiêu chưa hoàn thành", "chỉ tiêu vượt",
    "so với chỉ tiêu", "so với các chỉ tiêu", "so với mục tiêu",
    "so với các mục tiêu", "so với kế hoạch", NULL};

/* but for what has to be told or reached, or is no work of the police. */
static const char *const hoped[] = {
    "phải đạt", "cần đạt", "phấn đấu", "mong đợi", "mong muốn", NULL};
static const char *const other_results[] = {"báo cáo kết quả", "dự kiến",
    "thời gian tới", "xét nghiệm", "khám nghiệm", "giám định", "bầu cử",
    "bóng đá", "xổ số", "kinh doanh", "học tập", NULL};

/* What may stand behind "thời gian" in a heading of when something is done. */
static const char *const of_time[] = {" thực hiện", " triển khai", " tiến hành",
    " cao điểm", " mở ", " và ", NULL};

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
	size_t at = str_digits_end(s, 0), levels = 1;

	if (at > 2)
		return SECTION_PLAIN;
	while (at < s.len && s.data[at] == '.' && str_digit_at(s, at + 1)) {
		size_t end = str_digits_end(s, at + 1);

		/* "1.200 hộ dân" */
		if (end - at > 3)
			return SECTION_PLAIN;
		at = end;
		levels++;
	}
	if (levels > 1)
		return at < s.len &&
			       (s.data[at] == ' ' || is_number_sign(s, at))
			   ? SECTION_DOTTED
			   : SECTION_PLAIN;
	return is_number_sign(s, at) ? SECTION_NUMBER : SECTION_PLAIN;
}

/* The same, and a blank: "N.V.A" is a name. */
static bool
is_letter_sign(struct str s, size_t at)
{
	return is_number_sign(s, at) && s.data[at + 1] == ' ';
}

/* "II.", "B.", "a)", "đ)". */
static enum section_rank
rank_of_letter(struct str s)
{
	size_t at = 0;

	if (str_starts(s, STR("đ")) || str_starts(s, STR("Đ"))) {
		if (!is_letter_sign(s, STR("đ").len))
			return SECTION_PLAIN;
		return str_starts(s, STR("đ")) ? SECTION_SMALL : SECTION_LETTER;
	}
	while (at < s.len && strchr("IVX", s.data[at]) != NULL)
		at++;
	if (at > 0 && at <= 5 && is_letter_sign(s, at))
		return SECTION_LETTER;
	if (!is_letter_sign(s, 1))
		return SECTION_PLAIN;
	if (s.data[0] >= 'A' && s.data[0] <= 'Z')
		return SECTION_LETTER;
	return s.data[0] >= 'a' && s.data[0] <= 'z' ? SECTION_SMALL
						    : SECTION_PLAIN;
}

/* "Phần 2", "Chương IV", "PHẦN THỨ BA", but not "Phần lớn". */
static bool
is_part(struct str s)
{
	static const char *const heads[] = {
	    "Phần ", "PHẦN ", "Chương ", "CHƯƠNG ", NULL};

	for (size_t i = 0; heads[i] != NULL; i++) {
		struct str head = str_from(heads[i]), rest;

		if (!str_starts(s, head) || s.len == head.len)
			continue;
		rest = str_from_offset(s, head.len);
		return str_digit_at(rest, 0) ||
		       strchr("IVX", rest.data[0]) != NULL ||
		       str_starts(rest, STR("thứ ")) ||
		       str_starts(rest, STR("THỨ "));
	}
	return false;
}

/* "Phần thứ hai", "Điều 5.", "Ba là", "Hai:", "Thứ nhất,". */
static enum section_rank
rank_of_words(struct str s)
{
	static const char *const ordinals[] = {"Một", "Hai", "Ba", "Bốn", "Năm",
	    "Sáu", "Bảy", "Tám", "Chín", "Mười", NULL};
	static const struct str article = STR_INIT("Điều ");

	if (is_part(s))
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
	    "-", "+", "*", "–", "—", "•", "●", "·", "▪", "→", "◦", "✔", NULL};
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
	rank = rank_of_letter(s);
	return rank == SECTION_PLAIN ? rank_of_words(s) : rank;
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
	size_t colon = str_find(line, STR(": "), 0);
	struct str rest = str_from_offset(line, colon);

	/* what it costs is no goal */
	if (str_starts(line, STR("Kinh phí")))
		return false;
	return (colon < LABEL_MOST && rest.len > STR(": ").len &&
		   !str_starts(rest, STR(": \"")) &&
		   !str_starts(rest, STR(": “"))) ||
	       str_find(line, STR("|"), 0) < line.len ||
	       (line.len <= CELL_MOST && line.data[line.len - 1] != '.' &&
		   has_digit(line));
}

/* "1. Công tác phòng ngừa" below "III. Nội dung, biện pháp": a short line
 * without a stop or a number, which such sections have headings of their own
 * by. */
static bool
is_subheading(const struct section *s, struct str line, enum section_rank rank)
{
	struct str words = str_from_offset(line, str_find(line, STR(" "), 0));

	return s->tasks && s->rank <= SECTION_LETTER &&
	       rank == SECTION_NUMBER && line.len <= BARE_HEADING_MOST &&
	       text_is_letter(text_before(line, line.len)) && !has_digit(words);
}

/* "Tỷ lệ khám phá trên 80%." behind "... các chỉ tiêu sau:", of which the
 * dashes were lost. */
static bool
is_task(const struct section *s, struct str line)
{
	return !s->numbered && !s->begun && s->name == name_goals &&
	       run_on_is_task(line);
}

/* Whether a line goes on with the open section. */
static bool
belongs(struct section *s, struct str line, enum section_rank rank)
{
	if (rank == SECTION_PLAIN)
		return s->goes_on || is_row(line) || is_task(s, line) ||
		       (s->numbered && !s->begun && s->plain++ < PLAIN_MOST);
	if (!s->numbered && !s->begun)
		s->rank = rank;
	s->begun = !is_subheading(s, line, rank);
	if (!s->begun)
		s->plain = 0;
	return s->numbered ? rank > s->rank : rank >= s->rank;
}

/* Where a heading's word ends that it begins with behind its mark; 0: it does
 * not. */
static size_t
first_word_end(struct str folded, struct str word)
{
	size_t at = str_find(folded, word, 0);

	if (at == folded.len || at > MARK_MOST)
		return 0;
	if (at > 0 && (at < 2 || folded.data[at - 1] != ' ' ||
			  strchr(".:)/", folded.data[at - 2]) == NULL))
		return 0;
	return at + word.len;
}

/* "3. Thời gian", "B. Thời gian, phạm vi", "Các mốc của đợt cao điểm:". */
static bool
names_time(struct str folded)
{
	size_t end = first_word_end(folded, STR("thời gian"));
	struct str rest = str_from_offset(folded, end);

	if (end == 0)
		return first_word_end(folded, STR("các mốc")) > 0 ||
		       first_word_end(folded, STR("mốc thời gian")) > 0;
	return rest.len == 0 || rest.data[0] == ',' ||
	       str_equal(rest, STR(":")) || starts_with_one_of(rest, of_time);
}

/* "1. Kết quả đạt được", "I. TÌNH HÌNH", "Trong hai tháng, Công an huyện đã:".
 * told: it holds one of results. */
static bool
names_results(struct str folded, bool lead, bool told)
{
	if (holds_one_of(folded, other_results))
		return false;
	return told || (lead ? str_ends(folded, STR(" đã:"))
			     : first_word_end(folded, STR("tình hình")) > 0 &&
				   !holds_one_of(folded, goals));
}

/* "III. Nội dung, biện pháp": what a plan sets to be done. */
static bool
names_tasks(struct str folded)
{
	return first_word_end(folded, STR("nội dung, biện pháp")) > 0 ||
	       first_word_end(folded, STR("biện pháp thực hiện")) > 0;
}

/* "II. Chỉ tiêu", "IV. Phân công", "... phấn đấu:"; no "Điều 7. Yêu cầu về an
 * toàn" of the law. */
static bool
names_goals(struct str folded, bool lead)
{
	bool article = str_starts(folded, STR("điều "));

	return (holds_one_of(folded, goals) ||
		   first_word_end(folded, STR("nhiệm vụ")) > 0 ||
		   first_word_end(folded, STR("phân công")) > 0 ||
		   names_tasks(folded) ||
		   (!article && str_find(folded, demand, 0) < folded.len) ||
		   (lead && holds_one_of(folded, leads))) &&
	       !holds_one_of(folded, of_others);
}

/* "Kết quả đến 7/2 (trong ngoặc là chỉ tiêu):" */
static bool
names_scores(struct str folded)
{
	static const char *const words[] = {"trong ngoặc là chỉ tiêu",
	    "trong ngoặc là mục tiêu", "trong ngoặc là kế hoạch",
	    "trong ngoặc đơn là chỉ tiêu", "chỉ tiêu trong ngoặc",
	    "chỉ tiêu để trong ngoặc", "chỉ tiêu ghi trong ngoặc", NULL};

	return holds_one_of(folded, words);
}

/* What is below a heading or behind a lead of these words; NULL: nothing that
 * is known. */
static const char *
name_of(struct str folded, bool lead)
{
	bool told = holds_one_of(folded, results);
	bool set = names_goals(folded, lead);

	if (lead && names_scores(folded))
		return name_scores;
	/* "Mục tiêu, kết quả phải đạt" */
	if ((told || set) && holds_one_of(folded, hoped))
		return name_goals;
	if (names_results(folded, lead, told))
		return name_results;
	if (set)
		return holds_one_of(folded, reports) ? NULL : name_goals;
	return names_time(folded) ? name_time : NULL;
}

/* "Nội dung | Chỉ tiêu | Thực hiện": what was reached stands beside the
 * goals. */
static bool
heads_both(struct str folded)
{
	return str_find(folded, STR("|"), 0) < folded.len &&
	       str_find(folded, STR("thực hiện"), 0) < folded.len;
}

/* What a line without a stop is the heading of. */
static const char *
heading_of(struct section *s, struct str line, enum section_rank rank)
{
	uint32_t last = text_before(line, line.len);

	if (line.len > SECTION_HEADING_MOST ||
	    !(text_is_letter(last) || last == ')' ||
		(last >= '0' && last <= '9')))
		return NULL;
	/* a first line without a number is the headline; "Tỷ lệ khám phá: 7/7
	 * vụ (chỉ tiêu: 90%)" is a row */
	if (rank == SECTION_DASH ||
	    (rank == SECTION_PLAIN &&
		(s->lines == 1 || line.len > BARE_HEADING_MOST ||
		    str_find(line, STR(": "), 0) < line.len)))
		return NULL;
	text_fold(&s->folded, line);
	return heads_both(buf_str(&s->folded))
		   ? NULL
		   : name_of(buf_str(&s->folded), false);
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
	enum section_rank rank = rank_of(line);
	const char *opened = NULL;
	char last = line.data[line.len - 1];

	if (whole)
		opened =
		    last == ':' ? lead_of(s, line) : heading_of(s, line, rank);
	if (s->name != NULL && belongs(s, line, rank) &&
	    (opened == NULL || opened == s->name)) {
		s->goes_on = last == ';';
		return s->name;
	}
	s->name = opened;
	if (opened != NULL) {
		s->begun = false;
		s->plain = 0;
		s->rank = rank;
		s->numbered = rank != SECTION_PLAIN;
		s->tasks = s->numbered && names_tasks(buf_str(&s->folded));
		s->goes_on = last == ':';
	}
	/* it stands above its section */
	return NULL;
}
