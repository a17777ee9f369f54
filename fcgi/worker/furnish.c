/* furnish.c - what every page carries: who looks, in which language, how large; tokens for its forms. */
#include "base/text.h"
#include "fcgi/worker/inside.h"

#include <stdio.h>
#include <string.h>

/* A link that sets a preference and comes back here. */
static const char *
look_url(struct request *rq, const char *name, const char *value)
{
	struct text url;
	const char *made;

	text_init(&url);
	text_format(&url, "/look?%s=%s&back=", name, value);
	text_add_url(&url, rq->path);
	if (*rq->query != '\0' && strlen(rq->query) < 1000) {
		text_add_url(&url, "?");
		text_add_url(&url, rq->query);
	}
	made = arena_text(rq->arena, url.start);
	text_free(&url);
	return made;
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
	char name[64];

	page_text(page, "who.kind", kinds[rq->who.kind]);
	page_text(page, "who.name", rq->who.name);
	page_text(page, "who.organ_name", rq->who.organ_name);
	for (unsigned role = 0; role < ROLE_COUNT; role++) {
		if ((rq->who.roles & (1u << role)) == 0)
			continue;
		snprintf(name, sizeof(name), "who.role.%s", role_name(1u << role));
		page_text(page, name, "1");
	}
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
	char name[64];

	for (size_t i = 0; sizes[i] != NULL; i++) {
		snprintf(name, sizeof(name), "page.tools.sizes.%zu", i);
		page_sub(page, name, "key", sizes[i]);
		page_sub(page, name, "url", look_url(rq, "size", sizes[i]));
		page_sub(page, name, "current", text_is(*in->size == '\0' ? "normal" : in->size, sizes[i]) ? "1" : "");
	}
	for (size_t i = 0; grounds[i] != NULL; i++) {
		snprintf(name, sizeof(name), "page.tools.backgrounds.%zu", i);
		page_sub(page, name, "key", grounds[i]);
		page_sub(page, name, "url", look_url(rq, "background", grounds[i]));
		page_sub(page, name, "current",
		    text_is(*in->ground == '\0' ? "white" : in->ground, grounds[i]) ? "1" : "");
	}
	page_text(page, "page.tools.print_url", page_url_with(page, "print", "1"));
}

void
page_furnish(struct request *rq, struct page *page)
{
	struct request_inside *in = rq->inside;

	page_text(page, "page.program", in->program->frame);
	page_text(page, "page.nav", nav_of(rq));
	page_text(page, "page.path", rq->path);
	page_text(page, "page.query", rq->query);
	page_text(page, "page.language", rq->language == LANGUAGE_EN ? "en" : "zh");
	page_text(page, "page.language_other_url", look_url(rq, "language", rq->language == LANGUAGE_EN ? "zh" : "en"));
	page_text(page, "page.care", in->care ? "on" : "");
	page_text(page, "page.care_url", look_url(rq, "care", in->care ? "off" : "on"));
	page_text(page, "page.size", in->size);
	page_text(page, "page.background", in->ground);
	page_flag(page, "page.print", form_flag(rq, "print"));
	page_text(page, "page.request", rq->id);
	page_text(page, "page.site", request_site(rq));
	page_text(page, "page.canonical", plain_path(rq->path) ?
	    arena_format(rq->arena, "%s%s", request_site(rq), rq->path) : "");
	page_text(page, "page.plain_url", page_url_with(page, "print", NULL));
	page_day(page, "page.today", rq->today);
	page_who(rq, page);
	page_done(rq, page);
	if (rq->who.account != 0 || in->door != NULL) {
		page_text(page, "token", session_token(rq));
		page_text(page, "nonce", nonce_new(rq));
	}
}
