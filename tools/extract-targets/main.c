/* Finds the aims that are set and the figures that are reported. */
#include "targets.h"

int
main(int argc, char **argv)
{
	return filter_main(argc, argv, &targets_annotator);
}
