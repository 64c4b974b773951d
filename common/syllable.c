#include "syllable.h"

#include <string.h>

#include "kind.h"
#include "text.h"

#define LETTERS_MOST 8
/* A longer word is none. */
#define BYTES_MOST 24

/* Each vowel without tone, then with the tones huyen, hoi, nga, sac, nang. */
static const uint16_t vowels[12][6] = {
    {'a', 0xE0, 0x1EA3, 0xE3, 0xE1, 0x1EA1},
    {0x103, 0x1EB1, 0x1EB3, 0x1EB5, 0x1EAF, 0x1EB7},
    {0xE2, 0x1EA7, 0x1EA9, 0x1EAB, 0x1EA5, 0x1EAD},
    {'e', 0xE8, 0x1EBB, 0x1EBD, 0xE9, 0x1EB9},
    {0xEA, 0x1EC1, 0x1EC3, 0x1EC5, 0x1EBF, 0x1EC7},
    {'i', 0xEC, 0x1EC9, 0x129, 0xED, 0x1ECB},
    {'o', 0xF2, 0x1ECF, 0xF5, 0xF3, 0x1ECD},
    {0xF4, 0x1ED3, 0x1ED5, 0x1ED7, 0x1ED1, 0x1ED9},
    {0x1A1, 0x1EDD, 0x1EDF, 0x1EE1, 0x1EDB, 0x1EE3},
    {'u', 0xF9, 0x1EE7, 0x169, 0xFA, 0x1EE5},
    {0x1B0, 0x1EEB, 0x1EED, 0x1EEF, 0x1EE9, 0x1EF1},
    {'y', 0x1EF3, 0x1EF7, 0x1EF9, 0xFD, 0x1EF5},
};

/* The vowels' letters in patterns of nuclei: rows of the table above. */
static const char row_letter[] = "aAZeEioOWuUy";

struct letters {
	char onset[LETTERS_MOST], vowel[LETTERS_MOST], coda[LETTERS_MOST];
	size_t onset_len, vowel_len, coda_len;
	unsigned tone; /* 0 to 5, as the columns */
};

/* The row of a vowel in small case and its tone; -1: no vowel. */
static int
vowel_row(uint32_t code, unsigned *tone)
{
	if (code < 0x80) {
		/* the first column; code is no capital */
		const char *plain = "aAAeAioAAuAy";
		const char *hit = code > 0 ? strchr(plain, (int)code) : NULL;

		*tone = 0;
		return hit == NULL ? -1 : (int)(hit - plain);
	}
	for (int row = 0; row < 12; row++)
		for (unsigned t = 0; t < 6; t++)
			if (vowels[row][t] == code) {
				*tone = t;
				return row;
			}
	return -1;
}

bool
syllable_is_vowel(uint32_t code)
{
	unsigned tone;

	return vowel_row(text_lower(code), &tone) >= 0;
}

static bool
take_vowel(struct letters *l, int row, unsigned tone)
{
	if (l->coda_len > 0 || l->vowel_len == 3 || (tone != 0 && l->tone != 0))
		return false;
	l->vowel[l->vowel_len++] = row_letter[row];
	l->tone |= tone;
	return true;
}

static bool
take_consonant(struct letters *l, uint32_t code)
{
	char c = code == 0x111 ? 'D' : (char)code;

	if (code != 0x111 && (code < 'a' || code > 'z'))
		return false;
	if (l->vowel_len == 0) {
		if (l->onset_len == 3)
			return false;
		l->onset[l->onset_len++] = c;
		return true;
	}
	if (l->coda_len == 2)
		return false;
	l->coda[l->coda_len++] = c;
	return true;
}

static bool
is_among(char c, const char *letters)
{
	return c != '\0' && strchr(letters, c) != NULL;
}

/* b, ch, ngh; D stands for D with stroke. */
static bool
is_onset(const char *s, size_t len)
{
	switch (len) {
	case 0:
		return true;
	case 1:
		return is_among(s[0], "bcdDghklmnpqrstvx");
	case 2:
		if (s[1] == 'h')
			return is_among(s[0], "cgknpt");
		return (s[0] == 'n' && s[1] == 'g') ||
		       (s[0] == 't' && s[1] == 'r');
	default:
		return s[0] == 'n' && s[1] == 'g' && s[2] == 'h';
	}
}

static bool
is_coda(const char *s, size_t len)
{
	if (len < 2)
		return len == 0 || is_among(s[0], "cmnpt");
	if (s[1] == 'h')
		return s[0] == 'c' || s[0] == 'n';
	return s[0] == 'n' && s[1] == 'g';
}

bool
syllable_is_vietnamese(struct str word)
{
	struct letters l = {.tone = 0};
	size_t at = 0;

	if (word.len > BYTES_MOST)
		return false;
	while (at < word.len) {
		uint32_t code = text_lower(kind_decode(word, &at));
		unsigned tone = 0;
		int row = vowel_row(code, &tone);

		if (row >= 0 ? !take_vowel(&l, row, tone)
			     : !take_consonant(&l, code))
			return false;
	}
	if (l.vowel_len == 0 || !is_onset(l.onset, l.onset_len) ||
	    !is_coda(l.coda, l.coda_len))
		return false;
	/* p, t, c and ch allow two tones only */
	if (l.coda_len > 0 && is_among(l.coda[0], "ptc"))
		return l.tone >= 4;
	return true;
}
