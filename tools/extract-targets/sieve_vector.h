/*
 * The loop that marks a sentence for the sieve, for vectors of each width;
 * sieve.c includes it by way of vector_widths.h.
 */

VECTOR_TARGET static inline __attribute__((always_inline)) uint64_t
VECTOR_NAME(mark_block)(
    const struct sieve *sieve, const char *p, const unsigned char (*all)[64])
{
	uint64_t marks = 0;

	for (unsigned part = 0; part < BLOCK; part += sizeof(VECTOR)) {
		VECTOR here, next, ahead;
		VECTOR_ANSWER marked;

		VECTOR_LOAD(here, p + part);
		VECTOR_LOAD(next, p + part + 1);
		VECTOR_LOAD(ahead, p + part + AHEAD);
		marked = VECTOR_WITHIN(here, '0', '9') &
			 ~VECTOR_WITHIN(next, '0', '9');
		for (size_t i = 0; i < sieve->pin_count; i++) {
			VECTOR first, second;

			VECTOR_LOAD(first, sieve->pins[i].first);
			VECTOR_LOAD(second, sieve->pins[i].second);
			marked |= VECTOR_SAME(here, first) &
				  VECTOR_SAME(ahead, second);
		}
		marks |= VECTOR_BITS(marked) << part;
	}
	return marks;
}

VECTOR_TARGET static void
VECTOR_NAME(mark)(const struct sieve *sieve, struct str s, uint64_t *marks)
{
	char rest[2 * BLOCK + AHEAD] = {0};
	size_t at = 0;
	VECTOR_CONSTANTS(all);

	for (; at + BLOCK + AHEAD <= s.len; at += BLOCK)
		*marks++ = VECTOR_NAME(mark_block)(sieve, s.data + at, all);
	memcpy(rest, s.data + at, s.len - at);
	for (size_t i = 0; at + i < s.len; i += BLOCK)
		*marks++ = VECTOR_NAME(mark_block)(sieve, rest + i, all);
}
