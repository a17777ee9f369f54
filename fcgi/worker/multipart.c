/*
 * multipart.c - bytes in, parts out.
 *
 * The body is read as if CRLF stood before it, so that the first boundary is
 * found like any other.  Inside a part only a prefix of the delimiter is ever
 * held back; all else goes out at once.
 */
#include "fcgi/worker/multipart.h"

#include <string.h>
#include <strings.h>

enum { PREAMBLE, AFTER_DELIMITER, HEADER, BODY, EPILOGUE, BROKEN };

static bool
broken(struct multipart *m, const char *why)
{
	m->state = BROKEN;
	m->why = why;
	return false;
}

/* The value of boundary= in a Content-Type, quoted or not, within what RFC 2046 allows. */
static size_t
boundary_of(const char *content_type, char to[static BOUNDARY_MOST + 1])
{
	static const char allowed[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'()+_,-./:=? ";
	const char *at = content_type, *end;
	size_t bytes;

	for (;;) {
		if ((at = strchr(at, ';')) == NULL)
			return 0;
		at += 1 + strspn(at + 1, " \t");
		if (strncasecmp(at, "boundary=", 9) == 0)
			break;
	}
	at += 9;
	if (*at == '"') {
		if ((end = strchr(++at, '"')) == NULL)
			return 0;
	} else
		end = at + strcspn(at, "; \t");
	bytes = (size_t)(end - at);
	if (bytes == 0 || bytes > BOUNDARY_MOST || strspn(at, allowed) < bytes || end[-1] == ' ')
		return 0;
	memcpy(to, at, bytes);
	to[bytes] = '\0';
	return bytes;
}

/* Is this whole word what the header begins with, and nothing longer? */
static bool
begins_with(const char *header, const char *word)
{
	size_t bytes = strlen(word);

	return strncasecmp(header, word, bytes) == 0 && strchr("; \t", header[bytes]) != NULL;
}

bool
multipart_begin(struct multipart *m, const char *content_type, const struct multipart_events *events, void *arg)
{
	char boundary[BOUNDARY_MOST + 1];
	size_t bytes;

	memset(m, 0, sizeof(*m));
	m->events = events;
	m->arg = arg;
	if (!begins_with(content_type, "multipart/form-data") ||
	    (bytes = boundary_of(content_type, boundary)) == 0)
		return broken(m, "boundary");
	memcpy(m->delimiter, "\r\n--", 4);
	memcpy(m->delimiter + 4, boundary, bytes);
	m->delimiter_bytes = bytes + 4;
	m->state = PREAMBLE;
	memcpy(m->held, "\r\n", 2);		/* as if the body began on a new line */
	m->held_bytes = 2;
	return true;
}

/*
 * One parameter of a header, e.g. name="x": browsers write a quote as %22
 * (and nothing else that way but line ends, which may stay so), older ones put
 * a backslash before it.  In place; NULL when there is none.  False when its
 * quote does not end.
 */
static bool
parameter(char *header, const char *name, const char **value)
{
	size_t name_bytes = strlen(name);
	char *at = header;

	*value = NULL;
	while ((at = strchr(at, ';')) != NULL) {
		at += 1 + strspn(at + 1, " \t");
		if (strncasecmp(at, name, name_bytes) == 0 && at[name_bytes] == '=') {
			char *from = at + name_bytes + 1, *to;

			if (*from != '"') {
				from[strcspn(from, "; \t")] = '\0';
				*value = from;
				return true;
			}
			*value = to = ++from;
			while (*from != '\0' && *from != '"') {
				if (strncmp(from, "%22", 3) == 0) {
					*to++ = '"';
					from += 3;
					continue;
				}
				if (from[0] == '\\' && from[1] == '"')
					from++;
				*to++ = *from++;
			}
			bool ended = *from == '"';
			*to = '\0';
			return ended;
		}
		if (*at != '\0' && strchr(at, '"') != NULL) {	/* step over a quoted value with a ; in it */
			char *quote = at + strcspn(at, "\";");
			if (*quote == '"') {
				at = quote + 1;
				while (*at != '\0' && *at != '"')
					at += at[0] == '\\' && at[1] != '\0' ? 2 : 1;
			}
		}
	}
	return true;
}

/* The header block is complete: find the disposition and begin the part. */
static bool
header_done(struct multipart *m)
{
	struct part part = { NULL, NULL };
	char *line = m->header, *next, *disposition = NULL;

	m->header[m->header_bytes] = '\0';
	if (memchr(m->header, '\0', m->header_bytes) != NULL)
		return broken(m, "header_nul");
	for (; *line != '\0'; line = next) {
		if ((next = strstr(line, "\r\n")) == NULL)
			return broken(m, "header_line");
		*next = '\0';
		next += 2;
		if (strchr(line, '\n') != NULL || strchr(line, '\r') != NULL)
			return broken(m, "header_line");
		if (strncasecmp(line, "content-disposition:", 20) == 0) {
			if (disposition != NULL)
				return broken(m, "disposition_twice");
			disposition = line + 20 + strspn(line + 20, " \t");
		}
	}
	if (disposition == NULL || !begins_with(disposition, "form-data"))
		return broken(m, "disposition");
	/* parameter() writes into its text: the file name is read from a copy of its own. */
	char copy[PART_HEADER_MOST + 1];
	memcpy(copy, disposition, strlen(disposition) + 1);
	if (!parameter(disposition, "name", &part.name) || !parameter(copy, "filename", &part.filename) ||
	    part.name == NULL || *part.name == '\0')
		return broken(m, "name");
	m->header_bytes = 0;
	m->state = BODY;
	m->in_part = true;
	if (!m->events->begin(m->arg, &part))
		return broken(m, "part_refused");
	return true;
}

/* Two bytes after a delimiter: CRLF begins a part, -- ends the body. */
static bool
after_delimiter(struct multipart *m, char c)
{
	m->header[m->header_bytes++] = c;
	if (m->header_bytes == 1 && (c == ' ' || c == '\t')) {	/* transport padding */
		m->header_bytes = 0;
		return true;
	}
	if (m->header_bytes < 2)
		return true;
	m->header_bytes = 0;
	if (memcmp(m->header, "--", 2) == 0) {
		m->state = EPILOGUE;
		return true;
	}
	if (memcmp(m->header, "\r\n", 2) != 0)
		return broken(m, "after_boundary");
	m->state = HEADER;
	return true;
}

static bool
header_byte(struct multipart *m, char c)
{
	if (m->header_bytes == PART_HEADER_MOST)
		return broken(m, "header_long");
	m->header[m->header_bytes++] = c;
	if (m->header_bytes == 2 && memcmp(m->header, "\r\n", 2) == 0)
		return broken(m, "disposition");
	if (m->header_bytes >= 4 && memcmp(m->header + m->header_bytes - 4, "\r\n\r\n", 4) == 0) {
		m->header_bytes -= 2;
		return header_done(m);
	}
	return true;
}

/* Bytes that are surely not of a delimiter. */
static bool
give(struct multipart *m, const char *bytes, size_t n)
{
	if (m->state != BODY || n == 0)
		return true;
	if (!m->events->bytes(m->arg, bytes, n))
		return broken(m, "part_refused");
	return true;
}

static bool
delimiter_seen(struct multipart *m)
{
	m->held_bytes = 0;
	if (m->in_part && !m->events->end(m->arg))
		return broken(m, "part_refused");
	m->in_part = false;
	m->state = AFTER_DELIMITER;
	return true;
}

/* A byte while some of a delimiter is held: it goes on, or what was held was content. */
static bool
held_byte(struct multipart *m, char c)
{
	while (m->held_bytes > 0 && m->delimiter[m->held_bytes] != c) {
		/* Give out one byte, and keep the longest rest that is again a prefix of the delimiter. */
		size_t keep = m->held_bytes - 1;
		while (keep > 0 && memcmp(m->held + m->held_bytes - keep, m->delimiter, keep) != 0)
			keep--;
		if (!give(m, m->held, m->held_bytes - keep))
			return false;
		memmove(m->held, m->held + m->held_bytes - keep, keep);
		m->held_bytes = keep;
	}
	if (m->held_bytes == 0 && m->delimiter[0] != c)
		return give(m, &c, 1);
	m->held[m->held_bytes++] = c;
	return m->held_bytes < m->delimiter_bytes || delimiter_seen(m);
}

/* The fast way: everything up to the next CR is content. */
static size_t
content_run(struct multipart *m, const char *bytes, size_t n)
{
	const char *cr = memchr(bytes, '\r', n);
	size_t run = cr == NULL ? n : (size_t)(cr - bytes);

	return give(m, bytes, run) ? run : n + 1;
}

bool
multipart_feed(struct multipart *m, const char *bytes, size_t n)
{
	size_t i = 0;

	while (i < n) {
		bool fine = true;

		switch (m->state) {
		case PREAMBLE:
		case BODY:
			if (m->held_bytes == 0) {
				i += content_run(m, bytes + i, n - i);
				if (m->state == BROKEN)
					return false;
				if (i >= n)
					return true;
			}
			fine = held_byte(m, bytes[i++]);
			break;
		case AFTER_DELIMITER:
			fine = after_delimiter(m, bytes[i++]);
			break;
		case HEADER:
			fine = header_byte(m, bytes[i++]);
			break;
		case EPILOGUE:
			return true;
		default:
			return false;
		}
		if (!fine)
			return false;
	}
	return true;
}

bool
multipart_end(struct multipart *m)
{
	if (m->state != EPILOGUE && m->state != BROKEN)
		return broken(m, "cut_short");
	return m->state == EPILOGUE;
}
