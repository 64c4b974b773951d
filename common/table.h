/*
 * Tables: TSV with "#" comments, blank lines and one header line that names
 * the columns.  The built-in ones are embedded at build time; a user's own
 * (-f FILE) goes through the same reader.
 */
#ifndef CAODIEM_TABLE_H
#define CAODIEM_TABLE_H

#include "message.h"
#include "str.h"

#define TABLE_COLUMNS 12

/* A built-in table: its file's bytes as they are in the source tree. */
struct table {
	const char *name; /* "units.tsv" */
	struct str data;
};

struct table_row {
	size_t line;
	struct str column[TABLE_COLUMNS];
};

/*
 * Takes one row, whose bytes hold as long as the table's.  false: the row is
 * wrong; fault->field and fault->text say how.
 */
typedef bool table_row_fn(
    void *context, const struct table_row *row, struct fault *fault);

/* Makes *fault say what is wrong with a field of a row.  Always false. */
bool table_wrong(struct fault *fault, unsigned field, const char *text);

/*
 * A column as text_fold() makes it.  What had to be changed for that is kept
 * until table_free_kept().
 */
struct table_kept {
	struct buf *items;
	size_t count, cap;
};

struct str table_fold(struct table_kept *kept, struct str column);
void table_free_kept(struct table_kept *kept);

/* Whether a column can stand in text: it is not empty, and has no blanks at its
 * ends, no two in a row, none of another kind, and nothing invisible. */
bool table_is_phrase(struct str column);

/*
 * Reads all rows.  header names the columns, divided by TAB, and must be the
 * first line that is no comment; columns at the end of a row may be left out
 * and are empty.  false: *fault tells line, field and what is wrong.
 */
bool table_read(const struct table *table, const char *header,
    table_row_fn *take, void *context, struct fault *fault);

/*
 * Reads a file whole, for table_read(), and brings it into NFC, as text is;
 * table->name is the name given.
 * 0 or errno; *bytes owns the data.
 */
int table_load(struct table *table, const char *name, struct buf *bytes);

#endif
