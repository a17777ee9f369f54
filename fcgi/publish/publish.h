/*
 * publish.h - what the pages of webmasters and editors share.
 *
 * A webmaster writes, an editor publishes what another wrote.  Only drafts are
 * written to; every write says which version of the row its writer saw, and
 * goes nowhere when a colleague was faster.
 */
#ifndef PUBLISH_PUBLISH_H
#define PUBLISH_PUBLISH_H

#include "catalogue/file.h"
#include "catalogue/import.h"
#include "catalogue/publish.h"
#include "fcgi/publish/forms.h"
#include "fcgi/worker/page.h"
#include "fcgi/worker/request.h"
#include "fcgi/worker/route.h"

#include <stdint.h>

#define WRITES	((unsigned)ROLE_WEBMASTER)
#define CHECKS	((unsigned)ROLE_EDITOR)
#define BOTH	(WRITES | CHECKS)

enum { LIST_ROWS = 20 };

/* What handlers read of a version; its page reads the columns under "version". */
struct version_row {
	uint64_t id;
	const char *code, *state, *title, *mapping;
	unsigned number;
	long long version;
	uint64_t author;
};

/* The version named in the path, filled under "version" with its url; crumbs begun. */
bool version_load(struct request *, struct page *, struct version_row *);
/* Whether this colleague may write to it now; fills "may" for the template. */
bool version_writable(const struct request *, const struct version_row *);
/* Takes a draft for writing.  False: *reply says why not. */
bool version_take(struct request *, struct page *, const struct version_row *, enum reply *);
/* Notes who wrote what of a version. */
void version_note(struct request *, const struct version_row *, const char *act, const char *detail);

struct publishing publishing_of(struct request *, const char *reason);
/* The reply to a reason code of catalogue/publish.h: NULL goes to where, parts as page_go takes them. */
enum reply refused_or(struct page *, const char *no, const char *url, const char *done);

/* The page of a form that its row's state does not allow (any more): says so, and draws no form. */
void page_closed(const struct request *, struct page *, bool open);

/* "%typed%" with its % _ \ made plain; "" for nothing typed. */
const char *like_of(struct request *, const char *typed);
/* A list of rows that have a state: its pages, its rows under name, and tabs.N of the states with their counts. */
struct state_list {
	const char *crumb, *name;
	const char *const *states;	/* "" is all of them; ended by NULL */
	const struct statement *count, *list, *by_state;
	void (*bind)(struct request *, struct query *);	/* what is searched for */
};
enum reply state_list_show(struct request *, struct page *, const struct state_list *);
/* edit.version: the row as its writer saw it.  What was typed stays bound to that, so that a colleague's change is never
 * written over unseen. */
void edit_version_into(struct request *, struct page *, long long version);
long long page_asked(const struct request *);
/* All that was done to a subject, by whomever, on the page of the subject itself. */
void act_rows_into(struct request *, struct page *, const char *subject);
/* What areas are LIKE whose guides and documents this colleague is shown. */
const char *own_areas(struct request *);
/* An organ or an area of the own area, that may be written down as whose something is. */
bool organ_ours(struct request *, const char *code);
bool area_ours(struct request *, const char *code);

enum reply home_show(struct request *, struct page *);
enum reply acts_show(struct request *, struct page *);

enum reply items_list(struct request *, struct page *);
enum reply item_show(struct request *, struct page *);
enum reply item_new_show(struct request *, struct page *);
enum reply item_new(struct request *, struct page *);

enum reply version_show(struct request *, struct page *);
enum reply version_checks(struct request *, struct page *);
enum reply version_preview(struct request *, struct page *);
enum reply version_changes(struct request *, struct page *);
enum reply section_show(struct request *, struct page *);
enum reply section_save(struct request *, struct page *);
enum reply version_act_show(struct request *, struct page *);
enum reply version_submit(struct request *, struct page *);
enum reply version_send_back(struct request *, struct page *);
enum reply version_publish(struct request *, struct page *);
enum reply version_retire(struct request *, struct page *);
enum reply version_redraft(struct request *, struct page *);

enum reply row_new_show(struct request *, struct page *);
enum reply row_new(struct request *, struct page *);
enum reply row_show(struct request *, struct page *);
enum reply row_save(struct request *, struct page *);
enum reply row_remove(struct request *, struct page *);
enum reply row_up(struct request *, struct page *);
enum reply row_down(struct request *, struct page *);

/* A batch as handlers read it; its page reads the columns under "batch". */
struct batch_row {
	uint64_t id, account;
	const char *state, *mapping, *file_name, *sha256;
	bool documents;
	long long rows, running_rows;
	instant running_at;	/* INSTANT_NONE: never */
};

/* The batch named in the path; crumbs begun. */
bool batch_load(struct request *, struct page *, struct batch_row *);
/* Its file as the library wants it; false when the store has it no more. */
bool import_of(struct request *, const struct batch_row *, const struct mapping *, struct import *);
/* NULL when there is none of this name; mapping_free it. */
struct mapping *mapping_named(struct request *, const char *name);
/* The mappings of some kinds as choices of a field; words.mapping.NAME, or the name itself. */
enum { MAPS_ITEMS = 1, MAPS_DOCUMENTS = 2 };
void mappings_into(struct request *, struct page *, const char *field, const char *chosen, unsigned kinds);

enum reply imports_list(struct request *, struct page *);
enum reply import_new_show(struct request *, struct page *);
enum reply import_new(struct request *, struct page *);
enum reply import_show(struct request *, struct page *);
enum reply import_annotated(struct request *, struct page *);
enum reply import_apply_now(struct request *, struct page *);
enum reply import_publish_now(struct request *, struct page *);
enum reply import_undo_now(struct request *, struct page *);
enum reply import_export_show(struct request *, struct page *);
enum reply export_show(struct request *, struct page *);
enum reply export_send(struct request *, struct page *);

enum reply docs_list(struct request *, struct page *);
enum reply doc_show(struct request *, struct page *);
enum reply doc_preview(struct request *, struct page *);
enum reply doc_new_show(struct request *, struct page *);
enum reply doc_new(struct request *, struct page *);
enum reply doc_edit(struct request *, struct page *);
enum reply doc_save(struct request *, struct page *);
enum reply doc_file_add(struct request *, struct page *);
enum reply doc_file_remove(struct request *, struct page *);
enum reply doc_file_send(struct request *, struct page *);
enum reply doc_act_show(struct request *, struct page *);
enum reply doc_submit(struct request *, struct page *);
enum reply doc_send_back(struct request *, struct page *);
enum reply doc_publish(struct request *, struct page *);
enum reply doc_withdraw(struct request *, struct page *);

#endif
