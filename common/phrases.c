#include "phrases.h"

/* How many bytes of s begin a phrase; most phrases differ from it at once, so
 * that their length is not asked for. */
static inline size_t
common_start(struct str s, const char *phrase)
{
	size_t n = 0;

	while (n < s.len && phrase[n] == s.data[n] && phrase[n] != '\0')
		n++;
	return n;
}

bool
equals_one_of(struct str s, const char *const *phrases)
{
	for (; *phrases != NULL; phrases++)
		if (common_start(s, *phrases) == s.len &&
		    (*phrases)[s.len] == '\0')
			return true;
	return false;
}

bool
starts_with_one_of(struct str s, const char *const *phrases)
{
	for (; *phrases != NULL; phrases++)
		if ((*phrases)[common_start(s, *phrases)] == '\0')
			return true;
	return false;
}

bool
ends_with_one_of(struct str s, const char *const *phrases)
{
	for (; *phrases != NULL; phrases++)
		if (str_ends(s, str_from(*phrases)))
			return true;
	return false;
}

bool
holds_one_of(struct str s, const char *const *phrases)
{
	for (; *phrases != NULL; phrases++)
		if (str_find(s, str_from(*phrases), 0) < s.len)
			return true;
	return false;
}
