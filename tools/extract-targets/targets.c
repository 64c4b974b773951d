#include "targets.h"

#include <stdlib.h>

#include "items.h"
#include "meaning.h"
#include "number.h"
#include "record.h"
#include "scope.h"
#include "sieve.h"
#include "words.h"

static const unsigned char units_tsv[] = {
#include "tools/extract-targets/units.tsv.h"
};
static const unsigned char cues_tsv[] = {
#include "tools/extract-targets/cues.tsv.h"
};
static const unsigned char words_tsv[] = {
#include "tools/extract-targets/words.tsv.h"
};
static const struct table tables[] = {
    {"units.tsv", {(const char *)units_tsv, sizeof(units_tsv)}},
    {"cues.tsv", {(const char *)cues_tsv, sizeof(cues_tsv)}},
    {"words.tsv", {(const char *)words_tsv, sizeof(words_tsv)}},
    {NULL, {NULL, 0}},
};

struct targets {
	struct figures *figures;
	struct lexicon *lexicon;
	struct wordlist words;
	struct sieve sieve;
	/* of the sentence at hand, reused */
	struct items items;
	struct buf value, attributes;
	struct annotations *found;
};

/* The first two attributes. */
static const struct str heads[][3] = {
    {STR_INIT("status=result class=figure"),
	STR_INIT("status=result class=zero"),
	STR_INIT("status=result class=aim")},
    {STR_INIT("status=goal class=figure"), STR_INIT("status=goal class=zero"),
	STR_INIT("status=goal class=aim")},
};

enum class { FIGURE, ZERO, AIM };

static const char *const change_names[] = {NULL, "up", "down"};
static const char *const op_names[] = {NULL, "gt", "ge", "lt", "le", "approx"};

static void
close_targets(void *self)
{
	struct targets *t = self;

	figures_close(t->figures);
	lexicon_close(t->lexicon);
	wordlist_free(&t->words);
	sieve_free(&t->sieve);
	items_free(&t->items);
	buf_free(&t->value);
	buf_free(&t->attributes);
	free(t);
}

/* Whether another phrase of the kind stands within this one. */
static bool
holds_another(const struct lexicon *l, const struct cue *cue)
{
	const struct cue *other;
	size_t next = 0;

	while ((other = lexicon_next(l, cue->kind, &next)) != NULL)
		if (other->phrase.len < cue->phrase.len &&
		    str_find(cue->phrase, other->phrase, 0) < cue->phrase.len)
			return true;
	return false;
}

/* What a zero, an aim or a vague number begins with. */
static bool
fill_sieve(struct targets *t, struct fault *fault)
{
	static const char *const words[] = {"phấn đấu", "mục tiêu", "chỉ tiêu",
	    "hàng chục", "hàng trăm", "hàng nghìn", "hàng ngàn", "hàng vạn",
	    "hàng triệu", "hàng tỷ", "hàng tỉ", "không phát sinh",
	    "không hình thành", "không xã nào để", "không phường nào để",
	    "không đơn vị nào để", "không địa bàn nào để", "không huyện nào để",
	    "không thôn nào để", "không cơ sở nào để", NULL};
	const struct cue *cue;
	size_t next = 0;
	bool fits = figures_sieve(t->figures, &t->sieve);

	for (size_t i = 0; words[i] != NULL; i++)
		fits &= sieve_add_trigger(&t->sieve, str_from(words[i]));
	while ((cue = lexicon_next(t->lexicon, CUE_ZERO, &next)) != NULL)
		if (!holds_another(t->lexicon, cue) &&
		    !starts_with_one_of(cue->phrase, words))
			fits &= sieve_add_trigger(&t->sieve, cue->phrase);
	if (!fits)
		*fault = (struct fault){FAULT_ERROR, NULL, 0, 0,
		    "too many short units, or phrases of kind zero"};
	return fits;
}

/* Whether the sentence holds a figure, an aim or a zero at all. */
static bool
may_hold(struct targets *t, struct str folded)
{
	size_t at = 0;

	sieve_mark(&t->sieve, folded);
	while ((at = sieve_next(&t->sieve, folded, at)) != SIZE_MAX) {
		bool number =
		    folded.data[at] == 'h' || str_is_digit(folded.data[at]);

		if (!number || figure_begins(t->figures, folded, at))
			return true;
		at = number_end(folded, at);
	}
	return false;
}

static void *
open_targets(
    const struct table *extra, const char *const *own, struct fault *fault)
{
	struct targets *t = mem_resize(NULL, 1, sizeof(*t));

	(void)own;
	*t = (struct targets){0};
	t->figures = figures_open(&tables[0], extra, fault);
	if (t->figures != NULL)
		t->lexicon = lexicon_open(&tables[1], fault);
	if (t->lexicon == NULL || !words_read(&t->words, &tables[2], fault) ||
	    !fill_sieve(t, fault)) {
		close_targets(t);
		return NULL;
	}
	return t;
}

static void
begin(struct targets *t, enum status status, enum class class)
{
	buf_clear(&t->value);
	buf_clear(&t->attributes);
	buf_add(&t->attributes, heads[status][class]);
}

static void
add_words(
    void *context, enum word_class class, struct span place, enum status status)
{
	struct targets *t = context;

	begin(t, status, class == WORDS_ZERO ? ZERO : AIM);
	if (class == WORDS_ZERO)
		buf_byte(&t->value, '0');
	annotations_add(
	    t->found, place, buf_str(&t->value), buf_str(&t->attributes));
}

static void
add_figure(struct targets *t, const struct item *item, struct str text)
{
	const struct figure *f = &item->figure;
	struct str second = items_value(&t->items, f->second);
	bool previous = f->form == FIGURE_RATIO && item->change != CHANGE_NONE;

	begin(t, item->status, FIGURE);
	buf_add(&t->value, items_value(&t->items, f->value));
	if (f->form == FIGURE_RANGE)
		buf_text(&t->value, "..");
	else if (f->form == FIGURE_RATIO && !previous)
		buf_byte(&t->value, '/');
	if (f->form == FIGURE_RANGE || (f->form == FIGURE_RATIO && !previous))
		buf_add(&t->value, second);
	if (item->op != OP_NONE)
		record_add_attribute(
		    &t->attributes, "op", str_from(op_names[item->op]));
	record_add_attribute(&t->attributes, "unit", f->unit->name);
	if (item->change != CHANGE_NONE)
		record_add_attribute(&t->attributes, "change",
		    str_from(change_names[item->change]));
	if (previous)
		record_add_attribute(&t->attributes, "previous", second);
	if (item->of.start < item->of.end)
		record_add_attribute(&t->attributes, "of",
		    str_slice(text, item->of.start, item->of.end));
	if (item->base.start < item->base.end)
		record_add_attribute(&t->attributes, "base",
		    str_slice(text, item->base.start, item->base.end));
	annotations_add(t->found,
	    (struct span){item->reach_start, item->reach_end},
	    buf_str(&t->value), buf_str(&t->attributes));
}

/* The year of a date; 0: there is none. */
static size_t
year_of(struct str date)
{
	size_t year;

	return str_to_size(str_slice(date, 0, date.len < 4 ? 0 : 4), &year)
		   ? year
		   : 0;
}

static enum within
section_of(const struct sentence *sentence)
{
	struct str name =
	    record_attribute(sentence->attributes, STR("section"));

	if (str_equal(name, STR("goals")))
		return WITHIN_GOALS;
	if (str_equal(name, STR("scores")))
		return WITHIN_SCORES;
	return str_equal(name, STR("results")) ? WITHIN_RESULTS : WITHIN_TEXT;
}

static bool
find(void *self, const struct sentence *sentence, struct annotations *found)
{
	struct targets *t = self;
	struct str folded = sentence->folded;
	bool whole;

	figures_begin(t->figures);
	if (sentence->prefilter && !may_hold(t, folded))
		return true;
	whole = items_read(&t->items, sentence, t->figures,
	    sentence->prefilter ? &t->sieve : NULL, t->lexicon);
	t->found = found;
	resolve_operators(&t->items, folded);
	resolve_status(&t->items, folded, year_of(sentence->reference),
	    section_of(sentence));
	resolve_changes(&t->items, folded);
	spread_changes(&t->items, folded);
	resolve_measures(&t->items, folded);
	resolve_bases(&t->items, folded);
	for (size_t i = 0; i < t->items.count; i++)
		if (t->items.list[i].kind == ITEM_FIGURE)
			add_figure(t, &t->items.list[i], sentence->text);
	find_words(&t->items, folded, &t->words, add_words, t);
	return whole;
}

const struct annotator targets_annotator = {
    .name = "extract-targets",
    .kind = "target",
    .purpose = "Finds the aims that are set and the figures that are reported",
    .tables = tables,
    .open = open_targets,
    .find = find,
    .close = close_targets,
};
