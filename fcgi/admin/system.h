/*
 * system.h - the system administrator's pages: areas, organs, centres and windows, the calendar, settings.
 *
 * Areas, organs, centres and windows are kept alike: a form that becomes a row,
 * a version that lets one of two win, what hangs on a thing shown before it is
 * retired, and its history.  admin_thing says what differs.
 */
#ifndef ADMIN_SYSTEM_H
#define ADMIN_SYSTEM_H

#include "fcgi/admin/admin.h"

struct admin_field {
	const char *name;		/* of the form's field, words.field.NAME */
	const char *column;		/* of the row, and the statement's parameter; words.admin_column.COLUMN */
};

struct admin_thing {
	const char *subject;		/* words.admin_subject.SUBJECT */
	const char *list_url, *list_word;
	const char *url;		/* of one, before its id */
	const struct admin_field *fields;
	size_t field_count;
	const struct statement *load;	/* :id, :area (admin_reach): the columns, version, name, retired_on */
	const struct statement *set;	/* :id, :version, and the columns: 1 when it was that version */
	const struct statement *retire;	/* :id, :version, :on (NULL: back into use) */
	const struct statement *ties;	/* :id, :today: tie, found: what hangs on it; a tie that is found stops retiring */
	const struct statement *list;	/* :like, :area, :per_page, :skip; NULL: it has no list of its own */
	const struct statement *found;	/* :like, :area: found, how many there are */
};

/* LIST.N.{…,url}: those that are LIKE what was typed, a page of them; LIST is the last part of list_url. */
enum reply admin_things_show(struct request *, struct page *, const struct admin_thing *);

/* The row, or NULL: not there, or beyond reach. */
struct query *admin_thing_load(struct request *, const struct admin_thing *, const char *id);
/* thing.*, the form as the row has it (a GET; ?back=N: as it was before act N), ties.N.{label,found}, bound, history. */
void admin_thing_into(struct request *, struct page *, const struct admin_thing *, const char *id, struct query *row);
enum reply admin_thing_save(struct request *, struct page *, const struct admin_thing *, const char *id);
enum reply admin_thing_retire(struct request *, struct page *, const struct admin_thing *, const char *id, bool back_to_use);
/* Notes that one was added, with the fields that were filled in. */
void admin_thing_added(struct request *, const struct admin_thing *, const char *id, const char *name);
/* Binds the columns of a statement from the form. */
void admin_thing_bind(struct request *, struct query *, const struct admin_thing *);

/* choices.FIELD from a statement of value and label; the first is for none where none is a word. */
void admin_choices(struct request *, struct page *, const char *field, struct query *, const char *none);

/* ?back=N and ?done=…: of every page that shows one thing. */
extern const struct form thing_form, retire_form;

/* The centre of the address (:code), as admin_thing_load loads one. */
struct query *centre_asked(struct request *);
/* Areas in use and within reach, to choose from. */
struct query *area_choices(struct request *);
/* Whether field admin_area names one that is in use and within reach, as organs and centres must; otherwise the field's error is set. */
bool admin_area_known(struct request *, struct page *);
extern const struct form area_form, area_new_form;
enum reply areas_show(struct request *, struct page *);
enum reply area_new(struct request *, struct page *);
enum reply area_add(struct request *, struct page *);
enum reply area_show(struct request *, struct page *);
enum reply area_save(struct request *, struct page *);
enum reply area_retire(struct request *, struct page *);
enum reply area_restore(struct request *, struct page *);

extern const struct form organ_form, organ_new_form, organs_form;
enum reply organs_show(struct request *, struct page *);
enum reply organ_new(struct request *, struct page *);
enum reply organ_add(struct request *, struct page *);
enum reply organ_show(struct request *, struct page *);
enum reply organ_save(struct request *, struct page *);
enum reply organ_retire(struct request *, struct page *);
enum reply organ_restore(struct request *, struct page *);

extern const struct form centre_form, centre_new_form, hours_form, hall_close_form, hall_open_form, hall_plan_form;
enum reply centres_show(struct request *, struct page *);
enum reply centre_new(struct request *, struct page *);
enum reply centre_add(struct request *, struct page *);
enum reply centre_show(struct request *, struct page *);
enum reply centre_save(struct request *, struct page *);
enum reply centre_retire(struct request *, struct page *);
enum reply centre_restore(struct request *, struct page *);
enum reply hours_show(struct request *, struct page *);
enum reply hours_save(struct request *, struct page *);
enum reply hall_show(struct request *, struct page *);
enum reply hall_close(struct request *, struct page *);
enum reply hall_open(struct request *, struct page *);
enum reply hall_plan_retire(struct request *, struct page *);

extern const struct form window_form, window_new_form, service_form;
enum reply window_new(struct request *, struct page *);
enum reply window_add(struct request *, struct page *);
enum reply window_show(struct request *, struct page *);
enum reply window_save(struct request *, struct page *);
enum reply window_retire(struct request *, struct page *);
enum reply window_restore(struct request *, struct page *);
enum reply service_add(struct request *, struct page *);
enum reply service_remove(struct request *, struct page *);

extern const struct form calendar_form, draft_form, draft_end_form;
enum reply calendar_show(struct request *, struct page *);
enum reply draft_new(struct request *, struct page *);
enum reply draft_add(struct request *, struct page *);
enum reply draft_show(struct request *, struct page *);
enum reply draft_save(struct request *, struct page *);
enum reply draft_offer(struct request *, struct page *);
enum reply draft_return(struct request *, struct page *);
enum reply draft_publish(struct request *, struct page *);
enum reply draft_drop(struct request *, struct page *);

extern const struct form setting_form, setting_reset_form;
enum reply settings_show(struct request *, struct page *);
enum reply setting_show(struct request *, struct page *);
enum reply setting_save(struct request *, struct page *);
enum reply setting_reset(struct request *, struct page *);

#endif
