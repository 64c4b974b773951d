/*
 * usage: rules opening|reading > FILE
 *
 * Writes the seccomp program of a stage of sandbox.h as the kernel takes it.
 * Run at build time, so that a tool that starts loads a few hundred bytes
 * instead of working the rules out again.
 */
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

/* Refused from the start. */
static const int refused[] = {
    SCMP_SYS(socket),
    SCMP_SYS(socketpair),
    SCMP_SYS(connect),
    SCMP_SYS(bind),
    SCMP_SYS(accept),
    SCMP_SYS(accept4),
    SCMP_SYS(execve),
    SCMP_SYS(execveat),
    SCMP_SYS(fork),
    SCMP_SYS(vfork),
    SCMP_SYS(clone),
    SCMP_SYS(clone3),
    SCMP_SYS(kill),
    SCMP_SYS(tkill),
    SCMP_SYS(pidfd_open),
    SCMP_SYS(pidfd_send_signal),
    SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(unshare),
    SCMP_SYS(setns),
    SCMP_SYS(openat2),
    SCMP_SYS(open_by_handle_at),
    SCMP_SYS(creat),
    SCMP_SYS(truncate),
    SCMP_SYS(mknod),
    SCMP_SYS(mknodat),
    SCMP_SYS(mkdir),
    SCMP_SYS(mkdirat),
    SCMP_SYS(rmdir),
    SCMP_SYS(unlink),
    SCMP_SYS(unlinkat),
    SCMP_SYS(rename),
    SCMP_SYS(renameat),
    SCMP_SYS(renameat2),
    SCMP_SYS(link),
    SCMP_SYS(linkat),
    SCMP_SYS(symlink),
    SCMP_SYS(symlinkat),
    SCMP_SYS(chmod),
    SCMP_SYS(fchmod),
    SCMP_SYS(fchmodat),
    SCMP_SYS(chown),
    SCMP_SYS(fchown),
    SCMP_SYS(lchown),
    SCMP_SYS(fchownat),
    SCMP_SYS(utime),
    SCMP_SYS(utimes),
    SCMP_SYS(futimesat),
    SCMP_SYS(utimensat),
    SCMP_SYS(setxattr),
    SCMP_SYS(lsetxattr),
    SCMP_SYS(fsetxattr),
    SCMP_SYS(removexattr),
    SCMP_SYS(lremovexattr),
    SCMP_SYS(fremovexattr),
    SCMP_SYS(mount),
    SCMP_SYS(umount2),
    SCMP_SYS(pivot_root),
    SCMP_SYS(chroot),
    SCMP_SYS(io_uring_setup),
    SCMP_SYS(bpf),
    SCMP_SYS(keyctl),
};

/*
 * All that is left once the last input is open.  PCRE2 compiles a pattern to
 * machine code when it has been matched often enough, that is, behind this
 * stage: so mmap and mprotect may make memory executable.  What such code could
 * do is what this list leaves, to read and to write what is open.  qsort(3)
 * asks sysinfo for the size of the memory.
 */
static const int allowed[] = {
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(pread64),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(close),
    SCMP_SYS(lseek),
    SCMP_SYS(fstat),
    SCMP_SYS(fcntl),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(brk),
    SCMP_SYS(mmap),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(mprotect),
    SCMP_SYS(madvise),
    SCMP_SYS(futex),
    SCMP_SYS(getrandom),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(sysinfo),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Refuses a call that opens a file with flags (its argument number) that let
 * write or create. */
static int
refuse_writing(scmp_filter_ctx filter, int call, unsigned argument)
{
	static const unsigned flags[] = {
	    O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND};
	int error = 0;

	for (size_t i = 0; i < COUNT(flags) && error == 0; i++)
		error = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 1,
		    SCMP_CMP(argument, SCMP_CMP_MASKED_EQ, flags[i], flags[i]));
	return error;
}

static int
add_refused(scmp_filter_ctx filter)
{
	int error = 0;

	for (size_t i = 0; i < COUNT(refused) && error == 0; i++)
		error = seccomp_rule_add(
		    filter, SCMP_ACT_ERRNO(EPERM), refused[i], 0);
	if (error == 0)
		error = refuse_writing(filter, SCMP_SYS(open), 1);
	if (error == 0)
		error = refuse_writing(filter, SCMP_SYS(openat), 2);
	if (error == 0)
		error = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM),
		    SCMP_SYS(tgkill), 1, SCMP_A2(SCMP_CMP_NE, SIGABRT, 0));
	return error;
}

static int
add_allowed(scmp_filter_ctx filter)
{
	int error = 0;

	for (size_t i = 0; i < COUNT(allowed) && error == 0; i++)
		error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i], 0);
	/* abort(3) */
	if (error == 0)
		error = seccomp_rule_add(filter, SCMP_ACT_ALLOW,
		    SCMP_SYS(tgkill), 1, SCMP_A2(SCMP_CMP_EQ, SIGABRT, 0));
	return error;
}

int
main(int argc, char **argv)
{
	bool opening = argc == 2 && strcmp(argv[1], "opening") == 0;
	scmp_filter_ctx filter;
	int error;

	if (!opening && (argc != 2 || strcmp(argv[1], "reading") != 0))
		errx(2, "usage: rules opening|reading");
	filter = seccomp_init(opening ? SCMP_ACT_ALLOW : SCMP_ACT_ERRNO(EPERM));
	if (filter == NULL)
		errx(2, "out of memory");
	error = opening ? add_refused(filter) : add_allowed(filter);
	if (error == 0)
		error = seccomp_export_bpf(filter, STDOUT_FILENO);
	seccomp_release(filter);
	if (error != 0)
		errx(2, "%s", strerror(-error));
	return 0;
}
