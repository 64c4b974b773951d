/*
 * The body of class_blocks() for vectors of VECTOR_BYTES bytes; starts.c
 * includes it once for each width, with VECTOR, VECTOR_BITS (the highest bit of
 * each byte), VECTOR_TARGET and VECTOR_CLASS (the function's name) defined.
 * Without a guard for that reason.
 */

#define WITHIN(v, low, high)                                                   \
	((VECTOR)((v) - (unsigned char)(low) <= (high) - (low)))

VECTOR_TARGET static void
VECTOR_CLASS(struct starts *s)
{
	struct classes before = {0};

	for (size_t i = 0; i < s->blocks; i++) {
		char edges[2][BLOCK];
		const char *folded = block_at(s->folded, i, edges[0]);
		const char *text = block_at(s->text, i, edges[1]);
		struct classes c = {0};

		for (unsigned part = 0; part < BLOCK; part += VECTOR_BYTES) {
			VECTOR here, written, digit, sign, tail;

			memcpy(&here, folded + part, sizeof(here));
			memcpy(&written, text + part, sizeof(written));
			digit = WITHIN(here, '0', '9');
			sign = (VECTOR)(here == '/') | (VECTOR)(here == 0xC2) |
			       (VECTOR)(here == 0xE2);
			c.digit |= VECTOR_BITS(digit) << part;
			/* all beyond ASCII has the highest bit itself */
			c.word |=
			    VECTOR_BITS(digit | here | WITHIN(here, 'a', 'z'))
			    << part;
			tail = WITHIN(here, 0x80, 0xBF);
			c.capital |= VECTOR_BITS((VECTOR)(here != written))
				     << part;
			c.first |= VECTOR_BITS(~tail) << part;
			c.sign |= VECTOR_BITS(sign) << part;
		}
		set_places(s, i, &c, &before);
	}
}

#undef WITHIN
