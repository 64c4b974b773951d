/*
 * The body of scan_text() for vectors of VECTOR_BYTES bytes; scan.c includes
 * it once for each width, with VECTOR, VECTOR_BITS (the highest bit of each
 * byte), VECTOR_TARGET and VECTOR_SCAN (the function's name) defined.  Without
 * a guard for that reason.  It finds what scan.c's is_sign(),
 * is_joined_capital() and is_dirty() find.
 */

#define LOAD(v, at) memcpy(&(v), (at), sizeof(v))
#define ALL(byte) (*(const VECTOR *)(const void *)all[byte])
#define IS(v, byte) ((VECTOR)((v) == ALL(byte)))
#define WITHIN(v, low, high) ((VECTOR)((v)-ALL(low) <= ALL((high) - (low))))
#define LEAST(v, byte) ((VECTOR)((v) >= ALL(byte)))

VECTOR_TARGET static void
VECTOR_SCAN(const char *text, size_t len, const struct scan_masks *masks)
{
	size_t words = SCAN_WORDS(len);
	const unsigned char(*all)[64] = repeated;

	/* Constants that the compiler sees are made anew in each turn, on the
	 * one port that is scarce; hidden like this they are loaded. */
	__asm__("" : "+r"(all));

	for (size_t i = 0; i < words; i++) {
		uint64_t signs = 0, capitals = 0, dirty = 0;

		for (unsigned part = 0; part < 64; part += VECTOR_BYTES) {
			const char *at = text + i * 64 + part;
			VECTOR here, next, next2, before, before2, capital,
			    sign, glued, tail, clean, e2, c2;

			LOAD(here, at);
			LOAD(next, at + 1);
			LOAD(next2, at + 2);
			LOAD(before, at - 1);
			LOAD(before2, at - 2);
			e2 = IS(here, 0xE2);
			c2 = IS(here, 0xC2);
			capital = WITHIN(here, 'A', 'Z') |
				  (IS(here, 0xC3) & WITHIN(next, 0, 0x9E)) |
				  (IS(here, 0xC4) & IS(next, 0x90)) |
				  (IS(here, 0xE1) & IS(next | ALL(1), 0xBB) &
				      IS(next2 & ALL(1), 0));
			/* letters, digits, tails of letters, ")" and "\"" */
			glued = WITHIN(before2 | ALL(0x20), 'a', 0xFF) |
				WITHIN(before2, '0', '9') | IS(before2, '"') |
				IS(before2, ')');
			glued = LEAST(before, 'a') | WITHIN(before, '0', '9') |
				(IS(before, ' ') & glued);
			sign = WITHIN(here, '(', '*') | WITHIN(here, '>', '?') |
			       IS(here, '.') | IS(here, '!') | IS(here, ':') |
			       IS(here, '|');
			tail = WITHIN(here, 0x80, 0xBF);
			clean = tail | c2 | e2 | WITHIN(here, 0x21, 0x7E) |
				(IS(here, ' ') & ~IS(before, ' ')) |
				WITHIN(here, 0xC4, 0xCB) |
				(IS(here, 0xC3) & ~IS(next & ALL(0xDF), 0x90)) |
				(IS(here, 0xE1) & IS(next | ALL(1), 0xBB));
			tail ^=
			    LEAST(before, 0xC2) | WITHIN(before2, 0xE1, 0xE2);
			if (VECTOR_BITS(c2 | e2) != 0) {
				e2 &= IS(next, 0x80);
				sign |= e2 & IS(next2, 0xA6);
				clean &=
				    ~(c2 | IS(here, 0xE2)) |
				    (c2 & LEAST(next, 0xA1) & ~IS(next, 0xAD)) |
				    (e2 & LEAST(next2, 0x90) &
					~WITHIN(next2, 0xA8, 0xAF));
			}
			signs |= VECTOR_BITS(sign) << part;
			capitals |= VECTOR_BITS(capital & glued) << part;
			dirty |= VECTOR_BITS(tail | ~clean) << part;
		}
		masks->signs[i] = signs;
		masks->capitals[i] = capitals;
		masks->dirty[i] = dirty;
	}
}

#undef LOAD
#undef ALL
#undef IS
#undef LEAST
#undef WITHIN
