#include "role.h"

#include <stdlib.h>
#include <string.h>

#include "dateline.h"
#include "kind.h"
#include "syllable.h"
#include "text.h"
#include "wordlist.h"

/* In bytes: no phrase of the table is longer, */
#define PHRASE_MOST 48
/* nor a heading, a byline, a time stamp with what stands around it. */
#define HEADING_MOST 240
#define HEADING_LEAST 4
#define BYLINE_MOST 80
#define STAMP_MOST 60
#define STAMP_LEAST 13 /* "1/1/2023 9:00" */
#define STAMP_AROUND 16
/* Bytes by which it is told that no phrase begins. */
#define HEAD_BYTES 4
/* Words of names in a byline. */
#define BYLINE_WORDS 10

enum furniture {
	FURNITURE_NONE,
	FURNITURE_BOILERPLATE,
	FURNITURE_START,
	FURNITURE_CAPTION,
	FURNITURE_BYLINE,
};

static const char *const classes[] = {
    "boilerplate", "start", "caption", "byline", NULL};

static const unsigned char furniture_tsv[] = {
#include "common/furniture.tsv.h"
};

static const struct table table = {
    "furniture.tsv", {(const char *)furniture_tsv, sizeof(furniture_tsv)}};

struct role_rules {
	struct wordlist furniture;
	/* how its phrases begin, hashed: all, and those that begin a segment
	 * which may go on */
	uint64_t heads[64], open_heads[64];
	/* those but for boilerplate, in order of their first bytes, and where
	 * those of each first byte are */
	struct wordlist_entry *beginnings;
	size_t beginning_count, beginning_cap;
	struct span by_byte[256];
	struct buf folded; /* memory to reuse */
};

const struct table *
role_table(void)
{
	return &table;
}

/* A number below 4096 for the first four bytes; a shorter string ends in
 * blanks. */
static unsigned
head_of(struct str s)
{
	char first[HEAD_BYTES] = "   ";
	uint32_t key;

	if (s.len < HEAD_BYTES)
		memcpy(first, s.data, s.len);
	memcpy(&key, s.len < HEAD_BYTES ? first : s.data, HEAD_BYTES);
	return (key * UINT32_C(2654435761)) >> 20;
}

static bool
has_head(const uint64_t *heads, struct str s)
{
	unsigned head = head_of(s);

	return (heads[head / 64] >> head % 64 & 1) != 0;
}

/* The capital of a small letter of Vietnamese; itself if it is none. */
static uint32_t
capital_of(uint32_t c)
{
	if (c >= 32 && text_lower(c - 32) == c)
		return c - 32;
	return c > 0 && text_lower(c - 1) == c ? c - 1 : c;
}

/* Notes how a phrase begins, with its first count letters as capitals. */
static void
note_head(uint64_t *heads, struct str phrase, int count)
{
	struct buf letters = {0};
	unsigned head;
	size_t at = 0;

	while (at < phrase.len) {
		uint32_t c = kind_decode(phrase, &at);

		text_encode(&letters, count-- > 0 ? capital_of(c) : c);
	}
	head = head_of(buf_str(&letters));
	heads[head / 64] |= UINT64_C(1) << head % 64;
	buf_free(&letters);
}

/* Adds a beginning behind those with the same first byte. */
static void
add_beginning(struct role_rules *rules, const struct wordlist_entry *entry)
{
	struct wordlist_entry *list;
	size_t at = rules->beginning_count++;

	rules->beginnings = list = mem_grow(rules->beginnings, at,
	    &rules->beginning_cap, sizeof(*rules->beginnings));
	for (; at > 0 && list[at - 1].word.data[0] > entry->word.data[0]; at--)
		list[at] = list[at - 1];
	list[at] = *entry;
}

static void
note_bytes(struct role_rules *rules)
{
	for (size_t i = 0; i < rules->beginning_count; i++) {
		unsigned char byte =
		    (unsigned char)rules->beginnings[i].word.data[0];
		struct span *span = &rules->by_byte[byte];

		if (span->end == 0)
			span->start = i;
		span->end = i + 1;
	}
}

static void
note_heads(struct role_rules *rules)
{
	for (size_t i = 0; i < rules->furniture.count; i++) {
		const struct wordlist_entry *entry =
		    &rules->furniture.entries[i];
		bool open = entry->class == FURNITURE_START ||
			    entry->class == FURNITURE_CAPTION;

		if (entry->class != FURNITURE_BOILERPLATE)
			add_beginning(rules, entry);
		/* as it is, with a capital, "(Ảnh", in capitals */
		for (int count = 0; count <= HEAD_BYTES;
		     count += count < 2 ? 1 : 2) {
			note_head(rules->heads, entry->word, count);
			if (open)
				note_head(
				    rules->open_heads, entry->word, count);
		}
	}
	note_bytes(rules);
}

struct role_rules *
role_rules_new(struct fault *fault)
{
	struct role_rules *rules = mem_resize(NULL, 1, sizeof(*rules));

	memset(rules, 0, sizeof(*rules));
	if (wordlist_read(&rules->furniture, &table, classes, fault)) {
		note_heads(rules);
		return rules;
	}
	role_rules_free(rules);
	return NULL;
}

void
role_rules_free(struct role_rules *rules)
{
	if (rules == NULL)
		return;
	wordlist_free(&rules->furniture);
	free(rules->beginnings);
	buf_free(&rules->folded);
	free(rules);
}

static bool
is_word_byte(char c)
{
	return (unsigned char)c >= 0x80 || (c >= '0' && c <= '9') ||
	       ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '{' || c == '}';
}

static struct str
trim_signs(struct str s)
{
	while (s.len > 0 && !is_word_byte(s.data[0]))
		s = str_from_offset(s, 1);
	while (s.len > 0 && !is_word_byte(s.data[s.len - 1]))
		s.len--;
	return s;
}

static bool
has_letter(struct str s)
{
	size_t at = 0;

	while (at < s.len) {
		uint32_t c = kind_decode(s, &at);

		/* mostly the first character */
		if (text_is_letter(c) || (c >= '0' && c <= '9'))
			return true;
	}
	return false;
}

/* Whether the whole segment, less signs around it, is in the table. */
static bool
is_boilerplate(struct role_rules *rules, struct str segment)
{
	struct str inner = trim_signs(segment);

	if (inner.len > PHRASE_MOST || !has_head(rules->heads, inner))
		return false;
	text_fold(&rules->folded, inner);
	return wordlist_find(&rules->furniture, buf_str(&rules->folded)) ==
	       FURNITURE_BOILERPLATE;
}

/* What the table says about how the segment begins. */
static enum furniture
beginning_of(struct role_rules *rules, struct str segment, bool whole)
{
	struct str s = segment;
	struct span same;

	if (s.len == 0 || s.len > HEADING_MOST ||
	    !has_head(whole ? rules->heads : rules->open_heads, s))
		return FURNITURE_NONE;
	if (s.len > PHRASE_MOST)
		for (s.len = PHRASE_MOST;
		     ((unsigned char)segment.data[s.len] & 0xC0) == 0x80;
		     s.len--)
			;
	text_fold(&rules->folded, s);
	s = buf_str(&rules->folded);
	same = rules->by_byte[(unsigned char)s.data[0]];
	for (size_t i = same.start; i < same.end; i++) {
		const struct wordlist_entry *entry = &rules->beginnings[i];
		size_t end = entry->word.len;

		if (!str_starts(s, entry->word))
			continue;
		/* a phrase ends at a word's end or with a sign */
		if (end == s.len || !is_word_byte(entry->word.data[end - 1]) ||
		    !is_word_byte(s.data[end]))
			return (enum furniture)entry->class;
	}
	return FURNITURE_NONE;
}

static bool
is_stamp(struct str s)
{
	struct dateline stamp;

	return s.len >= STAMP_LEAST && s.len < STAMP_MOST &&
	       dateline_find(s, s.len, &stamp) &&
	       stamp.span.start < STAMP_AROUND &&
	       s.len - stamp.span.end < STAMP_AROUND;
}

/* Names and nothing else: "Quốc Thắng - Trường Hà", "T.H", "PV". */
static bool
is_byline(struct str s)
{
	size_t at = 0;
	int words = 0;

	if (s.len > BYLINE_MOST)
		return false;
	while (at < s.len) {
		size_t end = str_find(s, STR(" "), at), next = at;
		uint32_t c = kind_decode(s, &next);

		if (text_is_upper(c))
			words++;
		else if (end - at > 3 || text_is_letter(c) ||
			 (c >= '0' && c <= '9'))
			return false;
		if (end < s.len && kind_is_among(s.data[end - 1], ".:?!"))
			return false;
		at = end + 1;
	}
	return words >= 2 && words <= BYLINE_WORDS;
}

static bool
is_heading(struct str s)
{
	size_t first = 0;
	uint32_t last;

	if (s.len > HEADING_MOST || s.len < HEADING_LEAST)
		return false;
	last = text_before(s, s.len);
	return text_is_upper(kind_decode(s, &first)) &&
	       (text_is_letter(last) || (last >= '0' && last <= '9') ||
		   last == '"' || last == 0x201D || last == '%' ||
		   last == '\'' || last == ')' || last == 0x2019);
}

/* The usual sentence, told by its first bytes and length alone. */
static bool
is_plain(const struct role_rules *rules, struct str segment)
{
	bool open;

	if (segment.len < STAMP_MOST)
		return false;
	/* one question, as its parts cannot be foretold */
	open = (segment.len <= HEADING_MOST) &
	       has_head(rules->open_heads, segment);
	return !open && kind_letter(segment, 0) > 0;
}

const char *
role_of(struct role_rules *rules, struct str segment, bool whole)
{
	enum furniture class;

	if (!whole && is_plain(rules, segment))
		return NULL;
	if (whole && is_boilerplate(rules, segment))
		return "boilerplate";
	class = beginning_of(rules, segment, whole);
	if (class == FURNITURE_START || !has_letter(segment))
		return "boilerplate";
	if (is_stamp(segment))
		return "dateline";
	if (class == FURNITURE_CAPTION)
		return "caption";
	if (whole && (class == FURNITURE_BYLINE ? segment.len <= BYLINE_MOST
						: is_byline(segment)))
		return "byline";
	return whole && is_heading(segment) ? "heading" : NULL;
}
