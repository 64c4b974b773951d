#include "items.h"

#include "text.h"

struct reader {
	struct items *items;
	const struct sentence *sentence;
	struct figures *figures;
	struct lexicon *lexicon;
	bool limit;
};

bool
item_is(const struct item *item, enum cue_kind kind)
{
	return item->kind == ITEM_CUE && item->cue->kind == kind;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter_byte(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 0xC3 && c <= 0xCF) ||
	       c == 0xE1;
}

static struct item *
add(struct items *items, enum item_kind kind, size_t start, size_t end)
{
	struct item *item;

	items->list = mem_grow(
	    items->list, items->count, &items->cap, sizeof(*items->list));
	item = &items->list[items->count++];
	*item = (struct item){.kind = kind, .start = start, .end = end};
	return item;
}

/* End of the letters, digits and marks of one word or number. */
static size_t
skip_word(struct str s, size_t at)
{
	do
		at++;
	while (at < s.len &&
	       (is_letter_byte((unsigned char)s.data[at]) ||
		   ((unsigned char)s.data[at] & 0xC0) == 0x80 ||
		   is_digit(s.data[at])));
	return at;
}

/* End of a number with its groups: a figure begins nowhere inside it. */
static size_t
skip_number(struct str s, size_t at)
{
	while (at < s.len && (is_digit(s.data[at]) ||
				 ((s.data[at] == '.' || s.data[at] == ',') &&
				     at + 1 < s.len && is_digit(s.data[at + 1]))))
		at++;
	return at;
}

static bool
is_date_number(const struct reader *r, size_t at)
{
	struct str s = r->sentence->folded;

	/* the second number of 15/12, 7.2 or a range that is none */
	return at >= 2 && is_digit(s.data[at - 2]) &&
	       (s.data[at - 1] == '/' || s.data[at - 1] == '-' ||
		   s.data[at - 1] == '.');
}

/* Words in front of a number that make it a name or a date, and the range
 * of such numbers. */
static const struct {
	const char *word;
	size_t least, most;
} names[] = {
    {"ngày", 1, 31},
    {"tháng", 1, 12},
    {"năm", 1900, 2100},
    {"quý", 1, 4},
    {"quận", 1, 12},
    {"phường", 1, 30},
    {"điều", 1, 999},
    {"khoản", 1, 20},
    {"khóa", 1, 40},
    {"kỳ họp", 1, 40},
    {"lần", 1, 9},
    {"thứ", 2, 99},
    {"quốc lộ", 1, 999},
    {"tỉnh lộ", 1, 999},
    {"km", 1, 999},
    {"giai đoạn", 1, 9},
    {"khu phố", 1, 99},
    {"ấp", 1, 99},
    {"lúc", 0, 24},
    {"đợt", 1, 9},
    {"nghị quyết", 1, 999},
    {"nghị định", 1, 999},
    {"chỉ thị", 1, 999},
    {"mùng", 1, 10},
};

static bool
follows(struct str s, size_t at, struct str word)
{
	return at > word.len && s.data[at - 1] == ' ' &&
	       str_equal(str_slice(s, at - 1 - word.len, at - 1), word) &&
	       !text_inside_word(s, at - 1 - word.len);
}

static bool
is_named(struct str s, size_t at)
{
	size_t value, end = skip_number(s, at);

	if (!str_to_size(str_slice(s, at, end), &value))
		return false;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct str word = str_from(names[i].word);
		size_t before = at - 1 - word.len;

		if (value < names[i].least || value > names[i].most ||
		    !follows(s, at, word))
			continue;
		/* "mỗi ngày 5 vụ", "một tháng 10 vụ" */
		return !follows(s, before, STR("mỗi")) &&
		       !follows(s, before, STR("một")) &&
		       !follows(s, before, STR("trong"));
	}
	return false;
}

static bool
is_rate_of_interest(struct str s, const struct figure *f)
{
	struct str rest = str_from_offset(s, f->end);
	static const char *const per[] = {"/năm", "/tháng", "/ngày", "/tuần",
	    " /năm", "/ năm", " mỗi tháng", "/kỳ", NULL};

	if (f->unit->kind != UNIT_RATE)
		return false;
	for (size_t i = 0; per[i] != NULL; i++)
		if (str_starts(rest, str_from(per[i])))
			return true;
	return false;
}

static bool
is_excluded(const struct reader *r, const struct figure *f)
{
	struct str s = r->sentence->folded;
	struct str unit = f->unit->name;

	if (is_date_number(r, f->start) || is_rate_of_interest(s, f))
		return true;
	/* 4G is no weight */
	if (str_equal(unit, STR("g")) &&
	    r->sentence->text.data[f->unit_start] == 'G')
		return true;
	return f->unit->kind == UNIT_COUNT && is_named(s, f->start);
}

/* Reads at a digit or at "hàng"; where to go on. */
static size_t
take_figure(struct reader *r, size_t at)
{
	struct items *items = r->items;
	struct figure figure;
	size_t kept = items->strings.len;
	struct item *item;

	if (!figure_read(r->figures, r->sentence->folded, at, &figure,
		&items->strings, &r->limit) ||
	    is_excluded(r, &figure)) {
		items->strings.len = kept;
		return at;
	}
	item = add(items, ITEM_FIGURE, figure.start, figure.end);
	item->figure = figure;
	return figure.end;
}

static size_t
take_word(struct reader *r, size_t at)
{
	struct str s = r->sentence->folded;
	size_t end = skip_word(s, at);
	bool filter = r->sentence->prefilter;
	const struct cue *cue;

	if (s.data[at] == 'h' &&
	    str_starts(str_from_offset(s, at), STR("hàng "))) {
		size_t next = take_figure(r, at);

		if (next > at)
			return next;
	}
	if (filter && !lexicon_begins(r->lexicon, str_slice(s, at, end)))
		return end;
	cue = lexicon_match(r->lexicon, s, at, &r->limit);
	if (cue == NULL)
		return end;
	add(r->items, ITEM_CUE, at, at + cue->phrase.len)->cue = cue;
	return at + cue->phrase.len;
}

static size_t
take_wide_mark(struct reader *r, size_t at)
{
	struct str s = r->sentence->folded;
	size_t end = at;
	uint32_t code = text_decode(s, &end);

	switch (code) {
	case 0x2013:
	case 0x2014:
		if (at == 0 || s.data[at - 1] == ' ')
			add(r->items, ITEM_DASH, at, end);
		break;
	case 0x201C:
	case 0x201D:
	case 0x2018:
	case 0x2019:
	case 0xAB:
	case 0xBB:
		add(r->items, ITEM_QUOTE, at, end);
		break;
	case 0x2026:
		add(r->items, ITEM_STOP, at, end);
		break;
	default:
		break;
	}
	return end;
}

static size_t
take_mark(struct reader *r, size_t at)
{
	struct str s = r->sentence->folded;
	bool spaced = at + 1 >= s.len || s.data[at + 1] == ' ';

	switch (s.data[at]) {
	case ',':
		add(r->items, ITEM_COMMA, at, at + 1);
		break;
	case ';':
		add(r->items, ITEM_SEMICOLON, at, at + 1);
		break;
	case ':':
		add(r->items, ITEM_COLON, at, at + 1);
		break;
	case '(':
	case '[':
		add(r->items, ITEM_OPEN, at, at + 1);
		break;
	case ')':
	case ']':
		add(r->items, ITEM_CLOSE, at, at + 1);
		break;
	case '"':
	case '\'':
		add(r->items, ITEM_QUOTE, at, at + 1);
		break;
	case '/':
		add(r->items, ITEM_SLASH, at, at + 1);
		break;
	case '-':
		if (spaced)
			add(r->items, ITEM_DASH, at, at + 1);
		break;
	case '.':
	case '!':
	case '?':
		add(r->items, ITEM_STOP, at, at + 1);
		break;
	default:
		break;
	}
	return at + 1;
}

bool
items_read(struct items *items, const struct sentence *sentence,
    struct figures *figures, struct lexicon *lexicon)
{
	struct reader r = {items, sentence, figures, lexicon, false};
	struct str s = sentence->folded;
	size_t at = 0;

	items->count = 0;
	buf_clear(&items->strings);
	while (at < s.len) {
		unsigned char c = (unsigned char)s.data[at];

		if (c == ' ') {
			at++;
		} else if (is_digit(s.data[at])) {
			size_t next = take_figure(&r, at);

			at = next > at ? next : skip_number(s, at);
		} else if (is_letter_byte(c)) {
			at = take_word(&r, at);
		} else if (c >= 0x80) {
			at = take_wide_mark(&r, at);
		} else {
			at = take_mark(&r, at);
		}
	}
	return !r.limit;
}
