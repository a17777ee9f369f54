/* imports.c - a file is brought, looked at, applied, published, taken back. */
#include "base/text.h"
#include "fcgi/publish/publish.h"
#include "fcgi/worker/upload.h"
#include "generated/queries/catalogue.h"
#include "generated/queries/publish.h"

#include <string.h>
#include <strings.h>

enum { FINDING_ROWS = 50, RUNNING_SECONDS_MOST = 60, REFRESH_SECONDS = 3 };

/* As many as a request surely publishes before its time is over; a setting may say fewer. */
enum { SLICE_ROWS = 2000 };

bool
batch_load(struct request *rq, struct page *page, struct batch_row *b)
{
	struct query *q = query(rq, Q_BATCH_SHOW);

	query_number(q, "id", request_part_number(rq, "id"));
	query_text(q, "area", own_areas(rq));
	if (!query_next(q))
		return false;
	query_row_into(q, page, "batch");
	*b = (struct batch_row){ (uint64_t)query_get_number(q, "id"), (uint64_t)query_get_number(q, "account_id"),
		query_get(q, "state"), query_get(q, "mapping"), query_get(q, "file_name"), query_get(q, "sha256"),
		text_is(query_get(q, "kind"), "documents"), query_get_number(q, "rows_total"),
		query_get_number(q, "running_rows"), query_get_instant(q, "running_at") };
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
	query_text(count, "area", own_areas(rq));
	query_text(q, "area", own_areas(rq));
	page_pager(page, page_asked(rq), LIST_ROWS, query_next(count) ? query_get_number(count, "count") : 0);
	query_number(q, "count", LIST_ROWS);
	query_number(q, "start", (page_asked(rq) - 1) * LIST_ROWS);
	query_into(q, page, "batches");
	page_flag(page, "may.write", rq->who.roles & WRITES);
	return REPLY_PAGE;
}

struct mapping *
mapping_named(struct request *rq, const char *name)
{
	char why[256];

	return mapping_load(rq->config->mapping_dir, name, why, sizeof(why));
}

void
mappings_into(struct request *rq, struct page *page, const char *field, const char *chosen, unsigned kinds)
{
	size_t n = 0;

	for (unsigned kind = MAPS_ITEMS; kind <= MAPS_DOCUMENTS; kind <<= 1) {
		const char *const *names = mapping_names(rq->arena, rq->config->mapping_dir, kind == MAPS_DOCUMENTS);

		if (!(kinds & kind))
			continue;
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
	    *form_get(rq, "import_mapping") ? form_get(rq, "import_mapping") : "native", MAPS_ITEMS | MAPS_DOCUMENTS);
	return REPLY_PAGE;
}

/* The file of a batch as the library wants it. */
bool
import_of(struct request *rq, const struct batch_row *b, const struct mapping *mapping, struct import *im)
{
	*im = (struct import){ .db = rq->db, .arena = rq->arena, .mapping = mapping, .file_name = b->file_name,
		.sha256 = b->sha256, .account = rq->who.account, .now = rq->now, .today = rq->today, .area = rq->who.area };
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

/* NULL, or what is wrong with a file before a line of it is read. */
static const char *
file_refused(const struct upload *u)
{
	static const char *const endings[] = { ".jsonl", ".json", ".ndjson", ".csv", ".txt", NULL };
	const char *ending = strrchr(u->name, '.');

	if (!u->bytes)
		return "file_empty";
	for (size_t i = 0; ending && endings[i]; i++)
		if (strcasecmp(ending, endings[i]) == 0)
			return NULL;
	return "file_import";
}

enum reply
import_new(struct request *rq, struct page *page)
{
	const struct upload *u = form_file(rq, "import_file", 0);
	const char *why = file_refused(u);
	struct mapping *mapping;
	enum reply reply;

	if (why) {
		form_error(page, "import_file", why);
		return REPLY_INVALID;
	}
	mapping = mapping_named(rq, form_get(rq, "import_mapping"));
	if (!mapping) {
		form_error(page, "import_mapping", "unknown");
		return REPLY_INVALID;
	}
	if (upload_keep(rq, u))
		blob_add(rq->db, rq->arena, u->sha256, (size_t)u->bytes, rq->now);
	reply = look_at(rq, page, u, mapping);
	mapping_free(mapping);
	return reply;
}

/* What the public sees is taken back by who publishes; what was only written, also by who writes. */
static bool
batch_may_undo(struct request *rq, const struct batch_row *b)
{
	if (text_is(b->state, "published") || import_published(rq->db, rq->arena, b->id, b->documents))
		return rq->who.roles & CHECKS;
	return text_is(b->state, "applied");
}

/* Part of a long batch is published, and the rest waits for the next press of the button. */
static void
part_into(struct request *rq, struct page *page, const struct batch_row *b)
{
	size_t out = text_is(b->state, "applied") ? import_published(rq->db, rq->arena, b->id, b->documents) : 0;

	page_number(page, "batch.published_rows", (long long)out);
	page_flag(page, "batch.part", out > 0);
}

/* Rows are being written by another request: told by its own connection, not too long ago, and not all of them yet. */
static bool
batch_runs(const struct request *rq, const struct batch_row *b)
{
	return rq->route->method == GET && (text_is(b->state, "ready") || text_is(b->state, "applied")) &&
	    b->running_at != INSTANT_NONE && rq->now - b->running_at < RUNNING_SECONDS_MOST * SECOND && b->running_rows < b->rows;
}

static void
may_into(struct request *rq, struct page *page, const struct batch_row *b)
{
	bool applied = text_is(b->state, "applied"), runs = batch_runs(rq, b);

	page_flag(page, "may.apply", (rq->who.roles & WRITES) && text_is(b->state, "ready") && !runs);
	page_flag(page, "may.publish", (rq->who.roles & CHECKS) && applied && b->account != rq->who.account && !runs);
	page_flag(page, "may.undo", batch_may_undo(rq, b) && !runs);
	part_into(rq, page, b);
	page_flag(page, "running", runs);
	if (runs)
		page_number(page, "page.refresh", REFRESH_SECONDS);
	page_text(page, "optional.over_reason", text_is(page_get(page, "batch.warning_count"), "0") ? "1" : "");
}

/* An import is let in over what an item may lack as a draft; publishing is not always. */
static bool
check_stops(const struct judge *judge, const char *code)
{
	enum guide_check check;

	return guide_check_named(code, &check) && judge->severities[check] == GUIDE_STOP;
}

static void
findings_into(struct request *rq, struct page *page, const struct batch_row *b)
{
	const char *severity = form_get(rq, "severity"), *code = form_get(rq, "code");
	struct query *count = query(rq, Q_FINDINGS_COUNT), *q = query(rq, Q_FINDINGS_LIST);
	struct query *codes = query(rq, Q_FINDINGS_BY_CODE);
	struct mapping *mapping = mapping_named(rq, b->mapping);
	struct judge judge;

	judge_load(&judge, rq->db, rq->arena, mapping);
	mapping_free(mapping);
	query_number(count, "batch", (long long)b->id);
	query_text(count, "severity", severity);
	query_text(count, "code", code);
	page_pager(page, page_asked(rq), FINDING_ROWS, query_next(count) ? query_get_number(count, "count") : 0);
	query_number(q, "batch", (long long)b->id);
	query_text(q, "severity", severity);
	query_text(q, "code", code);
	query_number(q, "count", FINDING_ROWS);
	query_number(q, "start", (page_asked(rq) - 1) * FINDING_ROWS);
	query_into(q, page, "findings");
	query_number(codes, "batch", (long long)b->id);
	for (size_t i = 0; query_next(codes); i++) {
		const char *at = arena_format(rq->arena, "codes.%zu", i);

		query_row_into(codes, page, at);
		page_flag(page, arena_format(rq->arena, "%s.stops", at), check_stops(&judge, query_get(codes, "code")));
	}
}

enum reply
import_show(struct request *rq, struct page *page)
{
	struct batch_row b;

	if (!batch_load(rq, page, &b))
		return REPLY_NOT_FOUND;
	may_into(rq, page, &b);
	findings_into(rq, page, &b);
	act_rows_into(rq, page, arena_format(rq->arena, "batch/%llu", (unsigned long long)b.id));
	return REPLY_PAGE;
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
		if (no)
			import_progress(im.aside, b.id, (size_t)b.rows, rq->now);	/* nothing runs any more */
		db_close(im.aside);
	}
	mapping_free(mapping);
	return refused_or(page, no, page_get(page, "batch.url"), "import_applied");
}

static size_t
slice_rows(struct request *rq)
{
	struct query *q = query(rq, Q_SETTING_LOAD);
	long long n;

	query_text(q, "name", "publish.slice_rows");
	return query_next(q) && text_number(query_get(q, "value"), 1, SLICE_ROWS, &n) ? (size_t)n : SLICE_ROWS;
}

enum reply
import_publish_now(struct request *rq, struct page *page)
{
	struct publishing p = publishing_of(rq, form_get(rq, "over_reason"));
	struct mapping *mapping;
	struct batch_row b;
	size_t left = 0;
	struct db *aside;
	const char *no;

	if (!batch_load(rq, page, &b))
		return REPLY_NOT_FOUND;
	mapping = mapping_named(rq, b.mapping);
	aside = db_open(rq->config, "publish");
	no = import_publish(rq->db, aside, rq->arena, b.id, mapping, &p, slice_rows(rq), &left);
	if (no)
		import_progress(aside, b.id, (size_t)b.rows, rq->now);
	db_close(aside);
	mapping_free(mapping);
	return refused_or(page, no, page_get(page, "batch.url"), left ? "published_part" : "published");
}

enum reply
import_undo_now(struct request *rq, struct page *page)
{
	struct publishing p = publishing_of(rq, form_get(rq, "act_reason"));
	struct batch_row b;

	if (!batch_load(rq, page, &b))
		return REPLY_NOT_FOUND;
	if (!batch_may_undo(rq, &b))
		return page_refuse(page, "batch_undo");
	return refused_or(page, import_undo(rq->db, rq->arena, b.id, &p), page_get(page, "batch.url"), "import_undone");
}
