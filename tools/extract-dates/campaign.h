/*
 * Which times a sentence gives to a police campaign: role=campaign.
 */
#ifndef EXTRACT_DATES_CAMPAIGN_H
#define EXTRACT_DATES_CAMPAIGN_H

#include "compose.h"

/* in_time: the sentence stands in a section that tells when something is
 * done. */
void campaign_mark(
    struct str folded, struct expressions *expressions, bool in_time);

#endif
