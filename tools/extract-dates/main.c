/* Finds expressions of calendar time in Vietnamese text. */
#include "dates.h"
#include "filter.h"

static const unsigned char holidays_bytes[] = {
#include "tools/extract-dates/holidays.tsv.h"
};

static const unsigned char lunar_bytes[] = {
#include "tools/extract-dates/lunar.tsv.h"
};

static const struct table tables[] = {
    {"holidays.tsv", {(const char *)holidays_bytes, sizeof(holidays_bytes)}},
    {"lunar.tsv", {(const char *)lunar_bytes, sizeof(lunar_bytes)}},
    {NULL, {NULL, 0}},
};

static void *
open_dates(
    const struct table *extra, const char *const *own, struct fault *fault)
{
	(void)own;
	return dates_open(&tables[0], &tables[1], extra, fault);
}

static bool
find_dates(
    void *self, const struct sentence *sentence, struct annotations *found)
{
	return dates_find(self, sentence, found);
}

static void
close_dates(void *self)
{
	dates_close(self);
}

int
main(int argc, char **argv)
{
	static const struct annotator annotator = {
	    .name = "extract-dates",
	    .kind = "date",
	    .purpose = "Finds calendar time in the sentences of a record "
		       "stream and adds date records",
	    .tables = tables,
	    .open = open_dates,
	    .find = find_dates,
	    .close = close_dates,
	};

	return filter_main(argc, argv, &annotator);
}
