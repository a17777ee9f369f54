/* What the public may see. */
#include "tests/rules/outside.h"

#include "rules/mask.h"

static void
masks(void **state)
{
	static const struct {
		const char *why;
		char *(*mask)(const char *, char *, size_t);
		const char *text, *masked;
	} rows[] = {
		{ "two characters: the family name", mask_name, "张三", "张*" },
		{ "three: the ends", mask_name, "张小三", "张*三" },
		{ "four: the ends", mask_name, "欧阳小文", "欧**文" },
		{ "a name of a minority", mask_name, "买买提·艾力", "买****力" },
		{ "a rare character of four bytes", mask_name, "𠮷田", "𠮷*" },
		{ "a Latin name", mask_name, "Li Si", "L***i" },
		{ "a single character is not shown", mask_name, "张", "*" },
		{ "nobody", mask_name, "", "" },
		{ "a citizen number", mask_citizen, "11010519491231002X", "1101**********002X" },
		{ "an old one", mask_citizen, "110105491231002", "1101*******1002" },
		{ "a short number is not shown at all", mask_citizen, "12345678", "********" },
		{ "a mobile", mask_phone, "13812341234", "138****1234" },
		{ "a line", mask_phone, "020-37628755", "020*****8755" },
		{ "a short line is not shown", mask_phone, "1234567", "*******" },
		{ "an address of mail", mask_email, "zhang@example.org", "z***@example.org" },
		{ "of one letter is not shown", mask_email, "z@example.org", "***@example.org" },
		{ "without a sign nothing is shown", mask_email, "zhang", "*****" },
		{ "an address", mask_address, "云川市临江区江滨路8号", "云川市临江区*****" },
		{ "a short address is not shown", mask_address, "临江区", "***" },
	};
	char out[MASK_ROOM];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_ptr_equal(rows[i].mask(rows[i].text, out, sizeof(out)), out);
		if (strcmp(out, rows[i].masked) != 0)
			fail_msg("%s: %s is masked as %s", rows[i].why, rows[i].text, out);
	}
}

/* Half a mask may be no mask: too small a buffer gets nothing, never a part. */
static void
small_buffers(void **state)
{
	char (*const text) = "11010519491231002X";
	char out[32];

	(void)state;
	for (size_t room = 0; room < sizeof(out); room++) {
		memset(out, '!', sizeof(out));
		mask_citizen(text, out, room);
		if (room > 18)
			assert_string_equal(out, "1101**********002X");
		else if (room > 0)
			assert_string_equal(out, "");
		for (size_t i = room; i < sizeof(out); i++)
			assert_int_equal(out[i], '!');
	}
	for (size_t room = 0; room < sizeof(out); room++) {
		memset(out, '!', sizeof(out));
		mask_email("zhang@example.org", out, room);
		assert_true(room == 0 || out[0] == '\0' || room > 16);
		for (size_t i = room; i < sizeof(out); i++)
			assert_int_equal(out[i], '!');
	}
}

static void
broken_text(void **state)
{
	static const char *const rows[] = {
		"\xe5\xbc", "\xff\xff\xff\xff\xff", "\xc0\xaf\xc0\xaf\xc0\xaf", "\xed\xa0\x80\xed\xa0\x80",
		"\xe5\xbc\xa0\xe5", "a\x80z\x80", "\xf8\x88\x80\x80\x80", "\xf4\x90\x80\x80z",
	};
	char out[MASK_ROOM];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		mask_name(rows[i], out, sizeof(out));
		/* What is broken never comes out. */
		for (const char *at = out; *at != '\0'; at++)
			assert_true(*at == '*' || *at == 'a' || *at == 'z' ||
			    memcmp(out, "\xe5\xbc\xa0*", 4) == 0);
		mask_citizen(rows[i], out, sizeof(out));
		mask_email(rows[i], out, sizeof(out));
		mask_address(rows[i], out, sizeof(out));
	}
	assert_string_equal(mask_name(NULL, out, sizeof(out)), "");
	assert_string_equal(mask_email(NULL, out, sizeof(out)), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(masks),
		cmocka_unit_test(small_buffers),
		cmocka_unit_test(broken_text),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("rules/mask", tests, NULL, NULL);
}
