/*
 * send.c - a complete answer, in one write.
 *
 * libfcgi's own stream writes blocks of 8 kB; a stream of ours with room for a
 * whole page costs one write.  Nothing is sent before all of it is there.
 */
#include "base/text.h"
#include "fcgi/worker/inside.h"

#include <fastcgi.h>
#include <fcgiapp.h>
#include <stdio.h>
#include <string.h>

static const struct {
	int status;
	const char *reason;
} reasons[] = {
	{ 200, "OK" }, { 303, "See Other" }, { 400, "Bad Request" }, { 403, "Forbidden" }, { 404, "Not Found" },
	{ 405, "Method Not Allowed" }, { 409, "Conflict" }, { 413, "Content Too Large" },
	{ 415, "Unsupported Media Type" }, { 422, "Unprocessable Content" }, { 429, "Too Many Requests" },
	{ 503, "Service Unavailable" },
};

static const char *
reason_of(int status)
{
	for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++)
		if (reasons[i].status == status)
			return reasons[i].reason;
	return "Status";
}

/* The largest record FastCGI has, rounded down to what libfcgi pads to. */
enum { STREAM_BYTES = 65528 };

static void
send_all(struct FCGX_Request *fcgx, const struct text *answer)
{
	FCGX_FreeStream(&fcgx->out);
	fcgx->out = FCGX_CreateWriter(fcgx->ipcFd, fcgx->requestId, STREAM_BYTES, FCGI_STDOUT);
	FCGX_PutStr(answer->start, (int)answer->bytes, fcgx->out);
}

static struct text answer;		/* keeps its room between requests */

static void
head(struct request *rq, int status)
{
	text_clear(&answer);
	text_format(&answer, "Status: %d %s\r\n", status, reason_of(status));
	if (rq->inside->cookies->bytes > 0)
		text_add_n(&answer, rq->inside->cookies->start, rq->inside->cookies->bytes);
	text_format(&answer, "X-Request-Id: %s\r\n", rq->id);
	if (status == 429 || status == 503)
		text_add(&answer, "Retry-After: 10\r\n");
	if (status == 405)
		text_format(&answer, "Allow: %s%s\r\n", rq->inside->found.get_known ? "GET, HEAD" : "",
		    !rq->inside->found.post_known ? "" : rq->inside->found.get_known ? ", POST" : "POST");
}

static void
body(struct request *rq, struct FCGX_Request *fcgx, const char *type, const char *bytes, size_t n)
{
	text_format(&answer, "Content-Type: %s\r\nContent-Length: %zu\r\n\r\n", type, n);
	if (!text_is(rq->inside->in.method, "HEAD"))
		text_add_n(&answer, bytes, n);
	send_all(fcgx, &answer);
}

void
send_plain(struct request *rq, struct FCGX_Request *fcgx, int status, const char *type, const char *bytes, size_t n)
{
	head(rq, status);
	text_add(&answer, "Cache-Control: no-store\r\n");
	body(rq, fcgx, type, bytes, n);
}

/* Only what an anonymous visitor sees may be kept by nginx, and only for its second. */
void
send_page(struct request *rq, struct FCGX_Request *fcgx, int status, const char *html, size_t n)
{
	bool shared = status == 200 && rq->route != NULL && rq->route->who == ANYONE && rq->who.account == 0 &&
	    (rq->route->flags & ROUTE_DOOR) == 0 && rq->route->method == GET && rq->inside->cookies->bytes == 0;

	head(rq, status);
	text_add(&answer, shared ? "Cache-Control: no-cache\r\nX-Accel-Expires: 1\r\n" :
	    "Cache-Control: no-store\r\nX-Accel-Expires: 0\r\n");
	body(rq, fcgx, "text/html; charset=utf-8", html, n);
}

/* A name for Content-Disposition: ASCII for the old, RFC 8187 for the rest. */
static void
disposition(const char *name)
{
	text_add(&answer, "Content-Disposition: attachment; filename=\"");
	for (const char *c = name; *c != '\0'; c++)
		text_add_char(&answer, *c > 0x20 && *c < 0x7f && *c != '"' && *c != '\\' ? *c : '_');
	text_add(&answer, "\"; filename*=UTF-8''");
	text_add_url(&answer, name);
	text_add(&answer, "\r\n");
}

void
send_result(struct request *rq, struct FCGX_Request *fcgx, const struct page_bytes *result)
{
	switch (result->kind) {
	case PAGE_GONE_TO:
		head(rq, 303);
		text_format(&answer, "Cache-Control: no-store\r\nLocation: %s\r\n", result->location);
		body(rq, fcgx, "text/plain", "", 0);
		break;
	case PAGE_STORED:
		head(rq, 200);
		disposition(result->name);
		text_format(&answer, "Cache-Control: private, no-store\r\nX-Content-Type-Options: nosniff\r\n"
		    "X-Accel-Redirect: %s\r\n", result->location);
		body(rq, fcgx, result->content_type, "", 0);
		break;
	default:
		head(rq, 200);
		if (result->name != NULL)
			disposition(result->name);
		text_add(&answer, rq->who.account == 0 && rq->route->who == ANYONE ?
		    "Cache-Control: no-cache\r\nX-Accel-Expires: 1\r\n" : "Cache-Control: no-store\r\n");
		body(rq, fcgx, result->content_type, result->bytes, result->count);
	}
}
