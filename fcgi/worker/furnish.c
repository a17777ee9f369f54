/* furnish.c - what every page carries: who looks, in which language, how large; tokens for its forms. */
#include "base/text.h"
#include "fcgi/worker/inside.h"

#include <stdio.h>
#include <string.h>

/* This address, as it stands within another. */
static const char *
back_url(struct request *rq)
{
	struct text url;
	const char *made;

	text_init(&url);
	text_add_url(&url, rq->path);
	if (*rq->query != '\0' && strlen(rq->query) < 1000) {
		text_add_url(&url, "?");
		text_add_url(&url, rq->query);
	}
	made = arena_text_n(rq->arena, url.start, url.bytes);
	text_free(&url);
	return made;
}

/* A link that sets a preference and comes back here. */
static const char *
look_url(struct request *rq, const char *name, const char *value, const char *back)
{
	const char *const parts[] = { "/look?", name, "=", value, "&back=", back };
	size_t bytes = 1;
	char *url, *at;

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		bytes += strlen(parts[i]);
	at = url = arena_get(rq->arena, bytes);
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		at = stpcpy(at, parts[i]);
	return url;
}

/* The first part of the path: the entry of the navigation that is current. */
static const char *
nav_of(struct request *rq)
{
	const char *path = rq->path + 1;
	size_t bytes = strcspn(path, "/");

	if (text_is(rq->inside->program->frame, "public"))
		return bytes == 0 ? "home" : arena_text_n(rq->arena, path, bytes);
	path += bytes;
	path += *path == '/';
	bytes = strcspn(path, "/");
	return bytes == 0 ? "home" : arena_text_n(rq->arena, path, bytes);
}

/* Whether a path can stand in an address as it is; that of a page that does not exist may hold anything. */
static bool
plain_path(const char *path)
{
	return path[strspn(path, "/-._~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")] == '\0';
}

static void
page_who(struct request *rq, struct page *page)
{
	static const char *const kinds[] = { "", "person", "enterprise", "staff" };

	page_text(page, "who.kind", kinds[rq->who.kind]);
	page_text(page, "who.name", rq->who.name);
	page_text(page, "who.holder_name", rq->who.holder_name);
	for (unsigned place = 0; place < RIGHT_COUNT; place++)
		if ((rq->who.rights & (1u << place)) != 0)
			page_sub(page, "who.may", right_name(place), "1");
	page_text(page, "who.organ_name", rq->who.organ_name);
	for (unsigned role = 0; role < ROLE_COUNT; role++)
		if ((rq->who.roles & (1u << role)) != 0)
			page_sub(page, "who.role", role_name(1u << role), "1");
}

/* ?done=CODE after a redirect: said once, and only what words know. */
static void
page_done(struct request *rq, struct page *page)
{
	const char *code = form_get(rq, "done");
	char key[64];

	if (*code == '\0' || strlen(code) > 40 || code[strspn(code, "abcdefghijklmnopqrstuvwxyz_")] != '\0')
		return;
	snprintf(key, sizeof(key), "done.%s", code);
	if (page_word_known(page, key))
		page_text(page, "done", code);
}

void
page_tools(struct page *page)
{
	static const char *const sizes[] = { "normal", "large", "larger", "largest", NULL };
	static const char *const grounds[] = { "white", "paper", "green", "blue", "pink", "yellow", "grey", "dark", NULL };
	struct request *rq = page_request(page);
	struct request_inside *in = rq->inside;
	const char *back = back_url(rq);
	struct node *row;

	for (size_t i = 0; sizes[i] != NULL; i++) {
		row = page_row(page, "page.tools.sizes", i);
		row_text(page, row, "key", sizes[i]);
		row_text(page, row, "url", look_url(rq, "size", sizes[i], back));
		row_text(page, row, "current", text_is(*in->size == '\0' ? "normal" : in->size, sizes[i]) ? "1" : "");
	}
	for (size_t i = 0; grounds[i] != NULL; i++) {
		row = page_row(page, "page.tools.backgrounds", i);
		row_text(page, row, "key", grounds[i]);
		row_text(page, row, "url", look_url(rq, "background", grounds[i], back));
		row_text(page, row, "current",
		    text_is(*in->ground == '\0' ? "white" : in->ground, grounds[i]) ? "1" : "");
	}
	page_text(page, "page.tools.print_url", page_url_with(page, "print", "1"));
}

static void
page_address(struct request *rq, struct page *page, struct node *to)
{
	const char *site = request_site(rq), *back = back_url(rq);
	struct request_inside *in = rq->inside;
	char *canonical;

	row_text(page, to, "path", rq->path);
	row_text(page, to, "query", rq->query);
	row_text(page, to, "site", site);
	if (plain_path(rq->path)) {
		canonical = arena_get(rq->arena, strlen(site) + strlen(rq->path) + 1);
		strcpy(stpcpy(canonical, site), rq->path);
		row_text(page, to, "canonical", canonical);
	} else {
		row_text(page, to, "canonical", "");
	}
	row_text(page, to, "plain_url", page_url_with(page, "print", NULL));
	row_text(page, to, "language_other_url", look_url(rq, "language", rq->language == LANGUAGE_EN ? "zh" : "en", back));
	row_text(page, to, "care_url", look_url(rq, "care", in->care ? "off" : "on", back));
}

void
page_furnish(struct request *rq, struct page *page)
{
	struct request_inside *in = rq->inside;
	struct node *to = page_group(page, "page");

	row_text(page, to, "program", in->program->frame);
	row_text(page, to, "nav", nav_of(rq));
	row_text(page, to, "language", rq->language == LANGUAGE_EN ? "en" : "zh");
	row_text(page, to, "care", in->care ? "on" : "");
	row_text(page, to, "size", in->size);
	row_text(page, to, "background", in->ground);
	row_text(page, to, "print", form_flag(rq, "print") ? "1" : "");
	row_text(page, to, "request", rq->id);
	row_text(page, to, "kiosk", in->kiosk != NULL && rq->who.kind != WHO_STAFF ? "1" : "");
	page_address(rq, page, to);
	page_day(page, "page.today", rq->today);
	page_who(rq, page);
	acting_into(rq, page);
	page_done(rq, page);
	if (rq->who.account != 0 || in->door != NULL) {
		page_text(page, "token", session_token(rq));
		page_text(page, "nonce", nonce_new(rq));
	}
}
