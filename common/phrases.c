#include "phrases.h"

bool
equals_one_of(struct str s, const char *const *phrases)
{
	for (; *phrases != NULL; phrases++)
		if (str_equal(s, str_from(*phrases)))
			return true;
	return false;
}

bool
starts_with_one_of(struct str s, const char *const *phrases)
{
	for (; *phrases != NULL; phrases++)
		if (str_starts(s, str_from(*phrases)))
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
