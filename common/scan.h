/*
 * The fast loops over text: what can be seen of many bytes at once.
 */
#ifndef CAODIEM_SCAN_H
#define CAODIEM_SCAN_H

#include "str.h"

/*
 * Whether a paragraph is clean as it stands: well-formed, surely NFC, single
 * spaces only, none in front, no control or invisible characters.  false says
 * only that a closer look is needed.
 */
bool scan_is_clean(struct str s);

#endif
