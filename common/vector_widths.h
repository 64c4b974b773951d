/*
 * Includes the file VECTOR_BODY once for each width of vectors; without a
 * guard for that reason.  The body's functions are VECTOR_TARGET static and
 * named VECTOR_NAME(x): x_8, x_16, x_32, x_64; VECTOR_CALL() chooses one.
 */

/*
 * Questions about the bytes of a vector give a VECTOR_ANSWER: bytes of 0 or
 * 0xFF, or a bit a byte where the machine has such masks.  Answers are put
 * together by |, & and ~.
 *
 *   VECTOR_ALL(byte)          a vector of one byte only
 *   VECTOR_SAME(a, b)         equal bytes
 *   VECTOR_IS(v, byte)        those that are that byte
 *   VECTOR_LEAST(v, byte)     that or more
 *   VECTOR_WITHIN(v, low, high)
 *   VECTOR_HIGH(v)            the highest bit, to be asked for by VECTOR_BITS()
 *   VECTOR_BITS(answer)       a bit a byte, the first byte's the lowest
 *   VECTOR_PICK(answer, byte) a vector of that byte where the answer is yes
 */
#define VECTOR_ALL(byte) (*(const VECTOR *)(const void *)all[byte])
#define VECTOR_IS(v, byte) VECTOR_SAME(v, VECTOR_ALL(byte))
#define VECTOR_LEAST(v, byte) VECTOR_FROM(v, VECTOR_ALL(byte))
#define VECTOR_WITHIN(v, low, high)                                            \
	VECTOR_UPTO((VECTOR)((v)-VECTOR_ALL(low)), VECTOR_ALL((high) - (low)))
#define VECTOR_LOAD(v, at) memcpy(&(v), (at), sizeof(v))

/* Where answers are bytes. */
#define VECTOR_ANSWER VECTOR
#define VECTOR_SAME(a, b) ((VECTOR)((a) == (b)))
#define VECTOR_FROM(a, b) ((VECTOR)((a) >= (b)))
#define VECTOR_UPTO(a, b) ((VECTOR)((a) <= (b)))
#define VECTOR_HIGH(v) (v)
#define VECTOR_PICK(answer, byte) ((answer)&VECTOR_ALL(byte))

typedef unsigned char vector_8 __attribute__((vector_size(8), may_alias));

/* A mask of the bytes' highest bits, the first byte's the lowest. */
static inline uint64_t
vector_bits_8(vector_8 v)
{
	uint64_t word;

	memcpy(&word, &v, sizeof(word));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	word = __builtin_bswap64(word);
#endif
	word = word >> 7 & UINT64_C(0x0101010101010101);
	return word * UINT64_C(0x0102040810204080) >> 56;
}

#define VECTOR vector_8
#define VECTOR_BITS(v) vector_bits_8(v)
#define VECTOR_TARGET
#define VECTOR_NAME(x) x##_8
#include VECTOR_BODY
#undef VECTOR
#undef VECTOR_BITS
#undef VECTOR_TARGET
#undef VECTOR_NAME

#ifdef __SSE2__

#include <immintrin.h>

typedef unsigned char vector_16 __attribute__((vector_size(16), may_alias));
typedef unsigned char vector_32 __attribute__((vector_size(32), may_alias));
typedef unsigned char vector_64 __attribute__((vector_size(64), may_alias));

static inline uint64_t
vector_bits_16(__m128i v)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(v);
}

__attribute__((target("avx2"))) static inline uint64_t
vector_bits_32(__m256i v)
{
	return (uint64_t)(unsigned)_mm256_movemask_epi8(v);
}

#define VECTOR vector_16
#define VECTOR_BITS(v) vector_bits_16((__m128i)(v))
#define VECTOR_TARGET
#define VECTOR_NAME(x) x##_16
#include VECTOR_BODY
#undef VECTOR
#undef VECTOR_BITS
#undef VECTOR_TARGET
#undef VECTOR_NAME

#define VECTOR vector_32
#define VECTOR_BITS(v) vector_bits_32((__m256i)(v))
#define VECTOR_TARGET __attribute__((target("avx2")))
#define VECTOR_NAME(x) x##_32
#include VECTOR_BODY
#undef VECTOR
#undef VECTOR_BITS
#undef VECTOR_TARGET
#undef VECTOR_NAME

/* Answers are masks here. */
#undef VECTOR_ANSWER
#undef VECTOR_SAME
#undef VECTOR_FROM
#undef VECTOR_UPTO
#undef VECTOR_HIGH
#undef VECTOR_PICK
#define VECTOR_ANSWER uint64_t
#define VECTOR_SAME(a, b) _mm512_cmpeq_epi8_mask((__m512i)(a), (__m512i)(b))
#define VECTOR_FROM(a, b) _mm512_cmpge_epu8_mask((__m512i)(a), (__m512i)(b))
#define VECTOR_UPTO(a, b) _mm512_cmple_epu8_mask((__m512i)(a), (__m512i)(b))
#define VECTOR_HIGH(v) _mm512_movepi8_mask((__m512i)(v))
#define VECTOR_PICK(answer, byte)                                              \
	((VECTOR)_mm512_maskz_mov_epi8(answer, (__m512i)VECTOR_ALL(byte)))

#define VECTOR vector_64
#define VECTOR_BITS(answer) ((uint64_t)(answer))
#define VECTOR_TARGET __attribute__((target("avx512bw")))
#define VECTOR_NAME(x) x##_64
#include VECTOR_BODY
#undef VECTOR
#undef VECTOR_BITS
#undef VECTOR_TARGET
#undef VECTOR_NAME

#define VECTOR_CALL(width, name, arguments)                                    \
	do {                                                                   \
		if ((width) == 64)                                             \
			name##_64 arguments;                                   \
		else if ((width) == 32)                                        \
			name##_32 arguments;                                   \
		else if ((width) == 16)                                        \
			name##_16 arguments;                                   \
		else                                                           \
			name##_8 arguments;                                    \
	} while (0)

#else

#define VECTOR_CALL(width, name, arguments) ((void)(width), name##_8 arguments)

#endif
