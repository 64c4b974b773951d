/*
 * Faults to order, for LD_PRELOAD.  FAULT names one:
 *
 *	short	every read and write moves one to seven bytes
 *	eintr	every second read and write is interrupted
 *	eagain	every second read and write says "not now"
 *	read:N	the Nth read of standard input fails with EIO
 *	write:N	the Nth write to standard output fails with EIO
 *	memory:N the Nth allocation fails
 *
 * With COUNT set, the number of allocations, reads and writes is written to
 * the file that it names at exit.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

static long allocations, reads, writes;
static long fail_memory, fail_read, fail_write;
static int shorten, interrupt, delay;

__attribute__((constructor)) static void
prepare(void)
{
	const char *fault = getenv("FAULT");

	if (fault == NULL)
		return;
	shorten = strcmp(fault, "short") == 0;
	interrupt = strcmp(fault, "eintr") == 0;
	delay = strcmp(fault, "eagain") == 0;
	if (strncmp(fault, "read:", 5) == 0)
		fail_read = atol(fault + 5);
	if (strncmp(fault, "write:", 6) == 0)
		fail_write = atol(fault + 6);
	if (strncmp(fault, "memory:", 7) == 0)
		fail_memory = atol(fault + 7);
}

__attribute__((destructor)) static void
report(void)
{
	const char *name = getenv("COUNT");
	FILE *f;
	long a = allocations, r = reads, w = writes;

	if (name == NULL || (f = fopen(name, "w")) == NULL)
		return;
	fprintf(f, "%ld %ld %ld\n", a, r, w);
	fclose(f);
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
