/*
 * enquiry.h - questions 咨询, complaints 投诉 and suggestions 建议: numbers, limits, who may answer.
 *
 * A question is answered within five working days, a complaint and a suggestion
 * within fifteen (settings); the limit may be extended once, with a reason the
 * asker is told.  Whoever receives it first keeps it until it is handed over, and
 * stays named.  A complaint is never handled by the person complained of.
 *
 * The asker may rate the answer, and reopen once within ten working days: then
 * the limit runs anew.
 *
 * Number, 13 characters: H, yymmdd, serial 5 (from 1 each day, without gaps), a
 * letter (rules/check.h); shown in groups, H-261122-00042-K.
 *
 * Pure: no clock, no database, no memory.
 */
#ifndef RULES_ENQUIRY_H
#define RULES_ENQUIRY_H

#include "rules/calendar.h"
#include "rules/deadline.h"
#include "rules/names.h"

#include <stdbool.h>

#define ENQUIRY_KINDS(X)			\
	X(ENQUIRY_QUESTION, "question")		\
	X(ENQUIRY_COMPLAINT, "complaint")	\
	X(ENQUIRY_SUGGESTION, "suggestion")
enum enquiry_kind { ENQUIRY_KINDS(NAMES_CONSTANT) ENQUIRY_KIND_COUNT };

const char *enquiry_kind_name(enum enquiry_kind);
bool enquiry_kind_named(const char *name, enum enquiry_kind *);

enum { ENQUIRY_NUMBER_TEXT = 14, ENQUIRY_NUMBER_SHOWN = 17, ENQUIRY_SERIAL_MOST = 99999 };

bool enquiry_number_print(struct day asked_on, int serial, char text[static ENQUIRY_NUMBER_TEXT]);
/* Forgives blanks, hyphens and case. */
bool enquiry_number_tidy(const char *typed, char text[static ENQUIRY_NUMBER_TEXT]);
bool enquiry_number_show(const char *text, char shown[static ENQUIRY_NUMBER_SHOWN]);

/* Working days: the settings enquiry.question_days, enquiry.complaint_days, enquiry.suggestion_days. */
enum { ENQUIRY_QUESTION_DAYS = 5, ENQUIRY_COMPLAINT_DAYS = 15, ENQUIRY_SUGGESTION_DAYS = 15, ENQUIRY_REOPEN_DAYS = 10,
       ENQUIRY_EXTEND_MOST = 15, ENQUIRY_DAYS_MOST = 60 };
int enquiry_days_default(enum enquiry_kind);
struct day enquiry_due(const struct calendar *, struct day opened_on, int days);

/* Why it may not be done; the names are words.refusal. */
#define ENQUIRY_REFUSALS(X)				\
	X(ENQUIRY_MAY, "")				\
	X(ENQUIRY_ANSWERED, "enquiry_answered")		\
	X(ENQUIRY_UNANSWERED, "enquiry_unanswered")	\
	X(ENQUIRY_AGAINST_YOU, "enquiry_against_you")	/* the person complained of */	\
	X(ENQUIRY_EXTENDED, "enquiry_extended")		\
	X(ENQUIRY_OVERDUE, "enquiry_overdue")		/* what is late is not extended */ \
	X(ENQUIRY_REOPENED, "enquiry_reopened")		\
	X(ENQUIRY_TOO_LATE, "enquiry_too_late")		\
	X(ENQUIRY_RATED, "enquiry_rated")		\
	X(ENQUIRY_NOT_PUBLIC, "enquiry_not_public")	/* its asker did not allow it */
enum enquiry_refusal { ENQUIRY_REFUSALS(NAMES_CONSTANT) ENQUIRY_REFUSAL_COUNT };
const char *enquiry_refusal_name(enum enquiry_refusal);

/* What the rules read of an enquiry. */
struct enquiry_standing {
	enum enquiry_kind kind;
	bool answered, extended, reopened, rated, may_show;
	struct day due_on, answered_on;
	bool against_me;	/* the officer is named in it, or acted on the case it complains about */
};

enum enquiry_refusal enquiry_may_handle(const struct enquiry_standing *);	/* answer, transfer: while it is open */
enum enquiry_refusal enquiry_may_extend(const struct enquiry_standing *, struct day today);
enum enquiry_refusal enquiry_may_show(const struct enquiry_standing *);		/* to the public */
enum enquiry_refusal enquiry_may_rate(const struct enquiry_standing *);
enum enquiry_refusal enquiry_may_reopen(const struct enquiry_standing *, const struct calendar *, int reopen_days,
    struct day today);

/* Does the name the asker gave mean this person?  The names alone, without blanks; part of a sentence counts. */
bool enquiry_names(const char *against, const char *name);

#endif
