#include "text.h"

#include <string.h>

#include "vector.h"

/* Lower case is made BLOCK bytes at a time, by comparisons alone. */
#define BLOCK 64

/* What is added to a byte after the bytes b2 and b1 to make it lower case. */
VECTOR_PART unsigned char
lower_step(unsigned char b, unsigned char b1, unsigned char b2)
{
	/* A-Z; the second byte of U+00C0-U+00DE */
	unsigned char thirty_two =
	    (unsigned char)(((b >= 'A') & (b <= 'Z')) |
			    ((b1 == 0xC3) & (b >= 0x80) & (b <= 0x9E) &
				(b != 0x97)));
	/* even letters: U+0100-U+012F, U+014A-U+0177, U+01A0, U+1E00-U+1EFF */
	unsigned char even =
	    (unsigned char)(((b1 == 0xC4) & (b <= 0xAF)) |
			    ((b1 == 0xC5) & (b >= 0x8A) & (b <= 0xB7)) |
			    ((b1 == 0xC6) & (b == 0xA0)) |
			    ((b2 == 0xE1) & (b1 >= 0xB8) & (b1 <= 0xBB) &
				!((b1 == 0xBA) & (b >= 0x96) & (b <= 0x9F))));
	unsigned char u_horn = (b1 == 0xC6) & (b == 0xAF);

	return (unsigned char)(thirty_two << 5 | (even & ~b & 1) | u_horn);
}

/* Whether b begins one of the pairs of tones[] below, in either case, or b and
 * n1 are the second letter's of q with a misplaced tone, or an eth. */
VECTOR_PART unsigned char
is_special(
    unsigned char b, unsigned char n1, unsigned char n2, unsigned char n3)
{
	unsigned char letter = b | 0x20;
	unsigned char oa =
	    (unsigned char)((n1 == 0xC3) & ((n2 | 0x20) >= 0xA0) &
			    ((n2 | 0x20) <= 0xA9));
	unsigned char oa_low =
	    (unsigned char)((n1 == 0xE1) & (n2 == 0xBA) & (n3 >= 0xA0));
	unsigned char uy =
	    (unsigned char)((n1 == 0xC3) & ((n2 == 0xBD) | (n2 == 0x9D)));
	unsigned char uy_low =
	    (unsigned char)((n1 == 0xE1) & (n2 == 0xBB) & (n3 >= 0xB4));
	unsigned char eth =
	    (unsigned char)((b == 0xC3) & ((n1 == 0x90) | (n1 == 0xB0)));

	return (unsigned char)(((letter == 'o') & (oa | oa_low)) |
			       ((letter == 'u') & (uy | uy_low)) |
			       ((letter == 'q') & (n1 >= 0x80)) | eth);
}

/*
 * Writes BLOCK bytes in lower case, and for each whether comparisons alone do
 * not fold it.  Reads two bytes before p and three behind.
 */
VECTOR_CLONES static void
lower_block(unsigned char *restrict to, unsigned char *restrict special,
    const unsigned char *restrict p)
{
	for (int i = 0; i < BLOCK; i++)
		to[i] = (unsigned char)(p[i] +
					lower_step(p[i], p[i - 1], p[i - 2]));
	for (int i = 0; i < BLOCK; i++)
		special[i] = is_special(p[i], p[i + 1], p[i + 2], p[i + 3]);
}

/* Toned last vowels of open oa, oe, uy and what they fold to, same length. */
static const struct {
	char from[5], to[5];
} tones[] = {
    {"oá", "óa"},
    {"oà", "òa"},
    {"oả", "ỏa"},
    {"oã", "õa"},
    {"oạ", "ọa"},
    {"oé", "óe"},
    {"oè", "òe"},
    {"oẻ", "ỏe"},
    {"oẹ", "ọe"},
    {"uý", "úy"},
    {"uỷ", "ủy"},
    {"uỵ", "ụy"},
};

#define TONES (sizeof(tones) / sizeof(tones[0]))

/* After q the u is no vowel: "Qúy" is a slip for "Quý". */
static void
fold_after_q(char *data, struct str rest)
{
	for (size_t i = 0; i < TONES; i++)
		if (tones[i].from[0] == 'u' &&
		    str_starts(rest, str_from(tones[i].to)))
			memcpy(data, tones[i].from, strlen(tones[i].from));
}

/* Moves the tone of the syllable whose glide (o, u) or q stands at. */
static void
fold_tone(char *data, size_t len, size_t at)
{
	struct str s = {data, len};

	if (data[at] == 'q') {
		fold_after_q(data + at + 1, str_from_offset(s, at + 1));
		return;
	}
	for (size_t i = 0; i < TONES; i++) {
		struct str from = str_from(tones[i].from);

		if (!str_starts(str_from_offset(s, at), from))
			continue;
		/* closed syllables (hoàn) keep theirs, and qu is an onset */
		if (text_inside_word(s, at + from.len) ||
		    (at > 0 && data[at - 1] == 'q'))
			return;
		memcpy(data + at, tones[i].to, from.len);
		return;
	}
}

/* Folds the special places of the block that begins at from. */
static void
fold_special(char *data, size_t len, size_t from, const unsigned char *special)
{
	for (size_t i = 0; i < BLOCK; i += 8) {
		uint64_t any;

		memcpy(&any, special + i, sizeof(any));
		for (size_t j = i; any != 0 && j < i + 8; j++) {
			if (special[j] == 0)
				continue;
			if ((unsigned char)data[from + j] == 0xC3)
				memcpy(data + from + j, "đ", 2);
			else
				fold_tone(data, len, from + j);
		}
	}
}

/* Bytes of s around the block at from, with blanks where there are none. */
static void
fill_edge(unsigned char edge[2 + BLOCK + 3], struct str s, size_t from)
{
	size_t before = from < 2 ? from : 2;
	size_t end = s.len - from < BLOCK + 3 ? s.len : from + BLOCK + 3;

	memset(edge, ' ', 2 + BLOCK + 3);
	memcpy(edge + 2 - before, s.data + from - before, before + end - from);
}

void
text_fold(struct buf *folded, struct str s)
{
	unsigned char edge[2 + BLOCK + 3], special[2][BLOCK];
	size_t at;

	buf_clear(folded);
	buf_reserve(folded, s.len + BLOCK);
	folded->len = s.len;
	for (at = 0; at < s.len; at += BLOCK) {
		const unsigned char *p = (const unsigned char *)s.data + at;

		if (at == 0 || s.len - at < BLOCK + 3) {
			fill_edge(edge, s, at);
			p = edge + 2;
		}
		lower_block((unsigned char *)folded->data + at,
		    special[at / BLOCK % 2], p);
		/* those of the block before, now that it is known what
		 * follows */
		if (at > 0)
			fold_special(folded->data, s.len, at - BLOCK,
			    special[(at / BLOCK + 1) % 2]);
	}
	if (at > 0)
		fold_special(folded->data, s.len, at - BLOCK,
		    special[(at / BLOCK + 1) % 2]);
}
