#include "reading.h"

const char *const group_names[] = {
    [GROUP_CAN_CHI] = "canchi",
    [GROUP_COMING] = "coming",
    [GROUP_COUNT] = "n",
    [GROUP_COUNT_2] = "n2",
    [GROUP_COUNT_3] = "n3",
    [GROUP_COUNT_TO] = "to",
    [GROUP_DAY] = "d",
    [GROUP_DAY_2] = "d2",
    [GROUP_DAY_SHIFT] = "drel",
    [GROUP_DAY_WORD] = "dw",
    [GROUP_EDGE] = "edge",
    [GROUP_EVE] = "eve",
    [GROUP_FULL_MOON] = "full",
    [GROUP_GONE] = "gone",
    [GROUP_GOODS] = "goods",
    [GROUP_HALF] = "half",
    [GROUP_HOLIDAY] = "holiday",
    [GROUP_HOUR] = "h",
    [GROUP_HOUR_WORD] = "hw",
    [GROUP_LESS] = "less",
    [GROUP_LUNAR_MARK] = "al",
    [GROUP_MINUTE] = "mi",
    [GROUP_MOD] = "mod",
    [GROUP_MONTH] = "m",
    [GROUP_MONTH_2] = "m2",
    [GROUP_MONTH_SHIFT] = "mrel",
    [GROUP_MONTH_WORD] = "mw",
    [GROUP_NOW] = "now",
    [GROUP_PART] = "part",
    [GROUP_QUARTER] = "q",
    [GROUP_QUARTER_2] = "q2",
    [GROUP_QUARTER_SHIFT] = "qrel",
    [GROUP_SAME] = "same",
    [GROUP_SEASON] = "season",
    [GROUP_SECOND] = "s",
    [GROUP_SHORT_YEAR] = "yy",
    [GROUP_SOLAR] = "solar",
    [GROUP_TET] = "tet",
    [GROUP_UNIT] = "unit",
    [GROUP_WEEKDAY] = "wd",
    [GROUP_WEEK_SHIFT] = "wrel",
    [GROUP_YEAR] = "y",
    [GROUP_YEAR_2] = "y2",
    [GROUP_YEAR_SHIFT] = "yrel",
    NULL,
};

int
reading_number(const struct reading *r, enum group group)
{
	size_t value = 0;

	if (!reading_has(r, group))
		return 0;
	str_to_size(reading_group(r, group), &value);
	return (int)value;
}
