/*
 * Strings as pointer and length, and a growing buffer.  A struct str never
 * owns its bytes; a struct buf does, until buf_free().  Running out of memory
 * ends the program with a message: it is the one error handled here.
 */
#ifndef CAODIEM_STR_H
#define CAODIEM_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
	const char *data;
	size_t len;
};

/* Half-open, in bytes. */
struct span {
	size_t start, end;
};

struct buf {
	char *data;
	size_t len, cap;
};

/* A struct str of a string literal, and its static initializer. */
#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})
#define STR_INIT(literal)                                                      \
	{                                                                      \
		"" literal, sizeof(literal) - 1                                \
	}

/* Ends the program as every failed allocation does. */
_Noreturn void mem_fail(void);

/* Never NULL; count * size is checked for overflow. */
void *mem_resize(void *old, size_t count, size_t size);

/* Room for count of size bytes in an array of *cap; at least doubles. */
void *mem_room(void *array, size_t count, size_t *cap, size_t size);
/* The same for one more than used. */
void *mem_grow(void *array, size_t used, size_t *cap, size_t size);

struct str str_from(const char *terminated);
static inline bool
str_equal(struct str a, struct str b)
{
	return a.len == b.len &&
	       (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

static inline bool
str_starts(struct str s, struct str prefix)
{
	return s.len >= prefix.len &&
	       (prefix.len == 0 ||
		   memcmp(s.data, prefix.data, prefix.len) == 0);
}

bool str_ends(struct str s, struct str suffix);
int str_compare(struct str a, struct str b);

static inline bool
str_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Whether a digit stands at a place; none does behind the end. */
static inline bool
str_digit_at(struct str s, size_t at)
{
	return at < s.len && str_is_digit(s.data[at]);
}

/* The end of the digits at a place; the place itself where there is none. */
static inline size_t
str_digits_end(struct str s, size_t at)
{
	while (str_digit_at(s, at))
		at++;
	return at;
}

/* The beginning of the digits that end at a place; the place itself where there
 * is none. */
static inline size_t
str_digits_start(struct str s, size_t at)
{
	while (at > 0 && str_is_digit(s.data[at - 1]))
		at--;
	return at;
}

/* s less start bytes in front; start <= s.len. */
static inline struct str
str_from_offset(struct str s, size_t start)
{
	return (struct str){s.data + start, s.len - start};
}

static inline struct str
str_slice(struct str s, size_t start, size_t end)
{
	return (struct str){s.data + start, end - start};
}

/* What of a string stands before a place, and from it on, at most so many
 * bytes: whoever looks around many places of one string looks no further. */
static inline struct str
str_before(struct str s, size_t at, size_t most)
{
	return str_slice(s, at > most ? at - most : 0, at);
}

static inline struct str
str_behind(struct str s, size_t at, size_t most)
{
	return str_slice(s, at, s.len - at > most ? at + most : s.len);
}

/* What of eight bytes in memory the first len are, at most all. */
static inline uint64_t
str_head_mask(size_t len)
{
	static const unsigned char bytes[16] = {
	    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
	uint64_t mask;

	memcpy(&mask, bytes + (len < 8 ? 8 - len : 0), 8);
	return mask;
}

/* The first of the len bytes of s at a place, at most eight, with zeros behind
 * them, as they are in memory. */
static inline uint64_t
str_head(struct str s, size_t at, size_t len)
{
	uint64_t head = 0;

	if (at + 8 <= s.len) {
		memcpy(&head, s.data + at, 8);
		return head & str_head_mask(len);
	}
	for (size_t i = 0; i < len && i < 8; i++)
		memcpy((char *)&head + i, s.data + at + i, 1);
	return head;
}

/* Offset of the first needle at or after from; s.len if there is none. */
size_t str_find(struct str s, struct str needle, size_t from);

/* The slow part of str_to_size(). */
bool str_to_large_size(struct str s, size_t *value);

/* Digits of a number that fits whatever they are. */
#define STR_FITTING (sizeof(size_t) * 2)

/* Decimal digits only, at least one; false also when it does not fit. */
static inline bool
str_to_size(struct str s, size_t *value)
{
	size_t sum = 0;

	if (s.len == 0 || s.len > STR_FITTING)
		return str_to_large_size(s, value);
	for (size_t i = 0; i < s.len; i++) {
		size_t digit = (size_t)(unsigned char)s.data[i] - '0';

		if (digit > 9)
			return false;
		sum = sum * 10 + digit;
	}
	*value = sum;
	return true;
}

/* Writes a number with at least width digits; where they end. */
char *str_digits(char *at, size_t value, size_t width);

/* 64-bit FNV-1a; pass HASH_START first, then the last result. */
#define HASH_START UINT64_C(0xcbf29ce484222325)
uint64_t str_hash(uint64_t hash, struct str s);

static inline struct str
buf_str(const struct buf *b)
{
	return (struct str){b->data == NULL ? "" : b->data, b->len};
}

static inline void
buf_clear(struct buf *b)
{
	b->len = 0;
}

void buf_free(struct buf *b);

/* The slow part of buf_reserve(). */
void buf_grow(struct buf *b, size_t more) __attribute__((cold, noinline));
void buf_text(struct buf *b, const char *terminated);
void buf_number(struct buf *b, size_t value);
/* The same with zeros in front up to width digits. */
void buf_digits(struct buf *b, size_t value, size_t width);
void buf_printf(struct buf *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Makes room for more bytes behind what is there. */
static inline void
buf_reserve(struct buf *b, size_t more)
{
	if (b->cap - b->len < more)
		buf_grow(b, more);
}

static inline void
buf_byte(struct buf *b, char c)
{
	buf_reserve(b, 1);
	b->data[b->len++] = c;
}

static inline void
buf_add(struct buf *b, struct str s)
{
	if (s.len == 0)
		return;
	buf_reserve(b, s.len);
	memcpy(b->data + b->len, s.data, s.len);
	b->len += s.len;
}

#endif
