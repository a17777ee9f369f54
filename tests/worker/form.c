/*
 * What a visitor sends, from the wire to a checked value: escapes, characters,
 * counts, then each kind of field.
 */
#include "fcgi/worker/inside.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct arena *arena;

/* A request as the loop makes it, without a loop. */
static struct request *
fresh(enum method method, const struct form *form)
{
	struct request *rq = arena_get(arena, sizeof(*rq));
	struct request_inside *in = arena_get(arena, sizeof(*in));
	struct route *route = arena_get(arena, sizeof(*route));

	route->method = method;
	route->form = form;
	in->inputs_end = &in->inputs;
	in->uploads_end = &in->uploads;
	rq->arena = arena;
	rq->inside = in;
	rq->route = route;
	rq->today = day_make(2026, 5, 8);
	return rq;
}

/* ---- from the wire ---- */

/* All that was read, as name=value and a / between. */
static const char *
read_back(const char *encoded, size_t bytes)
{
	struct request *rq = fresh(GET, NULL);
	char *all = arena_text(arena, "");

	if (!inputs_read(rq, encoded, bytes))
		return "refused";
	for (struct input *i = rq->inside->inputs; i != NULL; i = i->next)
		all = arena_format(arena, "%s%s%s=%s", all, *all == '\0' ? "" : "/", i->name, i->value);
	return all;
}

static const struct {
	const char *why;
	const char *encoded;
	const char *read;
} wires[] = {
	{ "nothing", "", "" },
	{ "one pair", "a=1", "a=1" },
	{ "two pairs, empty ones between are nothing", "&a=1&&b=2&", "a=1/b=2" },
	{ "no value", "a&b=", "a=/b=" },
	{ "the second = is of the value", "a=b=c", "a=b=c" },
	{ "a plus is a space, %2B a plus", "a=1+2%2B3", "a=1 2+3" },
	{ "either case of hex", "a=%e4%b8%80%E4%B8%80", "a=一一" },
	{ "names are decoded too", "%61=1", "a=1" },
	{ "an escaped & or = does not part", "a=1%26b%3D2", "a=1&b=2" },
	{ "CRLF of a text area is one line end", "a=x%0D%0Ay%0Dz%0A", "a=x\ny\nz\n" },
	{ "decoded once, not twice", "a=%2541", "a=%41" },
	{ "markup is only text", "a=%3Cb%3E", "a=<b>" },
	{ "a tab is plain", "a=%09", "a=\t" },
	{ "four bytes", "a=%F0%9F%80%80", "a=\xf0\x9f\x80\x80" },

	{ "half an escape", "a=%4", "refused" },
	{ "an escape without digits", "a=%", "refused" },
	{ "an escape of other letters", "a=%zz", "refused" },
	{ "an escape with a sign", "a=%+1", "refused" },
	{ "NUL in a value", "a=1%002", "refused" },
	{ "NUL in a name", "a%00=1", "refused" },
	{ "NUL within a name", "a%00b=1", "refused" },
	{ "no name", "=1", "refused" },
	{ "a lone continuation", "a=%80", "refused" },
	{ "overlong slash", "a=%C0%AF", "refused" },
	{ "overlong slash of three", "a=%E0%80%AF", "refused" },
	{ "overlong NUL", "a=%C0%80", "refused" },
	{ "a surrogate", "a=%ED%A0%80", "refused" },
	{ "above the last code point", "a=%F4%90%80%80", "refused" },
	{ "cut within a character", "a=%E4%B8", "refused" },
	{ "cut by the next pair", "a=%E4&b=%B8%80", "refused" },
	{ "GBK", "a=%C4%E3%BA%C3", "refused" },
	{ "broken characters in a name", "%FF=1", "refused" },
	{ "a control character", "a=%07", "refused" },
	{ "escape", "a=%1B[31m", "refused" },
	{ "a control character of Latin-1", "a=%C2%85", "refused" },
	{ "delete", "a=%7F", "refused" },
	{ "text that turns around", "a=%E2%80%AEtxt.exe", "refused" },
	{ "no character", "a=%EF%BF%BE", "refused" },
};

static void
pairs_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(wires) / sizeof(wires[0]); i++) {
		const char *read = read_back(wires[i].encoded, strlen(wires[i].encoded));

		if (strcmp(read, wires[i].read) != 0)
			fail_msg("%s: %s, not %s", wires[i].why, read, wires[i].read);
	}
	assert_string_equal(read_back("a=1\0&b=2", 8), "refused");
}

/* n pairs, or one name of n letters. */
static bool
reads(size_t pairs, size_t name_bytes)
{
	struct text all;
	bool fine;

	text_init(&all);
	text_add(&all, "");
	for (size_t i = 0; i < pairs; i++)
		text_add(&all, "a=1&");
	for (size_t i = 0; i < name_bytes; i++)
		text_add_char(&all, 'n');
	fine = inputs_read(fresh(POST, NULL), all.start, all.bytes);
	text_free(&all);
	return fine;
}

static void
counts_and_names_are_bounded(void **state)
{
	(void)state;
	assert_true(reads(INPUTS_MOST, 0));
	assert_false(reads(INPUTS_MOST + 1, 0));
	assert_false(reads(10000, 0));
	assert_true(reads(0, INPUT_NAME_MOST));
	assert_false(reads(0, INPUT_NAME_MOST + 1));
	arena_reset(arena);
}

/* ---- fields ---- */

static const char *const colours[] = { "red", "blue", NULL };

static const struct {
	const char *why;
	struct field field;
	const char *encoded;		/* of the field f */
	const char *error;		/* NULL: fine */
	const char *value;		/* what the handler then sees; NULL: not looked at */
} fields[] = {
	{ "absent and not asked", { "f", .kind = FIELD_TEXT }, "", NULL, "" },
	{ "absent and required", { "f", FIELD_TEXT, .required = true }, "", "required", NULL },
	{ "blanks are nothing", { "f", FIELD_TEXT, .required = true }, "f=+%09%E3%80%80+", "required", NULL },
	{ "blanks around go", { "f", FIELD_TEXT, .required = true }, "f=+%E3%80%80a+b%E3%80%80+", NULL, "a b" },
	{ "two values of one field", { "f", .kind = FIELD_TEXT }, "f=1&f=2", "too_many", NULL },
	{ "as long as it may be, in characters", { "f", FIELD_TEXT, .most = 2 }, "f=%E4%B8%80%E4%B8%80", NULL, "一一" },
	{ "too long", { "f", FIELD_TEXT, .most = 2 }, "f=%E4%B8%80%E4%B8%80x", "too_long", NULL },
	{ "too short", { "f", FIELD_TEXT, .least = 2 }, "f=%E4%B8%80", "too_short", NULL },
	{ "empty is not too short", { "f", FIELD_TEXT, .least = 2 }, "f=", NULL, "" },
	{ "a line end in one line", { "f", .kind = FIELD_TEXT }, "f=a%0Ab", "one_line", NULL },
	{ "a line end after the line is tidied", { "f", .kind = FIELD_TEXT }, "f=a%0D%0A", NULL, "a" },
	{ "lines", { "f", .kind = FIELD_LINES }, "f=a%0D%0A%0D%0Ab", NULL, "a\n\nb" },
	{ "markup is a value like any other", { "f", .kind = FIELD_TEXT }, "f=%3Cscript%3E", NULL, "<script>" },

	{ "a choice", { "f", FIELD_CHOICE, .choices = colours }, "f=red", NULL, "red" },
	{ "no choice", { "f", FIELD_CHOICE, .choices = colours }, "f=green", "not_a_choice", NULL },
	{ "choices have one case", { "f", FIELD_CHOICE, .choices = colours }, "f=RED", "not_a_choice", NULL },
	{ "two choices where one is asked", { "f", FIELD_CHOICE, .choices = colours }, "f=red&f=blue", "too_many", NULL },
	{ "several choices", { "f", FIELD_MANY, .choices = colours }, "f=red&f=blue", NULL, "red" },
	{ "one of several is none", { "f", FIELD_MANY, .choices = colours }, "f=red&f=green", "not_a_choice", NULL },
	{ "none of several, required", { "f", FIELD_MANY, .required = true, .choices = colours }, "", "required", NULL },
	{ "a flag", { "f", .kind = FIELD_FLAG }, "f=1", NULL, "1" },
	{ "a flag is 1", { "f", .kind = FIELD_FLAG }, "f=on", "not_a_choice", NULL },
	{ "a declaration not made", { "f", FIELD_FLAG, .required = true }, "", "required", NULL },

	{ "a number", { "f", .kind = FIELD_NUMBER }, "f=42", NULL, "42" },
	{ "the least number", { "f", FIELD_NUMBER, .least = 1, .most = 5 }, "f=1", NULL, "1" },
	{ "below", { "f", FIELD_NUMBER, .least = 1, .most = 5 }, "f=0", "too_small", NULL },
	{ "above", { "f", FIELD_NUMBER, .least = 1, .most = 5 }, "f=6", "too_large", NULL },
	{ "negative where nothing is said", { "f", .kind = FIELD_NUMBER }, "f=-1", "too_small", NULL },
	{ "letters", { "f", .kind = FIELD_NUMBER }, "f=4x", "not_a_number", NULL },
	{ "decimals", { "f", .kind = FIELD_NUMBER }, "f=4.0", "not_a_number", NULL },
	{ "hex", { "f", .kind = FIELD_NUMBER }, "f=0x10", "not_a_number", NULL },
	{ "more than a number holds", { "f", .kind = FIELD_NUMBER }, "f=99999999999999999999", "not_a_number", NULL },
	{ "yuan", { "f", .kind = FIELD_MONEY }, "f=12", NULL, "12" },
	{ "yuan and fen", { "f", .kind = FIELD_MONEY }, "f=12.50", NULL, "12.50" },
	{ "a tenth of a fen", { "f", .kind = FIELD_MONEY }, "f=12.505", "not_money", NULL },
	{ "a point and nothing", { "f", .kind = FIELD_MONEY }, "f=12.", "not_money", NULL },
	{ "debt", { "f", .kind = FIELD_MONEY }, "f=-12", "not_money", NULL },
	{ "a currency", { "f", .kind = FIELD_MONEY }, "f=%C2%A512", "not_money", NULL },
	{ "more yuan than there are", { "f", .kind = FIELD_MONEY }, "f=12345678901234", "not_money", NULL },

	{ "a day", { "f", .kind = FIELD_DAY }, "f=2026-05-08", NULL, "2026-05-08" },
	{ "a leap day", { "f", .kind = FIELD_DAY }, "f=2024-02-29", NULL, "2024-02-29" },
	{ "no leap day", { "f", .kind = FIELD_DAY }, "f=2026-02-29", "not_a_day", NULL },
	{ "another order", { "f", .kind = FIELD_DAY }, "f=08/05/2026", "not_a_day", NULL },
	{ "a day and an hour", { "f", .kind = FIELD_DAY }, "f=2026-05-08+10:00", "not_a_day", NULL },

	{ "a mobile", { "f", .kind = FIELD_PHONE }, "f=13900000000", NULL, "13900000000" },
	{ "a line", { "f", .kind = FIELD_PHONE }, "f=010-12345678", NULL, NULL },
	{ "no phone", { "f", .kind = FIELD_PHONE }, "f=12", "not_a_phone", NULL },
	{ "an address", { "f", .kind = FIELD_EMAIL }, "f=a@example.org", NULL, "a@example.org" },
	{ "two at", { "f", .kind = FIELD_EMAIL }, "f=a@b@c.org", "not_an_email", NULL },
	{ "a header in an address", { "f", .kind = FIELD_EMAIL }, "f=a@example.org%0ABcc:b@example.org", "not_an_email", NULL },
	{ "a postcode", { "f", .kind = FIELD_POSTCODE }, "f=100000", NULL, "100000" },
	{ "full-width digits", { "f", .kind = FIELD_POSTCODE }, "f=%EF%BC%91%EF%BC%90%EF%BC%90%EF%BC%90%EF%BC%90%EF%BC%90", NULL,
	    "100000" },
	{ "a postcode of five", { "f", .kind = FIELD_POSTCODE }, "f=10000", "not_a_postcode", NULL },
	{ "the citizen number of the standard", { "f", .kind = FIELD_CITIZEN }, "f=11010519491231002X", NULL, "11010519491231002X" },
	{ "with a small x and blanks", { "f", .kind = FIELD_CITIZEN }, "f=110105+19491231+002x", NULL, "11010519491231002X" },
	{ "a wrong check", { "f", .kind = FIELD_CITIZEN }, "f=110105194912310021", "not_a_citizen_number", NULL },
	{ "of before 1999", { "f", .kind = FIELD_CITIZEN }, "f=110105491231002", "citizen_fifteen", NULL },
	{ "born tomorrow", { "f", .kind = FIELD_CITIZEN }, "f=110105202605090028", "not_a_citizen_number", NULL },
	{ "no credit code", { "f", .kind = FIELD_CREDIT }, "f=1234", "not_a_credit_code", NULL },
	{ "a code", { "f", .kind = FIELD_CODE }, "f=A-1_b./2", NULL, "A-1_b./2" },
	{ "a code has no blanks", { "f", .kind = FIELD_CODE }, "f=A+1", "not_a_code", NULL },
	{ "a code has no markup", { "f", .kind = FIELD_CODE }, "f=A%22", "not_a_code", NULL },
	{ "a password keeps its blanks", { "f", .kind = FIELD_PASSWORD }, "f=+a+", NULL, " a " },
	{ "a password too short", { "f", FIELD_PASSWORD, .least = 8 }, "f=1234567", "too_short", NULL },
	{ "a file that is asked", { "f", FIELD_FILES, .required = true }, "", "required", NULL },
	{ "a text where a file is asked", { "f", FIELD_FILES, .required = true }, "f=x", "required", NULL },
};

static void
each_kind_of_field_is_checked(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		struct request *rq = fresh(POST, NULL);
		const char *error;

		if (!inputs_read(rq, fields[i].encoded, strlen(fields[i].encoded)))
			fail_msg("%s: not read", fields[i].why);
		error = field_check(rq, &fields[i].field);
		if (!text_is(error, fields[i].error))
			fail_msg("%s: %s, not %s", fields[i].why, error == NULL ? "fine" : error,
			    fields[i].error == NULL ? "fine" : fields[i].error);
		if (error == NULL && fields[i].value != NULL && strcmp(form_get(rq, "f"), fields[i].value) != 0)
			fail_msg("%s: [%s], not [%s]", fields[i].why, form_get(rq, "f"), fields[i].value);
	}
}

/* ---- whole forms ---- */

static const struct field form_fields[] = {
	{ "name", FIELD_TEXT, true, 1, .most = 20 },
	{ "colour", FIELD_MANY, .choices = colours },
	{ "secret", .kind = FIELD_PASSWORD },
	{ "scan", FIELD_FILES, .most = 2 },
};
static const struct form closed = FORM(form_fields), open_form = FORM_OPEN(form_fields);

static enum form_verdict
verdict_of(enum method method, const struct form *form, const char *encoded, struct page **page)
{
	struct request *rq = fresh(method, form);

	assert_true(inputs_read(rq, encoded, strlen(encoded)));
	*page = page_new(rq);
	return form_check_all(rq, *page);
}

static void
undeclared_names_are_refused_in_a_post(void **state)
{
	struct page *page;

	(void)state;
	assert_int_equal(verdict_of(POST, &closed, "name=a&admin=1", &page), FORM_BAD);
	assert_int_equal(verdict_of(POST, NULL, "admin=1", &page), FORM_BAD);
	assert_int_equal(verdict_of(POST, &closed, "name=a&token=x&nonce=y&version=1", &page), FORM_FINE);
	assert_int_equal(verdict_of(POST, &open_form, "name=a&admin=1", &page), FORM_FINE);
	assert_int_equal(verdict_of(GET, &closed, "name=a&utm_source=x", &page), FORM_FINE);
}

static void
undeclared_files_are_refused(void **state)
{
	struct request *rq = fresh(POST, &closed);
	struct upload file = { .field = "virus", .name = "a.txt" };
	struct page *page = page_new(rq);

	(void)state;
	assert_true(inputs_read(rq, "name=a", 6));
	rq->inside->uploads = &file;
	assert_int_equal(form_check_all(rq, page), FORM_BAD);
	file.field = "scan";
	assert_int_equal(form_check_all(rq, page), FORM_FINE);
}

static void
files_are_counted(void **state)
{
	struct request *rq = fresh(POST, &closed);
	struct upload files[3] = { { .field = "scan", .next = &files[1] }, { .field = "scan", .next = &files[2] },
		{ .field = "scan" } };

	(void)state;
	rq->inside->uploads = files;
	assert_string_equal(field_check(rq, &form_fields[3]), "too_many_files");
	files[1].next = NULL;
	assert_null(field_check(rq, &form_fields[3]));
	assert_ptr_equal(form_file(rq, "scan", 1), &files[1]);
	assert_null(form_file(rq, "scan", 2));
}

static void
what_was_typed_goes_back_but_not_a_password(void **state)
{
	struct page *page;

	(void)state;
	assert_int_equal(verdict_of(POST, &closed, "name=aaaaaaaaaaaaaaaaaaaaaaaaa&secret=hunter&colour=red&colour=blue", &page),
	    FORM_MISTAKEN);
	assert_true(page_has_errors(page));
	assert_string_equal(page_get(page, "form.name"), "aaaaaaaaaaaaaaaaaaaaaaaaa");
	assert_string_equal(page_get(page, "form.colour.1"), "blue");
	assert_string_equal(page_get(page, "form.secret"), "");
}

/* The hash of a body is made of value and bytes: bytes beyond the value would be anybody's. */
static void
a_tidied_value_has_its_own_length(void **state)
{
	static const struct field text = { "name", FIELD_TEXT }, number = { "name", FIELD_CREDIT };
	struct request *rq = fresh(POST, &closed);

	(void)state;
	assert_true(inputs_read(rq, "name=+++abc++", 13));
	field_check(rq, &text);
	assert_string_equal(rq->inside->inputs->value, "abc");
	assert_int_equal(rq->inside->inputs->bytes, 3);
	rq = fresh(POST, &closed);
	assert_true(inputs_read(rq, "name=9+1+2", 10));
	field_check(rq, &number);
	assert_int_equal(rq->inside->inputs->bytes, strlen(rq->inside->inputs->value));
}

/* The handler of a GET runs in spite of a mistake; it does not see what was mistaken. */
static void
a_mistyped_address_reaches_no_handler(void **state)
{
	struct request *rq = fresh(GET, &closed);
	struct page *page = page_new(rq);

	(void)state;
	assert_true(inputs_read(rq, "name=a&colour=%3Cscript%3E", 26));
	assert_int_equal(form_check_all(rq, page), FORM_MISTAKEN);
	assert_string_equal(form_get(rq, "name"), "a");
	assert_string_equal(form_get(rq, "colour"), "");
	assert_string_equal(page_get(page, "form.colour"), "<script>");
}

static int
end_arena(void **state)
{
	(void)state;
	arena_reset(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(pairs_are_read, end_arena),
		cmocka_unit_test(counts_and_names_are_bounded),
		cmocka_unit_test_teardown(each_kind_of_field_is_checked, end_arena),
		cmocka_unit_test_teardown(undeclared_names_are_refused_in_a_post, end_arena),
		cmocka_unit_test_teardown(undeclared_files_are_refused, end_arena),
		cmocka_unit_test_teardown(files_are_counted, end_arena),
		cmocka_unit_test_teardown(what_was_typed_goes_back_but_not_a_password, end_arena),
		cmocka_unit_test_teardown(a_tidied_value_has_its_own_length, end_arena),
		cmocka_unit_test_teardown(a_mistyped_address_reaches_no_handler, end_arena),
	};

	arena = arena_new();
	return cmocka_run_group_tests_name("form", tests, NULL, NULL);
}
