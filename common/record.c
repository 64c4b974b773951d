#include "record.h"

#include <string.h>

#include "calendar_days.h"
#include "text.h"

/* So much of a wrong field is shown. */
#define SHOWN 40
/* So far, and so many TABs and LFs, are looked for ahead. */
#define MARKED ((size_t)128 << 10)
#define MARKS 8192
/* Bytes of a record's numbers and of what divides its fields. */
#define NUMBERS_MOST 128

bool
record_wrong(struct fault *fault, struct buf *why, unsigned field,
    const char *what, struct str found)
{
	buf_clear(why);
	buf_text(why, what);
	if (found.data != NULL) {
		size_t shown = found.len > SHOWN ? SHOWN : found.len;

		while (shown < found.len && shown > 0 &&
		       ((unsigned char)found.data[shown] & 0xC0) == 0x80)
			shown--;
		buf_text(why, ": \"");
		text_add_printable(why, str_slice(found, 0, shown));
		buf_text(why, shown < found.len ? "...\"" : "\"");
	}
	buf_byte(why, '\0');
	fault->field = field;
	fault->text = why->data;
	return false;
}

/* Cuts a line with one TAB less than fields. */
static void
split(struct str line, const struct text_tabs *tabs,
    struct str field[RECORD_FIELDS])
{
	size_t at = 0;

	for (int i = 0; i < RECORD_FIELDS - 1; i++) {
		field[i] = str_slice(line, at, tabs->at[i]);
		at = tabs->at[i] + 1;
	}
	field[RECORD_FIELDS - 1] = str_from_offset(line, at);
}

static bool
is_kind(struct str s)
{
	if (s.len == 0 || s.data[0] < 'a' || s.data[0] > 'z')
		return false;
	for (size_t i = 1; i < s.len; i++) {
		char c = s.data[i];

		if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') &&
		    c != '-')
			return false;
	}
	return true;
}

static bool
digits_of(struct str s, size_t start, size_t len, int *value)
{
	size_t number;

	if (!str_to_size(str_slice(s, start, start + len), &number))
		return false;
	*value = (int)number;
	return true;
}

bool
record_is_date(struct str s)
{
	int year, month, day = 1;

	if (s.len == 0)
		return true;
	if ((s.len != 4 && s.len != 7 && s.len != 10) ||
	    !digits_of(s, 0, 4, &year) || year == 0)
		return false;
	if (s.len == 4)
		return true;
	if (s.data[4] != '-' || !digits_of(s, 5, 2, &month))
		return false;
	if (s.len == 10 && (s.data[7] != '-' || !digits_of(s, 8, 2, &day)))
		return false;
	return calendar_has_day(year, month, day);
}

static bool
check_place(struct record *rec, const struct str field[RECORD_FIELDS],
    struct fault *fault, struct buf *why)
{
	bool segment = str_equal(rec->kind, STR("seg"));
	bool frame = !segment && (str_equal(rec->kind, STR("doc")) ||
				     str_equal(rec->kind, STR("end")));

	if (rec->start > rec->end)
		return record_wrong(
		    fault, why, 4, "start is greater than end", field[3]);
	if ((frame || segment) && !record_is_date(rec->value))
		return record_wrong(fault, why, 6,
		    "not a date as YYYY, YYYY-MM or YYYY-MM-DD", rec->value);
	if (!frame && rec->segment == 0)
		return record_wrong(
		    fault, why, 2, "segments count from 1", field[1]);
	if (!frame && !segment && rec->end - rec->start != rec->text.len)
		return record_wrong(fault, why, 7,
		    "its length is not end less start", rec->text);
	return true;
}

/* Which field holds what no field may hold. */
static bool
unclean(
    const struct str field[RECORD_FIELDS], struct fault *fault, struct buf *why)
{
	unsigned i = 0;

	while (i + 1 < RECORD_FIELDS && text_is_clean(field[i]))
		i++;
	return record_wrong(fault, why, i + 1,
	    text_is_utf8(field[i]) ? "a control character" : "malformed UTF-8",
	    field[i]);
}

static bool
wrong_count(struct fault *fault, struct buf *why, size_t count)
{
	buf_clear(why);
	buf_printf(why, "not a record (%zu field%s, not 8)", count,
	    count == 1 ? "" : "s");
	buf_byte(why, '\0');
	fault->field = 0;
	fault->text = why->data;
	return false;
}

/* The fields of a clean line of as many as a record has. */
static inline __attribute__((always_inline)) bool
parse_fields(struct str line, const struct str field[RECORD_FIELDS],
    struct record *rec, struct fault *fault, struct buf *why)
{
	*rec = (struct record){.line = line,
	    .doc = field[0],
	    .number = field[1],
	    .kind = field[2],
	    .value = field[5],
	    .text = field[6],
	    .attributes = field[7]};
	if (rec->doc.len == 0)
		return record_wrong(
		    fault, why, 1, "no document id", (struct str){NULL, 0});
	if (!str_equal(rec->kind, STR("seg")) && !is_kind(rec->kind))
		return record_wrong(fault, why, 3,
		    "not a kind (small letters, digits, -)", rec->kind);
	if (!str_to_size(field[1], &rec->segment))
		return record_wrong(fault, why, 2, "not a number", field[1]);
	if (!str_to_size(field[3], &rec->start))
		return record_wrong(fault, why, 4, "not a number", field[3]);
	if (!str_to_size(field[4], &rec->end))
		return record_wrong(fault, why, 5, "not a number", field[4]);
	return check_place(rec, field, fault, why);
}

bool
record_parse(
    struct str line, struct record *rec, struct fault *fault, struct buf *why)
{
	struct str field[RECORD_FIELDS] = {{NULL, 0}};
	struct text_tabs tabs;
	bool clean = text_is_clean_line(line, &tabs);

	if (tabs.count + 1 != RECORD_FIELDS)
		return wrong_count(fault, why, tabs.count + 1);
	split(line, &tabs, field);
	if (!clean)
		return unclean(field, fault, why);
	return parse_fields(line, field, rec, fault, why);
}

/* A field and what ends it. */
static char *
put(char *at, struct str field, char end)
{
	if (field.len > 0)
		memcpy(at, field.data, field.len);
	at[field.len] = end;
	return at + field.len + 1;
}

static char *
put_number(char *at, size_t value)
{
	at = str_digits(at, value, 1);
	*at = '\t';
	return at + 1;
}

void
record_format(struct buf *line, const struct record *rec)
{
	size_t most = rec->doc.len + rec->kind.len + rec->value.len +
		      rec->text.len + rec->attributes.len + NUMBERS_MOST;
	char *at;

	buf_reserve(line, most);
	at = put(line->data + line->len, rec->doc, '\t');
	at = put_number(at, rec->segment);
	at = put(at, rec->kind, '\t');
	at = put_number(at, rec->start);
	at = put_number(at, rec->end);
	at = put(at, rec->value, '\t');
	at = put(at, rec->text, '\t');
	at = put(at, rec->attributes, '\n');
	line->len = (size_t)(at - line->data);
}

struct str
record_attribute(struct str attributes, struct str key)
{
	size_t at = 0;

	while (at < attributes.len) {
		size_t end = str_find(attributes, STR(" "), at);
		struct str word = str_slice(attributes, at, end);

		if (word.len > key.len && word.data[key.len] == '=' &&
		    str_starts(word, key))
			return str_from_offset(word, key.len + 1);
		at = end + 1;
	}
	return (struct str){NULL, 0};
}

void
record_add_attribute(struct buf *attributes, const char *key, struct str value)
{
	if (attributes->len > 0)
		buf_byte(attributes, ' ');
	buf_text(attributes, key);
	buf_byte(attributes, '=');
	buf_add(attributes, value);
	for (size_t i = attributes->len - value.len; i < attributes->len; i++)
		if (attributes->data[i] == ' ')
			attributes->data[i] = '_';
}

/* Looks for the TABs and LFs of the lines ahead, if there are none left. */
static void
mark_ahead(struct input *in)
{
	struct marks *m = &in->marks;
	struct str ahead = {in->data.data + in->start, in->end - in->start};

	if (m->count - m->next >= RECORD_FIELDS)
		return;
	if (m->at == NULL)
		m->at = mem_resize(NULL, MARKS, sizeof(*m->at));
	if (ahead.len > MARKED)
		ahead.len = MARKED;
	m->count = text_mark_lines(ahead, m->at, MARKS);
	m->next = 0;
	m->base = in->start;
}

/* The next line if it is known to be clean and to have all its fields. */
static bool
next_marked(struct input *in, struct str *line, struct str field[RECORD_FIELDS])
{
	struct marks *m = &in->marks;
	const char *data = in->data.data + m->base;
	size_t at = in->start - m->base;
	const uint32_t *mark;
	char others = 0;

	/* those of a line that was taken otherwise */
	while (m->next < m->count && m->at[m->next] < at)
		m->next++;
	if (m->count - m->next < RECORD_FIELDS)
		return false;
	mark = m->at + m->next;
	for (int i = 0; i < RECORD_FIELDS - 1; i++)
		others |= data[mark[i]] ^ '\t';
	others |= data[mark[RECORD_FIELDS - 1]] ^ '\n';
	if (others != 0 || mark[RECORD_FIELDS - 1] - at > in->max_line)
		return false;
	*line = (struct str){data + at, mark[RECORD_FIELDS - 1] - at};
	for (int i = 0; i < RECORD_FIELDS; i++) {
		field[i] = (struct str){data + at, mark[i] - at};
		at = mark[i] + 1;
	}
	m->next += RECORD_FIELDS;
	in->start = m->base + at;
	in->line++;
	return true;
}

/* The next line as input_line() gives it. */
static enum input_status
next_line(struct input *in, struct str *line)
{
	enum input_status status = input_line(in, line);

	if (status == INPUT_OK && in->line == 1 &&
	    str_starts(*line, STR("\xEF\xBB\xBF")))
		*line = str_from_offset(*line, 3);
	mark_ahead(in);
	return status;
}

static void
explain_length(const struct input *in, struct fault *fault, struct buf *why)
{
	buf_clear(why);
	buf_printf(why, "line longer than %zu bytes left out", in->max_line);
	buf_byte(why, '\0');
	fault->field = 0;
	fault->text = why->data;
}

enum record_status
record_next(struct input *in, struct record *rec, fault_fn *tell, void *context,
    struct buf *why)
{
	struct fault fault = {FAULT_ERROR, in->name, 0, 0, NULL};
	struct str line, field[RECORD_FIELDS];

	for (;;) {
		if (next_marked(in, &line, field)) {
			if (parse_fields(line, field, rec, &fault, why))
				return RECORD_OK;
		} else {
			switch (next_line(in, &line)) {
			case INPUT_FAILED:
				return RECORD_FAILED;
			case INPUT_END:
				return RECORD_END;
			case INPUT_TOO_LONG:
				explain_length(in, &fault, why);
				break;
			case INPUT_OK:
				if (record_parse(line, rec, &fault, why))
					return RECORD_OK;
				if (in->line == 1 && fault.field == 0)
					return RECORD_FOREIGN;
			}
		}
		fault.line = in->line;
		tell(context, &fault);
	}
}
