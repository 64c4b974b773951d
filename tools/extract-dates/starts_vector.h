/*
 * The loop of starts_open(), for vectors of each width; starts.c includes it by
 * way of vector_widths.h.
 */
VECTOR_TARGET static void
VECTOR_NAME(class_blocks)(struct starts *s)
{
	struct classes before = {0};
	VECTOR_CONSTANTS(all);

	for (size_t i = 0; i < s->blocks; i++) {
		char edges[2][BLOCK];
		const char *folded = block_at(s->folded, i, edges[0]);
		const char *text = block_at(s->text, i, edges[1]);
		struct classes c = {0};

		for (unsigned part = 0; part < BLOCK; part += sizeof(VECTOR)) {
			VECTOR here, written;
			VECTOR_ANSWER digit, word, sign;

			VECTOR_LOAD(here, folded + part);
			VECTOR_LOAD(written, text + part);
			digit = VECTOR_WITHIN(here, '0', '9');
			word = digit | VECTOR_HIGH(here) |
			       VECTOR_WITHIN(here, 'a', 'z');
			sign = VECTOR_IS(here, '/') | VECTOR_IS(here, 0xC2) |
			       VECTOR_IS(here, 0xE2);
			c.digit |= VECTOR_BITS(digit) << part;
			c.word |= VECTOR_BITS(word) << part;
			c.capital |= VECTOR_BITS(~VECTOR_SAME(here, written))
				     << part;
			c.first |= VECTOR_BITS(~VECTOR_WITHIN(here, 0x80, 0xBF))
				   << part;
			c.sign |= VECTOR_BITS(sign) << part;
		}
		set_places(s, i, &c, &before);
	}
}
