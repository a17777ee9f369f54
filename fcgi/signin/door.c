/* door.c - see door.h. */
#include "fcgi/signin/door.h"

#include "base/dictionary.h"
#include "base/log.h"
#include "base/text.h"
#include "generated/queries/signin.h"

#include "rules/password.h"

#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

enum { SLOTS = 2, SLOT_TRIES = 5, PASSWORD_KINDS_LEAST = 5 };

static int slots[SLOTS] = { -1, -1 };
static char nobody[crypto_pwhash_STRBYTES];	/* the right cost, and no password's hash */

/* ---- passwords ---- */

void
password_open(const struct config *config)
{
	char path[4096];

	if (!dictionary_ready())
		log_fatal("password", "cannot_read", DICTIONARY_FOLDER, NULL);
	for (size_t i = 0; i < SLOTS; i++) {
		snprintf(path, sizeof(path), "%s/hash.%zu", config->run_dir, i);
		slots[i] = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
		if (slots[i] < 0)
			log_fatal("password", "cannot_open", path, NULL);
	}
	snprintf(nobody, sizeof(nobody), "$argon2id$v=19$m=%lld,t=%lld,p=1$"
	    "c29tZWJvZHlfYXNrZWRfdQ$bm9ib2R5X2hhc190aGlzX3Bhc3N3b3JkX2F0X2FsbA",
	    config->password_memory_bytes / 1024, config->password_ops);
}

/* The lock belongs to the open file: each child opened its own, so two children never share one. */
static int
slot_take(void)
{
	static const struct timespec moment = { 0, 20 * 1000 * 1000 };

	for (int t = 0; t < SLOT_TRIES; t++) {
		for (size_t i = 0; i < SLOTS; i++)
			if (flock(slots[i], LOCK_EX | LOCK_NB) == 0)
				return slots[i];
		nanosleep(&moment, NULL);
	}
	log_warn("password", "busy", "both slots", NULL);
	return -1;
}

enum password
password_check(const char *hash, const char *password)
{
	int slot = slot_take();
	int right;

	if (slot < 0)
		return PASSWORD_BUSY;
	right = crypto_pwhash_str_verify(hash == NULL ? nobody : hash, password, strlen(password));
	flock(slot, LOCK_UN);
	return right == 0 && hash != NULL ? PASSWORD_RIGHT : PASSWORD_WRONG;
}

const char *
password_hash(struct request *rq, const char *password)
{
	char hash[crypto_pwhash_STRBYTES];
	int slot = slot_take(), made;

	if (slot < 0)
		return NULL;
	made = crypto_pwhash_str(hash, password, strlen(password), (unsigned long long)rq->config->password_ops,
	    (size_t)rq->config->password_memory_bytes);
	flock(slot, LOCK_UN);
	if (made != 0)
		log_fatal("password", "why", "no memory for a hash", NULL);
	return arena_text(rq->arena, hash);
}

bool
password_aged(const struct request *rq, const char *hash)
{
	return crypto_pwhash_str_needs_rehash(hash, (unsigned long long)rq->config->password_ops,
	    (size_t)rq->config->password_memory_bytes) != 0;
}

static bool
stands_in(const char *password, const char *what)
{
	return strlen(what) >= 4 && strcasestr(password, what) != NULL;
}

/* NULL, or the error's code: few different characters, or what everybody knows about its owner. */
static const char *
password_weak(const char *password, const char *login, const char *name, const char *number)
{
	bool seen[256] = { false };
	int kinds = 0;

	for (const unsigned char *c = (const unsigned char *)password; *c != '\0'; c++) {
		kinds += !seen[*c];
		seen[*c] = true;
	}
	if (kinds < PASSWORD_KINDS_LEAST || stands_in(password, login) || stands_in(password, name) ||
	    stands_in(password, number))
		return "weak_password";
	if (strlen(number) == 18 && stands_in(password, number + 10))
		return "weak_password";
	return NULL;
}

/* Tried first by whoever guesses: of common words, of the house's own (the setting password.words), or in the dictionary. */
static bool
password_guessed(struct request *rq, const char *password, const char *login)
{
	struct query *words = query(rq, Q_PASSWORD_WORDS);

	return password_common(password, query_next(words) ? query_get(words, "value") : "") || dictionary_holds(password, login);
}

bool
password_new_right(struct request *rq, struct page *page, const char *login, const char *name, const char *number)
{
	const char *fresh = form_get(rq, "password_new"), *weak = password_weak(fresh, login, name, number);
	bool same = text_is(fresh, form_get(rq, "password_again"));

	if (weak == NULL && password_guessed(rq, fresh, login))
		weak = "common_password";
	if (weak != NULL)
		form_error(page, "password_new", weak);
	if (!same)
		form_error(page, "password_again", "mismatch");
	return weak == NULL && same;
}

bool
door_sum_right(const struct query *row, const uint8_t sum[HASH_BYTES])
{
	size_t bytes;
	const char *stored = query_get_at(row, 0, &bytes);

	return bytes == HASH_BYTES && bytes_equal(stored, sum, HASH_BYTES);
}

/* ---- sessions ---- */

static const char *
address_kept(struct request *rq)
{
	return arena_text_n(rq->arena, rq->address, strnlen(rq->address, 45));
}

static void
sign_in_kept(struct request *rq, uint64_t account, const char *how)
{
	struct query *q;

	if (account == 0) {		/* nobody's is not kept, but takes as long */
		q = query(rq, Q_SIGN_IN_FAILED_UNKNOWN);
		query_instant(q, "now", rq->now);
		query_run(q);
		return;
	}
	q = query(rq, Q_SIGN_IN_ADD);
	query_number(q, "account", (long long)account);
	query_instant(q, "now", rq->now);
	query_text(q, "how", how);
	query_text(q, "address", address_kept(rq));
	query_run(q);
}

void
session_begin(struct request *rq, uint64_t account, const char *stage, const char *how)
{
	uint8_t token[32], hash[HASH_BYTES];
	struct query *q;

	if (request_session_hash(rq) != NULL) {
		q = query(rq, Q_SESSION_END);
		query_bytes(q, "token_hash", request_session_hash(rq), HASH_BYTES);
		query_run(q);
	}
	q = query(rq, Q_SESSIONS_END_EXPIRED);
	query_number(q, "account", (long long)account);
	query_instant(q, "now", rq->now);
	query_run(q);
	random_bytes(token, sizeof(token));
	sha256_of(hash, token, sizeof(token));
	q = query(rq, Q_SESSION_ADD);
	query_bytes(q, "token_hash", hash, sizeof(hash));
	query_number(q, "account", (long long)account);
	query_text(q, "stage", stage);
	query_instant(q, "now", rq->now);
	query_instant(q, "expires_at", instant_add(rq->now, SESSION_SECONDS * SECOND));
	query_text(q, "address", address_kept(rq));
	query_run(q);
	sign_in_kept(rq, account, how);
	request_set_session(rq, token, SESSION_SECONDS);
	if (text_is(stage, "full"))
		request_set_device(rq, account);
}

/* ---- failures ---- */

bool
door_shut(struct request *rq, uint64_t account, struct query *row)
{
	const char *device = request_device(rq, account);
	struct query *q;

	if (device == NULL)
		return !query_is_null(row, "locked_until") && query_get_instant(row, "locked_until") > rq->now;
	q = query(rq, Q_DEVICE_FAILURES);
	query_text(q, "bucket", request_bucket(rq, "device", device));
	query_instant(q, "since", instant_add(rq->now, -LOCKED_FOR));
	return query_next(q) && query_get_number(q, "tries") >= FAILURES_MOST;
}

void
failure_count(struct request *rq, uint64_t account)
{
	const char *device = account == 0 ? NULL : request_device(rq, account);
	struct query *q;

	if (device != NULL) {
		request_try(rq, "device", device, FAILURES_MOST, LOCKED_FOR);
		sign_in_kept(rq, account, "refused");
		return;
	}
	if (account == 0) {
		q = query(rq, Q_SIGN_IN_FAILED_UNKNOWN);
		query_instant(q, "now", rq->now);
	} else {
		q = query(rq, Q_SIGN_IN_FAILED);
		query_number(q, "account", (long long)account);
		query_number(q, "most", FAILURES_MOST);
		query_instant(q, "until", instant_add(rq->now, LOCKED_FOR));
	}
	query_run(q);
	sign_in_kept(rq, account, "refused");
}

enum reply
password_own(struct request *rq, struct page *page, struct query *own)
{
	if (door_shut(rq, rq->who.account, own)) {
		form_error(page, "password", "locked");
		return REPLY_INVALID;
	}
	switch (password_check(query_get(own, "password_hash"), form_get(rq, "password"))) {
	case PASSWORD_BUSY:
		return REPLY_TOO_MANY;
	case PASSWORD_WRONG:
		failure_count(rq, rq->who.account);
		form_error(page, "password", "wrong_password_own");
		return REPLY_INVALID;
	case PASSWORD_RIGHT:
		break;
	}
	return REPLY_PAGE;
}

enum reply
password_own_asked(struct request *rq, struct page *page)
{
	struct query *own = query(rq, Q_PASSWORD_LOAD);

	query_number(own, "account", (long long)rq->who.account);
	return query_next(own) ? password_own(rq, page, own) : REPLY_FORBIDDEN;
}

/* ---- where to ---- */

static bool
is_staff_address(const char *path)
{
	return text_starts(path, "/office") || text_starts(path, "/publish") || text_starts(path, "/watch") ||
	    text_starts(path, "/admin");
}

static bool
is_applicant_address(const char *path)
{
	return text_starts(path, "/my") || text_starts(path, "/applications") || text_ends(path, "/apply");
}

static const char *
home_of(bool staff, unsigned roles)
{
	if (!staff)
		return "/my/";
	if (roles & (ROLE_WEBMASTER | ROLE_EDITOR))
		return "/publish/";
	if ((roles & (ROLE_SUPERVISOR | ROLE_LEADER)) && !(roles & (ROLE_CLERK | ROLE_REVIEWER | ROLE_APPROVER)))
		return "/watch/";
	if (roles & (ROLE_SYSTEM_ADMIN | ROLE_SECURITY_ADMIN | ROLE_AUDITOR))
		return "/admin/";
	return "/office/";
}

enum reply
door_go(struct page *page, const char *kind, unsigned roles, const char *next)
{
	bool staff = text_is(kind, "staff");

	next = request_own_path(next, "");
	if (*next == '\0' || (staff ? is_applicant_address(next) : is_staff_address(next)))
		next = home_of(staff, roles);
	return page_go(page, next, NULL);
}

enum reply
door_go_home(struct request *rq, struct page *page)
{
	return door_go(page, rq->who.kind == WHO_STAFF ? "staff" : "", rq->who.roles, form_get(rq, "next"));
}
