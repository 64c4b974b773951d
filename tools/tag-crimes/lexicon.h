/*
 * The phrases of the table as a trie over word numbers: the longest match at
 * a word costs one look-up a word, however many phrases there are.  Names
 * and phrases are lent from the table's bytes.
 */
#ifndef TAG_CRIMES_LEXICON_H
#define TAG_CRIMES_LEXICON_H

#include "sieve.h"
#include "words.h"

/* What a phrase is to the sentence. */
enum role {
	/* names, of which one place has at most one */
	ROLE_PHRASE, /* names a crime */
	ROLE_ITEM,   /* names one only in a list that a head governs */
	ROLE_GOODS,  /* names one only where traded against the law */
	ROLE_NOT,    /* holds a crime's name and is none */
	/* grammar, of which a place can have one more */
	ROLE_HEAD,    /* governs the list that follows: "vi phạm về" */
	ROLE_VERB,    /* makes an act of the thing that follows */
	ROLE_FILLER,  /* stands between verb and thing: "trái phép" */
	ROLE_NUMBER,  /* the same, and counts the thing: "hàng trăm" */
	ROLE_ILLEGAL, /* the same, and tells that it is against the law */
	ROLE_FAKE,    /* "giả" behind a thing */
	ROLE_LINK,    /* joins members of a list */
	ROLE_OPEN,    /* leads from a head to its list: "trong lĩnh vực" */
	ROLE_TALLY,   /* likewise, to one of members that are counted */
	ROLE_BREAK,   /* ends a list */
	ROLE_RING,    /* those who commit the crime that follows */
	ROLE_TAIL,    /* belongs to the crime before it */
	ROLE_BODY,    /* begins the name of an authority */
	ROLE_VICTIM,  /* makes another crime of what it suffers */
};

#define ROLE_LAST_NAME ROLE_NOT

/* What words before goods say of them. */
enum trade { TRADE_PLAIN, TRADE_ILLEGAL, TRADE_FAKE };

/* Numbers are -1 where there is none. */
struct entry {
	enum role role;   /* of a name */
	uint32_t grammar; /* its other roles, 1 << role */
	uint64_t cues;    /* context classes that a name stands for */
	bool wakes;       /* the sentence is worth a full look */
	enum trade trade; /* what a verb says of any goods */
	int tag;
	int other_tag; /* of goods that are fake */
	int item_tag;  /* of goods in a list that a head governs */
	int rule;      /* of context */
	int class;     /* of a verb, ring or victim */
	int pattern;   /* that must match from here on */
	int apart;     /* words that must not stand beside it */
};

/*
 * Below FIRST_NODE a node's number is the word that is its phrase, for most
 * words of a text need no other.  An entry's number is its place plus 1; 0: none.
 * Most texts leave the trie soon: next has the bits of the words, by their
 * numbers modulo 64, that edges lead on with.
 */
#define FIRST_NODE (UINT32_C(1) << 31)

struct node {
	uint32_t name, grammar;
	uint64_t cues;
	uint64_t next;
};

struct edge {
	uint32_t from, word, to; /* to 0: free */
};

struct lexicon {
	struct words *words;
	struct sieve *sieve; /* of the phrases that wake */
	struct node *roots;  /* of each word */
	size_t root_room;
	struct node *nodes;
	size_t node_count, node_cap;
	struct edge *edges;
	size_t edge_room, edge_count; /* room is a power of two */
	struct entry *entries;
	size_t entry_count, entry_cap;
};

struct lexicon *lexicon_new(void);
void lexicon_free(struct lexicon *l);

/* What the word lists of the lexicon know a text's words by. */
const struct words *lexicon_words(const struct lexicon *l);

/*
 * The entry of a phrase (folded): a new one in the slot of names, in place of
 * what was there; in that of grammar the one that is there gets one role more.
 * NULL if the phrase has no words.
 * It holds until the next call.
 */
struct entry *lexicon_add(struct lexicon *l, struct str phrase, enum role role);

/* The entry of a phrase in the slot of names; NULL if there is none. */
struct entry *lexicon_find(struct lexicon *l, struct str phrase);

/* Goods that name a crime in a list behind a head too stay goods.  false: the
 * phrase is none, or the tag -1. */
bool lexicon_list_goods(struct lexicon *l, struct str phrase, int tag);

/* Adds context classes to a phrase. false: it has no words. */
bool lexicon_add_cues(struct lexicon *l, struct str phrase, uint64_t cues);

/* What matches at a word; the ends are word places, 0 where nothing is. */
struct lexicon_match {
	const struct entry *name, *grammar;
	size_t name_end, grammar_end;
	uint64_t cues;
	uint32_t roles; /* of grammar */
};

/* words[at] to words[count - 1] are word numbers. */
struct lexicon_match lexicon_match(
    const struct lexicon *l, const uint32_t *words, size_t at, size_t count);

/*
 * Tells that the quick look must stop at a phrase: alone it makes a sentence
 * worth a full look if its entry wakes, an item does behind a head, a pattern
 * where it matches.
 */
void lexicon_stir(struct lexicon *l, struct str phrase);

/*
 * Whether folded text is worth a full look.  matches tells whether a pattern
 * does at a byte.
 */
bool lexicon_wakes(const struct lexicon *l, const struct split *text,
    bool (*matches)(void *context, int pattern, struct str text, size_t at),
    void *context);

#endif
