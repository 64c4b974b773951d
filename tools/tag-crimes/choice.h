/*
 * A phrase of the table may stand for several: "{đâm|chém} {vợ|chồng}" for
 * four.  An empty choice is none of the words: "vi phạm quy định {về|} giao
 * thông" stands for two phrases.
 */
#ifndef TAG_CRIMES_CHOICE_H
#define TAG_CRIMES_CHOICE_H

#include "str.h"

#define CHOICE_MAX 1000 /* phrases that one text may stand for */

/* What is wrong with a text; NULL: nothing. */
const char *choice_fault(struct str text);

/* Sets phrase to the one of this number that a text without faults stands for;
 * false: there are no so many. */
bool choice_phrase(struct str text, size_t number, struct buf *phrase);

#endif
