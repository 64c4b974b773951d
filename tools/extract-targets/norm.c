/* Bounds that set a norm by themselves. */
#include "scope.h"

/* The operator right in front of figure i, or NULL. */
static const struct item *
operator_of(const struct fold *f, size_t i)
{
	return follows_cue(f, i, CUE_OP) ? prior_to(f, i) : NULL;
}

/* "≥", "<=": nobody reports with them. */
static bool
is_sign(const struct item *bound)
{
	static const char *const signs[] = {
	    "<", ">", "=", "≥", "≤", "⩾", "⩽", "≧", "≦", NULL};

	return starts_with_one_of(bound->cue->phrase, signs);
}

/* "số người chết ... không quá 12 người", but no "xe chở không quá 5 người". */
static bool
counts_victims(const struct fold *f, size_t i)
{
	static const char *const words[] = {"số người chết",
	    "số người bị thương", "số người nghiện", "số người tái nghiện",
	    "số người tử vong", NULL};
	size_t first = look_back(f, i);

	while (i-- > first)
		if (item_is(&f->items->list[i], CUE_HEAD) &&
		    starts_with_one_of(
			str_from_offset(f->folded, f->items->list[i].start),
			words))
			return true;
	return false;
}

/* "tối thiểu", "không quá": such an operator in front of figure i. */
static bool
has_norm(const struct fold *f, size_t i)
{
	static const char *const words[] = {"tối thiểu", "không dưới",
	    "không quá", "không thấp hơn", "không ít hơn", "không vượt quá",
	    "không được", NULL};
	static const char *const most[] = {"tối đa", "nhiều nhất", NULL};
	const struct item *bound = operator_of(f, i);
	const struct unit *unit = f->items->list[i].figure.unit;
	enum unit_kind kind = unit->kind;

	return bound != NULL &&
	       (starts_with_one_of(bound->cue->phrase, words) ||
		   /* "tai nạn tối đa 5 vụ"; people and loads have limits */
		   (starts_with_one_of(bound->cue->phrase, most) &&
		       (str_equal(unit->name, STR("vụ")) ||
			   counts_victims(f, i))) ||
		   (is_sign(bound) &&
		       (kind == UNIT_COUNT || kind == UNIT_RATE)));
}

bool
is_police_measure(const struct item *item)
{
	static const char *const words[] = {"số vụ", "số người", "số đối tượng",
	    "số tai nạn", "tỷ lệ điều tra", "tỷ lệ khám phá",
	    "tỷ lệ giải quyết", "tỷ lệ khởi tố", "tỷ lệ làm rõ",
	    "tỷ lệ thu hồi", "tỉ lệ điều tra", "tỉ lệ khám phá",
	    "tỉ lệ giải quyết", "tỉ lệ khởi tố", "tỉ lệ làm rõ",
	    "tỉ lệ thu hồi", NULL};

	return item_is(item, CUE_HEAD) &&
	       (item->cue->value != HEAD_MEASURE ||
		   starts_with_one_of(item->cue->phrase, words));
}

/* "Tỷ lệ tờ khai luồng đỏ không vượt quá 5,5%": whether a measure begins the
 * sentence. */
static bool
is_subject(const struct fold *f)
{
	static const char *const words[] = {
	    "tỷ lệ ", "tỉ lệ ", "lượng ", "số ", NULL};

	return starts_with_one_of(f->folded, words);
}

bool
is_norm(const struct fold *f, size_t i, bool measured)
{
	static const char *const there[] = {
	    "nhóm này có ", "chúng có ", "trong xe có ", "gây ra ", NULL};
	const struct unit *unit = f->items->list[i].figure.unit;
	const struct item *behind;

	/* "nhóm này có không dưới 10 tên, gây ra không dưới 30 vụ" */
	if (!has_norm(f, i) ||
	    (f->items->list[i].op == OP_GE &&
		ends_with_one_of(
		    str_slice(f->folded, 0, f->items->list[i].reach_start),
		    there)))
		return false;
	/* money only of a task: "thu hồi tối thiểu 50 tỷ đồng" */
	if (unit->kind == UNIT_MONEY)
		return i > 1 && is_task_verb(&f->items->list[i - 2]) &&
		       next_to(f, i - 2) != NULL;
	if (str_equal(unit->name, STR("người")))
		return f->items->list[i].op == OP_LE && counts_victims(f, i);
	behind = next_to(f, i);
	return unit->kind != UNIT_RATE || measured ||
	       (f->items->list[i].op == OP_LE && is_subject(f)) ||
	       /* "tối thiểu 95% số cơ sở" */
	       (f->items->list[i].op == OP_GE &&
		   str_starts(str_from_offset(f->folded, f->items->list[i].end),
		       STR(" số "))) ||
	       (behind != NULL && is_police_measure(behind));
}
