/* Ids that were met: none is told falsely, the last ones are not forgotten. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "idset.h"
#include "str.h"

/* The hash of the id that is a number. */
static uint64_t
hash_of(size_t number)
{
	return str_hash(
	    HASH_START, (struct str){(const char *)&number, sizeof(number)});
}

static void
repeats_are_met(void **state)
{
	struct idset s = {0};

	(void)state;
	for (size_t i = 0; i < 1000; i++)
		assert_false(idset_add(&s, hash_of(i)));
	for (size_t i = 0; i < 1000; i++)
		assert_true(idset_add(&s, hash_of(i)));
	assert_false(idset_add(&s, hash_of(1000)));
	idset_free(&s);
	assert_false(idset_add(&s, hash_of(1)));
	idset_free(&s);
}

/* More than two tables' ids: what is new is new, the last are known. */
static void
last_are_kept(void **state)
{
	struct idset s = {0};
	size_t count = 3 * IDSET_KEPT + 17;

	(void)state;
	for (size_t i = 0; i < count; i++)
		assert_false(idset_add(&s, hash_of(i)));
	assert_true(s.slots == IDSET_SLOTS);
	for (size_t i = count - IDSET_KEPT; i < count; i++)
		assert_true(idset_add(&s, hash_of(i)));
	/* the first were forgotten */
	assert_false(idset_add(&s, hash_of(0)));
	idset_free(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(repeats_are_met),
	    cmocka_unit_test(last_are_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
