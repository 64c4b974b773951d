/*
 * usage: measure RUNS INPUT NAME COMMAND [NAME COMMAND ...]
 *
 * Runs each command (by sh -c, INPUT as standard input, output into a pipe that
 * is read and discarded: grep stops early where it sees /dev/null) RUNS times,
 * interleaved, and prints for each a line
 *
 *	NAME TAB median CPU seconds TAB least TAB greatest TAB
 *	    median wall seconds TAB least TAB peak memory in KiB
 *
 * CPU is user and system time of the command and all its children; peak memory
 * is that of its largest process.
 */
#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define COMMANDS 16
#define RUNS 1000

static double cpu[COMMANDS][RUNS], wall[COMMANDS][RUNS];
static long peak[COMMANDS];

static double
seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int
compare(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;

	return (a > b) - (a < b);
}

/* The write end of a pipe whose reader is outside of what is measured. */
static int
drain(void)
{
	int pipes[2];

	if (pipe(pipes) < 0)
		err(2, "pipe");
	if (fork() == 0) {
		static char data[65536];

		close(pipes[1]);
		while (read(pipes[0], data, sizeof(data)) > 0)
			;
		_exit(0);
	}
	close(pipes[0]);
	return pipes[1];
}

static void
child(const char *input, const char *command, int out)
{
	int in = open(input, O_RDONLY);

	if (in < 0)
		err(2, "%s", input);
	dup2(in, STDIN_FILENO);
	dup2(out, STDOUT_FILENO);
	close(out);
	execl("/bin/sh", "sh", "-c", command, (char *)NULL);
	err(2, "sh");
}

/* A waiter between, so that its rusage holds one command only. */
static void
run(const char *input, const char *command, double *used, double *took,
    long *most)
{
	struct result {
		double cpu, wall;
		long peak;
		int status;
	} result;
	struct rusage usage;
	int pipes[2], out = drain();

	if (pipe(pipes) < 0)
		err(2, "pipe");
	if (fork() == 0) {
		double start = now();
		pid_t pid = fork();

		if (pid == 0)
			child(input, command, out);
		waitpid(pid, &result.status, 0);
		result.wall = now() - start;
		getrusage(RUSAGE_CHILDREN, &usage);
		result.cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
		result.peak = usage.ru_maxrss;
		if (write(pipes[1], &result, sizeof(result)) !=
		    (ssize_t)sizeof(result))
			err(2, "write");
		_exit(0);
	}
	close(pipes[1]);
	close(out);
	if (read(pipes[0], &result, sizeof(result)) != (ssize_t)sizeof(result))
		err(2, "read");
	close(pipes[0]);
	/* the reader and the waiter */
	wait(NULL);
	wait(NULL);
	/* grep and its like say 1 when they find nothing */
	if (!WIFEXITED(result.status) || WEXITSTATUS(result.status) > 1)
		errx(2, "failed: %s", command);
	*used = result.cpu;
	*took = result.wall;
	if (result.peak > *most)
		*most = result.peak;
}

int
main(int argc, char **argv)
{
	int runs = argc > 2 ? atoi(argv[1]) : 0, commands = (argc - 3) / 2;

	if (argc < 5 || argc % 2 == 0 || runs < 1 || runs > RUNS ||
	    commands > COMMANDS)
		errx(2, "usage: measure RUNS INPUT NAME COMMAND ...");
	for (int r = 0; r < runs; r++)
		for (int c = 0; c < commands; c++)
			run(argv[2], argv[4 + 2 * c], &cpu[c][r], &wall[c][r],
			    &peak[c]);
	for (int c = 0; c < commands; c++) {
		size_t count = (size_t)runs;

		qsort(cpu[c], count, sizeof(double), compare);
		qsort(wall[c], count, sizeof(double), compare);
		printf("%s\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\t%ld\n",
		    argv[3 + 2 * c], cpu[c][runs / 2], cpu[c][0],
		    cpu[c][runs - 1], wall[c][runs / 2], wall[c][0], peak[c]);
	}
	return 0;
}
