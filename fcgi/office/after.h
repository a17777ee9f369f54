/* after.h - what comes after a result, at the office: call-backs of bad ratings (callback.c), enquiries (enquiry.c). */
#ifndef OFFICE_AFTER_H
#define OFFICE_AFTER_H

#include "fcgi/worker/form.h"
#include "fcgi/worker/route.h"

/* callback.c */
#define CALLERS	((unsigned)(ROLE_CLERK | ROLE_REVIEWER | ROLE_LEADER))
extern const struct form callbacks_form, callback_assign_form, callback_call_form, callback_judge_form, callback_mend_form;
handler callbacks_show, callback_show, callback_assign, callback_call, callback_judge, callback_mend;

/* enquiry.c, enquiry_act.c */
extern const struct form enquiries_form, enquiry_answer_form, enquiry_transfer_form, enquiry_extend_form, enquiry_show_form,
    enquiry_hide_form;
handler enquiries_show, enquiry_page, enquiry_answer, enquiry_transfer, enquiry_extend, enquiry_let_out, enquiry_hide;

#endif
