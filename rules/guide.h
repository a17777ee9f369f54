/*
 * guide.h - what is checked of an item before it is published.
 *
 * A guide must promise no more time than the law gives, name every material
 * plainly, show on what each demand rests, leave no element blank, and say who
 * does what after what (flow_lint.h).  Each
 * check has a stable name and a default severity which a setting may change:
 * "stop" forbids publishing, "warn" is shown and may be published over by a
 * recorded act, "off" is not looked at.
 *
 * All text belongs to the caller; NULL and "" (and text of blanks) mean not
 * given.  Nothing is allocated and nothing kept.
 */
#ifndef RULES_GUIDE_H
#define RULES_GUIDE_H

#include "rules/deadline.h"
#include "rules/names.h"

#define GUIDE_SEVERITIES(X)			\
	X(GUIDE_OFF, "off")			\
	X(GUIDE_WARN, "warn")			\
	X(GUIDE_STOP, "stop")

/* constant, name, default severity */
#define GUIDE_CHECKS(X)								\
	X(GUIDE_NO_TITLE, "no_title", GUIDE_STOP)				\
	X(GUIDE_NO_CODE, "no_code", GUIDE_STOP)					\
	X(GUIDE_CODE_ODD, "code_odd", GUIDE_WARN)				/* a form of no standard */	\
	X(GUIDE_NO_ORGAN, "no_organ", GUIDE_STOP)				\
	X(GUIDE_NO_AREA, "no_area", GUIDE_STOP)					\
	X(GUIDE_NO_KIND, "no_kind", GUIDE_STOP)					\
	X(GUIDE_NO_AUDIENCE, "no_audience", GUIDE_STOP)				\
	X(GUIDE_NO_THEME, "no_theme", GUIDE_WARN)				\
	X(GUIDE_NO_CONDITIONS, "no_conditions", GUIDE_WARN)			\
	X(GUIDE_NO_CONSULT_PHONE, "no_consult_phone", GUIDE_WARN)		\
	X(GUIDE_NO_COMPLAINT_PHONE, "no_complaint_phone", GUIDE_WARN)		\
	X(GUIDE_NO_BRIEF, "no_brief", GUIDE_WARN)				\
	X(GUIDE_NO_STATUTORY_LIMIT, "no_statutory_limit", GUIDE_WARN)		\
	X(GUIDE_NO_PROMISED_LIMIT, "no_promised_limit", GUIDE_STOP)		\
	X(GUIDE_PROMISE_LONGER, "promise_longer", GUIDE_STOP)			/* than the law allows */	\
	X(GUIDE_LIMITS_INCOMPARABLE, "limits_incomparable", GUIDE_WARN)		/* the units do not say */	\
	X(GUIDE_AT_ONCE_WITH_DAYS, "at_once_with_days", GUIDE_WARN)		/* 即办 yet a limit over a day */ \
	X(GUIDE_VISIT_UNEXPLAINED, "visit_unexplained", GUIDE_WARN)		/* must come, not said why */	\
	X(GUIDE_NO_BASIS, "no_basis", GUIDE_STOP)				\
	X(GUIDE_BASIS_BLANK, "basis_blank", GUIDE_STOP)				/* a basis without title */	\
	X(GUIDE_BASIS_NO_ARTICLE, "basis_no_article", GUIDE_WARN)		\
	X(GUIDE_NO_MATERIAL, "no_material", GUIDE_WARN)				\
	X(GUIDE_MATERIAL_BLANK, "material_blank", GUIDE_STOP)			\
	X(GUIDE_MATERIAL_VAGUE, "material_vague", GUIDE_STOP)			/* 其他材料, 相关证明 … */	\
	X(GUIDE_MATERIAL_TWICE, "material_twice", GUIDE_STOP)			\
	X(GUIDE_MATERIAL_NO_BASIS, "material_no_basis", GUIDE_STOP)		\
	X(GUIDE_MATERIAL_NO_CONDITION, "material_no_condition", GUIDE_STOP)	/* conditional on what? */	\
	X(GUIDE_MATERIAL_NO_COPY, "material_no_copy", GUIDE_WARN)		/* paper, yet no copy asked */	\
	X(GUIDE_MATERIAL_SHARED, "material_shared", GUIDE_WARN)	/* shared, yet required */	\
	X(GUIDE_STEP_NONE, "no_step", GUIDE_WARN)				\
	X(GUIDE_STEP_BLANK, "step_blank", GUIDE_STOP)				\
	X(GUIDE_STEP_NO_OWNER, "step_no_owner", GUIDE_STOP)			\
	X(GUIDE_STEPS_LONGER, "steps_longer", GUIDE_WARN)			/* on the longest way, than the promise */ \
	X(GUIDE_BRANCH_LONGER, "branch_longer", GUIDE_WARN)			/* one of several side by side */ \
	X(GUIDE_FLOW_LONG, "flow_long", GUIDE_STOP)				/* more steps than a case can hold */ \
	X(GUIDE_FLOW_NO_KIND, "flow_no_kind", GUIDE_STOP)			\
	X(GUIDE_FLOW_NEED_UNKNOWN, "flow_need_unknown", GUIDE_STOP)		/* of no step, or of itself */	\
	X(GUIDE_FLOW_NEED_LATER, "flow_need_later", GUIDE_STOP)			/* of a step further down */	\
	X(GUIDE_FLOW_CYCLE, "flow_cycle", GUIDE_STOP)				/* it waits for itself */	\
	X(GUIDE_FLOW_UNREACHABLE, "flow_unreachable", GUIDE_STOP)		/* what it waits for never comes */ \
	X(GUIDE_FLOW_BACK_WRONG, "flow_back_wrong", GUIDE_STOP)			/* back to no task before it */	\
	X(GUIDE_FLOW_ACCEPT_LATE, "flow_accept_late", GUIDE_STOP)		/* accepting is not the first */ \
	X(GUIDE_FLOW_NO_DECISION, "flow_no_decision", GUIDE_STOP)		\
	X(GUIDE_FLOW_DECIDES_TWICE, "flow_decides_twice", GUIDE_STOP)		\
	X(GUIDE_FLOW_AFTER_DECISION, "flow_after_decision", GUIDE_STOP)		/* the applicant is done by then */ \
	X(GUIDE_FLOW_BEFORE_DECISION, "flow_before_decision", GUIDE_STOP)	/* sealed before it is decided */ \
	X(GUIDE_FLOW_FIRST_REVIEW, "flow_first_review", GUIDE_STOP)		/* 初审 within the city */	\
	X(GUIDE_FLOW_NOT_SEPARATE, "flow_not_separate", GUIDE_STOP)		/* 受审分离 */		\
	X(GUIDE_FLOW_SILENCE_KIND, "flow_silence_kind", GUIDE_STOP)		/* silence of other than an opinion */ \
	X(GUIDE_FLOW_SILENCE_NO_LIMIT, "flow_silence_no_limit", GUIDE_STOP)	/* silent since when? */	\
	X(GUIDE_FLOW_SILENCE_FIRST, "flow_silence_first", GUIDE_STOP)		/* for a permit never held before */ \
	X(GUIDE_POINT_NO_STEP, "point_no_step", GUIDE_STOP)			/* of the handbook */		\
	X(GUIDE_PROMISE_NO_TEXT, "promise_no_text", GUIDE_STOP)			/* what is promised? */		\
	X(GUIDE_PROMISE_RISKY, "promise_risky", GUIDE_WARN)			/* allowed, yet not of low risk */ \
	X(GUIDE_LACKING_ALL, "lacking_all", GUIDE_STOP)				/* no main material stays */	\
	X(GUIDE_LACKING_NO_DAYS, "lacking_no_days", GUIDE_STOP)			/* to be supplied by when? */	\
	X(GUIDE_LACKING_LONGER, "lacking_longer", GUIDE_STOP)			/* than the promise */		\
	X(GUIDE_FEE_NONE, "fee_missing", GUIDE_STOP)				/* charged, yet no fee stands */ \
	X(GUIDE_FEE_UNASKED, "fee_unasked", GUIDE_STOP)				/* a fee, yet not charged */	\
	X(GUIDE_FEE_NO_BASIS, "fee_no_basis", GUIDE_STOP)			\
	X(GUIDE_FEE_NO_STANDARD, "fee_no_standard", GUIDE_STOP)			\
	X(GUIDE_PLACE_NONE, "no_place", GUIDE_WARN)				\
	X(GUIDE_PLACE_BLANK, "place_blank", GUIDE_WARN)				/* without address */		\
	X(GUIDE_QUESTION_BLANK, "question_blank", GUIDE_STOP)			/* or without answer */		\
	X(GUIDE_FIELD_BLANK, "field_blank", GUIDE_STOP)				/* without name or label */	\
	X(GUIDE_FIELD_TWICE, "field_twice", GUIDE_STOP)				\
	X(GUIDE_FIELD_NO_CHOICES, "field_no_choices", GUIDE_STOP)		\
	X(GUIDE_DATES_CROSSED, "dates_crossed", GUIDE_STOP)			/* retired before effective */	\
	X(GUIDE_NO_EFFECTIVE_DAY, "no_effective_day", GUIDE_WARN)

#define GUIDE_ELEMENTS(X)			\
	X(GUIDE_ITEM, "item")			\
	X(GUIDE_BASES, "bases")			\
	X(GUIDE_MATERIALS, "materials")		\
	X(GUIDE_STEPS, "steps")			\
	X(GUIDE_POINTS, "checks")		/* of the handbook */ \
	X(GUIDE_FEES, "fees")			\
	X(GUIDE_PLACES, "places")		\
	X(GUIDE_QUESTIONS, "questions")		\
	X(GUIDE_FIELDS, "fields")

#define GUIDE_CONSTANT(constant, name, severity)	constant,
enum guide_severity { GUIDE_SEVERITIES(NAMES_CONSTANT) GUIDE_SEVERITY_COUNT };
enum guide_check { GUIDE_CHECKS(GUIDE_CONSTANT) GUIDE_CHECK_COUNT };
enum guide_element { GUIDE_ELEMENTS(NAMES_CONSTANT) GUIDE_ELEMENT_COUNT };

struct guide_basis { const char *title, *article, *text; };
struct guide_step {
	const char *name, *role, *organ;	/* no organ: that of the item */
	struct deadline_term limit;		/* count 0: none */
	const char *kind;
	const char *area;			/* of its organ; NULL: not known */
	const int *needs, *back_to;		/* positions from 1; no needs: the step before it in the list */
	size_t need_count, back_count;
	bool silence_consents;
};
struct guide_point { int step; const char *point; };
struct guide_fee { const char *name, *standard, *basis; };
struct guide_place { const char *name, *address; };
struct guide_question { const char *question, *answer; };
struct guide_field { const char *name, *label, *kind; size_t choice_count; };
struct guide_material {
	const char *name, *form, *necessity, *source, *basis, *condition;
	int originals, copies;
	bool promise_allowed, may_lack;
};

struct guide {
	const char *code, *title, *organ, *area, *kind, *handling;
	const char *conditions, *consult_phone, *complaint_phone, *brief, *visit_reason;
	size_t audience_count, theme_count;
	struct deadline_term statutory, promised;	/* count 0: not given */
	int visits;
	bool charged, renewal, low_risk;
	const char *promise_notice, *promise_text;
	struct deadline_term lacking;			/* in which a material that lacks must come; count 0: not given */
	struct day effective_on, retired_on;
	const struct guide_basis *bases;	size_t basis_count;
	const struct guide_material *materials;	size_t material_count;
	const struct guide_step *steps;		size_t step_count;
	const struct guide_point *points;	size_t point_count;
	const struct guide_fee *fees;		size_t fee_count;
	const struct guide_place *places;	size_t place_count;
	const struct guide_question *questions;	size_t question_count;
	const struct guide_field *fields;	size_t field_count;
};

struct guide_finding {
	enum guide_check check;
	enum guide_severity severity;
	enum guide_element element;
	size_t position;	/* from 1 within the element; 0: the element as a whole */
};

/*
 * Judges a guide.  severities has GUIDE_CHECK_COUNT entries, or is NULL for
 * the defaults.  Fills at most "room" findings, in the order of the page, and
 * returns how many there are.
 */
size_t guide_judge(const struct guide *g, const enum guide_severity *severities,
    struct guide_finding *findings, size_t room);

enum guide_severity guide_default(enum guide_check check);

/* -1 the first is surely no longer, 1 surely longer, 0 their units do not say. */
int guide_compare_terms(struct deadline_term a, struct deadline_term b);

/* NULL, "" or blanks only. */
bool guide_blank(const char *text);

/* A name that leaves open what is asked for. */
bool guide_vague(const char *material_name);

const char *guide_check_name(enum guide_check check);
bool guide_check_named(const char *name, enum guide_check *check);
const char *guide_severity_name(enum guide_severity severity);
bool guide_severity_named(const char *name, enum guide_severity *severity);
const char *guide_element_name(enum guide_element element);

#endif
