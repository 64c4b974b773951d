/* What the filter does when a tool's search ends at a limit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "common/filter.h"

static int self;

static void *
open_nothing(
    const struct table *extra, const char *const *own, struct fault *fault)
{
	(void)extra;
	(void)own;
	(void)fault;
	return &self;
}

/* Finds the first word, and gives up where a sentence begins with "x". */
static bool
find_first_word(
    void *context, const struct sentence *s, struct annotations *found)
{
	struct span word = {0, str_find(s->text, STR(" "), 0)};

	(void)context;
	annotations_add(found, word, STR("1"), STR(""));
	return !str_starts(s->text, STR("x"));
}

static void
close_nothing(void *context)
{
	(void)context;
}

static void
read_back(FILE *f, char text[1000])
{
	size_t len;

	rewind(f);
	len = fread(text, 1, 999, f);
	text[len] = '\0';
	fclose(f);
}

/* The status of a tool that reads input, and what it wrote. */
static int
run(const char *input, char out[1000], char err[1000])
{
	static const struct table tables[] = {
	    {"none.tsv", STR_INIT("")}, {NULL, {NULL, 0}}};
	static const struct annotator tool = {.name = "tool",
	    .kind = "word",
	    .purpose = "Finds words",
	    .tables = tables,
	    .open = open_nothing,
	    .find = find_first_word,
	    .close = close_nothing};
	char name[] = "tool";
	char *argv[] = {name, NULL};
	FILE *files[3] = {tmpfile(), tmpfile(), tmpfile()};
	int status;
	pid_t pid;

	for (int i = 0; i < 3; i++)
		assert_non_null(files[i]);
	fputs(input, files[0]);
	rewind(files[0]);
	pid = fork();
	if (pid == 0) {
		for (int i = 0; i < 3; i++)
			dup2(fileno(files[i]), i);
		_exit(filter_main(1, argv, &tool));
	}
	assert_true(pid > 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	fclose(files[0]);
	read_back(files[1], out);
	read_back(files[2], err);
	return WEXITSTATUS(status);
}

/* A warning with the line; the record passes, with what was found. */
static void
limit_is_a_warning(void **unused)
{
	char out[1000], err[1000];

	(void)unused;
	assert_int_equal(run("a\t1\tseg\t0\t4\t\tmột\t\n"
			     "a\t2\tseg\t5\t10\t\tx hai\t\n"
			     "a\t3\tseg\t11\t13\t\tba\t\n",
			     out, err),
	    0);
	assert_string_equal(out, "a\t1\tseg\t0\t4\t\tmột\t\n"
				 "a\t1\tword\t0\t5\t1\tmột\t\n"
				 "a\t2\tseg\t5\t10\t\tx hai\t\n"
				 "a\t2\tword\t0\t1\t1\tx\t\n"
				 "a\t3\tseg\t11\t13\t\tba\t\n"
				 "a\t3\tword\t0\t2\t1\tba\t\n");
	assert_string_equal(err,
	    "tool: -:2: a limit ended the search in this sentence early\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(limit_is_a_warning),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
