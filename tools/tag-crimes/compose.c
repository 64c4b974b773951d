#include "compose.h"

#include <string.h>

/* Verbs that share a thing, and words between verb and thing. */
#define MOST_VERBS 8
#define MOST_FILLERS 10
#define MOST_BETWEEN 4
#define MOST_GOODS 6
/* Words between a gang and its crime, and in an authority's name. */
#define MOST_APPOSED 6
#define MOST_OF_BODY 12

struct composer {
	struct rulebook *book;
	const struct reading *r;
	struct mentions *found;
	bool limit;
};

/* What was found at one place: at most one for each verb. */
struct group {
	struct mention parts[MOST_VERBS];
	size_t count, end;
	int class; /* of the verb that other things share; -1: none */
};

static void
add(struct mentions *found, struct mention m)
{
	found->items = mem_grow(
	    found->items, found->count, &found->cap, sizeof(*found->items));
	found->items[found->count++] = m;
}

static const struct lexicon_match *
match_at(const struct composer *c, size_t at)
{
	return &c->r->matches[at];
}

static bool
is_number(const struct composer *c, size_t at)
{
	char first = c->r->text.data[c->r->places[at].start];

	return first >= '0' && first <= '9';
}

/*
 * Skips what stands between verb and thing: "trái phép", "các", "14 kg".
 * *illegal: it says that the act is against the law.
 */
static size_t
skip_fillers(const struct composer *c, size_t at, bool *illegal)
{
	size_t from = at;

	while (at < c->r->count && at < from + MOST_FILLERS) {
		const struct lexicon_match *m = match_at(c, at);

		if (m->name != NULL && m->grammar_end <= m->name_end &&
		    m->name->role != ROLE_NOT)
			break;
		if (is_number(c, at) ||
		    ((reading_is(c->r, at, STR(",")) ||
			 reading_is(c->r, at, STR("."))) &&
			at + 1 < c->r->count && is_number(c, at - 1) &&
			is_number(c, at + 1))) {
			at++;
			continue;
		}
		if (!reading_role(c->r, at, ROLE_FILLER) &&
		    !reading_role(c->r, at, ROLE_ILLEGAL))
			break;
		*illegal |= reading_role(c->r, at, ROLE_ILLEGAL);
		at = m->grammar_end;
	}
	return at;
}

/* "trái phép", or "nhập lậu" behind the goods. */
static bool
is_illegal(const struct composer *c, size_t at)
{
	return reading_role(c->r, at, ROLE_ILLEGAL) ||
	       (reading_role(c->r, at, ROLE_VERB) &&
		   match_at(c, at)->grammar->illegal);
}

/* "giả" behind goods, but not that of "giả thuyết". */
static bool
is_fake(const struct composer *c, size_t at)
{
	const struct lexicon_match *m;

	if (!reading_role(c->r, at, ROLE_FAKE))
		return false;
	m = match_at(c, at);
	return m->name == NULL || m->name->role != ROLE_NOT ||
	       m->name_end <= m->grammar_end;
}

/* A name that is fake goods itself: "thuốc chữa bệnh giả". */
static bool
is_fake_name(const struct composer *c, size_t at)
{
	return at < c->r->count && match_at(c, at)->name != NULL &&
	       match_at(c, at)->name->role == ROLE_PHRASE &&
	       is_fake(c, match_at(c, at)->name_end - 1);
}

static bool
is_goods(const struct composer *c, size_t at)
{
	return at < c->r->count && match_at(c, at)->name != NULL &&
	       match_at(c, at)->name->role == ROLE_GOODS;
}

/*
 * The tag of goods at a place, by what follows: "giả", "trái phép".  That
 * may stand behind the last of several goods.  -1: nothing makes a crime of
 * them.
 */
static int
goods(const struct composer *c, size_t at, bool illegal, size_t *end)
{
	const struct entry *name = match_at(c, at)->name;
	size_t next = match_at(c, at)->name_end, last = next;

	for (int i = 0; i < MOST_GOODS && reading_role(c->r, next, ROLE_LINK) &&
			is_goods(c, match_at(c, next)->grammar_end);
	     i++)
		next = last =
		    match_at(c, match_at(c, next)->grammar_end)->name_end;
	if (reading_role(c->r, next, ROLE_LINK) &&
	    is_fake_name(c, match_at(c, next)->grammar_end)) {
		next = match_at(c, next)->grammar_end;
		*end = match_at(c, next)->name_end;
		return match_at(c, next)->name->tag;
	}
	if (is_fake(c, next)) {
		*end = match_at(c, next)->grammar_end;
		return name->other_tag >= 0 ? name->other_tag
					    : match_at(c, next)->grammar->tag;
	}
	while (
	    next < last + MOST_BETWEEN && reading_role(c->r, next, ROLE_FILLER))
		next = match_at(c, next)->grammar_end;
	if (is_illegal(c, next)) {
		*end = match_at(c, next)->grammar_end;
		return name->tag;
	}
	*end = match_at(c, at)->name_end;
	return illegal ? name->tag : -1;
}

/* The tag of the thing at a place; -1: there is none. */
static int
thing(const struct composer *c, size_t at, bool illegal, size_t *end)
{
	const struct lexicon_match *m;

	if (at >= c->r->count || match_at(c, at)->name == NULL)
		return -1;
	m = match_at(c, at);
	if (m->name->role == ROLE_GOODS)
		return goods(c, at, illegal, end);
	if (m->name->pattern >= 0 || !reading_accepts(c->r, at))
		return -1;
	*end = m->name_end;
	if (reading_role(c->r, *end, ROLE_ILLEGAL))
		*end = match_at(c, *end)->grammar_end;
	return m->name->tag;
}

/* The verbs from a place on that one thing follows; their number. */
static size_t
verbs(
    const struct composer *c, size_t at, size_t places[MOST_VERBS], size_t *end)
{
	size_t count = 0;

	while (count < MOST_VERBS && reading_role(c->r, at, ROLE_VERB)) {
		const struct entry *verb = match_at(c, at)->grammar;

		/* "buôn lậu" is a crime by itself, not in a list of verbs */
		if (verb->illegal && count > 0)
			break;
		places[count++] = at;
		*end = at = match_at(c, at)->grammar_end;
		if (verb->illegal)
			break;
		while (reading_role(c->r, at, ROLE_LINK))
			at = match_at(c, at)->grammar_end;
	}
	return count;
}

/*
 * What the first of the verbs makes of the object.  A verb that makes nothing
 * special of it goes with the next one that does.
 */
static int
act_tag(
    const struct composer *c, const size_t *places, size_t count, int object)
{
	for (size_t i = 0; i < count; i++) {
		int class = match_at(c, places[i])->grammar->class;
		int tag = rulebook_act(c->book, class, object);

		if (tag != object)
			return tag;
	}
	return object;
}

/*
 * Verbs and their thing: "mua bán, vận chuyển 14 kg ma túy".  Verbs that
 * make one crime of it are one mention, others each their own.
 */
static bool
act(const struct composer *c, size_t at, struct group *g)
{
	size_t places[MOST_VERBS], end = at, stop;
	size_t count = verbs(c, at, places, &end);
	bool illegal = false;
	int object;

	if (count == 0)
		return false;
	for (size_t i = 0; i < count; i++)
		illegal |= match_at(c, places[i])->grammar->illegal;
	at = skip_fillers(c, end, &illegal);
	object = thing(c, at, illegal, &stop);
	if (object < 0)
		return false;
	g->count = 0;
	for (size_t i = 0; i < count; i++) {
		size_t last = match_at(c, places[i])->grammar_end;
		int tag = act_tag(c, &places[i], count - i, object);

		if (i + 1 == count)
			last = stop;
		if (g->count > 0 && g->parts[g->count - 1].tag == tag)
			g->parts[g->count - 1].end = last;
		else
			g->parts[g->count++] = (struct mention){
			    .start = places[i], .end = last, .tag = tag};
	}
	g->end = stop;
	g->class = match_at(c, places[count - 1])->grammar->class;
	return true;
}

static bool
name(struct composer *c, size_t at, struct group *g)
{
	const struct lexicon_match *m = match_at(c, at);
	size_t end = m->name_end;
	int tag;

	if (m->name == NULL)
		return false;
	if (m->name->role == ROLE_GOODS) {
		tag = goods(c, at, false, &end);
		if (tag < 0)
			return false;
	} else {
		if (!reading_accepts(c->r, at))
			return false;
		tag = m->name->tag;
	}
	if (m->name->pattern >= 0) {
		size_t byte = rulebook_pattern(c->book, m->name->pattern,
		    c->r->text, c->r->places[at].start, &c->limit);

		if (byte == 0)
			return false;
		while (end < c->r->count && c->r->places[end].end <= byte)
			end++;
	}
	g->parts[0] = (struct mention){.start = at, .end = end, .tag = tag};
	g->count = 1;
	g->end = end;
	g->class = -1;
	return true;
}

static bool act_or_name(struct composer *c, size_t at, struct group *g);

/* "đường dây" and the crime that it is there for, or a gang as such. */
static bool
ring(struct composer *c, size_t at, struct group *g)
{
	const struct lexicon_match *m = match_at(c, at);
	size_t end = m->grammar_end;
	bool illegal = false;

	if (act_or_name(c, skip_fillers(c, end, &illegal), g)) {
		g->parts[0].start = at;
		if (g->count == 1 && g->parts[0].end == g->end)
			g->parts[0].tag = rulebook_act(
			    c->book, m->grammar->class, g->parts[0].tag);
		return true;
	}
	if (m->grammar->tag < 0)
		return false;
	g->parts[0] = (struct mention){
	    .start = at, .end = end, .tag = m->grammar->tag, .weak = true};
	g->count = 1;
	g->end = end;
	g->class = -1;
	return true;
}

/* The longer of what a verb and a name begin here. */
static bool
act_or_name(struct composer *c, size_t at, struct group *g)
{
	struct group other;
	bool found;

	if (at >= c->r->count)
		return false;
	found = act(c, at, g);
	if (name(c, at, &other) && (!found || other.end > g->end)) {
		*g = other;
		found = true;
	}
	return found;
}

/* Whether a longer name begins inside the name found at a place. */
static bool
is_outdone(const struct composer *c, size_t at, size_t end)
{
	const struct span *p = c->r->places;

	for (size_t i = at + 1; i < end; i++) {
		size_t stop = match_at(c, i)->name_end;

		if (stop > end &&
		    p[stop - 1].end - p[i].start >
			p[end - 1].end - p[at].start &&
		    match_at(c, i)->name->role == ROLE_PHRASE &&
		    reading_accepts(c->r, i))
			return true;
	}
	return false;
}

/* Members of a list behind a verb's thing keep the verb. */
static size_t
more_things(struct composer *c, const struct group *g)
{
	size_t at = g->end, stop;

	for (;;) {
		size_t next = at;
		bool illegal = true;
		int object;

		while (reading_role(c->r, next, ROLE_LINK))
			next = match_at(c, next)->grammar_end;
		if (next == at || reading_role(c->r, next, ROLE_VERB))
			return at;
		next = skip_fillers(c, next, &illegal);
		object = thing(c, next, illegal, &stop);
		if (object < 0)
			return at;
		add(c->found,
		    (struct mention){.start = next,
			.end = stop,
			.tag = rulebook_act(c->book, g->class, object)});
		at = stop;
	}
}

/* "để chiếm đoạt tài sản" behind a fraud is no crime of its own. */
static void
take_tail(const struct composer *c, struct group *g)
{
	const struct tag *tags = c->book->tags;
	struct mention *last = &g->parts[g->count - 1];
	size_t at = g->end;

	while (reading_is(c->r, at, STR(",")) ||
	       reading_is(c->r, at, STR("để")) ||
	       reading_is(c->r, at, STR("nhằm")))
		at++;
	if (reading_role(c->r, at, ROLE_TAIL) &&
	    match_at(c, at)->grammar->tag == tags[last->tag].parent)
		g->end = last->end = match_at(c, at)->grammar_end;
}

static size_t
take_group(struct composer *c, const struct group *g)
{
	for (size_t i = 0; i < g->count; i++)
		add(c->found, g->parts[i]);
	return g->class >= 0 ? more_things(c, g) : g->end;
}

static size_t
find_at(struct composer *c, size_t at)
{
	const struct lexicon_match *m = match_at(c, at);
	struct group g;
	bool found;

	if (m->name == NULL && m->grammar == NULL)
		return at + 1;
	if (reading_role(c->r, at, ROLE_RING))
		found = ring(c, at, &g);
	else
		found = act_or_name(c, at, &g);
	if (m->name != NULL && m->name->role == ROLE_NOT &&
	    (!found || m->name_end >= g.end))
		return m->name_end;
	if (!found)
		return at + 1;
	if (g.count == 1 && is_outdone(c, at, g.end))
		return at + 1;
	take_tail(c, &g);
	return take_group(c, &g);
}

static bool
ends_clause(const struct reading *r, size_t at)
{
	return r->places[at].end - r->places[at].start == 1 &&
	       strchr(".,;:!?()", r->text.data[r->places[at].start]) != NULL;
}

/* Whether the crime next to a gang tells what it is there for. */
static bool
explains(const struct composer *c, const struct mention *gang,
    const struct mention *crime)
{
	if (crime->weak || crime->start > gang->end + MOST_APPOSED)
		return false;
	for (size_t i = gang->end; i < crime->start; i++)
		if (ends_clause(c->r, i) || is_number(c, i))
			return false;
	return true;
}

/* A gang of whom the clause tells what it did is no mention beside that. */
static void
drop_gangs(const struct composer *c)
{
	struct mentions *f = c->found;
	size_t kept = 0;

	for (size_t i = 0; i < f->count; i++)
		if (!f->items[i].weak || i + 1 == f->count ||
		    !explains(c, &f->items[i], &f->items[i + 1]))
			f->items[kept++] = f->items[i];
	f->count = kept;
}

/*
 * Marks the mentions in the name of an authority that begins before at:
 * "Phòng Cảnh sát điều tra tội phạm về ma túy".  next is the first mention
 * at or behind at; the one behind the name is returned.
 */
static size_t
mark_body(const struct composer *c, size_t at, size_t next)
{
	struct mentions *f = c->found;
	size_t budget = MOST_OF_BODY;
	bool marked = false;

	while (at < c->r->count && next < f->count && budget > 0) {
		bool link = reading_role(c->r, at, ROLE_LINK) ||
			    reading_role(c->r, at, ROLE_HEAD) ||
			    reading_role(c->r, at, ROLE_OPEN);

		if (f->items[next].start == at) {
			f->items[next].body = marked = true;
			at = f->items[next++].end;
			continue;
		}
		if (reading_role(c->r, at, ROLE_BREAK) || (marked && !link) ||
		    (ends_clause(c->r, at) && !link))
			break;
		budget--;
		at++;
	}
	return next;
}

static void
mark_bodies(const struct composer *c)
{
	size_t next = 0;

	for (size_t at = 0; at < c->r->count && next < c->found->count; at++) {
		while (
		    next < c->found->count && c->found->items[next].start < at)
			next++;
		if (reading_role(c->r, at, ROLE_BODY))
			next =
			    mark_body(c, c->r->matches[at].grammar_end, next);
	}
}

bool
compose(struct rulebook *book, const struct reading *r, struct mentions *found)
{
	struct composer c = {book, r, found, false};

	found->count = 0;
	for (size_t at = 0; at < r->count;)
		at = find_at(&c, at);
	drop_gangs(&c);
	mark_bodies(&c);
	return !c.limit;
}
