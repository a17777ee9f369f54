/*
 * sealed.c - see sealed.h.
 */
#include "base/sealed.h"

#include "base/log.h"
#include "base/random.h"
#include "base/text.h"
#include "rules/identity.h"

#include <dirent.h>
#include <limits.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum {
	NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
	TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES,
	VERSION_MOST = 9999,
	ABOUT_ROOM = 200,
	BASE64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING
};

_Static_assert(KEY_BYTES == crypto_aead_xchacha20poly1305_ietf_KEYBYTES, "a key has 32 bytes");

static const char *const words[SEALED_KIND_COUNT] = { SEALED_KINDS(NAMES_TEXT) };

struct version {
	unsigned number;
	uint8_t seal[KEY_BYTES];	/* both are derived from the file's key */
	uint8_t nonce[KEY_BYTES];
};

struct ring {
	struct version versions[SEALED_VERSIONS_MOST];
	size_t count;
	const struct version *newest;
	uint8_t index[KEY_BYTES];
};

static struct {
	char folder[PATH_MAX];
	struct ring ring;
	struct timespec changed;	/* the folder, when it was read */
	time_t looked_s;
} keys;

/* ---- the ring ---- */

void
sealed_use(const char *folder)
{
	memset(&keys, 0, sizeof(keys));
	snprintf(keys.folder, sizeof(keys.folder), "%s", folder);
}

static bool
is_key(const struct dirent *e, long long *number)
{
	char digits[8];
	size_t n = strspn(e->d_name, "0123456789");

	if (n == 0 || n >= sizeof(digits) || strcmp(e->d_name + n, ".key") != 0)
		return false;
	snprintf(digits, sizeof(digits), "%.*s", (int)n, e->d_name);
	return text_number(digits, 1, VERSION_MOST, number);
}

static bool
ring_load(struct ring *ring, long long number, char *why, size_t why_bytes)
{
	struct version *v = &ring->versions[ring->count];
	char path[PATH_MAX + 16];
	uint8_t key[KEY_BYTES];

	if (ring->count == SEALED_VERSIONS_MOST) {
		snprintf(why, why_bytes, "%s: more than %d keys", keys.folder, SEALED_VERSIONS_MOST);
		return false;
	}
	snprintf(path, sizeof(path), "%s/%lld.key", keys.folder, number);
	if (!key_load(key, path, why, why_bytes))
		return false;
	v->number = (unsigned)number;
	key_for(v->seal, key, "seal");
	key_for(v->nonce, key, "nonce");
	explicit_bzero(key, sizeof(key));
	ring->count++;
	return true;
}

static bool
versions_load(struct ring *ring, DIR *dir, char *why, size_t why_bytes)
{
	const struct dirent *e;
	long long number;

	while ((e = readdir(dir)) != NULL)
		if (is_key(e, &number) && !ring_load(ring, number, why, why_bytes))
			return false;
	if (ring->count == 0)
		snprintf(why, why_bytes, "%s: no key (1.key …) is there", keys.folder);
	return ring->count > 0;
}

static const struct version *
version_newest(const struct ring *ring)
{
	const struct version *newest = &ring->versions[0];

	for (size_t i = 1; i < ring->count; i++)
		if (ring->versions[i].number > newest->number)
			newest = &ring->versions[i];
	return newest;
}

static const struct version *
version_of(const struct ring *ring, unsigned number)
{
	for (size_t i = 0; i < ring->count; i++)
		if (ring->versions[i].number == number)
			return &ring->versions[i];
	return NULL;
}

bool
sealed_load(char *why, size_t why_bytes)
{
	char index[PATH_MAX + 16];
	struct ring ring = { .count = 0 };
	struct stat st;
	DIR *dir;
	bool fine;

	/* Looked at before it is read: what comes meanwhile is seen the next time. */
	if (stat(keys.folder, &st) != 0 || !(dir = opendir(keys.folder))) {
		snprintf(why, why_bytes, "%s: %m", keys.folder);
		return false;
	}
	snprintf(index, sizeof(index), "%s/index.key", keys.folder);
	fine = versions_load(&ring, dir, why, why_bytes) && key_load(ring.index, index, why, why_bytes);
	closedir(dir);
	if (fine) {
		keys.ring = ring;
		keys.ring.newest = version_newest(&keys.ring);
		keys.changed = st.st_mtim;
	}
	explicit_bzero(&ring, sizeof(ring));
	return fine;
}

static void
load_or_say(void)
{
	char why[PATH_MAX + 200];

	if (!sealed_load(why, sizeof(why)))
		log_error("sealed", "why", why, NULL);
}

/* The keys as they now are; false: there are none. */
static bool
ring_ready(void)
{
	struct timespec now;
	struct stat st;

	clock_gettime(CLOCK_MONOTONIC, &now);
	if (keys.ring.newest && now.tv_sec < keys.looked_s + SEALED_LOOK_S)
		return true;
	keys.looked_s = now.tv_sec;
	if (!keys.ring.newest || (stat(keys.folder, &st) == 0 && (st.st_mtim.tv_sec != keys.changed.tv_sec ||
	    st.st_mtim.tv_nsec != keys.changed.tv_nsec)))
		load_or_say();
	return keys.ring.newest != NULL;
}

unsigned
sealed_newest(void)
{
	return ring_ready() ? keys.ring.newest->number : 0;
}

/* A version not met before may have come this very moment. */
static const struct version *
version_find(unsigned number)
{
	const struct version *v = ring_ready() ? version_of(&keys.ring, number) : NULL;

	if (v)
		return v;
	load_or_say();
	return version_of(&keys.ring, number);
}

/* ---- sealing and opening ---- */

/* What the seal binds besides the text: the form, the version, the kind, and what it is about. */
static size_t
bound(char to[ABOUT_ROOM], enum sealed_kind kind, unsigned version, const char *about)
{
	int n = snprintf(to, ABOUT_ROOM, "yimen sealed 1 %u %s %s", version, words[kind], about);

	return n < ABOUT_ROOM ? (size_t)n : ABOUT_ROOM - 1;
}

static const char *
seal(struct arena *arena, const struct version *v, enum sealed_kind kind, const char *about, const uint8_t nonce[NONCE],
    const char *plain)
{
	size_t bytes = strlen(plain), whole = NONCE + bytes + TAG, room;
	uint8_t *raw = arena_get(arena, whole);
	char ad[ABOUT_ROOM], head[16], *to;
	size_t ad_bytes = bound(ad, kind, v->number, about);
	int n = snprintf(head, sizeof(head), "~%u~", v->number);

	memcpy(raw, nonce, NONCE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(raw + NONCE, NULL, (const uint8_t *)plain, bytes, (const uint8_t *)ad,
	    ad_bytes, NULL, nonce, v->seal);
	room = sodium_base64_encoded_len(whole, BASE64);
	to = arena_get(arena, (size_t)n + room);
	memcpy(to, head, (size_t)n);
	sodium_bin2base64(to + n, room, raw, whole, BASE64);
	return to;
}

bool
sealed_wanted(enum sealed_kind kind, const char *plain)
{
	if (kind == SEALED_LOGIN)
		return *plain != '\0' && !login_of_house(plain) && !identity_public(plain);
	return *plain != '\0' && !(kind == SEALED_NUMBER && identity_public(plain));
}

const char *
sealed_text(struct arena *arena, enum sealed_kind kind, const char *plain)
{
	uint8_t nonce[NONCE];

	if (!sealed_wanted(kind, plain))
		return plain;
	if (!ring_ready())
		return NULL;
	random_bytes(nonce, sizeof(nonce));
	return seal(arena, keys.ring.newest, kind, "", nonce, plain);
}

/* The digits between the tildes, and where the rest begins; 0: not sealed. */
static unsigned
version_read(const char *kept, const char **rest)
{
	char digits[8];
	size_t n;
	long long number;

	if (*kept != '~')
		return 0;
	n = strspn(kept + 1, "0123456789");
	if (n == 0 || n >= sizeof(digits) || kept[n + 1] != '~')
		return 0;
	snprintf(digits, sizeof(digits), "%.*s", (int)n, kept + 1);
	if (!text_number(digits, 1, VERSION_MOST, &number))
		return 0;
	*rest = kept + n + 2;
	return (unsigned)number;
}

unsigned
sealed_version(const char *kept)
{
	const char *rest;

	return version_read(kept, &rest);
}

static const char *
open_about(struct arena *arena, enum sealed_kind kind, const char *about, const char *kept, const char **why)
{
	const char *text;
	unsigned number = version_read(kept, &text);
	const struct version *v;
	size_t room, whole, bytes;
	char ad[ABOUT_ROOM];
	unsigned long long opened;
	uint8_t *raw, *plain;

	*why = NULL;
	if (number == 0)
		return kept;
	v = version_find(number);
	if (!v) {
		*why = "is sealed with a key that is not here";
		return NULL;
	}
	room = strlen(text);	/* more than its bytes */
	raw = arena_get(arena, room + 1);
	if (sodium_base642bin(raw, room, text, room, NULL, &whole, NULL, BASE64) != 0 || whole < NONCE + TAG) {
		*why = "is cut short or no sealed text";
		return NULL;
	}
	bytes = whole - NONCE - TAG;
	plain = arena_get(arena, bytes + 1);
	if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain, &opened, NULL, raw + NONCE, whole - NONCE, (const uint8_t *)ad,
	    bound(ad, kind, number, about), raw, v->seal) != 0) {
		*why = "was tampered with or sealed as something else";
		return NULL;
	}
	plain[opened] = '\0';
	return (const char *)plain;
}

const char *
sealed_open(struct arena *arena, enum sealed_kind kind, const char *kept, const char **why)
{
	return open_about(arena, kind, "", kept, why);
}

/* ---- answers ---- */

const char *
sealed_answer(struct arena *arena, uint64_t case_id, const char *name, bool personal, const char *plain)
{
	uint8_t sum[HASH_BYTES];
	const char *whole;

	if (*plain == '\0' || (!personal && !citizen_like(plain) && sealed_version(plain) == 0))
		return plain;
	if (!ring_ready())
		return NULL;
	whole = arena_format(arena, "%llu %s %s", (unsigned long long)case_id, name, plain);
	mac_of(sum, keys.ring.newest->nonce, whole, strlen(whole));
	return seal(arena, keys.ring.newest, SEALED_ANSWER, name, sum, plain);
}

const char *
sealed_answer_open(struct arena *arena, const char *name, const char *kept, const char **why)
{
	return open_about(arena, SEALED_ANSWER, name, kept, why);
}

/* ---- the blind index ---- */

bool
sealed_blind(uint8_t to[BLIND_BYTES], enum sealed_kind kind, const char *plain)
{
	struct text t;

	if (!ring_ready())
		return false;
	text_init(&t);
	text_format(&t, "%s ", words[kind]);
	for (; *plain != '\0'; plain++)
		if (*plain != ' ')
			text_add_char(&t, *plain >= 'a' && *plain <= 'z' ? (char)(*plain - 'a' + 'A') : *plain);
	crypto_generichash(to, BLIND_BYTES, (const uint8_t *)t.start, t.bytes, keys.ring.index, KEY_BYTES);
	text_free(&t);
	return true;
}

const char *
sealed_blind_text(struct arena *arena, enum sealed_kind kind, const char *plain)
{
	uint8_t blind[BLIND_BYTES];
	char hex[2 * BLIND_BYTES + 1];

	if (!sealed_blind(blind, kind, plain))
		return "";
	sodium_bin2hex(hex, sizeof(hex), blind, sizeof(blind));
	return arena_text(arena, hex);
}
