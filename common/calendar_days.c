#include "calendar_days.h"

static bool
is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int
calendar_month_days(int year, int month)
{
	static const int days[] = {
	    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return days[month - 1] + (month == 2 && is_leap(year));
}

bool
calendar_has_day(int year, int month, int day)
{
	return month >= 1 && month <= 12 && day >= 1 &&
	       day <= calendar_month_days(year, month);
}

/* Years begin in March here, so that the leap day is a year's last (H.
 * Hinnant's formula). */
long
calendar_day_number(int year, int month, int day)
{
	long from_march = year - (month <= 2);
	long era = (from_march >= 0 ? from_march : from_march - 399) / 400;
	long of_era = from_march - era * 400;
	long of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 +
	       of_year - 719468;
}

void
calendar_day_date(long number, int *year, int *month, int *day)
{
	long days = number + 719468;
	long era = (days >= 0 ? days : days - 146096) / 146097;
	long of_era = days - era * 146097;
	long from_march =
	    (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	long of_year =
	    of_era - (365 * from_march + from_march / 4 - from_march / 100);
	long index = (5 * of_year + 2) / 153;

	*day = (int)(of_year - (153 * index + 2) / 5 + 1);
	*month = (int)(index < 10 ? index + 3 : index - 9);
	*year = (int)(from_march + era * 400 + (*month <= 2));
}
