/*
 * notice.h - telling people: messages written into the outbox.
 *
 * A message is written in the transaction that gives the reason for it, one
 * row for each way to its receiver, its words frozen in the receiver's
 * language; yimen-clock sends what goes over e-mail and SMS, later and again
 * until it arrives.  On the site it is there at once: /my/messages.
 *
 * The same occasion of a case is told to the same receiver once, whoever
 * writes it twice.
 *
 * Words are words.notice of templates/words (base/words.h): words_open before;
 * without words nothing is written.
 */
#ifndef RECORD_NOTICE_H
#define RECORD_NOTICE_H

#include "base/arena.h"
#include "base/db.h"

#include <stdint.h>

#define NOTICE_WORDS	"notice"	/* the node of words to open */

struct notice {
	uint64_t case_id;
	const char *kind;		/* words.notice.KIND.{subject,text} */
	const char *occasion;		/* ascii, at most 60; NULL: the last event of the case, "e3" */
	instant at;
	const char *reason;		/* fills {reason}; NULL: none */
	struct day due_on;		/* fills {due}; DAY_NONE: the case's own */
};

/* To the applicant of the case: on the site, and by e-mail and SMS where there is an address and the setting
 * notice.channels ("email sms" unless set) names the way. */
void notice_send(struct db *, struct arena *, const struct notice *);

/* To the owner of an account, about the account itself, on the site and by the ways in use: {day} is filled.  Once a version
 * of the account: who asks again the same day may be another, and is told of. */
void notice_owner(struct db *, struct arena *, uint64_t account, const char *kind, struct day day, instant at);

/* To a colleague, in the desk only: about a case. */
void notice_staff(struct db *, struct arena *, uint64_t account, const struct notice *);

/* To a colleague, in the desk only: words given, about no case. */
void notice_remind(struct db *, struct arena *, uint64_t account, const char *occasion, const char *subject,
    const char *body, instant at);

#endif
