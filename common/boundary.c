#include "boundary.h"

#include <stdlib.h>

#include "boundary_rules.h"
#include "credit.h"
#include "dateline.h"
#include "headline.h"
#include "kind.h"
#include "opening.h"
#include "scan.h"
#include "stop.h"
#include "syllable.h"
#include "vector.h"

/* The name of who took a picture is no longer. */
#define CREDIT_BYTES 60
/* Words of a mask that are listed at once. */
#define MARK_WORDS ((size_t)64)

/* Moves over a boundary that was found: the segment ends at end. */
static bool
cut(struct boundary_scan *scan, size_t end, struct span *segment)
{
	struct str s = scan->text;

	*segment = (struct span){scan->start, end};
	while (segment->end > segment->start && s.data[segment->end - 1] == ' ')
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
	after =
	    kind_at(s, stamp.span.end + (kind_byte(s, stamp.span.end) == ' '));
	if (after == KIND_LOWER || after == KIND_PUNCTUATION ||
	    after == KIND_CLOSER || after == KIND_DIGIT)
		return false;
	if (stamp.span.start == scan->start)
		return after != KIND_END && cut(scan, stamp.span.end, segment);
	before = kind_before(s, stamp.span.start);
	if (before != KIND_DIGIT && before != KIND_LOWER &&
	    before != KIND_UPPER)
		return false;
	return cut(scan, stamp.span.start, segment);
}

/* "... bị bắt Nguồn: TTXVN": a label behind a word without a stop. */
static bool
find_label(struct boundary_scan *scan, struct str label, struct span *segment)
{
	size_t at = (size_t)(label.data - scan->text.data);
	enum kind before;

	if (at < scan->start + HEADLINE_LEAST ||
	    kind_at(label, 0) != KIND_UPPER || scan->bracket != 0)
		return false;
	before = kind_before(scan->text, at);
	if (before == KIND_SPACE)
		before = kind_before(scan->text, at - 1);
	return (before == KIND_LOWER || before == KIND_UPPER ||
		   before == KIND_DIGIT || before == KIND_CLOSER) &&
	       cut(scan, at, segment);
}

static bool
find_colon(struct boundary_scan *scan, size_t colon, struct span *segment)
{
	struct str label = credit_label(scan->text, colon);
	size_t end;

	if (label.len == 0)
		return find_stamp(scan, colon, segment);
	if (find_label(scan, label, segment))
		return true;
	scan->credit = colon;
	end = credit_end(scan, colon);
	return end != 0 && cut(scan, end, segment);
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

/* Whether a number and a word in small letters stand at a place: "4 người". */
static bool
counts(struct str s, size_t at)
{
	size_t end = at;

	while (kind_at(s, end) == KIND_DIGIT)
		end++;
	return end > at && kind_of_next_word(s, end) == KIND_LOWER;
}

/* "(Ảnh: AFP) Sau khi": a credit in brackets ends. */
static bool
find_closing(struct boundary_scan *scan, size_t at, struct span *segment)
{
	struct str s = scan->text, inside;
	size_t open = scan->bracket, next = at + 1;

	scan->bracket = 0;
	/* how these labels begin */
	if (open == 0 || (s.data[open] != 'N' && s.data[open] != '\xE1'))
		return false;
	inside = str_from_offset(s, open);
	if (!str_starts(inside, STR("Ảnh")) &&
	    !str_starts(inside, STR("ảnh:")) &&
	    !str_starts(inside, STR("Nguồn:")))
		return false;
	if (kind_byte(s, next) == ' ')
		next++;
	return (kind_at(s, next) == KIND_UPPER || counts(s, next)) &&
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
	struct str word;
	enum kind before, next;
	bool opens;

	if (at == scan->start)
		return false;
	before = kind_before(s, at);
	word = kind_word_at(s, at);
	if ((before != KIND_LOWER && before != KIND_DIGIT) ||
	    !kind_is_capitalised(word) || !syllable_is_vietnamese(word))
		return false;
	next = kind_of_next_word(s, at + word.len);
	opens =
	    opening_is_likely(opening_class(scan, word)) ||
	    (scan->credit > scan->start && at - scan->credit < CREDIT_BYTES);
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

/* A sentence behind a headline that has no stop. */
static bool
find_headed(struct boundary_scan *scan, size_t at, struct span *segment)
{
	return headline_ends(scan, at) && !in_quote(scan, at) &&
	       cut(scan, at, segment);
}

/* Whether a name in capitals and nothing else stands at a place, up to a stop:
 * "Nguyễn Văn Nam." */
static bool
is_only_name(struct str s, size_t at)
{
	for (;;) {
		struct str word = kind_word_at(s, at);
		enum kind end;

		if (word.len == 0 || kind_at(s, at) != KIND_UPPER)
			return false;
		at += word.len;
		end = kind_at(s, at);
		if (end == KIND_END || end == KIND_STOP)
			return true;
		if (kind_byte(s, at) != ' ')
			return false;
		at++;
	}
}

/* "... bỏ chạy. Ảnh minh họa Anh Giáp chống trả": a caption without a name is
 * cut from what it is glued to, on either side. */
static bool
find_caption(struct boundary_scan *scan, size_t at, struct span *segment)
{
	size_t end = opening_caption_end(scan, at);
	struct str word;

	if (end == 0 || kind_byte(scan->text, end) != ' ' || scan->bracket != 0)
		return false;
	word = kind_word_at(scan->text, end + 1);
	if (!kind_is_capitalised(word) || !syllable_is_vietnamese(word) ||
	    is_only_name(scan->text, end + 1))
		return false;
	return cut(scan, at > scan->start ? at : end, segment);
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
			return boundary_is_head(scan->rules, s.data + at) &&
			       (find_caption(scan, at, segment) ||
				   find_headed(scan, at, segment));
		return find_glued(scan, at, segment);
	}
}

/* Adds the first bit and drops it; if there is none, something. */
VECTOR_PART uint64_t
list_bit(uint32_t *list, uint64_t bits, size_t base)
{
	*list = (uint32_t)(base +
			   (size_t)__builtin_ctzll(bits | UINT64_C(1) << 63));
	return bits & (bits - 1);
}

/* Lists the bits that are set in words start to end of either mask; how many.
 * They are written four at a time, without asking how many there are. */
VECTOR_CLONES static size_t
list_bits(
    uint32_t *list, const struct scan_masks *masks, size_t start, size_t end)
{
	size_t count = 0;

	for (size_t i = start; i < end; i++) {
		uint64_t bits = masks->signs[i] | masks->capitals[i];
		uint32_t *at = list + count;

		count += (size_t)__builtin_popcountll(bits);
		do {
			bits = list_bit(at++, bits, i * 64);
			bits = list_bit(at++, bits, i * 64);
			bits = list_bit(at++, bits, i * 64);
			bits = list_bit(at++, bits, i * 64);
		} while (bits != 0);
	}
	return count;
}

/*
 * Drops the capital letters with which no sentence begins: told by what their
 * word begins with or, of those that are glued to something, by the small
 * letter behind them.  All is looked at without a branch: how it turns out
 * cannot be foretold.
 */
static size_t
drop_names(uint32_t *list, size_t count, const struct boundary_rules *rules,
    const char *text, const uint64_t *capitals)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		uint32_t at = list[i];
		const char *here = text + at;
		bool sign = (capitals[at / 64] >> at % 64 & 1) == 0;
		bool spaced = here[-1] == ' ';
		bool small = (unsigned char)here[1] >= 'a';
		bool start = boundary_may_begin(rules, here);

		list[kept] = at;
		kept += sign | (spaced & start) | (!spaced & small);
	}
	return kept;
}

void
boundary_mark(struct boundary_marks *marks, const struct boundary_rules *rules,
    struct str text, const struct scan_masks *masks)
{
	size_t words = SCAN_WORDS(text.len), count = 0;

	for (size_t start = 0; start < words; start += MARK_WORDS) {
		size_t end =
		    start + MARK_WORDS < words ? start + MARK_WORDS : words;
		uint32_t *list;
		size_t found;

		if (marks->cap - count < MARK_WORDS * 64 + 8) {
			marks->cap = count + MARK_WORDS * 64 * 4;
			marks->places = mem_resize(
			    marks->places, marks->cap, sizeof(uint32_t));
		}
		list = marks->places + count;
		found = list_bits(list, masks, start, end);
		count +=
		    drop_names(list, found, rules, text.data, masks->capitals);
	}
	marks->places[count] = BOUNDARY_NONE;
}

void
boundary_marks_free(struct boundary_marks *marks)
{
	free(marks->places);
}

void
boundary_start(struct boundary_scan *scan, const struct boundary_rules *rules,
    struct str paragraph, const uint32_t *candidates, size_t base)
{
	*scan = (struct boundary_scan){.rules = rules,
	    .text = paragraph,
	    .first = candidates,
	    .candidates = candidates,
	    .base = base};
}

bool
boundary_next(struct boundary_scan *scan, struct span *segment)
{
	size_t start = scan->base + scan->at;
	size_t end = scan->base + scan->text.len;

	/* what begins a segment is no candidate */
	if (scan->at == scan->start && scan->at < scan->text.len &&
	    boundary_is_head(scan->rules, scan->text.data + scan->at) &&
	    find_caption(scan, scan->at, segment))
		return true;
	/* the last cut may have been made before what led to it */
	while (scan->candidates > scan->first && scan->candidates[-1] >= start)
		scan->candidates--;
	while (*scan->candidates < end) {
		size_t at = *scan->candidates++ - scan->base;

		/* unless it is decided, or stands before the paragraph */
		if (at - scan->at >= scan->text.len)
			continue;
		scan->at = at + 1;
		if (decide(scan, at, segment))
			return true;
	}
	scan->at = scan->text.len;
	return cut(scan, scan->text.len, segment);
}
