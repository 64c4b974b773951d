#include "act.h"

/* Words between verb and thing, and between goods and what is said of them. */
#define MOST_FILLERS 10
#define MOST_BETWEEN 4
#define MOST_GOODS 6

bool
act_is_number(const struct reading *r, size_t at)
{
	return str_is_digit(r->text.data[r->places[at].start]);
}

/* Whether a sign or word at a place is part of a number or a range of numbers
 * that begins at from or behind: "1.000", "từ 10 - 15", "2 đến 3". */
static bool
is_in_number(const struct reading *r, size_t at, size_t from)
{
	static const struct str between[] = {STR_INIT(","), STR_INIT("."),
	    STR_INIT("-"), STR_INIT("–"), STR_INIT("đến"), STR_INIT("tới")};

	if (at + 1 >= r->count || !act_is_number(r, at + 1))
		return false;
	if (reading_is(r, at, STR("từ")))
		return true;
	for (size_t i = 0; i < sizeof(between) / sizeof(between[0]); i++)
		if (reading_is(r, at, between[i]))
			return at > from && act_is_number(r, at - 1);
	return false;
}

/*
 * Skips what stands between verb and thing: "trái phép", "các", "14 kg".
 * *trade: what it says of the goods behind it.
 */
size_t
act_skip_fillers(const struct reading *r, size_t at, enum trade *trade)
{
	size_t from = at;

	while (at < r->count && at < from + MOST_FILLERS) {
		const struct lexicon_match *m = reading_match(r, at);

		if (m->name != NULL && m->grammar_end <= m->name_end &&
		    m->name->role != ROLE_NOT)
			break;
		/* "sản xuất được 5 kg ma túy", "sản xuất ra ma túy" */
		if (act_is_number(r, at) || is_in_number(r, at, from) ||
		    (at == from && (reading_is(r, at, STR("được")) ||
				       reading_is(r, at, STR("ra"))))) {
			at++;
			continue;
		}
		/* "đưa 12 người nhập cảnh", but not "mua bán người" */
		if (at > from && act_is_number(r, at - 1) &&
		    reading_is(r, at, STR("người"))) {
			at++;
			continue;
		}
		if (!reading_role(r, at, ROLE_FILLER) &&
		    !reading_role(r, at, ROLE_NUMBER) &&
		    !reading_role(r, at, ROLE_ILLEGAL))
			break;
		if (reading_role(r, at, ROLE_ILLEGAL) && *trade == TRADE_PLAIN)
			*trade = TRADE_ILLEGAL;
		at = m->grammar_end;
	}
	return at;
}

/* "trái phép", or "nhập lậu" behind the goods. */
static bool
is_illegal(const struct reading *r, size_t at)
{
	return reading_role(r, at, ROLE_ILLEGAL) ||
	       (reading_role(r, at, ROLE_VERB) &&
		   reading_match(r, at)->grammar->trade == TRADE_ILLEGAL);
}

/* "giả" behind goods, but not that of "giả thuyết". */
static bool
is_fake(const struct reading *r, size_t at)
{
	const struct lexicon_match *m;

	if (!reading_role(r, at, ROLE_FAKE))
		return false;
	m = reading_match(r, at);
	return m->name == NULL || m->name->role != ROLE_NOT ||
	       m->name_end <= m->grammar_end;
}

/* A name that is fake goods itself: "thuốc chữa bệnh giả", not "làm giả". */
static bool
is_fake_name(const struct reading *r, size_t at)
{
	return at < r->count && reading_match(r, at)->name != NULL &&
	       !reading_role(r, at, ROLE_VERB) &&
	       reading_match(r, at)->name->role == ROLE_PHRASE &&
	       is_fake(r, reading_match(r, at)->name_end - 1);
}

static bool
is_goods(const struct reading *r, size_t at)
{
	return at < r->count && reading_match(r, at)->name != NULL &&
	       reading_match(r, at)->name->role == ROLE_GOODS;
}

/* Goods of the same crime: "hàng hóa và xuất cảnh trái phép" are not. */
static bool
is_like_goods(const struct reading *r, size_t at, int tag)
{
	return is_goods(r, at) && reading_match(r, at)->name->tag == tag;
}

/* Where the verb that a list goes on with is: links lead there, also behind
 * "mua bán trái phép"; else at itself. */
static size_t
next_verb(const struct reading *r, size_t at)
{
	size_t link = reading_skip_illegal(r, at), next = link;

	while (reading_role(r, next, ROLE_LINK))
		next = reading_match(r, next)->grammar_end;
	return next > link && reading_role(r, next, ROLE_VERB) ? next : at;
}

/* "500 bao thuốc lá vận chuyển trái phép": the tag that verbs behind goods make
 * of it, if they have no thing of their own; -1: they make none. */
static int
traded_goods(const struct reading *r, size_t at, int tag, size_t *end)
{
	enum trade trade = TRADE_ILLEGAL;
	size_t next = at, verb = at;

	for (int i = 0; i < MOST_VERBS && reading_role(r, next, ROLE_VERB);
	     i++) {
		verb = next;
		next = next_verb(r, reading_match(r, verb)->grammar_end);
	}
	if (next == at || tag < 0 || !reading_role(r, next, ROLE_ILLEGAL))
		return -1;
	*end = reading_match(r, next)->grammar_end;
	next = act_skip_fillers(r, *end, &trade);
	if (next < r->count && reading_match(r, next)->name != NULL)
		return -1;
	return rulebook_act(
	    r->book, reading_match(r, verb)->grammar->class, tag);
}

/*
 * The tag of goods at a place, by what follows: "giả", "trái phép".  That
 * may stand behind the last of several goods.  -1: nothing makes a crime of
 * them.
 */
int
act_goods(const struct reading *r, size_t at, enum trade trade, size_t *end)
{
	const struct entry *name = reading_match(r, at)->name;
	size_t next = reading_match(r, at)->name_end, last = next;

	for (int i = 0;
	     i < MOST_GOODS && reading_role(r, next, ROLE_LINK) &&
	     is_like_goods(r, reading_match(r, next)->grammar_end, name->tag);
	     i++)
		next = last =
		    reading_match(r, reading_match(r, next)->grammar_end)
			->name_end;
	/* but not "buôn lậu thuốc lá, hàng giả" */
	if (trade != TRADE_ILLEGAL && reading_role(r, next, ROLE_LINK) &&
	    is_fake_name(r, reading_match(r, next)->grammar_end)) {
		next = reading_match(r, next)->grammar_end;
		*end = reading_match(r, next)->name_end;
		return reading_match(r, next)->name->tag;
	}
	if (is_fake(r, next)) {
		*end = reading_match(r, next)->grammar_end;
		return name->other_tag >= 0
			   ? name->other_tag
			   : reading_match(r, next)->grammar->tag;
	}
	while (next < last + MOST_BETWEEN && reading_role(r, next, ROLE_FILLER))
		next = reading_match(r, next)->grammar_end;
	if (is_illegal(r, next)) {
		*end = reading_match(r, next)->grammar_end;
		return name->tag;
	}
	if (trade == TRADE_PLAIN)
		return traded_goods(r, next, name->tag, end);
	*end = reading_match(r, at)->name_end;
	if (trade == TRADE_FAKE)
		return name->other_tag >= 0 ? name->other_tag
					    : r->book->fake_tag;
	return name->tag;
}

/* The tag of the thing at a place; -1: there is none. */
int
act_thing(const struct reading *r, size_t at, enum trade trade, size_t *end)
{
	const struct lexicon_match *m;

	if (at >= r->count || reading_match(r, at)->name == NULL)
		return -1;
	m = reading_match(r, at);
	if (m->name->role == ROLE_GOODS)
		return act_goods(r, at, trade, end);
	if (m->name->pattern >= 0 || !reading_accepts(r, at))
		return -1;
	*end = reading_skip_illegal(r, m->name_end);
	return m->name->tag;
}

/* What a verb says of any goods, alone or with what stands behind it. */
static enum trade
verb_trade(const struct reading *r, size_t at)
{
	const struct lexicon_match *m = reading_match(r, at);

	return m->grammar->trade == TRADE_PLAIN &&
		       reading_role(r, m->grammar_end, ROLE_ILLEGAL)
		   ? TRADE_ILLEGAL
		   : m->grammar->trade;
}

/* The verbs from a place on that one thing follows; their number. */
static size_t
verbs(
    const struct reading *r, size_t at, size_t places[MOST_VERBS], size_t *end)
{
	size_t count = 0;

	while (count < MOST_VERBS && reading_role(r, at, ROLE_VERB)) {
		const struct entry *verb = reading_match(r, at)->grammar;

		/* "buôn lậu" is a crime by itself, not in a list of verbs */
		if (verb->trade == TRADE_ILLEGAL && count > 0)
			break;
		places[count++] = at;
		*end = at = reading_match(r, at)->grammar_end;
		if (verb->trade == TRADE_ILLEGAL)
			break;
		at = next_verb(r, at);
	}
	return count;
}

/*
 * What the first of the verbs makes of the object; -1: it does nothing with it.
 * A verb that makes nothing
 * special of it goes with the next one that does.
 */
static int
act_tag(const struct reading *r, const size_t *places, size_t count, int object)
{
	for (size_t i = 0; i < count; i++) {
		int class = reading_match(r, places[i])->grammar->class;
		int tag = rulebook_act(r->book, class, object);

		if (tag != object)
			return tag;
	}
	return object;
}

bool
act_has_quantity(const struct reading *r, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (act_is_number(r, i) || reading_role(r, i, ROLE_NUMBER))
			return true;
	return false;
}

/*
 * Verbs and their thing: "mua bán, vận chuyển 14 kg ma túy".  Verbs that
 * make one crime of it are one mention, others each their own.
 */
bool
act_find(const struct reading *r, size_t at, struct group *g)
{
	size_t places[MOST_VERBS], end = at, stop;
	size_t count = verbs(r, at, places, &end);
	int object;

	if (count == 0)
		return false;
	g->trade = TRADE_PLAIN;
	for (size_t i = 0; i < count && g->trade == TRADE_PLAIN; i++)
		g->trade = verb_trade(r, places[i]);
	at = act_skip_fillers(r, end, &g->trade);
	g->counted = act_has_quantity(r, end, at);
	g->goods = is_goods(r, at);
	object = act_thing(r, at, g->trade, &stop);
	if (object < 0)
		return false;
	g->count = 0;
	for (size_t i = 0; i < count; i++) {
		size_t last = reading_match(r, places[i])->grammar_end;
		int tag = act_tag(r, &places[i], count - i, object);

		if (tag < 0)
			return false;
		if (i + 1 == count)
			last = stop;
		if (g->count > 0 && g->parts[g->count - 1].tag == tag)
			g->parts[g->count - 1].end = last;
		else
			g->parts[g->count++] = (struct mention){
			    .start = places[i], .end = last, .tag = tag};
	}
	g->end = stop;
	g->class = reading_match(r, places[count - 1])->grammar->class;
	return true;
}
