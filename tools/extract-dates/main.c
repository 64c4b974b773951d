/* extract-dates: the calendar time that sentences name, as records. */
#include "dates.h"

int
main(int argc, char **argv)
{
	return filter_main(argc, argv, &dates_annotator);
}
