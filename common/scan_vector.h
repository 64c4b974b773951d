/*
 * The body of scan_text() for vectors of one width; scan.c includes it once
 * for each, with VECTOR (the type), VECTOR_ and VECTOR_AND (the names of its
 * functions), VECTOR_TARGET and VECTOR_SCAN (the name of the function that is
 * made) defined.  Without a guard for that reason.  It finds what scan.c's
 * is_sign(), is_joined_capital() and is_dirty() find.
 *
 * Each question about a byte is asked once, of 64 bytes at a time; the answers
 * are a mask, which is shifted where the byte before is meant.
 */

#define PARTS (64 / sizeof(VECTOR))
/* Loops that are not unrolled would keep the parts in memory. */
#define EACH_PART(i)                                                           \
	_Pragma("GCC unroll 4") for (unsigned i = 0; i < PARTS; i++)
#define NAMED_(a, b) a##_##b
#define NAMED(a, b) NAMED_(a, b)
#define PART(name) NAMED(VECTOR_SCAN, name)
#define ALL(byte) (*(const VECTOR *)(const void *)all[byte])
#define INLINE VECTOR_TARGET static inline __attribute__((always_inline))

struct PART(block) {
	VECTOR part[PARTS];
};

INLINE struct PART(block) PART(load)(const char *at)
{
	struct PART(block) b;

	EACH_PART(i)
	memcpy(&b.part[i], at + i * sizeof(VECTOR), sizeof(VECTOR));
	return b;
}

INLINE struct PART(block)
    PART(keep)(struct PART(block) b, unsigned char bits, rows_of_bytes all)
{
	EACH_PART(i)
	b.part[i] = VECTOR_AND(b.part[i], ALL(bits));
	return b;
}

#ifdef VECTOR_MASKS

/* Which bytes are this one, at least that one, above ASCII. */
INLINE uint64_t
PART(is)(struct PART(block) b, unsigned char byte, rows_of_bytes all)
{
	return VECTOR_(cmpeq_epi8_mask)(b.part[0], ALL(byte));
}

INLINE uint64_t
PART(least)(struct PART(block) b, unsigned char byte, rows_of_bytes all)
{
	return VECTOR_(cmpge_epu8_mask)(b.part[0], ALL(byte));
}

INLINE uint64_t
PART(high)(struct PART(block) b)
{
	return VECTOR_(movepi8_mask)(b.part[0]);
}

#else

INLINE uint64_t
PART(high)(struct PART(block) b)
{
	uint64_t mask = 0;

	EACH_PART(i)
	mask |= (uint64_t)(unsigned)VECTOR_(movemask_epi8)(b.part[i])
		<< i * sizeof(VECTOR);
	return mask;
}

INLINE uint64_t
PART(is)(struct PART(block) b, unsigned char byte, rows_of_bytes all)
{
	EACH_PART(i)
	b.part[i] = VECTOR_(cmpeq_epi8)(b.part[i], ALL(byte));
	return PART(high)(b);
}

INLINE uint64_t
PART(least)(struct PART(block) b, unsigned char byte, rows_of_bytes all)
{
	EACH_PART(i)
	b.part[i] = VECTOR_(cmpeq_epi8)(
	    b.part[i], VECTOR_(max_epu8)(b.part[i], ALL(byte)));
	return PART(high)(b);
}

#endif

/* From low to high. */
INLINE uint64_t
PART(within)(struct PART(block) b, unsigned char low, unsigned char high,
    rows_of_bytes all)
{
	EACH_PART(i)
	b.part[i] = VECTOR_(sub_epi8)(b.part[i], ALL(low));
#ifdef VECTOR_MASKS
	return VECTOR_(cmple_epu8_mask)(b.part[0], ALL(high - low));
#else
	EACH_PART(i)
	b.part[i] = VECTOR_(cmpeq_epi8)(
	    b.part[i], VECTOR_(min_epu8)(b.part[i], ALL(high - low)));
	return PART(high)(b);
#endif
}

#define WITHIN(b, low, high) PART(within)(b, low, high, all)
#define IS(b, byte) PART(is)(b, byte, all)
#define LEAST(b, byte) PART(least)(b, byte, all)
#define AND(b, mask) PART(keep)(b, mask, all)

VECTOR_TARGET static void
VECTOR_SCAN(const char *text, size_t len, const struct scan_masks *masks)
{
	size_t words = SCAN_WORDS(len);
	struct carry old = carry_of(text);
	VECTOR_CONSTANTS(all);

	for (size_t i = 0; i < words; i++) {
		const char *at = text + i * 64;
		struct PART(block) here = PART(load)(at),
				   next = PART(load)(at + 1);
		uint64_t above = PART(high)(here);
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
			   (e1 & bb & IS(AND(PART(load)(at + 2), 1), 0));
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
			struct PART(block) next2 = PART(load)(at + 2);

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

#undef PARTS
#undef EACH_PART
#undef NAMED_
#undef NAMED
#undef PART
#undef ALL
#undef INLINE
#undef IS
#undef LEAST
#undef WITHIN
#undef AND
#undef VECTOR
#undef VECTOR_
#undef VECTOR_AND
#undef VECTOR_TARGET
#undef VECTOR_MASKS
#undef VECTOR_SCAN
