/*
 * guard.h - the security administrator's pages: whose accounts there are, what they may, who is in.
 *
 * Accounts of the administrator's own area and below.  What may be done, and by how many, is the word of
 * rules/power.h: account_ask judges, account_apply does; what takes two persons becomes a proposal that another
 * confirms, and is judged anew then.  Every change ends the account's sessions and stands in admin_acts.
 */
#ifndef ADMIN_GUARD_H
#define ADMIN_GUARD_H

#include "fcgi/admin/admin.h"
#include "fcgi/worker/route.h"
#include "rules/power.h"

struct account {
	long long id, version;
	const char *login, *name, *shown;	/* shown: 沈若溪 (shen.ruoxi) */
	unsigned roles;
	const char *organ, *area;
	bool disabled, unopened;		/* unopened: nobody has ever set a password */
	struct day expires_on;
};

/* A colleague's account within reach; false: there is none. */
bool account_load(struct request *, long long id, struct account *);

const char *roles_print(struct request *, unsigned roles);
const char *roles_text(struct request *, struct page *, unsigned roles);	/* in words */
unsigned roles_typed(struct request *);				/* field account_roles */
void roles_choices(struct page *, unsigned chosen);			/* choices.account_roles */

/* Judges a change that the visitor asks for. */
enum power_answer account_ask(struct request *, const struct account *, enum power_change, unsigned wanted, bool still,
    enum power_refusal *why);
/* Does it, and notes it: GO back to the account, or for what needs a code PAGE with code.{text,name,until,kind} set.
 * Place and expiry are read from the form. */
enum reply account_apply(struct request *, struct page *, const struct account *, enum power_change, unsigned wanted);
/* One account's page. */
enum reply account_go(struct request *, struct page *, const struct account *, const char *done);

/* accounts.c */
extern const struct form accounts_form, account_new_form, account_place_form, account_roles_form, account_expiry_form,
    account_act_form;
handler accounts_show, account_new, account_open, account_show, account_act_show;
/* The organ's area, when it is within reach; NULL: it is not. */
const char *organ_area(struct request *, const char *code);
/* account_acts.c */
handler account_place, account_roles, account_expiry, account_act;
/* roles.c */
/* False: another waits for this account already. */
bool proposal_make(struct request *, struct page *, const struct account *, enum power_change, unsigned wanted);
extern const struct form proposals_form, proposal_form;
handler proposals_show, proposal_show, proposal_confirm, proposal_decline;
/* locks.c */
extern const struct form lock_form;
handler locks_show, lock_release;
/* sessions.c */
extern const struct form sessions_form, session_end_form, sign_ins_form;
handler sessions_show, session_end, sign_ins_show;
void sign_ins_into(struct request *, struct page *, struct query *);	/* sign_ins.N, masked */
void sessions_into(struct request *, struct page *, struct query *);	/* sessions.N, masked */
/* audit.c */
extern const struct form audit_form, audit_page_form;
handler audit_show, audit_ask, audit_search, audit_sheet;
/* verifications.c */
extern const struct form verify_form, verify_list_form, verify_stop_form;
handler verify_show, verify_ask, verification_show, verify_stop_show, verify_stop;

/* Names of applicants are masked, those of colleagues are not. */
const char *guard_name(struct request *, const char *kind, const char *name);
const char *guard_login(struct request *, const char *kind, const char *login);
/* 10.1.*.*: enough to tell two apart. */
const char *guard_address(struct request *, const char *address);
/* Whose login it is; 0: none was typed; -1: nobody's. */
long long guard_account(struct request *, const char *login);

#endif
