#include "boundary.h"

#include <stdlib.h>
#include <string.h>

#include "dateline.h"
#include "syllable.h"
#include "text.h"
#include "wordlist.h"

/* A bracket that opens in a sentence keeps its full stops if it closes again
 * within so many bytes. */
#define BRACKET_MOST 400
/* Bytes of a word that are looked at. */
#define WORD_MOST 64
/* Words that name who took a picture. */
#define CREDIT_MOST 10

enum abbreviation {
	ABBREVIATION_NONE,
	ABBREVIATION_TITLE,
	ABBREVIATION_PLACE,
	ABBREVIATION_NUMBER,
	ABBREVIATION_ETC,
	ABBREVIATION_INNER,
	ABBREVIATION_COMPANY,
	ABBREVIATION_INITIAL, /* not from the table */
	ABBREVIATION_LIST,    /* the number of an item, an article */
};

static const char *const abbreviation_classes[] = {
    "title", "place", "number", "etc", "inner", "company", NULL};

enum opener {
	OPENER_NONE,
	OPENER_SENTENCE,
	OPENER_MIXED,
	OPENER_BOTH,
	OPENER_AGENCY,
	OPENER_PLACE,
};

static const char *const opener_classes[] = {
    "opener", "mixed", "both", "agency", "place", NULL};

static const unsigned char abbreviations_tsv[] = {
#include "common/abbreviations.tsv.h"
};
static const unsigned char openers_tsv[] = {
#include "common/openers.tsv.h"
};

static const struct table tables[] = {
    {"abbreviations.tsv",
	{(const char *)abbreviations_tsv, sizeof(abbreviations_tsv)}},
    {"openers.tsv", {(const char *)openers_tsv, sizeof(openers_tsv)}},
    {NULL, {NULL, 0}},
};

struct boundary_rules {
	struct wordlist abbreviations, openers;
};

const struct table *
boundary_tables(void)
{
	return tables;
}

struct boundary_rules *
boundary_rules_new(struct fault *fault)
{
	struct boundary_rules *rules = mem_resize(NULL, 1, sizeof(*rules));

	memset(rules, 0, sizeof(*rules));
	if (wordlist_read(&rules->abbreviations, &tables[0],
		abbreviation_classes, fault) &&
	    wordlist_read(
		&rules->openers, &tables[1], opener_classes, fault))
		return rules;
	boundary_rules_free(rules);
	return NULL;
}

void
boundary_rules_free(struct boundary_rules *rules)
{
	if (rules == NULL)
		return;
	wordlist_free(&rules->abbreviations);
	wordlist_free(&rules->openers);
	free(rules);
}

/* What stands at a place, as far as boundaries are concerned. */
enum kind {
	KIND_END,
	KIND_LOWER,
	KIND_UPPER,
	KIND_DIGIT,
	KIND_QUOTE,   /* opening, or straight */
	KIND_CLOSER,  /* closing quote or bracket */
	KIND_BRACKET, /* opening */
	KIND_DASH,
	KIND_PUNCTUATION, /* that goes on: , ; : / % */
	KIND_STOP,
	KIND_SPACE,
	KIND_SIGN, /* bullets, arrows, bars, pictures */
};

static enum kind
kind_of(uint32_t c)
{
	if (text_is_letter(c))
		return text_is_upper(c) ? KIND_UPPER : KIND_LOWER;
	if (c >= '0' && c <= '9')
		return KIND_DIGIT;
	switch (c) {
	case ' ':
		return KIND_SPACE;
	case '"':
	case '\'':
	case 0x201C:
	case 0x2018:
	case 0x201E:
	case 0xAB:
	case 0x2039:
		return KIND_QUOTE;
	case 0x201D:
	case 0x2019:
	case 0xBB:
	case 0x203A:
	case ')':
	case ']':
	case '}':
		return KIND_CLOSER;
	case '(':
	case '[':
	case '{':
		return KIND_BRACKET;
	case '-':
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2015:
		return KIND_DASH;
	case ',':
	case ';':
	case ':':
	case '/':
	case '\\':
	case '%':
	case '=':
	case '&':
	case '_':
	case '@':
		return KIND_PUNCTUATION;
	case '.':
	case '!':
	case '?':
	case 0x2026:
		return KIND_STOP;
	default:
		return KIND_SIGN;
	}
}

static enum kind
kind_at(struct str s, size_t at)
{
	return at >= s.len ? KIND_END : kind_of(text_decode(s, &at));
}

static enum kind
kind_before(struct str s, size_t at)
{
	return at == 0 ? KIND_END : kind_of(text_before(s, at));
}

static size_t
after_character(struct str s, size_t at)
{
	(void)text_decode(s, &at);
	return at;
}

static char
byte_at(struct str s, size_t at)
{
	return at < s.len ? s.data[at] : '\0';
}

/* The letters at a place. */
static struct str
word_at(struct str s, size_t at)
{
	size_t end = at, next = at;

	while (next < s.len && next - at < WORD_MOST) {
		if (!text_is_letter(text_decode(s, &next)))
			break;
		end = next;
	}
	return str_slice(s, at, end);
}

/* The letters before a place. */
static struct str
word_before(struct str s, size_t at)
{
	size_t start = at;

	while (start > 0 && at - start < WORD_MOST) {
		uint32_t c = text_before(s, start);

		if (!text_is_letter(c))
			break;
		start -= c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	}
	return str_slice(s, start, at);
}

/* A capital letter and then only small ones, at least one. */
static bool
is_capitalised(struct str word)
{
	size_t at = 0;

	if (word.len == 0 || !text_is_upper(text_decode(word, &at)) ||
	    at == word.len)
		return false;
	while (at < word.len)
		if (text_is_upper(text_decode(word, &at)))
			return false;
	return true;
}

static bool
has_mark(struct str word)
{
	for (size_t i = 0; i < word.len; i++)
		if ((unsigned char)word.data[i] >= 0x80)
			return true;
	return false;
}

static enum opener
opener_at(const struct boundary_scan *scan, struct str word)
{
	return (enum opener)wordlist_find(&scan->rules->openers, word);
}

static bool
opens_sentence(enum opener class)
{
	return class == OPENER_SENTENCE || class == OPENER_MIXED ||
	       class == OPENER_BOTH;
}

/* The kind of the word after the one that ends at end, over one space. */
static enum kind
kind_of_next_word(struct str s, size_t end)
{
	return byte_at(s, end) == ' ' ? kind_at(s, end + 1) : KIND_PUNCTUATION;
}

/*
 * Whether a capitalised word at a place begins a sentence rather than goes on
 * with a name: it is one of those that do, or a Vietnamese word before one in
 * small letters ("Ca hai", not "Bush").
 */
static bool
begins_sentence(const struct boundary_scan *scan, size_t at)
{
	struct str word = word_at(scan->text, at);
	enum opener class = opener_at(scan, word);

	if (class == OPENER_SENTENCE || class == OPENER_BOTH)
		return true;
	return is_capitalised(word) && syllable_is_vietnamese(word) &&
	       kind_of_next_word(scan->text, at + word.len) == KIND_LOWER;
}

/* Whether the words at a place can be the name of a town or a district. */
static bool
is_place_name(const struct boundary_scan *scan, size_t at)
{
	struct str word = word_at(scan->text, at);
	enum opener class = opener_at(scan, word);
	enum kind next = kind_of_next_word(scan->text, at + word.len);

	if (class == OPENER_PLACE)
		return true;
	if (class == OPENER_SENTENCE || class == OPENER_BOTH)
		return false;
	if (!is_capitalised(word) || !syllable_is_vietnamese(word))
		return true;
	return next != KIND_LOWER && next != KIND_DIGIT;
}

/* Everything about one group of stops: "...", "?", ".\u201d", "./." */
struct stop {
	size_t start, end;    /* of the whole group */
	bool strong;          /* holds ! or ? */
	bool ellipsis;        /* two dots or more, or the one character */
	bool final;           /* "./." */
	bool quote_closed;
	bool bracket_closed;
	bool spaced;          /* white space follows */
	size_t next;          /* what follows, behind the space */
	enum kind follows;
};

/* Whether the straight quote at a place closes. */
static bool
quote_closes(struct boundary_scan *scan, size_t at)
{
	struct str s = scan->text;

	for (; scan->counted < at; scan->counted++)
		scan->quotes += s.data[scan->counted] == '"';
	return scan->quotes % 2 == 1;
}

/* A closing quote or bracket of the group at a place. */
static bool
take_closer(struct boundary_scan *scan, struct stop *stop)
{
	struct str s = scan->text;
	size_t at = stop->end, next;
	uint32_t c;

	if (byte_at(s, at) == ' ')
		at++;
	if (at >= s.len)
		return false;
	next = at;
	c = text_decode(s, &next);
	if (at > stop->end && c != 0x201D && c != '"' && c != ')')
		return false;
	if (c == '"' ? !quote_closes(scan, at)
		     : c == '\'' ? kind_at(s, next) == KIND_LOWER ||
			       kind_at(s, next) == KIND_UPPER
			       : kind_of(c) != KIND_CLOSER)
		return false;
	if (c == ')' || c == ']' || c == '}')
		stop->bracket_closed = true;
	else
		stop->quote_closed = true;
	stop->end = next;
	return true;
}

static bool
take_mark(struct boundary_scan *scan, struct stop *stop)
{
	struct str s = scan->text;
	size_t next = stop->end;
	uint32_t c;

	if (next >= s.len)
		return false;
	c = text_decode(s, &next);
	if (kind_of(c) != KIND_STOP)
		return false;
	if (c == '.' && byte_at(s, next) == '/' &&
	    byte_at(s, next + 1) == '.') {
		stop->final = true;
		next += 2;
	}
	stop->strong |= c == '!' || c == '?';
	stop->ellipsis |=
	    c == 0x2026 || (c == '.' && stop->end > stop->start &&
			       s.data[stop->end - 1] == '.');
	stop->end = next;
	return true;
}

static void
read_stop(struct boundary_scan *scan, size_t at, struct stop *stop)
{
	*stop = (struct stop){.start = at, .end = at};
	while (take_mark(scan, stop) || take_closer(scan, stop))
		;
	stop->spaced = byte_at(scan->text, stop->end) == ' ';
	stop->next = stop->end + (stop->spaced ? 1 : 0);
	stop->follows = kind_at(scan->text, stop->next);
}

/* What a full stop stands behind: from the last blank, quote or bracket. */
static struct str
token_before(const struct boundary_scan *scan, size_t at)
{
	struct str s = scan->text;
	size_t start = at;

	while (start > scan->start && at - start < WORD_MOST) {
		uint32_t c = text_before(s, start);

		if (c == ' ' || c == '(' || c == '[' || c == '"' ||
		    c == 0x201C || c == 0x2018 || c == ',' || c == ';')
			break;
		start -= c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	}
	return str_slice(s, start, at);
}

/* "N.V.T", "Th": single capitals, or a capital and no vowel behind it. */
static bool
is_initial(struct str part)
{
	size_t at = 0;

	if (part.len == 0 || !text_is_upper(text_decode(part, &at)))
		return false;
	while (at < part.len) {
		uint32_t c = text_decode(part, &at);

		if (!text_is_letter(c) || text_is_upper(c) ||
		    syllable_is_vowel(c))
			return false;
	}
	return part.len <= 4;
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

/* Whether what stands before a full stop numbers an item: "1", "a", "II.1",
 * "Dieu 173" at the start of the segment, "1" behind a colon. */
static bool
is_item_number(const struct boundary_scan *scan, struct str token)
{
	size_t at = (size_t)(token.data - scan->text.data);
	struct str head = str_slice(scan->text, scan->start, at);
	bool digits = is_only(token, "0123456789.");
	struct str word;

	if (token.len > 8)
		return false;
	if (head.len == 0)
		return digits || is_only(token, "IVX") ||
		       (token.len == 1 && kind_at(token, 0) != KIND_SIGN);
	if (!digits && !is_only(token, "IVXLC") && token.len != 1)
		return false;
	if (str_ends(head, STR(": ")) || str_ends(head, STR("; ")))
		return digits && token.len <= 2;
	if (head.data[head.len - 1] != ' ')
		return false;
	word = str_slice(head, 0, head.len - 1);
	return word_at(word, 0).len == word.len && is_capitalised(word);
}

static enum abbreviation
abbreviation_of(const struct boundary_scan *scan, struct str token)
{
	int class = wordlist_find(&scan->rules->abbreviations, token);
	size_t dot = token.len;

	if (is_item_number(scan, token))
		return ABBREVIATION_LIST;
	if (class != 0)
		return (enum abbreviation)class;
	if (is_dotted_initials(token))
		return ABBREVIATION_INITIAL;
	/* PGS.TS */
	while (dot > 0 && token.data[dot - 1] != '.' &&
	       token.data[dot - 1] != '-' && token.data[dot - 1] != '/')
		dot--;
	if (dot == 0)
		return ABBREVIATION_NONE;
	return (enum abbreviation)wordlist_find(
	    &scan->rules->abbreviations, str_from_offset(token, dot));
}

/* A sentence or "Anh: ..." stands in the bracket at a place. */
static bool
bracket_is_apart(struct str s, size_t at)
{
	size_t first = after_character(s, at);
	size_t end = str_find(s, STR(")"), at);

	if (kind_at(s, first) != KIND_UPPER || end == s.len)
		return false;
	return kind_before(s, end) == KIND_STOP ||
	       str_starts(str_from_offset(s, first), STR("\u1EA2nh")) ||
	       kind_at(s, end + 1) == KIND_END;
}

/* "iPhone": a small letter and then a capital one. */
static bool
is_brand(struct str s, size_t at)
{
	size_t next = after_character(s, at);

	return kind_at(s, next) == KIND_UPPER &&
	       kind_at(s, after_character(s, next)) == KIND_LOWER;
}

/* After what surely ends a sentence: does another begin? */
static bool
another_begins(const struct boundary_scan *scan, const struct stop *stop)
{
	struct str s = scan->text;
	enum kind inner;

	switch (stop->follows) {
	case KIND_UPPER:
	case KIND_SIGN:
		return true;
	case KIND_DIGIT:
		return !stop->ellipsis;
	case KIND_LOWER:
		return !stop->ellipsis && !stop->strong &&
		       is_brand(s, stop->next);
	case KIND_QUOTE:
		inner = kind_at(s, after_character(s, stop->next));
		return inner == KIND_UPPER || inner == KIND_DIGIT ||
		       (inner != KIND_SPACE && inner != KIND_END &&
			   !stop->ellipsis && !stop->strong);
	case KIND_BRACKET:
		return bracket_is_apart(s, stop->next) ||
		       (!stop->ellipsis && !stop->strong);
	case KIND_DASH:
		return !stop->quote_closed && !stop->ellipsis &&
		       byte_at(s, after_character(s, stop->next)) == ' ';
	default:
		return false;
	}
}

static bool
ends_after_abbreviation(const struct boundary_scan *scan,
    const struct stop *stop, enum abbreviation class)
{
	struct str s = scan->text;

	switch (class) {
	case ABBREVIATION_PLACE:
		if (stop->follows == KIND_UPPER)
			return !is_place_name(scan, stop->next);
		return stop->follows == KIND_SIGN;
	case ABBREVIATION_NUMBER:
		return stop->follows == KIND_UPPER &&
		       begins_sentence(scan, stop->next);
	case ABBREVIATION_ETC:
		return stop->follows == KIND_UPPER ||
		       (stop->follows == KIND_QUOTE &&
			   kind_at(s, after_character(s, stop->next)) ==
			       KIND_UPPER);
	case ABBREVIATION_COMPANY:
	case ABBREVIATION_INITIAL:
		if (stop->follows == KIND_QUOTE)
			return kind_at(s, after_character(s, stop->next)) ==
			       KIND_UPPER;
		return stop->follows == KIND_SIGN ||
		       (stop->follows == KIND_UPPER &&
			   begins_sentence(scan, stop->next));
	default:
		return false;
	}
}

/* A full stop with no blank behind it. */
static bool
ends_unspaced(const struct boundary_scan *scan, const struct stop *stop,
    struct str token, enum abbreviation class)
{
	struct str s = scan->text;
	struct str word = word_before(s, stop->start);
	struct str next = word_at(s, stop->next);
	bool closed = stop->quote_closed || stop->bracket_closed;

	if (str_find(token, STR("@"), 0) < token.len ||
	    str_find(token, STR("://"), 0) < token.len ||
	    str_starts(token, STR("www.")))
		return false;
	if (stop->follows == KIND_QUOTE) {
		next = word_at(s, after_character(s, stop->next));
		return class == ABBREVIATION_NONE && is_capitalised(next);
	}
	if (stop->follows == KIND_SIGN)
		return class == ABBREVIATION_NONE && !stop->ellipsis &&
		       byte_at(s, stop->next) == '>';
	if (stop->follows != KIND_UPPER || !is_capitalised(next))
		return false;
	if (class == ABBREVIATION_INITIAL || class == ABBREVIATION_COMPANY)
		return str_find(token, STR("."), 0) < token.len &&
		       opens_sentence(opener_at(scan, next));
	if (class != ABBREVIATION_NONE && class != ABBREVIATION_ETC)
		return false;
	/* a word, a number, a closing quote or bracket stands before */
	return closed || stop->strong || stop->ellipsis ||
	       kind_before(s, stop->start) != KIND_UPPER ||
	       (word.len > 2 && begins_sentence(scan, stop->next));
}

/* Inside a bracket that opened in this sentence and closes soon. */
static bool
in_bracket(struct boundary_scan *scan, size_t at)
{
	size_t open = scan->bracket, end;
	struct str s = scan->text;

	if (open == 0 || open - 1 <= scan->start)
		return false;
	if (s.len > at + BRACKET_MOST)
		s.len = at + BRACKET_MOST;
	end = str_find(s, STR(")"), at);
	if (end == s.len || str_find(s, STR("("), at) < end)
		scan->bracket = 0;
	return scan->bracket != 0;
}

/* Whether a sentence ends with the group of stops. */
static bool
stop_ends(struct boundary_scan *scan, const struct stop *stop)
{
	struct str token;
	enum abbreviation class = ABBREVIATION_NONE;

	if (stop->follows == KIND_END)
		return false;
	if (stop->final)
		return true;
	if (!stop->bracket_closed && in_bracket(scan, stop->end))
		return false;
	token = token_before(scan, stop->start);
	if (token.len == 0 && kind_before(scan->text, stop->start) ==
				  KIND_BRACKET)
		return false;
	if (!stop->strong && !stop->quote_closed && !stop->bracket_closed)
		class = abbreviation_of(scan, token);
	if (stop->ellipsis && class != ABBREVIATION_ETC)
		class = ABBREVIATION_NONE;
	if (!stop->spaced)
		return ends_unspaced(scan, stop, token, class);
	if (class != ABBREVIATION_NONE)
		return ends_after_abbreviation(scan, stop, class);
	return another_begins(scan, stop);
}

/* Moves over a found boundary: the segment ends at end. */
static bool
cut(struct boundary_scan *scan, size_t end, struct span *segment)
{
	struct str s = scan->text;

	*segment = (struct span){scan->start, end};
	while (segment->end > segment->start &&
	       s.data[segment->end - 1] == ' ')
		segment->end--;
	while (end < s.len && s.data[end] == ' ')
		end++;
	scan->start = scan->at = end;
	scan->bracket = 0;
	return segment->end > segment->start;
}

/* "Anh: The Thanh Tren tuyen bien": where the sentence behind the name of who
 * took the picture begins; 0: it is not known. */
static size_t
credit_end(const struct boundary_scan *scan, size_t colon)
{
	struct str s = scan->text;
	size_t at = colon + 1;
	enum opener before = OPENER_NONE;
	bool names = true;

	for (int i = 0; i < CREDIT_MOST && byte_at(s, at) == ' '; i++) {
		struct str word = word_at(s, ++at);
		enum opener class = opener_at(scan, word);
		enum kind kind = kind_at(s, at);
		enum kind next = kind_of_next_word(s, at + word.len);

		if (i > 0 && is_capitalised(word) &&
		    syllable_is_vietnamese(word)) {
			if (class == OPENER_SENTENCE)
				return at;
			if (next == KIND_LOWER && opens_sentence(class))
				return at;
			if (next == KIND_LOWER && names &&
			    before != OPENER_AGENCY && before != OPENER_BOTH)
				return at;
		}
		names &= kind != KIND_LOWER;
		before = class;
		while (at < s.len && s.data[at] != ' ') {
			if (kind_at(s, at) == KIND_STOP ||
			    s.data[at] == ')')
				return 0;
			at = after_character(s, at);
		}
	}
	return 0;
}

static bool
is_credit(struct str s, size_t colon)
{
	struct str word = word_before(s, colon);
	size_t start;

	if (word.len == 0 && colon > 0 && s.data[colon - 1] == ' ')
		word = word_before(s, colon - 1);
	start = (size_t)(word.data - s.data);
	return (str_equal(word, STR("\u1EA2nh")) ||
		   str_equal(word, STR("\u1EA3nh"))) &&
	       kind_before(s, start) != KIND_BRACKET;
}

/* A time stamp that is glued on, or stands at the start: apart. */
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
	    s, stamp.span.end + (byte_at(s, stamp.span.end) == ' '));
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

	if (byte_at(s, at + 1) != ' ' && at + 1 < s.len)
		return false;
	if (at > scan->start)
		return s.data[at - 1] == ' ' && cut(scan, at, segment);
	return at + 1 < s.len && cut(scan, at + 1, segment);
}

/* A word glued to the one before: "Quoc ThangTheo thieu tuong". */
static bool
find_glued(struct boundary_scan *scan, size_t at, struct span *segment)
{
	struct str s = scan->text;
	struct str word = word_at(s, at);
	enum kind before = kind_before(s, at);
	bool opener;

	if (at == scan->start || !is_capitalised(word) ||
	    byte_at(s, at + word.len) != ' ' || !syllable_is_vietnamese(word))
		return false;
	opener = opens_sentence(opener_at(scan, word));
	if (before == KIND_DIGIT) {
		if ((at >= 3 && memcmp(s.data + at - 3, "xa0", 3) == 0) ||
		    word.len < 3)
			return false;
	} else if (!opener && !has_mark(word)) {
		return false;
	}
	if (!opener &&
	    kind_of_next_word(s, at + word.len) != KIND_LOWER)
		return false;
	return cut(scan, at, segment);
}

/* Whether a capital letter at a place is glued to what stands before. */
static bool
is_glued(struct str s, size_t at)
{
	size_t next = at;
	uint32_t c = text_decode(s, &next), before;

	if (at == 0 || !text_is_upper(c))
		return false;
	before = text_before(s, at);
	return (before >= '0' && before <= '9') ||
	       (text_is_letter(before) && !text_is_upper(before));
}

void
boundary_start(struct boundary_scan *scan, const struct boundary_rules *rules,
    struct str text)
{
	*scan = (struct boundary_scan){.rules = rules, .text = text};
}

static bool
take_byte(struct boundary_scan *scan, size_t at, struct span *segment)
{
	struct str s = scan->text;
	unsigned char c = (unsigned char)s.data[at];
	struct stop stop;

	switch (c) {
	case '.':
	case '!':
	case '?':
		break;
	case ':':
		return find_colon(scan, at, segment);
	case '|':
		return find_bar(scan, at, segment);
	case '>':
		return at > scan->start && byte_at(s, at + 1) == '>' &&
		       s.data[at - 1] == ' ' && cut(scan, at, segment);
	case '(':
		scan->bracket = at + 1;
		return false;
	case ')':
		scan->bracket = 0;
		return false;
	case 0xE2:
		if (!str_starts(str_from_offset(s, at), STR("\u2026")))
			return false;
		break;
	default:
		return is_glued(s, at) && find_glued(scan, at, segment);
	}
	read_stop(scan, at, &stop);
	if (stop_ends(scan, &stop))
		return cut(scan, stop.end, segment);
	scan->at = stop.end;
	return false;
}

static bool
is_candidate(unsigned char c)
{
	return c == '.' || c == '!' || c == '?' || c == ':' || c == '|' ||
	       c == '>' || c == '(' || c == ')' || c == 0xE2 ||
	       (c >= 'A' && c <= 'Z') || (c >= 0xC3 && c <= 0xC6) || c == 0xE1;
}

bool
boundary_next(struct boundary_scan *scan, struct span *segment)
{
	struct str s = scan->text;

	while (scan->at < s.len) {
		size_t at = scan->at;

		while (at < s.len && !is_candidate((unsigned char)s.data[at]))
			at++;
		if (at == s.len)
			break;
		scan->at = at + 1;
		if (take_byte(scan, at, segment))
			return true;
	}
	scan->at = s.len;
	return cut(scan, s.len, segment);
}
