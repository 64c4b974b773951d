#include "dates.h"

#include <stdio.h>
#include <stdlib.h>

#include "anchor.h"
#include "campaign.h"
#include "compose.h"
#include "context.h"
#include "grammar.h"
#include "record.h"
#include "resolve.h"
#include "starts.h"

static const unsigned char holidays_bytes[] = {
#include "tools/extract-dates/holidays.tsv.h"
};

static const unsigned char lunar_bytes[] = {
#include "tools/extract-dates/lunar.tsv.h"
};

static const struct table tables[] = {
    {"holidays.tsv", {(const char *)holidays_bytes, sizeof(holidays_bytes)}},
    {"lunar.tsv", {(const char *)lunar_bytes, sizeof(lunar_bytes)}},
    {NULL, {NULL, 0}},
};

struct dates {
	struct lunar lunar;
	struct holidays holidays;
	struct grammar *grammar;
	struct starts starts;
	struct pieces pieces;
	struct expressions expressions;
	struct buf value, attributes, day;
};

static void close_dates(void *self);

static bool
can_compile(struct grammar *grammar)
{
	struct buf unused = {0};
	bool good = grammar_compile(grammar, &unused);

	buf_free(&unused);
	return good;
}

static void *
open_dates(
    const struct table *extra, const char *const *own, struct fault *fault)
{
	struct dates *d = mem_resize(NULL, 1, sizeof(*d));
	const char *why = NULL;

	(void)own;
	*d = (struct dates){0};
	if (!holidays_add(&d->holidays, &tables[0], fault) ||
	    !lunar_open(&d->lunar, &tables[1], fault) ||
	    (extra != NULL && !holidays_add(&d->holidays, extra, fault))) {
		close_dates(d);
		return NULL;
	}
	d->grammar = grammar_open(&d->holidays, &why);
	/* the built-in holidays are known to compile */
	if (d->grammar != NULL && extra != NULL && !can_compile(d->grammar))
		why = "too many holidays";
	if (why != NULL) {
		*fault = (struct fault){FAULT_ERROR,
		    extra != NULL ? extra->name : tables[0].name, 0, 0, why};
		close_dates(d);
		return NULL;
	}
	return d;
}

static void
close_dates(void *self)
{
	struct dates *d = self;

	grammar_close(d->grammar);
	holidays_close(&d->holidays);
	lunar_close(&d->lunar);
	starts_close(&d->starts);
	free(d->pieces.items);
	free(d->expressions.items);
	buf_free(&d->value);
	buf_free(&d->attributes);
	buf_free(&d->day);
	free(d);
}

static bool
find_pieces(struct dates *d, const struct sentence *sentence)
{
	struct place place = {sentence->folded, sentence->text, 0, OPENER_NONE};
	struct pieces *pieces = &d->pieces;
	const struct openers *openers =
	    sentence->prefilter ? grammar_openers(d->grammar) : NULL;
	size_t end = 0; /* of the last piece */
	bool complete = true;

	pieces->count = 0;
	starts_open(&d->starts, openers, place.folded, place.text);
	while ((place.at = starts_next(&d->starts, end, &place.opening)) <
	       place.folded.len) {
		enum grammar_result result;

		pieces->items = mem_grow(pieces->items, pieces->count,
		    &pieces->cap, sizeof(*pieces->items));
		result = grammar_match(
		    d->grammar, &place, &pieces->items[pieces->count]);
		complete &= result != GRAMMAR_LIMIT;
		if (result == GRAMMAR_FOUND)
			end = pieces->items[pieces->count++].span.end;
	}
	return complete;
}

static void
add_word(struct buf *b, const char *key, const char *value)
{
	record_add_attribute(b, key, str_from(value));
}

static void
add_day(struct dates *d, const char *key, long day)
{
	buf_clear(&d->day);
	calendar_format(&d->day, calendar_date(day));
	record_add_attribute(&d->attributes, key, buf_str(&d->day));
}

static void
add_days(struct dates *d, const struct expression *e)
{
	long first, last, unused;
	bool from = e->kind == PIECE_RANGE ? e->has_from : true;
	bool to = e->kind == PIECE_RANGE ? e->has_to : true;
	const struct moment *end = e->kind == PIECE_RANGE ? &e->to : &e->from;

	if (from && !moment_bounds(&e->from, &first, &unused))
		return;
	if (to && !moment_bounds(end, &unused, &last))
		return;
	if (from)
		add_day(d, "first", first);
	if (to)
		add_day(d, "last", last);
}

static void
add_implied(struct buf *b, unsigned implied)
{
	struct buf list = {0};

	if ((implied & IMPLIED_YEAR) != 0)
		buf_text(&list, "year");
	if ((implied & IMPLIED_MONTH) != 0)
		buf_text(&list, list.len > 0 ? ",month" : "month");
	if ((implied & IMPLIED_DAY) != 0)
		buf_text(&list, list.len > 0 ? ",day" : "day");
	if (list.len > 0)
		record_add_attribute(b, "implied", buf_str(&list));
	buf_free(&list);
}

static void
format_attributes(struct dates *d, const struct expression *e)
{
	static const char *const mods[] = {
	    "", "approx", "before", "after", "start", "mid", "end"};
	struct buf *b = &d->attributes;
	const char *type = e->kind == PIECE_DURATION ? "duration"
			   : e->kind == PIECE_SET    ? "set"
			   : e->kind == PIECE_RANGE  ? "range"
			   : e->from.hour >= 0       ? "time"
						     : "date";

	add_word(b, "type", type);
	if (e->kind == PIECE_MOMENT || e->kind == PIECE_RANGE)
		add_days(d, e);
	if (e->mod != MOD_NONE)
		add_word(b, "mod", mods[e->mod]);
	add_implied(b, e->from.implied | e->to.implied);
	if (e->kind == PIECE_MOMENT && e->from.holiday != NULL &&
	    e->from.holiday->name.len > 0)
		record_add_attribute(b, "name", e->from.holiday->name);
	if (e->campaign)
		add_word(b, "role", "campaign");
	if (e->from.conflict || e->to.conflict)
		add_word(b, "conflict", "can-chi");
}

static void
format_value(struct dates *d, const struct expression *e)
{
	struct buf *b = &d->value;

	if (e->kind == PIECE_DURATION || e->kind == PIECE_SET) {
		buf_text(b, e->value);
		return;
	}
	if (e->kind == PIECE_MOMENT) {
		moment_format(b, &e->from);
		return;
	}
	if (e->has_from)
		moment_format(b, &e->from);
	buf_text(b, e->has_from ? "/" : "../");
	if (e->has_to)
		moment_format(b, &e->to);
	else
		buf_text(b, "..");
}

/* A lunar month is the range of its days. */
static bool
resolve_lunar_month(
    struct dates *d, const struct reference *ref, struct expression *e)
{
	e->kind = PIECE_RANGE;
	e->has_from = e->has_to = true;
	e->to = e->from;
	e->to.at_end = true;
	return resolve_moment(&d->lunar, ref, &e->from) &&
	       resolve_moment(&d->lunar, ref, &e->to);
}

/* Whether a year is not over when it is told of, or a month or day is yet to
 * come. */
static bool
is_to_come(const struct reference *ref, const struct moment *m)
{
	struct moment now = {.unit = ref->unit,
	    .year = ref->date.year,
	    .month = ref->date.month,
	    .day = ref->date.day};
	long first, last, unused;

	if (ref->unit == UNIT_NONE)
		return false;
	if (m->unit == UNIT_YEAR)
		return m->year >= now.year;
	return moment_bounds(&now, &unused, &last) &&
	       moment_bounds(m, &first, &unused) && first > last;
}

/* Bytes of a programme's name. */
#define PROGRAMME_MOST 100

/* "tổng kết chương trình phòng, chống tội phạm đến năm 2020": whether a year is
 * that of a programme's name, which it ends however long ago. */
static bool
is_of_programme(struct str folded, const struct expression *e)
{
	static const struct str programmes[] = {W("chương trình"),
	    W("chiến lược"), W("đề án"), W("quy hoạch"), {NULL, 0}};

	return e->from.unit == UNIT_YEAR &&
	       context_holds(str_before(folded, e->span.start, PROGRAMME_MOST),
		   programmes);
}

/* "đề án đến năm 2030", "yêu cầu đến 30/9 phải xong", but not "đến năm 1998,
 * ông ...": what is to come is an end. */
static void
end_with(struct str folded, const struct reference *ref, struct expression *e)
{
	if (e->until == 0 || e->kind != PIECE_MOMENT ||
	    (!is_to_come(ref, &e->from) && !is_of_programme(folded, e)))
		return;
	e->kind = PIECE_RANGE;
	e->has_to = true;
	e->to = e->from;
	e->span.start -= e->until;
}

static bool
resolve(struct dates *d, const struct reference *ref, struct expression *e)
{
	if (e->kind == PIECE_DURATION || e->kind == PIECE_SET)
		return true;
	if (e->kind == PIECE_MOMENT && e->from.unit == UNIT_MONTH &&
	    e->from.lunar)
		return resolve_lunar_month(d, ref, e);
	e->to.at_end = true;
	if (e->kind == PIECE_RANGE && e->has_from && e->has_to)
		return resolve_range(&d->lunar, ref, &e->from, &e->to);
	if (e->kind == PIECE_RANGE && e->has_to)
		return resolve_moment(&d->lunar, ref, &e->to);
	return resolve_moment(&d->lunar, ref, &e->from);
}

/* Whether the sentence stands in a section that tells when something is
 * done. */
static bool
is_in_time(const struct sentence *sentence)
{
	return str_equal(record_attribute(sentence->attributes, STR("section")),
	    STR("time"));
}

static bool
find_dates(
    void *self, const struct sentence *sentence, struct annotations *found)
{
	struct dates *d = self;
	struct reference ref;
	struct anchor anchor = {.set = false};
	const struct expression *before = NULL; /* the last that is no length */
	bool complete = find_pieces(d, sentence);

	if (d->pieces.count == 0)
		return complete;
	ref = reference_parse(sentence->reference);
	d->expressions.count = 0;
	compose(sentence->folded, sentence->text, &d->pieces, &d->expressions);
	campaign_mark(sentence->folded, &d->expressions, is_in_time(sentence));
	for (size_t i = 0; i < d->expressions.count; i++) {
		struct expression *e = &d->expressions.items[i];

		if (i + 1 < d->expressions.count && e[1].aside)
			resolve_year_of_both(
			    &d->lunar, &ref, &e->from, &e[1].from);
		anchor.set = before != NULL &&
			     anchor_holds(sentence->folded, before, e, &anchor);
		if (!resolve(d, anchor.set ? &anchor.reference : &ref, e))
			continue;
		if (anchor.set)
			anchor_imply(before, e);
		if (e->kind == PIECE_MOMENT || e->kind == PIECE_RANGE)
			before = e;
		end_with(sentence->folded, &ref, e);
		if (e->mod >= MOD_START && e->from.mod == MOD_NONE)
			e->mod = MOD_NONE;
		buf_clear(&d->value);
		buf_clear(&d->attributes);
		format_value(d, e);
		format_attributes(d, e);
		annotations_add(found, e->span, buf_str(&d->value),
		    buf_str(&d->attributes));
	}
	return complete;
}

const struct annotator dates_annotator = {
    .name = "extract-dates",
    .kind = "date",
    .purpose = "Finds calendar time in the sentences of a record stream and "
	       "adds date records",
    .tables = tables,
    .open = open_dates,
    .find = find_dates,
    .close = close_dates,
};
