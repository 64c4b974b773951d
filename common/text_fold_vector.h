/*
 * The loop of text_fold(), for vectors of each width; text_fold.c includes it
 * by way of vector_widths.h.  It finds what text_fold.c's lower_step() and
 * is_special() find.
 */

/*
 * What is added to bytes to make them lower case: 32 to A-Z and the second byte
 * of U+00C0-U+00DE, 1 to even letters of U+0100-U+012F, U+014A-U+0177, U+01A0
 * and U+1E00-U+1EFF, and to U with horn, an odd one.
 */
VECTOR_TARGET static inline __attribute__((always_inline)) VECTOR
VECTOR_NAME(lower_step)(const char *p, const unsigned char (*all)[64])
{
	VECTOR v, v1, v2;
	VECTOR_ANSWER step, even, odd;

	VECTOR_LOAD(v, p);
	VECTOR_LOAD(v1, p - 1);
	VECTOR_LOAD(v2, p - 2);
	step = VECTOR_WITHIN(v, 'A', 'Z') |
	       (VECTOR_IS(v1, 0xC3) & ~VECTOR_LEAST(v, 0x9F) &
		   ~VECTOR_IS(v, 0x97));
	even = (VECTOR_IS(v1, 0xC4) & ~VECTOR_LEAST(v, 0xB0)) |
	       (VECTOR_IS(v1, 0xC5) & VECTOR_WITHIN(v, 0x8A, 0xB7)) |
	       (VECTOR_IS(v1, 0xC6) & VECTOR_IS(v, 0xA0)) |
	       (VECTOR_IS(v2, 0xE1) & VECTOR_WITHIN(v1, 0xB8, 0xBB) &
		   ~(VECTOR_IS(v1, 0xBA) & VECTOR_WITHIN(v, 0x96, 0x9F)));
	odd = VECTOR_IS(v1, 0xC6) & VECTOR_IS(v, 0xAF);
	return VECTOR_PICK(step, 0x20) | (VECTOR_PICK(even, 1) & ~v) |
	       VECTOR_PICK(odd, 1);
}

/* Where one of text_fold.c's tones[] may begin, in either case, that no letter
 * follows, or a syllable of q with a misplaced tone, or an eth. */
VECTOR_TARGET static inline __attribute__((always_inline)) uint64_t
VECTOR_NAME(special)(const char *p, const unsigned char (*all)[64])
{
	VECTOR v, n1, n2, n3, n4, small;
	VECTOR_ANSWER c3, e1;

	VECTOR_LOAD(v, p);
	VECTOR_LOAD(n1, p + 1);
	VECTOR_LOAD(n2, p + 2);
	VECTOR_LOAD(n3, p + 3);
	VECTOR_LOAD(n4, p + 4);
	small = v | VECTOR_ALL(0x20);
	c3 = VECTOR_IS(n1, 0xC3) & ~VECTOR_WITHIN(n3, 'a', 'z');
	e1 = VECTOR_IS(n1, 0xE1) & ~VECTOR_WITHIN(n4, 'a', 'z');
	return VECTOR_BITS(
	    (VECTOR_IS(small, 'o') & (c3 | (e1 & VECTOR_IS(n2, 0xBA)))) |
	    (VECTOR_IS(small, 'u') &
		((c3 & VECTOR_IS(n2 | VECTOR_ALL(0x20), 0xBD)) |
		    (e1 & VECTOR_IS(n2, 0xBB)))) |
	    (VECTOR_IS(small, 'q') & VECTOR_LEAST(n1, 0x80)) |
	    (VECTOR_IS(v, 0xC3) & VECTOR_IS(n1 & VECTOR_ALL(0xDF), 0x90)));
}

/* Writes BLOCK bytes in lower case; the places that this does not fold. */
VECTOR_TARGET static inline __attribute__((always_inline)) uint64_t
VECTOR_NAME(lower)(char *to, const char *p, const unsigned char (*all)[64])
{
	uint64_t special = 0;

	for (unsigned part = 0; part < BLOCK; part += sizeof(VECTOR)) {
		VECTOR v;

		VECTOR_LOAD(v, p + part);
		v += VECTOR_NAME(lower_step)(p + part, all);
		memcpy(to + part, &v, sizeof(v));
		special |= VECTOR_NAME(special)(p + part, all) << part;
	}
	return special;
}

VECTOR_TARGET static void
VECTOR_NAME(fold)(char *to, size_t len, const char *from)
{
	uint64_t special = 0, last = 0;
	size_t at;
	VECTOR_CONSTANTS(all);

	for (at = 0; at < len; at += BLOCK, last = special) {
		special = VECTOR_NAME(lower)(to + at, from + at, all);
		if (len - at < BLOCK)
			special &= (UINT64_C(1) << (len - at)) - 1;
		/* now it is known what follows those of the block before */
		if (last != 0)
			fold_special(to, len, at - BLOCK, last);
	}
	if (last != 0)
		fold_special(to, len, at - BLOCK, last);
}
