#include "scan.h"

#include "text.h"

/* Whether one character beyond ASCII needs no closer look. */
static bool
is_plain(uint32_t c)
{
	if (c >= 0x1EA0 && c < 0x1F00)
		return true;
	if (c < 0x300)
		return c > 0xA0 && c != 0xAD && c != 0xD0 && c != 0xF0;
	return (c >= 0x2010 && c < 0x2028) || (c >= 0x2030 && c < 0x205F);
}

bool
scan_is_clean(struct str s)
{
	size_t at = 0;
	bool space = true;

	while (at < s.len) {
		unsigned char c = (unsigned char)s.data[at];

		if (c < 0x80) {
			if (c < 0x20 || c == 0x7F || (c == ' ' && space))
				return false;
			space = c == ' ';
			at++;
			continue;
		}
		space = false;
		if (!is_plain(text_decode(s, &at)))
			return false;
	}
	return true;
}
