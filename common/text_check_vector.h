/*
 * The loops of text_check.c, for vectors of each width; it includes them by way
 * of vector_widths.h.
 */

/* last: TAB, or LF, which comes behind it, if both are stops. */
VECTOR_TARGET static inline __attribute__((always_inline)) struct marks
VECTOR_NAME(mark)(const char *p, char last, const unsigned char (*all)[64])
{
	struct marks m = {0};
	uint64_t printable = 0, uncommon = 0;

	for (unsigned part = 0; part < 64; part += sizeof(VECTOR)) {
		VECTOR v, lead;

		VECTOR_LOAD(v, p + part);
		/* common leads begin at 0; 0x1D is 0xE0, 0x20 is 0xE3 */
		lead = v - VECTOR_ALL(0xC3);
		uncommon |= VECTOR_BITS(VECTOR_IS(lead, 0x1D) |
					VECTOR_LEAST(lead, 0x20))
			    << part;
		printable |= VECTOR_BITS(VECTOR_WITHIN(v, 0x20, 0x7E)) << part;
		m.high |= VECTOR_BITS(VECTOR_HIGH(v)) << part;
		m.two |= VECTOR_BITS(VECTOR_LEAST(v, 0xC0)) << part;
		m.three |= VECTOR_BITS(VECTOR_LEAST(v, 0xE0)) << part;
		m.stop |= VECTOR_BITS(VECTOR_WITHIN(v, '\t', last)) << part;
	}
	m.rare = m.two & uncommon;
	m.control = ~(m.high | printable | m.stop);
	return m;
}

VECTOR_TARGET static bool
VECTOR_NAME(check)(struct str s, bool controls, struct text_tabs *tabs)
{
	struct check c = {.text = s, .controls = controls};
	size_t at;
	VECTOR_CONSTANTS(all);

	for (at = 0; s.len - at >= 64; at += 64)
		take_line(
		    &c, VECTOR_NAME(mark)(s.data + at, '\t', all), at, tabs);
	if (at < s.len && at > 0) {
		/* the last 64 bytes, without those that were looked at */
		struct marks m =
		    VECTOR_NAME(mark)(s.data + s.len - 64, '\t', all);

		shift_marks(&m, 64 - (s.len - at));
		take_line(&c, m, at, tabs);
	} else if (at < s.len) {
		char padded[64];

		memset(padded, ' ', sizeof(padded));
		memcpy(padded, s.data, s.len);
		take_line(&c, VECTOR_NAME(mark)(padded, '\t', all), at, tabs);
	}
	return c.wrong == 0 && c.due == 0;
}

VECTOR_TARGET static size_t
VECTOR_NAME(mark_lines)(struct str s, uint32_t *marks, size_t room)
{
	struct check c = {.text = s};
	size_t count = 0;
	VECTOR_CONSTANTS(all);

	for (size_t at = 0; s.len - at >= 64 && room - count >= 64; at += 64) {
		struct marks m = VECTOR_NAME(mark)(s.data + at, '\n', all);
		uint64_t rest = m.stop;

		take_marks(&c, m, at);
		if (c.wrong != 0)
			break;
		/* mostly so many or fewer: a loop to their number is foretold
		 * wrong too often */
		for (size_t i = 0; i < 8; i++, rest &= rest - 1)
			marks[count + i] = (uint32_t)(at + first_bit(rest));
		for (size_t i = 8; rest != 0; i++, rest &= rest - 1)
			marks[count + i] = (uint32_t)(at + first_bit(rest));
		count += (size_t)__builtin_popcountll(m.stop);
	}
	return count;
}
