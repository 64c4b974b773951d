#include "program.h"

#include <errno.h>

static int
wrong_use(const struct program *program, const char *why)
{
	if (why != NULL)
		fprintf(stderr, "%s: %s\n", program->name, why);
	fprintf(stderr, "%s: try --help\n", program->name);
	return 2;
}

/* Checked like all output. */
static int
answer(const struct program *program, int letter)
{
	(letter == 'h' ? program->usage : program->version)(stdout);
	if (fflush(stdout) == EOF || ferror(stdout)) {
		perror(program->name);
		return 2;
	}
	return 0;
}

int
program_options(
    const struct program *program, void *self, int argc, char **argv)
{
	int letter;

	while ((letter = getopt_long(argc, argv, program->letters,
		    program->options, NULL)) != -1) {
		const char *why = NULL;

		if (letter == 'h' || letter == 'V')
			return answer(program, letter);
		if (letter != '?')
			why = program->apply(self, letter, optarg);
		if (letter == '?' || why != NULL)
			return wrong_use(program, why);
	}
	return -1;
}

void
program_confine(
    struct messages *messages, bool wanted, enum sandbox_stage stage)
{
	int error = wanted ? sandbox_enter(stage) : 0;

	if (error != 0 && error != ENOSYS)
		message_errno(messages, "sandbox", error);
}
