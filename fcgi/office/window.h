/*
 * window.h - the reception window: a clerk files on an applicant's behalf (窗口收件).
 *
 * The item is found, the applicant and whoever acts for them are identified by
 * a document the clerk has seen, the item's own form is filled in, what is
 * brought on paper is counted, and EVENT_RECEIVE makes it a case: numbered,
 * with a receipt.  A window may take in for another organ within the item's
 * scope (通办); the power stays with the owner, and who took it in stays known.
 *
 * Until it is received, a draft of the window belongs to the organ that takes
 * it in, whose clerks may go on with one another's.  Afterwards that organ sees
 * where it stands and what it did itself; the case's own page is the owner's.
 */
#ifndef OFFICE_WINDOW_H
#define OFFICE_WINDOW_H

#include "fcgi/office/office.h"

/* An item that may be handed in. */
struct window_item {
	uint64_t version;
	const char *code, *scope, *organ, *area, *audiences;
};

/* A case begun or taken in by a window of this officer's organ. */
struct window_case {
	uint64_t id, item_version;
	enum state state;
	long long version;
	const char *number, *query_code, *item_code, *organ, *area, *organ_area, *promise_text;
	const char *kind, *name, *holder, *phone;	/* of the applicant: person or enterprise, name, number */
	bool low_risk;
	int lacking_days;
};

/* The published item of that code, filled under "item"; false when it is not in the catalogue today or this window is
 * outside its scope: *reply is the refusal. */
bool window_item_load(struct request *, struct page *, const char *code, struct window_item *, enum reply *);
/* By the path's :id, filled under "case". */
bool window_load(struct request *, struct page *, struct window_case *);
/* Saved just now: false when it is a draft no longer. */
bool window_touch(struct request *, const struct window_case *);
/* Has the holder of this number broken a promise? */
bool window_barred(struct request *, const char *kind, const char *number);

/* window.c */
enum reply window_home(struct request *, struct page *);
enum reply window_who_new(struct request *, struct page *);
enum reply window_begin(struct request *, struct page *);
enum reply window_who(struct request *, struct page *);
enum reply window_who_save(struct request *, struct page *);
/* window_fill.c */
enum reply window_show(struct request *, struct page *);
enum reply window_form(struct request *, struct page *);
enum reply window_form_save(struct request *, struct page *);
enum reply window_materials(struct request *, struct page *);
enum reply window_materials_save(struct request *, struct page *);
enum reply window_discard(struct request *, struct page *);
enum reply window_renew(struct request *, struct page *);
/* True when the form is filled in; sections.N, materials.N of the page. */
bool window_into(struct request *, struct page *, const struct window_case *);
/* window_receive.c */
enum reply window_receive(struct request *, struct page *);
enum reply window_receipt(struct request *, struct page *);
enum reply window_qr(struct request *, struct page *);

extern const struct form window_form_item, window_form_home, window_form_who, window_form_open, window_form_receive;

#endif
