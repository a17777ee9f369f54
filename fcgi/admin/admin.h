/*
 * admin.h - the frame of the administrators' pages, which all three powers share.
 *
 * Three people with separate powers (docs/decisions.md): the system administrator
 * arranges places, days and settings; the security administrator gives and takes
 * accounts and roles; the auditor reads what everybody did and changes nothing.
 * None of them reads a case: this program's account may count cases and no more.
 *
 * Whatever is changed is noted by admin_note in the same transaction, with what
 * it was and what it became, so that each page shows its own history and an
 * earlier value can be set again.
 */
#ifndef ADMIN_ADMIN_H
#define ADMIN_ADMIN_H

#include "fcgi/worker/form.h"
#include "fcgi/worker/page.h"
#include "fcgi/worker/reply.h"
#include "fcgi/worker/request.h"
#include "fcgi/worker/route.h"

#define SYSTEM		((unsigned)ROLE_SYSTEM_ADMIN)
#define SECURITY	((unsigned)ROLE_SECURITY_ADMIN)
#define AUDITOR		((unsigned)ROLE_AUDITOR)
#define ADMINS		(SYSTEM | SECURITY | AUDITOR)

enum { ADMIN_PER_PAGE = 30, ADMIN_HISTORY_MOST = 50 };

/* What was done to what: admin_note adds who, when, and the reason of the form (field admin_reason). */
struct admin_change {
	const char *act;		/* words.admin_act.ACT */
	const char *subject;		/* words.admin_subject.SUBJECT */
	const char *id, *name;		/* of the subject; the name as people know it */
	const char *was, *became;	/* record_detail of what changed: the same names in both, NULL for none */
};
/* By the power the visitor holds. */
void admin_note(struct request *, const struct admin_change *);

/* history.N.{number,at,actor_name,act_text,reason,changes.M.{label,was,became}} of one subject, newest first. */
void admin_history_into(struct request *, struct page *, const char *subject, const char *id);

/* One earlier state of a subject, as an act of its history says it was before: the detail, or NULL. */
const char *admin_earlier(struct request *, const char *subject, const char *id, long long number);
/* A value of a detail by its name; NULL when it is not there. */
const char *admin_detail_value(struct request *, const char *detail, const char *name);

/* The areas whose places, accounts or record the visitor is shown: what they are LIKE (rules/reach.h). */
const char *admin_reach(const struct request *);
/* Whether that is every area with an administrator.  What is not of an area - calendar, settings, applicants, the verifying of the whole
 * record - is shown to these alone. */
bool admin_whole(struct request *);
void admin_reach_bind(struct request *, struct query *);		/* :area, :whole */

/* The first crumb, and who.whole, by which the frame shows what is of the whole. */
void admin_crumb_home(struct page *);
/* Home, a list by its word (NULL: none), and, unless NULL, the page itself. */
void admin_crumbs(struct page *, const char *list_url, const char *list_word, const char *text);

/* The pattern of what is LIKE a search typed in field admin_q: "%%" for none; % and _ of the visitor are letters. */
const char *admin_like(struct request *);
/* The page of a list that is asked for (field page), from 1; and the rows before it. */
long long admin_page(struct request *);
void admin_page_bind(struct request *, struct query *);		/* :per_page, :skip */

extern const struct form admin_list_form, admin_history_form;
enum reply admin_home(struct request *, struct page *);
enum reply admin_history(struct request *, struct page *);
enum reply admin_history_sheet(struct request *, struct page *);

#endif
