/* Sentences about years to come. */
#include "number.h"
#include "scope.h"

/* Whether the words in front of "năm" at a place make its year the time of the
 * sentence or a time by which something is to be. */
static bool
is_due(struct str s, size_t at)
{
	static const char *const heads[] = {
	    "", "trong ", "sang ", "bước vào ", "riêng ", NULL};
	struct str head = str_slice(s, 0, at);

	for (size_t i = 0; heads[i] != NULL; i++)
		if (str_equal(head, str_from(heads[i])))
			return true;
	return str_ends(head, STR("đến ")) || str_ends(head, STR("đến hết ")) ||
	       str_ends(head, STR("tới "));
}

bool
is_ahead(const struct fold *f)
{
	static const struct str forecasts[] = {STR_INIT("dự báo"),
	    STR_INIT("dự kiến"), STR_INIT("ước tính"), STR_INIT("có thể"),
	    {NULL, 0}};
	const struct items *items = f->items;
	struct str s = f->folded;
	size_t at = f->year == 0 ? s.len : str_find(s, STR("năm "), 0);
	size_t year = 0;

	while (at < s.len) {
		size_t number = at + STR("năm ").len;
		size_t end = number_end(s, number);

		if (is_due(s, at) && end == number + 4 &&
		    str_to_size(str_slice(s, number, end), &year) &&
		    year > f->year && year < f->year + 50)
			break;
		at = str_find(s, STR("năm "), number);
	}
	if (at >= s.len)
		return false;
	for (size_t i = 0; forecasts[i].data != NULL; i++)
		if (str_find(s, forecasts[i], 0) < s.len)
			return false;
	for (size_t i = 0; i < items->count; i++)
		if (reports(f, i) || item_is(&items->list[i], CUE_COMPARE))
			return false;
	return true;
}
