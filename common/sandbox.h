/*
 * Confinement of a filter that reads what anyone may have written: by
 * seccomp(2), where the kernel has it.  What is refused fails with EPERM.
 */
#ifndef CAODIEM_SANDBOX_H
#define CAODIEM_SANDBOX_H

enum sandbox_stage {
	/* no sockets, no new programs or processes, no opening for writing,
	 * no change to the file system */
	SANDBOX_OPENING,
	/* and no opening at all: read, write, memory and exit are left */
	SANDBOX_READING,
};

/*
 * Enters a stage for the rest of the process's life; a later stage may follow
 * an earlier one.  0, or an errno: ENOSYS where the kernel has no seccomp.
 */
int sandbox_enter(enum sandbox_stage stage);

#endif
