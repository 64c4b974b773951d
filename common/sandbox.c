#include "sandbox.h"

#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>

/* The sanitizers' runtimes start threads and trace themselves, and coverage
 * writes its counts to files. */
#if defined(__SANITIZE_ADDRESS__) || defined(CAODIEM_COVERAGE)
#define SANITIZED true
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED true
#endif
#endif
#ifndef SANITIZED
#define SANITIZED false
#endif

/* The programs that sandbox/rules.c made at build time. */
static const unsigned char opening[] = {
#include "common/sandbox/opening.bpf.h"
};
static const unsigned char reading[] = {
#include "common/sandbox/reading.bpf.h"
};

#define SIZE_MOST 4096

int
sandbox_enter(enum sandbox_stage stage)
{
	size_t size =
	    stage == SANDBOX_OPENING ? sizeof(opening) : sizeof(reading);
	/* aligned, and writable as the kernel's struct wants it */
	struct sock_filter rules[SIZE_MOST / sizeof(struct sock_filter)];
	struct sock_fprog program = {
	    (unsigned short)(size / sizeof(rules[0])), rules};

	_Static_assert(sizeof(opening) <= SIZE_MOST, "rules[] is too small");
	_Static_assert(sizeof(reading) <= SIZE_MOST, "rules[] is too small");
	if (SANITIZED || prctl(PR_GET_SECCOMP, 0, 0, 0, 0) < 0)
		return ENOSYS;
	memcpy(rules, stage == SANDBOX_OPENING ? opening : reading, size);
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0 ||
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) < 0)
		return errno == EINVAL ? ENOSYS : errno;
	return 0;
}
