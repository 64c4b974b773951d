#include "context.h"

#include "text.h"

/* Whether a byte may be the first or the last one of the lists' words. */
static bool
is_of_words(unsigned char c)
{
	return c >= 0x80 || (c >= 'a' && c <= 'z') || c == ',';
}

size_t
context_start(struct str folded, size_t at, const struct str *words)
{
	size_t best = 0, end = at;
	char last;

	while (end > 0 && folded.data[end - 1] == ' ')
		end--;
	if (end == 0 || !is_of_words((unsigned char)folded.data[end - 1]))
		return at;
	last = folded.data[end - 1];
	for (; words->data != NULL; words++)
		if (words->data[words->len - 1] == last && words->len > best &&
		    str_ends(str_slice(folded, 0, end), *words) &&
		    !text_inside_word(folded, end - words->len))
			best = words->len;
	return best > 0 ? end - best : at;
}

size_t
context_end(struct str folded, size_t at, const struct str *words)
{
	size_t best = 0, start = at;
	char first;

	while (start < folded.len && folded.data[start] == ' ')
		start++;
	if (start == folded.len ||
	    !is_of_words((unsigned char)folded.data[start]))
		return at;
	first = folded.data[start];
	for (; words->data != NULL; words++)
		if (words->data[0] == first && words->len > best &&
		    str_starts(str_from_offset(folded, start), *words) &&
		    !text_inside_word(folded, start + words->len))
			best = words->len;
	return best > 0 ? start + best : at;
}

bool
context_before(struct str folded, size_t at, const struct str *words)
{
	return context_start(folded, at, words) < at;
}

bool
context_after(struct str folded, size_t at, const struct str *words)
{
	return context_end(folded, at, words) > at;
}

bool
context_is_one_of(struct str text, const struct str *words)
{
	for (; words->data != NULL; words++)
		if (str_equal(text, *words))
			return true;
	return false;
}

bool
context_holds(struct str text, const struct str *words)
{
	for (; words->data != NULL; words++)
		if (str_find(text, *words, 0) < text.len)
			return true;
	return false;
}

static const struct str weekly[] = {
    W("hằng tuần"), W("hàng tuần"), W("mỗi tuần"), W("các tuần"), {NULL, 0}};

bool
context_is_weekly(struct str folded, size_t at)
{
	return context_after(folded, at, weekly);
}

/* How far before a weekday it may be told that it is that of each week. */
#define WEEKLY_REACH 90

bool
context_has_weekly(struct str folded, size_t at)
{
	size_t from = context_back_to(folded, at, WEEKLY_REACH, ';', ':');

	return context_holds(str_slice(folded, from, at), weekly);
}

/* How far from a time it may be counted what happened, and told that something
 * is to come, in bytes. */
#define COUNTED_REACH 30
#define COMING_REACH 90

/* "11 vụ", "xảy ra", but not "nhiệm vụ", "5 vụ án". */
static bool
counts_cases(struct str s)
{
	static const struct str happened[] = {
	    W("xảy ra"), W("ghi nhận"), {NULL, 0}};
	static const struct str cases = W(" vụ");
	size_t at = str_find(s, cases, 0);

	for (; at < s.len; at = str_find(s, cases, at + 1))
		if (at > 0 && str_is_digit(s.data[at - 1]))
			return true;
	return context_holds(s, happened);
}

bool
context_is_counted(struct str folded, struct span place)
{
	static const struct str coming[] = {W("sẽ "), W("phấn đấu"),
	    W("chỉ tiêu"), W("kế hoạch"), W("mục tiêu"), W("dự kiến"),
	    W("phải "), W("tới đây"), W("sắp "), W("yêu cầu"), {NULL, 0}};

	return (counts_cases(str_before(folded, place.start, COUNTED_REACH)) ||
		   counts_cases(
		       str_behind(folded, place.end, COUNTED_REACH))) &&
	       !context_holds(
		   str_before(folded, place.start, COMING_REACH), coming) &&
	       !context_holds(
		   str_behind(folded, place.end, COMING_REACH), coming);
}

bool
context_has_slash(struct str folded, struct span place)
{
	struct str s = str_slice(folded, place.start, place.end);

	return str_find(s, STR("/"), 0) < s.len;
}

size_t
context_back_to(struct str folded, size_t at, size_t most, char one, char other)
{
	size_t from = at;

	while (from > 0 && at - from < most && folded.data[from - 1] != one &&
	       folded.data[from - 1] != other)
		from--;
	return from;
}
