/*
 * apply_form.c - one section of the form a page, saved on every post.
 *
 * What is right is saved even when something beside it is wrong; what is wrong
 * is never stored, but stays on the page with its error.  "Save and go back"
 * does not insist on what is still missing.
 */
#include "fcgi/public/apply.h"
#include "fcgi/public/pages.h"

#include "base/text.h"
#include "generated/queries/apply.h"

#include <stdio.h>
#include <string.h>

/* The item's own fields are rows: they are checked here. */
const struct form section_form = { .open = true };

/* ---- what the account knows already is not asked twice ---- */

static const struct {
	const char *field, *column;
	bool enterprise, person;	/* for whom */
} known[] = {
	{ "applicant_name", "name", true, true }, { "name", "name", false, true }, { "full_name", "name", false, true },
	{ "contact", "name", false, true }, { "contact_name", "name", false, true }, { "contact_name", "legal_name", true, false },
	{ "firm_name", "name", true, false }, { "unit", "name", true, false }, { "company_name", "name", true, false },
	{ "legal_representative", "legal_name", true, false }, { "head", "legal_name", true, false },
	{ "address", "address", true, true },
};

static const char *
account_value(const struct request *rq, const struct query *account, const struct answer *a)
{
	bool person = rq->who.kind == WHO_PERSON;

	switch (a->field.kind) {
	case FIELD_CITIZEN:
		return person ? query_get(account, "id_number") : "";
	case FIELD_CREDIT:
		return person ? "" : query_get(account, "id_number");
	case FIELD_PHONE:
		return query_get(account, "phone");
	case FIELD_EMAIL:
		return query_get(account, "email");
	default:
		break;
	}
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (text_is(known[i].field, a->name) && (person ? known[i].person : known[i].enterprise))
			return query_get(account, known[i].column);
	return "";
}

/* Only the first citizen number and telephone are surely the applicant's own. */
static void
prefill(struct request *rq, struct item_form *f)
{
	struct query *account = query(rq, Q_OWN_ACCOUNT);
	bool used[FIELD_FILES + 1] = { false };

	query_number(account, "applicant", (long long)rq->who.account);
	if (!query_next(account))
		return;
	for (size_t i = 0; i < f->count; i++) {
		struct answer *a = &f->answers[i];
		bool by_kind = a->field.kind != FIELD_TEXT && a->field.kind != FIELD_LINES;

		if (by_kind && used[a->field.kind])
			continue;
		used[a->field.kind] = true;
		if (!a->saved)
			a->value = account_value(rq, account, a);
	}
}

/* ---- showing ---- */

static const struct section *
section_asked(struct request *rq, const struct item_form *f)
{
	long long n = request_part_number(rq, "n");

	return n >= 1 && n <= (long long)f->section_count ? &f->sections[n - 1] : NULL;
}

static void
section_into(struct request *rq, struct page *page, const struct own *o, const struct item_form *f,
    const struct section *s)
{
	bool posted = rq->route->method == POST;

	for (size_t i = 0; i < s->count; i++) {
		const struct answer *a = &f->answers[s->first + i];
		const char *name = arena_format(rq->arena, "fields.%zu", i);

		answer_into(rq, page, name, a, posted ? answer_typed(rq, a) : a->value,
		    page_get(page, arena_format(rq->arena, "error.%s", a->name)));
	}
	page_text(page, "section.title", *s->title != '\0' ? s->title : page_word(page, "apply.details"));
	page_say(page, "section.place", "apply.section_place", "n", request_part(rq, "n"), "of",
	    arena_format(rq->arena, "%zu", f->section_count), NULL);
	page_textf(page, "section.url", "/applications/%llu/form/%s", (unsigned long long)o->id, request_part(rq, "n"));
	page_text(page, "page.title", page_get(page, "section.title"));
}

enum reply
section_show(struct request *rq, struct page *page)
{
	struct item_form f;
	const struct section *s;
	struct own o;

	if (!own_load(rq, page, &o))
		return REPLY_NOT_FOUND;
	if (!own_form_open(rq, &o))
		return *o.number == '\0' ? REPLY_NOT_FOUND : page_go(page, "/my/cases/", o.number, NULL);
	item_form_load(rq, o.id, o.item_version, &f);
	if ((s = section_asked(rq, &f)) == NULL)
		return REPLY_NOT_FOUND;
	prefill(rq, &f);
	section_into(rq, page, &o, &f, s);
	own_crumbs(page, "apply.drafts");
	page_crumb(page, page_get(page, "case.url"), NULL, page_get(page, "case.title"));
	page_crumb(page, "", NULL, page_get(page, "section.title"));
	return REPLY_PAGE;
}

/* ---- saving ---- */

static void
answers_save(struct request *rq, const struct own *o, const char *answers)
{
	struct query *q;

	if (!own_touch(rq, o))
		return;
	q = query(rq, Q_ANSWERS_SAVE);
	query_text(q, "answers", answers);
	query_number(q, "id", (long long)o->id);
	query_number(q, "applicant", (long long)rq->who.account);
	query_text(q, "state", state_name(o->state));
	query_number(q, "round", own_asked(o) ? o->round : 0);
	query_run(q);
}

/* On to the next section; after the last, and from a correction, back to the list. */
static enum reply
section_done(struct request *rq, struct page *page, const struct own *o, const struct item_form *f)
{
	const char *id = arena_format(rq->arena, "%llu", (unsigned long long)o->id);
	long long n = request_part_number(rq, "n");

	if (own_asked(o))
		return page_go(page, "/my/cases/", o->number, "?done=saved", NULL);
	if (form_flag(rq, "save_only") || n >= (long long)f->section_count)
		return page_go(page, "/applications/", id, "?done=saved", NULL);
	return page_go(page, "/applications/", id, "/form/", arena_format(rq->arena, "%lld", n + 1), NULL);
}

enum reply
section_save(struct request *rq, struct page *page)
{
	struct item_form f;
	const struct section *s;
	struct own o;
	size_t errors;

	if (!own_load(rq, page, &o))
		return REPLY_NOT_FOUND;
	if (!own_form_open(rq, &o))
		return page_refuse(page, "already_submitted");
	item_form_load(rq, o.id, o.item_version, &f);
	if ((s = section_asked(rq, &f)) == NULL)
		return REPLY_NOT_FOUND;
	answers_save(rq, &o, answers_checked(rq, page, &f, o.id, s->first, s->count, form_flag(rq, "save_only"),
	    &errors));
	return errors > 0 ? REPLY_INVALID : section_done(rq, page, &o, &f);
}
