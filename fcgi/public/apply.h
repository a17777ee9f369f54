/*
 * apply.h - what the pages of applicants share: a case of one's own, its form, its materials, its acts.
 *
 * Everything is found by the visitor's own account; another person's case is
 * not there at all (404).  Memory is the request's arena.
 */
#ifndef PUBLIC_APPLY_H
#define PUBLIC_APPLY_H

#include "fcgi/worker/form.h"
#include "fcgi/worker/item_form.h"
#include "fcgi/worker/page.h"
#include "fcgi/worker/request.h"
#include "record/case_tell.h"
#include "rules/lacking.h"

#include <stdbool.h>
#include <stdint.h>

enum { FILES_MOST = 10, MATERIALS_MOST = 200 };

/* A case of the visitor's own. */
struct own {
	uint64_t id, item_version;
	enum state state;
	long long version;
	long long round;		/* of the last list of defects; 0: none was ever made */
	const char *number;		/* "" before it is first submitted */
	const char *query_code;
	const char *exchange_number;	/* NULL: it has none */
	const char *item_code, *area, *organ, *organ_area;
	const char *delivery, *delivery_address, *contact_name, *contact_phone;
	instant submitted_at, accepted_at, decided_at, closed_at;
	unsigned calendar;		/* version its dates were computed with, 0: none yet */
	struct day due_on, promised_on, statutory_on;
	struct case_act act;		/* what own_act did, told by own_told */
};

/* By the path's :id or :number.  Fills case.* of the page.  False: there is no such case of the visitor's. */
bool own_load(struct request *, struct page *, struct own *);
bool own_load_by_number(struct request *, struct page *, struct own *);

/* A list of one's own: :applicant, and :limited, the delegation of who may not see all items of it, else 0. */
void own_bind(struct request *, struct query *);

/* Moves the case; on anything but ACT_DONE *reply is how the story ends. */
bool own_act(struct request *, struct page *, struct own *, enum event, long long version, const char *reason,
    const char *detail, enum reply *reply);
/* The same by an applicant who has not signed in, but holds what only the applicant was given (a ticket). */
bool own_act_by(struct request *, struct page *, struct own *, const struct actor *, enum event, long long version,
    const char *reason, const char *detail, enum reply *reply);
/* The end of every act, after all it sets is written: tells those concerned. */
void own_told(struct request *, const struct own *);
/* Does the applicant owe the answer to a list, before acceptance or in the review? */
static inline bool
own_asked(const struct own *o)
{
	return o->state == STATE_CORRECTION || o->state == STATE_SUPPLEMENT;
}
/* The list of the last round, under "correction"; true when every line that names a material has been answered. */
bool own_list_into(struct request *, struct page *, const struct own *);
/* The list has been answered. */
void own_list_close(struct request *, const struct own *);
/* Saved just now: false when the case has left that state. */
bool own_touch(struct request *, const struct own *);

/* May this visitor still change the form, or this material?  In a draft always; later only what a list asks for. */
bool own_form_open(struct request *, const struct own *);

/* ---- materials ---- */

struct material {
	long long position;
	const char *name, *form, *necessity, *source, *given, *note;
	struct lacking_material law;	/* what may stand in for it */
	long long files, files_now, wanted;
	uint64_t licence;		/* what its applicant holds that takes its place; 0: nothing */
	const char *state;		/* of words.task */
	bool complete;
};

struct materials {
	struct material *rows;
	size_t count, done;
	bool complete;
};

/* Fills materials.N of the page, with the url of each. */
void materials_load(struct request *, struct page *, const struct own *, struct materials *);
/* The files of one material, or of all (-1): files.N; remove_url only where they may still be taken away. */
void own_files_into(struct request *, struct page *, const char *name, const struct own *, long long material,
    bool removable);

/* A material of the path's :n that may be changed now; NULL otherwise.  *row is its place on the page. */
const struct material *material_asked(struct request *, const struct own *, const struct materials *, const char **row);
/* Files have been added to it: they are what is given, and no promise stands in for them. */
void material_files_given(struct request *, struct page *, const struct own *, const struct material *);

struct upload;
/* One posted file, kept as a part of the case; false is the machine's failure. */
bool own_file_keep(struct request *, const struct own *, long long material, const struct upload *);
/* promises.N of a case: what was to come later, with its url while it may still be handed in. */
void own_promises_into(struct request *, struct page *, const struct own *);

/* ---- where a case stands, for its applicant ---- */

/* Everything that is in a case: sections.N.answers.M, materials.N, files.N, delivery_text.  True when it is complete. */
bool application_into(struct request *, struct page *, const struct own *);
bool delivery_complete(const struct own *);
/* case.due.{level,text} and case.next: what happens now, in words. */
void own_standing_into(struct request *, struct page *, const char *name, enum state state, instant since,
    struct day due_on, unsigned calendar);
const char *bytes_text(struct request *, long long bytes);
/* name.title and name.organ_name in English for who reads English, where title_en and organ_name_en are known. */
void own_titles(struct request *, struct page *, const char *name);
/* Crumbs down to a case of one's own, and to a page about it unless NULL. */
void my_case_crumbs(struct page *, const char *here);
/* Crumbs down to /my or /applications. */
void own_crumbs(struct page *, const char *key);

#endif
