/* delegation.c - who may act for whom, in what, until when. */
#include "rules/delegation.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>

static const struct day today = { 20780 };

static struct delegation
given(enum delegation_state state, bool firm, bool representative, int answer_by, int expires)
{
	return (struct delegation){ state, RIGHT_LOOK, firm, representative, { 20780 + answer_by }, { 20780 + expires } };
}

static void
steps_lead_where_they_should(void **state)
{
	static const struct {
		const char *why;
		enum delegation_state was;
		bool firm, representative;
		int answer_by, expires;
		enum delegation_event event;
		enum delegation_party by;
		enum delegation_state to;
		const char *refused;
	} rows[] = {
		{ "a person's delegate accepts, and may act at once", DELEGATION_INVITED, false, false, 5, 90, DELEGATION_ACCEPT,
		    PARTY_DELEGATE, DELEGATION_STANDING, NULL },
		{ "an enterprise's waits for the legal representative", DELEGATION_INVITED, true, false, 5, 90, DELEGATION_ACCEPT,
		    PARTY_DELEGATE, DELEGATION_ACCEPTED, NULL },
		{ "who is confirmed by nobody but himself", DELEGATION_INVITED, true, true, 5, 90, DELEGATION_ACCEPT,
		    PARTY_DELEGATE, DELEGATION_STANDING, NULL },
		{ "nobody accepts for another", DELEGATION_INVITED, false, false, 5, 90, DELEGATION_ACCEPT, PARTY_HOLDER, 0,
		    "delegation_party" },
		{ "the last day to answer is a day to answer", DELEGATION_INVITED, false, false, 0, 90, DELEGATION_ACCEPT,
		    PARTY_DELEGATE, DELEGATION_STANDING, NULL },
		{ "the day after is too late", DELEGATION_INVITED, false, false, -1, 90, DELEGATION_ACCEPT, PARTY_DELEGATE, 0,
		    "delegation_late" },
		{ "what has expired is not accepted", DELEGATION_INVITED, false, false, 5, -1, DELEGATION_ACCEPT, PARTY_DELEGATE, 0,
		    "delegation_late" },
		{ "a lapsed invitation may still be declined", DELEGATION_INVITED, false, false, -1, 90, DELEGATION_DECLINE,
		    PARTY_DELEGATE, DELEGATION_DECLINED, NULL },
		{ "the representative confirms", DELEGATION_ACCEPTED, true, false, 5, 90, DELEGATION_CONFIRM, PARTY_REPRESENTATIVE,
		    DELEGATION_STANDING, NULL },
		{ "however late, while it has not expired", DELEGATION_ACCEPTED, true, false, -9, 90, DELEGATION_CONFIRM,
		    PARTY_REPRESENTATIVE, DELEGATION_STANDING, NULL },
		{ "the enterprise's own account does not confirm", DELEGATION_ACCEPTED, true, false, 5, 90, DELEGATION_CONFIRM,
		    PARTY_HOLDER, 0, "delegation_party" },
		{ "nor does the delegate", DELEGATION_ACCEPTED, true, false, 5, 90, DELEGATION_CONFIRM, PARTY_DELEGATE, 0,
		    "delegation_party" },
		{ "what was not accepted is not confirmed", DELEGATION_INVITED, true, false, 5, 90, DELEGATION_CONFIRM,
		    PARTY_REPRESENTATIVE, 0, "delegation_state" },
		{ "the holder takes it back", DELEGATION_STANDING, true, false, 5, 90, DELEGATION_REVOKE, PARTY_HOLDER,
		    DELEGATION_REVOKED, NULL },
		{ "so may the representative", DELEGATION_STANDING, true, false, 5, 90, DELEGATION_REVOKE, PARTY_REPRESENTATIVE,
		    DELEGATION_REVOKED, NULL },
		{ "even what has expired, to be sure", DELEGATION_STANDING, true, false, 5, -1, DELEGATION_REVOKE, PARTY_HOLDER,
		    DELEGATION_REVOKED, NULL },
		{ "an invitation is taken back before it is answered", DELEGATION_INVITED, false, false, 5, 90, DELEGATION_REVOKE,
		    PARTY_HOLDER, DELEGATION_REVOKED, NULL },
		{ "the delegate does not revoke, he gives up", DELEGATION_STANDING, false, false, 5, 90, DELEGATION_REVOKE,
		    PARTY_DELEGATE, 0, "delegation_party" },
		{ "as he may at any time", DELEGATION_STANDING, false, false, 5, 90, DELEGATION_GIVE_UP, PARTY_DELEGATE,
		    DELEGATION_GIVEN_UP, NULL },
		{ "what was revoked stays so", DELEGATION_REVOKED, false, false, 5, 90, DELEGATION_ACCEPT, PARTY_DELEGATE, 0,
		    "delegation_state" },
		{ "what was given up is not revoked after", DELEGATION_GIVEN_UP, false, false, 5, 90, DELEGATION_REVOKE,
		    PARTY_HOLDER, 0, "delegation_state" },
		{ "nobody accepts twice", DELEGATION_STANDING, false, false, 5, 90, DELEGATION_ACCEPT, PARTY_DELEGATE, 0,
		    "delegation_state" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct delegation d = given(rows[i].was, rows[i].firm, rows[i].representative, rows[i].answer_by, rows[i].expires);
		enum delegation_state to = DELEGATION_STATE_COUNT;
		const char *why = "unset";
		bool done = delegation_step(&d, rows[i].event, rows[i].by, today, &to, &why);

		if (done != (rows[i].refused == NULL) || (done && (to != rows[i].to || why != NULL)) ||
		    (!done && strcmp(why, rows[i].refused) != 0))
			fail_msg("%s: %s", rows[i].why, done ? delegation_state_name(to) : why);
	}
}

/* Each state, event and party: what is not in the table above leads nowhere, and an end is an end. */
static void
an_end_is_an_end(void **state)
{
	(void)state;
	for (int was = 0; was < DELEGATION_STATE_COUNT; was++)
		for (int event = 0; event < DELEGATION_EVENT_COUNT; event++)
			for (unsigned party = PARTY_HOLDER; party <= PARTY_REPRESENTATIVE; party <<= 1) {
				struct delegation d = given((enum delegation_state)was, true, false, 5, 90);
				enum delegation_state to;
				const char *why;
				bool done = delegation_step(&d, (enum delegation_event)event, party, today,
				    &to, &why);

				assert_false(done && delegation_over((enum delegation_state)was));
				assert_false(done && event == DELEGATION_INVITE);
				assert_true(done == (why == NULL));
			}
}

static void
what_stands_allows_what_it_names(void **state)
{
	static const struct {
		const char *why;
		enum delegation_state was;
		int expires;
		unsigned rights, asked;
		bool allowed;
	} rows[] = {
		{ "what it names", DELEGATION_STANDING, 90, RIGHT_LOOK, RIGHT_LOOK, true },
		{ "nothing else", DELEGATION_STANDING, 90, RIGHT_LOOK, RIGHT_APPLY, false },
		{ "who applies may look", DELEGATION_STANDING, 90, RIGHT_APPLY, RIGHT_LOOK, true },
		{ "who looks may not apply", DELEGATION_STANDING, 90, RIGHT_LOOK, RIGHT_APPLY, false },
		{ "who collects may not look", DELEGATION_STANDING, 90, RIGHT_COLLECT, RIGHT_LOOK, false },
		{ "who pays may do no more", DELEGATION_STANDING, 90, RIGHT_PAY, RIGHT_LOOK | RIGHT_APPLY | RIGHT_COLLECT, false },
		{ "any one of those a page asks for", DELEGATION_STANDING, 90, RIGHT_COLLECT, RIGHT_LOOK | RIGHT_COLLECT, true },
		{ "a page that asks for none is the holder's", DELEGATION_STANDING, 90, RIGHTS_ALL, 0, false },
		{ "its last day is good", DELEGATION_STANDING, 0, RIGHT_LOOK, RIGHT_LOOK, true },
		{ "the day after is not", DELEGATION_STANDING, -1, RIGHT_LOOK, RIGHT_LOOK, false },
		{ "nor is what was only offered", DELEGATION_INVITED, 90, RIGHTS_ALL, RIGHT_LOOK, false },
		{ "nor what waits for the representative", DELEGATION_ACCEPTED, 90, RIGHTS_ALL, RIGHT_LOOK, false },
		{ "nor what was taken back", DELEGATION_REVOKED, 90, RIGHTS_ALL, RIGHT_LOOK, false },
		{ "nor what was given up", DELEGATION_GIVEN_UP, 90, RIGHTS_ALL, RIGHT_LOOK, false },
		{ "nor what was declined", DELEGATION_DECLINED, 90, RIGHTS_ALL, RIGHT_LOOK, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct delegation d = given(rows[i].was, false, false, 5, rows[i].expires);

		d.rights = rows[i].rights;
		if (delegation_allows(&d, rows[i].asked, today) != rows[i].allowed)
			fail_msg("%s", rows[i].why);
	}
	assert_string_equal(delegation_fallen(&(struct delegation){ .state = DELEGATION_STANDING, .expires_on = DAY_NONE },
	    today), "expired");
}

static void
rights_are_read_and_printed(void **state)
{
	char text[RIGHTS_TEXT];
	unsigned rights = 0;

	(void)state;
	assert_true(rights_named("look,pay", &rights) && rights == (RIGHT_LOOK | RIGHT_PAY));
	assert_string_equal(rights_print(rights, text), "look,pay");
	assert_string_equal(rights_print(RIGHTS_ALL, text), "look,apply,collect,pay");
	rights = 0;
	assert_false(rights_named("", &rights) || rights_named("look,", &rights) || rights_named("lookpay", &rights) ||
	    rights_named("all", &rights) || rights != 0);
}

static void
both_names_fit(void **state)
{
	char text[ACTING_NAME_ROOM], long_name[601] = "";
	size_t letters = 0;

	(void)state;
	assert_string_equal(acting_name("林晓雨", "云川山味", text), "林晓雨（代 云川山味）");
	for (int i = 0; i < 200; i++)
		strcat(long_name, "云");
	acting_name(long_name, long_name, text);
	for (const char *at = text; *at != '\0'; at++)
		letters += ((unsigned char)*at & 0xC0) != 0x80;
	assert_true(letters <= 200);
	assert_non_null(strstr(text, "…（代 云"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(steps_lead_where_they_should),
		cmocka_unit_test(an_end_is_an_end),
		cmocka_unit_test(what_stands_allows_what_it_names),
		cmocka_unit_test(rights_are_read_and_printed),
		cmocka_unit_test(both_names_fit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
