/*
 * paper.h - the numbered papers of a case: which act issues which, and how each is numbered.
 *
 * Every act that the law wants told in writing issues its papers in the same
 * transaction.  Which, is a table of (event, under which conditions, paper); a
 * jurist reads it in paper.c.  The form numbers are those of the standard's
 * papers 01 to 14 (12 to 14: what was filed online); a paper without one is this
 * house's own, where the standard knows none.
 *
 * Document number: the organ's mark, the paper's mark, the year and a serial
 * without gaps, from 1 each year for each organ and paper: 云市监受〔2026〕000123号.
 *
 * Code: 16 Crockford letters, fifteen drawn at random (75 bits) and a check
 * letter that finds every wrong letter and every two exchanged.  Shown in fours.
 * Who holds it may ask whether the paper is genuine, and learns nothing more.
 *
 * Names are columns, words and templates: they never change.
 * Pure: no clock, no database, no memory.
 */
#ifndef RULES_PAPER_H
#define RULES_PAPER_H

#include "rules/names.h"
#include "rules/steps.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PAPERS(X)							\
	X(PAPER_RECEIPT, "receipt")			/* 申请材料接收凭证 */		\
	X(PAPER_CORRECTION, "correction")		/* 补正材料通知书 */		\
	X(PAPER_CORRECTION_RECEIPT, "correction_receipt") /* 补正材料接收凭证 */	\
	X(PAPER_NOT_ACCEPTED, "not_accepted")		/* 不予受理告知书 */		\
	X(PAPER_ACCEPTED, "accepted")			/* 受理决定书 */		\
	X(PAPER_ACCEPTED_LACKING, "accepted_lacking")	/* 容缺受理通知书 */		\
	X(PAPER_PROMISE, "promise")			/* 告知承诺书 */		\
	X(PAPER_PROMISE_LACKING, "promise_lacking")	/* 容缺受理承诺书 */		\
	X(PAPER_SUPPLEMENT, "supplement")		/* 审查阶段补正通知书 */	\
	X(PAPER_SUPPLEMENT_RECEIPT, "supplement_receipt") /* 审查阶段补正材料接收凭证 */ \
	X(PAPER_SPECIAL, "special")			/* 特别程序告知书 */		\
	X(PAPER_SPECIAL_ENDED, "special_ended")		/* 特别程序结束告知书 */	\
	X(PAPER_EXTENDED, "extended")			/* 延长办理期限告知书 */	\
	X(PAPER_MOVED, "moved")				/* 办理期限调整告知书 */	\
	X(PAPER_LICENCE_GRANTED, "licence_granted")	/* 准予行政许可决定书 */	\
	X(PAPER_LICENCE_DENIED, "licence_denied")	/* 不予行政许可决定书 */	\
	X(PAPER_GRANTED, "granted")			/* 准予办理决定书: what is no licence */ \
	X(PAPER_DENIED, "denied")			/* 不予办理决定书 */		\
	X(PAPER_TERMINATED, "terminated")		/* 终止办理通知书 */		\
	X(PAPER_DELIVERY, "delivery")			/* 送达回证 */		\
	X(PAPER_FEE, "fee")				/* 缴费通知书 */

enum paper { PAPERS(NAMES_CONSTANT) PAPER_COUNT };

const char *paper_name(enum paper);
bool paper_named(const char *name, enum paper *);

/* ---- which act issues which ---- */

struct paper_occasion {
	enum event event;
	bool licence;		/* the item is an administrative licence (kind 01) */
	bool lacking;		/* something may still lack, on a promise with a date */
	bool promised;		/* a promise stands for a proof */
	bool moved;		/* a date the applicant was told has changed */
};

/* The papers an act issues, in order: call with *at = 0 until false. */
bool paper_next(const struct paper_occasion *, size_t *at, enum paper *);

/* "12"; "" for a paper the standard does not know. */
const char *paper_form_number(enum paper, bool online);
/* The word in the document number: 受. */
const char *paper_mark(enum paper);
/* Signed by the applicant, not sealed by the organ. */
bool paper_by_applicant(enum paper);
/* One of a case at a time: a new one takes the place of the one before. */
bool paper_replaces(enum paper);
/* A decision against which review and suit are open; the paper says where and how long. */
bool paper_may_be_contested(enum paper);

enum {
	REVIEW_DAYS = 60,	/* to ask for review: Administrative Reconsideration Law 20 */
	SUIT_MONTHS = 6		/* to sue: Administrative Litigation Law 46 */
};

/* ---- numbers ---- */

enum { PAPER_NUMBER_TEXT = 160, PAPER_CODE_TEXT = 17, PAPER_CODE_SHOWN = 20, PAPER_CODE_BYTES = 10 };

/* False, and "" in the buffer, for an organ without a mark, a year or a serial that cannot be. */
bool paper_number_print(const char *organ_mark, enum paper, int year, long long serial,
    char text[static PAPER_NUMBER_TEXT]);

/* From bytes drawn at random. */
char *paper_code_print(const uint8_t random[static PAPER_CODE_BYTES], char text[static PAPER_CODE_TEXT]);
/* As typed or read from a code: blanks, hyphens, small letters, full-width forms, I and L for 1, O for 0. */
bool paper_code_tidy(const char *typed, char text[static PAPER_CODE_TEXT]);
char *paper_code_show(const char *code, char shown[static PAPER_CODE_SHOWN]);

#endif
