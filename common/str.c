#include "str.h"

#include <err.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

void
mem_fail(void)
{
	errx(2, "out of memory");
}

void *
mem_resize(void *old, size_t count, size_t size)
{
	void *new;

	if (size != 0 && count > SIZE_MAX / size)
		mem_fail();
	new = realloc(old, count * size + (count * size == 0));
	if (new == NULL)
		mem_fail();
	return new;
}

void *
mem_room(void *array, size_t count, size_t *cap, size_t size)
{
	size_t least = *cap == 0 ? 16 : *cap * 2;

	if (count <= *cap)
		return array;
	if (*cap > SIZE_MAX / 2)
		mem_fail();
	*cap = count > least ? count : least;
	return mem_resize(array, *cap, size);
}

void *
mem_grow(void *array, size_t used, size_t *cap, size_t size)
{
	return mem_room(array, used + 1, cap, size);
}

struct str
str_from(const char *terminated)
{
	return (struct str){terminated, strlen(terminated)};
}

bool
str_ends(struct str s, struct str suffix)
{
	size_t len = suffix.len;

	/* the last byte tells most strings apart */
	return len == 0 ||
	       (s.len >= len && s.data[s.len - 1] == suffix.data[len - 1] &&
		   str_equal(str_from_offset(s, s.len - len), suffix));
}

int
str_compare(struct str a, struct str b)
{
	size_t least = a.len < b.len ? a.len : b.len;
	int order = least == 0 ? 0 : memcmp(a.data, b.data, least);

	if (order != 0)
		return order;
	return (a.len > b.len) - (a.len < b.len);
}

#ifdef __SSE2__

/* Which of 16 places begin with the first byte and end with the last. */
static unsigned
places_of(const char *at, size_t len, __m128i first, __m128i last)
{
	__m128i a = _mm_loadu_si128((const void *)at);
	__m128i b = _mm_loadu_si128((const void *)(at + len - 1));

	return (unsigned)_mm_movemask_epi8(
	    _mm_and_si128(_mm_cmpeq_epi8(a, first), _mm_cmpeq_epi8(b, last)));
}

/* Moves from to the first needle of two bytes or more at or after it, to the
 * end if there is none. false: fewer than 16 places are left to look at. */
static bool
find_by_16(struct str s, struct str needle, size_t *from)
{
	__m128i first = _mm_set1_epi8(needle.data[0]);
	__m128i last = _mm_set1_epi8(needle.data[needle.len - 1]);
	size_t end = s.len - needle.len + 1; /* of the places to look at */

	if (end - *from < 16)
		return false;
	for (size_t at = *from; at < end; at += 16) {
		unsigned places;

		/* the last are looked at with some that were before */
		at = at + 16 <= end ? at : end - 16;
		places = places_of(s.data + at, needle.len, first, last);
		for (; places != 0; places &= places - 1) {
			int i = __builtin_ctz(places);

			if (memcmp(s.data + at + i, needle.data, needle.len) !=
			    0)
				continue;
			*from = at + (size_t)i;
			return true;
		}
	}
	*from = s.len;
	return true;
}

#else

static bool
find_by_16(struct str s, struct str needle, size_t *from)
{
	(void)s, (void)needle, (void)from;
	return false;
}

#endif

size_t
str_find(struct str s, struct str needle, size_t from)
{
	const char *hit;

	if (from > s.len || s.len - from < needle.len)
		return s.len;
	if (needle.len == 0)
		return from;
	if (needle.len == 1) {
		hit = memchr(s.data + from, needle.data[0], s.len - from);
		return hit == NULL ? s.len : (size_t)(hit - s.data);
	}
	if (find_by_16(s, needle, &from))
		return from;
	for (; from + needle.len <= s.len; from++) {
		hit = memchr(s.data + from, needle.data[0],
		    s.len - from - needle.len + 1);
		if (hit == NULL)
			return s.len;
		from = (size_t)(hit - s.data);
		if (memcmp(hit, needle.data, needle.len) == 0)
			return from;
	}
	return s.len;
}

bool
str_to_large_size(struct str s, size_t *value)
{
	size_t sum = 0;

	if (s.len == 0)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		size_t digit = (size_t)(unsigned char)s.data[i] - '0';

		if (digit > 9 || sum > (SIZE_MAX - digit) / 10)
			return false;
		sum = sum * 10 + digit;
	}
	*value = sum;
	return true;
}

char *
str_digits(char *at, size_t value, size_t width)
{
	size_t len = 1;

	for (size_t rest = value; rest >= 10; rest /= 10)
		len++;
	len = len < width ? width : len;
	for (size_t i = len; i-- > 0; value /= 10)
		at[i] = (char)('0' + value % 10);
	return at + len;
}

uint64_t
str_hash(uint64_t hash, struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		hash ^= (unsigned char)s.data[i];
		hash *= UINT64_C(0x100000001b3);
	}
	return hash;
}

void
buf_free(struct buf *b)
{
	free(b->data);
	*b = (struct buf){0};
}

void
buf_grow(struct buf *b, size_t more)
{
	size_t cap = b->cap == 0 ? 256 : b->cap;

	while (cap - b->len < more) {
		if (cap > SIZE_MAX / 2)
			mem_fail();
		cap *= 2;
	}
	b->data = mem_resize(b->data, cap, 1);
	b->cap = cap;
}

void
buf_text(struct buf *b, const char *terminated)
{
	buf_add(b, str_from(terminated));
}

/* Digits of any number. */
#define DIGITS_MOST 20

void
buf_digits(struct buf *b, size_t value, size_t width)
{
	buf_reserve(b, width < DIGITS_MOST ? DIGITS_MOST : width);
	b->len = (size_t)(str_digits(b->data + b->len, value, width) - b->data);
}

void
buf_number(struct buf *b, size_t value)
{
	buf_digits(b, value, 1);
}

void
buf_printf(struct buf *b, const char *format, ...)
{
	va_list args;
	int need;

	va_start(args, format);
	need = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (need < 0)
		errx(2, "cannot format a message");
	buf_reserve(b, (size_t)need + 1);
	va_start(args, format);
	vsnprintf(b->data + b->len, (size_t)need + 1, format, args);
	va_end(args);
	b->len += (size_t)need;
}
