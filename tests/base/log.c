/* log.c - a line is always one line, whatever stands in it. */
#include "base/log.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* What log_info writes of one pair. */
static char *
line_of(const char *event, const char *key, const char *value)
{
	static char line[8192];
	int ends[2], kept = dup(STDERR_FILENO);
	ssize_t n;

	assert_int_equal(pipe(ends), 0);
	dup2(ends[1], STDERR_FILENO);
	log_info(event, key, value, NULL);
	dup2(kept, STDERR_FILENO);
	close(kept);
	close(ends[1]);
	n = read(ends[0], line, sizeof(line) - 1);
	close(ends[0]);
	line[n > 0 ? n : 0] = '\0';
	return line;
}

static void
pairs_are_printed(void **state)
{
	(void)state;
	log_open("yimen-public");
	assert_string_equal(line_of("started", "workers", "8"),
	    "level=info program=yimen-public event=started workers=8\n");
	log_request("r1");
	assert_string_equal(line_of("page", "route", "许可"),
	    "level=info program=yimen-public request=r1 event=page route=许可\n");
	log_request(NULL);
	assert_string_equal(line_of("page", NULL, NULL), "level=info program=yimen-public event=page\n");
}

static void
values_are_quoted_and_escaped(void **state)
{
	static const struct { const char *value, *printed; } rows[] = {
		{ "", "\"\"" },
		{ "a b", "\"a b\"" },
		{ "a=b", "\"a=b\"" },
		{ "a\"b\\c", "\"a\\\"b\\\\c\"" },
		{ "a\nlevel=info", "\"a\\x0alevel=info\"" },
		{ "\x1b[2J", "\"\\x1b[2J\"" },
		{ "\xe2\x80\xae", "\\xe2\\x80\\xae" },
		{ "broken \xff\xe8", "\"broken \\xff\\xe8\"" },
		{ NULL, "\"\"" },
	};
	char want[200];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		snprintf(want, sizeof(want), "level=info program=yimen-public event=e k=%s\n", rows[i].printed);
		assert_string_equal(line_of("e", "k", rows[i].value), want);
	}
}

static void
a_long_line_is_cut_and_ends(void **state)
{
	static char value[10000];
	char *line;

	(void)state;
	memset(value, 'x', sizeof(value) - 1);
	line = line_of("e", "k", value);
	assert_int_equal(strlen(line), 4096);
	assert_ptr_equal(strchr(line, '\n'), line + 4095);
}

static void
fatal_ends_the_process(void **state)
{
	pid_t child = fork();
	int status;

	(void)state;
	if (child == 0) {
		close(STDERR_FILENO);
		log_fatal("end", NULL);
	}
	waitpid(child, &status, 0);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pairs_are_printed),
		cmocka_unit_test(values_are_quoted_and_escaped),
		cmocka_unit_test(a_long_line_is_cut_and_ends),
		cmocka_unit_test(fatal_ends_the_process),
	};

	return cmocka_run_group_tests_name("log", tests, NULL, NULL);
}
