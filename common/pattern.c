#include "pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

/* Enough for any sentence; hostile ones end here. */
#define MATCH_LIMIT 100000
#define HEAP_LIMIT_KIB 1024
/* JIT compilation of a pattern pays once it was matched about as often as this
 * part of its length in bytes. */
#define JIT_PART 24

/* Compiled text with what a match of it needs. */
struct program {
	pcre2_code *code;
	pcre2_match_data *match;
	size_t matches_to_jit; /* 0: it was tried */
	/* of each entry of the table of names: its number, see below */
	size_t *numbers;
};

/*
 * One program without groups finds the form; the form's own program, compiled
 * when it is first asked for, then gives the groups.  So the many groups of
 * many forms do not weigh on the places where nothing matches.
 */
struct pattern {
	struct program all;
	struct program *forms;
	struct buf *regexes; /* the forms', with their groups */
	size_t count;
	pcre2_match_context *limits;
	/* the last match */
	struct str subject;
	size_t at, form;
	bool has_groups;
	/* the names that pattern_number_groups() gave, the last match's groups */
	const char *const *names;
	size_t name_count;
	struct span *groups;
};

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* The class named by the len bytes at name; known: there is none. */
static size_t
find_class(const struct pattern_class *classes, size_t known, const char *name,
    size_t len)
{
	size_t i = 0;

	while (i < known &&
	       !str_equal(str_from(classes[i].name), (struct str){name, len}))
		i++;
	return i;
}

/* Appends regex with each {name} as the class of that name. */
static bool
expand(struct buf *out, const struct pattern_class *classes, size_t known,
    const char *regex, struct buf *why)
{
	const char *open;

	while ((open = strchr(regex, '{')) != NULL) {
		const char *close = strchr(open, '}');
		size_t len, i;
		bool named;

		if (close == NULL)
			break;
		len = (size_t)(close - open) - 1;
		i = find_class(classes, known, open + 1, len);
		named = open[1] >= 'a' && open[1] <= 'z';
		buf_add(out, (struct str){regex, (size_t)(open - regex)});
		if (i < known && is_capital(open[1])) {
			buf_printf(out, "(?&%s)", classes[i].name);
			regex = close + 1;
			continue;
		}
		if (!named) { /* a quantifier or a property */
			buf_byte(out, '{');
			regex = open + 1;
			continue;
		}
		if (i == known) {
			buf_printf(why, "no class %.*s", (int)len, open + 1);
			return false;
		}
		buf_text(out, "(?:");
		if (!expand(out, classes, i, classes[i].regex, why))
			return false;
		buf_byte(out, ')');
		regex = close + 1;
	}
	buf_text(out, regex);
	return true;
}

/* Whether regex calls the class of that name. */
static bool
calls(const struct buf *regex, const char *name)
{
	struct buf call = {0};
	bool found;

	buf_printf(&call, "(?&%s)", name);
	found = str_find(buf_str(regex), buf_str(&call), 0) < regex->len;
	buf_free(&call);
	return found;
}

/* Puts the classes that regex calls before it, as groups that match nothing
 * by themselves. */
static bool
define(struct buf *regex, const struct pattern_class *classes, size_t known,
    struct buf *why)
{
	/* later ones may call earlier ones */
	for (size_t i = known; i-- > 0;) {
		struct buf whole = {0};

		if (!is_capital(classes[i].name[0]) ||
		    !calls(regex, classes[i].name))
			continue;
		buf_printf(&whole, "(?(DEFINE)(?<%s>", classes[i].name);
		if (!expand(&whole, classes, i, classes[i].regex, why)) {
			buf_free(&whole);
			return false;
		}
		buf_text(&whole, "))");
		buf_add(&whole, buf_str(regex));
		buf_free(regex);
		*regex = whole;
	}
	return true;
}

/* Whether regex refers back to the group of that name. */
static bool
refers_back(struct str regex, struct str name)
{
	struct buf reference = {0};
	bool found;

	buf_text(&reference, "\\k<");
	buf_add(&reference, name);
	buf_byte(&reference, '>');
	found = str_find(regex, buf_str(&reference), 0) < regex.len;
	buf_free(&reference);
	return found;
}

/* Appends regex with its named groups as groups that do not capture, but for
 * those that it refers back to. */
static void
add_without_groups(struct buf *out, struct str regex)
{
	size_t at = 0;

	while (at < regex.len) {
		size_t group = str_find(regex, STR("(?<"), at), end;

		buf_add(out, str_slice(regex, at, group));
		if (group == regex.len)
			return;
		at = group + 3;
		if (regex.data[at] == '=' || regex.data[at] == '!') {
			buf_text(out, "(?<"); /* a look behind */
			continue;
		}
		end = str_find(regex, STR(">"), at);
		if (refers_back(regex, str_slice(regex, at, end))) {
			buf_text(out, "(?<");
			continue;
		}
		buf_text(out, "(?:");
		at = end + 1;
	}
}

/* The alternation of all forms, and each by itself. */
static bool
assemble(struct pattern *p, struct buf *regex,
    const struct pattern_class *classes, const char *const *forms,
    struct buf *why)
{
	size_t known = 0;

	while (classes != NULL && classes[known].name != NULL)
		known++;
	buf_text(regex, "(?:");
	for (size_t i = 0; i < p->count; i++) {
		if (i > 0)
			buf_byte(regex, '|');
		if (!expand(&p->regexes[i], classes, known, forms[i], why))
			return false;
		add_without_groups(regex, buf_str(&p->regexes[i]));
		buf_printf(regex, "(*MARK:%zu)", i);
		if (!define(&p->regexes[i], classes, known, why))
			return false;
	}
	buf_byte(regex, ')');
	return define(regex, classes, known, why);
}

static bool
compile(struct program *program, const struct buf *regex, struct buf *why)
{
	PCRE2_SIZE place = 0;
	int error = 0;
	char message[120];

	program->code = pcre2_compile((PCRE2_SPTR)regex->data, regex->len,
	    PCRE2_UTF | PCRE2_ANCHORED | PCRE2_DUPNAMES |
		PCRE2_NEVER_BACKSLASH_C,
	    &error, &place, NULL);
	if (program->code == NULL) {
		pcre2_get_error_message(
		    error, (PCRE2_UCHAR *)message, sizeof(message));
		buf_printf(why, "%s near \"%.40s\"", message,
		    regex->data +
			(place < regex->len ? place : regex->len - 1));
		return false;
	}
	program->match =
	    pcre2_match_data_create_from_pattern(program->code, NULL);
	if (program->match == NULL)
		buf_text(why, "out of memory");
	program->matches_to_jit = regex->len / JIT_PART + 1;
	return program->match != NULL;
}

static void
program_free(struct program *program)
{
	pcre2_match_data_free(program->match);
	pcre2_code_free(program->code);
	free(program->numbers);
}

struct pattern *
pattern_compile(const struct pattern_class *classes, const char *const *forms,
    struct buf *why)
{
	struct pattern *p = mem_resize(NULL, 1, sizeof(*p));
	struct buf regex = {0};
	bool good;

	*p = (struct pattern){0};
	while (forms[p->count] != NULL)
		p->count++;
	p->forms = mem_resize(NULL, p->count, sizeof(*p->forms));
	p->regexes = mem_resize(NULL, p->count, sizeof(*p->regexes));
	for (size_t i = 0; i < p->count; i++) {
		p->forms[i] = (struct program){0};
		p->regexes[i] = (struct buf){0};
	}
	good = assemble(p, &regex, classes, forms, why) &&
	       compile(&p->all, &regex, why);
	buf_free(&regex);
	p->limits = pcre2_match_context_create(NULL);
	if (good && p->limits == NULL) {
		buf_text(why, "out of memory");
		good = false;
	}
	if (!good) {
		pattern_free(p);
		return NULL;
	}
	pcre2_set_match_limit(p->limits, MATCH_LIMIT);
	pcre2_set_heap_limit(p->limits, HEAP_LIMIT_KIB);
	return p;
}

void
pattern_free(struct pattern *p)
{
	if (p == NULL)
		return;
	for (size_t i = 0; i < p->count; i++) {
		program_free(&p->forms[i]);
		buf_free(&p->regexes[i]);
	}
	free(p->forms);
	free(p->regexes);
	free(p->groups);
	program_free(&p->all);
	pcre2_match_context_free(p->limits);
	free(p);
}

static int
run(const struct pattern *p, struct program *program, struct str subject,
    size_t at)
{
	/* where there is no JIT the same code is interpreted */
	if (program->matches_to_jit > 0 && --program->matches_to_jit == 0)
		pcre2_jit_compile(program->code, PCRE2_JIT_COMPLETE);
	return pcre2_match(program->code, (PCRE2_SPTR)subject.data, subject.len,
	    at, PCRE2_NO_UTF_CHECK, program->match, p->limits);
}

int
pattern_match(struct pattern *p, struct str subject, size_t at)
{
	PCRE2_SPTR mark;
	int rc = run(p, &p->all, subject, at);

	if (rc == PCRE2_ERROR_NOMATCH)
		return PATTERN_NONE;
	if (rc == PCRE2_ERROR_NOMEMORY)
		mem_fail();
	if (rc < 0)
		return PATTERN_LIMIT;
	mark = pcre2_get_mark(p->all.match);
	if (mark == NULL ||
	    !str_to_size(str_from((const char *)mark), &p->form))
		return PATTERN_LIMIT;
	p->subject = subject;
	p->at = at;
	p->has_groups = false;
	return (int)p->form;
}

size_t
pattern_end(const struct pattern *p)
{
	return pcre2_get_ovector_pointer(p->all.match)[1];
}

/* The table of a form's names: entries of *size bytes. */
static PCRE2_SPTR
name_table(const struct program *form, uint32_t *count, uint32_t *size)
{
	PCRE2_SPTR table = NULL;

	pcre2_pattern_info(form->code, PCRE2_INFO_NAMECOUNT, count);
	pcre2_pattern_info(form->code, PCRE2_INFO_NAMEENTRYSIZE, size);
	pcre2_pattern_info(form->code, PCRE2_INFO_NAMETABLE, &table);
	return table;
}

/* Looks up once which number each name of a form has. */
static void
number_names(const struct pattern *p, struct program *form)
{
	uint32_t count = 0, size = 0;
	PCRE2_SPTR entry = name_table(form, &count, &size);

	form->numbers = mem_resize(NULL, count + 1, sizeof(*form->numbers));
	for (uint32_t i = 0; i < count; i++, entry += size) {
		size_t number = 0;

		while (number < p->name_count &&
		       strcmp((const char *)entry + 2, p->names[number]) != 0)
			number++;
		form->numbers[i] = number;
	}
}

/* Where a numbered group of an entry of the table of names is. */
static bool
entry_span(const struct program *form, PCRE2_SPTR entry, struct span *span)
{
	const PCRE2_SIZE *places = pcre2_get_ovector_pointer(form->match);
	size_t n = (size_t)entry[0] << 8 | entry[1];

	if (n >= pcre2_get_ovector_count(form->match) ||
	    places[2 * n] == PCRE2_UNSET)
		return false;
	*span = (struct span){places[2 * n], places[2 * n + 1]};
	return true;
}

/* Sets all numbered groups of the last match. */
static void
set_groups(struct pattern *p, struct program *form)
{
	uint32_t count = 0, size = 0;
	PCRE2_SPTR entry = name_table(form, &count, &size);

	if (form->numbers == NULL)
		number_names(p, form);
	for (size_t i = 0; i < p->name_count; i++)
		p->groups[i] = (struct span){1, 0};
	for (uint32_t i = 0; i < count; i++, entry += size)
		if (form->numbers[i] < p->name_count &&
		    p->groups[form->numbers[i]].start == 1 &&
		    p->groups[form->numbers[i]].end == 0)
			entry_span(form, entry, &p->groups[form->numbers[i]]);
}

/* Matches the form that was found by itself; false: a limit, or no memory. */
static bool
find_groups(struct pattern *p)
{
	struct program *form = &p->forms[p->form];
	struct buf why = {0};
	bool good =
	    form->match != NULL || compile(form, &p->regexes[p->form], &why);

	buf_free(&why);
	p->has_groups = good && run(p, form, p->subject, p->at) > 0;
	if (p->has_groups && p->name_count > 0)
		set_groups(p, form);
	return p->has_groups;
}

void
pattern_number_groups(struct pattern *p, const char *const *names)
{
	p->names = names;
	while (names[p->name_count] != NULL)
		p->name_count++;
	p->groups = mem_resize(NULL, p->name_count, sizeof(*p->groups));
}

struct span
pattern_numbered(struct pattern *p, size_t number)
{
	if (!p->has_groups && !find_groups(p))
		return (struct span){1, 0};
	return p->groups[number];
}

struct span
pattern_group(struct pattern *p, const char *name)
{
	PCRE2_SPTR first, last;
	const struct program *form = &p->forms[p->form];
	struct span span = {1, 0};
	int size;

	if (!p->has_groups && !find_groups(p))
		return span;
	size = pcre2_substring_nametable_scan(
	    form->code, (PCRE2_SPTR)name, &first, &last);
	for (PCRE2_SPTR entry = first; size > 0 && entry <= last; entry += size)
		if (entry_span(form, entry, &span))
			break;
	return span;
}

bool
pattern_has(struct pattern *p, const char *name)
{
	struct span group = pattern_group(p, name);

	return group.start <= group.end;
}
