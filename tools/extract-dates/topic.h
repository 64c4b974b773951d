/* What a sentence is about: a campaign of the police, or something else. */
#ifndef EXTRACT_DATES_TOPIC_H
#define EXTRACT_DATES_TOPIC_H

#include "str.h"

/* How clearly the sentence is about a campaign. */
enum topic {
	TOPIC_NONE,
	TOPIC_TIME,  /* it tells when something is done */
	TOPIC_PHASE, /* it names a phase of something */
	TOPIC_NAMED,
};

enum topic topic_of(struct str folded);

/* Lists of words for context_holds(): what campaigns are called by name, what
 * only a campaign of the police is called, what tells that it is theirs, its
 * phases and one of the words that is in each of them, and "ngày đêm". */
extern const struct str topic_names[];
extern const struct str topic_loose_words[];
extern const struct str topic_police_words[];
extern const struct str topic_phase_words[];
extern const struct str topic_phase_stems[];
extern const struct str topic_day_and_night[];

/* Where the name of a phase begins that ends before a place, blanks left out:
 * "đợt hai", "giai đoạn 2", "bước III"; at: there is none. */
size_t topic_phase_start(struct str folded, size_t at);

/* The verbs that one's time is told by. */
extern const struct str topic_time_verbs[];

#endif
