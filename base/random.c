/*
 * random.c - randomness, hashes and keyed sums, by libsodium.
 */
#include "base/random.h"

#include "base/log.h"
#include "base/text.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

_Static_assert(HASH_BYTES == crypto_hash_sha256_BYTES, "SHA-256 has 32 bytes");
_Static_assert(HASH_BYTES == crypto_generichash_BYTES, "BLAKE2b-256 has 32 bytes");

void
random_open(void)
{
	if (sodium_init() < 0)
		log_fatal("random", "why", "libsodium does not start", NULL);
}

void
random_bytes(void *to, size_t n)
{
	randombytes_buf(to, n);
}

uint32_t
random_below(uint32_t n)
{
	return randombytes_uniform(n);
}

void
mac_of(uint8_t to[HASH_BYTES], const uint8_t key[KEY_BYTES], const void *bytes, size_t n)
{
	crypto_generichash(to, HASH_BYTES, bytes, n, key, KEY_BYTES);
}

void
key_for(uint8_t to[KEY_BYTES], const uint8_t key[KEY_BYTES], const char *purpose)
{
	mac_of(to, key, purpose, strlen(purpose));
}

bool
key_load(uint8_t to[KEY_BYTES], const char *path, char *why, size_t why_bytes)
{
	char line[2 * KEY_BYTES + 2] = "";
	struct stat st;
	bool good;
	FILE *f;

	f = fopen(path, "re");
	if (!f) {
		snprintf(why, why_bytes, "%s: %m", path);
		return false;
	}
	if (fstat(fileno(f), &st) == 0 && st.st_mode & S_IRWXO) {
		snprintf(why, why_bytes, "%s: everybody may read it; chmod o-rwx", path);
		fclose(f);
		return false;
	}
	good = fgets(line, sizeof(line), f) && text_from_hex(text_trim(line), to, KEY_BYTES);
	fclose(f);
	sodium_memzero(line, sizeof(line));
	if (!good)
		snprintf(why, why_bytes, "%s: not %d bytes in hex", path, KEY_BYTES);
	return good;
}

void
sha256_of(uint8_t to[HASH_BYTES], const void *bytes, size_t n)
{
	crypto_hash_sha256(to, bytes, n);
}

bool
bytes_equal(const void *a, const void *b, size_t n)
{
	return sodium_memcmp(a, b, n) == 0;
}
