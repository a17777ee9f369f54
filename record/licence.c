/* licence.c - see licence.h. */
#include "record/licence.h"

#include "base/text.h"
#include "generated/queries/licence.h"
#include "generated/queries/paper.h"

#include <stdio.h>

/* What is to be held, as it is put together. */
struct holding {
	struct db *db;
	struct arena *arena;
	const struct case_act *act;
	struct query *facts;
	const char *kind, *serial, *identifier;
	long long edition;
	uint64_t before;		/* the licence it takes the place of; 0: none */
};

static struct query *
ask(const struct holding *h, const struct statement *statement)
{
	return query_new(h->db, h->arena, statement);
}

static const char *
get(const struct holding *h, const char *column)
{
	return query_get(h->facts, column);
}

/* The next number of a locked counter; 0 when the machine failed. */
static long long
next_number(const struct holding *h, const char *name)
{
	struct query *q = ask(h, Q_PAPER_SERIAL);

	query_text(q, "name", name);
	return query_run(q) > 0 ? (long long)query_id(q) : 0;
}

/* ---- its identifier ---- */

static const char *
kind_add(const struct holding *h, const char *organ, const char *title)
{
	struct query *q = ask(h, Q_LICENCE_KIND_ADD);
	char code[LICENCE_KIND_TEXT];

	if (!licence_kind_print(organ, next_number(h, arena_format(h->arena, "licence_kind:%s", organ)), code))
		return "";
	query_text(q, "code", code);
	query_text(q, "organ", organ);
	query_text(q, "title", title);
	query_text(q, "outcome_kind", get(h, "outcome_kind"));
	query_instant(q, "now", h->act->at);
	return query_run(q) == 1 ? arena_text(h->arena, code) : NULL;
}

/* The code of this organ's results of this name; "" where the organ's code makes none. */
static const char *
kind_of(const struct holding *h)
{
	const char *organ = get(h, "organ_code"), *title = get(h, "outcome_name"), *code = NULL;

	for (int tries = 0; tries < 2 && code == NULL; tries++) {
		struct query *q = ask(h, Q_LICENCE_KIND_LOAD);

		query_text(q, "organ", organ);
		query_text(q, "title", title);
		code = query_next(q) ? query_get(q, "code") : kind_add(h, organ, title);
	}
	return code != NULL ? code : "";
}

/* A renewal keeps kind and serial, and is one edition more. */
static void
renewed_from(struct holding *h)
{
	struct query *q = ask(h, Q_LICENCE_BEFORE);

	query_number(q, "id", (long long)h->act->case_id);
	query_text(q, "title", get(h, "outcome_name"));
	query_text(q, "organ", get(h, "organ_code"));
	query_text(q, "number", get(h, "applicant_number"));
	if (!query_next(q))
		return;
	h->before = (uint64_t)query_get_number(q, "id");
	if (*query_get(q, "serial") == '\0' || query_get_number(q, "edition") >= LICENCE_EDITION_MOST)
		return;
	h->kind = query_get(q, "kind");
	h->serial = query_get(q, "serial");
	h->edition = query_get_number(q, "edition") + 1;
}

static void
number(struct holding *h)
{
	char serial[LICENCE_SERIAL_TEXT], identifier[LICENCE_IDENTIFIER_TEXT];
	int year = day_civil(day_of_instant(h->act->at)).year;

	h->edition = 1;
	h->kind = h->serial = h->identifier = "";
	renewed_from(h);
	if (*h->kind == '\0')
		h->kind = kind_of(h);
	if (*h->kind == '\0')
		return;			/* an organ of an interim code: held, and not numbered */
	if (*h->serial == '\0' && licence_serial_print(year, next_number(h, arena_format(h->arena, "licence:%s:%d",
	    get(h, "organ_code"), year)), serial))
		h->serial = arena_text(h->arena, serial);
	if (licence_identifier_print(h->kind, get(h, "organ_code"), h->serial, (int)h->edition, identifier))
		h->identifier = arena_text(h->arena, identifier);
}

/* ---- holding it ---- */

static struct day
day_said(const struct holding *h, const char *column, struct day otherwise)
{
	struct day said = day_parse(get(h, column));

	return day_known(said) ? said : otherwise;
}

/* As the approver said; else as the guide does. */
static struct day
last_day(const struct holding *h, struct day from)
{
	if (!query_is_null(h->facts, "valid_to"))
		return day_said(h, "valid_to", DAY_NONE);
	return licence_until(licence_term_read(get(h, "outcome_validity")), from);
}

static void
column(const struct holding *h, struct query *q, const char *name, const char *from)
{
	query_text(q, name, get(h, from));
}

static uint64_t
row_add(const struct holding *h)
{
	struct query *q = ask(h, Q_LICENCE_ADD);
	struct day today = day_of_instant(h->act->at), from = day_said(h, "valid_from", today);
	bool person = text_is(get(h, "applicant_kind"), "person");

	query_text(q, "identifier", *h->identifier ? h->identifier : NULL);
	query_text(q, "kind", h->kind);
	query_text(q, "serial", h->serial);
	query_number(q, "edition", h->edition);
	query_text(q, "id_kind", person ? "citizen" : "credit");
	query_number(q, "case_id", (long long)h->act->case_id);
	column(h, q, "title", "outcome_name");
	column(h, q, "outcome_kind", "outcome_kind");
	column(h, q, "holder_kind", "applicant_kind");
	column(h, q, "id_number", "applicant_number");
	column(h, q, "holder_name", "applicant_name");
	column(h, q, "item_code", "item_code");
	column(h, q, "item_title", "title");
	column(h, q, "organ", "organ_code");
	column(h, q, "organ_name", "organ_name");
	column(h, q, "outcome_number", "outcome_number");
	column(h, q, "paper_code", "paper_code");
	column(h, q, "document_number", "document_number");
	query_day(q, "issued_on", today);
	query_instant(q, "signed_at", h->act->at);
	query_day(q, "valid_from", from);
	query_day(q, "valid_to", last_day(h, from));
	return query_run(q) == 1 ? query_id(q) : 0;
}

static void
note(const struct holding *h, uint64_t id, const char *act)
{
	licence_note(h->db, h->arena, &(struct licence_act){ .licence_id = id, .case_id = h->act->case_id, .act = act,
	    .by = h->act->by, .at = h->act->at });
}

static void
supersede(const struct holding *h, uint64_t by)
{
	struct query *q = ask(h, Q_LICENCE_SUPERSEDE);

	query_number(q, "id", (long long)h->before);
	query_number(q, "by", (long long)by);
	query_instant(q, "now", h->act->at);
	if (query_run(q) == 1)
		note(h, h->before, "superseded");
}

static void
hold(struct db *db, struct arena *arena, const struct case_act *act)
{
	struct holding h = { .db = db, .arena = arena, .act = act };
	uint64_t id;

	h.facts = ask(&h, Q_LICENCE_DUE);
	query_number(h.facts, "id", (long long)act->case_id);
	if (!query_next(h.facts))
		return;
	number(&h);
	id = row_add(&h);
	if (id == 0)
		return;			/* the machine failed, and the act with it */
	note(&h, id, "issued");
	if (h.before != 0)
		supersede(&h, id);
}

static void
used(struct db *db, struct arena *arena, const struct case_act *act)
{
	struct query *q = query_new(db, arena, Q_LICENCE_USED);

	query_number(q, "id", (long long)act->case_id);
	query_instant(q, "now", act->at);
	query_number(q, "account", (long long)act->by.account);
	query_text(q, "actor_kind", act->by.kind);
	query_text(q, "actor_name", act->by.name);
	query_text(q, "organ", act->by.organ != NULL ? act->by.organ : "");
	query_run(q);
}

void
licence_tell(struct db *db, struct arena *arena, const struct case_act *act)
{
	if (act->event == EVENT_GRANT || (act->event == EVENT_TASK && act->was == STATE_GRANTED))
		hold(db, arena, act);
	if (act->event == EVENT_SUBMIT || act->event == EVENT_RECEIVE)
		used(db, arena, act);
}

void
licence_note(struct db *db, struct arena *arena, const struct licence_act *a)
{
	struct query *q = query_new(db, arena, Q_LICENCE_NOTE);

	query_number(q, "id", (long long)a->licence_id);
	query_instant(q, "now", a->at);
	query_text(q, "act", a->act);
	if (a->case_id != 0)
		query_number(q, "case_id", (long long)a->case_id);
	else
		query_null(q, "case_id");
	query_number(q, "account", (long long)a->by.account);
	query_text(q, "actor_kind", a->by.kind);
	query_text(q, "actor_name", a->by.name);
	query_text(q, "organ", a->by.organ != NULL ? a->by.organ : "");
	query_text(q, "reason", a->reason != NULL ? a->reason : "");
	query_run(q);
}

struct licence
licence_read(const struct query *q)
{
	struct licence l = { .valid_from = query_get_day(q, "valid_from"), .valid_to = query_get_day(q, "valid_to"),
	    .id_kind = query_get(q, "id_kind"), .id_number = query_get(q, "id_number") };

	if (!licence_state_named(query_get(q, "state"), &l.state))
		l.state = LICENCE_REVOKED;	/* unknown is not valid */
	return l;
}

/* ---- reuse ---- */

void
licence_choose(struct db *db, struct arena *arena, uint64_t case_id, struct day today)
{
	struct query *q = query_new(db, arena, Q_LICENCE_CHOOSE);

	query_number(q, "id", (long long)case_id);
	query_day(q, "today", today);
	query_run(q);
}

enum licence_standing
licence_uses(struct db *db, struct arena *arena, uint64_t case_id, struct day today)
{
	struct query *q = query_new(db, arena, Q_LICENCE_USES);
	enum licence_standing standing = LICENCE_STANDS;

	query_number(q, "id", (long long)case_id);
	while (standing == LICENCE_STANDS && query_next(q)) {
		struct licence l = licence_read(q);

		standing = licence_use(&l, text_is(query_get(q, "applicant_kind"), "person") ? "citizen" : "credit",
		    query_get(q, "applicant_number"), today);
	}
	return standing;
}
