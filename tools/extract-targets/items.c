#include "items.h"

#include <stdlib.h>
#include <string.h>

#include "excluded.h"
#include "kind.h"
#include "listnumber.h"
#include "number.h"
#include "phrases.h"
#include "text.h"

struct reader {
	struct items *items;
	const struct sentence *sentence;
	struct figures *figures;
	const struct sieve *sieve; /* or NULL */
	const struct lexicon *lexicon;
	bool limit;
};

/* Sets what all kinds of items have. */
static struct item *
add(struct items *items, enum item_kind kind, size_t start, size_t end)
{
	struct item *item;

	items->list = mem_grow(
	    items->list, items->count, &items->cap, sizeof(*items->list));
	item = &items->list[items->count++];
	item->kind = kind;
	item->cue_kind = CUE_KINDS;
	item->start = start;
	item->end = end;
	item->status = STATUS_RESULT;
	return item;
}

static void
add_figure(struct items *items, const struct figure *figure)
{
	struct item *item = add(items, ITEM_FIGURE, figure->start, figure->end);

	item->change = CHANGE_NONE;
	item->op = OP_NONE;
	item->of = item->base = (struct span){0, 0};
	item->figure = *figure;
}

static void
add_cue(struct items *items, const struct cue *cue, size_t start, size_t end)
{
	struct item *item = add(items, ITEM_CUE, start, end);

	item->cue_kind = cue->kind;
	item->cue = cue;
}

bool
items_has_fraction(const struct items *items, const struct figure *figure)
{
	struct str value = items_value(items, figure->value);

	return str_find(value, STR("."), 0) < value.len;
}

bool
items_whole(
    const struct items *items, const struct figure *figure, size_t *number)
{
	return str_to_size(items_value(items, figure->value), number);
}

bool
items_hundredths(
    const struct items *items, const struct figure *figure, size_t *number)
{
	struct str s = items_value(items, figure->value);
	size_t point = str_find(s, STR("."), 0);

	if (!str_to_size(str_slice(s, 0, point), number) || *number > 1000000)
		return false;
	*number *= 100;
	if (str_digit_at(s, point + 1))
		*number += (size_t)(s.data[point + 1] - '0') * 10;
	if (str_digit_at(s, point + 2))
		*number += (size_t)(s.data[point + 2] - '0');
	return true;
}

/* Reads at a digit or at "hàng"; where to go on. */
static size_t
take_figure(struct reader *r, size_t at)
{
	struct items *items = r->items;
	struct figure figure;
	size_t kept = items->strings.len;

	if (r->sieve != NULL &&
	    !sieve_may_begin(r->sieve, r->sentence->folded, at))
		return at;
	if (!figure_read(r->figures, r->sentence->folded, at, &figure,
		&items->strings, &r->limit) ||
	    is_excluded(items, r->sentence, &figure)) {
		items->strings.len = kept;
		return at;
	}
	add_figure(items, &figure);
	return figure.end;
}

/* Whether the character at a place is a capital letter in the text as
 * written. */
static bool
is_capital(const struct reader *r, size_t at)
{
	struct str text = r->sentence->text, s = r->sentence->folded;

	return at < s.len &&
	       memcmp(text.data + at, s.data + at, kind_after(s, at) - at) != 0;
}

/* "ấp Bình Hạ", "Ông Đạt yêu cầu", but not "TỘI PHẠM HẠ 13%": whether a word
 * with a capital behind one with a capital, or behind what people are called
 * by, is a name and no cue. */
static bool
ends_name(const struct reader *r, const struct cue *cue, size_t at)
{
	static const char *const called[] = {"ông ", "bà ", "anh ", "chị ",
	    "cô ", "chú ", "em ", "cháu ", "đồng chí ", "tá ", "tướng ", "úy ",
	    "uý ", NULL};
	struct str s = r->sentence->folded;
	size_t before = at;

	if (!is_capital(r, at) || is_capital(r, kind_after(s, at)) ||
	    str_find(cue->phrase, STR(" "), 0) < cue->phrase.len)
		return false;
	/* "; Hạ Lý 7/9 vụ" */
	if (str_equal(cue->phrase, STR("hạ")) &&
	    is_capital(r, at + cue->phrase.len + 1) &&
	    !is_capital(r, kind_after(s, at + cue->phrase.len + 1)))
		return true;
	if (at < 2 || s.data[at - 1] != ' ')
		return false;
	if (ends_with_one_of(str_slice(s, 0, at), called))
		return true;
	for (before--; before > 0 && s.data[before - 1] != ' ';)
		before--;
	return (before > 0 || str_equal(cue->phrase, STR("đạt"))) &&
	       is_capital(r, before) &&
	       strchr(",.;:)\"", s.data[at - 2]) == NULL;
}

/* "Trần Quyết Tâm", "huyện Thống Nhất": both words of a goal's cue begin with a
 * capital and the words around them are no title. */
static bool
is_name(const struct reader *r, const struct cue *cue, size_t at)
{
	struct str text = r->sentence->text, s = r->sentence->folded;
	size_t second, next = at + cue->phrase.len + 1;

	if (cue->kind != CUE_GOAL || at == 0 || text.data[at] == s.data[at])
		return false;
	second = at + str_find(cue->phrase, STR(" "), 0) + 1;
	return second < at + cue->phrase.len &&
	       text.data[second] != s.data[second] &&
	       text.data[second + 1] == s.data[second + 1] &&
	       (next >= s.len || text.data[next] == s.data[next]);
}

static size_t
take_word(struct reader *r, size_t at)
{
	struct str s = r->sentence->folded;
	size_t end = cut_end(&r->items->cut, s, at);
	size_t number = str_digits_start(s, end);
	const struct cue *cue;

	if (cut_is_glued(s, number))
		end = number;
	if (s.data[at] == 'h' &&
	    str_starts(str_from_offset(s, at), STR("hàng "))) {
		size_t next = take_figure(r, at);

		if (next > at)
			return next;
	}
	cue = lexicon_match(r->lexicon, s, at, end);
	if (cue == NULL || ends_name(r, cue, at) || is_name(r, cue, at))
		return end;
	add_cue(r->items, cue, at, at + cue->phrase.len);
	return at + cue->phrase.len;
}

/* "≥", "<": operators that are no words. */
static void
take_symbol(struct reader *r, size_t at, size_t end)
{
	const struct cue *cue =
	    lexicon_match(r->lexicon, r->sentence->folded, at, end);

	if (cue != NULL)
		add_cue(r->items, cue, at, end);
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
	case 0x2022: /* bullets of lists */
	case 0x25CF:
	case 0xB7:
		if (at == 0)
			add(r->items, ITEM_DASH, at, end);
		break;
	case 0x2026:
		add(r->items, ITEM_STOP, at, end);
		break;
	default:
		take_symbol(r, at, end);
		break;
	}
	return end;
}

/* Not the stop of "TP. Vinh", "TP.HCM" or "29P1-303.52", but that of
 * "vật.Đến nay". */
static bool
is_full_stop(const struct reader *r, size_t at)
{
	struct str text = r->sentence->text, s = r->sentence->folded;
	size_t next = at + 1, word = at;

	while (word > 0 && s.data[word - 1] != ' ')
		word--;
	if (next >= s.len || s.data[next] != ' ')
		return next >= s.len ||
		       (at > 0 && text.data[at - 1] == s.data[at - 1] &&
			   !str_is_digit(s.data[at - 1]) &&
			   (text.data[next] != s.data[next] ||
			       text.data[next + (next + 1 < s.len)] !=
				   s.data[next + (next + 1 < s.len)]));
	return at - word > 2 || text.data[word] == s.data[word];
}

/* ">=" is written for "≥". */
static size_t
sign_end(struct str s, size_t at)
{
	size_t end = at + 1;

	if (s.data[at] >= '<' && s.data[at] <= '>' && end < s.len &&
	    s.data[end] >= '<' && s.data[end] <= '>')
		end++;
	return end;
}

static size_t
take_mark(struct reader *r, size_t at)
{
	struct str s = r->sentence->folded;
	bool spaced = at + 1 >= s.len || s.data[at + 1] == ' ';
	size_t next;

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
	case '+':
	case '*':
		if (spaced)
			add(r->items, ITEM_DASH, at, at + 1);
		break;
	case '.':
	case '!':
	case '?':
		if (is_full_stop(r, at))
			add(r->items, ITEM_STOP, at, at + 1);
		break;
	default:
		next = sign_end(s, at);
		take_symbol(r, at, next);
		return next;
	}
	return at + 1;
}

void
items_free(struct items *items)
{
	free(items->list);
	buf_free(&items->strings);
	cut_free(&items->cut);
}

bool
items_read(struct items *items, const struct sentence *sentence,
    struct figures *figures, const struct sieve *sieve,
    const struct lexicon *lexicon)
{
	struct reader r = {items, sentence, figures, sieve, lexicon, false};
	struct str s = sentence->folded;
	size_t at = 0;

	items->count = 0;
	buf_clear(&items->strings);
	cut_words(&items->cut, s);
	at = list_number_end(sentence);
	if (at > 0)
		add(items, ITEM_DASH, 0, at);
	while (at < s.len) {
		unsigned char c = (unsigned char)s.data[at];

		if (c == ' ') {
			at++;
		} else if (str_is_digit(s.data[at])) {
			size_t next = take_figure(&r, at);

			at = next > at ? next : number_end(s, at);
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
