/*
 * The peer of segment in the bench: every sentence of a file as ICU's break
 * iterator for Vietnamese finds it, one a line.
 *
 *   cc -O2 -o icu-sentences icu-sentences.c $(pkg-config --cflags --libs icu-uc)
 */
#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* Writes the sentences of a piece of text that ends with a line. */
static void
write_sentences(UBreakIterator *iterator, const char *data, size_t len)
{
	UErrorCode status = U_ZERO_ERROR;
	UText text = UTEXT_INITIALIZER;
	int32_t start = 0, end;

	utext_openUTF8(&text, data, (int64_t)len, &status);
	ubrk_setUText(iterator, &text, &status);
	if (U_FAILURE(status))
		errx(2, "%s", u_errorName(status));
	while ((end = ubrk_next(iterator)) != UBRK_DONE) {
		int32_t last = end;

		while (last > start &&
		       (data[last - 1] == '\n' || data[last - 1] == ' '))
			last--;
		if (last > start) {
			fwrite(data + start, 1, (size_t)(last - start), stdout);
			putchar('\n');
		}
		start = end;
	}
	utext_close(&text);
}

int
main(int argc, char **argv)
{
	static char data[1 << 16];
	UErrorCode status = U_ZERO_ERROR;
	UBreakIterator *iterator;
	size_t have = 0;
	ssize_t got;
	int fd = argc > 1 ? open(argv[1], O_RDONLY) : STDIN_FILENO;

	if (fd < 0)
		err(2, "%s", argv[1]);
	iterator = ubrk_open(UBRK_SENTENCE, "vi", NULL, 0, &status);
	if (U_FAILURE(status))
		errx(2, "%s", u_errorName(status));
	while ((got = read(fd, data + have, sizeof(data) - have)) > 0) {
		size_t end;

		have += (size_t)got;
		for (end = have; end > 0 && data[end - 1] != '\n'; end--)
			;
		/* a line longer than the buffer is cut */
		if (end == 0 && have == sizeof(data))
			end = have;
		write_sentences(iterator, data, end);
		have -= end;
		memmove(data, data + end, have);
	}
	write_sentences(iterator, data, have);
	ubrk_close(iterator);
	return fflush(stdout) == EOF ? 2 : 0;
}
