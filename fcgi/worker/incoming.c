/* incoming.c - what nginx hands over: parameters, the address, the body; each within its limits. */
#include "base/log.h"
#include "base/text.h"
#include "base/utf8.h"
#include "fcgi/worker/inside.h"

#include <fcgiapp.h>
#include <string.h>
#include <strings.h>

enum { PATH_MOST = 1000, QUERY_MOST = 4000 };

static const char *
param(struct FCGX_Request *fcgx, const char *name)
{
	const char *value = FCGX_GetParam(name, fcgx->envp);

	return value == NULL ? "" : value;
}

void
incoming_read(struct request *rq, struct FCGX_Request *fcgx)
{
	struct incoming *in = &rq->inside->in;
	long long bytes = -1;

	in->method = param(fcgx, "REQUEST_METHOD");
	in->content_type = param(fcgx, "CONTENT_TYPE");
	in->cookie = param(fcgx, "HTTP_COOKIE");
	in->language = param(fcgx, "LOOK_LANGUAGE");
	in->care = param(fcgx, "LOOK_CARE");
	in->size = param(fcgx, "LOOK_SIZE");
	in->background = param(fcgx, "LOOK_BACKGROUND");
	in->host = param(fcgx, "HTTP_HOST");
	in->origin = param(fcgx, "HTTP_ORIGIN");
	in->fetch_site = param(fcgx, "HTTP_SEC_FETCH_SITE");
	in->https = text_is(param(fcgx, "HTTPS"), "on");
	if (*param(fcgx, "CONTENT_LENGTH") == '\0')
		bytes = 0;
	else
		text_number(param(fcgx, "CONTENT_LENGTH"), 0, 1LL << 40, &bytes);
	in->content_bytes = bytes;
	rq->address = param(fcgx, "REMOTE_ADDR");
}

/* The raw address, split and decoded by us: nginx has merged and decoded nothing here. */
bool
path_read(struct request *rq, struct FCGX_Request *fcgx)
{
	const char *uri = param(fcgx, "REQUEST_URI");
	size_t bytes = strcspn(uri, "?");
	char *path;
	long long decoded;

	if (bytes == 0 || bytes > PATH_MOST || uri[0] != '/')
		return false;
	rq->query = uri[bytes] == '?' ? uri + bytes + 1 : "";
	if (strlen(rq->query) > QUERY_MOST)
		return false;
	path = arena_text_n(rq->arena, uri, bytes);
	decoded = percent_decode(path, false);
	if (decoded < 0 || strlen(path) != (size_t)decoded || !utf8_plain(path, (size_t)decoded))
		return false;
	rq->path = path;
	return true;
}

static int
fcgx_read(void *stream, char *to, int most)
{
	return FCGX_GetStr(to, most, stream);
}

/* 0, or the status that refuses the body. */
static int
body_status(enum body_verdict verdict)
{
	switch (verdict) {
	case BODY_FINE:
		return 0;
	case BODY_TOO_LARGE:
	case BODY_TOO_MANY:
		return 413;
	case BODY_FAILED:
		return 503;
	default:
		return 400;
	}
}

static int
urlencoded_read(struct request *rq, struct FCGX_Request *fcgx)
{
	long long bytes = rq->inside->in.content_bytes;
	char *body;

	if (bytes < 0)
		return 400;
	if (bytes > rq->config->body_bytes)
		return 413;
	body = arena_get(rq->arena, (size_t)bytes + 1);
	if (FCGX_GetStr(body, (int)bytes, fcgx->in) != bytes)
		return 400;			/* cut short */
	return inputs_read(rq, body, (size_t)bytes) ? 0 : 400;
}

static int
multipart_read(struct request *rq, struct FCGX_Request *fcgx)
{
	const char *why = "";
	int status;

	if ((rq->route->flags & ROUTE_UPLOAD) == 0)
		return 415;
	if (rq->inside->in.content_bytes < 0)
		return 400;
	if (rq->inside->in.content_bytes > rq->config->upload_body_bytes)
		return 413;
	status = body_status(upload_read(rq, fcgx_read, fcgx->in, &why));
	if (status != 0)
		log_info("body_refused", "why", why, NULL);
	return status;
}

int
body_read(struct request *rq, struct FCGX_Request *fcgx)
{
	static const char urlencoded[] = "application/x-www-form-urlencoded";
	const char *type = rq->inside->in.content_type;

	if (rq->route->method == GET)
		return inputs_read(rq, rq->query, strlen(rq->query)) ? 0 : 400;
	if (*type == '\0' && rq->inside->in.content_bytes == 0)
		return 0;
	if (strncasecmp(type, urlencoded, sizeof(urlencoded) - 1) == 0)
		return urlencoded_read(rq, fcgx);
	if (strncasecmp(type, "multipart/form-data", 19) == 0)
		return multipart_read(rq, fcgx);
	return 415;
}

/* What was posted and where: a second post of the same is the same. */
void
body_hash(struct request *rq)
{
	struct text all;

	text_init(&all);
	text_add(&all, rq->path);
	for (struct input *i = rq->inside->inputs; i != NULL; i = i->next) {
		text_format(&all, "\n%zu %zu ", strlen(i->name), i->bytes);
		text_add(&all, i->name);
		text_add_n(&all, i->value, i->bytes);
	}
	for (struct upload *u = rq->inside->uploads; u != NULL; u = u->next)
		text_format(&all, "\n%s %s %s", u->field, u->name, u->sha256);
	sha256_of(rq->inside->body_hash, all.start, all.bytes);
	text_free(&all);
}
