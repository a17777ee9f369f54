/*
 * watch.h - electronic supervision (电子监察): what its rules find, and how a finding is answered.
 *
 * A rule has a number that is printed on cards and letters (W01 …) and a name
 * that is a column and a word.  Neither is ever changed or used again: new rules
 * come at the end.  What a rule finds is a card: yellow and red are answered by
 * whom the rule names, "none" is only told.  Why is a code; the sentence, with
 * the numbers and dates of the evidence, stands in words.
 *
 * The clocks of a case (W01 to W05) are rules/card.h's; the others are judged
 * here, each by a function that sees the evidence and nothing else.  A rule that
 * reads texts only suspects: its card is yellow, and may be appealed.
 *
 * A card is replied to, or appealed against once within its days; a supervisor
 * closes it, sends the reply back, upholds it or withdraws it with a reason.
 * What is withdrawn counts in no figure.
 *
 * Pure: no clock, no database, no memory.
 */
#ifndef RULES_WATCH_H
#define RULES_WATCH_H

#include "rules/card.h"
#include "rules/names.h"
#include "rules/steps.h"

#include <stdbool.h>
#include <stddef.h>

#define WATCH_RULES(X)							\
	X(WATCH_ANSWER, "answer")		/* W01 the answer to an application is late */	\
	X(WATCH_PROMISED, "promised")		/* W02 the promise */		\
	X(WATCH_STATUTORY, "statutory")		/* W03 the limit of the law */	\
	X(WATCH_DELIVERY, "delivery")		/* W04 the delivery */		\
	X(WATCH_TASK, "task")			/* W05 a step of the flow */	\
	X(WATCH_AT_ONCE, "at_once")		/* W06 即办件: not decided on the day it was accepted */ \
	X(WATCH_NO_REASON, "no_reason")		/* W07 refused without a sufficient reason */ \
	X(WATCH_EXTRA, "extra_material")	/* W08 a list asks for what the guide does not */ \
	X(WATCH_SECOND, "second_list")		/* W09 a later list names what was visible before */ \
	X(WATCH_MOMENTS, "moments")		/* W10 accepted and decided within moments: handled elsewhere before? */ \
	X(WATCH_BACK_ENTRY, "back_entry")	/* W11 entered afterwards */	\
	X(WATCH_TWICE, "outcome_twice")		/* W12 one outcome number in two cases */ \
	X(WATCH_ORDER, "wrong_order")		/* W13 a visit before the application, or after what rests on it */ \
	X(WATCH_FEE, "unlawful_fee")		/* W14 a bill that is not on the guide's list */ \
	X(WATCH_ENQUIRY, "enquiry")		/* W15 a question or complaint is not answered in time */ \
	X(WATCH_CORRECTIONS, "corrections")	/* W16 a guide under which much is sent back: the guide is at fault */

/* Who answers for what was found. */
#define WATCH_ANSWERERS(X)			\
	X(ANSWERS_HANDLER, "handler")		/* who had it in hand */	\
	X(ANSWERS_ACTOR, "actor")		/* who did it */		\
	X(ANSWERS_ORGAN, "organ")		/* the organ whose guide it is */

#define WATCH_COLOURS(X)			\
	X(WATCH_NONE, "none")			\
	X(WATCH_YELLOW, "yellow")		\
	X(WATCH_RED, "red")

#define WATCH_WHYS(X)				\
	X(WHY_FINE, "fine")			/* nothing is found */		\
	X(WHY_NEAR, "near")			/* a term is near its end */	\
	X(WHY_OVER, "over")			/* … or has passed it */	\
	X(WHY_VAGUE, "vague")			/* a reason of nothing but vague words */ \
	X(WHY_SHORT, "short")			/* a reason that says too little */ \
	X(WHY_UNLISTED, "unlisted")		/* no material of the guide is this */ \
	X(WHY_SHARED, "shared")			/* the guide says the administration has it */ \
	X(WHY_VISIBLE, "visible")		\
	X(WHY_MOMENTS, "moments")		\
	X(WHY_AFTER_HOURS, "after_hours")	/* all of it in one sitting while the window was shut */ \
	X(WHY_OLDER_NUMBER, "older_number")	/* the outcome's number is of a year before the application */ \
	X(WHY_TWICE, "twice")			\
	X(WHY_VISIT_BEFORE, "visit_before")	\
	X(WHY_VISIT_AFTER, "visit_after")	\
	X(WHY_FEE, "fee_not_listed")		\
	X(WHY_SHARE, "share")

enum watch_rule { WATCH_RULES(NAMES_CONSTANT) WATCH_RULE_COUNT };
enum watch_answerer { WATCH_ANSWERERS(NAMES_CONSTANT) WATCH_ANSWERER_COUNT };
enum watch_colour { WATCH_COLOURS(NAMES_CONSTANT) WATCH_COLOUR_COUNT };
enum watch_why { WATCH_WHYS(NAMES_CONSTANT) WATCH_WHY_COUNT };

const char *watch_number(enum watch_rule);		/* "W07" */
const char *watch_name(enum watch_rule);
bool watch_named(const char *name_or_number, enum watch_rule *);
enum watch_answerer watch_answerer(enum watch_rule);
/* The worst a rule finds. */
enum watch_colour watch_severity(enum watch_rule);
const char *watch_answerer_name(enum watch_answerer);
const char *watch_colour_name(enum watch_colour);
const char *watch_why_name(enum watch_why);
bool watch_why_named(const char *name, enum watch_why *);
/* The colour of what was found; WATCH_NONE for what is fine or only told. */
enum watch_colour watch_colour_of(enum watch_why);

/* ---- the rules that are no clocks ---- */

/* 即办件: decided on the day it was accepted (accepted on a rest day: on the next working day).  A pause that began by
 * then is no fault.  Red days as card_judge says. */
struct card_days watch_at_once(const struct calendar *, struct day accepted_on, struct day finished_on, bool paused,
    struct day today);

/* A refusal's reason without its vague words: fewer than "least" letters say too little, fewer than three nothing. */
enum watch_why watch_reason(const char *reason, int least);
size_t watch_reason_letters(const char *reason);	/* what is left of it */

/* What a list asks for.  guide: all that the guide says of its materials, one text.  The paper that is in no guide goes to
 * term, "" for none. */
enum { WATCH_TERM = 64 };
enum watch_why watch_extra(const char *wanted, const char *guide, bool shared, char term[static WATCH_TERM]);

/* How many lines of a list were visible before (rules/defect.h). */
enum watch_why watch_second(int visible);

/* 承诺件: something was promised to take days, and took moments. */
enum watch_why watch_moments(bool promised, instant accepted_at, instant decided_at, int minutes);

struct watch_entry {
	bool window;			/* a clerk filed it */
	instant submitted_at, decided_at;	/* INSTANT_NONE: not yet */
	const char *outcome_number;
};
enum watch_why watch_back_entry(const struct calendar *, const struct office_hours *, const struct watch_entry *);

/* The year an outcome number bears, in 〔〕, [] or (); 0: none. */
int watch_number_year(const char *outcome_number);

/* Other cases that bear the same outcome number. */
enum watch_why watch_twice(int others);

/* A visit cannot be earlier than the application (an earlier one is cited instead), nor later than what rests on it. */
enum watch_why watch_visit(struct day visited_on, struct day received_on, struct day done_on);

/* Is what was billed among the fees of the guide? */
enum watch_why watch_fee(bool listed);

/* At least "least" applications, and more than so many per cent of them sent back. */
enum watch_why watch_share(long long received, long long sent_back, int percent, int least);
/* "30 10": per cent and least; false, and untouched, for anything else. */
bool watch_share_read(const char *text, int *percent, int *least);

/* ---- how a card is answered ---- */

#define WATCH_STATES(X)					\
	X(WATCH_OPEN, "open")				\
	X(WATCH_REPLIED, "replied")			\
	X(WATCH_APPEALED, "appealed")			\
	X(WATCH_UPHELD, "upheld")			/* the appeal was heard; a reply is owed again */ \
	X(WATCH_WITHDRAWN, "withdrawn")			/* an end: it should not have been given */ \
	X(WATCH_CLOSED, "closed")			/* an end */

#define WATCH_ACTS(X)					\
	X(WATCH_REPLY, "reply")				\
	X(WATCH_APPEAL, "appeal")			\
	X(WATCH_RETURN, "return")			/* the reply is not enough */ \
	X(WATCH_UPHOLD, "uphold")			\
	X(WATCH_WITHDRAW, "withdraw")			\
	X(WATCH_CLOSE, "close")

#define WATCH_REFUSALS(X)				\
	X(WATCH_MAY, "none")				\
	X(WATCH_ROLE, "not_your_role")			\
	X(WATCH_ENDED, "card_ended")			\
	X(WATCH_UNDER_APPEAL, "card_appealed")		/* it is to be heard first */ \
	X(WATCH_NO_REPLY, "card_not_replied")		\
	X(WATCH_NO_APPEAL, "card_not_appealed")		\
	X(WATCH_APPEALED_BEFORE, "card_appealed_once")	\
	X(WATCH_APPEAL_LATE, "card_appeal_late")	\
	X(WATCH_REPLIED_BEFORE, "card_replied")		\
	X(WATCH_TOLD_ONLY, "card_told_only")		/* nothing is owed to it */

enum watch_state { WATCH_STATES(NAMES_CONSTANT) WATCH_STATE_COUNT };
enum watch_act { WATCH_ACTS(NAMES_CONSTANT) WATCH_ACT_COUNT };
enum watch_refusal { WATCH_REFUSALS(NAMES_CONSTANT) WATCH_REFUSAL_COUNT };

struct watch_card {
	enum watch_state state;
	enum watch_colour colour;
	bool appealed;			/* once already */
	struct day appeal_by_on;
};

/* What becomes of a card by an act of these roles on that day. */
struct watch_step {
	enum watch_state to;
	enum watch_refusal refused;
};
struct watch_step watch_step(const struct watch_card *, enum watch_act, unsigned roles, struct day today);

/* Is a reply owed?  To red always; to yellow but of a term that only is near. */
bool watch_reply_owed(enum watch_rule, enum watch_colour);
bool watch_state_ended(enum watch_state);

const char *watch_state_name(enum watch_state);
bool watch_state_named(const char *name, enum watch_state *);
const char *watch_act_name(enum watch_act);
const char *watch_refusal_name(enum watch_refusal);

/* ---- work orders and letters ---- */

#define WATCH_CLASSES(X)			\
	X(ORDER_OVERDUE, "overdue")		/* 办件超期 */		\
	X(ORDER_CONDUCT, "conduct")		/* 服务与作风 */	\
	X(ORDER_COMPLAINT, "complaint")		/* 投诉反映 */		\
	X(ORDER_PROJECT, "project")		/* 重大项目 */		\
	X(ORDER_UTILITY, "utility")		/* 水电气热网接入 */	\
	X(ORDER_AGENCY, "agency")		/* 中介服务 */		\
	X(ORDER_OTHER, "other")

enum watch_class { WATCH_CLASSES(NAMES_CONSTANT) WATCH_CLASS_COUNT };

const char *watch_class_name(enum watch_class);

enum { ORDER_DAYS_MOST = 60, ORDER_LEVEL_MOST = 2 };

/* A reply that is overdue goes one level up: 1 the head of the party, 2 the head of who gave the order. */
bool order_escalates(struct day due_on, int level, struct day today);

/* 云政数督〔2026〕0001号 and its like; false, and "", for an organ without a mark, a year or a serial that cannot be. */
enum { WATCH_NUMBER = 100 };
enum watch_paper { WATCH_PAPER_ORDER, WATCH_PAPER_NOTICE, WATCH_PAPER_ASSIGNMENT };
bool watch_paper_number(const char *organ_mark, enum watch_paper, int year, long long serial, char text[static WATCH_NUMBER]);

#endif
