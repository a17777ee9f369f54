/* chain.c - the heads of the record, for everybody: the latest, those of the days, and one that stands on a paper. */
#include "base/text.h"
#include "fcgi/public/pages.h"
#include "generated/queries/chain.h"
#include "record/chain.h"

#include <string.h>

enum { DAYS_PER_PAGE = 31 };

static const struct field record_fields[] = {
	{ "head", FIELD_TEXT, .most = 200 },
	{ "page", FIELD_NUMBER, .least = 1, .most = 100000 },
};
const struct form record_form = FORM(record_fields);

/* As it is typed from paper: blanks between groups of digits, a colon of either width, capitals. */
static const char *
head_typed(struct request *rq)
{
	char *text = arena_text(rq->arena, form_get(rq, "head")), *to = text;

	for (const char *s = text; *s != '\0'; s++) {
		if (text_starts(s, "：") || text_starts(s, "　")) {
			if (text_starts(s, "："))
				*to++ = ':';
			s += strlen("：") - 1;
		} else if (*s != ' ' && *s != '-') {
			*to++ = *s;
		}
	}
	*to = '\0';
	return text;
}

/* What the chain has at the position of the head that was typed: a key of words.open_record.check. */
static const char *
head_check(struct request *rq, const char *typed)
{
	struct query *q = query(rq, Q_CHAIN_AT);
	struct chain_head head;
	const char *kept;
	size_t bytes;

	if (!chain_head_read(typed, &head))
		return "unreadable";
	query_number(q, "position", (long long)head.position);
	if (!query_next(q))
		return "beyond";
	kept = query_get_at(q, 0, &bytes);
	return bytes == HASH_BYTES && memcmp(kept, head.head, head.bytes) == 0 ? "same" : "other";
}

static void
check_into(struct request *rq, struct page *page)
{
	const char *found;

	if (*form_get(rq, "head") == '\0')
		return;
	found = head_check(rq, head_typed(rq));
	page_text(page, "check.kind", text_is(found, "same") ? "good" : text_is(found, "unreadable") ? "info" : "bad");
	page_text(page, "check.text", page_word(page, arena_format(rq->arena, "record_check.%s", found)));
}

void
case_seal_into(struct request *rq, struct page *page, uint64_t case_id)
{
	struct query *q = query(rq, Q_CASE_SEAL);

	query_number(q, "id", (long long)case_id);
	page_text(page, "case.seal", query_next(q) ? query_get(q, "seal") : "");
}

enum reply
record_show(struct request *rq, struct page *page)
{
	long long number = form_number(rq, "page") < 1 ? 1 : form_number(rq, "page");
	struct query *q = query(rq, Q_HEADS_LIST);
	struct record_head tip;
	char head[RECORD_HEAD_TEXT];

	check_into(rq, page);
	if (record_head_now(rq->db, rq->arena, &tip)) {
		page_text(page, "latest.head", record_head_print(&tip, head));
		page_instant(page, "latest.at", tip.at);
	}
	query_number(q, "per_page", DAYS_PER_PAGE);
	query_number(q, "skip", (number - 1) * DAYS_PER_PAGE);
	query_into(q, page, "heads");
	q = query(rq, Q_HEADS_COUNT);
	page_pager(page, number, DAYS_PER_PAGE, query_next(q) ? query_get_number(q, "total") : 0);
	page_crumb(page, "/", "nav.home", NULL);
	page_crumb(page, "/open/", "title.public_documents", NULL);
	page_crumb(page, "", "title.public_record", NULL);
	return REPLY_PAGE;
}

/* "2026-05-08 1234:9f86d081…" a day, oldest first: to be kept elsewhere, and given to yimenctl --heads. */
enum reply
heads_file(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_HEADS_ALL);
	struct text t;
	const char *bytes;
	size_t n;

	text_init(&t);
	text_add(&t, "# yimen heads 1: DAY POSITION:HEAD\n");
	while (query_next(q))
		text_format(&t, "%s %s\n", query_get(q, "day_on"), query_get(q, "head"));
	n = t.bytes;
	bytes = arena_text_n(rq->arena, t.start, n);
	text_free(&t);
	return page_bytes(page, "text/plain; charset=utf-8", NULL, bytes, n);
}
