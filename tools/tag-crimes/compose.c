#include "compose.h"

#include "nearby.h"

/* Words between a gang and its crime, and in an authority's name. */
#define MOST_APPOSED 6
#define MOST_OF_BODY 12

/* Words before a thing that shares a mention with the one before it. */
#define MOST_SHARED 2

struct composer {
	struct rulebook *book;
	const struct reading *r;
	struct mentions *found;
	bool limit;
};

static void
add(struct mentions *found, struct mention m)
{
	found->items = mem_grow(
	    found->items, found->count, &found->cap, sizeof(*found->items));
	found->items[found->count++] = m;
}

/* Whether the last mention has the tag, so that a list goes on with it. */
static bool
goes_on(const struct mentions *found, int tag)
{
	return found->count > 0 && found->items[found->count - 1].tag == tag;
}

/* A group of one mention. */
static void
set_single(struct group *g, struct mention m)
{
	g->parts[0] = m;
	g->count = 1;
	g->end = m.end;
	g->class = -1;
	g->goods = false;
}

/* Whether a name says more than what was found there: it is longer, or it
 * names an act on goods that verbs make of any goods. */
static bool
tells_more(const struct group *name, const struct group *g)
{
	return name->end > g->end ||
	       (name->end == g->end && (g->class < 0 || g->goods));
}

/* The name, or the goods that are fake or traded illegally, that begin here. */
static bool
name(struct composer *c, size_t at, struct group *g)
{
	const struct lexicon_match *m = reading_match(c->r, at);
	size_t end = m->name_end;
	int tag;

	if (m->name == NULL)
		return false;
	if (m->name->role == ROLE_GOODS) {
		tag = act_goods(c->r, at, TRADE_PLAIN, &end);
		if (tag < 0 && reading_accepts(c->r, at))
			tag = m->name->item_tag;
		if (tag < 0)
			return false;
	} else {
		if (!reading_accepts(c->r, at) ||
		    reading_is_alias(c->r, at, end))
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
	set_single(g, (struct mention){.start = at, .end = end, .tag = tag});
	return true;
}

static bool act_or_name(struct composer *c, size_t at, struct group *g);

/* "đường dây" and the crime that it is there for, or a gang as such. */
static bool
ring(struct composer *c, size_t at, struct group *g)
{
	const struct lexicon_match *m = reading_match(c->r, at);
	size_t end = m->grammar_end;
	enum trade trade = TRADE_PLAIN;

	if (act_or_name(c, act_skip_fillers(c->r, end, &trade), g)) {
		g->parts[0].start = at;
		if (g->count == 1 && g->parts[0].end == g->end)
			g->parts[0].tag = rulebook_act(
			    c->book, m->grammar->class, g->parts[0].tag);
		return true;
	}
	if (m->grammar->tag < 0)
		return false;
	set_single(g,
	    (struct mention){
		.start = at, .end = end, .tag = m->grammar->tag, .weak = true});
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
	found = act_find(c->r, at, g);
	if (name(c, at, &other) && (!found || tells_more(&other, g))) {
		*g = other;
		found = true;
	}
	return found;
}

/* Whether a longer name begins inside the name found at a place: "đâm anh T.
 * tử vong" in "dùng dao đâm". */
static bool
is_outdone(struct composer *c, size_t at, size_t end)
{
	const struct token *p = c->r->places;

	for (size_t i = at + 1; i < end; i++) {
		const struct lexicon_match *m = reading_match(c->r, i);
		struct group inner;

		if (m->name_end > end && m->name->role == ROLE_PHRASE &&
		    name(c, i, &inner) &&
		    p[inner.end - 1].end - p[i].start >
			p[end - 1].end - p[at].start)
			return true;
	}
	return false;
}

/* "tổ chức đánh bạc, đánh bạc": a thing named again has no verb. */
static bool
is_repeated(const struct reading *r, size_t from, size_t to, size_t end)
{
	return str_ends(str_slice(r->text, 0, r->places[end - 1].end),
	    str_slice(r->text, r->places[from].start, r->places[to - 1].end));
}

/*
 * Members of a list behind a verb's thing keep the verb.  Those of one tag
 * are one mention, but each that has its own quantity or its own quotes is
 * another.
 */
static size_t
more_things(struct composer *c, const struct group *g)
{
	size_t at = g->end;

	for (;;) {
		struct mention m = {.start = at};
		enum trade trade = g->trade;
		size_t thing;
		int object;
		bool counted;

		while (reading_role(c->r, m.start, ROLE_LINK))
			m.start = reading_match(c->r, m.start)->grammar_end;
		if (m.start == at || m.start >= c->r->count ||
		    reading_role(c->r, m.start, ROLE_VERB))
			return at;
		thing = act_skip_fillers(c->r, m.start, &trade);
		counted = act_has_quantity(c->r, m.start, thing);
		/* "sử dụng ma túy, 2 kg cần sa": a list of what was seized */
		if (counted && !g->counted)
			return at;
		object = act_thing(c->r, thing, trade, &m.end);
		if (object < 0 || is_repeated(c->r, thing, m.end, g->end))
			return at;
		m.tag = rulebook_act(c->book, g->class, object);
		if (m.tag < 0)
			return at;
		/* "thuốc lậu, các đối tượng buôn lậu" are no two things */
		if (!counted && thing <= m.start + MOST_SHARED &&
		    goes_on(c->found, m.tag) &&
		    !reading_is_quoted_apart(c->r, at, m.start)) {
			c->found->items[c->found->count - 1].end = m.end;
		} else {
			m.start = thing;
			add(c->found, m);
		}
		at = m.end;
	}
}

static size_t
take_group(struct composer *c, const struct group *g)
{
	for (size_t i = 0; i < g->count; i++)
		add(c->found, g->parts[i]);
	return g->class >= 0 ? more_things(c, g) : g->end;
}

/* The place behind "14 vụ", "14 vụ, 20 đối tượng"; at if there is none. */
static size_t
skip_tally(const struct reading *r, size_t at)
{
	size_t next = reading_skip_count(r, at);
	size_t people = reading_skip_number(r, next + 1);

	return next > at && people > next + 1 &&
		       (reading_role(r, next, ROLE_LINK) ||
			   reading_is(r, next, STR("với"))) &&
		       reading_is(r, people, STR("đối")) &&
		       reading_is(r, people + 1, STR("tượng"))
		   ? people + 2
		   : next;
}

/* Whether a list goes on from the place that the crime before it ended at:
 * ", 4 vụ" or "14 vụ; ". */
static bool
is_next(const struct reading *r, size_t last, size_t at, bool counted)
{
	size_t next = skip_tally(r, last);

	if (counted)
		return last + 3 <= at && last + 4 >= at &&
		       reading_role(r, last, ROLE_LINK);
	if (reading_role(r, next, ROLE_LINK))
		return reading_match(r, next)->grammar_end == at;
	return next + 1 == at &&
	       (reading_is(r, next, STR(";")) || reading_is(r, next, STR(":")));
}

/* Counted acts that are looked over for one with its thing. */
#define MOST_COUNTED 4

/* The crime of the next counted act that has one, of a list that goes on at
 * end: ", 9 vụ vận chuyển, 24 vụ tàng trữ ma túy" or, counted behind, ", mua
 * bán ma túy 03 vụ"; -1: none. */
static int
next_object(struct composer *c, size_t end, bool counted)
{
	struct group g;

	for (int i = 0; i < MOST_COUNTED && reading_role(c->r, end, ROLE_LINK);
	     i++) {
		size_t next = reading_match(c->r, end)->grammar_end;
		size_t act = counted ? reading_skip_count(c->r, next) : next;

		if (counted && act == next)
			break;
		if (act_or_name(c, act, &g))
			return counted ||
				       reading_skip_count(c->r, g.end) > g.end
				   ? g.parts[0].tag
				   : -1;
		if (!reading_role(c->r, act, ROLE_VERB))
			break;
		end = reading_skip_illegal(
		    c->r, reading_match(c->r, act)->grammar_end);
		if (!counted)
			end = skip_tally(c->r, end);
	}
	return -1;
}

/* The first-level tag of the crime that a list of counted acts names in front
 * of the act at a place, counted there or behind, or behind the one that ends
 * with its count at stop; -1: none. */
static int
listed_object(struct composer *c, size_t at, size_t stop, bool counted)
{
	const struct mentions *f = c->found;
	const struct mention *last =
	    f->count > 0 ? &f->items[f->count - 1] : NULL;
	int tag = -1;

	if (last != NULL && is_next(c->r, last->end, at, counted))
		tag = last->tag;
	else
		tag = next_object(c, stop, counted);
	if (tag >= 0 && c->book->tags[tag].parent >= 0)
		tag = c->book->tags[tag].parent;
	return tag;
}

/* "6 vụ tàng trữ, 4 vụ mua bán ma túy", "mua bán ma túy 4 vụ; tàng trữ 6 vụ": a
 * verb in a list of counted acts has the thing of the next one or of the one
 * before. */
static bool
counted_act(struct composer *c, size_t at, struct group *g)
{
	const struct reading *r = c->r;
	bool counted;
	size_t end, stop;
	int object, tag;

	if (!reading_role(r, at, ROLE_VERB))
		return false;
	counted = at >= 2 && reading_is(r, at - 1, STR("vụ")) &&
		  act_is_number(r, at - 2);
	end = reading_skip_illegal(r, reading_match(r, at)->grammar_end);
	stop = counted ? end : skip_tally(r, end);
	if ((!counted && stop == end) ||
	    (stop < r->count && !reading_ends_clause(r, stop) &&
		!reading_role(r, stop, ROLE_LINK)))
		return false;
	object = listed_object(c, at, stop, counted);
	if (object < 0)
		return false;
	tag =
	    rulebook_act(c->book, reading_match(r, at)->grammar->class, object);
	if (tag == object || tag < 0)
		return false;
	set_single(g, (struct mention){.start = at, .end = end, .tag = tag});
	return true;
}

/* Finds what begins at a place; where to go on. */
static size_t
find_at(struct composer *c, size_t at)
{
	const struct lexicon_match *m = reading_match(c->r, at);
	struct group g, named;
	bool found;

	found = reading_role(c->r, at, ROLE_RING) ? ring(c, at, &g)
						  : act_find(c->r, at, &g);
	if (name(c, at, &named) &&
	    (!found || g.parts[0].weak || tells_more(&named, &g))) {
		g = named;
		found = true;
	}
	if (m->name != NULL && m->name->role == ROLE_NOT &&
	    (!found || m->name_end >= g.end))
		return m->name_end;
	if (!found && !counted_act(c, at, &g))
		return at + 1;
	if (g.count == 1 && is_outdone(c, at, g.end))
		return at + 1;
	nearby_take(c->book, c->r, &g);
	return take_group(c, &g);
}

/*
 * The place behind what names a gang's people once more: "băng nhóm, đối
 * tượng", "ổ nhóm với 58 đối tượng", "3 ổ nhóm, 17 đối tượng"; or before the
 * ring that follows it in a list: "ổ nhóm, đường dây".
 */
static size_t
skip_people(const struct reading *r, size_t at)
{
	size_t next = at;

	if (reading_role(r, at, ROLE_LINK)) {
		next = reading_match(r, at)->grammar_end;
		if (reading_role(r, next, ROLE_RING))
			return next;
	} else if (reading_is(r, at, STR("với")) ||
		   reading_is(r, at, STR("gồm"))) {
		next = at + 1;
	}
	if (next > at)
		next = reading_skip_number(r, next);
	return reading_is(r, next, STR("đối")) &&
		       reading_is(r, next + 1, STR("tượng"))
		   ? next + 2
		   : at;
}

/* Whether the crime next to a gang tells what it is there for. */
static bool
explains(const struct composer *c, const struct mention *gang,
    const struct mention *crime)
{
	if (crime->weak || crime->start > gang->end + MOST_APPOSED)
		return false;
	for (size_t i = skip_people(c->r, gang->end); i < crime->start; i++)
		if (reading_ends_clause(c->r, i) || act_is_number(c->r, i))
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

	/* "Cơ sở cai nghiện ma túy": a mention in the words it begins with */
	for (; next < f->count && f->items[next].start < at; next++) {
		f->items[next].body = marked = true;
		if (f->items[next].end > at)
			at = f->items[next].end;
	}
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
		    (reading_ends_clause(c->r, at) && !link))
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
	for (size_t at = 0; at < r->count;) {
		const struct lexicon_match *m = reading_match(r, at);

		at = m->name == NULL && m->grammar == NULL ? at + 1
							   : find_at(&c, at);
	}
	drop_gangs(&c);
	mark_bodies(&c);
	return !c.limit;
}
