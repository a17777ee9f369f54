/*
 * item_form.h - the application form of an item: rows become fields, answers become text.
 *
 * The applicant and the clerk who files on an applicant's behalf fill in the
 * same form, since one module reads, shows and checks it.  Whose case it is, and
 * whether it may be changed, is the caller's to know.  Memory is the request's.
 */
#ifndef WORKER_ITEM_FORM_H
#define WORKER_ITEM_FORM_H

#include "fcgi/worker/form.h"
#include "fcgi/worker/page.h"
#include "fcgi/worker/request.h"

#include <stdbool.h>
#include <stdint.h>

struct answer {
	const char *name, *label, *hint, *section, *choices;	/* in the visitor's language; choices as stored */
	const char *value;		/* "" where nothing was answered */
	struct field field;		/* as field_check wants it */
	bool required, saved;
};

struct section {
	const char *title;
	size_t first, count;
	const char *state;		/* of words.task: todo, started, done */
};

struct item_form {
	struct answer *answers;
	size_t count;
	struct section *sections;
	size_t section_count;
	bool complete;
};

void item_form_load(struct request *, uint64_t case_id, uint64_t version_id, struct item_form *);

/*
 * A draft begun under an older guide: a case is bound to the guide in force on
 * the day it is filed.  The newer version, with what it asks for otherwise
 * under changes.N.{kind,name,is_new}; 0 when there is none.
 */
uint64_t item_form_newer(struct request *, struct page *, const char *item_code, uint64_t version);
/* Moves a draft to it: answers go by their field's name, files and papers by their material's.  False when it is a draft
 * of that version no longer. */
bool item_form_move(struct request *, uint64_t case_id, uint64_t old_version, uint64_t new_version);

/* What was typed for this answer, in the form it is stored. */
const char *answer_typed(struct request *, const struct answer *);
/* The right answers among those from "first" as JSON for the query that saves them, personal numbers sealed; *errors
 * counts the wrong ones, each told to the page by its label.  leaving: what is missing is no mistake. */
const char *answers_checked(struct request *, struct page *, const struct item_form *, uint64_t case_id, size_t first,
    size_t count, bool leaving, size_t *errors);

/* The field as parts/form.cs's field_declared wants it, with this value and this error (NULL: none). */
void answer_into(struct request *, struct page *, const char *name, const struct answer *, const char *value,
    const char *error);
/* The value as people read it. */
const char *answer_text(struct request *, struct page *, const struct answer *, const char *value);

#endif
