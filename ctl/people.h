/*
 * people.h - accounts and their secrets, as yimenctl makes them.
 */
#ifndef CTL_PEOPLE_H
#define CTL_PEOPLE_H

#include "base/arena.h"
#include "base/db.h"
#include "rules/day.h"

#include <stdbool.h>
#include <stdint.h>

enum { TOTP_SECRET_BYTES = 20, PASSWORD_HASH = 128 };

struct person {
	const char *kind;		/* person, enterprise, staff */
	const char *login, *name;
	const char *id_kind, *id_number;	/* NULL number: none */
	const char *legal_name, *phone, *address;
	const char *organ, *area;	/* staff; NULL: none */
	const char *roles;		/* names, commas between; "" for none */
	bool disabled;
	const char *password_hash;
	const uint8_t *totp_secret;	/* NULL: none */
};

/* Adds an account with its roles and secrets, within a transaction.  0 when the login or number is taken, or the
 * database failed. */
uint64_t person_add(struct db *, struct arena *, const struct person *, instant now);

/* NULL when every name in a list is a role of colleagues and they may be held together; else what is wrong. */
const char *roles_complaint(struct arena *, const char *roles);

/* argon2id, by libsodium's own parameters for people who wait. */
void password_hash(const char *password, char hash[PASSWORD_HASH]);

#endif
