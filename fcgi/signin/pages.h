/* pages.h - the handlers of yimen-signin, by file. */
#ifndef SIGNIN_PAGES_H
#define SIGNIN_PAGES_H

#include "fcgi/worker/form.h"
#include "fcgi/worker/route.h"

/* account.c */
extern const struct form account_form;
handler account_show, account_save;

/* closing.c */
extern const struct form closing_form;
handler closing_show, closing_ask, closing_keep;

/* sign_in.c */
extern const struct form next_form, sign_in_form;
handler sign_in_show, sign_in, sign_out, sign_out_others;

/* second.c */
extern const struct form second_form;
handler second_show, second;

/* renew.c */
extern const struct form renew_form, enrol_form;
handler renew_show, renew, enrol_show, enrol_qr, enrol;

/* sign_up.c */
extern const struct form person_form, enterprise_form;
handler sign_up_show, sign_up_person, sign_up_enterprise;

/* claim.c */
extern const struct form claim_form, identity_form;
handler claim_show, claim, identity_verify;

/* password.c */
extern const struct form password_form;
handler password_change;

#endif
