#include "headline.h"

#include "kind.h"
#include "opening.h"
#include "phrases.h"

/* A headline to which a sentence is glued is no longer. */
#define HEADLINE_MOST 300

/* "ông Hiện", "chị Sáng 35 tuổi": words that begin sentences and people are
 * called by. */
static bool
is_first_name(struct str word)
{
	return str_equal(word, STR("Hiện")) || str_equal(word, STR("Sáng")) ||
	       str_equal(word, STR("Chiều"));
}

/* "[Infographic] Kết quả": whether a word in brackets stands before a place. */
static bool
follows_label(struct str s, size_t at)
{
	if (at < 2 || s.data[at - 2] != ']')
		return false;
	for (at -= 2; at > 0 && s.data[at - 1] != ' '; at--)
		if (s.data[at - 1] == '[')
			return true;
	return false;
}

/* "... theo quy định; b) Trong khi": whether the mark of a list's item stands
 * before a place. */
static bool
follows_mark(struct str s, size_t at)
{
	size_t letter;

	if (at < 3 || s.data[at - 2] != ')')
		return false;
	letter = kind_back(s, at - 2);
	return kind_at(s, letter) == KIND_LOWER && letter > 0 &&
	       s.data[letter - 1] == ' ';
}

/* "Ngày 12 Tháng 01 Năm 2019", "đường Cách Mạng Tháng 8": whether a month or
 * year at a place goes on with what stands before it. */
static bool
goes_on_as_date(struct str s, size_t at)
{
	struct str word = kind_word_at(s, at);
	struct str before = str_slice(s, 0, at);
	bool month = str_equal(word, STR("Tháng"));

	if (!month && !str_equal(word, STR("Năm")))
		return false;
	return kind_before(s, at - 1) == KIND_DIGIT ||
	       (month && (str_ends(before, STR("mạng ")) ||
			     str_ends(before, STR("Mạng "))));
}

/* Words that end a headline as well, though what they end with does not. */
static bool
ends_headline(struct str before)
{
	static const char *const ends[] = {" vụ án", " bản án", " trọng án",
	    " phá án", " gây án", " từ clip", " chuyên án", " kết án",
	    " học tập", " luyện tập", " xã hội", " cơ hội", " đánh bài",
	    " hội thảo", " bản thảo", NULL};

	return ends_with_one_of(before, ends);
}

/* "trình dự án Luật Ngày 24-5, Quốc hội họp": whether a day begins a
 * sentence. */
static bool
opens_with_day(struct str s, size_t at)
{
	struct str day = STR("Ngày ");

	return str_starts(str_from_offset(s, at), day) &&
	       str_digit_at(s, at + day.len);
}

bool
headline_ends(const struct boundary_scan *scan, size_t at)
{
	struct str s = scan->text;
	size_t length = at - scan->start;
	enum word_class before;
	enum kind end;

	if (length < HEADLINE_LEAST || length > HEADLINE_MOST ||
	    scan->bracket != 0 || !opening_begins_anyhow(scan, at))
		return false;
	if (follows_label(s, at) || follows_mark(s, at) ||
	    goes_on_as_date(s, at))
		return false;
	end = kind_before(s, at - 1);
	if (end != KIND_LOWER && end != KIND_UPPER && end != KIND_DIGIT &&
	    end != KIND_CLOSER && end != KIND_QUOTE)
		return false;
	before = opening_class(scan, kind_word_before(s, at - 1));
	/* "tang vật vụ án Tại cơ quan công an", but not "dự án Sáng" */
	if (before == WORD_JOINT &&
	    (ends_headline(str_slice(s, 0, at - 1)) || opens_with_day(s, at)))
		before = WORD_NONE;
	return before != WORD_JOINT && (before != WORD_HONORIFIC ||
					   !is_first_name(kind_word_at(s, at)));
}
