/*
 * Words that begin sentences, and those that go on with a name.
 */
#ifndef CAODIEM_OPENING_H
#define CAODIEM_OPENING_H

#include "boundary_rules.h"

/* The word's class; a phrase's by its words. */
enum word_class opening_class(
    const struct boundary_scan *scan, struct str word);

/* Begins sentences: hardly ever a name, resp. a name as well. */
bool opening_is_sure(enum word_class class);
bool opening_is_likely(enum word_class class);

/*
 * Whether the word at a place begins a sentence rather than goes on with a
 * name: one of those that do, or a Vietnamese word before one in small letters
 * ("Cả hai đều", not "Bush nói").
 */
bool opening_begins(const struct boundary_scan *scan, size_t at);

/* Whether the words at a place begin a sentence even behind a word without a
 * stop: "Chiều 7.2", "Trước đó". */
bool opening_begins_anyhow(const struct boundary_scan *scan, size_t at);

/* The end of the caption that the words at a place are: "Ảnh minh họa"; 0: they
 * are none. */
size_t opening_caption_end(const struct boundary_scan *scan, size_t at);

/* Whether the words at a place can be the name of a town or a district. */
bool opening_is_place_name(const struct boundary_scan *scan, size_t at);

#endif
