/*
 * session.c - the cookies of a visitor, and whose session it is.
 *
 * A session is a 256-bit token in a cookie; the database holds its SHA-256.
 * A form's token is a MAC over that cookie (or, at the door, over a cookie
 * that stands for nobody), so it is good for one visitor only and needs no
 * store.
 */
#include "fcgi/worker/inside.h"

#include "base/room.h"
#include "base/text.h"
#include "generated/queries/worker.h"

#include <string.h>

/* A staff session rests after 30 minutes, an applicant's after two hours; in a hall, where the next one waits behind,
 * after the minute of the kiosk and a little for the way. */
#define IDLE_STAFF	(30 * MINUTE)
#define IDLE_PUBLIC	(2 * HOUR)
#define IDLE_KIOSK	(90 * SECOND)
#define SEEN_KIOSK	(10 * SECOND)
#define CLOCK_SET	(5 * MINUTE)	/* a clock that is set right may go back so far */
enum { KIOSK_SESSION_S = 1800, KIOSK_COOKIE_S = 10 * 365 * 86400 };

const char *
session_cookie_name(const struct request *rq)
{
	return rq->config->cookie_secure ? "__Host-yimen" : "yimen";
}

static const char *
door_cookie_name(const struct request *rq)
{
	return rq->config->cookie_secure ? "__Host-yimen-door" : "yimen-door";
}

static const char *
kiosk_cookie_name(const struct request *rq)
{
	return rq->config->cookie_secure ? "__Host-yimen-kiosk" : "yimen-kiosk";
}

/* The value of a cookie, NULL without one.  A name given twice is taken at its first. */
static const char *
cookie_value(struct request *rq, const char *name)
{
	const char *at = rq->inside->in.cookie;
	size_t name_bytes = strlen(name);

	while (at != NULL && *at != '\0') {
		size_t bytes;

		at += strspn(at, " \t");
		bytes = strcspn(at, ";");
		if (bytes > name_bytes && at[name_bytes] == '=' && memcmp(at, name, name_bytes) == 0)
			return arena_text_n(rq->arena, at + name_bytes + 1, bytes - name_bytes - 1);
		at += bytes + (at[bytes] == ';');
	}
	return NULL;
}

/* A token's cookie: 64 hex digits, else it is not ours. */
const char *
session_cookie_value(struct request *rq, const char *name)
{
	const char *value = cookie_value(rq, name);
	uint8_t bytes[32];

	return value != NULL && text_from_hex(value, bytes, sizeof(bytes)) ? value : NULL;
}

static const char *
look_among(const char *value, const char *const *values)
{
	for (; *values != NULL; values++)
		if (strcmp(value, *values) == 0)
			return *values;
	return "";
}

void
session_cookies(struct request *rq)
{
	static const char *const sizes[] = { "large", "larger", "largest", NULL };
	static const char *const grounds[] = { "paper", "green", "blue", "pink", "yellow", "grey", "dark", NULL };
	static const char *const languages[] = { "en", NULL };
	static const char *const cares[] = { "on", NULL };
	struct request_inside *in = rq->inside;
	uint8_t token[32];

	rq->language = *look_among(in->in.language, languages) != '\0' ? LANGUAGE_EN : LANGUAGE_ZH;
	in->care = *look_among(in->in.care, cares) != '\0';
	in->size = look_among(in->in.size, sizes);
	in->ground = look_among(in->in.background, grounds);
	in->session = session_cookie_value(rq, session_cookie_name(rq));
	in->door = session_cookie_value(rq, door_cookie_name(rq));
	in->kiosk = session_cookie_value(rq, kiosk_cookie_name(rq));
	if (in->session != NULL && text_from_hex(in->session, token, sizeof(token)))
		sha256_of(in->session_hash, token, sizeof(token));
}

void
session_cookie(struct request *rq, const char *name, const char *value, long long seconds, bool secret)
{
	struct text *to = rq->inside->cookies;

	text_format(to, "Set-Cookie: %s=%s; Path=/; SameSite=Lax", name, value);
	if (seconds >= 0)
		text_format(to, "; Max-Age=%lld", seconds);
	if (secret)
		text_add(to, "; HttpOnly");
	if (rq->config->cookie_secure)
		text_add(to, "; Secure");
	text_add(to, "\r\n");
}

void
page_preference(struct page *page, const char *name, const char *value)
{
	session_cookie(page_request(page), name, value, 365 * 24 * 3600, false);
}

static void
who_fill(struct request *rq, struct query *q)
{
	const char *kind = query_get(q, "kind");

	rq->who.kind = text_is(kind, "staff") ? WHO_STAFF : text_is(kind, "person") ? WHO_PERSON : WHO_ENTERPRISE;
	rq->who.account = (uint64_t)query_get_number(q, "account_id");
	rq->who.roles = rq->who.kind == WHO_STAFF ? roles_named(query_get(q, "roles")) & ALL_STAFF : APPLICANT;
	rq->who.name = rq->who.holder_name = query_get(q, "name");
	rq->who.person = rq->who.account;
	rq->who.rights = rq->who.kind == WHO_STAFF ? 0 : RIGHTS_ALL;
	rq->who.all_items = true;
	rq->who.organ = query_get(q, "organ_code");
	rq->who.organ_name = query_get(q, "organ_name");
	rq->who.area = query_get(q, "area_code");
	rq->inside->seen_at = query_get_instant(q, "seen_at");
	rq->inside->half = !text_is(query_get(q, "stage"), "full");
	rq->inside->acting.delegation = (uint64_t)query_get_number(q, "acts_for");
}

bool
session_load(struct request *rq)
{
	struct query *q;

	if (rq->inside->session == NULL)
		return true;
	q = query(rq, Q_SESSION_LOAD);
	query_bytes(q, "token_hash", rq->inside->session_hash, HASH_BYTES);
	query_instant(q, "now", rq->now);
	query_day(q, "today", rq->today);
	query_instant(q, "soon", instant_add(rq->now, CLOCK_SET));
	query_instant(q, "idle_staff", instant_add(rq->now, -IDLE_STAFF));
	query_instant(q, "idle_public", instant_add(rq->now, rq->inside->kiosk != NULL ? -IDLE_KIOSK : -IDLE_PUBLIC));
	if (query_next(q)) {
		who_fill(rq, q);
		acting_load(rq);
	}
	return db_failed(rq->db) == DB_FINE;
}

/* Once a minute is enough to know that a visitor is still there. */
void
session_seen(struct request *rq)
{
	struct query *q;

	if (rq->who.account == 0 || rq->now - rq->inside->seen_at < (rq->inside->kiosk != NULL ? SEEN_KIOSK : MINUTE))
		return;
	if (!room_left(rq->config))
		return;
	q = query(rq, Q_SESSION_SEEN);
	query_bytes(q, "token_hash", rq->inside->session_hash, HASH_BYTES);
	query_instant(q, "now", rq->now);
	query_run(q);
}

const char *
session_token(struct request *rq)
{
	struct request_inside *in = rq->inside;
	const char *of = rq->who.account != 0 ? in->session : in->door;
	uint8_t key[KEY_BYTES], mac[HASH_BYTES];
	struct text hex;
	const char *token;

	if (of == NULL)
		return "";
	key_for(key, in->key, "token");
	if (in->acting.delegation != 0)		/* a form belongs to whom it was shown for: a switch in another tab spends it */
		of = arena_format(rq->arena, "%s for %llu", of, (unsigned long long)in->acting.delegation);
	mac_of(mac, key, of, strlen(of));
	text_init(&hex);
	text_add_hex(&hex, mac, 16);
	token = arena_text(rq->arena, hex.start);
	text_free(&hex);
	return token;
}

bool
session_token_right(struct request *rq)
{
	const char *given = form_get(rq, "token"), *right = session_token(rq);

	return *right != '\0' && strlen(given) == strlen(right) && bytes_equal(given, right, strlen(right));
}

/* A browser says where a form came from; what comes from another site is not ours. */
bool
session_origin_right(const struct request *rq)
{
	const struct incoming *in = &rq->inside->in;
	const char *host;

	if (*in->fetch_site != '\0' && !text_is(in->fetch_site, "same-origin") && !text_is(in->fetch_site, "none"))
		return false;
	if (*in->origin == '\0')
		return true;
	if ((host = strstr(in->origin, "://")) == NULL)
		return false;			/* "null" among them */
	return text_is(host + 3, in->host);
}

void
request_set_session(struct request *rq, const uint8_t token[32], long long seconds)
{
	struct text hex;

	text_init(&hex);
	text_add_hex(&hex, token, 32);
	if (rq->inside->kiosk != NULL && seconds > KIOSK_SESSION_S)
		seconds = KIOSK_SESSION_S;
	session_cookie(rq, session_cookie_name(rq), hex.start, seconds, true);
	session_cookie(rq, door_cookie_name(rq), "", 0, true);
	text_free(&hex);
}

void
request_drop_session(struct request *rq)
{
	session_cookie(rq, session_cookie_name(rq), "", 0, true);
}

const uint8_t *
request_session_hash(const struct request *rq)
{
	return rq->inside->session == NULL ? NULL : rq->inside->session_hash;
}

/* Gives a visitor without a session something a form token can be bound to. */
void
session_door(struct request *rq)
{
	uint8_t token[32];
	struct text hex;

	if (rq->inside->door != NULL || rq->who.account != 0)
		return;
	random_bytes(token, sizeof(token));
	text_init(&hex);
	text_add_hex(&hex, token, sizeof(token));
	rq->inside->door = arena_text(rq->arena, hex.start);
	session_cookie(rq, door_cookie_name(rq), rq->inside->door, -1, true);
	text_free(&hex);
}

/* ---- kiosks ---- */

const uint8_t *
request_kiosk_hash(struct request *rq)
{
	uint8_t token[32], *hash;

	if (rq->inside->kiosk == NULL || !text_from_hex(rq->inside->kiosk, token, sizeof(token)))
		return NULL;
	hash = arena_get(rq->arena, HASH_BYTES);
	sha256_of(hash, token, sizeof(token));
	return hash;
}

void
request_set_kiosk(struct request *rq, const char *token)
{
	session_cookie(rq, kiosk_cookie_name(rq), token, KIOSK_COOKIE_S, true);
}

void
request_wipe(struct request *rq)
{
	static const char *const looks[] = { "language", "care", "size", "background" };

	request_drop_session(rq);
	session_cookie(rq, door_cookie_name(rq), "", 0, true);
	for (size_t i = 0; i < sizeof(looks) / sizeof(looks[0]); i++)
		session_cookie(rq, looks[i], "", 0, false);
	/* Not "cookies": that of the kiosk stays. */
	text_add(rq->inside->cookies, "Clear-Site-Data: \"cache\", \"storage\"\r\n");
}
