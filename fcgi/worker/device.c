/*
 * device.c - a browser in which somebody came in before.
 *
 * Who knows a login can lock it by wrong passwords.  Its owner must not be shut
 * out by that: a browser that was let in once carries a cookie that says so,
 * and wrong passwords in it are counted by themselves.  The cookie opens
 * nothing; it is 4 bytes of the day, 12 of chance, 16 of a MAC over both and
 * the account, so it tells nobody whose browser this is.
 */
#include "fcgi/worker/inside.h"

#include "base/text.h"

#include <string.h>

enum { DAY_BYTES = 4, NAME_BYTES = 16, SUM_BYTES = 16, DEVICE_BYTES = NAME_BYTES + SUM_BYTES, DEVICE_DAYS = 180 };

static const char *
device_cookie(const struct request *rq)
{
	return rq->config->cookie_secure ? "__Host-yimen-device" : "yimen-device";
}

static void
device_sum(struct request *rq, uint64_t account, const uint8_t name[NAME_BYTES], uint8_t sum[HASH_BYTES])
{
	uint8_t key[KEY_BYTES], what[NAME_BYTES + sizeof(account)];

	memcpy(what, name, NAME_BYTES);
	for (size_t i = 0; i < sizeof(account); i++)
		what[NAME_BYTES + i] = (uint8_t)(account >> (8 * i));
	key_for(key, rq->inside->key, "device");
	mac_of(sum, key, what, sizeof(what));
}

static const char *
hex_of(struct request *rq, const uint8_t *bytes, size_t n)
{
	struct text hex;
	const char *made;

	text_init(&hex);
	text_add_hex(&hex, bytes, n);
	made = arena_text(rq->arena, hex.start);
	text_free(&hex);
	return made;
}

const char *
request_device(struct request *rq, uint64_t account)
{
	const char *cookie = session_cookie_value(rq, device_cookie(rq));
	uint8_t device[DEVICE_BYTES], sum[HASH_BYTES];
	int32_t day;

	if (cookie == NULL || !text_from_hex(cookie, device, sizeof(device)))
		return NULL;
	device_sum(rq, account, device, sum);
	day = (int32_t)((uint32_t)device[0] << 24 | (uint32_t)device[1] << 16 | (uint32_t)device[2] << 8 | device[3]);
	if (!bytes_equal(device + NAME_BYTES, sum, SUM_BYTES) || rq->today.number < day || rq->today.number > day + DEVICE_DAYS)
		return NULL;
	return hex_of(rq, device, NAME_BYTES);
}

/* Not in a hall, where the next one stands at the same machine. */
void
request_set_device(struct request *rq, uint64_t account)
{
	uint8_t device[DEVICE_BYTES], sum[HASH_BYTES];
	uint32_t day = (uint32_t)rq->today.number;

	if (rq->inside->kiosk != NULL)
		return;
	random_bytes(device, NAME_BYTES);
	for (size_t i = 0; i < DAY_BYTES; i++)
		device[i] = (uint8_t)(day >> (8 * (DAY_BYTES - 1 - i)));
	device_sum(rq, account, device, sum);
	memcpy(device + NAME_BYTES, sum, SUM_BYTES);
	session_cookie(rq, device_cookie(rq), hex_of(rq, device, DEVICE_BYTES), DEVICE_DAYS * 24LL * 3600, true);
}
