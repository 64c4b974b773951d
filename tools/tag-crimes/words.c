#include "words.h"

#include <stdlib.h>
#include <string.h>

struct slot {
	uint32_t place, number; /* number 0: free */
	uint32_t len;
	uint32_t hash;
};

struct words {
	struct slot *slots;
	size_t room, used; /* room is a power of two */
	uint32_t last;
	struct buf bytes;
};

struct words *
words_new(void)
{
	struct words *w = mem_resize(NULL, 1, sizeof(*w));

	*w = (struct words){.room = 8192};
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

/* Length of the sign that starts here; s is well-formed. */
static size_t
sign_length(struct str s, size_t at)
{
	unsigned char c = (unsigned char)s.data[at];
	size_t len = c == 0xE2 ? 3 : c == 0xC2 ? 2 : 1;

	return len <= s.len - at ? len : s.len - at;
}

static bool
is_quote(struct str s, size_t at, size_t len)
{
	unsigned char last = (unsigned char)s.data[at + len - 1];

	if (len == 1)
		return last == '"' || last == '\'' || last == '`';
	/* U+2018 to U+201F, U+00AB and U+00BB */
	return len == 3 ? (unsigned char)s.data[at + 1] == 0x80 &&
			      last >= 0x98 && last <= 0x9F
			: last == 0xAB || last == 0xBB;
}

static bool
is_word_byte(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
	       (c >= 0x80 && c != 0xC2 && c != 0xE2) || (c >= 'A' && c <= 'Z');
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* End of the letters and digits from a place on: "5kg" is two words. */
static size_t
run_end(struct str s, size_t at)
{
	bool digits = at < s.len && is_digit(s.data[at]);

	while (at < s.len && is_word_byte((unsigned char)s.data[at]) &&
	       (!digits || is_digit(s.data[at])))
		at++;
	return at;
}

struct span
words_next(struct str text, size_t *at)
{
	size_t from = *at;

	while (from < text.len) {
		size_t end = run_end(text, from), sign;

		if (end > from) {
			*at = end;
			return (struct span){from, end};
		}
		sign = sign_length(text, from);
		if (text.data[from] != ' ' && !is_quote(text, from, sign)) {
			*at = from + sign;
			return (struct span){from, from + sign};
		}
		from += sign;
	}
	*at = text.len;
	return (struct span){text.len, text.len};
}

static uint32_t
hash_of(struct str word)
{
	uint64_t h = word.len;

	for (size_t i = 0; i < word.len; i += 8) {
		uint64_t part = 0;
		size_t n = word.len - i < 8 ? word.len - i : 8;

		memcpy(&part, word.data + i, n);
		h = (h ^ part) * UINT64_C(0x9E3779B97F4A7C15);
		h ^= h >> 32;
	}
	return (uint32_t)h;
}

/* The slot of a word, or the free one where it belongs. */
static struct slot *
slot_of(const struct words *w, struct str word, uint32_t hash)
{
	size_t i = hash & (w->room - 1);

	for (;; i = (i + 1) & (w->room - 1)) {
		struct slot *s = &w->slots[i];

		if (s->number == WORD_UNKNOWN)
			return s;
		if (s->hash == hash && s->len == word.len &&
		    memcmp(w->bytes.data + s->place, word.data, word.len) == 0)
			return s;
	}
}

uint32_t
words_find(const struct words *w, struct str word)
{
	return slot_of(w, word, hash_of(word))->number;
}

static void
grow(struct words *w)
{
	struct slot *old = w->slots;
	size_t room = w->room;

	w->room *= 2;
	w->slots = mem_resize(NULL, w->room, sizeof(*w->slots));
	memset(w->slots, 0, w->room * sizeof(*w->slots));
	for (size_t i = 0; i < room; i++) {
		size_t at = old[i].hash & (w->room - 1);

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
	uint32_t hash = hash_of(word);
	struct slot *s = slot_of(w, word, hash);

	*s = (struct slot){
	    (uint32_t)w->bytes.len, number, (uint32_t)word.len, hash};
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
