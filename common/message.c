#include "message.h"

#include <stdio.h>
#include <string.h>

#include "text.h"

/* A file's name on one line, whatever is in it. */
static void
put_file(const char *file)
{
	struct buf name = {0};

	text_add_printable(&name, str_from(file));
	fwrite(name.data, 1, name.len, stderr);
	buf_free(&name);
}

void
message_tell(void *context, const struct fault *fault)
{
	struct messages *m = context;

	if (fault->kind == FAULT_ERROR)
		m->failed = true;
	if (m->told >= MESSAGE_MOST) {
		m->held_back++;
		return;
	}
	m->told++;
	fprintf(stderr, "%s: ", m->tool);
	if (fault->file != NULL) {
		put_file(fault->file);
		if (fault->line != 0)
			fprintf(stderr, ":%zu", fault->line);
		fputs(": ", stderr);
	}
	if (fault->field != 0)
		fprintf(stderr, "field %u: ", fault->field);
	fprintf(stderr, "%s\n", fault->text);
}

void
message_errno(struct messages *m, const char *file, int number)
{
	struct fault f = {FAULT_ERROR, file, 0, 0, strerror(number)};

	message_tell(m, &f);
}

int
message_close(struct messages *m)
{
	if (m->held_back > 0)
		fprintf(stderr, "%s: %zu more messages not shown\n", m->tool,
		    m->held_back);
	m->held_back = 0;
	return m->failed ? 2 : 0;
}
