/*
 * bare.c - the least a FastCGI program can do: so many bytes for ?bytes=N, and nothing else.
 *
 *   bare SOCKET WORKERS
 *
 * One of the two floors beside which this portal is measured.  It answers as
 * our programs do, prefork and one write a response, but finds, asks and draws
 * nothing.
 */
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
		const char *at = query ? strstr(query, "bytes=") : NULL;
		int bytes = at ? atoi(at + 6) : 0, head;
		char text[HEAD_ROOM];

		if (bytes < 0 || bytes > BYTES_MOST)
			bytes = 0;
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
	int socket, workers = argc == 3 ? atoi(argv[2]) : 0;

	if (workers < 1) {
		fputs("usage: bare SOCKET WORKERS\n", stderr);
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
			serve(socket);
		}
	signal(SIGTERM, on_end);
	signal(SIGINT, on_end);
	while (wait(NULL) > 0)
		;
	return 0;
}
