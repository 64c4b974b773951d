/* Parses each line of standard input with Jansson: what reading costs. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

int
main(void)
{
	char *line = NULL;
	size_t cap = 0;
	ssize_t len;

	while ((len = getline(&line, &cap, stdin)) > 0) {
		json_t *value =
		    json_loadb(line, (size_t)len, JSON_ALLOW_NUL, NULL);

		json_decref(value);
	}
	free(line);
	return 0;
}
