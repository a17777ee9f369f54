/*
 * apply_materials.c - what the item asks for: files, a promise, paper at the window, or "this does not concern me".
 *
 * Open in a draft, and later only to those materials that a list of defects
 * names; what was handed in with an earlier round is never taken away.
 */
#include "fcgi/public/apply.h"
#include "fcgi/public/licence.h"
#include "fcgi/public/pages.h"
#include "fcgi/public/quota.h"

#include "base/text.h"
#include "fcgi/worker/upload.h"
#include "generated/queries/apply.h"

static const char *const givens[] = { "licence", "files", "promise", "lack", "paper", "not_needed", NULL };

static const struct field material_fields[] = {
	{ "given", FIELD_CHOICE, .choices = givens },
	{ "promise_agreed", FIELD_FLAG },
	{ "files", FIELD_FILES, .most = FILES_MOST },
	{ "note", FIELD_LINES, .most = 500 },
};
const struct form material_form = FORM(material_fields);

/* ---- loading ---- */

static const char *
material_state(const struct material *m, bool optional)
{
	if (text_is(m->given, "licence"))
		return m->law.licence ? "done" : "wrong";	/* revoked or expired meanwhile */
	if (text_is(m->source, "shared") || (!text_is(m->given, "none") && (m->files > 0 || !text_is(m->given, "files"))))
		return "done";
	return optional ? "optional" : "todo";
}

static void
material_read(const struct query *q, struct material *m)
{
	m->position = query_get_number(q, "position");
	m->name = query_get(q, "name");
	m->form = query_get(q, "form");
	m->necessity = query_get(q, "necessity");
	m->source = query_get(q, "source");
	m->given = query_get(q, "given");
	m->note = query_get(q, "note");
	m->law = (struct lacking_material){ .required = text_is(m->necessity, "required"),
	    .conditional = text_is(m->necessity, "conditional"), .shared = text_is(m->source, "shared"),
	    .paper = !text_is(m->form, "electronic"), .promise_allowed = query_get_number(q, "promise_allowed") != 0,
	    .may_lack = query_get_number(q, "may_lack") != 0 };
	given_named(m->given, &m->law.given);
	m->files = query_get_number(q, "files");
	m->files_now = query_get_number(q, "files_now");
	m->wanted = query_get_number(q, "wanted");
	m->licence = 0;
}

/* Once it is known what the applicant holds. */
static void
material_judge(struct material *m)
{
	m->state = material_state(m, text_is(m->necessity, "optional"));
	m->complete = !text_is(m->state, "todo") && !text_is(m->state, "wrong");
}

static const char *
material_hint(struct request *rq, struct page *page, const struct material *m, size_t n)
{
	if (text_is(m->source, "shared") && !text_is(m->given, "licence"))
		return page_word(page, "material_source.shared");
	if (text_is(m->given, "licence")) {
		const char *held = arena_format(rq->arena, "materials.%zu.held", n);

		page_say(page, "hint", m->law.licence ? "licence.instead" : "licence.instead_not", "title",
		    page_get(page, arena_format(rq->arena, "%s.title", held)), "organ",
		    page_get(page, arena_format(rq->arena, "%s.organ_name", held)), "standing", page_word_below(page,
		    "licence_standing", page_get(page, arena_format(rq->arena, "%s.standing", held))), NULL);
		return arena_text(rq->arena, page_get(page, "hint"));
	}
	if (m->files > 0) {
		page_say(page, "hint", "apply.files_given", "n", arena_format(rq->arena, "%lld", m->files), NULL);
		return arena_text(rq->arena, page_get(page, "hint"));
	}
	if (!text_is(m->given, "none"))
		return page_word(page, arena_format(rq->arena, "given.%s", m->given));
	return page_word(page, arena_format(rq->arena, "necessity.%s", m->necessity));
}

static void
material_into(struct request *rq, struct page *page, const struct own *o, const struct material *m, size_t n)
{
	const char *row = arena_format(rq->arena, "materials.%zu", n);

	page_sub(page, row, "title", m->name);
	page_sub(page, row, "state", m->state);
	page_sub(page, row, "hint", material_hint(rq, page, m, n));
	page_sub(page, row, "url", text_is(m->source, "shared") && m->wanted == 0 && !text_is(m->given, "licence") ? "" :
	    arena_format(rq->arena, "/applications/%llu/materials/%lld", (unsigned long long)o->id, m->position));
}

void
materials_load(struct request *rq, struct page *page, const struct own *o, struct materials *m)
{
	struct query *q = query(rq, Q_APPLICATION_MATERIALS);

	*m = (struct materials){ .rows = arena_array(rq->arena, struct material, MATERIALS_MOST), .complete = true };
	query_number(q, "id", (long long)o->id);
	query_number(q, "version_id", (long long)o->item_version);
	query_number(q, "round", o->round);
	for (; m->count < MATERIALS_MOST && query_next(q); m->count++) {
		material_read(q, &m->rows[m->count]);
		query_row_into(q, page, arena_format(rq->arena, "materials.%zu", m->count));
	}
	licences_of_materials(rq, page, o->id, m->rows, m->count);
	for (size_t i = 0; i < m->count; i++) {
		struct material *one = &m->rows[i];

		material_judge(one);
		material_into(rq, page, o, one, i);
		m->done += text_is(one->state, "done");
		m->complete = m->complete && one->complete;
	}
}

const struct material *
material_asked(struct request *rq, const struct own *o, const struct materials *m, const char **row)
{
	long long position = request_part_number(rq, "n");

	for (size_t i = 0; i < m->count; i++) {
		const struct material *one = &m->rows[i];

		if (one->position != position)
			continue;
		*row = arena_format(rq->arena, "materials.%zu", i);
		if (own_asked(o))
			return one->wanted > 0 ? one : NULL;
		return o->state == STATE_DRAFT && (!text_is(one->source, "shared") || text_is(one->given, "licence")) ? one : NULL;
	}
	return NULL;
}

/* ---- the list ---- */

enum reply
materials_show(struct request *rq, struct page *page)
{
	struct materials m;
	struct own o;

	if (!own_load(rq, page, &o))
		return REPLY_NOT_FOUND;
	if (o.state != STATE_DRAFT)
		return page_go(page, "/my/cases/", o.number, NULL);
	materials_load(rq, page, &o, &m);
	page_flag(page, "complete", m.complete);
	own_crumbs(page, "apply.drafts");
	page_crumb(page, page_get(page, "case.url"), NULL, page_get(page, "case.title"));
	page_crumb(page, "", "apply.materials", NULL);
	return REPLY_PAGE;
}

/* ---- one material ---- */

/* Who broke a promise before is not asked for another. */
static bool
barred(struct request *rq, const struct own *o)
{
	struct query *q = query(rq, Q_OWN_BARRED);

	query_number(q, "id", (long long)o->id);
	query_number(q, "applicant", (long long)rq->who.account);
	return query_next(q) && query_get_number(q, "notes") > 0;
}

static bool
given_open(struct request *rq, const struct own *o, const struct material *m, const char *name)
{
	enum given given;

	if (!given_named(name, &given) || !given_allows(&m->law, given, false))
		return false;
	return given_allows(&m->law, given, true) || !barred(rq, o);
}

static bool
promised(const char *given)
{
	return text_is(given, "promise") || text_is(given, "lack");
}

/* The words that are agreed to: the guide's, or the house's. */
static const char *
promise_body(struct request *rq, struct page *page, const struct own *o, const char *given)
{
	struct query *q = query(rq, Q_PROMISE_TERMS);

	query_number(q, "version_id", (long long)o->item_version);
	if (text_is(given, "promise") && query_next(q) && *query_get(q, "promise_text"))
		return query_get(q, "promise_text");
	return page_word(page, text_is(given, "lack") ? "promise.lack_text" : "promise.proof_text");
}

static void
givens_into(struct request *rq, struct page *page, const struct own *o, const struct material *m)
{
	const char *open[sizeof(givens) / sizeof(givens[0])] = { NULL };
	const char *chosen = rq->route->method == POST ? form_get(rq, "given") : m->given;
	size_t n = 0;

	for (size_t i = 0; givens[i] != NULL; i++)
		if (given_open(rq, o, m, givens[i]))
			open[n++] = givens[i];
	page_choices(page, "given", open, "give", text_is(chosen, "none") || *chosen == '\0' ?
	    (m->law.licence ? "licence" : "files") : chosen);
	for (size_t i = 0; i < n; i++) {
		page_text(page, arena_format(rq->arena, "choices.given.%zu.hint", i), promised(open[i]) ?
		    promise_body(rq, page, o, open[i]) : page_word(page, arena_format(rq->arena, "give_help.%s", open[i])));
		if (promised(open[i]))
			page_flag(page, "promise_open", true);
	}
	if (rq->route->method == GET)
		page_flag(page, "form.promise_agreed", promised(m->given));
	page_flag(page, "given_several", n > 1);
}

static void
material_page(struct request *rq, struct page *page, const struct own *o, const struct material *m, const char *row)
{
	page_text(page, "material.url", page_get(page, arena_format(rq->arena, "%s.url", row)));
	page_text(page, "material.name", m->name);
	page_flag(page, "optional.note", true);
	if (rq->route->method == GET)
		page_text(page, "form.note", m->note);
	givens_into(rq, page, o, m);
	own_files_into(rq, page, "files", o, m->position, true);
	page_say(page, "limits", "apply.file_limits", "n", arena_format(rq->arena, "%d", FILES_MOST), "size",
	    arena_format(rq->arena, "%lld", rq->config->upload_file_bytes / (1024 * 1024)), NULL);
	page_text(page, "page.title", m->name);
}

/* The rest of the row is read by the template from the list: here is which one. */
static void
material_row_copy(struct request *rq, struct page *page, const char *row)
{
	static const char *const columns[] = { "held.title", "held.organ_name", "held.identifier", "held.document_number",
	    "held.standing", "held.paper_url", "held.valid_from.text", "held.valid_to.text", "form", "necessity", "condition_note", "source", "source_note", "originals",
	    "copies", "format", "instructions", "acceptance", "blank_url", "sample_url", "promise_allowed", "may_lack",
	    "state" };

	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		page_sub(page, "material", columns[i], page_get(page, arena_format(rq->arena, "%s.%s", row, columns[i])));
}

/* The next one that is still to be given, so that nobody has to go back to the list for it. */
static void
next_into(struct request *rq, struct page *page, const struct materials *m, const struct material *here)
{
	for (size_t i = 0; i < m->count; i++)
		if (m->rows[i].position > here->position && text_is(m->rows[i].state, "todo")) {
			page_text(page, "next_url", page_get(page, arena_format(rq->arena, "materials.%zu.url", i)));
			page_text(page, "next_name", m->rows[i].name);
			return;
		}
}

enum reply
material_show(struct request *rq, struct page *page)
{
	const struct material *one;
	struct materials m;
	struct own o;
	const char *row;

	if (!own_load(rq, page, &o))
		return REPLY_NOT_FOUND;
	materials_load(rq, page, &o, &m);
	if ((one = material_asked(rq, &o, &m, &row)) == NULL)
		return REPLY_NOT_FOUND;
	material_row_copy(rq, page, row);
	material_page(rq, page, &o, one, row);
	if (own_asked(&o)) {
		page_text(page, "back_url", page_get(page, "case.my_url"));
		own_crumbs(page, "my.cases");
		page_crumb(page, page_get(page, "case.my_url"), NULL, page_get(page, "case.shown"));
	} else {
		page_text(page, "back_url", arena_format(rq->arena, "%s/materials", page_get(page, "case.url")));
		if (one->complete)
			next_into(rq, page, &m, one);
		own_crumbs(page, "apply.drafts");
		page_crumb(page, page_get(page, "case.url"), NULL, page_get(page, "case.title"));
		page_crumb(page, page_get(page, "back_url"), "apply.materials", NULL);
	}
	page_crumb(page, "", NULL, one->name);
	return REPLY_PAGE;
}

/* ---- saving ---- */

/* All files are looked at before any is kept. */
static bool
files_right(struct request *rq, struct page *page, const struct material *m, size_t *count)
{
	const struct upload *file;
	const char *why;

	for (*count = 0; (file = form_file(rq, "files", *count)) != NULL; (*count)++) {
		if ((why = upload_refused(file)) == NULL)
			continue;
		form_error(page, "files", why);
		page_text(page, "refused_file", file->name);
		return false;
	}
	if ((long long)*count + m->files > FILES_MOST) {
		form_error(page, "files", "file_too_many");
		return false;
	}
	return true;
}

bool
own_file_keep(struct request *rq, const struct own *o, long long material, const struct upload *file)
{
	struct query *q;

	if (!upload_keep(rq, file))
		return false;
	q = query(rq, Q_BLOB_ADD);
	query_text(q, "sha256", file->sha256);
	query_number(q, "bytes", (long long)file->bytes);
	query_instant(q, "now", rq->now);
	query_run(q);
	q = query(rq, Q_FILE_ADD);
	query_number(q, "id", (long long)o->id);
	query_number(q, "material", material);
	query_number(q, "round", own_asked(o) ? o->round : 0);
	query_text(q, "sha256", file->sha256);
	query_text(q, "name", file->name);
	query_text(q, "content_type", file->content_type);
	query_number(q, "bytes", (long long)file->bytes);
	query_instant(q, "now", rq->now);
	query_run(q);
	return true;
}

/* A promise is signed by its tick, in its words of today; what is given otherwise needs none. */
static void
promise_set(struct request *rq, struct page *page, const struct own *o, long long position, const char *given)
{
	struct query *q = query(rq, promised(given) ? Q_PROMISE_SIGN : Q_PROMISE_UNSIGN);

	query_number(q, "id", (long long)o->id);
	query_number(q, "material", position);
	if (promised(given)) {
		query_text(q, "kind", text_is(given, "lack") ? "lack" : "proof");
		query_text(q, "body", promise_body(rq, page, o, given));
		query_number(q, "applicant", (long long)rq->who.account);
		query_instant(q, "now", rq->now);
	}
	query_run(q);
}

static void
material_set(struct request *rq, const struct own *o, long long position, const char *given, const char *note)
{
	struct query *q = query(rq, Q_MATERIAL_SET);

	query_number(q, "id", (long long)o->id);
	query_number(q, "position", position);
	query_text(q, "given", given);
	query_text(q, "note", note);
	query_number(q, "round", own_asked(o) ? o->round : 0);
	query_run(q);
}

void
material_files_given(struct request *rq, struct page *page, const struct own *o, const struct material *m)
{
	material_set(rq, o, m->position, "files", m->note);
	promise_set(rq, page, o, m->position, "files");
}

/* What was chosen; files that came along speak for themselves. */
static const char *
given_chosen(struct request *rq, size_t files)
{
	const char *given = form_get(rq, "given");

	return files > 0 || *given == '\0' ? "files" : given;
}

enum reply
material_save(struct request *rq, struct page *page)
{
	const struct material *one;
	const char *row, *given;
	struct materials m;
	struct own o;
	size_t files;

	if (!quota_files(rq, page, "files"))
		return REPLY_TOO_MANY;
	if (!own_load(rq, page, &o))
		return REPLY_NOT_FOUND;
	materials_load(rq, page, &o, &m);
	if ((one = material_asked(rq, &o, &m, &row)) == NULL)
		return REPLY_NOT_FOUND;
	if (!files_right(rq, page, one, &files))
		return REPLY_INVALID;
	given = given_chosen(rq, files);
	if (!given_open(rq, &o, one, given)) {
		form_error(page, "given", "not_a_choice");
		return REPLY_INVALID;
	}
	if (promised(given) && !form_flag(rq, "promise_agreed")) {
		form_error(page, "promise_agreed", "tick");
		return REPLY_INVALID;
	}
	if (text_is(given, "files") && files == 0 && one->files == 0) {
		form_error(page, "files", "file_required");
		return REPLY_INVALID;
	}
	if (!own_touch(rq, &o))
		return page_refuse(page, "stale");
	for (size_t i = 0; i < files; i++)
		if (!own_file_keep(rq, &o, one->position, form_file(rq, "files", i)))
			return REPLY_INVALID;	/* the machine's failure: 503 */
	material_set(rq, &o, one->position, given, form_get(rq, "note"));
	if (text_is(given, "licence"))
		licence_set(rq, o.id, one);
	promise_set(rq, page, &o, one->position, given);
	if (files > 0)
		return page_go(page, arena_format(rq->arena, "%s?done=uploaded",
		    page_get(page, arena_format(rq->arena, "%s.url", row))), NULL);
	if (own_asked(&o))
		return page_go(page, "/my/cases/", o.number, "?done=saved", NULL);
	return page_go(page, arena_format(rq->arena, "/applications/%llu/materials?done=saved", (unsigned long long)o.id),
	    NULL);
}
