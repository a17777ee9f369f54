/*
 * bare.c - the least a FastCGI program can do: so many bytes for ?bytes=N, and nothing else.
 *
 *   bare SOCKET WORKERS [CONFIG]
 *
 * The floors beside which this portal is measured.  It answers as our programs
 * do, prefork and one write a response, but finds and draws nothing.  With
 * &number=N or &guide=N it asks first, throwing the answer away, what a page
 * asks for a look-up or a guide: the least that page could cost.
 */
#include "base/config.h"
#include "base/db.h"
#include "generated/queries/apply.h"
#include "generated/queries/guide.h"

#include <fcgiapp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { BYTES_MOST = 1 << 18, HEAD_ROOM = 200 };

static struct db *db;
static struct arena *arena;

/* The value of a pair such as number=, which stands last; NULL: it is not there. */
static const char *
last_value(const char *query, const char *pair)
{
	const char *at = query == NULL ? NULL : strstr(query, pair);

	return at == NULL ? NULL : at + strlen(pair);
}

/* A row is all there may be: another number finds none, and the page it is measured for would be refused. */
static void
ask(const char *number, const char *guide)
{
	struct query *q;

	db_ready(db);
	if (number != NULL) {
		q = query_new(db, arena, Q_TRACK_LOAD);
		query_text(q, "number", number);
		query_text(q, "case_bucket", number);
		query_text(q, "address_bucket", "127.0.0.1");
		query_instant(q, "case_since", 0);
		query_instant(q, "address_since", 0);
	} else {
		q = query_new(db, arena, Q_GUIDE_NOW);
		query_number(q, "id", atoll(guide));
	}
	if (!query_next(q))
		exit(1);
	arena_reset(arena);
}

static void
serve(int socket)
{
	FCGX_Request r;
	char *answer = malloc(HEAD_ROOM + BYTES_MOST);
	char *body = answer ? answer + HEAD_ROOM : NULL;

	if (!answer)
		exit(1);
	memset(body, 'x', BYTES_MOST);
	FCGX_InitRequest(&r, socket, 0);
	while (FCGX_Accept_r(&r) == 0) {
		const char *query = FCGX_GetParam("QUERY_STRING", r.envp);
		const char *at = last_value(query, "bytes="), *number = last_value(query, "number="), *guide = last_value(query, "guide=");
		int bytes = at ? atoi(at) : 0, head;
		char text[HEAD_ROOM];

		if (bytes < 0 || bytes > BYTES_MOST)
			bytes = 0;
		if (number != NULL || guide != NULL)
			ask(number, guide);
		head = snprintf(text, sizeof text, "Content-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n",
		    bytes);
		memcpy(body - head, text, (size_t)head);
		FCGX_PutStr(body - head, head + bytes, r.out);
		FCGX_Finish_r(&r);
	}
	exit(0);
}

static void
on_end(int signal)
{
	(void)signal;
	kill(0, SIGKILL);	/* the group is ours: see setpgid */
}

int
main(int argc, char **argv)
{
	int socket, workers = argc == 3 || argc == 4 ? atoi(argv[2]) : 0;
	struct config config;
	char why[500];

	if (workers < 1) {
		fputs("usage: bare SOCKET WORKERS [CONFIG]\n", stderr);
		return 2;
	}
	if (argc == 4 && !config_load(&config, argv[3], why, sizeof why)) {
		fprintf(stderr, "bare: %s\n", why);
		return 2;
	}
	unlink(argv[1]);
	FCGX_Init();
	socket = FCGX_OpenSocket(argv[1], 511);
	if (socket < 0)
		return 1;
	chmod(argv[1], 0660);
	setpgid(0, 0);
	for (int i = 0; i < workers; i++)
		if (fork() == 0) {
			prctl(PR_SET_PDEATHSIG, SIGKILL);
			if (argc == 4) {
				arena = arena_new();
				db = db_open(&config, "public");
			}
			serve(socket);
		}
	signal(SIGTERM, on_end);
	signal(SIGINT, on_end);
	while (wait(NULL) > 0)
		;
	return 0;
}
