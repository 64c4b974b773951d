#include "words.h"

#include <stdlib.h>
#include <string.h>

struct words *
words_new(void)
{
	struct words *w = mem_resize(NULL, 1, sizeof(*w));

	*w = (struct words){.room = 4096};
	w->slots = mem_resize(NULL, w->room, sizeof(*w->slots));
	memset(w->slots, 0, w->room * sizeof(*w->slots));
	return w;
}

void
words_free(struct words *w)
{
	if (w == NULL)
		return;
	buf_free(&w->bytes);
	free(w->slots);
	free(w);
}

/*
 * What each byte begins or goes on: L letter, D digit, S sign, B what is
 * skipped between words, 2 and 3 signs beyond ASCII by their length.
 */
static const char kinds[257] =
    "SSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSBSBSSSSBSSSSSSSSDDDDDDDDDDSSSSSS"
    "SLLLLLLLLLLLLLLLLLLLLLLLLLLSSSSSBLLLLLLLLLLLLLLLLLLLLLLLLLLSSSSS"
    "LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL"
    "LL2LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL3LLLLLLLLLLLLLLLLLLLLLLLLLLLLL";

static char
kind_at(struct str s, size_t at)
{
	return kinds[(unsigned char)s.data[at]];
}

/* Whether a sign beyond ASCII is a quote: U+2018 to U+201F, U+00AB, U+00BB. */
static bool
is_quote(struct str s, size_t at, size_t len)
{
	unsigned char last = (unsigned char)s.data[at + len - 1];

	if (len == 2)
		return last == 0xAB || last == 0xBB;
	return (unsigned char)s.data[at + 1] == 0x80 && last >= 0x98 &&
	       last <= 0x9F;
}

/* End of the sign that begins at a place; *skipped: it stands between words. */
static size_t
sign_end(struct str s, size_t at, bool *skipped)
{
	char kind = kind_at(s, at);
	size_t len = kind == '2' ? 2 : kind == '3' ? 3 : 1;

	if (len > s.len - at) {
		*skipped = false;
		return s.len;
	}
	*skipped = kind == 'B' || (len > 1 && is_quote(s, at, len));
	return at + len;
}

struct span
words_next(struct str text, size_t *at)
{
	size_t from = *at;

	while (from < text.len) {
		char kind = kind_at(text, from);
		size_t end = from + 1;
		bool skipped = false;

		if (kind == 'D') {
			while (end < text.len && kind_at(text, end) == 'D')
				end++;
		} else if (kind == 'L') {
			while (end < text.len && (kind_at(text, end) == 'L' ||
						     kind_at(text, end) == 'D'))
				end++;
		} else {
			end = sign_end(text, from, &skipped);
		}
		if (!skipped) {
			*at = end;
			return (struct span){from, end};
		}
		from = end;
	}
	*at = text.len;
	return (struct span){text.len, text.len};
}

static size_t
hash_of(uint64_t head, size_t len)
{
	return (size_t)((head + len) * UINT64_C(0x9E3779B97F4A7C15) >> 32);
}

static bool
is_in(const struct words *w, const struct word_slot *s, uint64_t head,
    struct str word)
{
	return s->head == head && s->len == word.len &&
	       (word.len <= 8 ||
		   memcmp(w->bytes.data + s->place, word.data, word.len) == 0);
}

/* The slot of a word, or the free one where it belongs. */
static struct word_slot *
slot_of(const struct words *w, uint64_t head, struct str word)
{
	size_t i = hash_of(head, word.len) & (w->room - 1);

	while (w->slots[i].number != WORD_UNKNOWN &&
	       !is_in(w, &w->slots[i], head, word))
		i = (i + 1) & (w->room - 1);
	return &w->slots[i];
}

uint32_t
words_find(const struct words *w, struct str word)
{
	return slot_of(w, str_head(word, 0, word.len), word)->number;
}

uint32_t
words_find_token(const struct words *w, struct str text, const struct token *t)
{
	return slot_of(w, t->head, str_slice(text, t->start, t->end))->number;
}

static void
grow(struct words *w)
{
	struct word_slot *old = w->slots;
	size_t room = w->room;

	w->room *= 2;
	w->slots = mem_resize(NULL, w->room, sizeof(*w->slots));
	memset(w->slots, 0, w->room * sizeof(*w->slots));
	for (size_t i = 0; i < room; i++) {
		size_t at = hash_of(old[i].head, old[i].len) & (w->room - 1);

		if (old[i].number == WORD_UNKNOWN)
			continue;
		while (w->slots[at].number != WORD_UNKNOWN)
			at = (at + 1) & (w->room - 1);
		w->slots[at] = old[i];
	}
	free(old);
}

static void
put(struct words *w, struct str word, uint32_t number)
{
	uint64_t head = str_head(word, 0, word.len);

	*slot_of(w, head, word) = (struct word_slot){
	    head, number, (uint32_t)word.len, (uint32_t)w->bytes.len};
	buf_add(&w->bytes, word);
	if (++w->used * 2 > w->room)
		grow(w);
}

/* The vowel in both spellings, each with its tones in the same order. */
static const char spelled_i[6][4] = {"i", "í", "ì", "ỉ", "ĩ", "ị"};
static const char spelled_y[6][4] = {"y", "ý", "ỳ", "ỷ", "ỹ", "ỵ"};

/* Whether the vowel that begins at may be spelled either way. */
static bool
is_free(struct str word, size_t at)
{
	if (at == 2 && word.data[0] == 'q' && word.data[1] == 'u')
		return true;
	return at == 1 && strchr("hklmst", word.data[0]) != NULL;
}

struct str
words_variant(struct str word, char store[16])
{
	size_t at = word.len > 2 && word.data[0] == 'q' ? 2 : 1;
	struct str vowel;

	if (word.len <= at || word.len > at + 3 || !is_free(word, at))
		return (struct str){store, 0};
	vowel = str_from_offset(word, at);
	for (size_t i = 0; i < 6; i++) {
		bool is_i = str_equal(vowel, str_from(spelled_i[i]));
		struct str to = str_from(is_i ? spelled_y[i] : spelled_i[i]);

		if (!is_i && !str_equal(vowel, str_from(spelled_y[i])))
			continue;
		memcpy(store, word.data, at);
		memcpy(store + at, to.data, to.len);
		return (struct str){store, at + to.len};
	}
	return (struct str){store, 0};
}

uint32_t
words_add(struct words *w, struct str word)
{
	char store[16];
	struct str variant;
	uint32_t number = words_find(w, word);

	if (number != WORD_UNKNOWN)
		return number;
	number = ++w->last;
	put(w, word, number);
	variant = words_variant(word, store);
	if (variant.len > 0)
		put(w, variant, number);
	return number;
}
