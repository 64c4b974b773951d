/* Operators in front of a number and behind it. */
#include "meaning.h"

#include "phrases.h"

/* "trở lên" stands at most so many bytes behind the unit. */
#define AFTER_REACH 48

bool
is_adjacent(struct str folded, size_t end, size_t start)
{
	return end == start || (end + 1 == start && folded.data[end] == ' ');
}

static bool
fills(const struct item *item)
{
	return item_is(item, CUE_FILL) || item_is(item, CUE_FROM) ||
	       item_is(item, CUE_REACH);
}

/* "ước tính: 4 tỷ đồng": whether the colon, item i, stands behind the word. */
static bool
is_colon_of(const struct items *items, size_t i, struct str folded)
{
	const struct item *colon = &items->list[i];

	return colon->kind == ITEM_COLON && i > 0 &&
	       item_is(colon - 1, CUE_OP) &&
	       colon[-1].cue->value == OP_APPROX &&
	       is_adjacent(folded, colon[-1].end, colon->start);
}

/* "ít nhất phải đạt 90%", "tối thiểu phải khám phá 80%": whether item i is
 * "phải", or the act behind it. */
static bool
is_duty(const struct items *items, size_t i, struct str folded)
{
	const struct item *item = &items->list[i];

	return is_phrase(item, STR("phải")) ||
	       (i > 0 && item_is(item, CUE_VERB) &&
		   is_phrase(item - 1, STR("phải")) &&
		   is_adjacent(folded, item[-1].end, item->start));
}

/* An operator that may stand in front of "phải". */
static bool
is_floor(const struct item *item)
{
	return is_phrase(item, STR("ít nhất")) ||
	       is_phrase(item, STR("tối thiểu"));
}

static void
read_before(struct items *items, size_t i, struct str folded)
{
	struct item *figure = &items->list[i];
	size_t at = figure->start;
	bool duty = false;

	while (i-- > 0) {
		const struct item *item = &items->list[i];

		if (!is_adjacent(folded, item->end, at))
			return;
		if (item_is(item, CUE_OP)) {
			if (duty && !is_floor(item))
				return;
			figure->op = (enum op)item->cue->value;
			figure->reach_start = item->start;
			return;
		}
		if (is_duty(items, i, folded))
			duty = true;
		else if (!fills(item) && !is_colon_of(items, i, folded))
			return;
		at = item->start;
		if (item_is(item, CUE_FROM))
			figure->reach_start = at;
	}
}

/* "từ 1.000 tổ chức, cá nhân trở lên": whether the comma at item j divides what
 * figure i counts from what else is counted with it. */
static bool
is_within_unit(const struct items *items, size_t i, size_t j, struct str folded)
{
	const struct item *figure = &items->list[i];

	return items->list[j].kind == ITEM_COMMA && i > 0 &&
	       items->list[j].start <= figure->end + AFTER_REACH &&
	       item_is(figure - 1, CUE_FROM) &&
	       is_adjacent(folded, figure[-1].end, figure->start) &&
	       j + 1 < items->count && item_is(&items->list[j + 1], CUE_AFTER);
}

/* Items between "mỗi" and the number of each. */
#define EACH_MOST 6

/* "tối thiểu mỗi ca lập biên bản 25 trường hợp": a floor for each, told in
 * front. */
static void
read_floor_of_each(struct items *items, size_t i, struct str folded)
{
	struct item *figure = &items->list[i];
	size_t first = i > EACH_MOST ? i - EACH_MOST : 1;

	while (i-- > first && items->list[i].kind == ITEM_CUE) {
		const struct item *item = &items->list[i];

		if (!is_phrase(item, STR("mỗi")))
			continue;
		if (is_floor(item - 1) &&
		    is_adjacent(folded, item[-1].end, item->start)) {
			figure->op = OP_GE;
			figure->reach_start = item[-1].start;
		}
		return;
	}
}

/* "100% học sinh lớp 9 trở lên", "12 đối tượng thuộc loại nguy hiểm trở lên":
 * whether what stands before "trở lên" names a rank that it is told of. */
static bool
is_of_rank(struct str s)
{
	static const char *const ranks[] = {
	    " loại ", " hạng ", " cấp ", " bậc ", " nghiêm trọng", NULL};

	for (size_t i = 0; i < s.len; i++)
		if (str_is_digit(s.data[i]))
			return true;
	return holds_one_of(s, ranks);
}

static void
read_after(struct items *items, size_t i, struct str folded)
{
	struct item *figure = &items->list[i];

	for (size_t j = i + 1; j < items->count; j++) {
		const struct item *item = &items->list[j];

		/* "từ 10 triệu đồng/tháng trở lên" */
		if (item->kind == ITEM_SLASH && item->start == figure->end &&
		    !str_digit_at(folded, item->end))
			continue;
		if (is_within_unit(items, i, j, folded))
			continue;
		if (item->start > figure->end + AFTER_REACH ||
		    item->kind != ITEM_CUE || item_is(item, CUE_FROM))
			return;
		if (item_is(item, CUE_AFTER)) {
			if (is_of_rank(
				str_slice(folded, figure->end, item->start)))
				return;
			figure->op = (enum op)item->cue->value;
			figure->reach_end = item->end;
			return;
		}
	}
}

void
resolve_operators(struct items *items, struct str folded)
{
	for (size_t i = 0; i < items->count; i++) {
		struct item *item = &items->list[i];

		if (item->kind != ITEM_FIGURE)
			continue;
		item->reach_start = item->start;
		item->reach_end = item->end;
		if (item->figure.form == FIGURE_VAGUE)
			item->op = OP_APPROX;
		else
			read_before(items, i, folded);
		if (item->op == OP_NONE && item->figure.form == FIGURE_PLAIN)
			read_floor_of_each(items, i, folded);
		read_after(items, i, folded);
	}
}
