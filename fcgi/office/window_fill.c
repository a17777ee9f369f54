/* window_fill.c - the item's form, what is brought on paper, and how far a draft of the window has come. */
#include "fcgi/office/window.h"

#include "base/text.h"
#include "fcgi/office/forms.h"
#include "fcgi/worker/form.h"
#include "fcgi/worker/route.h"
#include "fcgi/worker/item_form.h"
#include "fcgi/worker/upload.h"
#include "generated/queries/intake.h"
#include "generated/queries/licence.h"
#include "record/licence.h"
#include "rules/lacking.h"

enum { MATERIALS_MOST = 200, FILES_MOST = 10, PAPERS_MOST = 999 };

/* The item's own fields, and the boxes beside its materials, are rows: they are checked here. */
const struct form window_form_open = { .open = true };

static void
draft_crumbs(struct page *page, const char *key)
{
	page_crumb(page, "/office/", "nav.cases", NULL);
	page_crumb(page, "/office/window", "nav.window", NULL);
	page_crumb(page, key ? page_get(page, "case.url") : NULL, NULL, page_get(page, "case.title"));
	if (key)
		page_crumb(page, NULL, key, NULL);
}

/* ---- the form ---- */

/* What the clerk has typed of the applicant already is not typed twice. */
static const char *
known_value(const struct window_case *c, const struct answer *a)
{
	static const char *const names[] = { "applicant_name", "name", "full_name", "firm_name", "unit", "company_name" };
	bool person = text_is(c->kind, "person");

	switch (a->field.kind) {
	case FIELD_CITIZEN:
		return person ? c->holder : "";
	case FIELD_CREDIT:
		return person ? "" : c->holder;
	case FIELD_PHONE:
		return c->phone;
	default:
		break;
	}
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (text_is(names[i], a->name))
			return c->name;
	return "";
}

/* Only the first number and telephone are surely the applicant's own. */
static void
prefill(const struct window_case *c, struct item_form *f)
{
	bool used[FIELD_FILES + 1] = { false };

	for (size_t i = 0; i < f->count; i++) {
		struct answer *a = &f->answers[i];
		bool by_kind = a->field.kind != FIELD_TEXT && a->field.kind != FIELD_LINES;

		if (by_kind && used[a->field.kind])
			continue;
		used[a->field.kind] = true;
		if (!a->saved)
			a->value = known_value(c, a);
	}
}

enum reply
window_form(struct request *rq, struct page *page)
{
	bool posted = rq->route->method == POST;
	struct window_case c;
	struct item_form f;

	if (!window_load(rq, page, &c) || c.state != STATE_DRAFT)
		return REPLY_NOT_FOUND;
	item_form_load(rq, c.id, c.item_version, &f);
	prefill(&c, &f);
	for (size_t i = 0; i < f.count; i++) {
		const struct answer *a = &f.answers[i];
		const char *name = arena_format(rq->arena, "fields.%zu", i);

		answer_into(rq, page, name, a, posted ? answer_typed(rq, a) : a->value,
		    page_get(page, arena_format(rq->arena, "error.%s", a->name)));
		page_sub(page, name, "section", i == 0 || !text_is(a->section, f.answers[i - 1].section) ? a->section : "");
	}
	draft_crumbs(page, "window.form");
	return REPLY_PAGE;
}

enum reply
window_form_save(struct request *rq, struct page *page)
{
	struct window_case c;
	struct item_form f;
	const char *answers;
	struct query *q;
	size_t errors;

	if (!window_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	item_form_load(rq, c.id, c.item_version, &f);
	answers = answers_checked(rq, page, &f, c.id, 0, f.count, form_flag(rq, "save_only"), &errors);
	if (errors > 0)
		return REPLY_INVALID;
	if (!window_touch(rq, &c))
		return page_refuse(page, refusal_name(REFUSED_SUBMITTED));
	q = query(rq, Q_WINDOW_ANSWERS_SAVE);
	query_text(q, "answers", answers);
	query_number(q, "id", (long long)c.id);
	query_text(q, "organ", rq->who.organ);
	query_run(q);
	return page_go(page, arena_format(rq->arena, "%s%s", page_get(page, "case.url"),
	    form_flag(rq, "save_only") ? "" : "/materials"), NULL);
}

/* ---- materials ---- */

struct paper {
	struct lacking_material law;
	long long position, files;
	uint64_t licence;		/* what the applicant holds that takes its place; 0: nothing */
	const char *name, *given;
};

static void
paper_read(const struct query *q, const struct window_case *c, struct paper *p)
{
	p->position = query_get_number(q, "position");
	p->files = query_get_number(q, "files");
	p->name = query_get(q, "name");
	p->given = query_get(q, "given");
	p->law = (struct lacking_material){
		.required = text_is(query_get(q, "necessity"), "required"),
		.conditional = text_is(query_get(q, "necessity"), "conditional"),
		.shared = text_is(query_get(q, "source"), "shared"),
		.paper = true,	/* whatever is brought is scanned at the window */
		.promise_allowed = c->low_risk && query_get_number(q, "promise_allowed") != 0,
		.may_lack = c->lacking_days > 0 && query_get_number(q, "may_lack") != 0,
	};
	given_named(p->given, &p->law.given);
}

/* What the applicant holds, beside the materials whose place it takes. */
static void
licences_load(struct request *rq, struct page *page, const struct window_case *c, struct paper *papers, size_t count)
{
	struct query *q = query(rq, Q_LICENCE_OF_MATERIAL);

	query_number(q, "id", (long long)c->id);
	query_day(q, "today", rq->today);
	while (query_next(q))
		for (size_t i = 0; i < count; i++) {
			const char *row = arena_format(rq->arena, "materials.%zu.held", i);
			struct licence l = licence_read(q);
			enum licence_standing standing = licence_standing(&l, rq->today);

			if (papers[i].position != query_get_number(q, "position"))
				continue;
			papers[i].licence = (uint64_t)query_get_number(q, "id");
			papers[i].law.licence = standing == LICENCE_STANDS;
			query_row_into(q, page, row);
			page_sub(page, row, "standing", licence_standing_name(standing));
			page_sub(page, row, "paper_url", "");
		}
}

static size_t
papers_load(struct request *rq, struct page *page, const struct window_case *c, struct paper *papers)
{
	struct query *q = query(rq, Q_WINDOW_MATERIALS);
	size_t n = 0;

	query_number(q, "id", (long long)c->id);
	query_number(q, "item_version", (long long)c->item_version);
	for (; n < MATERIALS_MOST && query_next(q); n++) {
		paper_read(q, c, &papers[n]);
		query_row_into(q, page, arena_format(rq->arena, "materials.%zu", n));
	}
	licences_load(rq, page, c, papers, n);
	return n;
}

/* Nobody brings what departments share, unless the licence that was to prove it holds no longer. */
static bool
closed(const struct paper *p)
{
	return p->law.shared && p->law.given != GIVEN_LICENCE;
}

static const char *
box(struct request *rq, const struct paper *p, const char *what)
{
	return arena_format(rq->arena, "m%lld_%s", p->position, what);
}

static const enum given window_givens[] = { GIVEN_LICENCE, GIVEN_PAPER, GIVEN_FILES, GIVEN_NOT_NEEDED, GIVEN_PROMISE, GIVEN_LACK };

static void
givens_into(struct request *rq, struct page *page, const struct paper *p, const char *row, bool barred)
{
	const char *chosen = rq->route->method == POST ? form_get(rq, box(rq, p, "given")) : p->given;
	const char *name = arena_format(rq->arena, "%s.giving", row), *choice;
	size_t n = 0;

	page_sub(page, name, "name", box(rq, p, "given"));
	page_sub(page, name, "kind", "choice");
	page_sub(page, name, "required", "1");
	page_sub(page, name, "label", page_word(page, "window.given"));
	page_sub(page, name, "error", page_get(page, arena_format(rq->arena, "error.%s", box(rq, p, "given"))));
	for (size_t i = 0; i <= sizeof window_givens / sizeof window_givens[0]; i++) {
		enum given given = i < sizeof window_givens / sizeof window_givens[0] ? window_givens[i] : GIVEN_NONE;

		if (given != GIVEN_NONE && !given_allows(&p->law, given, barred))
			continue;
		choice = arena_format(rq->arena, "%s.choices.%zu", name, n++);
		page_sub(page, choice, "value", given_name(given));
		page_sub(page, choice, "label", page_word(page, arena_format(rq->arena, "window_give.%s", given_name(given))));
		page_flag(page, arena_format(rq->arena, "%s.checked", choice), text_is(chosen, given_name(given)));
	}
}

static void
count_into(struct request *rq, struct page *page, const struct paper *p, const char *row, const char *what)
{
	const char *name = arena_format(rq->arena, "%s.%s_box", row, what), *field = box(rq, p, what);

	page_sub(page, name, "name", field);
	page_sub(page, name, "kind", "number");
	page_sub(page, name, "label", page_word(page, arena_format(rq->arena, "window.%s", what)));
	page_sub(page, name, "value", rq->route->method == POST ? form_get(rq, field) :
	    page_get(page, arena_format(rq->arena, "%s.%s", row, what)));
	page_sub(page, name, "error", page_get(page, arena_format(rq->arena, "error.%s", field)));
}

static void
signed_into(struct request *rq, struct page *page, const struct paper *p, const char *row)
{
	const char *name = arena_format(rq->arena, "%s.signed", row), *field = box(rq, p, "signed");
	bool before = p->law.given == GIVEN_PROMISE || p->law.given == GIVEN_LACK;

	page_sub(page, name, "name", field);
	page_sub(page, name, "kind", "flag");
	page_sub(page, name, "label", page_word(page, "window.signed"));
	page_sub(page, name, "value", rq->route->method == POST ? form_get(rq, field) : before ? "1" : "");
	page_sub(page, name, "error", page_get(page, arena_format(rq->arena, "error.%s", field)));
}

enum reply
window_materials(struct request *rq, struct page *page)
{
	struct paper *papers = arena_array(rq->arena, struct paper, MATERIALS_MOST);
	struct window_case c;
	size_t count;
	bool barred;

	if (!window_load(rq, page, &c) || c.state != STATE_DRAFT)
		return REPLY_NOT_FOUND;
	barred = window_barred(rq, c.kind, c.holder);
	count = papers_load(rq, page, &c, papers);
	for (size_t i = 0; i < count; i++) {
		const struct paper *p = &papers[i];
		const char *row = arena_format(rq->arena, "materials.%zu", i);

		if (closed(p))
			continue;
		page_flag(page, arena_format(rq->arena, "%s.open", row), true);
		givens_into(rq, page, p, row, barred);
		count_into(rq, page, p, row, "originals");
		count_into(rq, page, p, row, "copies");
		page_sub(page, row, "files_field", box(rq, p, "files"));
		page_sub(page, row, "files_error", page_get(page, arena_format(rq->arena, "error.%s", box(rq, p, "files"))));
		if (given_allows(&p->law, GIVEN_PROMISE, barred) || given_allows(&p->law, GIVEN_LACK, barred))
			signed_into(rq, page, p, row);
	}
	page_flag(page, "barred", barred);
	draft_crumbs(page, "window.materials");
	return REPLY_PAGE;
}

/* A mistake in a box; the summary names the material. */
static void
box_wrong(struct request *rq, struct page *page, const struct paper *p, const char *what, const char *code, size_t *errors)
{
	form_error(page, box(rq, p, what), code);
	page_text(page, arena_format(rq->arena, "errors.%zu.label", (*errors)++), p->name);
}

static bool
count_right(struct request *rq, const struct paper *p, const char *what, long long *count)
{
	const char *typed = form_get(rq, box(rq, p, what));

	*count = 0;
	return *typed == '\0' || text_number(typed, 0, PAPERS_MOST, count);
}

static enum given
given_typed(struct request *rq, const struct paper *p)
{
	enum given given = GIVEN_NONE;

	given_named(form_get(rq, box(rq, p, "given")), &given);
	return given;
}

static void
paper_check(struct request *rq, struct page *page, const struct paper *p, bool barred, size_t *errors)
{
	enum given given = given_typed(rq, p);
	const struct upload *file;
	long long originals, copies;
	const char *why;
	size_t n = 0;

	if (given != GIVEN_NONE && !given_allows(&p->law, given, barred))
		box_wrong(rq, page, p, "given", "not_a_choice", errors);
	if (!count_right(rq, p, "originals", &originals))
		box_wrong(rq, page, p, "originals", "not_a_number", errors);
	if (!count_right(rq, p, "copies", &copies))
		box_wrong(rq, page, p, "copies", "not_a_number", errors);
	if (given == GIVEN_PAPER && originals + copies == 0)
		box_wrong(rq, page, p, "originals", "papers_none", errors);
	for (; (file = form_file(rq, box(rq, p, "files"), n)) != NULL; n++)
		if ((why = upload_refused(file)) != NULL) {
			box_wrong(rq, page, p, "files", why, errors);
			return;
		}
	if ((long long)n + p->files > FILES_MOST)
		box_wrong(rq, page, p, "files", "file_too_many", errors);
	if (given == GIVEN_FILES && n == 0 && p->files == 0)
		box_wrong(rq, page, p, "files", "file_required", errors);
	if ((given == GIVEN_PROMISE || given == GIVEN_LACK) && !form_flag(rq, box(rq, p, "signed")))
		box_wrong(rq, page, p, "signed", "tick", errors);
}

static bool
file_keep(struct request *rq, const struct window_case *c, const struct paper *p, const struct upload *file)
{
	struct query *q;

	if (!upload_keep(rq, file))
		return false;
	q = query(rq, Q_WINDOW_BLOB_ADD);
	query_text(q, "sha256", file->sha256);
	query_number(q, "bytes", (long long)file->bytes);
	query_instant(q, "now", rq->now);
	query_run(q);
	q = query(rq, Q_WINDOW_FILE_ADD);
	query_number(q, "id", (long long)c->id);
	query_number(q, "material", p->position);
	query_number(q, "round", 0);
	query_text(q, "sha256", file->sha256);
	query_text(q, "name", file->name);
	query_text(q, "content_type", file->content_type);
	query_number(q, "bytes", (long long)file->bytes);
	query_instant(q, "now", rq->now);
	query_run(q);
	return true;
}

static bool
paper_save(struct request *rq, struct page *page, const struct window_case *c, const struct paper *p)
{
	enum given given = given_typed(rq, p);
	struct query *q = query(rq, Q_WINDOW_MATERIAL_SET);
	const struct upload *file;
	long long originals, copies;

	count_right(rq, p, "originals", &originals);
	count_right(rq, p, "copies", &copies);
	query_number(q, "id", (long long)c->id);
	query_number(q, "position", p->position);
	query_text(q, "given", given_name(given));
	query_number(q, "originals", originals);
	query_number(q, "copies", copies);
	query_run(q);
	if (given == GIVEN_LICENCE) {
		q = query(rq, Q_MATERIAL_LICENCE_SET);
		query_number(q, "id", (long long)c->id);
		query_number(q, "position", p->position);
		query_number(q, "licence", (long long)p->licence);
		query_run(q);
	}
	for (size_t i = 0; (file = form_file(rq, box(rq, p, "files"), i)) != NULL; i++)
		if (!file_keep(rq, c, p, file))
			return false;
	if (given != GIVEN_PROMISE && given != GIVEN_LACK)
		return true;
	q = query(rq, Q_PROMISE_PAPER);
	query_number(q, "id", (long long)c->id);
	query_number(q, "material", p->position);
	query_text(q, "kind", given == GIVEN_LACK ? "lack" : "proof");
	query_text(q, "body", given == GIVEN_PROMISE && *c->promise_text ? c->promise_text :
	    page_word(page, given == GIVEN_LACK ? "promise.lack_text" : "promise.proof_text"));
	query_number(q, "account", (long long)rq->who.account);
	query_instant(q, "now", rq->now);
	query_run(q);
	return true;
}

enum reply
window_materials_save(struct request *rq, struct page *page)
{
	struct paper *papers = arena_array(rq->arena, struct paper, MATERIALS_MOST);
	struct window_case c;
	size_t count, errors = 0;
	bool barred;

	if (!window_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	barred = window_barred(rq, c.kind, c.holder);
	count = papers_load(rq, page, &c, papers);
	for (size_t i = 0; i < count; i++)
		if (!closed(&papers[i]))
			paper_check(rq, page, &papers[i], barred, &errors);
	if (errors > 0)
		return REPLY_INVALID;
	if (!window_touch(rq, &c))
		return page_refuse(page, refusal_name(REFUSED_SUBMITTED));
	for (size_t i = 0; i < count; i++)
		if (!closed(&papers[i]) && !paper_save(rq, page, &c, &papers[i]))
			return REPLY_INVALID;	/* the machine's failure: 503 */
	return page_go(page, page_get(page, "case.url"), NULL);
}

/* ---- all of it ---- */

bool
window_into(struct request *rq, struct page *page, const struct window_case *c)
{
	struct paper *papers = arena_array(rq->arena, struct paper, MATERIALS_MOST);
	struct item_form f;
	size_t count;
	bool settled = true;

	item_form_load(rq, c->id, c->item_version, &f);
	for (size_t i = 0; i < f.count; i++) {
		const struct answer *a = &f.answers[i];
		const char *row = arena_format(rq->arena, "answers.%zu", i);

		page_sub(page, row, "label", a->label);
		page_sub(page, row, "value", answer_text(rq, page, a, a->value));
		page_flag(page, arena_format(rq->arena, "%s.missing", row), a->required && *a->value == '\0');
	}
	count = papers_load(rq, page, c, papers);
	for (size_t i = 0; i < count; i++) {
		const char *row = arena_format(rq->arena, "materials.%zu", i);

		bool wrong = papers[i].law.given == GIVEN_LICENCE && !papers[i].law.licence;	/* revoked or expired meanwhile */

		if (papers[i].law.shared && papers[i].law.given != GIVEN_LICENCE)
			page_sub(page, row, "given", "shared");
		page_flag(page, arena_format(rq->arena, "%s.missing", row), wrong || !material_settled(&papers[i].law));
		settled = settled && !wrong && material_settled(&papers[i].law);
	}
	page_flag(page, "form_complete", f.complete);
	page_flag(page, "materials_complete", settled);
	return f.complete;
}

enum reply
window_show(struct request *rq, struct page *page)
{
	struct window_case c;

	if (!window_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	if (c.state != STATE_DRAFT)
		return page_go(page, arena_format(rq->arena, "%s/receipt", page_get(page, "case.url")), NULL);
	window_into(rq, page, &c);
	item_form_newer(rq, page, c.item_code, c.item_version);
	draft_crumbs(page, NULL);
	return REPLY_PAGE;
}

/* The draft goes on under the guide in force now, and is checked again. */
enum reply
window_renew(struct request *rq, struct page *page)
{
	struct window_case c;
	uint64_t newer;

	if (!window_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	newer = c.state == STATE_DRAFT ? item_form_newer(rq, page, c.item_code, c.item_version) : 0;
	if (newer != 0 && !item_form_move(rq, c.id, c.item_version, newer))
		return REPLY_CONFLICT;
	licence_choose(rq->db, rq->arena, c.id, rq->today);
	return page_go(page, arena_format(rq->arena, "%s?done=guide_moved", page_get(page, "case.url")), NULL);
}

enum reply
window_discard(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_WINDOW_FORGET);
	struct window_case c;

	if (!window_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	query_number(q, "id", (long long)c.id);
	query_text(q, "organ", rq->who.organ);
	if (query_run(q) != 1)
		return page_refuse(page, refusal_name(REFUSED_SUBMITTED));
	q = query(rq, Q_WINDOW_ANSWERS_FORGET);
	query_number(q, "id", (long long)c.id);
	query_run(q);
	return page_go(page, "/office/window?done=discarded", NULL);
}
