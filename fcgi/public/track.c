/*
 * track.c - where is my case?  Asked by number and query code, without an account.
 *
 * A wrong code and a number that does not exist get the same answer.  Wrong
 * tries are counted by number (whether it exists or not) and by address;
 * beyond the count nobody is answered by either, not even with the right code,
 * until the window is over.  A right answer costs one read and no write.
 */
#include "fcgi/public/after.h"
#include "fcgi/public/pages.h"
#include "fcgi/public/shelf.h"

#include "base/random.h"
#include "base/text.h"
#include "base/utf8.h"
#include "fcgi/worker/clocks.h"
#include "fcgi/worker/outcome.h"
#include "generated/queries/apply.h"
#include "rules/mask.h"
#include "rules/number.h"

#include <string.h>

enum { CASE_TRIES_MOST = 5, ADDRESS_TRIES_MOST = 60 };
#define CASE_WINDOW	HOUR
#define ADDRESS_WINDOW	HOUR

static const struct field track_fields[] = {
	{ "number", FIELD_TEXT, .required = true, .most = 60 },
	{ "query_code", FIELD_TEXT, .required = true, .most = 30 },
	{ "working", FIELD_FLAG },	/* and how each date was computed */
	{ "rating", FIELD_FLAG },	/* and the form to rate it */
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

/* What the visitor asks for, tidy; a number that is none is blinded, so that its tries are counted too. */
struct asked {
	const char *number, *code;
};

static struct asked
asked_read(struct request *rq)
{
	char number[CASE_NUMBER_TEXT], code[QUERY_CODE_TEXT];
	const char *typed = form_get(rq, "number");
	struct asked a = { case_number_tidy(typed, number) ? arena_text(rq->arena, number) : request_typed(rq, typed), "" };

	if (query_code_tidy(form_get(rq, "query_code"), code))
		a.code = arena_text(rq->arena, code);
	return a;
}

static void
tries_bind(struct request *rq, struct query *q, const struct asked *a)
{
	query_text(q, "case_bucket", request_bucket(rq, "track", a->number));
	query_text(q, "address_bucket", request_bucket(rq, "track_from", request_from(rq)));
	query_instant(q, "case_since", instant_add(rq->now, -CASE_WINDOW));
	query_instant(q, "address_since", instant_add(rq->now, -ADDRESS_WINDOW));
}

static bool
too_many(const struct query *q)
{
	return query_get_number(q, "case_tries") >= CASE_TRIES_MOST ||
	    query_get_number(q, "address_tries") >= ADDRESS_TRIES_MOST;
}

/* The case with its counts of wrong tries; NULL: there is none. */
static struct query *
track_load(struct request *rq, const struct asked *a)
{
	struct query *q = query(rq, Q_TRACK_LOAD);

	/* The column is ASCII: with other letters the database compares nothing, it fails. */
	query_text(q, "number", strlen(a->number) == utf8_length(a->number) ? a->number : "");
	tries_bind(rq, q, a);
	return query_next(q) ? q : NULL;
}

/* In a time that tells nothing: a case that is not there is compared as well. */
static bool
code_right(const struct query *q, const char *code)
{
	char given[QUERY_CODE_TEXT] = { 0 }, right[QUERY_CODE_TEXT] = { 0 };
	bool same;

	strncpy(given, code, sizeof(given) - 1);
	strncpy(right, q == NULL ? "" : query_get(q, "query_code"), sizeof(right) - 1);
	same = bytes_equal(given, right, sizeof(given));
	return same && right[0] != '\0';
}

static enum reply
wrong(struct request *rq, struct page *page, const struct asked *a)
{
	struct query *tries = query(rq, Q_TRACK_TRIES);
	bool case_left, address_left;

	tries_bind(rq, tries, a);
	if (!query_next(tries) || too_many(tries))
		return REPLY_TOO_MANY;
	case_left = request_try(rq, "track", a->number, CASE_TRIES_MOST, CASE_WINDOW);
	address_left = request_try(rq, "track_from", request_from(rq), ADDRESS_TRIES_MOST, ADDRESS_WINDOW);
	if (!case_left || !address_left)
		return REPLY_TOO_MANY;
	form_error(page, "query_code", "wrong_query_code");
	return REPLY_INVALID;
}

/* What the office does within itself is not the applicant's course. */
static bool
own_business(const char *event)
{
	static const char *const inner[] = { "claim", "opinion", "task", "send_back", "deem_consent" };

	for (size_t i = 0; i < sizeof(inner) / sizeof(inner[0]); i++)
		if (text_is(event, inner[i]))
			return true;
	return false;
}

/* The course of a case, a line an event: "2026-05-08 09:00:00.000000 submit person". */
static void
events_into(struct request *rq, struct page *page, const char *course, const char *organ)
{
	char *rest = arena_text(rq->arena, course), *line;
	size_t n = 0;

	while ((line = strsep(&rest, "\n")) != NULL) {
		char *day = strsep(&line, " "), *clock = strsep(&line, " "), *event = strsep(&line, " ");
		struct node *row;

		if (line == NULL || own_business(event))
			continue;
		row = page_row(page, "events", n++);
		row_text(page, row, "day", day);
		row_text(page, row, "at_text", page_instant_text(page, instant_parse(arena_format(rq->arena, "%s %s", day, clock))));
		row_text(page, row, "title", page_word_below(page, "event", event));
		row_text(page, row, "who", text_is(line, "staff") ? organ : "");
	}
}

/* Fees and deliveries are read only of cases whose course has any: most look-ups pay nothing for them. */
static void
outcome_into(struct request *rq, struct page *page, uint64_t case_id, const char *course)
{
	if (strstr(course, " bill ") != NULL)
		bills_into(rq, page, case_id, NULL);
	if (strstr(course, " send ") != NULL)	/* by the window or by download: the course says it */
		deliveries_into(rq, page, case_id);
}

/* Its papers, a line each: kind, state, day and number between tabs.  The papers themselves are for the owner. */
static void
papers_listed_into(struct request *rq, struct page *page, const char *list)
{
	char *rest = arena_text(rq->arena, list), *line;
	size_t n = 0;

	while ((line = strsep(&rest, "\n")) != NULL) {
		char *kind = strsep(&line, "\t"), *state = strsep(&line, "\t"), *day = strsep(&line, "\t");
		struct node *row;

		if (line == NULL)
			continue;
		row = page_row(page, "papers", n++);
		row_text(page, row, "title", page_word_below(page, "paper_kind", kind));
		row_text(page, row, "number", line);
		row_text(page, row, "issued_on", day);
		row_text(page, row, "issued_on.text", page_day_text(page, day_parse(day)));
		row_text(page, row, "state", state);
		row_text(page, row, "url", "");
		row_text(page, row, "pdf_url", "");
	}
}

/* The head that sealed what was last recorded, "" while it waits. */
static void
seal_into(struct page *page, const struct query *q)
{
	enum { SHOWN = 16 };		/* bytes: half a head is enough to know one */
	struct text seal;
	const char *head;
	size_t bytes;

	head = query_get_at(q, 0, &bytes);
	if (bytes < SHOWN) {
		page_text(page, "case.seal", "");
		return;
	}
	text_init(&seal);
	text_format(&seal, "%s:", query_get(q, "seal_position"));
	text_add_hex(&seal, (const uint8_t *)head, SHOWN);
	page_text(page, "case.seal", seal.start);
	text_free(&seal);
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

/* Whose case it is; the organ that nobody knows has no name. */
static const struct shelf_name *
organ_of(struct request *rq, struct query *q)
{
	static const struct shelf_name nobody = { .name = "", .name_en = "", .phone = "" };
	const struct shelf *shelf = shelf_now(rq);
	const struct shelf_name *organ = shelf == NULL ? NULL : shelf_organ(shelf, query_get(q, "organ_code"));

	return organ == NULL ? &nobody : organ;
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

/* What was said is shown; the form, which is long, is asked for by another press. */
static void
rating_into(struct request *rq, struct page *page, struct query *q, enum state state)
{
	if (step_find(state, EVENT_RATE, ROLE_APPLICANT).refused)
		return;
	if (form_flag(rq, "rating") || strstr(query_get(q, "course"), " rate ") != NULL)
		rate_track_into(rq, page, query_get(q, "number"));
	else
		page_flag(page, "rating_offered", true);
}

static enum reply
right(struct request *rq, struct page *page, struct query *q)
{
	char shown[CASE_NUMBER_SHOWN], masked[MASK_ROOM];
	const struct shelf_name *whose = organ_of(rq, q);
	const char *name = query_get(q, "applicant_name"), *organ = shelf_name_in(rq, whose->name, whose->name_en);
	struct node *to = page_group(page, "case");
	enum state state;
	bool known;

	row_text(page, to, "title", title_of(rq, q));
	row_text(page, to, "state", query_get(q, "state"));
	row_text(page, to, "organ_name", organ);
	row_text(page, to, "organ_phone", whose->phone);
	row_text(page, to, "applicant_name", text_is(query_get(q, "applicant_kind"), "person") ?
	    mask_name(name, masked, sizeof(masked)) : name);
	row_text(page, to, "shown", case_number_show(query_get(q, "number"), shown) ? shown : query_get(q, "number"));
	page_day(page, "case.due_on", query_get_day(q, "due_on"));
	known = state_named(query_get(q, "state"), &state);
	if (known) {
		own_standing_into(rq, page, "case", state, query_get_instant(q, query_is_null(q, "accepted_at") ?
		    "submitted_at" : "accepted_at"), query_get_day(q, "due_on"), (unsigned)query_get_number(q, "calendar"));
		working_into(rq, page, q, state);
	}
	events_into(rq, page, query_get(q, "course"), organ);
	outcome_into(rq, page, (uint64_t)query_get_number(q, "id"), query_get(q, "course"));
	papers_listed_into(rq, page, query_get(q, "paper_list"));
	seal_into(page, q);
	if (known)
		rating_into(rq, page, q, state);
	page_crumb(page, "/track", "nav.track", NULL);
	page_crumb(page, "", NULL, page_get(page, "case.shown"));
	page_template(page, "public/track_result.cs");
	return REPLY_PAGE;
}

enum reply
track(struct request *rq, struct page *page)
{
	struct asked a = asked_read(rq);
	struct query *q;

	if (!request_alone(rq, request_bucket(rq, "track", a.number)))
		return REPLY_TOO_MANY;
	q = track_load(rq, &a);
	if (q != NULL && too_many(q))
		return REPLY_TOO_MANY;
	return code_right(q, a.code) ? right(rq, page, q) : wrong(rq, page, &a);
}
