/*
 * utf8.h - UTF-8 checked at the edge (RFC 3629).
 *
 * Overlong forms, surrogates, code points above U+10FFFF and NUL are refused.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool utf8_valid(const char *, size_t bytes);
/* Valid, and without control characters but tab and newline; also refuses bidi overrides and U+FFFE/F. */
bool utf8_plain(const char *, size_t bytes);
/* Code points of a valid text. */
size_t utf8_length(const char *);
/* The next code point of a valid text and the bytes it takes; 0 at the end. */
uint32_t utf8_next(const char *, size_t *bytes);
/* A Chinese character: the common ones, those of compatibility, the rare planes. */
bool utf8_is_han(uint32_t point);
/* Whether a text, valid or not, is Chinese rather than English: one in Chinese with an abbreviation is, one in English that
 * names something Chinese is not.  A character counts as two letters. */
bool utf8_is_chinese(const char *);
/* Writes one code point, returns its bytes (1–4); room for 4 is needed. */
size_t utf8_put(char *to, uint32_t point);
/* The longest prefix of at most `bytes` bytes that ends between code points. */
size_t utf8_cut(const char *, size_t bytes);

#endif
