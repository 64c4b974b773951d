/*
 * Goals that run on from one sentence of a paragraph to the next: "... giao chỉ
 * tiêu cho các đội. Cụ thể, bắt 20 đối tượng truy nã. Triệt xóa 3 tụ điểm."
 */
#ifndef CAODIEM_RUN_ON_H
#define CAODIEM_RUN_ON_H

#include "str.h"

struct run_on {
	struct str before; /* the sentence before; empty: none */
	bool goals;        /* and whether goals ran on to it */
	struct buf folded; /* memory to reuse */
};

/* A paragraph begins. */
void run_on_start(struct run_on *r);
void run_on_free(struct run_on *r);

/* Takes the next sentence, which must last until the one behind it is taken:
 * whether the goals of the one before go on in it. */
bool run_on_take(struct run_on *r, struct str sentence);

/* Whether a sentence begins as tasks do that follow each other: "Bắt 20 đối
 * tượng", "Tỷ lệ khám phá trên 80%". */
bool run_on_is_task(struct str sentence);

#endif
