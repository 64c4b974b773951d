#include "grammar.h"

#include <stdlib.h>
#include <string.h>

#include "forms.h"
#include "read.h"
#include "reading.h"

/* The forms that begin in one way. */
struct dispatch {
	struct pattern *pattern; /* NULL: not asked for yet */
	unsigned char forms[FORMS_MOST];
};

struct grammar {
	const struct holidays *holidays;
	struct buf holiday_class;
	struct openers openers;
	struct dispatch all, by_opening[OPENING_COUNT];
};

static const char *
first_number(char opening)
{
	size_t i = 0;

	while (first_numbers[i].openings[0] != '\0' &&
	       (opening == '\0' ||
		   strchr(first_numbers[i].openings, opening) == NULL))
		i++;
	return first_numbers[i].regex;
}

/* Compiles the forms with that opening; '\0': all. */
static bool
prepare(struct grammar *g, struct dispatch *d, char opening, struct buf *why)
{
	struct pattern_class classes[CLASSES_MOST + 2];
	const char *regexes[FORMS_MOST];
	size_t known = 0, count = 0;

	for (; token_classes[known].name != NULL; known++)
		classes[known] = token_classes[known];
	classes[known++] = (struct pattern_class){"num", first_number(opening)};
	classes[known++] =
	    (struct pattern_class){"holidays", g->holiday_class.data};
	classes[known] = (struct pattern_class){NULL, NULL};
	for (size_t i = 0; forms[i].regex != NULL; i++) {
		if (opening != '\0' &&
		    strchr(forms[i].openings, opening) == NULL)
			continue;
		d->forms[count] = (unsigned char)i;
		regexes[count++] = forms[i].regex;
	}
	regexes[count] = NULL;
	d->pattern = pattern_compile(PATTERN_BYTES, classes, regexes, why);
	if (d->pattern != NULL)
		pattern_number_groups(d->pattern, group_names);
	return d->pattern != NULL;
}

/* Parts of the day stand before holidays too: "tối Trung thu". */
static bool
add_parts_before(struct openers *openers, struct str word)
{
	static const char *const parts[] = {
	    "sáng", "trưa", "chiều", "tối", "đêm", "khuya"};
	bool good = true;

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		good &= openers_add(
		    openers, OPENING_PART, str_from(parts[i]), word);
	return good;
}

/* A holiday by its first two words; one of one word stands alone. */
static bool
add_holiday(struct openers *openers, struct str phrase)
{
	size_t blank = str_find(phrase, STR(" "), 0);
	struct str first = str_slice(phrase, 0, blank), second = STR("*");

	if (blank < phrase.len)
		second = str_slice(
		    phrase, blank + 1, str_find(phrase, STR(" "), blank + 1));
	return openers_add(openers, OPENING_HOLIDAY, first, second) &&
	       add_parts_before(openers, first);
}

static bool
add_openings(struct openers *openers, const struct holidays *holidays)
{
	bool good = true;

	for (size_t i = 0; first_words[i].first != NULL; i++)
		good &=
		    openers_add(openers, (unsigned char)first_words[i].opening,
			str_from(first_words[i].first),
			str_from(first_words[i].seconds));
	for (size_t i = 0; i < holidays->count; i++)
		good &= add_holiday(openers, holidays->items[i].phrase);
	return good;
}

struct grammar *
grammar_open(const struct holidays *holidays, const char **why)
{
	struct grammar *g = mem_resize(NULL, 1, sizeof(*g));

	*g = (struct grammar){.holidays = holidays};
	openers_init(&g->openers);
	holidays_regex(holidays, &g->holiday_class);
	buf_byte(&g->holiday_class, '\0');
	if (add_openings(&g->openers, holidays))
		return g;
	*why = "too many holidays";
	grammar_close(g);
	return NULL;
}

void
grammar_close(struct grammar *g)
{
	if (g == NULL)
		return;
	pattern_free(g->all.pattern);
	for (size_t i = 0; i < OPENING_COUNT; i++)
		pattern_free(g->by_opening[i].pattern);
	buf_free(&g->holiday_class);
	free(g);
}

bool
grammar_compile(struct grammar *g, struct buf *why)
{
	for (size_t i = 0; i < OPENING_COUNT; i++)
		if (g->by_opening[i].pattern == NULL &&
		    !prepare(g, &g->by_opening[i], openings[i], why))
			return false;
	return g->all.pattern != NULL || prepare(g, &g->all, '\0', why);
}

/* The forms to try at a place, compiled. */
static struct dispatch *
dispatch_at(struct grammar *g, unsigned char opening)
{
	bool all = opening == OPENER_ANY;
	struct dispatch *d =
	    all ? &g->all
		: &g->by_opening[strchr(openings, opening) - openings];
	struct buf why = {0};

	/* the built-in forms are known to compile */
	if (d->pattern == NULL &&
	    !prepare(g, d, all ? '\0' : (char)opening, &why))
		d = NULL;
	buf_free(&why);
	return d;
}

enum grammar_result
grammar_match(struct grammar *g, const struct place *place, struct piece *piece)
{
	struct dispatch *d = dispatch_at(g, place->opening);
	const struct form *form;
	int number;

	if (d == NULL)
		return GRAMMAR_NONE;
	number = pattern_match(d->pattern, place->folded, place->at);
	if (number == PATTERN_LIMIT)
		return GRAMMAR_LIMIT;
	if (number == PATTERN_NONE)
		return GRAMMAR_NONE;
	form = &forms[d->forms[number]];
	*piece = (struct piece){.kind = form->kind,
	    .flags = form->flags,
	    .span = {place->at, pattern_end(d->pattern)}};
	moment_init(&piece->moment);
	moment_init(&piece->second);
	piece->moment.unit = piece->second.unit = form->unit;
	return read_piece(d->pattern, place, g->holidays, piece) ? GRAMMAR_FOUND
								 : GRAMMAR_NONE;
}

const struct openers *
grammar_openers(const struct grammar *g)
{
	return &g->openers;
}
