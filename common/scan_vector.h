/*
 * The loop of scan_text(), for vectors of each width; scan.c includes it by way
 * of vector_widths.h.  It finds what scan.c's is_sign(), is_joined_capital() and
 * is_dirty() find.
 *
 * Each question about a byte is asked once, of 64 bytes at a time; the answers
 * are a mask, which is shifted where the byte before is meant.
 */

struct VECTOR_NAME(block) {
	VECTOR part[PARTS];
};

INLINE struct VECTOR_NAME(block) VECTOR_NAME(load)(const char *at)
{
	struct VECTOR_NAME(block) b = {0};

	EACH_PART
	VECTOR_LOAD(b.part[i], at + i * sizeof(VECTOR));
	return b;
}

INLINE struct VECTOR_NAME(block) VECTOR_NAME(keep)(
    struct VECTOR_NAME(block) b, unsigned char bits, rows_of_bytes all)
{
	EACH_PART
	b.part[i] &= VECTOR_ALL(bits);
	return b;
}

INLINE uint64_t
VECTOR_NAME(high)(struct VECTOR_NAME(block) b)
{
	uint64_t mask = 0;

	EACH_PART
	mask |= VECTOR_BITS(VECTOR_HIGH(b.part[i])) << i * sizeof(VECTOR);
	return mask;
}

INLINE uint64_t
VECTOR_NAME(is)(
    struct VECTOR_NAME(block) b, unsigned char byte, rows_of_bytes all)
{
	uint64_t mask = 0;

	EACH_PART
	mask |= VECTOR_BITS(VECTOR_IS(b.part[i], byte)) << i * sizeof(VECTOR);
	return mask;
}

INLINE uint64_t
VECTOR_NAME(least)(
    struct VECTOR_NAME(block) b, unsigned char byte, rows_of_bytes all)
{
	uint64_t mask = 0;

	EACH_PART
	mask |= VECTOR_BITS(VECTOR_LEAST(b.part[i], byte))
		<< i * sizeof(VECTOR);
	return mask;
}

/* From low to high. */
INLINE uint64_t
VECTOR_NAME(within)(struct VECTOR_NAME(block) b, unsigned char low,
    unsigned char high, rows_of_bytes all)
{
	uint64_t mask = 0;

	EACH_PART
	mask |= VECTOR_BITS(VECTOR_WITHIN(b.part[i], low, high))
		<< i * sizeof(VECTOR);
	return mask;
}

VECTOR_TARGET static void
VECTOR_NAME(scan)(const char *text, size_t len, const struct scan_masks *masks)
{
	size_t words = SCAN_WORDS(len);
	struct carry old = carry_of(text);
	VECTOR_CONSTANTS(all);

	for (size_t i = 0; i < words; i++) {
		const char *at = text + i * 64;
		struct VECTOR_NAME(block) here = VECTOR_NAME(load)(at),
					  next = VECTOR_NAME(load)(at + 1);
		uint64_t above = HIGH(here);
		uint64_t lead = LEAST(here, 0xC2);
		uint64_t tail = above & ~LEAST(here, 0xC0);
		uint64_t e1 = IS(here, 0xE1), e2 = IS(here, 0xE2);
		uint64_t c2 = IS(here, 0xC2), c3 = IS(here, 0xC3);
		uint64_t eth = IS(AND(next, 0xDF), 0x90);
		uint64_t bb = IS(AND(next, 0xFE), 0xBA);
		uint64_t blank = IS(here, ' ');
		uint64_t upper = IS(AND(here, 0xE0), 0x40);
		uint64_t inner = LEAST(here, 'a') | WITHIN(here, '0', '9');
		uint64_t ending = inner | upper | IS(here, '"') | IS(here, ')');
		uint64_t three = e1 | e2, signs, capitals, dirty;

		/* ".>", "*:", "()", "!", "?", "|" */
		signs = IS(AND(here, 0xEF), '.') | IS(AND(here, 0xEF), '*') |
			IS(AND(here, 0xFE), '(') | IS(here, '!') |
			IS(here, '?') | IS(here, '|');
		capitals = upper | (c3 & IS(AND(next, 0x20), 0)) |
			   (IS(here, 0xC4) & eth) |
			   (e1 & bb & IS(AND(VECTOR_NAME(load)(at + 2), 1), 0));
		capitals &= inner << 1 | old.inner |
			    ((ending << 1 | old.ending) & blank) << 1 |
			    old.joint;
		dirty =
		    (above & ~tail & ~lead) | (LEAST(here, 0xCC) & ~three) |
		    (tail ^ (lead << 1 | old.lead | three << 2 | old.three)) |
		    (~above & ~WITHIN(here, ' ', '~')) |
		    (blank & (blank << 1 | old.blank)) | (c3 & eth) |
		    (e1 & ~bb);
		if ((c2 | e2) != 0) {
			struct VECTOR_NAME(block) next2 =
			    VECTOR_NAME(load)(at + 2);

			e2 &= IS(next, 0x80);
			signs |= e2 & IS(next2, 0xA6);
			dirty |= (three & ~e1 & ~e2) |
				 (c2 & ~(LEAST(next, 0xA1) & ~IS(next, 0xAD))) |
				 (e2 & ~(LEAST(next2, 0x90) &
					   ~WITHIN(next2, 0xA8, 0xAF)));
		}
		masks->signs[i] = signs;
		masks->capitals[i] = capitals;
		masks->dirty[i] = dirty;
		old = (struct carry){lead >> 63, three >> 62, blank >> 63,
		    inner >> 63, ending >> 63,
		    (((ending << 1 | old.ending) & blank) >> 63)};
	}
}
