/*
 * multipart.h - a streaming, bounded parser of multipart/form-data (RFC 7578, RFC 2046).
 *
 * Bytes are fed as they come, in pieces of any size; parts come out by
 * callbacks.  Nothing is held but the current header and as many bytes as the
 * boundary is long.  Bare LF line ends, parts without a name, headers over
 * 4 kB, over-long boundaries and bodies without a closing boundary are errors.
 */
#ifndef WORKER_MULTIPART_H
#define WORKER_MULTIPART_H

#include <stdbool.h>
#include <stddef.h>

enum { BOUNDARY_MOST = 70, PART_HEADER_MOST = 4096 };

struct part {
	const char *name;		/* decoded as browsers write it */
	const char *filename;		/* NULL: an ordinary field */
};

struct multipart_events {
	/* false from any of them stops the parser: multipart_feed returns false. */
	bool (*begin)(void *, const struct part *);
	bool (*bytes)(void *, const char *, size_t);
	bool (*end)(void *);
};

struct multipart {
	const struct multipart_events *events;
	void *arg;
	int state;
	size_t delimiter_bytes;
	char delimiter[BOUNDARY_MOST + 5];	/* CRLF -- boundary */
	size_t header_bytes;
	char header[PART_HEADER_MOST + 1];
	size_t held_bytes;
	char held[BOUNDARY_MOST + 8];
	bool in_part;
	const char *why;			/* after false: what was wrong, an ASCII word */
};

/* content_type is the request's header; false when it names no usable boundary. */
bool multipart_begin(struct multipart *, const char *content_type, const struct multipart_events *, void *arg);
bool multipart_feed(struct multipart *, const char *bytes, size_t n);
/* True when the closing boundary was seen. */
bool multipart_end(struct multipart *);

#endif
