/* show.c - a paper as a page, as a PDF, and the code that leads to its verification. */
#include "fcgi/papers/papers.h"

#include "base/log.h"
#include "base/text.h"
#include "fcgi/papers/draw.h"
#include "generated/queries/papers.h"
#include "record/paper.h"
#include "record/record.h"
#include "rules/number.h"

#include <string.h>

/* By the kinds of rules/paper.h; papers of one wording share a template. */
static const struct {
	enum paper kind;
	const char *template;
} wordings[] = {
	{ PAPER_RECEIPT, "papers/receipt.cs" },
	{ PAPER_CORRECTION, "papers/correction.cs" },
	{ PAPER_CORRECTION_RECEIPT, "papers/supplied.cs" },
	{ PAPER_NOT_ACCEPTED, "papers/not_accepted.cs" },
	{ PAPER_ACCEPTED, "papers/accepted.cs" },
	{ PAPER_ACCEPTED_LACKING, "papers/accepted_lacking.cs" },
	{ PAPER_PROMISE, "papers/promise.cs" },
	{ PAPER_PROMISE_LACKING, "papers/promise_lacking.cs" },
	{ PAPER_SUPPLEMENT, "papers/correction.cs" },
	{ PAPER_SUPPLEMENT_RECEIPT, "papers/supplied.cs" },
	{ PAPER_SPECIAL, "papers/special.cs" },
	{ PAPER_SPECIAL_ENDED, "papers/special_ended.cs" },
	{ PAPER_EXTENDED, "papers/extended.cs" },
	{ PAPER_MOVED, "papers/moved.cs" },
	{ PAPER_LICENCE_GRANTED, "papers/granted.cs" },
	{ PAPER_LICENCE_DENIED, "papers/denied.cs" },
	{ PAPER_GRANTED, "papers/granted.cs" },
	{ PAPER_DENIED, "papers/denied.cs" },
	{ PAPER_TERMINATED, "papers/terminated.cs" },
	{ PAPER_DELIVERY, "papers/delivery.cs" },
	{ PAPER_FEE, "papers/fee.cs" },
};

const char *const paper_templates[] = {
	"papers/receipt.cs", "papers/correction.cs", "papers/supplied.cs", "papers/not_accepted.cs", "papers/accepted.cs",
	"papers/accepted_lacking.cs", "papers/promise.cs", "papers/promise_lacking.cs", "papers/special.cs",
	"papers/special_ended.cs", "papers/extended.cs", "papers/moved.cs", "papers/granted.cs", "papers/denied.cs",
	"papers/terminated.cs", "papers/delivery.cs", "papers/fee.cs", NULL
};

/* ---- finding it ---- */

static const char *
head_text(struct request *rq, const struct query *q)
{
	if (query_is_null(q, "chain_position") || *query_get(q, "chain_head") == '\0')
		return "";
	return arena_format(rq->arena, "%s:%s", query_get(q, "chain_position"), query_get(q, "chain_head"));
}

static bool
unchanged(struct request *rq, const struct query *q)
{
	uint8_t key[KEY_BYTES], hash[HASH_BYTES];
	const char *content = query_get(q, "content"), *sealed;
	size_t bytes = 0;

	request_key(rq, RECORD_KEY, key);
	sha256_of(hash, content, strlen(content));
	sealed = query_get_at(q, 0, &bytes);
	return bytes == HASH_BYTES && bytes_equal(hash, sealed, HASH_BYTES) && paper_intact(q, key);
}

bool
paper_load(struct request *rq, struct page *page, struct paper_row *p)
{
	char code[PAPER_CODE_TEXT], shown[PAPER_CODE_SHOWN];
	struct query *q = query(rq, Q_PAPER_LOAD);

	if (!paper_code_tidy(request_part(rq, "paper"), code))
		return false;
	query_text(q, "code", code);
	query_number(q, "applicant", rq->who.kind == WHO_STAFF ? 0 : (long long)rq->who.account);
	query_text(q, "organ", rq->who.kind == WHO_STAFF ? rq->who.organ : "");
	if (!query_next(q) || !paper_named(query_get(q, "kind"), &p->kind))
		return false;
	p->code = query_get(q, "code");
	p->number = query_get(q, "number");
	p->organ_name = query_get(q, "organ_name");
	p->title = query_get(q, "title");
	p->state = query_get(q, "state");
	p->content = query_get(q, "content");
	p->case_number = query_get(q, "case_number");
	p->head = head_text(rq, q);
	p->verify_url = arena_format(rq->arena, "%s/verify/%s", request_site(rq), p->code);
	p->signed_at = query_get_instant(q, "signed_at");
	p->intact = unchanged(rq, q);
	query_row_into(q, page, "row");
	page_text(page, "row.code_shown", arena_text(rq->arena, paper_code_show(p->code, shown)));
	page_text(page, "row.content", "");
	return true;
}

/* ---- what is on it ---- */

static const char *
template_of(enum paper kind)
{
	for (size_t i = 0; i < sizeof(wordings) / sizeof(wordings[0]); i++)
		if (wordings[i].kind == kind)
			return wordings[i].template;
	return "";
}

static void
facts_into(struct request *rq, struct page *page, const struct paper_row *p)
{
	char shown[CASE_NUMBER_SHOWN], code[QUERY_CODE_SHOWN];
	const char *number;
	uint64_t bits;

	if (!content_into(page, "paper", p->content))
		log_fatal("paper", "content", p->code, NULL);
	number = page_get(page, "paper.case.number");
	page_text(page, "paper.case.number_shown", case_number_show(number, shown) ? arena_text(rq->arena, shown) : number);
	if (query_code_parse(page_get(page, "paper.case.query_code"), &bits))
		page_text(page, "paper.case.query_code_shown", arena_text(rq->arena, query_code_show(bits, code)));
	page_day(page, "paper.issued_on", day_of_instant(p->signed_at));
	page_instant(page, "paper.signed_at", p->signed_at);
	page_text(page, "paper.code_shown", page_get(page, "row.code_shown"));
	page_text(page, "paper.verify_url", p->verify_url);
	page_text(page, "paper.verify_page", arena_format(rq->arena, "%s/verify", request_site(rq)));
	page_text(page, "paper.head", p->head);
	page_number(page, "paper.review_days", REVIEW_DAYS);
	page_number(page, "paper.suit_months", SUIT_MONTHS);
}

const struct block *
paper_blocks(struct request *rq, struct page *page, const struct paper_row *p)
{
	const char *key = arena_format(rq->arena, "paper_kind.%s", paper_name(p->kind)), *why = "";
	enum language language = rq->language;
	const struct block *blocks;

	rq->language = LANGUAGE_EN;
	page_text(page, "paper.title_en", page_word(page, key));
	rq->language = LANGUAGE_ZH;
	page_text(page, "paper.title", page_word(page, key));
	facts_into(rq, page, p);
	blocks = markup_read(rq->arena, page_bare(page, template_of(p->kind)), &why);
	rq->language = language;
	if (blocks == NULL)
		log_fatal("paper", "template", template_of(p->kind), "why", why, NULL);
	return blocks;
}

/* ---- as a page ---- */

static void
row_into(struct request *rq, struct page *page, const char *name, const struct table_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		page_sub(page, arena_format(rq->arena, "%s.cells.%zu", name, i), "text", row->cells[i]);
}

static void
block_into(struct request *rq, struct page *page, const char *name, const struct block *b)
{
	size_t n = 0;

	page_sub(page, name, "kind", block_kind_name(b->kind));
	page_sub(page, name, "name", b->name);
	page_sub(page, name, "text", b->text);
	if (b->table == NULL)
		return;
	row_into(rq, page, arena_format(rq->arena, "%s.head", name), &b->table->head);
	for (const struct table_row *row = b->table->rows; row != NULL; row = row->next)
		row_into(rq, page, arena_format(rq->arena, "%s.rows.%zu", name, n++), row);
}

/* Back to the case, by whoever looks. */
static void
crumbs(struct request *rq, struct page *page, const struct paper_row *p)
{
	bool staff = rq->who.kind == WHO_STAFF;
	const char *url = arena_format(rq->arena, staff ? "/office/cases/%s" : "/my/cases/%s", p->case_number);
	char shown[CASE_NUMBER_SHOWN];

	page_crumb(page, staff ? "/office/" : "/my/", staff ? "nav.cases" : "nav.my", NULL);
	page_crumb(page, url, NULL, case_number_show(p->case_number, shown) ? arena_text(rq->arena, shown) : p->case_number);
	page_crumb(page, "", NULL, p->number);
}

enum reply
paper_show(struct request *rq, struct page *page)
{
	struct paper_row p;
	size_t n = 0;

	if (!paper_load(rq, page, &p))
		return REPLY_NOT_FOUND;
	if (!p.intact)
		return page_refuse(page, "paper_damaged");
	for (const struct block *b = paper_blocks(rq, page, &p); b != NULL; b = b->next)
		block_into(rq, page, arena_format(rq->arena, "blocks.%zu", n++), b);
	page_text(page, "page.title", page_word(page, arena_format(rq->arena, "paper_kind.%s", paper_name(p.kind))));
	page_text(page, "page.part", p.number);
	page_text(page, "pdf_url", arena_format(rq->arena, "/papers/%s.pdf", p.code));
	page_text(page, "qr_url", arena_format(rq->arena, "/papers/%s/qr.svg", p.code));
	page_text(page, "verify_url", arena_format(rq->arena, "/verify/%s", p.code));
	page_text(page, "print_url", page_url_with(page, "print", "1"));
	page_text(page, "language", rq->language == LANGUAGE_ZH ? "" : "zh-CN");
	crumbs(rq, page, &p);
	return REPLY_PAGE;
}

enum reply
paper_qr(struct request *rq, struct page *page)
{
	struct paper_row p;

	if (!paper_load(rq, page, &p))
		return REPLY_NOT_FOUND;
	return page_qr(page, p.verify_url);
}

/* ---- as a PDF ---- */

static const char *
foot_of(struct request *rq, struct page *page, const struct paper_row *p)
{
	page_say(page, "foot", "paper_print.foot", "number", p->number, "code", page_get(page, "row.code_shown"), NULL);
	return arena_text(rq->arena, page_get(page, "foot"));
}

static const char *
small_of(struct request *rq, struct page *page, const struct paper_row *p)
{
	if (*p->head == '\0')
		return "";
	page_say(page, "small", "paper_print.head", "head", p->head, NULL);
	return arena_text(rq->arena, page_get(page, "small"));
}

/* As the paper was issued: of the area where the project lies, else the organ's own. */
static const char *
seal_name(struct page *page, const struct paper_row *p)
{
	const char *seal = page_get(page, "paper.seal");

	return *seal != '\0' ? seal : p->organ_name;
}

/* What stands around the text is Chinese as well. */
static struct drawing
drawing_of(struct request *rq, struct page *page, const struct paper_row *p)
{
	struct drawing d = { .blocks = paper_blocks(rq, page, p), .author = p->organ_name, .made_at = p->signed_at,
	    .qr = p->verify_url, .stamp = "", .seal = paper_by_applicant(p->kind) ? "" : seal_name(page, p) };

	d.title = arena_format(rq->arena, "%s %s", page_get(page, "paper.title"), p->number);
	d.subject = arena_format(rq->arena, "%s %s", p->title, page_get(page, "paper.case.number_shown"));
	d.keywords = arena_format(rq->arena, "%s %s", page_get(page, "row.code_shown"), p->verify_url);
	d.foot = foot_of(rq, page, p);
	d.foot_small = small_of(rq, page, p);
	d.foot_page = page_word(page, "paper_print.page");
	d.seal_below = page_word(page, "paper_print.seal");
	if (!text_is(p->state, "valid"))
		d.stamp = page_word(page, arena_format(rq->arena, "paper_state.%s", p->state));
	return d;
}

enum reply
paper_pdf(struct request *rq, struct page *page)
{
	struct paper_row p;
	struct drawing d;
	struct text pdf;
	enum reply reply;
	int pages;

	if (!paper_load(rq, page, &p))
		return REPLY_NOT_FOUND;
	if (!p.intact)
		return page_refuse(page, "paper_damaged");
	rq->language = LANGUAGE_ZH;
	d = drawing_of(rq, page, &p);
	text_init(&pdf);
	pages = draw_pdf(&d, &pdf);
	reply = pages == 0 ? page_refuse(page, "paper_too_long") :
	    page_bytes(page, "application/pdf", arena_format(rq->arena, "%s.pdf", p.number), pdf.start, pdf.bytes);
	text_free(&pdf);
	return reply;
}
