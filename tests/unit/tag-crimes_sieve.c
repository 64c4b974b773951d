/* The sieve never passes over a phrase: against a look at every word. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tools/tag-crimes/lexicon.h"
#include "tools/tag-crimes/sieve.h"

static const char *const phrases[] = {"cướp", "ma túy", "lừa đảo , chiếm đoạt",
    "5 con", "kỹ xảo", "xã hội đen", "methamphetamine"};

#define PHRASES (sizeof(phrases) / sizeof(phrases[0]))

static struct lexicon *
lexicon(void)
{
	struct lexicon *l = lexicon_new();

	for (size_t i = 0; i < PHRASES; i++) {
		struct str phrase = str_from(phrases[i]);

		lexicon_add(l, phrase, ROLE_PHRASE)->wakes = true;
		lexicon_stir(l, phrase);
	}
	return l;
}

/* Whether a phrase begins at some word, by looking at each. */
static bool
holds(const struct lexicon *l, struct str text)
{
	uint32_t words[300];
	size_t count = 0, at = 0;

	for (;;) {
		struct span word = words_next(text, &at);

		if (word.start == word.end)
			break;
		assert_true(count < sizeof(words) / sizeof(words[0]));
		words[count++] = words_find(
		    lexicon_words(l), str_slice(text, word.start, word.end));
	}
	for (size_t i = 0; i < count; i++)
		if (lexicon_match(l, words, i, count).name != NULL)
			return true;
	return false;
}

static bool
wakes(const struct lexicon *l, struct str text)
{
	struct split split = {0};
	bool found;

	split_text(&split, text);
	found = lexicon_wakes(l, &split, NULL, NULL);
	split_free(&split);
	return found;
}

static void
finds_phrases(void **state)
{
	struct lexicon *l = lexicon();
	const char *const with[] = {"cướp", "x “cướp”", "(cướp)", "ma \"túy\"",
	    "…ma túy", "ma  túy", "lừa đảo, chiếm đoạt", "có 5 con", "5con",
	    "kĩ xảo", "kiểu “xã hội” đen", "3methamphetamine"};
	const char *const without[] = {"", "cướ", "cướpx", "ma", "ma, túy",
	    "lừa đảo", "x5con", "ki xảo", "tiếng ma túyx", "methamphetamin"};

	(void)state;
	for (size_t i = 0; i < sizeof(with) / sizeof(with[0]); i++)
		assert_true(wakes(l, str_from(with[i])));
	for (size_t i = 0; i < sizeof(without) / sizeof(without[0]); i++)
		assert_false(wakes(l, str_from(without[i])));
	lexicon_free(l);
}

/* Words and signs at random, with phrases at every place of a block. */
static void
misses_nothing(void **state)
{
	static const char *const bits[] = {"ma", "túy", "cướp", "lừa", "đảo",
	    " ", " ", " ", " ", ",", "\"", "“", "…", "5", "con", "kĩ", "xảo",
	    "a", "\xc2\xab", "methamphetamine", "-", "xã", "hội", "đen"};
	struct lexicon *l = lexicon();
	uint32_t random = 1;
	struct buf text = {0};

	(void)state;
	for (int round = 0; round < 20000; round++) {
		size_t most = (size_t)(round % 90) + 1;

		buf_clear(&text);
		for (size_t i = 0; i < most; i++) {
			random = random * 1664525 + 1013904223;
			buf_text(&text, bits[(random >> 16) %
					     (sizeof(bits) / sizeof(bits[0]))]);
		}
		assert_int_equal(
		    holds(l, buf_str(&text)), wakes(l, buf_str(&text)));
	}
	buf_free(&text);
	lexicon_free(l);
}

static bool
matches_digit(void *context, int pattern, struct str text, size_t at)
{
	const int *wanted = context;

	assert_int_equal(pattern, *wanted);
	return at + 6 < text.len && text.data[at + 6] == '2';
}

/* Items wake behind a head, patterns where they match. */
static void
stirs(void **state)
{
	struct lexicon *l = lexicon_new();
	static const struct {
		const char *text;
		bool wakes;
	} cases[] = {
	    {"vi phạm về kinh tế", true},
	    {"kinh tế, vi phạm", false},
	    {"vi phạm", false},
	    {"kinh tế", false},
	    {"chém 2 người", true},
	    {"chém gió", false},
	    {"chém gió, chém 2 người", true},
	};
	int pattern = 5;
	struct entry *e = lexicon_add(l, STR("chém"), ROLE_PHRASE);

	(void)state;
	e->wakes = true;
	e->pattern = pattern;
	lexicon_add(l, STR("kinh tế"), ROLE_ITEM);
	lexicon_add(l, STR("vi phạm"), ROLE_HEAD);
	lexicon_stir(l, STR("chém"));
	lexicon_stir(l, STR("kinh tế"));
	lexicon_stir(l, STR("vi phạm"));
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct split split = {0};

		split_text(&split, str_from(cases[i].text));
		assert_int_equal(
		    lexicon_wakes(l, &split, matches_digit, &pattern),
		    cases[i].wakes);
		split_free(&split);
	}
	lexicon_free(l);
}

static bool
count(void *context, const struct split *text, size_t at)
{
	size_t *times = context;

	(void)text;
	(void)at;
	(*times)++;
	return false;
}

static size_t
places_asked(const struct sieve *s, struct str text)
{
	struct split split = {0};
	size_t times = 0;

	split_text(&split, text);
	assert_false(sieve_any(s, &split, count, &times));
	split_free(&split);
	return times;
}

static void
asks_at_few_places(void **state)
{
	struct sieve *s = sieve_new();

	(void)state;
	sieve_add(s, (struct str[]){STR("ma"), STR("túy")}, 2);
	sieve_add(s, (struct str[]){STR("ma"), STR("men"), STR("lối")}, 3);
	sieve_add(s,
	    (struct str[]){STR("ma"), STR("cà"), STR("rồng"), STR("đêm")}, 4);
	assert_int_equal(
	    places_asked(s, STR("ma túy, ma quỷ, má túy, ma men, con ma và mã "
				"tấu")),
	    1);
	assert_int_equal(
	    places_asked(s, STR("ma men lối, ma cà rồng ngày")), 2);
	assert_int_equal(places_asked(s, STR("")), 0);
	sieve_free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_phrases),
	    cmocka_unit_test(misses_nothing),
	    cmocka_unit_test(stirs),
	    cmocka_unit_test(asks_at_few_places),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
