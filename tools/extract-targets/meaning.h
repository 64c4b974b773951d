/*
 * What the words around the figures make of them: operator, goal or result,
 * change.
 */
#ifndef EXTRACT_TARGETS_MEANING_H
#define EXTRACT_TARGETS_MEANING_H

#include "items.h"

/* Sets op and reach of every figure. */
void resolve_operators(struct items *items, struct str folded);

/* The section that the sentence stands in. */
enum within {
	WITHIN_TEXT,
	WITHIN_GOALS,
	WITHIN_RESULTS,
	WITHIN_SCORES, /* results, each with its goal in brackets */
};

/* Sets status of every figure and of every zero cue; year is that of the
 * reference date, 0: not known. */
void resolve_status(
    struct items *items, struct str folded, size_t year, enum within within);

/* Which way a cue tells that something goes; "mức giảm" is a measure, too. */
enum change change_of(const struct item *item);

/* Whether the change of figure i goes on to figure j: co-ordinated with nothing
 * else between, or restated as a rate ("giảm 157 vụ, tỷ lệ 6,5%"). */
bool change_reaches(
    const struct items *items, size_t i, size_t j, struct str folded);

/* Sets change of every figure; after the two above. */
void resolve_changes(struct items *items, struct str folded);

/* "giảm tội phạm, tệ nạn xã hội 12%", "tăng tỷ lệ phát hiện, bắt giữ tội phạm
 * từ 3% trở lên": the change word whose measure, with commas in it, ends at the
 * rate i; SIZE_MAX: there is none. */
size_t change_over_commas(
    const struct items *items, size_t i, struct str folded);

/* "giảm từ 20 vụ của năm trước xuống 15 vụ", "từ mức 20 vụ/tháng lên": both are
 * levels; so is "tăng 5%, lên tới 450 vụ". */
bool is_level(const struct items *items, size_t i, struct str folded);

/* Sets change of the figures of a list that a change word stands in front of;
 * after resolve_changes(). */
void spread_changes(struct items *items, struct str folded);

/* Sets what every figure measures and what its change is against. */
void resolve_measures(struct items *items, struct str folded);
void resolve_bases(struct items *items, struct str folded);

/* Bytes of a phrase that is still a measure or base, and no clause. */
#define PHRASE_LONGEST 100

/* The phrase less blanks and commas around it; empty if it names nothing. */
struct span trim_phrase(struct str s, size_t start, size_t end);
bool is_empty(struct span s);
bool is_phrase(const struct item *item, struct str phrase);

/* "số vụ", "số người chết". */
bool is_number_of(const struct item *item);

/* Whether the comma at item i divides two measures that share what is said of
 * them: "số vụ, số người chết". */
bool is_measure_list(const struct items *items, size_t i, struct str s);

/* The year that "năm" at a place names; 0: none. */
size_t year_at(struct str s, size_t at);

/* Whether only a space, if anything, stands between the two places. */
bool is_adjacent(struct str folded, size_t end, size_t start);

#endif
