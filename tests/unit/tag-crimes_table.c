/* The built-in table: each row has an effect, and every tag has its names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "text.h"
#include "tools/tag-crimes/choice.h"
#include "tools/tag-crimes/rulebook.h"

static const unsigned char bytes[] = {
#include "tools/tag-crimes/crimes.tsv.h"
};

static const struct table table = {
    "crimes.tsv", {(const char *)bytes, sizeof(bytes)}};

static void
patterns_compile(void **state)
{
	struct rulebook *book = rulebook_new();
	struct fault fault;

	(void)state;
	book->check_patterns = true;
	assert_true(rulebook_read(book, &table, &fault));
	assert_true(book->pattern_count > 0);
	rulebook_free(book);
}

/* The names met so far, and how many rows each tag has. */
struct census {
	struct rulebook *book;
	struct lexicon *names;
	size_t *rows;
	struct buf phrase, folded;
};

static bool
is_name(struct str kind)
{
	return str_equal(kind, STR("phrase")) || str_equal(kind, STR("item")) ||
	       str_equal(kind, STR("goods")) || str_equal(kind, STR("not")) ||
	       str_equal(kind, STR("pattern"));
}

/* Goods may be an item too, all else has one row. */
static bool
take_name(struct census *c, struct str kind, struct str text)
{
	enum role role = str_equal(kind, STR("goods"))  ? ROLE_GOODS
			 : str_equal(kind, STR("item")) ? ROLE_ITEM
							: ROLE_PHRASE;
	const struct entry *above;
	struct str phrase;

	text_fold(&c->folded, text);
	phrase = buf_str(&c->folded);
	above = lexicon_find(c->names, phrase);
	if (above != NULL && (above->role != ROLE_GOODS || role != ROLE_ITEM))
		return false;
	lexicon_add(c->names, phrase, role);
	return true;
}

static bool
take(void *context, const struct table_row *row, struct fault *fault)
{
	struct census *c = context;
	int tag;

	if (str_equal(row->column[0], STR("act")) &&
	    !str_equal(row->column[3], STR("-")))
		c->rows[rulebook_tag(c->book, row->column[3])]++;
	if (!is_name(row->column[0]))
		return true;
	fault->text = "the phrase has a row above";
	for (size_t i = 0; choice_phrase(row->column[1], i, &c->phrase); i++)
		if (!take_name(c, row->column[0], buf_str(&c->phrase))) {
			print_message(
			    "%.*s\n", (int)c->phrase.len, c->phrase.data);
			return false;
		}
	tag = rulebook_tag(c->book, row->column[2]);
	if (tag >= 0)
		c->rows[tag]++;
	return true;
}

static void
rows_have_an_effect(void **state)
{
	struct census c = {.book = rulebook_new(), .names = lexicon_new()};
	struct fault fault;

	(void)state;
	assert_true(rulebook_read(c.book, &table, &fault));
	c.rows = calloc(c.book->tag_count, sizeof(*c.rows));
	assert_non_null(c.rows);
	if (!table_read(&table, RULEBOOK_HEADER, take, &c, &fault))
		fail_msg("line %zu: %s", fault.line, fault.text);
	assert_int_equal(c.book->tag_count, 110);
	for (size_t i = 0; i < c.book->tag_count; i++)
		if (c.rows[i] < 2)
			fail_msg("%.*s has %zu rows",
			    (int)c.book->tags[i].name.len,
			    c.book->tags[i].name.data, c.rows[i]);
	free(c.rows);
	buf_free(&c.phrase);
	buf_free(&c.folded);
	lexicon_free(c.names);
	rulebook_free(c.book);
}

static void
acts_make_crimes(void **state)
{
	struct rulebook *book = rulebook_new();
	struct fault fault;
	int drugs, firearms, fraud;

	(void)state;
	assert_true(rulebook_read(book, &table, &fault));
	drugs = rulebook_tag(book, STR("drugs"));
	firearms = rulebook_tag(book, STR("weapons/firearms"));
	fraud = rulebook_tag(book, STR("illicit-trade/commercial-fraud"));
	for (int class = 0; class < (int)book->verb_count; class ++)
		if (str_equal(book->verbs[class], STR("transport"))) {
			assert_int_equal(rulebook_act(book, class, drugs),
			    rulebook_tag(book, STR("drugs/transport")));
			assert_int_equal(
			    rulebook_act(book, class, firearms), firearms);
		} else if (str_equal(book->verbs[class], STR("smuggle"))) {
			assert_int_equal(rulebook_act(book, class, fraud), -1);
		}
	rulebook_free(book);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(patterns_compile),
	    cmocka_unit_test(rows_have_an_effect),
	    cmocka_unit_test(acts_make_crimes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
