/* licence.c - the organ's register of results that are held, and one of them with its history. */
#include "fcgi/office/licence.h"

#include "base/text.h"
#include "fcgi/worker/form.h"
#include "fcgi/worker/sheet.h"
#include "generated/queries/licence.h"
#include "record/licence.h"
#include "rules/mask.h"
#include "rules/number.h"

enum { PER_PAGE = 30, PAGES_MOST = 34 };	/* of a thousand, which are counted */

static const char *const states[] = { "any", "valid", "soon", "expired", "revoked", "superseded", NULL };

static const struct field licences_fields[] = {
	{ "licence_kind", FIELD_TEXT, .most = 300 },
	{ "state", FIELD_CHOICE, .choices = states },
	{ "licence_find", FIELD_TEXT, .most = 100 },
	{ "page", FIELD_NUMBER, .least = 1, .most = PAGES_MOST },
};
const struct form licences_form = FORM(licences_fields);

static const char *
state_asked(struct request *rq)
{
	return *form_get(rq, "state") != '\0' ? form_get(rq, "state") : "any";
}

/* The conditions of the page, the same for the count, the rows and the sheet. */
static struct query *
narrowed(struct request *rq, const struct statement *statement)
{
	struct query *q = query(rq, statement);

	query_text(q, "organ", rq->who.organ);
	query_text(q, "kind", form_get(rq, "licence_kind"));
	query_text(q, "state", state_asked(rq));
	query_text(q, "find", form_get(rq, "licence_find"));
	query_text(q, "like", like_anywhere(rq, form_get(rq, "licence_find")));
	query_day(q, "today", rq->today);
	query_day(q, "soon", day_add(rq->today, LICENCE_RENEWAL_DAYS));
	return q;
}

static struct query *
rows_from(struct request *rq, long long most, long long skip)
{
	struct query *q = narrowed(rq, Q_LICENCES);

	query_number(q, "most", most);
	query_number(q, "skip", skip);
	return q;
}

static enum licence_standing
standing_of(const struct request *rq, const struct query *q)
{
	struct licence l = licence_read(q);

	return licence_standing(&l, rq->today);
}

/* The rest is columns: licence_rows and licence_facts of the templates. */
static void
standing_into(struct request *rq, struct page *page, const char *row, const struct query *q)
{
	page_sub(page, row, "standing", licence_standing_name(standing_of(rq, q)));
	page_sub(page, row, "url", arena_format(rq->arena, "/office/licences/%s", query_get(q, "id")));
	page_sub(page, row, "case_url", arena_format(rq->arena, "/office/cases/%s", query_get(q, "number")));
	page_sub(page, row, "paper_url", *query_get(q, "paper_code") == '\0' ? "" :
	    arena_format(rq->arena, "/papers/%s", query_get(q, "paper_code")));
}

/* What an organ's results are narrowed by: their names. */
static void
kinds_into(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_LICENCE_KINDS);
	const char *chosen = form_get(rq, "licence_kind");
	size_t n = 1;

	query_text(q, "organ", rq->who.organ);
	page_sub(page, "choices.licence_kind.0", "value", "");
	page_sub(page, "choices.licence_kind.0", "label", page_word(page, "licence.any_kind"));
	page_flag(page, "choices.licence_kind.0.checked", *chosen == '\0');
	for (; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "choices.licence_kind.%zu", n);

		page_sub(page, row, "value", query_get(q, "title"));
		page_sub(page, row, "label", query_get(q, "title"));
		page_flag(page, arena_format(rq->arena, "%s.checked", row), text_is(query_get(q, "title"), chosen));
	}
}

static const char *
sheet_url(struct request *rq, struct page *page, const char *ending)
{
	const char *here = page_url_with(page, "page", NULL), *query = here;

	while (*query != '\0' && *query != '?')
		query++;
	return arena_format(rq->arena, "/office/licences.%s%s", ending, query);
}

enum reply
licences_show(struct request *rq, struct page *page)
{
	long long number = form_number(rq, "page") > 0 ? form_number(rq, "page") : 1;
	struct query *count = narrowed(rq, Q_LICENCES_FOUND), *q = rows_from(rq, PER_PAGE, (number - 1) * PER_PAGE);
	long long found = query_next(count) ? query_get_number(count, "found") : 0;

	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "rows.%zu", n);

		query_row_into(q, page, row);
		standing_into(rq, page, row, q);
	}
	kinds_into(rq, page);
	page_choices(page, "state", states, "licence_filter", state_asked(rq));
	page_text(page, "csv_url", sheet_url(rq, page, "csv"));
	page_text(page, "xlsx_url", sheet_url(rq, page, "xlsx"));
	page_pager(page, number, PER_PAGE, found);
	page_flag(page, "narrowed", *form_get(rq, "licence_kind") || *form_get(rq, "licence_find") || !text_is(state_asked(rq), "any"));
	page_crumb(page, "/office/", "nav.cases", NULL);
	page_crumb(page, NULL, "licence.register", NULL);
	return REPLY_PAGE;
}

enum reply
licences_sheet(struct request *rq, struct page *page)
{
	static const char *const heads[] = { "licence_identifier", "licence_title", "licence_document", "licence_outcome",
	    "licence_holder", "licence_item", "licence_issued_on", "licence_signed_at", "licence_from", "licence_to",
	    "licence_state", "licence_case", NULL };
	struct query *q = rows_from(rq, SHEET_ROWS_MOST + 1, 0);
	struct sheet *s = sheet_open(rq, page, "licences", heads);

	while (query_next(q) && sheet_row(s)) {
		sheet_text(s, query_get(q, "identifier"));
		sheet_text(s, query_get(q, "title"));
		sheet_text(s, query_get(q, "document_number"));
		sheet_text(s, query_get(q, "outcome_number"));
		sheet_text(s, query_get(q, "holder_name"));
		sheet_text(s, query_get(q, "item_title"));
		sheet_day(s, query_get_day(q, "issued_on"));
		sheet_instant(s, query_get_instant(q, "signed_at"));
		sheet_day(s, query_get_day(q, "valid_from"));
		if (query_is_null(q, "valid_to"))
			sheet_text(s, page_word(page, "licence.long_term"));
		else
			sheet_day(s, query_get_day(q, "valid_to"));
		sheet_text(s, page_word_below(page, "licence_standing", licence_standing_name(standing_of(rq, q))));
		sheet_text(s, query_get(q, "number"));
	}
	return sheet_close(s);
}

/* ---- one ---- */

static void
history_into(struct request *rq, struct page *page, const struct query *licence)
{
	struct query *q = query(rq, Q_LICENCE_HISTORY);

	query_number(q, "id", query_get_number(licence, "id"));
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "events.%zu", n);

		query_row_into(q, page, row);
		page_sub(page, row, "at_text", page_get(page, arena_format(rq->arena, "%s.at.text", row)));
		page_sub(page, row, "day", page_get(page, arena_format(rq->arena, "%s.at", row)));
		page_sub(page, row, "who", text_is(query_get(q, "actor_kind"), "clock") ? page_word(page, "register.clock") :
		    query_get(q, "actor_name"));
		page_sub(page, row, "title", page_word_below(page, "licence_act", query_get(q, "act")));
		page_sub(page, row, "kind", text_is(query_get(q, "act"), "revoked") ? "bad" : "");
		page_sub(page, row, "note", *query_get(q, "reason") != '\0' ? query_get(q, "reason") :
		    text_is(query_get(q, "act"), "used") || text_is(query_get(q, "act"), "superseded") ?
		    query_get(q, "case_title") : "");
	}
}

static bool
may_revoke(const struct request *rq, const struct query *q)
{
	enum state state;

	return text_is(query_get(q, "organ_code"), rq->who.organ) && query_get_number(q, "revocations") == 0 &&
	    state_named(query_get(q, "case_state"), &state) &&
	    step_find(state, EVENT_REVOKE, rq->who.roles & CASE_READERS).refused == REFUSED_NOT;
}

enum reply
licence_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_LICENCE_LOAD);
	char masked[MASK_ROOM];

	query_number(q, "id", request_part_number(rq, "id"));
	query_text(q, "organ", rq->who.organ);
	if (!query_next(q))
		return REPLY_NOT_FOUND;
	query_row_into(q, page, "licence");
	if (text_is(query_get(q, "id_kind"), "citizen"))
		page_text(page, "licence.id_number", mask_citizen(query_get(q, "id_number"), masked, sizeof(masked)));
	standing_into(rq, page, "licence", q);
	page_text(page, "licence.revoke_url", may_revoke(rq, q) ?
	    arena_format(rq->arena, "/office/cases/%s/revoke", query_get(q, "number")) : "");
	page_text(page, "licence.replaced_url", query_is_null(q, "replaced_by") ? "" :
	    arena_format(rq->arena, "/office/licences/%s", query_get(q, "replaced_by")));
	history_into(rq, page, q);
	page_text(page, "page.title", query_get(q, "title"));
	page_crumb(page, "/office/", "nav.cases", NULL);
	page_crumb(page, "/office/licences", "licence.register", NULL);
	page_crumb(page, NULL, NULL, query_get(q, "title"));
	return REPLY_PAGE;
}

void
licence_into(struct request *rq, struct page *page, const struct case_row *c)
{
	struct query *q;

	if (!state_decided(c->state))
		return;
	q = query(rq, Q_LICENCE_OF_CASE);
	query_number(q, "case_id", (long long)c->id);
	if (!query_next(q))
		return;
	page_flag(page, "case.revoked", query_get_number(q, "revocations") > 0);
	if (c->own && query_get_number(q, "revocations") == 0 && may_revoke(rq, q))
		page_text(page, "case.revoke_url", arena_format(rq->arena, "/office/cases/%s/revoke", c->number));
	if (query_is_null(q, "id"))
		return;			/* what was granted is not held: an allowance, a service */
	query_row_into(q, page, "licence");
	standing_into(rq, page, "licence", q);
	if (!text_is(query_get(q, "organ_code"), rq->who.organ))
		page_text(page, "licence.url", "");
}
