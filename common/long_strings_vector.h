/* The loop of long_strings.c, for vectors of each width (vector_widths.h). */

/* How many bytes that need no look a string begins with; may stop short of
 * them by less than 64 at the end of the line. */
VECTOR_TARGET static size_t
VECTOR_NAME(plain)(struct str s)
{
	size_t at = 0;
	VECTOR_CONSTANTS(all);

	for (; s.len - at >= 64; at += 64) {
		uint64_t stops = 0;

		for (unsigned part = 0; part < 64; part += sizeof(VECTOR)) {
			VECTOR v;

			VECTOR_LOAD(v, s.data + at + part);
			stops |=
			    VECTOR_BITS(VECTOR_IS(v, '"') | VECTOR_IS(v, '\\') |
					VECTOR_WITHIN(v, 0, 0x1F))
			    << part;
		}
		if (stops != 0)
			return at + (size_t)__builtin_ctzll(stops);
	}
	return at;
}
