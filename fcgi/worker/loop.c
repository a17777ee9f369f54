/*
 * loop.c - the life of one request, from left to right, never back.
 *
 * request → route → form → handler → page → template + words → reply
 *
 * Every way out is one complete answer.  The order of the checks is the order
 * of the functions below serve().
 */
#include "base/clock.h"
#include "base/log.h"
#include "base/room.h"
#include "base/text.h"
#include "fcgi/worker/inside.h"

#include <errno.h>
#include <fcgiapp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { TRIES_MOST = 5, REQUEST_SECONDS_MOST = 30 };

/* A try may wait for the database as long as it may wait itself; after so much no further one is begun. */
#define PATIENCE (2 * SECOND)

volatile sig_atomic_t loop_ending;

static const struct program *program;
static const struct config *config;
static const uint8_t *machine_key;
static struct arena *arena;
static struct db *db;
static struct text html;		/* the rendered page */
static struct text cookies;

/* One request as the loop holds it. */
struct serving {
	struct request rq;
	struct request_inside inside;
	struct FCGX_Request *fcgx;
	struct page *page;
	int status;
	struct timespec began;
	size_t cookies_before;		/* bytes of cookies that are not the handler's */
	bool unknown;			/* a commit was sent and not answered */
};

/* ---- time ---- */

static long long
microseconds_since(const struct timespec *start)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (now.tv_sec - start->tv_sec) * 1000000LL + (now.tv_nsec - start->tv_nsec) / 1000;
}

/* ---- answers ---- */

static void
show(struct serving *s, int status, const char *template)
{
	s->status = status;
	page_render(s->page, template, &html);
	send_page(&s->rq, s->fcgx, status, html.start, html.bytes);
}

/* A page of the loop's own; the request may not have come far enough to have one. */
static void
show_error(struct serving *s, int status, const char *template)
{
	if (s->page == NULL)
		s->page = page_new(&s->rq);
	else
		page_again(s->page);
	page_furnish(&s->rq, s->page);
	page_textf(s->page, "page.status", "%d", status);
	show(s, status, template);
}

/* What a try set that came to nothing. */
static void
cookies_cut(struct serving *s)
{
	cookies.bytes = s->cookies_before;
	cookies.start[cookies.bytes] = '\0';
}

static void
show_failure(struct serving *s)
{
	log_error("failure", "why", db_failed(db) != DB_FINE ? db_reason(db) : "machine", "path", s->rq.path, NULL);
	db_rollback(db);
	cookies_cut(s);
	s->rq.who = WHO_NOT_KNOWN;
	show_error(s, 503, "public/unavailable.cs");
}

/* ---- judging ---- */

static const char *
template_of(int status)
{
	switch (status) {
	case 403:
		return "public/forbidden.cs";
	case 404:
		return "public/not_found.cs";
	case 409:
		return "public/refused.cs";
	case 413:
		return "public/too_large.cs";
	case 429:
		return "public/too_many.cs";
	case 503:
		return "public/unavailable.cs";
	default:
		return "public/bad_request.cs";
	}
}

static void
refuse(struct serving *s, int status)
{
	show_error(s, status, template_of(status));
}

/* A list, a file or an address has no page of its own to show again, and a quota none that helps: a page with the rule's
 * sentence. */
static void
refuse_bytes(struct serving *s, int status)
{
	const char *reason = page_get(s->page, "refusal");

	page_again(s->page);
	page_furnish(&s->rq, s->page);
	page_textf(s->page, "page.status", "%d", status);
	page_text(s->page, "refusal", reason);
	show(s, status, template_of(status));
}

/* To the door, and back here afterwards. */
static void
send_to_door(struct serving *s)
{
	const char *half = s->inside.half ? "/second" : "";	/* the password was given already */

	s->status = 303;
	page_go(s->page, "/sign-in", "", half, "", "?next=", s->rq.path, NULL);
	send_result(&s->rq, s->fcgx, page_result(s->page));
}

/* Who acts for another comes in by the rights he was given; otherwise the answer has been sent. */
static bool
acts_rightly(struct serving *s)
{
	enum acting_verdict verdict = acting_enter(&s->rq);

	if (verdict == ACTING_IN)
		return true;
	log_info("not_delegated", "path", s->rq.path, "why", verdict == ACTING_ENDED ? s->inside.acting.fallen : "outside",
	    NULL);
	show_error(s, 403, "public/not_delegated.cs");
	return false;
}

/* True when the visitor may come in; otherwise the answer has been sent. */
static bool
admitted(struct serving *s)
{
	const struct route *route = s->rq.route;
	bool half = s->inside.half && s->rq.who.account != 0;

	if (half && (route->flags & ROUTE_HALF) != 0)
		return true;
	if (half)
		s->rq.who = WHO_NOT_KNOWN;
	if (route->who == ANYONE || (route->who & s->rq.who.roles) != 0)
		return acts_rightly(s);
	if (s->rq.who.account != 0) {
		refuse(s, 403);
		return false;
	}
	if (route->method == POST) {
		show_error(s, 403, "public/signed_out.cs");	/* a session often ends while a form is filled in */
		return false;
	}
	s->page = page_new(&s->rq);
	send_to_door(s);
	return false;
}

/* ---- the handler within its transaction ---- */

enum outcome { OUTCOME_REPLY, OUTCOME_AGAIN, OUTCOME_FAILED, OUTCOME_SEEN, OUTCOME_OTHER, OUTCOME_BAD };

static bool
reply_commits(enum reply reply)
{
	return reply == REPLY_PAGE || reply == REPLY_GO || reply == REPLY_BYTES || reply == REPLY_FILE;
}

static bool
writes(const struct route *route)
{
	return route->method == POST && (route->flags & ROUTE_UNWRITTEN) == 0;
}

static bool
failed(struct serving *s)
{
	return db_failed(db) != DB_FINE || s->inside.machine_failed;
}

static bool
transaction_wanted(const struct route *route)
{
	return route->handler != NULL && (route->flags & (ROUTE_SINGLE | ROUTE_LOOSE)) == 0;
}

/* One try: the nonce, the handler, the commit. */
static enum outcome
attempt(struct serving *s, enum reply *reply, const char **location)
{
	const struct route *route = s->rq.route;
	bool transaction = transaction_wanted(route);

	if (transaction && !db_begin(db, route->method == GET))
		return OUTCOME_FAILED;
	if (!s->unknown)
		cookies_cut(s);
	if (writes(route) && transaction) {
		switch (nonce_take(&s->rq, location)) {
		case NONCE_NEW:
			cookies_cut(s);
			break;
		case NONCE_SEEN:
			return OUTCOME_SEEN;
		case NONCE_OTHER:
			return OUTCOME_OTHER;
		case NONCE_BAD:
			return OUTCOME_BAD;
		default:
			return OUTCOME_FAILED;
		}
	}
	if (transaction && writes(route) && !acting_still(&s->rq))
		*reply = REPLY_FORBIDDEN;
	else
		*reply = route->handler == NULL ? REPLY_PAGE : route->handler(&s->rq, s->page);
	if (failed(s))
		return OUTCOME_FAILED;
	if (!transaction)
		return OUTCOME_REPLY;
	if (!reply_commits(*reply)) {
		db_rollback(db);
		return OUTCOME_REPLY;
	}
	if (writes(route))
		nonce_answer(&s->rq, *reply == REPLY_GO ? page_result(s->page)->location : "");
	if (failed(s) || !db_commit(db))
		return OUTCOME_FAILED;
	return OUTCOME_REPLY;
}

static void
page_prepare(struct serving *s)
{
	if (s->page == NULL)
		s->page = page_new(&s->rq);
	else
		page_again(s->page);
	page_furnish(&s->rq, s->page);
}

/*
 * A deadlock, and a connection lost before anything was committed, are tried
 * again from the start while the visitor has the time.  So is a commit that
 * was sent and not answered: the next try's nonce finds either its answer or
 * nothing, and then it never happened.  Writes without a transaction are begun
 * again only when their first statement failed.
 */
static bool
worth_another(struct serving *s, enum db_failure failure, int tries)
{
	const struct route *route = s->rq.route;

	if (s->inside.machine_failed || microseconds_since(&s->began) > PATIENCE)
		return false;
	if (writes(route) && !transaction_wanted(route) && db_statements(db) > 1)
		return false;
	switch (failure) {
	case DB_RETRY:
		return tries < TRIES_MOST;
	case DB_UNKNOWN:
		return writes(route);
	case DB_GONE:
		return tries == 1 || s->unknown;
	default:
		return false;
	}
}

/* Those who ran into each other part by chance; a server that ended needs a moment to be back. */
static void
pause_before(enum db_failure failure, int tries)
{
	uint32_t most = failure == DB_RETRY ? 8u << tries : 200;
	struct timespec pause = { 0, (long)(1 + random_below(most)) * 1000000 };

	nanosleep(&pause, NULL);
}

static enum outcome
perform(struct serving *s, enum reply *reply, const char **location)
{
	s->cookies_before = cookies.bytes;
	for (int tries = 1; ; tries++) {
		db_ready(db);
		enum outcome outcome = attempt(s, reply, location);
		enum db_failure failure = db_failed(db);

		if (outcome != OUTCOME_FAILED)
			return outcome;
		db_rollback(db);
		s->unknown = s->unknown || (failure == DB_UNKNOWN && writes(s->rq.route));
		if (!worth_another(s, failure, tries))
			return outcome;
		if (failure == DB_RETRY || s->unknown)
			pause_before(failure, tries);
		page_prepare(s);
		form_check_all(&s->rq, s->page);
	}
}

/* The page of a GET once more, for a post that was sent back: same address, same data, plus what went wrong. */
static void
show_again(struct serving *s, int status)
{
	const struct route *route = s->rq.route;
	enum reply reply = REPLY_PAGE;

	if (route->template == NULL && route->again == NULL) {
		refuse_bytes(s, status);
		return;
	}
	if (transaction_wanted(route) && !db_begin(db, true)) {
		show_failure(s);
		return;
	}
	if (route->again != NULL)
		reply = route->again(&s->rq, s->page);
	else if (route->method == GET && route->handler != NULL)
		reply = route->handler(&s->rq, s->page);	/* a mistyped address still shows what it can */
	db_rollback(db);
	if (failed(s))
		show_failure(s);
	else if (reply == REPLY_NOT_FOUND)
		refuse(s, 404);
	else if (route->template != NULL)
		show(s, status, route->template);
	else
		refuse(s, status);
}

static void
answer_reply(struct serving *s, enum reply reply)
{
	switch (reply) {
	case REPLY_PAGE:
		show(s, 200, s->rq.route->template);
		break;
	case REPLY_GO:
	case REPLY_BYTES:
	case REPLY_FILE:
		s->status = reply == REPLY_GO ? 303 : 200;
		send_result(&s->rq, s->fcgx, page_result(s->page));
		break;
	case REPLY_INVALID:
		show_again(s, 422);
		break;
	case REPLY_CONFLICT:
		page_text(s->page, "conflict", "1");
		show_again(s, 409);
		break;
	case REPLY_REFUSED:
		log_info("refused", "path", s->rq.path, "reason", page_get(s->page, "refusal"), NULL);
		show_again(s, 409);
		break;
	case REPLY_FORBIDDEN:
		refuse(s, 403);
		break;
	case REPLY_NOT_FOUND:
		refuse(s, 404);
		break;
	case REPLY_TOO_MANY:
		log_info("too_many", "path", s->rq.path, "reason", page_get(s->page, "refusal"), NULL);
		refuse_bytes(s, 429);
		break;
	}
}

static void
run(struct serving *s)
{
	enum reply reply = REPLY_PAGE;
	const char *location = "";
	enum outcome outcome = perform(s, &reply, &location);

	alone_end();
	switch (outcome) {
	case OUTCOME_REPLY:
		answer_reply(s, reply);
		if ((s->rq.route->flags & ROUTE_KEPT) != 0 && s->status == 200 && reply == REPLY_PAGE &&
		    page_for_all(&s->rq))
			kept_add(&s->rq, html.start, html.bytes);
		break;
	case OUTCOME_SEEN:
		db_rollback(db);
		s->status = 303;
		page_go(s->page, *location == '\0' ? request_path_encoded(&s->rq) : location, NULL);
		send_result(&s->rq, s->fcgx, page_result(s->page));
		break;
	case OUTCOME_OTHER:
		db_rollback(db);
		page_refuse(s->page, "nonce_reused");
		show_again(s, 409);
		break;
	case OUTCOME_BAD:
		db_rollback(db);
		refuse(s, 400);
		break;
	default:
		show_failure(s);
	}
}

/* ---- one request ---- */

static bool
kept_sent(struct serving *s)
{
	if ((s->rq.route->flags & ROUTE_KEPT) == 0 || s->inside.session != NULL || s->inside.kiosk != NULL)
		return false;
	text_clear(&html);
	if (!kept_find(&s->rq, &html))
		return false;
	s->status = 200;
	send_page(&s->rq, s->fcgx, 200, html.start, html.bytes);
	return true;
}

/* A post must come from a page of ours, seen by this very visitor. */
static bool
post_trusted(struct serving *s)
{
	if (s->rq.route->method != POST || (s->rq.route->flags & ROUTE_OPEN) != 0)
		return true;
	if (session_origin_right(&s->rq) && session_token_right(&s->rq))
		return true;
	log_info("token_refused", "path", s->rq.path, NULL);
	show_error(s, 403, "public/stale.cs");
	return false;
}

static bool
form_right(struct serving *s)
{
	switch (form_check_all(&s->rq, s->page)) {
	case FORM_FINE:
		return true;
	case FORM_BAD:
		refuse(s, 400);
		return false;
	default:
		show_again(s, 422);
		return false;
	}
}

static bool
health(struct serving *s)
{
	struct text to;
	bool ready;

	if (strcmp(s->rq.path, "/healthz") == 0) {
		s->status = 200;
		send_plain(&s->rq, s->fcgx, 200, "text/plain", "ok\n", 3);
	} else if (strcmp(s->rq.path, "/readyz") == 0) {
		ready = db_alive(db);
		s->status = ready ? 200 : 503;
		send_plain(&s->rq, s->fcgx, s->status, "text/plain", ready ? "ready\n" : "no database\n", ready ? 6 : 12);
	} else if (strcmp(s->rq.path, "/metrics") == 0) {
		text_init(&to);
		metrics_print(&to, program->name);
		s->status = 200;
		send_plain(&s->rq, s->fcgx, 200, "text/plain; version=0.0.4", to.start, to.bytes);
		text_free(&to);
	} else
		return false;
	return true;
}

static bool
method_read(struct serving *s, enum method *method)
{
	if (text_is(s->inside.in.method, "GET") || text_is(s->inside.in.method, "HEAD"))
		*method = GET;
	else if (text_is(s->inside.in.method, "POST"))
		*method = POST;
	else
		return false;
	return true;
}

/* Finds the route; false when the answer has been sent. */
static bool
routed(struct serving *s)
{
	enum method method = GET;
	bool known = method_read(s, &method);

	if (!path_read(&s->rq, s->fcgx)) {
		refuse(s, 400);
		return false;
	}
	if (health(s))
		return false;
	s->inside.found = router_find(arena, method, s->rq.path);
	if (!known || s->inside.found.route == NULL) {
		refuse(s, s->inside.found.path_known || !known ? 405 : 404);
		return false;
	}
	s->rq.route = s->inside.found.route;
	return true;
}

static void
serve(struct serving *s)
{
	int status;

	session_cookies(&s->rq);
	if (!routed(s))
		return;
	kept_settings(&s->rq);
	if (kept_sent(s))
		return;
	if (failed(s) || !session_load(&s->rq)) {
		show_failure(s);
		return;
	}
	if (!admitted(s))
		return;
	if (s->rq.route->method == POST && !room_left(config)) {
		show_failure(s);
		return;
	}
	session_seen(&s->rq);
	if ((status = body_read(&s->rq, s->fcgx)) != 0) {
		refuse(s, status);
		return;
	}
	if ((s->rq.route->flags & ROUTE_DOOR) != 0)
		session_door(&s->rq);
	page_prepare(s);
	if (!post_trusted(s) || !form_right(s))
		return;
	if (writes(s->rq.route))
		body_hash(&s->rq);
	run(s);
}

static char hung_id[13];
static struct request *hung;		/* the one in hand, NULL between requests */
static struct timespec busy_since;	/* zero between requests */

/*
 * The watch goes off when no request has begun for as long as one may take; set
 * at most once a second, it costs a busy child nothing.
 */
static void
watch_set(void)
{
	static time_t set_at;

	clock_gettime(CLOCK_MONOTONIC, &busy_since);
	if (busy_since.tv_sec == set_at)
		return;
	set_at = busy_since.tv_sec;
	alarm(REQUEST_SECONDS_MOST);
}

/* A request that hangs, be it in reading, in a handler or in sending, ends this child and not the service. */
static void
on_hang(int signal)
{
	static const char said[] = "level=error event=request_hung request=";
	struct timespec now;
	ssize_t wrote;

	(void)signal;
	clock_gettime(CLOCK_MONOTONIC, &now);
	if (busy_since.tv_sec == 0)
		return;
	if (now.tv_sec - busy_since.tv_sec < REQUEST_SECONDS_MOST) {
		alarm((unsigned)(REQUEST_SECONDS_MOST - (now.tv_sec - busy_since.tv_sec)));
		return;
	}
	wrote = write(STDERR_FILENO, said, sizeof(said) - 1);
	wrote += write(STDERR_FILENO, hung_id, strlen(hung_id));
	wrote += write(STDERR_FILENO, "\n", 1);
	if (hung != NULL)
		upload_clear(hung);
	_exit(wrote > 0);
}

/* A name for the log and for error pages: chance, but no secret, so it is drawn for many at once. */
static void
request_name(char id[13])
{
	static uint8_t chance[6 * 64];
	static size_t left;

	if (left == 0)
		random_bytes(chance, left = sizeof(chance));
	for (size_t i = 0; i < 12; i += 2) {
		left--;
		id[i] = "0123456789abcdef"[chance[left] >> 4];
		id[i + 1] = "0123456789abcdef"[chance[left] & 15];
	}
	id[12] = '\0';
}

static void
serve_one(struct FCGX_Request *fcgx)
{
	struct serving s = { .fcgx = fcgx };
	char *id = hung_id, number[NUMBER_TEXT], us[NUMBER_TEXT], statements[NUMBER_TEXT];

	clock_gettime(CLOCK_MONOTONIC, &s.began);
	text_clear(&cookies);
	request_name(id);
	s.rq = (struct request){ .arena = arena, .db = db, .config = config, .id = id, .inside = &s.inside,
	    .path = "/", .query = "", .who = WHO_NOT_KNOWN };
	s.rq.now = clock_now(config);
	s.rq.today = day_of_instant(s.rq.now);
	s.inside = (struct request_inside){ .program = program, .key = machine_key, .cookies = &cookies,
	    .size = "", .ground = "" };
	s.inside.inputs_end = &s.inside.inputs;
	s.inside.uploads_end = &s.inside.uploads;
	hung = &s.rq;
	log_request(id);
	db_rollback(db);			/* nothing of the last request remains, its failure least of all */
	db_ready(db);
	incoming_read(&s.rq, fcgx);
	serve(&s);
	upload_clear(&s.rq);
	hung = NULL;
	log_info("request", "method", s.inside.in.method, "route", s.rq.route == NULL ? "-" : s.rq.route->path,
	    "status", number_print(s.status, number), "us", number_print(microseconds_since(&s.began), us),
	    "statements", number_print(db_statements(db), statements), NULL);
	metrics_count(s.status, microseconds_since(&s.began));
	log_request(NULL);
	arena_reset(arena);
}

/*
 * libfcgi says that it has done and waits until nginx has closed, lest what nginx still sends meets a closed door and
 * the answer is lost with it.  Where all that nginx sends has been read there is nothing to wait for.
 */
static void
let_go(struct FCGX_Request *fcgx)
{
	char next;

	if (FCGX_GetChar(fcgx->in) == EOF && recv(fcgx->ipcFd, &next, 1, MSG_PEEK | MSG_DONTWAIT) < 0)
		FCGX_Detach(fcgx);
	FCGX_Free(fcgx, 1);
}

static void
on_end(int signal)
{
	(void)signal;
	loop_ending = 1;
	FCGX_ShutdownPending();
}

/* A request wakes one child, not all that wait (poll would: eight for each request). */
static int
waiting_open(int socket)
{
	struct epoll_event event = { .events = EPOLLIN | EPOLLEXCLUSIVE };
	int waiting = epoll_create1(EPOLL_CLOEXEC);

	if (waiting < 0 || epoll_ctl(waiting, EPOLL_CTL_ADD, socket, &event) != 0)
		log_fatal("loop", "cannot_wait", strerror(errno), NULL);
	return waiting;
}

void
loop_run(const struct program *served, const struct config *settings, const uint8_t *key, int socket)
{
	struct sigaction end = { .sa_handler = on_end }, hang = { .sa_handler = on_hang };
	int waiting = waiting_open(socket);
	struct epoll_event event;
	struct FCGX_Request fcgx;
	sigset_t blocked, open;
	long long served_count = 0, most;

	program = served;
	config = settings;
	machine_key = key;
	arena = arena_new();
	db = db_open(config, program->account);
	text_init(&html);
	text_init(&cookies);
	text_add(&cookies, "");
	sigaction(SIGTERM, &end, NULL);
	sigaction(SIGINT, &end, NULL);
	sigaction(SIGALRM, &hang, NULL);
	signal(SIGHUP, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&open);			/* while waiting, and only then, the end may come */
	sigemptyset(&blocked);
	sigaddset(&blocked, SIGTERM);
	sigaddset(&blocked, SIGINT);
	sigprocmask(SIG_SETMASK, &blocked, NULL);
	FCGX_Init();
	FCGX_InitRequest(&fcgx, socket, FCGI_FAIL_ACCEPT_ON_INTR);
	/* Not all children retire at the same moment. */
	most = config->worker_requests + random_below((uint32_t)config->worker_requests / 4 + 1);
	while (!loop_ending && served_count < most) {
		int ready = epoll_pwait(waiting, &event, 1, -1, &open);

		if (ready < 0 && errno != EINTR)
			break;
		if (loop_ending || ready <= 0)
			continue;
		*hung_id = '\0';
		watch_set();
		if (FCGX_Accept_r(&fcgx) == 0) {	/* else another child was faster */
			serve_one(&fcgx);
			let_go(&fcgx);
			served_count++;
		}
		busy_since.tv_sec = 0;
	}
	db_close(db);
}
