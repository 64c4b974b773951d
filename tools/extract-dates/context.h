/*
 * What stands before and behind a piece: fractions, names and document
 * numbers look like dates, and their neighbours tell.
 */
#ifndef EXTRACT_DATES_CONTEXT_H
#define EXTRACT_DATES_CONTEXT_H

#include "str.h"

/* A member of a list of words, which {NULL, 0} ends.  Words begin with a letter
 * and end with one or with a comma. */
#define W(literal)                                                             \
	{                                                                      \
		literal, sizeof(literal) - 1                                   \
	}

/*
 * Where the longest of words begins that ends before offset at of a folded
 * sentence, as whole words, blanks between it and at left out; at: there is
 * none.
 */
size_t context_start(struct str folded, size_t at, const struct str *words);

/* Where the longest of words ends that begins behind offset at; at: there is
 * none. */
size_t context_end(struct str folded, size_t at, const struct str *words);

/* Whether there is one. */
bool context_before(struct str folded, size_t at, const struct str *words);
bool context_after(struct str folded, size_t at, const struct str *words);

/* Whether what ends at a place is told to be so each week: "thứ Năm hằng tuần".
 */
bool context_is_weekly(struct str folded, size_t at);

/* The same of what begins at a place: "Hằng tuần, xã báo cáo trước thứ Năm". */
bool context_has_weekly(struct str folded, size_t at);

/* Whether text is one of words, or of any strings. */
bool context_is_one_of(struct str text, const struct str *words);

/* Whether one stands anywhere in text, be it inside a word. */
bool context_holds(struct str text, const struct str *words);

/* Words that a day in figures stands behind. */
extern const struct str context_day_before[];

/* "làm ngày xuất phát": words behind a day that something begins or ends
 * with. */
extern const struct str context_made_after[];

/* Whether a fraction or score such as 15/12, 15-12 at place, whose numbers
 * are those of day and month, is used as a day. */
bool context_is_day(struct str folded, struct span place, int day, int month);

/* Whether the second street of a crossing begins at a place: "ngã tư Lý Thường
 * Kiệt - 3/2". */
bool context_is_crossing(struct str folded, size_t at);

/* Whether a date in figures is written with one: "15/12". */
bool context_has_slash(struct str folded, struct span place);

/* "giảm từ 11 vụ trong quý I", "quý I là 74 vụ": whether it is counted what
 * happened at a time, and nothing is to come. */
bool context_is_counted(struct str folded, struct span place);

/* What streets and places are called behind, which may have a day's name:
 * "đường 3/2". */
extern const struct str context_streets[];

/* Whether nothing says that digits at place are part of something else. */
bool context_is_free(struct str folded, struct span place);

/* The same of what stands behind it, where it goes on a list. */
bool context_ends_free(struct str folded, struct span place);

/* Whether what stands behind a fraction that ends there is what it is a share
 * of: "3/5 nạn nhân". */
bool context_is_share(struct str folded, size_t at);

/* Whether the words behind a score-like 15-12 let it be a day. */
bool context_is_followed(struct str folded, size_t at);

/* Whether a bare year such as 2016 at place is used as one. */
bool context_is_year(struct str folded, struct span place);

/* Whether numbers at a place, or behind "từ" before it, are those of things and
 * no years: "các mốc từ 1223 đến 1229". */
bool context_is_numbered(struct str folded, size_t at);

/* Where the text right before a place begins: behind the last sign of one or
 * the other kind, or so many bytes before it. */
size_t context_back_to(
    struct str folded, size_t at, size_t most, char one, char other);

#endif
