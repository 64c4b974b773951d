/*
 * Aims and zeros: goals in words, without a number ("phấn đấu đạt và vượt các
 * chỉ tiêu"), and what must not or did not happen ("không để xảy ra ...").
 */
#ifndef EXTRACT_TARGETS_WORDS_H
#define EXTRACT_TARGETS_WORDS_H

#include "items.h"
#include "wordlist.h"

enum word_class { WORDS_ZERO, WORDS_AIM };

typedef void words_fn(void *context, enum word_class class, struct span place,
    enum status status);

/* Reads words.tsv; false: *fault tells what is wrong. */
bool words_read(
    struct wordlist *words, const struct table *table, struct fault *fault);

/* Tells every aim and zero; after the figures' statuses are resolved. */
void find_words(const struct items *items, struct str folded,
    const struct wordlist *words, words_fn *tell, void *context);

#endif
