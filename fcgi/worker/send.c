/*
 * send.c - a complete answer, in one write.
 *
 * libfcgi's own stream writes blocks of 8 kB, and the stream one can make
 * oneself loses memory at each; so the records are ours: eight bytes before
 * each 64 kB.  Nothing is sent before all of it is there.
 */
#include "base/text.h"
#include "fcgi/worker/inside.h"

#include <errno.h>
#include <fastcgi.h>
#include <fcgiapp.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/uio.h>

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

/* The longest content of a record that is a multiple of eight, so that none needs padding but the last. */
enum { RECORD_MOST = 65528 };

static struct text answer;		/* the head; it keeps its room between requests */

/* Who has gone away is not told. */
static void
write_all(int fd, struct iovec *at, int n)
{
	while (n > 0) {
		ssize_t wrote = writev(fd, at, n < IOV_MAX ? n : IOV_MAX);

		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote <= 0)
			return;
		for (; n > 0 && (size_t)wrote >= at->iov_len; at++, n--)
			wrote -= (ssize_t)at->iov_len;
		if (n > 0)
			*at = (struct iovec){ (char *)at->iov_base + wrote, at->iov_len - (size_t)wrote };
	}
}

/* What is still to be put into records: the head, then the page, as they lie in memory. */
struct sending {
	struct iovec *parts;
	FCGI_Header *headers;
	int part_count, header_count;
};

static void
part_add(struct sending *s, const void *bytes, size_t n)
{
	if (n > 0)
		s->parts[s->part_count++] = (struct iovec){ (void *)(uintptr_t)bytes, n };	/* writev only reads */
}

/* A record of these two pieces after each other. */
static void
record_add(struct sending *s, unsigned char type, int request, const struct iovec piece[static 2])
{
	static const char padding[8];
	size_t n = piece[0].iov_len + piece[1].iov_len, rest = (8 - n % 8) % 8;
	FCGI_Header *header = &s->headers[s->header_count++];

	*header = (FCGI_Header){ .version = FCGI_VERSION_1, .type = type,
	    .requestIdB1 = (unsigned char)(request >> 8), .requestIdB0 = (unsigned char)request,
	    .contentLengthB1 = (unsigned char)(n >> 8), .contentLengthB0 = (unsigned char)n,
	    .paddingLength = (unsigned char)rest };
	part_add(s, header, sizeof(*header));
	part_add(s, piece[0].iov_base, piece[0].iov_len);
	part_add(s, piece[1].iov_base, piece[1].iov_len);
	part_add(s, padding, rest);
}

/* The head and the page, in one write, without a copy of either. */
static void
send_all(struct arena *arena, struct FCGX_Request *fcgx, const char *page, size_t n)
{
	FCGI_EndRequestBody end = { .protocolStatus = FCGI_REQUEST_COMPLETE };
	size_t records = (answer.bytes + n) / RECORD_MOST + 3, head = answer.bytes;	/* what of each is still to be sent */
	struct sending s = { .parts = arena_array(arena, struct iovec, 4 * records), .headers = arena_array(arena, FCGI_Header, records) };
	char *from = answer.start, *then = (char *)(uintptr_t)page;

	while (head > 0 || n > 0) {
		size_t some = head < RECORD_MOST ? head : RECORD_MOST, more = n < RECORD_MOST - some ? n : RECORD_MOST - some;

		record_add(&s, FCGI_STDOUT, fcgx->requestId, (struct iovec[]){ { from, some }, { then, more } });
		from += some;
		then += more;
		head -= some;
		n -= more;
	}
	record_add(&s, FCGI_STDOUT, fcgx->requestId, (struct iovec[]){ { NULL, 0 }, { NULL, 0 } });
	record_add(&s, FCGI_END_REQUEST, fcgx->requestId, (struct iovec[]){ { &end, sizeof(end) }, { NULL, 0 } });
	write_all(fcgx->ipcFd, s.parts, s.part_count);
}

static void
head(struct request *rq, int status)
{
	text_clear(&answer);
	text_format(&answer, "Status: %d %s\r\n", status, reason_of(status));
	if (rq->inside->cookies->bytes > 0)
		text_add_n(&answer, rq->inside->cookies->start, rq->inside->cookies->bytes);
	text_format(&answer, "X-Request-Id: %s\r\n", rq->id);
	if (status == 429 || status == 503)
		text_format(&answer, "Retry-After: %lld\r\n", rq->inside->retry_after > 0 ? rq->inside->retry_after : 10);
	if (status == 405)
		text_format(&answer, "Allow: %s%s\r\n", rq->inside->found.get_known ? "GET, HEAD" : "",
		    !rq->inside->found.post_known ? "" : rq->inside->found.get_known ? ", POST" : "POST");
}

static void
body(struct request *rq, struct FCGX_Request *fcgx, const char *type, const char *bytes, size_t n)
{
	/* To a HEAD as well: nginx leaves the body out, and keeps the whole page for the next GET. */
	text_format(&answer, "Content-Type: %s\r\nContent-Length: %zu\r\n\r\n", type, n);
	send_all(rq->arena, fcgx, bytes, n);
}

/* Only what an anonymous visitor sees may be kept by nginx, and only for its second. */
static const char *
caching(const struct request *rq, int status)
{
	return status == 200 && page_for_all(rq) ? "Cache-Control: no-cache\r\nX-Accel-Expires: 1\r\n" :
	    "Cache-Control: no-store\r\nX-Accel-Expires: 0\r\n";
}

void
send_plain(struct request *rq, struct FCGX_Request *fcgx, int status, const char *type, const char *bytes, size_t n)
{
	head(rq, status);
	text_add(&answer, "Cache-Control: no-store\r\n");
	body(rq, fcgx, type, bytes, n);
}

void
send_page(struct request *rq, struct FCGX_Request *fcgx, int status, const char *html, size_t n)
{
	head(rq, status);
	text_add(&answer, caching(rq, status));
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
		text_add(&answer, caching(rq, 200));
		body(rq, fcgx, result->content_type, result->bytes, result->count);
	}
}
