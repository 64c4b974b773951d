/*
 * usage: prepare < crimes.tsv > crimes.prepared.h
 *
 * Run by the build: reads the built-in table and prints the rulebook that it
 * makes as constants in C, for prepared.c.
 */
#include <err.h>
#include <stdio.h>
#include <string.h>

#include "tools/tag-crimes/rulebook.h"

static void
print_words(const struct words *w)
{
	printf("static const char prepared_bytes[] = {");
	for (size_t i = 0; i < w->bytes.len; i++)
		printf("%d,", w->bytes.data[i]);
	printf("};\nstatic const struct word_slot prepared_slots[%zu] = {\n",
	    w->room);
	for (size_t i = 0; i < w->room; i++) {
		const struct word_slot *s = &w->slots[i];

		if (s->number != WORD_UNKNOWN)
			printf("[%zu] = {UINT64_C(%llu), %u, %u, %u},\n", i,
			    (unsigned long long)s->head, s->number, s->len,
			    s->place);
	}
	printf("};\nstatic const struct words prepared_words = {(struct "
	       "word_slot *)prepared_slots, %zu, %zu, %u, "
	       "{(char *)prepared_bytes, %zu, 0}};\n",
	    w->room, w->used, w->last, w->bytes.len);
}

static void
print_bits(const uint64_t *bits)
{
	printf("{");
	for (size_t i = 0; i < 1 << (SIEVE_BITS - 6); i++)
		printf("UINT64_C(%llu),", (unsigned long long)bits[i]);
	printf("},\n");
}

static void
print_sieve(const struct sieve *s)
{
	printf("static const struct sieve prepared_sieve = {\n");
	print_bits(s->firsts);
	printf("{");
	for (int i = 0; i < SIEVE_WORDS; i++)
		print_bits(s->sets[i]);
	printf("}");
	printf("};\n");
}

static void
print_nodes(const char *name, const struct node *nodes, size_t count)
{
	printf("static const struct node prepared_%s[] = {\n", name);
	for (size_t i = 0; i < count; i++)
		printf("{%u, %u, UINT64_C(%llu), UINT64_C(%llu)},\n",
		    nodes[i].name, nodes[i].grammar,
		    (unsigned long long)nodes[i].cues,
		    (unsigned long long)nodes[i].next);
	printf("};\n");
}

static void
print_trie(const struct lexicon *l)
{
	print_nodes("roots", l->roots, l->root_room);
	print_nodes("nodes", l->nodes, l->node_count);
	printf(
	    "static const struct edge prepared_edges[%zu] = {\n", l->edge_room);
	for (size_t i = 0; i < l->edge_room; i++)
		if (l->edges[i].to != 0)
			printf("[%zu] = {%u, %u, %u},\n", i, l->edges[i].from,
			    l->edges[i].word, l->edges[i].to);
	printf("};\n");
}

static void
print_lexicon(const struct lexicon *l)
{
	print_words(l->words);
	print_sieve(l->sieve);
	print_trie(l);
	printf("static const struct entry prepared_entries[] = {\n");
	for (size_t i = 0; i < l->entry_count; i++) {
		const struct entry *e = &l->entries[i];

		printf("{%d, %u, UINT64_C(%llu), %d, %d, %d, %d, %d, %d, %d, "
		       "%d, %d},\n",
		    (int)e->role, e->grammar, (unsigned long long)e->cues,
		    e->wakes, (int)e->trade, e->tag, e->other_tag, e->item_tag,
		    e->rule, e->class, e->pattern, e->apart);
	}
	printf("};\nstatic const struct lexicon prepared_lexicon = {(struct "
	       "words *)&prepared_words, (struct sieve *)&prepared_sieve, "
	       "(struct node *)prepared_roots, %zu, (struct node "
	       "*)prepared_nodes, %zu, 0, (struct edge *)prepared_edges, %zu, "
	       "%zu, (struct entry *)prepared_entries, %zu, 0};\n",
	    l->root_room, l->node_count, l->edge_room, l->edge_count,
	    l->entry_count);
}

/* A string of the table, by where it stands there. */
static void
print_piece(struct str table, struct str s)
{
	if (s.len == 0)
		printf("{\"\", 0}");
	else
		printf("PIECE(%zu, %zu)", (size_t)(s.data - table.data), s.len);
}

static void
print_pieces(
    const char *name, struct str table, const struct str *list, size_t count)
{
	printf("static const struct str prepared_%s[] = {\n", name);
	for (size_t i = 0; i < count; i++) {
		print_piece(table, list[i]);
		printf(",\n");
	}
	printf("};\n");
}

static void
print_tags(const struct rulebook *book, struct str table)
{
	printf("static const struct tag prepared_tags[] = {\n");
	for (size_t i = 0; i < book->tag_count; i++) {
		printf("{");
		print_piece(table, book->tags[i].name);
		printf(", ");
		print_piece(table, book->tags[i].articles);
		printf(", ");
		print_piece(table, book->tags[i].iccs);
		printf(", %d},\n", book->tags[i].parent);
	}
	printf("};\n");
}

static void
print_rules(const struct rulebook *book, struct str table)
{
	printf("static const struct rule prepared_rules[] = {\n");
	for (size_t i = 0; i < book->rule_count; i++) {
		printf("{");
		print_piece(table, book->rules[i].name);
		printf(", UINT64_C(%llu), UINT64_C(%llu)},\n",
		    (unsigned long long)book->rules[i].needs,
		    (unsigned long long)book->rules[i].unless);
	}
	printf("};\nstatic const struct act prepared_acts[] = {\n");
	for (size_t i = 0; i < book->act_count; i++)
		printf("{%d, %d, %d},\n", book->acts[i].class,
		    book->acts[i].object, book->acts[i].tag);
	printf("};\nstatic const struct apart prepared_aparts[] = {\n");
	for (size_t i = 0; i < book->apart_count; i++) {
		printf("{");
		print_piece(table, book->aparts[i].left);
		printf(", ");
		print_piece(table, book->aparts[i].right);
		printf("},\n");
	}
	printf("};\n");
}

static void
print_patterns(const struct rulebook *book)
{
	printf("static const struct named_pattern prepared_patterns[] = {\n");
	for (size_t i = 0; i < book->pattern_count; i++) {
		printf("{{\"");
		for (const char *p = book->patterns[i].forms[0]; *p != '\0';
		     p++)
			printf("\\%03o", (unsigned)(unsigned char)*p);
		printf("\", NULL}, NULL},\n");
	}
	printf("};\n");
}

static void
print_rulebook(const struct rulebook *book, struct str table)
{
	printf("_Static_assert(sizeof(crimes_tsv) == %zu, \"the table has "
	       "changed during the build\");\n",
	    table.len);
	print_lexicon(book->lexicon);
	print_tags(book, table);
	print_rules(book, table);
	print_patterns(book);
	print_pieces("classes", table, book->classes, book->class_count);
	print_pieces("verbs", table, book->verbs, book->verb_count);
	printf(
	    "static const struct rulebook prepared = {.prepared = true,\n"
	    ".lexicon = (struct lexicon *)&prepared_lexicon,\n"
	    ".tags = (struct tag *)prepared_tags, .tag_count = %zu,\n"
	    ".rules = (struct rule *)prepared_rules, .rule_count = %zu,\n"
	    ".acts = (struct act *)prepared_acts, .act_count = %zu,\n"
	    ".aparts = (struct apart *)prepared_aparts, .apart_count = %zu,\n"
	    ".pattern_count = %zu,\n"
	    ".classes = (struct str *)prepared_classes, .class_count = "
	    "%zu,\n"
	    ".verbs = (struct str *)prepared_verbs, .verb_count = %zu,\n"
	    ".fake_tag = %d};\n",
	    book->tag_count, book->rule_count, book->act_count,
	    book->apart_count, book->pattern_count, book->class_count,
	    book->verb_count, book->fake_tag);
}

int
main(void)
{
	struct rulebook *book = rulebook_new();
	struct buf bytes = {0};
	struct table table;
	struct fault fault;
	int error = table_load(&table, "-", &bytes);

	if (error != 0)
		errx(2, "standard input: %s", strerror(error));
	if (!rulebook_read(book, &table, &fault))
		errx(2, "%zu: field %u: %s", fault.line, fault.field,
		    fault.text);
	/* what is printed are places in the table */
	if (book->kept.count > 0)
		errx(2, "a word of an apart row is not folded: %.*s",
		    (int)book->kept.items[0].len, book->kept.items[0].data);
	print_rulebook(book, table.data);
	rulebook_free(book);
	buf_free(&bytes);
	if (fflush(stdout) == EOF)
		err(2, "standard output");
	return 0;
}
