/*
 * The loop of split_text(), for vectors of each width; split.c includes it by way
 * of vector_widths.h.
 */

/* BEHIND bytes behind the block are readable. */
VECTOR_TARGET static inline __attribute__((always_inline)) struct classes
VECTOR_NAME(class_bytes)(const char *p, const unsigned char (*all)[64])
{
	struct classes c = {0};

	for (unsigned part = 0; part < BLOCK; part += sizeof(VECTOR)) {
		VECTOR v, v1, v2;
		VECTOR_ANSWER digit, letter, blank, two, three;

		VECTOR_LOAD(v, p + part);
		digit = VECTOR_WITHIN(v, '0', '9');
		letter = VECTOR_WITHIN(v | VECTOR_ALL(0x20), 'a', 'z');
		blank = VECTOR_IS(v, ' ') | VECTOR_IS(v, '"') |
			VECTOR_IS(v, '\'') | VECTOR_IS(v, '`');
		two = VECTOR_IS(v, 0xC2);
		three = VECTOR_IS(v, 0xE2);
		c.digit |= VECTOR_BITS(digit) << part;
		c.word |= VECTOR_BITS(digit | letter | VECTOR_HIGH(v)) << part;
		c.blank |= VECTOR_BITS(blank) << part;
		if (VECTOR_BITS(two | three) == 0)
			continue;
		c.lead_2 |= VECTOR_BITS(two) << part;
		c.lead_3 |= VECTOR_BITS(three) << part;
		VECTOR_LOAD(v1, p + part + 1);
		VECTOR_LOAD(v2, p + part + 2);
		two &= VECTOR_IS(v1, 0xAB) | VECTOR_IS(v1, 0xBB);
		three &= VECTOR_IS(v1, 0x80) & VECTOR_WITHIN(v2, 0x98, 0x9F);
		c.quote |= VECTOR_BITS(two | three) << part;
	}
	return c;
}

/* Where words begin and end; their number. */
VECTOR_TARGET static size_t
VECTOR_NAME(find_places)(struct token *items, struct str text)
{
	char copy[BLOCK + BEHIND];
	struct carry carry = {0};
	size_t started = 0, ended = 0;
	VECTOR_CONSTANTS(all);

	/* a word that ends with the text ends at the blank behind it */
	for (size_t block = 0; block <= text.len; block += BLOCK) {
		struct classes c = VECTOR_NAME(class_bytes)(
		    block_bytes(text, block, copy), all);
		struct edges e = find_edges(&c, &carry);

		for (; e.starts != 0; e.starts &= e.starts - 1)
			items[started++].start =
			    (uint32_t)block +
			    (uint32_t)__builtin_ctzll(e.starts);
		for (; e.ends != 0; e.ends &= e.ends - 1)
			items[ended++].end =
			    (uint32_t)block + (uint32_t)__builtin_ctzll(e.ends);
	}
	/* a sign that the text cuts off */
	while (ended < started)
		items[ended++].end = (uint32_t)text.len;
	if (started > 0 && items[started - 1].end > text.len)
		items[started - 1].end = (uint32_t)text.len;
	return started;
}
