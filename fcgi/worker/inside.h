/*
 * inside.h - what the files of the worker share among themselves and show to nobody else.
 */
#ifndef WORKER_INSIDE_H
#define WORKER_INSIDE_H

#include "base/random.h"
#include "fcgi/worker/page.h"
#include "fcgi/worker/request.h"
#include "fcgi/worker/router.h"
#include "fcgi/worker/worker.h"

#include <signal.h>

struct input {
	const char *name;
	char *value;			/* valid UTF-8 */
	size_t bytes;
	struct input *next;
};

/* What came with the request, before anything is believed. */
struct incoming {
	const char *method;
	const char *content_type;
	const char *cookie;
	const char *language;		/* how pages look, by cookies as nginx reads them: its cache's key */
	const char *care;
	const char *size;
	const char *background;
	const char *host;
	const char *origin;
	const char *fetch_site;		/* Sec-Fetch-Site */
	long long content_bytes;	/* CONTENT_LENGTH, -1 when not a number */
	bool https;
};

enum { INPUTS_MOST = 400, UPLOADS_MOST = 30, INPUT_NAME_MOST = 64 };

/* For whom this session acts; delegation 0: each for himself. */
struct acting {
	uint64_t delegation, holder;
	enum who_kind kind;
	const char *holder_name;
	struct delegation law;
	bool all_items;
	const char *fallen;		/* NULL: it stands today; else a name of words.delegation_state */
};

struct request_inside {
	struct incoming in;
	struct found found;
	struct input *inputs, **inputs_end;
	size_t input_count;
	struct upload *uploads, **uploads_end;
	size_t upload_count;
	const char *session;		/* the cookie's token in hex, NULL without one */
	uint8_t session_hash[HASH_BYTES];
	bool half;			/* password given, second factor owed */
	instant seen_at;
	struct acting acting;
	unsigned calendar;		/* the version in force, once asked for */
	const char *path_encoded;	/* once asked for */
	const char *door;		/* token of a visitor without a session */
	const char *kiosk;		/* the cookie of a machine in a hall, NULL elsewhere; whose it is nobody has asked yet */
	bool care;
	const char *size;		/* reading tools: type size and background, "" by default */
	const char *ground;
	uint8_t body_hash[HASH_BYTES];
	struct text *cookies;		/* Set-Cookie lines to send */
	const struct program *program;
	const uint8_t *key;		/* the machine's */
	bool machine_failed;		/* beyond the database: disk full, file lost */
	long long retry_after;		/* seconds told with a 429; 0: the usual ones */
};

/* incoming.c */
struct FCGX_Request;
void incoming_read(struct request *, struct FCGX_Request *);
/* Splits and decodes the address; false when it is none of ours. */
bool path_read(struct request *, struct FCGX_Request *);
/* 0, or the status that refuses the body. */
int body_read(struct request *, struct FCGX_Request *);
void body_hash(struct request *);

/* form.c */
enum form_verdict { FORM_FINE, FORM_MISTAKEN, FORM_BAD };
/* Splits key=value pairs; false when broken (bad escapes, bad UTF-8, NUL, too many). */
bool inputs_read(struct request *, const char *encoded, size_t bytes);
/* Adds one input after checking its text; false as above. */
bool input_add(struct request *, const char *name, const char *value, size_t bytes);
/* Checks the declared form, writes values and errors to the page. */
enum form_verdict form_check_all(struct request *, struct page *);
/* Decodes %XX in place; plus: + is a space. Returns the bytes, or -1 when broken. */
long long percent_decode(char *, bool plus);

/* upload.c */
void upload_open(const struct config *);
void upload_sweep(const struct config *);	/* removes what killed workers left in tmp/ */
enum body_verdict { BODY_FINE, BODY_BROKEN, BODY_TOO_LARGE, BODY_TOO_MANY, BODY_FAILED };
typedef int body_reader(void *arg, char *to, int most);
enum body_verdict upload_read(struct request *, body_reader *, void *arg, const char **why);
void upload_clear(struct request *);	/* removes what was not kept */

/* upload_table.c */
bool table_calculates(const char *path);

/* page.c */
enum page_kind { PAGE_TEMPLATE, PAGE_GONE_TO, PAGE_BYTES, PAGE_STORED };
struct page_bytes {
	enum page_kind kind;
	const char *location;
	const char *content_type;
	const char *name;
	const char *bytes;
	size_t count;
};
void page_open(const struct program *, const struct config *);	/* parses everything; once */
struct page *page_new(struct request *);
void page_again(struct page *);			/* forgets all, for a transaction run again */
void page_answer(struct page *, struct page_bytes);
const struct page_bytes *page_result(const struct page *);
bool page_has_errors(const struct page *);
/* Renders into a buffer that lives until the next call. */
void page_render(struct page *, const char *template, struct text *to);
/* site.* for all pages of this process; true when it is new. */
bool page_site(const char *name, const char *value);
bool page_word_known(struct page *, const char *key);

/* session.c */
void session_cookies(struct request *);		/* reads the cookies */
bool session_load(struct request *);		/* false: the machine fails */
void session_seen(struct request *);
const char *session_token(struct request *);	/* the form token of this visitor, in hex */
bool session_token_right(struct request *);
bool session_origin_right(const struct request *);
void session_cookie(struct request *, const char *name, const char *value, long long seconds, bool secret);
void session_door(struct request *);
const char *session_cookie_name(const struct request *);
const char *session_cookie_value(struct request *, const char *name);	/* 64 hex digits, or NULL */

/* acting.c */
enum acting_verdict { ACTING_IN, ACTING_OUTSIDE, ACTING_ENDED };
void acting_load(struct request *);		/* after the session; he is himself still */
enum acting_verdict acting_enter(struct request *);	/* this route: becomes the holder where he may */
bool acting_still(struct request *);		/* asked within the transaction that writes: holds the right until its end */
void acting_into(struct request *, struct page *);

/* nonce.c */
enum nonce_verdict { NONCE_NEW, NONCE_SEEN, NONCE_OTHER, NONCE_BAD, NONCE_FAILED };
enum nonce_verdict nonce_take(struct request *, const char **location);
void nonce_answer(struct request *, const char *location);
const char *nonce_new(struct request *);

/* kept.c: anonymous pages kept in this worker */
bool page_for_all(const struct request *);	/* nothing of a person on it, as far as the request tells */
bool kept_find(struct request *, struct text *to);
void kept_add(struct request *, const char *bytes, size_t n);

/* kept.c: settings of the site, refreshed now and then */
void kept_settings(struct request *);

/* address.c */
const char *request_path_encoded(struct request *);	/* as it may stand in an address */

/* furnish.c */
void page_furnish(struct request *, struct page *);	/* page.*, who.*, token, nonce … */

/* send.c */
void send_page(struct request *, struct FCGX_Request *, int status, const char *html, size_t n);
void send_result(struct request *, struct FCGX_Request *, const struct page_bytes *);
void send_plain(struct request *, struct FCGX_Request *, int status, const char *type, const char *bytes, size_t n);

/* loop.c */
void confine(const struct program *, const struct config *);
void loop_run(const struct program *, const struct config *, const uint8_t *key, int socket);
extern volatile sig_atomic_t loop_ending;

/* alone.c */
void alone_open(void);
void alone_end(void);		/* the loop ends what a handler began */

/* metrics.c: counters shared by all children of a program */
void metrics_open(void);
void metrics_count(int status, long long microseconds);
void metrics_restart(void);
void metrics_print(struct text *, const char *program);

#endif
