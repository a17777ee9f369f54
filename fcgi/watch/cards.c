/* One card: its evidence, what was answered, and what a supervisor does about it. */
#include "fcgi/watch/supervise.h"

#include "base/text.h"
#include "base/words.h"
#include "generated/queries/watch.h"
#include "record/notice.h"
#include "rules/number.h"

#include <stdarg.h>
#include <string.h>

enum { REPLY_DAYS = 5 };

static const struct field note_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "card_note", FIELD_LINES, .most = 1000 },
};
const struct form card_note_form = FORM(note_fields);

static const struct field reason_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "card_reason", FIELD_LINES, .required = true, .least = 5, .most = 1000 },
};
const struct form card_reason_form = FORM(reason_fields);

/* ---- telling ---- */

static void
people_tell(struct request *rq, struct query *q, const char *occasion, const char *subject, const char *body)
{
	while (query_next(q))
		notice_remind(rq->db, rq->arena, (uint64_t)query_get_number(q, "id"), occasion, subject, body, rq->now);
}

/* Colleagues are written to in Chinese, as notice_staff does. */
static const char *
said(struct request *rq, const char *name, va_list pairs)
{
	const char *key, *value, *text = words_get("zh", name);

	if (!text)
		return NULL;
	while ((key = va_arg(pairs, const char *)) != NULL) {
		const char *place = arena_format(rq->arena, "{%s}", key), *at;

		value = va_arg(pairs, const char *);
		while ((at = strstr(text, place)) != NULL)
			text = arena_format(rq->arena, "%.*s%s%s", (int)(at - text), text, value, at + strlen(place));
	}
	return text;
}

void
watch_tell(struct request *rq, const struct statement *people, const char *organ, const char *occasion, const char *kind,
    ...)
{
	const char *subject, *body;
	struct query *q = query(rq, people);
	va_list pairs;

	va_start(pairs, kind);
	subject = said(rq, arena_format(rq->arena, "%s.subject", kind), pairs);
	va_end(pairs);
	va_start(pairs, kind);
	body = said(rq, arena_format(rq->arena, "%s.text", kind), pairs);
	va_end(pairs);
	if (!subject || !body)
		return;
	query_text(q, "organ", organ);
	query_day(q, "today", rq->today);
	people_tell(rq, q, occasion, subject, body);
}

/* ---- showing ---- */

static struct query *
card_load(struct request *rq)
{
	struct query *q = query(rq, Q_FINDING_LOAD);

	query_number(q, "id", request_part_number(rq, "id"));
	query_text(q, "area", watch_area(rq));
	return query_next(q) ? q : NULL;
}

static void
acts_into(struct request *rq, struct page *page, const struct query *card)
{
	static const enum watch_act acts[] = { WATCH_CLOSE, WATCH_RETURN, WATCH_UPHOLD, WATCH_WITHDRAW };
	struct watch_card c = card_of(card);
	size_t n = 0;

	for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++)
		if (watch_step(&c, acts[i], rq->who.roles, rq->today).refused == WATCH_MAY)
			page_sub(page, arena_format(rq->arena, "acts.%zu", n++), "act", watch_act_name(acts[i]));
	page_flag(page, "may_act", (rq->who.roles & SUPERVISOR) != 0);
}

static void
came_of_it(struct request *rq, struct page *page, const struct query *card)
{
	struct query *q = query(rq, Q_FINDING_ORDERS);

	query_number(q, "card", query_get_number(card, "id"));
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "came.%zu", n);
		bool order = text_is(query_get(q, "what"), "order");

		query_row_into(q, page, row);
		page_sub(page, row, "url", arena_format(rq->arena, "/watch/%s/%s", order ? "orders" : "letters", query_get(q, "id")));
	}
}

static enum reply
card_fill(struct request *rq, struct page *page, struct query *q)
{
	card_into(rq, page, "card", q);
	page_sub(page, "card", "organ_text", query_said(rq, q, "organ_name"));
	page_textf(page, "card.url", "/watch/findings/%s", query_get(q, "id"));
	page_sub(page, "card", "case_url", *query_get(q, "number") ?
	    arena_format(rq->arena, "/watch/cases/%s", query_get(q, "number")) : "");
	page_text(page, "page.title", arena_format(rq->arena, "%s %s", page_get(page, "card.rule_number"),
	    page_get(page, "card.rule_text")));
	watch_acts_into(rq, page, "card", query_get_number(q, "id"));
	acts_into(rq, page, q);
	came_of_it(rq, page, q);
	page_flag(page, "optional.card_note", true);
	watch_crumbs(page, "watch.findings", page_get(page, "page.title"));
	return REPLY_PAGE;
}

enum reply
card_show(struct request *rq, struct page *page)
{
	struct query *q = card_load(rq);

	return q ? card_fill(rq, page, q) : REPLY_NOT_FOUND;
}

/* ---- acting ---- */

/* The last part of the address names the act. */
static enum watch_act
act_asked(const struct request *rq)
{
	static const enum watch_act acts[] = { WATCH_CLOSE, WATCH_RETURN, WATCH_UPHOLD, WATCH_WITHDRAW };
	const char *last = strrchr(rq->path, '/') + 1;

	for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++)
		if (text_is(last, watch_act_name(acts[i])))
			return acts[i];
	return WATCH_CLOSE;
}

/* A reply is owed anew, by a day. */
static struct day
reply_by(struct request *rq, const struct query *card, enum watch_state to)
{
	if (to == WATCH_OPEN || to == WATCH_UPHELD)
		return calendar_add(request_calendar(rq), rq->today, REPLY_DAYS);
	return query_get_day(card, "reply_by_on");
}

static void
organ_tell(struct request *rq, const struct query *card, enum watch_act act, const char *note)
{
	enum watch_rule rule;
	const char *occasion = arena_format(rq->arena, "card:%s:%s", query_get(card, "id"), query_get(card, "version"));
	const char *number = watch_named(query_get(card, "rule"), &rule) ? watch_number(rule) : "";
	const char *kind = arena_format(rq->arena, "card_%s", watch_act_name(act));
	const char *subject = words_say(rq->arena, "zh", arena_format(rq->arena, "%s.subject", kind), "id", query_get(card, "id"),
	    "number", number, NULL);
	const char *text = words_say(rq->arena, "zh", arena_format(rq->arena, "%s.text", kind), "id", query_get(card, "id"),
	    "number", number, "reason", note, NULL);

	watch_tell(rq, Q_WATCH_HEADS, query_get(card, "organ_code"), occasion, kind, "id", query_get(card, "id"), "number",
	    number, "reason", note, NULL);
	if (query_get_number(card, "account_id") > 0 && subject && text)
		notice_remind(rq->db, rq->arena, (uint64_t)query_get_number(card, "account_id"), occasion, subject, text, rq->now);
}

enum reply
card_act(struct request *rq, struct page *page)
{
	struct query *card = card_load(rq), *q;
	enum watch_act act = act_asked(rq);
	const char *note = *form_get(rq, "card_reason") ? form_get(rq, "card_reason") : form_get(rq, "card_note");
	struct watch_card c;
	struct watch_step step;

	if (!card)
		return REPLY_NOT_FOUND;
	c = card_of(card);
	step = watch_step(&c, act, rq->who.roles, rq->today);
	if (step.refused != WATCH_MAY)
		return page_refuse(page, watch_refusal_name(step.refused));
	q = query(rq, Q_FINDING_MOVE);
	query_number(q, "id", query_get_number(card, "id"));
	query_text(q, "was", query_get(card, "state"));
	query_text(q, "state", watch_state_name(step.to));
	query_number(q, "version", form_number(rq, "version"));
	query_day(q, "reply_by_on", reply_by(rq, card, step.to));
	query_instant(q, "ended_at", watch_state_ended(step.to) ? rq->now : INSTANT_NONE);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	watch_act_note(rq, "card", query_get_number(card, "id"), watch_act_name(act), 0, note);
	organ_tell(rq, card, act, note);
	return page_go(page, "/watch/findings/", query_get(card, "id"), "?done=card_", watch_act_name(act), NULL);
}
