/*
 * document.h - the numbers of disclosure documents: given, and searched for.
 *
 * Pure: the serial comes from a counter that others lock; its name is given
 * here.  Buffers belong to the caller and are ended by NUL.
 */
#ifndef RULES_DOCUMENT_H
#define RULES_DOCUMENT_H

#include "rules/day.h"
#include "rules/names.h"

enum { INDEX_NUMBER_TEXT = 65, DOCUMENT_KEY_TEXT = 257 };

/*
 * Index numbers follow a pattern that is a setting, as {organ}/{yyyy}{mm}-{serial:5}.
 * Places: organ area category yyyy yy mm dd, and serial:N (N 1 to 9) exactly once.
 */
#define INDEX_REASONS(X)				\
	X(INDEX_OK, "ok")				\
	X(INDEX_EMPTY, "empty")				\
	X(INDEX_PLACE, "place")				/* a {word} that is none of ours */ \
	X(INDEX_BRACE, "brace")				/* { or } without its other half */ \
	X(INDEX_SERIAL, "serial")			/* not exactly one serial */	\
	X(INDEX_CHARACTER, "character")			/* other than A-Z a-z 0-9 - / . _ */ \
	X(INDEX_LONG, "long")				/* more than 64 bytes */	\
	X(INDEX_MISSING, "missing")			/* a place with nothing to put in */ \
	X(INDEX_FULL, "full")				/* the serial has no digits left */
enum index_reason { INDEX_REASONS(NAMES_CONSTANT) INDEX_REASON_COUNT };

struct index_parts {
	const char *organ, *area, *category;
	struct day on;
	int serial;
};

enum index_reason index_pattern_check(const char *pattern);
enum index_reason index_number(const char *pattern, const struct index_parts *parts,
    char text[static INDEX_NUMBER_TEXT]);

/* The number without its serial: the name of the counter that the serial comes from. */
enum index_reason index_counter(const char *pattern, const struct index_parts *parts,
    char text[static INDEX_NUMBER_TEXT]);

const char *index_reason_name(enum index_reason reason);

/*
 * One key for all ways of writing a document number: 许政[2017]31号,
 * 许政〔2017〕31号 and 许政（２０１７）31 号 give the same.  Brackets of every
 * kind become [ ], full-width forms ascii, small letters capitals; blanks and
 * 第 before a number go; zeros before a serial go.  "" where it does not fit.
 */
char *document_number_key(const char *text, char key[static DOCUMENT_KEY_TEXT]);

#endif
