#include "kind.h"

#include "text.h"

enum kind
kind_of(uint32_t c)
{
	if (text_is_letter(c))
		return text_is_upper(c) ? KIND_UPPER : KIND_LOWER;
	if (c >= '0' && c <= '9')
		return KIND_DIGIT;
	switch (c) {
	case ' ':
		return KIND_SPACE;
	case '"':
	case '\'':
	case 0xAB:
	case 0x2018:
	case 0x201C:
	case 0x201E:
	case 0x2039:
		return KIND_QUOTE;
	case ')':
	case ']':
	case '}':
	case 0xBB:
	case 0x2019:
	case 0x201D:
	case 0x203A:
		return KIND_CLOSER;
	case '(':
	case '[':
	case '{':
		return KIND_BRACKET;
	case '-':
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2015:
		return KIND_DASH;
	case '%':
	case '&':
	case ',':
	case '/':
	case ':':
	case ';':
	case '=':
	case '@':
	case '\\':
	case '_':
		return KIND_PUNCTUATION;
	case '!':
	case '.':
	case '?':
	case 0x2026:
		return KIND_STOP;
	default:
		return KIND_SIGN;
	}
}

enum kind
kind_at(struct str s, size_t at)
{
	return at >= s.len ? KIND_END : kind_of(text_decode(s, &at));
}

enum kind
kind_before(struct str s, size_t at)
{
	return at == 0 ? KIND_END : kind_of(text_before(s, at));
}

char
kind_byte(struct str s, size_t at)
{
	return at < s.len ? s.data[at] : '\0';
}

size_t
kind_after(struct str s, size_t at)
{
	if (at < s.len)
		(void)text_decode(s, &at);
	return at;
}

size_t
kind_back(struct str s, size_t at)
{
	do
		at--;
	while (at > 0 && ((unsigned char)s.data[at] & 0xC0) == 0x80);
	return at;
}

struct str
kind_word_at(struct str s, size_t at)
{
	size_t end = at, next = at;

	while (next < s.len && next - at < KIND_WORD_MOST) {
		if (!text_is_letter(text_decode(s, &next)))
			break;
		end = next;
	}
	return str_slice(s, at, end);
}

struct str
kind_word_before(struct str s, size_t at)
{
	size_t start = at;

	while (start > 0 && at - start < KIND_WORD_MOST &&
	       text_is_letter(text_before(s, start)))
		start = kind_back(s, start);
	return str_slice(s, start, at);
}

bool
kind_is_capitalised(struct str word)
{
	size_t at = 0;

	if (word.len == 0 || !text_is_upper(text_decode(word, &at)) ||
	    at == word.len)
		return false;
	while (at < word.len)
		if (text_is_upper(text_decode(word, &at)))
			return false;
	return true;
}

enum kind
kind_of_next_word(struct str s, size_t end)
{
	return kind_byte(s, end) == ' ' ? kind_at(s, end + 1)
					: KIND_PUNCTUATION;
}
