/*
 * fuzz/request.c - a query or a body, a form of every kind of field, cookies, an address.
 *
 * Whatever is let through is valid UTF-8, ends where its length says, and
 * comes back the same when it is read again.
 */
#include "fcgi/worker/inside.h"

#include "base/text.h"
#include "base/utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static const char *const colours[] = { "red", "blue", NULL };
static const struct field fields[] = {
	{ "a", FIELD_TEXT, .most = 20 }, { "b", FIELD_LINES }, { "c", FIELD_CHOICE, .choices = colours },
	{ "d", FIELD_MANY, .choices = colours }, { "e", FIELD_FLAG }, { "f", FIELD_NUMBER, .least = -5, .most = 5 },
	{ "g", FIELD_MONEY }, { "h", FIELD_DAY }, { "i", FIELD_PHONE }, { "j", FIELD_EMAIL }, { "k", FIELD_CITIZEN },
	{ "l", FIELD_CREDIT }, { "m", FIELD_POSTCODE }, { "n", FIELD_PASSWORD }, { "o", FIELD_CODE },
	{ "p", FIELD_CODES }, { "q", FIELD_FILES },
};
static const struct form form = FORM(fields);

static void
inputs_hold(struct request *rq)
{
	for (struct input *i = rq->inside->inputs; i != NULL; i = i->next)
		if (strlen(i->value) != i->bytes || !utf8_plain(i->value, i->bytes) || strchr(i->value, '\r') != NULL)
			abort();
	if (rq->inside->input_count > INPUTS_MOST)
		abort();
}

static void
body_checked(struct request *rq, const char *bytes, size_t n)
{
	if (!inputs_read(rq, bytes, n))
		return;
	inputs_hold(rq);
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		field_check(rq, &fields[i]);
	inputs_hold(rq);
	if (*request_own_path(form_get(rq, "a"), "") == '/' && form_get(rq, "a")[1] == '/')
		abort();
}

static void
path_encoded(struct request *rq, const char *text)
{
	char *path = arena_text(rq->arena, text), *again;
	long long n = percent_decode(path, false);

	if (n < 0 || strlen(path) != (size_t)n || !utf8_plain(path, (size_t)n))
		return;
	if (path[0] == '/' && path[1] == '/')
		return;				/* one slash is left of several */
	rq->path = path;
	again = arena_text(rq->arena, request_path_encoded(rq));
	if (percent_decode(again, false) != n || strcmp(again, path) != 0)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *input, size_t n)
{
	static struct arena *arena;
	static struct config config;
	struct request_inside in = { .in = { .language = "", .care = "", .size = "", .background = "" } };
	struct route route = { .method = POST, .form = &form };
	struct request rq = { .config = &config, .route = &route, .inside = &in };
	const char *text;

	if (arena == NULL)
		arena = arena_new();
	rq.arena = arena;
	rq.today = day_make(2026, 5, 8);
	in.inputs_end = &in.inputs;
	in.uploads_end = &in.uploads;
	text = arena_text_n(arena, (const char *)input, n);
	body_checked(&rq, (const char *)input, n);
	config.cookie_secure = n % 2;
	in.in.cookie = in.in.language = in.in.size = text;
	session_cookies(&rq);
	if (in.session != NULL && strlen(in.session) != 64)
		abort();
	path_encoded(&rq, text);
	arena_reset(arena);
	return 0;
}
