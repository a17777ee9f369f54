/* config.c - every way a settings file can be wrong says where and why; the printed file is in conf/. */
#include "base/config.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* Loads a file of this text; the path is replaced by FILE in why. */
static bool
load(struct config *c, const char *text, size_t bytes, char *why, size_t why_bytes)
{
	char path[] = "/tmp/yimen-conf-XXXXXX", reason[400] = "";
	int fd = mkstemp(path);
	bool good;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, bytes), (ssize_t)bytes);
	close(fd);
	good = config_load(c, path, reason, sizeof(reason));
	unlink(path);
	if (text_starts(reason, path))
		snprintf(why, why_bytes, "FILE%s", reason + strlen(path));
	else
		snprintf(why, why_bytes, "%s", reason);
	return good;
}

static const struct { const char *text, *why; } faults[] = {
	{ "workers\n", "FILE:1: expected \"key = value\"" },
	{ "# fine\n\nworkerz = 3\n", "FILE:3: there is no setting \"workerz\"" },
	{ "= 3\n", "FILE:1: there is no setting \"\"" },
	{ "workers = 3\nworkers = 3\n", "FILE:2: workers is given twice" },
	{ "workers = 0\n", "FILE:1: workers must be a number from 1 to 256" },
	{ "workers = 257\n", "FILE:1: workers must be a number from 1 to 256" },
	{ "workers = many\n", "FILE:1: workers must be a number from 1 to 256" },
	{ "workers =\n", "FILE:1: workers must be a number from 1 to 256" },
	{ "workers = 1K\n", "FILE:1: workers must be a number from 1 to 256" },
	{ "body_bytes = 65M\n", "FILE:1: body_bytes must be a number from 1024 to 67108864" },
	{ "body_bytes = 99999999999999999999G\n", "FILE:1: body_bytes must be a number from 1024 to 67108864" },
	{ "body_bytes = K\n", "FILE:1: body_bytes must be a number from 1024 to 67108864" },
	{ "body_bytes = -1K\n", "FILE:1: body_bytes must be a number from 1024 to 67108864" },
	{ "cookie_secure = true\n", "FILE:1: cookie_secure must be yes or no" },
	{ "run_dir = run\n", "FILE:1: run_dir must be an absolute path" },
	{ "database_socket =\n", "FILE:1: database_socket must be absolute paths" },
	{ "database_socket = /run/a.sock b.sock\n", "FILE:1: database_socket must be absolute paths" },
	{ "run_dir =\n", "FILE:1: run_dir must be an absolute path" },
	{ "database_password_file = x\n", "FILE:1: database_password_file must be an absolute path or empty" },
	{ "database_name =\n", "FILE:1: database_name must not be empty" },
	{ "site_address = https://example.org/\n",
	    "FILE:1: site_address must be http:// or https:// and a host, no slash at the end" },
	{ "site_address = example.org\n",
	    "FILE:1: site_address must be http:// or https:// and a host, no slash at the end" },
	{ "site_address = https://\n",
	    "FILE:1: site_address must be http:// or https:// and a host, no slash at the end" },
	{ "fixed_now = 2026-02-30 10:00:00\n", "FILE:1: fixed_now must be YYYY-MM-DD HH:MM:SS, a file or empty" },
	{ "workers = 3\r\n", "FILE:1: not plain UTF-8" },
	{ "run_dir = /\xff\n", "FILE:1: not plain UTF-8" },
};

static void
faults_are_named(void **state)
{
	struct config c;
	char why[500];

	(void)state;
	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
		if (load(&c, faults[i].text, strlen(faults[i].text), why, sizeof(why)))
			fail_msg("accepted: %s", faults[i].text);
		assert_string_equal(why, faults[i].why);
	}
	assert_false(load(&c, "run_dir = /a\0b\n", 15, why, sizeof(why)));
	assert_string_equal(why, "FILE:1: not plain UTF-8");
	assert_false(config_load(&c, "/nonexistent", why, sizeof(why)));
	assert_string_equal(why, "/nonexistent: No such file or directory");
	assert_false(config_load(&c, "/", why, sizeof(why)));
	assert_string_equal(why, "/: can not be read");
}

static void
values_are_read(void **state)
{
	static const char file[] = "# a comment\n"
	    "  workers=3   # three\n"
	    "kept_pages_bytes = 0\n"
	    "body_bytes = 2M\n"
	    "cookie_secure = no\n"
	    "run_dir = /tmp/a b#c\n"
	    "database_user_prefix =\n"
	    "fixed_now = 2026-05-08 10:00:00\n"
	    "site_address = http://127.0.0.1:8080";	/* no newline at the end */
	struct config c;
	char why[500];

	(void)state;
	assert_true(load(&c, file, strlen(file), why, sizeof(why)));
	assert_int_equal(c.workers, 3);
	assert_int_equal(c.kept_pages_bytes, 0);
	assert_int_equal(c.body_bytes, 2 << 20);
	assert_false(c.cookie_secure);
	assert_string_equal(c.run_dir, "/tmp/a b#c");
	assert_string_equal(c.database_user_prefix, "");
	assert_string_equal(c.fixed_now, "2026-05-08 10:00:00");
	assert_string_equal(c.site_address, "http://127.0.0.1:8080");
	assert_string_equal(c.database_name, "yimen");
	config_free(&c);
	assert_null(c.run_dir);
}

static void
the_printed_file_loads_and_is_the_one_in_conf(void **state)
{
	const char *source = getenv("YIMEN_SOURCE");
	char *printed = NULL, path[500], why[500];
	static char kept[65536];
	size_t bytes = 0, n;
	struct config c;
	FILE *f = open_memstream(&printed, &bytes);

	(void)state;
	config_print(f);
	fclose(f);
	assert_true(load(&c, printed, bytes, why, sizeof(why)));
	assert_int_equal(c.upload_file_bytes, 20 << 20);
	assert_true(c.cookie_secure);
	config_free(&c);

	snprintf(path, sizeof(path), "%s/conf/yimen.conf", source ? source : ".");
	f = fopen(path, "r");
	assert_non_null(f);
	n = fread(kept, 1, sizeof(kept) - 1, f);
	fclose(f);
	assert_int_equal(n, bytes);
	assert_string_equal(kept, printed);
	free(printed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(faults_are_named),
		cmocka_unit_test(values_are_read),
		cmocka_unit_test(the_printed_file_loads_and_is_the_one_in_conf),
	};

	return cmocka_run_group_tests_name("config", tests, NULL, NULL);
}
