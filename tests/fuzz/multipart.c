/* fuzz/multipart.c - any body, fed in pieces of any size: the parts are the same as those of the whole. */
#include "fcgi/worker/multipart.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* All that came out, in order; what is too long is only counted. */
struct seen {
	char bytes[8192];
	size_t used;
	bool open;
};

static void
note(struct seen *s, const char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++, s->used++)
		if (s->used < sizeof(s->bytes))
			s->bytes[s->used] = bytes[i];
}

static bool
begin(void *arg, const struct part *part)
{
	struct seen *s = arg;

	if (s->open || part->name == NULL || *part->name == '\0')
		abort();
	s->open = true;
	note(s, "<", 1);
	note(s, part->name, strlen(part->name));
	if (part->filename != NULL)
		note(s, part->filename, strlen(part->filename));
	return true;
}

static bool
bytes(void *arg, const char *piece, size_t n)
{
	struct seen *s = arg;

	if (!s->open)
		abort();
	note(s, piece, n);
	return true;
}

static bool
end(void *arg)
{
	struct seen *s = arg;

	if (!s->open)
		abort();
	s->open = false;
	note(s, ">", 1);
	return true;
}

static const struct multipart_events events = { begin, bytes, end };

static bool
parse(const char *type, const char *body, size_t n, size_t step, struct seen *s)
{
	struct multipart m;
	bool fine;

	memset(s, 0, sizeof(*s));
	fine = multipart_begin(&m, type, &events, s);
	for (size_t at = 0; fine && at < n; at += step)
		fine = multipart_feed(&m, body + at, n - at < step ? n - at : step);
	fine = multipart_end(&m) && fine;
	if (!fine && m.why == NULL)
		abort();			/* a refusal has its word */
	return fine;
}

/* The first line is the header's type, or all is a body with boundary "b"; the first byte is the size of pieces. */
int
LLVMFuzzerTestOneInput(const uint8_t *input, size_t n)
{
	static struct seen whole, pieces;
	char type[300] = "multipart/form-data; boundary=b";
	const char *body = (const char *)input + 1;
	const char *line;
	size_t step;
	bool one, other;

	if (n < 2)
		return 0;
	step = input[0] % 97 + 1;
	n--;
	if (input[0] >= 128 && (line = memchr(body, '\n', n)) != NULL && (size_t)(line - body) < sizeof(type)) {
		memcpy(type, body, (size_t)(line - body));
		type[line - body] = '\0';
		n -= (size_t)(line - body) + 1;
		body = line + 1;
	}
	one = parse(type, body, n, n + 1, &whole);
	other = parse(type, body, n, step, &pieces);
	if (one != other || (one && (whole.used != pieces.used || memcmp(whole.bytes, pieces.bytes, sizeof(whole.bytes)) != 0)))
		abort();
	return 0;
}
