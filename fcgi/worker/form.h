/*
 * form.h - what a form may hold, declared before the handler runs.
 *
 * Every field has a shape and a limit.  The loop checks the whole form first:
 * a mistake gives 422, the page again, an error beside each field and all that
 * was typed; the handler never sees it.  Names not declared are ignored in a
 * GET and refused in a POST (400), unless the form is open (fields that are
 * rows of the item: the handler checks them with form_check).
 *
 * Values are valid UTF-8 without control characters, trimmed, with CRLF made
 * LF in FIELD_LINES and no newline elsewhere.
 */
#ifndef WORKER_FORM_H
#define WORKER_FORM_H

#include "rules/day.h"

#include <stdbool.h>
#include <stddef.h>

struct request;
struct page;

enum field_kind {
	FIELD_TEXT,		/* one line; least and most count characters */
	FIELD_LINES,		/* several lines */
	FIELD_CHOICE,		/* one of choices */
	FIELD_MANY,		/* any of choices, several values of one name */
	FIELD_FLAG,		/* "1" or absent */
	FIELD_NUMBER,		/* a whole number; least and most are its range */
	FIELD_MONEY,		/* yuan with at most two decimals */
	FIELD_DAY,		/* YYYY-MM-DD */
	FIELD_PHONE,
	FIELD_EMAIL,
	FIELD_CITIZEN,		/* citizen number, GB 11643 */
	FIELD_CREDIT,		/* credit code, GB 32100, interim codes accepted */
	FIELD_POSTCODE,
	FIELD_PASSWORD,		/* never given back to the page; not trimmed */
	FIELD_CODE,		/* ASCII letters, digits and ._-/ */
	FIELD_CODES,		/* the same, several values of one name */
	FIELD_FILES		/* files; most counts them */
};

struct field {
	const char *name;
	enum field_kind kind;
	bool required;
	long long least;
	long long most;			/* 0: the kind's own limit */
	const char *const *choices;	/* ended by NULL */
};

struct form {
	const struct field *fields;
	size_t count;
	bool open;			/* other names are let through, unchecked: see form_check */
};
#define FORM(fields_)		{ fields_, sizeof(fields_) / sizeof((fields_)[0]), false }
#define FORM_OPEN(fields_)	{ fields_, sizeof(fields_) / sizeof((fields_)[0]), true }

/* A file that was posted, lying in the upload folder's tmp/ until upload_keep (upload.h). */
struct upload {
	const char *field;
	const char *name;		/* the last part of the client's name, made harmless */
	const char *content_type;	/* by content, not by the client's word */
	const char *sha256;		/* in hex */
	const char *path;
	unsigned long long bytes;
	struct upload *next;
};

/* The value of a field, "" when absent. */
const char *form_get(const struct request *, const char *name);
/* The i-th value of a FIELD_MANY, NULL after the last. */
const char *form_get_nth(const struct request *, const char *name, size_t i);
bool form_has(const struct request *, const char *name, const char *value);
bool form_flag(const struct request *, const char *name);
long long form_number(const struct request *, const char *name);	/* 0 when absent */
struct day form_day(const struct request *, const char *name);		/* DAY_NONE when absent */
/* The i-th file of a field, NULL after the last. */
const struct upload *form_file(const struct request *, const char *name, size_t i);

/* The handler's own finding about a field; then return REPLY_INVALID.  code: words.error[code]. */
void form_error(struct page *, const char *name, const char *code);

/* Checks one value as the loop would; NULL when it is fine, else the error's code. */
const char *field_check(struct request *, const struct field *);

#endif
