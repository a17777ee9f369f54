/*
 * rating.h - what an applicant thinks of a service (好差评), and what a bad rating sets going.
 *
 * One rating a case (一事一评), by its applicant, once there is a result; it is
 * never changed.  The two worst of the five levels are bad: somebody is assigned
 * within a working day, calls back within some more, finds whether it is true,
 * and has it mended within fifteen working days.  When that is done the applicant
 * may rate once more; both stay.  A rating found to be false is so only in the
 * eyes of a second person.
 *
 * Rating is voluntary, and the figures of an organ are shown only where there
 * are so many ratings that none can be told from them.
 *
 * Pure: no clock, no database, no memory.
 */
#ifndef RULES_RATING_H
#define RULES_RATING_H

#include "rules/calendar.h"
#include "rules/names.h"

#include <stdbool.h>
#include <stdint.h>

/* GB/T 39046 A.8.  The numbers are columns and codes of exchange. */
enum { RATING_BEST = 1, RATING_PLAIN = 3, RATING_WORST = 5, RATING_ROUNDS = 2 };

/* 评价渠道 */
#define RATING_CHANNELS(X)			\
	X(RATING_PC, "pc")			\
	X(RATING_MOBILE, "mobile")		\
	X(RATING_QR, "qr")			\
	X(RATING_TABLET, "tablet")		\
	X(RATING_TERMINAL, "terminal")		\
	X(RATING_PHONE, "phone")		\
	X(RATING_SMS, "sms")
enum rating_channel { RATING_CHANNELS(NAMES_CONSTANT) RATING_CHANNEL_COUNT };

/* What may be ticked: the good ones beside a good level, the bad ones beside a bad one. */
#define RATING_TAGS(X)				\
	X(RATING_TAG_CLEAR, "clear")		/* the guide and the answers were */	\
	X(RATING_TAG_FAST, "fast")		\
	X(RATING_TAG_KIND, "kind")		\
	X(RATING_TAG_EASY, "easy")		\
	X(RATING_TAG_UNCLEAR, "unclear")	\
	X(RATING_TAG_SLOW, "slow")		\
	X(RATING_TAG_RUDE, "rude")		\
	X(RATING_TAG_HARD, "hard")		\
	X(RATING_TAG_EXTRA, "extra")		/* more was asked for than the guide says */ \
	X(RATING_TAG_AGAIN, "again")		/* it took several visits */
enum rating_tag { RATING_TAGS(NAMES_CONSTANT) RATING_TAG_COUNT };

bool rating_bad(int level);
bool rating_tag_bad(enum rating_tag);
const char *rating_tag_name(enum rating_tag);
const char *rating_channel_name(enum rating_channel);

#define CALLBACK_STATES(X)			\
	X(CALLBACK_OPEN, "open")		/* nobody has it yet */			\
	X(CALLBACK_ASSIGNED, "assigned")	/* somebody is to call */		\
	X(CALLBACK_MENDING, "mending")		/* it is true */			\
	X(CALLBACK_APPEALED, "appealed")	/* said to be false: another looks at it */ \
	X(CALLBACK_MENDED, "mended")		/* an end, like the two that follow */	\
	X(CALLBACK_MISTAKEN, "mistaken")	/* the rater meant another level */	\
	X(CALLBACK_FALSE, "false")
enum callback_state { CALLBACK_STATES(NAMES_CONSTANT) CALLBACK_STATE_COUNT };

#define CALLBACK_ACTS(X)			\
	X(CALLBACK_ASSIGN, "assign")		/* also to another, while it is not closed */ \
	X(CALLBACK_CALL_TRUE, "call_true")	\
	X(CALLBACK_CALL_MISTAKEN, "call_mistaken") \
	X(CALLBACK_APPEAL, "appeal")		/* called, and found false */		\
	X(CALLBACK_UPHOLD, "uphold")		/* it is false */			\
	X(CALLBACK_REJECT, "reject")		/* it is not: mend it */		\
	X(CALLBACK_MEND, "mend")
enum callback_act { CALLBACK_ACTS(NAMES_CONSTANT) CALLBACK_ACT_COUNT };

/* Who acts, and who had it before. */
struct callback_people {
	uint64_t me, assigned_to, called_by;	/* 0: nobody */
	bool leads;				/* I am the head of the organ */
};

/* Why it may not be done; the names are words.refusal. */
#define CALLBACK_REFUSALS(X)			\
	X(CALLBACK_MAY, "")			\
	X(CALLBACK_CLOSED, "callback_closed")	\
	X(CALLBACK_STATE, "callback_state")	\
	X(CALLBACK_NOT_YOURS, "callback_not_yours") \
	X(CALLBACK_ANOTHER, "callback_another")	/* whoever called does not judge the appeal */
enum callback_refusal { CALLBACK_REFUSALS(NAMES_CONSTANT) CALLBACK_REFUSAL_COUNT };

/* May it be done, and what does it lead to?  Only whom it is assigned to (or the head) calls and mends. */
enum callback_refusal callback_step(enum callback_state from, enum callback_act, const struct callback_people *,
    enum callback_state *to);

bool callback_closed(enum callback_state);
const char *callback_state_name(enum callback_state);
bool callback_state_named(const char *name, enum callback_state *);
const char *callback_act_name(enum callback_act);
bool callback_act_named(const char *name, enum callback_act *);
const char *callback_refusal_name(enum callback_refusal);

/* Working days from the rating: the settings rating.assign_days, rating.call_days, rating.mend_days. */
struct callback_terms {
	int assign_days, call_days, mend_days;
};
extern const struct callback_terms callback_terms_default;	/* 1, 3, 15 */
enum { CALLBACK_DAYS_MOST = 60 };

struct callback_days {
	struct day assign_by_on, call_by_on, mend_by_on;
};
/* Each from the day of the rating; a term is never longer than the one after it. */
struct callback_days callback_days(const struct calendar *, struct day rated_on, const struct callback_terms *);
/* The one that is next in a state; DAY_NONE when closed. */
struct day callback_due(enum callback_state, const struct callback_days *);

/* May this case be rated, and as which round (0: no)?  Once there is a result; once more when a bad one was mended, or was a
 * mistake: settled. */
int rating_round(bool has_result, int first_level, bool settled, bool rated_again);	/* first_level 0: not rated yet */

/* Figures of so few ratings are not shown: the setting rating.figures_least. */
enum { RATING_FIGURES_LEAST = 5 };
bool rating_figures_shown(long long count, long long least);

#endif
