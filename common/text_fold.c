#include "text.h"

#include <string.h>

#include "vector.h"

/* Lower case is made BLOCK bytes at a time, by comparisons alone, of the bytes
 * themselves and those from TEXT_BEFORE before to four behind. */
#define BLOCK 64
_Static_assert(TEXT_BEHIND == BLOCK + 4, "what a block looks at");

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
fold_special(char *data, size_t len, size_t from, uint64_t special)
{
	for (; special != 0; special &= special - 1) {
		size_t at = from + (size_t)__builtin_ctzll(special);

		if ((unsigned char)data[at] != 0xC3) {
			fold_tone(data, len, at);
			continue;
		}
		/* eth to d with stroke */
		data[at] = '\xC4';
		data[at + 1] = '\x91';
	}
}

#define VECTOR_BODY "text_fold_vector.h"
#include "vector_widths.h"

void
text_fold_by(unsigned width, struct buf *folded, struct str s)
{
	size_t room = s.len + BLOCK; /* whole blocks are written */
	char *from;

	buf_clear(folded);
	buf_reserve(folded, room + TEXT_BEFORE + s.len + TEXT_BEHIND);
	folded->len = s.len;
	from = folded->data + room + TEXT_BEFORE;
	memset(from - TEXT_BEFORE, ' ', TEXT_BEFORE);
	if (s.len > 0)
		memcpy(from, s.data, s.len);
	memset(from + s.len, ' ', TEXT_BEHIND);
	VECTOR_CALL(width, fold, (folded->data, s.len, from));
}

void
text_fold(struct buf *folded, struct str s)
{
	text_fold_by(vector_width(), folded, s);
}

void
text_fold_inside(struct buf *folded, struct str s)
{
	buf_clear(folded);
	buf_reserve(folded, s.len + BLOCK);
	folded->len = s.len;
	VECTOR_CALL(vector_width(), fold, (folded->data, s.len, s.data));
}
