/*
 * send.h - giving one message to whoever carries it.
 *
 * Files for a trial, a mail server, an SMS gateway over HTTP.  A sender only
 * says what became of the one try; when to try again is post.c's.
 *
 * A message sent twice (the machine stopped between sending and noting it) has
 * the same id both times: a Message-ID, a file name, an Idempotency-Key.
 */
#ifndef CLOCK_SEND_H
#define CLOCK_SEND_H

#include "base/arena.h"
#include "base/config.h"
#include "base/text.h"
#include "rules/day.h"

#include <stdint.h>

struct message {
	uint64_t id;
	const char *recipient, *subject, *body;
	instant created_at;
};

enum sent {
	SENT,
	SENT_LATER,	/* not now: try this one again */
	SENT_DOWN,	/* nobody carries anything now: leave the others, too */
	SENT_REFUSED	/* it will never be taken */
};

/* Once in each process, before the first message. */
void send_open(void);

/* Is there a way for this channel ("email", "sms")?  Without one its messages wait. */
bool send_possible(const struct config *, const char *channel);

/* why: a sentence for the office when it was not SENT; it names no person. */
enum sent send_message(const struct config *, struct arena *, const char *channel, const struct message *,
    const char **why);

/* The e-mail as it goes over the wire (RFC 5322), lines ended by CR LF. */
void send_write_mail(const struct config *, const struct message *, struct text *to);

enum sent send_mail(const struct config *, struct arena *, const struct message *, const char **why);
enum sent send_sms(const struct config *, struct arena *, const struct message *, const char **why);

/* The first line of a secret's file, without its end; NULL when it cannot be read. */
const char *send_secret(struct arena *, const char *path);

#endif
