#include "sieve.h"

enum { OTHER, WORD, DIGIT, WIDE };

/* What a byte begins or goes on: UTF-8 of Vietnamese letters is WORD, that of
 * marks such as quotes begins with a WIDE byte. */
static int
class_of(unsigned char c)
{
	if (c >= '0' && c <= '9')
		return DIGIT;
	if ((c >= 'a' && c <= 'z') || (c >= 0x80 && c != 0xC2 && c < 0xE2))
		return WORD;
	return c >= 0x80 ? WIDE : OTHER;
}

static unsigned
pair_at(struct str s, size_t at)
{
	unsigned a = at < s.len ? (unsigned char)s.data[at] : ' ';
	unsigned b = at + 1 < s.len ? (unsigned char)s.data[at + 1] : ' ';

	return a << 8 | b;
}

static void
set(uint64_t *pairs, unsigned pair)
{
	pairs[pair / 64] |= UINT64_C(1) << (pair % 64);
}

static bool
has(const uint64_t *pairs, unsigned pair)
{
	return (pairs[pair / 64] >> (pair % 64) & 1) != 0;
}

void
sieve_add_unit(struct sieve *sieve, struct str unit)
{
	if (unit.len > 1) {
		set(sieve->behind, pair_at(unit, 0));
		return;
	}
	for (unsigned b = 0; b < 256; b++)
		set(sieve->behind, (unsigned char)unit.data[0] << 8 | b);
}

bool
sieve_add_trigger(struct sieve *sieve, struct str phrase)
{
	if (sieve->count == SIEVE_WORDS)
		return false;
	sieve->triggers[sieve->count++] = phrase;
	set(sieve->before, pair_at(phrase, 0));
	return true;
}

static bool
is_trigger(const struct sieve *sieve, struct str s, size_t at)
{
	struct str rest = str_from_offset(s, at);

	for (size_t i = 0; i < sieve->count; i++)
		if (str_starts(rest, sieve->triggers[i]))
			return true;
	return false;
}

/* Whether what stands behind the number at *at may be a unit; moves behind
 * the number. */
static bool
counts(const struct sieve *sieve, struct str s, size_t *at)
{
	size_t i = *at;

	while (i < s.len && ((s.data[i] >= '0' && s.data[i] <= '9') ||
				s.data[i] == '.' || s.data[i] == ','))
		i++;
	*at = i;
	if (i > 0 && (s.data[i - 1] == '.' || s.data[i - 1] == ','))
		return false;
	if (i < s.len && s.data[i] == ' ')
		i++;
	return has(sieve->behind, pair_at(s, i));
}

bool
sieve_passes(const struct sieve *sieve, struct str s)
{
	bool inside = false;
	size_t at = 0;

	while (at < s.len) {
		switch (class_of((unsigned char)s.data[at])) {
		case WORD:
			if (!inside && has(sieve->before, pair_at(s, at)) &&
			    is_trigger(sieve, s, at))
				return true;
			inside = true;
			at++;
			break;
		case DIGIT:
			if (counts(sieve, s, &at))
				return true;
			inside = false;
			break;
		case WIDE:
			at += (unsigned char)s.data[at] == 0xC2 ? 2 : 3;
			inside = false;
			break;
		default:
			inside = false;
			at++;
			break;
		}
	}
	return false;
}
