/*
 * random.h - randomness, hashes and keyed sums, by libsodium.
 */
#ifndef BASE_RANDOM_H
#define BASE_RANDOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define HASH_BYTES 32
#define KEY_BYTES 32

void random_open(void);			/* once, before anything else here */
void random_bytes(void *to, size_t n);
uint32_t random_below(uint32_t n);

/* BLAKE2b-256 with a key: the MAC of tokens and of the record. */
void mac_of(uint8_t to[HASH_BYTES], const uint8_t key[KEY_BYTES], const void *bytes, size_t n);
/* A key for one purpose, derived from the machine's key; purpose is an ASCII word. */
void key_for(uint8_t to[KEY_BYTES], const uint8_t key[KEY_BYTES], const char *purpose);
bool key_load(uint8_t to[KEY_BYTES], const char *path, char *why, size_t why_bytes);

void sha256_of(uint8_t to[HASH_BYTES], const void *bytes, size_t n);
/* Equal in a time that does not depend on where they differ. */
bool bytes_equal(const void *a, const void *b, size_t n);

#endif
