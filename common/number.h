/*
 * Numbers as Vietnamese text writes them: 1.213, 17,3, 2,5 (times ty), 07.
 */
#ifndef CAODIEM_NUMBER_H
#define CAODIEM_NUMBER_H

#include "str.h"

enum number_use {
	NUMBER_COUNT,   /* of things that come whole: 1,831 is 1831 */
	NUMBER_MEASURE, /* rates, weights, money: 1,831 is 1.831 */
};

/*
 * Appends the exact value of digits with "." and "," as a decimal number
 * (point, no grouping, no needless zeros), times ten to the power of tens.
 * false, and nothing appended: not a number.
 */
bool number_format(
    struct buf *out, struct str digits, enum number_use use, unsigned tens);

/* End of the digits, dots and commas of the number at a place; behind the
 * place's byte where there is none. */
size_t number_end(struct str s, size_t at);

#endif
