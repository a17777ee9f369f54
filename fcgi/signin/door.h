/*
 * door.h - what the pages of the door share: passwords, sessions, where to go afterwards.
 *
 * Not more than two passwords are hashed at once on a machine, whatever the
 * number of workers: a hash costs memory and time on purpose.  Who finds both
 * slots taken for a tenth of a second is asked to come again (429).
 */
#ifndef SIGNIN_DOOR_H
#define SIGNIN_DOOR_H

#include "base/random.h"
#include "fcgi/worker/form.h"
#include "fcgi/worker/page.h"
#include "fcgi/worker/request.h"
#include "rules/steps.h"

#include <stdbool.h>

enum {
	FAILURES_MOST = 5,		/* then the account is locked */
	ADDRESS_TRIES_MOST = 100	/* sign-ins from one address in ten minutes */
};
#define LOCKED_FOR		(15 * MINUTE)
#define SESSION_SECONDS		(12 * 3600)

enum password { PASSWORD_RIGHT, PASSWORD_WRONG, PASSWORD_BUSY };

void password_open(const struct config *);
/* hash NULL: nobody of that name; takes as long, and is wrong. */
enum password password_check(const char *hash, const char *password);
/* Whether field "password" is the own one, of a row with password_hash and locked_until: REPLY_PAGE when it is; else what to
 * reply, told beside the field, and counted. */
enum reply password_own(struct request *, struct page *, struct query *own);
/* The same of who is there, whose row is read for it. */
enum reply password_own_asked(struct request *, struct page *);
/* NULL: busy.  The hash lives in the arena. */
const char *password_hash(struct request *, const char *password);
bool password_aged(const struct request *, const char *hash);	/* made at another cost than today's */
/* Fields password_new and password_again: strong, without these texts about its owner, not among those that are tried first, and the same twice; otherwise the
 * errors are set. */
bool password_new_right(struct request *, struct page *, const char *login, const char *name, const char *number);
/* Whether a row's first column is this sum, compared in a time that tells nothing. */
bool door_sum_right(const struct query *row, const uint8_t sum[HASH_BYTES]);

/* Ends the visitor's session, if any, and begins a new one under a new token; how: of sign_ins.  One that is full makes
 * this browser known to the account. */
void session_begin(struct request *, uint64_t account, const char *stage, const char *how);
/*
 * Five failures shut an account for a quarter of an hour, to everybody but a browser in which its owner came in before:
 * that one has five failures of its own, so that whoever knows a login cannot keep its owner out.
 */
bool door_shut(struct request *, uint64_t account, struct query *row);	/* row: with locked_until */
void failure_count(struct request *, uint64_t account);		/* 0: nobody of that name */

/* The time step of the code of six digits in field "code" under this secret, 0 for a wrong one.  (second.c) */
uint64_t second_step(struct request *, const char *secret, size_t bytes);

/* Where who has just come in goes: next when it is an address of theirs, else their home. */
enum reply door_go(struct page *, const char *kind, unsigned roles, const char *next);
/* The same for who is in already. */
enum reply door_go_home(struct request *, struct page *);

#endif
