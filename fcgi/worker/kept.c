/*
 * kept.c - what a worker keeps between requests: anonymous pages, settings, calendars.
 *
 * Kept pages are dropped when the catalogue's version moves or the day ends.
 * The version is asked for at most every twenty milliseconds: a change is seen
 * at once by anybody who can tell, and under a rush the database has one small
 * query for many pages.  The store is bounded: when it is full it begins anew.
 */
#include "fcgi/worker/inside.h"

#include "base/log.h"
#include "base/text.h"
#include "generated/queries/worker.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SLOTS = 1024, CALENDARS_MOST = 8, ASKED_MS = 20 };

struct kept {
	char *key;
	char *bytes;
	size_t count;
};

static struct kept slots[SLOTS];
static size_t kept_bytes;
static long long kept_version = -1;
static struct day kept_on;

static const char *
kept_key(struct request *rq)
{
	struct request_inside *in = rq->inside;

	/* A decoded path may hold a ? of its own: its length keeps it apart from the query. */
	return arena_format(rq->arena, "%d%d%s,%s %s %zu%s?%s", rq->language, in->care, in->size, in->ground,
	    request_site(rq), strlen(rq->path), rq->path, rq->query);
}

/* FNV-1a: keys are short and come from nobody who gains by a collision (one slot, one page lost). */
static struct kept *
kept_slot(const char *key)
{
	uint32_t hash = 2166136261u;

	for (; *key != '\0'; key++)
		hash = (hash ^ (unsigned char)*key) * 16777619u;
	return &slots[hash % SLOTS];
}

static void
slot_drop(struct kept *slot)
{
	if (slot->key == NULL)
		return;
	kept_bytes -= slot->count;
	free(slot->key);
	free(slot->bytes);
	*slot = (struct kept){ NULL, NULL, 0 };
}

static void
kept_drop_all(void)
{
	for (size_t i = 0; i < SLOTS; i++)
		slot_drop(&slots[i]);
}

/*
 * Is this page the same for everybody who asks for it?  A session, the cookie
 * of the door (forms then carry its token) or a cookie to set make it one
 * person's; so does a done= notice, said once to one.
 */
bool
page_for_all(const struct request *rq)
{
	const struct request_inside *in = rq->inside;

	return rq->route != NULL && rq->route->method == GET && rq->route->who == ANYONE &&
	    (rq->route->flags & ROUTE_DOOR) == 0 && rq->who.account == 0 && in->session == NULL && in->door == NULL && in->kiosk == NULL &&
	    in->cookies->bytes == 0 && *form_get(rq, "done") == '\0';
}

/* Whether the version was asked for within twenty milliseconds.  By the machine's own clock: a test's may stand still. */
static bool
asked_just_now(void)
{
	static long long asked_at;
	struct timespec now;
	long long ms;

	clock_gettime(CLOCK_MONOTONIC, &now);
	ms = now.tv_sec * 1000LL + now.tv_nsec / 1000000;
	if (ms - asked_at < ASKED_MS)
		return true;
	asked_at = ms;
	return false;
}

/* A person is told what is in force now; nobody in particular what was twenty milliseconds ago. */
long long
catalogue_version(struct request *rq)
{
	static long long version = -1;
	struct query *q;
	bool lately = asked_just_now();

	if (lately && version >= 0 && rq->who.account == 0)
		return version;
	q = query(rq, Q_CATALOGUE_VERSION);
	version = query_next(q) ? query_get_number(q, "version") : -1;
	return version;
}

/* Drops what is kept when it is no longer in force; false when the machine fails. */
static bool
kept_check(struct request *rq)
{
	long long version = catalogue_version(rq);

	if (version < 0) {
		kept_drop_all();
		return false;
	}
	if (version != kept_version || !day_same(rq->today, kept_on)) {
		kept_drop_all();
		kept_version = version;
		kept_on = rq->today;
	}
	return true;
}

bool
kept_find(struct request *rq, struct text *to)
{
	struct kept *slot;
	const char *key;

	if (rq->config->kept_pages_bytes == 0 || !kept_check(rq))
		return false;
	key = kept_key(rq);
	slot = kept_slot(key);
	if (slot->key == NULL || strcmp(slot->key, key) != 0)
		return false;
	text_add_n(to, slot->bytes, slot->count);
	return true;
}

void
kept_add(struct request *rq, const char *bytes, size_t n)
{
	const char *key = kept_key(rq);
	struct kept *slot = kept_slot(key);

	if (rq->config->kept_pages_bytes == 0 || n > (size_t)rq->config->kept_pages_bytes / 8)
		return;
	slot_drop(slot);
	if (kept_bytes + n > (size_t)rq->config->kept_pages_bytes)
		kept_drop_all();
	slot->key = memory_get(strlen(key) + 1);
	memcpy(slot->key, key, strlen(key) + 1);
	slot->bytes = memory_get(n);
	memcpy(slot->bytes, bytes, n);
	slot->count = n;
	kept_bytes += n;
}

/* The site's own words are read at the first request and every ten seconds; pages with other words are dropped. */
void
kept_settings(struct request *rq)
{
	static instant read_at = INSTANT_NONE;
	struct query *q;
	bool any = false, changed = false;

	if (read_at != INSTANT_NONE && rq->now >= read_at && rq->now - read_at < 10 * SECOND)
		return;
	q = query(rq, Q_SITE_SETTINGS);
	while (query_next(q)) {
		changed = page_site(query_get(q, "name"), query_get(q, "value")) || changed;
		any = true;
	}
	if (changed)
		kept_drop_all();
	if (any || db_failed(rq->db) == DB_FINE)
		read_at = rq->now;
}

/* ---- calendars ---- */

static struct calendar *calendars[CALENDARS_MOST];
static size_t calendars_kept;

static struct calendar *
calendar_load(struct request *rq, unsigned version)
{
	struct query *q = query(rq, Q_CALENDAR_LOAD);
	struct calendar_exception *rows = NULL;
	struct calendar *calendar;
	size_t n = 0;

	query_number(q, "version", version);
	if (!query_next(q))
		return NULL;
	calendar = memory_get(sizeof(*calendar));
	*calendar = (struct calendar){ .version = (int)version, .first = query_get_day(q, "first_on"),
	    .last = query_get_day(q, "last_on") };
	q = query(rq, Q_CALENDAR_DAYS);
	query_number(q, "version", version);
	while (query_next(q)) {
		if (n % 64 == 0)
			rows = memory_more(rows, (n + 64) * sizeof(*rows));
		rows[n++] = (struct calendar_exception){ .on = query_get_day(q, "day_on"),
		    .kind = query_get_number(q, "works") ? CALENDAR_WORK : CALENDAR_OFF,
		    .notice_year = (int)query_get_number(q, "notice_year"), .since = 1 };
	}
	calendar->rows = rows;
	calendar->count = n;
	if (db_failed(rq->db) == DB_FINE)
		return calendar;
	free(rows);
	free(calendar);
	return NULL;
}

const struct calendar *
request_calendar_version(struct request *rq, unsigned version)
{
	struct calendar *calendar;

	for (size_t i = 0; i < calendars_kept; i++)
		if (calendars[i]->version == (int)version)
			return calendars[i];
	if ((calendar = calendar_load(rq, version)) == NULL)
		return &calendar_state;		/* sticky failure, or a version unknown here: what the State Council said */
	if (calendars_kept == CALENDARS_MOST) {
		free((void *)(uintptr_t)calendars[0]->rows);
		free(calendars[0]);
		memmove(calendars, calendars + 1, sizeof(calendars) - sizeof(calendars[0]));
		calendars_kept--;
	}
	return calendars[calendars_kept++] = calendar;
}

const struct calendar *
request_calendar(struct request *rq)
{
	struct query *q;

	if (rq->inside->calendar != 0)		/* asked once a request: a list judges each of its rows */
		return request_calendar_version(rq, rq->inside->calendar);
	q = query(rq, Q_CALENDAR_LATEST);
	if (!query_next(q))
		return &calendar_state;
	rq->inside->calendar = (unsigned)query_get_number(q, "version");
	return request_calendar_version(rq, rq->inside->calendar);
}
