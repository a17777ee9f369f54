/*
 * rate.c - 好差评: the applicant's rating of a case, once, and once more when a bad one was mended.
 *
 * From one's own space, or from the page that answers number and query code, for
 * cases filed at a window.  No colleague reaches either: the role is the
 * applicant's, and the query code is on the applicant's receipt alone.
 */
#include "fcgi/public/after.h"

#include "base/text.h"
#include "fcgi/public/ticket.h"
#include "generated/queries/rating.h"
#include "rules/number.h"
#include "rules/rating.h"

#include <stdlib.h>
#include <string.h>

#define TICKET "rate"

static const char *const levels[] = { "1", "2", "3", "4", "5", NULL };
static const char *const channels[] = { RATING_CHANNELS(NAMES_TEXT) NULL };
static const char *const tags[] = { RATING_TAGS(NAMES_TEXT) NULL };

#define RATE_FIELDS \
	{ "level", FIELD_CHOICE, .required = true, .choices = levels }, \
	{ "tags", FIELD_MANY, .choices = tags }, \
	{ "rating_words", FIELD_LINES, .most = 1000 }, \
	{ "channel", FIELD_CHOICE, .choices = channels }

static const struct field rate_fields[] = { RATE_FIELDS };
const struct form rate_form = FORM(rate_fields);
static const struct field track_rate_fields[] = {
	RATE_FIELDS,
	{ "number", FIELD_CODE, .required = true, .most = 40 },
	{ "ticket", FIELD_CODE, .required = true, .most = TICKET_MOST },
};
const struct form track_rate_form = FORM(track_rate_fields);

/* A case to be rated, and what was said of it so far. */
struct rated {
	struct own own;			/* of it only what own_act reads and item, organ, area */
	const char *applicant_kind, *applicant_name;
	uint64_t applicant;
	int round;			/* that may be given now; 0: none */
	bool any;			/* something was given */
};

long long
after_setting(struct request *rq, const char *name, long long otherwise, long long most)
{
	struct query *q = query(rq, Q_AFTER_SETTINGS);
	long long value = otherwise;

	while (query_next(q))
		if (text_is(query_get(q, "name"), name))
			value = strtoll(query_get(q, "value"), NULL, 10);
	return value >= 1 && value <= most ? value : otherwise;
}

/* ---- reading ---- */

static void
tags_into(struct request *rq, struct page *page, const char *row, const char *list)
{
	const char *text = "";

	for (size_t i = 0; tags[i] != NULL; i++)
		if (strstr(list, tags[i]) != NULL)
			text = arena_format(rq->arena, "%s%s%s", text, *text == '\0' ? "" : rq->language == LANGUAGE_EN ? ", " : page_word(page, "rate.comma"),
			    page_word_below(page, "rating_tag", tags[i]));
	page_sub(page, row, "tags_text", text);
}

static void
given_read(struct request *rq, struct page *page, struct rated *r)
{
	struct query *q = query(rq, Q_RATING_GIVEN);
	bool settled = false, again = false, result;
	int first = 0;

	query_number(q, "id", (long long)r->own.id);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "given.%zu", n), *callback = query_get(q, "callback");

		query_row_into(q, page, row);
		tags_into(rq, page, row, query_get(q, "tags"));
		if (query_get_number(q, "round") > 1) {
			again = true;
			continue;
		}
		first = (int)query_get_number(q, "level");
		settled = text_is(callback, "mended") || text_is(callback, "mistaken");
	}
	result = !step_find(r->own.state, EVENT_RATE, ROLE_APPLICANT).refused;
	r->any = first > 0;
	r->round = rating_round(result, first, settled, again);
	page_number(page, "rate.round", r->round);
}

static void
choices_into(struct request *rq, struct page *page)
{
	page_choices(page, "level", levels, "rating_level", form_get(rq, "level"));
	for (size_t i = 0; tags[i] != NULL; i++) {
		const char *row = arena_format(rq->arena, "choices.tags.%zu", i);

		page_sub(page, row, "value", tags[i]);
		page_sub(page, row, "label", page_word_below(page, "rating_tag", tags[i]));
		page_flag(page, arena_format(rq->arena, "%s.checked", row), form_has(rq, "tags", tags[i]));
	}
	page_text(page, "optional.tags", "1");
	page_text(page, "optional.rating_words", "1");
	if (*form_get(rq, "channel") == '\0')
		page_text(page, "form.channel", "pc");
}

static void
page_into(struct request *rq, struct page *page, const struct rated *r)
{
	page_flag(page, "may_rate", r->round > 0);
	if (r->round > 0)
		choices_into(rq, page);
}

/* ---- writing ---- */

static void
callback_begin(struct request *rq, const struct rated *r, uint64_t rating)
{
	const struct callback_terms *usual = &callback_terms_default;
	struct callback_terms terms = {
		(int)after_setting(rq, "rating.assign_days", usual->assign_days, CALLBACK_DAYS_MOST),
		(int)after_setting(rq, "rating.call_days", usual->call_days, CALLBACK_DAYS_MOST),
		(int)after_setting(rq, "rating.mend_days", usual->mend_days, CALLBACK_DAYS_MOST),
	};
	struct callback_days days = callback_days(request_calendar(rq), rq->today, &terms);
	struct query *q = query(rq, Q_CALLBACK_OPEN), *act;

	query_number(q, "rating", (long long)rating);
	query_number(q, "id", (long long)r->own.id);
	query_text(q, "organ", r->own.organ);
	query_text(q, "area", r->own.area);
	query_instant(q, "now", rq->now);
	query_day(q, "assign_by_on", days.assign_by_on);
	query_day(q, "call_by_on", days.call_by_on);
	query_day(q, "mend_by_on", days.mend_by_on);
	query_run(q);
	act = query(rq, Q_CALLBACK_OPENED);
	query_number(act, "callback", (long long)query_id(q));
	query_instant(act, "now", rq->now);
	query_run(act);
}

static void
rating_write(struct request *rq, const struct rated *r, const char *channel, bool by_code)
{
	struct query *q = query(rq, Q_RATING_ADD);
	const char *tag;
	uint64_t rating;

	query_number(q, "id", (long long)r->own.id);
	query_number(q, "round", r->round);
	query_text(q, "level", form_get(rq, "level"));
	query_text(q, "channel", channel);
	query_text(q, "words", form_get(rq, "rating_words"));
	query_text(q, "item", r->own.item_code);
	query_text(q, "organ", r->own.organ);
	query_text(q, "area", r->own.area);
	query_number(q, "by_code", by_code);
	query_instant(q, "now", rq->now);
	query_run(q);
	rating = query_id(q);
	for (size_t i = 0; (tag = form_get_nth(rq, "tags", i)) != NULL; i++) {
		q = query(rq, Q_RATING_TAG_ADD);
		query_number(q, "rating", (long long)rating);
		query_text(q, "tag", tag);
		query_run(q);
	}
	if (rating_bad((int)form_number(rq, "level")))
		callback_begin(rq, r, rating);
}

/* False when it was not given: *reply is how the story ends. */
static bool
rating_give(struct request *rq, struct page *page, struct rated *r, bool by_code, enum reply *reply)
{
	const char *channel = *form_get(rq, "channel") == '\0' ? "pc" : form_get(rq, "channel");

	if (r->round == 0 && r->any) {
		*reply = page_refuse(page, refusal_name(REFUSED_RATED));
		return false;
	}
	if (!own_act_by(rq, page, &r->own, &(struct actor){ .account = r->applicant, .kind = r->applicant_kind,
	    .name = r->applicant_name, .organ = "", .roles = ROLE_APPLICANT }, EVENT_RATE, r->own.version, NULL,
	    record_detail(rq->arena, "round", arena_format(rq->arena, "%d", r->round), "level", form_get(rq, "level"),
	    "channel", channel, "how", by_code ? "query_code" : NULL, NULL), reply))
		return false;
	rating_write(rq, r, channel, by_code);
	own_told(rq, &r->own);
	return true;
}

/* ---- from one's own space ---- */

static bool
rated_load(struct request *rq, struct page *page, struct rated *r)
{
	*r = (struct rated){ .applicant = rq->who.person, .applicant_name = rq->who.name,
	    .applicant_kind = rq->who.kind == WHO_PERSON ? "person" : "enterprise" };
	if (!own_load_by_number(rq, page, &r->own))
		return false;
	given_read(rq, page, r);
	return true;
}

enum reply
rate_show(struct request *rq, struct page *page)
{
	struct rated r;

	if (!rated_load(rq, page, &r))
		return REPLY_NOT_FOUND;
	page_into(rq, page, &r);
	page_flag(page, "not_yet", !r.any && r.round == 0);
	page_textf(page, "rate_url", "/my/cases/%s/rate", r.own.number);
	my_case_crumbs(page, "rate.title");
	return REPLY_PAGE;
}

enum reply
rate(struct request *rq, struct page *page)
{
	enum reply reply = REPLY_PAGE;
	struct rated r;

	if (!rated_load(rq, page, &r))
		return REPLY_NOT_FOUND;
	if (!rating_give(rq, page, &r, false, &reply))
		return reply;
	return page_go(page, "/my/cases/", r.own.number, "/rate?done=rated", NULL);
}

void
rate_link_into(struct request *rq, struct page *page, const struct own *o)
{
	struct rated r = { .own = *o };

	if (step_find(o->state, EVENT_RATE, ROLE_APPLICANT).refused)
		return;
	given_read(rq, page, &r);
	page_textf(page, "rate_url", "/my/cases/%s/rate", o->number);
	page_text(page, "rate_word", page_word_below(page, "rate", r.round == 1 ? "give" : r.round == 2 ? "again" : "see"));
}

/* ---- by number and query code ---- */

static bool
rated_by_ticket(struct request *rq, struct page *page, const char *number, struct rated *r)
{
	struct query *q = query(rq, Q_RATING_CASE);
	char shown[CASE_NUMBER_SHOWN];

	*r = (struct rated){ .round = 0 };
	query_text(q, "number", number);
	if (!query_next(q) || !state_named(query_get(q, "state"), &r->own.state))
		return false;
	r->own.id = (uint64_t)query_get_number(q, "id");
	r->own.version = query_get_number(q, "version");
	r->own.number = query_get(q, "number");
	r->own.item_code = query_get(q, "item_code");
	r->own.organ = query_get(q, "organ_code");
	r->own.area = query_get(q, "area_code");
	r->applicant = (uint64_t)query_get_number(q, "applicant_id");
	r->applicant_kind = query_get(q, "applicant_kind");
	r->applicant_name = query_get(q, "applicant_name");
	page_text(page, "case.title", query_get(q, "title"));
	page_text(page, "case.title_en", query_get(q, "title_en"));
	page_text(page, "case.organ_name", query_get(q, "organ_name"));
	page_text(page, "case.organ_name_en", query_get(q, "organ_name_en"));
	own_titles(rq, page, "case");
	page_text(page, "case.shown", case_number_show(r->own.number, shown) ? shown : r->own.number);
	given_read(rq, page, r);
	return true;
}

void
rate_track_into(struct request *rq, struct page *page, const char *number)
{
	struct rated r;

	if (!rated_by_ticket(rq, page, number, &r))
		return;
	page_into(rq, page, &r);
	page_text(page, "rate_ticket", ticket_make(rq, TICKET, number));
	page_text(page, "rate_number", number);
}

enum reply
track_rate_again(struct request *rq, struct page *page)
{
	const char *number = form_get(rq, "number");
	struct rated r;

	if (!ticket_holds(rq, TICKET, number, form_get(rq, "ticket")) || !rated_by_ticket(rq, page, number, &r))
		return REPLY_NOT_FOUND;
	page_into(rq, page, &r);
	page_text(page, "rate_ticket", form_get(rq, "ticket"));
	page_text(page, "rate_number", number);
	page_text(page, "rate_url", "/track/rate");
	page_crumb(page, "/track", "nav.track", NULL);
	page_crumb(page, "", "rate.title", NULL);
	return REPLY_PAGE;
}

enum reply
track_rate(struct request *rq, struct page *page)
{
	const char *number = form_get(rq, "number");
	enum reply reply = REPLY_PAGE;
	struct rated r;

	if (!ticket_holds(rq, TICKET, number, form_get(rq, "ticket")) || !rated_by_ticket(rq, page, number, &r))
		return REPLY_NOT_FOUND;
	if (!rating_give(rq, page, &r, true, &reply))
		return reply;
	return page_go(page, "/track?done=rated", NULL);
}
