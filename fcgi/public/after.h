/*
 * after.h - what a visitor says afterwards: ratings (rate.c), enquiries (enquiry.c, enquiry_own.c), public answers (answers.c).
 */
#ifndef PUBLIC_AFTER_H
#define PUBLIC_AFTER_H

#include "fcgi/public/apply.h"
#include "fcgi/worker/route.h"
#include "rules/enquiry.h"

/* rate.c */
extern const struct form rate_form, track_rate_form;
handler rate_show, rate, track_rate_again, track_rate;
/* may_rate, given.N and the form's choices, with a ticket for who asks by number and code; nothing before a result. */
void rate_track_into(struct request *, struct page *, const char *number);
/* rate_url and rate_word of a case of one's own; nothing before it has a result. */
void rate_link_into(struct request *, struct page *, const struct own *);

/* A number of the settings of what comes after, within 1 … most; otherwise when there is none. */
long long after_setting(struct request *, const char *name, long long otherwise, long long most);

/* enquiry.c */
extern const struct form ask_show_form, ask_form;
handler ask_show, ask;

/* enquiry_own.c */
#define ENQUIRY_TICKET "enquiry"	/* ticket.h */
extern const struct form ask_seen_form, ask_track_form, ask_rate_form, ask_reopen_form, my_enquiries_form;
handler ask_seen, ask_track_show, ask_track, ask_rate, ask_reopen, ask_act_again, my_enquiries, my_enquiry;
/* One's own row of how it went; organ and to_organ: "" for none. */
void enquiry_act_add(struct request *, uint64_t id, const char *act, const char *note);
/* NAME.due.{level,text}: how the limit of an enquiry stands. */
void enquiry_due_into(struct request *, struct page *, const char *name, struct day opened_on, struct day due_on,
    struct day answered_on);

/* answers.c */
extern const struct form answers_form;
handler answers_list, answer_show;

#endif
