#include "credit.h"

#include <string.h>

#include "kind.h"
#include "opening.h"
#include "syllable.h"
#include "text.h"

/* Words that name who took a picture. */
#define CREDIT_MOST 10

static bool
is_honorific(struct str word)
{
	static const struct str words[] = {STR_INIT("Ông"), STR_INIT("Bà"),
	    STR_INIT("Anh"), STR_INIT("Chị"), STR_INIT("Em"), STR_INIT("Cháu"),
	    STR_INIT("Cô"), STR_INIT("Chú")};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_equal(word, words[i]))
			return true;
	return false;
}

/* What the words of a credit have been so far. */
struct credit {
	int words;
	bool names;   /* no word in small letters */
	bool shouted; /* all in capitals: "CAO HƯỜNG", "TTXVN" */
	size_t last;  /* where the last one begins */
};

/* Whether the word behind one begins a sentence: "Ảnh: Đ.T. Anh Theo hồ sơ". */
static bool
opens_behind(const struct boundary_scan *scan, struct str word)
{
	size_t next = (size_t)(word.data - scan->text.data) + word.len + 1;

	return boundary_is_head(scan->rules, scan->text.data + next) &&
	       opening_begins_anyhow(scan, next);
}

/* Whether a capitalised word of a credit begins a sentence, told by it, by the
 * kind of the next one and by what the credit has been so far. */
static bool
is_opening(const struct boundary_scan *scan, struct str word, enum kind next,
    const struct credit *credit)
{
	bool head = boundary_is_head(scan->rules, word.data);
	size_t at = (size_t)(word.data - scan->text.data);
	enum word_class class, last;

	if (head && opening_begins_anyhow(scan, at))
		return true;
	/* "Ảnh: Công an cung cấp Thủy mở nhiều tài khoản" */
	if (next != KIND_DIGIT &&
	    str_ends(str_slice(scan->text, 0, at), STR(" cung cấp ")))
		return true;
	/* "Ảnh: Reuters Tờ The Sun đưa tin" */
	if (next == KIND_UPPER)
		return (head && opening_class(scan, word) == WORD_STRICT) ||
		       str_equal(word, STR("Tờ")) ||
		       ((credit->shouted ||
			    (credit->names && credit->words > 1)) &&
			   is_honorific(word) && !opens_behind(scan, word));
	class = opening_class(scan, word);
	if (next == KIND_DIGIT)
		return opening_is_sure(class);
	last = opening_class(scan, kind_word_at(scan->text, credit->last));
	/* "Ảnh: Sài Gòn giải phóng" */
	if (last == WORD_JOINT)
		return false;
	/* "Ảnh: Đội Tổng hợp" */
	if (opening_is_likely(class))
		return class != WORD_MIXED || last != WORD_AGENCY;
	return credit->names && last != WORD_AGENCY && last != WORD_BOTH;
}

/* Whether a sentence begins at a word of a credit. */
static bool
credit_ends(
    const struct boundary_scan *scan, size_t at, const struct credit *credit)
{
	struct str word;
	enum kind next;

	/* what is quickly told comes first */
	if (credit->words == 0 || kind_at(scan->text, at) != KIND_UPPER)
		return false;
	/* "Nguồn: PC04 - Công an tỉnh" */
	if (str_ends(str_slice(scan->text, 0, at), STR(" - ")))
		return false;
	word = kind_word_at(scan->text, at);
	next = kind_of_next_word(scan->text, at + word.len);
	/* "Ảnh: Minh Anh Hiện, công an" */
	if (kind_byte(scan->text, at + word.len) == ',')
		return (credit->words > 1 || credit->shouted) &&
		       opening_class(scan, word) == WORD_STRICT;
	return (next == KIND_UPPER || next == KIND_LOWER ||
		   next == KIND_DIGIT) &&
	       kind_is_capitalised(word) &&
	       is_opening(scan, word, next, credit) &&
	       syllable_is_vietnamese(word);
}

/* Whether a word is glued to one in capitals at a place: "CTVBước sang",
 * "HKNgọc Diệp". */
static bool
is_glued(struct str s, size_t at)
{
	struct str word = kind_word_at(s, at);

	return kind_before(s, at) == KIND_UPPER && kind_is_capitalised(word) &&
	       syllable_is_vietnamese(word) &&
	       kind_of_next_word(s, at + word.len) != KIND_PUNCTUATION;
}

/* Whether a stop stands behind an initial of a name: "Đ.TRUNG", "H.L", "V.
 * ĐỒNG". */
static bool
is_initial(struct str s, size_t start, size_t stop)
{
	size_t next = stop + 1 + (kind_byte(s, stop + 1) == ' ');

	return s.data[stop] == '.' && stop > start &&
	       kind_back(s, stop) == start && kind_at(s, start) == KIND_UPPER &&
	       kind_at(s, next) == KIND_UPPER;
}

/*
 * Reads one word of a credit.  0: it ends the credit; else the offset behind
 * it, or that of a sentence glued to it, then *glued is set.
 */
static size_t
credit_word(struct str s, size_t at, struct credit *credit, bool *glued)
{
	size_t start = at, next;

	for (; at < s.len && s.data[at] != ' '; at = next) {
		enum kind kind = kind_at(s, at);

		next = kind_after(s, at);
		if (kind == KIND_LOWER) {
			credit->shouted = false;
			credit->names &= at > start;
		} else if (kind == KIND_UPPER) {
			if (at > start + 1 && is_glued(s, at)) {
				*glued = true;
				return at;
			}
			if (at > start && kind_before(s, at) == KIND_LOWER)
				return 0;
		} else if (kind == KIND_STOP && is_initial(s, start, at)) {
			start = next;
		} else if (kind == KIND_STOP || kind == KIND_BRACKET ||
			   kind == KIND_CLOSER || s.data[at] == ',' ||
			   s.data[at] == ':') {
			return 0;
		}
	}
	return at;
}

size_t
credit_end(const struct boundary_scan *scan, size_t colon)
{
	struct str s = scan->text;
	struct credit credit = {0, true, true, 0};
	size_t at = colon + 1;
	bool glued = false;

	/* the first one may be glued: "Ảnh:H.L" */
	for (; credit.words < CREDIT_MOST &&
	       (kind_byte(s, at) == ' ' || credit.words == 0);
	     credit.words++) {
		at += kind_byte(s, at) == ' ';
		if (credit_ends(scan, at, &credit))
			return at;
		/* "Ảnh: HTD “Vấn đề này ..." */
		if (credit.words > 0 && credit.names &&
		    kind_at(s, at) == KIND_QUOTE &&
		    kind_at(s, kind_after(s, at)) == KIND_UPPER)
			return at;
		credit.last = at;
		at = credit_word(s, at, &credit, &glued);
		if (at == 0 || glued)
			return at;
	}
	return 0;
}

struct str
credit_label(struct str text, size_t colon)
{
	static const struct str labels[] = {STR_INIT("Ảnh"), STR_INIT("ảnh"),
	    STR_INIT("ẢNH"), STR_INIT("Nguồn"), STR_INIT("Video"),
	    STR_INIT("Clip"), STR_INIT("Đồ họa"), STR_INIT("Đồ hoạ"),
	    STR_INIT("Infographic")};
	size_t end =
	    colon > 0 && text.data[colon - 1] == ' ' ? colon - 1 : colon;

	if (end == 0)
		return STR("");
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++) {
		struct str label = labels[i];
		enum kind before;

		/* most colons are told by the last byte */
		if (label.data[label.len - 1] != text.data[end - 1] ||
		    end < label.len ||
		    memcmp(text.data + end - label.len, label.data,
			label.len) != 0)
			continue;
		before = kind_before(text, end - label.len);
		if (before != KIND_BRACKET && before != KIND_UPPER)
			return str_slice(text, end - label.len, end);
	}
	return STR("");
}
