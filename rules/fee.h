/*
 * fee.h - fees: money, the slip a bill is paid by, what may be asked, and what an unpaid bill holds back.
 *
 * Money is a whole number of fen.  Only what the guide of the case lists may be
 * asked for, and nothing of an item that says it is free (Licensing Law 58, 59).
 * A bill may be reduced or waived only where the guide says so.  What is granted
 * is closed, sent and delivered once no bill waits; a refusal is told whether
 * paid or not.
 *
 * Slip number 缴款单号: the organ's own nine letters of its credit code, the year, six
 * digits without a gap, and a check letter (ISO 7064 MOD 37,36).
 *
 * Pure: no clock, no database, no memory.
 */
#ifndef RULES_FEE_H
#define RULES_FEE_H

#include "rules/names.h"
#include "rules/steps.h"

#include <stdbool.h>
#include <stddef.h>

typedef long long fen;

#define FEE_MOST	((fen)100000000 * 100)	/* a hundred million yuan a bill */
enum { FEE_TEXT = 24, SLIP_TEXT = 33, SLIP_SHOWN = 44, FEE_QUANTITY_MOST = 1000000 };

/* "12", "12.3", "12.30", "1,234.50" with yuan signs or 元: more decimals, a sign, or more than FEE_MOST is no money. */
bool fee_parse(const char *yuan, fen *);
/* 1234.50: always two decimals. */
char *fee_print(fen, char text[static FEE_TEXT]);
/* 1,234.50 */
char *fee_show(fen, char text[static FEE_TEXT]);
/* False when it is nothing, or more than FEE_MOST. */
bool fee_total(fen price, long long quantity, fen *total);

/* Does a guide's standard ("每证10元", "首户80元，每增加一户加收5元") name this price?  What it does not name needs its
 * working told. */
bool fee_standard_names(const char *standard, fen price);

/* ---- bills ---- */

#define BILL_STATES(X)			\
	X(BILL_ASKED, "asked")		\
	X(BILL_PAID, "paid")		\
	X(BILL_WAIVED, "waived")	\
	X(BILL_CANCELLED, "cancelled")	/* asked by mistake, or the case ended without a decision */

enum bill_state { BILL_STATES(NAMES_CONSTANT) BILL_STATE_COUNT };

const char *bill_state_name(enum bill_state);
bool bill_state_named(const char *name, enum bill_state *);

/* A position of the case's guide: item_fees. */
struct fee_listed {
	bool found;		/* the guide has it … */
	bool charged;		/* … and does not say that the item is free */
	bool reducible;
};

/* May it be asked for?  REFUSED_NOT or REFUSED_FEE. */
enum refusal fee_refuses(const struct fee_listed *);
/* May a bill be let off, or brought down to an amount above nothing? */
bool fee_may_reduce(const struct fee_listed *, fen was, fen becomes);
/* Does an event wait until every bill of what was granted is paid? */
bool fee_holds(enum event);

/* ---- slips ---- */

/* False, and "", for an organ without a code, a year or a serial that cannot be. */
bool slip_print(const char *organ_code, int year, long long serial, char text[static SLIP_TEXT]);
/* As typed: blanks, hyphens, small letters. False for what fails its check letter. */
bool slip_tidy(const char *typed, char text[static SLIP_TEXT]);
char *slip_show(const char *slip, char shown[static SLIP_SHOWN]);	/* in fours */

/* ---- what a bank says ---- */

#define PAYMENT_FAULTS(X)				\
	X(PAYMENT_FINE, "")				\
	X(PAYMENT_UNREADABLE, "unreadable")		/* too few cells, no money, no time, no serial */ \
	X(PAYMENT_NO_SLIP, "no_slip")			/* there is no such bill */ \
	X(PAYMENT_WRONG_AMOUNT, "wrong_amount")		/* more or less than the bill: nothing is taken as paid */ \
	X(PAYMENT_PAID, "paid_already")			\
	X(PAYMENT_NOT_OWED, "not_owed")			/* waived or cancelled */ \
	X(PAYMENT_CASE_ENDED, "case_ended")		\
	X(PAYMENT_SERIAL, "serial_reused")		/* a serial that came before with another row */

enum payment_fault { PAYMENT_FAULTS(NAMES_CONSTANT) PAYMENT_FAULT_COUNT };

const char *payment_fault_name(enum payment_fault);
/* found: there is a bill of that slip, in this state and of this amount. */
enum payment_fault payment_judge(bool found, enum bill_state, fen owed, fen paid);

#endif
