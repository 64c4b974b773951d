/* for F_SETPIPE_SZ */
#define _GNU_SOURCE
#include "io.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_SIZE 65536

/* What a pipe is to hold: stages that wait for each other less often work
 * faster. */
#define PIPE_SIZE (1 << 20)

/* Makes a pipe as large; other files, and pipes that may not, stay as they
 * are. */
static void
widen(int fd)
{
#ifdef F_SETPIPE_SZ
	if (fcntl(fd, F_GETPIPE_SZ) < PIPE_SIZE)
		fcntl(fd, F_SETPIPE_SZ, PIPE_SIZE);
#else
	(void)fd;
#endif
}

void
output_open(struct output *out, int fd)
{
	out->fd = fd;
	/* a closed descriptor may be an input's by the first write */
	out->error = fcntl(fd, F_GETFD) < 0 ? errno : 0;
	out->used = out->whole = 0;
	out->lent.len = 0;
	widen(fd);
}

static void
write_all(struct output *out, const char *data, size_t len)
{
	while (len > 0 && out->error == 0) {
		ssize_t n = write(out->fd, data, len);

		if (n >= 0) {
			data += n;
			len -= (size_t)n;
		} else if (errno == EAGAIN || errno == EWOULDBLOCK) {
			struct pollfd p = {out->fd, POLLOUT, 0};

			if (poll(&p, 1, -1) < 0 && errno != EINTR)
				out->error = errno;
		} else if (errno != EINTR) {
			out->error = errno;
		}
	}
}

/* Writes the first len bytes and moves the rest to the front. */
static void
write_front(struct output *out, size_t len)
{
	write_all(out, out->data, len);
	out->used -= len;
	out->whole = 0;
	if (out->used > 0)
		memmove(out->data, out->data + len, out->used);
}

static void
add(struct output *out, struct str s)
{
	if (s.len > OUTPUT_SIZE - out->used && out->whole > 0)
		write_front(out, out->whole);
	if (s.len > OUTPUT_SIZE - out->used)
		write_front(out, out->used);
	if (s.len > OUTPUT_SIZE) {
		write_all(out, s.data, s.len);
		return;
	}
	if (s.len == 0)
		return;
	if (s.data != out->data + out->used)
		memcpy(out->data + out->used, s.data, s.len);
	out->used += s.len;
	if (s.data[s.len - 1] == '\n')
		out->whole = out->used;
}

void
output_settle(struct output *out)
{
	struct str lent = out->lent;

	out->lent.len = 0;
	add(out, lent);
}

void
output_add(struct output *out, struct str s)
{
	if (out->lent.len > 0)
		output_settle(out);
	add(out, s);
}

char *
output_room(struct output *out, size_t size)
{
	if (out->lent.len > 0)
		output_settle(out);
	if (size > OUTPUT_SIZE - out->used && out->whole == out->used)
		output_flush(out);
	return size <= OUTPUT_SIZE - out->used ? out->data + out->used : NULL;
}

void
output_lend(struct output *out, struct str s)
{
	if (out->lent.len > 0 && out->lent.data + out->lent.len == s.data) {
		out->lent.len += s.len;
	} else {
		output_settle(out);
		out->lent = s;
	}
}

int
output_flush(struct output *out)
{
	output_settle(out);
	write_all(out, out->data, out->used);
	out->used = out->whole = 0;
	return out->error;
}

int
output_close(struct output *out)
{
	output_flush(out);
	if (close(out->fd) < 0 && out->error == 0 && errno != EINTR)
		out->error = errno;
	return out->error;
}

int
input_open(
    struct input *in, const char *name, size_t max_line, struct output *waiting)
{
	struct stat st;

	*in = (struct input){.fd = STDIN_FILENO,
	    .name = name,
	    .waiting = waiting,
	    .max_line = max_line};
	if (strcmp(name, "-") != 0) {
		in->fd = open(name, O_RDONLY | O_CLOEXEC);
		if (in->fd < 0)
			return errno;
	}
	if (fstat(in->fd, &st) == 0 && S_ISDIR(st.st_mode)) {
		input_close(in);
		return EISDIR;
	}
	buf_reserve(&in->data, READ_SIZE + INPUT_BEHIND);
	return 0;
}

void
input_close(struct input *in)
{
	if (in->fd != STDIN_FILENO)
		close(in->fd);
	if (in->waiting != NULL)
		output_settle(in->waiting);
	buf_free(&in->data);
	free(in->marks.at);
}

/* Whether the input pauses: then what is complete must be written first. */
static bool
pauses(const struct input *in)
{
	struct pollfd p = {in->fd, POLLIN, 0};

	return poll(&p, 1, 0) == 0;
}

/* Reads more behind what is there; false at the end or on failure. */
static bool
fill(struct input *in)
{
	ssize_t n;

	if (in->ended || in->error != 0)
		return false;
	if (in->waiting != NULL)
		output_settle(in->waiting);
	in->marks.count = in->marks.next = 0;
	if (in->start > 0) {
		if (in->end > in->start)
			memmove(in->data.data, in->data.data + in->start,
			    in->end - in->start);
		in->end -= in->start;
		in->start = 0;
	}
	in->data.len = in->end;
	buf_reserve(&in->data, READ_SIZE + INPUT_BEHIND);
	if (in->waiting != NULL && in->waiting->used > 0 && pauses(in))
		output_flush(in->waiting);
	for (;;) {
		n = read(in->fd, in->data.data + in->end,
		    in->data.cap - in->end - INPUT_BEHIND);
		if (n > 0) {
			in->end += (size_t)n;
			return true;
		}
		if (n == 0) {
			in->ended = true;
			return false;
		}
		if (errno == EAGAIN || errno == EWOULDBLOCK) {
			struct pollfd p = {in->fd, POLLIN, 0};

			poll(&p, 1, -1);
		} else if (errno != EINTR) {
			in->error = errno;
			return false;
		}
	}
}

/* Drops bytes up to and with the next LF. */
static enum input_status
skip_line(struct input *in)
{
	do {
		char *data = in->data.data + in->start;
		char *lf = memchr(data, '\n', in->end - in->start);

		if (lf != NULL) {
			in->start += (size_t)(lf - data) + 1;
			return INPUT_TOO_LONG;
		}
		in->start = in->end;
	} while (fill(in));
	return in->error != 0 ? INPUT_FAILED : INPUT_TOO_LONG;
}

enum input_status
input_line(struct input *in, struct str *line)
{
	size_t searched = 0;

	in->line++;
	for (;;) {
		char *data = in->data.data + in->start;
		size_t have = in->end - in->start;
		char *lf = have > searched
			       ? memchr(data + searched, '\n', have - searched)
			       : NULL;
		size_t len = lf != NULL ? (size_t)(lf - data) : have;

		if (len > in->max_line)
			return skip_line(in);
		if (lf != NULL) {
			*line = (struct str){data, len};
			in->start += len + 1;
			return INPUT_OK;
		}
		searched = have;
		if (!fill(in)) {
			if (in->error != 0)
				return INPUT_FAILED;
			if (have == 0)
				return INPUT_END;
			*line = (struct str){in->data.data + in->start, have};
			in->data.data[in->end] = '\n';
			in->start = in->end;
			return INPUT_OK;
		}
	}
}

enum input_status
input_block(struct input *in, struct str *block)
{
	if (in->start == in->end && !fill(in))
		return in->error != 0 ? INPUT_FAILED : INPUT_END;
	*block = (struct str){in->data.data + in->start, in->end - in->start};
	in->start = in->end;
	return INPUT_OK;
}
