/*
 * Credits of pictures: "Ảnh: Thế Thành Trên tuyến biển ...".
 */
#ifndef CAODIEM_CREDIT_H
#define CAODIEM_CREDIT_H

#include "boundary.h"

/*
 * The label before a colon if it is one of a credit ("Ảnh", "Nguồn", ...),
 * outside of brackets; else empty.
 */
struct str credit_label(struct str text, size_t colon);

/* Where a sentence begins behind the name of who took the picture; 0: that is
 * not known. */
size_t credit_end(const struct boundary_scan *scan, size_t colon);

#endif
