#include "vector.h"

#define FOUR(c) (c), (c), (c), (c)
#define SIXTEEN(c) FOUR(c), FOUR(c), FOUR(c), FOUR(c)
#define ROW(c)                                                                 \
	{                                                                      \
		SIXTEEN(c), SIXTEEN(c), SIXTEEN(c), SIXTEEN(c)                 \
	}
#define ROWS4(c) ROW(c), ROW((c) + 1), ROW((c) + 2), ROW((c) + 3)
#define ROWS16(c) ROWS4(c), ROWS4((c) + 4), ROWS4((c) + 8), ROWS4((c) + 12)
#define ROWS64(c)                                                              \
	ROWS16(c), ROWS16((c) + 16), ROWS16((c) + 32), ROWS16((c) + 48)

const unsigned char vector_all[256][64] __attribute__((aligned(64))) = {
    ROWS64(0), ROWS64(64), ROWS64(128), ROWS64(192)};
