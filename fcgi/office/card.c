/* Cards of the organ: what was found, and the answer to it: a reply, or an appeal within its days. */
#include "fcgi/office/supervised.h"

#include "base/text.h"
#include "base/words.h"
#include "fcgi/worker/supervision.h"
#include "generated/queries/supervised.h"
#include "record/notice.h"

enum { PER_PAGE = 20 };

static const char *const sides[] = { "owed", "told", "answered", "ended", NULL };

static const struct field cards_fields[] = {
	{ "side", FIELD_CHOICE, .choices = sides },
	{ "page", FIELD_NUMBER, .least = 1, .most = 50 },
};
const struct form cards_form = FORM(cards_fields);

static const struct field reply_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "card_reply", FIELD_LINES, .required = true, .least = 10, .most = 2000 },
};
const struct form card_reply_form = FORM(reply_fields);

static const struct field appeal_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "card_appeal", FIELD_LINES, .required = true, .least = 10, .most = 2000 },
};
const struct form card_appeal_form = FORM(appeal_fields);

long long
supervised_tabs(struct request *rq, struct page *page, const char *current)
{
	const struct { const char *key, *url; } tabs[] = {
		{ "owed", "/office/cards?side=owed" }, { "told", "/office/cards?side=told" },
		{ "answered", "/office/cards?side=answered" }, { "ended", "/office/cards?side=ended" },
		{ "orders", "/office/orders" }, { "letters", "/office/letters" },
	};
	struct query *q = query(rq, Q_OFFICE_CARDS_COUNTS);
	long long total = 0;

	query_text(q, "organ", rq->who.organ);
	if (!query_next(q))
		return 0;
	for (size_t i = 0; i < sizeof(tabs) / sizeof(tabs[0]); i++) {
		const char *row = arena_format(rq->arena, "tabs.%zu", i);

		page_sub(page, row, "label", page_word_below(page, "supervised_tab", tabs[i].key));
		page_sub(page, row, "url", tabs[i].url);
		page_sub(page, row, "count", text_is(tabs[i].key, "ended") ? "" : query_get(q, tabs[i].key));
		page_flag(page, arena_format(rq->arena, "%s.current", row), text_is(tabs[i].key, current));
		if (text_is(tabs[i].key, current))
			total = query_get_number(q, tabs[i].key);
	}
	return total;
}

void
supervisors_tell(struct request *rq, const char *occasion, const char *kind, const char *number, const char *id)
{
	const char *subject = words_say(rq->arena, "zh", arena_format(rq->arena, "%s.subject", kind), "number", number, "id", id,
	    "organ", rq->who.organ_name, NULL);
	const char *text = words_say(rq->arena, "zh", arena_format(rq->arena, "%s.text", kind), "number", number, "id", id,
	    "organ", rq->who.organ_name, NULL);
	struct query *q = query(rq, Q_SUPERVISORS);

	query_day(q, "today", rq->today);
	query_text(q, "area", rq->who.area);
	while (subject && text && query_next(q))
		notice_remind(rq->db, rq->arena, (uint64_t)query_get_number(q, "id"), occasion, subject, text, rq->now);
}

enum reply
cards_show(struct request *rq, struct page *page)
{
	const char *side = *form_get(rq, "side") ? form_get(rq, "side") : "owed";
	long long number = form_number(rq, "page") > 0 ? form_number(rq, "page") : 1;
	long long total = supervised_tabs(rq, page, side);
	struct query *q = query(rq, Q_OFFICE_CARDS);

	query_text(q, "organ", rq->who.organ);
	query_number(q, "me", (long long)rq->who.account);
	query_text(q, "side", side);
	query_number(q, "per_page", PER_PAGE);
	query_number(q, "skip", (number - 1) * PER_PAGE);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "cards.%zu", n);

		card_row_into(rq, page, row, q);
		page_sub(page, row, "url", arena_format(rq->arena, "/office/cards/%s", query_get(q, "id")));
	}
	page_text(page, "side", side);
	page_pager(page, number, PER_PAGE, total);
	page_crumb(page, "/office/", "nav.cases", NULL);
	page_crumb(page, NULL, "supervised.title", NULL);
	return REPLY_PAGE;
}

static struct query *
card_load(struct request *rq)
{
	struct query *q = query(rq, Q_OFFICE_CARD);

	query_number(q, "id", request_part_number(rq, "id"));
	query_text(q, "organ", rq->who.organ);
	return query_next(q) ? q : NULL;
}

enum reply
card_show(struct request *rq, struct page *page)
{
	struct query *q = card_load(rq);
	struct watch_card c;

	if (!q)
		return REPLY_NOT_FOUND;
	c = card_of(q);
	card_into(rq, page, "card", q);
	page_sub(page, "card", "url", arena_format(rq->arena, "/office/cards/%s", query_get(q, "id")));
	page_sub(page, "card", "case_url", *query_get(q, "number") ?
	    arena_format(rq->arena, "/office/cases/%s", query_get(q, "number")) : "");
	page_text(page, "page.title", arena_format(rq->arena, "%s %s", page_get(page, "card.rule_number"),
	    page_get(page, "card.rule_text")));
	page_flag(page, "may_reply", watch_step(&c, WATCH_REPLY, rq->who.roles, rq->today).refused == WATCH_MAY);
	page_flag(page, "may_appeal", watch_step(&c, WATCH_APPEAL, rq->who.roles, rq->today).refused == WATCH_MAY);
	watch_acts_into(rq, page, "card", query_get_number(q, "id"));
	page_crumb(page, "/office/", "nav.cases", NULL);
	page_crumb(page, "/office/cards", "supervised.title", NULL);
	page_crumb(page, NULL, NULL, page_get(page, "page.title"));
	return REPLY_PAGE;
}

static enum reply
answer(struct request *rq, struct page *page, enum watch_act act, const char *note)
{
	struct query *card = card_load(rq), *q;
	struct watch_step step;
	struct watch_card c;
	enum watch_rule rule;

	if (!card)
		return REPLY_NOT_FOUND;
	c = card_of(card);
	step = watch_step(&c, act, rq->who.roles, rq->today);
	if (step.refused != WATCH_MAY)
		return page_refuse(page, watch_refusal_name(step.refused));
	q = query(rq, Q_OFFICE_CARD_MOVE);
	query_number(q, "id", query_get_number(card, "id"));
	query_text(q, "organ", rq->who.organ);
	query_text(q, "was", query_get(card, "state"));
	query_text(q, "state", watch_state_name(step.to));
	query_number(q, "version", form_number(rq, "version"));
	query_instant(q, "replied_at", act == WATCH_REPLY ? rq->now : INSTANT_NONE);
	query_instant(q, "appealed_at", act == WATCH_APPEAL ? rq->now : INSTANT_NONE);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	watch_act_note(rq, "card", query_get_number(card, "id"), watch_act_name(act), 0, note);
	supervisors_tell(rq, arena_format(rq->arena, "card:%s:%s", query_get(card, "id"), query_get(card, "version")),
	    act == WATCH_REPLY ? "card_reply" : "card_appeal", watch_named(query_get(card, "rule"), &rule) ? watch_number(rule) : "",
	    query_get(card, "id"));
	return page_go(page, "/office/cards/", query_get(card, "id"), "?done=card_", watch_act_name(act), NULL);
}

enum reply
card_reply(struct request *rq, struct page *page)
{
	return answer(rq, page, WATCH_REPLY, form_get(rq, "card_reply"));
}

enum reply
card_appeal(struct request *rq, struct page *page)
{
	return answer(rq, page, WATCH_APPEAL, form_get(rq, "card_appeal"));
}
