/*
 * VECTOR_CLONES before a function whose loops the compiler turns into vector
 * instructions: it is compiled for wider vectors too, and the one that the
 * machine has is chosen when the program starts.
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

#endif
