/*
 * load.c - asks a server on this machine for pages, over and over, and says how fast they came.
 *
 *   load PORT CONNECTIONS SECONDS PLAN [STEPS] [NAME=PID,PID…]…
 *
 * PLAN has a request a line, its parts parted by tabs ("-" for no cookie):
 *
 *   get     PATH  COOKIE
 *   post    PATH  COOKIE  BODY             NONCE in the body becomes 32 fresh hex digits
 *   upload  PATH  COOKIE  TOKEN  BYTES     a form with token, nonce and a file "files", a PDF of so many bytes
 *
 * Lines are asked in turn, from the first again after the last; each
 * connection is kept and has one request under way.  With STEPS above 1 that
 * many lines belong together: one connection asks them one after the other,
 * they are timed as one, and the plan is gone through only once.
 *
 * Prints one line: answers, those not 200 or 303, seconds, answers a second, p50 and p99 in milliseconds, bytes of an
 * answer, then the CPU seconds of each NAME: the processes given and their children.
 */
#include <arpa/inet.h>
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { CONNECTIONS_MOST = 256, TIMES_MOST = 8 << 20, READ_ROOM = 1 << 16, HEAD_MOST = 16384, WATCHED_MOST = 8 };

struct line {
	char *kind, *path, *cookie, *body, *bytes;
};

enum reading { READING_HEAD, READING_BYTES, READING_CHUNK, READING_CHUNK_SIZE, READING_END };

struct connection {
	int fd;
	char *request;
	size_t request_bytes, request_room, sent;
	size_t step, group;
	double began;
	enum reading reading;
	char head[HEAD_MOST];
	size_t head_bytes;
	long long left;		/* of the body or the chunk */
	char size[32];		/* a chunk's line of size */
	size_t size_bytes;
	int status;
	bool bad, closing;
};

static struct line *lines;
static size_t line_count, next_group, steps = 1;
static struct connection connections[CONNECTIONS_MOST];
static uint32_t *times;
static size_t time_count;
static unsigned long long answers, wrong, body_bytes;
static int poller, port;
static double ends;
static uint64_t dice = 88172645463325252u;

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
fail(const char *what)
{
	perror(what);
	exit(1);
}

static void
hex_fresh(char *to, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		dice ^= dice << 13;
		dice ^= dice >> 7;
		dice ^= dice << 17;
		to[i] = "0123456789abcdef"[dice >> 60];
	}
}

/* ---- the plan ---- */

static void
plan_read(const char *path)
{
	FILE *f = fopen(path, "r");
	char *text = NULL;
	size_t room = 0, lines_room = 0;
	ssize_t n;

	if (!f)
		fail(path);
	while ((n = getline(&text, &room, f)) > 0) {
		struct line l = { 0 };
		char *rest = strdup(text);

		rest[strcspn(rest, "\n")] = '\0';
		l.kind = strsep(&rest, "\t");
		l.path = strsep(&rest, "\t");
		l.cookie = strsep(&rest, "\t");
		l.body = strsep(&rest, "\t");
		l.bytes = strsep(&rest, "\t");
		if (!l.path)
			continue;
		if (line_count == lines_room) {
			lines_room = lines_room * 2 + 64;
			lines = reallocarray(lines, lines_room, sizeof *lines);
			if (!lines)
				fail("memory");
		}
		lines[line_count++] = l;
	}
	fclose(f);
	if (line_count == 0 || line_count < steps) {
		fputs("load: the plan is empty\n", stderr);
		exit(1);
	}
}

static void
request_add(struct connection *c, const char *bytes, size_t n)
{
	if (c->request_bytes + n > c->request_room) {
		c->request_room = (c->request_bytes + n) * 2;
		c->request = realloc(c->request, c->request_room);
		if (!c->request)
			fail("realloc");
	}
	memcpy(c->request + c->request_bytes, bytes, n);
	c->request_bytes += n;
}

static void
head_add(struct connection *c, const struct line *l, const char *type, size_t bytes)
{
	char head[4096];
	int n = snprintf(head, sizeof head, "%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\n%s%s%s", type ? "POST" : "GET", l->path,
	    l->cookie && strcmp(l->cookie, "-") != 0 ? "Cookie: " : "",
	    l->cookie && strcmp(l->cookie, "-") != 0 ? l->cookie : "",
	    l->cookie && strcmp(l->cookie, "-") != 0 ? "\r\n" : "");

	request_add(c, head, (size_t)n);
	if (type) {
		n = snprintf(head, sizeof head, "Content-Type: %s\r\nContent-Length: %zu\r\n", type, bytes);
		request_add(c, head, (size_t)n);
	}
	request_add(c, "\r\n", 2);
}

static void
post_build(struct connection *c, const struct line *l)
{
	size_t bytes = strlen(l->body), start;
	const char *at = strstr(l->body, "NONCE");
	char nonce[32];

	head_add(c, l, "application/x-www-form-urlencoded", bytes + (at ? 27 : 0));
	start = at ? (size_t)(at - l->body) : bytes;
	request_add(c, l->body, start);
	if (at) {
		hex_fresh(nonce, 32);
		request_add(c, nonce, 32);
		request_add(c, at + 5, bytes - start - 5);
	}
}

#define BOUNDARY "----load7b1f"

static void
upload_build(struct connection *c, const struct line *l)
{
	static char *file;
	static size_t file_bytes;
	size_t bytes = l->bytes ? (size_t)atoll(l->bytes) : 1 << 20;
	char before[1024], nonce[33] = "";
	static const char after[] = "\r\n--" BOUNDARY "--\r\n";
	int n;

	if (!file || file_bytes != bytes) {
		free(file);
		file = malloc(bytes + 64);
		memset(file, ' ', bytes);
		memcpy(file, "%PDF-1.4\n%", 10);
		file_bytes = bytes;
	}
	hex_fresh(file + 10, 32);	/* no two files are the same */
	hex_fresh(nonce, 32);
	n = snprintf(before, sizeof before,
	    "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n%s\r\n"
	    "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"nonce\"\r\n\r\n%s\r\n"
	    "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"given\"\r\n\r\nfiles\r\n"
	    "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"measured.pdf\"\r\n"
	    "Content-Type: application/pdf\r\n\r\n", l->body, nonce);
	head_add(c, l, "multipart/form-data; boundary=" BOUNDARY, (size_t)n + bytes + sizeof after - 1);
	request_add(c, before, (size_t)n);
	request_add(c, file, bytes);
	request_add(c, after, sizeof after - 1);
}

/* ---- one connection ---- */

static void
connection_open(struct connection *c)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port),
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct epoll_event e = { .events = EPOLLIN, .data.ptr = c };
	int one = 1;

	c->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (c->fd < 0 || connect(c->fd, (struct sockaddr *)&to, sizeof to) != 0)
		fail("connect");
	setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
	fcntl(c->fd, F_SETFL, O_NONBLOCK);
	if (epoll_ctl(poller, EPOLL_CTL_ADD, c->fd, &e) != 0)
		fail("epoll_ctl");
	c->closing = false;
}

static void
connection_end(struct connection *c)
{
	if (c->fd >= 0)
		close(c->fd);
	c->fd = -1;
}

static void
request_send(struct connection *c)
{
	struct epoll_event e = { .events = EPOLLIN, .data.ptr = c };

	while (c->sent < c->request_bytes) {
		ssize_t n = send(c->fd, c->request + c->sent, c->request_bytes - c->sent, MSG_NOSIGNAL);

		if (n < 0 && errno != EAGAIN && errno != EINTR) {
			c->bad = true;
			break;
		}
		if (n < 0)
			break;
		c->sent += (size_t)n;
	}
	if (c->sent < c->request_bytes && !c->bad)
		e.events |= EPOLLOUT;
	epoll_ctl(poller, EPOLL_CTL_MOD, c->fd, &e);
}

/* False when there is nothing left to ask. */
static bool
request_next(struct connection *c)
{
	const struct line *l;

	if (c->step == 0) {
		if (now() >= ends || (steps > 1 && (next_group + 1) * steps > line_count))
			return false;
		c->group = next_group++;
		c->began = now();
		c->bad = false;
	}
	l = &lines[(c->group * steps + c->step) % line_count];
	if (c->closing || c->fd < 0) {
		connection_end(c);
		connection_open(c);
	}
	c->request_bytes = c->sent = c->head_bytes = c->size_bytes = 0;
	c->reading = READING_HEAD;
	if (strcmp(l->kind, "post") == 0)
		post_build(c, l);
	else if (strcmp(l->kind, "upload") == 0)
		upload_build(c, l);
	else
		head_add(c, l, NULL, 0);
	request_send(c);
	return true;
}

/* ---- answers ---- */

static const char *
header(const char *head, const char *name)
{
	const char *at = strcasestr(head, name);

	return at ? at + strlen(name) : NULL;
}

static void
head_read(struct connection *c)
{
	const char *value;

	c->head[c->head_bytes] = '\0';
	c->status = atoi(c->head + 9);
	value = header(c->head, "\r\nConnection: ");
	c->closing = value && strncasecmp(value, "close", 5) == 0;
	c->left = 0;
	if ((value = header(c->head, "\r\nContent-Length: ")) != NULL) {
		c->left = atoll(value);
		c->reading = c->left > 0 ? READING_BYTES : READING_END;
	} else if (header(c->head, "\r\nTransfer-Encoding: chunked"))
		c->reading = READING_CHUNK_SIZE;
	else
		c->reading = READING_END;
}

static void
size_read(struct connection *c, char byte)
{
	if (byte == '\n' && c->size_bytes > 0) {
		c->size[c->size_bytes] = '\0';
		c->left = strtoll(c->size, NULL, 16);
		c->reading = READING_CHUNK;
		/* The last chunk ends with an empty line; every other with the line break counted here. */
		if (c->left > 0) {
			c->left += 2;
			body_bytes -= 2;
		} else
			c->left = -2;
		c->size_bytes = 0;
	} else if (isxdigit((unsigned char)byte) && c->size_bytes < sizeof c->size - 1)
		c->size[c->size_bytes++] = byte;
}

/* Takes what was read; true when the answer is whole. */
static bool
answer_take(struct connection *c, const char *bytes, size_t n)
{
	for (size_t i = 0; i < n; ) {
		size_t part;

		switch (c->reading) {
		case READING_HEAD:
			if (c->head_bytes == HEAD_MOST - 1)
				return c->bad = true;
			c->head[c->head_bytes++] = bytes[i++];
			if (c->head_bytes >= 4 && memcmp(c->head + c->head_bytes - 4, "\r\n\r\n", 4) == 0)
				head_read(c);
			break;
		case READING_CHUNK_SIZE:
			size_read(c, bytes[i++]);
			break;
		default:
			part = n - i;
			if (c->left < 0) {
				i++;
				if (++c->left == 0)
					c->reading = READING_END;
				break;
			}
			if ((long long)part > c->left)
				part = (size_t)c->left;
			c->left -= (long long)part;
			body_bytes += part;
			i += part;
			if (c->left == 0)
				c->reading = c->reading == READING_CHUNK ? READING_CHUNK_SIZE : READING_END;
		}
		if (c->reading == READING_END)
			return true;
	}
	return false;
}

static bool
answer_done(struct connection *c)
{
	if (c->status != 200 && c->status != 303)
		c->bad = true;
	if (++c->step < steps && !c->bad)
		return request_next(c);
	c->step = 0;
	answers++;
	wrong += c->bad;
	if (c->bad && wrong == 1)
		fprintf(stderr, "load: first wrong answer: %d to %s\n", c->status, lines[c->group * steps % line_count].path);
	if (time_count < TIMES_MOST)
		times[time_count++] = (uint32_t)((now() - c->began) * 1e6);
	return request_next(c);
}

/* False when this connection has nothing more to do. */
static bool
answer_read(struct connection *c)
{
	static char room[READ_ROOM];

	for (;;) {
		ssize_t n = recv(c->fd, room, sizeof room, 0);

		if (n < 0 && (errno == EAGAIN || errno == EINTR))
			return true;
		if (n <= 0) {
			c->bad = true;
			c->status = 0;
			connection_end(c);
			return answer_done(c);
		}
		if (answer_take(c, room, (size_t)n))
			return answer_done(c);
	}
}

/* ---- the machine ---- */

struct watched {
	const char *name;
	int pids[16];
	size_t count;
	double before;
};

/* Fields of /proc/PID/stat after the name; a child that has ended is counted in its parent. */
static double
process_seconds(int pid, int *parent, bool with_ended)
{
	char path[64], text[1024], *at;
	unsigned long user, system;
	long ended_user, ended_system;
	FILE *f;

	*parent = 0;
	snprintf(path, sizeof path, "/proc/%d/stat", pid);
	f = fopen(path, "r");
	if (!f)
		return 0;
	at = fgets(text, sizeof text, f) ? strrchr(text, ')') : NULL;
	fclose(f);
	if (!at || sscanf(at + 2, "%*c %d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu %ld %ld", parent, &user, &system,
	    &ended_user, &ended_system) != 5)
		return 0;
	if (!with_ended)
		ended_user = ended_system = 0;
	return (double)(user + system + (unsigned long)(ended_user + ended_system)) / (double)sysconf(_SC_CLK_TCK);
}

static double
watched_seconds(const struct watched *w)
{
	DIR *proc = opendir("/proc");
	struct dirent *entry;
	double sum = 0;

	while (proc && (entry = readdir(proc)) != NULL) {
		int pid = atoi(entry->d_name), parent;
		double seconds = pid > 0 ? process_seconds(pid, &parent, false) : 0;

		for (size_t i = 0; i < w->count && pid > 0; i++) {
			if (pid == w->pids[i])
				sum += process_seconds(pid, &parent, true);
			else if (parent == w->pids[i])
				sum += seconds;
		}
	}
	if (proc)
		closedir(proc);
	return sum;
}

static size_t
watched_read(struct watched *w, int argc, char **argv)
{
	size_t n = 0;

	for (int i = 0; i < argc && n < WATCHED_MOST; i++, n++) {
		char *pids = argv[i], *pid;

		w[n].name = strsep(&pids, "=");
		while ((pid = strsep(&pids, ",")) != NULL)
			if (atoi(pid) > 0 && w[n].count < 16)
				w[n].pids[w[n].count++] = atoi(pid);
	}
	return n;
}

static int
time_compare(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

static double
percentile(double part)
{
	return time_count == 0 ? 0 : times[(size_t)((double)(time_count - 1) * part)] / 1000.0;
}

static void
run(int count)
{
	struct epoll_event events[CONNECTIONS_MOST];
	int open = 0;

	for (int i = 0; i < count; i++) {
		connections[i].fd = -1;
		if (request_next(&connections[i]))
			open++;
	}
	while (open > 0) {
		int n = epoll_wait(poller, events, CONNECTIONS_MOST, 10000);

		if (n == 0) {
			fputs("load: no answer for ten seconds\n", stderr);
			exit(1);
		}
		for (int i = 0; i < n; i++) {
			struct connection *c = events[i].data.ptr;

			if (events[i].events & EPOLLOUT)
				request_send(c);
			if ((events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) && !answer_read(c)) {
				connection_end(c);
				open--;
			}
		}
	}
}

int
main(int argc, char **argv)
{
	struct watched watched[WATCHED_MOST] = { { 0 } };
	size_t watched_count;
	double began, took;
	int rest = 5;

	if (argc < 5) {
		fputs("usage: load PORT CONNECTIONS SECONDS PLAN [STEPS] [NAME=PID,PID…]…\n", stderr);
		return 2;
	}
	port = atoi(argv[1]);
	if (argc > 5 && !strchr(argv[5], '=')) {
		steps = (size_t)atoi(argv[5]);
		rest++;
	}
	plan_read(argv[4]);
	watched_count = watched_read(watched, argc - rest, argv + rest);
	times = malloc(TIMES_MOST * sizeof *times);
	poller = epoll_create1(EPOLL_CLOEXEC);
	if (!times || poller < 0)
		fail("start");
	dice ^= (uint64_t)getpid() << 32 ^ (uint64_t)time(NULL);
	for (size_t i = 0; i < watched_count; i++)
		watched[i].before = watched_seconds(&watched[i]);
	began = now();
	ends = began + atof(argv[3]);
	run(atoi(argv[2]) < CONNECTIONS_MOST ? atoi(argv[2]) : CONNECTIONS_MOST);
	took = now() - began;
	qsort(times, time_count, sizeof *times, time_compare);
	printf("%llu\t%llu\t%.3f\t%.1f\t%.3f\t%.3f\t%llu", answers, wrong, took, (double)answers / took, percentile(0.5),
	    percentile(0.99), answers > 0 ? body_bytes / answers : 0);
	for (size_t i = 0; i < watched_count; i++)
		printf("\t%s=%.2f", watched[i].name, watched_seconds(&watched[i]) - watched[i].before);
	putchar('\n');
	return 0;
}
