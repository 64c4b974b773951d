#include "words.h"

#include "extent.h"
#include "meaning.h"
#include "number.h"
#include "phrases.h"
#include "text.h"

#define NAME_LONGEST 60 /* bytes between "mục tiêu" and "là" or a colon */
#define CLAUSE_MOST 240 /* bytes that are looked over for what is stated */
#define NAME_WORDS 6    /* and words, where anything may follow */
#define NAME_MOST 12    /* or only a verb */

/* The first item at or behind a place. */
static size_t
first_item(const struct items *items, size_t at)
{
	size_t low = 0, high = items->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (items->list[middle].start < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Whether a zero cue begins right behind the clause's words. */
static bool
ends_at_zero(const struct items *items, size_t end)
{
	size_t i = first_item(items, end);

	return i < items->count && item_is(&items->list[i], CUE_ZERO) &&
	       items->list[i].start <= end + 1;
}

static size_t
trim(struct str folded, size_t start, size_t end)
{
	while (end > start && folded.data[end - 1] == ' ')
		end--;
	return end;
}

/* Whether the number at a place is no day or year, nor that of a name: "Đề án
 * 06", "quốc lộ 1A". */
static bool
is_count(struct str s, size_t at, size_t end)
{
	static const char *const before[] = {"năm ", "tháng ", "ngày ", "quý ",
	    "giai đoạn ", "đợt ", "bước ", "số ", "đến ", "tết ", "mục tiêu ",
	    "chỉ tiêu ", "đề án ", "nghị quyết ", "chỉ thị ", "dự án ",
	    "kế hoạch ", "chuyên đề ", "quốc lộ ", "tỉnh lộ ", "phường ",
	    "quận ", "khu phố ", "mũi ", "vaccine ", "khu vực ", "khu ", "tổ ",
	    "đội ", "thôn ", "ấp ", "xóm ", "loại ", "cấp độ ", "mức độ ",
	    "trước ", "thứ ", NULL};
	static const char *const branches[] = {"tý ", "sửu ", "dần ", "mão ",
	    "thìn ", "tỵ ", "ngọ ", "mùi ", "thân ", "dậu ", "tuất ", "hợi ",
	    NULL};
	static const char *const behind[] = {
	    " năm", " tháng", " ngày", "/", "-", " giờ", " phút", NULL};

	/* "Tết Quý Mão 2023" */
	if (end == at + 4 && ends_with_one_of(str_slice(s, 0, at), branches))
		return false;
	/* "công nghệ 4G" */
	if (end < s.len && s.data[end] == 'g')
		return false;
	return !ends_with_one_of(str_slice(s, 0, at), before) &&
	       !starts_with_one_of(str_from_offset(s, end), behind) &&
	       (at == 0 || (s.data[at - 1] != '/' && s.data[at - 1] != '-'));
}

/* Whether the clause gives a number, so that it is no aim in words. */
static bool
has_number(const struct items *items, struct str s, size_t start, size_t end)
{
	for (size_t i = first_item(items, start);
	     i < items->count && items->list[i].start < end; i++)
		if (items->list[i].kind == ITEM_FIGURE)
			return true;
	for (size_t at = start; at < end;) {
		size_t next = at + 1;

		if (!str_is_digit(s.data[at])) {
			at = next;
			continue;
		}
		next = number_end(s, at);
		if (is_count(s, at, next))
			return true;
		at = next;
	}
	return false;
}

/* Where "đến năm 2025", "năm 2025" ends that stands at a place, or the
 * place. */
static size_t
skip_year(struct str s, size_t at)
{
	static const char *const words[] = {
	    "năm ", "đến năm ", "tới năm ", "trong năm ", "đến hết năm ", NULL};

	for (size_t i = 0; words[i] != NULL; i++) {
		struct str word = str_from(words[i]);
		size_t end = at + word.len + 4;

		if (str_starts(str_from_offset(s, at), word) && end < s.len &&
		    s.data[end] == ' ' &&
		    year_at(s, at + word.len - STR("năm ").len) != 0)
			return end + 1;
	}
	return at;
}

/* Words behind "mục tiêu" that make it an aim: a verb or "không". */
static bool
is_verb(const struct wordlist *words, struct str s, size_t at)
{
	static const struct str links[] = {
	    STR_INIT("là "), STR_INIT("nhằm "), STR_INIT("phải ")};

	while (at < s.len && s.data[at] == ' ')
		at++;
	at = skip_year(s, at);
	for (size_t i = 0; i < sizeof(links) / sizeof(links[0]); i++)
		if (str_starts(str_from_offset(s, at), links[i]))
			at += links[i].len;
	return stands_at(words, s, at, VERB);
}

static bool
has_word(struct str s, const char *word)
{
	return str_find(s, str_from(word), 0) < s.len;
}

/* Whether the words right in front of a place are these. */
static bool
stands_before(struct str s, size_t at, const char *words)
{
	struct str before = str_slice(s, 0, at);
	size_t len = str_from(words).len;

	return str_ends(before, str_from(words)) &&
	       !text_inside_word(s, at - len);
}

/* "mục tiêu của chúng là các tiệm vàng". */
static bool
follows_thing(struct str rest)
{
	static const char *const things[] = {
	    "các ", "những ", "nhà ", "cửa ", NULL};

	return starts_with_one_of(rest, things);
}

/* What stands behind the mark in "mục tiêu lớn nhất là ...", "mục tiêu của kế
 * hoạch: ...", "mục tiêu, yêu cầu là ..."; empty: nothing does, or the name has
 * more words than most. */
static struct str
behind_name(struct str rest, struct str mark, size_t most)
{
	struct str demand = STR(", yêu cầu");

	static const char *const gangs[] = {" của chúng", " của nhóm",
	    " của bọn", " của kẻ", " của các đối tượng", " của đối tượng",
	    " của các nhóm", " của tội phạm", " của băng", " của hacker",
	    " của tin tặc", NULL};
	size_t reach = NAME_LONGEST + mark.len, words = 0, end;
	struct str near;

	if (str_starts(rest, demand)) {
		rest = str_from_offset(rest, demand.len);
		if (str_starts(rest, mark))
			return str_from_offset(rest, mark.len);
	}
	near = rest.len > reach ? str_slice(rest, 0, reach) : rest;
	end = str_find(near, mark, 0);
	if (end == near.len || end == 0 || starts_with_one_of(rest, gangs))
		return STR("");
	for (size_t i = 0; i < end; i++) {
		words += rest.data[i] == ' ';
		if (rest.data[i] == ',' || rest.data[i] == ';')
			return STR("");
	}
	return words <= most ? str_from_offset(rest, end + mark.len) : STR("");
}

/* "mục tiêu là người dân không phải vay nặng lãi", but "mục tiêu là tiệm
 * vàng". */
static bool
is_statement(struct str rest)
{
	static const char *const words[] = {
	    " không ", " được ", " phải ", " đều ", " cũng ", " tự ", NULL};
	struct str clause = str_behind(rest, 0, CLAUSE_MOST);

	clause =
	    str_slice(clause, 0, str_find(clause, STR(","), STR(" là ").len));
	return str_starts(rest, STR(" là ")) && holds_one_of(clause, words);
}

static bool
is_defined(const struct wordlist *words, struct str rest)
{
	struct str clause = behind_name(rest, STR(" là "), NAME_WORDS);

	if (clause.len > 0 && !follows_thing(clause))
		return true;
	/* "mục tiêu Công an tỉnh đặt ra trong đợt này là giữ vững an ninh" */
	clause = behind_name(rest, STR(" là "), NAME_MOST);
	if (stands_at(words, clause, 0, VERB) || is_statement(rest))
		return true;
	/* "mục tiêu của đợt nhằm ngăn chặn tội phạm" */
	clause = behind_name(rest, STR(" nhằm "), NAME_WORDS);
	return !str_starts(rest, STR(" giả định")) &&
	       stands_at(words, clause, 0, VERB);
}

/*
 * "mục tiêu xuyên suốt: người dân an toàn", "mục tiêu: bảo đảm an toàn", but
 * not "mục tiêu: tiệm vàng", "mục tiêu chính: các tiệm vàng".
 */
static bool
is_headed(const struct wordlist *words, struct str s, size_t at)
{
	struct str rest = str_from_offset(s, at), clause;
	size_t colon = at, end;

	clause = str_starts(rest, STR(": "))
		     ? str_from_offset(rest, STR(": ").len)
		     : behind_name(rest, STR(": "), NAME_WORDS);
	if (stands_at(words, clause, 0, VERB))
		return true;
	while (colon < s.len && s.data[colon] == ' ' &&
	       (end = entry_end(words, s, colon + 1, SORT)) > 0)
		colon = end;
	return colon > at && clause.len > 0 && s.data[colon] == ':' &&
	       !follows_thing(clause) && !str_starts(clause, STR("(")) &&
	       str_find(clause, STR(" "), 0) < clause.len;
}

/* "mục tiêu không dễ": what somebody thinks of one. */
static bool
is_judged(struct str rest)
{
	static const char *const words[] = {" không dễ", " không khó",
	    " không tưởng", " không xa vời", " không khả thi", NULL};

	return starts_with_one_of(rest, words);
}

/* "các mục tiêu, công trình", "46 mục tiêu": what is guarded or hit. */
static bool
is_thing(struct str s, size_t at)
{
	return stands_before(s, at, "các ") || stands_before(s, at, "những ") ||
	       stands_before(s, at, "nhiều ") ||
	       (at > 1 && s.data[at - 1] == ' ' &&
		   str_is_digit(s.data[at - 2]));
}

/* "hoàn thành, đạt và vượt các chỉ tiêu": where that begins, or none. */
static size_t
meets_from(
    const struct items *items, size_t i, struct str folded, size_t covered)
{
	size_t start = items->list[i].start;
	size_t from = start > covered + 60 ? start - 60 : covered;
	struct str before = str_slice(folded, from, start);
	size_t done = str_find(before, STR("hoàn thành"), 0);
	size_t reach = str_find(before, STR("đạt và vượt"), 0);

	if (reach == before.len)
		reach = str_find(before, STR("đạt, vượt"), 0);

	/* "Số vụ giảm 8%, hoàn thành chỉ tiêu giao" */
	for (size_t j = i; j-- > 0 && i - j <= REPORT_REACH;) {
		if (items->list[j].kind != ITEM_FIGURE)
			continue;
		if (items->list[j].status == STATUS_RESULT)
			return SIZE_MAX;
		break;
	}
	/* "hoàn thành 10/10 chỉ tiêu" */
	if (start > 1 && str_is_digit(folded.data[start - 2]))
		return SIZE_MAX;
	if (has_word(before, "đã ") || has_word(before, "mới ") ||
	    has_word(before, "nếu "))
		return SIZE_MAX;
	if (done < before.len && str_find(before, STR(";"), done) == before.len)
		return from + done;
	return reach < before.len ? from + reach : SIZE_MAX;
}

/* "Chỉ tiêu 5: Không có người chết đuối": the aim behind a label that the
 * sentence begins with. */
static bool
is_numbered(
    const struct wordlist *words, struct str s, const struct item *label)
{
	size_t at = label->end;

	if (label->start > 2)
		return false;
	if (str_digit_at(s, at + 1))
		at = number_end(s, at + 1);
	if (!str_starts(str_from_offset(s, at), STR(": ")))
		return false;
	at += STR(": ").len;
	return stands_at(words, s, at, VERB) ||
	       str_starts(str_from_offset(s, at), STR("không có ")) ||
	       str_starts(str_from_offset(s, at), STR("không còn "));
}

/* "Chỉ tiêu đặt ra là bắt toàn bộ số đối tượng truy nã còn lại". */
static bool
is_act_demanded(const struct wordlist *words, struct str s,
    const struct item *item, size_t *start)
{
	struct str clause =
	    behind_name(str_from_offset(s, item->end), STR(" là "), NAME_WORDS);

	*start = item->start + str_find(item->cue->phrase, STR("chỉ tiêu"), 0);
	if (str_starts(str_from_offset(s, item->end), STR(" là ")))
		clause = str_from_offset(s, item->end + STR(" là ").len);
	return !is_thing(s, *start) && !str_starts(clause, STR("không ")) &&
	       stands_at(words, clause, 0, VERB);
}

/* "thực hiện mục tiêu “dân giàu, nước mạnh”". */
static bool
is_slogan(struct str s, size_t start, size_t end)
{
	static const char *const before[] = {
	    "thực hiện ", "nhằm ", "vì ", "hoàn thành ", "hướng tới ", NULL};
	static const char *const quotes[] = {" “", " \"", NULL};

	return starts_with_one_of(str_from_offset(s, end), quotes) &&
	       ends_with_one_of(str_slice(s, 0, start), before);
}

static bool
starts_aim(const struct items *items, size_t i, struct str folded,
    const struct wordlist *words, size_t covered, size_t *start)
{
	const struct item *item = &items->list[i];
	struct str phrase;

	if (!item_is(item, CUE_GOAL))
		return false;
	phrase = item->cue->phrase;
	*start = item->start;
	if (str_equal(phrase, STR("phấn đấu")) ||
	    str_equal(phrase, STR("phấn đấu để")))
		return item->end < folded.len && folded.data[item->end] == ' ';
	if (!has_word(phrase, "mục tiêu") && !has_word(phrase, "chỉ tiêu"))
		return false;
	*start = meets_from(items, i, folded, covered);
	if (*start != SIZE_MAX)
		return true;
	if (is_numbered(words, folded, item)) {
		*start = item->start;
		return true;
	}
	if (!has_word(phrase, "mục tiêu"))
		return is_act_demanded(words, folded, item, start);
	*start = item->start + str_find(phrase, STR("mục tiêu"), 0);
	if (is_thing(folded, *start) ||
	    is_judged(str_from_offset(folded, item->end)))
		return false;
	/* "đặt mục tiêu" sets one, whatever follows */
	return item->cue->value == GOAL_VERB ||
	       is_slogan(folded, *start, item->end) ||
	       is_verb(words, folded, item->end) ||
	       is_headed(words, folded, item->end) ||
	       is_defined(words, str_from_offset(folded, item->end));
}

/* "phấn đấu số người chết trong 9 ngày Tết (14 - 22/2) dưới 06 người", "mục
 * tiêu đến khi kết thúc (14/3) sẽ kéo giảm 5%": whether brackets end the
 * clause, and its number stands behind them; where nothing but a term stands in
 * front of them, any act may stand before the number. */
static bool
counts_behind_brackets(
    const struct items *items, struct str folded, size_t aim, size_t end)
{
	static const char *const terms[] = {
	    " đến ", " tới ", " từ nay ", " từ giờ ", NULL};
	size_t i = first_item(items, end), most = i + REPORT_REACH;
	bool term = starts_with_one_of(
	    str_from_offset(folded, items->list[aim].end), terms);

	if (i >= items->count || items->list[i].kind != ITEM_OPEN)
		return false;
	while (
	    i < items->count && i < most && items->list[i].kind != ITEM_CLOSE)
		i++;
	while (i + 1 < items->count && is_adjacent(folded, items->list[i].end,
					   items->list[i + 1].start)) {
		const struct item *item = &items->list[++i];

		if (item->kind == ITEM_FIGURE)
			return true;
		if (!item_is(item, CUE_OP) && !item_is(item, CUE_REACH) &&
		    !item_is(item, CUE_LEVEL) && !item_is(item, CUE_FROM) &&
		    (!term || item->kind != ITEM_CUE))
			break;
	}
	return false;
}

/* "Sự cố không xảy ra ở khu vực này", "không xảy ra hôm nay": what did not
 * happen is told in front, and where or when behind. */
static bool
names_nothing(const struct item *zero, struct str clause)
{
	static const char *const behind[] = {" tại ", " ở ", " trước đây",
	    " hôm nay", ":", " nữa", " với ", NULL};

	return zero->start > 0 &&
	       str_ends(zero->cue->phrase, STR("không xảy ra")) &&
	       starts_with_one_of(clause, behind) &&
	       str_find(clause, STR(" vụ"), 0) == clause.len;
}

/* "không phát sinh tội phạm": such cues are complete with nothing behind
 * them. */
static bool
is_complete(const struct item *zero)
{
	static const char *const verbs[] = {
	    "không phát sinh ", "không hình thành ", NULL};

	return item_is(zero, CUE_ZERO) &&
	       starts_with_one_of(zero->cue->phrase, verbs);
}

void
find_words(const struct items *items, struct str folded,
    const struct wordlist *words, words_fn *tell, void *context)
{
	size_t covered = 0;

	for (size_t i = 0; i < items->count; i++) {
		const struct item *item = &items->list[i];
		enum word_class class = WORDS_ZERO;
		size_t start = item->start, end;

		if (item->start < covered)
			continue;
		if (!item_is(item, CUE_ZERO)) {
			class = WORDS_AIM;
			if (!starts_aim(
				items, i, folded, words, covered, &start))
				continue;
		}
		end = clause_end(items, i, folded, words);
		end = trim(folded, start, end);
		if (class == WORDS_AIM &&
		    (has_number(items, folded, start, end) ||
			counts_behind_brackets(items, folded, i, end))) {
			covered = end;
			continue;
		}
		/* the zero that ends it is the aim */
		if (class == WORDS_AIM && ends_at_zero(items, end)) {
			covered = end;
			continue;
		}
		/* "phấn đấu không để ..." is a zero, and "điều đó không xảy
		 * ra" names nothing */
		if (start == item->start && end == item->end &&
		    !is_complete(item))
			continue;
		if (class == WORDS_ZERO &&
		    names_nothing(item, str_slice(folded, item->end, end)))
			continue;
		covered = end;
		tell(context, class, (struct span){start, end},
		    class == WORDS_AIM ? STATUS_GOAL : item->status);
	}
}
