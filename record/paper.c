/*
 * paper.c - see paper.h.
 *
 * The content is one JSON object of texts: document, event, reason; case (the
 * columns of paper_facts), act (the detail of the event, whole), clocks (each
 * date with its working), and materials or defects where the paper lists them.
 */
#include "record/paper.h"

#include "base/text.h"
#include "generated/queries/paper.h"
#include "record/case_limits.h"
#include "record/seal.h"
#include "rules/mask.h"
#include "rules/seal.h"

#include <string.h>

enum { CODE_TRIES = 3, SEALS_MOST = 100 };

/* What an act's papers are made from. */
struct issuing {
	struct db *db;
	struct arena *arena;
	const uint8_t *key;
	const struct case_act *act;
	struct query *facts;
	const char *applicant_shown, *number_shown;	/* for anybody; for the applicant */
	struct record_head head;
	struct text content;
};

static struct query *
ask(struct issuing *i, const struct statement *statement)
{
	return query_new(i->db, i->arena, statement);
}

/* ---- JSON of texts ---- */

static void
open_list(struct text *t, const char *name, char bracket)
{
	if (name != NULL)
		text_format(t, "\"%s\":", name);
	text_add_char(t, bracket);
}

static void
close_list(struct text *t, char bracket)
{
	if (t->start[t->bytes - 1] == ',')
		t->bytes--;
	text_add_char(t, bracket);
	text_add_char(t, ',');
}

static void
fact(struct text *t, const char *name, const char *value)
{
	text_format(t, "\"%s\":\"", name);
	text_add_json(t, value == NULL ? "" : value);
	text_add(t, "\",");
}

static void
fact_number(struct text *t, const char *name, long long n)
{
	text_format(t, "\"%s\":\"%lld\",", name, n);
}

static void
fact_day(struct text *t, const char *name, struct day on)
{
	char text[DAY_TEXT];

	fact(t, name, day_print(on, text));
}

/* The columns of the current row, but for those a paper does not print. */
static void
facts(struct text *t, const struct query *q, const char *const *but)
{
	for (size_t i = 0; i < query_columns(q); i++) {
		bool left_out = false;

		for (size_t k = 0; but != NULL && but[k] != NULL; k++)
			left_out = left_out || text_is(but[k], query_column(q, i));
		if (!left_out)
			fact(t, query_column(q, i), query_get_at(q, i, NULL));
	}
}

static void
rows(struct issuing *i, const char *name, struct query *q)
{
	open_list(&i->content, name, '[');
	while (query_next(q)) {
		open_list(&i->content, NULL, '{');
		facts(&i->content, q, NULL);
		close_list(&i->content, '}');
	}
	close_list(&i->content, ']');
}

/* ---- dates with their working ---- */

enum { SPAN_MOST = 800 };

/* The case's calendar between two days. */
static struct calendar
calendar_between(struct issuing *i, struct day first, struct day last)
{
	struct query *q = ask(i, Q_PAPER_CALENDAR_DAYS);
	struct calendar cal = { .version = (int)query_get_number(i->facts, "calendar"),
	    .first = query_get_day(i->facts, "calendar_first_on"),
	    .last = query_get_day(i->facts, "calendar_last_on") };
	struct calendar_exception *exceptions = arena_array(i->arena, struct calendar_exception, SPAN_MOST);

	query_number(q, "version", cal.version);
	query_day(q, "first", first);
	query_day(q, "last", last);
	while (cal.count < SPAN_MOST && query_next(q))
		exceptions[cal.count++] = (struct calendar_exception){ .on = query_get_day(q, "day_on"),
		    .kind = query_get_number(q, "works") ? CALENDAR_WORK : CALENDAR_OFF,
		    .notice_year = (int)query_get_number(q, "notice_year") };
	cal.rows = exceptions;
	return cal;
}

/* How many days of each kind lie between: the day it begins does not count. */
static void
working(struct issuing *i, struct day from, struct day due, long long workdays)
{
	struct calendar cal = calendar_between(i, from, due);
	int days[CALENDAR_REASON_COUNT] = { 0 };
	struct day d = from;

	for (int n = 0; day_before(d, due) && n < SPAN_MOST; n++) {
		d = day_add(d, 1);
		days[calendar_why(&cal, d)]++;
	}
	/* Where days stood still, the count is not the limit: the page of the case shows that working, day by day. */
	if (days[CALENDAR_WEEKDAY] + days[CALENDAR_MAKEUP] != workdays)
		return;
	fact_number(&i->content, "workdays", workdays);
	fact_number(&i->content, "makeups", days[CALENDAR_MAKEUP]);
	fact_number(&i->content, "weekends", days[CALENDAR_WEEKEND]);
	fact_number(&i->content, "holidays", days[CALENDAR_HOLIDAY]);
	fact_number(&i->content, "calendar", cal.version);
	fact(&i->content, "provisional", calendar_provisional(&cal, due) ? "1" : "");
}

static void
clock_add(struct issuing *i, const char *name, long long limit, const char *unit, instant from, struct day due)
{
	if (!day_known(due) || from == INSTANT_NONE)
		return;
	open_list(&i->content, NULL, '{');
	fact(&i->content, "name", name);
	fact_number(&i->content, "limit", limit);
	fact(&i->content, "unit", unit);
	fact_day(&i->content, "from_on", day_of_instant(from));
	fact_day(&i->content, "due_on", due);
	if (text_is(unit, "workday"))
		working(i, day_of_instant(from), due, limit);
	close_list(&i->content, '}');
}

/* The limit that binds by law, as stated or the general one of a licence (rules in case_limits.h). */
static void
clock_of_law(struct issuing *i, instant from)
{
	const struct query *f = i->facts;
	struct limit law = limit_of_law(query_get(f, "item_kind"), limit_read(!query_is_null(f, "statutory_limit"),
	    query_get_number(f, "statutory_limit"), query_get(f, "statutory_unit")));

	if (law.known)
		clock_add(i, "statutory", law.term.count, deadline_unit_name(law.term.unit), from,
		    query_get_day(f, "statutory_on"));
}

static void
clocks(struct issuing *i, enum paper paper)
{
	const struct query *f = i->facts;
	instant accepted = query_get_instant(f, "accepted_at");

	open_list(&i->content, "clocks", '[');
	switch (paper) {
	case PAPER_RECEIPT:
	case PAPER_CORRECTION_RECEIPT:
		clock_add(i, "answer", LIMIT_ANSWER_DAYS, "workday", i->act->at, query_get_day(f, "due_on"));
		break;
	case PAPER_ACCEPTED:
	case PAPER_ACCEPTED_LACKING:
	case PAPER_SUPPLEMENT_RECEIPT:
	case PAPER_SPECIAL_ENDED:
	case PAPER_EXTENDED:
	case PAPER_MOVED:
		if (!query_is_null(f, "promised_limit"))
			clock_add(i, "promised", query_get_number(f, "promised_limit"), query_get(f, "promised_unit"),
			    accepted, query_get_day(f, "promised_on"));
		clock_of_law(i, accepted);
		break;
	case PAPER_LICENCE_GRANTED:
	case PAPER_LICENCE_DENIED:
	case PAPER_GRANTED:
	case PAPER_DENIED:
		clock_add(i, "delivery", LIMIT_DELIVERY_DAYS, "workday", i->act->at, query_get_day(f, "due_on"));
		break;
	default:
		break;
	}
	close_list(&i->content, ']');
}

/* ---- lists ---- */

static void
materials(struct issuing *i)
{
	struct query *q = ask(i, Q_PAPER_MATERIALS);

	query_number(q, "id", (long long)i->act->case_id);
	rows(i, "materials", q);
}

static void
defects(struct issuing *i)
{
	struct query *list = ask(i, Q_PAPER_CORRECTION), *q = ask(i, Q_PAPER_DEFECTS);

	query_number(list, "id", (long long)i->act->case_id);
	query_number(list, "round", query_get_number(i->facts, "round"));
	if (query_next(list)) {
		open_list(&i->content, "list", '{');
		facts(&i->content, list, NULL);
		close_list(&i->content, '}');
	}
	query_number(q, "id", (long long)i->act->case_id);
	query_number(q, "round", query_get_number(i->facts, "round"));
	rows(i, "defects", q);
}

static void
lists(struct issuing *i, enum paper paper)
{
	switch (paper) {
	case PAPER_RECEIPT:
	case PAPER_ACCEPTED:
	case PAPER_ACCEPTED_LACKING:
	case PAPER_PROMISE:
	case PAPER_PROMISE_LACKING:
	case PAPER_DELIVERY:
		materials(i);
		break;
	case PAPER_CORRECTION:
	case PAPER_CORRECTION_RECEIPT:
	case PAPER_SUPPLEMENT:
	case PAPER_SUPPLEMENT_RECEIPT:
		defects(i);
		break;
	default:
		break;
	}
}

/* ---- one paper ---- */

static bool
online(const struct query *f)
{
	return text_is(query_get(f, "channel"), "web") || text_is(query_get(f, "channel"), "phone");
}

/* The seal of the area where the project lies (审批专用章); "": the organ's own.  Of decisions alone. */
static const char *
seal_of(struct issuing *i)
{
	struct seal *seals = arena_array(i->arena, struct seal, SEALS_MOST);
	struct query *q;
	const char *area = "";
	size_t count = 0, right;

	if (i->act->event != EVENT_GRANT && i->act->event != EVENT_DENY)
		return "";
	q = ask(i, Q_PAPER_SEALS);
	query_number(q, "id", (long long)i->act->case_id);
	for (; count < SEALS_MOST && query_next(q); count++) {
		seals[count] = (struct seal){ arena_text(i->arena, query_get(q, "area_code")),
		    arena_text(i->arena, query_get(q, "name")) };
		area = arena_text(i->arena, query_get(q, "project_area"));
	}
	right = seal_choose(seals, count, area);
	return right < count ? seals[right].name : "";
}

static void
content_make(struct issuing *i, enum paper paper, const char *document)
{
	/* The query code stands on what the applicant alone is given; the number of a person is masked everywhere. */
	static const char *const hidden[] = { "query_code", "applicant_number", "organ_mark", "standing", "position",
	    "calendar_first_on", "calendar_last_on", NULL };
	const char *detail = i->act->detail;
	struct text *t = &i->content;

	text_clear(t);
	open_list(t, NULL, '{');
	fact(t, "edition", "1");	/* of the wording: templates/papers */
	fact(t, "kind", paper_name(paper));
	fact(t, "form", paper_form_number(paper, online(i->facts)));
	fact(t, "document", document);
	fact(t, "event", event_name(i->act->event));
	fact(t, "reason", i->act->reason);
	fact(t, "seal", seal_of(i));
	open_list(t, "case", '{');
	facts(t, i->facts, paper == PAPER_RECEIPT ? hidden + 1 : hidden);
	fact(t, "applicant_number_shown", i->number_shown);
	close_list(t, '}');
	if (detail != NULL && *detail == '{')
		text_format(t, "\"act\":%s,", detail);
	clocks(i, paper);
	lists(i, paper);
	close_list(t, '}');
	t->bytes--;			/* no comma after the whole */
	t->start[t->bytes] = '\0';
}

/* A text with its length before it, so that no two papers share an encoding. */
static void
mac_text(struct text *t, const char *s)
{
	text_format(t, "%zu:%s", strlen(s), s);
}

/* What the row is bound by; columns in a row's own order, as Q_PAPER_VERIFY reads them. */
struct sealed {
	const char *code, *kind, *case_id, *position, *number, *organ_code, *organ_name, *title, *applicant_shown,
	    *issued_on, *signed_at, *issuer_id, *issuer_name, *issuer_organ, *chain_position, *chain_head;
	const uint8_t *content_hash;
};

static void
mac_make(const struct sealed *s, const uint8_t key[KEY_BYTES], uint8_t mac[HASH_BYTES])
{
	const char *const columns[] = { s->code, s->kind, s->case_id, s->position, s->number, s->organ_code,
	    s->organ_name, s->title, s->applicant_shown, s->issued_on, s->signed_at, s->issuer_id, s->issuer_name,
	    s->issuer_organ, s->chain_position, s->chain_head };
	struct text t;

	text_init(&t);
	text_add(&t, "yimen paper 1\n");
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		mac_text(&t, columns[i]);
	text_add_n(&t, (const char *)s->content_hash, HASH_BYTES);
	mac_of(mac, key, t.start, t.bytes);
	text_free(&t);
}

bool
paper_intact(const struct query *q, const uint8_t key[KEY_BYTES])
{
	size_t hash_bytes = 0, mac_bytes = 0;
	const char *hash = query_get_at(q, 0, &hash_bytes), *mac = query_get_at(q, 1, &mac_bytes);
	uint8_t right[HASH_BYTES];

	if (hash_bytes != HASH_BYTES || mac_bytes != HASH_BYTES)
		return false;
	mac_make(&(struct sealed){ .code = query_get(q, "code"), .kind = query_get(q, "kind"),
	    .case_id = query_get(q, "case_id"), .position = query_get(q, "position"),
	    .number = query_get(q, "number"), .organ_code = query_get(q, "organ_code"),
	    .organ_name = query_get(q, "organ_name"), .title = query_get(q, "title"),
	    .applicant_shown = query_get(q, "applicant_shown"), .issued_on = query_get(q, "issued_on"),
	    .signed_at = query_get(q, "signed_at"), .issuer_id = query_get(q, "issuer_id"),
	    .issuer_name = query_get(q, "issuer_name"), .issuer_organ = query_get(q, "issuer_organ"),
	    .chain_position = query_get(q, "chain_position"), .chain_head = query_get(q, "chain_head"),
	    .content_hash = (const uint8_t *)hash }, key, right);
	return bytes_equal(right, mac, HASH_BYTES);
}

static const char *
or_empty(const char *s)
{
	return s == NULL ? "" : s;
}

static const char *
head_hex(struct issuing *i)
{
	struct text t;
	const char *hex;

	if (i->head.position == 0)
		return "";
	text_init(&t);
	text_add_hex(&t, i->head.head, HASH_BYTES);
	hex = arena_text(i->arena, t.start);
	text_free(&t);
	return hex;
}

/* False when the code was taken: another is drawn. */
static bool
paper_add(struct issuing *i, enum paper paper, const char *document)
{
	const struct query *f = i->facts;
	const struct case_act *act = i->act;
	uint8_t random[PAPER_CODE_BYTES], hash[HASH_BYTES], mac[HASH_BYTES];
	char code[PAPER_CODE_TEXT], on[DAY_TEXT], at[INSTANT_TEXT];
	struct query *q = ask(i, Q_PAPER_ADD);
	struct sealed s;

	random_bytes(random, sizeof(random));
	sha256_of(hash, i->content.start, i->content.bytes);
	s = (struct sealed){ .code = paper_code_print(random, code), .kind = paper_name(paper),
	    .case_id = arena_format(i->arena, "%llu", (unsigned long long)act->case_id),
	    .position = query_get(f, "position"), .number = document, .organ_code = query_get(f, "organ_code"),
	    .organ_name = query_get(f, "organ_name"), .title = query_get(f, "title"),
	    .applicant_shown = i->applicant_shown, .issued_on = day_print(day_of_instant(act->at), on),
	    .signed_at = instant_print(act->at, at),
	    .issuer_id = arena_format(i->arena, "%llu", (unsigned long long)act->by.account),
	    .issuer_name = or_empty(act->by.name), .issuer_organ = or_empty(act->by.organ),
	    .chain_position = i->head.position == 0 ? "" :
	    arena_format(i->arena, "%llu", (unsigned long long)i->head.position),
	    .chain_head = head_hex(i), .content_hash = hash };
	mac_make(&s, i->key, mac);
	query_text(q, "code", s.code);
	query_text(q, "kind", s.kind);
	query_number(q, "case_id", (long long)act->case_id);
	query_number(q, "position", query_get_number(f, "position"));
	query_text(q, "number", s.number);
	query_text(q, "organ_code", s.organ_code);
	query_text(q, "organ_name", s.organ_name);
	query_text(q, "title", s.title);
	query_text(q, "applicant_shown", s.applicant_shown);
	query_day(q, "issued_on", day_of_instant(act->at));
	query_instant(q, "signed_at", act->at);
	query_number(q, "issuer_id", (long long)act->by.account);
	query_text(q, "issuer_name", s.issuer_name);
	query_text(q, "issuer_organ", s.issuer_organ);
	query_text(q, "content", i->content.start);
	query_bytes(q, "content_hash", hash, sizeof(hash));
	if (i->head.position == 0)
		query_null(q, "chain_position");
	else
		query_number(q, "chain_position", (long long)i->head.position);
	query_text(q, "chain_head", s.chain_head);
	query_bytes(q, "mac", mac, sizeof(mac));
	return query_run(q) >= 0;
}

/* Its number; without a gap, since the row of the counter is held until the act is committed. */
static const char *
document_number(struct issuing *i, enum paper paper)
{
	struct query *q = ask(i, Q_PAPER_SERIAL);
	int year = day_civil(day_of_instant(i->act->at)).year;
	char text[PAPER_NUMBER_TEXT];

	query_text(q, "name", arena_format(i->arena, "paper:%s:%s:%d", query_get(i->facts, "organ_code"),
	    paper_name(paper), year));
	if (query_run(q) <= 0)
		return "";
	paper_number_print(query_get(i->facts, "organ_mark"), paper, year, (long long)query_id(q), text);
	return arena_text(i->arena, text);
}

static void
paper_issue(struct issuing *i, enum paper paper)
{
	const char *document = document_number(i, paper);
	struct query *q;

	/* Only where there is one: an UPDATE that finds none would lock the gap others write their papers into. */
	if (paper_replaces(paper) && strstr(query_get(i->facts, "standing"), paper_name(paper)) != NULL) {
		q = ask(i, Q_PAPER_SUPERSEDE);
		query_number(q, "case_id", (long long)i->act->case_id);
		query_text(q, "kind", paper_name(paper));
		query_instant(q, "now", i->act->at);
		query_run(q);
	}
	content_make(i, paper, document);
	for (int tries = 0; tries < CODE_TRIES; tries++)
		if (paper_add(i, paper, document))
			return;
}

/* ---- an act ---- */

static void
recall(struct issuing *i)
{
	struct query *q = ask(i, Q_PAPER_RECALL);

	query_number(q, "case_id", (long long)i->act->case_id);
	query_text(q, "code", "taken_back");
	query_text(q, "note", "");
	query_instant(q, "now", i->act->at);
	query_run(q);
}

static const char *
masked(struct issuing *i, char *(*mask)(const char *, char *, size_t), const char *column)
{
	char text[MASK_ROOM];

	if (!text_is(query_get(i->facts, "applicant_kind"), "person"))
		return query_get(i->facts, column);
	return arena_text(i->arena, mask(query_get(i->facts, column), text, sizeof(text)));
}

static struct paper_occasion
occasion(const struct issuing *i)
{
	const char *detail = or_empty(i->act->detail);

	return (struct paper_occasion){
		.event = i->act->event,
		.licence = text_is(query_get(i->facts, "item_kind"), "01"),
		.lacking = query_get_number(i->facts, "lacking") > 0,
		.promised = query_get_number(i->facts, "promises") > 0,
		.moved = strstr(detail, "\"promised_on\"") != NULL || strstr(detail, "\"statutory_on\"") != NULL,
	};
}

/* Whether the table has any paper for an event, whatever the case: most acts have none and cost nothing. */
static bool
has_paper(enum event event)
{
	const struct paper_occasion all = { event, true, true, true, true }, none = { .event = event };
	enum paper paper;

	return paper_next(&all, &(size_t){ 0 }, &paper) || paper_next(&none, &(size_t){ 0 }, &paper);
}

void
paper_list_renew(struct db *db, struct arena *arena, uint64_t case_id)
{
	struct query *made = query_new(db, arena, Q_PAPER_LIST_MAKE), *q;

	query_number(made, "case_id", (long long)case_id);
	if (!query_next(made))
		return;			/* the failure is the connection's, and sticks there */
	q = query_new(db, arena, Q_PAPER_LIST_KEEP);
	query_number(q, "case_id", (long long)case_id);
	query_text(q, "list", query_get(made, "list"));
	query_run(q);
}

void
paper_tell(struct db *db, struct arena *arena, const uint8_t key[KEY_BYTES], const struct case_act *act)
{
	struct issuing i = { .db = db, .arena = arena, .key = key, .act = act };
	struct paper_occasion on;
	enum paper paper;
	size_t at = 0;

	if (act->event == EVENT_TAKE_BACK) {
		recall(&i);
		paper_list_renew(db, arena, act->case_id);
	}
	if (!has_paper(act->event))
		return;
	i.facts = ask(&i, Q_PAPER_FACTS);
	query_number(i.facts, "id", (long long)act->case_id);
	if (!query_next(i.facts))
		return;			/* the failure is the connection's, and sticks there */
	i.applicant_shown = masked(&i, mask_name, "applicant_name");
	i.number_shown = masked(&i, mask_citizen, "applicant_number");
	record_head_now(db, arena, &i.head);
	text_init(&i.content);
	on = occasion(&i);
	while (paper_next(&on, &at, &paper))
		paper_issue(&i, paper);
	text_free(&i.content);
	paper_list_renew(db, arena, act->case_id);
}
