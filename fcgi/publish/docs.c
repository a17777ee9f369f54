/* docs.c - documents of disclosure: list, page, text, attachments, and their way to the public. */
#include "base/text.h"
#include "catalogue/file.h"
#include "catalogue/store.h"
#include "fcgi/publish/publish.h"
#include "fcgi/worker/upload.h"
#include "generated/queries/publish.h"
#include "rules/document.h"

#include <string.h>

struct doc_row {
	uint64_t id, author;
	const char *state, *title;
	long long version;
};

static bool
doc_load(struct request *rq, struct page *page, struct doc_row *d)
{
	struct query *q = query(rq, Q_DOCUMENT_HEAD);

	query_number(q, "id", request_part_number(rq, "id"));
	query_text(q, "area", own_areas(rq));
	if (!query_next(q))
		return false;
	query_row_into(q, page, "document");
	*d = (struct doc_row){ (uint64_t)query_get_number(q, "id"), (uint64_t)query_get_number(q, "author_id"),
		query_get(q, "state"), query_get(q, "title"), query_get_number(q, "version") };
	page_text(page, "document.url", arena_format(rq->arena, "/publish/docs/%llu", (unsigned long long)d->id));
	page_text(page, "document.edit_url", arena_format(rq->arena, "/publish/docs/%llu/edit", (unsigned long long)d->id));
	page_text(page, "page.title", d->title);
	page_crumb(page, "/publish/", "nav.home", NULL);
	page_crumb(page, "/publish/docs", "nav.docs", NULL);
	page_flag(page, "may.write", (rq->who.roles & WRITES) && text_is(d->state, "draft"));
	page_flag(page, "may.check", (rq->who.roles & CHECKS) && text_is(d->state, "review"));
	page_flag(page, "may.withdraw", (rq->who.roles & CHECKS) && text_is(d->state, "published"));
	return true;
}

static bool
doc_take(struct request *rq, struct page *page, const struct doc_row *d, enum reply *reply)
{
	struct query *q = query(rq, Q_DOCUMENT_TAKE);

	if (!text_is(d->state, "draft")) {
		*reply = page_refuse(page, "version_state");
		return false;
	}
	query_number(q, "id", (long long)d->id);
	query_number(q, "version", form_number(rq, "version"));
	if (query_run(q) == 1)
		return true;
	*reply = REPLY_CONFLICT;
	return false;
}

static void
doc_note(struct request *rq, uint64_t id, const char *act)
{
	act_add(rq->db, rq->arena, &(struct act){ rq->who.account, rq->now, act,
	    arena_format(rq->arena, "document/%llu", (unsigned long long)id), "", "" });
}

/* ---- list and page ---- */

static void
list_bind(struct request *rq, struct query *q)
{
	char key[DOCUMENT_KEY_TEXT];

	query_text(q, "like", like_of(rq, form_get(rq, "q")));
	query_text(q, "key", like_of(rq, document_number_key(form_get(rq, "q"), key)));
}

enum reply
docs_list(struct request *rq, struct page *page)
{
	static const char *const states[] = { "", "draft", "review", "published", "withdrawn", NULL };

	return state_list_show(rq, page, &(struct state_list){ "nav.docs", "documents", states, Q_DOCUMENTS_COUNT,
	    Q_DOCUMENTS_LIST, Q_DOCUMENTS_BY_STATE, list_bind });
}

static void
body_into(struct request *rq, struct page *page)
{
	char *rest, *line;
	size_t n = 0;

	if (text_is(page_get(page, "document.body_kind"), "markdown")) {
		page_markdown(page, "document.body", arena_text(rq->arena, page_get(page, "document.body")));
		return;
	}
	rest = arena_text(rq->arena, page_get(page, "document.body"));
	while ((line = strsep(&rest, "\n")) != NULL)
		if (!text_empty(line))
			page_text(page, arena_format(rq->arena, "paragraphs.%zu.text", n++), text_trim(line));
}

static void
files_into(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_DOCUMENT_FILES_SHOW);

	query_number(q, "id", request_part_number(rq, "id"));
	for (size_t i = 0; query_next(q); i++) {
		const char *at = arena_format(rq->arena, "files.%zu", i);

		query_row_into(q, page, at);
		page_text(page, arena_format(rq->arena, "%s.url", at), arena_format(rq->arena, "%s/files/%s",
		    page_get(page, "document.url"), query_get(q, "position")));
		page_text(page, arena_format(rq->arena, "%s.size_text", at), arena_format(rq->arena, "%lld KB",
		    (query_get_number(q, "bytes") + 1023) / 1024));
		page_text(page, arena_format(rq->arena, "%s.note", at),
		    arena_format(rq->arena, "SHA-256 %s", query_get(q, "sha256")));
	}
}

enum reply
doc_show(struct request *rq, struct page *page)
{
	struct doc_row d;

	if (!doc_load(rq, page, &d))
		return REPLY_NOT_FOUND;
	page_crumb(page, "", NULL, d.title);
	body_into(rq, page);
	files_into(rq, page);
	act_rows_into(rq, page, arena_format(rq->arena, "document/%llu", (unsigned long long)d.id));
	return REPLY_PAGE;
}

/* As the public would see it, in its language, with the files served to colleagues. */
enum reply
doc_preview(struct request *rq, struct page *page)
{
	const char *english;
	struct doc_row d;

	if (!doc_load(rq, page, &d))
		return REPLY_NOT_FOUND;
	page_crumb(page, page_get(page, "document.url"), NULL, d.title);
	page_crumb(page, "", "publish.preview", NULL);
	english = page_get(page, "document.title_en");
	if (rq->language == LANGUAGE_EN && *english)
		page_text(page, "page.title", english);
	page_text(page, "document.organ", page_get(page, *page_get(page, "document.organ_full_name") ?
	    "document.organ_full_name" : "document.organ_name"));
	body_into(rq, page);
	files_into(rq, page);
	return REPLY_PAGE;
}

/* ---- writing ---- */

enum reply
doc_new_show(struct request *rq, struct page *page)
{
	json_t *empty = json_pack("{s:s, s:s}", "status", "in_force", "body_kind", "markdown");

	page_crumb(page, "/publish/", "nav.home", NULL);
	page_crumb(page, "/publish/docs", "nav.docs", NULL);
	page_crumb(page, "", "publish.doc_new", NULL);
	page_text(page, "page.title", page_word(page, "publish.doc_new"));
	page_text(page, "edit.url", rq->path);
	page_text(page, "edit.multipart", "1");
	page_text(page, "edit.preview", "doc_then_preview");
	document_into(rq, page, empty);
	json_decref(empty);
	return REPLY_PAGE;
}

/* To its page, or to the preview when that button was pressed. */
static enum reply
doc_saved(struct request *rq, struct page *page, uint64_t id, const char *done)
{
	const char *preview = form_flag(rq, "doc_then_preview") ? "/preview" : "";

	return page_go(page, "/publish/docs/", arena_format(rq->arena, "%llu", (unsigned long long)id), preview, "",
	    "?done=", done, NULL);
}

/* A document is an organ's of ours, or one's that we do not know and only name. */
static bool
organ_right(struct request *rq, struct page *page)
{
	const char *organ = form_get(rq, "doc_organ");

	if (*organ == '\0' || organ_ours(rq, organ))
		return true;
	form_error(page, "doc_organ", "unknown");
	return false;
}

enum reply
doc_new(struct request *rq, struct page *page)
{
	const struct origin origin = { rq->who.account, 0, rq->now };
	json_t *document = json_object();
	uint64_t id;

	if (!organ_right(rq, page)) {
		json_decref(document);
		return REPLY_INVALID;
	}
	document_read(rq, document);
	id = document_store(rq->db, rq->arena, document, &origin);
	json_decref(document);
	doc_note(rq, id, "document_draft");
	return doc_saved(rq, page, id, "doc_made");
}

enum reply
doc_edit(struct request *rq, struct page *page)
{
	struct doc_row d;
	json_t *document;

	if (!doc_load(rq, page, &d))
		return REPLY_NOT_FOUND;
	page_crumb(page, page_get(page, "document.url"), NULL, d.title);
	page_crumb(page, "", "action.edit", NULL);
	page_text(page, "edit.url", rq->path);
	page_text(page, "edit.multipart", "1");
	edit_version_into(rq, page, d.version);
	page_text(page, "edit.preview", "doc_then_preview");
	page_closed(rq, page, text_is(d.state, "draft"));
	document = document_load(rq->db, rq->arena, d.id);
	document_into(rq, page, document);
	json_decref(document);
	return REPLY_PAGE;
}

static void
doc_write(struct request *rq, const struct doc_row *d)
{
	json_t *document = document_load(rq->db, rq->arena, d->id);
	struct query *q = query(rq, Q_DOCUMENT_SAVE);
	char key[DOCUMENT_KEY_TEXT];

	document_read(rq, document);
	native_bind(q, native_document.keys, native_document.count, document);
	if (!*native_text(document, "organ"))
		query_null(q, "organ_code");
	if (!*native_text(document, "index_number"))
		query_null(q, "index_number");
	if (!*native_text(document, "status"))
		query_text(q, "status", "in_force");
	if (!*native_text(document, "body_kind"))
		query_text(q, "body_kind", "text");
	query_text(q, "doc_number_key", document_number_key(native_text(document, "doc_number"), key));
	query_number(q, "id", (long long)d->id);
	query_run(q);
	json_decref(document);
}

enum reply
doc_save(struct request *rq, struct page *page)
{
	struct doc_row d;
	enum reply reply;

	if (!doc_load(rq, page, &d))
		return REPLY_NOT_FOUND;
	if (!organ_right(rq, page))
		return REPLY_INVALID;
	if (!doc_take(rq, page, &d, &reply))
		return reply;
	doc_write(rq, &d);
	doc_note(rq, d.id, "document_edit");
	return doc_saved(rq, page, d.id, "saved");
}

/* ---- attachments ---- */

static long long
files_last(struct request *rq, uint64_t id)
{
	struct query *q = query(rq, Q_DOCUMENT_FILES_LAST);

	query_number(q, "id", (long long)id);
	return query_next(q) ? query_get_number(q, "last") : 0;
}

static void
file_add(struct request *rq, uint64_t id, long long position, const struct upload *u)
{
	const struct native_element *files = native_element(&native_document, "attachments");
	struct query *q = query(rq, files->add);

	blob_add(rq->db, rq->arena, u->sha256, (size_t)u->bytes, rq->now);
	query_number(q, "version_id", (long long)id);
	query_number(q, "position", position);
	query_text(q, "name", u->name);
	query_text(q, "sha256", u->sha256);
	query_text(q, "content_type", u->content_type);
	query_number(q, "bytes", (long long)u->bytes);
	query_run(q);
}

enum reply
doc_file_add(struct request *rq, struct page *page)
{
	const struct upload *u;
	const char *why;
	struct doc_row d;
	enum reply reply;
	long long last;

	if (!doc_load(rq, page, &d))
		return REPLY_NOT_FOUND;
	for (size_t i = 0; (u = form_file(rq, "doc_files", i)) != NULL; i++)
		if ((why = upload_refused(u)) != NULL) {
			form_error(page, "doc_files", why);
			return REPLY_INVALID;
		}
	if (!doc_take(rq, page, &d, &reply))
		return reply;
	last = files_last(rq, d.id);
	for (size_t i = 0; (u = form_file(rq, "doc_files", i)) != NULL; i++)
		if (upload_keep(rq, u))
			file_add(rq, d.id, last + 1 + (long long)i, u);
	doc_note(rq, d.id, "document_edit");
	return page_go(page, page_get(page, "document.url"), "", "?done=uploaded", NULL);
}

enum reply
doc_file_remove(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_DOCUMENT_FILE_DROP);
	struct doc_row d;
	enum reply reply;

	if (!doc_load(rq, page, &d))
		return REPLY_NOT_FOUND;
	if (!doc_take(rq, page, &d, &reply))
		return reply;
	query_number(q, "id", (long long)d.id);
	query_number(q, "position", request_part_number(rq, "file"));
	query_run(q);
	doc_note(rq, d.id, "document_edit");
	return page_go(page, page_get(page, "document.url"), "", "?done=removed", NULL);
}

enum reply
doc_file_send(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_DOCUMENT_FILE_LOAD);
	struct doc_row d;

	if (!doc_load(rq, page, &d))
		return REPLY_NOT_FOUND;
	query_number(q, "id", request_part_number(rq, "id"));
	query_number(q, "position", request_part_number(rq, "file"));
	if (!query_next(q))
		return REPLY_NOT_FOUND;
	return page_file(page, query_get(q, "sha256"), query_get(q, "name"), query_get(q, "content_type"));
}

/* ---- acts ---- */

enum reply
doc_act_show(struct request *rq, struct page *page)
{
	const char *act = arena_format(rq->arena, "%s_document", strrchr(rq->path, '/') + 1);
	struct doc_row d;

	if (!doc_load(rq, page, &d))
		return REPLY_NOT_FOUND;
	page_crumb(page, page_get(page, "document.url"), NULL, d.title);
	page_crumb(page, "", arena_format(rq->arena, "action.%s", act), NULL);
	page_text(page, "act", act);
	page_text(page, "edit.url", rq->path);
	page_closed(rq, page, text_is(d.state, text_is(act, "withdraw_document") ? "published" : "review"));
	return REPLY_PAGE;
}

typedef const char *act_on_document(struct db *, struct arena *, uint64_t, long long, const struct publishing *);

static enum reply
act_run(struct request *rq, struct page *page, act_on_document *act, const char *reason, const char *done)
{
	struct publishing p = publishing_of(rq, reason);
	struct doc_row d;

	if (!doc_load(rq, page, &d))
		return REPLY_NOT_FOUND;
	return refused_or(page, act(rq->db, rq->arena, d.id, form_number(rq, "version"), &p),
	    page_get(page, "document.url"), done);
}

enum reply
doc_submit(struct request *rq, struct page *page)
{
	return act_run(rq, page, document_submit, "", "submitted");
}

enum reply
doc_send_back(struct request *rq, struct page *page)
{
	return act_run(rq, page, document_send_back, form_get(rq, "act_reason"), "sent_back");
}

enum reply
doc_publish(struct request *rq, struct page *page)
{
	return act_run(rq, page, document_publish, "", "published");
}

enum reply
doc_withdraw(struct request *rq, struct page *page)
{
	return act_run(rq, page, document_withdraw, form_get(rq, "act_reason"), "doc_withdrawn");
}
