/* ticket.c - see ticket.h. */
#include "fcgi/public/ticket.h"

#include "base/random.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { UNTIL_DIGITS = 10 };	/* seconds since 1970 */

static const char *
ticket_until(struct request *rq, const char *purpose, const char *number, const char *until)
{
	const char *said = arena_format(rq->arena, "%s\n%s\n%s", purpose, number, until), *ticket;
	uint8_t key[KEY_BYTES], mac[HASH_BYTES];
	struct text hex;

	request_key(rq, "ticket", key);
	mac_of(mac, key, said, strlen(said));
	text_init(&hex);
	text_add_hex(&hex, mac, sizeof(mac));
	ticket = arena_format(rq->arena, "%s-%s", until, hex.start);
	text_free(&hex);
	return ticket;
}

const char *
ticket_make(struct request *rq, const char *purpose, const char *number)
{
	return ticket_until(rq, purpose, number, arena_format(rq->arena, "%0*lld", UNTIL_DIGITS,
	    (long long)(instant_add(rq->now, TICKET_LASTS) / SECOND)));
}

bool
ticket_holds(struct request *rq, const char *purpose, const char *number, const char *ticket)
{
	const char *until = arena_text_n(rq->arena, ticket, strnlen(ticket, UNTIL_DIGITS)), *right;

	if (strlen(until) != UNTIL_DIGITS || strspn(until, "0123456789") != UNTIL_DIGITS)
		return false;
	right = ticket_until(rq, purpose, number, until);
	if (strlen(right) != strlen(ticket) || !bytes_equal(right, ticket, strlen(right)))
		return false;
	return (long long)(rq->now / SECOND) <= strtoll(until, NULL, 10);
}
