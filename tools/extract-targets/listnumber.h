/* The numbers that items of lists begin with. */
#ifndef EXTRACT_TARGETS_LISTNUMBER_H
#define EXTRACT_TARGETS_LISTNUMBER_H

#include "filter.h"

/* The end of a list's number at the head of the sentence, in bytes: "1.",
 * "3.2.", "a)", "(1)", "II/", "4-", and "2.1" before a capital; 0: there is
 * none. */
size_t list_number_end(const struct sentence *sentence);

#endif
