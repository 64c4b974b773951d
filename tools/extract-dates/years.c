#include "years.h"

#include "context.h"

/* Bytes of a list's mark in front of a year. */
#define HEAD_MOST 4

/* "(SN 1990)", "sinh ngày 1/2/1990": a birth is long before all else. */
static bool
is_birth(struct str folded, const struct piece *p)
{
	static const struct str born[] = {W("sinh"), W("sinh vào"), {NULL, 0}};
	struct str rest = str_from_offset(folded, p->span.start);

	return str_starts(rest, STR("sn")) || str_starts(rest, STR("s.n")) ||
	       context_before(folded, p->span.start, born);
}

/* The moment that tells a year that may be meant later on; NULL: none. */
static const struct moment *
told_year(struct str folded, const struct piece *p)
{
	const struct moment *m =
	    p->kind == PIECE_RANGE ? &p->second : &p->moment;

	if ((p->kind != PIECE_MOMENT && p->kind != PIECE_RANGE) ||
	    (p->flags & (FORM_YEAR | FORM_DECADE | FORM_NOW)) != 0 ||
	    /* "Nghị quyết 12/2017" */
	    ((p->flags & FORM_FRACTION) != 0 && m->unit == UNIT_MONTH) ||
	    (m->year == 0 && !m->shifted[UNIT_YEAR]) || is_birth(folded, p))
		return NULL;
	return m;
}

/* "ngày 5/9 cùng năm": a day, month or quarter that says that its year was
 * told. */
static bool
points_back(struct str folded, const struct piece *p)
{
	static const struct str same[] = {W("cùng năm"), W(", cùng năm"),
	    W("năm đó"), W("năm ấy"), W("của năm đó"), {NULL, 0}};
	const struct moment *m = &p->moment;

	return (p->kind == PIECE_MOMENT || p->kind == PIECE_RANGE) &&
	       m->year == 0 && m->cycle == 0 && !m->shifted[UNIT_YEAR] &&
	       m->holiday == NULL && (m->month != 0 || m->number != 0) &&
	       context_after(folded, p->span.end, same);
}

static void
take_year(struct moment *m, const struct moment *told)
{
	m->year = told->year;
	m->shifted[UNIT_YEAR] = told->shifted[UNIT_YEAR];
	m->shift[UNIT_YEAR] = told->shift[UNIT_YEAR];
}

/* "Năm 2025: ... (trước 30/6; trước 15/12)": the year that heads a sentence in
 * front of a colon; NULL: none does. */
static const struct moment *
heading_year(struct str folded, const struct pieces *pieces)
{
	const struct piece *p = pieces->items;

	return pieces->count > 0 && p->kind == PIECE_MOMENT &&
		       p->moment.unit == UNIT_YEAR && p->moment.year != 0 &&
		       p->moment.mod == MOD_NONE &&
		       p->span.start <= HEAD_MOST &&
		       str_starts(
			   str_from_offset(folded, p->span.end), STR(": "))
		   ? &p->moment
		   : NULL;
}

/* Whether a day or month has a year yet to be found. */
static bool
lacks_year(const struct piece *p)
{
	const struct moment *m = &p->moment;

	return p->kind == PIECE_MOMENT && m->year == 0 && m->cycle == 0 &&
	       !m->shifted[UNIT_YEAR] && m->holiday == NULL && !m->lunar &&
	       m->month != 0 && (p->flags & (FORM_LIST | FORM_NOW)) == 0;
}

void
years_point_back(struct str folded, struct pieces *pieces)
{
	const struct moment *told = NULL;
	const struct moment *head = heading_year(folded, pieces);

	for (size_t i = 0; i < pieces->count; i++) {
		struct piece *p = &pieces->items[i];
		const struct moment *m;

		if (told != NULL && points_back(folded, p)) {
			take_year(&p->moment, told);
			if (p->kind == PIECE_RANGE)
				take_year(&p->second, told);
			/* "7/12 năm đó" is no share */
			p->flags &= ~(unsigned)FORM_FRACTION;
		}
		if (head != NULL && lacks_year(p))
			p->moment.year = head->year;
		m = told_year(folded, p);
		told = m != NULL ? m : told;
	}
}
