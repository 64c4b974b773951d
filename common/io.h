/*
 * Buffered reading of lines or blocks and buffered, checked writing, over
 * plain file descriptors.  What is read is lent: it points into the input's
 * buffer and holds until the next call.  Nothing here prints.
 */
#ifndef CAODIEM_IO_H
#define CAODIEM_IO_H

#include "str.h"

#define OUTPUT_SIZE 65536

struct output {
	int fd;
	int error; /* errno of the first failure; later writes do nothing */
	size_t used;
	size_t whole;    /* what is complete of it: it ends with the last LF */
	struct str lent; /* comes behind it, and is not copied yet */
	char data[OUTPUT_SIZE];
};

/* error is set at once where fd is not open.  A pipe is made to hold more. */
void output_open(struct output *out, int fd);
/*
 * When the buffer is full what is written ends with a line, so that a program
 * that dies leaves whole records behind it.
 */
void output_add(struct output *out, struct str s);

/*
 * Where size bytes can be written that output_add() then takes without copying;
 * NULL: there is no such room.
 */
char *output_room(struct output *out, size_t size);

/*
 * The same for bytes that do not change until output_settle(): those that
 * follow one another in memory are copied at once, or written from there.
 */
void output_lend(struct output *out, struct str s);
void output_settle(struct output *out);

/* 0, or the errno of the first failure since output_open(). */
int output_flush(struct output *out);

/* Flushes and closes; 0 or errno as output_flush() and close(2) give it. */
int output_close(struct output *out);

enum input_status {
	INPUT_OK,
	INPUT_END,
	INPUT_TOO_LONG, /* the line is left out, the next one can be read */
	INPUT_FAILED,   /* errno in input->error */
};

struct input {
	int fd;
	int error;
	bool ended;
	const char *name;       /* as given; "-" is standard input */
	struct output *waiting; /* settled before a read, flushed before one
				 * that would block */
	size_t max_line;        /* bytes without the LF */
	size_t line;            /* number of the line last read, from 1 */
	struct buf data;
	size_t start, end; /* what is read and not yet lent */
	/* record.c's: TABs and LFs ahead, forgotten when more is read */
	struct marks {
		uint32_t *at; /* offsets from base on in data */
		size_t base, count, next;
	} marks;
};

/*
 * Opens name for reading; "-" is standard input.  waiting may be NULL.
 * 0, or an errno (EISDIR for a directory) and nothing to close.
 */
int input_open(struct input *in, const char *name, size_t max_line,
    struct output *waiting);
void input_close(struct input *in);

/* So many bytes behind a line may be looked at, whatever they are. */
#define INPUT_BEHIND 128

/* The next line without its LF, which stands behind it even where the last one
 * lacks it. */
enum input_status input_line(struct input *in, struct str *line);

/* Whatever is there, at least one byte. */
enum input_status input_block(struct input *in, struct str *block);

#endif
