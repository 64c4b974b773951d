/*
 * All that crimes.tsv says, and a user's own table after it: the tags with
 * their articles, the phrases, the context rules, and the acts that verbs
 * make of things.  The bytes of the tables must outlive it.
 */
#ifndef TAG_CRIMES_RULEBOOK_H
#define TAG_CRIMES_RULEBOOK_H

#include "lexicon.h"
#include "pattern.h"
#include "table.h"

#define RULEBOOK_HEADER "kind\ttext\tvalue\twith\tnote"

struct tag {
	struct str name;
	struct str articles, iccs; /* comma-separated, or empty */
	int parent;                /* itself at the first level */
};

/* When a phrase counts: a bit for each context class. */
struct rule {
	struct str name;
	uint64_t needs;  /* one of these in the sentence; 0: always */
	uint64_t unless; /* and none of these */
};

struct act {
	int class, object, tag;
};

/* Neighbours that tear a name apart, each a comma-separated list. */
struct apart {
	struct str left, right;
};

struct named_pattern {
	const char *forms[2];     /* for pattern_compile() */
	struct pattern *compiled; /* NULL until first needed */
};

struct rulebook {
	bool prepared; /* all but the patterns is constant */
	struct lexicon *lexicon;
	struct tag *tags;
	struct rule *rules;
	struct act *acts;
	struct apart *aparts;
	struct named_pattern *patterns;
	struct str *classes; /* of context; the place is the bit */
	struct str *verbs;   /* classes of verbs, rings and victims */
	size_t tag_count, rule_count, act_count, apart_count, pattern_count,
	    class_count, verb_count;
	size_t tag_cap, rule_cap, act_cap, apart_cap, pattern_cap, class_cap,
	    verb_cap;
	bool check_patterns; /* at once, not when first needed */
	int fake_tag; /* of goods that have none of their own when fake */
	/* of the row above: most rows are like it */
	int last_tag;
	size_t last_kind;
	const char *last_regex;
	struct table_kept kept;
	struct buf phrase, folded; /* that are being read */
};

struct rulebook *rulebook_new(void);
void rulebook_free(struct rulebook *book);

/* false: *fault tells line, field and what is wrong. */
bool rulebook_read(
    struct rulebook *book, const struct table *table, struct fault *fault);

/* Number of the tag; -1: there is none of this name. */
int rulebook_tag(const struct rulebook *book, struct str name);

/* The bit of a context class; 0: nothing names it. */
uint64_t rulebook_class(const struct rulebook *book, struct str name);

/* What a verb (or ring, victim) of the class makes of an object; object's tag
 * if not told, -1: it does nothing with it. */
int rulebook_act(const struct rulebook *book, int class, int object);

/* Whether a quick look finds that folded text may name a crime. */
bool rulebook_wakes(struct rulebook *book, const struct split *text);

/* Where the pattern's match at a place ends; 0: none. *limit: gave up. */
size_t rulebook_pattern(
    struct rulebook *book, int number, struct str text, size_t at, bool *limit);

#endif
