#include "pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

/* Enough for any sentence; hostile ones end here. */
#define MATCH_LIMIT 100000
#define HEAP_LIMIT_KIB 1024
/* JIT compilation of a pattern is begun once it was matched as often as this
 * part of its length in bytes: what it costs is that of so many matches or
 * three times as many. */
#define JIT_PART 256

/* A named group of a form: which group of the program it is. */
struct group {
	struct span name; /* of the pattern's names */
	size_t place;     /* from 1 in each form, until all is compiled */
	size_t number;    /* of pattern_number_groups() */
};

struct form {
	struct group *groups;
	size_t count, cap;
};

/*
 * All forms are one program, in which each form counts its groups from the
 * same number on: so many groups of many forms do not weigh on a match.
 */
struct pattern {
	pcre2_code *code;
	pcre2_match_data *match;
	pcre2_match_context *limits;
	size_t matches_to_jit; /* 0: it was tried */
	bool jit;              /* and done */
	struct form *forms;
	size_t count;
	struct buf names; /* of the groups, one after the other */
	/* the last match */
	size_t form;
	bool has_groups; /* they are in groups */
	/* the names that pattern_number_groups() gave, the last match's
	 * groups */
	const char *const *numbered;
	size_t numbered_count;
	struct span *groups;
	size_t grouped; /* the form that they were set of */
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

static struct str
group_name(const struct pattern *p, const struct group *group)
{
	return str_slice(
	    buf_str(&p->names), group->name.start, group->name.end);
}

/* Appends a reference back to the last group of that name, of which the form
 * has count so far. */
static void
add_reference(struct pattern *p, const struct form *form, struct buf *out,
    struct str name)
{
	size_t i = form->count;

	while (i > 0 && !str_equal(group_name(p, &form->groups[i - 1]), name))
		i--;
	buf_printf(out, "\\g{-%zu}", form->count - i + 1);
}

/* Appends a form's regex, its named groups counted and without their names,
 * which another form may give to a group of that number. */
static void
add_form(
    struct pattern *p, struct form *form, struct buf *out, struct str regex)
{
	size_t at = 0;

	while (at < regex.len) {
		struct str rest = str_from_offset(regex, at), name;
		bool back = str_starts(rest, STR("\\k<"));
		size_t end;

		if (!back && (!str_starts(rest, STR("(?<")) ||
				 rest.data[3] == '=' || rest.data[3] == '!')) {
			buf_byte(out, regex.data[at++]);
			continue;
		}
		end = str_find(regex, STR(">"), at);
		name = str_slice(regex, at + 3, end);
		at = end + 1;
		if (back) {
			add_reference(p, form, out, name);
			continue;
		}
		buf_byte(out, '(');
		form->groups = mem_grow(form->groups, form->count, &form->cap,
		    sizeof(*form->groups));
		form->groups[form->count] =
		    (struct group){{p->names.len, p->names.len + name.len},
			form->count + 1, 0};
		form->count++;
		buf_add(&p->names, name);
	}
}

/* The alternation of all forms. */
static bool
assemble(struct pattern *p, struct buf *regex,
    const struct pattern_class *classes, const char *const *forms,
    struct buf *why)
{
	struct buf form = {0};
	size_t known = 0;
	bool good = true;

	while (classes != NULL && classes[known].name != NULL)
		known++;
	buf_text(regex, "(?|");
	for (size_t i = 0; good && i < p->count; i++) {
		if (i > 0)
			buf_byte(regex, '|');
		buf_clear(&form);
		good = expand(&form, classes, known, forms[i], why);
		add_form(p, &p->forms[i], regex, buf_str(&form));
		buf_printf(regex, "(*MARK:%zu)", i);
	}
	buf_byte(regex, ')');
	buf_free(&form);
	return good && define(regex, classes, known, why);
}

/* The groups of the classes come first. */
static void
place_groups(struct pattern *p)
{
	uint32_t all = 0;
	size_t most = 0;

	pcre2_pattern_info(p->code, PCRE2_INFO_CAPTURECOUNT, &all);
	for (size_t i = 0; i < p->count; i++)
		most = p->forms[i].count > most ? p->forms[i].count : most;
	for (size_t i = 0; i < p->count; i++)
		for (size_t j = 0; j < p->forms[i].count; j++)
			p->forms[i].groups[j].place += all - most;
}

static bool
compile(struct pattern *p, enum pattern_unit unit, const struct buf *regex,
    struct buf *why)
{
	uint32_t options = PCRE2_ANCHORED | PCRE2_NEVER_BACKSLASH_C;
	PCRE2_SIZE place = 0;
	int error = 0;
	char message[120];

	/* of tables: a byte that a match must hold would be looked for through
	 * what follows at each of many starts */
	if (unit == PATTERN_CHARACTERS)
		options |= PCRE2_UTF | PCRE2_NO_START_OPTIMIZE;
	p->code = pcre2_compile(
	    (PCRE2_SPTR)regex->data, regex->len, options, &error, &place, NULL);
	if (p->code == NULL && error == PCRE2_ERROR_HEAP_FAILED)
		mem_fail();
	if (p->code == NULL) {
		pcre2_get_error_message(
		    error, (PCRE2_UCHAR *)message, sizeof(message));
		buf_printf(why, "%s near \"%.40s\"", message,
		    regex->data +
			(place < regex->len ? place : regex->len - 1));
		return false;
	}
	place_groups(p);
	p->match = pcre2_match_data_create_from_pattern(p->code, NULL);
	p->limits = pcre2_match_context_create(NULL);
	if (p->match == NULL || p->limits == NULL)
		mem_fail();
	pcre2_set_match_limit(p->limits, MATCH_LIMIT);
	pcre2_set_heap_limit(p->limits, HEAP_LIMIT_KIB);
	p->matches_to_jit = regex->len / JIT_PART + 1;
	return true;
}

struct pattern *
pattern_compile(enum pattern_unit unit, const struct pattern_class *classes,
    const char *const *forms, struct buf *why)
{
	struct pattern *p = mem_resize(NULL, 1, sizeof(*p));
	struct buf regex = {0};
	bool good;

	*p = (struct pattern){0};
	while (forms[p->count] != NULL)
		p->count++;
	p->forms = mem_resize(NULL, p->count, sizeof(*p->forms));
	for (size_t i = 0; i < p->count; i++)
		p->forms[i] = (struct form){0};
	good = assemble(p, &regex, classes, forms, why) &&
	       compile(p, unit, &regex, why);
	buf_free(&regex);
	if (good)
		return p;
	pattern_free(p);
	return NULL;
}

void
pattern_free(struct pattern *p)
{
	if (p == NULL)
		return;
	for (size_t i = 0; i < p->count; i++)
		free(p->forms[i].groups);
	free(p->forms);
	free(p->groups);
	buf_free(&p->names);
	pcre2_match_data_free(p->match);
	pcre2_match_context_free(p->limits);
	pcre2_code_free(p->code);
	free(p);
}

int
pattern_match(struct pattern *p, struct str subject, size_t at)
{
	PCRE2_SPTR mark;
	int rc;

	/* where there is no JIT the same code is interpreted */
	if (p->matches_to_jit > 0 && --p->matches_to_jit == 0)
		p->jit = pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE) == 0;
	if (p->jit)
		rc = pcre2_jit_match(p->code, (PCRE2_SPTR)subject.data,
		    subject.len, at, 0, p->match, p->limits);
	else
		rc = pcre2_match(p->code, (PCRE2_SPTR)subject.data, subject.len,
		    at, PCRE2_NO_UTF_CHECK, p->match, p->limits);
	if (rc == PCRE2_ERROR_NOMATCH)
		return PATTERN_NONE;
	if (rc == PCRE2_ERROR_NOMEMORY)
		mem_fail();
	if (rc < 0)
		return PATTERN_LIMIT;
	p->form = 0;
	mark = pcre2_get_mark(p->match);
	if (mark == NULL)
		return PATTERN_LIMIT;
	for (; *mark != '\0'; mark++)
		p->form = p->form * 10 + *mark - '0';
	p->has_groups = false;
	return (int)p->form;
}

size_t
pattern_end(const struct pattern *p)
{
	return pcre2_get_ovector_pointer(p->match)[1];
}

/* Where a group of the last match is; start > end: it took no part. */
static struct span
group_span(const struct pattern *p, const struct group *group)
{
	const PCRE2_SIZE *places = pcre2_get_ovector_pointer(p->match);

	if (places[2 * group->place] == PCRE2_UNSET)
		return (struct span){1, 0};
	return (struct span){
	    places[2 * group->place], places[2 * group->place + 1]};
}

void
pattern_number_groups(struct pattern *p, const char *const *names)
{
	p->numbered = names;
	while (names[p->numbered_count] != NULL)
		p->numbered_count++;
	p->groups = mem_resize(NULL, p->numbered_count, sizeof(*p->groups));
	for (size_t i = 0; i < p->numbered_count; i++)
		p->groups[i] = (struct span){1, 0};
	for (size_t i = 0; i < p->count; i++) {
		for (size_t j = 0; j < p->forms[i].count; j++) {
			struct group *group = &p->forms[i].groups[j];

			while (group->number < p->numbered_count &&
			       !str_equal(group_name(p, group),
				   str_from(names[group->number])))
				group->number++;
		}
	}
}

/* Sets all numbered groups of the last match. */
static void
set_groups(struct pattern *p)
{
	const struct form *form = &p->forms[p->grouped];

	/* those that the last match had */
	for (size_t i = 0; i < form->count; i++)
		if (form->groups[i].number < p->numbered_count)
			p->groups[form->groups[i].number] = (struct span){1, 0};
	p->grouped = p->form;
	form = &p->forms[p->form];
	for (size_t i = form->count; i-- > 0;) {
		struct span span = group_span(p, &form->groups[i]);

		if (span.start <= span.end &&
		    form->groups[i].number < p->numbered_count)
			p->groups[form->groups[i].number] = span;
	}
	p->has_groups = true;
}

const struct span *
pattern_all_numbered(struct pattern *p)
{
	if (!p->has_groups)
		set_groups(p);
	return p->groups;
}

struct span
pattern_numbered(struct pattern *p, size_t number)
{
	return pattern_all_numbered(p)[number];
}
