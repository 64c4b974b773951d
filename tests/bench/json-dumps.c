/* usage: json-dumps FILE: parses each line and writes it with json_dumpf; the
 * time of parsing alone is that of json-loads. */
#include <err.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

int
main(int argc, char **argv)
{
	FILE *in = argc == 2 ? fopen(argv[1], "r") : NULL;
	char *line = NULL;
	size_t cap = 0;
	ssize_t len;

	if (in == NULL)
		err(2, "usage: json-dumps FILE");
	while ((len = getline(&line, &cap, in)) > 0) {
		json_t *value = json_loadb(line, (size_t)len, 0, NULL);

		if (value == NULL)
			errx(2, "not JSON");
		json_dumpf(value, stdout, JSON_COMPACT);
		putchar('\n');
		json_decref(value);
	}
	free(line);
	fclose(in);
	return 0;
}
