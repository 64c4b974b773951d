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
	static const char *const words[] = {
	    "Ông", "Bà", "Anh", "Chị", "Em", "Cháu", "Cô", "Chú"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_equal(word, str_from(words[i])))
			return true;
	return false;
}

/* What the words of a credit have been so far. */
struct credit {
	int words;
	bool names;   /* no word in small letters */
	bool shouted; /* all in capitals: "CAO HƯỜNG", "TTXVN" */
	enum word_class last;
};

/* Whether a sentence begins at a word of a credit. */
static bool
credit_ends(
    const struct boundary_scan *scan, size_t at, const struct credit *credit)
{
	struct str s = scan->text, word = kind_word_at(s, at);
	enum word_class class = opening_class(scan, word);
	enum kind next = kind_of_next_word(s, at + word.len);

	if (credit->words == 0 || !kind_is_capitalised(word) ||
	    !syllable_is_vietnamese(word))
		return false;
	if (opening_begins_anyhow(scan, at) ||
	    ((class == WORD_ANY || class == WORD_STRICT) && next == KIND_UPPER))
		return true;
	if (next == KIND_UPPER && is_honorific(word))
		return credit->shouted || (credit->names && credit->words > 1);
	if (next == KIND_DIGIT && opening_is_sure(class))
		return true;
	if (next != KIND_LOWER)
		return false;
	return opening_is_likely(class) ||
	       (credit->names && credit->last != WORD_AGENCY &&
		   credit->last != WORD_BOTH);
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

/*
 * Reads one word of a credit.  0: it ends the credit; else the offset behind
 * it, or that of a sentence glued to it, then *glued is set.
 */
static size_t
credit_word(struct str s, size_t at, struct credit *credit, bool *glued)
{
	for (size_t start = at; at < s.len && s.data[at] != ' ';
	     at = kind_after(s, at)) {
		enum kind kind = kind_at(s, at);

		credit->shouted &= kind != KIND_LOWER;
		if (at > start + 1 && kind == KIND_UPPER && is_glued(s, at)) {
			*glued = true;
			return at;
		}
		if (kind == KIND_STOP || kind == KIND_BRACKET ||
		    kind == KIND_CLOSER || s.data[at] == ',' ||
		    s.data[at] == ':' ||
		    (kind == KIND_UPPER && kind_before(s, at) == KIND_LOWER))
			return 0;
	}
	return at;
}

size_t
credit_end(const struct boundary_scan *scan, size_t colon)
{
	struct str s = scan->text;
	struct credit credit = {0, true, true, WORD_NONE};
	size_t at = colon + 1;
	bool glued = false;

	for (; credit.words < CREDIT_MOST && kind_byte(s, at) == ' ';
	     credit.words++) {
		at++;
		if (credit_ends(scan, at, &credit))
			return at;
		credit.names &= kind_at(s, at) != KIND_LOWER;
		credit.last = opening_class(scan, kind_word_at(s, at));
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

	/* the last bytes of the labels; most colons leave here */
	if (end == 0 || (!kind_is_among(text.data[end - 1], "achHnop") &&
			    (unsigned char)text.data[end - 1] != 0xA1))
		return STR("");
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++) {
		struct str label = labels[i];
		enum kind before;

		if (end < label.len || memcmp(text.data + end - label.len,
					   label.data, label.len) != 0)
			continue;
		before = kind_before(text, end - label.len);
		if (before != KIND_BRACKET && before != KIND_UPPER)
			return str_slice(text, end - label.len, end);
	}
	return STR("");
}
