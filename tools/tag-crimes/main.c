/* tag-crimes: the crimes that sentences name, as records. */
#include "tagger.h"

int
main(int argc, char **argv)
{
	return filter_main(argc, argv, &tagger);
}
