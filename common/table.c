#include "table.h"

#include <errno.h>

#include "io.h"
#include "text.h"

#define TABLE_MOST ((size_t)16 << 20)

bool
table_wrong(struct fault *fault, unsigned field, const char *text)
{
	fault->field = field;
	fault->text = text;
	return false;
}

/* Cuts a line at its TABs; 0 if it has more than TABLE_COLUMNS. */
static unsigned
split(struct str line, struct str column[TABLE_COLUMNS])
{
	unsigned count = 0;
	size_t at = 0;

	for (;;) {
		size_t tab = str_find(line, STR("\t"), at);

		if (count == TABLE_COLUMNS)
			return 0;
		column[count++] = str_slice(line, at, tab);
		if (tab == line.len)
			return count;
		at = tab + 1;
	}
}

static bool
take_line(struct str line, size_t number, unsigned columns, table_row_fn *take,
    void *context, struct fault *fault)
{
	struct table_row row = {.line = number};
	unsigned count;

	if (!text_is_clean(line))
		return table_wrong(
		    fault, 0, "malformed UTF-8 or a control character");
	count = split(line, row.column);
	if (count == 0 || count > columns)
		return table_wrong(
		    fault, columns + 1, "more fields than columns");
	for (unsigned i = count; i < columns; i++)
		row.column[i] = STR("");
	return take(context, &row, fault);
}

bool
table_read(const struct table *table, const char *header, table_row_fn *take,
    void *context, struct fault *fault)
{
	struct str expected[TABLE_COLUMNS];
	unsigned columns = split(str_from(header), expected);
	bool headed = false;
	size_t at = 0, number = 0;

	*fault = (struct fault){FAULT_ERROR, table->name, 0, 0, NULL};
	while (at < table->data.len) {
		size_t lf = str_find(table->data, STR("\n"), at);
		struct str line = str_slice(table->data, at, lf);

		at = lf + 1;
		fault->line = ++number;
		if (str_ends(line, STR("\r")))
			line.len--;
		if (line.len == 0 || line.data[0] == '#')
			continue;
		if (!headed) {
			if (!str_equal(line, str_from(header)))
				return table_wrong(fault, 0,
				    "the first line must name the columns as "
				    "that of --print-table does");
			headed = true;
		} else if (!take_line(
			       line, number, columns, take, context, fault)) {
			return false;
		}
	}
	return true;
}

int
table_load(struct table *table, const char *name, struct buf *bytes)
{
	struct input in;
	struct str block;
	enum input_status status;
	int error = input_open(&in, name, SIZE_MAX, NULL);

	if (error != 0)
		return error;
	while ((status = input_block(&in, &block)) == INPUT_OK &&
	       bytes->len <= TABLE_MOST)
		buf_add(bytes, block);
	error = status == INPUT_FAILED ? in.error
		: status == INPUT_OK   ? EFBIG
				       : 0;
	input_close(&in);
	*table = (struct table){name, buf_str(bytes)};
	/* as editors on other systems begin a file */
	if (str_starts(table->data, STR("\xef\xbb\xbf")))
		table->data = str_from_offset(table->data, 3);
	return error;
}
