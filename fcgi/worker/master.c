/*
 * master.c - one socket, N children, none missing for longer than a moment.
 *
 * The php-fpm idea, not its size.  A child that ends is replaced at once; one
 * that dies within its first second makes the next wait a little, up to five
 * seconds, so that a defect at start does not eat the machine.
 *
 * SIGTERM, SIGINT   children finish what they have in hand, then all ends
 * SIGHUP            the program is started anew on the same socket: settings,
 *                   templates and the program file itself; requests wait in
 *                   the backlog meanwhile and none is lost
 */
#include "config.h"
#include "fcgi/worker/worker.h"

#include "base/log.h"
#include "base/random.h"
#include "base/text.h"
#include "fcgi/worker/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CHILDREN_MOST = 256, BACKOFF_MOST_MS = 5000, DRAIN_SECONDS = 20 };

struct options {
	const char *config_path;
	const char *socket_path;
	long long workers;
	bool check;
	bool routes;
};

static pid_t children[CHILDREN_MOST];
static struct timespec born[CHILDREN_MOST];
static volatile sig_atomic_t ending, renewing;

static void
on_signal(int signal)
{
	if (signal == SIGHUP)
		renewing = 1;
	else if (signal != SIGCHLD)
		ending = 1;
}

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

static bool
is_socket(int fd)
{
	struct stat what;

	return fstat(fd, &what) == 0 && S_ISSOCK(what.st_mode);
}

/* One that was given: by ourselves at SIGHUP, by systemd (fd 3), by spawn-fcgi (fd 0); else one of our own. */
static int
socket_find(const struct options *o, const struct program *program, const struct config *config)
{
	const char *kept = getenv("YIMEN_SOCKET_FD"), *given = getenv("LISTEN_FDS");
	char path[4096];
	long long fd;

	if (kept != NULL && text_number(kept, 0, 1023, &fd) && is_socket((int)fd))
		return (int)fd;
	if (given != NULL && strcmp(given, "1") == 0 && is_socket(3))
		return 3;
	if (o->socket_path == NULL && is_socket(STDIN_FILENO))
		return STDIN_FILENO;
	snprintf(path, sizeof(path), "%s/%s.sock", config->run_dir, program->name);
	return socket_make(o->socket_path != NULL ? o->socket_path : path, config->socket_backlog);
}

/* ---- children ---- */

static void
child_start(size_t i, const struct program *program, const struct config *config, const uint8_t *key, int socket)
{
	sigset_t none;

	clock_gettime(CLOCK_MONOTONIC, &born[i]);
	if ((children[i] = fork()) < 0) {
		log_error("fork", "why", strerror(errno), NULL);
		children[i] = 0;
		return;
	}
	if (children[i] != 0)
		return;
	signal(SIGCHLD, SIG_DFL);
	signal(SIGHUP, SIG_IGN);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	if (program->start != NULL)
		program->start(config);
	loop_run(program, config, key, socket);
	exit(0);
}

static long long
milliseconds_since(const struct timespec *then)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (now.tv_sec - then->tv_sec) * 1000LL + (now.tv_nsec - then->tv_nsec) / 1000000;
}

/* A child ended: says so when it was not its time, and how long its successor waits. */
static long long
child_ended(size_t i, int status, long long backoff_ms)
{
	char number[32];
	bool natural = WIFEXITED(status) && WEXITSTATUS(status) == 0;

	children[i] = 0;
	if (natural)
		return 0;
	snprintf(number, sizeof(number), "%d", WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
	log_warn("child_died", WIFSIGNALED(status) ? "signal" : "status", number, NULL);
	metrics_restart();
	if (milliseconds_since(&born[i]) > 1000)
		return 0;
	return backoff_ms == 0 ? 50 : backoff_ms * 2 > BACKOFF_MOST_MS ? BACKOFF_MOST_MS : backoff_ms * 2;
}

static void
children_signal(size_t n, int signal)
{
	for (size_t i = 0; i < n; i++)
		if (children[i] > 0)
			kill(children[i], signal);
}

/* After SIGTERM: waits for what is in hand, then insists. */
static void
children_drain(size_t n)
{
	struct timespec tick = { 0, 20000000 }, start;
	pid_t pid;

	children_signal(n, SIGTERM);
	clock_gettime(CLOCK_MONOTONIC, &start);
	while (milliseconds_since(&start) < DRAIN_SECONDS * 1000LL) {
		while ((pid = waitpid(-1, NULL, WNOHANG)) > 0)
			;
		if (pid < 0 && errno == ECHILD)
			return;
		nanosleep(&tick, NULL);
	}
	children_signal(n, SIGKILL);
}

static void
renew(char **argv, int socket, size_t n)
{
	char number[16];
	sigset_t none;

	log_info("renewing", NULL);
	snprintf(number, sizeof(number), "%d", socket);
	setenv("YIMEN_SOCKET_FD", number, 1);
	children_signal(n, SIGTERM);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	execvp(argv[0], argv);
	log_fatal("renew", "why", strerror(errno), NULL);
}

static void
watch(char **argv, const struct program *program, const struct config *config, const uint8_t *key, int socket,
    size_t n)
{
	struct timespec wait = { 0, 0 };
	long long backoff_ms = 0;
	sigset_t watched;

	sigemptyset(&watched);
	sigaddset(&watched, SIGCHLD);
	sigaddset(&watched, SIGTERM);
	sigaddset(&watched, SIGINT);
	sigaddset(&watched, SIGHUP);
	sigprocmask(SIG_BLOCK, &watched, NULL);
	while (!ending) {
		int status;
		pid_t pid;

		for (size_t i = 0; i < n; i++)
			if (children[i] == 0)
				child_start(i, program, config, key, socket);
		wait.tv_sec = 1;
		switch (sigtimedwait(&watched, NULL, &wait)) {
		case SIGTERM:
		case SIGINT:
			ending = 1;
			break;
		case SIGHUP:
			renew(argv, socket, n);
			break;
		}
		while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
			for (size_t i = 0; i < n; i++)
				if (children[i] == pid)
					backoff_ms = child_ended(i, status, backoff_ms);
		if (backoff_ms > 0) {
			struct timespec pause = { backoff_ms / 1000, backoff_ms % 1000 * 1000000 };
			nanosleep(&pause, NULL);
		}
	}
	children_drain(n);
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
	setrlimit(RLIMIT_CORE, &no_core);	/* a core would hold people's data */
	if (o.workers == 0)
		o.workers = config.workers;
	router_open(program->routes, program->route_count);
	page_open(program, &config);
	upload_open(&config);
	metrics_open();
	if (o.check)
		return 0;
	socket = socket_find(&o, program, &config);
	fcntl(socket, F_SETFD, 0);
	fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK);
	for (int signal_number = 1; signal_number < 32; signal_number++)
		if (signal_number == SIGTERM || signal_number == SIGINT || signal_number == SIGHUP ||
		    signal_number == SIGCHLD)
			signal(signal_number, on_signal);
	signal(SIGPIPE, SIG_IGN);
	snprintf(number, sizeof(number), "%lld", o.workers);
	log_info("started", "workers", number, NULL);
	watch(argv, program, &config, key, socket, (size_t)o.workers);
	log_info("ended", NULL);
	return 0;
}
