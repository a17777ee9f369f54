/*
 * master.c - one socket, N children, none missing for longer than a moment.
 *
 * The php-fpm idea, not its size.  A child that ends is replaced at once; one
 * that dies within its first second makes its own successor wait a little, up
 * to five seconds, so that a defect at start does not eat the machine.
 *
 * SIGTERM, SIGINT   children finish what they have in hand, then all ends
 * SIGHUP            the program is started anew on the same socket: settings,
 *                   templates and the program file itself; the old children
 *                   work until the new ones are there, and none is lost.  What
 *                   would not start (--check) is not begun
 */
#include "config.h"
#include "fcgi/worker/worker.h"

#include "base/arena.h"
#include "base/db.h"
#include "base/log.h"
#include "base/random.h"
#include "base/sealed.h"
#include "base/text.h"
#include "fcgi/worker/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CHILDREN_MOST = 256, BACKOFF_MOST_MS = 5000, ALONE_MS = 200, DRAIN_SECONDS = 20, SWEEP_MS = 600000 };

struct options {
	const char *config_path;
	const char *socket_path;
	long long workers;
	bool check;
	bool routes;
};

/* What every child is given. */
struct serving_program {
	const struct program *program;
	const struct config *config;
	const uint8_t *key;
	int socket;
	size_t workers;
};

static struct child {
	pid_t pid;			/* 0: missing */
	long long born_ms;
	long long due_ms;		/* when a missing one is started */
	long long backoff_ms;
} children[CHILDREN_MOST];

static void
usage(const char *name, int status)
{
	fprintf(status == 0 ? stdout : stderr,
	    "usage: %s [--config FILE] [--socket PATH] [--workers N] [--check] [--routes] [--version]\n", name);
	exit(status);
}

static struct options
options_read(int argc, char **argv)
{
	static const struct option known[] = {
		{ "config", required_argument, NULL, 'c' }, { "socket", required_argument, NULL, 's' },
		{ "workers", required_argument, NULL, 'w' }, { "check", no_argument, NULL, 'k' },
		{ "routes", no_argument, NULL, 'r' },
		{ "help", no_argument, NULL, 'h' }, { "version", no_argument, NULL, 'v' }, { NULL, 0, NULL, 0 }
	};
	struct options o = { .config_path = "/etc/yimen/yimen.conf" };
	int option;

	while ((option = getopt_long(argc, argv, "", known, NULL)) != -1) {
		switch (option) {
		case 'c':
			o.config_path = optarg;
			break;
		case 's':
			o.socket_path = optarg;
			break;
		case 'w':
			if (!text_number(optarg, 1, CHILDREN_MOST, &o.workers))
				usage(argv[0], 2);
			break;
		case 'k':
			o.check = true;
			break;
		case 'r':
			o.routes = true;
			break;
		case 'v':
			puts(PACKAGE_STRING);
			exit(0);
		default:
			usage(argv[0], option == 'h' ? 0 : 2);
		}
	}
	if (optind != argc)
		usage(argv[0], 2);
	return o;
}

/* For the test that holds a hand-written table of who may open what beside them. */
static void
routes_print(const struct program *program)
{
	for (size_t i = 0; i < program->route_count; i++)
		printf("%s %s\n", program->routes[i].method == GET ? "GET" : "POST", program->routes[i].path);
}

/* ---- the socket ---- */

static int
socket_make(const char *path, long long backlog)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int fd;

	if (strlen(path) >= sizeof(address.sun_path))
		log_fatal("socket", "path_too_long", path, NULL);
	strcpy(address.sun_path, path);
	if ((fd = socket(AF_UNIX, SOCK_STREAM, 0)) < 0)
		log_fatal("socket", "why", strerror(errno), NULL);
	unlink(path);
	if (bind(fd, (struct sockaddr *)&address, sizeof(address)) != 0 || chmod(path, 0660) != 0 ||
	    listen(fd, (int)backlog) != 0)
		log_fatal("socket", "path", path, "why", strerror(errno), NULL);
	return fd;
}

/* A socket that listens: a parent may well have given us a connected one for standard input. */
static bool
listens(int fd)
{
	int yes = 0;
	socklen_t bytes = sizeof(yes);

	return getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &yes, &bytes) == 0 && yes;
}

/* One that was given: by ourselves at SIGHUP, by systemd (fd 3), by spawn-fcgi (fd 0); else one of our own. */
static int
socket_find(const struct options *o, const struct program *program, const struct config *config)
{
	const char *kept = getenv("YIMEN_SOCKET_FD"), *given = getenv("LISTEN_FDS");
	char path[4096];
	long long fd;

	if (kept != NULL && text_number(kept, 0, 1023, &fd) && listens((int)fd))
		return (int)fd;
	if (given != NULL && strcmp(given, "1") == 0 && listens(3))
		return 3;
	if (o->socket_path == NULL && listens(STDIN_FILENO))
		return STDIN_FILENO;
	snprintf(path, sizeof(path), "%s/%s.sock", config->run_dir, program->name);
	return socket_make(o->socket_path != NULL ? o->socket_path : path, config->socket_backlog);
}

/* ---- children ---- */

static long long
now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static void
child_start(struct child *child, const struct serving_program *p)
{
	pid_t master = getpid();

	child->born_ms = now_ms();
	if ((child->pid = fork()) < 0) {
		log_error("fork", "why", strerror(errno), NULL);
		child->pid = 0;
		child->due_ms = now_ms() + 1000;
		return;
	}
	if (child->pid != 0)
		return;
	prctl(PR_SET_PDEATHSIG, SIGTERM);	/* no child outlives its master, */
	if (getppid() != master)
		_exit(0);			/* not even one whose master ended just now */
	signal(SIGCHLD, SIG_DFL);
	if (p->program->start != NULL)
		p->program->start(p->config);
	confine(p->program, p->config);
	loop_run(p->program, p->config, p->key, p->socket);	/* unblocks the signals when it is ready for them */
	exit(0);
}

/* When the next is started where none is left: soon, lest what kills them young take the whole program away for seconds; but
 * not sooner, lest a program that cannot start do nothing but try.  Never, while one lives. */
static long long
rescue_ms(const struct serving_program *p)
{
	long long newest = 0;

	for (size_t i = 0; i < p->workers; i++) {
		if (children[i].pid != 0)
			return LLONG_MAX;
		if (children[i].born_ms > newest)
			newest = children[i].born_ms;
	}
	return newest + ALONE_MS;
}

/* Starts those that are missing and due; the milliseconds until the next is, a second at most. */
static long long
children_start(const struct serving_program *p)
{
	long long wait_ms = 1000;

	for (size_t i = 0; i < p->workers; i++) {
		long long rescue = rescue_ms(p), due = children[i].due_ms < rescue ? children[i].due_ms : rescue, left = due - now_ms();

		if (children[i].pid != 0)
			continue;
		if (left <= 0)
			child_start(&children[i], p);
		else if (left < wait_ms)
			wait_ms = left;
	}
	return wait_ms;
}

/* A child ended: says so when it was not its time, and when its successor is due. */
static void
child_ended(struct child *child, int status)
{
	char number[32];
	bool natural = WIFEXITED(status) && WEXITSTATUS(status) == 0;
	bool young = now_ms() - child->born_ms < 1000;

	child->pid = 0;
	if (natural || !young)
		child->backoff_ms = 0;
	else if (child->backoff_ms == 0)
		child->backoff_ms = 50;
	else
		child->backoff_ms = child->backoff_ms * 2 > BACKOFF_MOST_MS ? BACKOFF_MOST_MS : child->backoff_ms * 2;
	child->due_ms = now_ms() + child->backoff_ms;
	if (natural)
		return;
	snprintf(number, sizeof(number), "%d", WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
	log_warn("child_died", WIFSIGNALED(status) ? "signal" : "status", number, NULL);
	metrics_restart();
}

static void
children_reap(size_t n)
{
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
		for (size_t i = 0; i < n; i++)
			if (children[i].pid == pid)
				child_ended(&children[i], status);
}

/* After SIGTERM: waits for what is in hand, then insists. */
static void
children_drain(size_t n)
{
	struct timespec tick = { 0, 20000000 };
	long long until_ms = now_ms() + DRAIN_SECONDS * 1000LL;
	pid_t pid;

	for (size_t i = 0; i < n; i++)
		if (children[i].pid > 0)
			kill(children[i].pid, SIGTERM);
	while (now_ms() < until_ms) {
		while ((pid = waitpid(-1, NULL, WNOHANG)) > 0)
			for (size_t i = 0; i < n; i++)
				if (children[i].pid == pid)
					children[i].pid = 0;
		if (pid < 0 && errno == ECHILD)
			return;
		nanosleep(&tick, NULL);
	}
	for (size_t i = 0; i < n; i++)
		if (children[i].pid > 0)
			kill(children[i].pid, SIGKILL);
}

/* ---- anew ---- */

/* Would the program start, with the settings and templates as they are now? */
static bool
would_start(char **argv)
{
	sigset_t none;
	size_t n = 0;
	int status;
	pid_t pid;

	while (argv[n] != NULL)
		n++;
	if ((pid = fork()) < 0)
		return false;
	if (pid == 0) {
		char **with = memory_get((n + 2) * sizeof(*with));

		memcpy(with, argv, n * sizeof(*with));
		with[n] = (char *)"--check";
		sigemptyset(&none);
		sigprocmask(SIG_SETMASK, &none, NULL);
		execvp(with[0], with);
		_exit(127);
	}
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return false;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/*
 * The successor inherits the socket and these children, which it sends home
 * once its own are there; and the mask, so that no signal meets it unready.
 */
static void
renew(char **argv, const struct serving_program *p)
{
	struct text pids;
	char number[16];

	if (!would_start(argv)) {
		log_error("renewal_refused", "why", "the program would not start; it goes on as it was", NULL);
		return;
	}
	log_info("renewing", NULL);
	snprintf(number, sizeof(number), "%d", p->socket);
	setenv("YIMEN_SOCKET_FD", number, 1);
	text_init(&pids);
	text_add(&pids, "");
	for (size_t i = 0; i < p->workers; i++)
		if (children[i].pid > 0)
			text_format(&pids, "%d ", (int)children[i].pid);
	setenv("YIMEN_OLD_CHILDREN", pids.start, 1);
	execvp(argv[0], argv);
	log_fatal("renew", "why", strerror(errno), NULL);
}

/* Ends the children of the master that this one was: new ones are at work. */
static void
old_children_end(void)
{
	const char *pids = getenv("YIMEN_OLD_CHILDREN");
	char *end;

	for (long pid; pids != NULL && (pid = strtol(pids, &end, 10)) > 1 && end != pids; pids = end)
		kill((pid_t)pid, SIGTERM);
	unsetenv("YIMEN_OLD_CHILDREN");
}

static void
watch(char **argv, const struct serving_program *p)
{
	long long sweep_ms = now_ms();
	sigset_t watched;

	sigemptyset(&watched);
	sigaddset(&watched, SIGCHLD);
	sigaddset(&watched, SIGTERM);
	sigaddset(&watched, SIGINT);
	sigaddset(&watched, SIGHUP);
	sigprocmask(SIG_BLOCK, &watched, NULL);
	for (bool ending = false; !ending; ) {
		long long wait_ms = children_start(p);
		struct timespec wait = { wait_ms / 1000, wait_ms % 1000 * 1000000 };

		old_children_end();
		if (now_ms() >= sweep_ms) {
			upload_sweep(p->config);
			sweep_ms = now_ms() + SWEEP_MS;
		}
		switch (sigtimedwait(&watched, NULL, &wait)) {
		case SIGTERM:
		case SIGINT:
			ending = true;
			break;
		case SIGHUP:
			renew(argv, p);
			break;
		}
		children_reap(p->workers);
	}
	children_drain(p->workers);
}

int
worker_main(int argc, char **argv, const struct program *program)
{
	struct options o = options_read(argc, argv);
	struct rlimit no_core = { 0, 0 };
	struct config config;
	uint8_t key[KEY_BYTES];
	char why[512], number[32];
	int socket;

	if (o.routes) {
		routes_print(program);
		return 0;
	}
	log_open(program->name);
	if (!config_load(&config, o.config_path, why, sizeof(why)))
		log_fatal("config", "why", why, NULL);
	random_open();
	if (!key_load(key, config.key_file, why, sizeof(why)))
		log_fatal("key", "why", why, NULL);
	if (program->seals) {
		sealed_use(config.seal_dir);
		if (!sealed_load(why, sizeof(why)))
			log_fatal("sealed", "why", why, NULL);
	}
	setrlimit(RLIMIT_CORE, &no_core);	/* a core would hold people's data */
	if (o.workers == 0)
		o.workers = config.workers;
	router_open(program->routes, program->route_count);
	page_open(program, &config);
	upload_open(&config);
	metrics_open();
	alone_open();
	db_share();
	if (o.check)
		return 0;
	socket = socket_find(&o, program, &config);
	fcntl(socket, F_SETFD, 0);
	fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK);
	signal(SIGPIPE, SIG_IGN);
	snprintf(number, sizeof(number), "%lld", o.workers);
	log_info("started", "workers", number, NULL);
	watch(argv, &(struct serving_program){ program, &config, key, socket, (size_t)o.workers });
	log_info("ended", NULL);
	return 0;
}
