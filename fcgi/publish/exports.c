/* exports.c - the way out: what was found in a file, and the catalogue in our own form or another's. */
#include "base/text.h"
#include "catalogue/export.h"
#include "fcgi/publish/publish.h"
#include "generated/queries/publish.h"

#include <stdio.h>

/* What was written to a text, as a file to download. */
static enum reply
download(struct request *rq, struct page *page, const char *content_type, const char *name, struct text *out)
{
	size_t n = out->bytes;
	char *bytes = arena_text_n(rq->arena, n ? out->start : "", n);

	text_free(out);
	return page_bytes(page, content_type, name, bytes, n);
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

/* What the dry run found, as its page shows it: the world may have moved since. */
static void
findings_load(struct request *rq, uint64_t batch, struct findings *findings)
{
	struct query *q = query(rq, Q_FINDINGS_LIST);

	findings_init(findings, rq->arena);
	query_number(q, "batch", (long long)batch);
	query_text(q, "severity", "");
	query_text(q, "code", "");
	query_number(q, "count", FINDINGS_MOST);
	query_number(q, "start", 0);
	while (query_next(q))
		(text_is(query_get(q, "severity"), "error") ? finding_error : finding_warning)(findings,
		    (unsigned)query_get_number(q, "line"), query_get(q, "column_name"), query_get(q, "code"),
		    query_get(q, "value"));
}

enum reply
import_annotated(struct request *rq, struct page *page)
{
	struct findings findings, reading;
	struct source source;
	struct batch_row b;
	struct text out;
	char *bytes;
	size_t n;

	if (!batch_load(rq, page, &b) || !(bytes = file_read(rq->arena, rq->config->upload_dir, b.sha256, &n)))
		return REPLY_NOT_FOUND;
	findings_load(rq, b.id, &findings);
	findings_init(&reading, rq->arena);	/* what cannot be read is among the findings already */
	source_read(&source, &reading, source_form_of(b.file_name), bytes, n);
	text_init(&out);
	export_annotated(&source, &findings, sentence_of, page, &out);
	source_free(&source);
	return download(rq, page, "text/csv; charset=utf-8",
	    arena_format(rq->arena, "findings-%llu.csv", (unsigned long long)b.id), &out);
}

/* ---- the catalogue ---- */

enum reply
export_show(struct request *rq, struct page *page)
{
	static const char *const forms[] = { "jsonl", "csv", NULL };

	page_crumb(page, "/publish/", "nav.home", NULL);
	page_crumb(page, "/publish/imports", "nav.imports", NULL);
	page_crumb(page, "", "publish.export", NULL);
	mappings_into(rq, page, "export_mapping", "native", MAPS_ITEMS | MAPS_DOCUMENTS);
	page_choices(page, "export_form", forms, "export_form", "jsonl");
	return REPLY_PAGE;
}

/* One batch: in our own form, or in the one it came by. */
enum reply
import_export_show(struct request *rq, struct page *page)
{
	static const char *const forms[] = { "jsonl", "csv", NULL };
	struct batch_row b;

	if (!batch_load(rq, page, &b))
		return REPLY_NOT_FOUND;
	page_text(page, "page.title", page_word(page, "publish.export_batch"));
	page_flag(page, "form.export_internal", true);	/* it comes as it went in */
	mappings_into(rq, page, "export_mapping", b.mapping, b.documents ? MAPS_DOCUMENTS : MAPS_ITEMS);
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

	if (!mapping)
		return REPLY_NOT_FOUND;
	text_init(&out);
	export_all(rq->db, mapping, csv ? SOURCE_CSV : SOURCE_JSONL, (uint64_t)form_number(rq, "batch"), own_areas(rq),
	    form_flag(rq, "export_internal") ? EXPORT_INTERNAL : EXPORT_PUBLIC, &out);
	mapping_free(mapping);
	return download(rq, page, csv ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8",
	    arena_format(rq->arena, "%s.%s", name, csv ? "csv" : "jsonl"), &out);
}
