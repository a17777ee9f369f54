/* forms.h - the forms of the office: every field a post may carry, and its shape. */
#ifndef OFFICE_FORMS_H
#define OFFICE_FORMS_H

#include "fcgi/worker/form.h"

extern const struct form messages_form, outbox_form;	/* outbox.c */
extern const struct form tasks_form, task_form, skip_form, back_form;
extern const struct form inbox_form, button_form, refuse_form, opinion_form, grant_form, deny_form,
    hand_over_form, correct_form;

#endif
