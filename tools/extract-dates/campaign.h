/*
 * Which times a sentence gives to a police campaign: role=campaign.
 */
#ifndef EXTRACT_DATES_CAMPAIGN_H
#define EXTRACT_DATES_CAMPAIGN_H

#include "compose.h"

void campaign_mark(struct str folded, struct expressions *expressions);

#endif
