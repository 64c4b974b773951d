/*
 * Words of a table and numbers in words.
 */
#ifndef EXTRACT_DATES_WORDS_H
#define EXTRACT_DATES_WORDS_H

#include "str.h"

struct word {
	struct str text;
	int value;
};

/* The value of a word in a table that NULL ends, or none. */
int word_value(const struct word *words, struct str s, int none);

/* A number in words up to 99: "mười hai", "hai mươi mốt"; 0: none. */
int words_number(struct str s);

/* Digits or words; 0: neither. */
int words_or_digits(struct str s);

#endif
