/*
 * forms.h - the forms of webmasters, made from the keys of catalogue/native.h.
 *
 * What a material or a section of an item may hold is declared once, in
 * native.c.  forms_build makes the worker's forms from it before the program
 * starts; a field is named PREFIX_KEY, so that "name" of a step and "name" of
 * a fee have words of their own.
 */
#ifndef PUBLISH_FORMS_H
#define PUBLISH_FORMS_H

#include "catalogue/native.h"
#include "fcgi/worker/form.h"

struct sheet {
	const char *key;		/* the last part of its address: "basics", "materials" */
	const char *prefix;		/* of its fields: "item_" */
	const char *const *keys;	/* of the item that stand on it; NULL: all of the element's */
	const struct native_element *element;	/* NULL: a section of the item itself */
	const struct statement *clear;	/* deletes the element's rows */
	struct form form;
};

enum { SHEET_BASICS, SHEET_LIMITS, SHEET_CONTENT, SHEET_CONTACT, SHEET_TRUST, SHEET_SECTIONS,
	SHEET_PLACES = SHEET_SECTIONS, SHEET_BASES, SHEET_MATERIALS, SHEET_STEPS, SHEET_CHECKS, SHEET_FEES, SHEET_QUESTIONS,
	SHEET_FIELDS, SHEET_COUNT };
extern struct sheet sheets[SHEET_COUNT];
extern struct form document_form;

void forms_build(void);
/* Where the words of a field's choices are: "item_kind" is words.kind. */
const char *choice_words_of(const char *name);
/* The sheet an address of a version is about; NULL: none. */
const struct sheet *sheet_of(const struct request *);

/* The fields of a sheet for its template: fields.N.{name,kind}, their choices, and (unless typed) values. */
void sheet_into(struct request *, struct page *, const struct sheet *, json_t *object);
void document_into(struct request *, struct page *, json_t *document);
/* What a row of a list is called. */
const char *sheet_row_name(const struct sheet *, json_t *row);
/* What was typed on a sheet, put into the object; what was left empty is taken out. */
void sheet_read(struct request *, const struct sheet *, json_t *object);
void document_read(struct request *, json_t *document);

extern const struct form list_form, item_form_new, seen_form, reason_form, publish_form, retire_form, changes_form,
    import_form, export_form, findings_form, docs_form, files_form, row_form;

#endif
