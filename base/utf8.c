/*
 * utf8.c - UTF-8 by the table of RFC 3629, section 4.
 */
#include "base/utf8.h"

#include <string.h>

#define EIGHT_HIGH_BITS UINT64_C(0x8080808080808080)
#define EIGHT_ONES UINT64_C(0x0101010101010101)

static bool
follows(unsigned char c)
{
	return (c & 0xc0) == 0x80;
}

/* The bytes of the character at s, of which left are there; 0 when it is none. */
static size_t
character_bytes(const unsigned char *s, size_t left)
{
	unsigned char least = 0x80, most = 0xbf;
	size_t n, i;

	if (s[0] < 0x80)
		return s[0] != 0;
	if (s[0] < 0xc2 || s[0] > 0xf4)
		return 0;
	n = s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : 4;
	if (left < n)
		return 0;
	if (s[0] == 0xe0)
		least = 0xa0;		/* shorter forms exist */
	else if (s[0] == 0xed)
		most = 0x9f;		/* surrogates */
	else if (s[0] == 0xf0)
		least = 0x90;		/* shorter forms exist */
	else if (s[0] == 0xf4)
		most = 0x8f;		/* above U+10FFFF */
	if (s[1] < least || s[1] > most)
		return 0;
	for (i = 2; i < n; i++)
		if (!follows(s[i]))
			return 0;
	return n;
}

/* Eight bytes at once, none above 0x7f and none zero. */
static bool
eight_ascii(const unsigned char *s)
{
	uint64_t word;

	memcpy(&word, s, sizeof(word));
	return !((word | (word - EIGHT_ONES)) & EIGHT_HIGH_BITS);
}

bool
utf8_valid(const char *text, size_t bytes)
{
	const unsigned char *s = (const unsigned char *)text;
	size_t n;

	while (bytes) {
		if (bytes >= 8 && eight_ascii(s))
			n = 8;
		else
			n = character_bytes(s, bytes);
		if (!n)
			return false;
		s += n;
		bytes -= n;
	}
	return true;
}

static bool
plain(uint32_t point)
{
	if (point < 0x20)
		return point == '\t' || point == '\n';
	if (point >= 0x7f && point < 0xa0)
		return false;
	if ((point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069))
		return false;		/* they reorder what the reader sees */
	return (point & 0xfffe) != 0xfffe;
}

bool
utf8_plain(const char *s, size_t bytes)
{
	size_t n;

	if (!utf8_valid(s, bytes))
		return false;
	for (; bytes; s += n, bytes -= n)
		if (!plain(utf8_next(s, &n)))
			return false;
	return true;
}

size_t
utf8_length(const char *s)
{
	size_t n = 0;

	for (; *s; s++)
		n += !follows((unsigned char)*s);
	return n;
}

uint32_t
utf8_next(const char *text, size_t *bytes)
{
	const unsigned char *s = (const unsigned char *)text;

	if (s[0] < 0x80) {
		*bytes = s[0] != 0;
		return s[0];
	}
	if (s[0] < 0xe0) {
		*bytes = 2;
		return (s[0] & 0x1fu) << 6 | (s[1] & 0x3fu);
	}
	if (s[0] < 0xf0) {
		*bytes = 3;
		return (s[0] & 0x0fu) << 12 | (s[1] & 0x3fu) << 6 | (s[2] & 0x3fu);
	}
	*bytes = 4;
	return (s[0] & 0x07u) << 18 | (s[1] & 0x3fu) << 12 | (s[2] & 0x3fu) << 6 | (s[3] & 0x3fu);
}

bool
utf8_is_han(uint32_t p)
{
	return (p >= 0x3400 && p < 0xa000) || (p >= 0xf900 && p < 0xfb00) || (p >= 0x20000 && p < 0x40000);
}

bool
utf8_is_chinese(const char *text)
{
	const unsigned char *s = (const unsigned char *)text;
	size_t han = 0, latin = 0, bytes;

	for (; *s != '\0'; s++)
		if (s[0] < 0x80)
			latin += (s[0] | 0x20) >= 'a' && (s[0] | 0x20) <= 'z';
		else if (s[0] >= 0xe3 && follows(s[1]) && follows(s[2]) && (s[0] < 0xf0 || follows(s[3])))
			han += utf8_is_han(utf8_next((const char *)s, &bytes));
	return han > 0 && 2 * han >= latin;
}

size_t
utf8_put(char *to, uint32_t point)
{
	if (point < 0x80) {
		to[0] = (char)point;
		return 1;
	}
	if (point < 0x800) {
		to[0] = (char)(0xc0 | point >> 6);
		to[1] = (char)(0x80 | (point & 0x3f));
		return 2;
	}
	if (point < 0x10000) {
		to[0] = (char)(0xe0 | point >> 12);
		to[1] = (char)(0x80 | (point >> 6 & 0x3f));
		to[2] = (char)(0x80 | (point & 0x3f));
		return 3;
	}
	to[0] = (char)(0xf0 | point >> 18);
	to[1] = (char)(0x80 | (point >> 12 & 0x3f));
	to[2] = (char)(0x80 | (point >> 6 & 0x3f));
	to[3] = (char)(0x80 | (point & 0x3f));
	return 4;
}

size_t
utf8_cut(const char *s, size_t bytes)
{
	size_t n = strnlen(s, bytes);

	if (s[n] == '\0')
		return n;
	while (n && follows((unsigned char)s[n]))
		n--;
	return n;
}
