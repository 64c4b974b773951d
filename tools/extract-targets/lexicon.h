/*
 * The cue words of cues.tsv: what a word does to the figures around it.  They
 * are matched at the starts of words of a folded sentence, longest first.
 */
#ifndef EXTRACT_TARGETS_LEXICON_H
#define EXTRACT_TARGETS_LEXICON_H

#include "message.h"
#include "str.h"
#include "table.h"

/* In the order of the names in lexicon.c. */
enum cue_kind {
	CUE_OP,      /* "ít nhất", "khoảng"; value: an enum op */
	CUE_AFTER,   /* "trở lên": an operator behind its number */
	CUE_FROM,    /* "từ" */
	CUE_FILL,    /* stands between operator and number: "là", "tới" */
	CUE_REACH,   /* "đạt": as CUE_FILL, but begins something new */
	CUE_SAME,    /* restates: "tỷ lệ", "tương đương" */
	CUE_UP,      /* "tăng" */
	CUE_DOWN,    /* "giảm" */
	CUE_LEVEL,   /* "xuống còn": a level, no change */
	CUE_NONE,    /* longer words that only hide shorter cues */
	CUE_GOAL,    /* value: an enum goal_kind */
	CUE_COMPARE, /* "so với", "chưa đạt" */
	CUE_BUT,     /* "nhưng", "trong khi" */
	CUE_THEN,    /* "thì" */
	CUE_AND,     /* "và", "với" */
	CUE_PAST,    /* reports: "đã", "xảy ra" */
	CUE_VERB,    /* begins something else: "bắt", "xử lý" */
	CUE_HEAD, /* begins a measure: "số vụ", "tỷ lệ điều tra" */
	CUE_STOP, /* ends a noun phrase: "trong", "của" */
	CUE_ZERO, /* value: an enum zero_kind */
	CUE_KINDS,
};

enum op { OP_NONE, OP_GT, OP_GE, OP_LT, OP_LE, OP_APPROX };

enum goal_kind {
	GOAL_VERB,  /* "phấn đấu": from here on all is a goal */
	GOAL_ORDER, /* "yêu cầu": likewise, but asked for money is no goal */
	GOAL_WEAK,  /* "chỉ đạo": only rates, changes and bounds */
	GOAL_NOUN,  /* "chỉ tiêu" */
	GOAL_PLAN,  /* "kế hoạch": only where a number follows */
	GOAL_MUST,  /* "phải": where a change, "đạt" or a task follows */
	GOAL_WILL,  /* "sẽ": likewise, but "sẽ tăng" is a forecast */
	GOAL_GIVE,  /* "giao": as GOAL_ORDER, behind a topic only referred to */
	GOAL_ASSIGN, /* "được giao": where what is to be done follows */
	GOAL_DUTY,   /* "phải được": its whole clause */
};

enum zero_kind { ZERO_GOAL, ZERO_RESULT };

enum past_kind {
	PAST_ANY,
	PAST_ADVERB, /* "mới": reports only in front of what it belongs to */
	PAST_FIRM,   /* "còn hụt": reports whatever was set */
};

enum verb_kind {
	VERB_ANY,
	VERB_TASK, /* "triệt xóa": at the head of a list's item a goal */
	VERB_HARM, /* "bị thương": what befell those counted */
};

enum head_kind {
	HEAD_MEASURE, /* "số vụ", "tỷ lệ điều tra" */
	HEAD_THING,   /* "tội phạm", "án": what a rate may be of */
	HEAD_CRIME, /* "cướp giật": tells only what the sentence is about */
};

struct cue {
	struct str phrase;
	enum cue_kind kind;
	int value;
};

struct lexicon;

/* NULL: *fault tells what is wrong. */
struct lexicon *lexicon_open(const struct table *table, struct fault *fault);
void lexicon_close(struct lexicon *l);

/* The phrases of one kind, from number *next on; NULL after the last. */
const struct cue *lexicon_next(
    const struct lexicon *l, enum cue_kind kind, size_t *next);

/* The longest phrase at a word's start whose first word ends at end; NULL if
 * there is none. */
const struct cue *lexicon_match(
    const struct lexicon *l, struct str folded, size_t at, size_t end);

#endif
