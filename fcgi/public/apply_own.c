/* apply_own.c - a case of the visitor's own: finding it, moving it, saying how it stands. */
#include "fcgi/public/apply.h"

#include "base/text.h"
#include "generated/queries/apply.h"
#include "rules/deadline.h"
#include "rules/number.h"

#include <string.h>

static void
own_read(struct query *q, struct own *o)
{
	o->id = (uint64_t)query_get_number(q, "id");
	o->item_version = (uint64_t)query_get_number(q, "item_version_id");
	o->version = query_get_number(q, "version");
	o->round = query_get_number(q, "round");
	o->number = query_get(q, "number");
	o->query_code = query_get(q, "query_code");
	o->exchange_number = query_is_null(q, "exchange_number") ? NULL : query_get(q, "exchange_number");
	o->item_code = query_get(q, "item_code");
	o->area = query_get(q, "area_code");
	o->organ = query_get(q, "organ_code");
	o->organ_area = query_get(q, "organ_area");
	o->delivery = query_get(q, "delivery");
	o->delivery_address = query_get(q, "delivery_address");
	o->contact_name = query_get(q, "contact_name");
	o->contact_phone = query_get(q, "contact_phone");
	o->submitted_at = query_get_instant(q, "submitted_at");
	o->accepted_at = query_get_instant(q, "accepted_at");
	o->decided_at = query_get_instant(q, "decided_at");
	o->closed_at = query_get_instant(q, "closed_at");
	o->calendar = (unsigned)query_get_number(q, "calendar");
	o->due_on = query_get_day(q, "due_on");
	o->promised_on = query_get_day(q, "promised_on");
	o->statutory_on = query_get_day(q, "statutory_on");
}

void
own_titles(struct request *rq, struct page *page, const char *name)
{
	static const char *const columns[] = { "title", "organ_name" };

	for (size_t i = 0; rq->language == LANGUAGE_EN && i < sizeof(columns) / sizeof(columns[0]); i++) {
		const char *english = page_get(page, arena_format(rq->arena, "%s.%s_en", name, columns[i]));

		if (*english != '\0')
			page_sub(page, name, columns[i], english);
	}
}

static bool
own_found(struct request *rq, struct page *page, struct query *q, struct own *o)
{
	char shown[CASE_NUMBER_SHOWN];
	uint64_t bits;

	query_number(q, "applicant", (long long)rq->who.account);
	if (!query_next(q) || !state_named(query_get(q, "state"), &o->state))
		return false;
	own_read(q, o);
	query_row_into(q, page, "case");
	own_titles(rq, page, "case");
	page_text(page, "case.shown", case_number_show(o->number, shown) ? shown : o->number);
	if (query_code_parse(o->query_code, &bits))
		page_text(page, "case.code_shown", query_code_show(bits, (char[QUERY_CODE_SHOWN]){ 0 }));
	page_textf(page, "case.url", "/applications/%llu", (unsigned long long)o->id);
	page_textf(page, "case.my_url", "/my/cases/%s", o->number);
	return true;
}

void
own_bind(struct request *rq, struct query *q)
{
	query_number(q, "applicant", (long long)rq->who.account);
	query_number(q, "limited", rq->who.all_items ? 0 : (long long)rq->who.delegation);
}

bool
own_load(struct request *rq, struct page *page, struct own *o)
{
	struct query *q = query(rq, Q_OWN_BY_ID);

	query_number(q, "id", request_part_number(rq, "id"));
	return own_found(rq, page, q, o);
}

/* A number may be typed as it is shown, with hyphens and in small letters. */
bool
own_load_by_number(struct request *rq, struct page *page, struct own *o)
{
	struct query *q = query(rq, Q_OWN_BY_NUMBER);
	char number[CASE_NUMBER_TEXT];

	query_text(q, "number", case_number_tidy(request_part(rq, "number"), number) ? number :
	    request_part(rq, "number"));
	return own_found(rq, page, q, o);
}

bool
own_act(struct request *rq, struct page *page, struct own *o, enum event event, long long version,
    const char *reason, const char *detail, enum reply *reply)
{
	struct actor by = { .account = rq->who.person, .kind = rq->who.kind == WHO_PERSON ? "person" : "enterprise",
	    .name = rq->who.name, .organ = "", .roles = rq->who.roles };

	return own_act_by(rq, page, o, &by, event, version, reason, detail, reply);
}

bool
own_act_by(struct request *rq, struct page *page, struct own *o, const struct actor *by, enum event event,
    long long version, const char *reason, const char *detail, enum reply *reply)
{
	uint8_t key[KEY_BYTES];
	enum refusal refused;

	o->act = (struct case_act){
		.case_id = o->id, .was = o->state, .version = version, .event = event,
		.by = *by, .at = rq->now, .reason = reason, .detail = detail,
	};
	request_key(rq, RECORD_KEY, key);
	switch (case_act(rq->db, rq->arena, key, &o->act, &refused)) {
	case ACT_REFUSED:
		*reply = page_refuse(page, refusal_name(refused));
		return false;
	case ACT_CONFLICT:
		*reply = page_refuse(page, "stale");
		return false;
	case ACT_DONE:
		break;
	}
	return true;
}

void
own_told(struct request *rq, const struct own *o)
{
	uint8_t key[KEY_BYTES];

	request_key(rq, RECORD_KEY, key);
	case_tell(rq->db, rq->arena, key, &o->act);
}

bool
own_touch(struct request *rq, const struct own *o)
{
	struct query *q = query(rq, Q_DRAFT_TOUCH);

	query_number(q, "id", (long long)o->id);
	query_number(q, "applicant", (long long)rq->who.account);
	query_text(q, "state", state_name(o->state));
	query_instant(q, "now", rq->now);
	return query_run(q) == 1;
}

bool
own_form_open(struct request *rq, const struct own *o)
{
	struct query *q;

	if (!own_asked(o))
		return o->state == STATE_DRAFT;
	q = query(rq, Q_CORRECTION_LOAD);
	query_number(q, "id", (long long)o->id);
	query_number(q, "round", o->round);
	return query_next(q) && query_get_number(q, "about_form") > 0;
}

/* ---- how it stands ---- */

static const struct calendar *
calendar_of(struct request *rq, unsigned version)
{
	const struct calendar *cal = version == 0 ? NULL : request_calendar_version(rq, version);

	return cal == NULL ? request_calendar(rq) : cal;
}

/* The holidays of that year are not announced: the date may yet move. */
static void
said_provisional(struct request *rq, struct page *page, const char *name)
{
	const char *text = arena_text(rq->arena, page_get(page, name));

	if (*text != '\0')
		page_say(page, name, "due_tag.provisional", "text", text, NULL);
}

static void
due_into(struct request *rq, struct page *page, const char *name, struct day since, struct day due_on,
    unsigned calendar)
{
	struct deadline_state s = deadline_judge(calendar_of(rq, calendar), since, due_on, DAY_NONE, rq->today,
	    deadline_near_default);
	const char *text = arena_format(rq->arena, "%s.due.text", name);
	char days[NUMBER_TEXT];

	page_sub(page, name, "due.level", deadline_colour_name(s.colour));
	if (s.over_days > 0)
		page_say(page, text, "standing.over", "n", number_print(s.over_days, days), NULL);
	else if (s.left_days == 0)
		page_text(page, text, page_word(page, "standing.today"));
	else
		page_say(page, text, "standing.left", "n", number_print(s.left_days, days), NULL);
	if (s.provisional) {
		said_provisional(rq, page, text);
		said_provisional(rq, page, arena_format(rq->arena, "%s.due_on.text", name));
	}
}

void
own_standing_into(struct request *rq, struct page *page, const char *name, enum state state, instant since,
    struct day due_on, unsigned calendar)
{
	page_sub(page, name, "next", page_word_below(page, "next", state_name(state)));
	if (state == STATE_SUSPENDED && !day_known(due_on))
		page_sub(page, name, "due.level", "paused");
	else if (day_known(due_on) && state_open(state))
		due_into(rq, page, name, day_of_instant(since), due_on, calendar);
}

bool
delivery_complete(const struct own *o)
{
	return *o->delivery != '\0' && *o->contact_name != '\0' && *o->contact_phone != '\0' &&
	    (!text_is(o->delivery, "courier") || *o->delivery_address != '\0');
}

const char *
bytes_text(struct request *rq, long long bytes)
{
	if (bytes < 1024 * 1024)
		return arena_format(rq->arena, "%lld KB", (bytes + 1023) / 1024);
	return arena_format(rq->arena, "%.1f MB", (double)bytes / 1048576);
}

void
own_crumbs(struct page *page, const char *key)
{
	page_crumb(page, "/my/", "nav.my", NULL);
	if (key != NULL)
		page_crumb(page, text_is(key, "my.cases") ? "/my/cases" : "/applications", key, NULL);
}
