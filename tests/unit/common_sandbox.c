/* What each stage of the sandbox refuses and what it leaves. */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysinfo.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cmocka.h>

#include "sandbox.h"

/* Each gives 0, or the errno with which it was refused. */
static int
opens_for_reading(void)
{
	return open("/etc/passwd", O_RDONLY) < 0 ? errno : 0;
}

static int
opens_for_writing(void)
{
	return open("/dev/null", O_WRONLY) < 0 ? errno : 0;
}

static int
opens_for_both(void)
{
	return open("/dev/null", O_RDWR) < 0 ? errno : 0;
}

static int
creates(void)
{
	return open("/tmp/caodiem-sandbox", O_RDONLY | O_CREAT, 0600) < 0
		   ? errno
		   : 0;
}

static int
opens_a_socket(void)
{
	return socket(AF_INET, SOCK_STREAM, 0) < 0 ? errno : 0;
}

static int
opens_a_local_socket(void)
{
	return socket(AF_UNIX, SOCK_STREAM, 0) < 0 ? errno : 0;
}

static int
executes(void)
{
	execl("/bin/true", "true", (char *)NULL);
	return errno;
}

static int
forks(void)
{
	pid_t pid = fork();

	if (pid == 0)
		_exit(0);
	return pid < 0 ? errno : 0;
}

static int
removes(void)
{
	return unlink("/tmp/caodiem-no-such-file") < 0 ? errno : 0;
}

static int
renames(void)
{
	return rename("/tmp/caodiem-no-such-file", "/tmp/x") < 0 ? errno : 0;
}

static int
makes_a_directory(void)
{
	return mkdir("/tmp/caodiem-sandbox-dir", 0700) < 0 ? errno : 0;
}

static int
changes_mode(void)
{
	return chmod("/tmp/caodiem-no-such-file", 0600) < 0 ? errno : 0;
}

static int
changes_time(void)
{
	return utimensat(AT_FDCWD, "/tmp/caodiem-no-such-file", NULL, 0) < 0
		   ? errno
		   : 0;
}

static int
changes_attribute(void)
{
	return setxattr("/tmp/caodiem-no-such-file", "user.a", "", 0, 0) < 0
		   ? errno
		   : 0;
}

static int
signals(void)
{
	return kill(getppid(), 0) < 0 ? errno : 0;
}

/* qsort(3) asks for it. */
static int
asks_memory_size(void)
{
	struct sysinfo info;

	return sysinfo(&info) < 0 ? errno : 0;
}

static int
uses_memory(void)
{
	char *large = malloc(50 << 20);
	void *code = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (large == NULL || code == MAP_FAILED)
		return errno;
	memset(large, 1, 50 << 20);
	large = realloc(large, 90 << 20);
	return large == NULL ? errno : 0;
}

static int
reads_and_writes(void)
{
	char nothing[1];

	return write(STDERR_FILENO, nothing, 0) < 0 ||
		       read(STDIN_FILENO, nothing, 0) < 0
		   ? errno
		   : 0;
}

static const struct {
	const char *name;
	int (*attempt)(void);
	int opening, reading; /* what is expected in either stage */
} attempts[] = {
    {"open for reading", opens_for_reading, 0, EPERM},
    {"open for writing", opens_for_writing, EPERM, EPERM},
    {"open for both", opens_for_both, EPERM, EPERM},
    {"create", creates, EPERM, EPERM},
    {"socket", opens_a_socket, EPERM, EPERM},
    {"local socket", opens_a_local_socket, EPERM, EPERM},
    {"execute", executes, EPERM, EPERM},
    {"fork", forks, EPERM, EPERM},
    {"unlink", removes, EPERM, EPERM},
    {"rename", renames, EPERM, EPERM},
    {"mkdir", makes_a_directory, EPERM, EPERM},
    {"chmod", changes_mode, EPERM, EPERM},
    {"utimensat", changes_time, EPERM, EPERM},
    {"setxattr", changes_attribute, EPERM, EPERM},
    {"signal", signals, EPERM, EPERM},
    {"memory", uses_memory, 0, 0},
    {"size of memory", asks_memory_size, 0, 0},
    {"read and write", reads_and_writes, 0, 0},
};

/* The result of one attempt in a child that entered the stage. */
static int
try_in(enum sandbox_stage stage, int (*attempt)(void))
{
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		int error = sandbox_enter(stage);

		_exit(error == ENOSYS ? 255 : error != 0 ? 254 : attempt());
	}
	assert_true(pid > 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
refuses_and_leaves(void **state)
{
	(void)state;
	if (try_in(SANDBOX_READING, uses_memory) == 255) {
		print_message("no seccomp here, or sanitizers\n");
		skip();
	}
	for (size_t i = 0; i < sizeof(attempts) / sizeof(attempts[0]); i++) {
		int opening = try_in(SANDBOX_OPENING, attempts[i].attempt);
		int reading = try_in(SANDBOX_READING, attempts[i].attempt);

		if (opening != attempts[i].opening ||
		    reading != attempts[i].reading)
			fail_msg("%s: %d and %d", attempts[i].name, opening,
			    reading);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(refuses_and_leaves),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
