/*
 * track.c - where is my case?  Asked by number and query code, without an account.
 *
 * A wrong code and a number that does not exist get the same answer.  Wrong
 * tries are counted by number (whether it exists or not) and by address;
 * beyond the count nobody is answered by either, not even with the right code,
 * until the window is over.  A right answer costs one read and no write.
 */
#include "fcgi/public/apply.h"
#include "fcgi/public/pages.h"

#include "fcgi/worker/papers.h"

#include "base/random.h"
#include "base/text.h"
#include "base/utf8.h"
#include "fcgi/worker/clocks.h"
#include "generated/queries/apply.h"
#include "rules/mask.h"
#include "rules/number.h"

#include <string.h>

enum { CASE_TRIES_MOST = 5, ADDRESS_TRIES_MOST = 60, EVENTS_MOST = 200 };
#define CASE_WINDOW	HOUR
#define ADDRESS_WINDOW	HOUR

static const struct field track_fields[] = {
	{ "number", FIELD_TEXT, .required = true, .most = 60 },
	{ "query_code", FIELD_TEXT, .required = true, .most = 30 },
	{ "working", FIELD_FLAG },	/* and how each date was computed */
};
const struct form track_form = FORM(track_fields);

static const struct field track_show_fields[] = {
	{ "number", FIELD_TEXT, .most = 60 },
};
const struct form track_show_form = FORM(track_show_fields);

enum reply
track_show(struct request *rq, struct page *page)
{
	(void)rq;
	page_crumb(page, "/", "nav.home", NULL);
	page_crumb(page, "", "nav.track", NULL);
	return REPLY_PAGE;
}

/* What the visitor asks for, tidy; a number that is none stands for itself, so that its tries are counted too. */
struct asked {
	const char *number, *code;
};

static struct asked
asked_read(struct request *rq)
{
	char number[CASE_NUMBER_TEXT], code[QUERY_CODE_TEXT];
	struct asked a = { form_get(rq, "number"), "" };

	if (case_number_tidy(a.number, number))
		a.number = arena_text(rq->arena, number);
	if (query_code_tidy(form_get(rq, "query_code"), code))
		a.code = arena_text(rq->arena, code);
	return a;
}

static struct query *
track_load(struct request *rq, const struct asked *a)
{
	struct query *q = query(rq, Q_TRACK_LOAD);

	/* The column is ASCII: with other letters the database compares nothing, it fails. */
	query_text(q, "number", strlen(a->number) == utf8_length(a->number) ? a->number : "");
	query_text(q, "case_bucket", request_bucket(rq, "track", a->number));
	query_text(q, "address_bucket", request_bucket(rq, "track_from", rq->address));
	query_instant(q, "case_since", instant_add(rq->now, -CASE_WINDOW));
	query_instant(q, "address_since", instant_add(rq->now, -ADDRESS_WINDOW));
	return query_next(q) ? q : NULL;
}

/* In a time that tells nothing: a case that is not there is compared as well. */
static bool
code_right(const struct query *q, const char *code)
{
	char given[QUERY_CODE_TEXT] = { 0 }, right[QUERY_CODE_TEXT] = { 0 };
	bool same;

	strncpy(given, code, sizeof(given) - 1);
	strncpy(right, query_get(q, "query_code"), sizeof(right) - 1);
	same = bytes_equal(given, right, sizeof(given));
	return same && right[0] != '\0';
}

static enum reply
wrong(struct request *rq, struct page *page, const struct asked *a)
{
	bool case_left = request_try(rq, "track", a->number, CASE_TRIES_MOST, CASE_WINDOW);
	bool address_left = request_try(rq, "track_from", rq->address, ADDRESS_TRIES_MOST, ADDRESS_WINDOW);

	if (!case_left || !address_left)
		return REPLY_TOO_MANY;
	form_error(page, "query_code", "wrong_query_code");
	return REPLY_INVALID;
}

struct seen {
	long long position;
	const char *at, *event, *actor_kind;
};

/* The record in its order; the database gives it in any. */
static void
seen_add(struct seen *events, size_t n, struct seen event)
{
	for (; n > 0 && events[n - 1].position > event.position; n--)
		events[n] = events[n - 1];
	events[n] = event;
}

/* q stands at its first row; a case without a record has one row without an event. */
static size_t
events_read(struct query *q, struct seen events[EVENTS_MOST])
{
	size_t n = 0;

	do {
		if (query_is_null(q, "event") || n == EVENTS_MOST)
			continue;
		seen_add(events, n++, (struct seen){ query_get_number(q, "position"), query_get(q, "at"),
		    query_get(q, "event"), query_get(q, "actor_kind") });
	} while (query_next(q));
	return n;
}

static void
events_into(struct request *rq, struct page *page, struct query *q, const char *organ)
{
	struct seen events[EVENTS_MOST];
	size_t count = events_read(q, events);

	for (size_t n = 0; n < count; n++) {
		struct node *row = page_row(page, "events", n);

		row_text(page, row, "day", arena_text_n(rq->arena, events[n].at, strnlen(events[n].at, 10)));
		row_text(page, row, "at_text", page_instant_text(page, instant_parse(events[n].at)));
		row_text(page, row, "title", page_word_below(page, "event", events[n].event));
		row_text(page, row, "who", text_is(events[n].actor_kind, "staff") ? organ : "");
	}
}

/* In the language of the visitor, as far as it is known in it. */
static const char *
title_of(struct request *rq, struct query *q)
{
	struct query *title;

	if (rq->language != LANGUAGE_EN)
		return query_get(q, "title");
	title = query(rq, Q_TRACK_TITLE);
	query_number(title, "version_id", query_get_number(q, "item_version_id"));
	return query_next(title) && *query_get(title, "title_en") != '\0' ? query_get(title, "title_en") :
	    query_get(q, "title");
}

static const char *
organ_of(struct request *rq, struct query *q)
{
	const char *english = query_get(q, "organ_name_en");

	return rq->language == LANGUAGE_EN && *english != '\0' ? english : query_get(q, "organ_name");
}

/* How each date was computed is long: it is asked for by another press.  Since when a case stands still is said always. */
static void
working_into(struct request *rq, struct page *page, struct query *q, enum state state)
{
	bool working = form_flag(rq, "working");
	struct case_terms terms;

	if (!working && state != STATE_SUSPENDED && state != STATE_SUPPLEMENT)
		return;
	if (!clocks_terms(rq, (uint64_t)query_get_number(q, "id"), &terms))
		return;
	if (working)
		clocks_working_into(rq, page, &terms);
	else
		clocks_into(rq, page, &terms);
	page_flag(page, "working", working);
	page_text(page, "paused.reason", "");	/* for the applicant alone */
}

static enum reply
right(struct request *rq, struct page *page, struct query *q)
{
	char shown[CASE_NUMBER_SHOWN], masked[MASK_ROOM];
	const char *name = query_get(q, "applicant_name"), *organ = organ_of(rq, q);
	uint64_t id = (uint64_t)query_get_number(q, "id");	/* q is at its end when the events are in */
	struct node *to = page_group(page, "case");
	enum state state;

	row_text(page, to, "title", title_of(rq, q));
	row_text(page, to, "state", query_get(q, "state"));
	row_text(page, to, "organ_name", organ);
	row_text(page, to, "organ_phone", query_get(q, "organ_phone"));
	row_text(page, to, "applicant_name", text_is(query_get(q, "applicant_kind"), "person") ?
	    mask_name(name, masked, sizeof(masked)) : name);
	row_text(page, to, "shown", case_number_show(query_get(q, "number"), shown) ? shown : query_get(q, "number"));
	page_day(page, "case.due_on", query_get_day(q, "due_on"));
	if (state_named(query_get(q, "state"), &state)) {
		own_standing_into(rq, page, "case", state, query_get_instant(q, query_is_null(q, "accepted_at") ?
		    "submitted_at" : "accepted_at"), query_get_day(q, "due_on"), (unsigned)query_get_number(q, "calendar"));
		working_into(rq, page, q, state);
	}
	events_into(rq, page, q, organ);
	papers_into(rq, page, id, false);
	case_seal_into(rq, page, id);
	page_crumb(page, "/track", "nav.track", NULL);
	page_crumb(page, "", NULL, page_get(page, "case.shown"));
	page_template(page, "public/track_result.cs");
	return REPLY_PAGE;
}

enum reply
track(struct request *rq, struct page *page)
{
	struct asked a = asked_read(rq);
	struct query *q = track_load(rq, &a);

	if (q == NULL)
		return REPLY_NOT_FOUND;
	if (query_get_number(q, "case_tries") >= CASE_TRIES_MOST ||
	    query_get_number(q, "address_tries") >= ADDRESS_TRIES_MOST)
		return REPLY_TOO_MANY;
	return code_right(q, a.code) ? right(rq, page, q) : wrong(rq, page, &a);
}
