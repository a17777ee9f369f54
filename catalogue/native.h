/*
 * native.h - our own exchange form: what an item or a document is, as JSON.
 *
 * One table says for each key its column, its kind and its limit; importing,
 * exporting, comparing and storing walk it.  An object is tidy when its values
 * have the kinds declared here and nothing empty is written down: then it goes
 * to the tables and comes back the same.
 *
 * JSON objects are reference counted by jansson; "new" is said where the
 * caller has to give one back (json_decref).
 */
#ifndef CATALOGUE_NATIVE_H
#define CATALOGUE_NATIVE_H

#include "base/db.h"
#include "catalogue/finding.h"

#include <jansson.h>

enum native_kind {
	NATIVE_TEXT,		/* one line */
	NATIVE_LINES,		/* several */
	NATIVE_CODE,		/* visible ascii */
	NATIVE_NUMBER,
	NATIVE_FLAG,		/* true or false; absent: not said */
	NATIVE_MARK,		/* true, or absent */
	NATIVE_DAY,
	NATIVE_CHOICE,
	NATIVE_SET,		/* a list of choices, in their order */
	NATIVE_POSITIONS,	/* a list of whole numbers from 1, rising: other rows of the list */
	NATIVE_LABELS,		/* a list of {value, label, label_en} */
	NATIVE_JSON		/* an object, kept as it is */
};

struct native_key {
	const char *key;
	enum native_kind kind;
	long long most;			/* characters, or the largest number; 0: the kind's own */
	const char *const *choices;	/* ended by NULL */
	bool required;
	const char *column;		/* its column and parameter; NULL: named as the key */
	const char *usual;		/* what an absent choice means, and is kept as; NULL: "" */
};

/* A list of an item: materials, steps … */
struct native_element {
	const char *key;
	const struct native_key *keys;
	size_t count;
	bool plain;			/* a list of texts: the one key of its rows */
	bool internal;			/* not for the public's eyes */
	const struct statement *list, *add;
};

struct native_form {
	const struct native_key *keys;
	size_t count;
	const struct native_element *elements;
	size_t element_count;
};

extern const struct native_form native_item, native_document;

const struct native_key *native_key(const struct native_form *, const char *key);
const struct native_element *native_element(const struct native_form *, const char *key);
const char *native_column(const struct native_key *);

/*
 * Makes an object tidy, in place: texts that hold what another kind wants
 * ("12", "true", "[…]", as a cell of CSV does) become that kind, empty values
 * go.  What is wrong is found, named by path(column), and taken out.
 */
typedef const char *native_path(void *arg, const char *key);
void native_tidy(const struct native_form *, json_t *object, struct findings *, unsigned line,
    native_path *path, void *arg);

/* Binds every key of the object to its parameter; what is absent as the column's empty value. */
void native_bind(struct query *, const struct native_key *, size_t count, json_t *object);
/* The current row as a new tidy object. */
json_t *native_row(struct query *, const struct native_key *, size_t count);

/* Puts a number into a rising list, once. */
void native_position_add(json_t *list, long long n);

/* The text of a key; "" when absent or no text. */
const char *native_text(json_t *object, const char *key);

/* The cell or line an object is exported as. */
struct text;
void native_print_json(struct text *, json_t *object);

#endif
