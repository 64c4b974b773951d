/*
 * The loop of cut_words(), for vectors of each width; cut.c includes it by way
 * of vector_widths.h.
 */

VECTOR_TARGET static inline __attribute__((always_inline)) uint64_t
VECTOR_NAME(cut_block)(const char *p, const unsigned char (*all)[64])
{
	uint64_t gaps = 0;

	for (unsigned part = 0; part < BLOCK; part += sizeof(VECTOR)) {
		VECTOR v;
		VECTOR_ANSWER word;

		VECTOR_LOAD(v, p + part);
		word = VECTOR_WITHIN(v, 'a', 'z') | VECTOR_WITHIN(v, '0', '9') |
		       (VECTOR_WITHIN(v, 0x80, 0xE1) & ~VECTOR_IS(v, 0xC2));
		gaps |= VECTOR_BITS(~word) << part;
	}
	return gaps;
}

VECTOR_TARGET static void
VECTOR_NAME(cut)(struct str s, uint64_t *gaps)
{
	char rest[BLOCK] = {0};
	size_t at = 0;
	VECTOR_CONSTANTS(all);

	for (; at + BLOCK <= s.len; at += BLOCK)
		*gaps++ = VECTOR_NAME(cut_block)(s.data + at, all);
	memcpy(rest, s.data + at, s.len - at);
	*gaps = VECTOR_NAME(cut_block)(rest, all);
}
