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

#include "base/random.h"
#include "base/text.h"
#include "base/utf8.h"
#include "fcgi/worker/clocks.h"
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

/* q stands at its first row; a case without a record has one row without an event. */
static void
events_into(struct request *rq, struct page *page, struct query *q)
{
	size_t n = 0;

	do {
		const char *row = arena_format(rq->arena, "events.%zu", n);
		const char *at = arena_format(rq->arena, "%s.at", row);

		if (query_is_null(q, "event"))
			continue;
		page_instant(page, at, query_get_instant(q, "at"));
		page_sub(page, row, "day", arena_text_n(rq->arena, query_get(q, "at"), 10));
		page_sub(page, row, "at_text", page_get(page, arena_format(rq->arena, "%s.text", at)));
		page_sub(page, row, "title", page_word(page, arena_format(rq->arena, "event.%s", query_get(q, "event"))));
		page_sub(page, row, "who", text_is(query_get(q, "actor_kind"), "staff") ? page_get(page, "case.organ_name") : "");
		n++;
	} while (query_next(q));
}

static enum reply
right(struct request *rq, struct page *page, struct query *q)
{
	char shown[CASE_NUMBER_SHOWN], masked[MASK_ROOM];
	const char *name = query_get(q, "applicant_name");
	struct case_terms terms;
	enum state state;

	query_row_into(q, page, "case");
	own_titles(rq, page, "case");
	page_text(page, "case.query_code", "");
	page_text(page, "case.applicant_name", text_is(query_get(q, "applicant_kind"), "person") ?
	    mask_name(name, masked, sizeof(masked)) : name);
	page_text(page, "case.shown", case_number_show(query_get(q, "number"), shown) ? shown : query_get(q, "number"));
	if (state_named(query_get(q, "state"), &state))
		own_standing_into(rq, page, "case", state, query_get_instant(q, query_is_null(q, "accepted_at") ?
		    "submitted_at" : "accepted_at"), query_get_day(q, "due_on"), (unsigned)query_get_number(q, "calendar"));
	if (clocks_terms(rq, (uint64_t)query_get_number(q, "id"), &terms))
		clocks_working_into(rq, page, &terms);
	page_text(page, "paused.reason", "");	/* for the applicant alone */
	events_into(rq, page, q);
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
