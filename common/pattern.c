#include "pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

/* Enough for any sentence; hostile ones end here. */
#define MATCH_LIMIT 100000
#define HEAP_LIMIT_KIB 1024
/* JIT compilation pays once about this many bytes have been looked at. */
#define JIT_AFTER 200000

struct pattern {
	pcre2_code *code;
	pcre2_match_context *limits;
	pcre2_match_data *match;
	size_t looked_at;
	bool jit_tried;
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
		size_t len = close != NULL ? (size_t)(close - open) - 1 : 0;
		size_t i = find_class(classes, known, open + 1, len);
		bool named = close != NULL && open[1] >= 'a' && open[1] <= 'z';

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

/* The classes that are called, as groups that match nothing by themselves. */
static bool
define(struct buf *regex, const struct pattern_class *classes, size_t known,
    struct buf *why)
{
	for (size_t i = 0; i < known; i++) {
		if (!is_capital(classes[i].name[0]))
			continue;
		buf_printf(regex, "(?(DEFINE)(?<%s>", classes[i].name);
		if (!expand(regex, classes, i, classes[i].regex, why))
			return false;
		buf_text(regex, "))");
	}
	return true;
}

static bool
assemble(struct buf *regex, const struct pattern_class *classes,
    const char *const *forms, struct buf *why)
{
	size_t known = 0;

	while (classes != NULL && classes[known].name != NULL)
		known++;
	if (!define(regex, classes, known, why))
		return false;
	buf_text(regex, "(?:");
	for (size_t i = 0; forms[i] != NULL; i++) {
		if (i > 0)
			buf_byte(regex, '|');
		if (!expand(regex, classes, known, forms[i], why))
			return false;
		buf_printf(regex, "(*MARK:%zu)", i);
	}
	buf_byte(regex, ')');
	return true;
}

struct pattern *
pattern_compile(const struct pattern_class *classes, const char *const *forms,
    struct buf *why)
{
	struct pattern *p = mem_resize(NULL, 1, sizeof(*p));
	struct buf regex = {0};
	PCRE2_SIZE place = 0;
	int error = 0;

	*p = (struct pattern){0};
	if (assemble(&regex, classes, forms, why))
		p->code = pcre2_compile((PCRE2_SPTR)regex.data, regex.len,
		    PCRE2_UTF | PCRE2_ANCHORED | PCRE2_DUPNAMES |
			PCRE2_NEVER_BACKSLASH_C,
		    &error, &place, NULL);
	if (error != 0 && p->code == NULL) {
		char message[120];

		pcre2_get_error_message(
		    error, (PCRE2_UCHAR *)message, sizeof(message));
		buf_printf(why, "%s near \"%.40s\"", message,
		    regex.data + (place < regex.len ? place : regex.len - 1));
	}
	buf_free(&regex);
	if (p->code == NULL) {
		pattern_free(p);
		return NULL;
	}
	p->limits = pcre2_match_context_create(NULL);
	p->match = pcre2_match_data_create_from_pattern(p->code, NULL);
	if (p->limits == NULL || p->match == NULL) {
		buf_text(why, "out of memory");
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
	pcre2_match_data_free(p->match);
	pcre2_match_context_free(p->limits);
	pcre2_code_free(p->code);
	free(p);
}

int
pattern_match(struct pattern *p, struct str subject, size_t at)
{
	PCRE2_SPTR mark;
	size_t form;
	int rc;

	p->looked_at += 16;
	if (p->looked_at > JIT_AFTER && !p->jit_tried) {
		/* without JIT the same code is interpreted */
		pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE);
		p->jit_tried = true;
	}
	rc = pcre2_match(p->code, (PCRE2_SPTR)subject.data, subject.len, at,
	    PCRE2_NO_UTF_CHECK, p->match, p->limits);
	if (rc == PCRE2_ERROR_NOMATCH)
		return PATTERN_NONE;
	if (rc == PCRE2_ERROR_NOMEMORY)
		mem_fail();
	if (rc < 0)
		return PATTERN_LIMIT;
	mark = pcre2_get_mark(p->match);
	if (mark == NULL || !str_to_size(str_from((const char *)mark), &form))
		return PATTERN_LIMIT;
	return (int)form;
}

size_t
pattern_end(const struct pattern *p)
{
	return pcre2_get_ovector_pointer(p->match)[1];
}

struct span
pattern_group(const struct pattern *p, const char *name)
{
	PCRE2_SPTR first, last;
	const PCRE2_SIZE *places = pcre2_get_ovector_pointer(p->match);
	int size = pcre2_substring_nametable_scan(
	    p->code, (PCRE2_SPTR)name, &first, &last);

	for (PCRE2_SPTR entry = first; size > 0 && entry <= last;
	     entry += size) {
		size_t n = (size_t)entry[0] << 8 | entry[1];

		if (n < pcre2_get_ovector_count(p->match) &&
		    places[2 * n] != PCRE2_UNSET)
			return (struct span){places[2 * n], places[2 * n + 1]};
	}
	return (struct span){1, 0};
}

bool
pattern_has(const struct pattern *p, const char *name)
{
	struct span group = pattern_group(p, name);

	return group.start <= group.end;
}
