/* imports.c - a file is brought, looked at, applied, published, taken back; and the way out again. */
#include "base/text.h"
#include "catalogue/export.h"
#include "catalogue/file.h"
#include "catalogue/import.h"
#include "fcgi/publish/publish.h"
#include "fcgi/worker/upload.h"
#include "generated/queries/publish.h"

#include <stdio.h>

enum { FINDING_ROWS = 50 };

/* A batch as handlers read it; its page reads the columns under "batch". */
struct batch_row {
	uint64_t id, account;
	const char *state, *mapping, *file_name, *sha256;
	bool documents;
};

static bool
batch_load(struct request *rq, struct page *page, struct batch_row *b)
{
	struct query *q = query(rq, Q_BATCH_SHOW);

	query_number(q, "id", request_part_number(rq, "id"));
	if (!query_next(q))
		return false;
	query_row_into(q, page, "batch");
	*b = (struct batch_row){ (uint64_t)query_get_number(q, "id"), (uint64_t)query_get_number(q, "account_id"),
		query_get(q, "state"), query_get(q, "mapping"), query_get(q, "file_name"), query_get(q, "sha256"),
		text_is(query_get(q, "kind"), "documents") };
	page_text(page, "batch.url", arena_format(rq->arena, "/publish/imports/%llu", (unsigned long long)b->id));
	page_text(page, "page.title", b->file_name);
	page_crumb(page, "/publish/", "nav.home", NULL);
	page_crumb(page, "/publish/imports", "nav.imports", NULL);
	page_crumb(page, "", NULL, b->file_name);
	return true;
}

enum reply
imports_list(struct request *rq, struct page *page)
{
	struct query *count = query(rq, Q_BATCHES_COUNT), *q = query(rq, Q_BATCHES_LIST);

	page_crumb(page, "/publish/", "nav.home", NULL);
	page_crumb(page, "", "nav.imports", NULL);
	page_pager(page, page_asked(rq), LIST_ROWS, query_next(count) ? query_get_number(count, "count") : 0);
	query_number(q, "count", LIST_ROWS);
	query_number(q, "start", (page_asked(rq) - 1) * LIST_ROWS);
	query_into(q, page, "batches");
	page_flag(page, "may.write", rq->who.roles & WRITES);
	return REPLY_PAGE;
}

/* The mappings as choices of a field; words.mapping.NAME, or the name itself. */
static void
mappings_into(struct request *rq, struct page *page, const char *field, const char *chosen)
{
	size_t n = 0;

	for (int documents = 0; documents < 2; documents++) {
		const char *const *names = mapping_names(rq->arena, rq->config->mapping_dir, documents);

		for (; *names; names++, n++) {
			const char *at = arena_format(rq->arena, "choices.%s.%zu", field, n);
			const char *word = page_word(page, arena_format(rq->arena, "mapping.%s", *names));

			page_text(page, arena_format(rq->arena, "%s.value", at), *names);
			page_text(page, arena_format(rq->arena, "%s.label", at), *word ? word : *names);
			page_flag(page, arena_format(rq->arena, "%s.checked", at), text_is(*names, chosen));
		}
	}
}

enum reply
import_new_show(struct request *rq, struct page *page)
{
	page_crumb(page, "/publish/", "nav.home", NULL);
	page_crumb(page, "/publish/imports", "nav.imports", NULL);
	page_crumb(page, "", "publish.import_new", NULL);
	mappings_into(rq, page, "import_mapping",
	    *form_get(rq, "import_mapping") ? form_get(rq, "import_mapping") : "native");
	return REPLY_PAGE;
}

static struct mapping *
mapping_named(struct request *rq, const char *name)
{
	char why[256];

	return mapping_load(rq->config->mapping_dir, name, why, sizeof(why));
}

/* The file of a batch as the library wants it. */
static bool
import_of(struct request *rq, const struct batch_row *b, const struct mapping *mapping, struct import *im)
{
	*im = (struct import){ .db = rq->db, .arena = rq->arena, .mapping = mapping, .file_name = b->file_name,
		.sha256 = b->sha256, .account = rq->who.account, .now = rq->now, .today = rq->today };
	im->bytes = file_read(rq->arena, rq->config->upload_dir, b->sha256, &im->n);
	return mapping && im->bytes;
}

/* ---- the dry run ---- */

static enum reply
look_at(struct request *rq, struct page *page, const struct upload *u, const struct mapping *mapping)
{
	struct batch_row b = { .file_name = u->name, .sha256 = u->sha256 };
	struct findings findings;
	struct import im;
	uint64_t id;

	if (!import_of(rq, &b, mapping, &im))
		return page_refuse(page, "batch_file");
	findings_init(&findings, rq->arena);
	id = import_record(&im, &findings);
	return page_go(page, "/publish/imports/", arena_format(rq->arena, "%llu", (unsigned long long)id), NULL);
}

enum reply
import_new(struct request *rq, struct page *page)
{
	const struct upload *u = form_file(rq, "import_file", 0);
	struct mapping *mapping = mapping_named(rq, form_get(rq, "import_mapping"));
	enum reply reply;

	if (!mapping)
		form_error(page, "import_mapping", "unknown");
	else if (!u->bytes)
		form_error(page, "import_file", "file_empty");
	if (!mapping || !u->bytes) {
		mapping_free(mapping);
		return REPLY_INVALID;
	}
	if (upload_keep(rq, u))
		blob_add(rq->db, rq->arena, u->sha256, (size_t)u->bytes, rq->now);
	reply = look_at(rq, page, u, mapping);
	mapping_free(mapping);
	return reply;
}

static void
may_into(struct request *rq, struct page *page, const struct batch_row *b)
{
	bool applied = text_is(b->state, "applied"), running = text_is(b->state, "ready") &&
	    *page_get(page, "batch.running_rows");

	page_flag(page, "may.apply", (rq->who.roles & WRITES) && text_is(b->state, "ready"));
	page_flag(page, "may.publish", (rq->who.roles & CHECKS) && applied && b->account != rq->who.account);
	page_flag(page, "may.undo", (rq->who.roles & BOTH) && (applied || text_is(b->state, "published")));
	page_flag(page, "running", running);
}

static void
findings_into(struct request *rq, struct page *page, const struct batch_row *b)
{
	const char *severity = form_get(rq, "severity");
	struct query *count = query(rq, Q_FINDINGS_COUNT), *q = query(rq, Q_FINDINGS_LIST);
	struct query *codes = query(rq, Q_FINDINGS_BY_CODE);

	query_number(count, "batch", (long long)b->id);
	query_text(count, "severity", severity);
	page_pager(page, page_asked(rq), FINDING_ROWS, query_next(count) ? query_get_number(count, "count") : 0);
	query_number(q, "batch", (long long)b->id);
	query_text(q, "severity", severity);
	query_number(q, "count", FINDING_ROWS);
	query_number(q, "start", (page_asked(rq) - 1) * FINDING_ROWS);
	query_into(q, page, "findings");
	query_number(codes, "batch", (long long)b->id);
	query_into(codes, page, "codes");
}

enum reply
import_show(struct request *rq, struct page *page)
{
	struct batch_row b;

	if (!batch_load(rq, page, &b))
		return REPLY_NOT_FOUND;
	may_into(rq, page, &b);
	findings_into(rq, page, &b);
	act_rows_into(rq, page, arena_format(rq->arena, "batch/%llu", (unsigned long long)b.id), 1);
	return REPLY_PAGE;
}

/* ---- the annotated file ---- */

static const char *
sentence_of(void *arg, const struct finding *f)
{
	struct page *page = arg;
	char key[100];
	const char *word;

	snprintf(key, sizeof(key), "finding.%s", f->code);
	word = page_word(page, key);
	if (!*word) {
		snprintf(key, sizeof(key), "check.%s", f->code);
		word = page_word(page, key);
	}
	return *word ? word : f->code;
}

enum reply
import_annotated(struct request *rq, struct page *page)
{
	struct findings findings;
	struct mapping *mapping;
	struct source source;
	struct batch_row b;
	struct import im;
	struct text out;
	size_t rows;
	char *bytes;

	if (!batch_load(rq, page, &b))
		return REPLY_NOT_FOUND;
	mapping = mapping_named(rq, b.mapping);
	if (!import_of(rq, &b, mapping, &im)) {
		mapping_free(mapping);
		return REPLY_NOT_FOUND;
	}
	findings_init(&findings, rq->arena);
	import_look(&im, &findings, &rows);
	source_read(&source, &(struct findings){ .arena = rq->arena }, source_form_of(b.file_name), im.bytes, im.n);
	text_init(&out);
	export_annotated(&source, &findings, sentence_of, page, &out);
	bytes = arena_text_n(rq->arena, out.start, out.bytes);
	rows = out.bytes;
	text_free(&out);
	source_free(&source);
	mapping_free(mapping);
	return page_bytes(page, "text/csv; charset=utf-8", arena_format(rq->arena, "findings-%llu.csv",
	    (unsigned long long)b.id), bytes, rows);
}

/* ---- applied, published, taken back ---- */

enum reply
import_apply_now(struct request *rq, struct page *page)
{
	struct findings findings;
	struct mapping *mapping;
	struct batch_row b;
	struct import im;
	const char *no = "batch_file";

	if (!batch_load(rq, page, &b))
		return REPLY_NOT_FOUND;
	mapping = mapping_named(rq, b.mapping);
	findings_init(&findings, rq->arena);
	if (import_of(rq, &b, mapping, &im)) {
		im.aside = db_open(rq->config, "publish");
		no = import_apply(&im, b.id, &findings);
		db_close(im.aside);
	}
	mapping_free(mapping);
	return refused_or(page, no, page_get(page, "batch.url"), "import_applied");
}

enum reply
import_publish_now(struct request *rq, struct page *page)
{
	struct publishing p = publishing_of(rq, form_get(rq, "over_reason"));
	struct mapping *mapping;
	struct batch_row b;
	struct db *aside;
	const char *no;

	if (!batch_load(rq, page, &b))
		return REPLY_NOT_FOUND;
	mapping = mapping_named(rq, b.mapping);
	aside = db_open(rq->config, "publish");
	no = import_publish(rq->db, aside, rq->arena, b.id, mapping, &p);
	db_close(aside);
	mapping_free(mapping);
	return refused_or(page, no, page_get(page, "batch.url"), "published");
}

enum reply
import_undo_now(struct request *rq, struct page *page)
{
	struct publishing p = publishing_of(rq, form_get(rq, "act_reason"));
	struct batch_row b;

	if (!batch_load(rq, page, &b))
		return REPLY_NOT_FOUND;
	return refused_or(page, import_undo(rq->db, rq->arena, b.id, &p), page_get(page, "batch.url"), "import_undone");
}

/* ---- out ---- */

enum reply
export_show(struct request *rq, struct page *page)
{
	static const char *const forms[] = { "jsonl", "csv", NULL };

	page_crumb(page, "/publish/", "nav.home", NULL);
	page_crumb(page, "/publish/imports", "nav.imports", NULL);
	page_crumb(page, "", "publish.export", NULL);
	mappings_into(rq, page, "export_mapping", "native");
	page_choices(page, "export_form", forms, "export_form", "jsonl");
	return REPLY_PAGE;
}

enum reply
export_send(struct request *rq, struct page *page)
{
	const char *name = *form_get(rq, "export_mapping") ? form_get(rq, "export_mapping") : "native";
	bool csv = text_is(form_get(rq, "export_form"), "csv");
	struct mapping *mapping = mapping_named(rq, name);
	struct text out;
	char *bytes;
	size_t n;

	if (!mapping)
		return REPLY_NOT_FOUND;
	text_init(&out);
	export_all(rq->db, mapping, csv ? SOURCE_CSV : SOURCE_JSONL, (uint64_t)form_number(rq, "batch"), &out);
	mapping_free(mapping);
	n = out.bytes;
	bytes = arena_text_n(rq->arena, n ? out.start : "", n);
	text_free(&out);
	return page_bytes(page, csv ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8",
	    arena_format(rq->arena, "%s.%s", name, csv ? "csv" : "jsonl"), bytes, n);
}
