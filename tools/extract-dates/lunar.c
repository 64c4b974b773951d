#include "lunar.h"

#include <stdlib.h>

#include "calendar.h"
#include "record.h"

static bool
take_year(void *context, const struct table_row *row, struct fault *fault)
{
	struct lunar *lunar = context;
	struct str tet = row->column[1], months = row->column[3];
	struct lunar_year *year;
	size_t number, leap;

	if (!str_to_size(row->column[0], &number) || number > 9999)
		return table_wrong(fault, 1, "no year");
	if (lunar->count == 0)
		lunar->first_year = (int)number;
	if ((int)number != lunar->first_year + lunar->count)
		return table_wrong(fault, 1, "not the year after the last");
	if (tet.len != 10 || !record_is_date(tet))
		return table_wrong(fault, 2, "no day");
	if (!str_to_size(row->column[2], &leap) || leap > 12)
		return table_wrong(fault, 3, "no month");
	if (months.len != (leap == 0 ? 12 : 13))
		return table_wrong(fault, 4, "not one letter a month");
	lunar->years = mem_resize(
	    lunar->years, (size_t)lunar->count + 1, sizeof(*lunar->years));
	year = &lunar->years[lunar->count++];
	year->first = calendar_number((struct date){calendar_digits(tet, 0, 4),
	    calendar_digits(tet, 5, 2), calendar_digits(tet, 8, 2)});
	year->leap = (int)leap;
	year->months = (int)months.len;
	for (size_t i = 0; i < months.len; i++)
		year->is_long[i] = months.data[i] == 'L';
	return true;
}

bool
lunar_open(struct lunar *lunar, const struct table *table, struct fault *fault)
{
	*lunar = (struct lunar){0};
	return table_read(
	    table, "year\ttet\tleap\tmonths", take_year, lunar, fault);
}

void
lunar_close(struct lunar *lunar)
{
	free(lunar->years);
}

bool
lunar_month(
    const struct lunar *lunar, int year, int month, long *first, int *days)
{
	const struct lunar_year *y;
	int index;

	if (year < lunar->first_year ||
	    year >= lunar->first_year + lunar->count)
		return false;
	y = &lunar->years[year - lunar->first_year];
	index = month - 1 + (y->leap != 0 && month > y->leap);
	*first = y->first;
	for (int i = 0; i < index; i++)
		*first += y->is_long[i] ? 30 : 29;
	*days = y->is_long[index] ? 30 : 29;
	return true;
}

/* The index of a name among names divided by blanks; "a|b" are one. */
static int
name_index(const char *names, struct str name)
{
	struct str all = str_from(names);
	int index = 0;
	size_t at = 0;

	while (at < all.len) {
		size_t end = at;

		while (end < all.len && all.data[end] != ' ' &&
		       all.data[end] != '|')
			end++;
		if (str_equal(str_slice(all, at, end), name))
			return index;
		if (end < all.len && all.data[end] == ' ')
			index++;
		at = end + 1;
	}
	return -1;
}

int
can_chi_index(struct str stem, struct str branch)
{
	int s = name_index(
	    "giáp ất bính đinh mậu kỷ|kỉ canh tân nhâm quý|quí", stem);
	int b = name_index("tý|tí sửu dần mão|mẹo thìn tỵ|tị ngọ mùi thân dậu "
			   "tuất hợi",
	    branch);

	/* both cycles step together: only half of the pairs exist */
	if (s < 0 || b < 0 || (s - b) % 2 != 0)
		return -1;
	while (s % 12 != b)
		s += 10;
	return s;
}

int
can_chi_of_year(int year)
{
	/* 1984 was Giap Ty, the first of a cycle */
	return ((year - 1984) % 60 + 60) % 60;
}
