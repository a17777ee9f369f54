/*
 * licence_act.c - how long a result holds is said by who grants it; and it is revoked by who may.
 *
 * The guide's words are read where they say one period; otherwise the approver says it.  A revoked result holds from
 * that moment no longer: its decision paper is recalled, its holder told, and whoever would use it is refused.
 */
#include "fcgi/office/licence.h"

#include "base/text.h"
#include "fcgi/worker/form.h"
#include "fcgi/worker/route.h"
#include "generated/queries/licence.h"
#include "record/licence.h"
#include "record/paper.h"

/* ---- how long ---- */

static const char *const validities[] = { "until", "long", NULL };

/* Will what the guide names be held? */
static bool
holds(struct page *page)
{
	static const char *const kinds[] = { "licence", "approval", "certificate", "document" };

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (text_is(kinds[i], page_get(page, "case.outcome_kind")))
			return *page_get(page, "case.outcome_name") != '\0';
	return false;
}

void
validity_into(struct request *rq, struct page *page)
{
	struct licence_term term = licence_term_read(page_get(page, "case.outcome_validity"));
	const char *chosen = !term.known ? "" : term.unlimited ? "long" : "until";
	char day[DAY_TEXT];

	page_flag(page, "holds", holds(page));
	page_flag(page, "optional.valid_to", true);
	if (rq->route->method == GET) {
		page_text(page, "form.valid_from", day_print(rq->today, day));
		page_text(page, "form.valid_to", day_print(licence_until(term, rq->today), day));
	} else if (*form_get(rq, "validity") != '\0') {
		chosen = form_get(rq, "validity");
	}
	page_choices(page, "validity", validities, "validity", chosen);
}

/* The last day asked for, or of the guide when nothing was; DAY_NONE: long-term.  False: a mistake is told. */
static bool
last_day(struct request *rq, struct page *page, struct day from, struct day *to)
{
	struct licence_term term = licence_term_read(page_get(page, "case.outcome_validity"));
	const char *validity = form_get(rq, "validity");

	*to = DAY_NONE;
	if (*validity == '\0' && !term.known) {
		form_error(page, "validity", "required");
		return false;
	}
	if (text_is(validity, "long") || (*validity == '\0' && term.unlimited))
		return true;
	*to = *validity == '\0' ? licence_until(term, from) : form_day(rq, "valid_to");
	if (!day_known(*to))
		form_error(page, "valid_to", "required");
	else if (day_before(*to, from) || day_before(*to, rq->today))
		form_error(page, "valid_to", "too_early");
	else
		return true;
	return false;
}

bool
validity_read(struct request *rq, struct page *page, const char **detail)
{
	struct day from = form_day(rq, "valid_from"), to;

	*detail = "";
	if (!holds(page))
		return true;
	if (!day_known(from))
		from = rq->today;
	if (!last_day(rq, page, from, &to))
		return false;
	*detail = record_detail(rq->arena, "valid_from", record_day(rq->arena, from), "valid_to",
	    record_day(rq->arena, to), NULL);
	return true;
}

/* ---- revoking ---- */

static const struct field revoke_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "revoke_reason", FIELD_LINES, .required = true, .least = 2, .most = 1000 },
};
const struct form revoke_form = FORM(revoke_fields);

static bool
revoked(struct page *page)
{
	return *page_get(page, "case.revoked") != '\0';
}

enum reply
revoke_show(struct request *rq, struct page *page)
{
	struct case_row c;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	if (!act_allowed(rq, page, &c, EVENT_REVOKE))
		return REPLY_PAGE;
	licence_into(rq, page, &c);
	if (revoked(page)) {
		page_template(page, "office/case.cs");
		page_refuse(page, refusal_name(REFUSED_REVOKED));
		case_into(rq, page, &c);
		return REPLY_PAGE;
	}
	page_text(page, "page.title", page_word(page, "action.revoke"));
	case_crumbs(page, page_get(page, "page.title"));
	return REPLY_PAGE;
}

/* The decision paper, and what it granted. */
static void
revoke_write(struct request *rq, const struct case_row *c, uint64_t licence, const char *reason)
{
	struct query *q = query(rq, Q_REVOKE_PAPER);

	query_number(q, "case_id", (long long)c->id);
	query_text(q, "note", reason);
	query_instant(q, "now", rq->now);
	query_run(q);
	paper_list_renew(rq->db, rq->arena, c->id);
	if (licence == 0)
		return;
	q = query(rq, Q_LICENCE_REVOKE);
	query_number(q, "id", (long long)licence);
	query_text(q, "reason", reason);
	query_instant(q, "now", rq->now);
	query_run(q);
	licence_note(rq->db, rq->arena, &(struct licence_act){ .licence_id = licence, .case_id = c->id, .act = "revoked",
	    .by = c->act.by, .at = rq->now, .reason = reason });
}

enum reply
case_revoke(struct request *rq, struct page *page)
{
	const char *reason = form_get(rq, "revoke_reason");
	long long licence = 0;
	struct case_row c;
	enum reply reply;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	licence_into(rq, page, &c);
	if (revoked(page))
		return page_refuse(page, refusal_name(REFUSED_REVOKED));
	text_number(page_get(page, "licence.id"), 1, INT64_MAX, &licence);
	if (!case_step(rq, page, &c, EVENT_REVOKE, reason, record_detail(rq->arena,
	    "licence", page_get(page, "licence.identifier"), "document", page_get(page, "licence.document_number"), NULL),
	    &reply))
		return reply;
	revoke_write(rq, &c, (uint64_t)licence, reason);
	return case_go(rq, page, &c, "revoked");
}
