/*
 * people.c - adding a colleague, a new password, a new second factor.
 *
 * Secrets are printed once, on stdout, and kept nowhere else: passwords only
 * as argon2id hashes.  The second factor is TOTP (RFC 6238): SHA-1, 6 digits,
 * 30 seconds, the form every authenticator app knows.
 */
#include "ctl/people.h"
#include "ctl/ctl.h"

#include "base/dictionary.h"
#include "base/log.h"
#include "base/random.h"
#include "base/text.h"
#include "generated/queries/ctl.h"
#include "rules/code.h"
#include "rules/identity.h"
#include "rules/password.h"
#include "rules/steps.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <liboath/oath.h>
#include <sodium.h>

enum { PASSWORD_LEAST = 10, PASSWORD_MOST = 200, PASSWORD_MADE = 16 };

void
password_hash(const char *password, char hash[PASSWORD_HASH])
{
	_Static_assert(PASSWORD_HASH >= crypto_pwhash_STRBYTES, "the hash fits");

	if (crypto_pwhash_str(hash, password, strlen(password), crypto_pwhash_OPSLIMIT_INTERACTIVE,
	    crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
		log_fatal("out-of-memory", "where", "password", NULL);
}

const char *
roles_complaint(struct arena *arena, const char *roles)
{
	char *list = arena_text(arena, roles), *rest = NULL;
	unsigned held = 0, one;

	for (char *name = strtok_r(list, ",", &rest); name; name = strtok_r(NULL, ",", &rest)) {
		one = role_named(name);
		if (one == 0 || one == ROLE_APPLICANT || one == ROLE_CLOCK)
			return arena_format(arena, "no colleague has the role \"%s\"", name);
		held |= one;
	}
	if (roles_conflict(held))
		return "no one may hold two of the administrators' roles";
	return NULL;
}

static void
roles_add(struct db *db, struct arena *arena, uint64_t account, const char *roles)
{
	char *list = arena_text(arena, roles), *rest = NULL;
	struct query *q;

	for (char *name = strtok_r(list, ",", &rest); name; name = strtok_r(NULL, ",", &rest)) {
		q = query_new(db, arena, Q_ACCOUNT_ROLE_ADD);
		query_number(q, "account", (long long)account);
		query_text(q, "role", name);
		query_run(q);
	}
}

static void
secret_set(struct db *db, struct arena *arena, uint64_t account, const char *hash, const uint8_t *totp_secret)
{
	struct query *q = query_new(db, arena, Q_SECRET_SET);

	query_number(q, "account", (long long)account);
	query_text(q, "hash", hash);
	if (totp_secret)
		query_bytes(q, "totp_secret", totp_secret, TOTP_SECRET_BYTES);
	else
		query_null(q, "totp_secret");
	query_run(q);
}

uint64_t
person_add(struct db *db, struct arena *arena, const struct person *p, instant now)
{
	struct query *q = query_new(db, arena, Q_ACCOUNT_ADD);
	uint64_t id;

	query_text(q, "kind", p->kind);
	query_text(q, "login", p->login);
	query_text(q, "name", p->name);
	query_text(q, "id_kind", p->id_kind);
	query_text(q, "id_number", p->id_number);
	query_text(q, "legal_name", p->legal_name);
	query_text(q, "phone", p->phone);
	query_text(q, "address", p->address);
	query_text(q, "organ", p->organ);
	query_text(q, "area", p->area);
	query_number(q, "disabled", p->disabled);
	query_instant(q, "now", now);
	if (query_run(q) != 1)
		return 0;
	id = query_id(q);
	roles_add(db, arena, id, p->roles);
	secret_set(db, arena, id, p->password_hash, p->totp_secret);
	return id;
}

/* A password of letters and digits that are not mistaken for each other: 16 of 32, 80 bits. */
static void
password_make(char password[PASSWORD_MADE + 1])
{
	static const char letters[] = "abcdefghjkmnpqrstuvwxyz23456789A";

	for (size_t i = 0; i < PASSWORD_MADE; i++)
		password[i] = letters[random_below(sizeof(letters) - 1)];
	password[PASSWORD_MADE] = '\0';
}

/* Words of the house that no password is made of, as the door asks for them. */
static const char *
house_words(struct ctl *ctl)
{
	const char *words = "";
	struct query *q;

	if (!db_begin(ctl->db, true))
		return "";
	q = query_new(ctl->db, ctl->arena, Q_SETTING_LOAD);
	query_text(q, "name", "password.words");
	if (query_next(q))
		words = query_get(q, "value");
	db_commit(ctl->db);
	return words;
}

/* Why nobody gets this password; NULL. */
static const char *
password_complaint(struct ctl *ctl, const char *password, const char *login)
{
	if (strlen(password) < PASSWORD_LEAST || strlen(password) > PASSWORD_MOST)
		return arena_format(ctl->arena, "a password has %d to %d bytes", PASSWORD_LEAST, PASSWORD_MOST);
	if (!dictionary_ready())
		return "there is no dictionary in " DICTIONARY_FOLDER ": run update-cracklib";
	if (password_common(password, house_words(ctl)) || dictionary_holds(password, login))
		return "this password is one of those that are tried first; choose a few unrelated words";
	return NULL;
}

/* The first line of stdin, or a password made here when stdin is a terminal or empty; *made tells which. */
static const char *
password_take(struct ctl *ctl, const char *login, bool *made)
{
	const char *complaint;
	char line[PASSWORD_MOST + 2], own[PASSWORD_MADE + 1];

	*made = isatty(STDIN_FILENO) || !fgets(line, sizeof(line), stdin);
	if (*made) {
		password_make(own);
		return arena_text(ctl->arena, own);
	}
	line[strcspn(line, "\r\n")] = '\0';
	if ((complaint = password_complaint(ctl, line, login)) != NULL) {
		ctl_fail("%s", complaint);
		return NULL;
	}
	return arena_text(ctl->arena, line);
}

/* What an authenticator app reads: the secret in base 32. */
static void
totp_print(const char *login, const uint8_t *secret)
{
	char *base32;

	if (oath_base32_encode((const char *)secret, TOTP_SECRET_BYTES, &base32, NULL) != OATH_OK)
		log_fatal("out-of-memory", "where", "second factor", NULL);
	base32[strcspn(base32, "=")] = '\0';
	printf("second factor: otpauth://totp/yimen:%s?secret=%s&issuer=yimen\n", login, base32);
	explicit_bzero(base32, strlen(base32));
	free(base32);
}

struct adding {
	struct ctl *ctl;
	struct person person;
};

static bool
organ_known(struct db *db, struct arena *arena, const char *organ)
{
	struct query *q = query_new(db, arena, Q_ORGAN_EXISTS);

	query_text(q, "organ", organ);
	return query_next(q);
}

static bool
adduser_add(struct db *db, void *arg)
{
	struct adding *a = arg;

	if (!organ_known(db, a->ctl->arena, a->person.organ)) {
		if (db_failed(db) == DB_FINE)
			ctl_fail("there is no organ %s", a->person.organ);
		return false;
	}
	if (person_add(db, a->ctl->arena, &a->person, a->ctl->now) == 0) {
		if (db_failed(db) == DB_FINE)
			ctl_fail("the login %s is taken", a->person.login);
		return false;
	}
	return true;
}

static bool
adduser_options(struct ctl *ctl, struct person *p, int argc, char **argv)
{
	static const struct option options[] = {
		{ "login", required_argument, NULL, 'l' }, { "name", required_argument, NULL, 'n' },
		{ "organ", required_argument, NULL, 'o' }, { "area", required_argument, NULL, 'a' },
		{ "role", required_argument, NULL, 'r' }, { NULL, 0, NULL, 0 }
	};
	int option;

	*p = (struct person){ .kind = "staff", .id_kind = "", .legal_name = "", .phone = "", .address = "",
	    .roles = "" };
	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option == 'l')
			p->login = optarg;
		else if (option == 'n')
			p->name = optarg;
		else if (option == 'o')
			p->organ = optarg;
		else if (option == 'a')
			p->area = optarg;
		else if (option == 'r')
			p->roles = arena_format(ctl->arena, "%s%s%s", p->roles, *p->roles ? "," : "", optarg);
		else
			return false;
	}
	return optind == argc && p->login && p->name && p->organ && *p->roles;
}

int
verb_adduser(struct ctl *ctl, int argc, char **argv)
{
	struct adding adding = { .ctl = ctl };
	struct person *p = &adding.person;
	uint8_t secret[TOTP_SECRET_BYTES];
	char hash[PASSWORD_HASH];
	const char *password, *complaint;
	bool made;
	int status;

	if (!adduser_options(ctl, p, argc, argv))
		return CTL_USAGE;
	if (!login_of_house(p->login))
		return ctl_fail("the login of a colleague begins with a letter");	/* others are sealed as mobile numbers */
	complaint = roles_complaint(ctl->arena, p->roles);
	if (complaint)
		return ctl_fail("%s", complaint);
	if (p->area && division_level(p->area) == DIVISION_NONE)
		return ctl_fail("%s is no division", p->area);
	password = password_take(ctl, p->login, &made);
	if (!password)
		return CTL_FAILED;
	password_hash(password, hash);
	random_bytes(secret, sizeof(secret));
	p->password_hash = hash;
	p->totp_secret = secret;
	status = ctl_transaction(ctl, "adduser", adduser_add, &adding);
	if (status != CTL_FINE)
		return status;
	printf("%s may sign in\n", p->login);
	if (made)
		printf("password: %s\n", password);
	totp_print(p->login, secret);
	return CTL_FINE;
}

struct change {
	struct ctl *ctl;
	const char *login;
	const char *hash;		/* a new password, or NULL */
	const uint8_t *secret;		/* a new second factor, or NULL */
};

/* Whoever had the old secret is signed out. */
static bool
secret_change(struct db *db, void *arg)
{
	const struct change *c = arg;
	struct query *q = query_new(db, c->ctl->arena, Q_ACCOUNT_LOAD);
	uint64_t id;

	query_text(q, "login", c->login);
	if (!query_next(q)) {
		if (db_failed(db) == DB_FINE)
			ctl_fail("there is no account %s", c->login);
		return false;
	}
	id = (uint64_t)query_get_number(q, "id");
	if (c->hash)
		secret_set(db, c->ctl->arena, id, c->hash, NULL);
	if (c->secret) {
		q = query_new(db, c->ctl->arena, Q_TOTP_SET);
		query_bytes(q, "totp_secret", c->secret, TOTP_SECRET_BYTES);
		query_number(q, "account", (long long)id);
		query_run(q);
	}
	q = query_new(db, c->ctl->arena, Q_SESSIONS_END);
	query_number(q, "account", (long long)id);
	query_run(q);
	return true;
}

int
verb_passwd(struct ctl *ctl, int argc, char **argv)
{
	struct change change = { .ctl = ctl };
	char hash[PASSWORD_HASH];
	const char *password;
	bool made;
	int status;

	if (argc != 2)
		return CTL_USAGE;
	change.login = argv[1];
	password = password_take(ctl, change.login, &made);
	if (!password)
		return CTL_FAILED;
	password_hash(password, hash);
	change.hash = hash;
	status = ctl_transaction(ctl, "passwd", secret_change, &change);
	if (status == CTL_FINE && made)
		printf("password: %s\n", password);
	return status;
}

/* The current code: only in the sample city, where the secret is known to all anyway. */
static int
totp_now(struct ctl *ctl, const char *login)
{
	struct query *q;
	const char *secret;
	char code[8];
	size_t bytes = 0;
	bool sample;

	if (!db_begin(ctl->db, true))
		return ctl_fail_db("totp", ctl->db);
	q = query_new(ctl->db, ctl->arena, Q_SETTING_LOAD);
	query_text(q, "name", "ctl.sample");
	sample = query_next(q) && text_is(query_get(q, "value"), "yes");
	q = query_new(ctl->db, ctl->arena, Q_ACCOUNT_LOAD);
	query_text(q, "login", login);
	secret = query_next(q) ? query_get_at(q, query_columns(q) - 1, &bytes) : NULL;
	if (!db_commit(ctl->db))
		return ctl_fail_db("totp", ctl->db);
	if (!sample)
		return ctl_fail("codes are shown for the sample city only; --new makes a new second factor");
	if (!secret || bytes == 0)
		return ctl_fail("there is no account %s with a second factor", login);
	if (oath_totp_generate(secret, bytes, (time_t)(ctl->now / SECOND), OATH_TOTP_DEFAULT_TIME_STEP_SIZE,
	    OATH_TOTP_DEFAULT_START_TIME, 6, code) != OATH_OK)
		return ctl_fail("the code could not be made");
	puts(code);
	return CTL_FINE;
}

int
verb_totp(struct ctl *ctl, int argc, char **argv)
{
	struct change change = { .ctl = ctl };
	uint8_t secret[TOTP_SECRET_BYTES];
	int status;

	if (argc < 2 || argc > 3 || (argc == 3 && !text_is(argv[2], "--new")))
		return CTL_USAGE;
	if (oath_init() != OATH_OK)
		return ctl_fail("liboath does not start");
	if (argc == 2)
		return totp_now(ctl, argv[1]);
	random_bytes(secret, sizeof(secret));
	change.login = argv[1];
	change.secret = secret;
	status = ctl_transaction(ctl, "totp", secret_change, &change);
	if (status == CTL_FINE)
		totp_print(change.login, secret);
	return status;
}
