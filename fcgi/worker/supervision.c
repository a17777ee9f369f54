/* supervision.c - see supervision.h. */
#include "fcgi/worker/supervision.h"

#include "base/text.h"
#include "generated/queries/watch_act.h"
#include "record/record.h"
#include "rules/number.h"

/* ---- evidence ---- */

/* One value of a flat JSON object; "" when it has none of that name. */
static const char *
value_of(struct request *rq, const char *detail, const char *wanted)
{
	const char *name, *value;

	while (record_detail_next(rq->arena, &detail, &name, &value))
		if (text_is(name, wanted))
			return value;
	return "";
}

static const char *
day_of(struct request *rq, struct page *page, const char *detail, const char *name)
{
	struct day on = day_parse(value_of(rq, detail, name));

	return day_known(on) ? page_day_text(page, on) : "";
}

/* Which sentence: of clocks by how the term stands, of other rules by what was found. */
static const char *
sentence(struct request *rq, const struct query *q, const char *detail)
{
	const char *why = value_of(rq, detail, "why");
	bool finished = *value_of(rq, detail, "finished_on") != '\0';

	if (*why && !text_is(why, "over"))
		return arena_format(rq->arena, "watch_evidence.%s", why);
	if (text_is(query_get(q, "colour"), "yellow"))
		return "watch_evidence.near";
	return finished ? "watch_evidence.over_done" : "watch_evidence.over_open";
}

const char *
card_evidence(struct request *rq, struct page *page, const struct query *q)
{
	const char *detail = query_get(q, "evidence");
	struct day due = query_get_day(q, "due_on"), made = query_get_day(q, "made_on");

	page_say(page, "evidence_said", sentence(rq, q, detail),
	    "term", page_word_below(page, "watch_term", query_get(q, "rule")),
	    "made", page_day_text(page, made), "due", page_day_text(page, due),
	    "finished", day_of(rq, page, detail, "finished_on"),
	    "judged", page_day_text(page, query_get_day(q, "given_on")),
	    "over", value_of(rq, detail, "over_days"), "left", value_of(rq, detail, "left_days"),
	    "event", page_word_below(page, "event", value_of(rq, detail, "event")),
	    "reason", value_of(rq, detail, "reason"), "letters", value_of(rq, detail, "letters"),
	    "least", value_of(rq, detail, "least"), "list", value_of(rq, detail, "list"),
	    "names", value_of(rq, detail, "names"), "wanted", value_of(rq, detail, "wanted"),
	    "count", value_of(rq, detail, "count"), "accepted_at", value_of(rq, detail, "accepted_at"),
	    "decided_at", value_of(rq, detail, "decided_at"), "submitted_at", value_of(rq, detail, "submitted_at"),
	    "minutes", value_of(rq, detail, "minutes"), "number", value_of(rq, detail, "number"),
	    "year", value_of(rq, detail, "year"), "visited", day_of(rq, page, detail, "visited_on"),
	    "received_on", day_of(rq, page, detail, "received_on"), "done", day_of(rq, page, detail, "done_on"),
	    "amount", value_of(rq, detail, "amount"), "received", value_of(rq, detail, "received"),
	    "sent_back", value_of(rq, detail, "sent_back"), "share", value_of(rq, detail, "share"),
	    "percent", value_of(rq, detail, "percent"), "from", day_of(rq, page, detail, "from_on"),
	    "until", day_of(rq, page, detail, "until_on"), NULL);
	return page_get(page, "evidence_said");
}

/* ---- rows ---- */

struct watch_card
card_of(const struct query *q)
{
	const char *colour = query_get(q, "colour");
	struct watch_card card = { WATCH_OPEN, text_is(colour, "red") ? WATCH_RED : text_is(colour, "yellow") ? WATCH_YELLOW :
	    WATCH_NONE, !query_is_null(q, "appealed_at"), query_get_day(q, "appeal_by_on") };

	watch_state_named(query_get(q, "state"), &card.state);
	return card;
}

/* A reply that is owed: how it stands. */
static void
reply_due_into(struct request *rq, struct page *page, const char *name, const struct query *q)
{
	struct day due = query_get_day(q, "reply_by_on");
	const char *level = day_before(due, rq->today) ? "over" : day_same(due, rq->today) ? "near" : "normal";

	if (!day_known(due) || (!text_is(query_get(q, "state"), "open") && !text_is(query_get(q, "state"), "upheld")))
		return;
	page_sub(page, name, "reply_due.level", level);
	page_say(page, arena_format(rq->arena, "%s.reply_due.text", name), arena_format(rq->arena, "watch_due.%s", level), "due",
	    page_day_text(page, due), NULL);
}

void
card_row_into(struct request *rq, struct page *page, const char *name, const struct query *q)
{
	const char *colour = query_get(q, "colour");
	char shown[CASE_NUMBER_SHOWN];
	enum watch_rule rule;

	query_row_into((struct query *)(uintptr_t)q, page, name);
	if (!watch_named(query_get(q, "rule"), &rule))
		return;
	page_sub(page, name, "rule_number", watch_number(rule));
	page_sub(page, name, "rule_text", page_word_below(page, "watch_rule", watch_name(rule)));
	page_sub(page, name, "colour_level", text_is(colour, "red") ? "over" : text_is(colour, "yellow") ? "near" : "");
	page_sub(page, name, "shown", case_number_show(query_get(q, "number"), shown) ? shown : query_get(q, "number"));
	page_sub(page, name, "title", query_said(rq, q, "title"));
	reply_due_into(rq, page, name, q);
}

void
card_into(struct request *rq, struct page *page, const char *name, const struct query *q)
{
	enum watch_rule rule;

	card_row_into(rq, page, name, q);
	page_sub(page, name, "evidence_text", card_evidence(rq, page, q));
	if (!watch_named(query_get(q, "rule"), &rule))
		return;
	page_sub(page, name, "article", page_word_below(page, "watch_article", watch_name(rule)));
	page_sub(page, name, "remedy", page_word_below(page, "watch_remedy", watch_name(rule)));
	page_sub(page, name, "answerer", page_word_below(page, "watch_answerer", watch_answerer_name(watch_answerer(rule))));
}

/* ---- acts ---- */

void
watch_acts_into(struct request *rq, struct page *page, const char *subject, long long id)
{
	struct query *q = query(rq, Q_WATCH_ACTS);

	query_text(q, "subject", subject);
	query_number(q, "subject_id", id);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "events.%zu", n);
		const char *party = query_get(q, "party_name"), *organ = query_get(q, "organ_name");
		const char *what = page_word_below(page, "watch_act", query_get(q, "act"));

		query_row_into(q, page, row);
		page_sub(page, row, "title", *party ? arena_format(rq->arena, "%s%s%s", party, page_word(page, "frame.colon"), what) :
		    what);
		page_sub(page, row, "at_text", page_get(page, arena_format(rq->arena, "%s.at.text", row)));
		page_sub(page, row, "day", page_get(page, arena_format(rq->arena, "%s.at", row)));
		page_sub(page, row, "who", query_get_number(q, "account_id") == 0 ? page_word(page, "role.clock") :
		    *organ ? arena_format(rq->arena, "%s %s", organ, query_get(q, "name")) : query_get(q, "name"));
	}
}

void
watch_act_note(struct request *rq, const char *subject, long long id, const char *act, long long line, const char *note)
{
	struct query *q = query(rq, Q_WATCH_ACT_ADD);

	query_text(q, "subject", subject);
	query_number(q, "subject_id", id);
	query_text(q, "act", act);
	if (line > 0)
		query_number(q, "line", line);
	else
		query_null(q, "line");
	query_number(q, "account", (long long)rq->who.account);
	query_text(q, "name", rq->who.name);
	query_text(q, "organ", rq->who.organ);
	query_text(q, "note", note);
	query_instant(q, "now", rq->now);
	query_run(q);
}
