/* licence.h - results that are held: how long one holds is said at the grant; the organ's register of them; revoking. */
#ifndef OFFICE_LICENCE_H
#define OFFICE_LICENCE_H

#include "fcgi/office/office.h"

/* licence.c: the register, as a page and as a sheet, and one result with its history */
extern const struct form licences_form;
enum reply licences_show(struct request *, struct page *);
enum reply licences_sheet(struct request *, struct page *);
enum reply licence_show(struct request *, struct page *);
/* licence: what the case granted, and how it stands; case.revoke_url where this colleague may revoke it. */
void licence_into(struct request *, struct page *, const struct case_row *);

/* licence_act.c: how long it holds, once case_load has filled the page */
void validity_into(struct request *, struct page *);
/* *detail: "valid_from" and "valid_to" for the record, "" where nothing will be held.  False: a mistake is told. */
bool validity_read(struct request *, struct page *, const char **detail);
/* Revoking, by an approver or the head of the organ, with a reason. */
extern const struct form revoke_form;
enum reply revoke_show(struct request *, struct page *);
enum reply case_revoke(struct request *, struct page *);

#endif
