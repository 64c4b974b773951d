#include "boundary.h"

#include <stdlib.h>
#include <string.h>

#include "dateline.h"
#include "scan.h"
#include "stop.h"
#include "syllable.h"
#include "text.h"

/* Words that name who took a picture. */
#define CREDIT_MOST 10
#define CREDIT_BYTES 60
/* A headline to which a sentence is glued is no longer. */
#define HEADLINE_MOST 300
#define HEADLINE_LEAST 8
/* The bytes by which words that may follow a headline are told. */
#define HEAD_BYTES 4

static const char *const abbreviation_classes[] = {
    "title", "place", "number", "etc", "inner", "company", NULL};
static const char *const word_classes[] = {"strict", "day", "phrase",
    "opener", "mixed", "both", "agency", "place", "joint", NULL};

static const unsigned char abbreviations_tsv[] = {
#include "common/abbreviations.tsv.h"
};
static const unsigned char words_tsv[] = {
#include "common/words.tsv.h"
};

static const struct table tables[] = {
    {"abbreviations.tsv",
	{(const char *)abbreviations_tsv, sizeof(abbreviations_tsv)}},
    {"words.tsv", {(const char *)words_tsv, sizeof(words_tsv)}},
    {NULL, {NULL, 0}},
};

const struct table *
boundary_tables(void)
{
	return tables;
}

/* A number below 4096 for the first bytes of a word. */
static unsigned
head_of(struct str s, size_t at)
{
	uint32_t bytes = 0;

	for (size_t i = at; i < s.len && i < at + HEAD_BYTES; i++)
		bytes = bytes << 8 | (unsigned char)s.data[i];
	return (bytes * UINT32_C(2654435761)) >> 20;
}

static void
note_heads(struct boundary_rules *rules)
{
	for (size_t i = 0; i < rules->words.size; i++) {
		const struct wordlist_entry *slot = &rules->words.slots[i];
		struct buf spaced = {0};
		unsigned head;

		if (slot->class != WORD_STRICT && slot->class != WORD_DAY &&
		    slot->class != WORD_PHRASE)
			continue;
		/* a short word is followed by a blank */
		buf_add(&spaced, slot->word);
		buf_byte(&spaced, ' ');
		head = head_of(buf_str(&spaced), 0);
		rules->heads[head / 64] |= UINT64_C(1) << head % 64;
		buf_free(&spaced);
	}
}

struct boundary_rules *
boundary_rules_new(struct fault *fault)
{
	struct boundary_rules *rules = mem_resize(NULL, 1, sizeof(*rules));

	memset(rules, 0, sizeof(*rules));
	if (wordlist_read(&rules->abbreviations, &tables[0],
		abbreviation_classes, fault) &&
	    wordlist_read(&rules->words, &tables[1], word_classes, fault)) {
		note_heads(rules);
		return rules;
	}
	boundary_rules_free(rules);
	return NULL;
}

void
boundary_rules_free(struct boundary_rules *rules)
{
	if (rules == NULL)
		return;
	wordlist_free(&rules->abbreviations);
	wordlist_free(&rules->words);
	free(rules);
}

/* Moves over a boundary that was found: the segment ends at end. */
static bool
cut(struct boundary_scan *scan, size_t end, struct span *segment)
{
	struct str s = scan->text;

	*segment = (struct span){scan->start, end};
	while (segment->end > segment->start &&
	       s.data[segment->end - 1] == ' ')
		segment->end--;
	boundary_cut(scan, end);
	return segment->end > segment->start;
}

void
boundary_cut(struct boundary_scan *scan, size_t at)
{
	struct str s = scan->text;

	while (at < s.len && s.data[at] == ' ')
		at++;
	scan->start = scan->at = at;
	scan->bracket = 0;
}

/* The words at a place, at most count of them. */
static struct str
words_at(struct str s, size_t at, int count)
{
	size_t end = at;

	for (;;) {
		end += kind_word_at(s, end).len;
		if (--count == 0 || kind_byte(s, end) != ' ')
			return str_slice(s, at, end);
		end++;
	}
}

/* Whether the words at a place begin a sentence whatever stands before. */
static bool
begins_anyhow(const struct boundary_scan *scan, size_t at)
{
	struct str s = scan->text, word = kind_word_at(s, at);
	enum kind next = kind_of_next_word(s, at + word.len);
	enum word_class class = word_class(scan, word);
	struct str second = next == KIND_LOWER
				? kind_word_at(s, at + word.len + 1)
				: STR("");

	if (next != KIND_LOWER && next != KIND_DIGIT)
		return false;
	if (class == WORD_STRICT)
		return true;
	if (class == WORD_DAY)
		return next == KIND_DIGIT || str_equal(second, STR("nay")) ||
		       str_equal(second, STR("qua")) ||
		       str_equal(second, STR("ngày")) ||
		       str_equal(words_at(s, at + word.len + 1, 2),
			   STR("cùng ngày"));
	return word_class(scan, words_at(s, at, 2)) == WORD_PHRASE ||
	       word_class(scan, words_at(s, at, 3)) == WORD_PHRASE;
}

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
	enum word_class class = word_class(scan, word);
	enum kind next = kind_of_next_word(s, at + word.len);

	if (credit->words == 0 || !kind_is_capitalised(word) ||
	    !syllable_is_vietnamese(word))
		return false;
	if (begins_anyhow(scan, at) ||
	    (class == WORD_STRICT && next == KIND_UPPER))
		return true;
	if (next == KIND_UPPER && is_honorific(word))
		return credit->shouted || (credit->names && credit->words > 1);
	if (next == KIND_DIGIT && word_opens_surely(class))
		return true;
	if (next != KIND_LOWER)
		return false;
	return word_opens(class) || (credit->names &&
					credit->last != WORD_AGENCY &&
					credit->last != WORD_BOTH);
}

/*
 * "Ảnh: Thế Thành Trên tuyến biển": where the sentence begins behind the name
 * of who took the picture; 0: that is not known.
 */
static size_t
credit_end(const struct boundary_scan *scan, size_t colon)
{
	struct str s = scan->text;
	struct credit credit = {0, true, true, WORD_NONE};
	size_t at = colon + 1;

	for (; credit.words < CREDIT_MOST && kind_byte(s, at) == ' ';
	     credit.words++) {
		enum kind kind = kind_at(s, ++at);

		if (credit_ends(scan, at, &credit))
			return at;
		credit.names &= kind != KIND_LOWER;
		credit.last = word_class(scan, kind_word_at(s, at));
		for (; at < s.len && s.data[at] != ' ';
		     at = kind_after(s, at)) {
			kind = kind_at(s, at);
			credit.shouted &= kind != KIND_LOWER;
			if (kind == KIND_STOP || kind == KIND_BRACKET ||
			    kind == KIND_CLOSER || s.data[at] == ',' ||
			    (kind == KIND_UPPER &&
				kind_before(s, at) == KIND_LOWER))
				return 0;
		}
	}
	return 0;
}

/* Whether "Ảnh", "ảnh" stand before a colon, outside of brackets. */
static bool
is_credit(struct str s, size_t colon)
{
	size_t end = colon > 0 && s.data[colon - 1] == ' ' ? colon - 1 : colon;
	struct str word = kind_word_before(s, end);

	return (str_equal(word, STR("Ảnh")) || str_equal(word, STR("ảnh")) ||
		   str_equal(word, STR("ẢNH"))) &&
	       kind_before(s, (size_t)(word.data - s.data)) != KIND_BRACKET;
}

/* A time stamp that is glued on, or stands at the start, is apart. */
static bool
find_stamp(struct boundary_scan *scan, size_t colon, struct span *segment)
{
	struct dateline stamp;
	struct str s = scan->text;
	enum kind before, after;

	if (kind_before(s, colon) != KIND_DIGIT ||
	    kind_at(s, colon + 1) != KIND_DIGIT ||
	    !dateline_at(s, colon, &stamp) || stamp.span.start < scan->start)
		return false;
	after = kind_at(
	    s, stamp.span.end + (kind_byte(s, stamp.span.end) == ' '));
	if (after == KIND_LOWER || after == KIND_PUNCTUATION ||
	    after == KIND_CLOSER || after == KIND_DIGIT)
		return false;
	if (stamp.span.start == scan->start)
		return after != KIND_END &&
		       cut(scan, stamp.span.end, segment);
	before = kind_before(s, stamp.span.start);
	if (before != KIND_DIGIT && before != KIND_LOWER &&
	    before != KIND_UPPER)
		return false;
	return cut(scan, stamp.span.start, segment);
}

static bool
find_colon(struct boundary_scan *scan, size_t colon, struct span *segment)
{
	size_t end;

	if (is_credit(scan->text, colon)) {
		scan->credit = colon;
		end = credit_end(scan, colon);
		return end != 0 && cut(scan, end, segment);
	}
	return find_stamp(scan, colon, segment);
}

/* A bar between blanks stands for itself. */
static bool
find_bar(struct boundary_scan *scan, size_t at, struct span *segment)
{
	struct str s = scan->text;

	if (kind_byte(s, at + 1) != ' ' && at + 1 < s.len)
		return false;
	if (at > scan->start)
		return s.data[at - 1] == ' ' && cut(scan, at, segment);
	return at + 1 < s.len && cut(scan, at + 1, segment);
}

/* "* Đánh giá", ">> Xem thêm" behind a headline without a stop. */
static bool
find_bullet(struct boundary_scan *scan, size_t at, struct span *segment)
{
	struct str s = scan->text;
	size_t next = at + 1;

	if (at <= scan->start || s.data[at - 1] != ' ')
		return false;
	if (s.data[at] == '>')
		return kind_byte(s, next) == '>' && cut(scan, at, segment);
	return kind_byte(s, next) == ' ' &&
	       kind_at(s, next + 1) == KIND_UPPER && cut(scan, at, segment);
}

/* "(Ảnh: AFP) Sau khi": a credit in brackets ends. */
static bool
find_closing(struct boundary_scan *scan, size_t at, struct span *segment)
{
	struct str s = scan->text, inside;
	size_t open = scan->bracket;

	scan->bracket = 0;
	if (open == 0 || kind_byte(s, at + 1) != ' ' ||
	    kind_at(s, at + 2) != KIND_UPPER)
		return false;
	inside = str_from_offset(s, open);
	return (str_starts(inside, STR("Ảnh")) ||
		   str_starts(inside, STR("ảnh:")) ||
		   str_starts(inside, STR("Nguồn:"))) &&
	       cut(scan, at + 1, segment);
}

static bool
has_mark(struct str word)
{
	for (size_t i = 0; i < word.len; i++)
		if ((unsigned char)word.data[i] >= 0x80)
			return true;
	return false;
}

/* A word glued to the one before: "Quốc ThắngTheo thiếu tướng". */
static bool
find_glued(struct boundary_scan *scan, size_t at, struct span *segment)
{
	struct str s = scan->text;
	struct str word = kind_word_at(s, at);
	enum kind before = kind_before(s, at), next;
	bool opens;

	if (at == scan->start ||
	    (before != KIND_LOWER && before != KIND_DIGIT) ||
	    !kind_is_capitalised(word) || !syllable_is_vietnamese(word))
		return false;
	next = kind_of_next_word(s, at + word.len);
	opens = word_opens(word_class(scan, word)) ||
		(scan->credit > scan->start &&
		    at - scan->credit < CREDIT_BYTES);
	if (before == KIND_DIGIT &&
	    (word.len < 3 || str_ends(str_slice(s, 0, at), STR("xa0"))))
		return false;
	if (next == KIND_LOWER)
		return (before == KIND_DIGIT || opens || has_mark(word)) &&
		       cut(scan, at, segment);
	return opens && (next == KIND_UPPER || next == KIND_DIGIT) &&
	       cut(scan, at, segment);
}

/* Whether a quote is open at a place of the segment. */
static bool
in_quote(const struct boundary_scan *scan, size_t at)
{
	bool straight = false, curly = false;
	struct str s = scan->text;

	for (size_t i = scan->start; i < at; i++) {
		straight ^= s.data[i] == '"';
		if ((unsigned char)s.data[i] != 0xE2)
			continue;
		if (str_starts(str_from_offset(s, i), STR("“")))
			curly = true;
		else if (str_starts(str_from_offset(s, i), STR("”")))
			curly = false;
	}
	return straight || curly;
}

/*
 * A sentence behind a headline that has no stop: "nhân rộng Chiều 7.2, Ủy
 * viên", told by the words that it begins with.
 */
static bool
find_headed(struct boundary_scan *scan, size_t at, struct span *segment)
{
	struct str s = scan->text;
	size_t length = at - scan->start;
	unsigned head = head_of(s, at);
	struct str before;
	enum kind end;

	if ((scan->rules->heads[head / 64] >> head % 64 & 1) == 0 ||
	    length < HEADLINE_LEAST || length > HEADLINE_MOST ||
	    scan->bracket != 0 || !begins_anyhow(scan, at))
		return false;
	end = kind_before(s, at - 1);
	if (end != KIND_LOWER && end != KIND_UPPER && end != KIND_DIGIT &&
	    end != KIND_CLOSER && end != KIND_QUOTE)
		return false;
	before = kind_word_before(s, at - 1);
	return word_class(scan, before) != WORD_JOINT && !in_quote(scan, at) &&
	       cut(scan, at, segment);
}

/* Decides about the candidate at a place. */
static bool
decide(struct boundary_scan *scan, size_t at, struct span *segment)
{
	struct str s = scan->text;
	size_t end;

	switch (s.data[at]) {
	case ':':
		return find_colon(scan, at, segment);
	case '|':
		return find_bar(scan, at, segment);
	case '>':
	case '*':
		return find_bullet(scan, at, segment);
	case '(':
		scan->bracket = at + 1;
		return false;
	case ')':
		return find_closing(scan, at, segment);
	case '.':
	case '!':
	case '?':
	case '\xE2':
		if (stop_ends(scan, at, &end))
			return cut(scan, end, segment);
		scan->at = end;
		return false;
	default:
		if (at > 0 && s.data[at - 1] == ' ')
			return find_headed(scan, at, segment);
		return find_glued(scan, at, segment);
	}
}

void
boundary_start(struct boundary_scan *scan, const struct boundary_rules *rules,
    struct str text, const uint64_t *mask)
{
	*scan = (struct boundary_scan){
	    .rules = rules, .text = text, .mask = mask};
}

bool
boundary_next(struct boundary_scan *scan, struct span *segment)
{
	size_t at;

	while ((at = scan_next(scan->mask, scan->text.len, scan->at)) <
	       scan->text.len) {
		scan->at = at + 1;
		if (decide(scan, at, segment))
			return true;
	}
	scan->at = scan->text.len;
	return cut(scan, scan->text.len, segment);
}
