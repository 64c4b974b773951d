/*
 * Loops over bytes by vector instructions, in two ways.
 *
 * VECTOR_CLONES before a function whose loops the compiler turns into vector
 * instructions: it is compiled for wider vectors too, and the one that the
 * machine has is chosen when the program starts.
 *
 * A loop that needs masks is written by hand, with the macros that
 * vector_widths.h defines once for each width, and its caller chooses by
 * vector_width().
 */
#ifndef CAODIEM_VECTOR_H
#define CAODIEM_VECTOR_H

#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__clang__) &&        \
    !defined(__SANITIZE_ADDRESS__)
#define VECTOR_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define VECTOR_CLONES
#endif

/* Before the functions that those call, which must become part of them. */
#define VECTOR_PART static inline __attribute__((always_inline))

/* Each byte as often as the widest vector holds it. */
extern const unsigned char vector_all[256][64];

/*
 * Constants that the compiler sees are made anew in each turn of a loop, on the
 * one port that is scarce; hidden like this they are loaded.  To be declared in
 * a function that uses them.
 */
#define VECTOR_CONSTANTS(name)                                                 \
	const unsigned char(*(name))[64] = vector_all;                         \
	__asm__("" : "+r"(name))

/* The bytes of the widest vectors that the machine has and a loop is written
 * for: 8 (words, where there are no vectors), 16, 32 or 64. */
static inline unsigned
vector_width(void)
{
#ifdef __SSE2__
	if (__builtin_cpu_supports("avx512bw"))
		return 64;
	return __builtin_cpu_supports("avx2") ? 32 : 16;
#else
	return 8;
#endif
}

#endif
