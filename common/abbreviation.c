#include "abbreviation.h"

#include <string.h>

#include "kind.h"
#include "syllable.h"
#include "text.h"

/* Bytes of what a full stop stands behind. */
#define TOKEN_MOST 64
/* Bytes of a word that numbers_parts(), and the blank behind it. */
#define PART_MOST 16

/* What a full stop stands behind: from the last blank, quote or bracket. */
struct str
abbreviation_token(const struct boundary_scan *scan, size_t at)
{
	struct str s = scan->text;
	size_t start = at;

	while (start > scan->start && at - start < TOKEN_MOST) {
		size_t back = start - 1;
		unsigned char c = (unsigned char)s.data[back];
		enum kind kind = KIND_LOWER;

		if (c >= 0x80) {
			back = kind_back(s, start);
			c = (unsigned char)s.data[back];
		}
		/* quotes that are not ASCII begin with these */
		if (c < 0x80 || c == 0xC2 || c == 0xE2)
			kind = kind_at(s, back);
		if (kind == KIND_SPACE || kind == KIND_BRACKET ||
		    kind == KIND_QUOTE || c == ',' || c == ';')
			break;
		start = back;
	}
	return str_slice(s, start, at);
}

/* "N", "Th": a capital, and no vowel behind it; "An" is a whole word. */
static bool
is_initial(struct str part)
{
	size_t at = 0;
	uint32_t first;

	if (part.len == 0 || part.len > 4)
		return false;
	first = kind_decode(part, &at);
	if (!text_is_upper(first) ||
	    (at < part.len && syllable_is_vowel(first)))
		return false;
	while (at < part.len) {
		uint32_t c = kind_decode(part, &at);

		if (!text_is_letter(c) || text_is_upper(c) ||
		    syllable_is_vowel(c))
			return false;
	}
	return true;
}

static bool
is_dotted_initials(struct str token)
{
	size_t at = 0;

	while (at <= token.len) {
		size_t dot = str_find(token, STR("."), at);

		if (!is_initial(str_slice(token, at, dot)))
			return false;
		at = dot + 1;
	}
	return true;
}

static bool
is_only(struct str s, const char *bytes)
{
	for (size_t i = 0; i < s.len; i++)
		if (strchr(bytes, s.data[i]) == NULL)
			return false;
	return s.len > 0;
}

static bool
is_number(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((s.data[i] < '0' || s.data[i] > '9') && s.data[i] != '.')
			return false;
	return s.len > 0;
}

/* "II.1", "1.a", "2.3.b", "IV": numbers, Roman ones and letters between stops,
 * but no "L.D". */
static bool
is_number_of_levels(struct str token)
{
	bool number = is_only(token, "IVX") || token.len == 1;
	size_t at = 0;

	while (at <= token.len) {
		size_t dot = str_find(token, STR("."), at);
		struct str part = str_slice(token, at, dot);

		if (!is_number(part) && !is_only(part, "IVX") &&
		    (part.len != 1 || (unsigned char)part.data[0] >= 0x80))
			return false;
		number = number || is_number(part);
		at = dot + 1;
	}
	return number;
}

/* Words before the number of an article, a chapter, a step. */
static bool
numbers_parts(struct str word)
{
	static const struct str words[] = {STR_INIT("Điều"), STR_INIT("Khoản"),
	    STR_INIT("Mục"), STR_INIT("Chương"), STR_INIT("Phần"),
	    STR_INIT("Bước"), STR_INIT("Bài"), STR_INIT("Câu"),
	    STR_INIT("Tiết"), STR_INIT("Tập"), STR_INIT("Kỳ"),
	    STR_INIT("Phụ lục"), STR_INIT("Hình"), STR_INIT("Bảng"),
	    STR_INIT("Lưu ý"), STR_INIT("Cách"), STR_INIT("Ví dụ")};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_equal(word, words[i]))
			return true;
	return false;
}

/* Whether what stands before a full stop numbers an item: "1", "a", "II.1",
 * "Điều 173" at the start of the segment, "1" behind a colon. */
static bool
is_item_number(const struct boundary_scan *scan, struct str token)
{
	size_t at = (size_t)(token.data - scan->text.data);
	struct str head = str_slice(scan->text, scan->start, at);
	bool digits;

	if (token.len == 0 || token.len > 8)
		return false;
	/* most are words in small letters */
	if (token.len > 1 && token.data[0] >= 'a')
		return false;
	digits = is_number(token);
	while (head.len > 0 && kind_is_among(head.data[0], "-*+ "))
		head = str_from_offset(head, 1);
	/* "nêu rõ: “1. Rà soát ..." */
	if (str_ends(head, STR("“")))
		head.len -= STR("“").len;
	else if (str_ends(head, STR("\"")))
		head.len--;
	if (head.len == 0)
		return digits || is_number_of_levels(token) ||
		       (is_number(str_from_offset(token, 1)) &&
			   kind_at(token, 0) != KIND_SIGN);
	if (head.len > 1 && head.data[head.len - 1] == ' ' &&
	    (head.data[head.len - 2] == ':' || head.data[head.len - 2] == ';'))
		return digits && token.len <= 2;
	if (!digits && !is_only(token, "IVXLC") && token.len != 1)
		return false;
	return head.len <= PART_MOST && head.data[head.len - 1] == ' ' &&
	       numbers_parts(str_slice(head, 0, head.len - 1));
}

/* "45 độ C", "hàng loại A": a letter, but no name. */
static bool
is_labelled(const struct boundary_scan *scan, struct str token)
{
	size_t at = (size_t)(token.data - scan->text.data);
	struct str word;

	if (token.len > 1 || at == 0 || scan->text.data[at - 1] != ' ')
		return false;
	word = kind_word_before(scan->text, at - 1);
	return wordlist_find(&scan->rules->words, word) == WORD_LABEL;
}

enum abbreviation
abbreviation_of(const struct boundary_scan *scan, struct str token)
{
	const struct wordlist *list = &scan->rules->abbreviations;
	int class;
	size_t part = token.len;

	if (token.len == 0)
		return ABBREVIATION_NONE;
	if (is_item_number(scan, token))
		return ABBREVIATION_ITEM;
	/* numbers are no abbreviations; "0" stands before letters */
	if ((unsigned char)token.data[0] <= '9')
		return ABBREVIATION_NONE;
	class = wordlist_find(list, token);
	if (class != 0)
		return (enum abbreviation) class;
	if (is_dotted_initials(token))
		return is_labelled(scan, token) ? ABBREVIATION_NONE
						: ABBREVIATION_INITIAL;
	/* PGS.TS, TS-BS */
	while (part > 0 && token.data[part - 1] != '.' &&
	       token.data[part - 1] != '-' && token.data[part - 1] != '/')
		part--;
	if (part == 0)
		return ABBREVIATION_NONE;
	class = wordlist_find(list, str_from_offset(token, part));
	return class == ABBREVIATION_TITLE || class == ABBREVIATION_PLACE
		   ? (enum abbreviation) class
		   : ABBREVIATION_NONE;
}
