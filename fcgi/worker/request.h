/*
 * request.h - who, what and when, as a handler sees it.
 *
 * Handlers never see FCGI, headers, cookies, transactions or free.  All
 * memory comes from the arena, which ends with the request.
 */
#ifndef WORKER_REQUEST_H
#define WORKER_REQUEST_H

#include "base/arena.h"
#include "base/config.h"
#include "base/db.h"
#include "rules/calendar.h"
#include "rules/day.h"
#include "rules/delegation.h"
#include "rules/reach.h"

#include <stdbool.h>
#include <stdint.h>

enum who_kind { WHO_NOBODY, WHO_PERSON, WHO_ENTERPRISE, WHO_STAFF };
enum language { LANGUAGE_ZH, LANGUAGE_EN };

/*
 * Who asks.  A person may act for another who gave him the right (rules/delegation.h); on pages that say by a ROUTE_FOR_
 * flag which right they use, account, kind and holder_name are then the holder's, so that a query that binds account is
 * right without knowing of it, and name says both, so that what is written down does.  On all other pages he is himself.
 */
struct who {
	enum who_kind kind;		/* the holder's */
	uint64_t account;		/* the holder: whose cases, drafts, messages these are; 0: nobody */
	unsigned roles;			/* bits of rules/steps.h */
	const char *name;		/* who acts, as records keep it: 林晓雨, or 林晓雨（代 云川山味食品有限公司） */
	uint64_t person;		/* the human being at the keyboard: account, but for who acts for another */
	const char *holder_name;	/* whose space this is: name, but for who acts for another */
	uint64_t delegation;		/* under which he acts for another; 0: for himself */
	unsigned rights;		/* bits of rules/delegation.h; all of them for himself */
	bool all_items;			/* false: lists show only items of delegation_items */
	const char *organ;		/* staff: code, else "" */
	const char *organ_name;
	const char *area;		/* staff: division code, "" for applicants */
};

#define WHO_NOT_KNOWN	((struct who){ .name = "", .holder_name = "", .organ = "", .organ_name = "", .area = "" })

struct request {
	struct arena *arena;
	struct db *db;
	const struct config *config;
	const struct route *route;
	instant now;
	struct day today;
	struct who who;
	enum language language;
	const char *path;		/* decoded */
	const char *query;		/* raw, without the ? */
	const char *address;		/* of the client, as the owner of an account is shown it; tries are counted by request_from */
	const char *id;			/* of this request, in logs and on error pages */
	struct request_inside *inside;	/* the loop's own; handlers leave it alone */
};

struct query *query(struct request *, const struct statement *);
/* A column in the visitor's language: COLUMN_en for those who read English, where it is known in it; the statement has both. */
const char *query_said(const struct request *, const struct query *, const char *column);

/* The part of the path called name in the route; never NULL for a name the route has. */
const char *request_part(const struct request *, const char *name);
long long request_part_number(const struct request *, const char *name);

/* The working-day calendar in force today, or a past version (for dates already fixed); kept in the worker. */
const struct calendar *request_calendar(struct request *);
const struct calendar *request_calendar_version(struct request *, unsigned version);

/* The version of what the public sees of catalogue and documents; -1 when the machine fails.  What is made of it may be kept
 * in the worker until it moves.  For nobody in particular it is asked for at most every twenty milliseconds. */
long long catalogue_version(struct request *);

/* What the areas are LIKE whose matter this colleague is shown (rules/reach.h): "9901%"; nothing is LIKE "". */
const char *request_reach(const struct request *, enum matter);
/* Whether that is every area with an administrator: what belongs to no area - settings, the calendar - is kept by these alone. */
bool request_whole(struct request *, enum matter);

/* The network tries are counted by: an IPv4 address, or the first half of an IPv6 one, of which a household has 2^64. */
const char *request_from(struct request *);
/* What was typed, as a subject of tries: its blind index, for it may be somebody's number. */
const char *request_typed(struct request *, const char *typed);
/* The row of throttles in which the tries of a subject are counted. */
const char *request_bucket(struct request *, const char *what, const char *subject);
/* Counts a try; true while there are at most `most` in the window.  In ROUTE_LOOSE routes each try counts, whatever
 * becomes of it; within a transaction only what was done (accounts opened from one address). */
bool request_try(struct request *, const char *what, const char *subject, long long most, instant window);

/* Until the handler is done, no other child of this program is alone with the bucket; false: others were for half a second.
 * For what is compared first and counted when it was wrong, in ROUTE_LOOSE routes: there a count stands at once. */
bool request_alone(struct request *, const char *bucket);

/* What a REPLY_TOO_MANY tells as Retry-After; ten seconds without. */
void request_retry_after(struct request *, long long seconds);

/* Sign-in and sign-out: the cookie of the door (yimen-signin only). */
void request_set_session(struct request *, const uint8_t token[32], long long seconds);
void request_drop_session(struct request *);
/* The name of this browser, where this account came in by it within the last half year; NULL where it did not. */
const char *request_device(struct request *, uint64_t account);
void request_set_device(struct request *, uint64_t account);
/* A machine in a hall: SHA-256 of its cookie's token, NULL where the visitor brings no such cookie. */
const uint8_t *request_kiosk_hash(struct request *);
void request_set_kiosk(struct request *, const char *token);
/* The visitor's session, tokens and preferences, and what the browser keeps of this site, are gone with this answer; the
 * cookie of a kiosk stays. */
void request_wipe(struct request *);
/* SHA-256 of the visitor's session token, as stored in sessions.token_hash; NULL without one. */
const uint8_t *request_session_hash(const struct request *);

/* A key of this purpose, derived from the machine's key file: 32 bytes. */
void request_key(const struct request *, const char *purpose, uint8_t key[32]);
/* The address when it is a path of this site (one slash, then no second one and no backslash), else the other. */
const char *request_own_path(const char *address, const char *otherwise);
/* The address of this site as printed in QR codes: config site_address, or the Host asked for. */
const char *request_site(const struct request *);

#endif
