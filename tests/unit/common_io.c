/* Lines and blocks, however the bytes arrive; writes that fail. */
/* for F_SETPIPE_SZ */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "io.h"

/* An input whose bytes come from a file that holds text. */
static void
open_text(struct input *in, struct str text, size_t max_line)
{
	char name[] = "/tmp/caodiem-io-XXXXXX";
	int fd = mkstemp(name);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text.data, text.len), (ssize_t)text.len);
	close(fd);
	assert_int_equal(input_open(in, name, max_line, NULL), 0);
	unlink(name);
}

static void
reads_lines(void **state)
{
	struct input in;
	struct str line;

	(void)state;
	open_text(&in, STR("one\n\ntwo\0x\nlast"), 100);
	assert_int_equal(input_line(&in, &line), INPUT_OK);
	assert_true(str_equal(line, STR("one")));
	assert_int_equal(input_line(&in, &line), INPUT_OK);
	assert_int_equal(line.len, 0);
	assert_int_equal(input_line(&in, &line), INPUT_OK);
	assert_true(str_equal(line, STR("two\0x")));
	assert_int_equal(input_line(&in, &line), INPUT_OK);
	assert_true(str_equal(line, STR("last")));
	assert_int_equal(in.line, 4);
	assert_int_equal(input_line(&in, &line), INPUT_END);
	assert_int_equal(input_line(&in, &line), INPUT_END);
	input_close(&in);
}

static void
leaves_out_long_lines(void **state)
{
	struct buf text = {0};
	struct input in;
	struct str line;

	(void)state;
	for (size_t i = 0; i < 200000; i++)
		buf_byte(&text, 'x');
	buf_text(&text, "\nshort\n1234567890\n12345678901");
	open_text(&in, buf_str(&text), 10);
	assert_int_equal(input_line(&in, &line), INPUT_TOO_LONG);
	assert_int_equal(input_line(&in, &line), INPUT_OK);
	assert_true(str_equal(line, STR("short")));
	assert_int_equal(input_line(&in, &line), INPUT_OK);
	assert_true(str_equal(line, STR("1234567890")));
	assert_int_equal(input_line(&in, &line), INPUT_TOO_LONG);
	assert_int_equal(in.line, 4);
	assert_int_equal(input_line(&in, &line), INPUT_END);
	input_close(&in);
	buf_free(&text);
}

static void
knows_a_directory_and_a_missing_file(void **state)
{
	struct input in;

	(void)state;
	assert_int_equal(input_open(&in, "/", 10, NULL), EISDIR);
	assert_int_equal(input_open(&in, "/no/such/file", 10, NULL), ENOENT);
}

/* The file holds this and is removed. */
static void
assert_holds(const char *name, const struct buf *want)
{
	struct buf got = {0};
	struct input in;
	struct str block;

	assert_int_equal(input_open(&in, name, 10, NULL), 0);
	unlink(name);
	while (input_block(&in, &block) == INPUT_OK)
		buf_add(&got, block);
	assert_true(str_equal(buf_str(&got), buf_str(want)));
	input_close(&in);
	buf_free(&got);
}

/* Writes large and small pieces into a pipe and reads them back. */
static void
writes_everything(void **state)
{
	static struct output out;
	struct buf all = {0}, back = {0};
	char name[] = "/tmp/caodiem-io-XXXXXX";
	int fd = mkstemp(name);

	(void)state;
	assert_true(fd >= 0);
	output_open(&out, fd);
	for (size_t i = 0; i < 300; i++) {
		size_t len = i * i % (3 * OUTPUT_SIZE / 2);
		struct str piece;

		while (all.len < len)
			buf_number(&all, all.len);
		piece = str_slice(buf_str(&all), 0, len);
		output_add(&out, piece);
		buf_add(&back, piece);
	}
	assert_int_equal(output_close(&out), 0);
	assert_holds(name, &back);
	buf_free(&all);
	buf_free(&back);
}

/* Only flushing or a record larger than the buffer breaks a line. */
static void
writes_whole_lines(void **state)
{
	static struct output out;
	char name[] = "/tmp/caodiem-io-XXXXXX", last;
	int fd = mkstemp(name);
	off_t size;

	(void)state;
	assert_true(fd >= 0);
	unlink(name);
	output_open(&out, fd);
	for (size_t i = 0; i < 50000; i++) {
		output_add(&out, STR("a record in "));
		output_add(&out, STR("two parts\n"));
		size = lseek(fd, 0, SEEK_END);
		if (size > 0) {
			assert_int_equal(pread(fd, &last, 1, size - 1), 1);
			assert_int_equal(last, '\n');
		}
	}
	assert_true(size > OUTPUT_SIZE);
	output_close(&out);
}

/* Lines that are lent come out as lines that are copied do. */
static void
writes_what_is_lent(void **state)
{
	static struct output out;
	struct buf lines = {0}, want = {0};
	char name[] = "/tmp/caodiem-io-XXXXXX";
	int fd = mkstemp(name);
	struct input from;
	struct str line;

	(void)state;
	for (size_t i = 0; i < 40000; i++) {
		buf_number(&lines, i * i);
		buf_byte(&lines, '\n');
	}
	open_text(&from, str_slice(buf_str(&lines), 0, lines.len - 1), 100);
	output_open(&out, fd);
	from.waiting = &out;
	while (input_line(&from, &line) == INPUT_OK) {
		size_t choice = from.line / 1000 % 3;

		assert_int_equal(line.data[line.len++], '\n');
		if (choice == 2 && from.line % 7 == 0)
			continue;
		output_lend(&out, line);
		buf_add(&want, line);
		if (choice == 1 && from.line % 3 == 0) {
			output_add(&out, STR("between\n"));
			buf_text(&want, "between\n");
		}
	}
	input_close(&from);
	assert_int_equal(output_close(&out), 0);
	assert_holds(name, &want);
	buf_free(&lines);
	buf_free(&want);
}

/* Lines written in the output's own room, and others between them. */
static void
takes_what_stands_in_its_room(void **state)
{
	static struct output out;
	char name[] = "/tmp/caodiem-io-XXXXXX";
	int fd = mkstemp(name);
	struct buf want = {0};

	(void)state;
	output_open(&out, fd);
	assert_null(output_room(&out, OUTPUT_SIZE + 1));
	for (size_t i = 0; i < 30000; i++) {
		size_t len = i % 17 + 1;
		char *room = output_room(&out, 20);

		assert_non_null(room);
		memset(room, 'a' + (int)(i % 26), 20);
		room[len - 1] = '\n';
		buf_add(&want, (struct str){room, len});
		output_add(&out, (struct str){room, len});
		if (i % 5 == 0) {
			output_lend(&out, STR("between\n"));
			buf_text(&want, "between\n");
		}
	}
	assert_int_equal(output_close(&out), 0);
	assert_holds(name, &want);
	buf_free(&want);
}

static void
remembers_a_failed_write(void **state)
{
	static struct output out;

	(void)state;
	output_open(&out, open("/dev/full", O_WRONLY));
	output_add(&out, STR("x"));
	assert_int_equal(output_flush(&out), ENOSPC);
	output_add(&out, STR("y"));
	assert_int_equal(output_close(&out), ENOSPC);
}

/* As far as one may: so does this test. */
static void
makes_pipes_large(void **state)
{
	struct output *out = malloc(sizeof(*out));
	int own[2], other[2];
	int size = 1 << 20;

	(void)state;
	assert_non_null(out);
	assert_int_equal(pipe(own) + pipe(other), 0);
	output_open(out, own[1]);
	assert_int_equal(out->error, 0);
	if (fcntl(other[1], F_SETPIPE_SZ, size) >= size)
		assert_true(fcntl(own[1], F_GETPIPE_SZ) >= size);
	assert_int_equal(output_close(out), 0);
	close(own[0]);
	/* one that is larger stays so */
	if (fcntl(other[1], F_SETPIPE_SZ, 2 * size) >= 2 * size) {
		output_open(out, other[1]);
		assert_true(fcntl(other[1], F_GETPIPE_SZ) >= 2 * size);
	}
	close(other[0]);
	close(other[1]);
	free(out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_lines),
	    cmocka_unit_test(leaves_out_long_lines),
	    cmocka_unit_test(knows_a_directory_and_a_missing_file),
	    cmocka_unit_test(writes_everything),
	    cmocka_unit_test(writes_whole_lines),
	    cmocka_unit_test(writes_what_is_lent),
	    cmocka_unit_test(takes_what_stands_in_its_room),
	    cmocka_unit_test(makes_pipes_large),
	    cmocka_unit_test(remembers_a_failed_write),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
