#include "table.h"

#include <errno.h>
#include <stdlib.h>
#include <utf8proc.h>

#include "clean.h"
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

struct str
table_fold(struct table_kept *kept, struct str column)
{
	struct buf folded = {0};

	text_fold(&folded, column);
	if (str_equal(buf_str(&folded), column)) {
		buf_free(&folded);
		return column;
	}
	kept->items = mem_grow(
	    kept->items, kept->count, &kept->cap, sizeof(*kept->items));
	kept->items[kept->count++] = folded;
	return buf_str(&folded);
}

void
table_free_kept(struct table_kept *kept)
{
	for (size_t i = 0; i < kept->count; i++)
		buf_free(&kept->items[i]);
	free(kept->items);
}

bool
table_is_phrase(struct str column)
{
	bool blank = true;

	for (size_t at = 0; at < column.len;) {
		uint32_t code = text_decode(column, &at);

		if (clean_is_invisible(code) ||
		    (clean_is_space(code) && (code != ' ' || blank)))
			return false;
		blank = code == ' ';
	}
	return !blank;
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
	if (!headed) {
		fault->line = 0;
		return table_wrong(fault, 0,
		    "no line names the columns as that of --print-table does");
	}
	return true;
}

/* Appends the lines in NFC; a malformed one, which table_read() tells of, as it
 * is. */
static void
add_composed(struct buf *out, struct str data)
{
	for (size_t at = 0; at < data.len;) {
		size_t lf = str_find(data, STR("\n"), at);
		size_t end = lf < data.len ? lf + 1 : lf;
		struct str line = str_slice(data, at, end);
		utf8proc_uint8_t *composed = NULL;
		utf8proc_ssize_t len =
		    utf8proc_map((const utf8proc_uint8_t *)line.data,
			(utf8proc_ssize_t)line.len, &composed,
			UTF8PROC_STABLE | UTF8PROC_COMPOSE);

		if (len == UTF8PROC_ERROR_NOMEM)
			mem_fail();
		if (len >= 0)
			line =
			    (struct str){(const char *)composed, (size_t)len};
		buf_add(out, line);
		free(composed);
		at = end;
	}
}

int
table_load(struct table *table, const char *name, struct buf *bytes)
{
	struct input in;
	struct str block, data;
	struct buf raw = {0};
	enum input_status status;
	int error = input_open(&in, name, SIZE_MAX, NULL);

	if (error != 0)
		return error;
	while ((status = input_block(&in, &block)) == INPUT_OK &&
	       raw.len <= TABLE_MOST)
		buf_add(&raw, block);
	error = status == INPUT_FAILED ? in.error
		: status == INPUT_OK   ? EFBIG
				       : 0;
	input_close(&in);
	data = buf_str(&raw);
	/* as editors on other systems begin a file */
	if (str_starts(data, STR("\xef\xbb\xbf")))
		data = str_from_offset(data, 3);
	add_composed(bytes, data);
	buf_free(&raw);
	*table = (struct table){name, buf_str(bytes)};
	return error;
}
