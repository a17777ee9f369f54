/*
 * text.h - a growing text, and the few questions asked of text everywhere.
 *
 * A struct text grows on the heap and keeps its room between uses (the page
 * buffer of a worker).  It always ends in NUL.  It cannot fail: see arena.h.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

struct text {
	char *start;
	size_t bytes;
	size_t room;
};

void text_init(struct text *);
void text_free(struct text *);
void text_clear(struct text *);		/* keeps the room, unless it is above 1 MiB */
void text_add(struct text *, const char *);
void text_add_n(struct text *, const char *, size_t bytes);
void text_add_char(struct text *, char);
void text_format(struct text *, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Adds s so that it can stand between quotes in JSON. */
void text_add_json(struct text *, const char *s);
/* Adds s as one field of CSV (RFC 4180); a leading = + - @ gets a ' before it (no formula is ours). */
void text_add_csv(struct text *, const char *s);		/* quoted where need be; a formula becomes a text */
bool text_is_formula(const char *cell);				/* a spreadsheet would take it for one */
/* Adds s with every byte but unreserved ones percent-encoded (RFC 3986). */
void text_add_url(struct text *, const char *s);
void text_add_hex(struct text *, const void *bytes, size_t n);
/* The number in digits, as %lld prints it. */
enum { NUMBER_TEXT = 24 };
char *number_print(long long, char text[static NUMBER_TEXT]);

bool text_is(const char *a, const char *b);		/* equal; NULL equals only NULL */
bool text_empty(const char *);				/* NULL, or nothing but white space (U+3000 too) */
bool text_starts(const char *s, const char *with);
bool text_ends(const char *s, const char *with);
/* Strips white space at both ends, U+3000 included, in place; returns the new start. */
char *text_trim(char *);
/* A whole decimal number within [least, most]; false and *to untouched otherwise. */
bool text_number(const char *, long long least, long long most, long long *to);
/* Hex of either case into exactly n bytes. */
bool text_from_hex(const char *, void *to, size_t n);

#endif
