/* sealed.c - what opens and what does not, what is found and what is not, and keys that come while a worker runs. */
#include "base/sealed.h"

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

#define NUMBER "99010219900307002X"
#define PHONE "19900010002"

static char folder[64];
static struct arena *arena;

static void
key_put(const char *name, const char *letter)
{
	char path[128];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s.key", folder, name);
	f = fopen(path, "w");
	assert_non_null(f);
	for (int i = 0; i < 2 * KEY_BYTES; i++)
		fputs(letter, f);
	fputc('\n', f);
	assert_int_equal(fclose(f), 0);
	assert_int_equal(chmod(path, 0600), 0);
}

static void
key_remove(const char *name)
{
	char path[128];

	snprintf(path, sizeof(path), "%s/%s.key", folder, name);
	unlink(path);
}

static int
ring_make(void **state)
{
	char why[300];

	(void)state;
	snprintf(folder, sizeof(folder), "/tmp/yimen-sealed-XXXXXX");
	assert_non_null(mkdtemp(folder));
	key_put("index", "a");
	key_put("1", "1");
	sealed_use(folder);
	assert_true(sealed_load(why, sizeof(why)));
	arena = arena_new();
	return 0;
}

static int
ring_end(void **state)
{
	static const char *const names[] = { "index", "1", "2", "10" };

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		key_remove(names[i]);
	rmdir(folder);
	arena_free(arena);
	return 0;
}

static const char *
sealed_number(void)
{
	return sealed_text(arena, SEALED_NUMBER, NUMBER);
}

static void
what_is_sealed_opens_and_shows_nothing(void **state)
{
	const char *kept = sealed_number(), *why;

	(void)state;
	assert_int_equal(sealed_version(kept), 1);
	assert_null(strstr(kept, NUMBER));
	assert_null(strstr(kept, "19900307"));
	assert_string_equal(sealed_open(arena, SEALED_NUMBER, kept, &why), NUMBER);
	assert_null(why);
	assert_string_not_equal(kept, sealed_number());	/* two of one number do not look alike */
}

struct spoiled {
	const char *because;
	const char *(*make)(void);
	enum sealed_kind opened_as;
};

static const char *
letter_changed(void)
{
	char *kept = arena_text(arena, sealed_number());

	kept[40] = kept[40] == 'A' ? 'B' : 'A';
	return kept;
}

static const char *
cut_short(void)
{
	const char *kept = sealed_number();

	return arena_text_n(arena, kept, strlen(kept) - 8);
}

static const char *
cut_to_the_head(void)
{
	return "~1~AAAA";
}

static const char *
nothing_but_a_head(void)
{
	return "~1~";
}

static const char *
other_version(void)
{
	return arena_format(arena, "~2~%s", sealed_number() + 3);
}

static const char *
other_known_version(void)
{
	key_put("10", "2");
	return arena_format(arena, "~10~%s", sealed_text(arena, SEALED_NUMBER, NUMBER) + 3);
}

static const char *
no_base64(void)
{
	return "~1~what stands here is no base64 at all, though it is long enough to be some of it";
}

static const char *
as_an_answer(void)
{
	return sealed_answer(arena, 7, "number", true, NUMBER);
}

static const struct spoiled rows[] = {
	{ "a letter of it was changed", letter_changed, SEALED_NUMBER },
	{ "its end was cut off", cut_short, SEALED_NUMBER },
	{ "it is shorter than nonce and tag", cut_to_the_head, SEALED_NUMBER },
	{ "nothing follows its version", nothing_but_a_head, SEALED_NUMBER },
	{ "a number was put where a telephone belongs", sealed_number, SEALED_PHONE },
	{ "an answer was put where a number belongs", as_an_answer, SEALED_NUMBER },
	{ "its key is not here", other_version, SEALED_NUMBER },
	{ "it says another key's version", other_known_version, SEALED_NUMBER },
	{ "it is no base64", no_base64, SEALED_NUMBER },
};

static void
what_was_spoiled_does_not_open(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *kept = rows[i].make(), *why = NULL;
		const char *plain = sealed_open(arena, rows[i].opened_as, kept, &why);

		if (plain || !why)
			fail_msg("opened, though %s", rows[i].because);
		assert_null(strstr(why, NUMBER));
	}
}

static void
public_numbers_and_nothing_stay(void **state)
{
	(void)state;
	assert_string_equal(sealed_text(arena, SEALED_NUMBER, "91990100MA980153XA"), "91990100MA980153XA");
	assert_string_equal(sealed_text(arena, SEALED_NUMBER, ""), "");
	/* Eighteen digits are sealed, whatever their check: it may be a citizen's number with a slip of the pen. */
	assert_int_equal(sealed_version(sealed_text(arena, SEALED_NUMBER, "990102199003070021")), 1);
	assert_int_equal(sealed_version(sealed_text(arena, SEALED_PHONE, "91990100MA980153XA")), 1);
}

static void
a_login_of_the_house_stays_and_a_mobile_does_not(void **state)
{
	static const struct { const char *because, *login; unsigned version; } logins[] = {
		{ "a colleague's name, given by the house", "lin.xiaoyu", 0 },
		{ "one made at a window", "window-0123456789abcdef", 0 },
		{ "an enterprise's code, which is public", "91990100MA980153XA", 0 },
		{ "nothing", "", 0 },
		{ "a mobile number", PHONE, 1 },
		{ "a citizen number, should one ever be a login", NUMBER, 1 },
		{ "what looks sealed, so that nobody has it opened", "~1~AAAA", 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(logins) / sizeof(logins[0]); i++)
		if (sealed_version(sealed_text(arena, SEALED_LOGIN, logins[i].login)) != logins[i].version)
			fail_msg("%s", logins[i].because);
}

static void
a_login_is_found_however_it_is_written(void **state)
{
	uint8_t a[BLIND_BYTES], b[BLIND_BYTES];

	(void)state;
	assert_true(sealed_blind(a, SEALED_LOGIN, "lin.xiaoyu"));
	assert_true(sealed_blind(b, SEALED_LOGIN, "Lin.Xiaoyu"));
	assert_memory_equal(a, b, BLIND_BYTES);
	assert_true(sealed_blind(a, SEALED_LOGIN, PHONE));
	assert_true(sealed_blind(b, SEALED_PHONE, PHONE));	/* who signs in with a number is not told from whose it is to be called */
	assert_memory_not_equal(a, b, BLIND_BYTES);
}

static void
what_was_never_sealed_is_read_as_it_stands(void **state)
{
	const char *why;

	(void)state;
	assert_string_equal(sealed_open(arena, SEALED_NUMBER, NUMBER, &why), NUMBER);
	assert_string_equal(sealed_open(arena, SEALED_PHONE, "~ab~x", &why), "~ab~x");
}

static void
equal_numbers_are_found_and_others_not(void **state)
{
	uint8_t a[BLIND_BYTES], b[BLIND_BYTES];

	(void)state;
	assert_true(sealed_blind(a, SEALED_NUMBER, NUMBER));
	assert_true(sealed_blind(b, SEALED_NUMBER, "9901021990 0307 002x"));	/* as it may be typed */
	assert_memory_equal(a, b, BLIND_BYTES);
	assert_true(sealed_blind(b, SEALED_NUMBER, "990102199003070020"));
	assert_memory_not_equal(a, b, BLIND_BYTES);
	assert_true(sealed_blind(b, SEALED_PHONE, NUMBER));	/* of another kind, so that columns can not be joined */
	assert_memory_not_equal(a, b, BLIND_BYTES);
	key_put("2", "2");	/* a new key to seal with finds what was found before */
	assert_true(sealed_blind(b, SEALED_NUMBER, NUMBER));
	assert_memory_equal(a, b, BLIND_BYTES);
}

static void
an_answer_is_sealed_alike_in_its_own_place(void **state)
{
	const char *kept = sealed_answer(arena, 7, "phone", true, PHONE), *why;

	(void)state;
	assert_string_equal(kept, sealed_answer(arena, 7, "phone", true, PHONE));
	assert_string_not_equal(kept, sealed_answer(arena, 8, "phone", true, PHONE));
	assert_string_not_equal(kept, sealed_answer(arena, 7, "phone", true, "19900010003"));
	assert_string_equal(sealed_answer_open(arena, "phone", kept, &why), PHONE);
	assert_null(sealed_answer_open(arena, "address", kept, &why));
}

/* Who has got hold of a sealed text must not have it opened by typing it into a form. */
static void
what_is_typed_as_if_sealed_is_not_opened(void **state)
{
	const char *stolen = sealed_answer(arena, 7, "phone", true, PHONE), *why;
	const char *kept = sealed_answer(arena, 9, "remark", false, stolen);

	(void)state;
	assert_string_equal(sealed_answer_open(arena, "remark", kept, &why), stolen);
	assert_string_equal(sealed_answer(arena, 9, "remark", false, "a plain remark"), "a plain remark");
	/* A person who gives the own number where a firm's code is asked for. */
	assert_int_equal(sealed_version(sealed_answer(arena, 9, "firm_code", false, NUMBER)), 1);
	assert_string_equal(sealed_answer(arena, 9, "firm_code", false, "91990100MA980153XA"), "91990100MA980153XA");
}

static void
a_new_key_is_met_at_once_and_the_old_one_opens(void **state)
{
	const char *old = sealed_number(), *fresh, *why;
	char elsewhere[64];

	(void)state;
	snprintf(elsewhere, sizeof(elsewhere), "%s", folder);
	key_put("2", "2");
	sealed_use(elsewhere);		/* another worker, that has seen both */
	assert_int_equal(sealed_newest(), 2);
	fresh = sealed_number();
	assert_int_equal(sealed_version(fresh), 2);
	assert_string_equal(sealed_open(arena, SEALED_NUMBER, old, &why), NUMBER);

	key_remove("2");
	sealed_use(elsewhere);		/* one that has not */
	assert_int_equal(sealed_newest(), 1);
	key_put("2", "2");
	assert_string_equal(sealed_open(arena, SEALED_NUMBER, fresh, &why), NUMBER);
}

static void
without_keys_nothing_is_sealed_and_nothing_plain_is_kept(void **state)
{
	uint8_t blind[BLIND_BYTES];
	char why[300];

	(void)state;
	sealed_use("/nowhere/at/all");
	assert_false(sealed_load(why, sizeof(why)));
	assert_null(sealed_text(arena, SEALED_PHONE, PHONE));
	assert_null(sealed_answer(arena, 7, "phone", true, PHONE));
	assert_false(sealed_blind(blind, SEALED_NUMBER, NUMBER));
	assert_string_equal(sealed_text(arena, SEALED_NUMBER, ""), "");
}

static void
keys_that_all_may_read_are_refused(void **state)
{
	char path[128], why[300];

	(void)state;
	snprintf(path, sizeof(path), "%s/1.key", folder);
	assert_int_equal(chmod(path, 0644), 0);
	assert_false(sealed_load(why, sizeof(why)));
	key_remove("index");
	assert_int_equal(chmod(path, 0600), 0);
	assert_false(sealed_load(why, sizeof(why)));
}

#define WITH_RING(test) cmocka_unit_test_setup_teardown(test, ring_make, ring_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_RING(what_is_sealed_opens_and_shows_nothing),
		WITH_RING(what_was_spoiled_does_not_open),
		WITH_RING(public_numbers_and_nothing_stay),
		WITH_RING(a_login_of_the_house_stays_and_a_mobile_does_not),
		WITH_RING(a_login_is_found_however_it_is_written),
		WITH_RING(what_was_never_sealed_is_read_as_it_stands),
		WITH_RING(equal_numbers_are_found_and_others_not),
		WITH_RING(an_answer_is_sealed_alike_in_its_own_place),
		WITH_RING(what_is_typed_as_if_sealed_is_not_opened),
		WITH_RING(a_new_key_is_met_at_once_and_the_old_one_opens),
		WITH_RING(without_keys_nothing_is_sealed_and_nothing_plain_is_kept),
		WITH_RING(keys_that_all_may_read_are_refused),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	random_open();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
