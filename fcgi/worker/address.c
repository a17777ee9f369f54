/* address.c - this page's address with its query changed: facets, chips, pagers. */
#include "base/text.h"
#include "fcgi/worker/inside.h"

#include <stdio.h>
#include <string.h>

const char *
request_path_encoded(struct request *rq)
{
	struct text to;
	const char *at = rq->path;

	if (rq->inside->path_encoded != NULL)
		return rq->inside->path_encoded;
	/* Two slashes at the start would make a link to this page a link to another site. */
	while (at[0] == '/' && at[1] == '/')
		at++;
	text_init(&to);
	text_add(&to, "");
	while (*at != '\0') {
		size_t bytes = strcspn(at, "/");

		text_add_url(&to, arena_text_n(rq->arena, at, bytes));
		at += bytes;
		if (*at == '/')
			text_add_char(&to, *at++);
	}
	rq->inside->path_encoded = arena_text_n(rq->arena, to.start, to.bytes);
	text_free(&to);
	return rq->inside->path_encoded;
}

enum change { CHANGE_SET, CHANGE_ADD, CHANGE_TAKE };

/* Copies the pairs of the query that stay; page= and done= belong to the old address. */
static void
query_rest(struct request *rq, const char *param, const char *value, enum change change, struct text *to)
{
	const char *pair = rq->query, *next = "?";

	while (*pair != '\0') {
		size_t bytes = strcspn(pair, "&");
		char *name = arena_text_n(rq->arena, pair, bytes);
		char *equals = name + strcspn(name, "=");
		char *pair_value = *equals == '\0' ? equals : equals + 1;
		bool drop;

		*equals = '\0';
		drop = percent_decode(name, true) < 0 || percent_decode(pair_value, true) < 0 ||
		    strcmp(name, "page") == 0 || strcmp(name, "done") == 0 || *pair_value == '\0';
		if (strcmp(name, param) == 0)
			drop = drop || change == CHANGE_SET || (value != NULL && strcmp(pair_value, value) == 0);
		if (!drop) {
			text_add(to, next);
			next = "&";
			text_add_url(to, name);
			text_add(to, "=");
			text_add_url(to, pair_value);
		}
		pair += bytes + (pair[bytes] == '&');
	}
}

static const char *
url_changed(struct page *page, const char *param, const char *value, enum change change)
{
	static struct text to;		/* keeps its room: a list of items has hundreds of addresses */
	struct request *rq = page_request(page);
	size_t path_bytes;

	text_clear(&to);
	text_add(&to, request_path_encoded(rq));
	path_bytes = to.bytes;
	query_rest(rq, param, value, change, &to);
	if (value != NULL && *value != '\0' && change != CHANGE_TAKE) {
		text_add(&to, to.bytes == path_bytes ? "?" : "&");
		text_add_url(&to, param);
		text_add(&to, "=");
		text_add_url(&to, value);
	}
	return arena_text_n(rq->arena, to.start, to.bytes);
}

const char *
page_url_with(struct page *page, const char *param, const char *value)
{
	return url_changed(page, param, value, CHANGE_SET);
}

const char *
page_url_adding(struct page *page, const char *param, const char *value)
{
	return url_changed(page, param, value, CHANGE_ADD);
}

const char *
page_url_without(struct page *page, const char *param, const char *value)
{
	return url_changed(page, param, value, CHANGE_TAKE);
}

/* One number of the pager; 0 is a gap. */
static void
pager_number(struct page *page, size_t at, long long number, long long current)
{
	char name[64], digits[32];

	snprintf(name, sizeof(name), "pager.numbers.%zu", at);
	snprintf(digits, sizeof(digits), "%lld", number);
	page_sub(page, name, "label", number == 0 ? "…" : digits);
	page_sub(page, name, "url", number == 0 ? "" : page_url_with(page, "page", digits));
	page_sub(page, name, "current", number == current ? "1" : "");
}

static const char *
digits_of(struct page *page, long long n)
{
	return arena_format(page_request(page)->arena, "%lld", n);
}

void
page_pager(struct page *page, long long current, long long per_page, long long total)
{
	long long pages = (total + per_page - 1) / per_page, last = 0;
	const char *here = digits_of(page, current), *all = digits_of(page, pages), *sum = digits_of(page, total);
	size_t at = 0;

	page_text(page, "pager.total", sum);
	page_text(page, "pager.pages", all);
	page_text(page, "pager.page", here);
	page_say(page, "pager.summary", "pager.summary", "page", here, "pages", all, "total", sum, NULL);
	page_text(page, "pager.previous_url",
	    current > 1 ? page_url_with(page, "page", digits_of(page, current - 1)) : "");
	page_text(page, "pager.next_url",
	    current < pages ? page_url_with(page, "page", digits_of(page, current + 1)) : "");
	for (long long n = 1; n <= pages; n++) {
		if (n == 2 && current > 4)
			n = current - 1 < pages ? current - 1 : pages;	/* far lists have a gap, not a thousand numbers */
		if (n == current + 2 && n < pages)
			n = pages;
		if (n > last + 1)
			pager_number(page, at++, 0, current);
		pager_number(page, at++, n, current);
		last = n;
	}
}
