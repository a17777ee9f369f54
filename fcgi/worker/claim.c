/* claim.c - see claim.h. */
#include "fcgi/worker/claim.h"

#include <string.h>

static void
code_mac(const struct request *rq, const char *purpose, uint64_t account, const char *code, uint8_t mac[HASH_BYTES])
{
	const char *what = arena_format(rq->arena, "%llu:%s", (unsigned long long)account, code);
	uint8_t key[KEY_BYTES];

	request_key(rq, purpose, key);
	mac_of(mac, key, what, strlen(what));
}

void
claim_mac(const struct request *rq, uint64_t account, const char *code, uint8_t mac[HASH_BYTES])
{
	code_mac(rq, "claim", account, code, mac);
}

void
staff_code_mac(const struct request *rq, uint64_t account, const char *code, uint8_t mac[HASH_BYTES])
{
	code_mac(rq, "staff code", account, code, mac);
}
