#include "nearby.h"

/* Words between a crime and the place, or the victim, that makes it another
 * one. */
#define MOST_BEFORE_PLACE 8
#define MOST_BEHIND_VICTIM 8

/* "lừa đảo nhiều người trên không gian mạng": where makes it another crime. */
static void
take_place(const struct reading *r, struct group *g, struct mention *last)
{
	for (size_t at = g->end;
	     at < r->count && at <= g->end + MOST_BEFORE_PLACE; at++) {
		const struct lexicon_match *m = reading_match(r, at);

		if (reading_role(r, at, ROLE_TAIL) &&
		    m->grammar->other_tag >= 0) {
			if (m->grammar->tag != last->tag)
				return;
			last->tag = m->grammar->other_tag;
			g->end = last->end = m->grammar_end;
			return;
		}
		if (reading_ends_clause(r, at) || reading_is(r, at, STR(",")) ||
		    reading_accepts(r, at))
			return;
	}
}

/* "để chiếm đoạt tài sản" behind a fraud is no crime of its own. */
static void
take_tail(const struct rulebook *book, const struct reading *r, struct group *g)
{
	struct mention *last = &g->parts[g->count - 1];
	size_t at = g->end;

	while (reading_is(r, at, STR(",")) || reading_is(r, at, STR("để")) ||
	       reading_is(r, at, STR("nhằm")))
		at++;
	if (reading_role(r, at, ROLE_TAIL) &&
	    (at == g->end || !reading_is_quoted_apart(r, g->end, at)) &&
	    reading_match(r, at)->grammar->other_tag < 0 &&
	    reading_match(r, at)->grammar->tag == book->tags[last->tag].parent)
		g->end = last->end = reading_match(r, at)->grammar_end;
	take_place(r, g, last);
}

/* "trẻ mầm non bị cô giáo bạo hành": who suffers a crime makes it another
 * one. */
static void
take_victim(
    const struct rulebook *book, const struct reading *r, struct mention *crime)
{
	size_t start = crime->start, end = 0;
	size_t at = start > MOST_BEHIND_VICTIM ? start - MOST_BEHIND_VICTIM : 0;
	int class = -1, tag;
	bool suffers;

	while (at < start) {
		if (!reading_role(r, at, ROLE_VICTIM) ||
		    reading_match(r, at)->grammar_end > start) {
			at++;
			continue;
		}
		class = reading_match(r, at)->grammar->class;
		end = at = reading_match(r, at)->grammar_end;
	}
	if (class < 0)
		return;
	suffers = reading_is(r, start, STR("bị"));
	for (; end < start; end++) {
		if (reading_ends_clause(r, end))
			return;
		suffers |= reading_is(r, end, STR("bị"));
	}
	if (!suffers)
		return;
	tag = rulebook_act(book, class, crime->tag);
	if (tag >= 0)
		crime->tag = tag;
}

void
nearby_take(
    const struct rulebook *book, const struct reading *r, struct group *g)
{
	take_tail(book, r, g);
	if (g->count == 1)
		take_victim(book, r, &g->parts[0]);
}
