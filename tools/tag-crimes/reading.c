#include "reading.h"

#include <stdlib.h>
#include <string.h>

/* Unknown words that a list may hold in one go: "tội phạm về X, ma túy". */
#define LIST_GAP 6
/* Words of a list that one head may govern. */
#define LIST_MOST 400

void
reading_free(struct reading *r)
{
	free(r->words);
	free(r->matches);
	free(r->governed);
}

static void
make_room(struct reading *r)
{
	if (r->count <= r->cap)
		return;
	r->cap = r->count * 2 + 256;
	r->words = mem_resize(r->words, r->cap, sizeof(*r->words));
	r->matches = mem_resize(r->matches, r->cap, sizeof(*r->matches));
	r->governed = mem_resize(r->governed, r->cap, sizeof(*r->governed));
}

const struct lexicon_match *
reading_match(const struct reading *r, size_t at)
{
	return &r->matches[at];
}

bool
reading_is(const struct reading *r, size_t at, struct str word)
{
	return at < r->count &&
	       str_equal(
		   str_slice(r->text, r->places[at].start, r->places[at].end),
		   word);
}

bool
reading_role(const struct reading *r, size_t at, enum role role)
{
	return at < r->count && (r->matches[at].roles >> role & 1) != 0;
}

bool
reading_ends_clause(const struct reading *r, size_t at)
{
	return r->places[at].end - r->places[at].start == 1 &&
	       strchr(".,;:!?()", r->text.data[r->places[at].start]) != NULL;
}

static bool
is_number(const struct reading *r, size_t at)
{
	return at < r->count && str_is_digit(r->text.data[r->places[at].start]);
}

size_t
reading_skip_number(const struct reading *r, size_t at)
{
	if (!is_number(r, at))
		return at;
	at++;
	while ((reading_is(r, at, STR(".")) || reading_is(r, at, STR(","))) &&
	       is_number(r, at + 1))
		at += 2;
	return at;
}

size_t
reading_skip_count(const struct reading *r, size_t at)
{
	size_t next = reading_skip_number(r, at);

	if (next == at)
		return at;
	if (reading_is(r, next, STR("vụ")) || reading_is(r, next, STR("lỗi")))
		return next + 1;
	return reading_is(r, next, STR("trường")) &&
		       reading_is(r, next + 1, STR("hợp"))
		   ? next + 2
		   : at;
}

size_t
reading_skip_illegal(const struct reading *r, size_t at)
{
	return reading_role(r, at, ROLE_ILLEGAL)
		   ? reading_match(r, at)->grammar_end
		   : at;
}

/* Whether the word at is one of a comma-separated list. */
static bool
is_listed(const struct reading *r, size_t at, struct str list)
{
	struct str word;
	size_t from = 0;

	if (list.len == 0 || at >= r->count)
		return false;
	word = str_slice(r->text, r->places[at].start, r->places[at].end);
	while (from <= list.len) {
		size_t comma = str_find(list, STR(","), from);

		while (from < comma && list.data[from] == ' ')
			from++;
		if (str_equal(str_slice(list, from, comma), word))
			return true;
		from = comma + 1;
	}
	return false;
}

/* Neighbours that make another word of the phrase's first or last one. */
static bool
is_torn(const struct reading *r, size_t at)
{
	const struct lexicon_match *m = &r->matches[at];
	const struct lexicon_match *last = &r->matches[m->name_end - 1];
	const struct apart *apart;

	/* "gây rối" is torn by "rối loạn" */
	if (m->name_end > at + 1 && last->name != NULL &&
	    last->name->role == ROLE_NOT && last->name_end > m->name_end)
		return true;
	if (m->name->apart < 0)
		return false;
	apart = &r->book->aparts[m->name->apart];
	return (at > 0 && is_listed(r, at - 1, apart->left)) ||
	       is_listed(r, m->name_end, apart->right);
}

bool
reading_accepts(const struct reading *r, size_t at)
{
	const struct entry *name = r->matches[at].name;
	const struct rule *rule;

	if (name == NULL || is_torn(r, at))
		return false;
	if (name->role == ROLE_ITEM || name->item_tag >= 0)
		return r->governed[at];
	if (name->role != ROLE_PHRASE)
		return false;
	if (name->rule < 0)
		return true;
	rule = &r->book->rules[name->rule];
	if ((rule->unless & r->cues) != 0)
		return false;
	return r->governed[at] || rule->needs == 0 ||
	       (rule->needs & r->cues) != 0;
}

/* Whether a word begins with a capital; *small: all behind it is small. */
static bool
is_capital(const struct reading *r, size_t at, bool *small)
{
	size_t start = r->places[at].start, end = r->places[at].end;
	size_t rest = start + 1;

	while (rest < end && (r->text.data[rest] & 0xC0) == 0x80)
		rest++;
	*small = rest < end && str_equal(str_slice(r->text, rest, end),
				   str_slice(r->written, rest, end));
	return !str_equal(str_slice(r->text, start, rest),
	    str_slice(r->written, start, rest));
}

/* Whether a quote stands between the word before and the next one, or the
 * text's end. */
static bool
is_quoted(const struct reading *r, size_t before)
{
	size_t from = r->places[before].end;
	size_t to =
	    before + 1 < r->count ? r->places[before + 1].start : r->text.len;

	while (from < to && r->text.data[from] == ' ')
		from++;
	return from < to;
}

bool
reading_is_quoted_apart(const struct reading *r, size_t at, size_t next)
{
	return is_quoted(r, at - 1) && is_quoted(r, next - 1);
}

bool
reading_is_alias(const struct reading *r, size_t from, size_t to)
{
	bool name_small, small, capital;

	if (from == 0 || to > from + 2 || reading_is(r, from - 1, STR("tội")) ||
	    reading_is(r, from - 1, STR("vụ")) ||
	    !is_capital(r, from - 1, &name_small) || !name_small)
		return false;
	capital = is_capital(r, from, &small) && small;
	if (is_quoted(r, from - 1) && is_quoted(r, to - 1))
		return capital || (from > 1 && to == from + 1);
	/* "(tức Hậu Pháo)" */
	return capital && from > 1 && reading_is(r, from - 2, STR("tức"));
}

static bool
ends_list(const struct reading *r, size_t at)
{
	const struct entry *name = r->matches[at].name;

	return (name != NULL && name->role == ROLE_NOT) ||
	       reading_role(r, at, ROLE_BREAK);
}

static bool
is_member(const struct reading *r, size_t at)
{
	const struct entry *name = r->matches[at].name;

	return name != NULL &&
	       (name->role == ROLE_ITEM || name->item_tag >= 0 ||
		   name->role == ROLE_PHRASE);
}

/* "trong đó nồng độ cồn 412 trường hợp, 25 trường hợp quá tải": a member
 * at a place is counted behind it, or between from and it. */
static bool
is_tallied(const struct reading *r, size_t from, size_t at)
{
	size_t end = r->matches[at].name_end;

	if (reading_is(r, end, STR(":")) || reading_is(r, end, STR("có")))
		end++;
	return from < at || is_number(r, end);
}

/* The list that a head governs, as far as it was read. */
struct list {
	size_t at;     /* the next place */
	size_t gap;    /* words that are no members, since the last one */
	bool expected; /* a member may begin here */
	bool opened;   /* a word that is no member does not end it */
	bool tally;    /* members belong to it only where they are counted */
};

/* false: the head governs nothing. */
static bool
begin_list(const struct reading *r, size_t head, struct list *l)
{
	const struct lexicon_match *m = &r->matches[head];
	bool named = m->name_end >= m->grammar_end;

	/* "vi phạm pháp luật hình sự"; "dự án kinh tế" */
	if (named && (m->name->role == ROLE_NOT ||
			 (m->name_end == m->grammar_end && is_torn(r, head))))
		return false;
	/* "tội phạm hình sự, kinh tế": the first member is in the name; so
	 * it is in the head "án kinh tế" */
	named = named && m->name->role == ROLE_PHRASE;
	*l = (struct list){.at = named ? m->name_end : m->grammar_end,
	    .expected = !named,
	    .opened = named,
	    .tally = reading_role(r, head, ROLE_TALLY)};
	return true;
}

/* Takes a member, or what may stand before its thing; false: neither is there.
 * from is where the list goes on, before what counts the member. */
static bool
take_member(struct reading *r, struct list *l, size_t from)
{
	const struct lexicon_match *m = &r->matches[l->at];

	if (is_member(r, l->at)) {
		r->governed[l->at] = !l->tally || is_tallied(r, from, l->at);
		l->opened = true;
		l->expected = false;
		l->gap = 0;
		l->at = m->name_end;
	} else if (reading_role(r, l->at, ROLE_VERB)) {
		l->at = m->grammar_end;
		/* "vi phạm mua bán, vận chuyển lâm sản" */
		if (reading_role(r, l->at, ROLE_LINK) &&
		    reading_role(r, r->matches[l->at].grammar_end, ROLE_VERB))
			l->at = r->matches[l->at].grammar_end;
	} else if (reading_role(r, l->at, ROLE_RING)) {
		l->expected = false;
		l->opened = true;
		l->at = m->grammar_end;
	} else {
		return false;
	}
	return true;
}

/* Takes what leads to the next member: "về", "trong đó", a comma. */
static bool
take_lead(const struct reading *r, struct list *l)
{
	bool tally = reading_role(r, l->at, ROLE_TALLY);

	if (!tally && !reading_role(r, l->at, ROLE_OPEN) &&
	    !(l->opened && reading_role(r, l->at, ROLE_LINK)))
		return false;
	l->tally |= tally;
	l->expected = l->opened = true;
	l->at = r->matches[l->at].grammar_end;
	return true;
}

/* Takes a word or number that is no member; false: it ends the list. */
static bool
take_gap(const struct reading *r, struct list *l)
{
	size_t next = reading_skip_number(r, l->at);

	if (!l->opened || (next == l->at && ends_list(r, l->at)))
		return false;
	l->expected = false;
	l->gap++;
	l->at = next > l->at ? next : l->at + 1;
	return true;
}

/* Reads the list on by one step; false: here it ends. */
static bool
read_list(struct reading *r, struct list *l)
{
	size_t from = l->at;

	if (l->expected && l->opened)
		l->at = reading_skip_count(r, l->at);
	/* the next head governs what follows */
	if (l->at == r->count || reading_role(r, l->at, ROLE_HEAD))
		return false;
	return (l->expected && take_member(r, l, from)) || take_lead(r, l) ||
	       take_gap(r, l);
}

/*
 * Marks where members of the list begin that a head governs.
 * Behind the bare head ("tội phạm kinh tế") one must follow at once; "về"
 * and the like open a list that may hold unknown members too.
 */
static void
govern(struct reading *r, size_t head)
{
	size_t end = r->count - head > LIST_MOST ? head + LIST_MOST : r->count;
	struct list l;

	if (!begin_list(r, head, &l))
		return;
	while (l.at < end && l.gap <= LIST_GAP && read_list(r, &l))
		;
}

/* “Bức cung”, “Dùng nhục hình”: no name goes over a comma between quotes.
 * Where the one at a place must end; 0: it may be. */
static size_t
name_limit(const struct reading *r, size_t at)
{
	size_t end = r->matches[at].name_end;

	for (size_t i = at + 1; i + 1 < end; i++)
		if (r->text.data[r->places[i].start] == ',' &&
		    reading_is_quoted_apart(r, i, i + 1))
			return i;
	return 0;
}

/* The sentence's context classes: cues, and tags that need no context. */
static void
collect_cues(struct reading *r)
{
	uint64_t crime = rulebook_class(r->book, STR("crime"));

	r->cues = 0;
	for (size_t i = 0; i < r->count; i++) {
		const struct entry *name = r->matches[i].name;

		r->cues |= r->matches[i].cues;
		if (name == NULL || name->role != ROLE_PHRASE ||
		    name->rule >= 0 || name->pattern >= 0 || is_torn(r, i))
			continue;
		r->cues |= crime | name->cues;
	}
}

void
reading_make(struct reading *r, const struct rulebook *book,
    const struct split *text, struct str written)
{
	const struct words *words = lexicon_words(book->lexicon);

	r->book = book;
	r->text = text->text;
	r->written = written;
	r->places = text->items;
	r->count = text->count;
	make_room(r);
	for (size_t i = 0; i < r->count; i++)
		r->words[i] = words_find_token(words, r->text, &r->places[i]);
	for (size_t i = 0, end = r->count; i < r->count;) {
		r->governed[i] = false;
		r->matches[i] = lexicon_match(book->lexicon, r->words, i, end);
		end = r->matches[i].name_end > i + 2 ? name_limit(r, i) : 0;
		if (end == 0) {
			end = r->count;
			i++;
		}
	}
	collect_cues(r);
	for (size_t i = 0; i < r->count; i++)
		if (reading_role(r, i, ROLE_HEAD))
			govern(r, i);
}
