/*
 * main.c - yimen-clock: the daemon of days.
 *
 *   yimen-clock [--config FILE] [--once] [--duty NAME] [--at 'YYYY-MM-DD HH:MM']
 *
 * Runs every duty of duties.c as often as it says, in a process for each hand;
 * one that dies is started again.  --once runs all duties, in order, until
 * nothing is due, and ends: 0 when all went well.  --duty runs one alone.  --at makes the clock
 * stand there, for tests.
 *
 * One clock a machine: a lock in run_dir.  Clocks of several machines do no
 * harm to each other, only needless work.  SIGTERM and SIGINT end it after the
 * act in hand.
 */
#include "config.h"
#include "clock/clock.h"
#include "clock/send.h"

#include "base/log.h"
#include "base/room.h"
#include "base/random.h"
#include "base/sealed.h"
#include "base/text.h"
#include "base/words.h"
#include "record/notice.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { TICK_MS = 100, BACKOFF_MOST_S = 30, DRAIN_S = 30, PASSES_MOST = 5 };

struct options {
	const char *config_path, *duty, *at;
	bool once;
};

static volatile sig_atomic_t ending;

bool
clock_ending(void)
{
	return ending;
}

static void
end_asked(int signal)
{
	(void)signal;
	ending = 1;
}

static void
usage(const char *name, int status)
{
	fprintf(status == 0 ? stdout : stderr,
	    "usage: %s [--config FILE] [--once] [--duty NAME] [--at 'YYYY-MM-DD HH:MM'] [--version]\n", name);
	exit(status);
}

static struct options
options_read(int argc, char **argv)
{
	static const struct option known[] = {
		{ "config", required_argument, NULL, 'c' }, { "once", no_argument, NULL, 'o' },
		{ "duty", required_argument, NULL, 'd' }, { "at", required_argument, NULL, 'a' },
		{ "help", no_argument, NULL, 'h' }, { "version", no_argument, NULL, 'v' }, { NULL, 0, NULL, 0 }
	};
	struct options o = { .config_path = getenv("YIMEN_CONFIG") };
	int option;

	if (o.config_path == NULL)
		o.config_path = YIMEN_CONFIG_PATH;
	while ((option = getopt_long(argc, argv, "", known, NULL)) != -1) {
		switch (option) {
		case 'c': o.config_path = optarg; break;
		case 'o': o.once = true; break;
		case 'd': o.duty = optarg; o.once = true; break;
		case 'a': o.at = optarg; break;
		case 'v': puts(PACKAGE_STRING); exit(0);
		default: usage(argv[0], option == 'h' ? 0 : 2);
		}
	}
	if (optind != argc)
		usage(argv[0], 2);
	return o;
}

/* "2026-05-08 09:00", with seconds or without. */
static void
stand_at(struct config *config, const char *at)
{
	char moment[64];

	snprintf(moment, sizeof(moment), "%s%s", at, strlen(at) == 16 ? ":00" : "");
	if (instant_parse(moment) == INSTANT_NONE)
		log_fatal("start", "at", at, "why", "must be YYYY-MM-DD HH:MM", NULL);
	free(config->fixed_now);
	config->fixed_now = memory_get(strlen(moment) + 1);
	strcpy(config->fixed_now, moment);
}

/* Held until the process ends; children hold it with their parent. */
static void
lock_take(const struct config *config)
{
	char path[4096];
	int fd;

	snprintf(path, sizeof(path), "%s/yimen-clock.lock", config->run_dir);
	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0640);
	if (fd < 0)
		log_fatal("lock", "path", path, "why", strerror(errno), NULL);
	if (flock(fd, LOCK_EX | LOCK_NB) != 0)
		log_fatal("lock", "path", path, "why", errno == EWOULDBLOCK ? "another clock runs" : strerror(errno), NULL);
}

static void
clock_open(struct clock *c, const struct config *config, const uint8_t key[KEY_BYTES])
{
	*c = (struct clock){ .config = config, .db = db_open(config, "clock"), .arena = arena_new(),
	    .act_arena = arena_new() };
	db_patient(c->db);	/* a sweep or a walk may take its time */
	key_for(c->record_key, key, RECORD_KEY);
}

static void
clock_close(struct clock *c)
{
	db_close(c->db);
	arena_free(c->arena);
	arena_free(c->act_arena);
}

/* ---- once ---- */

/* One act may be the cause of another (a case accepted by silence may be late at once), so all duties run again until
 * nothing is due. */
static int
run_once(const struct config *config, const uint8_t key[KEY_BYTES], const char *only)
{
	bool fine = true, found = false;
	long long count, done = 1;
	struct clock c;

	clock_open(&c, config, key);
	for (int pass = 0; pass < PASSES_MOST && done > 0 && !ending; pass++) {
		done = 0;
		for (size_t i = 0; i < duty_count && !ending; i++) {
			if (only != NULL && !text_is(only, duties[i].name))
				continue;
			found = true;
			count = duty_run(&c, &duties[i]);
			fine = fine && count >= 0;
			done += count > 0 ? count : 0;
		}
	}
	clock_close(&c);
	if (!found)
		log_fatal("start", "no_such_duty", only, NULL);
	return fine ? 0 : 1;
}

/* ---- a hand ---- */

static long long
now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static void
nap(long long ms)
{
	struct timespec t = { ms / 1000, ms % 1000 * 1000000 };

	nanosleep(&t, NULL);
}

/* On a full disk nothing is done but what takes away files that nobody needs. */
static bool
may_run(const struct config *config, const struct duty *duty)
{
	return text_is(duty->name, "files") || room_left(config);
}

/* A duty that failed is tried again at its time, and not before five seconds are over. */
static void
hand_run(const struct config *config, const uint8_t key[KEY_BYTES], enum hand hand)
{
	long long due_ms[64] = { 0 };
	struct clock c;

	clock_open(&c, config, key);
	while (!ending) {
		for (size_t i = 0; i < duty_count && !ending; i++) {
			if (duties[i].hand != hand || now_ms() < due_ms[i])
				continue;
			if (may_run(config, &duties[i]) && duty_run(&c, &duties[i]) >= 0)
				due_ms[i] = now_ms() + duties[i].every_s * 1000LL;
			else
				due_ms[i] = now_ms() + 5000;
		}
		nap(TICK_MS);
	}
	clock_close(&c);
	exit(0);
}

static struct {
	pid_t pid;
	long long due_ms;		/* when a missing one is started */
	int backoff_s;
} hands[HAND_COUNT];

static void
hand_start(const struct config *config, const uint8_t key[KEY_BYTES], enum hand hand)
{
	pid_t parent = getpid();

	hands[hand].pid = fork();
	if (hands[hand].pid < 0) {
		log_error("fork", "why", strerror(errno), NULL);
		hands[hand].pid = 0;
		hands[hand].due_ms = now_ms() + 1000;
	} else if (hands[hand].pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGTERM);
		if (getppid() != parent)
			_exit(0);
		hand_run(config, key, hand);
	}
}

static void
hands_reap(void)
{
	char number[16];
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
		for (int i = 0; i < HAND_COUNT; i++) {
			if (hands[i].pid != pid)
				continue;
			hands[i].pid = 0;
			hands[i].backoff_s = hands[i].backoff_s == 0 ? 1 : hands[i].backoff_s * 2;
			if (hands[i].backoff_s > BACKOFF_MOST_S)
				hands[i].backoff_s = BACKOFF_MOST_S;
			hands[i].due_ms = now_ms() + hands[i].backoff_s * 1000LL;
			snprintf(number, sizeof(number), "%d", WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
			if (!ending)
				log_warn("hand_died", WIFSIGNALED(status) ? "signal" : "status", number, NULL);
		}
}

/* The hands finish the act they have in hand; then they are ended. */
static void
hands_drain(void)
{
	long long until = now_ms() + DRAIN_S * 1000LL;
	bool any = true;

	for (int i = 0; i < HAND_COUNT; i++)
		if (hands[i].pid > 0)
			kill(hands[i].pid, SIGTERM);
	while (any && now_ms() < until) {
		hands_reap();
		any = false;
		for (int i = 0; i < HAND_COUNT; i++)
			any = any || hands[i].pid > 0;
		if (any)
			nap(20);
	}
	for (int i = 0; i < HAND_COUNT; i++)
		if (hands[i].pid > 0)
			kill(hands[i].pid, SIGKILL);
}

static int
run_on(const struct config *config, const uint8_t key[KEY_BYTES])
{
	log_info("started", NULL);
	while (!ending) {
		for (int i = 0; i < HAND_COUNT; i++)
			if (hands[i].pid == 0 && now_ms() >= hands[i].due_ms)
				hand_start(config, key, (enum hand)i);
		nap(TICK_MS);
		hands_reap();
	}
	hands_drain();
	log_info("ended", NULL);
	return 0;
}

int
main(int argc, char **argv)
{
	struct options o = options_read(argc, argv);
	struct sigaction act = { .sa_handler = end_asked };
	struct config config;
	uint8_t key[KEY_BYTES];
	char why[500];

	log_open("yimen-clock");
	random_open();
	if (!config_load(&config, o.config_path, why, sizeof(why)) || !key_load(key, config.key_file, why, sizeof(why)) ||
	    !words_open(config.template_dir, NOTICE_WORDS, why, sizeof(why)))
		log_fatal("start", "why", why, NULL);
	sealed_use(config.seal_dir);
	if (!sealed_load(why, sizeof(why)))
		log_fatal("sealed", "why", why, NULL);
	if (o.at != NULL)
		stand_at(&config, o.at);
	send_open();
	sigaction(SIGTERM, &act, NULL);
	sigaction(SIGINT, &act, NULL);
	signal(SIGPIPE, SIG_IGN);
	lock_take(&config);
	return o.once ? run_once(&config, key, o.duty) : run_on(&config, key);
}
