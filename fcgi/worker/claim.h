/*
 * claim.h - the code a window hands out, as it is stored.
 *
 * Forty bits are soon tried by who has the table, so what is stored is a MAC
 * under the machine's key, bound to the account.  Tries at the door are few and
 * counted on the code's own row (fcgi/signin/claim.c).
 */
#ifndef WORKER_CLAIM_H
#define WORKER_CLAIM_H

#include "base/random.h"
#include "fcgi/worker/request.h"

#include <stdint.h>

enum { CLAIM_TRIES_MOST = 5 };		/* of one code, then it is worn out */
#define CLAIM_LASTS (3 * 24 * HOUR)

/* code: as query_code_print prints it. */
void claim_mac(const struct request *, uint64_t account, const char *code, uint8_t mac[HASH_BYTES]);

/* Likewise a code handed to a colleague (fcgi/admin), for the door: five tries, a day. */
enum { STAFF_CODE_TRIES_MOST = 5 };
#define STAFF_CODE_LASTS (24 * HOUR)
void staff_code_mac(const struct request *, uint64_t account, const char *code, uint8_t mac[HASH_BYTES]);

#endif
