/*
 * Faults to order, for LD_PRELOAD.  FAULT names one:
 *
 *	short	every read and write moves one to seven bytes
 *	eintr	every second read and write is interrupted
 *	eagain	every second read and write says "not now"
 *	read:N	the Nth read of standard input fails with EIO
 *	write:N	the Nth write to standard output fails with EIO
 *	memory:N the Nth allocation fails
 *	jit	no memory can be made executable
 *
 * With COUNT set, the number of allocations, reads and writes is written to
 * the file that it names at exit; it is opened at once, since the programs
 * confine themselves.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

static long allocations, reads, writes;
static long fail_memory, fail_read, fail_write;
static int shorten, interrupt, delay, no_code;
static int count_fd = -1;

__attribute__((constructor)) static void
prepare(void)
{
	const char *fault = getenv("FAULT"), *count = getenv("COUNT");

	if (count != NULL)
		count_fd =
		    open(count, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	allocations = 0; /* what was before is the loader's */
	if (fault == NULL)
		return;
	shorten = strcmp(fault, "short") == 0;
	interrupt = strcmp(fault, "eintr") == 0;
	delay = strcmp(fault, "eagain") == 0;
	no_code = strcmp(fault, "jit") == 0;
	if (strncmp(fault, "read:", 5) == 0)
		fail_read = atol(fault + 5);
	if (strncmp(fault, "write:", 6) == 0)
		fail_write = atol(fault + 6);
	if (strncmp(fault, "memory:", 7) == 0)
		fail_memory = atol(fault + 7);
}

static int
memory_fails(void)
{
	return ++allocations == fail_memory;
}

void *
malloc(size_t size)
{
	if (memory_fails()) {
		errno = ENOMEM;
		return NULL;
	}
	return __libc_malloc(size);
}

void *
calloc(size_t count, size_t size)
{
	if (memory_fails()) {
		errno = ENOMEM;
		return NULL;
	}
	return __libc_calloc(count, size);
}

void *
realloc(void *old, size_t size)
{
	if (memory_fails()) {
		errno = ENOMEM;
		return NULL;
	}
	return __libc_realloc(old, size);
}

void *
mmap(void *at, size_t len, int protection, int flags, int fd, off_t offset)
{
	static void *(*real)(void *, size_t, int, int, int, off_t);

	if (real == NULL)
		*(void **)&real = dlsym(RTLD_NEXT, "mmap");
	if (no_code && (protection & PROT_EXEC) != 0) {
		errno = EPERM;
		return MAP_FAILED;
	}
	return real(at, len, protection, flags, fd, offset);
}

/* 0: go on with *len bytes; -1: fail with errno. */
static int
disturb(long count, size_t *len)
{
	if (shorten && *len > 1)
		*len = (size_t)(count % 7) + 1 < *len ? (size_t)(count % 7) + 1
						      : *len;
	if ((interrupt || delay) && count % 2 == 1) {
		errno = interrupt ? EINTR : EAGAIN;
		return -1;
	}
	return 0;
}

ssize_t
read(int fd, void *data, size_t len)
{
	static ssize_t (*real)(int, void *, size_t);

	if (real == NULL)
		*(void **)&real = dlsym(RTLD_NEXT, "read");
	reads++;
	if (fd == STDIN_FILENO && reads == fail_read) {
		errno = EIO;
		return -1;
	}
	return disturb(reads, &len) < 0 ? -1 : real(fd, data, len);
}

ssize_t
write(int fd, const void *data, size_t len)
{
	static ssize_t (*real)(int, const void *, size_t);

	if (real == NULL)
		*(void **)&real = dlsym(RTLD_NEXT, "write");
	if (fd == STDOUT_FILENO) {
		writes++;
		if (writes == fail_write) {
			errno = EIO;
			return -1;
		}
		if (disturb(writes, &len) < 0)
			return -1;
	}
	return real(fd, data, len);
}

__attribute__((destructor)) static void
report(void)
{
	char line[80];
	int len = snprintf(
	    line, sizeof(line), "%ld %ld %ld\n", allocations, reads, writes);

	if (count_fd >= 0 && write(count_fd, line, (size_t)len) < 0)
		abort();
}
