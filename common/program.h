/*
 * The frame of a program's main(): its options, the answers to --help and
 * --version, and the confinement.  This prints, as main() would.
 */
#ifndef CAODIEM_PROGRAM_H
#define CAODIEM_PROGRAM_H

#include <getopt.h>
#include <stdio.h>

#include "message.h"
#include "sandbox.h"

struct program {
	const char *name;
	const char *letters; /* for getopt_long(3); h and V among them */
	const struct option *options;
	void (*usage)(FILE *stream);
	void (*version)(FILE *stream);
	/* Takes one option; what is wrong with its argument, or NULL. */
	const char *(*apply)(void *self, int letter, const char *argument);
};

/* -1: go on with argv[optind]; else the status to end with. */
int program_options(
    const struct program *program, void *self, int argc, char **argv);

/* From here on only what the stage allows; no fault where the kernel has no
 * such thing, or it is not wanted. */
void program_confine(
    struct messages *messages, bool wanted, enum sandbox_stage stage);

#endif
