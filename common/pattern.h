/*
 * PCRE2 for the annotators: a table of forms compiled into one anchored
 * alternation.  A match tells which form it was and gives the named groups.
 *
 * Subjects are folded sentences (text_fold) that are known to be well-formed,
 * so patterns are written in small letters, with explicit classes ([0-9]).
 * {name} in a form or class stands for the class of that name, as a group
 * that does not capture.  A class whose name begins with a capital
 * is compiled once and called from wherever it is named: for what is long and
 * holds no named group, since nothing of it is captured.
 */
#ifndef CAODIEM_PATTERN_H
#define CAODIEM_PATTERN_H

#include "str.h"

/* A named part of patterns; may use the classes before it. */
struct pattern_class {
	const char *name, *regex;
};

struct pattern;

/*
 * What a class ([...]), a dot or what a quantifier stands behind takes.  Bytes
 * are matched faster, but a letter beyond ASCII inside of [...] is then any of
 * its bytes: it is written as an alternative, (?:ý|í), or by its bytes.
 */
enum pattern_unit { PATTERN_CHARACTERS, PATTERN_BYTES };

/*
 * classes and forms end with a NULL name resp. NULL.  Earlier forms win.
 * NULL: *why tells form and fault; it must be freed with buf_free().
 */
struct pattern *pattern_compile(enum pattern_unit unit,
    const struct pattern_class *classes, const char *const *forms,
    struct buf *why);
void pattern_free(struct pattern *p);

enum {
	PATTERN_NONE = -1,
	PATTERN_LIMIT = -2, /* gave up: match or heap limit */
};

/*
 * Matches at offset at of the subject: the number of the form, PATTERN_NONE
 * or PATTERN_LIMIT.  The match stays readable until the next call.
 */
int pattern_match(struct pattern *p, struct str subject, size_t at);

/* End of the last match. */
size_t pattern_end(const struct pattern *p);

/*
 * The named groups of a match: names (NULL ends, and they must last) numbers
 * them, and pattern_numbered() gives that of the last match, which
 * pattern_match() must have found, by number, pattern_all_numbered() all of
 * them, until the next match; start > end for one that took no part.
 */
void pattern_number_groups(struct pattern *p, const char *const *names);
struct span pattern_numbered(struct pattern *p, size_t number);
const struct span *pattern_all_numbered(struct pattern *p);

#endif
