#include "grammar.h"

#include <stdlib.h>
#include <string.h>

#include "forms.h"
#include "read.h"
#include "reading.h"

/* All forms are too many for one pattern: so many of them are one. */
#define PART_FORMS 24
#define PARTS ((FORMS_MOST + PART_FORMS - 1) / PART_FORMS)

/* The forms that begin in one way, or a part of all. */
struct dispatch {
	struct pattern *pattern; /* NULL: not asked for yet */
	unsigned char forms[FORMS_MOST];
};

struct grammar {
	const struct holidays *holidays;
	struct buf holiday_class;
	struct openers openers;
	struct dispatch all[PARTS], by_opening[OPENING_COUNT];
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

/* Compiles the forms with that opening; '\0': all from one on that make a
 * part. */
static bool
prepare(struct grammar *g, struct dispatch *d, char opening, size_t first,
    struct buf *why)
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
	for (size_t i = first; forms[i].regex != NULL; i++) {
		if (opening == '\0' && i == first + PART_FORMS)
			break;
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
	for (size_t i = 0; i < PARTS; i++)
		pattern_free(g->all[i].pattern);
	for (size_t i = 0; i < OPENING_COUNT; i++)
		pattern_free(g->by_opening[i].pattern);
	buf_free(&g->holiday_class);
	free(g);
}

/* How many parts all forms are. */
static size_t
count_parts(void)
{
	size_t count = 0;

	while (forms[count].regex != NULL)
		count++;
	return (count + PART_FORMS - 1) / PART_FORMS;
}

bool
grammar_compile(struct grammar *g, struct buf *why)
{
	for (size_t i = 0; i < OPENING_COUNT; i++)
		if (g->by_opening[i].pattern == NULL &&
		    !prepare(g, &g->by_opening[i], openings[i], 0, why))
			return false;
	for (size_t i = 0; i < count_parts(); i++)
		if (g->all[i].pattern == NULL &&
		    !prepare(g, &g->all[i], '\0', i * PART_FORMS, why))
			return false;
	return true;
}

/* Compiled; false: that failed. */
static bool
is_ready(struct grammar *g, struct dispatch *d, char opening, size_t first)
{
	struct buf why = {0};
	/* the built-in forms are known to compile */
	bool good = d->pattern != NULL || prepare(g, d, opening, first, &why);

	buf_free(&why);
	return good;
}

/* What a match of a form, or what pattern_match() told else, is. */
static enum grammar_result
take(const struct grammar *g, const struct dispatch *d, int number,
    const struct place *place, struct piece *piece)
{
	const struct form *form;

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

/* The same of all forms: the first that matches decides. */
static enum grammar_result
match_all(struct grammar *g, const struct place *place, struct piece *piece)
{
	for (size_t i = 0; i < count_parts(); i++) {
		struct dispatch *d = &g->all[i];
		int number;

		if (!is_ready(g, d, '\0', i * PART_FORMS))
			continue;
		number = pattern_match(d->pattern, place->folded, place->at);
		if (number != PATTERN_NONE)
			return take(g, d, number, place, piece);
	}
	return GRAMMAR_NONE;
}

enum grammar_result
grammar_match(struct grammar *g, const struct place *place, struct piece *piece)
{
	struct dispatch *d;

	if (place->opening == OPENER_ANY)
		return match_all(g, place, piece);
	d = &g->by_opening[strchr(openings, place->opening) - openings];
	if (!is_ready(g, d, (char)place->opening, 0))
		return GRAMMAR_NONE;
	return take(g, d, pattern_match(d->pattern, place->folded, place->at),
	    place, piece);
}

const struct openers *
grammar_openers(const struct grammar *g)
{
	return &g->openers;
}
