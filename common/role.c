#include "role.h"

#include <stdlib.h>
#include <string.h>

#include "dateline.h"
#include "syllable.h"
#include "text.h"
#include "wordlist.h"

/* Longest phrase of the table that begins a segment. */
#define START_MOST 48
/* Nothing longer is a heading or a byline. */
#define HEADING_MOST 240
#define BYLINE_MOST 80
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
	struct buf folded;
};

const struct table *
role_table(void)
{
	return &table;
}

struct role_rules *
role_rules_new(struct fault *fault)
{
	struct role_rules *rules = mem_resize(NULL, 1, sizeof(*rules));

	memset(rules, 0, sizeof(*rules));
	if (wordlist_read(&rules->furniture, &table, classes, fault))
		return rules;
	role_rules_free(rules);
	return NULL;
}

void
role_rules_free(struct role_rules *rules)
{
	if (rules == NULL)
		return;
	wordlist_free(&rules->furniture);
	buf_free(&rules->folded);
	free(rules);
}

static bool
is_word_byte(char c)
{
	return (unsigned char)c >= 0x80 || (c >= '0' && c <= '9') ||
	       (c >= 'a' && c <= 'z') || c == '{' || c == '}';
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
		uint32_t c = text_decode(s, &at);

		if (text_is_letter(c) || (c >= '0' && c <= '9'))
			return true;
	}
	return false;
}

/* What the table says about the folded segment. */
static enum furniture
furniture_of(const struct role_rules *rules, struct str folded)
{
	int class = 0;

	if (folded.len <= START_MOST)
		class = wordlist_find(&rules->furniture, trim_signs(folded));
	if (class == FURNITURE_BOILERPLATE)
		return FURNITURE_BOILERPLATE;
	/* phrases that begin a segment end at a word's end or with a sign */
	for (size_t end = 2; end <= folded.len && end <= START_MOST; end++) {
		if (end < folded.len && is_word_byte(folded.data[end - 1]) &&
		    is_word_byte(folded.data[end]))
			continue;
		class = wordlist_find(
		    &rules->furniture, str_slice(folded, 0, end));
		if (class > FURNITURE_BOILERPLATE)
			return (enum furniture)class;
	}
	return FURNITURE_NONE;
}

static bool
is_stamp(struct str s)
{
	struct dateline stamp;

	return s.len < 60 && dateline_find(s, s.len, &stamp) &&
	       stamp.span.start < 16 && s.len - stamp.span.end < 16;
}

/* Names and nothing else: "Quoc Thang - Truong Ha", "T.H", "PV". */
static bool
is_byline(struct str s)
{
	size_t at = 0;
	int words = 0;

	if (s.len > BYLINE_MOST)
		return false;
	while (at < s.len) {
		size_t end = str_find(s, STR(" "), at), next = at;
		uint32_t c = text_decode(s, &next);

		if (text_is_upper(c))
			words++;
		else if (end - at > 3 || text_is_letter(c) ||
			 (c >= '0' && c <= '9'))
			return false;
		if (end < s.len && memchr(".:?!", s.data[end - 1], 4) != NULL)
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

	if (s.len > HEADING_MOST || s.len < 4)
		return false;
	last = text_before(s, s.len);
	return text_is_upper(text_decode(s, &first)) &&
	       (text_is_letter(last) || (last >= '0' && last <= '9') ||
		   last == '"' || last == 0x201D || last == '%' ||
		   last == '\'' || last == ')' || last == 0x2019);
}

const char *
role_of(const struct role_rules *rules, struct str segment, bool whole)
{
	struct buf folded = {0};
	enum furniture class = FURNITURE_NONE;
	struct str head = segment;

	if (!whole && segment.len > HEADING_MOST)
		return NULL;
	if (head.len > START_MOST * 2)
		head.len = START_MOST * 2;
	while (head.len > 0 && head.len < segment.len &&
	       ((unsigned char)segment.data[head.len] & 0xC0) == 0x80)
		head.len--;
	text_fold(&folded, head);
	class = furniture_of(rules, buf_str(&folded));
	buf_free(&folded);
	if (class == FURNITURE_BOILERPLATE && whole)
		return "boilerplate";
	if (class == FURNITURE_START || !has_letter(segment))
		return "boilerplate";
	if (is_stamp(segment))
		return "dateline";
	if (class == FURNITURE_CAPTION)
		return "caption";
	if (class == FURNITURE_BYLINE || (whole && is_byline(segment)))
		return "byline";
	return whole && is_heading(segment) ? "heading" : NULL;
}
