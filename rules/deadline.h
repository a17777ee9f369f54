/*
 * deadline.h - when a promise to the applicant falls due, and why then.
 *
 * A promise of n working days made on day d falls due at the close of the
 * n-th working day after d; d itself never counts (Civil Code 201, Licensing
 * Law 82).  Terms in days, months and years count every day, and one that ends
 * on a rest day ends on the next working day (Civil Code 202, 203).  What is a
 * working day is the calendar's word, not ours.  A term of 0 means at once: the
 * day itself, or the next working day.
 *
 * An application received after hours or on a rest day is received then; the
 * first day that counts is the next working day, which the above gives of itself.
 * A term in hours runs from that instant, or from the next opening if the office
 * is shut: "hour" is by the clock, and if it ends on a rest day it ends at the
 * close of business of the next working day (203); "workhour" counts only open hours.
 *
 * Days a case stands suspended are given back (Licensing Law 45): a pause holds
 * from its first day up to, not including, the day work resumes, and moves the
 * due day by exactly the days of the term's unit it took.  Pauses may overlap,
 * stand in any order, and the last may be open (to = DAY_NONE): then the clock
 * stands still and there is no due day yet.  Terms in hours stand still by whole
 * days as well: a pause begun and ended on one day gives nothing back.
 *
 * The head of the organ may once extend a term (Licensing Law 42): so many
 * working days more, counted from the day after the term's last.
 *
 * Pure: no clock, no database, no memory.  "Today" is always an argument.
 */
#ifndef RULES_DEADLINE_H
#define RULES_DEADLINE_H

#include "rules/calendar.h"

#define DEADLINE_UNITS(X)			\
	X(DEADLINE_WORKDAY, "workday")		\
	X(DEADLINE_DAY, "day")			\
	X(DEADLINE_HOUR, "hour")		\
	X(DEADLINE_MONTH, "month")		\
	X(DEADLINE_YEAR, "year")		\
	X(DEADLINE_WORKHOUR, "workhour")

#define DEADLINE_COLOURS(X)			\
	X(DEADLINE_NORMAL, "normal")		\
	X(DEADLINE_NEAR, "near")		\
	X(DEADLINE_OVER, "over")

#define DEADLINE_WHYS(X)			\
	X(DEADLINE_START, "start")		/* the day it was made: not counted */	\
	X(DEADLINE_COUNTED, "counted")		\
	X(DEADLINE_MAKEUP, "makeup")		/* counted: a weekend worked instead */	\
	X(DEADLINE_WEEKEND, "weekend")		\
	X(DEADLINE_HOLIDAY, "holiday")		\
	X(DEADLINE_PAUSED, "paused")		\
	X(DEADLINE_MATCHING, "matching")	/* the matching day of the last month */ \
	X(DEADLINE_MOVED, "moved")		/* the working day the end moved to */

#define DEADLINE_ARTICLES(X)			\
	X(ARTICLE_NONE, "none")			\
	X(ARTICLE_CIVIL_201, "civil_201")	/* the first day does not count */	\
	X(ARTICLE_CIVIL_202, "civil_202")	/* the matching day of the last month */ \
	X(ARTICLE_CIVIL_203, "civil_203")	/* a rest day at the end is passed over */ \
	X(ARTICLE_LICENSING_42, "licensing_42")	/* the head extends */ \
	X(ARTICLE_LICENSING_45, "licensing_45")	/* what a term does not include */	\
	X(ARTICLE_LICENSING_82, "licensing_82")	/* days are working days */

enum deadline_unit { DEADLINE_UNITS(NAMES_CONSTANT) DEADLINE_UNIT_COUNT };
enum deadline_colour { DEADLINE_COLOURS(NAMES_CONSTANT) DEADLINE_COLOUR_COUNT };
enum deadline_why { DEADLINE_WHYS(NAMES_CONSTANT) DEADLINE_WHY_COUNT };
enum deadline_article { DEADLINE_ARTICLES(NAMES_CONSTANT) DEADLINE_ARTICLE_COUNT };

enum { DEADLINE_MOST = 10000 };		/* of any unit; a longer term is refused as DAY_NONE */

struct deadline_term {
	int count;
	enum deadline_unit unit;
};

struct deadline_pause {
	struct day from;	/* the first day that does not count */
	struct day to;		/* the day work resumes, counted again; DAY_NONE: still paused */
};

/* Minutes of the day.  Without a midday break, noon_from = noon_to. */
struct office_hours {
	int opens, noon_from, noon_to, closes;
};

/* All that a due date follows from. */
struct deadline_basis {
	const struct calendar *cal;
	const struct office_hours *hours;	/* of terms in hours; NULL: the usual ones */
	struct deadline_term term;
	instant made;
	const struct deadline_pause *pauses;
	size_t pause_count;
	int extended;		/* working days added by the head, 0: none */
};

struct deadline {
	struct day on;		/* the last day; DAY_NONE: the clock stands still, or there is no such day */
	instant at;		/* of a term in hours its last instant, else INSTANT_NONE */
};

struct deadline_row {
	struct day on;
	int ordinal;		/* 1 to n where the day counted, else 0; an extension counts from 1 again */
	enum deadline_why why;
	enum deadline_article article;
	bool provisional;	/* the calendar of this day is not announced yet */
	int pause;		/* which pause held this day: its place in the basis; -1: none */
	int minutes;		/* of a term in hours: counted on this day, … */
	int minutes_so_far;	/* … and up to its end */
};

/* How a case stands on a day. */
struct deadline_state {
	enum deadline_colour colour;
	int left_days;		/* working days to the due day: 0 on it, and when late */
	int over_days;		/* working days past it: 0 in time, at least 1 when late */
	bool finished;
	bool provisional;	/* the due day may yet move */
};

/* When the near colour begins: in the last so many per cent, but at least so many working days. */
struct deadline_near {
	int percent, days;
};
extern const struct deadline_near deadline_near_default;	/* 20 %, 1 day */
extern const struct office_hours office_hours_default;		/* 09:00-12:00, 13:30-17:30 */

/* The last day on which the promise is still kept. */
struct day deadline_after(const struct calendar *cal, struct day made,
    int working_days, int suspended_days);

/* When a term of any unit ends, with its pauses and its extension. */
struct deadline deadline_of(const struct deadline_basis *);

/* The last day of a term in days or longer, with its pauses. */
struct day deadline_due(const struct calendar *cal, struct deadline_term term,
    struct day made, const struct deadline_pause *pauses, size_t pause_count);

/* The last instant: close of business on the due day, or the end of the hours. */
instant deadline_due_at(const struct calendar *cal, const struct office_hours *hours,
    struct deadline_term term, instant made, const struct deadline_pause *pauses,
    size_t pause_count);

/* The instant itself if the office is open, else the next opening. */
instant deadline_opening(const struct calendar *cal, const struct office_hours *hours, instant at);

/*
 * A case finished on or before its due day is normal for ever, one finished
 * later is over for ever, whatever today is.  finished_on: DAY_NONE while open.
 */
struct deadline_state deadline_judge(const struct calendar *cal, struct day made_on,
    struct day due_on, struct day finished_on, struct day today, struct deadline_near near);

/* The same by the instant for a term in hours: on its last day it is late from the next instant on, by no full day. */
struct deadline_state deadline_judge_at(const struct calendar *cal, struct day made_on, struct deadline due,
    instant finished_at, instant now, struct deadline_near near);

/*
 * The working of a due date: the start, then each day up to the due day (for
 * months and years only the start, the matching day and the days passed over).
 * Fills at most "room" rows and returns how many there are; 0 for no due day.
 */
size_t deadline_explain(const struct deadline_basis *, struct deadline_row *rows, size_t room);

/* The time an agent of the service has: a third of what is promised, at least 1 of its unit. */
struct deadline_term deadline_third(struct deadline_term promised);

const char *deadline_unit_name(enum deadline_unit unit);
bool deadline_unit_named(const char *name, enum deadline_unit *unit);
const char *deadline_colour_name(enum deadline_colour colour);
const char *deadline_why_name(enum deadline_why why);
const char *deadline_article_name(enum deadline_article article);

#endif
