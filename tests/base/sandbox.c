/*
 * sandbox.c - what a process can no longer do once it is in its sandbox.
 *
 * Each row is tried twice, in processes of their own: before, where it must
 * succeed (else the row would prove nothing), and within.  Where the kernel lacks
 * a part, its rows are skipped and say so.
 */
#include "base/log.h"
#include "base/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[] = "/tmp/yimen-sandbox-XXXXXX";
static char own[64], moved[64], file[64];

static bool
can_open(const char *path, int flags)
{
	int fd = open(path, flags, 0600);

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

static bool read_passwd(void) { return can_open("/etc/passwd", O_RDONLY); }
static bool read_own_memory(void) { return can_open("/proc/self/mem", O_RDONLY); }
static bool list_root(void) { return can_open("/", O_RDONLY | O_DIRECTORY); }
static bool write_elsewhere(void) { return can_open("/tmp/yimen-sandbox-elsewhere", O_WRONLY | O_CREAT); }
static bool read_named(void) { return can_open(file, O_RDONLY); }
static bool write_named(void) { return can_open(file, O_WRONLY); }
static bool make_own(void) { return can_open(own, O_WRONLY | O_CREAT | O_TRUNC); }
static bool move_own(void) { return make_own() && rename(own, moved) == 0 && unlink(moved) == 0; }
static bool link_out(void) { return symlink("/etc/passwd", own) == 0 && unlink(own) == 0; }

static bool
run_shell(void)
{
	char *argv[] = { (char *)"true", NULL }, *environment[] = { NULL };

	execve("/bin/true", argv, environment);
	return false;
}

static bool
make_process(void)
{
	pid_t pid = fork();

	if (pid == 0)
		_exit(0);
	return pid > 0 && waitpid(pid, NULL, 0) == pid;
}

static bool
network(int domain, int type)
{
	int fd = socket(domain, type, 0);

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

static bool tcp(void) { return network(AF_INET, SOCK_STREAM); }
static bool udp6(void) { return network(AF_INET6, SOCK_DGRAM); }
static bool netlink(void) { return network(AF_NETLINK, SOCK_RAW); }

static bool
unix_socket(void)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	int a = socket(AF_UNIX, SOCK_STREAM, 0), b = socket(AF_UNIX, SOCK_STREAM, 0);
	bool done;

	snprintf(at.sun_path, sizeof(at.sun_path), "%s/socket", folder);
	done = connect(b, (struct sockaddr *)&at, sizeof(at)) == 0;
	close(a);
	close(b);
	return done;
}

static void *
nothing(void *argument)
{
	return argument;
}

static bool
make_thread(void)
{
	pthread_t thread;

	return pthread_create(&thread, NULL, nothing, NULL) == 0 && pthread_join(thread, NULL) == 0;
}

static const struct {
	const char *why;
	bool (*try)(void);
	bool still;		/* allowed within, too */
	unsigned part;
} rows[] = {
	{ "the accounts of the machine cannot be read", read_passwd, false, SANDBOX_FILES },
	{ "nor its own memory as a file", read_own_memory, false, SANDBOX_FILES },
	{ "nor the root listed", list_root, false, SANDBOX_FILES },
	{ "nothing is written elsewhere", write_elsewhere, false, SANDBOX_FILES },
	{ "what it needs it reads", read_named, true, SANDBOX_FILES },
	{ "and does not write", write_named, false, SANDBOX_FILES },
	{ "in its own folder it makes files", make_own, true, SANDBOX_FILES },
	{ "renames and removes them", move_own, true, SANDBOX_FILES },
	{ "but makes no link out of it", link_out, false, SANDBOX_FILES },
	{ "no program is started", run_shell, false, SANDBOX_CALLS },
	{ "no process is made", make_process, false, SANDBOX_CALLS },
	{ "no connection over the network", tcp, false, SANDBOX_CALLS },
	{ "no datagram either", udp6, false, SANDBOX_CALLS },
	{ "nor a word with the kernel's own sockets", netlink, false, SANDBOX_CALLS },
	{ "a unix socket is reached as before", unix_socket, true, SANDBOX_CALLS },
	{ "a thread may be begun", make_thread, true, SANDBOX_CALLS },
};
enum { ROWS = sizeof(rows) / sizeof(rows[0]), LACKS = 77 };

/* In a process of its own: 0 could, 1 could not, LACKS the kernel has not this part. */
static int
tried(size_t i, bool within)
{
	struct sandbox s = { .read = { file, "/nowhere/at/all" }, .write = { folder } };
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		if (within && (sandbox_enter(&s) & rows[i].part) != rows[i].part)
			_exit(LACKS);
		_exit(rows[i].try() ? 0 : 1);
	}
	if (waitpid(pid, &status, 0) != pid || !WIFEXITED(status))
		return -1;
	return WEXITSTATUS(status);
}

static void
row(size_t i)
{
	int before = tried(i, false), within = tried(i, true);
	bool passed = before == 0 && within == (rows[i].still ? 0 : 1);

	if (before == 0 && within == LACKS)
		printf("ok %zu - %s # SKIP this kernel has not that part\n", i + 1, rows[i].why);
	else
		printf("%s %zu - %s\n", passed ? "ok" : "not ok", i + 1, rows[i].why);
	if (!passed && within != LACKS)
		printf("# before %d, within %d\n", before, within);
}

int
main(void)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	int listening;

	log_open("sandbox");
	setvbuf(stdout, NULL, _IOLBF, 0);
	if (mkdtemp(folder) == NULL)
		return 1;
	snprintf(own, sizeof(own), "%s/own", folder);
	snprintf(moved, sizeof(moved), "%s/moved", folder);
	snprintf(file, sizeof(file), "%s.named", folder);
	close(open(file, O_WRONLY | O_CREAT, 0600));
	listening = socket(AF_UNIX, SOCK_STREAM, 0);
	snprintf(at.sun_path, sizeof(at.sun_path), "%s/socket", folder);
	if (bind(listening, (struct sockaddr *)&at, sizeof(at)) != 0 || listen(listening, 16) != 0)
		return 1;
	printf("1..%d\n", ROWS);
	for (size_t i = 0; i < ROWS; i++)
		row(i);
	unlink(at.sun_path);
	unlink(own);
	unlink(file);
	unlink("/tmp/yimen-sandbox-elsewhere");
	rmdir(folder);
	return 0;
}
