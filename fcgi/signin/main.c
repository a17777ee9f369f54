/* main.c - yimen-signin: the door, and what asks for a password; it alone reads password hashes and second factors. */
#include "base/dictionary.h"
#include "fcgi/signin/door.h"
#include "fcgi/signin/pages.h"
#include "fcgi/worker/worker.h"

#define HOLDERS	(APPLICANT | ALL_STAFF)

static const struct route routes[] = {
/*	method path			who	form		handler		template			again		flags */
	{ GET,  "/sign-in",		ANYONE,	&next_form,	sign_in_show,	"signin/sign_in.cs",		NULL,		ROUTE_DOOR },
	{ POST, "/sign-in",		ANYONE,	&sign_in_form,	sign_in,	"signin/sign_in.cs",		NULL,		ROUTE_DOOR | ROUTE_LOOSE | ROUTE_SELF },
	{ GET,  "/sign-in/second",	ANYONE,	&next_form,	second_show,	"signin/second.cs",		NULL,		ROUTE_HALF },
	{ POST, "/sign-in/second",	ANYONE,	&second_form,	second,		"signin/second.cs",		NULL,		ROUTE_HALF | ROUTE_LOOSE | ROUTE_SELF },
	{ GET,  "/sign-in/enrol",	ANYONE,	&next_form,	enrol_show,	"signin/enrol.cs",		NULL,		ROUTE_HALF },
	{ POST, "/sign-in/enrol",	ANYONE,	&enrol_form,	enrol,		"signin/enrol.cs",		enrol_show,	ROUTE_HALF | ROUTE_LOOSE | ROUTE_SELF },
	{ GET,  "/sign-in/enrol/qr.svg", ANYONE, NULL,		enrol_qr,	NULL,				NULL,		ROUTE_HALF | ROUTE_RAW },
	{ GET,  "/sign-in/renew",	ANYONE,	NULL,		renew_show,	"signin/renew.cs",		NULL,		ROUTE_DOOR },
	{ POST, "/sign-in/renew",	ANYONE,	&renew_form,	renew,		"signin/renew.cs",		NULL,		ROUTE_DOOR | ROUTE_LOOSE | ROUTE_SELF },
	{ POST, "/sign-out",		ANYONE,	NULL,		sign_out,	NULL,				NULL,		ROUTE_HALF | ROUTE_RAW | ROUTE_SELF },
	{ POST, "/sign-out/others",	HOLDERS, NULL,		sign_out_others, NULL,				NULL,		ROUTE_RAW | ROUTE_SELF },
	{ GET,  "/sign-up",		ANYONE,	NULL,		NULL,		"signin/sign_up.cs",		NULL,		0 },
	{ GET,  "/sign-up/person",	ANYONE,	NULL,		sign_up_show,	"signin/sign_up_person.cs",	NULL,		ROUTE_DOOR },
	{ POST, "/sign-up/person",	ANYONE,	&person_form,	sign_up_person,	"signin/sign_up_person.cs",	sign_up_show,	ROUTE_DOOR | ROUTE_SELF },
	{ GET,  "/sign-up/enterprise",	ANYONE,	NULL,		sign_up_show,	"signin/sign_up_enterprise.cs",	NULL,		ROUTE_DOOR },
	{ POST, "/sign-up/enterprise",	ANYONE,	&enterprise_form, sign_up_enterprise, "signin/sign_up_enterprise.cs", sign_up_show, ROUTE_DOOR | ROUTE_SELF },
	{ GET,  "/sign-up/claim",	ANYONE,	NULL,		claim_show,	"signin/claim.cs",		NULL,		ROUTE_DOOR },
	{ POST, "/sign-up/claim",	ANYONE,	&claim_form,	claim,		"signin/claim.cs",		NULL,		ROUTE_DOOR | ROUTE_LOOSE | ROUTE_SELF },
	{ GET,  "/sign-up/verify",	APPLICANT, NULL,	NULL,		"signin/verify.cs",		NULL,		ROUTE_SELF },
	{ POST, "/sign-up/verify",	APPLICANT, &identity_form, identity_verify, "signin/verify.cs",		NULL,		ROUTE_LOOSE | ROUTE_SELF },
	{ GET,  "/my/account",		APPLICANT, NULL,	account_show,	"signin/my_account.cs",		NULL,		0 },
	{ POST, "/my/account",		APPLICANT, &account_form, account_save,	"signin/my_account.cs",		account_show,	ROUTE_LOOSE },
	{ GET,  "/my/account/close",	APPLICANT, NULL,	closing_show,	"signin/closing.cs",		NULL,		0 },
	{ POST, "/my/account/close",	APPLICANT, &closing_form, closing_ask,	"signin/closing.cs",		closing_show,	0 },
	{ POST, "/my/account/keep",	APPLICANT, NULL,	closing_keep,	NULL,				NULL,		ROUTE_RAW },
	{ GET,  "/password",		HOLDERS, NULL,		NULL,		"signin/password.cs",		NULL,		ROUTE_SELF },
	{ POST, "/password",		HOLDERS, &password_form, password_change, "signin/password.cs",		NULL,		ROUTE_LOOSE | ROUTE_SELF },
};

static const char *const dictionary[] = { DICTIONARY_FOLDER, NULL };

static const struct program program = {
	.name = "yimen-signin",
	.account = "signin",
	.frame = "public",
	.routes = routes,
	.route_count = sizeof(routes) / sizeof(routes[0]),
	.start = password_open,
	.reads = dictionary,
	.seals = true,
	.home = "/my",
};

int
main(int argc, char **argv)
{
	return worker_main(argc, argv, &program);
}
