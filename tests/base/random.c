/* random.c - sums against published vectors (FIPS 180-4), keys from files. */
#include "base/random.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static void
sha256_agrees(void **state)
{
	uint8_t sum[HASH_BYTES];
	struct text t;

	(void)state;
	text_init(&t);
	sha256_of(sum, "abc", 3);
	text_add_hex(&t, sum, sizeof(sum));
	assert_string_equal(t.start, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	text_free(&t);
}

static void
macs_depend_on_key_and_bytes(void **state)
{
	uint8_t key[KEY_BYTES] = { 1 }, other[KEY_BYTES], a[HASH_BYTES], b[HASH_BYTES];

	(void)state;
	mac_of(a, key, "x", 1);
	mac_of(b, key, "x", 1);
	assert_true(bytes_equal(a, b, sizeof(a)));
	mac_of(b, key, "y", 1);
	assert_false(bytes_equal(a, b, sizeof(a)));
	key_for(other, key, "record");
	mac_of(b, other, "x", 1);
	assert_false(bytes_equal(a, b, sizeof(a)));
	key_for(a, key, "tokens");
	assert_false(bytes_equal(a, other, sizeof(a)));
}

static void
numbers_stay_below(void **state)
{
	uint8_t a[16] = { 0 }, b[16] = { 0 };

	(void)state;
	for (int i = 0; i < 1000; i++)
		assert_true(random_below(7) < 7);
	random_bytes(a, sizeof(a));
	random_bytes(b, sizeof(b));
	assert_memory_not_equal(a, b, sizeof(a));
}

static const struct { const char *why, *text; mode_t mode; bool good; } keys[] = {
	{ "a key and a newline", "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n", 0640, true },
	{ "a key alone", "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", 0600, true },
	{ "everybody may read it", "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", 0644, false },
	{ "too short", "0001020304\n", 0600, false },
	{ "too long", "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20\n", 0600, false },
	{ "no hex", "zz0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n", 0600, false },
	{ "nothing", "", 0600, false },
};

static void
keys_are_read(void **state)
{
	uint8_t key[KEY_BYTES];
	char why[200];

	(void)state;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		char path[] = "/tmp/yimen-key-XXXXXX";
		int fd = mkstemp(path);

		assert_true(fd >= 0);
		assert_int_equal(write(fd, keys[i].text, strlen(keys[i].text)), (ssize_t)strlen(keys[i].text));
		fchmod(fd, keys[i].mode);
		close(fd);
		if (key_load(key, path, why, sizeof(why)) != keys[i].good)
			fail_msg("%s", keys[i].why);
		unlink(path);
		if (keys[i].good)
			assert_int_equal(key[31], 0x1f);
	}
	assert_false(key_load(key, "/nonexistent", why, sizeof(why)));
	assert_non_null(strstr(why, "/nonexistent"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sha256_agrees),
		cmocka_unit_test(macs_depend_on_key_and_bytes),
		cmocka_unit_test(numbers_stay_below),
		cmocka_unit_test(keys_are_read),
	};

	random_open();
	return cmocka_run_group_tests_name("random", tests, NULL, NULL);
}
