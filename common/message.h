/*
 * What the tools tell their user: one line a fault on standard error,
 * "tool: FILE:LINE: field N: what is wrong".  After MESSAGE_MOST of them the
 * rest is only counted.  Modules of common/ hand their faults to a fault_fn;
 * this is the one that prints.
 */
#ifndef CAODIEM_MESSAGE_H
#define CAODIEM_MESSAGE_H

#include "str.h"

#define MESSAGE_MOST 20

enum fault_kind {
	FAULT_WARNING, /* the status stays 0 */
	FAULT_ERROR,   /* what it stands for is lost: status 2 at the end */
};

struct fault {
	enum fault_kind kind;
	const char *file; /* "-" standard input; NULL: about no file */
	size_t line;      /* from 1; 0: about no line */
	unsigned field;   /* from 1; 0: about no field */
	const char *text; /* what is wrong and what was wanted */
};

typedef void fault_fn(void *context, const struct fault *fault);

struct messages {
	const char *tool;
	size_t told, held_back;
	bool failed;
};

/* A fault_fn; context is a struct messages. */
void message_tell(void *context, const struct fault *fault);

/* An error about a file as a whole, with errno's words. */
void message_errno(struct messages *m, const char *file, int number);

/* Tells how many were held back; the status to exit with, 0 or 2. */
int message_close(struct messages *m);

#endif
